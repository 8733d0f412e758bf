"""Signing in where one's organization does (OpenID Connect): linking, coming in, what an organization may demand.

What a provider that lies gets is in test_lies_of_a_provider.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from casework.sign_in.sessions import CONFIRMED_FOR
from commands import identity_provider
from tests.api.at_a_provider import ELM, back, everything, linked, trust, visit
from tests.api.test_signing_in import ANA, ANOTHER, door, enter, viewer, with_authenticator
from tests.ground import Ground
from tests.openid_provider import ANOTHER_KEY, CLIENT, SECRET, Provider
from tests.town import PASSWORD, Town, words


async def test_somebody_links_their_account_and_signs_in_there_from_then_on(town: Town, elm: Provider) -> None:
    ana = await linked(town)
    (offered,) = (await ana.get("/account")).json()["providers"]
    assert (offered["organization"], offered["name"], offered["demanded"]) == (ELM, "Elm City Legal Aid", False)

    elsewhere = await door(town)
    signed = await back(elsewhere, await visit(elsewhere))

    assert signed.status_code == 204, signed.text
    assert await viewer(elsewhere) == 200
    here = next(one for one in (await elsewhere.get("/account")).json()["sessions"] if one["here"])
    assert here["signedInBy"] == "provider"
    # The way there carried what it must (RFC 7636, OpenID Connect Core 3.1.2.1), and no scope but the one.
    asked = next(given for name, given in elm.heard if name == "authorize")
    assert asked["response_type"] == "code" and asked["scope"] == "openid"
    assert asked["code_challenge_method"] == "S256" and len(asked["code_challenge"]) == 43
    assert asked["redirect_uri"] == f"{town.settings.address}/sign-in/return/{ELM}"
    assert min(len(asked["state"]), len(asked["nonce"])) == 43


async def test_whom_a_token_names_makes_no_account_and_an_email_address_is_nobody(
    town: Town, elm: Provider, ground: Ground
) -> None:
    before = await everything(ground)
    stranger = await door(town)
    elm.claims = {"email": ANA, "email_verified": True, "preferred_username": ANA}

    refused = await back(stranger, await visit(stranger))

    assert (refused.status_code, refused.json()["kind"]) == (403, "NotLinked")
    assert await viewer(stranger) == 401
    assert await everything(ground) == before


async def test_the_provider_changes_its_keys_and_its_subject_is_somebody_else(
    town: Town, elm: Provider, ground: Ground
) -> None:
    await linked(town)
    elm.keys.append(ANOTHER_KEY)
    with_new_key = await door(town)
    assert (await back(with_new_key, await visit(with_new_key))).status_code == 204
    del elm.keys[0]
    without_old_key = await door(town)
    assert (await back(without_old_key, await visit(without_old_key))).status_code == 204
    before = await everything(ground)

    elm.subject = "another"
    nobody = await door(town)
    refused = await back(nobody, await visit(nobody))

    assert (refused.status_code, refused.json()["kind"]) == (403, "NotLinked")
    assert await everything(ground) == before


async def test_one_identity_is_one_persons_and_linking_again_replaces_ones_own(
    town: Town, elm: Provider, ground: Ground
) -> None:
    ana = await linked(town)
    luis = await enter(town, "attorney@demo.test")
    before = await everything(ground)

    taken = await back(luis, await visit(luis, "/account/providers"))

    assert (taken.status_code, taken.json()["kind"]) == (409, "NotAllowedByState")
    assert await everything(ground) == before
    elm.subject = "ana after the merger"
    assert (await back(ana, await visit(ana, "/account/providers"))).status_code == 200
    elm.subject = "248289761001"
    nobody = await door(town)
    assert (await back(nobody, await visit(nobody))).status_code == 403
    assert (await back(luis, await visit(luis, "/account/providers"))).status_code == 200


async def test_only_members_link_and_only_while_they_are_members(town: Town, elm: Provider, ground: Ground) -> None:
    ben = await enter(town, "coordinator@other.test")
    refused = await ben.post("/account/providers", json={"organization": ELM})
    assert (refused.status_code, refused.json()["kind"]) == (404, "NoProvider")
    assert (await ben.get("/account")).json()["providers"] == []

    await linked(town)
    await ground.connection.execute(
        "update memberships set ended_at = $1 where person_id = $2", town.clock.now, town.staff[ANA]
    )
    nobody = await door(town)
    gone = await back(nobody, await visit(nobody))

    assert (gone.status_code, gone.json()["kind"]) == (403, "NotLinked")


async def test_a_visit_that_links_ends_in_the_account_it_began_in(town: Town, elm: Provider, ground: Ground) -> None:
    ana = await enter(town)
    brought = await visit(ana, "/account/providers")
    await ana.delete("/session")
    before = await everything(ground)
    # The step's cookie alone: Ana signed out, and somebody else came.
    luis = await enter(town, "attorney@demo.test")
    before = await everything(ground)
    for name, value in ana.cookies.items():
        if "step" in name:
            luis.cookies.set(name, value)

    refused = await back(luis, brought)

    assert refused.status_code == 401
    assert await everything(ground) == before


async def test_linking_and_unlinking_ask_once_more_who_it_is(town: Town, elm: Provider, ground: Ground) -> None:
    ana = await linked(town)
    identity = (await ana.get("/account")).json()["providers"][0]["linked"]["id"]
    town.clock.now += CONFIRMED_FOR
    before = await everything(ground)

    asked = [
        await ana.post("/account/providers", json={"organization": ELM}),
        await ana.delete(f"/account/providers/{identity}"),
    ]

    assert [(one.status_code, one.json()["kind"]) for one in asked] == [(403, "ConfirmFirst")] * 2
    assert await everything(ground) == before
    luis = await enter(town, "attorney@demo.test")
    assert (await luis.delete(f"/account/providers/{identity}")).status_code == 404
    await ana.post("/account/proof", json={"password": PASSWORD})
    assert (await ana.delete(f"/account/providers/{identity}")).status_code == 204
    nobody = await door(town)
    assert (await back(nobody, await visit(nobody))).json()["kind"] == "NotLinked"


async def test_a_letters_link_is_taken_up_there_in_place_of_a_password(
    town: Town, elm: Provider, ground: Ground
) -> None:
    grace = await town.signed_in("admin@demo.test")
    await grace.do("takeOnMember", organizationId=town.organizations[ELM], name="Mirlande Baptiste",
                   email="mirlande@demo.test", roles=["PARALEGAL"], supervised=True, language="en")  # fmt: skip
    (letter,) = await town.deliver()
    secret = re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]
    mirlande = await door(town)
    looked = (await mirlande.post("/session/link", json={"secret": secret})).json()
    assert (looked["provider"], looked["demanded"]) == (ELM, False)

    brought = await visit(mirlande, link=secret)
    came = await back(mirlande, brought)

    assert came.status_code == 204, came.text
    assert await viewer(mirlande) == 200
    assert elm.heard[-2][1]["prompt"] == "login"
    assert (await mirlande.post("/session/link", json={"secret": secret})).status_code == 410
    # She has no password, and nobody guesses one.
    nobody = await door(town)
    refused = await nobody.post("/session", json={"email": "mirlande@demo.test", "password": PASSWORD})
    assert (refused.status_code, refused.json()["kind"]) == (401, "SignInRefused")
    identity = (await mirlande.get("/account")).json()["providers"][0]["linked"]["id"]
    only = await mirlande.delete(f"/account/providers/{identity}")
    assert (only.status_code, only.json()["kind"]) == (409, "NotAllowedByState")
    assert (await mirlande.post("/account/password", json={"password": ANOTHER})).status_code == 204
    assert (await mirlande.delete(f"/account/providers/{identity}")).status_code == 204
    await enter(town, "mirlande@demo.test", ANOTHER)


async def test_a_link_that_is_over_or_another_organizations_is_not_taken_up(
    town: Town, elm: Provider, ground: Ground
) -> None:
    asking = await door(town)
    await asking.post("/session/reset", json={"email": "coordinator@other.test"})
    await asking.post("/session/reset", json={"email": ANA})
    letters = {one.message["To"]: re.search(r"/welcome#([\w-]{43})", words(one))[1] for one in await town.deliver()}  # type: ignore[index]
    bens = next(secret for to, secret in letters.items() if "other" in to)
    anas = next(secret for to, secret in letters.items() if ANA in to)
    await trust(town, elm, demanded=True)
    brought = await visit(asking, link=anas)
    before = await everything(ground)

    refused = await asking.post("/session/provider", json={"organization": ELM, "link": bens})
    assert (refused.status_code, refused.json()["kind"]) == (410, "LinkOver")
    town.clock.now += timedelta(hours=1)
    over = await back(asking, brought)

    assert over.status_code == 401
    assert await everything(ground) == before


async def test_an_organization_that_demands_its_provider_lets_nobody_in_otherwise(
    town: Town, elm: Provider, ground: Ground
) -> None:
    ana = await linked(town)
    await trust(town, elm, demanded=True)
    before = await everything(ground)
    nobody = await door(town)

    right = await nobody.post("/session", json={"email": ANA, "password": PASSWORD})
    wrong = await nobody.post("/session", json={"email": "attorney@demo.test", "password": "no"})
    chosen = await ana.post("/account/password", json={"password": ANOTHER})
    identity = (await ana.get("/account")).json()["providers"][0]["linked"]["id"]
    unlinked = await ana.delete(f"/account/providers/{identity}")
    reset = await nobody.post("/session/reset", json={"email": ANA})

    assert [(one.status_code, one.json()["kind"]) for one in (right, chosen, unlinked)] == [
        (403, "ProviderDemanded")
    ] * 3
    assert (wrong.status_code, wrong.json()["kind"]) == (401, "SignInRefused")
    assert (reset.status_code, await town.deliver()) == (202, [])
    # But for the failure that was counted.
    assert (await everything(ground))[1:-2] == before[1:-2]
    assert (await back(nobody, await visit(nobody))).status_code == 204
    # Others go on as they did.
    await enter(town, "coordinator@other.test")


async def test_where_it_is_demanded_a_letter_is_taken_up_there_and_in_no_other_way(
    town: Town, elm: Provider, ground: Ground
) -> None:
    await trust(town, elm, demanded=True)
    grace = await town.signed_in("admin@demo.test")
    await grace.do("takeOnMember", organizationId=town.organizations[ELM], name="Mirlande Baptiste",
                   email="mirlande@demo.test", roles=["PARALEGAL"], supervised=True, language="en")  # fmt: skip
    (letter,) = await town.deliver()
    secret = re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]
    mirlande = await door(town)
    assert (await mirlande.post("/session/link", json={"secret": secret})).json()["demanded"] is True
    before = await everything(ground)

    refused = await mirlande.post("/session/link/password", json={"secret": secret, "password": ANOTHER})

    assert (refused.status_code, refused.json()["kind"]) == (403, "ProviderDemanded")
    assert await everything(ground) == before
    assert (await back(mirlande, await visit(mirlande, link=secret))).status_code == 204


async def test_a_provider_counts_as_second_step_only_where_the_organization_says_so(town: Town, elm: Provider) -> None:
    _, telephone, _ = await with_authenticator(town)
    ana = await door(town)
    await ana.post("/session", json={"email": ANA, "password": PASSWORD})
    await ana.post("/session/code", json={"code": telephone.at(town.clock.now)})
    await back(ana, await visit(ana, "/account/providers"))
    elm.claims = {"amr": ["pwd", "mfa"]}
    nobody = await door(town)

    ours = await back(nobody, await visit(nobody))

    assert (ours.status_code, ours.json()) == (200, {"next": "code"})
    assert await viewer(nobody) == 401
    town.clock.now += timedelta(seconds=30)
    assert (await nobody.post("/session/code", json={"code": telephone.at(town.clock.now)})).status_code == 204
    await trust(town, elm, second_step_counts=True)
    counted = await door(town)
    assert (await back(counted, await visit(counted))).status_code == 204
    elm.claims = {"amr": ["pwd"]}
    one_step = await door(town)
    assert (await back(one_step, await visit(one_step))).json() == {"next": "code"}


async def test_what_cant_be_taken_back_believes_a_provider_only_as_far_as_it_says_when(
    town: Town, elm: Provider
) -> None:
    await linked(town)
    # Signed in there this morning, on a laptop that was left open.
    elm.claims = {"auth_time": int((town.clock.now - timedelta(hours=3)).timestamp())}
    thief = await door(town)
    assert (await back(thief, await visit(thief))).status_code == 204
    made = {"name": "script", "days": 1, "scope": "read"}

    refused = await thief.post("/account/tokens", json=made)
    assert (refused.status_code, refused.json()["kind"]) == (403, "ConfirmFirst")
    elm.claims = {"auth_time": None}
    assert (await back(thief, await visit(thief))).status_code == 204
    assert (await thief.post("/account/tokens", json=made)).status_code == 403

    elm.claims = {}
    brought = await visit(thief, anew=True)
    assert (elm.heard[-1][1]["prompt"], elm.heard[-1][1]["max_age"]) == ("login", "0")
    assert (await back(thief, brought)).status_code == 204
    assert (await thief.post("/account/tokens", json=made)).status_code == 200


async def test_removing_a_provider_ends_what_was_linked(town: Town, elm: Provider, capsys: Any) -> None:
    await linked(town)
    assert await identity_provider.list_providers(town.settings) == 0
    assert f"elm-city: {elm.issuer}, as {CLIENT}" in capsys.readouterr().out
    nobody = await door(town)
    brought = await visit(nobody)

    assert await identity_provider.forget(town.settings, ELM) == 0

    assert "1 were linked" in capsys.readouterr().out
    assert (await back(nobody, brought)).json()["kind"] == "ProviderRefused"
    unknown = [await nobody.post("/session/provider", json={"organization": one}) for one in (ELM, "harbor", "nowhere")]
    assert len({(one.status_code, one.text) for one in unknown}) == 1
    assert unknown[0].json()["kind"] == "NoProvider"
    await trust(town, elm)
    assert (await back(nobody, await visit(nobody))).json()["kind"] == "NotLinked"


async def test_nothing_of_a_token_and_no_secret_is_kept_or_logged(
    town: Town, elm: Provider, ground: Ground, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await linked(town)
    nobody = await door(town)
    brought = await visit(nobody)
    assert (await back(nobody, brought)).status_code == 204
    for lie in ("wrong nonce", "no token at all", "the token's door is broken"):
        elm.lie = lie
        await back(nobody, await visit(nobody))
    ours = [given[name] for _, given in elm.heard for name in ("code_verifier", "nonce", "state") if name in given]
    secrets = [*elm.gave, *ours, SECRET, elm.subject]

    kept = ""
    for table in ground.tables:
        kept += "".join(row[0] for row in await ground.connection.fetch(f'select t::text from "{table}" t'))
    # The test's own browsers and provider log what they do; the product's loggers are read.
    said = "".join(
        one.getMessage()
        for one in caplog.records
        if not one.name.startswith(("httpx", "httpcore", "asyncio", "uvicorn"))
    ) + "".join(one.getMessage() for one in caplog.records if one.name.startswith("httpx2") and one.levelno >= 30)

    assert [one for one in secrets if one in kept or one.encode().hex() in kept] == []
    assert [one for one in secrets if one in said] == []
    assert "a provider was not believed: the token" in said


async def test_how_often_a_stranger_may_bother_a_provider_is_bounded(town: Town, elm: Provider) -> None:
    nobody = await door(town)
    for _ in range(60):
        assert (await nobody.post("/session/provider", json={"organization": ELM})).status_code == 200

    assert (await nobody.post("/session/provider", json={"organization": ELM})).status_code == 429
