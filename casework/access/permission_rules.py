"""What a permission says: which roles, and on what condition; and the sets of roles that several name."""

from __future__ import annotations

from dataclasses import dataclass

from casework.access.eyes import HOLDERS, TAKERS, VERIFIERS
from schema.organizations import Role
from schema.teams import COUNSEL_ROLES, LEGAL_ROLES, CaseRole


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may: roles on the case, or roles in the organization. ``condition`` is told in words and held by the verb."""

    case_roles: frozenset[CaseRole] = frozenset()
    roles: frozenset[Role] = frozenset()
    #: Only people of the lead organization.
    lead_only: bool = False
    #: But these roles wherever they come from.
    anywhere: frozenset[CaseRole] = frozenset()
    #: Only counsel, and staff whom the attorneys of the legal provider supervise.
    counsel_only: bool = False
    condition: str = ""
    #: Whom to ask instead, for the refusal's sentence.
    ask: str = "the case's coordinator"


EVERYONE = frozenset(CaseRole)
LEGAL = frozenset(LEGAL_ROLES)
COUNSEL = frozenset(COUNSEL_ROLES)
COORDINATOR = frozenset({CaseRole.COORDINATOR})
CASEWORK = frozenset(
    {
        CaseRole.COORDINATOR,
        CaseRole.ATTORNEY,
        CaseRole.ACCREDITED_REPRESENTATIVE,
        CaseRole.SUPERVISED_STUDENT,
        CaseRole.PARALEGAL,
    }
)
ADMIN = frozenset({Role.ADMIN})
TAKING_IN = frozenset(TAKERS)
REPORTING = frozenset({Role.COORDINATOR, Role.ADVOCATE})
#: What can't be taken back asks once more who it is.
CONFIRMED = "having confirmed within ten minutes that it is them"
VERIFYING = frozenset(VERIFIERS)
#: Who may take a table away of what they see.
TAKING_AWAY = frozenset({Role.COORDINATOR, Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE, Role.PARALEGAL})
TAKEN_AWAY = f"in a legal provider; what they may see, {CONFIRMED}"
HOLDING = frozenset(HOLDERS)
HOLDS = f"counsel: of the whole organization, or of a case it leads on whose team they are; {CONFIRMED}"
PUBLIC_SIDE = frozenset({CaseRole.COORDINATOR, CaseRole.ADVOCATE, *COUNSEL_ROLES})
NO_CASE = "of an action that names no case: whoever may draft one"
