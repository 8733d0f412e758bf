"""Housekeeping: what time alone makes untrue."""

from __future__ import annotations

import logging
from datetime import timedelta
from zoneinfo import ZoneInfo

from casework import (
    assignments,
    changes,
    comparisons,
    conflicts,
    consents,
    coverage,
    custody,
    departures,
    digests,
    feeds,
    housekeeping,
    notices,
    report_tasks,
    retention,
    seats,
    trail,
)
from casework.actors import DELIVERY, HOUSEKEEPING, RETENTION
from workers.delivery import WorkerContext

#: Dates this near are planned once more, whatever was forgotten.
AHEAD = timedelta(days=8)
#: Hours in which nearly nobody works.
NIGHT = range(2, 6)
#: Whatever the hour, when nobody has swept for so long: the worker was away, or does not run at night.
MISSED = timedelta(hours=30)

log = logging.getLogger(__name__)


async def keep_house(ctx: WorkerContext) -> None:
    """Re-derive what lapsed, end the leases of lost workers, and say when letters pile up."""
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        renewed = await housekeeping.renew_next_occasions(tx)
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        handed_on = await departures.follow(tx)
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        if bare := await coverage.follow(tx):
            log.info("told of %d dates that nobody covers", bare)
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        await feeds.forget_touches(tx)
    async with ctx["database"].transaction(HOUSEKEEPING) as tx:
        await comparisons.tell_quarters(tx)
    async with ctx["database"].transaction(DELIVERY) as tx:
        lost = await notices.sweep(tx)
        waiting, oldest = await notices.waiting(tx)
        late = tx.now - oldest if oldest else timedelta()
    if renewed or lost or handed_on:
        log.info("renewed %d cases' next dates; ended %d leases; handed on %d matters", renewed, lost, handed_on)
    if late > timedelta(minutes=10):
        log.warning("%d letters wait, the oldest since %s", waiting, late)


async def follow_placements(ctx: WorkerContext) -> None:
    """Offers that nobody answered, conflict sheets that wait or waited too long, consents about to end: each is
    somebody's task. What fails now is looked at again by the next tick.
    """
    for what, follow in (
        ("offers", assignments.lapse),
        ("conflict sheets", conflicts.follow),
        ("consents that end", consents.warn_of_ends),
    ):
        try:
            async with ctx["database"].transaction(HOUSEKEEPING) as tx:
                seen_to = await follow(tx)
        except Exception:
            log.exception("%s could not be looked after", what)
        else:
            if seen_to:
                log.info("saw to %d %s", seen_to, what)


async def follow_changes(ctx: WorkerContext) -> None:
    """Call somebody by name about each who has not said that they know of a change. It never keeps letters from going:
    what fails now is looked at again by the next tick.
    """
    called = 0
    try:
        async with ctx["database"].transaction(DELIVERY) as tx:
            called = await changes.follow(tx)
    except Exception:
        log.exception("changes could not be looked after")
    if called:
        log.info("called somebody about %d unanswered changes", called)


async def follow_seats(ctx: WorkerContext) -> None:
    """Give seats that were held and not taken to whoever is next. It never keeps letters from going: what fails now is
    looked at again by the next tick.
    """
    given = 0
    try:
        async with ctx["database"].transaction(DELIVERY) as tx:
            given = await seats.lapse(tx)
    except Exception:
        log.exception("held seats could not be looked after")
    if given:
        log.info("handed on held seats of %d occasions", given)


async def follow_reports(ctx: WorkerContext) -> None:
    """Give each report of an arrest that waits for somebody to one person who can act. It never keeps letters from
    going: what fails now is looked at again by the next tick.
    """
    raised = 0
    try:
        async with ctx["database"].transaction(HOUSEKEEPING) as tx:
            raised = await report_tasks.follow(tx)
    except Exception:
        log.exception("reports of an arrest could not be looked after")
    if raised:
        log.info("gave %d reports of an arrest to somebody", raised)


async def plan_digests(ctx: WorkerContext) -> None:
    """Plan the letters of the morning. It never keeps other letters from going: what fails now is looked at again by
    the next tick.
    """
    going = 0
    try:
        going = await digests.plan_digests(ctx["database"])
    except Exception:
        log.exception("the letters of the morning could not be planned")
    if going:
        log.info("planned %d letters of the morning", going)


async def watch_custody(ctx: WorkerContext) -> None:
    """Ask for whom nobody can find, and ring where court and custody disagree before a hearing. It never keeps letters
    from going: what fails now is looked at again by the next tick.
    """
    asked = 0
    try:
        async with ctx["database"].transaction(HOUSEKEEPING) as tx:
            asked = await custody.watch(tx)
    except Exception:
        log.exception("custody could not be watched")
    if asked:
        log.info("asked somebody about %d cases' custody", asked)


async def seal_trail(ctx: WorkerContext) -> None:
    """Seal what was written into the trail until now, and say when something has waited too long."""
    database = ctx["database"]
    async with database.transaction(HOUSEKEEPING) as tx:
        since = await trail.unsealed_since(tx)
    if since is None:
        return
    if tx.now - since > trail.LATE:
        log.error("the trail is not sealed since %s: find out who writes on, or why sealing fails", since)
    await trail.seal_up_to_now(database)


async def sweep_ended(ctx: WorkerContext, zone: ZoneInfo) -> None:
    """Once a day, at night in this zone, take away what its clock has run out on. A missed night is made good later."""
    database = ctx["database"]
    async with database.transaction(RETENTION) as tx:
        at_night = tx.now.astimezone(zone).hour in NIGHT
        if not await (retention.sweep_is_due(tx) if at_night else retention.sweep_is_due(tx, MISSED)):
            return
    gone = await retention.sweep(database)
    log.info("swept: %s", ", ".join(f"{count} {kind}" for kind, count in gone.items() if count) or "nothing")


async def plan_again(ctx: WorkerContext) -> None:
    """Plan what begins soon once more: nothing is missed because somebody forgot to plan it."""
    after = None
    while True:
        async with ctx["database"].transaction(DELIVERY) as tx:
            after = await notices.plan_upcoming(tx, within=AHEAD, after=after)
        if after is None:
            return
