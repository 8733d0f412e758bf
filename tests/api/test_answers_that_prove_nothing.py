"""What comes to the mailbox in calendars' words and proves nothing, or comes too late: it does not count."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import httpx
import pytest
from icalendar import Calendar
from pydantic import ValidationError
from sqlalchemy import select

from casework import invitations, notices
from casework.actors import DELIVERY
from casework.settings import Settings
from schema.inbound import InboundMessage
from schema.invitations import InvitationState
from schema.notices import LetterKind, Notice
from schema.people import PersonKind
from tests.api.calendar_answers import exchange, gmail, icloud
from tests.api.desk import OURS, asked, asked_of_humans, at, came, door, invitation_of, pipe, settings, state
from tests.api.inbound import SECRET
from tests.casework.notices.asked import an_official
from tests.house import House, house

__all__ = ["door", "house", "settings"]


async def test_what_nothing_proves_counts_for_nothing(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    other = await house.a_person("Alder Fox", PersonKind.OFFICIAL, email="fox@city.test")
    await house.invite(other)
    # Another who was asked knows the entry, and answers in the mayor's name; so does a stranger.
    for sender in ("fox@city.test", "stranger@elsewhere.test"):
        await pipe(door, gmail(said.but(word="DECLINED", sender=sender)))
    # Her deputy, whom nobody knows, answers for her.
    await pipe(door, gmail(said.but(sender="aide@city.test", more=';SENT-BY="mailto:aide@city.test"')))
    assert await state(house, key) is InvitationState.ASKED
    tasks = await asked_of_humans(house)
    assert len(tasks) == 3 and all("nothing proves that it is theirs" in one for one in tasks)


async def test_strangers_and_other_entries_are_dropped_quietly(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    for wrong in (
        said.but(uid="5b2f0a52-6d3f-4b0e-9e55-4f3b1d9f3c11"), said.but(uid=""), said.but(uid="x" * 400),
        said.but(who="stranger@elsewhere.test", sender="stranger@elsewhere.test"), said.but(who="not an address"),
        said.but(method="REQUEST"), said.but(method="PUBLISH"), said.but(method=""),
    ):  # fmt: skip
        for shape in (gmail, exchange):
            await pipe(door, shape(wrong))
    good = icloud(said)
    for broken in (
        good[:300], good.replace(b"BEGIN:VEVENT", b"BEGIN:VTODO"), good.replace(b"VCALENDAR", b"VCARD"),
        good.replace(b"ATTENDEE", b"ATTENDED"), b"Content-Type: text/calendar\r\n\r\n" + b"\0" * 900,
        b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + b"BEGIN:VEVENT\r\n" * 9_000,
        b"Content-Type: text/calendar\r\n\r\n" + b"x:" * 200_000,
    ):  # fmt: skip
        await pipe(door, broken)
    assert await state(house, key) is InvitationState.ASKED
    assert await asked_of_humans(house) == [] and await came(house) == []
    assert await house.send() == []


async def test_a_flood_in_their_name_makes_a_handful_of_tasks(house: House, door: httpx.AsyncClient) -> None:
    _, said = await asked(house)
    for minute in range(30):
        await pipe(door, gmail(said.but(sender="x@elsewhere.test", at=said.at + timedelta(minutes=minute))))
    assert len(await asked_of_humans(house)) == 5


async def test_a_flood_in_their_name_silences_nobody(house: House, door: httpx.AsyncClient) -> None:
    _, said = await asked(house)
    other_time = said.but(method="COUNTER", word="TENTATIVE")
    for minute in range(6):
        # Answers and other times alike: from a stranger, they are nobody's.
        for forged in (said, other_time):
            forged = forged.but(sender="x@elsewhere.test", at=said.at + timedelta(minutes=minute))
            await pipe(door, exchange(forged))
    assert len(await asked_of_humans(house)) == 5
    await pipe(door, exchange(other_time))
    *_, last = tasks = await asked_of_humans(house)
    assert len(tasks) == 6 and "proposes another time" in last


async def test_a_mail_from_two_is_from_neither(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(headers="From: reyes@city.test\r\n", sender="x@evil.test")))
    assert await state(house, key) is InvitationState.ASKED


@pytest.mark.parametrize(
    ("header", "counts"),
    [
        (f"{OURS}; dmarc=pass (p=reject) header.from=city.test; spf=fail smtp.mailfrom=x.test", True),
        (f"{OURS} 1; spf=pass smtp.mailfrom=reyes@city.test", True),
        (f"{OURS}; dkim=pass header.d=mail.city.test header.s=a; spf=none", True),
        (f"{OURS}; dmarc=none; dkim=pass header.i=@city.test", True),
        (f"{OURS}; dmarc=fail header.from=city.test; spf=pass smtp.mailfrom=reyes@city.test", False),
        (f"{OURS}; spf=pass smtp.mailfrom=x@evil.test; dkim=pass header.d=evil.test", False),
        (f"{OURS}; spf=pass smtp.mailfrom=x@evilcity.test", False),
        (f"{OURS}; none", False),
        (f"mx.evil.test; dmarc=pass header.from=city.test ({OURS}; dmarc=pass)", False),
        (f"{OURS}; dmarc=fail\r\nAuthentication-Results: {OURS}; dmarc=pass", False),
        (None, False),
        # What a sender wrote, with our server's words around it.
        (f"{OURS}; spf=pass smtp.mailfrom=dmarc=pass@evil.test; dmarc=fail header.from=city.test", False),
        (
            f"{OURS}; dkim=pass header.d=evil.test header.i=dmarc=pass@evil.test; dmarc=fail header.from=city.test",
            False,
        ),
        (f"{OURS}; spf=pass smtp.helo=dmarc=pass.evil.test; dmarc=fail header.from=city.test", False),
        (f'{OURS}; spf=pass (x envelope-from="a) dmarc=pass ("@evil.test) smtp.helo=evil.test; dmarc=fail', False),
        (f'{OURS}; spf=pass (x envelope-from="a); dmarc=pass header.from=city.test ("@evil.test)', False),
        (f'{OURS}; spf=pass (x "a); spf=pass smtp.mailfrom=city.test ("@evil.test); dmarc=none', False),
        (f'{OURS}; spf=pass smtp.mailfrom="x@city.test y"@evil.test', False),
        (f'{OURS}; spf=pass smtp.mailfrom="x@city.test"@evil.test', False),
        (f'{OURS}; spf=pass smtp.mailfrom="; dmarc=pass header.from=city.test "@evil.test; dmarc=none', False),
        (f'{OURS}; spf=pass smtp.mailfrom="\\"; dmarc=pass header.from=city.test \\""@evil.test', False),
        (f"{OURS}; spf=pass (a (b) dmarc=pass) smtp.mailfrom=x@evil.test", False),
        (f"{OURS}; spf=pass (a \\) ; dmarc=pass header.from=city.test) smtp.mailfrom=x@evil.test", False),
        (f'{OURS}; dmarc=pass header.from=city.test; spf=pass smtp.mailfrom="x@city.test', False),
        (f"{OURS}; dmarc=pass header.from=city.test (unended", False),
        (f"{OURS}; dmarc=pass header.from=city.test; dmarc=fail header.from=city.test", False),
        (f"{OURS}; dmarc = fail header.from=city.test; spf=pass smtp.mailfrom=reyes@city.test", False),
        (f"{OURS}; dmarc=pass header.from=evil.test", False),
        (f"{OURS}; dmarc=pass", False),
        (f"{OURS}; dkim=pass header.d=evil.test header.i=@city.test", False),
        # The same grammar in the words of honest servers.
        (f"{OURS} (a (b) c); spf=fail; dmarc/1 = pass (p=NONE sp=NONE) header.from=city.test", True),
        (f'{OURS}; dkim=pass reason="it; is=good" header.d="city.test" header.b="a/b+="', True),
        (
            f"{OURS};\r\n dkim=pass (2048-bit key)\r\n header.d=city.test;\r\n"
            " dmarc=pass action=none header.from=city.test",
            True,
        ),
    ],
)
async def test_where_our_own_server_is_named_its_word_counts(
    house: House, settings: Settings, header: str | None, counts: bool
) -> None:
    key, said = await asked(house)
    headers = f"Authentication-Results: {header}\r\n" if header else ""
    async for own in at(house, settings.model_copy(update={"inbound_mail_checked_by": OURS})):
        await pipe(own, gmail(said.but(headers=headers)))
    assert await state(house, key) is (InvitationState.COMING if counts else InvitationState.ASKED)
    assert len(await asked_of_humans(house)) == (0 if counts else 1)


@pytest.mark.parametrize("what", ["withdrawn", "cancelled", "over"])
async def test_there_is_nothing_to_answer_once_it_is_off(house: House, door: httpx.AsyncClient, what: str) -> None:
    key, said = await asked(house)
    if what == "withdrawn":
        async with house.acting(house.ana) as tx:
            await invitations.withdraw_invitation(tx, key, expected_revision=(await _revision(house, key)))
    elif what == "cancelled":
        await house.cancel()
    else:
        house.clock.now += timedelta(days=30)
    before = await state(house, key)
    await pipe(door, gmail(said.but(at=house.clock.now)))
    assert await state(house, key) is before and await asked_of_humans(house) == []


async def _revision(house: House, key: UUID) -> int:
    return (await invitation_of(house, key)).revision


async def test_without_the_secret_nothing_is_read(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    answer = await door.post("/inbound/mail", content=gmail(said), headers={"authorization": "Bearer wrong"})
    assert answer.status_code == 403 and await state(house, key) is InvitationState.ASKED


async def test_what_came_is_kept_without_its_words(house: House, door: httpx.AsyncClient) -> None:
    _, said = await asked(house)
    await pipe(door, exchange(said.but(comment="My daughter is ill.")))
    async with house.watching() as tx:
        (kept,) = await tx.session.scalars(select(InboundMessage))
        assert kept.carrier_id.startswith("calendar:") and said.uid not in kept.carrier_id
        assert await tx.session.scalar(select(Notice.id).where(Notice.kind == LetterKind.ENTRY_CHANGED)) is None


async def test_calendars_are_asked_for_an_answer_only_where_it_is_read(house: House) -> None:
    mayor = await an_official(house)
    await house.invite(mayor)
    sender = "Presencia <presencia@legal-aid.test>"
    for number, (changes, organizer, asks) in enumerate(
        (
            ({}, "mailto:presencia@legal-aid.test", "FALSE"),
            ({"inbound_mail_secret": SECRET}, "mailto:presencia@legal-aid.test", "FALSE"),
            ({"calendar_address": "dates@legal-aid.test"}, "mailto:dates@legal-aid.test", "FALSE"),
            (
                {"calendar_address": "dates@legal-aid.test", "inbound_mail_secret": SECRET},
                "mailto:dates@legal-aid.test", "TRUE",
            ),
        )
    ):  # fmt: skip
        at = Settings(mail_from=sender, **changes)  # type: ignore[arg-type]
        writing = notices.House("https://presencia.test", at.sender, at.organizer, at.reads_calendars)
        await house.move(datetime(2026, 12, 3 + number, 9))
        async with house.database.transaction(DELIVERY) as tx:
            batch = await notices.claim_due(tx, lease=timedelta(minutes=5))
        async with house.database.transaction(DELIVERY) as tx:
            letters = await notices.prepare(tx, batch, writing)
        (letter,) = [one for one in letters if one.letter.method]
        (event,) = Calendar.from_ical(letter.letter.calendar or b"").walk("VEVENT")
        assert (str(event["ORGANIZER"]), event["ATTENDEE"].params["RSVP"]) == (organizer, asks)
        # Mail comes from one address all the same.
        assert letter.message["From"] == sender
        await house.settle(letters, notices.Outcome.CARRIED)


@pytest.mark.parametrize(
    "wrong", ["dates", "dates@", "@legal-aid.test", "a@b@c", "Dates <dates@legal-aid.test>", "mailto:a@b"]
)
def test_a_calendar_address_that_is_none_is_refused_at_once(wrong: str) -> None:
    with pytest.raises(ValidationError, match=r"write it like calendar@example\.org"):
        Settings(calendar_address=wrong)
