"""Another firm beside Elm City: Ines, her colleague Otto who answers conflicts, and her paralegal Pia."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import access, actors, assignments, conflicts, hearings, people
from casework.transaction import Transaction
from schema.assignments import Assignment, Scope
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case
from schema.conflicts import ConflictSheet, ConflictSheetContents, SheetAnswer
from schema.consents import ConsentAudience, NameForm, Purpose
from schema.detainees import Identity
from schema.occasions import Medium, OccasionKind
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from schema.tasks import Task
from schema.teams import TeamMember
from tests.house import House

BLURB = "A young man, Spanish-speaking, held in New England; bond hearing in early December."


@dataclass
class Firm:
    house: House
    id: UUID
    ines: UUID
    otto: UUID
    pia: UUID

    async def person(self, name: str, role: Role, *, supervised: bool = False) -> UUID:
        async with self.house.watching() as tx:
            person = await people.add_person(
                tx, self.id, kind=PersonKind.STAFF, name=name, email=f"{name.split()[0].lower()}@firm.test"
            )
            tx.session.add(Membership(organization_id=self.id, person_id=person.id, role=role, supervised=supervised))
            return person.id

    async def attorney(self, person_id: UUID, **given: Any) -> None:
        async with self.house.watching() as tx:
            await people.record_attorney(tx, person_id, **{"bar_states": ["CT"], "eoir_registered": True, **given})


async def a_firm(house: House) -> Firm:
    firm = Firm(house, new_id(), house.ana, house.ana, house.ana)
    async with house.watching() as tx:
        tx.session.add(
            Organization(id=firm.id, slug="firm", name="Duarte & Weiss", kind=OrganizationKind.LEGAL_PROVIDER)
        )
    firm.ines = await firm.person("Ines Duarte", Role.ATTORNEY)
    firm.otto = await firm.person("Otto Weiss", Role.ATTORNEY)
    firm.pia = await firm.person("Pia Lund", Role.PARALEGAL, supervised=True)
    await firm.attorney(firm.ines, conflicts_contact_id=firm.otto)
    await firm.attorney(house.luis)
    return firm


async def consented(house: House) -> None:
    await house.consent(ConsentAudience.ADVOCATES, Purpose.SEEK_COUNSEL, NameForm.NONE)


async def offered(house: House, attorney: UUID, scope: Scope = Scope.ALL, **given: Any) -> Assignment:
    async with house.acting(house.ana) as tx:
        return await assignments.offer_assignment(tx, house.case, attorney, scope=scope, blurb=BLURB, **given)


async def said_yes(house: House, offer: Assignment) -> Assignment:
    async with house.acting(offer.attorney_id) as tx:
        return await assignments.accept_assignment(tx, offer.id, expected_revision=offer.revision)


async def accepted(house: House, attorney: UUID, scope: Scope = Scope.ALL, **given: Any) -> Assignment:
    """Offered to somebody of the lead organization, who took it."""
    return await said_yes(house, await offered(house, attorney, scope, **given))


async def a_master_hearing(house: House, starts_at: datetime = datetime(2026, 12, 3, 9)) -> UUID:
    async with house.acting(house.ana) as tx:
        hearing = await hearings.schedule_hearing(
            tx, house.case, house.removal,
            hearings.Notice(kind=OccasionKind.MASTER_HEARING, starts_at=starts_at, court_id=house.court,
                            medium=Medium.IN_PERSON),
        )  # fmt: skip
        return hearing.id


async def again(house: House, assignment: Assignment) -> Assignment:
    async with house.watching() as tx:
        return await tx.session.get_one(Assignment, assignment.id)


async def seats(house: House, person_id: UUID) -> list[TeamMember]:
    async with house.watching() as tx:
        live = select(TeamMember).where(
            TeamMember.case_id == house.case, TeamMember.person_id == person_id, TeamMember.until.is_(None)
        )
        return list(await tx.session.scalars(live))


async def tasks_of(house: House, raised_by: str, *, done: bool = False) -> list[tuple[str, UUID | None]]:
    """Titles and owners of the tasks that the house raised for this."""
    async with house.watching() as tx:
        wanted = select(Task).where(
            Task.raised_by == raised_by, Task.done_at.is_not(None) if done else Task.done_at.is_(None)
        )
        found = list(await tx.session.scalars(wanted.order_by(Task.id)))
        await tx.unlock([task.title for task in found])
        return [(tx.open(task, "title") or "", task.owner_id) for task in found]


async def trail(house: House, *acts: str) -> list[AuditEntry]:
    async with house.watching() as tx:
        found = await tx.session.scalars(select(AuditEntry).where(AuditEntry.act.in_(acts)).order_by(AuditEntry.seq))
        return list(found)


async def as_the_house(house: House, follow: Any) -> Any:
    async with house.database.transaction(actors.HOUSEKEEPING) as tx:
        return await follow(tx)


async def count(tx: Transaction, model: Any) -> int:
    return len((await tx.session.scalars(select(model))).all())


async def checking(house: House, firm: Firm) -> Assignment:
    return await said_yes(house, await offered(house, firm.ines))


async def sent(house: House, assignment: Assignment, **given: Any) -> ConflictSheet:
    async with house.acting(house.ana) as tx:
        current = await tx.session.get_one(Assignment, assignment.id)
        return await conflicts.send_conflict_sheet(tx, assignment.id, expected_revision=current.revision, **given)


async def answered(house: House, who: UUID, sheet: ConflictSheet, answer: SheetAnswer, **given: Any) -> ConflictSheet:
    async with house.acting(who) as tx:
        return await conflicts.answer_conflict_sheet(
            tx, sheet.id, expected_revision=sheet.revision, answer=answer, **given
        )


async def reads(house: House, who: UUID) -> tuple[int, int, int]:
    """How many contents of sheets, cases, and identities somebody sees, through both walls."""
    async with house.acting(who) as tx:
        standing = await access.standing(tx)
        found = []
        for model in (ConflictSheetContents, Case, Identity):
            first = len((await tx.session.scalars(access.visible(standing, model, tx.now))).unique().all())
            second = len((await tx.session.scalars(select(model))).unique().all())
            assert first == second
            found.append(first)
        return found[0], found[1], found[2]


async def a_list(house: House, who: UUID, firm: Firm, text: str) -> int:
    async with house.acting(who) as tx:
        return await conflicts.add_conflict_names(tx, firm.id, text=text)
