"""What came in by text, and what browsers are told, go with their clock and with whom they are about."""

from __future__ import annotations

from sqlalchemy import select

from casework import actors, push, reaching, texts
from casework.push import Browser
from casework.retention.going import people
from schema.people import Channel
from schema.retention import RetentionClass
from schema.tasks import TEXT_CAME, Task
from tests.casework.retention.sweeps import AFTER, MINUTE, count, swept
from tests.ground import Ground
from tests.house import House

NUMBER = "+12035550147"


async def texted(house: House, said: str, sid: str) -> None:
    async with house.database.transaction(actors.DELIVERY) as tx:
        await texts.text_came(tx, sid, NUMBER, said)


async def test_thirty_days_after_a_text_nobody_can_tell_that_it_came_but_who_must_read_it(
    house: House, ground: Ground
) -> None:
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.SMS, NUMBER)
    for number, said in enumerate(("STOP", "start", "Is it at nine?", "2")):
        await texted(house, said, f"SM{number}")
    async with house.watching() as tx:
        read = await tx.session.scalar(select(Task).where(Task.raised_by == TEXT_CAME).order_by(Task.id).limit(1))
        assert read is not None
        read.done_at = tx.now

    house.clock.now += AFTER[RetentionClass.REPLIES] - MINUTE
    assert not (await swept(house))[RetentionClass.REPLIES]
    house.clock.now += MINUTE

    # The fourth waits until somebody has called.
    assert (await swept(house))[RetentionClass.REPLIES] == 3
    assert await count(ground, "inbound_messages") == 1
    async with house.watching() as tx:
        left = list(await tx.session.scalars(select(Task.done_at).where(Task.raised_by == TEXT_CAME)))
        assert left == [None]


async def test_a_browser_is_nothing_that_keeps_a_person_and_goes_with_them(house: House, ground: Ground) -> None:
    key = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    alone = await house.a_person("Sam Hill")
    async with house.acting(alone) as tx:
        told = Browser("https://push.example/x", key, "BTBZMqHH6r4Tts7J_aSIgg")
        await push.subscribe_browser(tx, told, "Firefox", frozenset())
    async with house.watching() as tx:
        await reaching.add_contact(tx, alone, Channel.SMS, NUMBER)
    await texted(house, "STOP", "SM9")

    async with house.database.transaction(actors.RETENTION) as tx:
        await people(tx, [alone])

    assert [await count(ground, table) for table in ("push_subscriptions", "inbound_messages")] == [0, 0]
    assert await count(ground, "people") == 3
