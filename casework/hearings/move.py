"""Moving a hearing, and what would come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import Uuid, bindparam, literal, select

from casework import access, cases, court_codes, date_sources, docketing, notices, times
from casework.access import Act
from casework.hearings.around import ask_lead, planned, planned_around
from casework.hearings.printed import (
    as_told,
    instant,
    place,
    received,
    refuse_long,
    refuse_over,
    refuse_two_sources,
    state_of,
    where,
    zone_of,
)
from casework.language import Sentence
from casework.notices import Telling
from casework.refusals import Invalid
from casework.transaction import Transaction
from casework.written import written
from schema.advocacy import AdvocacyAction
from schema.custody import Confidence, Source
from schema.hearings import ADVANCED_BY_COURT, Hearing
from schema.notices import LetterKind
from schema.occasions import Medium, Occasion

_PLACE = ("place_name", "place_street", "place_city", "room")


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
    received_at: datetime | None = None,
    adjournment_code: str | None = None,
) -> Moved:
    """Move a hearing to the time printed on the new notice, in the zone of its place.

    Reminders are planned afresh, everyone who was told the old time is told the new one, and actions that follow the
    hearing move with it.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.RESCHEDULE_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    refuse_over(occasion)
    refuse_long(room=room, joinUrl=join_url)
    court, location = await where(tx, hearing.court_id, hearing_location_id or hearing.hearing_location_id)
    zone = zone_of(court, location, occasion.time_zone)
    at = instant(tx, starts_at, zone, occurrence)
    refuse_two_sources(confidence)
    noticed_at = received(tx, received_at)
    code = _why(adjournment_code, occasion.starts_at, at)
    await date_sources.move(tx, hearing, starts_at, source, confidence)
    before = as_told(occasion)
    was, was_at = (occasion.starts_at, occasion.wall_starts), _where(occasion)
    if hearing_location_id is not None:
        hearing.hearing_location_id = hearing_location_id
        place(occasion, court, location)
    occasion.time_zone = zone
    occasion.room = room if room is not None else occasion.room
    occasion.medium = medium or occasion.medium
    occasion.join_url = join_url if join_url is not None else occasion.join_url
    occasion.state = state_of(confidence)
    occasion.hour_known = True
    occasion.move_to(at, starts_at, tx.now)
    hearing.source = source
    hearing.checked_by_id, hearing.checked_at, hearing.noticed_at = tx.person_id, tx.now, noticed_at
    hearing.adjournment_code = code or hearing.adjournment_code
    if at != was[0]:
        hearing.moved_from = was[0]
    await tx.session.flush()
    told = await notices.tell_change(tx, occasion, LetterKind.RESCHEDULED, before=before)
    for action in await _around(tx, hearing):
        if action.follows_hearing:
            told += await move_along(tx, action, starts_at - was[1], was_at, occasion)
        elif at != was[0] or was_at != _where(occasion):
            await ask_lead(tx, case, action, hearing, stood=was[1], place=was_at)
    await cases.keep_next_occasion(tx, case)
    tx.record(
        "hearing.rescheduled", hearing, case=case, before={"starts_at": was[0]},
        after={"starts_at": at} | ({"adjournment_code": code} if code else {}),
    )  # fmt: skip
    if occasion.kind in docketing.COUNTED_FROM:
        await docketing.replan(tx, case)
    return Moved(hearing, told)


def _why(code: str | None, was: datetime, at: datetime) -> str | None:
    """The court's own reason. Two codes say that it advanced the hearing: with them the new time is the earlier one."""
    known = court_codes.adjournment("adjournmentCode", code)
    if known in ADVANCED_BY_COURT and at >= was:
        raise Invalid(
            "adjournmentCode", "Code {code} says that the court set the hearing earlier, and the new time is not."
            " Check the notice.", code=known,
        )  # fmt: skip
    return known


def _where(occasion: Occasion) -> tuple[str | None, ...]:
    return tuple(getattr(occasion, name) for name in _PLACE)


async def move_along(
    tx: Transaction, action: AdvocacyAction, by: timedelta, was_at: tuple[str | None, ...], around: Occasion
) -> int:
    """An action that follows its hearing moves by the same time on the wall, and goes along where it was in the same
    place. Correcting a time never waits for anyone.
    """
    occasion = action.occasion
    before = as_told(occasion)
    if any(was_at) and _where(occasion) == was_at:
        for name in _PLACE:
            setattr(occasion, name, getattr(around, name))
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


async def _around(tx: Transaction, hearing: Hearing) -> list[AdvocacyAction]:
    # Most hearings have nothing planned around them.
    if not await tx.rows(_PLANNED, given_hearing=hearing.id):
        return []
    return await planned_around(tx, hearing)


_PLANNED = written(
    select(AdvocacyAction.id).where(*planned(bindparam("given_hearing", None, Uuid()))).limit(literal(1))
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
    #: Around it, too, and not moving: their leads are asked.
    asked: tuple[AdvocacyAction, ...]
    warnings: tuple[Sentence, ...]


async def preview_reschedule(
    tx: Transaction,
    hearing_id: UUID,
    *,
    starts_at: datetime,
    occurrence: int | None = None,
    hearing_location_id: UUID | None = None,
) -> Preview:
    """Who would be told what if this hearing moved, to another place too. Saves nothing."""
    hearing, _ = await access.record_for(tx, Hearing, hearing_id, Act.RESCHEDULE_HEARING)
    occasion = hearing.occasion
    refuse_over(occasion)
    court, location = await where(tx, hearing.court_id, hearing_location_id or hearing.hearing_location_id)
    zone = zone_of(court, location, occasion.time_zone)
    at = instant(tx, starts_at, zone, occurrence)
    around = await _around(tx, hearing)
    following = [action for action in around if action.follows_hearing]
    tellings = list(await notices.forecast(tx, occasion, LetterKind.RESCHEDULED, starts_at=at, time_zone=zone))
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
        asked=tuple(action for action in around if not action.follows_hearing),
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
