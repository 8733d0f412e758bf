"""Invented cases in any number, for measuring and for trying things out. The same number gives the same cases.

Nobody here exists. Names are drawn from short lists, numbers lie in a range assumed not to be issued. A case has about
1.3 stays, 2.9 hearings, 0.8 assignments, 1.4 notes, a task with a deadline and 0.3 actions. Organizations and their
people come by the verbs; the cases in bulk, by the owner of the tables (:mod:`casework.invention.filling`). What the
verbs would have kept (next dates, stages, seats, reminders) is kept here, too.
"""

from casework.invention.cases import FILLED, invent_cases
from casework.invention.filling import Filled, Progress, as_owner, counted, in_silence, sweep
from casework.invention.founding import SHARES, Invented, invent_organizations

__all__ = [
    "FILLED",
    "SHARES",
    "Filled",
    "Invented",
    "Progress",
    "as_owner",
    "counted",
    "in_silence",
    "invent_cases",
    "invent_organizations",
    "sweep",
]
