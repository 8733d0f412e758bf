"""A thief reads somebody's mail, and has an account of their own at the organization's provider: a letter's link that
is taken there passes by nothing that its owner has, and leaves nothing behind.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from api.nodes import global_id
from casework.actors import OPERATOR
from commands.user import lose_second_step
from schema.sign_ins import Passkey
from tests.api.at_a_provider import ELM, back, everything, linked, trust, visit
from tests.api.test_signing_in import ANA, door, enter, viewer, with_authenticator
from tests.ground import Ground
from tests.openid_provider import Provider
from tests.town import Town, words


async def has_an_authenticator(town: Town) -> None:
    await with_authenticator(town)


async def has_a_passkey(town: Town) -> None:
    async with town.database.transaction(OPERATOR) as tx:
        tx.session.add(Passkey(person_id=town.staff[ANA], name="Blue", credential_id=b"blue", public_key=b"key"))


async def is_linked(town: Town) -> None:
    await linked(town)


async def has_a_password(town: Town) -> None:
    await enter(town)


async def letter(town: Town, email: str = ANA) -> str:
    """The secret of a letter that the thief asks for, and reads."""
    assert (await (await door(town)).post("/session/reset", json={"email": email})).status_code == 202
    return await letter_came(town)


async def letter_came(town: Town) -> str:
    (sent,) = await town.deliver()
    return re.search(r"/welcome#([\w-]{43})", words(sent))[1]  # type: ignore[index]


async def new_member(town: Town) -> str:
    """The secret of the letter with which Mirlande is taken on."""
    grace = await town.signed_in("admin@demo.test")
    await grace.do("takeOnMember", organizationId=town.organizations[ELM], name="Mirlande Baptiste",
                   email="mirlande@demo.test", roles=["PARALEGAL"], supervised=True, language="en")  # fmt: skip
    return await letter_came(town)


@pytest.mark.parametrize("owner", [has_an_authenticator, has_a_passkey, is_linked, has_a_password])
async def test_a_letter_links_nobody_who_has_another_way_in(
    town: Town, elm: Provider, ground: Ground, owner: Callable[[Town], Awaitable[None]]
) -> None:
    await owner(town)
    await trust(town, elm, second_step_counts=True)
    secret = await letter(town)
    thief = await door(town)
    elm.subject, elm.claims = "the thief's own account there", {"amr": ["pwd", "mfa"]}
    before = await everything(ground)

    refused = await thief.post(
        "/session/provider", json={"organization": ELM, "link": secret}, headers={"accept-language": "es"}
    )

    assert (refused.status_code, refused.json()["kind"]) == (409, "NotAllowedByState")
    assert refused.json()["message"].startswith("Ya hay otra forma de entrar en esta cuenta")
    assert (await thief.post("/session/link", json={"secret": secret})).json()["provider"] is None
    assert await viewer(thief) == 401
    assert await everything(ground) == before


@pytest.mark.parametrize("owner", [has_an_authenticator, has_a_passkey, is_linked])
async def test_nor_who_got_one_while_the_thief_was_at_the_provider(
    town: Town, elm: Provider, ground: Ground, owner: Callable[[Town], Awaitable[None]]
) -> None:
    secret, thief, ana = await letter(town), await door(town), await enter(town)
    brought_by_ana = await visit(ana, "/account/providers")
    await trust(town, elm, demanded=True, second_step_counts=True)
    elm.claims = {"amr": ["pwd", "mfa"]}
    elm.subject = "the thief's own account there"
    brought = await visit(thief, link=secret)
    if owner is is_linked:
        elm.subject = "ana there"
        assert (await back(ana, brought_by_ana)).status_code == 200
        elm.subject = "the thief's own account there"
    elif owner is has_an_authenticator:
        await trust(town, elm)
        await with_authenticator(town)
        await trust(town, elm, demanded=True, second_step_counts=True)
    else:
        await owner(town)
    before = await everything(ground)

    refused = await back(thief, brought)

    assert (refused.status_code, refused.json()["kind"]) == (409, "NotAllowedByState")
    assert "set-cookie" not in refused.headers
    assert await viewer(thief) == 401
    assert await everything(ground) == before
    # The visit is over with its first try, and the letter still chooses no password here.
    assert (await back(thief, brought)).json()["kind"] == "ProviderRefused"


async def test_the_second_step_of_whoever_takes_up_a_letter_does_not_count_at_once(
    town: Town, elm: Provider, ground: Ground
) -> None:
    await trust(town, elm, second_step_counts=True)
    elm.claims = {"amr": ["pwd", "mfa"]}
    mirlande = await door(town)
    secret = await new_member(town)
    steps = "select second_step from sessions where signed_in_by = 'provider' order by created_at"

    assert (await back(mirlande, await visit(mirlande, link=secret))).status_code == 204

    assert [row[0] for row in await ground.connection.fetch(steps)] == [False]
    town.clock.now += timedelta(seconds=1)
    assert (await back(mirlande, await visit(mirlande))).status_code == 204
    assert [row[0] for row in await ground.connection.fetch(steps)] == [False, True]


@pytest.mark.parametrize("auth_time", [timedelta(hours=-3), timedelta(seconds=-61), None], ids=str)
async def test_whoever_left_themselves_signed_in_there_is_linked_with_nobody(
    town: Town, elm: Provider, ground: Ground, auth_time: timedelta | None
) -> None:
    """It was asked to ask anew, and did not: a colleague's open page there would become a way into this account."""
    secret, mirlande = await new_member(town), await door(town)
    luis = await enter(town, "attorney@demo.test")
    began = int(town.clock.now.timestamp())
    elm.claims = {"auth_time": None if auth_time is None else began + int(auth_time.total_seconds())}
    links, takes_up = await visit(luis, "/account/providers"), await visit(mirlande, link=secret)
    before = await everything(ground)
    town.clock.now += timedelta(minutes=5)

    refused = [await back(luis, links), await back(mirlande, takes_up)]

    assert [(one.status_code, one.json()["kind"]) for one in refused] == [(401, "ProviderRefused")] * 2
    assert await viewer(mirlande) == 401
    assert await everything(ground) == before
    elm.claims = {"auth_time": began}
    assert (await back(mirlande, await visit(mirlande, link=secret))).json()["kind"] == "ProviderRefused"
    elm.claims = {}
    assert (await back(luis, await visit(luis, "/account/providers"))).status_code == 200
    elm.subject = "mirlande there"
    assert (await back(mirlande, await visit(mirlande, link=secret))).status_code == 204


async def test_whoever_can_get_in_no_more_begins_again_through_the_operator(
    town: Town, elm: Provider, ground: Ground
) -> None:
    """Her account there was made anew, and her organization lets people in by it alone."""
    mirlande = await door(town)
    assert (await back(mirlande, await visit(mirlande, link=await new_member(town)))).status_code == 204
    await trust(town, elm, demanded=True)
    elm.subject = "mirlande, made anew"
    assert (await back(mirlande, await visit(mirlande))).json()["kind"] == "NotLinked"

    assert await lose_second_step(town.settings, "mirlande@demo.test") == 0

    grace = await town.signed_in("admin@demo.test")
    person = await ground.connection.fetchval("select person_id from provider_identities where removed_at is not null")
    await grace.do("sendSignInLink", organizationId=town.organizations[ELM], personId=global_id("Person", person))
    again = await letter_came(town)
    assert (await back(mirlande, await visit(mirlande, link=again))).status_code == 204
    assert await viewer(mirlande) == 200
