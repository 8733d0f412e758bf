"""The mail server is away for a day, while the world goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from casework import times
from schema.notices import LetterKind, NoticeState
from tests.house import NEW_YORK, House
from tests.workers.post_office import PostOffice, free_port, open_at
from tests.workers.test_delivery import context
from workers.delivery import deliver_due


async def test_after_a_day_without_mail_nothing_is_lost_nothing_stale_is_sent_and_the_order_is_kept(
    house: House,
) -> None:
    port = free_port()
    ctx = context(house, f"smtp://127.0.0.1:{port}")
    house.clock.now = min(one.due_at for one in await house.rows()) - timedelta(hours=1)
    today = times.local_day(house.clock.now, NEW_YORK)

    # Reminders fall due, then the hearing moves twice, and nobody answers.
    for hour in range(24):
        house.clock.forward(hours=1)
        if hour in (6, 12):
            day = today + timedelta(days=20 + hour)
            await house.move(datetime(day.year, day.month, day.day, 11))
        await deliver_due(ctx)
    tried = [one for one in await house.rows() if one.attempts]
    assert {one.kind for one in tried} == {LetterKind.REMINDER, LetterKind.RESCHEDULED}
    assert {one.state for one in tried} == {NoticeState.PLANNED, NoticeState.SUPERSEDED}

    office = PostOffice()
    with open_at(office, port):
        for _ in range(4):
            house.clock.forward(minutes=31)
            await deliver_due(ctx)

    # Each has one letter: that the date they knew is now the last one. No reminder of the first date, no first move.
    rows = await house.rows()
    sent = [one for one in rows if one.state is NoticeState.CARRIED]
    assert {(one.person_id, one.kind, one.sequence) for one in sent} == {
        (house.luis, LetterKind.RESCHEDULED, 2),
        (house.rosa, LetterKind.RESCHEDULED, 2),
    }
    assert len(office.taken) == len(set(office.ids)) == 2
    assert not [one for one in rows if one.due_at <= house.clock.now and one.state is NoticeState.PLANNED]
    assert all(one.reason for one in rows if one.state in (NoticeState.SUPERSEDED, NoticeState.SKIPPED))
