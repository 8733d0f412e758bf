"""Where and when an action is, and who leads and hosts it: a change of these voids no sign-off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import select

from casework import access, notices, times
from casework.advocacy.hearing_moves import answered
from casework.advocacy.of_the_day import arrange_the_day
from casework.hearings import as_told
from casework.refusals import Invalid, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.hearings import Hearing
from schema.notices import LetterKind
from schema.occasions import Medium, Occasion, OccasionKind, OccasionState
from schema.organizations import Membership


class Arrangements(TypedDict, total=False):
    """Everything around it: a change of these voids nothing."""

    starts_at: datetime
    time_zone: str
    occurrence: int | None
    length_minutes: int
    place_name: str | None
    place_street: str | None
    place_city: str | None
    room: str | None
    hosts: str | None
    codeword: str | None
    embargo_until: datetime | None
    follows_hearing: bool
    lead_id: UUID | None
    spokespeople: str | None
    press_contact: str | None
    run_of_show: str | None
    languages: list[str]
    accessibility: str | None
    link: str | None
    letters_due_on: date | None


_PLACE = ("place_name", "place_street", "place_city")


def occasion_of(
    tx: Transaction,
    kind: OccasionKind,
    organization_id: UUID,
    case: Case | None,
    hearing: Hearing | None,
    arrangements: Arrangements,
) -> Occasion:
    around = hearing.occasion if hearing else None
    wall = arrangements.get("starts_at") or (around.wall_starts if around else None)
    zone = arrangements.get("time_zone") or (around.time_zone if around else None)
    if wall is None:
        raise Invalid("startsAt", "Say when it begins, or around which hearing it is.")
    if zone is None:
        raise Invalid("timeZone", "Say in which time zone.")
    starts_at = _instant(tx, wall, zone, arrangements.get("occurrence"))
    occasion = Occasion(
        id=new_id(),
        organization_id=organization_id,
        case_id=case.id if case else None,
        kind=kind,
        state=OccasionState.CONFIRMED,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=_length(arrangements)),
        wall_starts=wall,
        time_zone=zone,
        medium=Medium.IN_PERSON,
        revised_at=tx.now,
    )
    for name, said in _where(dict(arrangements), around).items():
        setattr(occasion, name, said)
    return occasion


def _where(said: Mapping[str, Any], around: Occasion | None) -> dict[str, str | None]:
    """A place of its own as a whole, never with the street of another; with none, where the hearing is."""
    place: dict[str, str | None] = {name: said.get(name) or None for name in (*_PLACE, "room")}
    if around is None or any(place[name] for name in _PLACE):
        return place
    return {name: getattr(around, name) for name in _PLACE} | {"room": place["room"] or around.room}


def _length(arrangements: Arrangements) -> int:
    minutes = arrangements.get("length_minutes", 60)
    if not 5 <= minutes <= 3 * 24 * 60:
        raise Invalid("lengthMinutes", "It lasts between 5 minutes and three days.")
    return minutes


def _instant(tx: Transaction, wall: datetime, zone: str, occurrence: int | None) -> datetime:
    at = times.instant(wall, zone, fold=None if occurrence is None else occurrence - 1)
    if abs(at - tx.now) > timedelta(days=366 * 3):
        raise Invalid("startsAt", "The year {year} looks like a slip. Check the notice.", year=wall.year)
    return at


async def check_lead(tx: Transaction, action: AdvocacyAction, arrangements: Arrangements) -> None:
    """Whoever leads is written to with the organization's own eyes, and so belongs to it."""
    lead_id = arrangements.get("lead_id")
    if lead_id is None or lead_id == action.lead_id:
        return
    belongs = await tx.session.scalar(
        select(Membership.id)
        .where(
            Membership.person_id == lead_id,
            Membership.organization_id == action.organization_id,
            Membership.stands(tx.now),
        )
        .limit(1)
    )
    if belongs is None:
        raise Invalid("leadId", "Only someone of the organization that plans it can lead it.")


async def check_letters_date(tx: Transaction, action: AdvocacyAction, arrangements: Arrangements) -> None:
    """By when letters must be in follows from when counsel files them: the legal team says it."""
    asked = arrangements.get("letters_due_on", action.letters_due_on)
    if asked == action.letters_due_on:
        return
    if action.case_id is not None:
        seat = (await access.seats(tx, [action.case_id])).get(action.case_id)
        if seat is None or not seat.legal:
            raise NotPermitted(who="the case's attorney")
    if asked is not None and asked < tx.now.date():
        raise Invalid("lettersDueOn", "That day has passed already.")


def arrange(tx: Transaction, action: AdvocacyAction, arrangements: Arrangements) -> None:
    for name in ("hosts", "codeword", "embargo_until", "follows_hearing", "lead_id"):
        if name in arrangements:
            setattr(action, name, arrangements[name])
    if action.follows_hearing and action.hearing_id is None:
        raise Invalid("followsHearing", "Say which hearing it follows.")
    arrange_the_day(tx, action, arrangements)


async def rearrange(tx: Transaction, action: AdvocacyAction, arrangements: Arrangements) -> None:
    """Carry time and place over to the occasion, and tell whoever was told before."""
    occasion = action.occasion
    before = as_told(occasion)
    changed = False
    hearing = await tx.session.get(Hearing, action.hearing_id) if action.hearing_id else None
    now = {name: getattr(occasion, name) for name in (*_PLACE, "room")}
    if not now.keys().isdisjoint(arrangements):
        for name, said in _where(now | dict(arrangements), hearing.occasion if hearing else None).items():
            changed = changed or now[name] != said
            setattr(occasion, name, said)
    zone = arrangements.get("time_zone") or occasion.time_zone
    wall = arrangements.get("starts_at") or occasion.wall_starts
    moved = wall != occasion.wall_starts or zone != occasion.time_zone
    if moved:
        occasion.time_zone = zone
        occasion.move_to(_instant(tx, wall, zone, arrangements.get("occurrence")), wall, tx.now)
        # Whoever gives it another hour has said what becomes of it.
        await answered(tx, action)
    elif changed:
        occasion.changed(tx.now)
    if moved or changed:
        await tx.session.flush()
        await notices.tell_change(tx, occasion, LetterKind.RESCHEDULED, before=before)


__all__ = ["Arrangements", "arrange", "check_lead", "check_letters_date", "occasion_of", "rearrange"]
