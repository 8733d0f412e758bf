"""Merging: two cases of one person become one, and can be taken apart again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update

from casework import access, same_person
from casework.access import Act
from casework.belongings import CHILDREN, ONE_OF_A_KIND
from casework.cases import keep_next_occasion
from casework.refusals import Invalid, NotAllowedByState
from casework.same_person import IdentityField
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.detainees import Detainee, DetaineeMerge
from schema.teams import CaseReader, TeamMember
from schema.walls import ConflictWall


async def merge_cases(
    tx: Transaction, kept_case_id: UUID, merged_case_id: UUID, *, take: Collection[IdentityField] = ()
) -> DetaineeMerge:
    """Two people reported the same arrest: everything of the second case moves to the first, and can move back; whoever
    looks for the second client finds the first. What the kept case is to ``take`` from the other stands there until
    then.

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
    for model in CHILDREN:
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
        numbers=[merged.number, *await _numbers(tx, merged)],
        merged_by_id=tx.person_id or kept.coordinator_id,
    )
    tx.session.add(merge)
    await _settle(tx, kept, merged)
    different = await same_person.take_over(tx, merge, kept, merged, take)
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
    tx.record(
        "case.merged", merge, case=kept, after={"merged_case": merged.short_id, "kept_case": kept.short_id},
        restricted=different, key_id=await _key_of_client(tx, kept),
    )  # fmt: skip
    return merge


async def _move(tx: Transaction, model: type[Any], source: UUID, target: UUID) -> list[UUID]:
    rows = list((await tx.session.scalars(select(model).where(model.case_id == source))).unique())
    if kind := ONE_OF_A_KIND.get(model):
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


async def _numbers(tx: Transaction, case: Case) -> list[int]:
    """What was merged into a case before is found with it."""
    before = select(DetaineeMerge.numbers).where(
        DetaineeMerge.kept_case_id == case.id, DetaineeMerge.undone_at.is_(None)
    )
    return [number for numbers in await tx.session.scalars(before.order_by(DetaineeMerge.id)) for number in numbers]


async def _key_of_client(tx: Transaction, case: Case) -> UUID:
    return (await tx.session.get_one(Detainee, case.detainee_id)).vault_key_id


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
    if kept.merged_into_id is not None:
        raise NotAllowedByState("The case that was kept was merged into another since. Undo that first.")
    await _keep_walls(tx, merge, kept, merged)
    merged.merged_into_id = None
    merged.revision += 1
    kept.revision += 1
    await tx.session.flush()
    for model in CHILDREN:
        ids = [UUID(row_id) for row_id in merge.moved.get(model.__tablename__, [])]
        if ids:
            await tx.session.execute(
                update(model).where(model.id.in_(ids), model.case_id == kept.id).values(case_id=merged.id)  # type: ignore[attr-defined]
            )
    for organization_id in merge.moved.get("kept_readers", []):
        reader = await tx.session.get(CaseReader, (UUID(organization_id), kept.id))
        if reader:
            reader.until = tx.now
    different = await same_person.give_back(tx, merge, kept, merged)
    merge.undone_at = tx.now
    await _settle(tx, kept, merged)
    tx.record(
        "case.merge_undone", merge, case=kept, after={"merged_case": merged.short_id},
        restricted=different, key_id=await _key_of_client(tx, kept),
    )  # fmt: skip
    return merge
