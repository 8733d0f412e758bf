"""Duty: an organization's rota, and who is called about a case at an instant.

Without a rota whoever coordinates the case is on duty, and another coordinator of its team is the deputy. Behind them
stands the organization's admin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import case as sql_case
from sqlalchemy import func, or_, select, text, update

from casework import access, times
from casework.access import Act
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.changes import Rung
from schema.duty import DutyTurn
from schema.organizations import Membership, Organization, Role
from schema.people import Person
from schema.teams import CaseRole, TeamMember

#: More than this is a slip, or a plan that nobody keeps.
MOST_TURNS = 400
_FARTHEST = timedelta(days=366)
#: Two people who save at once wait for each other.
_ALONE = text("select pg_advisory_xact_lock(hashtext('presencia duty ' || :organization))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn, in wall time of the organization's own zone."""

    person_id: UUID
    deputy_id: UUID | None = None
    starts_at: datetime
    ends_at: datetime


async def save_duty_rota(
    tx: Transaction, organization_id: UUID, *, begins_at: datetime, turns: Sequence[Turn]
) -> list[DutyTurn]:
    """Say who is on duty from an instant on, in wall time of the organization. What stood from then on is replaced; no
    turns end the rota there. Raises :class:`Invalid`, naming the gap, the two who overlap, or who can't be on duty.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.SAVE_DUTY_ROTA)
    await tx.session.execute(_ALONE, {"organization": str(organization_id)})
    zone = organization.time_zone
    begins = times.instant(begins_at, zone, fold=0)
    if begins < tx.now.replace(second=0, microsecond=0):
        raise Invalid("beginsAt", "What is past stays as it was. Begin the rota now or later.")
    if len(turns) > MOST_TURNS:
        raise Invalid("turns", "A rota takes {most} turns at once. Save it in parts.", most=MOST_TURNS)
    planned = [_turn(tx, organization, one) for one in sorted(turns, key=lambda one: one.starts_at)]
    await _refuse_unable(tx, organization_id, planned)
    before = await _before(tx, organization_id, begins)
    await _refuse_gaps(tx, organization, begins, before, planned)
    theirs = update(DutyTurn).where(DutyTurn.organization_id == organization_id, DutyTurn.replaced_at.is_(None))
    for statement in (
        theirs.where(DutyTurn.starts_at >= begins).values(replaced_at=tx.now),
        # Whoever is on duty then hands over.
        theirs.where(DutyTurn.starts_at < begins, DutyTurn.ends_at > begins).values(ends_at=begins),
    ):
        await tx.session.execute(statement.execution_options(synchronize_session=False))
    tx.session.add_all(planned)
    await tx.session.flush()
    tx.record(
        "organization.duty_rota_saved", organization,
        after={"from": begins, "until": planned[-1].ends_at if planned else None, "turns": len(planned)},
        about=[organization_id],
    )  # fmt: skip
    return planned


def _turn(tx: Transaction, organization: Organization, one: Turn) -> DutyTurn:
    zone = organization.time_zone
    starts, ends = (times.instant(wall, zone, fold=0) for wall in (one.starts_at, one.ends_at))
    if ends <= starts:
        raise Invalid(
            "turns", "A turn ends before it begins: the one from {since}.", since=_said(tx, organization, starts)
        )
    if ends > tx.now + _FARTHEST:
        raise Invalid("turns", "The year {year} looks like a slip. A rota goes a year ahead at most.", year=ends.year)
    if one.deputy_id == one.person_id:
        raise Invalid("turns", "Nobody is their own deputy: name somebody else from {since}.",
                      since=_said(tx, organization, starts))  # fmt: skip
    return DutyTurn(
        id=new_id(), organization_id=organization.id, person_id=one.person_id, deputy_id=one.deputy_id,
        starts_at=starts, ends_at=ends,
    )  # fmt: skip


async def _refuse_unable(tx: Transaction, organization_id: UUID, planned: Iterable[DutyTurn]) -> None:
    """Whoever is called must be able to act on whatever case it is about: they coordinate there."""
    named = {one for turn in planned for one in (turn.person_id, turn.deputy_id) if one is not None}
    able = set(await _holding(tx, organization_id, Role.COORDINATOR))
    for person_id in sorted(named - able):
        person = await access.seen(tx, Person, person_id)
        raise Invalid(
            "turns", "{name} does not coordinate here, and could not act on every case. Choose a coordinator.",
            name=await tx.opened(person, "name"),
        )  # fmt: skip


async def _before(tx: Transaction, organization_id: UUID, begins: datetime) -> datetime | None:
    """Until when somebody is on duty by the turns that stay."""
    stays = select(func.max(func.least(DutyTurn.ends_at, begins))).where(
        DutyTurn.organization_id == organization_id, DutyTurn.starts_at < begins, DutyTurn.replaced_at.is_(None)
    )
    until: datetime | None = await tx.session.scalar(stays)
    return until


async def _refuse_gaps(
    tx: Transaction, organization: Organization, begins: datetime, before: datetime | None, planned: Sequence[DutyTurn]
) -> None:
    if not planned:
        return
    if planned[0].starts_at < begins:
        raise Invalid("turns", "The first turn begins before the rota does. Begin the rota with it.")
    # Nobody was on duty before there was a rota, or after it had run out: that is no gap which can be closed.
    reached = before if before is not None and before > tx.now else begins
    last: DutyTurn | None = None
    for turn in planned:
        if turn.starts_at > reached:
            raise Invalid(
                "turns", "Nobody would be on duty from {since} to {until}. Close that gap, and save again.",
                since=_said(tx, organization, reached), until=_said(tx, organization, turn.starts_at),
            )  # fmt: skip
        if last is not None and turn.starts_at < last.ends_at:
            raise Invalid(
                "turns", "Two turns overlap from {since} to {until}. Let one of them end earlier, or begin later.",
                since=_said(tx, organization, turn.starts_at),
                until=_said(tx, organization, min(last.ends_at, turn.ends_at)),
            )  # fmt: skip
        reached, last = turn.ends_at, turn


def _said(tx: Transaction, organization: Organization, at: datetime) -> partial[str]:
    return partial(times.said_shortly, at, organization.time_zone, beside=[tx.now])


async def _holding(tx: Transaction, organization_id: UUID, role: Role) -> list[UUID]:
    """Who holds a role there now, whoever has had it longest first."""
    found = await tx.session.scalars(
        select(Membership.person_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.role == role,
            Membership.stands(tx.now),
            Person.removed_at.is_(None),
        )
        .order_by(Membership.created_at, Membership.id)
    )
    return list(dict.fromkeys(found))


async def who_is_called(
    tx: Transaction, organization_id: UUID, case: Case | None, *, lead_id: UUID | None = None
) -> dict[Rung, list[UUID]]:
    """Who can be called now about a case, or about an action of no case that ``lead_id`` leads: on each rung whoever is
    meant first, and who stands in where they can't. Only people who belong there and whom no wall keeps from it.
    """
    coordinators = await _holding(tx, organization_id, Role.COORDINATOR)
    turn = await tx.session.scalar(
        select(DutyTurn)
        .where(
            DutyTurn.organization_id == organization_id,
            DutyTurn.replaced_at.is_(None),
            DutyTurn.starts_at <= tx.now,
            DutyTurn.ends_at > tx.now,
        )
        .order_by(DutyTurn.starts_at.desc(), DutyTurn.id.desc())
        .limit(1)
    )
    first = [case.coordinator_id if case else lead_id]
    second: list[UUID | None] = list(await _of_team(tx, case, coordinators) if case else [])
    if turn is not None:
        first, second = [turn.person_id, turn.deputy_id, *first], [turn.deputy_id, *second]
    admins = await _holding(tx, organization_id, Role.ADMIN)
    # Whoever leads an action of no case acts on it, coordinator or not.
    able: set[UUID] = {*coordinators, *([lead_id] if case is None and lead_id else [])}
    rungs: dict[Rung, list[UUID]] = {
        Rung.ON_DUTY: [one for one in dict.fromkeys([*first, *coordinators]) if one in able],
        Rung.DEPUTY: [one for one in dict.fromkeys([*second, *coordinators]) if one in able],
        Rung.ADMIN: admins,
    }
    if case is None:
        return rungs
    walled = {one for one in {*able, *admins} if await access.is_walled(tx, case.id, one)}
    return {rung: [one for one in people if one not in walled] for rung, people in rungs.items()}


async def _of_team(tx: Transaction, case: Case, coordinators: Sequence[UUID]) -> list[UUID]:
    """Coordinators who sit on the case's team, besides whoever looks after it."""
    found = await tx.session.scalars(
        select(TeamMember.person_id)
        .where(
            TeamMember.case_id == case.id,
            TeamMember.person_id.in_(coordinators),
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
        .order_by(sql_case((TeamMember.role == CaseRole.COORDINATOR, 0), else_=1), TeamMember.began_at, TeamMember.id)
    )
    return [one for one in dict.fromkeys(found) if one != case.coordinator_id]


__all__ = ["MOST_TURNS", "Turn", "save_duty_rota", "who_is_called"]
