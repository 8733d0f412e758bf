"""Hearings: scheduled from a notice, moved, cancelled, and reported in a minute afterwards.

Times are typed as printed on the notice: wall time at the hearing location, or at the court when there is none.
Whoever was told of a hearing is told when it moves; that is never left to a second step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, bindparam, literal, select

from casework import access, cases, notices, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.notices import Telling
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from casework.written import written
from schema.advocacy import ActionState, AdvocacyAction
from schema.base import new_id
from schema.courts import Court, HearingLocation
from schema.custody import Confidence, Source
from schema.hearings import Hearing, HearingOutcome
from schema.notices import LetterKind
from schema.occasions import HEARING_KINDS, Medium, Occasion, OccasionKind, OccasionState
from schema.proceedings import Proceeding

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


async def schedule_hearing(tx: Transaction, case_id: UUID, proceeding_id: UUID, notice: Notice) -> Hearing:
    """Schedule a hearing from its notice. Reminders are planned, and the case's team is told by them.

    Raises :class:`Invalid`, :class:`TimeDoesNotExist`, :class:`TimeOccursTwice`.
    """
    case = await access.case_for(tx, case_id, Act.SCHEDULE_HEARING)
    refuse_closed(case)
    proceeding = await tx.session.get(Proceeding, proceeding_id)
    if proceeding is None or proceeding.case_id != case.id:
        raise Invalid("proceedingId", "Say to which proceeding of this case the hearing belongs.")
    if notice.kind not in HEARING_KINDS:
        raise Invalid("kind", "That is no kind of hearing. Plan an action instead.")
    if not 5 <= notice.length_minutes <= 24 * 60:
        raise Invalid("lengthMinutes", "A hearing lasts between 5 minutes and a day.")
    court, location = await _where(tx, notice.court_id or proceeding.court_id, notice.hearing_location_id)
    zone = _zone(court, location, notice.time_zone)
    starts_at = _instant(tx, notice.starts_at, zone, notice.occurrence)
    occasion = Occasion(
        id=new_id(),
        organization_id=case.lead_organization_id,
        case_id=case.id,
        kind=notice.kind,
        state=_state(notice.confidence),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=notice.length_minutes),
        wall_starts=notice.starts_at,
        time_zone=zone,
        hour_known=notice.hour_known,
        medium=notice.medium,
        room=notice.room,
        join_url=notice.join_url,
        revised_at=tx.now,
    )
    _place(occasion, court, location)
    hearing = Hearing(
        id=new_id(),
        case_id=case.id,
        proceeding_id=proceeding.id,
        occasion_id=occasion.id,
        court_id=court.id if court else None,
        hearing_location_id=location.id if location else None,
        calendar_type=notice.calendar_type,
        schedule_type=notice.schedule_type,
        judge=notice.judge,
        detained=notice.detained,
        closed_to_public=notice.closed_to_public,
        interpreter_language=notice.interpreter_language,
        source=notice.source,
        confidence=notice.confidence,
        checked_by_id=tx.person_id,
        checked_at=tx.now,
        noticed_at=tx.now,
    )
    tx.session.add(occasion)
    await tx.session.flush()
    hearing.occasion = occasion
    tx.session.add(hearing)
    await cases.keep_next_occasion(tx, case)
    await notices.plan(tx, occasion)
    tx.record("hearing.scheduled", hearing, case=case, after={"starts_at": starts_at, "time_zone": zone})
    return hearing


@dataclass(frozen=True, slots=True)
class Moved:
    """A hearing after its move, and how many letters of the change are on their way."""

    hearing: Hearing
    told: int


async def reschedule_hearing(
    tx: Transaction,
    hearing_id: UUID,
    *,
    starts_at: datetime,
    occurrence: int | None = None,
    expected_revision: int,
    hearing_location_id: UUID | None = None,
    room: str | None = None,
    medium: Medium | None = None,
    join_url: str | None = None,
    source: Source = Source.PRINTED_NOTICE,
    confidence: Confidence = Confidence.ONE_SOURCE,
) -> Moved:
    """Move a hearing to the time printed on the new notice, in the zone of its place.

    Reminders are planned afresh, everyone who was told the old time is told the new one, and actions that follow the
    hearing move with it.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.RESCHEDULE_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    _refuse_over(occasion)
    court, location = await _where(tx, hearing.court_id, hearing_location_id or hearing.hearing_location_id)
    zone = _zone(court, location, occasion.time_zone)
    at = _instant(tx, starts_at, zone, occurrence)
    before = as_told(occasion)
    was = occasion.starts_at, occasion.wall_starts
    if hearing_location_id is not None:
        hearing.hearing_location_id = hearing_location_id
        _place(occasion, court, location)
    occasion.time_zone = zone
    occasion.room = room if room is not None else occasion.room
    occasion.medium = medium or occasion.medium
    occasion.join_url = join_url if join_url is not None else occasion.join_url
    occasion.state = _state(confidence)
    occasion.hour_known = True
    occasion.move_to(at, starts_at, tx.now)
    hearing.source, hearing.confidence = source, confidence
    hearing.checked_by_id, hearing.checked_at, hearing.noticed_at = tx.person_id, tx.now, tx.now
    await tx.session.flush()
    told = await notices.tell_change(tx, occasion, LetterKind.RESCHEDULED, before=before)
    for action in await _following(tx, hearing):
        told += await _move_along(tx, action, starts_at - was[1])
    await cases.keep_next_occasion(tx, case)
    tx.record("hearing.rescheduled", hearing, case=case, before={"starts_at": was[0]}, after={"starts_at": at})
    return Moved(hearing, told)


async def _move_along(tx: Transaction, action: AdvocacyAction, by: timedelta) -> int:
    """An action that follows its hearing moves by the same time on the wall. Correcting a time never waits for
    anyone.
    """
    occasion = action.occasion
    before = as_told(occasion)
    wall = occasion.wall_starts + by
    occasion.move_to(times.instant(wall, occasion.time_zone, fold=0), wall, tx.now)
    action.revision += 1
    await tx.session.flush()
    told = await notices.tell_change(tx, occasion, LetterKind.RESCHEDULED, before=before)
    tx.record(
        "action.followed_hearing",
        action,
        before={"starts_at": before["starts_at"]},
        after={"starts_at": occasion.starts_at},
    )
    return told


async def _following(tx: Transaction, hearing: Hearing) -> list[AdvocacyAction]:
    # Most hearings have nothing planned around them.
    if not await tx.rows(_FOLLOWS, given_hearing=hearing.id):
        return []
    return [action for action in await _around(tx, hearing) if action.follows_hearing]


async def _around(tx: Transaction, hearing: Hearing) -> list[AdvocacyAction]:
    """What is planned around a hearing, published or not yet."""
    planned = select(AdvocacyAction).where(*_planned(hearing.id)).order_by(AdvocacyAction.id)
    return list((await tx.session.scalars(planned)).unique())


def _planned(hearing_id: Any) -> tuple[ColumnElement[bool], ...]:
    return (
        AdvocacyAction.hearing_id == hearing_id,
        AdvocacyAction.state.in_([ActionState.DRAFT, ActionState.PUBLISHED]),
    )


_FOLLOWS = written(
    select(AdvocacyAction.id)
    .where(*_planned(bindparam("given_hearing", None, Uuid())), AdvocacyAction.follows_hearing)
    .limit(literal(1))
)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a move would do, before anything is saved."""

    starts_at: datetime
    ends_at: datetime
    earlier: bool
    hours_away: int
    tellings: tuple[Telling, ...]
    following: tuple[AdvocacyAction, ...]
    warnings: tuple[Sentence, ...]


async def preview_reschedule(
    tx: Transaction, hearing_id: UUID, *, starts_at: datetime, occurrence: int | None = None
) -> Preview:
    """Who would be told what if this hearing moved. Saves nothing."""
    hearing, _ = await access.record_for(tx, Hearing, hearing_id, Act.RESCHEDULE_HEARING)
    occasion = hearing.occasion
    _refuse_over(occasion)
    court, location = await _where(tx, hearing.court_id, hearing.hearing_location_id)
    zone = _zone(court, location, occasion.time_zone)
    at = _instant(tx, starts_at, zone, occurrence)
    following = await _following(tx, hearing)
    tellings = list(await notices.forecast(tx, occasion, LetterKind.RESCHEDULED, starts_at=at))
    for action in following:
        wall = action.occasion.wall_starts + (starts_at - occasion.wall_starts)
        moved = times.instant(wall, action.occasion.time_zone, fold=0)
        tellings += await notices.forecast(tx, action.occasion, LetterKind.RESCHEDULED, starts_at=moved)
    return Preview(
        starts_at=at,
        ends_at=at + (occasion.ends_at - occasion.starts_at),
        earlier=at < occasion.starts_at,
        hours_away=int((at - tx.now).total_seconds() // 3600),
        tellings=tuple(tellings),
        following=tuple(following),
        warnings=_warnings(tx, at, starts_at, zone),
    )


def _warnings(tx: Transaction, at: datetime, wall: datetime, zone: str) -> tuple[Sentence, ...]:
    found, day = [], partial(times.day, wall.date(), beside=tx.now.date())
    if at < tx.now:
        found.append(Sentence("That time has passed already."))
    elif at - tx.now < timedelta(hours=48):
        found.append(Sentence("That is less than 48 hours away: ask those it cannot do without to confirm."))
    if wall.weekday() >= 5:
        found.append(
            Sentence("{day} is a {weekday}. Check the notice.", day=day, weekday=partial(times.weekday, wall.date()))
        )
    if holiday := times.federal_holiday(wall.date()):
        found.append(Sentence("{day} is a federal holiday ({holiday}). Check the notice.", day=day, holiday=holiday))
    if not 7 <= wall.hour < 18:
        found.append(
            Sentence(
                "{hour} in {zone} is outside a court's usual hours. Check the notice.", hour=f"{wall:%H:%M}", zone=zone
            )
        )
    return tuple(found)


async def cancel_hearing(
    tx: Transaction, hearing_id: UUID, *, expected_revision: int, reason: str | None = None
) -> Moved:
    """Cancel a hearing (vacated, taken off the calendar). Everyone who was told of it is told; actions stay to be
    decided on.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.CANCEL_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    _refuse_over(occasion)
    before = as_told(occasion)
    occasion.state = OccasionState.CANCELLED
    occasion.changed(tx.now)
    await tx.session.flush()
    told = await notices.tell_change(tx, occasion, LetterKind.CANCELLED, before=before)
    await cases.keep_next_occasion(tx, case)
    tx.record("hearing.cancelled", hearing, case=case, before={"starts_at": occasion.starts_at}, reason=reason)
    return Moved(hearing, told)


@dataclass(frozen=True, slots=True)
class CancelPreview:
    """What cancelling would do, before anything is saved, and what it would leave for somebody to decide on."""

    tellings: tuple[Telling, ...]
    #: Actions around it: nobody calls them off but people.
    left_standing: tuple[AdvocacyAction, ...]


async def preview_cancel(tx: Transaction, hearing_id: UUID) -> CancelPreview:
    """Who would be told if this hearing were cancelled, and which actions would be left without it. Saves nothing."""
    hearing, _ = await access.record_for(tx, Hearing, hearing_id, Act.CANCEL_HEARING)
    starts_at = hearing.occasion.starts_at
    tellings = await notices.forecast(tx, hearing.occasion, LetterKind.CANCELLED, starts_at=starts_at)
    return CancelPreview(tuple(tellings), tuple(await _around(tx, hearing)))


@dataclass(frozen=True, slots=True)
class Reported:
    """A hearing with its outcome, and the next one if the judge set it."""

    hearing: Hearing
    next_hearing: Hearing | None


async def report_hearing(
    tx: Transaction,
    hearing_id: UUID,
    *,
    expected_revision: int,
    outcome: HearingOutcome,
    note: str | None = None,
    next_starts_at: datetime | None = None,
) -> Reported:
    """Report in a minute what a hearing came to, with the next date if one was set. Raises :class:`Invalid`."""
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.REPORT_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This hearing was cancelled.")
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState("This hearing was reported already.")
    if occasion.starts_at > tx.now:
        raise NotAllowedByState("This hearing has not begun yet.")
    if note and len(note) > 5_000:
        raise Invalid("note", "A report has at most 5,000 characters. Write a note for the rest.")
    await tx.unlock([case.vault_key_id])
    hearing.outcome = outcome
    hearing.outcome_note = tx.seal(Hearing, hearing.id, "outcome_note", case.vault_key_id, note and note.strip())
    hearing.reported_at, hearing.reported_by_id = tx.now, tx.person_id
    occasion.state = OccasionState.HELD
    await tx.session.flush()
    following = None
    if next_starts_at is not None:
        following = await schedule_hearing(tx, case.id, hearing.proceeding_id, _again(hearing, next_starts_at))
        following.supersedes_id = hearing.id
    await cases.keep_next_occasion(tx, case)
    tx.record("hearing.reported", hearing, case=case, after={"outcome": outcome})
    return Reported(hearing, following)


def _again(hearing: Hearing, starts_at: datetime) -> Notice:
    """The next hearing, as the judge set it: the same court, place and medium until the notice says otherwise."""
    occasion = hearing.occasion
    return Notice(
        kind=occasion.kind,
        starts_at=starts_at,
        length_minutes=int((occasion.ends_at - occasion.starts_at).total_seconds() // 60),
        court_id=hearing.court_id,
        hearing_location_id=hearing.hearing_location_id,
        time_zone=occasion.time_zone,
        room=occasion.room,
        medium=occasion.medium,
        join_url=occasion.join_url,
        judge=hearing.judge,
        detained=hearing.detained,
        closed_to_public=hearing.closed_to_public,
        interpreter_language=hearing.interpreter_language,
        source=Source.COUNSEL,
        confidence=Confidence.ONE_SOURCE,
    )


def as_told(occasion: Occasion) -> dict[str, Any]:
    """What people were told of an occasion before it changes: for the letter that says old → new."""
    return {
        "starts_at": occasion.starts_at.isoformat(),
        "time_zone": occasion.time_zone,
        "hour_known": occasion.hour_known,
        "place_name": occasion.place_name,
    }


def _state(confidence: Confidence) -> OccasionState:
    return OccasionState.TENTATIVE if confidence is Confidence.UNCONFIRMED else OccasionState.CONFIRMED


def _refuse_over(occasion: Occasion) -> None:
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState("This hearing has already been held. Schedule a new one instead.")
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This hearing was cancelled. Schedule a new one instead.")


async def _where(
    tx: Transaction, court_id: UUID | None, location_id: UUID | None
) -> tuple[Court | None, HearingLocation | None]:
    court = await tx.session.get(Court, court_id) if court_id else None
    if court_id and court is None:
        raise Invalid("courtId", "There is no such court.")
    location = await tx.session.get(HearingLocation, location_id) if location_id else None
    if location_id and location is None:
        raise Invalid("hearingLocationId", "There is no such hearing location.")
    return court, location


def _zone(court: Court | None, location: HearingLocation | None, otherwise: str | None) -> str:
    zone = location.time_zone if location else court.time_zone if court else otherwise
    if zone is None:
        raise Invalid("timeZone", "Say in which time zone the notice is printed.")
    return zone


def _instant(tx: Transaction, wall: datetime, zone: str, occurrence: int | None) -> datetime:
    fold = None if occurrence is None else occurrence - 1
    if fold not in (None, 0, 1):
        raise Invalid("occurrence", "Say 1 for the first and 2 for the second.")
    at = times.instant(wall, zone, fold=fold)
    if at > tx.now + _FARTHEST or at < tx.now - _FARTHEST:
        raise Invalid("startsAt", "The year {year} looks like a slip. Check the notice.", year=wall.year)
    return at


def _place(occasion: Occasion, court: Court | None, location: HearingLocation | None) -> None:
    """The address comes from the hearing location, which need not be the court's (DOMAIN §2.4)."""
    at = location or court
    occasion.place_name = at.name if at else None
    occasion.place_street = at.street if at else None
    occasion.place_city = ", ".join(part for part in (at.city, at.state) if part) or None if at else None


__all__ = [
    "CancelPreview",
    "Moved",
    "Notice",
    "Preview",
    "Reported",
    "as_told",
    "cancel_hearing",
    "preview_cancel",
    "preview_reschedule",
    "report_hearing",
    "reschedule_hearing",
    "schedule_hearing",
]
