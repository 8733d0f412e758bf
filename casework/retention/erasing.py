"""Erasing a case: its rows go, with what finds them, and the keys that sealed them are destroyed.

What stays is the trail, where the case is a number and an id that lead nowhere, and the chain over it, which still
holds. A backup from before holds the rows and the keys wrapped: it must be let go as well (docs/operating.md).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table as Columns
from sqlalchemy import delete, or_, select, text, update

from casework import access, sign_in
from casework.access import Act
from casework.refusals import NotAllowedByState
from casework.retention.due import held
from casework.retention.shared_actions import let_go
from casework.transaction import Transaction
from schema.base import Table
from schema.cases import Case
from schema.detainees import Detainee, DetaineeMerge
from schema.operations import Operation
from schema.retention import LegalHold
from schema.walls import ConflictWall

#: Holds are placed, and records taken away, one after the other: nothing goes while a hold on it is being placed.
_ALONE = text("select pg_advisory_xact_lock(hashtext('presencia retention'))")


async def alone(tx: Transaction) -> None:
    """Wait until nobody takes anything away or holds it, and keep everybody else from it until this is over."""
    await tx.session.execute(_ALONE)


async def erase_case(tx: Transaction, case_id: UUID, *, expected_revision: int) -> str:
    """Erase a closed case because the client asks for it: for good, everywhere. Returns its number.

    Counsel of the lead organization does it: whether a claim or a demand can be foreseen, for which everything must
    stay, is for counsel to judge. Raises :class:`NotFound`, :class:`NotPermitted`, :class:`ChangedMeanwhile`,
    :class:`ConfirmFirst`, and :class:`NotAllowedByState` while the case is open, merged into another, or held.
    """
    await alone(tx)
    case = await access.case_for(tx, case_id, Act.ERASE_CASE)
    tx.expect(case, expected_revision)
    if case.merged_into_id is not None:
        raise NotAllowedByState("This case was merged into another. Erase that one, or undo the merge first.")
    if case.closed_at is None:
        raise NotAllowedByState("This case is still open. Close it first.")
    async with tx.taking_away():
        if await is_held(tx, case):
            raise NotAllowedByState("A legal hold keeps this case. Nothing of it is erased until the hold is lifted.")
        sign_in.confirmed(tx)
        await erase(tx, case, by="request")
    return case.short_id


async def is_held(tx: Transaction, case: Case) -> bool:
    """A hold keeps this case."""
    row = select(
        Case.id.label("id"), Case.lead_organization_id.label("organization_id"), Case.id.label("case_id")
    ).where(Case.id == case.id)
    asked = row.subquery("asked")
    found: bool | None = await tx.session.scalar(select(held(asked)).select_from(asked))
    return bool(found)


async def erase(tx: Transaction, case: Case, *, by: str) -> None:
    """Take a case away, with those merged into it and, when it was their last, its client. The entry says so."""
    await tx.flush()
    family = await _family(tx, case.id)
    rows = (await tx.session.execute(select(Case.detainee_id, Case.vault_key_id).where(Case.id.in_(family)))).all()
    clients = {client for client, _ in rows}
    staying = select(Case.detainee_id).where(Case.detainee_id.in_(clients), Case.id.not_in(family))
    clients -= set(await tx.session.scalars(staying))
    keys = {key for _, key in rows}
    keys |= set(await tx.session.scalars(select(Detainee.vault_key_id).where(Detainee.id.in_(clients))))
    keys |= set(await tx.session.scalars(select(LegalHold.vault_key_id).where(LegalHold.case_id.in_(family))))
    operations = set(await tx.session.scalars(select(Case.operation_id).where(Case.id.in_(family)))) - {None}
    await _keep_walls(tx, family)
    tx.record("case.erased", case, after={"case": case.short_id, "by": by}, about=[*family, *sorted(clients)])
    keys |= await let_go(tx, family)
    for statement in _gone(family, sorted(clients)):
        await tx.session.execute(statement.execution_options(synchronize_session=False))
    keys |= await _left_empty(tx, operations)
    await tx.destroy_keys(sorted(keys))
    tx.session.expunge_all()


async def _left_empty(tx: Transaction, operations: Collection[UUID | None]) -> set[UUID]:
    """Operations of which no case is left go with the last. Their keys."""
    empty = select(Operation.id, Operation.vault_key_id).where(
        Operation.id.in_(operations), ~select(Case.id).where(Case.operation_id == Operation.id).exists()
    )
    found = (await tx.session.execute(empty)).all()
    await tx.session.execute(delete(Operation).where(Operation.id.in_([one.id for one in found])))
    return {one.vault_key_id for one in found}


async def _keep_walls(tx: Transaction, family: Sequence[UUID]) -> None:
    """A conflict wall stands before a client: it moves to another case of theirs, if one stays."""
    walls = await tx.session.scalars(
        select(ConflictWall).where(ConflictWall.case_id.in_(family), ConflictWall.lifted_at.is_(None))
    )
    for wall in list(walls):
        of_client = select(Case.detainee_id).where(Case.id == wall.case_id).scalar_subquery()
        other = await tx.session.scalar(
            select(Case).where(Case.detainee_id == of_client, Case.id.not_in(family)).order_by(Case.id).limit(1)
        )
        if other is not None:
            await tx.unlock([wall.reason, other.vault_key_id])
            reason = tx.open(wall, "reason")
            wall.case_id = other.id
            wall.reason = tx.seal(ConflictWall, wall.id, "reason", other.vault_key_id, reason or "")
            await tx.session.flush()


async def _family(tx: Transaction, case_id: UUID) -> list[UUID]:
    """The case, and whatever was merged into it. Locked: nothing is added to them meanwhile."""
    found, level = [case_id], [case_id]
    while level:
        merged = select(Case.id).where(Case.merged_into_id.in_(level)).with_for_update()
        level = list(await tx.session.scalars(merged))
        found += level
    return found


@cache
def tables_of_a_case() -> tuple[tuple[Columns, Columns | None, str], ...]:
    """Every table whose rows are of a case, and by what: its own ``case_id``, or a row of a table before it. What leans
    on others first, so that nothing is left that refers to nothing.
    """
    cases = cast(Columns, Case.__table__)
    found: list[tuple[Columns, Columns | None, str]] = []
    every = [table for table in reversed(Table.metadata.sorted_tables) if table is not cases]
    own = [table for table in every if _names(table, cases, "case_id")]
    for table in every:
        if table in own:
            found.append((table, None, "case_id"))
            continue
        found += [
            (table, key.column.table, key.parent.name)
            for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
            if key.column.table in own and not key.parent.nullable
        ]
    return tuple(found)


def _names(table: Columns, other: Columns, column: str) -> bool:
    return column in table.c and any(key.column.table is other for key in table.c[column].foreign_keys)


def _gone(family: Sequence[UUID], clients: Sequence[UUID]) -> Iterator[Any]:
    cases, merges = Case.__table__, DetaineeMerge
    yield update(Case).where(Case.id.in_(family)).values(next_occasion_id=None)
    yield delete(merges).where(or_(merges.kept_case_id.in_(family), merges.merged_case_id.in_(family)))
    for table, through, column in tables_of_a_case():
        if through is None:
            yield delete(table).where(table.c[column].in_(family))
        else:
            yield delete(table).where(table.c[column].in_(select(through.c.id).where(through.c.case_id.in_(family))))
    yield update(Case).where(Case.merged_into_id.in_(family)).values(merged_into_id=None)
    yield delete(Case).where(cases.c.id.in_(family))
    for table in reversed(Table.metadata.sorted_tables):
        if "detainee_id" in table.c and table is not cases:
            yield delete(table).where(table.c.detainee_id.in_(clients))
    yield update(Detainee).where(Detainee.merged_into_id.in_(clients)).values(merged_into_id=None)
    yield delete(Detainee).where(Detainee.id.in_(clients))


__all__ = ["alone", "erase", "erase_case", "is_held", "tables_of_a_case"]
