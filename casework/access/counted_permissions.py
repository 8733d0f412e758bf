"""Who may do what about what is counted and taken away: outcomes, tables, paper, numbers."""

from __future__ import annotations

from casework.access.acts import Act
from casework.access.eyes import COMPARERS
from casework.access.permission_rules import CASEWORK, COUNSEL, EVERYONE, TAKEN_AWAY, TAKING_AWAY, Rule
from schema.organizations import Role

COUNTED: dict[Act, Rule] = {
    # The outcome ledger.
    Act.RECORD_OUTCOME: Rule(
        case_roles=EVERYONE, condition="of a hearing or a check-in: the legal team; of an action: advocates too"
    ),
    Act.CLEAR_OUTCOME_WORDS: Rule(case_roles=COUNSEL, ask="the case's attorney"),
    Act.EXPORT_OUTCOMES: Rule(
        roles=frozenset(COMPARERS),
        condition="in a legal provider; a whole quarter that is over, no count under five",
        ask="your organization's coordinator",
    ),
    # What is taken away: as a table, on paper, in numbers.
    Act.EXPORT_CASES: Rule(roles=TAKING_AWAY, condition=TAKEN_AWAY, ask="your organization's coordinator"),
    Act.EXPORT_HEARINGS: Rule(roles=TAKING_AWAY, condition=TAKEN_AWAY, ask="your organization's coordinator"),
    Act.PRINT_COURT_LIST: Rule(
        roles=TAKING_AWAY, condition="in a legal provider; what they may see", ask="your organization's coordinator"
    ),
    Act.PRINT_CASE_SHEET: Rule(case_roles=CASEWORK),
    Act.MAKE_FUNDER_REPORT: Rule(
        roles=frozenset({Role.COORDINATOR}),
        condition="in a legal provider; of cases that they see, no count under five",
        ask="your organization's coordinator",
    ),
}

__all__ = ["COUNTED"]
