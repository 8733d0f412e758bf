"""Paper: POST /exports/case-sheet and POST /exports/court-list, each a PDF.

What stands on it is read by the same compiled reading as the page's, as whoever prints: what they may not see is not on
their paper either.
"""

from __future__ import annotations

import asyncio
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import Response

from api import nodes
from api.exported import STAGES, STANDINGS, STATUSES, kind, said
from api.exports import Reading
from api.guards import BadRequest
from api.house import arriving
from api.language import asked_for
from api.rest import Asked
from casework import prints, times
from casework.language import LANGUAGES, Sentence
from casework.prints import Part, Printed
from casework.refusals import NotFound

CASE = """query PrintCaseSheet($shortId: String!) { case(shortId: $shortId) {
  id shortId stage custodyStatus audience missing
  client { publicName legalName aNumbers language countryOfBirth birthDate minor }
  coordinator { name } leadOrganization { name phone timeZone }
  representedBy { attorney { name } }
  whereNow { checkedAt facility { name city state timeZone } }
  proceedings { kind state court { name } }
  hearings { dateStanding judge court { name }
    occasion { kind state startsAt endsAt timeZone hourKnown placeName room } }
  deadlines { state name dueOn dueAt timeZone fellAwayAt citation }
} }"""
LIST = """query PrintCourtList($range: CalendarRange!) { calendar(range: $range) {
  occasion { kind state startsAt timeZone hourKnown placeName room }
  hearing { judge dateStanding court { name } }
  case { shortId client { publicName } representedBy { attorney { name } } }
} }"""
#: On a court list for a door: no case, no client, no counsel.
PUBLIC_LIST = """query PrintPublicCourtList($range: CalendarRange!) { calendar(range: $range) {
  occasion { kind state startsAt timeZone hourKnown placeName room } hearing { id court { name } }
} }"""
_OPEN = ("FOR_REVIEW", "CONFIRMED")
_CONFIRMED, _COMPUTED = Sentence("confirmed by counsel"), Sentence("computed, for counsel to review")
_HEARINGS = (
    Sentence("When"), Sentence("Hearing"), Sentence("Where"), Sentence("Judge"), Sentence("How sure the date is"),
)  # fmt: skip
_DEADLINES = (Sentence("Due"), Sentence("What"), Sentence("Standing"), Sentence("Rule"))
_MADE = Sentence("Made on {when} for the legal team. Dates are in the time of each place.")


async def case_sheet(asked: Asked) -> Response:
    """``{"shortId"}``: one case on a page, for counsel."""
    reading = await _reading(asked)
    found = (await reading.answer("PrintCaseSheet", CASE, {"shortId": asked.text("shortId", most=20)}))["case"]
    if found is None:
        raise NotFound
    async with reading.at.database.transaction(reading.arrival.person, request_id=reading.request_id) as tx:
        await prints.print_case_sheet(tx, nodes.key("Case", found["id"]))
        now = tx.now
    made = await asyncio.to_thread(prints.pdf, _sheet(found, reading.language, now), now)
    return _paper(made, f"{found['shortId']}.pdf")


async def court_list(asked: Asked) -> Response:
    """``{"organizationId", "from", "days", "named"}``: hearings from this day on, a page a day, in each court's
    time.
    """
    reading = await _reading(asked)
    try:
        start = date.fromisoformat(asked.text("from", most=10))
        # A day on either side, and a fortnight after.
        _ = start - timedelta(days=1), start + timedelta(days=16)
    except (ValueError, OverflowError):
        raise BadRequest(400, "Send from as a day, such as 2026-12-09.") from None
    days, named = asked.given.get("days", 1), asked.given.get("named", True)
    if not isinstance(days, int) or not isinstance(named, bool):
        raise BadRequest(400, "Send days as a number, and named as true or false.")
    async with reading.at.database.transaction(reading.arrival.person, request_id=reading.request_id) as tx:
        await prints.print_court_list(
            tx, nodes.key("Organization", asked.text("organizationId")), days=days, named=named
        )
        now = tx.now
    # A day begins and ends at each court's own midnight: a day more on either side is read, and sorted by wall.
    midnight = datetime.combine(start, time(), ZoneInfo("UTC"))
    stretch = {
        "from": (midnight - timedelta(days=1)).isoformat(), "until": (midnight + timedelta(days=days + 1)).isoformat()
    }  # fmt: skip
    name, document = ("PrintCourtList", LIST) if named else ("PrintPublicCourtList", PUBLIC_LIST)
    found = (await reading.answer(name, document, {"range": stretch}))["calendar"]
    said = _list(found, start, days, reading.language, now, named=named)
    return _paper(await asyncio.to_thread(prints.pdf, said, now), f"court-list-{start.isoformat()}.pdf")


async def _reading(asked: Asked) -> Reading:
    arrival = await arriving(asked.request)
    if arrival is None:
        raise BadRequest(401, "Sign in first.")
    language = asked.given.get("language") or asked_for(asked.request) or LANGUAGES[0]
    if language not in LANGUAGES:
        raise BadRequest(400, f"Language is one of {', '.join(LANGUAGES)}.")
    return Reading(asked, arrival, language)


def _paper(content: bytes, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"', "x-content-type-options": "nosniff"}
    return Response(content, media_type="application/pdf", headers=headers)


def _when(instant: str, zone: str, language: str, *, hour_known: bool = True) -> str:
    at = datetime.fromisoformat(instant)
    if hour_known:
        return times.said(at, zone, language)
    return times.full_day(times.local_day(at, zone), language)


def _sheet(one: dict[str, Any], language: str, now: datetime) -> Printed:
    def say(sentence: Sentence) -> str:
        return sentence.said(language)

    unknown = say(Sentence("not known"))
    client, house, there = one["client"], one["leadOrganization"], one["whereNow"]
    zone = house["timeZone"] if house else "America/New_York"
    facts = [
        (say(Sentence("Legal name")), client["legalName"] or unknown),
        (say(Sentence("A-number")), ", ".join(client["aNumbers"]) or unknown),
        (say(Sentence("Date of birth")), client["birthDate"] or unknown),
        (say(Sentence("Country of birth")), client["countryOfBirth"] or unknown),
        (say(Sentence("Language")), client["language"] or unknown),
        (say(Sentence("Stage")), said(STAGES, one["stage"], language) or ""),
        (say(Sentence("Custody")), said(STATUSES, one["custodyStatus"], language) or ""),
    ]
    if there and there["facility"]:
        place = ", ".join(filter(None, [there["facility"][part] for part in ("name", "city", "state")]))
        checked = _when(there["checkedAt"], there["facility"]["timeZone"] or zone, language)
        facts.append((say(Sentence("Held at")), say(Sentence("{place} (checked {when})", place=place, when=checked))))
    else:
        facts.append((say(Sentence("Held at")), unknown))
    counsel = ", ".join(each["attorney"]["name"] for each in one["representedBy"] if each["attorney"])
    facts += [
        (say(Sentence("Attorney")), counsel or say(Sentence("nobody yet"))),
        (
            say(Sentence("Coordinator")),
            one["coordinator"]["name"] if one["coordinator"] else say(Sentence("nobody yet")),
        ),
    ]
    ahead = [
        each for each in one["hearings"]
        if each["occasion"]["state"] not in ("CANCELLED", "HELD")
        and datetime.fromisoformat(each["occasion"]["endsAt"]) > now
    ]  # fmt: skip
    ahead.sort(key=lambda each: each["occasion"]["startsAt"])
    hearings = [
        [
            _when(when["startsAt"], when["timeZone"], language, hour_known=when["hourKnown"]),
            kind(when["kind"], language) or "",
            ", ".join(filter(None, [each["court"] and each["court"]["name"], when["placeName"], when["room"]])),
            each["judge"] or unknown,
            said(STANDINGS, each["dateStanding"], language) or "",
        ]
        for each in ahead
        for when in [each["occasion"]]
    ]
    deadlines = [
        [
            _when(each["dueAt"], each["timeZone"], language)
            if each["dueAt"]
            else times.full_day(date.fromisoformat(each["dueOn"]), language) if each["dueOn"] else unknown,
            each["name"] or "",
            say(_CONFIRMED if each["state"] == "CONFIRMED" else _COMPUTED),
            each["citation"] or "",
        ]
        for each in one["deadlines"]
        if each["state"] in _OPEN and not each["fellAwayAt"]
    ]  # fmt: skip
    none = [say(Sentence("None on file."))]
    parts = [
        Part(facts=facts),
        Part(
            title=say(Sentence("Hearings ahead")), lines=() if hearings else none,
            head=[*map(say, _HEARINGS)] if hearings else (),
            widths=(2.2, 1.4, 2.4, 1.4, 1.4), rows=hearings,
        ),
        Part(
            title=say(Sentence("Deadlines")), lines=() if deadlines else none,
            head=[*map(say, _DEADLINES)] if deadlines else (),
            widths=(1.8, 2.6, 1.8, 1.6), rows=deadlines,
        ),
    ]  # fmt: skip
    if one["missing"]:
        parts.append(Part(title=say(Sentence("What is missing")), lines=[f"• {line}" for line in one["missing"]]))
    return Printed(
        language=language,
        title=say(Sentence("Case sheet: {name}, {case}", name=client["publicName"], case=one["shortId"])),
        about=[say(_MADE.about(when=times.said(now, zone, language)))],
        parts=parts,
        foot=say(Sentence("Privileged and confidential. {case}", case=one["shortId"])),
    )  # fmt: skip


def _list(found: list[dict[str, Any]], start: date, days: int, language: str, now: datetime, *, named: bool) -> Printed:
    def say(sentence: Sentence) -> str:
        return sentence.said(language)

    def day_of(one: dict[str, Any]) -> date:
        return times.local_day(datetime.fromisoformat(one["occasion"]["startsAt"]), one["occasion"]["timeZone"])

    kept = [one for one in found if one["hearing"] and one["occasion"]["state"] != "CANCELLED"]
    kept = [one for one in kept if start <= day_of(one) < start + timedelta(days=days)]
    kept.sort(
        key=lambda one: (day_of(one), (one["hearing"]["court"] or {}).get("name") or "", one["occasion"]["startsAt"])
    )
    by_day = {day: list(ones) for day, ones in groupby(kept, key=day_of)}

    def row(one: dict[str, Any]) -> list[str]:
        when, hearing = one["occasion"], one["hearing"]
        at = datetime.fromisoformat(when["startsAt"])
        first = times.hour(at, when["timeZone"], language) if when["hourKnown"] else say(Sentence("hour not known"))
        cells = [
            first,
            ", ".join(filter(None, [hearing["court"] and hearing["court"]["name"], when["room"]]))
            or when["placeName"]
            or "",
            kind(when["kind"], language) or "",
        ]
        if not named:
            return cells
        case = one["case"] or {}
        counsel = ", ".join(each["attorney"]["name"] for each in case.get("representedBy", []) if each["attorney"])
        return [
            *cells,
            " ".join(filter(None, [case.get("shortId"), (case.get("client") or {}).get("publicName")])),
            counsel or say(Sentence("no attorney")),
            hearing["judge"] or "",
        ]

    head = [say(Sentence("Time")), say(Sentence("Court")), say(Sentence("Hearing"))]
    if named:
        head += [say(Sentence("Client")), say(Sentence("Attorney")), say(Sentence("Judge"))]
    parts = []
    for place in range(days):
        day = start + timedelta(days=place)
        rows = [row(one) for one in by_day.get(day, [])]
        parts.append(
            Part(
                title=f"{times.weekday(day, language)}, {times.full_day(day, language)}", alone=True,
                lines=() if rows else [say(Sentence("No hearing."))],
                head=head if rows else (), widths=(1.1, 2.4, 1.6, 2, 1.6, 1.6)[: len(head)], rows=rows,
            )
        )  # fmt: skip
    about = [say(Sentence("Times are those of each court."))]
    foot = say(Sentence("For the legal team.")) if named else say(Sentence("No names are on this list."))
    return Printed(
        language=language, title=say(Sentence("Court list")), about=about, parts=parts, foot=foot, wide=named
    )


__all__ = ["case_sheet", "court_list"]
