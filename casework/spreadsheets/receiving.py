"""Taking in a spreadsheet: its rows are put down sealed, and its columns matched as far as their names say."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import insert, select

from casework import access
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState
from casework.spreadsheets import columns, rows
from casework.spreadsheets.tables import Received
from casework.transaction import Transaction
from schema.base import new_id
from schema.organizations import Organization, OrganizationKind
from schema.spreadsheets import RememberedColumns, RowState, Spreadsheet, SpreadsheetRow, SpreadsheetState

#: That one person may have lying there at once.
_MOST = 20


async def may_bring(tx: Transaction, organization_id: UUID) -> Organization:
    """Asked before a file is taken in at all. Raises :class:`NotPermitted`, :class:`Invalid`, and
    :class:`NotAllowedByState` for whoever has too many lying there.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.IMPORT_SPREADSHEET)
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise Invalid("organizationId", "A case is led by a legal provider. Share the report with one.")
    mine = select(Spreadsheet.id).where(Spreadsheet.brought_by_id == tx.somebody).limit(_MOST)
    if len((await tx.session.scalars(mine)).all()) >= _MOST:
        raise NotAllowedByState("You have many spreadsheets lying here. Throw away those you don't need any more.")
    return organization


async def take_in_spreadsheet(tx: Transaction, organization_id: UUID, name: str, table: Received) -> Spreadsheet:
    """Put down what a table holds. It is read in the background, and nothing becomes a case before somebody says so.

    Columns with names like last time's mean what they meant then. Raises as :func:`may_bring`.
    """
    await may_bring(tx, organization_id)
    key_id = await tx.new_key()
    spreadsheet_id = new_id()
    called = " ".join(name.split())[:200] or "?"
    index = tx.vault.index(
        organization_id.hex, "spreadsheet.header", "\x1f".join(columns.compared(one) for one in table.header)
    )
    remembered = await tx.session.scalar(
        select(RememberedColumns).where(
            RememberedColumns.organization_id == organization_id, RememberedColumns.header_index == index
        )
    )
    spreadsheet = Spreadsheet(
        id=spreadsheet_id,
        organization_id=organization_id,
        brought_by_id=tx.somebody,
        vault_key_id=key_id,
        header_index=index,
        meanings=list(remembered.meanings) if remembered else columns.proposed(table.header),
        day_first=remembered.day_first if remembered else None,
        state=SpreadsheetState.CHECKING,
        state_since=tx.now,
        rows=len(table.rows),
    )
    spreadsheet.name = tx.seal(
        Spreadsheet, spreadsheet_id, "name", key_id, f"{called} ({table.tab})" if table.tab else called
    )
    spreadsheet.header = tx.seal(Spreadsheet, spreadsheet_id, "header", key_id, rows.as_list(table.header))
    tx.session.add(spreadsheet)
    await tx.session.flush()
    shared = {
        "organization_id": organization_id,
        "spreadsheet_id": spreadsheet_id,
        "brought_by_id": spreadsheet.brought_by_id,
        "state": RowState.UNREAD,
    }
    for start in range(0, len(table.rows), 1_000):
        values = []
        for number, cells in table.rows[start : start + 1_000]:
            row_id = new_id()
            values.append(
                shared | {"id": row_id, "number": number, "cells": rows.sealed_cells(tx, key_id, row_id, cells)}
            )
        await tx.session.execute(insert(SpreadsheetRow.__table__).inline(), values)  # type: ignore[arg-type]
    tx.record("spreadsheet.taken_in", spreadsheet, after={"rows": len(table.rows)})
    return spreadsheet


__all__ = ["may_bring", "take_in_spreadsheet"]
