"""Tables taken away: POST /exports/cases and POST /exports/hearings, answered while their rows are read.

The rows come of the same compiled reading as the page's, a hundred cases or a week of dates at a time, so that one rule
decides what is in them, and the memory that an export of ten thousand cases takes is that of a hundred. Who may, and
that it is them, is asked before the first row; who it is, again with every part: whoever was signed out meanwhile gets
no more, and the file breaks off.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import orjson
from starlette.responses import Response, StreamingResponse

from api import nodes
from api.exported import CASES, HEARINGS, Column
from api.guards import BadRequest
from api.house import House, arriving
from api.language import asked_for
from api.plans import read
from api.rest import Asked
from casework import exports, table_files
from casework.exports import Exported
from casework.language import LANGUAGES
from casework.reading import Arrival, LeftAside
from casework.refusals import Invalid, NotPermitted
from casework.table_files import MEDIA, TableFormat

#: Dates are asked for by the week, and of at most a year.
_STRETCH, _LONGEST = timedelta(days=7), timedelta(days=366)
_FILTERS = (
    "stages", "custodyStatuses", "search", "withoutCounsel", "hearingFrom", "hearingUntil", "coordinatorId",
    "facilityId", "priority", "tag", "includeClosed", "need",
)  # fmt: skip
_OF_DATES = ("courtId", "caseId", "mine", "attorneyId", "kinds", "unconfirmed")
#: Whom or what somebody looked for is no business of the organization's trail, which says that they did.
_UNTOLD = frozenset({"search", "tag", "coordinatorId", "facilityId", "courtId", "caseId", "attorneyId"})


class Reading:
    """One export's way to the graph, as whoever asked."""

    def __init__(self, asked: Asked, arrival: Arrival, language: str) -> None:
        self.asked = asked
        self.arrival = arrival
        self.language = language
        self.request_id = secrets.token_hex(8)

    @property
    def at(self) -> House:
        return self.asked.at

    async def again(self) -> None:
        """They are still signed in. Raises :class:`NotPermitted`."""
        found = await arriving(self.asked.request)
        if found is None or found.person.id != self.arrival.person.id:
            raise NotPermitted
        self.arrival = found

    async def answer(self, name: str, document: str, variables: dict[str, Any]) -> dict[str, Any]:
        """What the graph answers. Raises :class:`NotPermitted` for whoever's reading is not compiled."""
        documents = self.at.documents
        planned = documents.find(document, name) or documents.read(document, name, *read(document, name))
        try:
            wanted, arguments = planned.asked(documents.schema, variables)
            text = await self.at.answering.answer(
                wanted, arguments, standing=self.arrival.standing, operation=name, request_id=self.request_id,
                language=self.language, door="export",
            )  # fmt: skip
        except LeftAside as reason:
            raise _unread() from reason
        found: dict[str, Any] = orjson.loads(text)
        return found


async def cases(asked: Asked) -> Response:
    """``{"organizationId", "format", "columns", "filter", "order"}``: the cases of the board under this filter."""
    reading, form, columns = await _begun(asked, Exported.CASES, CASES)
    wanted = _filtered(asked, _FILTERS)
    variables = {"filter": wanted, "order": asked.given.get("order")}
    fields = " ".join(sorted({column.asks for column in columns.values()}))
    page = f"edges {{ node {{ {fields} }} }} pageInfo {{ hasNextPage endCursor }}"
    head = "query ExportCases($filter: CaseFilter, $order: CaseOrder, $after: String) { "
    listed = "cases(filter: $filter, order: $order, first: 100, after: $after)"
    first = await reading.answer("ExportCases", f"{head}{listed} {{ count {page} }} }}", variables)
    count = first["cases"]["count"]

    async def rows() -> AsyncIterator[list[dict[str, Any]]]:
        found = first["cases"]
        while True:
            yield [edge["node"] for edge in found["edges"]]
            if not found["pageInfo"]["hasNextPage"]:
                return
            await reading.again()
            after = {**variables, "after": found["pageInfo"]["endCursor"]}
            found = (await reading.answer("ExportCases", f"{head}{listed} {{ {page} }} }}", after))["cases"]

    # Beyond what is counted it says so many at least.
    return await _sent(
        reading, Exported.CASES, form, columns, rows(), 10_001 if count is None else count, _told(wanted)
    )


async def hearings(asked: Asked) -> Response:
    """``{"organizationId", "format", "columns", "from", "until", "filter"}``: hearings that begin within these
    instants, those that the calendar shows under this filter.
    """
    reading, form, columns = await _begun(asked, Exported.HEARINGS, HEARINGS)
    wanted = _filtered(asked, _OF_DATES)
    start, until = _instant(asked, "from"), _instant(asked, "until")
    if not timedelta(0) < until - start <= _LONGEST:
        raise Invalid("until", "Choose from one day to a year.")
    fields = " ".join(sorted({"occasion { state }", "hearing { id }", *(one.asks for one in columns.values())}))
    document = f"query ExportHearings($range: CalendarRange!) {{ calendar(range: $range) {{ {fields} }} }}"

    async def week(begin: datetime) -> list[dict[str, Any]]:
        stretch = {**wanted, "from": begin.isoformat(), "until": min(begin + _STRETCH, until).isoformat()}
        found = (await reading.answer("ExportHearings", document, {"range": stretch}))["calendar"]
        return [one for one in found if one["hearing"] and one["occasion"]["state"] != "CANCELLED"]

    # Counted by reading them: a year of dates is a few thousand short rows.
    weeks: list[list[dict[str, Any]]] = []
    begin = start
    while begin < until:
        weeks.append(await week(begin))
        begin += _STRETCH

    async def rows() -> AsyncIterator[list[dict[str, Any]]]:
        for found in weeks:
            yield found

    told = ", ".join(filter(None, (f"{start.date()} to {until.date()}", _told(wanted))))
    return await _sent(reading, Exported.HEARINGS, form, columns, rows(), sum(map(len, weeks)), told)


def _unread() -> Invalid:
    return Invalid("filter", "This filter can't be read. Take a part of it away.")


def _filtered(asked: Asked, known: tuple[str, ...]) -> dict[str, Any]:
    """What is asked for of the rows, by the names the graph gives it. Raises :class:`Invalid`."""
    wanted = asked.given.get("filter") or {}
    if not isinstance(wanted, dict) or set(wanted) - set(known):
        raise _unread()
    return wanted


def _told(wanted: dict[str, Any]) -> str:
    """The filter as the trail says it."""
    return ", ".join(
        name if name in _UNTOLD or value is True else f"{name}={value}"
        for name, value in sorted(wanted.items())
        if value
    )


async def _begun(
    asked: Asked, what: Exported, known: dict[str, Column]
) -> tuple[Reading, TableFormat, dict[str, Column]]:
    """Who asks, and for what; they may, and have confirmed that it is them."""
    arrival = await arriving(asked.request)
    if arrival is None:
        raise BadRequest(401, "Sign in first.")
    form, names = asked.given.get("format"), asked.given.get("columns")
    if form not in list(TableFormat):
        raise BadRequest(400, f"Format is one of {', '.join(TableFormat)}.")
    if names is not None and not (isinstance(names, list) and all(isinstance(one, str) for one in names)):
        raise BadRequest(400, "Send columns as a list of their names.")
    columns = exports.chosen(known, names)
    async with asked.at.database.transaction(arrival.person) as tx:
        await exports.permit_export(tx, nodes.key("Organization", asked.text("organizationId")), what)
    return Reading(asked, arrival, asked_for(asked.request) or LANGUAGES[0]), TableFormat(form), columns


async def _sent(
    reading: Reading, what: Exported, form: TableFormat, columns: dict[str, Column],
    parts: AsyncIterator[list[dict[str, Any]]], count: int, told: str,
) -> Response:  # fmt: skip
    asked, language = reading.asked, reading.language
    organization = nodes.key("Organization", asked.text("organizationId"))
    async with reading.at.database.transaction(reading.arrival.person, request_id=reading.request_id) as tx:
        await exports.record_export(
            tx, organization, what, form=form.value, asked=f"{told or 'all'}; {len(columns)} columns", count=count
        )  # fmt: skip
    today = reading.at.database.clock().date().isoformat()

    async def body() -> AsyncIterator[bytes]:
        sheet = table_files.sheet(form, {name: one.heading.said(language) for name, one in columns.items()})
        yield sheet.begun()
        async for part in parts:
            if made := sheet.rows([one.cell(row, language) for one in columns.values()] for row in part):
                yield made
        yield await asyncio.to_thread(sheet.ended)

    return StreamingResponse(
        body(),
        media_type=MEDIA[form],
        # What it is and when: a file name travels further than the file.
        headers={
            "content-disposition": f'attachment; filename="{what.value}-{today}.{form.value}"',
            "x-content-type-options": "nosniff",
        },
    )


def _instant(asked: Asked, name: str) -> datetime:
    try:
        found = datetime.fromisoformat(asked.text(name, most=40))
    except ValueError:
        found = None
    # No calendar holds the first and the last days that a clock can say, and weeks are added to them.
    if found is None or found.tzinfo is None or not 1900 <= found.year <= 2200:
        raise BadRequest(400, f"Send {name} as an instant with its offset.")
    return found


__all__ = ["Reading", "cases", "hearings"]
