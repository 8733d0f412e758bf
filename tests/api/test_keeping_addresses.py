"""People's addresses: who may add and take away which, and every refusal a sentence that changed nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from api.nodes import parts
from casework import actors
from casework.reaching import MOST
from casework.settings import Settings
from schema.people import Contact
from tests.journeys import steps
from tests.town import Seat, Town

WANT = "person { contacts { id channel address } }"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"chat": True, "chat_hosts": "signal.elm.test"})


async def addresses(town: Town, person: str) -> list[str]:
    async with town.database.transaction(actors.OPERATOR) as tx:
        rows = list(
            await tx.session.scalars(
                select(Contact).where(Contact.person_id == parts(person)[1]).order_by(Contact.created_at, Contact.id)
            )
        )
        await tx.unlock([one.address for one in rows])
        return [f"{one.channel}: {tx.open(one, 'address')}" for one in rows]


async def add(seat: Seat, person: str, channel: str, address: str) -> Any:
    return await seat.do("addContact", WANT, personId=person, channel=channel, address=address)


async def test_somebody_is_reached_in_several_ways_and_each_can_be_taken_away(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    sam = await steps.add(town, ana, "elm-city", "SUPPORTER", "Sam Hill", "sam@home.example")

    await add(ana, sam, "SMS", "(203) 555-0147")
    await add(ana, sam, "SMS", "+503 2222 3333")
    await add(ana, sam, "EMAIL", " Sam.Work@Home.Example ")
    said = await add(ana, sam, "CHAT", "signals://signal.elm.test/+12035550100/+12035550147")

    assert await addresses(town, sam) == [
        "email: sam@home.example", "sms: +12035550147", "sms: +50322223333", "email: sam.work@home.example",
        "chat: signals://signal.elm.test/+12035550100/+12035550147",
    ]  # fmt: skip
    first = next(one for one in said["person"]["contacts"] if one["address"] == "sam@home.example")
    assert (await ana.do("removeContact", WANT, contactId=first["id"]))["__typename"] == "RemoveContactPayload"
    assert "email: sam@home.example" not in await addresses(town, sam)


@pytest.mark.parametrize(
    ("channel", "address", "field", "sentence"),
    [
        ("SMS", "555", "address", '"555" is not a telephone number. Type it with its area code.'),
        ("SMS", "call me", "address", '"call me" is not a telephone number. Type it with its area code.'),
        ("SMS", "", "address", '"" is not a telephone number. Type it with its area code.'),
        ("EMAIL", "sam", "address", '"sam" is not an e-mail address.'),
        ("EMAIL", "sam@home.example\nBcc: all@home.example", "address", "is not an e-mail address."),
        ("EMAIL", "SAM@home.example", "address", "They have this address already."),
        ("CHAT", "signals://elsewhere.test/+12035550100/+12035550147", "address", "no chat at elsewhere.test."),
        ("CHAT", "json://signal.elm.test/x", "address", "We write to chats at Slack, Telegram"),
        ("CHAT", "signals://signal.elm.test", "address", "An address of Signal is written signals://"),
        ("PUSH", "https://push.example/x", "channel", "A browser is added by whoever sits before it"),
    ],
)  # fmt: skip
async def test_each_refusal_is_a_sentence_and_changes_nothing(
    town: Town, channel: str, address: str, field: str, sentence: str
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    sam = await steps.add(town, ana, "elm-city", "SUPPORTER", "Sam Hill", "sam@home.example")

    refused = await add(ana, sam, channel, address)

    assert (refused["__typename"], refused["field"]) == ("Invalid", field) and sentence in refused["message"]
    assert await addresses(town, sam) == ["email: sam@home.example"]


async def test_a_chat_is_not_for_whoever_has_to_be_told_for_certain(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Reyes", "mayor@city.example")
    refused = await add(ana, mayor, "CHAT", "signals://signal.elm.test/+12035550100/+12035550147")
    assert refused["message"] == "Chats are for staff and volunteers. Write to this person by e-mail or text."
    assert await addresses(town, mayor) == ["email: mayor@city.example"]


async def test_there_is_an_end_to_addresses(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    sam = await steps.add(town, ana, "elm-city", "SUPPORTER", "Sam Hill", "sam@home.example")
    for number in range(MOST - 1):
        await add(ana, sam, "EMAIL", f"sam{number}@home.example")
    refused = await add(ana, sam, "EMAIL", "one.more@home.example")
    assert refused["message"] == f"They have {MOST} addresses. Take one away first."
    assert len(await addresses(town, sam)) == MOST


async def test_nobody_of_another_organization_keeps_them(town: Town) -> None:
    ana, ben = await town.signed_in("coordinator@demo.test"), await town.signed_in("coordinator@other.test")
    sam = await steps.add(town, ana, "elm-city", "SUPPORTER", "Sam Hill", "sam@home.example")
    contact = (await add(ana, sam, "SMS", "203 555 0147"))["person"]["contacts"]
    before = await addresses(town, sam)

    assert (await add(ben, sam, "SMS", "203 555 0148"))["__typename"] == "NotFound"
    for one in contact:
        assert (await ben.do("removeContact", contactId=one["id"]))["__typename"] == "NotFound"
    assert await addresses(town, sam) == before


async def test_anybody_keeps_their_own(town: Town) -> None:
    luis = await town.signed_in("attorney@demo.test")
    me = town.person("attorney@demo.test")
    assert (await add(luis, me, "CHAT", "slack://T1JJ3T3L2/B1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"))["__typename"] == (
        "AddContactPayload"
    )
    assert any(one.startswith("chat: slack://") for one in await addresses(town, me))
