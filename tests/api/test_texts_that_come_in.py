"""Texts that come in: whose they are, what they mean, what is answered; and whoever forges, repeats or floods."""

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, update

from api.nodes import global_id, parts
from casework import actors, people, retention, texts
from casework.settings import Settings
from schema.audit import AuditEntry
from schema.inbound import InboundMessage, InboundWord
from schema.invitations import Invitation
from schema.people import Channel, Contact, Person, PersonKind
from schema.tasks import TEXT_CAME, Task
from tests.api.inbound import ACCOUNT, SECRET, URL, Phone
from tests.api.test_stopping_mail import invited_mayor, move
from tests.town import Town

ROSA = "+12035550177"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(
        update={"sms_url": URL, "inbound_mail_secret": SECRET, "bounce_address": "bounces@legal-aid.test"}
    )


async def person(town: Town, slug: str, name: str, number: str = ROSA, language: str = "en") -> str:
    """Somebody with this telephone in an organization's address book. The contact's id."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        home = parts(town.organizations[slug])[1]
        added = await people.add_person(tx, home, kind=PersonKind.SUPPORTER, name=name, phone=number, language=language)
        return str(added.id)


async def stopped(town: Town) -> list[bool]:
    """Of each telephone, whether it said stop, in the order of its owners."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        found = await tx.session.scalars(
            select(Contact.stopped_at).where(Contact.channel == Channel.SMS).order_by(Contact.person_id)
        )
        return [one is not None for one in found]


async def tasks(town: Town) -> list[tuple[str, str]]:
    """What somebody has to read, and whose it is."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        found = list(await tx.session.scalars(select(Task).where(Task.raised_by == TEXT_CAME).order_by(Task.id)))
        await tx.unlock([one.title for one in found])
        names = {number: email for email, number in town.staff.items()}
        return [(tx.open(one, "title") or "", names.get(one.owner_id, "")) for one in found if one.owner_id]


async def messages(town: Town) -> list[InboundMessage]:
    async with town.database.transaction(actors.OPERATOR) as tx:
        return list(await tx.session.scalars(select(InboundMessage).order_by(InboundMessage.id)))


async def state(town: Town) -> tuple[object, ...]:
    """All that a text may change."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        counts = [
            await tx.session.scalar(select(func.count()).select_from(table))
            for table in (InboundMessage, Task, AuditEntry)
        ]
        return (*counts, *await stopped(town))


@pytest.mark.parametrize(
    ("said", "language", "answer"),
    [
        ("STOP", "en", "You will get no more texts. Your date has not changed or been cancelled."),
        (" stop. ", "en", "You will get no more texts."),
        ("Cancel", "en", "Your date has not changed or been cancelled."),
        ("Opt-Out", "en", "no more texts"),
        ("please stop", "en", "no more texts"),
        ("don't text me", "en", "no more texts"),
        ("ALTO", "es", "No recibirá más mensajes. Su fecha no ha cambiado ni se ha cancelado."),
        ("No más", "es", "No recibirá más mensajes"),
        ("SAIR", "pt", "Você não receberá mais mensagens. Sua data não mudou nem foi cancelada."),
        ("Kanpe", "ht", "Ou p ap resevwa mesaj ankò. Dat ou a pa chanje, li pa anile."),
        # Whoever's language we have no words in is answered in English.
        ("stop", "quc", "You will get no more texts."),
    ],
)  # fmt: skip
async def test_stop_is_heard_in_each_language_and_answered_once_in_the_reader_s(
    town: Town, said: str, language: str, answer: str
) -> None:
    phone = Phone(town, ROSA)
    key = await person(town, "elm-city", "Rosa Rivera")
    async with town.database.transaction(actors.OPERATOR) as tx:
        # As the languages grow.
        await tx.session.execute(update(Person).where(Person.id == UUID(key)).values(language=language))

    told = await phone.texts(said)
    assert told is not None and answer in told and len(told) <= 160
    assert await stopped(town) == [True]
    # And not once more, however often they say it.
    for _ in range(20):
        assert await phone.texts(said) is None
    assert await stopped(town) == [True]


async def test_whoever_writes_cancel_my_visit_has_not_said_stop(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera")
    for said in ("cancel my visit please", "stop by the office?", "the end of the month", "alto ahí, ¿a qué hora?"):
        assert await phone.texts(said) is None
    assert await stopped(town) == [False]
    read = [title for title, _ in await tasks(town)]
    assert len(read) == 4 and read[0] == 'Answer Rosa Rivera, who sent a text: "cancel my visit please"'


async def test_a_telephone_that_several_people_have_stops_for_all_and_starts_for_all(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera")
    await person(town, "elm-city", "Pedro Rivera")
    await person(town, "shoreline", "Rosa R.")
    await person(town, "shoreline", "Somebody Else", "+12035550188")

    await phone.texts("STOP")
    assert await stopped(town) == [True, True, True, False]
    # Whoever is written down with that telephone later has not asked for texts either.
    await person(town, "elm-city", "Ana Rivera")
    assert await stopped(town) == [True, True, True, False, True]

    told = await phone.texts("start")
    assert told == "You will get texts from us again. Reply STOP to end them."
    assert await stopped(town) == [False] * 5


async def test_help_tells_who_writes_and_whom_to_call_also_after_stop(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera", language="es")
    expected = "Elm City Legal Aid le escribe sobre una fecha. Llame al +12035550100."
    assert expected in str(await phone.texts("AYUDA"))
    await phone.texts("STOP")
    assert expected in str(await phone.texts("help"))
    assert await stopped(town) == [True]


async def test_one_says_that_the_change_was_seen_and_two_asks_for_a_call(town: Town) -> None:
    ana, hearing, _ = await invited_mayor(town)
    await move(town, ana, hearing)
    async with town.database.transaction(actors.OPERATOR) as tx:
        invitation = await tx.session.scalar(select(Invitation))
        assert invitation is not None and invitation.acknowledged_sequence is None
        mayor = invitation.person_id
    said = await ana.do(
        "addContact", "person { contacts { channel address } }", personId=global_id("Person", mayor), channel="SMS",
        address="203 555 0177",
    )  # fmt: skip
    assert {"channel": "SMS", "address": ROSA} in said["person"]["contacts"]
    phone = Phone(town, ROSA)

    assert await phone.texts("1") == "Thank you. We have noted that you saw it."
    async with town.database.transaction(actors.OPERATOR) as tx:
        invitation = await tx.session.get_one(Invitation, invitation.id)
        assert invitation.acknowledged_sequence is not None and invitation.acknowledged_sequence > 0
        revision = invitation.revision
    # Once more says nothing new.
    await phone.texts("1")
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert (await tx.session.get_one(Invitation, invitation.id)).revision == revision

    assert await phone.texts("2") == "Thank you. Somebody will call you."
    ((title, owner),) = await tasks(town)
    assert title == "Call Mayor Reyes: they answered our text that they can't come, or want to be called."
    assert owner == "coordinator@demo.test"


async def test_what_is_not_understood_is_a_task_of_whoever_leads_and_is_sealed(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "shoreline", "Rosa Rivera")

    await phone.texts("¿Puedo llevar a mi hija?\nGracias")

    assert await tasks(town) == [
        ('Answer Rosa Rivera, who sent a text: "¿Puedo llevar a mi hija? Gracias"', "coordinator@other.test")
    ]
    (kept,) = await messages(town)
    assert kept.word is InboundWord.OTHER
    async with town.database.transaction(actors.OPERATOR) as tx:
        raw = await tx.session.scalar(text("select string_agg(t::text, '') from tasks t"))
        assert raw and "hija" not in raw
    # Nobody of another organization reads it.
    ben, ana = await town.signed_in("coordinator@other.test"), await town.signed_in("coordinator@demo.test")
    asked = "query ($id: ID!) { tasks(organizationId: $id, first: 50) { edges { node { title } } } }"
    for seat, sees in ((ben, True), (ana, False)):
        answered = (await seat.raw(asked, {"id": town.organizations["shoreline"]})).text
        assert ("hija" in answered) is sees or "errors" in answered
        assert sees or "hija" not in answered


async def test_an_unknown_number_is_not_answered_and_not_kept(town: Town) -> None:
    before = await state(town)
    for number in ("+12035550999", "12345", "", "not a number", "+" + "9" * 39):
        for said in ("STOP", "HELP", "1", "2", "Who is this?"):
            assert await Phone(town, number or "x").texts(said) is None
    assert await state(town) == before


async def test_a_forged_signature_changes_nothing(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera")
    before = await state(town)
    form = phone.form("STOP")
    right = ACCOUNT.signature(f"{town.settings.address}/inbound/sms", form.items())
    other = type(ACCOUNT).at(URL.replace("their-token", "guessed"))
    for signature in (
        "", "x", right[:-2], right.swapcase(), right + "=",
        # Of another address, of other fields, of another secret.
        ACCOUNT.signature(f"{town.settings.address}/inbound/sms/status", form.items()),
        ACCOUNT.signature(f"{town.settings.address}/inbound/sms?x=1", form.items()),
        ACCOUNT.signature("http://elsewhere/inbound/sms", form.items()),
        ACCOUNT.signature(f"{town.settings.address}/inbound/sms", {**form, "Body": "stop"}.items()),
        ACCOUNT.signature(f"{town.settings.address}/inbound/sms", {**form, "From": "+12035550178"}.items()),
        other.signature(f"{town.settings.address}/inbound/sms", form.items()),
    ):  # fmt: skip
        answer = await phone.knocks("/inbound/sms", form, signature)
        assert answer.status_code == 403, signature
    # Rightly signed, for another account.
    elsewhere = await phone.knocks("/inbound/sms", {**form, "AccountSid": "AC2"})
    assert elsewhere.status_code == 403
    assert await state(town) == before


async def test_hostile_bodies_are_refused_before_anything_is_made_of_them(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera")
    before = await state(town)
    nobody = await town.nobody()
    form = {"content-type": "application/x-www-form-urlencoded"}
    for body, headers, status in (
        (b"Body=" + b"x" * 70_000, form, 413),
        (b"&".join(b"a%d=1" % number for number in range(500)), form, 403),
        (b"\xff\xfe\x00", form, 403),
        (b"{}", {"content-type": "application/json"}, 403),
        (b"", form, 403),
        (b"Body=STOP", {}, 403),
    ):
        answer = await nobody.post("/inbound/sms", content=body, headers=headers)
        assert answer.status_code == status, body[:20]
    for given in ({"Body": "a\0b"}, {"From": "+1203\0"}):
        assert (await phone.knocks("/inbound/sms", {**phone.form("STOP"), **given})).status_code == 403
    for given in ({"MessageSid": ""}, {"MessageSid": "S" * 5_000}, {"From": "<script>"}):
        answer = await phone.knocks("/inbound/sms", {**phone.form("STOP"), **given})
        assert (answer.status_code, "<Message>" in answer.text) == (200, False)
    assert await state(town) == before


async def test_a_long_text_is_cut_and_what_would_be_markup_stays_text(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa <b>Rivera</b> {name}")
    await phone.texts("</Message><Message>" + "é" * 9_000 + "{text.__class__}\x1b[31m")
    ((title, _),) = await tasks(town)
    assert title.startswith('Answer Rosa <b>Rivera</b> {name}, who sent a text: "</Message><Message>éé')
    assert len(title) < 1_700 and "\x1b" not in title


async def test_the_same_message_many_times_and_side_by_side_counts_once(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera")
    await person(town, "elm-city", "Pedro Rivera")

    for number, said in enumerate(("STOP", "2", "hello?", "start")):
        sid = f"SM{number:032x}"
        answers = await asyncio.gather(*(phone.texts(said, sid) for _ in range(8)))
        # One answer, of the first.
        assert len([one for one in answers if one is not None]) <= 1, said
        assert len([one for one in await messages(town) if one.carrier_id == sid]) == 2
    assert await stopped(town) == [False, False]
    assert len(await tasks(town)) == 4
    # An old one that comes again undoes nothing.
    assert await phone.texts("STOP", f"SM{0:032x}") is None
    assert await stopped(town) == [False, False]


async def test_without_a_carrier_there_is_no_such_door(town: Town) -> None:
    closed = town.settings.model_copy(update={"sms_url": "", "inbound_mail_secret": ""})
    town.app.state.house.settings = closed
    phone = Phone(town, ROSA)
    nobody = await town.nobody()
    assert (await phone.knocks("/inbound/sms", phone.form("STOP"))).status_code == 404
    assert (await phone.knocks("/inbound/sms/status", phone.form("STOP"))).status_code == 404
    assert (await nobody.post("/inbound/mail", content=b"x")).status_code == 404
    assert (await nobody.get("/inbound/sms")).status_code in (404, 405)


async def test_what_came_in_goes_after_thirty_days_and_what_must_be_read_stays(town: Town) -> None:
    phone = Phone(town, ROSA)
    await person(town, "elm-city", "Rosa Rivera")
    await phone.texts("STOP")
    await phone.texts("start")
    await phone.texts("hello?")
    await phone.texts("2")
    async with town.database.transaction(actors.OPERATOR) as tx:
        first = await tx.session.scalar(select(Task).where(Task.raised_by == TEXT_CAME).order_by(Task.id).limit(1))
        assert first is not None
        first.done_at = tx.now

    town.clock.forward(hours=24 * 31)
    await retention.sweep(town.database)

    assert [one.word for one in await messages(town)] == [InboundWord.CALL_ME]
    assert len(await tasks(town)) == 1


async def test_words_of_every_language_are_understood_however_they_are_typed() -> None:
    for word, said in {
        InboundWord.STOP: ("STOPALL", "Unsubscribe", "END", "quit", "REVOKE", "optout", "parar", "PARE", "sispann"),
        InboundWord.START: ("UNSTOP", "empezar", "Começar", "KÒMANSE"),
        InboundWord.HELP: ("info", "Ayuda!", "¿quién es?", "ajuda", "Èd"),
        InboundWord.SEEN: ("1", " 1. ", "(1)", "one"),
        InboundWord.CALL_ME: ("2", "2!", "dos"),
    }.items():  # fmt: skip
        for one in said:
            assert texts.understood(one) is word, one
    assert texts.understood("") is texts.understood("12") is texts.understood("\N{THUMBS UP SIGN}") is InboundWord.OTHER
    assert {len(said) for said in texts.REPLIES.values()} == {4}


async def test_a_stop_does_not_end_by_taking_the_address_away_and_typing_it_in_again(town: Town) -> None:
    phone = Phone(town, ROSA)
    ana = await town.signed_in("coordinator@demo.test")
    await person(town, "elm-city", "Rosa Rivera")
    await phone.texts("STOP")
    found = await ana.ask('{ people(search: "Rosa", first: 5) { edges { node { id contacts { id stopped } } } } }')
    (rosa,) = [edge["node"] for edge in found["people"]["edges"]]
    assert rosa["contacts"][0]["stopped"] is True

    refused = await ana.do("removeContact", contactId=rosa["contacts"][0]["id"])
    assert refused["message"] == "They said stop at this address. It stays, so that nobody writes to it again."
    assert await stopped(town) == [True]


def test_the_signature_is_the_one_of_the_carrier_s_own_example() -> None:
    # Twilio, "Validating requests", and its libraries' tests.
    account = type(ACCOUNT).at("https://AC1:12345@api.twilio.com?from=%2B1")
    form = {
        "CallSid": "CA1234567890ABCDE", "Caller": "+14158675309", "Digits": "1234", "From": "+14158675309",
        "To": "+18005551212",
    }  # fmt: skip
    url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    assert account.signature(url, form.items()) == "RSOYDt4T1cUTdK1PDd93/VVr8B8="
