"""A thief of the password guesses codes: in many sign-ins at once, and with a letter in between."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import httpx

from tests.api.test_signing_in import ANA, ANOTHER, door, enter, everything, viewer, with_authenticator
from tests.ground import Ground
from tests.town import PASSWORD, Town, words

#: Five guesses in each of several sign-ins that were begun with the stolen password.
GUESSES = [(each, number) for each in range(3) for number in range(5)]


async def test_the_waits_of_an_account_hold_for_codes_too(town: Town, ground: Ground) -> None:
    _, telephone, papers = await with_authenticator(town)
    doors = [await half_open(town) for _ in range(4)]
    kinds = [
        (await doors[each].post("/session/code", json={"code": f"{number:06}"})).json()["kind"]
        for each, number in GUESSES
    ]
    # Four are free, and the fifth makes the sixth wait, in whichever browser.
    assert kinds == ["CodeRefused"] * 5 + ["SignInRefused"] * 10
    before = await everything(ground)

    right = [
        await doors[3].post("/session/code", json={"code": code}) for code in (telephone.at(town.clock.now), papers[0])
    ]

    wrong = await doors[3].post("/session/code", json={"code": "000000"})
    assert {(one.status_code, one.text) for one in right} == {(wrong.status_code, wrong.text)}
    assert (wrong.status_code, wrong.json()["kind"]) == (401, "SignInRefused")
    assert await viewer(doors[3]) == 401
    assert await everything(ground) == before
    # None was used up by it, and each wrong one makes the next wait twice as long.
    town.clock.now += timedelta(seconds=3)
    assert (await doors[3].post("/session/code", json={"code": "000000"})).json()["kind"] == "CodeRefused"
    town.clock.now += timedelta(seconds=3)
    assert (await doors[3].post("/session/code", json={"code": papers[0]})).json()["kind"] == "SignInRefused"
    town.clock.now += timedelta(seconds=2)
    assert (await doors[3].post("/session/code", json={"code": papers[0]})).status_code == 204
    assert await ground.connection.fetchval("select failures from logins where person_id = $1", town.staff[ANA]) == 0


async def half_open(town: Town) -> httpx.AsyncClient:
    thief = await door(town)
    assert (await thief.post("/session", json={"email": ANA, "password": PASSWORD})).json() == {"next": "code"}
    return thief


async def test_guesses_at_the_same_moment_know_of_each_other(town: Town, ground: Ground) -> None:
    await with_authenticator(town)
    doors = [await half_open(town) for _ in range(12)]

    answers = await asyncio.gather(*[one.post("/session/code", json={"code": "000000"}) for one in doors])

    kinds = sorted(one.json()["kind"] for one in answers)
    assert kinds == ["CodeRefused"] * 5 + ["SignInRefused"] * 7
    assert await ground.connection.fetchval("select failures from logins where person_id = $1", town.staff[ANA]) == 5


async def test_a_letter_forgets_no_wrong_codes(town: Town, ground: Ground) -> None:
    """Whoever reads the mail as well would else begin anew with each letter."""
    _, telephone, _ = await with_authenticator(town)
    thief = await half_open(town)
    for number in range(5):
        await thief.post("/session/code", json={"code": f"{number:06}"})
    await thief.post("/session/reset", json={"email": ANA})
    (letter,) = await town.deliver()
    secret = re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]

    half = await thief.post("/session/link/password", json={"secret": secret, "password": ANOTHER})

    assert half.json() == {"next": "code"}
    before = await everything(ground)
    refused = await thief.post("/session/code", json={"code": telephone.at(town.clock.now)})
    assert (refused.status_code, refused.json()["kind"]) == (401, "SignInRefused")
    assert await everything(ground) == before
    town.clock.now += timedelta(seconds=2)
    assert (await thief.post("/session/code", json={"code": telephone.at(town.clock.now)})).status_code == 204
    assert await viewer(thief) == 200


async def test_where_there_is_no_second_step_a_letter_lets_in_whoever_guessed_wrong(town: Town) -> None:
    somebody = await door(town)
    for _ in range(6):
        await somebody.post("/session", json={"email": ANA, "password": "forgotten"})
    await somebody.post("/session/reset", json={"email": ANA})
    (letter,) = await town.deliver()
    secret = re.search(r"/welcome#([\w-]{43})", words(letter))[1]  # type: ignore[index]

    chosen = await somebody.post("/session/link/password", json={"secret": secret, "password": ANOTHER})

    assert chosen.status_code == 204
    await enter(town, password=ANOTHER)
