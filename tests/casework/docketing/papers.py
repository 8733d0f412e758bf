"""What several tests of deadlines do: report a hearing, look at what was planned, and whom it reminds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select

from casework import docketing, hearings, proceedings
from schema.deadlines import Deadline, DeadlineState, Trigger
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionKind
from schema.people import Person
from schema.proceedings import Proceeding, ProceedingKind
from schema.tasks import Task
from tests.house import House


async def reported(house: House, outcome: HearingOutcome, at: datetime, *, removal: bool = True) -> UUID:
    """A hearing of the removal or the bond case at this wall time in Hartford, reported at noon of that day."""
    hearing, _ = await house.a_hearing(
        at,
        kind=OccasionKind.INDIVIDUAL_HEARING if removal else OccasionKind.BOND_HEARING,
        proceeding=house.removal if removal else house.bond,
    )
    house.clock.now = datetime(at.year, at.month, at.day, 18, tzinfo=UTC)
    async with house.acting(house.luis) as tx:
        row = await tx.session.get_one(Hearing, hearing)
        amount = 5_000 if outcome is HearingOutcome.BOND_GRANTED else None
        await hearings.report_hearing(tx, hearing, expected_revision=row.revision, outcome=outcome, bond_amount=amount)
    return hearing


async def planned(house: House, *, superseded: bool = False) -> dict[str, Deadline]:
    """The deadlines of the case that stand, by rule."""
    async with house.watching() as tx:
        asked = select(Deadline).where(Deadline.case_id == house.case).order_by(Deadline.id)
        rows = await tx.session.scalars(asked)
        return {row.rule or "": row for row in rows if (row.state is DeadlineState.SUPERSEDED) is superseded}


async def due(house: House) -> dict[str, date | None]:
    """When what is open falls due, by rule."""
    found = await planned(house)
    return {
        rule: row.due_on
        for rule, row in found.items()
        if row.state in (DeadlineState.FOR_REVIEW, DeadlineState.CONFIRMED)
    }


async def reminders(house: House) -> set[tuple[str, str]]:
    """Who has which open task about deadlines: their first name, and its words."""
    async with house.watching() as tx:
        asked = (
            select(Task, Person)
            .join(Person, Person.id == Task.owner_id)
            .where(Task.raised_by.in_(["deadline", "deadline_review"]), Task.done_at.is_(None))
        )
        rows = (await tx.session.execute(asked)).all()
        await tx.unlock([column for task, person in rows for column in (task.title, person.name)])
        return {((tx.open(person, "name") or "").split()[0], tx.open(task, "title") or "") for task, person in rows}


async def appealed(house: House) -> UUID:
    """An appeal of the case that is pending before the Board: the one there is, or one that is opened now."""
    async with house.watching() as tx:
        asked = select(Proceeding.id).where(Proceeding.case_id == house.case, Proceeding.kind == ProceedingKind.APPEAL)
        if (known := await tx.session.scalar(asked.limit(1))) is not None:
            return known
    async with house.acting(house.ana) as tx:
        return (await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.APPEAL)).id


async def typed(house: House, trigger: Trigger, on: date, **more: object) -> list[docketing.Moved]:
    """Ana types that something happened. A briefing notice comes in an appeal."""
    if trigger is Trigger.BRIEFING_NOTICE:
        await appealed(house)
    async with house.acting(house.ana) as tx:
        return await docketing.work_out_deadlines(tx, house.case, trigger=trigger, happened_on=on, **more)  # type: ignore[arg-type]


async def confirmed(house: House, rule: str) -> Deadline:
    row = (await planned(house))[rule]
    async with house.acting(house.luis) as tx:
        return await docketing.confirm_deadline(tx, row.id, expected_revision=row.revision)
