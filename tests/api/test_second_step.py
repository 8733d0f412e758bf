"""Where a second step is demanded: whoever has none begins a session that sets one up, and does nothing else."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest

from casework import sign_in
from casework.access import ENTRANCES, Entrance
from casework.actors import OPERATOR
from casework.settings import Settings
from commands.user import lose_second_step
from schema.organizations import Role
from schema.sign_ins import Passkey
from tests.api.test_signing_in import ANA, ANOTHER, door, enter, viewer, with_authenticator
from tests.ground import Ground
from tests.town import PASSWORD, Town, words

NOOR = "advocate@demo.test"
#: What a limited session may do: look at its own sign-in, prove, set a second step up, and close what is open.
SETTING_UP = {
    ("GET", "/account"),
    ("POST", "/account/proof"),
    ("POST", "/account/proof/passkey"),
    ("POST", "/account/authenticator"),
    ("POST", "/account/authenticator/code"),
    ("POST", "/account/passkeys/options"),
    ("POST", "/account/passkeys"),
    ("DELETE", "/account/sessions/{id}"),
    ("DELETE", "/account/sessions"),
}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"second_step": True})


async def set_up(client: httpx.AsyncClient, town: Town) -> pyotp.TOTP:
    begun = (await client.post("/account/authenticator", json={})).json()
    telephone = pyotp.TOTP(re.search(r"secret=(\w+)", begun["address"])[1])  # type: ignore[index]
    done = await client.post("/account/authenticator/code", json={"code": telephone.at(town.clock.now)})
    assert done.status_code == 200, done.text
    return telephone


async def everything(ground: Ground) -> list[Any]:
    tables = ("logins", "authenticators", "recovery_codes", "passkeys", "tokens", "provider_identities", "cases",
              "audit_entries")  # fmt: skip
    return [await ground.connection.fetch(f"select * from {table} order by 1") for table in tables]


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_it_is_asked_of_counsel_and_of_who_reads_everything(role: Role) -> None:
    asked = {Role.ADMIN, Role.COORDINATOR, Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE}

    assert (role in sign_in.ASKED_OF) is (role in asked)


async def test_one_step_opens_nothing_but_the_setting_up_of_a_second(town: Town, ground: Ground) -> None:
    ana = await enter(town)
    take_in = {
        "query": "mutation ($i: TakeInCaseInput!) { takeInCase(input: $i) { __typename } }",
        "variables": {"i": {"organizationId": town.organizations["elm-city"], "legalName": "Rosa Luna Paz"}},
    }
    before = await everything(ground)

    for asked in ({"query": "{ viewer { language } }"}, take_in):
        refused = await ana.post("/graphql", json=asked, headers={"accept-language": "es"})
        assert refused.status_code == 403
        (error,) = refused.json()["errors"]
        assert error["extensions"]["code"] == "SECOND_STEP_FIRST"
        assert error["message"].startswith("Su función aquí exige un segundo paso")
    opened = set()
    for (method, path), whom in ENTRANCES.items():
        if whom in {Entrance.OWN, Entrance.CONFIRMED}:
            body = {} if method in {"GET", "DELETE"} else {"json": {"password": "no", "organization": "elm-city"}}
            url = re.sub(r"{\w+}", "0199a000-0000-7000-8000-000000000000", path)
            if (method, path) in SETTING_UP and method != "GET":
                continue
            answer = await ana.request(method, url, **body)
            if answer.status_code == 403:
                assert answer.json()["kind"] == "SecondStepFirst", path
            else:
                opened.add((method, path))
    assert opened == {("GET", "/account")}
    assert await everything(ground) == before
    assert (await ana.get("/account")).json()["owesSecondStep"] is True
    assert (await ana.delete("/account/sessions")).status_code == 200


async def test_setting_one_up_opens_the_session_under_another_secret_and_ends_those_of_one_step(
    town: Town,
) -> None:
    ana, thief = await enter(town), await enter(town)
    old = dict(ana.cookies)

    telephone = await set_up(ana, town)

    assert (await viewer(ana), await viewer(thief)) == (200, 401)
    before = await door(town)
    before.cookies.update(old)
    assert await viewer(before) == 401
    assert (await ana.get("/account")).json()["owesSecondStep"] is False
    town.clock.now += timedelta(minutes=1)
    again = await door(town)
    assert (await again.post("/session", json={"email": ANA, "password": PASSWORD})).json() == {"next": "code"}
    assert (await again.post("/session/code", json={"code": telephone.at(town.clock.now)})).status_code == 204
    assert await viewer(again) == 200


async def test_whoever_has_a_passkey_adds_no_other_step_with_a_password_alone(town: Town, ground: Ground) -> None:
    async with town.database.transaction(OPERATOR) as tx:
        tx.session.add(Passkey(person_id=town.staff[ANA], name="Blue", credential_id=b"blue", public_key=b"key"))
    thief = await enter(town)
    before = await everything(ground)

    tried = [
        await thief.post("/account/authenticator", json={}),
        await thief.post("/account/authenticator/code", json={"code": "000000"}),
        await thief.post("/account/passkeys/options", json={}),
        await thief.post("/account/passkeys", json={"name": "Mine", "credential": {}}),
        await thief.delete("/account/passkeys/0199a000-0000-7000-8000-000000000000"),
        await thief.post("/account/password", json={"password": ANOTHER}),
    ]

    assert [one.json()["kind"] for one in tried] == ["NotAllowedByState"] * 4 + ["SecondStepFirst"] * 2
    assert await everything(ground) == before
    assert await viewer(thief) == 403


async def test_others_and_scripts_go_on_as_they_did(town: Town) -> None:
    noor = await enter(town, NOOR)
    assert await viewer(noor) == 200
    assert (await noor.get("/account")).json()["owesSecondStep"] is False

    ana = await enter(town)
    await set_up(ana, town)
    made = await ana.post("/account/tokens", json={"name": "x", "days": 1, "scope": "read"})
    script = await door(town)
    script.headers["authorization"] = f"Bearer {made.json()['token']}"
    assert await viewer(script) == 200


async def test_a_link_by_mail_is_one_step(town: Town) -> None:
    thief = await door(town)
    await thief.post("/session/reset", json={"email": ANA})
    (letter,) = await town.deliver()
    secret = re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]

    chosen = await thief.post("/session/link/password", json={"secret": secret, "password": ANOTHER})

    assert chosen.status_code == 204
    assert await viewer(thief) == 403


async def test_somebody_whose_role_grows_owes_it_at_once(town: Town, ground: Ground) -> None:
    noor = await enter(town, NOOR)
    assert await viewer(noor) == 200
    await ground.connection.execute(
        "update memberships set role = 'coordinator' where person_id = $1", town.staff[NOOR]
    )

    assert await viewer(noor) == 403


async def test_an_operator_lets_somebody_begin_again_who_lost_theirs(town: Town, ground: Ground) -> None:
    ana = await enter(town)
    await set_up(ana, town)
    async with town.database.transaction(OPERATOR) as tx:
        tx.session.add(Passkey(person_id=town.staff[ANA], name="Blue", credential_id=b"blue", public_key=b"key"))

    assert await lose_second_step(town.settings, "nobody@nowhere.test") == 1
    assert await lose_second_step(town.settings, ANA) == 0

    assert await viewer(ana) == 401
    again = await enter(town)
    account = (await again.get("/account")).json()
    assert (account["owesSecondStep"], account["authenticator"], account["passkeys"]) == (True, False, [])
    assert await ground.connection.fetchval("select count(*) from recovery_codes where used_at is null") == 0
    await set_up(again, town)
    assert await viewer(again) == 200


class TestWhereItIsOffered:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"second_step": False})

    async def test_one_step_is_enough_and_two_are_kept_apart(self, town: Town, ground: Ground) -> None:
        ana, telephone, _ = await with_authenticator(town)
        assert await viewer(ana) == 200
        both = await door(town)
        await both.post("/session", json={"email": ANA, "password": PASSWORD})
        await both.post("/session/code", json={"code": telephone.at(town.clock.now)})
        luis = await enter(town, "attorney@demo.test")
        assert await viewer(luis) == 200
        steps = dict(
            await ground.connection.fetch(
                "select signed_in_by, bool_and(second_step) from sessions where signed_in_by <> 'password'"
                " or person_id = $1 group by 1",
                town.staff["attorney@demo.test"],
            )
        )
        assert steps == {"code": True, "password": False}


@pytest.mark.parametrize(
    ("public_url", "said", "demanded"),
    [
        ("", None, False),
        ("", True, True),
        ("http://cases.example", None, False),
        ("https://cases.example", None, True),
        ("https://cases.example", False, False),
    ],
)
def test_https_demands_it_unless_the_deployment_says_otherwise(
    public_url: str, said: bool | None, demanded: bool
) -> None:
    assert Settings(public_url=public_url, second_step=said).demands_second_step is demanded
