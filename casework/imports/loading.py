"""What every loader shares: the tally, batches, digests, and who is who in an organization's files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import insert, or_, select

from casework.same_person import last_of
from casework.transaction import Transaction
from schema.base import Table
from schema.cases import Case, CustodyStatus
from schema.imports import ImportKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
_MERGED = select(Case.merged_into_id.label("into")).where(Case.merged_into_id.is_not(None)).subquery("merged")

#: Rows sent to the database in one go.
BATCH = 1_000

#: Told how many rows are done, of how many.
Progress = Callable[[int, int], None]


def in_silence(done: int, total: int) -> None:
    """The progress of a caller who does not look."""


@dataclass
class Tally:
    """What an import did, or with ``--dry-run`` would do."""

    kind: ImportKind
    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    #: Things worth a look that did not stop the import.
    remarks: list[str] = field(default_factory=list)
    #: Cases that were added or changed, for the trail.
    cases: list[UUID] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case of the organization, by the name its person has in the organization's files."""

    id: UUID
    custody_status: CustodyStatus


async def cases_by_ref(tx: Transaction, organization_id: UUID) -> dict[str, KnownCase]:
    """Every case of the organization that came from a file; for one that was merged, the case that is kept."""
    into: dict[UUID, UUID] = {}
    statuses: dict[UUID, CustodyStatus] = {}
    named: dict[str, UUID] = {}
    found = await tx.session.execute(
        select(Case.id, Case.source_ref, Case.custody_status, Case.merged_into_id).where(
            Case.lead_organization_id == organization_id,
            or_(Case.source_ref.is_not(None), Case.merged_into_id.is_not(None), Case.id.in_(select(_MERGED.c.into))),
        )
    )
    for case_id, ref, status, kept in found:
        statuses[case_id] = status
        if kept:
            into[case_id] = kept
        if ref:
            named[ref] = case_id
    kept_of = {ref: last_of(into, case_id) for ref, case_id in named.items()}
    return {ref: KnownCase(case_id, statuses[case_id]) for ref, case_id in kept_of.items()}


def digest(tx: Transaction, organization_id: UUID, kind: ImportKind, record: DataclassInstance) -> bytes:
    """A keyed digest of what a row says, wherever it stands. Unkeyed it would be a way to try out A-numbers."""
    said = [getattr(record, fact.name) for fact in fields(record) if fact.name != "row"]
    return tx.vault.index(organization_id.hex, f"import.{kind}", "\x1f".join(map(repr, said)))


async def add_all(tx: Transaction, rows: dict[type[Table], list[dict[str, Any]]]) -> None:
    """Send rows to their tables, in the order of the mapping. Empties the lists."""
    for model, values in rows.items():
        if values:
            # Core, and no RETURNING: row-level security would look at each row again.
            await tx.session.execute(insert(model.__table__).inline(), values)  # type: ignore[arg-type]
            values.clear()


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The same items, in order, in lists of at most ``size``."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
