"""A provider lies, or is not itself; a code is caught on its way: each is refused, and nothing has changed."""

from __future__ import annotations

import pytest

from casework.sign_in import VISIT
from commands import identity_provider
from tests.api.at_a_provider import ELM, back, everything, linked, visit
from tests.api.test_signing_in import door, viewer
from tests.ground import Ground
from tests.openid_provider import CLIENT, SECRET, Provider
from tests.town import Town

LIES = (
    "wrong nonce", "no nonce", "wrong audience", "several audiences and nobody meant", "meant for another",
    "meant for another, though given to us",
    "wrong issuer", "expired", "never expires", "long ago", "from the future", "no subject", "empty subject",
    "a number for a subject", "another access token", "another key", "an unknown key", "signed by nobody",
    "signed with its public key", "signed with our secret", "a broken signature", "no token at all",
    "no identity token", "another issuer answers", "it does not say who it is",
)  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
async def test_a_lie_of_the_provider_is_refused_and_changes_nothing(
    town: Town, elm: Provider, ground: Ground, lie: str
) -> None:
    ana = await linked(town)
    before = await everything(ground)
    nobody = await door(town)
    elm.lie = lie

    refused = await back(nobody, await visit(nobody))
    relinked = await back(ana, await visit(ana, "/account/providers"))

    for answer in (refused, relinked):
        assert (answer.status_code, answer.json()["kind"]) == (401, "ProviderRefused"), answer.text
        assert "set-cookie" not in answer.headers
    assert await viewer(nobody) == 401
    assert await everything(ground) == before
    # The same provider, honest again, is believed: it was the lie.
    elm.lie = ""
    assert (await back(nobody, await visit(nobody))).status_code == 204


@pytest.mark.parametrize(
    "lie",
    [
        "discovery names another issuer", "PKCE is plain", "discovery is far too long", "discovery leads elsewhere",
        "a door in the own network", "a door that is a script", "discovery is no object", "it is broken",
    ],
)  # fmt: skip
async def test_a_provider_that_is_not_itself_sends_nobody_anywhere(
    town: Town, elm: Provider, ground: Ground, lie: str
) -> None:
    nobody = await door(town)
    elm.lie = lie
    before = await everything(ground)

    refused = await nobody.post("/session/provider", json={"organization": ELM})

    assert (refused.status_code, refused.json()["kind"]) == (503, "ProviderNotReached")
    assert "address" not in refused.json()
    assert await everything(ground) == before
    assert await identity_provider.trust(
        town.settings, "harbor", issuer=elm.issuer, client_id=CLIENT, client_secret=SECRET
    ) == 1  # fmt: skip
    assert await everything(ground) == before


@pytest.mark.parametrize("lie", ["the token's door leads elsewhere", "the token's door is broken"])
async def test_a_broken_token_door_is_told_as_such(town: Town, elm: Provider, ground: Ground, lie: str) -> None:
    await linked(town)
    before = await everything(ground)
    nobody = await door(town)
    elm.lie = lie

    refused = await back(nobody, await visit(nobody))

    assert (refused.status_code, refused.json()["kind"]) == (503, "ProviderNotReached")
    assert await everything(ground) == before


async def test_a_code_is_tried_once_and_in_the_browser_that_went(town: Town, elm: Provider, ground: Ground) -> None:
    await linked(town)
    victim, thief = await door(town), await door(town)
    caught = await visit(victim)
    own = await visit(thief)
    before = await everything(ground)

    tried = [
        # Another browser's state; its own state with a caught code; no visit at all; its state, changed.
        await back(thief, caught),
        await back(await door(town), caught),
        await back(thief, {**caught, "state": own["state"]}),
        await back(thief, own),
    ]

    # The verifier was the victim's: the provider itself refused the third, and that ended the visit of the fourth.
    assert [(one.status_code, one.json()["kind"]) for one in tried] == [(401, "ProviderRefused")] * 4
    assert await everything(ground) == before
    again = await visit(victim)
    assert (await back(victim, again)).status_code == 204
    victim.cookies.clear()
    assert (await back(victim, again)).status_code == 401


@pytest.mark.parametrize("state", ["", "x" * 43, "ü"])
async def test_without_the_state_it_took_along_a_browser_is_not_believed(
    town: Town, elm: Provider, ground: Ground, state: str
) -> None:
    """Its own code, and its own cookie: somebody else's page may have sent it here."""
    await linked(town)
    nobody = await door(town)
    brought = await visit(nobody)
    before = await everything(ground)

    refused = await back(nobody, {**brought, "state": state})

    assert (refused.status_code, refused.json()["kind"]) == (401, "ProviderRefused")
    assert await viewer(nobody) == 401
    assert await everything(ground) == before
    assert (await back(nobody, brought)).status_code == 204


async def test_the_codes_of_two_visits_are_not_exchanged_for_each_other(town: Town, elm: Provider) -> None:
    """A code that somebody else's browser began is worth nothing even when the provider checks no verifier."""
    await linked(town)
    victim, thief = await door(town), await door(town)
    caught, own = await visit(victim), await visit(thief)
    # A provider that takes any verifier: the nonce still is the victim's.
    elm.codes[caught["code"]]["code_challenge"] = elm.codes[own["code"]]["code_challenge"]

    refused = await back(thief, {**own, "code": caught["code"]})

    assert (refused.status_code, refused.json()["kind"]) == (401, "ProviderRefused")


async def test_a_visit_is_over_after_its_minutes_and_at_another_organizations_address(
    town: Town, elm: Provider
) -> None:
    await linked(town)
    late, crossed = await door(town), await door(town)
    brought, other = await visit(late), await visit(crossed)

    mixed = await back(crossed, {**other, "organization": "harbor"})
    town.clock.now += VISIT
    over = await back(late, brought)

    assert [(one.status_code, one.json()["kind"]) for one in (mixed, over)] == [(401, "ProviderRefused")] * 2
