"""Scheduling a hearing from its notice."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import select

from casework import access, bond, cases, court_codes, date_sources, docketing, notices, times, titles
from casework.access import Act
from casework.closing import refuse_closed
from casework.hearings.cancel import cancel_hearing
from casework.hearings.printed import (
    Notice,
    instant,
    place,
    received,
    refuse_long,
    refuse_other_zone,
    refuse_two_sources,
    state_of,
    where,
    zone_of,
)
from casework.language import Sentence
from casework.proceedings import ENDS
from casework.refusals import Invalid, LooksLike, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.courts import Court, HearingLocation
from schema.custody import Confidence
from schema.hearings import Hearing
from schema.occasions import HEARING_KINDS, UPCOMING, Occasion, OccasionKind, OccasionState
from schema.proceedings import Proceeding


async def schedule_hearing(
    tx: Transaction, case_id: UUID, proceeding_id: UUID, notice: Notice, *, confirmed: bool = False
) -> Hearing:
    """Schedule a hearing from its notice. Reminders are planned, and the case's team is told by them.

    Raises :class:`Invalid`, :class:`TimeDoesNotExist`, :class:`TimeOccursTwice`, and :class:`LooksLike` once, until it
    is ``confirmed``, when one of this kind stands there at that time: a notice that two people typed.
    """
    case = await access.case_for(tx, case_id, Act.SCHEDULE_HEARING)
    refuse_closed(case)
    proceeding = await tx.session.get(Proceeding, proceeding_id)
    if proceeding is None or proceeding.case_id != case.id:
        raise Invalid("proceedingId", "Say to which proceeding of this case the hearing belongs.")
    if notice.kind not in HEARING_KINDS:
        raise Invalid("kind", "That is no kind of hearing. Plan an action instead.")
    refuse_long(
        room=notice.room,
        judge=notice.judge,
        joinUrl=notice.join_url,
        timeZone=notice.time_zone,
        calendarType=notice.calendar_type,
        scheduleType=notice.schedule_type,
        interpreterLanguage=notice.interpreter_language,
    )
    refuse_two_sources(notice.confidence)
    calendar_type = court_codes.calendar_type("calendarType", notice.calendar_type)
    schedule_type = court_codes.schedule_type("scheduleType", notice.schedule_type)
    if proceeding.state in ENDS:
        raise NotAllowedByState("This proceeding is over or off the calendar. Reopen it first.")
    noticed_at = received(tx, notice.received_at)
    replaced = await _replaced(tx, case, notice.replaces_id)
    if not 5 <= notice.length_minutes <= 24 * 60:
        raise Invalid("lengthMinutes", "A hearing lasts between 5 minutes and a day.")
    court, location = await where(tx, notice.court_id or proceeding.court_id, notice.hearing_location_id)
    zone = zone_of(court, location, notice.time_zone)
    refuse_other_zone(notice.starts_at, zone, notice.time_zone)
    starts_at = instant(tx, notice.starts_at, zone, notice.occurrence)
    if not confirmed:
        other = await standing_same(
            tx, case.id, notice.kind, starts_at, court, location, but=replaced.id if replaced else None
        )
        if other is not None:
            raise _already(other)
    occasion = Occasion(
        id=new_id(),
        organization_id=case.lead_organization_id,
        case_id=case.id,
        kind=notice.kind,
        state=state_of(notice.confidence),
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
    place(occasion, court, location)
    hearing = Hearing(
        id=new_id(),
        case_id=case.id,
        proceeding_id=proceeding.id,
        occasion_id=occasion.id,
        court_id=court.id if court else None,
        hearing_location_id=location.id if location else None,
        calendar_type=calendar_type,
        schedule_type=schedule_type,
        judge=notice.judge,
        detained=notice.detained,
        closed_to_public=notice.closed_to_public,
        interpreter_language=notice.interpreter_language,
        source=notice.source,
        confidence=notice.confidence,
        checked_by_id=tx.person_id,
        checked_at=tx.now,
        noticed_at=noticed_at,
        supersedes_id=replaced.id if replaced else None,
    )
    tx.session.add(occasion)
    await tx.session.flush()
    hearing.occasion = occasion
    tx.session.add(hearing)
    await tx.session.flush()
    if notice.confidence is Confidence.ONE_SOURCE:
        await date_sources.add_word(tx, hearing, notice.source, notice.starts_at)
    if replaced is not None and replaced.occasion.state in UPCOMING:
        await cancel_hearing(tx, replaced.id, expected_revision=replaced.revision)
    await cases.keep_next_occasion(tx, case)
    await notices.plan(tx, occasion)
    await bond.hearing_set(tx, case, hearing)
    tx.record("hearing.scheduled", hearing, case=case, after={"starts_at": starts_at, "time_zone": zone})
    if occasion.kind in docketing.COUNTED_FROM:
        await docketing.replan(tx, case)
    return hearing


async def standing_same(
    tx: Transaction,
    case_id: UUID,
    kind: OccasionKind,
    starts_at: datetime,
    court: Court | None,
    location: HearingLocation | None,
    *,
    but: UUID | None = None,
) -> Hearing | None:
    """The hearing of a case that is the same in all: its kind, its instant and its place. None that was cancelled."""
    found = await tx.session.scalars(
        select(Hearing)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(
            Hearing.case_id == case_id,
            Hearing.id.is_distinct_from(but),
            Hearing.court_id.is_not_distinct_from(court.id if court else None),
            Hearing.hearing_location_id.is_not_distinct_from(location.id if location else None),
            Occasion.kind == kind,
            Occasion.starts_at == starts_at,
            Occasion.state != OccasionState.CANCELLED,
        )
        .order_by(Hearing.id)
        .limit(1)
    )
    return found.unique().first()


def _already(other: Hearing) -> LooksLike:
    occasion = other.occasion
    return LooksLike(
        "",
        Sentence(
            "There is one already: {kind}, {when}, at the same place. Schedule a second?",
            kind=partial(titles.of_kind, occasion.kind),
            when=partial(times.said, occasion.starts_at, occasion.time_zone, hour_known=occasion.hour_known),
        ),
    )


async def _replaced(tx: Transaction, case: Case, hearing_id: UUID | None) -> Hearing | None:
    """The hearing in place of which the new one is set. Of a chain one stands: none is replaced twice."""
    if hearing_id is None:
        return None
    replaced = await access.seen(tx, Hearing, hearing_id)
    if replaced.case_id != case.id:
        raise Invalid("replacesId", "Say which hearing of this case the new one is set in place of.")
    if await tx.session.scalar(select(Hearing.id).where(Hearing.supersedes_id == replaced.id)) is not None:
        raise Invalid(
            "replacesId", "Another hearing was set in place of that one already. Choose the one that stands now."
        )
    return replaced
