"""Deadlines as data: rules in reviewable files, and the one pure function that works a date out of them, step by step.

Marco is ordered removed on Friday, March 6, 2026. ``compute("bia_appeal", date(2026, 3, 6), "America/New_York",
as_of=…)`` reads the rule (``schema/reference/deadlines/appeals.toml``), takes the provision that was in force that day
as the law was known on the day asked about, counts as the immigration courts count, and says each step. It knows no
case, no clock and no database; ``casework.docketing`` finds what set a clock going and keeps what came of it.

It does not practise law: what it says is for counsel to review (law 12).
"""

from casework.deadlines.checking import BadRules, Problem, read
from casework.deadlines.computing import Answer, Computed, Reading, compute, compute_rule
from casework.deadlines.counting import business_day, is_business_day
from casework.deadlines.rules import FACTS, Measure, Provision, Rule, Unit, Words, files, rule, rules

__all__ = [
    "FACTS",
    "Answer",
    "BadRules",
    "Computed",
    "Measure",
    "Problem",
    "Provision",
    "Reading",
    "Rule",
    "Unit",
    "Words",
    "business_day",
    "compute",
    "compute_rule",
    "files",
    "is_business_day",
    "read",
    "rule",
    "rules",
]
