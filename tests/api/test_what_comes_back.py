"""What carriers say of letters after they took them: receipts of texts, and mail that did not arrive (RFC 3464)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from email.message import EmailMessage
from uuid import UUID

import httpx
import pytest
from sqlalchemy import delete, select, update

from api.app import create_app
from casework import notices, reaching
from casework.settings import Settings
from commands.mail_catcher import Catcher
from schema.notices import LetterKind, Notice, NoticeState, Receipt
from schema.people import Channel, Contact
from tests.api.inbound import SECRET, URL
from tests.house import WRITING, House, house
from tests.workers.test_delivery import moved
from workers.carriers import Carriers, for_mail
from workers.delivery import deliver_due

__all__ = ["house"]

BOUNCES = "bounces@legal-aid.test"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"sms_url": URL, "inbound_mail_secret": SECRET, "bounce_address": BOUNCES})


@pytest.fixture
async def door(house: House, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, database=house.database)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=settings.address) as client:
            yield client


async def sent(house: House, channel: Channel = Channel.EMAIL) -> Notice:
    """The hearing moved, and Rosa's letter about it left."""
    await house.wishes_only(house.rosa, channel)
    await moved(house)
    async with house.watching() as tx:
        theirs = Notice.person_id == house.luis
        await tx.session.execute(update(Notice).where(theirs).values(state=NoticeState.SUPERSEDED))
    (letter,) = await house.deliver()
    await house.settle([letter], notices.Outcome.CARRIED, carrier_id="SM1")
    return await change(house, channel)


async def change(house: House, channel: Channel = Channel.EMAIL) -> Notice:
    (found,) = await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.rosa, channel=channel)
    return found


async def other(house: House, channel: Channel) -> list[Notice]:
    return await house.rows(kind=LetterKind.RESCHEDULED, person_id=house.rosa, channel=channel)


async def bounced(house: House, channel: Channel = Channel.EMAIL) -> dict[str, bool]:
    async with house.watching() as tx:
        found = list(
            await tx.session.scalars(select(Contact).where(Contact.person_id == house.rosa, Contact.channel == channel))
        )
        await tx.unlock([one.address for one in found])
        return {tx.open(one, "address") or "": one.bounced_at is not None for one in found}


async def receipts(house: House) -> list[str]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(Receipt.outcome).order_by(Receipt.at, Receipt.id)))


def address(house: House, notice: UUID) -> str:
    return f"bounces+{house.database.vault.return_token(notice)}@legal-aid.test"


def report(to: str, action: str = "failed", status: str = "5.1.1", recipient: str = "rosa@example.test") -> bytes:
    """What a mail server writes."""
    return (
        f"From: MAILER-DAEMON@mx.example.test\r\nTo: {to}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\nMIME-Version: 1.0\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nI'm sorry.\r\n"
        "--x\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example.test\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 <rosa@example.test> unknown\r\n\r\n"
        "--x\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: MOVED\r\n\r\n--x--\r\n"
    ).encode()


async def pipe(door: httpx.AsyncClient, raw: bytes, secret: str = SECRET, to: str = "") -> int:
    answer = await door.post(
        "/inbound/mail", content=raw, params={"to": to} if to else {}, headers={"authorization": f"Bearer {secret}"}
    )
    assert answer.text in ("", "Bring the secret.\n") or answer.status_code == 413
    return answer.status_code


async def test_every_letter_leaves_with_a_return_address_of_its_own(house: House, smtp: Catcher) -> None:
    await moved(house)
    before = set(smtp.folder.glob("[0-9]*.eml"))
    await deliver_due(
        {
            "database": house.database, "carriers": Carriers({Channel.EMAIL: for_mail(smtp.url, BOUNCES)}, within=30),
            "house": WRITING, "lease": timedelta(minutes=5),
        }
    )  # fmt: skip

    kept = [one.read_text() for one in set(smtp.folder.glob("[0-9]*.eml")) - before]
    changes = await house.rows(kind=LetterKind.RESCHEDULED)
    assert len(kept) == len(changes) == 2
    assert {text.partition("\n")[0].strip() for text in kept} == {
        f"X-Envelope-From: {address(house, one.id)}" for one in changes
    }
    # What people see is the house.
    assert all("From: Presencia <presencia@legal-aid.test>" in text for text in kept)
    assert all(len(address(house, one.id).partition("@")[0]) <= 64 for one in changes)


async def test_a_mailbox_that_is_none_is_given_up_and_somebody_is_asked_to_call(
    house: House, door: httpx.AsyncClient
) -> None:
    notice = await sent(house)
    assert notice.state is NoticeState.CARRIED and await house.tasks() == []

    assert await pipe(door, report(address(house, notice.id))) == 204

    found = await change(house)
    assert (found.state, found.reason) == (NoticeState.FAILED, "bounced 5.1.1")
    assert await bounced(house) == {"rosa@example.test": True}
    assert len(await house.tasks()) == 1
    # Told again, nothing more happens.
    for _ in range(3):
        await pipe(door, report(address(house, notice.id)))
    assert len(await house.tasks()) == 1 and await receipts(house) == ["carried", "undelivered"]


async def test_who_has_a_telephone_gets_it_as_a_text_and_nobody_need_call(
    house: House, door: httpx.AsyncClient
) -> None:
    notice = await sent(house)
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.SMS, "203 555 0147")

    await pipe(door, report(address(house, notice.id)))

    (text,) = await other(house, Channel.SMS)
    assert (text.state, text.sequence, text.before) == (NoticeState.PLANNED, notice.sequence, notice.before)
    assert await house.tasks() == []
    # It goes now, and once.
    assert [one.to for one in await house.deliver()] == ["+12035550147"]
    await pipe(door, report(address(house, notice.id)))
    assert len(await other(house, Channel.SMS)) == 1


@pytest.mark.parametrize("status", ["5.2.2", "5.7.1", "5.0.0"])
async def test_a_full_mailbox_or_a_filter_is_no_reason_to_give_an_address_up(
    house: House, door: httpx.AsyncClient, status: str
) -> None:
    notice = await sent(house)
    await pipe(door, report(address(house, notice.id), status=status))
    assert (await change(house)).state is NoticeState.FAILED
    assert await bounced(house) == {"rosa@example.test": False}


async def test_a_delay_changes_nothing_and_a_delivery_is_known(house: House, door: httpx.AsyncClient) -> None:
    notice = await sent(house)
    await pipe(door, report(address(house, notice.id), "delayed", "4.4.1"))
    assert (await change(house)).state is NoticeState.CARRIED and await receipts(house) == ["carried"]
    await pipe(door, report(address(house, notice.id), "delivered", "2.0.0"))
    assert (await change(house)).state is NoticeState.DELIVERED
    # What comes late and says otherwise is of before.
    await pipe(door, report(address(house, notice.id)))
    assert (await change(house)).state is NoticeState.DELIVERED
    assert await bounced(house) == {"rosa@example.test": False}


async def test_only_the_address_that_bounced_is_given_up(house: House, door: httpx.AsyncClient) -> None:
    async with house.acting(house.ana) as tx:
        await reaching.add_contact(tx, house.rosa, Channel.EMAIL, "second@example.test")
    notice = await sent(house)
    await pipe(door, report(address(house, notice.id), recipient="Second@Example.test"))
    assert await bounced(house) == {"rosa@example.test": False, "second@example.test": True}


async def test_the_address_may_be_told_beside_the_mail_in_capitals_or_by_the_mail_server(
    house: House, door: httpx.AsyncClient
) -> None:
    notice = await sent(house)
    raw = report("somebody@legal-aid.test")
    await pipe(door, raw)
    assert (await change(house)).state is NoticeState.CARRIED
    await pipe(door, b"Delivered-To: " + address(house, notice.id).upper().encode() + b"\r\n" + raw)
    assert (await change(house)).state is NoticeState.FAILED

    async with house.watching() as tx:
        await tx.session.execute(delete(Receipt).where(Receipt.outcome == "undelivered"))
        await tx.session.execute(update(Notice).where(Notice.id == notice.id).values(state=NoticeState.CARRIED))
    await pipe(door, raw, to=address(house, notice.id))
    assert (await change(house)).state is NoticeState.FAILED


async def test_without_the_secret_nothing_is_read(house: House, door: httpx.AsyncClient) -> None:
    notice = await sent(house)
    raw = report(address(house, notice.id))
    for secret in ("", "wrong", SECRET + "x", SECRET[:-1]):
        assert await pipe(door, raw, secret=secret) == 403
    assert (await door.post("/inbound/mail", content=raw)).status_code == 403
    assert (await change(house)).state is NoticeState.CARRIED


async def test_tokens_that_we_did_not_make_are_dropped_quietly(house: House, door: httpx.AsyncClient) -> None:
    notice = await sent(house)
    token = house.database.vault.return_token(notice.id)
    for wrong in (
        token[:-1] + ("a" if token[-1] != "a" else "b"), token[:-2] + "77", token[::-1], "a" * 42, "7" * 42,
        token + token, token[:20], notice.id.hex,
    ):  # fmt: skip
        assert await pipe(door, report(f"bounces+{wrong}@legal-aid.test")) == 204
    assert (await change(house)).state is NoticeState.CARRIED and await receipts(house) == ["carried"]


async def test_mail_that_is_no_report_or_a_broken_one_is_dropped_quietly(house: House, door: httpx.AsyncClient) -> None:
    notice = await sent(house)
    to = address(house, notice.id)
    good = report(to)
    away = EmailMessage()
    away["To"], away["Subject"] = to, "Out of office"
    away.set_content("Action: failed\nStatus: 5.1.1")
    part = b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n'
    nested = b"".join(part % (one, one) for one in range(3_000))
    head = f"To: {to}\r\n".encode()
    broken = [
        b"", b"\r\n", b"\0" * 1_000, b"\xff" * 1_000, away.as_bytes(), head + nested,
        head + b"Content-Type: multipart/report\r\n\r\n",
        good.replace(b"report-type=delivery-status", b"report-type=disposition-notification"),
        good.replace(b"Action: failed", b"Action: \xff\xfe"), good.replace(b"Status: 5.1.1", b"Status: fine"),
        good.replace(b"Status: 5.1.1", b"Status: 5.1"), good.replace(b"message/delivery-status", b"text/plain"),
        good[: len(good) // 2], good.replace(b"\r\n--x\r\nContent-Type: message", b"\r\nContent-Type: message"),
        head + b'Content-Type: multipart/report; report-type="' + b"x" * 50_000,
        head + b"X: " + b"(" * 20_000 + b"\r\n\r\n",
        f"To: {'(' * 5_000}{to}\r\n\r\n".encode(), head * 2_000 + b"\r\n\r\n",
    ]  # fmt: skip
    for number, raw in enumerate(broken):
        assert await pipe(door, raw) == 204, number
    assert (await change(house)).state is NoticeState.CARRIED and await receipts(house) == ["carried"]
    assert await pipe(door, good + b"x" * 600_000) == 413
    assert (await change(house)).state is NoticeState.CARRIED


async def test_a_recipient_that_is_nobody_s_gives_up_no_address(house: House, door: httpx.AsyncClient) -> None:
    notice = await sent(house)
    for recipient in ("luis@example.test", "<>", "x" * 9_000, '"a b"@example.test', "ro\0sa@example.test"):
        await pipe(door, report(address(house, notice.id), recipient=recipient))
    assert await bounced(house) == {"rosa@example.test": False}
