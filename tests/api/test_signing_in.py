"""Signing in, and what one holds afterwards: each way in, each way it ends, and what a thief can do with each piece."""

from __future__ import annotations

import asyncio
import re
import time
from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest

from casework import actors, sign_in
from casework.sign_in.sessions import CONFIRMED_FOR
from tests.ground import Ground
from tests.town import PASSWORD, Town, words

ANA = "coordinator@demo.test"
ANOTHER = "seven quiet herons by the mill"


async def door(town: Town) -> httpx.AsyncClient:
    client = await town.nobody()
    client.headers["x-presencia"] = "1"
    return client


async def enter(town: Town, email: str = ANA, password: str = PASSWORD) -> httpx.AsyncClient:
    client = await door(town)
    answer = await client.post("/session", json={"email": email, "password": password})
    assert answer.status_code == 204, answer.text
    return client


async def viewer(client: httpx.AsyncClient) -> int:
    return (await client.post("/graphql", json={"query": "{ viewer { language } }"})).status_code


async def with_authenticator(town: Town) -> tuple[httpx.AsyncClient, pyotp.TOTP, list[str]]:
    """Ana has set up codes on her telephone: her page, the telephone, and the codes on paper."""
    ana = await enter(town)
    begun = (await ana.post("/account/authenticator", json={})).json()
    telephone = pyotp.TOTP(re.search(r"secret=(\w+)", begun["address"])[1])  # type: ignore[index]
    assert begun["picture"].startswith("<svg")
    done = await ana.post("/account/authenticator/code", json={"code": telephone.at(town.clock.now)})
    assert done.status_code == 200, done.text
    town.clock.now += timedelta(minutes=1)
    return ana, telephone, done.json()["recoveryCodes"]


async def test_with_a_second_step_a_password_alone_opens_nothing(town: Town) -> None:
    _, telephone, _ = await with_authenticator(town)
    thief = await door(town)

    half = await thief.post("/session", json={"email": ANA, "password": PASSWORD})
    assert (half.status_code, half.json()) == (200, {"next": "code"})
    assert await viewer(thief) == 401
    wrong = await thief.post("/session/code", json={"code": "000000"})
    assert (wrong.status_code, wrong.json()["kind"]) == (401, "CodeRefused")
    assert await viewer(thief) == 401

    right = await thief.post("/session/code", json={"code": telephone.at(town.clock.now)})
    assert right.status_code == 204
    assert await viewer(thief) == 200


async def test_a_code_is_taken_once_and_only_in_its_half_minutes(town: Town) -> None:
    _, telephone, _ = await with_authenticator(town)
    code = telephone.at(town.clock.now)

    async def tried(typed: str) -> int:
        client = await door(town)
        await client.post("/session", json={"email": ANA, "password": PASSWORD})
        return (await client.post("/session/code", json={"code": typed})).status_code

    assert await tried(telephone.at(town.clock.now - timedelta(minutes=2))) == 401
    assert await tried(telephone.at(town.clock.now + timedelta(minutes=2))) == 401
    assert await tried(code) == 204
    assert await tried(code) == 401
    town.clock.now += timedelta(seconds=30)
    assert await tried(code) == 401
    assert await tried(telephone.at(town.clock.now)) == 204


async def test_five_wrong_codes_begin_again_with_the_password(town: Town) -> None:
    _, telephone, _ = await with_authenticator(town)
    thief = await door(town)
    await thief.post("/session", json={"email": ANA, "password": PASSWORD})
    for number in range(5):
        assert (await thief.post("/session/code", json={"code": f"{number:06}"})).status_code == 401

    late = await thief.post("/session/code", json={"code": telephone.at(town.clock.now)})

    assert (late.status_code, late.json()["kind"]) == (401, "SignInRefused")
    assert await viewer(thief) == 401


async def test_a_second_step_left_for_five_minutes_is_over(town: Town) -> None:
    _, telephone, _ = await with_authenticator(town)
    client = await door(town)
    await client.post("/session", json={"email": ANA, "password": PASSWORD})
    town.clock.now += sign_in.MINUTES

    assert (await client.post("/session/code", json={"code": telephone.at(town.clock.now)})).status_code == 401


async def test_each_recovery_code_works_once_and_new_ones_void_the_old(town: Town) -> None:
    ana, _, codes = await with_authenticator(town)
    assert len(set(codes)) == 10

    async def tried(typed: str) -> int:
        client = await door(town)
        await client.post("/session", json={"email": ANA, "password": PASSWORD})
        return (await client.post("/session/code", json={"code": typed})).status_code

    assert await tried(codes[0].lower()) == 204
    assert await tried(codes[0]) == 401
    assert (await ana.get("/account")).json()["recoveryCodes"] == 9
    fresh = (await ana.post("/account/recovery-codes", json={})).json()["recoveryCodes"]
    assert await tried(codes[1]) == 401
    assert await tried(fresh[1]) == 204


async def test_the_seed_and_codes_lie_in_no_table_as_they_are(town: Town, ground: Ground) -> None:
    _, telephone, codes = await with_authenticator(town)
    whole = ""
    for table in ground.tables:
        whole += "".join(row[0] for row in await ground.connection.fetch(f'select t::text from "{table}" t')).lower()

    found = [one for one in (telephone.secret, *codes, *(code.replace("-", "") for code in codes))
             if one.lower() in whole or one.lower().encode().hex() in whole]  # fmt: skip
    assert found == []


async def test_sessions_are_listed_and_ended_from_elsewhere(town: Town) -> None:
    here, there = await enter(town), await enter(town)
    listed = (await here.get("/account")).json()["sessions"]
    other = next(one["id"] for one in (await there.get("/account")).json()["sessions"] if one["here"])
    assert sum(one["here"] for one in listed) == 1 and other in [one["id"] for one in listed]

    ended = await here.delete(f"/account/sessions/{other}")

    assert ended.status_code == 204
    assert (await viewer(here), await viewer(there)) == (200, 401)
    assert other not in [one["id"] for one in (await here.get("/account")).json()["sessions"]]


async def test_nobody_ends_anothers_session_or_token(town: Town) -> None:
    ana, luis = await enter(town), await enter(town, "attorney@demo.test")
    session = (await luis.get("/account")).json()["sessions"][0]["id"]
    made = await luis.post("/account/tokens", json={"name": "script", "days": 1, "scope": "read"})
    token = made.json()["id"]

    others = (f"sessions/{session}", f"tokens/{token}", "sessions/not-an-id", f"passkeys/{session}")
    answers = [await ana.delete(f"/account/{other}") for other in others]

    assert [one.status_code for one in answers] == [404] * 4
    assert await viewer(luis) == 200
    assert [one["id"] for one in (await luis.get("/account")).json()["tokens"]] == [token]


async def test_a_new_password_ends_every_other_session_and_the_old_one_opens_nothing(town: Town) -> None:
    here, there = await enter(town), await enter(town)

    changed = await here.post("/account/password", json={"password": ANOTHER})

    assert changed.status_code == 204
    assert (await viewer(here), await viewer(there)) == (200, 401)
    old = await (await door(town)).post("/session", json={"email": ANA, "password": PASSWORD})
    assert old.status_code == 401
    await enter(town, password=ANOTHER)


@pytest.mark.parametrize(
    "password",
    ["", "short", "password1234", "Password12345!", "qwertyuiop123", "aaaaaaaaaaaaaaaa", "okafor okafor ana",
     "AnaOkaforAna", "presencia presencia", "iloveyou iloveyou", "x" * 2_000],
)  # fmt: skip
async def test_a_password_that_is_guessed_is_refused_with_a_sentence_and_changes_nothing(
    town: Town, password: str
) -> None:
    ana = await enter(town)

    refused = await ana.post("/account/password", json={"password": password})

    assert refused.status_code in (400, 422)
    assert refused.json()["message"]
    await enter(town)


#: What can't be taken back, and what it is sent.
SENSITIVE: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/account/password", {"password": ANOTHER}),
    ("POST", "/account/authenticator", {}),
    ("POST", "/account/authenticator/code", {"code": "000000"}),
    ("POST", "/account/recovery-codes", {}),
    ("POST", "/account/passkeys/options", {}),
    ("POST", "/account/passkeys", {"name": "x", "credential": {}}),
    ("POST", "/account/tokens", {"name": "x", "days": 1, "scope": "act"}),
]


@pytest.mark.parametrize(("method", "path", "given"), SENSITIVE, ids=[path for _, path, _ in SENSITIVE])
async def test_what_cant_be_taken_back_asks_once_more_who_it_is(
    town: Town, ground: Ground, method: str, path: str, given: dict[str, Any]
) -> None:
    ana = await enter(town)
    town.clock.now += CONFIRMED_FOR
    await viewer(ana)
    before = await everything(ground)

    asked = await ana.request(method, path, json=given)

    assert (asked.status_code, asked.json()["kind"]) == (403, "ConfirmFirst")
    assert await everything(ground) == before
    wrong = await ana.post("/account/proof", json={"password": ANOTHER})
    assert wrong.status_code == 401
    assert (await ana.request(method, path, json=given)).status_code == 403
    assert (await ana.post("/account/proof", json={"password": PASSWORD})).status_code == 204
    assert "ConfirmFirst" not in (await ana.request(method, path, json=given)).text


async def everything(ground: Ground) -> list[Any]:
    return [
        await ground.connection.fetch(f"select * from {table} order by 1")
        for table in ("logins", "authenticators", "recovery_codes", "passkeys", "challenges", "tokens", "audit_entries")
    ]


async def test_proving_takes_the_second_step_too(town: Town) -> None:
    ana, telephone, _ = await with_authenticator(town)
    town.clock.now += CONFIRMED_FOR

    half = await ana.post("/account/proof", json={"password": PASSWORD})
    assert half.json() == {"next": "code"}
    assert (await ana.delete("/account/authenticator")).status_code == 403
    wrong = await ana.post("/account/proof", json={"password": PASSWORD, "code": "123456"})
    assert wrong.json()["kind"] == "CodeRefused"
    whole = await ana.post("/account/proof", json={"password": PASSWORD, "code": telephone.at(town.clock.now)})
    assert whole.status_code == 204
    assert (await ana.delete("/account/authenticator")).status_code == 204
    await enter(town)


async def test_a_token_reads_or_acts_as_its_scope_says_and_looks_after_no_account(town: Town, ground: Ground) -> None:
    ana = await enter(town)
    made = {
        scope: (await ana.post("/account/tokens", json={"name": scope, "days": 30, "scope": scope})).json()["token"]
        for scope in ("read", "act")
    }
    script = await door(town)
    note = {
        "query": "mutation ($i: TakeInCaseInput!) { takeInCase(input: $i) { __typename } }",
        "variables": {"i": {"organizationId": town.organizations["elm-city"], "legalName": "Rosa Luna Paz"}},
    }
    count = "select count(*) from cases"
    before = await ground.connection.fetchval(count)

    script.headers["authorization"] = f"Bearer {made['read']}"
    assert await viewer(script) == 200
    refused = await script.post("/graphql", json=note)
    assert (refused.status_code, refused.json()["errors"][0]["message"]) == (403, "This token may only read.")
    assert await ground.connection.fetchval(count) == before
    script.headers["authorization"] = f"Bearer {made['act']}"
    assert (await script.post("/graphql", json=note)).json()["data"]["takeInCase"]["__typename"] == "TakeInCasePayload"
    assert (await script.get("/account")).status_code == 401
    assert (await script.post("/account/password", json={"password": ANOTHER})).status_code == 401
    for bad in ({"days": 0}, {"days": 400}, {"days": True}, {"scope": "everything"}, {"name": "n" * 200}):
        answer = await ana.post("/account/tokens", json={"name": "x", "days": 1, "scope": "read"} | bad)
        assert answer.status_code == 422, bad


async def test_of_letters_asked_for_at_one_instant_no_more_are_taken_than_one_after_the_other(town: Town) -> None:
    asking = await door(town)

    answers = await asyncio.gather(
        *(asking.post("/session/reset", json={"email": f"n{number}@nowhere.test"}) for number in range(30))
    )

    assert sorted(one.status_code for one in answers) == [202] * 20 + [429] * 10


async def test_a_forgotten_password_is_chosen_anew_by_a_letter_that_works_once(town: Town) -> None:
    open_before = await enter(town)
    asking = await door(town)

    known = await asking.post("/session/reset", json={"email": ANA.upper()})
    unknown = await asking.post("/session/reset", json={"email": "nobody@nowhere.test"})
    again = await asking.post("/session/reset", json={"email": ANA})
    letters = await town.deliver()

    assert {(one.status_code, one.text) for one in (known, unknown, again)} == {(202, "")}
    assert len(letters) == 1 and ANA in letters[0].message["To"]
    secret = re.search(r"/welcome#([\w-]{43})", words(letters[0]))[1]  # type: ignore[index]
    for _ in range(2):
        looked = await asking.post("/session/link", json={"secret": secret})
        assert looked.json() == {
            "kind": "reset", "email": ANA, "organization": "Elm City Legal Aid", "provider": None, "demanded": False,
        }  # fmt: skip
    weak = await asking.post("/session/link/password", json={"secret": secret, "password": "password1234"})
    assert weak.status_code == 422
    chosen = await asking.post("/session/link/password", json={"secret": secret, "password": ANOTHER})
    assert chosen.status_code == 204
    assert (await viewer(asking), await viewer(open_before)) == (200, 401)
    used = await asking.post("/session/link/password", json={"secret": secret, "password": "another eight wild geese"})
    none = await asking.post("/session/link", json={"secret": "x" * 43})
    assert [(one.status_code, one.json()["kind"]) for one in (used, none)] == [(410, "LinkOver")] * 2
    await enter(town, password=ANOTHER)


async def test_a_link_is_over_after_its_time_and_when_a_newer_one_was_sent(town: Town) -> None:
    asking = await door(town)

    async def asked() -> str:
        await asking.post("/session/reset", json={"email": ANA})
        (letter,) = await town.deliver()
        return re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]

    first = await asked()
    town.clock.now += timedelta(minutes=6)
    second = await asked()
    assert (await asking.post("/session/link", json={"secret": first})).status_code == 410
    assert (await asking.post("/session/link", json={"secret": second})).status_code == 200
    town.clock.now += timedelta(hours=1)
    assert (await asking.post("/session/link", json={"secret": second})).status_code == 410


async def test_whoever_resets_by_mail_still_takes_their_second_step(town: Town) -> None:
    _, telephone, _ = await with_authenticator(town)
    thief = await door(town)
    await thief.post("/session/reset", json={"email": ANA})
    (letter,) = await town.deliver()
    secret = re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]

    half = await thief.post("/session/link/password", json={"secret": secret, "password": ANOTHER})

    assert half.json() == {"next": "code"}
    assert await viewer(thief) == 401
    assert (await thief.post("/session/code", json={"code": telephone.at(town.clock.now)})).status_code == 204


async def test_one_address_that_fails_too_often_waits_and_others_do_not(town: Town) -> None:
    robot = await door(town)
    for number in range(30):
        answer = await robot.post("/session", json={"email": f"guess{number}@demo.test", "password": "no"})
        assert answer.status_code == 401, number

    stopped = await robot.post("/session", json={"email": ANA, "password": PASSWORD})

    assert (stopped.status_code, stopped.json()["kind"]) == (429, "TooOften")
    assert int(stopped.headers["retry-after"]) >= 60
    elsewhere = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=town.app, client=("192.0.2.7", 1)),
        base_url=town.settings.address, headers={"x-presencia": "1"},
    )  # fmt: skip
    async with elsewhere:
        assert (await elsewhere.post("/session", json={"email": ANA, "password": PASSWORD})).status_code == 204


async def test_guesses_sent_all_at_once_are_counted_as_if_one_came_after_the_other(town: Town) -> None:
    robot, opened = await door(town), await enter(town)
    before = (await opened.get("/account")).json()["sessions"]
    guesses = [f"a long guess number {number}" for number in range(24)] + [PASSWORD]

    answers = await asyncio.gather(
        *(robot.post("/session", json={"email": ANA, "password": guess}) for guess in guesses)
    )

    assert {answer.status_code for answer in answers} == {401}, "the right one was among too many"
    assert len((await opened.get("/account")).json()["sessions"]) == len(before)


async def test_an_unknown_address_takes_as_long_as_a_wrong_password_and_says_the_same(town: Town) -> None:
    known, unknown = [], []
    for number in range(12):
        for times, email in ((known, "attorney@demo.test"), (unknown, f"nobody{number}@demo.test")):
            async with town.database.transaction(actors.SIGN_IN) as tx:
                asked = await sign_in.ask(tx, email)
            began = time.process_time()
            assert not await sign_in.compare(asked, "wrong, and long enough")
            times.append(time.process_time() - began)

    answers = []
    for email in ("attorney@demo.test", "nobody@demo.test"):
        answer = await (await door(town)).post("/session", json={"email": email, "password": "wrong"})
        answers.append((answer.status_code, answer.text, set(answer.headers)))

    assert answers[0] == answers[1]
    # The same hash is computed for both: work, not waiting, so that a busy machine tells nothing. How close the answers
    # are in time is measured by `make bench`.
    assert max(min(known), min(unknown)) < 3 * min(min(known), min(unknown))
