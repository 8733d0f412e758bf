"""Who comes with a shift's link and is shown nothing: another telephone, a wrong code, an hour too late."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select, text

from casework import actors, date_checks, retention
from casework.access.visible import VISIBLE
from casework.refusals import NotFound
from schema.date_checks import DateCheckOutcome
from schema.retention import RetentionClass
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import volunteers
from tests.town import Town

ANA = "coordinator@demo.test"


@pytest.mark.parametrize("how", ["over", "ended", "all ended", "wrong codes"])
async def test_a_shift_that_is_over_is_like_one_that_never_was(town: Town, ground: Ground, how: str) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana = await volunteers.later(town)
    started = await volunteers.start(town, ana)
    phone = await (volunteers.telephone if how == "wrong codes" else volunteers.at_work)(town, started)
    if how == "wrong codes":
        wrong = f"{(int(started['code']) + 1) % 1_000_000:06d}"
        for left in (4, 3, 2, 1):
            said = await phone.press("code", code=wrong)
            assert (said.status_code, f"Tries left: {left}" in said.text) == (422, True)
        await phone.press("code", code=wrong)
    else:
        await phone.press("next")
        assert phone.stage == "item"
    if how == "over":
        town.clock.forward(hours=4)
    if how == "ended":
        ended = await ana.do("endShift", "shift { runs endedBy }", shiftId=started["shift"]["id"])
        assert ended["shift"] == {"runs": False, "endedBy": "CALLED_OFF"}
    if how == "all ended":
        ended = await ana.do("endShifts", "ended", organizationId=town.organizations["elm-city"])
        assert ended["ended"] == 1
    before = await every_row(ground)

    answers = [await phone.look(), await phone.press("code", code=started["code"])]
    shown = next((page for page in phone.seen if 'name="check"' in page.text), None)
    fields = dict(re.findall(r'name="(check|sequence)" value="([^"]*)"', shown.text)) if shown else {}
    answers += [await phone.press("next"), await phone.press("heard", outcome="same", **fields)]
    answers.append(await phone.press("promise", name="Tomás Wexler"))
    never = await (await town.nobody()).get("/c/never-was")

    assert {(one.status_code, one.text) for one in answers} == {(404, never.text)}
    assert await every_row(ground) == before
    ana = await volunteers.later(town)
    (shift,) = await volunteers.shifts(ana)
    assert shift["runs"] is False
    assert shift["endedBy"] == {"over": None, "wrong codes": "WRONG_CODES"}.get(how, "CALLED_OFF")
    # What was open on it is given to the next.
    if how != "wrong codes":
        other = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))
        await other.press("next")
        assert "201 345 678" in other.seen[-1].text


async def test_a_second_telephone_is_refused_whatever_it_types_and_the_coordinator_sees_it(
    town: Town, ground: Ground
) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana = await volunteers.later(town)
    started = await volunteers.start(town, ana)
    phone = await volunteers.at_work(town, started)
    await phone.press("next")
    thief = await volunteers.telephone(town, started)

    await thief.look()
    assert thief.stage == "code"
    for code in (started["code"], "000000"):
        refused = await thief.press("code", code=code)
        assert (refused.status_code, "another telephone" in refused.text) == (403, True)
    assert "set-cookie" not in refused.headers and "201" not in refused.text
    check = dict(re.findall(r'name="(check|sequence)" value="([^"]*)"', phone.seen[-1].text))
    before = await every_row(ground)
    for act, typed in (("next", {}), ("heard", {"outcome": "same", **check}), ("promise", {"name": "A Thief"})):
        assert (await thief.press(act, **typed)).status_code == 404
    # A cookie that was made up is none.
    thief.http.cookies.set("presencia_shift", "x" * 43)
    assert (await thief.press("next")).status_code == 404
    assert await every_row(ground) == before

    (shift,) = await volunteers.shifts(ana)
    assert shift["refusedAt"] and shift["runs"]
    await phone.look()
    assert phone.stage == "item"


async def test_two_browsers_with_the_code_at_once_are_one_telephone_and_one_that_is_not(town: Town) -> None:
    ana = await town.signed_in(ANA)
    started = await volunteers.start(town, ana)
    both = [await volunteers.telephone(town, started) for _ in range(2)]

    answers = await asyncio.gather(*(one.press("code", code=started["code"]) for one in both))

    assert sorted(one.status_code for one in answers) == [200, 403]
    assert sorted(one.stage for one in both) == ["code", "promise"]


async def test_the_cookie_is_tied_to_the_browser_and_lasts_as_long_as_the_shift(town: Town) -> None:
    ana = await town.signed_in(ANA)
    started = await volunteers.start(town, ana)
    phone = await volunteers.telephone(town, started)

    answer = await phone.http.post(phone.path, data={"act": "code", "code": started["code"]})

    assert answer.status_code == 303 and answer.headers["location"] == phone.path
    cookie = answer.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Max-Age=14400", "Path=/"))
    page = await phone.look()
    assert page.headers["cache-control"] == "no-store" and page.headers["referrer-policy"] == "no-referrer"
    # The link was opened once more, and the code typed: it is the same telephone.
    again = await phone.press("code", code="123456")
    assert again.status_code == 200 and phone.stage == "promise"


@pytest.mark.parametrize(
    ("act", "typed", "status"),
    [
        ("heard", {"outcome": "different", "heard": ""}, 422),
        ("heard", {"outcome": "different", "heard": "soon"}, 422),
        ("heard", {"outcome": "different", "heard": "2026-12-02T09:00"}, 422),
        ("heard", {"outcome": "different", "heard": "2206-12-02T09:00"}, 422),
        ("heard", {"outcome": "same", "sequence": "7"}, 409),
        ("heard", {"outcome": "same", "check": "0199a000-0000-7000-8000-000000000000"}, 404),
        ("heard", {"outcome": "same", "check": "x"}, 404),
        ("heard", {"outcome": "held"}, 404),
        ("everything", {}, 404),
    ],
)
async def test_each_refusal_changes_nothing(
    town: Town, ground: Ground, act: str, typed: dict[str, str], status: int
) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town)))
    await phone.press("next")
    before = await every_row(ground)

    said = await phone.press(act, **typed)

    after = await every_row(ground)
    assert said.status_code == status
    # The page that says why shows the item again, which is seen again.
    assert {table for table in after if after[table] != before[table]} <= {"audit_entries"}
    acts = await ground.connection.fetch("select act from audit_entries order by seq desc limit 1")
    assert [row["act"] for row in acts] == ["viewed"]
    await phone.look()
    assert phone.stage == "item"


@pytest.mark.parametrize("typed", [{"name": " "}, {"name": "x" * 300}, {"name": "Tomás", "promise": "1999-01/en"}])
async def test_a_promise_without_a_name_or_of_another_text_is_none(
    town: Town, ground: Ground, typed: dict[str, str]
) -> None:
    ana = await town.signed_in(ANA)
    phone = await volunteers.bound(town, await volunteers.start(town, ana))
    before = await every_row(ground)

    said = await phone.press("promise", **typed)
    assert (said.status_code, phone.stage) == (422, "promise")
    assert (await phone.press("next")).status_code == 404

    assert await every_row(ground) == before


async def test_a_form_that_is_sent_twice_changes_nothing(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town)))
    item = await phone.press("next")
    fields = dict(re.findall(r'name="(check|sequence)" value="([^"]*)"', item.text))
    await phone.press("heard", outcome="same", **fields)
    before = await every_row(ground)

    again = await phone.press("heard", outcome="not_found", **fields)

    assert again.status_code == 200
    after = await every_row(ground)
    assert {table for table in after if after[table] != before[table]} == set()


async def test_only_who_may_starts_and_ends_shifts(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    started = await volunteers.start(town, ana)
    given = {**volunteers.VOLUNTEER, "organizationId": town.organizations["elm-city"]}
    asked = [
        ("attorney@demo.test", "startShift", given, "NotPermitted"),
        ("admin@demo.test", "startShift", given, "NotPermitted"),
        ("coordinator@other.test", "startShift", given, "NotFound"),
        ("coordinator@other.test", "endShift", {"shiftId": started["shift"]["id"]}, "NotFound"),
        ("attorney@demo.test", "endShift", {"shiftId": started["shift"]["id"]}, "NotFound"),
        ("attorney@demo.test", "endShifts", {"organizationId": town.organizations["elm-city"]}, "NotPermitted"),
        (ANA, "startShift", {**given, "hours": 13}, "Invalid"),
        (ANA, "startShift", {**given, "hours": 0}, "Invalid"),
        (ANA, "startShift", {**given, "name": " "}, "Invalid"),
        (ANA, "startShift", {**given, "phone": "none"}, "Invalid"),
        (ANA, "startShift", {**given, "language": "xx"}, "Invalid"),
        (ANA, "startShift", {**given, "beginsAt": "2027-03-01T09:00:00Z"}, "Invalid"),
    ]
    for email, verb, fields, refusal in asked:
        seat = await town.signed_in(email)
        before = await every_row(ground)
        answer = await seat.do(verb, **fields)
        assert (answer["__typename"], bool(answer["message"])) == (refusal, True), (email, verb, fields)
        assert await every_row(ground) == before
    grace = await town.signed_in("admin@demo.test")
    assert (await grace.do("endShift", shiftId=started["shift"]["id"]))["__typename"] == "EndShiftPayload"
    before = await every_row(ground)
    twice = await grace.do("endShift", shiftId=started["shift"]["id"])
    assert (twice["__typename"], await every_row(ground) == before) == ("NotAllowedByState", True)


async def test_the_house_itself_refuses_whom_the_page_would(town: Town) -> None:
    """Past the page: verbs ask the shift themselves."""
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    started = await volunteers.start(town, await volunteers.later(town))
    async with town.database.transaction(actors.LINKS) as tx:
        link = await date_checks.by_secret(tx, started["address"].rpartition("/")[2])
    for device in (None, "", "x" * 43):
        with pytest.raises(NotFound):
            async with town.database.transaction(actors.SHIFTS) as tx:
                await date_checks.next_item(tx, link.id, device)
        with pytest.raises(NotFound):
            async with town.database.transaction(actors.SHIFTS) as tx:
                await date_checks.record_check(tx, link.id, device, link.id, DateCheckOutcome.SAME, sequence=0)
    town.clock.now += timedelta(hours=4)
    with pytest.raises(NotFound):
        async with town.database.transaction(actors.LINKS) as tx:
            await date_checks.by_secret(tx, started["address"].rpartition("/")[2])


async def test_the_database_shows_a_shift_itself_what_it_was_given_and_of_clients_nothing(
    lived_in: Town, ground: Ground
) -> None:
    """Past every verb: each table, asked without any condition."""
    town = lived_in
    town.clock.forward(hours=36)
    started = await volunteers.start(town, await volunteers.later(town))
    phone = await volunteers.at_work(town, started)
    await phone.press("next")
    assert phone.stage == "item"
    async with town.database.transaction(actors.LINKS) as tx:
        link = await date_checks.by_secret(tx, started["address"].rpartition("/")[2])
    item = text("select * from item_of_shift()")
    anybody = {"courts", "facilities", "hearing_locations", "organizations"}

    async def shown(actor: actors.Actor) -> dict[str, int]:
        async with town.database.transaction(actor) as tx:
            found = {
                model.__tablename__: len((await tx.session.execute(select(*model.__mapper__.primary_key))).all())
                for model in VISIBLE
            }
            found["item"] = len((await tx.session.execute(item)).all())
        return {name: count for name, count in found.items() if count and name not in anybody}

    assert await shown(link) == {"shifts": 1, "date_checks": 1, "item": 1}
    # What looks for the next date reads dates, and of those the letters' rows; no identity, no number, no note.
    seen = await shown(actors.SHIFTS)
    assert set(seen) == {"shifts", "date_checks", "hearings", "occasions", "cases", "people", "tasks", "notices",
                         "date_sources"}  # fmt: skip
    # Whether there is a number is told to it alone.
    client = await ground.connection.fetchval("select detainee_id from detainee_numbers limit 1")
    told = {}
    for actor in (actors.SHIFTS, actors.LINKS, link, actors.Person(town.staff["coordinator@other.test"])):
        async with town.database.transaction(actor) as tx:
            told[actor] = await tx.session.scalar(text("select client_has_number(:client)"), {"client": client})
    assert [bool(one) for one in told.values()] == [True, False, False, False]
    town.clock.forward(hours=4)
    assert await shown(link) == {"shifts": 1}


async def test_whoever_guesses_addresses_waits_and_nobody_elsewhere_does(town: Town) -> None:
    ana = await town.signed_in(ANA)
    started = await volunteers.start(town, ana)
    robot = await town.nobody()
    said = [(await robot.get(f"/c/guess-{number}")).status_code for number in range(42)]
    phone = await volunteers.telephone(town, started)

    assert said == [404] * 40 + [429] * 2
    stopped = await phone.look()
    assert (stopped.status_code, stopped.headers["cache-control"]) == (429, "no-store")
    assert (await phone.http.post(phone.path, data={"act": "code", "code": started["code"]})).status_code == 429
    elsewhere = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=town.app, client=("192.0.2.7", 1)), base_url=town.settings.address
    )
    async with elsewhere:
        assert (await elsewhere.get(phone.path)).status_code == 200


async def test_several_shifts_are_guessed_at_as_one(town: Town) -> None:
    """Wrong codes count against the address as well: five tries a shift are not five tries times the links one has."""
    ana = await town.signed_in(ANA)
    phones = [await volunteers.telephone(town, await volunteers.start(town, ana)) for _ in range(9)]
    for phone in phones[:8]:
        for _ in range(5):
            await phone.press("code", code="no digits")
    assert all(phone.stage == "over" for phone in phones[:8])

    assert (await phones[8].press("code", code="000000")).status_code == 429


async def test_a_shift_that_begins_later_is_nothing_until_then(town: Town) -> None:
    ana = await town.signed_in(ANA)
    begins = town.clock.now + timedelta(hours=20)
    started = await volunteers.start(town, ana, beginsAt=begins.isoformat())
    phone = await volunteers.telephone(town, started)

    assert (await phone.look()).status_code == 404
    assert (await phone.press("code", code=started["code"])).status_code == 404
    town.clock.now = begins
    await phone.look()
    assert phone.stage == "code"


async def test_once_its_key_is_destroyed_nobody_can_tell_who_it_was_and_what_was_heard_stays(
    town: Town, ground: Ground
) -> None:
    ana = await town.signed_in(ANA)
    (hearing,) = await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town)))
    await phone.press("next")
    await phone.press("heard", outcome="same")
    held = await ground.connection.fetch("select vault_key_id from shifts")
    # Its key seals nothing but what is in its own row.
    keys = [f"select vault_key_id from {table}" for table in ("cases", "detainees", "people", "tasks")]
    assert not {row[0] for row in held} & {row[0] for row in await ground.connection.fetch(" union all ".join(keys))}
    town.clock.now += timedelta(days=31)
    assert (await retention.sweep(town.database))[RetentionClass.VERIFIERS] == 1
    destroyed = await ground.connection.fetchval(
        "select wrapped from vault_keys where id = $1", held[0]["vault_key_id"]
    )
    assert destroyed is None

    ana = await volunteers.later(town)
    (shift,) = await volunteers.shifts(ana)
    assert (shift["name"], shift["phone"], shift["checked"]) == ("", None, 1)
    said = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { source dateChecks { outcome } } } }",
                         id=hearing["id"])  # fmt: skip
    assert said["node"] == {"source": "COURT_LINE", "dateChecks": [{"outcome": "SAME"}]}


async def test_how_many_dates_were_checked_is_told_to_whoever_sees_them_all_and_to_others_no_number(
    town: Town,
) -> None:
    """An admin who reads no case was told "0 of 0", which is a number and a wrong one."""
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-03T09:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town)))
    await phone.press("next")
    await phone.press("heard", outcome="same")
    await phone.press("next")

    for email, counts in ((ANA, (1, 2)), ("admin@demo.test", (None, None))):
        (shift,) = await volunteers.shifts(await town.signed_in(email))
        assert (shift["checked"], shift["given"]) == counts, email
