"""Plans: what a document asks for, worked out once.

A document is parsed, checked and validated the first time it comes; its query is turned into a *wanted shape* that
knows no SQL, and ``casework.reading`` answers that. What cannot be put into a shape (a mutation, introspection) is left
to the ordinary executor.
"""

from api.plans.documents import Documents, Planned
from api.plans.limits import bounded, read, weigh
from api.plans.own import printed, with_the_pages_own
from api.plans.shapes import NoShape, shape

__all__ = ["Documents", "NoShape", "Planned", "bounded", "printed", "read", "shape", "weigh", "with_the_pages_own"]
