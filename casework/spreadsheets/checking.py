"""Checking: what each row would become. Nothing is written but that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from casework import access, identities, names, same_person
from casework.imports.problems import CellProblem
from casework.language import Sentence
from casework.spreadsheets import dates, rows
from casework.spreadsheets.places import Places
from casework.spreadsheets.said import Columns, Said, Wrong
from casework.transaction import Transaction
from schema.cases import Case
from schema.detainees import Detainee, NameToken
from schema.spreadsheets import ColumnMeaning as Means
from schema.spreadsheets import RowState, Spreadsheet, SpreadsheetRow, SpreadsheetState

#: Rows looked at in one transaction.
AT_ONCE = 500
#: States in which a row waits to be read again when the columns are matched anew.
UNDECIDED = (RowState.UNREAD, RowState.NEW, RowState.KNOWN, RowState.PROBLEM)


def columns_of(tx: Transaction, spreadsheet: Spreadsheet) -> Columns:
    """How its rows are read."""
    # Nobody said, and nothing hangs on it, or every cell it hangs on is told as a problem.
    day_first = spreadsheet.day_first if spreadsheet.order_asked else bool(spreadsheet.day_first)
    return Columns(spreadsheet.meanings, day_first=day_first, today=tx.now.date())


async def settle_order(tx: Transaction, spreadsheet: Spreadsheet) -> None:
    """Whether the day or the month comes first in its dates: as they show, as somebody said, or to be asked."""
    read = Columns(spreadsheet.meanings, day_first=None, today=tx.now.date())
    every: list[str] = []
    found = await tx.session.execute(
        select(SpreadsheetRow.id, SpreadsheetRow.cells).where(
            SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state != RowState.LEFT_OUT
        )
    )
    for row_id, cells in found:
        every += read.date_cells(rows.opened_cells(tx, row_id, cells))
    order = dates.order_of(every)
    spreadsheet.order_asked = order is dates.Order.UNKNOWN
    if order in (dates.Order.DAY, dates.Order.MONTH):
        spreadsheet.day_first = order is dates.Order.DAY


async def check_some(tx: Transaction, spreadsheet: Spreadsheet, places: Places) -> bool:
    """Look at the next rows. Returns whether more wait."""
    if spreadsheet.done == 0:
        await settle_order(tx, spreadsheet)
    waiting = (
        select(SpreadsheetRow)
        .where(SpreadsheetRow.spreadsheet_id == spreadsheet.id, SpreadsheetRow.state == RowState.UNREAD)
        .order_by(SpreadsheetRow.number)
        .limit(AT_ONCE)
    )
    found = list(await tx.session.scalars(waiting))
    await look_at(tx, spreadsheet, found, places)
    spreadsheet.done += len(found)
    if len(found) < AT_ONCE:
        rows.turn(tx, spreadsheet, SpreadsheetState.READY)
    await tx.session.flush()
    return len(found) == AT_ONCE


@dataclass
class _Looked:
    row: SpreadsheetRow
    said: Said
    index: bytes | None = None
    known: UUID | None = None
    wrong: list[Wrong] = field(default_factory=list)


async def look_at(tx: Transaction, spreadsheet: Spreadsheet, found: Sequence[SpreadsheetRow], places: Places) -> None:
    """What these rows would become, and what is wrong with them."""
    columns = columns_of(tx, spreadsheet)
    looked = [_Looked(row, columns.read(rows.cells(tx, row))) for row in found]
    for one in looked:
        one.wrong = [*one.said.wrong, *_of_places(tx, columns, one.said, places)]
        if one.said.a_numbers:
            one.index = identities.number_index(tx, spreadsheet.organization_id, one.said.a_numbers[0])
    await _twice(tx, spreadsheet, columns, looked)
    await _known(tx, spreadsheet, looked)
    for one in looked:
        one.row.number_index, one.row.became_id = one.index, one.known
        rows.put_problems(tx, spreadsheet.vault_key_id, one.row, one.wrong)
        one.row.state = rows.judged(one.row, wrong=bool(one.wrong), known=one.known)
    await tx.session.flush()


def _of_places(tx: Transaction, columns: Columns, said: Said, places: Places) -> list[Wrong]:
    """Places nobody knows, and hours that do not exist there."""
    wrong: list[Wrong] = []
    try:
        if said.facility:
            zone = places.facility(said.facility).time_zone
            if said.booked_in and zone:
                said.booked_in.instant(zone)
    except CellProblem as problem:
        wrong.append(Wrong(columns.at.get(Means.FACILITY), problem.sentence))
    if said.hearing and said.court and is_ahead(said, tx.now):
        try:
            court = places.court(said.court)
        except CellProblem as problem:
            return [*wrong, Wrong(columns.at.get(Means.COURT), problem.sentence)]
        try:
            said.hearing.instant(court.time_zone)
        except CellProblem as problem:
            wrong.append(Wrong(columns.at.get(Means.HEARING_DATE), problem.sentence))
    return wrong


def is_ahead(said: Said, now: datetime) -> bool:
    """Its hearing may still come, on whatever clock. What is past is noted, and is nobody's date any more."""
    if said.hearing is None:
        return False
    wall = said.hearing.wall if said.hearing.hour_known else said.hearing.wall + timedelta(days=1)
    return wall > now.replace(tzinfo=None) - timedelta(hours=10)


async def _twice(tx: Transaction, spreadsheet: Spreadsheet, columns: Columns, looked: list[_Looked]) -> None:
    """One A-number is one person: the first row that carries it stands, the others are told."""
    indexes = {one.index for one in looked if one.index}
    first: dict[bytes, int] = {}
    for index, number in await tx.session.execute(
        select(SpreadsheetRow.number_index, SpreadsheetRow.number)
        .where(
            SpreadsheetRow.spreadsheet_id == spreadsheet.id,
            SpreadsheetRow.number_index.in_(indexes),
            SpreadsheetRow.state != RowState.LEFT_OUT,
            SpreadsheetRow.id.not_in([one.row.id for one in looked]),
        )
        .order_by(SpreadsheetRow.number)
    ):
        if index is not None:
            first.setdefault(index, number)
    for one in sorted(looked, key=lambda one: one.row.number):
        if one.index is None or one.row.state is RowState.LEFT_OUT:
            continue
        before = first.setdefault(one.index, one.row.number)
        if before < one.row.number:
            one.wrong.append(
                Wrong(columns.at.get(Means.A_NUMBER), Sentence("row {row} carries the same A-number.", row=before))
            )


async def _known(tx: Transaction, spreadsheet: Spreadsheet, looked: list[_Looked]) -> None:
    """Who of them is somebody of a case that the actor may see: by A-number, by the office's own number, or by name and
    day of birth.
    """
    organization_id = spreadsheet.organization_id
    of_row: dict[UUID, UUID] = {}
    numbers = [one.said.a_numbers[0] for one in looked if one.said.a_numbers]
    holders = await identities.holders(tx, organization_id, numbers) if numbers else {}
    refs = {one.said.ref for one in looked if one.said.ref}
    by_ref: dict[str, UUID] = {}
    if refs:
        found = await tx.session.execute(
            select(Detainee.source_ref, Detainee.id).where(
                Detainee.organization_id == organization_id, Detainee.source_ref.in_(refs)
            )
        )
        by_ref = {ref: client for ref, client in found if ref}
    for one in looked:
        client = next((holders[number] for number in one.said.a_numbers if number in holders), None)
        client = client or by_ref.get(one.said.ref or "")
        if client:
            of_row[one.row.id] = client
    kept = await same_person.kept_clients(tx, organization_id)
    of_row |= await _by_name(tx, organization_id, [one for one in looked if one.row.id not in of_row], kept)
    of_row = {row_id: kept.get(client, client) for row_id, client in of_row.items()}
    newest: dict[UUID, UUID] = {}
    if of_row:
        cases = (
            access.visible(await access.standing(tx), Case, tx.now)
            .where(
                Case.detainee_id.in_(set(of_row.values())),
                Case.lead_organization_id == organization_id,
                Case.merged_into_id.is_(None),
            )
            .order_by(Case.opened_at)
        )
        newest = {case.detainee_id: case.id for case in await tx.session.scalars(cases)}
    for one in looked:
        if client := of_row.get(one.row.id):
            one.known = newest.get(client)


async def _by_name(
    tx: Transaction, organization_id: UUID, looked: list[_Looked], kept: Mapping[UUID, UUID]
) -> dict[UUID, UUID]:
    """Rows whose whole name and day of birth are those of one client, or of a record that turned out to be theirs."""
    wanted: dict[UUID, tuple[_Looked, set[bytes]]] = {}
    for one in looked:
        if one.said.legal_name and one.said.birth and len(one.said.birth) == 10:
            words = {word[:8] for word in names.folded(one.said.legal_name).split() if len(word) >= 3}
            if words:
                wanted[one.row.id] = (one, identities.token_hashes(tx, organization_id, words))
    every = {token for _, tokens in wanted.values() for token in tokens}
    if not every:
        return {}
    having: dict[bytes, set[UUID]] = {}
    for token, client in await tx.session.execute(
        select(NameToken.token, NameToken.detainee_id).where(
            NameToken.organization_id == organization_id, NameToken.token.in_(every)
        )
    ):
        having.setdefault(token, set()).add(client)
    seen = await access.standing(tx)
    found: dict[UUID, UUID] = {}
    for row_id, (one, tokens) in wanted.items():
        alike = set.intersection(*(having.get(token, set()) for token in tokens))
        # A name that many share proves nothing more by being opened.
        for client in sorted(alike)[:5]:
            records = access.visible(seen, Detainee, tx.now).where(
                or_(Detainee.id == client, Detainee.id.in_([other for other, into in kept.items() if into == client]))
            )
            for detainee in list(await tx.session.scalars(records)):
                known = await identities.read(tx, detainee)
                if known.birth_date == one.said.birth and _same(known.legal_name, one.said.legal_name):
                    found[row_id] = client
    return found


def _same(one: str | None, other: str | None) -> bool:
    return sorted(names.folded(one or "").split()) == sorted(names.folded(other or "").split())


__all__ = ["AT_ONCE", "UNDECIDED", "check_some", "columns_of", "is_ahead", "look_at"]
