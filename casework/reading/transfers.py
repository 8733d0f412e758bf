"""What is said of where a client was, what moving them changed, and what of it somebody has to look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, and_, any_, extract, func, or_, select

from casework import stays, transfers
from casework.access import VISIBLE
from casework.reading.cases import CASE, detainee, legal, of_case
from casework.reading.deadlines import own_language
from casework.reading.facts import Made, Many, Noun, One, Plain
from casework.reading.moves import LOOKED_FOR, ToDo, habeas_clock, looked_at, shown, told, what_of
from casework.reading.people import person
from casework.reading.places import At, Row, listed
from casework.reading.reader import Reader
from casework.reading.work import task_title
from casework.transfers import Alarm, CourtOnFile, CourtSite, Look, Marked, Site, Stay
from schema import reference
from schema.cases import Intake
from schema.courts import Court, HearingLocation
from schema.custody import Confidence, CustodyStint, LocatorCheck, PlaceOfCustody, ReleaseReason, Source
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Medium, Occasion
from schema.people import Person
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.tasks import Task
from schema.transfers import ExpectedCourt, HabeasFiling


def _stays(at: At) -> Any:
    """The stays of a case with their places, as :func:`_read_stays` reads them."""
    stint, place, court, spot = Row(CustodyStint), Row(Facility), Row(Court), Row(HearingLocation)
    there = (
        stint.alias.outerjoin(place.alias, place.id == stint.facility_id)
        .outerjoin(court.alias, or_(court.code == place.court_code, place.court_code == any_(court.other_codes)))
        .outerjoin(spot.alias, spot.code == place.hearing_location_code)
    )
    said = func.json_build_array(
        stint.id, stint.place, _seconds(stint.booked_in_at), _seconds(stint.booked_out_at), stint.release_reason,
        stint.source, stint.confidence, _seconds(stint.checked_at),
        place.id, place.name, place.state, place.county, place.field_office, place.district, place.circuit,
        place.time_zone, place.latitude, place.longitude, place.location_precision, place.staging, place.hold_room,
        place.usual_medium, spot.name, court.id, court.name, court.counsel_office,
    )  # fmt: skip
    rows = (
        select(said)
        .select_from(there)
        .where(VISIBLE[CustodyStint](at.eyes, stint), stint.case_id == at.row.id)
        .order_by(stint.id, court.id)
    )
    return listed(at.ask(rows))


def _seconds(column: Any) -> Any:
    return extract("epoch", column)


def _at(reader: Reader, seconds: float | None) -> datetime | None:
    return None if seconds is None else reader.instant(seconds)


def _read_stays(reader: Reader, rows: list[list[Any]] | None) -> list[Stay]:
    found: dict[str, Stay] = {}
    for row in rows or []:
        key, place, began, ended, reason, source, confidence, checked, *there = row
        if key not in found:
            found[key] = Stay(
                id=UUID(key),
                place=PlaceOfCustody(place),
                site=_site(there) if there[0] else None,
                began=_at(reader, began),
                ended=_at(reader, ended),
                reason=ReleaseReason(reason) if reason else None,
                source=Source(source),
                confidence=Confidence(confidence),
                checked_at=reader.instant(checked),
            )
    return list(found.values())


def _site(said: list[Any]) -> Site:
    (
        key, name, state, county, office, district, circuit, zone, latitude, longitude, precision, staging, hold_room,
        medium, spot, court_id, court, counsel,
    ) = said  # fmt: skip
    return Site(
        id=UUID(key), name=name, state=state, county=county, field_office=office, district=district, circuit=circuit,
        time_zone=zone, latitude=latitude, longitude=longitude, precision=precision, staging=staging,
        hold_room=hold_room, medium=Medium(medium) if medium else None, hearing_location=spot,
        court=CourtSite(id=UUID(court_id), name=court, counsel_office=counsel) if court_id else None,
    )  # fmt: skip


def _to_do(at: At) -> Any:
    """Tasks that transfers of this case raised, with whose they are."""
    task, owner = Row(Task), Row(Person)
    there = task.alias.outerjoin(owner.alias, and_(owner.id == task.owner_id, VISIBLE[Person](at.eyes, owner)))
    said = func.json_build_array(
        task.id, task.raised_key, task.title, task.said, task.revision, _seconds(task.due_at), _seconds(task.done_at),
        owner.id, owner.name,
    )  # fmt: skip
    rows = (
        select(said)
        .select_from(there)
        .where(VISIBLE[Task](at.eyes, task), task.case_id == at.row.id, task.raised_by == "transfer")
        .order_by(task.due_at, task.id)
    )
    return listed(at.ask(rows))


def _read_to_do(reader: Reader, rows: list[list[Any]] | None, own: str | None) -> list[ToDo]:
    found = []
    for key, raised_key, title, said, revision, due, done, owner_id, owner in rows or []:
        about = what_of(raised_key)
        if about is not None:
            found.append(
                ToDo(
                    id=shown("Task", UUID(key)), what=about[1], title=task_title(reader, title, said, key, own),
                    revision=revision, due_at=_at(reader, due), done_at=_at(reader, done), stay_id=about[0],
                    owner=reader.opened(owner, "people", "name", owner_id) if owner_id else None,
                )
            )  # fmt: skip
    return found


def _stint_shown(row: UUID) -> str:
    return shown("CustodyStint", row)


CASE["custody_history"] = Made(
    noun="CustodyPassage",
    inputs={"stays": _stays},
    finish=lambda reader, _, rows: transfers.history(_read_stays(reader, rows), reader.now),
)
CASE["transfers"] = Made(
    noun="Transfer",
    inputs={"stays": _stays, "to do": _to_do, "own": own_language},
    finish=lambda reader, _, rows, to_do, own: told(
        _read_stays(reader, rows), _read_to_do(reader, to_do, own), _stint_shown
    ),
)


def _where_was(reader: Reader, _: Any, is_legal: bool, rows: list[list[Any]] | None, asked: float) -> Any:
    if not is_legal:
        return None
    return transfers.where_was(_read_stays(reader, rows), reader.instant(asked), reader.now)


CASE["where_was"] = Made(
    noun="Located",
    inputs={
        "legal": legal,
        "stays": _stays,
        "at": lambda at: _seconds(at.given.bound("at", DateTime(timezone=True))),
    },
    finish=_where_was,
)


def _expected(at: At) -> Any:
    """Pairs of court and place that are marked expected, with when and by whom."""
    one, who = Row(ExpectedCourt), Row(Person)
    there = one.alias.outerjoin(who.alias, and_(who.id == one.marked_by_id, VISIBLE[Person](at.eyes, who)))
    rows = (
        select(
            func.json_build_array(
                one.court_id, one.facility_id, _seconds(one.marked_at), one.marked_by_id, who.name
            )
        )
        .select_from(there)
        .where(VISIBLE[ExpectedCourt](at.eyes, one), one.case_id == at.row.id, one.taken_back_at.is_(None))
        .order_by(one.id)
    )  # fmt: skip
    return listed(at.ask(rows))


def _courts(at: At) -> Any:
    """Pending proceedings with their courts."""
    one, court = Row(Proceeding), Row(Court)
    rows = (
        select(func.json_build_array(one.kind, court.id, court.name, court.state))
        .select_from(one.alias.outerjoin(court.alias, court.id == one.court_id))
        .where(
            VISIBLE[Proceeding](at.eyes, one), one.case_id == at.row.id, one.state == ProceedingState.PENDING
        )
        .order_by(one.id)
    )  # fmt: skip
    return listed(at.ask(rows))


def _hearings(at: At) -> Any:
    """When hearings ahead begin."""
    hearing, when = Row(Hearing), Row(Occasion)
    rows = (
        select(func.json_build_array(_seconds(when.starts_at)))
        .select_from(hearing.alias.join(when.alias, when.id == hearing.occasion_id))
        .where(
            VISIBLE[Hearing](at.eyes, hearing),
            hearing.case_id == at.row.id,
            when.state.in_(UPCOMING),
            when.starts_at > at.eyes.now,
        )
        .order_by(when.starts_at, when.id)
    )
    return listed(at.ask(rows))


def _alarms(
    reader: Reader, _: Any, is_legal: bool, of: list[Any] | None, courts: list[Any] | None, hearings: list[Any] | None,
    expected: list[Any] | None, looks: list[Any] | None, opened: float, sought: bool, minor: bool,
    who_id: str | None, who: str | None,
) -> tuple[Alarm, ...]:  # fmt: skip
    if not is_legal:
        return ()
    court, bond = None, False
    for kind, court_id, name, state in courts or []:
        bond = bond or kind == ProceedingKind.BOND
        if kind == ProceedingKind.REMOVAL and court_id:
            court = CourtOnFile(id=UUID(court_id), name=name, circuit=reference.circuit_of(state))
    around = stays.Around(
        court,
        tuple(reader.instant(one) for (one,) in hearings or []),
        bond,
        {
            (UUID(one), UUID(other)): Marked(reader.instant(marked), UUID(by_id) if by_id else None)
            for one, other, marked, by_id, _ in expected or []
        },
    )
    names = {UUID(by_id): name for _, _, _, by_id, name in expected or [] if by_id and name}
    found = looked_at(
        _read_stays(reader, of),
        around,
        [Look(reader.instant(at), found, Source(source)) for at, found, source in looks or []],
        opened_at=reader.instant(opened),
        sought=sought,
        minor=minor,
        who=reader.opened(who, "people", "name", who_id) if who and who_id else None,
        now=reader.now,
    )
    return tuple(
        replace(one, expected_by=reader.opened(names[by_id], "people", "name", str(by_id)))
        if (by_id := one.expected_by_id) in names
        else one
        for one in found
    )


def _coordinator(at: At) -> Any:
    return at.joined(Person, lambda there: there.id == at.row.coordinator_id)


CASE["alarms"] = Made(
    noun="Alarm",
    inputs={
        "legal": legal,
        "stays": _stays,
        "courts": _courts,
        "hearings": _hearings,
        "expected": _expected,
        "looks": lambda at: at.listed(
            LocatorCheck,
            lambda one: and_(one.case_id == at.row.id, one.taken_back_at.is_(None)),
            lambda one: [_seconds(one.checked_at), one.found, one.source],
        ),
        "opened": lambda at: _seconds(at.row.opened_at),
        "sought": lambda at: and_(at.row.closed_at.is_(None), at.row.custody_status.in_(LOOKED_FOR)),
        "minor": lambda at: func.coalesce(detainee(at).minor, False),
        "who id": lambda at: _coordinator(at).id,
        "who": lambda at: _coordinator(at).name,
    },
    finish=_alarms,
)


CASE["habeas_clock"] = Made(
    noun="HabeasClock",
    inputs={
        "legal": legal,
        "stays": _stays,
        "arrested": lambda at: _seconds(at.joined(Intake, lambda there: there.case_id == at.row.id).arrested_at),
    },
    finish=lambda reader, _, is_legal, rows, arrested: (
        habeas_clock(_read_stays(reader, rows), _at(reader, arrested), reader.now) if is_legal else None
    ),
)
CASE["habeas_filings"] = Many("HabeasFiling", of_case, order=lambda there: [there.row.filed_at, there.row.id])


# What each says.

PASSAGE = Noun("CustodyPassage")
PASSAGE.plain("kind", "began", "ended", "hours", "stale")


def _of_stay(name: str) -> Any:
    read = attrgetter(name)
    return lambda one: read(one.stay) if one.stay is not None else None


def _of_site(name: str) -> Any:
    read = attrgetter(name)
    return lambda one: read(one.stay.site) if one.stay is not None and one.stay.site is not None else None


PASSAGE["stint_id"] = Plain(of=lambda one: _stint_shown(one.stay.id) if one.stay else None)
for _name, _attribute in {"place": "place", "release_reason": "reason", "source": "source", "confidence": "confidence",
                          "checked_at": "checked_at"}.items():  # fmt: skip
    PASSAGE[_name] = Plain(of=_of_stay(_attribute))
for _name, _attribute in {"facility": "name", "state": "state", "time_zone": "time_zone"}.items():
    PASSAGE[_name] = Plain(of=_of_site(_attribute))

TRANSFER = Noun("Transfer")
TRANSFER.plain("id")
TRANSFER["left_at"] = Plain(of=attrgetter("move.before.ended"))
TRANSFER["arrived_at"] = Plain(of=attrgetter("move.after.began"))
TRANSFER["from_facility"] = Plain(of=lambda one: one.move.before.site and one.move.before.site.name)
TRANSFER["to_facility"] = Plain(of=lambda one: one.move.after.site and one.move.after.site.name)
TRANSFER["time_zone"] = Plain(of=lambda one: one.move.after.site and one.move.after.site.time_zone)
TRANSFER["source"] = Plain(of=attrgetter("move.after.source"))
TRANSFER["confidence"] = Plain(of=attrgetter("move.after.confidence"))
TRANSFER["changes"] = Plain(of=attrgetter("changes"), noun="TransferChange")
TRANSFER["checklist"] = Plain(of=attrgetter("checklist"), noun="TransferTask")

CHANGE = Noun("TransferChange")
CHANGE.plain("what", "before", "after")

TO_DO = Noun("TransferTask")
TO_DO.plain("id", "what", "title", "revision", "due_at", "done_at", "owner")

LOCATED = Noun("Located")
LOCATED.plain("certainty", "source", "confidence", "checked_at")
LOCATED["place"] = Plain(of=_of_stay("place"))
for _name, _attribute in {"facility": "name", "state": "state", "time_zone": "time_zone", "district": "district",
                          "circuit": "circuit"}.items():  # fmt: skip
    LOCATED[_name] = Plain(of=_of_site(_attribute))

ALARM = Noun("Alarm")
ALARM.plain(
    "kind", "rings", "next_step", "since", "who", "why", "expected", "expected_at", "expected_by", "court", "facility",
    "checked_at",
)  # fmt: skip
ALARM["court_id"] = Plain(of=lambda one: shown("Court", one.court_id) if one.court_id else None)
ALARM["facility_id"] = Plain(of=lambda one: shown("Facility", one.facility_id) if one.facility_id else None)

CLOCK = Noun("HabeasClock")
CLOCK.plain("arrested_at", "first_moved_at", "hours")

FILING = Noun("HabeasFiling", HabeasFiling)
FILING.id()
FILING.columns(
    "filed_at", "place", "district", "circuit", "source", "confidence", "checked_at", "stamped_at"
)  # fmt: skip
FILING["facility"] = One("Facility", lambda at, there: there.id == at.row.facility_id)
FILING["proceeding"] = One("Proceeding", lambda at, there: there.id == at.row.proceeding_id)
FILING["stamped_by"] = person("stamped_by_id")

STINT = Noun.known["CustodyStint"]
STINT.columns("second_source")
