"""Imports: a file somebody kept becomes cases, whole or not at all.

Rosa's office has three years of clients in a spreadsheet. She names the file and what it holds; the table is read
(``tables``), its columns are recognised by the names people give them (``columns``), every cell and row is checked
(``cells``, ``records``), and only when nothing is wrong do the loaders write. Whatever is wrong comes back as sentences
by row and column, all of them at once. The same file read again changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from casework.imports import records, tables
from casework.imports.custody import load_custody
from casework.imports.hearings import load_hearings
from casework.imports.loading import BATCH, Progress, Tally, batches, in_silence
from casework.imports.people import load_people
from casework.imports.places import load_courts, load_facilities
from casework.imports.problems import FileRefused, Problem, Problems, RowsRefused
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.imports import Import, ImportKind
from schema.organizations import Organization, OrganizationKind

#: Reference data belongs to the deployment; everything else to one organization.
OF_DEPLOYMENT = frozenset({ImportKind.FACILITIES, ImportKind.COURTS})

_PARSE: dict[ImportKind, Callable[[tables.Table, Problems], Any]] = {
    ImportKind.FACILITIES: records.facilities,
    ImportKind.COURTS: records.courts,
    ImportKind.PEOPLE: records.people,
    ImportKind.CUSTODY: records.stints,
    ImportKind.HEARINGS: records.hearings,
}

_LOAD_PLACES: dict[ImportKind, Callable[..., Awaitable[Tally]]] = {
    ImportKind.FACILITIES: load_facilities,
    ImportKind.COURTS: load_courts,
}
_LOAD_PEOPLE: dict[ImportKind, Callable[..., Awaitable[Tally]]] = {
    ImportKind.PEOPLE: load_people,
    ImportKind.CUSTODY: load_custody,
    ImportKind.HEARINGS: load_hearings,
}


async def import_file(
    tx: Transaction,
    kind: ImportKind,
    path: Path,
    *,
    organization: Organization | None = None,
    progress: Progress = in_silence,
) -> Tally:
    """Read one file in, whole or not at all; the actor is the operator.

    Raises :class:`FileRefused` when it is no table of that kind, and :class:`RowsRefused` with every problem found. A
    dry run is the same in a transaction that the door rolls back.
    """
    if organization is None and kind not in OF_DEPLOYMENT:
        raise Invalid("organization", "Say whose people these are: --organization SLUG.")
    table = tables.read(path)
    problems = Problems()
    rows: Sequence[Any] = list(_PARSE[kind](table, problems))
    if not rows and not problems.count:
        raise FileRefused(f"{path.name} has a header and no rows.")
    # With problems already found the loaders still look for what rows say of each other and of what is known, so that
    # all of it is heard in one breath; they refuse before they write.
    if kind in OF_DEPLOYMENT:
        tally = await _LOAD_PLACES[kind](tx, rows, problems, progress)
    else:
        tally = await _LOAD_PEOPLE[kind](tx, organization, rows, problems, progress)
    return await _record(tx, tally, path, organization, table.remarks)


async def _record(
    tx: Transaction, tally: Tally, path: Path, organization: Organization | None, remarks: list[str]
) -> Tally:
    if tally.kind in OF_DEPLOYMENT:
        organization = None
    tally.remarks = [*remarks, *tally.remarks]
    with path.open("rb") as file:
        fingerprint = hashlib.file_digest(file, "sha256").digest()
    made = Import(
        id=new_id(),
        organization_id=organization.id if organization else None,
        kind=tally.kind,
        sha256=fingerprint,
        rows=tally.rows,
        added=tally.added,
        changed=tally.changed,
        unchanged=tally.unchanged,
    )
    tx.session.add(made)
    await tx.session.flush()
    counts = {"rows": tally.rows, "added": tally.added, "changed": tally.changed, "unchanged": tally.unchanged}
    # Each case by id, so that "what happened to this case?" finds the import, too.
    for batch in list(batches(tally.cases, BATCH)) or [[]]:
        tx.record(f"{tally.kind}.imported", made, after=counts, about=batch)
    await tx.flush()
    return tally


async def legal_provider_called(tx: Transaction, slug: str) -> Organization:
    """The legal provider of that slug. Raises :class:`Invalid` with the slugs there are."""
    found = await tx.session.scalar(select(Organization).where(Organization.slug == slug))
    if found is None or found.kind is not OrganizationKind.LEGAL_PROVIDER:
        slugs = await tx.session.scalars(
            select(Organization.slug)
            .where(Organization.kind == OrganizationKind.LEGAL_PROVIDER)
            .order_by(Organization.slug)
        )
        raise Invalid(
            "organization",
            'No legal provider is called "{slug}". There are: {slugs}.',
            slug=slug,
            slugs=", ".join(slugs) or "—",
        )
    return found


__all__ = [
    "OF_DEPLOYMENT",
    "FileRefused",
    "Import",
    "ImportKind",
    "Problem",
    "RowsRefused",
    "Tally",
    "import_file",
    "legal_provider_called",
]
