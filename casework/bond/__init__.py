"""The bond track: its stages, its clocks, and what the law says of bond hearings here and now.

``stages`` is the machine as a table, ``clocks`` what runs by which rule (counted in ``days``), ``eligibility`` the
arguments as of a place and a date: all three pure. ``track`` are the verbs; ``following`` is what other verbs do to it.
"""

from casework.bond.clocks import Clock, ClockKind, ClockState, Counting, clocks_of
from casework.bond.days import day_at
from casework.bond.eligibility import UNKNOWN, Argument, Eligibility, Gap, Grounds, Place, Stance, eligibility
from casework.bond.following import (
    amount_reported,
    hearing_heard,
    hearing_off,
    hearing_set,
    released_on_bond,
    report_taken_back,
)
from casework.bond.keeping import StepFacts, told_steps, track_of
from casework.bond.stages import Step, next_stages
from casework.bond.track import (
    check_amount,
    name_bond_fund,
    record_bond_grounds,
    record_bond_stage,
    undo_bond_stage,
)

__all__ = [
    "UNKNOWN",
    "Argument",
    "Clock",
    "ClockKind",
    "ClockState",
    "Counting",
    "Eligibility",
    "Gap",
    "Grounds",
    "Place",
    "Stance",
    "Step",
    "StepFacts",
    "amount_reported",
    "check_amount",
    "clocks_of",
    "day_at",
    "eligibility",
    "hearing_heard",
    "hearing_off",
    "hearing_set",
    "name_bond_fund",
    "next_stages",
    "record_bond_grounds",
    "record_bond_stage",
    "released_on_bond",
    "report_taken_back",
    "told_steps",
    "track_of",
    "undo_bond_stage",
]
