"""What a hearing notice says, and what becomes of it: place, zone, instant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from casework import times
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.courts import Court, HearingLocation
from schema.custody import Confidence, Source
from schema.occasions import Medium, Occasion, OccasionKind, OccasionState

#: Dates further off than this are typing slips.
_FARTHEST = timedelta(days=366 * 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A hearing notice as printed. ``starts_at`` is wall time; ``occurrence`` says which, when it occurs twice."""

    kind: OccasionKind
    starts_at: datetime
    occurrence: int | None = None
    hour_known: bool = True
    length_minutes: int = 60
    court_id: UUID | None = None
    hearing_location_id: UUID | None = None
    #: Only when neither court nor location has one, as in federal court.
    time_zone: str | None = None
    room: str | None = None
    medium: Medium = Medium.UNKNOWN
    join_url: str | None = None
    judge: str | None = None
    calendar_type: str | None = None
    schedule_type: str | None = None
    detained: bool = True
    closed_to_public: bool = False
    interpreter_language: str | None = None
    source: Source = Source.PRINTED_NOTICE
    confidence: Confidence = Confidence.ONE_SOURCE
    #: When the notice was received; else it is now that we know.
    received_at: datetime | None = None
    #: The hearing in place of which this one is set: another row, because people were told of that one as such.
    replaces_id: UUID | None = None


#: The most letters of each text that a notice has room for.
_LONGEST = {
    "room": 100,
    "judge": 200,
    "joinUrl": 2_000,
    "timeZone": 64,
    "calendarType": 20,
    "scheduleType": 20,
    "interpreterLanguage": 64,
}


def refuse_long(**texts: str | None) -> None:
    """Raises :class:`Invalid` for a text that no notice has room for, by the name of its field."""
    for field, text in texts.items():
        if text and len(text) > _LONGEST[field]:
            raise Invalid(field, "That is longer than {most} letters.", most=_LONGEST[field])
    link = texts.get("joinUrl")
    if link and (not link.startswith("https://") or not link.isprintable() or " " in link):
        # It stands in letters and calendars as something to press. What was pasted with a line's end is none.
        raise Invalid("joinUrl", "A link to join begins with https://. Copy it from the court's notice.")


def as_told(occasion: Occasion) -> dict[str, Any]:
    """What people were told of an occasion before it changes: for the letter that says old → new."""
    return {
        "starts_at": occasion.starts_at.isoformat(),
        "time_zone": occasion.time_zone,
        "hour_known": occasion.hour_known,
        "place_name": occasion.place_name,
        "medium": occasion.medium.value,
        "room": occasion.room,
    }


def received(tx: Transaction, received_at: datetime | None) -> datetime:
    """When the notice was received. Raises :class:`Invalid` for an hour that has not come yet."""
    if received_at is not None and received_at > tx.now:
        raise Invalid("receivedAt", "That hour has not come yet.")
    return received_at or tx.now


def refuse_two_sources(confidence: Confidence) -> None:
    """One person with one paper is one source. Raises :class:`Invalid`."""
    if confidence is Confidence.CONFIRMED:
        raise Invalid(
            "confidence",
            "Two sources are two people who heard it on two channels. Save it as one source; then each who checks it"
            " says so.",
        )


def state_of(confidence: Confidence) -> OccasionState:
    """A date that no source confirms is tentative."""
    return OccasionState.TENTATIVE if confidence is Confidence.UNCONFIRMED else OccasionState.CONFIRMED


def refuse_over(occasion: Occasion) -> None:
    """Raises :class:`NotAllowedByState` for a hearing that was held or cancelled."""
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState("This hearing has already been held. Schedule a new one instead.")
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This hearing was cancelled. Schedule a new one instead.")


async def where(
    tx: Transaction, court_id: UUID | None, location_id: UUID | None
) -> tuple[Court | None, HearingLocation | None]:
    """The court and the hearing location of these ids. Raises :class:`Invalid` when there is none of that id."""
    court = await tx.session.get(Court, court_id) if court_id else None
    if court_id and court is None:
        raise Invalid("courtId", "There is no such court.")
    location = await tx.session.get(HearingLocation, location_id) if location_id else None
    if location_id and location is None:
        raise Invalid("hearingLocationId", "There is no such hearing location.")
    return court, location


def zone_of(court: Court | None, location: HearingLocation | None, otherwise: str | None) -> str:
    """In which zone the notice is printed: the location's, the court's, or what is said. Raises :class:`Invalid`."""
    zone = location.time_zone if location else court.time_zone if court else otherwise
    if zone is None:
        raise Invalid("timeZone", "Say in which time zone the notice is printed.")
    return zone


def refuse_other_zone(wall: datetime, zone: str, said: str | None) -> None:
    """Where the place has a zone the notice is read in it. Raises :class:`Invalid` for a name that is no zone, and for
    a zone whose clocks show another hour then: somebody meant another place.
    """
    if said and wall.replace(tzinfo=times.zone(said)).utcoffset() != wall.replace(tzinfo=times.zone(zone)).utcoffset():
        raise Invalid(
            "timeZone",
            "The notice is read in the zone of its place, {zone}. Leave the time zone out, or choose the other place.",
            zone=lambda language: times.zone_called(zone, language),
        )


def instant(tx: Transaction, wall: datetime, zone: str, occurrence: int | None) -> datetime:
    """The instant of a time as printed. Raises :class:`Invalid` for a year that is a slip, and what ``times.instant``
    raises.
    """
    fold = None if occurrence is None else occurrence - 1
    if fold not in (None, 0, 1):
        raise Invalid("occurrence", "Say 1 for the first and 2 for the second.")
    at = times.instant(wall, zone, fold=fold)
    if at > tx.now + _FARTHEST or at < tx.now - _FARTHEST:
        raise Invalid("startsAt", "The year {year} looks like a slip. Check the notice.", year=wall.year)
    return at


def place(occasion: Occasion, court: Court | None, location: HearingLocation | None) -> None:
    """The address comes from the hearing location, which need not be the court's (DOMAIN §2.4)."""
    at = location or court
    occasion.place_name = at.name if at else None
    occasion.place_street = at.street if at else None
    occasion.place_city = ", ".join(part for part in (at.city, at.state) if part) or None if at else None
