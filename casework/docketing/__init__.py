"""Docketing: the deadlines of a case, from what the tracker knows or somebody typed, kept in step with both.

A judge orders Mateo removed on March 20. Whoever reports the hearing has typed a date and an outcome; ``replan`` finds
them, asks the rules (``casework.deadlines``) and keeps the day of the appeal *for review*. Only counsel is reminded of
it. Luis confirms: from then on the coordinator is reminded, too. When the date or a rule changes, a new deadline takes
the old one's place, for review again, and says what moved. What was filed or received is closed.
"""

from casework.docketing.counsel import confirm_deadline, set_aside_deadline
from casework.docketing.filings import record_filing, record_outage, set_court_deadline
from casework.docketing.happenings import COUNTED_FROM, Happening
from casework.docketing.planning import Moved, planned_once, replan
from casework.docketing.reminding import remind
from casework.docketing.working import (
    Recomputed,
    open_cases,
    recompute_deadlines,
    recompute_elsewhere,
    replan_case,
    work_out_deadlines,
)

__all__ = [
    "COUNTED_FROM",
    "Happening",
    "Moved",
    "Recomputed",
    "confirm_deadline",
    "open_cases",
    "planned_once",
    "recompute_deadlines",
    "recompute_elsewhere",
    "record_filing",
    "record_outage",
    "remind",
    "replan",
    "replan_case",
    "set_aside_deadline",
    "set_court_deadline",
    "work_out_deadlines",
]
