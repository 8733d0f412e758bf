"""What stands in an export: each column with what it asks of the graph, and how its answer reads in a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from casework import titles
from casework.language import Sentence
from casework.table_files import Cell
from schema.occasions import OccasionKind


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the part of the graph it reads, and its cell for a reader of this language."""

    heading: Sentence
    asks: str
    cell: Callable[[dict[str, Any], str], Cell]


STAGES = {
    "INTAKE": Sentence("Intake"),
    "SEEKING_COUNSEL": Sentence("Seeking counsel"),
    "REPRESENTED": Sentence("Represented"),
    "AFTER_RELEASE": Sentence("After release"),
    "CLOSED": Sentence("Closed"),
}
STATUSES = {
    "UNLOCATED": Sentence("Not located"),
    "IN_CUSTODY": Sentence("In detention"),
    "RELEASED": Sentence("Released"),
    "REMOVED": Sentence("Removed"),
    "DEPARTED": Sentence("Departed"),
    "OTHER_AGENCY": Sentence("With another agency"),
    "DIED": Sentence("Died"),
    "UNKNOWN": Sentence("Unknown"),
}
PRIORITIES = {"ROUTINE": Sentence("Routine"), "SOON": Sentence("Soon"), "URGENT": Sentence("Urgent")}
STANDINGS = {
    "TWO_SOURCE": Sentence("confirmed by two sources"),
    "ONE_SOURCE": Sentence("said by one source"),
    "STALE": Sentence("not checked lately"),
    "UNVERIFIED": Sentence("not confirmed"),
}


def said(words: dict[str, Sentence], code: str | None, language: str) -> str | None:
    """A closed word for people; one that is not known here as it came."""
    return words[code].said(language) if code in words else code


def kind(code: str | None, language: str) -> str | None:
    return titles.of_kind(OccasionKind[code], language) if code else None


def wall(instant: str | None, zone: str | None, *, hour_known: bool = True) -> str | None:
    """The wall time at the place, so that rows sort; the zone has a column of its own."""
    if not instant or not zone:
        return None
    at = datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))
    return at.strftime("%Y-%m-%d %H:%M" if hour_known else "%Y-%m-%d")


def _day(instant: str | None) -> str | None:
    return instant[:10] if instant else None


def _of(*path: str) -> Callable[[dict[str, Any], str], Cell]:
    def cell(row: dict[str, Any], _: str) -> Cell:
        found: Any = row
        for name in path:
            found = found.get(name) if found else None
        return found  # type: ignore[no-any-return]

    return cell


def _where(name: str) -> Callable[[dict[str, Any], str], Cell]:
    """Of the place the reader may know: the legal team's record of it, or what was agreed to be told."""

    def cell(row: dict[str, Any], _: str) -> Cell:
        there = (row["whereNow"] or {}).get("facility") or (row["whereabouts"] or {}).get("facility")
        return there[name] if there else None

    return cell


def _counsel(row: dict[str, Any], _: str) -> Cell:
    return ", ".join(one["attorney"]["name"] for one in row["representedBy"] if one["attorney"]) or None


_PLACE = "whereNow { facility { name state } } whereabouts { facility { name state } }"
_NEXT = "nextHearing { occasion { kind startsAt timeZone hourKnown } court { name } dateStanding }"


def _next(cell: Callable[[dict[str, Any], str], Cell]) -> Callable[[dict[str, Any], str], Cell]:
    return lambda row, language: cell(row["nextHearing"], language) if row["nextHearing"] else None


def _begins(row: dict[str, Any], _: str) -> Cell:
    when = row["occasion"]
    return wall(when["startsAt"], when["timeZone"], hour_known=when["hourKnown"])


CASES: dict[str, Column] = {
    "number": Column(Sentence("Case"), "shortId", _of("shortId")),
    "name": Column(Sentence("Client"), "client { publicName }", _of("client", "publicName")),
    "legalName": Column(Sentence("Legal name"), "client { legalName }", _of("client", "legalName")),
    "aNumbers": Column(
        Sentence("A-number"), "client { aNumbers }", lambda row, _: ", ".join(row["client"]["aNumbers"]) or None
    ),
    "language": Column(Sentence("Language"), "client { language }", _of("client", "language")),
    "stage": Column(Sentence("Stage"), "stage", lambda row, language: said(STAGES, row["stage"], language)),
    "custody": Column(
        Sentence("Custody"), "custodyStatus", lambda row, language: said(STATUSES, row["custodyStatus"], language)
    ),
    "facility": Column(Sentence("Held at"), _PLACE, _where("name")),
    "state": Column(Sentence("State"), _PLACE, _where("state")),
    "priority": Column(
        Sentence("Priority"), "priority", lambda row, language: said(PRIORITIES, row["priority"], language)
    ),
    "coordinator": Column(Sentence("Coordinator"), "coordinator { name }", _of("coordinator", "name")),
    "attorney": Column(Sentence("Attorney"), "representedBy { attorney { name } }", _counsel),
    "nextHearing": Column(
        Sentence("Next hearing"), _NEXT, _next(lambda row, language: kind(row["occasion"]["kind"], language))
    ),
    "nextHearingAt": Column(Sentence("On"), _NEXT, _next(_begins)),
    "timeZone": Column(Sentence("Time zone"), _NEXT, _next(_of("occasion", "timeZone"))),
    "court": Column(Sentence("Court"), _NEXT, _next(_of("court", "name"))),
    "date": Column(
        Sentence("How sure the date is"), _NEXT,
        _next(lambda row, language: said(STANDINGS, row["dateStanding"], language)),
    ),
    "opened": Column(Sentence("Opened"), "openedAt", lambda row, _: _day(row["openedAt"])),
    "closed": Column(Sentence("Closed on"), "closedAt", lambda row, _: _day(row["closedAt"])),
    "organization": Column(Sentence("Led by"), "leadOrganization { name }", _of("leadOrganization", "name")),
}  # fmt: skip
HEARINGS: dict[str, Column] = {
    "date": Column(Sentence("Date and time"), "occasion { startsAt timeZone hourKnown }", _begins),
    "timeZone": Column(Sentence("Time zone"), "occasion { timeZone }", _of("occasion", "timeZone")),
    "kind": Column(
        Sentence("Hearing"), "occasion { kind }", lambda row, language: kind(row["occasion"]["kind"], language)
    ),
    "court": Column(Sentence("Court"), "hearing { court { name } }", _of("hearing", "court", "name")),
    "place": Column(Sentence("Place"), "occasion { placeName }", _of("occasion", "placeName")),
    "room": Column(Sentence("Room"), "occasion { room }", _of("occasion", "room")),
    "judge": Column(Sentence("Judge"), "hearing { judge }", _of("hearing", "judge")),
    "number": Column(Sentence("Case"), "case { shortId }", _of("case", "shortId")),
    "name": Column(Sentence("Client"), "case { client { publicName } }", _of("case", "client", "publicName")),
    "attorney": Column(
        Sentence("Attorney"), "case { representedBy { attorney { name } } }",
        lambda row, language: _counsel(row["case"], language) if row["case"] else None,
    ),
    "sure": Column(
        Sentence("How sure the date is"), "hearing { dateStanding }",
        lambda row, language: said(STANDINGS, row["hearing"]["dateStanding"], language),
    ),
}  # fmt: skip

__all__ = ["CASES", "HEARINGS", "PRIORITIES", "STAGES", "STATUSES", "Column", "kind", "said", "wall"]
