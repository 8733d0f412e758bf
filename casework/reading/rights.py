"""What is said of detainers, incidents and family preparedness, and of Connecticut's law about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Text, and_, cast, func

from casework import connecticut, times
from casework.connecticut import AtCourt
from casework.reading.cases import CASE, legal, of_case, seen_by_legal, shown_of_case
from casework.reading.facts import Expression, Fact, Many, Noun, Same, Shown
from casework.reading.occasions import OCCASION
from casework.reading.people import person
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY
from schema.base import Table
from schema.cases import Case, Intake
from schema.detainers import DETAINER_SEALED, Detainer
from schema.incidents import Incident, IncidentFollowUp
from schema.occasions import Occasion
from schema.preparedness import PreparednessTick
from schema.reference.connecticut import Law, TrustAct, state_courts


def _epoch(column: str) -> Callable[[At], Any]:
    return lambda at: func.extract("epoch", getattr(at.row, column))


def _instant(reader: Reader, seconds: float | None) -> datetime | None:
    return None if seconds is None else reader.instant(seconds)


#: A list ends here: no case has so many.
MOST = 200
#: Of what is typed about an incident, and of what follows it, who looks is told of.
SEEN_OF_INCIDENTS = ("what", "place", "witnesses", "evidence", "outcome", "follow_ups")

CASE["detainers"] = Many(
    "Detainer",
    of_case,
    order=lambda there: [there.row.received_at.desc(), there.row.id.desc()],
    limit=MOST,
    shown=shown_of_case(Detainer, *DETAINER_SEALED),
)
CASE["incidents"] = Many(
    "Incident",
    of_case,
    order=lambda there: [there.row.happened_at.desc(), there.row.id.desc()],
    limit=MOST,
    shown=shown_of_case(Incident, *SEEN_OF_INCIDENTS),
)
CASE["preparedness"] = Many(
    "PreparednessTick",
    lambda at, there: and_(of_case(at, there), there.row.done_on.is_not(None)),
    shown=shown_of_case(PreparednessTick, "done_on"),
)

# Detainers.

DETAINER = Noun("Detainer", Detainer)
DETAINER.id()
DETAINER.columns(
    "revision", "form", "received_at", "time_zone", "held_on_it_from", "copy", "copy_given_at", "copy_language",
    "recorded", "ground", "warrant", "reviewed_at",
)  # fmt: skip
DETAINER.sealed(*DETAINER_SEALED)
DETAINER["written_at"] = Expression(said=lambda at: at.row.created_at)
DETAINER["recorded_by"] = person("recorded_by_id")
DETAINER["reviewed_by"] = person("reviewed_by_id")
DETAINER["statute"] = Same("TrustActVersion")
DETAINER["expiry"] = Same("DetainerExpiry")


def law_said(law: Law, field: str) -> Any:
    """One fact of a text of law, as the graph writes it."""
    said = getattr(law, field)
    return said.name if field == "read" else said.isoformat() if field.startswith("in_force") and said else said


LAW = ("code", "citation", "in_force_from", "in_force_until", "read", "says", "says_es")

STATUTE = Noun("TrustActVersion", Detainer)
_received = _epoch("received_at")


def _of_statute(said: Callable[[TrustAct], Any]) -> Fact:
    def finish(reader: Reader, _: Any, received: float) -> Any:
        version = connecticut.trust_act(reader.instant(received))
        return said(version) if version else None

    return Expression(inputs={"received": _received}, finish=finish)


for _field in LAW:
    STATUTE[_field] = _of_statute(lambda version, field=_field: law_said(version, field))  # type: ignore[misc]
STATUTE["grounds"] = _of_statute(lambda version: [ground.name for ground in version.grounds])
STATUTE["added_offenses"] = _of_statute(lambda version: version.added_offenses)
STATUTE["added_offenses_read"] = _of_statute(
    lambda version: version.added_offenses_read.name if version.added_offenses_read else None
)

EXPIRY = Noun("DetainerExpiry", Detainer)
_held = _epoch("held_on_it_from")


def _zone(at: At) -> Any:
    return at.row.time_zone


def _of_expiry(said: Callable[[connecticut.Expiry], Any]) -> Fact:
    def finish(reader: Reader, _: Any, received: float, held: float | None, zone: str) -> Any:
        return said(connecticut.expiry(reader.instant(received), _instant(reader, held), zone))

    return Expression(inputs={"received": _received, "held": _held, "zone": _zone}, finish=finish)


EXPIRY["counted_from"] = _of_expiry(lambda counted: times.written(counted.counted_from))
EXPIRY["from_receipt"] = _of_expiry(lambda counted: counted.from_receipt)
EXPIRY["at"] = _of_expiry(lambda counted: times.written(counted.at))
EXPIRY["not_counted"] = _of_expiry(lambda counted: [day.isoformat() for day in counted.not_counted])
EXPIRY["citation"] = Expression(finish=lambda reader, _: connecticut.HOURS_CITATION)

# The rule on arrests in state courthouses, wherever something was at one.


def _at_courthouse(
    noun: str, table: type[Table], inputs: dict[str, Callable[[At], Any]], found: Callable[..., AtCourt | None],
    only: Callable[[At], Any] | None = None, shown: Shown | None = None,
) -> Same:  # fmt: skip
    """The courthouse and its rule as facts of a row; null where it is elsewhere, or before the rule."""

    def fact(said: Callable[[AtCourt], Any]) -> Fact:
        def finish(reader: Reader, _: Any, *given: Any) -> Any:
            one = found(reader, *given)
            return said(one) if one else None

        return Expression(inputs=inputs, finish=finish)

    of = Noun(noun, table, graph="CourthouseRule")
    of["court"] = fact(lambda one: one.court.label)
    for field in LAW:
        of[field] = fact(lambda one, field=field: law_said(one.rule, field))  # type: ignore[misc]

    def whole(reader: Reader, below: Any, *given: Any) -> Any:
        return None if below is None or found(reader, *given) is None else below

    return Same(noun, inputs=inputs, finish=whole, only=only, shown=shown)


OCCASION["courthouse_rule"] = _at_courthouse(
    "RuleAtOccasion",
    Occasion,
    {
        "name": lambda at: at.row.place_name,
        "street": lambda at: at.row.place_street,
        "city": lambda at: at.row.place_city,
        "starts": _epoch("starts_at"),
    },
    lambda reader, name, street, city, starts: connecticut.at_court(
        connecticut.court_in(name, street, city), _instant(reader, starts)
    ),
    only=seen_by_legal,
)


def _intake(at: At) -> Any:
    return at.joined(Intake, lambda there: there.case_id == at.row.id)


def _arrest(reader: Reader, cipher: str | None, arrested: float | None, case_id: str) -> AtCourt | None:
    if cipher is None:
        return None
    place = reader.opened(cipher, "intakes", "arrest_place", case_id)
    return connecticut.at_court(connecticut.court_in(place), _instant(reader, arrested))


CASE["courthouse_arrest"] = _at_courthouse(
    "RuleAtArrest",
    Case,
    {
        "place": lambda at: _intake(at).arrest_place,
        "arrested": lambda at: func.extract("epoch", _intake(at).arrested_at),
        "case": lambda at: at.row.id,
    },
    _arrest,
    only=legal,
    # The place is looked at to tell whether it was one.
    shown=replace(shown_of_case(Intake, "arrest_place"), when=lambda at: _intake(at).arrest_place.is_not(None)),
)

# Incidents.

INCIDENT = Noun("Incident", Incident)
INCIDENT.id()
INCIDENT.columns("revision", "kind", "seen_by", "happened_at", "time_zone", "hour_known", "ended_at")
INCIDENT.sealed("what", "place", "witnesses", "evidence", "outcome")


def _court_label(reader: Reader, code: str | None) -> str | None:
    court = connecticut.court_of_code(code)
    return court.label if court else None


INCIDENT["state_court"] = Expression(said=lambda at: at.row.state_court, finish=_court_label)
INCIDENT["written_at"] = Expression(said=lambda at: at.row.created_at)
INCIDENT["recorded_by"] = person("recorded_by_id")
INCIDENT["follow_ups"] = Many(
    "IncidentFollowUp",
    lambda at, there: there.row.incident_id == at.row.id,
    order=lambda there: [there.row.sent_on, there.row.id],
    limit=MOST,
)
INCIDENT["courthouse_rule"] = _at_courthouse(
    "CourthouseRule",
    Incident,
    {"court": lambda at: at.row.state_court, "happened": _epoch("happened_at")},
    lambda reader, court, happened: connecticut.at_court(connecticut.court_of_code(court), _instant(reader, happened)),
)

FOLLOW_UP = Noun("IncidentFollowUp", IncidentFollowUp)
FOLLOW_UP.id()
FOLLOW_UP.columns("revision", "kind", "state")
FOLLOW_UP.sealed("to_whom", "answer")
for _field in ("sent_on", "due_on", "answered_on"):
    FOLLOW_UP[_field] = Expression(said=lambda at, field=_field: cast(getattr(at.row, field), Text))  # type: ignore[misc]
FOLLOW_UP["recorded_by"] = person("recorded_by_id")

# Family preparedness.

TICK = Noun("PreparednessTick", PreparednessTick)
TICK.columns("item", "ticked_at")
TICK["done_on"] = Expression(said=lambda at: cast(at.row.done_on, Text))
TICK["ticked_by"] = person("ticked_by_id")

#: The lines to choose a state courthouse from.
QUERY["state_courts"] = Expression(finish=lambda reader, _: [court.label for court in state_courts()])
