"""What people press in their calendars: it counts as the answer page's does, and what proves nothing does not count."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from uuid import UUID

import httpx
import pytest
from icalendar import Calendar
from pydantic import ValidationError
from sqlalchemy import select

from api.app import create_app
from casework import invitations, notices
from casework.actors import DELIVERY, Link, LinkKind
from casework.settings import Settings
from schema.audit import AuditEntry
from schema.changes import Acknowledgement, HowAcknowledged
from schema.inbound import InboundMessage
from schema.invitations import Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion
from schema.people import PersonKind
from schema.tasks import TEXT_CAME, Task
from tests.api.calendar_answers import SHAPES, Said, exchange, gmail, icloud, to
from tests.api.inbound import SECRET
from tests.casework.notices.asked import an_official
from tests.house import House, house

__all__ = ["house"]

OURS = "mx.legal-aid.test"
LATER = datetime(2026, 12, 9, 9)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"inbound_mail_secret": SECRET})


@pytest.fixture
async def door(house: House, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    async for client in at(house, settings):
        yield client


async def at(house: House, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, database=house.database)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url=settings.address) as client:
            yield client


async def pipe(door: httpx.AsyncClient, raw: bytes) -> None:
    answer = await door.post("/inbound/mail", content=raw, headers={"authorization": f"Bearer {SECRET}"})
    # Whatever it was: nobody learns what is ours.
    assert (answer.status_code, answer.text) == (204, "")


async def asked(house: House) -> tuple[UUID, Said]:
    """The mayor was asked, and her letter has left. An answer to it, as she might give it."""
    mayor = await an_official(house)
    (invitation,) = await house.invite(mayor)
    (letter,) = [one for one in await house.send() if one.letter.method]
    return invitation, to(letter, at=house.clock.now)


async def invitation_of(house: House, key: UUID) -> Invitation:
    async with house.watching() as tx:
        return await tx.session.get_one(Invitation, key)


async def state(house: House, key: UUID) -> InvitationState:
    return (await invitation_of(house, key)).state


async def asked_of_humans(house: House) -> list[str]:
    async with house.watching() as tx:
        found = list(await tx.session.scalars(select(Task).where(Task.raised_by == TEXT_CAME).order_by(Task.id)))
        await tx.unlock([one.title for one in found])
        return [tx.open(one, "title") or "" for one in found]


async def acts(house: House, invitation: UUID) -> list[str]:
    async with house.watching() as tx:
        found = select(AuditEntry.act).where(AuditEntry.subject_id == invitation).order_by(AuditEntry.seq)
        return list(await tx.session.scalars(found))


async def came(house: House) -> list[str]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(InboundMessage.word).order_by(InboundMessage.id)))


async def letters_to(house: House, person: UUID) -> list[tuple[LetterKind, NoticeState]]:
    return [(one.kind, one.state) for one in await house.rows(person_id=person) if one.kind is not LetterKind.REMINDER]


async def on_page(house: House, key: UUID, answer: InvitationState) -> None:
    invitation = await invitation_of(house, key)
    async with house.database.transaction(Link(LinkKind.INVITATION, key, invitation.person_id)) as tx:
        await invitations.answer_invitation(tx, key, state=answer, party_size=3)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("ACCEPTED", InvitationState.COMING), ("TENTATIVE", InvitationState.MAYBE),
        ("DECLINED", InvitationState.NOT_COMING), ("NEEDS-ACTION", InvitationState.ASKED),
        ("X-LATER", InvitationState.ASKED),
    ],
)  # fmt: skip
async def test_every_calendar_is_understood(
    house: House, door: httpx.AsyncClient, shape: Callable[[Said], bytes], word: str, means: InvitationState
) -> None:
    key, said = await asked(house)
    await pipe(door, shape(said.but(word=word)))
    assert await state(house, key) is means
    assert await asked_of_humans(house) == []


async def test_it_has_the_consequences_of_the_answer_page_and_has_them_once(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    mayor = (await invitation_of(house, key)).person_id
    await pipe(door, gmail(said.but(word="DECLINED")))
    declined = await invitation_of(house, key)
    assert declined.state is InvitationState.NOT_COMING and declined.declined_at is not None
    # Whoever does not come is left in peace.
    assert await house.rows(person_id=mayor, state=NoticeState.PLANNED) == []

    yes = gmail(said.but(at=said.at + timedelta(minutes=1)))
    house.clock.now += timedelta(minutes=2)
    for _ in range(3):
        await pipe(door, yes)
    coming = await invitation_of(house, key)
    assert coming.state is InvitationState.COMING and coming.party_size == 1 and coming.declined_at is None
    assert coming.answered_at == (said.at + timedelta(minutes=1)).replace(microsecond=0)
    assert await house.rows(person_id=mayor, state=NoticeState.PLANNED, kind=LetterKind.REMINDER) != []
    assert (await acts(house, key)).count("invitation.answered") == 2
    # The same again in the words of another program changes nothing either.
    await pipe(door, exchange(said.but(at=said.at + timedelta(minutes=1))))
    assert (await acts(house, key)).count("invitation.answered") == 2
    assert await came(house) == ["not_coming", "coming"]
    # Nothing but the invitation was ever written to her: a calendar is not answered by mail.
    assert await letters_to(house, mayor) == [(LetterKind.INVITATION, NoticeState.CARRIED)]


async def test_answers_that_come_out_of_order_leave_what_was_said_last(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    house.clock.now += timedelta(minutes=10)
    await pipe(door, gmail(said.but(word="DECLINED", at=said.at + timedelta(minutes=5))))
    await pipe(door, gmail(said.but(word="ACCEPTED", at=said.at + timedelta(minutes=2))))
    assert await state(house, key) is InvitationState.NOT_COMING
    # Nor does a mail that lay somewhere undo what was said on the page since.
    await on_page(house, key, InvitationState.COMING)
    await pipe(door, gmail(said.but(word="DECLINED", at=said.at + timedelta(minutes=7))))
    assert await state(house, key) is InvitationState.COMING
    # How many come along, a calendar does not know.
    house.clock.now += timedelta(minutes=10)
    await pipe(door, gmail(said.but(word="TENTATIVE", at=house.clock.now)))
    assert await state(house, key) is InvitationState.MAYBE
    assert (await invitation_of(house, key)).party_size == 3


@pytest.mark.parametrize("wrong", [datetime.fromisoformat("1970-01-01T00:00:00+00:00"),
                                   datetime.fromisoformat("2099-01-01T00:00:00+00:00")])  # fmt: skip
async def test_a_clock_that_is_wrong_keeps_nobody_from_answering(
    house: House, door: httpx.AsyncClient, wrong: datetime
) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(at=wrong)))
    assert await state(house, key) is InvitationState.COMING
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(word="DECLINED", at=house.clock.now)))
    assert await state(house, key) is InvitationState.NOT_COMING


async def test_an_answer_to_the_date_before_is_written_down_and_she_is_asked_once_more(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    mayor = (await invitation_of(house, key)).person_id
    await house.move(LATER)
    house.clock.now += timedelta(minutes=1)
    late = gmail(said.but(at=house.clock.now))

    # The letter of the new date is on its way: nothing more is needed.
    await pipe(door, late)
    assert await state(house, key) is InvitationState.ASKED
    assert "invitation.answered_before_change" in await acts(house, key)
    (moved,) = [one for one in await house.send() if one.letter.method]
    newest = to(moved)
    assert newest.uid == said.uid and newest.sequence > said.sequence

    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(at=house.clock.now)))
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(word="DECLINED", at=house.clock.now)))
    assert await state(house, key) is InvitationState.ASKED
    (again,) = [one for one in await house.send() if one.letter.method]
    assert again.to == "reyes@city.test" and again.letter.kind is LetterKind.RESCHEDULED
    assert to(again).sequence > newest.sequence and to(again).uid == said.uid
    # And that once: a third answer to the old date brings no third letter.
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(word="TENTATIVE", at=house.clock.now)))
    assert [one for one in await house.send() if one.letter.method] == []

    # Of the date as it is, either letter can be answered; and she owes no word any more.
    await pipe(door, gmail(newest.but(at=house.clock.now)))
    assert await state(house, key) is InvitationState.COMING
    async with house.watching() as tx:
        owed = await tx.session.scalar(select(Acknowledgement).where(Acknowledgement.person_id == mayor))
        assert owed is not None and owed.how is HowAcknowledged.CALENDAR


async def test_whoever_said_no_and_then_yes_to_the_old_date_is_asked_to_the_new_one(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(word="DECLINED")))
    await house.move(LATER)
    assert [one for one in await house.send() if one.to == said.who] == []
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(at=house.clock.now)))
    assert await state(house, key) is InvitationState.ASKED
    (letter,) = [one for one in await house.send() if one.letter.method]
    assert letter.letter.kind is LetterKind.INVITATION and to(letter).sequence > said.sequence


async def test_a_date_that_was_only_confirmed_is_the_date_they_answered(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    async with house.watching() as tx:
        (await tx.session.get_one(Occasion, house.occasion)).changed(tx.now)
    await pipe(door, gmail(said))
    assert await state(house, key) is InvitationState.COMING


async def test_the_scheduler_answers_for_the_mayor(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    mayor = (await invitation_of(house, key)).person_id
    await house.a_person("Sam Scheduler", PersonKind.SCHEDULER, email="desk@city.test", scheduler_for=mayor)
    # In her name, …
    await pipe(door, exchange(said.but(sender="desk@city.test", more=';SENT-BY="MAILTO:desk@city.test"')))
    assert await state(house, key) is InvitationState.COMING
    # … or as the one to whom she passed it on.
    house.clock.now += timedelta(minutes=1)
    passed = said.but(
        word="DELEGATED", more=';DELEGATED-TO="mailto:desk@city.test"', at=house.clock.now,
    )  # fmt: skip
    await pipe(door, gmail(passed))
    assert await state(house, key) is InvitationState.COMING
    await pipe(door, gmail(said.but(
        word="DECLINED", who="desk@city.test", sender="desk@city.test", name="Sam Scheduler",
        more=';DELEGATED-FROM="mailto:reyes@city.test"', at=house.clock.now,
    )))  # fmt: skip
    assert await state(house, key) is InvitationState.NOT_COMING
    assert await asked_of_humans(house) == []


async def test_a_scheduler_who_alone_has_an_address_answers_the_letter_to_it(
    house: House, door: httpx.AsyncClient
) -> None:
    await an_official(house)
    judge = await house.a_person("Alder Fox", PersonKind.OFFICIAL, email=None)
    await house.a_person("Sam Scheduler", PersonKind.SCHEDULER, email="desk@city.test", scheduler_for=judge)
    (key,) = await house.invite(judge)
    (letter,) = [one for one in await house.send() if one.letter.method]
    assert letter.to == "desk@city.test"
    await pipe(door, gmail(to(letter, who=letter.to, sender=letter.to, at=house.clock.now)))
    assert await state(house, key) is InvitationState.COMING


async def test_one_desk_for_two_officials_answers_the_letter_it_names_or_a_human_asks(
    house: House, door: httpx.AsyncClient
) -> None:
    await an_official(house)
    keys, letters = [], []
    desk = None
    for name in ("Alder Fox", "Alder Wren"):
        official = await house.a_person(name, PersonKind.OFFICIAL, email=None)
        await house.a_person(f"Desk of {name}", PersonKind.SCHEDULER, email="desk@city.test", scheduler_for=official)
        keys += await house.invite(official)
        letters += [one for one in await house.send() if one.letter.method]
        desk = letters[-1].to
    said = to(letters[1], who=desk, sender=desk, at=house.clock.now)
    await pipe(door, gmail(said))
    assert [await state(house, key) for key in keys] == [InvitationState.ASKED] * 2
    assert len(await asked_of_humans(house)) == 1
    named = f"In-Reply-To: <{letters[1].notice_id}@legal-aid.test>\r\n"
    house.clock.now += timedelta(minutes=1)
    await pipe(door, gmail(said.but(headers=named, at=house.clock.now)))
    assert [await state(house, key) for key in keys] == [InvitationState.ASKED, InvitationState.COMING]


async def test_somebody_else_in_their_place_is_for_a_human_and_nobody_writes_to_them(
    house: House, door: httpx.AsyncClient
) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(word="DELEGATED", more=';DELEGATED-TO="mailto:deputy@city.test"')))
    await pipe(door, gmail(said.but(
        who="deputy@city.test", sender="deputy@city.test", more=';DELEGATED-FROM="mailto:reyes@city.test"'
    )))  # fmt: skip
    assert await state(house, key) is InvitationState.ASKED
    tasks = await asked_of_humans(house)
    assert len(tasks) == 2 and all("Mayor Reyes" in one and "somebody else comes" in one for one in tasks)
    assert await house.send() == []


async def test_another_time_is_for_a_human_and_moves_nothing(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    await pipe(door, exchange(said.but(method="COUNTER", word="TENTATIVE")))
    assert await state(house, key) is InvitationState.ASKED
    (task,) = await asked_of_humans(house)
    assert task == "Call Mayor Reyes: their calendar proposes another time for Wed, Dec 2, 9:00 AM ET."


async def test_what_they_typed_beside_it_is_read_by_a_human(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    await pipe(door, exchange(said.but(comment="I bring the council\\, too.\\nIs there parking?")))
    assert await state(house, key) is InvitationState.COMING
    (task,) = await asked_of_humans(house)
    assert task == (
        'Answer Mayor Reyes, who wrote beside their calendar\'s answer: "I bring the council, too. Is there parking?"'
    )


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
    ],
)
async def test_where_our_own_server_is_named_its_word_counts(
    house: House, settings: Settings, header: str | None, counts: bool
) -> None:
    key, said = await asked(house)
    headers = f"Authentication-Results: {header}\r\n" if header else ""
    async for door in at(house, settings.model_copy(update={"inbound_mail_checked_by": OURS})):
        await pipe(door, gmail(said.but(headers=headers)))
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
