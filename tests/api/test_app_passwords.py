"""App passwords: one a device, for its owner's calendars and nothing else."""

from __future__ import annotations

import hashlib
import logging
from base64 import b64encode

import pytest

from casework import departures
from casework.actors import HOUSEKEEPING, OPERATOR, Person
from casework.settings import Settings
from casework.sign_in import MOST_DEVICES, UNUSED, change_password, forget_second_step, give_login
from tests.api.devices import app_password, device
from tests.api.test_second_step import set_up
from tests.api.test_signing_in import enter
from tests.ground import Ground
from tests.town import PASSWORD, Town

ANA, LUIS, NOOR = "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"


async def opens(town: Town, email: str, password: str) -> int:
    return (await (await device(town, email, password)).ask("PROPFIND", "/caldav/", depth="0")).status_code


async def test_it_is_shown_once_typed_as_people_type_and_only_its_hash_is_kept(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    made = (await ana.http.post("/account/app-passwords", json={"name": "  My   iPhone "})).json()
    secret = made["password"]

    assert [len(part) for part in secret.split("-")] == [4] * 7
    assert await opens(town, ANA, secret) == 207
    assert await opens(town, " Coordinator@demo.test ", secret.upper().replace("-", " ")) == 207
    assert await opens(town, ANA, secret.replace("o", "0").replace("l", "1")) == 207
    (row,) = await ground.connection.fetch("select * from app_passwords")
    assert row["secret_hash"] == hashlib.sha256(secret.replace("-", "").encode()).digest()
    (listed,) = (await ana.http.get("/account")).json()["appPasswords"]
    assert (listed["name"], listed["usedAt"]) == ("My iPhone", town.clock.now.isoformat())
    assert listed["until"] == (town.clock.now + UNUSED).isoformat()
    assert secret not in (await ana.http.get("/account")).text
    acts = await ground.connection.fetch("select act, before, after from audit_entries where act like 'app_password%'")
    assert [row["act"] for row in acts] == ["app_password.made"]
    assert secret.replace("-", "") not in str(acts).replace("-", "")


async def test_making_or_renewing_one_asks_again_who_it_is_and_ending_one_does_not(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    kept = await app_password(ana)
    (one,) = (await ana.http.get("/account")).json()["appPasswords"]
    town.clock.forward(minutes=11)

    for path in ("/account/app-passwords", f"/account/app-passwords/{one['id']}"):
        refused = await ana.http.post(path, json={"name": "Another"})
        assert (refused.status_code, refused.json()["kind"]) == (403, "ConfirmFirst")
    assert await ground.connection.fetchval("select count(*) from app_passwords") == 1
    assert await opens(town, ANA, kept) == 207
    assert (await ana.http.delete(f"/account/app-passwords/{one['id']}")).status_code == 204
    assert await opens(town, ANA, kept) == 401
    assert (await ana.http.get("/account")).json()["appPasswords"] == []


async def test_a_new_one_for_the_same_device_ends_the_old_at_once(town: Town) -> None:
    ana = await town.signed_in(ANA)
    old = await app_password(ana)
    (one,) = (await ana.http.get("/account")).json()["appPasswords"]

    new = (await ana.http.post(f"/account/app-passwords/{one['id']}", json={})).json()["password"]

    assert (await opens(town, ANA, old), await opens(town, ANA, new)) == (401, 207)
    assert [each["id"] for each in (await ana.http.get("/account")).json()["appPasswords"]] == [one["id"]]


async def test_whatever_is_wrong_is_answered_alike(town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    revoked, hers = await app_password(ana, "Lost"), await app_password(ana, "Kept")
    first = next(one for one in (await ana.http.get("/account")).json()["appPasswords"] if one["name"] == "Lost")
    await ana.http.delete(f"/account/app-passwords/{first['id']}")
    await app_password(luis)

    answers = []
    for email, password in (
        (ANA, revoked), (ANA, "never-was"), (ANA, PASSWORD), (LUIS, hers), ("nobody@demo.test", hers), ("", ""),
    ):  # fmt: skip
        for method, path in (
            ("PROPFIND", "/caldav/"),
            ("REPORT", "/caldav/x"),
            ("PUT", "/caldav/x"),
            ("GET", "/caldav"),
        ):
            said = await (await device(town, email, password)).ask(method, path, depth="0")
            headers = {name: value for name, value in said.headers.items() if name != "x-request-id"}
            answers.append((said.status_code, said.text, sorted(headers.items())))
    phone = await town.nobody()
    for header in ("", "Basic", "Basic !!!", "Bearer x", "Basic " + b64encode(b"no colon").decode()):
        said = await phone.request("PROPFIND", "/caldav/", headers={"authorization": header} if header else {})
        headers = {name: value for name, value in said.headers.items() if name != "x-request-id"}
        answers.append((said.status_code, said.text, sorted(headers.items())))

    assert {status for status, _, _ in answers} == {401}
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][2].count(("www-authenticate", 'Basic realm="Presencia calendars", charset="UTF-8"')) == 1


async def test_nobody_renews_or_ends_somebody_elses(town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    hers = await app_password(ana)
    (one,) = (await ana.http.get("/account")).json()["appPasswords"]

    for path in (one["id"], "no-id"):
        assert (await luis.http.post(f"/account/app-passwords/{path}", json={})).status_code == 404
        assert (await luis.http.delete(f"/account/app-passwords/{path}")).status_code == 404
    assert await opens(town, ANA, hers) == 207
    assert (await luis.http.get("/account")).json()["appPasswords"] == []


async def test_it_opens_calendars_and_nothing_else(town: Town) -> None:
    secret = await app_password(await town.signed_in(ANA))
    basic = "Basic " + b64encode(f"{ANA}:{secret}".encode()).decode()
    thief = await town.nobody()
    thief.headers["x-presencia"] = "1"
    ask = {"query": "{ viewer { person { name } } }"}
    whole = (await (await town.nobody()).post("/graphql", json=ask, headers={"x-presencia": "1"})).status_code

    for header in (basic, f"Bearer {secret}", f"Bearer {secret.replace('-', '')}"):
        thief.headers["authorization"] = header
        assert (await thief.post("/graphql", json=ask)).status_code == whole == 401
        assert (await thief.get("/account")).status_code == 401
        assert (await thief.post("/account/app-passwords", json={"name": "x"})).status_code == 401
    del thief.headers["authorization"]
    assert (await thief.post("/session", json={"email": ANA, "password": secret})).status_code == 401


async def test_a_script_makes_none(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    token = (await ana.http.post("/account/tokens", json={"name": "x", "days": 1, "scope": "act"})).json()["token"]
    script = await town.nobody()
    script.headers.update({"x-presencia": "1", "authorization": f"Bearer {token}"})

    assert (await script.post("/account/app-passwords", json={"name": "x"})).status_code == 401
    assert await ground.connection.fetchval("select count(*) from app_passwords") == 0


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
async def test_a_device_has_a_name(town: Town, ground: Ground, name: str) -> None:
    ana = await town.signed_in(ANA)

    refused = await ana.http.post("/account/app-passwords", json={"name": name})

    assert (refused.status_code, refused.json()["field"]) == (422, "name")
    assert await ground.connection.fetchval("select count(*) from app_passwords") == 0


async def test_nobody_has_more_devices_than_they_could_look_after(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    for number in range(MOST_DEVICES):
        await app_password(ana, f"Device {number}")

    refused = await ana.http.post("/account/app-passwords", json={"name": "One more"})

    assert (refused.status_code, refused.json()["kind"]) == (409, "NotAllowedByState")
    assert await ground.connection.fetchval("select count(*) from app_passwords") == MOST_DEVICES


async def test_a_telephone_in_a_drawer_opens_nothing_after_ninety_days(town: Town) -> None:
    ana = await town.signed_in(ANA)
    used, left = await app_password(ana, "Used"), await app_password(ana, "Left")

    town.clock.forward(days=89)
    assert await opens(town, ANA, used) == 207
    town.clock.forward(days=2)

    assert (await opens(town, ANA, used), await opens(town, ANA, left)) == (207, 401)
    again = await enter(town)
    assert [one["name"] for one in (await again.get("/account")).json()["appPasswords"]] == ["Used"]


async def test_it_ends_when_its_owner_leaves_and_opens_nothing_when_they_come_back(town: Town, ground: Ground) -> None:
    luis = await app_password(await town.signed_in(LUIS))
    grace = await town.signed_in("admin@demo.test")
    gone = await grace.do("letMemberGo", organizationId=town.organizations["elm-city"], personId=town.person(LUIS))
    assert gone["__typename"] == "LetMemberGoPayload", gone

    assert await opens(town, LUIS, luis) == 401
    async with town.database.transaction(HOUSEKEEPING) as tx:
        await departures.follow(tx)
    # Taken on again.
    await ground.connection.execute("update memberships set ended_at = null where person_id = $1", town.staff[LUIS])
    assert await opens(town, LUIS, luis) == 401
    assert (
        await ground.connection.fetchval("select count(*) from audit_entries where act = 'app_password.revoked'") == 1
    )


async def test_whoever_lost_their_password_or_second_step_has_lost_their_devices_too(town: Town) -> None:
    ana = await app_password(await town.signed_in(ANA))
    async with town.database.transaction(OPERATOR) as tx:
        await give_login(tx, town.staff[ANA], ANA, "another long enough password")
    assert await opens(town, ANA, ana) == 401

    noor = await app_password(await town.signed_in(NOOR))
    async with town.database.transaction(Person(town.staff[NOOR], proved_at=town.clock.now)) as tx:
        await change_password(tx, "a third password, long enough")
    assert await opens(town, NOOR, noor) == 401

    luis = await app_password(await town.signed_in(LUIS))
    async with town.database.transaction(OPERATOR) as tx:
        await forget_second_step(tx, town.staff[LUIS])
    assert await opens(town, LUIS, luis) == 401


async def test_a_closed_login_opens_no_calendar(town: Town, ground: Ground) -> None:
    ana = await app_password(await town.signed_in(ANA))

    await ground.connection.execute("update logins set disabled_at = now()")

    assert await opens(town, ANA, ana) == 401


async def test_guesses_are_counted_by_name_and_others_at_the_same_address_go_on(town: Town) -> None:
    ana, luis = await app_password(await town.signed_in(ANA)), await app_password(await town.signed_in(LUIS))
    guess = await device(town, ANA, "guess")

    statuses = [(await guess.ask("PROPFIND", "/caldav/", depth="0")).status_code for _ in range(32)]

    assert statuses == [401] * 30 + [429] * 2
    told = await guess.ask("PROPFIND", "/caldav/", depth="0")
    assert 0 < int(told.headers["retry-after"]) <= 900
    # Not even the right one, until then; and Luis beside her asks as always.
    assert (await opens(town, ANA, ana), await opens(town, LUIS, luis)) == (429, 207)


async def test_whoever_tries_many_names_is_stopped_too(town: Town) -> None:
    luis = await app_password(await town.signed_in(LUIS))
    phone = await town.nobody()
    statuses = []
    for number in range(301):
        said = await phone.request("PROPFIND", "/caldav/", auth=(f"{number}@demo.test", "guess"))
        statuses.append(said.status_code)

    assert statuses == [401] * 300 + [429]
    assert await opens(town, LUIS, luis) == 429


async def test_no_log_holds_a_password_or_whose_it_is(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = await app_password(await town.signed_in(ANA), "My iPhone")
    phone = await device(town, ANA, secret)
    await phone.calendars()
    await phone.ask("PROPFIND", "/caldav/", "<broken")
    await phone.ask("PUT", "/caldav/x")
    await opens(town, ANA, secret[:-1])

    basic = b64encode(f"{ANA}:{secret}".encode()).decode()
    kept = [record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    for told in (secret, secret.replace("-", ""), secret[:-1], basic, ANA):
        assert not [line for line in kept if told in line]


class TestWhereASecondStepIsDemanded:
    """Whoever owes one makes no password that needs none."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"second_step": True})

    async def test_it_comes_before_the_first_device(self, town: Town, ground: Ground) -> None:
        ana = await enter(town)
        refused = await ana.post("/account/app-passwords", json={"name": "My iPhone"})
        assert (refused.status_code, refused.json()["kind"]) == (403, "SecondStepFirst")
        assert await ground.connection.fetchval("select count(*) from app_passwords") == 0

        await set_up(ana, town)

        made = await ana.post("/account/app-passwords", json={"name": "My iPhone"})
        assert made.status_code == 200, made.text
        assert await opens(town, ANA, made.json()["password"]) == 207
        town.clock.forward(minutes=11)
        again = await ana.post("/account/app-passwords", json={"name": "Another"})
        assert (again.status_code, again.json()["kind"]) == (403, "ConfirmFirst")
