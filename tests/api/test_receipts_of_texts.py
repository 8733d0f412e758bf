"""What the carrier of texts says of one afterwards: once each, by rank, and only when the carrier says it."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any

import httpx
from sqlalchemy import select, update

from casework import actors, notices, reaching
from casework.settings import Settings
from schema.notices import Notice, NoticeState, Receipt
from schema.people import Channel, Contact
from schema.tasks import Task
from tests.api.inbound import ACCOUNT
from tests.api.test_what_comes_back import bounced, change, door, other, receipts, sent, settings
from tests.house import House, house
from tests.workers.test_delivery import moved

__all__ = ["door", "house", "settings"]


async def tells(
    door: httpx.AsyncClient, settings: Settings, state: str, *, token: str = "", sid: str = "SM1", **more: str
) -> int:
    """The carrier of texts says how a text is."""
    path = "/inbound/sms/status" + (f"?for={token}" if token else "")
    form = {"MessageSid": sid, "AccountSid": ACCOUNT.sid, "MessageStatus": state, **more}
    signed = ACCOUNT.signature(f"{settings.address}{path}", form.items())
    return (await door.post(path, data=form, headers={"x-twilio-signature": signed})).status_code


async def texted(house: House) -> Notice:
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.SMS, "203 555 0147")
    return await sent(house, Channel.SMS)


async def test_receipts_in_any_order_and_any_number_end_the_same(
    house: House, door: httpx.AsyncClient, settings: Settings
) -> None:
    notice = await texted(house)
    token = house.database.vault.return_token(notice.id)
    for state in ("delivered", "sent", "queued", "sending", "delivered", "sent", "undelivered", "failed", "nonsense"):
        assert await tells(door, settings, state, token=token) == 204
    assert (await change(house, Channel.SMS)).state is NoticeState.DELIVERED
    assert await receipts(house) == ["carried", "delivered"]


async def test_sent_is_not_delivered(house: House, door: httpx.AsyncClient, settings: Settings) -> None:
    notice = await texted(house)
    await tells(door, settings, "sent", token=house.database.vault.return_token(notice.id))
    assert (await change(house, Channel.SMS)).state is NoticeState.CARRIED


async def test_an_undelivered_text_goes_by_mail_and_a_dead_number_is_given_up(
    house: House, door: httpx.AsyncClient, settings: Settings
) -> None:
    notice = await texted(house)
    told: dict[str, Any] = {"token": house.database.vault.return_token(notice.id), "To": "+12035550147"}
    await tells(door, settings, "sent", **told)
    await tells(door, settings, "undelivered", **told, ErrorCode="30005")
    await tells(door, settings, "sent", **told)

    found = await change(house, Channel.SMS)
    assert (found.state, found.reason) == (NoticeState.FAILED, "30005")
    assert await bounced(house, Channel.SMS) == {"+12035550147": True}
    assert [one.state for one in await other(house, Channel.EMAIL)] == [NoticeState.PLANNED]
    assert await house.tasks() == []
    # It does not arrive that way either: now somebody must call.
    (letter,) = await house.deliver()
    await house.settle([letter], notices.Outcome.REFUSED, address_dead=True)
    assert len(await house.tasks()) == 1
    # And when it arrived after all, nobody need.
    await tells(door, settings, "delivered", **told)
    assert (await change(house, Channel.SMS)).state is NoticeState.DELIVERED
    assert await house.tasks() == []


async def test_they_told_the_carrier_to_stop(house: House, door: httpx.AsyncClient, settings: Settings) -> None:
    notice = await texted(house)
    token = house.database.vault.return_token(notice.id)
    await tells(door, settings, "failed", token=token, ErrorCode="21610", To="+12035550147")
    async with house.watching() as tx:
        stopped = await tx.session.scalar(select(Contact.stopped_at).where(Contact.channel == Channel.SMS))
    assert stopped is not None and await bounced(house, Channel.SMS) == {"+12035550147": False}


async def test_a_receipt_is_found_by_the_carrier_s_own_id_too_and_an_unknown_one_is_dropped(
    house: House, door: httpx.AsyncClient, settings: Settings
) -> None:
    await texted(house)
    assert await tells(door, settings, "delivered", sid="SM2") == 204
    assert await tells(door, settings, "delivered", sid="SM2", token="a" * 42) == 204
    assert await tells(door, settings, "delivered", sid="S" * 900) == 204
    assert (await change(house, Channel.SMS)).state is NoticeState.CARRIED
    assert await tells(door, settings, "delivered") == 204
    assert (await change(house, Channel.SMS)).state is NoticeState.DELIVERED


async def test_a_receipt_that_is_quicker_than_our_own_books_is_not_lost(
    house: House, door: httpx.AsyncClient, settings: Settings
) -> None:
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.SMS, "203 555 0147")
    await house.wishes_only(house.rosa, Channel.SMS)
    await moved(house)
    letters = [one for one in await house.deliver() if one.channel is Channel.SMS]

    await tells(door, settings, "delivered", token=letters[0].token)
    await house.settle(letters, notices.Outcome.CARRIED, carrier_id="SM1")

    assert (await change(house, Channel.SMS)).state is NoticeState.DELIVERED


async def test_forged_receipts_change_nothing(house: House, door: httpx.AsyncClient, settings: Settings) -> None:
    notice = await texted(house)
    token = house.database.vault.return_token(notice.id)
    form = {"MessageSid": "SM1", "AccountSid": ACCOUNT.sid, "MessageStatus": "undelivered", "ErrorCode": "30005"}
    right = ACCOUNT.signature(f"{settings.address}/inbound/sms/status?for={token}", form.items())
    for path, given, signature in (
        (f"/inbound/sms/status?for={token}", form, ""),
        (f"/inbound/sms/status?for={token}", {**form, "MessageStatus": "failed"}, right),
        (f"/inbound/sms/status?for={token[::-1]}", form, right),
        ("/inbound/sms/status", form, right),
        ("/inbound/sms", form, right),
    ):
        assert (await door.post(path, data=given, headers={"x-twilio-signature": signature})).status_code == 403
    assert (await change(house, Channel.SMS)).state is NoticeState.CARRIED and await receipts(house) == ["carried"]


async def test_every_order_of_three_copies_side_by_side_ends_the_same(
    house: House, door: httpx.AsyncClient, settings: Settings
) -> None:
    notice = await texted(house)
    token = house.database.vault.return_token(notice.id)
    for number, order in enumerate(itertools.permutations(("sent", "undelivered", "delivered"))):
        async with house.watching() as tx:
            await tx.session.execute(
                update(Notice).where(Notice.id == notice.id).values(state=NoticeState.CARRIED, reason=None)
            )
            for row in await tx.session.scalars(select(Receipt).where(Receipt.outcome != "carried")):
                row.outcome = f"earlier {number}"
        await asyncio.gather(
            *(tells(door, settings, state, token=token, ErrorCode="30003" if state == "undelivered" else "")
              for state in order for _ in range(3))
        )  # fmt: skip
        assert (await change(house, Channel.SMS)).state is NoticeState.DELIVERED, order
        after = [one for one in await receipts(house) if one in ("sent", "undelivered", "delivered")]
        assert len(after) == len(set(after)) and "delivered" in after
    async with house.database.transaction(actors.OPERATOR) as tx:
        assert list(await tx.session.scalars(select(Task).where(Task.done_at.is_(None)))) == []
