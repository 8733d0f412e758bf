"""Cases: what is known of them changes, two become one, one comes to its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Uuid, bindparam, exists, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from casework import access, identities, intake, names, notices
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from casework.written import written
from schema.advocacy import ActionState, AdvocacyAction, SignOff
from schema.assignments import STANDING, Assignment
from schema.base import Table, new_id
from schema.cases import Case, CaseContact, Priority, Stage
from schema.consents import Consent
from schema.custody import CustodyStint, LocatorCheck
from schema.date_checks import DateCheck
from schema.date_sources import DateSource
from schema.decisions import Decision
from schema.detainees import Detainee, DetaineeMerge
from schema.hearings import Hearing
from schema.invitations import Invitation
from schema.notes import Note, PrivilegedNote
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Membership
from schema.proceedings import Proceeding
from schema.tasks import Task
from schema.teams import CaseReader, TeamMember
from schema.walls import ConflictWall


class CaseChanges(TypedDict, total=False):
    """What to change. What is not named stays as it is."""

    public_name: str | None
    legal_name: str | None
    a_numbers: list[str]
    aliases: list[str]
    birth_date: str | None
    country_of_birth: str | None
    nationality: str | None
    gender: str | None
    language: str | None
    minor: bool
    stage: Stage
    priority: Priority
    no_publicity: bool
    tags: list[str]
    coordinator_id: UUID | None


_OF_IDENTITY = ("legal_name", "a_numbers", "aliases", "birth_date", "country_of_birth", "nationality", "gender")


async def update_case(tx: Transaction, case_id: UUID, changes: CaseChanges, *, expected_revision: int) -> Case:
    """Change what is known of a case and its client.

    A public name that holds a surname is refused, also when it is the legal name that changes. Raises
    :class:`ChangedMeanwhile`, :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.UPDATE_CASE)
    tx.expect(case, expected_revision)
    refuse_closed(case)
    detainee = await tx.session.get_one(Detainee, case.detainee_id, with_for_update=True)
    restricted = await _update_client(tx, detainee, changes)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name in ("stage", "priority", "no_publicity", "tags", "coordinator_id"):
        if name in changes and getattr(case, name) != changes[name]:
            before[name] = _shown(getattr(case, name))
            setattr(case, name, await _checked(tx, case, name, changes[name]))
            after[name] = _shown(getattr(case, name))
    if case.stage is Stage.CLOSED:
        raise Invalid("stage", "To end a case, close it and say why.")
    if detainee.minor and "minor" in changes:
        case.no_publicity = True
    await tx.session.flush()
    named = [name for name in (*_OF_IDENTITY, "public_name") if name in changes]
    tx.record(
        "case.updated", case, before=before, after=after, fields=named, restricted=restricted,
        key_id=detainee.vault_key_id,
    )  # fmt: skip
    return case


def _shown(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value


async def _checked(tx: Transaction, case: Case, name: str, value: Any) -> Any:
    if name == "tags":
        return sorted({tag.strip().lower() for tag in value if tag.strip()})
    if name == "coordinator_id" and value is not None:
        belongs = await tx.session.scalar(
            select(Membership.id)
            .where(
                Membership.person_id == value,
                Membership.organization_id == case.lead_organization_id,
                Membership.stands(tx.now),
            )
            .limit(1)
        )
        if belongs is None:
            raise Invalid("coordinatorId", "Only someone of the lead organization can look after this case.")
        await access.refuse_walled(tx, case.id, value, "coordinatorId")
    return value


async def _update_client(tx: Transaction, detainee: Detainee, changes: CaseChanges) -> dict[str, tuple[Any, Any]]:
    """Returns what is different now of what is restricted: before and after."""
    different: dict[str, tuple[Any, Any]] = {}
    touched = [name for name in _OF_IDENTITY if name in changes]
    if touched or "public_name" in changes:
        was = await identities.read(tx, detainee)
        known = intake.checked(replace(was, **_named(changes, touched)))
        if "a_numbers" in changes:
            await intake.refuse_taken_numbers(tx, detainee.organization_id, known.a_numbers, detainee_id=detainee.id)
        called = tx.open(detainee, "public_name")
        public_name = changes.get("public_name", called)
        if public_name is not None:
            public_name = names.check_public_name(public_name, known.names)
        if touched:
            await identities.write(tx, detainee, known)
        if "public_name" in changes:
            detainee.public_name = tx.seal(Detainee, detainee.id, "public_name", detainee.vault_key_id, public_name)
        both = [(name, getattr(was, name), getattr(known, name)) for name in touched]
        both.append(("public_name", called, public_name))
        different = {name: (before, after) for name, before, after in both if before != after}
    if "language" in changes:
        detainee.language = changes["language"]
    if "minor" in changes:
        detainee.minor = changes["minor"]
    detainee.revision += 1
    return different


def _named(changes: CaseChanges, names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in changes.items() if name in names}


async def close_case(tx: Transaction, case_id: UUID, *, expected_revision: int, reason: str) -> Case:
    """End a case that has no date ahead any more; what was still to be sent stays here. Raises :class:`Invalid`."""
    case = await access.case_for(tx, case_id, Act.CLOSE_CASE)
    tx.expect(case, expected_revision)
    if case.closed_at is not None:
        raise NotAllowedByState("This case is already closed.")
    if not reason.strip():
        raise Invalid("reason", "Say why it closes, in a few words.")
    ahead = await tx.session.scalar(
        select(func.count()).where(
            Occasion.case_id == case.id,
            Occasion.starts_at > tx.now,
            Occasion.state.in_(UPCOMING),
        )
    )
    if ahead:
        raise NotAllowedByState("This case still has dates ahead. Cancel or report them first.")
    case.stage, case.closed_at, case.closing_reason = Stage.CLOSED, tx.now, reason.strip()
    await notices.stop(tx, case_id=case.id, reason="case_closed")
    await keep_next_occasion(tx, case)
    tx.record("case.closed", case, after={"closed_at": tx.now})
    return case


async def keep_next_occasion(tx: Transaction, case: Case) -> None:
    """Keep what boards order by: the next date of the case that has not been cancelled or held."""
    await tx.session.flush()
    found = await tx.rows(_NEXT, given_case=case.id, given_now=tx.now)
    case.next_occasion_id, case.next_occasion_at = found[0] if found else (None, None)
    await tx.session.flush()


async def keep_next_occasions(tx: Transaction, case_ids: Sequence[UUID]) -> None:
    """The same for many cases at once, in two statements: for imports. A thousand ids are a good batch."""
    following = (
        select(Occasion.case_id, Occasion.id, Occasion.starts_at)
        .where(Occasion.case_id.in_(case_ids), *_awaits(tx.now))
        .ext(distinct_on(Occasion.case_id))
        .order_by(Occasion.case_id, Occasion.starts_at, Occasion.id)
    ).subquery()
    await tx.session.execute(
        update(Case)
        .where(Case.id == following.c.case_id)
        .values(next_occasion_id=following.c.id, next_occasion_at=following.c.starts_at)
        .execution_options(synchronize_session=False)
    )
    await tx.session.execute(
        update(Case)
        .where(Case.id.in_(case_ids), Case.next_occasion_at.is_not(None), Case.id.not_in(select(following.c.case_id)))
        .values(next_occasion_id=None, next_occasion_at=None)
        .execution_options(synchronize_session=False)
    )


def _awaits(now: Any) -> tuple[ColumnElement[bool], ...]:
    """Dates a case still has before it."""
    return (
        Occasion.starts_at > now,
        Occasion.state.in_(UPCOMING),
        # What is only drafted is no date yet.
        ~exists().where(AdvocacyAction.occasion_id == Occasion.id, AdvocacyAction.state == ActionState.DRAFT),
    )


_NEXT = written(
    select(Occasion.id, Occasion.starts_at)
    .where(
        Occasion.case_id == bindparam("given_case", None, Uuid()),
        *_awaits(bindparam("given_now", None, DateTime(timezone=True))),
    )
    .order_by(Occasion.starts_at, Occasion.id)
    .limit(literal(1))
)


async def keep_stage(tx: Transaction, case: Case) -> None:
    """A case is represented while somebody's assignment stands, and seeks counsel again when the last one ends."""
    if case.stage in (Stage.CLOSED, Stage.AFTER_RELEASE):
        return
    await tx.session.flush()
    standing = await tx.session.scalar(
        select(func.count()).where(Assignment.case_id == case.id, Assignment.state.in_(list(STANDING)))
    )
    if standing:
        case.stage = Stage.REPRESENTED
    elif case.stage is Stage.REPRESENTED:
        case.stage = Stage.SEEKING_COUNSEL


#: What belongs to a case and moves with it when two become one.
_CHILDREN: tuple[type[Table], ...] = (
    CustodyStint, LocatorCheck, Proceeding, Hearing, Decision, DateSource, DateCheck, Occasion, AdvocacyAction, SignOff,
    Consent, Invitation, Assignment, Task, Note, PrivilegedNote, CaseContact, TeamMember,
)  # fmt: skip
#: Of these a case has one of a kind: a row whose like the kept case has already stays where it is.
_ONE_OF_A_KIND: dict[type[Table], Callable[[Any], tuple[Any, ...]]] = {
    CaseContact: lambda row: (row.person_id,),
    TeamMember: lambda row: (row.person_id, row.role),
    Assignment: lambda row: (row.attorney_id,) if row.ended_at is None else (row.id,),
}


async def merge_cases(tx: Transaction, kept_case_id: UUID, merged_case_id: UUID) -> DetaineeMerge:
    """Two people reported the same arrest: everything of the second case moves to the first, and can move back.

    Sealed texts stay under the key they were sealed with, so nothing is sealed again. Raises :class:`Invalid` when
    it is one case, or when the two have different lead organizations.
    """
    if kept_case_id == merged_case_id:
        raise Invalid("mergedCaseId", "These are the same case.")
    # In one order, whichever is kept: two merges of one pair wait for each other.
    locked = {
        case_id: await access.case_for(tx, case_id, Act.MERGE_CASES)
        for case_id in sorted((kept_case_id, merged_case_id))
    }
    kept, merged = locked[kept_case_id], locked[merged_case_id]
    if kept.lead_organization_id != merged.lead_organization_id:
        raise Invalid("mergedCaseId", "These cases are led by different organizations. Share one instead.")
    if kept.merged_into_id or merged.merged_into_id:
        raise NotAllowedByState("One of these cases was merged already. Undo that first.")
    moved: dict[str, Any] = {}
    for model in _CHILDREN:
        ids = await _move(tx, model, merged.id, kept.id)
        if ids:
            moved[model.__tablename__] = [str(row_id) for row_id in ids]
    moved["stage"] = merged.stage.value
    walls = select(ConflictWall.id).where(ConflictWall.case_id.in_([kept.id, merged.id]))
    moved["walls_before"] = [str(one) for one in await tx.session.scalars(walls.order_by(ConflictWall.id))]
    moved["kept_readers"] = [str(one) for one in await _join_readers(tx, merged.id, kept.id)]
    merged.merged_into_id = kept.id
    merged.revision += 1
    kept.revision += 1
    merge = DetaineeMerge(
        id=new_id(),
        organization_id=kept.lead_organization_id,
        kept_case_id=kept.id,
        merged_case_id=merged.id,
        moved=moved,
        merged_by_id=tx.person_id or kept.coordinator_id,
    )
    tx.session.add(merge)
    await _settle(tx, kept, merged)
    # Conflict walls stay where they were raised, and stand before both halves: who came along has no part any more.
    await tx.session.execute(
        update(TeamMember)
        .where(
            TeamMember.case_id == kept.id,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
            func.walled_from(kept.id, TeamMember.person_id),
        )
        .values(until=tx.now)
    )
    tx.record("case.merged", merge, case=kept, after={"merged_case": merged.short_id, "kept_case": kept.short_id})
    return merge


async def _move(tx: Transaction, model: type[Any], source: UUID, target: UUID) -> list[UUID]:
    rows = list((await tx.session.scalars(select(model).where(model.case_id == source))).unique())
    if kind := _ONE_OF_A_KIND.get(model):
        there = {kind(row) for row in (await tx.session.scalars(select(model).where(model.case_id == target))).unique()}
        rows = [row for row in rows if kind(row) not in there]
    ids = [row.id for row in rows]
    if ids:
        await tx.session.execute(update(model).where(model.id.in_(ids)).values(case_id=target))
    return ids


async def _join_readers(tx: Transaction, source: UUID, target: UUID) -> list[UUID]:
    """Whoever read the merged case reads the kept one, too."""
    reading = set(await tx.session.scalars(select(CaseReader.organization_id).where(CaseReader.case_id == target)))
    joined = []
    for reader in list(await tx.session.scalars(select(CaseReader).where(CaseReader.case_id == source))):
        if reader.organization_id not in reading and (reader.until is None or reader.until > tx.now):
            tx.session.add(
                CaseReader(organization_id=reader.organization_id, case_id=target, began_at=tx.now, until=reader.until)
            )
            joined.append(reader.organization_id)
    return joined


async def _settle(tx: Transaction, *cases: Case) -> None:
    await tx.session.flush()
    for case in cases:
        tx.session.expire(case, ["next_occasion_at"])
        await tx.session.refresh(case)
        await keep_next_occasion(tx, case)


async def _keep_walls(tx: Transaction, merge: DetaineeMerge, kept: Case, merged: Case) -> None:
    """A wall that was raised while two cases were one stands before both once they are two: nobody knows which half it
    was about.
    """
    await tx.unlock([kept.vault_key_id, merged.vault_key_id])
    since = select(ConflictWall).where(
        ConflictWall.case_id.in_([kept.id, merged.id]),
        ConflictWall.lifted_at.is_(None),
        ConflictWall.id.not_in([UUID(one) for one in merge.moved.get("walls_before", [])]),
    )
    for wall in list(await tx.session.scalars(since)):
        other, wall_id = merged if wall.case_id == kept.id else kept, new_id()
        reason = await tx.opened(wall, "reason")
        tx.session.add(
            ConflictWall(
                id=wall_id, case_id=other.id, person_id=wall.person_id, organization_id=wall.organization_id,
                reason=tx.seal(ConflictWall, wall_id, "reason", other.vault_key_id, reason or ""),
                raised_at=wall.raised_at, raised_by_id=wall.raised_by_id,
            )
        )  # fmt: skip


async def undo_merge(tx: Transaction, merge_id: UUID) -> DetaineeMerge:
    """Take two cases apart again: everything that moved moves back, and whatever came since stays with the kept one."""
    merge = await access.seen(tx, DetaineeMerge, merge_id)
    pair = {
        case_id: await access.case_for(tx, case_id, Act.MERGE_CASES)
        for case_id in sorted((merge.kept_case_id, merge.merged_case_id))
    }
    kept, merged = pair[merge.kept_case_id], pair[merge.merged_case_id]
    if merge.undone_at is not None:
        raise NotAllowedByState("This merge was undone already.")
    await _keep_walls(tx, merge, kept, merged)
    merged.merged_into_id = None
    merged.revision += 1
    kept.revision += 1
    await tx.session.flush()
    for model in _CHILDREN:
        ids = [UUID(row_id) for row_id in merge.moved.get(model.__tablename__, [])]
        if ids:
            await tx.session.execute(
                update(model).where(model.id.in_(ids), model.case_id == kept.id).values(case_id=merged.id)  # type: ignore[attr-defined]
            )
    for organization_id in merge.moved.get("kept_readers", []):
        reader = await tx.session.get(CaseReader, (UUID(organization_id), kept.id))
        if reader:
            reader.until = tx.now
    merge.undone_at = tx.now
    await _settle(tx, kept, merged)
    tx.record("case.merge_undone", merge, case=kept, after={"merged_case": merged.short_id})
    return merge
