"""A date checker: a link one way, a code another, a promise, one date at a time; and nothing when the shift is over."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest

from casework import actors, date_checks
from casework.refusals import NotFound
from schema.date_checks import DateCheckOutcome
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import volunteers
from tests.town import Seat, Town

ANA = "coordinator@demo.test"
#: What is on the item's page, and all that is.
SHOWN = ("201 345 678", "RIV CRU", "Honduras", "Wednesday, December 2, 2026, 9:00 AM")
HIDDEN = ("Mateo", "Rivera", "Cruz", "Hartford", "Doe", "628", "Rosa", "C-100", "BOND", "bond")
CHECKS = """query ($id: ID!) { node(id: $id) { ... on Hearing { revision checkedAt source confidence checkedBy { id }
  occasion { startsAt sequence } dateChecks { outcome heard answeredAt shift { name phone checked } } } } }"""
SHIFTS = """{ viewer { organization { shifts { id name phone runs boundAt promisedAt refusedAt lastUsedAt endedAt
  endedBy checked startedBy { name } } } } }"""


async def shifts(seat: Seat) -> list[Any]:
    found: list[Any] = (await seat.ask(SHIFTS))["viewer"]["organization"]["shifts"]
    return found


async def later(town: Town) -> Seat:
    """Ana, signed in anew after hours."""
    return await town.signed_in(ANA)


async def test_a_volunteer_checks_one_date_after_another_until_the_shift_is_over(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    near, far = await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-04T10:30")
    ana = await later(town)
    started = await volunteers.start(town, ana)
    assert re.fullmatch(r"\d{6}", started["code"]) and re.search(r"/c/[\w-]{43}$", started["address"])

    phone = await volunteers.telephone(town, started)
    assert (await phone.look()).status_code == 200 and phone.stage == "code"
    assert not any(words in phone.seen[-1].text for words in (*SHOWN, *HIDDEN, "Tomás"))
    await phone.press("code", code=f"{started['code'][:3]} {started['code'][3:]}")
    assert phone.stage == "promise" and "I promise" in phone.seen[-1].text
    await phone.press("promise", name="Tomás Wexler")
    assert phone.stage == "ready"
    await phone.press("next")
    assert phone.stage == "item"
    page = phone.seen[-1].text
    assert all(words in page for words in SHOWN) and "tel:+18008987180" in page
    assert not any(words in page for words in HIDDEN)
    before = (await ana.ask(CHECKS, id=near["id"]))["node"]
    await phone.press("heard", outcome="same")

    assert phone.stage == "ready"
    after = (await ana.ask(CHECKS, id=near["id"]))["node"]
    assert (after["source"], after["checkedBy"], after["checkedAt"] > before["checkedAt"]) == ("COURT_LINE", None, True)
    assert after["occasion"] == before["occasion"] and after["revision"] == before["revision"]
    (check,) = after["dateChecks"]
    assert (check["outcome"], check["shift"]) == (
        "SAME", {"name": "Tomás Wexler", "phone": "+12035550144", "checked": 1}
    )  # fmt: skip

    await phone.press("next")
    assert phone.stage == "item" and "201 345 677" in phone.seen[-1].text and "201 345 678" not in phone.seen[-1].text
    await phone.press("heard", outcome="different", heard="2026-12-03T13:30")
    await phone.press("next")
    assert phone.stage == "ready" and "no date to check now" in phone.seen[-1].text
    moved = (await ana.ask(CHECKS, id=far["id"]))["node"]
    assert moved["occasion"]["startsAt"] == far["occasion"]["startsAt"]
    assert moved["dateChecks"][0]["heard"] == "2026-12-03T13:30"
    tasks = (await ana.ask("{ tasks { edges { node { title raisedBy case { id } } } } }"))["tasks"]["edges"]
    (task,) = [one["node"] for one in tasks if one["node"]["raisedBy"] == "date_differs"]
    assert task == {
        "title": "The court's line gives another time than Fri, Dec 4, 10:30 AM ET: Thu, Dec 3, 1:30 PM ET."
        " Check the notice, then move the hearing.",
        "raisedBy": "date_differs", "case": {"id": far["case"]["id"]},
    }  # fmt: skip

    (shift,) = await shifts(ana)
    assert (shift["runs"], shift["checked"], shift["startedBy"]) == (True, 2, {"name": "Ana Okafor"})
    assert shift["boundAt"] and shift["promisedAt"] and shift["lastUsedAt"] and shift["refusedAt"] is None
    # Each item that was shown is one entry in the trail, by its shift.
    viewed = await ground.connection.fetch(
        "select fields, case_id, organization_id, actor_id, actor_name from audit_entries"
        " where act = 'viewed' and actor_kind = 'link' order by seq"
    )
    assert len({row["case_id"] for row in viewed}) == 2 and len(viewed) == 2
    assert {tuple(row["fields"]) for row in viewed} == {
        ("detainees.a_numbers", "detainees.country_of_birth", "detainees.name_letters", "hearings.slot")
    }
    assert {row["actor_name"] for row in viewed} == {"shift"} and all(row["organization_id"] for row in viewed)

    town.clock.forward(hours=4)
    left_open = await phone.press("next")
    unknown = await phone.http.get("/c/" + "x" * 43)
    assert (left_open.status_code, left_open.text) == (404, unknown.text) and phone.stage == "over"
    assert (await phone.look()).status_code == 404


async def test_not_found_is_a_task_and_not_getting_through_is_nothing(town: Town) -> None:
    ana = await town.signed_in(ANA)
    one, two, three = await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-03T09:00", "2026-12-04T09:00")
    ana = await later(town)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    for outcome in ("not_found", "nobody_answered", "skipped"):
        await phone.press("next")
        assert phone.stage == "item"
        await phone.press("heard", outcome=outcome)

    said = [(await ana.ask(CHECKS, id=one["id"]))["node"] for one in (one, two, three)]
    assert [one["dateChecks"][0]["outcome"] for one in said] == ["NOT_FOUND", "NOBODY_ANSWERED", "SKIPPED"]
    assert {one["source"] for one in said} == {"PRINTED_NOTICE"}
    tasks = (await ana.ask("{ tasks { edges { node { title raisedBy } } } }"))["tasks"]["edges"]
    assert [edge["node"] for edge in tasks if edge["node"]["raisedBy"].startswith("date_")] == [
        {
            "title": "The court's line does not know the hearing of Wed, Dec 2, 9:00 AM ET."
            " Check the A-number, then call the court.",
            "raisedBy": "date_not_found",
        }
    ]
    # Whom nobody got through for is somebody else's to try; what was heard is not asked again for a day.
    other = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))
    await other.press("next")
    assert "201 345 677" in other.seen[-1].text


@pytest.mark.parametrize("how", ["over", "ended", "all ended", "wrong codes"])
async def test_a_shift_that_is_over_is_like_one_that_never_was(town: Town, ground: Ground, how: str) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana = await later(town)
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
    ana = await later(town)
    (shift,) = await shifts(ana)
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
    ana = await later(town)
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

    (shift,) = await shifts(ana)
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


async def test_looking_changes_nothing(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    started = await volunteers.start(town, await later(town))
    phone = await volunteers.telephone(town, started)
    rows = await every_row(ground)
    await phone.look()
    assert await every_row(ground) == rows
    await phone.press("code", code=started["code"])
    rows = await every_row(ground)
    await phone.look()
    assert await every_row(ground) == rows
    await phone.press("promise", name="Tomás Wexler")
    rows = await every_row(ground)
    await phone.look()
    assert phone.stage == "ready" and await every_row(ground) == rows
    await phone.press("next")
    rows = await every_row(ground)
    await phone.look()
    # But that it was seen once more.
    after = await every_row(ground)
    assert {table for table in after if after[table] != rows[table]} == {"audit_entries"}


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
    phone = await volunteers.at_work(town, await volunteers.start(town, await later(town)))
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
    phone = await volunteers.at_work(town, await volunteers.start(town, await later(town)))
    item = await phone.press("next")
    fields = dict(re.findall(r'name="(check|sequence)" value="([^"]*)"', item.text))
    await phone.press("heard", outcome="same", **fields)
    before = await every_row(ground)

    again = await phone.press("heard", outcome="not_found", **fields)

    assert again.status_code == 200
    after = await every_row(ground)
    assert {table for table in after if after[table] != before[table]} == set()


async def test_one_item_at_a_time_also_when_asked_many_times_at_once(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-03T09:00", "2026-12-04T09:00")
    ana = await later(town)
    first = await volunteers.at_work(town, await volunteers.start(town, ana))
    second = await volunteers.at_work(town, await volunteers.start(town, ana, name="Ruth Abara"))

    await asyncio.gather(*(one.press("next") for one in (first, second) * 4))

    held = await ground.connection.fetch("select shift_id, hearing_id from date_checks where outcome is null")
    assert len(held) == len({row["shift_id"] for row in held}) == len({row["hearing_id"] for row in held}) == 2
    assert await ground.connection.fetchval("select count(*) from date_checks") == 2
    numbers = [set(re.findall(r"\d{3} \d{3} \d{3}", one.seen[-1].text)) for one in (first, second)]
    assert [len(one) for one in numbers] == [1, 1] and not numbers[0] & numbers[1]


async def test_what_was_moved_cancelled_or_let_go_meanwhile_is_not_confirmed(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    (hearing,) = await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana = await later(town)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    moved = await ana.do(
        "rescheduleHearing", "hearing { revision }", hearingId=hearing["id"], expectedRevision=hearing["revision"],
        startsAt="2026-12-09T10:00",
    )  # fmt: skip

    said = await phone.press("heard", outcome="same")

    assert said.status_code == 409 and "Wednesday, December 9, 2026, 10:00 AM" in said.text
    held = "update cases set custody_status = $1"
    was = await ground.connection.fetchval("select custody_status from cases")
    await ground.connection.execute(held, "released")
    assert (await phone.look()) and phone.stage == "ready"
    await ground.connection.execute(held, was)
    assert (await phone.look()) and phone.stage == "item"
    cancelled = await ana.do("cancelHearing", hearingId=hearing["id"], expectedRevision=moved["hearing"]["revision"])
    assert cancelled["__typename"] == "CancelHearingPayload"
    await phone.look()
    assert phone.stage == "ready" and "201" not in phone.seen[-1].text
    await phone.press("next")
    assert "no date to check now" in phone.seen[-1].text
    (check,) = (await ana.ask(CHECKS, id=hearing["id"]))["node"]["dateChecks"]
    assert check["outcome"] == "SKIPPED"


async def test_the_queue_knows_held_clients_of_the_house_with_a_number_whose_date_is_ahead_and_unchecked(
    town: Town, ground: Ground
) -> None:
    ana, ben = await town.signed_in(ANA), await town.signed_in("coordinator@other.test")
    (hearing,) = await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana, ben = await later(town), await town.signed_in("coordinator@other.test")
    theirs = await volunteers.at_work(town, await volunteers.start(town, ben, "shoreline", name="Ruth Abara"))
    await theirs.press("next")
    assert theirs.stage == "ready"
    mine = await volunteers.at_work(town, await volunteers.start(town, ana))
    held = await ground.connection.fetchval("select custody_status from cases")
    for table, column, wrong, right in (
        ("hearings", "detained", "false", "true"),
        ("hearings", "checked_at", "'2026-11-25T02:00Z'", "'2026-11-23T02:00Z'"),
        ("cases", "custody_status", "'released'", f"'{held}'"),
        ("cases", "closed_at", "now()", "null"),
        ("occasions", "state", "'held'", "'confirmed'"),
        ("occasions", "starts_at", "'2026-11-24T00:00Z'", "'2026-12-02T14:00Z'"),
    ):
        await ground.connection.execute(f"update {table} set {column} = {wrong}")
        await mine.press("next")
        assert mine.stage == "ready", (table, column)
        await ground.connection.execute(f"update {table} set {column} = {right}")
    numbers = await ground.connection.fetch("delete from detainee_numbers returning to_jsonb(detainee_numbers) as row")
    await mine.press("next")
    assert mine.stage == "ready"
    await ground.connection.execute(
        "insert into detainee_numbers select * from jsonb_populate_record(null::detainee_numbers, $1)",
        numbers[0]["row"],
    )
    await mine.press("next")
    assert mine.stage == "item" and hearing["id"]


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
    started = await volunteers.start(town, await later(town))
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


async def test_in_spanish(town: Town) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, await later(town), language="es"))
    assert "Mostrarme la siguiente fecha" in phone.seen[-1].text
    await phone.press("next")
    page = phone.seen[-1]
    assert "miércoles, 2 de diciembre de 2026" in page.text and page.headers["content-language"] == "es"
    wrong = await phone.press("heard", outcome="different", heard="2026-12-02T09:00")
    assert "Esa es la hora que tenemos" in wrong.text
