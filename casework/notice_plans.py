"""Notice plans, edited: when an organization reminds whom, and when people are reminded of one date.

Every date to come follows at once, in the same transaction. Planning is by rows, so that what stays as it was is not
touched, and nobody is reminded twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial
from uuid import UUID

from sqlalchemy import select

from casework import access, notices, times
from casework.access import Act
from casework.language import Sentence
from casework.notices import Telling
from casework.notices.reminding import (
    EARLIEST,
    LATEST,
    MOST,
    MOST_DAYS,
    MOST_HOURS,
    REMINDED,
    Reminding,
    due_for,
    ends,
    usual,
)
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.invitations import Audience
from schema.notice_plans import Matter, NoticePlan
from schema.occasions import UPCOMING, Occasion, OccasionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """How one audience is reminded of one matter, or of one date, and where that is said."""

    matter: Matter
    audience: Audience
    reminding: Reminding
    #: It differs from the house's plan, or of one date from its organization's.
    edited: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What another plan would do, before anything is saved."""

    #: Dates to come that it is about.
    dates: int
    #: Reminders planned now that would no longer be sent, and those that would be sent besides.
    fewer: tuple[Telling, ...]
    more: tuple[Telling, ...]


async def edit_notice_plan(
    tx: Transaction,
    organization_id: UUID,
    *,
    matter: Matter,
    audience: Audience,
    days_before: Sequence[int],
    at: time,
    hours_before: Sequence[int],
) -> int:
    """Say when the organization reminds an audience of a matter: how many days before at which time on the wall there,
    and how many hours before. Returns how many dates to come follow it. Raises :class:`Invalid`.
    """
    await access.permit_in_organization(tx, organization_id, Act.EDIT_NOTICE_PLAN)
    reminding = checked(matter, audience, days_before, at, hours_before)
    kept = await _kept(tx, organization_id, matter, audience)
    before = _reminding(kept, audience)
    if kept is None:
        kept = NoticePlan(id=new_id(), organization_id=organization_id, matter=matter, audience=audience, revision=0)
        tx.session.add(kept)
    kept.days_before, kept.hours_before = list(reminding.days_before), list(reminding.hours_before)
    kept.at, kept.ended_at = reminding.at, None
    kept.revision += 1
    await tx.session.flush()
    followed = await notices.plan_organization(tx, organization_id, matter)
    tx.record(
        "notice_plan.edited", kept, before=before.written(),
        after={"matter": matter, "audience": audience, **reminding.written()},
    )  # fmt: skip
    return followed


async def reset_notice_plan(tx: Transaction, organization_id: UUID, *, matter: Matter, audience: Audience) -> int:
    """Remind an audience of a matter as the house does it by itself again. Doing it twice changes nothing. Returns how
    many dates to come follow it.
    """
    await access.permit_in_organization(tx, organization_id, Act.EDIT_NOTICE_PLAN)
    kept = await _kept(tx, organization_id, matter, audience)
    if kept is None or kept.ended_at is not None:
        return 0
    kept.ended_at = tx.now
    kept.revision += 1
    await tx.session.flush()
    tx.record("notice_plan.reset", kept, after={"matter": matter, "audience": audience})
    return await notices.plan_organization(tx, organization_id, matter)


async def edit_occasion_plan(
    tx: Transaction,
    occasion_id: UUID,
    *,
    audience: Audience,
    days_before: Sequence[int],
    at: time,
    hours_before: Sequence[int],
) -> Occasion:
    """Say when an audience is reminded of this one date, whatever its organization's plan says. Raises
    :class:`Invalid`, :class:`NotAllowedByState`.
    """
    occasion, case = await _occasion_for(tx, occasion_id)
    reminding = checked(Matter.of(occasion.kind), audience, days_before, at, hours_before)
    _refuse_after_start(occasion, audience, reminding)
    before = (occasion.reminders or {}).get(audience.value)
    occasion.reminders = {**(occasion.reminders or {}), audience.value: reminding.written()}
    await notices.plan(tx, occasion)
    tx.record(
        "occasion_plan.edited", occasion, case=case, before=before,
        after={"audience": audience, **reminding.written()},
    )  # fmt: skip
    return occasion


async def reset_occasion_plan(tx: Transaction, occasion_id: UUID, *, audience: Audience) -> Occasion:
    """Remind an audience of this date as its organization's plan says again. Doing it twice changes nothing."""
    occasion, case = await _occasion_for(tx, occasion_id)
    kept = dict(occasion.reminders or {})
    if kept.pop(audience.value, None) is not None:
        occasion.reminders = kept or None
        await notices.plan(tx, occasion)
        tx.record("occasion_plan.reset", occasion, case=case, after={"audience": audience})
    return occasion


async def notice_plan(tx: Transaction, organization_id: UUID) -> list[Planned]:
    """The whole plan of an organization, for each audience of each matter, each as a sentence."""
    if not (await access.standing(tx)).roles_in(organization_id):
        return []
    rows = await tx.session.scalars(
        select(NoticePlan).where(NoticePlan.organization_id == organization_id, NoticePlan.ended_at.is_(None))
    )
    kept = {(row.matter, row.audience): row for row in rows}
    return [
        planned(matter, audience, _reminding(kept.get((matter, audience)), audience), (matter, audience) in kept)
        for matter, audiences in REMINDED.items()
        for audience in audiences
    ]


async def occasion_plan(tx: Transaction, occasion_id: UUID) -> list[Planned]:
    """The plan that holds for one date, for each audience. Raises :class:`NotFound`."""
    occasion = await access.seen(tx, Occasion, occasion_id)
    matter = Matter.of(occasion.kind)
    found = []
    for audience in REMINDED[matter]:
        own = (occasion.reminders or {}).get(audience.value)
        above = _reminding(await _kept(tx, occasion.organization_id, matter, audience), audience)
        found.append(planned(matter, audience, Reminding.read(own) if own else above, own is not None))
    return found


async def preview_notice_plan(
    tx: Transaction,
    organization_id: UUID,
    *,
    matter: Matter,
    audience: Audience,
    days_before: Sequence[int],
    at: time,
    hours_before: Sequence[int],
) -> PlanPreview:
    """Which reminders would go, and which would come, under another plan. Saves nothing. Raises :class:`Invalid`."""
    await access.permit_in_organization(tx, organization_id, Act.EDIT_NOTICE_PLAN)
    reminding = checked(matter, audience, days_before, at, hours_before)
    ahead = await tx.session.scalars(
        select(Occasion).where(
            Occasion.organization_id == organization_id,
            Occasion.starts_at > tx.now,
            Occasion.state.in_(UPCOMING),
            Occasion.kind.in_([kind for kind in OccasionKind if Matter.of(kind) is matter]),
        )
    )
    # A date with a plan of its own keeps it.
    occasions = [one for one in ahead if not (one.reminders or {}).get(audience.value)]
    return _compared(len(occasions), *await notices.forecast_reminders(tx, occasions, audience, reminding))


async def preview_occasion_plan(
    tx: Transaction,
    occasion_id: UUID,
    *,
    audience: Audience,
    days_before: Sequence[int],
    at: time,
    hours_before: Sequence[int],
) -> PlanPreview:
    """The same for one date."""
    occasion, _ = await _occasion_for(tx, occasion_id)
    reminding = checked(Matter.of(occasion.kind), audience, days_before, at, hours_before)
    _refuse_after_start(occasion, audience, reminding)
    return _compared(1, *await notices.forecast_reminders(tx, [occasion], audience, reminding))


def _compared(dates: int, now: Sequence[Telling], then: Sequence[Telling]) -> PlanPreview:
    """Reminders are the same where they say so in every way, and are as many."""
    return PlanPreview(
        dates, tuple(one for one in now if one not in then), tuple(one for one in then if one not in now)
    )


def checked(
    matter: Matter, audience: Audience, days_before: Sequence[int], at: time, hours_before: Sequence[int]
) -> Reminding:
    """A plan as somebody typed it. Raises :class:`Invalid`."""
    if audience not in REMINDED[matter]:
        raise Invalid("audience", "These people are never reminded of this.")
    days, hours = sorted(set(days_before), reverse=True), sorted(set(hours_before), reverse=True)
    if len(days) + len(hours) > MOST:
        raise Invalid("daysBefore", "Plan at most {most} reminders: nobody reads more.", most=MOST)
    if any(not 0 <= one <= MOST_DAYS for one in days):
        raise Invalid("daysBefore", "Count days from 0, the day itself, to {most}.", most=MOST_DAYS)
    if any(not 1 <= one <= MOST_HOURS for one in hours):
        raise Invalid("hoursBefore", "Count hours from 1 to {most}: a reminder comes before.", most=MOST_HOURS)
    if days and not EARLIEST <= at < LATEST:
        raise Invalid("at", "Choose a time from 8:00 to before 21:00 there: nobody should be woken by a reminder.")
    if audience is Audience.CLIENT and not days and not hours:
        raise Invalid("daysBefore", "Keep at least one reminder for the client: a missed date costs them most.")
    if audience is Audience.ACCOMPANIER and (any(one > 2 for one in days)):
        raise Invalid("daysBefore", "Whoever comes along may know of it from 48 hours before, and not sooner.")
    return Reminding(tuple(days), at.replace(second=0, microsecond=0), tuple(hours))


def _refuse_after_start(occasion: Occasion, audience: Audience, reminding: Reminding) -> None:
    due, _ = due_for(audience, reminding, occasion, occasion.starts_at)
    if any(at >= ends(occasion.starts_at, occasion.time_zone, occasion.hour_known) for at in due):
        raise Invalid("at", "It has begun by then. Choose a time before it begins.")


def planned(matter: Matter, audience: Audience, reminding: Reminding, edited: bool) -> Planned:
    """A plan with the sentence that says it."""
    return Planned(matter=matter, audience=audience, reminding=reminding, edited=edited, sentence=_sentence(reminding))


def _sentence(reminding: Reminding) -> Sentence:
    """A plan, said: "Days before: 7, 3 and 1, at 9:00 AM there; hours before: 2."."""
    days = partial(times.counted, reminding.days_before)
    hours = partial(times.counted, reminding.hours_before)
    at = partial(times.wall_hour, reminding.at)
    if not reminding.days_before and not reminding.hours_before:
        return Sentence("No reminder.")
    if not reminding.hours_before:
        return Sentence("Days before: {days}, at {at} there.", days=days, at=at)
    if not reminding.days_before:
        return Sentence("Hours before: {hours}.", hours=hours)
    return Sentence("Days before: {days}, at {at} there; hours before: {hours}.", days=days, at=at, hours=hours)


def _reminding(kept: NoticePlan | None, audience: Audience) -> Reminding:
    if kept is None or kept.ended_at is not None:
        return usual(audience)
    return Reminding(tuple(kept.days_before), kept.at, tuple(kept.hours_before))


async def _kept(tx: Transaction, organization_id: UUID, matter: Matter, audience: Audience) -> NoticePlan | None:
    kept: NoticePlan | None = await tx.session.scalar(
        select(NoticePlan).where(
            NoticePlan.organization_id == organization_id,
            NoticePlan.matter == matter,
            NoticePlan.audience == audience,
        )
    )
    return kept


async def _occasion_for(tx: Transaction, occasion_id: UUID) -> tuple[Occasion, Case | None]:
    occasion, case = await access.seen(tx, Occasion, occasion_id), None
    if occasion.case_id is not None:
        occasion, case = await access.record_for(tx, Occasion, occasion_id, Act.EDIT_OCCASION_PLAN)
    else:
        await access.permit_in_organization(tx, occasion.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
    if occasion.state not in UPCOMING or occasion.starts_at <= tx.now:
        raise NotAllowedByState("This is over or was called off. Nobody is reminded of it.")
    return occasion, case


__all__ = [
    "PlanPreview", "Planned", "edit_notice_plan", "edit_occasion_plan", "notice_plan", "occasion_plan",
    "preview_notice_plan", "preview_occasion_plan", "reset_notice_plan", "reset_occasion_plan",
]  # fmt: skip
