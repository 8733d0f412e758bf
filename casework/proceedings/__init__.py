"""Proceedings: each track of a case has its own court, clock and counsel.

Luis's client has three at once: removal before the judge in Chelmsford, bond before the same judge and apart from it
(8 CFR 1003.19(d)), habeas before a district court. Each is opened, may be amended as papers come, is decided, and may
be closed, appealed, remanded and reopened. A decision says on which day it was made and how it was given, because that
is what appeal clocks run from; whoever computes them reads :class:`schema.decisions.Decision`.
"""

from casework.proceedings.amending import ENDS, Amendment, amend_proceeding, close_proceeding, reopen_proceeding
from casework.proceedings.deciding import (
    Decided,
    decide,
    may_be,
    record_decision,
    still_as_decided,
    take_back,
    take_back_decision,
)
from casework.proceedings.filing import file_habeas
from casework.proceedings.opening import BOARD, Papers, open_proceeding

__all__ = [
    "BOARD",
    "ENDS",
    "Amendment",
    "Decided",
    "Papers",
    "amend_proceeding",
    "close_proceeding",
    "decide",
    "file_habeas",
    "may_be",
    "open_proceeding",
    "record_decision",
    "reopen_proceeding",
    "still_as_decided",
    "take_back",
    "take_back_decision",
]
