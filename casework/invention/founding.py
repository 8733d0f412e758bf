"""Invented organizations and who works in them: few, and so through the verbs, with their trail."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from casework import organizations, people
from casework.invention.identities import Ids
from casework.transaction import Transaction
from schema.base import ids_from
from schema.organizations import Organization, OrganizationKind, Role

#: What part of all cases each organization leads: a large one beside many small ones.
SHARES = (
    0.19, 0.13, 0.10, 0.08, 0.07, 0.06, 0.05, 0.045, 0.04, 0.035,
    0.03, 0.03, 0.025, 0.025, 0.02, 0.02, 0.015, 0.015, 0.01, 0.01,
)  # fmt: skip
#: Cases a year that one attorney has a hand in, and the most attorneys of one organization.
_A_YEAR, _MOST = 150, 60


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented organization with its people."""

    organization: Organization
    coordinator: UUID
    attorneys: tuple[UUID, ...]
    #: Of the community group beside all of them.
    neighbors: UUID
    advocate: UUID
    share: float


async def invent_organizations(tx: Transaction, cases: int = 0) -> list[Invented]:
    """Twenty legal providers and a community group, with attorneys enough for so many cases in all.

    The actor is the operator. Raises :class:`Invalid` when they are there already.
    """
    with ids_from(Ids(-1)):
        return await _found(tx, cases)


async def _found(tx: Transaction, cases: int) -> list[Invented]:
    group = await organizations.found_organization(
        tx,
        slug="crowd-neighbors",
        name="Crowd Neighbors",
        kind=OrganizationKind.COMMUNITY_GROUP,
        phone="+1 203 555 0150",
    )
    advocate = await organizations.engage(
        tx, group.id, name="Crowd Advocate", email="advocate@crowd.test", roles=[Role.ADVOCATE]
    )
    made = []
    for number, share in enumerate(SHARES, start=1):
        organization = await organizations.found_organization(
            tx,
            slug=f"crowd-{number}",
            name=f"Crowd Legal Aid {number}",
            kind=OrganizationKind.LEGAL_PROVIDER,
            phone=f"+1 203 555 {150 + number:04}",
        )
        coordinator = await organizations.engage(
            tx,
            organization.id,
            name=f"Coordinator {number}",
            email=f"coordinator@crowd-{number}.test",
            roles=[Role.COORDINATOR],
            supervised=True,
        )
        attorneys = []
        for one in range(1, min(2 + round(cases * share / _A_YEAR), _MOST) + 1):
            attorney = await organizations.engage(
                tx,
                organization.id,
                name=f"Attorney {number} {one}",
                email=f"attorney-{one}@crowd-{number}.test",
                roles=[Role.ATTORNEY],
            )
            await people.record_attorney(tx, attorney.id, bar_states=["CT"], eoir_registered=True, languages=["es"])
            attorneys.append(attorney.id)
        made.append(Invented(organization, coordinator.id, tuple(attorneys), group.id, advocate.id, share))
    return made
