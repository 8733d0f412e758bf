"""Spreadsheets, in and out: POST /organizations/{id}/spreadsheets, and GET /spreadsheets/{id}/left-behind.

A table comes as a file does (:mod:`api.files`): as the bare body, its name in a header. A workbook with several sheets
is answered with their names, and comes again with one of them; nothing of it is kept meanwhile. What goes out are the
rows that did not become cases, to be mended.
"""

from __future__ import annotations

import asyncio
import secrets
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api import nodes, receiving
from api.files import answering, language_of, named, sent_as_file, who
from api.guards import BadRequest, same_site, same_site_link
from api.house import house
from api.nodes import global_id
from casework import spreadsheets


@answering
async def put(request: Request) -> Response:
    """Bring a table to be imported."""
    at = house(request)
    same_site(request, at.settings.address)
    person = await who(request, acting=True)
    organization_id = nodes.key("Organization", request.path_params["id"])
    name, tab = named(request), _tab(request)
    sent_as_file(request)
    request_id = secrets.token_hex(8)
    async with at.database.transaction(person, request_id=request_id) as tx:
        await spreadsheets.may_bring(tx, organization_id)
    language = language_of(request)
    with receiving.PLACES.taken(person.id, language):
        content = await receiving.body(request, language)
        table = await asyncio.to_thread(spreadsheets.read_table, content, name, tab)
        del content
        if isinstance(table, spreadsheets.Choice):
            return JSONResponse({"sheets": table.tabs}, 200)
        async with at.database.transaction(person, request_id=request_id) as tx:
            made = await spreadsheets.take_in_spreadsheet(tx, organization_id, name, table)
    at.waker.wake()
    return JSONResponse({"id": global_id("Spreadsheet", made.id), "rows": made.rows}, 201)


@answering
async def left_behind(request: Request) -> Response:
    """The rows that did not become cases, as CSV."""
    at = house(request)
    same_site_link(request, at.settings.address)
    person = await who(request, acting=False)
    spreadsheet_id = nodes.key("Spreadsheet", request.path_params["id"])
    async with at.database.transaction(person, request_id=secrets.token_hex(8)) as tx:
        content = await spreadsheets.rows_to_hand_back(tx, spreadsheet_id, language_of(request))
        await tx.record_views("RowsLeftBehind")
    return Response(
        content,
        media_type="text/csv; charset=utf-8",
        headers={
            "content-disposition": 'attachment; filename="left-behind.csv"',
            "x-content-type-options": "nosniff",
            "content-security-policy": "default-src 'none'; sandbox",
            "cross-origin-resource-policy": "same-origin",
        },
    )


def _tab(request: Request) -> str | None:
    """Which sheet of a workbook, percent-encoded as UTF-8."""
    said = request.headers.get("x-sheet")
    if said is None:
        return None
    try:
        return unquote(said, errors="strict")
    except UnicodeDecodeError:
        raise BadRequest(400, "Send the sheet's name in X-Sheet, percent-encoded.") from None


__all__ = ["left_behind", "put"]
