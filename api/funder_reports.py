"""POST /exports/funder-report: for the screen as JSON, or taken away as CSV, XLSX or PDF."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import asdict

from starlette.responses import JSONResponse, Response

from api import nodes
from api.guards import BadRequest
from api.house import arriving
from api.language import asked_for
from api.rest import Asked
from casework import funder_reports, prints, table_files
from casework.funder_reports import FunderReport, Grain
from casework.language import LANGUAGES, Sentence
from casework.prints import Part, Printed
from casework.small_counts import LEAST
from casework.table_files import MEDIA, TableFormat

_SCREEN, _PDF = "screen", "pdf"


async def taken_away(asked: Asked) -> Response:
    """``{"organizationId", "from", "until", "by", "format"}``. Quarters as "2026-Q3"; by quarter or month."""
    arrival = await arriving(asked.request)
    if arrival is None:
        raise BadRequest(401, "Sign in first.")
    form, by = asked.given.get("format", _SCREEN), asked.given.get("by", Grain.QUARTER.value)
    if form not in (_SCREEN, _PDF, *TableFormat) or by not in list(Grain):
        raise BadRequest(
            400, f"Format is {_SCREEN}, {_PDF} or one of {', '.join(TableFormat)}; by is quarter or month."
        )
    language = asked_for(asked.request) or LANGUAGES[0]
    start, until = asked.text("from", most=10), asked.text("until", most=10)
    async with asked.at.database.transaction(arrival.person, request_id=secrets.token_hex(8)) as tx:
        report = await funder_reports.make_funder_report(
            tx, nodes.key("Organization", asked.text("organizationId")), start, until, Grain(by), form=form
        )
        now = tx.now
    if form == _SCREEN:
        return JSONResponse(_screen(report, language))
    if form == _PDF:
        content, media = await asyncio.to_thread(prints.pdf, _printed(report, language), now), "application/pdf"
    else:
        rows = funder_reports.lines(report, language)
        content = await asyncio.to_thread(table_files.whole, TableFormat(form), funder_reports.headings(language), rows)
        media = MEDIA[TableFormat(form)]
    name = f"report-{start}-to-{until}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "x-content-type-options": "nosniff"}
    return Response(content, media_type=media, headers=headers)


def _screen(report: FunderReport, language: str) -> dict[str, object]:
    return {
        "organization": report.organization,
        "note": funder_reports.SMALL.said(language),
        "tables": [
            {
                "title": one.measure.title.said(language), "method": one.measure.method.said(language),
                "columns": one.heads(language), "rows": [asdict(row) for row in one.rows], "total": one.total,
                "more": one.more,
            }
            for one in report.tables
        ],
    }  # fmt: skip


def _printed(report: FunderReport, language: str) -> Printed:
    few = Sentence("fewer than {least}", least=LEAST).said(language)
    together, least = Sentence("All together").said(language), Sentence("at least {count}")
    parts = []
    for one in report.tables:
        rows = [[row.period, *(few if count is None else str(count) for count in row.counts)] for row in one.rows]
        if len(rows) > 1 and any(one.total):
            sums = [least.about(count=count).said(language) if one.more else str(count) for count in one.total]
            rows.append([together, *sums])
        parts.append(
            Part(
                title=one.measure.title.said(language), lines=[one.measure.method.said(language)],
                head=[Sentence("Time").said(language), *one.heads(language)],
                widths=[1.4, *(1 for _ in one.columns)], rows=rows,
            )
        )  # fmt: skip
    title = Sentence(
        "Report of {organization}, {start} to {until}",
        organization=report.organization,
        start=report.start,
        until=report.until,
    )
    return Printed(
        language=language, title=title.said(language), about=[funder_reports.SMALL.said(language)], parts=parts,
        foot=report.organization,
    )  # fmt: skip


__all__ = ["taken_away"]
