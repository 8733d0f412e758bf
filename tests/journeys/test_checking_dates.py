"""A date checker: a link one way, a code another, a promise, one date at a time; and nothing when the shift is over."""

from __future__ import annotations

import asyncio
import re

from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps, volunteers
from tests.town import Town

ANA = "coordinator@demo.test"
#: What is on the item's page, and all that is.
SHOWN = ("201 345 678", "RIV CRU", "Honduras", "Wednesday, December 2, 2026, 9:00 AM")
HIDDEN = ("Mateo", "Rivera", "Cruz", "Hartford", "Doe", "628", "Rosa", "C-100", "BOND", "bond")
CHECKS = """query ($id: ID!) { node(id: $id) { ... on Hearing { revision checkedAt source confidence checkedBy { id }
  occasion { startsAt sequence } dateChecks { outcome heard answeredAt shift { name phone checked } } } } }"""


async def test_a_volunteer_checks_one_date_after_another_until_the_shift_is_over(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    near, far = await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-04T10:30")
    ana = await volunteers.later(town)
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

    (shift,) = await volunteers.shifts(ana)
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

    # And whoever asks who saw the record is told.
    asked = "query ($s: String!) { case(shortId: $s) { trail(first: 100) { edges { node { act by fields } } } } }"
    trail = (await ana.ask(asked, s=near["case"]["shortId"]))["case"]["trail"]["edges"]
    assert [edge["node"]["fields"] for edge in trail if edge["node"]["by"] == "a date checker"] == [
        ["detainees.a_numbers", "detainees.country_of_birth", "detainees.name_letters", "hearings.slot"]
    ]

    town.clock.forward(hours=4)
    left_open = await phone.press("next")
    unknown = await phone.http.get("/c/" + "x" * 43)
    assert (left_open.status_code, left_open.text) == (404, unknown.text) and phone.stage == "over"
    assert (await phone.look()).status_code == 404


async def test_not_found_is_a_task_and_not_getting_through_is_nothing(town: Town) -> None:
    ana = await town.signed_in(ANA)
    one, two, three = await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-03T09:00", "2026-12-04T09:00")
    ana = await volunteers.later(town)
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


async def test_looking_changes_nothing(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    started = await volunteers.start(town, await volunteers.later(town))
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


async def test_one_item_at_a_time_also_when_asked_many_times_at_once(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-03T09:00", "2026-12-04T09:00")
    ana = await volunteers.later(town)
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
    ana = await volunteers.later(town)
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
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana, ben = await volunteers.later(town), await town.signed_in("coordinator@other.test")
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
    assert mine.stage == "item"


async def test_in_spanish(town: Town) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town), language="es"))
    assert "Mostrarme la siguiente fecha" in phone.seen[-1].text
    await phone.press("next")
    page = phone.seen[-1]
    assert "miércoles, 2 de diciembre de 2026" in page.text and page.headers["content-language"] == "es"
    wrong = await phone.press("heard", outcome="different", heard="2026-12-02T09:00")
    assert "Esa es la hora que tenemos" in wrong.text


async def test_hearing_the_same_wrong_time_again_is_one_task_and_another_time_another(town: Town) -> None:
    ana = await town.signed_in(ANA)
    (hearing,) = await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    for heard in ("2026-12-03T13:30", "2026-12-03T13:30", "2026-12-03T15:00"):
        ana = await volunteers.later(town)
        phone = await volunteers.at_work(town, await volunteers.start(town, ana))
        await phone.press("next")
        await phone.press("heard", outcome="different", heard=heard)
        town.clock.forward(hours=25)

    ana = await volunteers.later(town)
    tasks = (await ana.ask("{ tasks { edges { node { title raisedBy } } } }"))["tasks"]["edges"]
    times = [edge["node"]["title"] for edge in tasks if edge["node"]["raisedBy"] == "date_differs"]
    assert ["1:30 PM" in one for one in times] == [True, False] and len(times) == 2
    checks = (await ana.ask(CHECKS, id=hearing["id"]))["node"]["dateChecks"]
    assert [one["heard"] for one in checks] == ["2026-12-03T15:00", "2026-12-03T13:30", "2026-12-03T13:30"]


async def test_what_is_heard_while_two_cases_become_one_goes_with_the_hearing(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    (hearing,) = await volunteers.unchecked(town, ana, "2026-12-02T09:00")
    ana = await volunteers.later(town)
    kept = await steps.take_in_mateo(town, ana, aNumbers=["201345111"])
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    merged = await ana.do("mergeCases", keptCaseId=kept["id"], mergedCaseId=hearing["case"]["id"])
    assert merged["__typename"] == "MergeCasesPayload", merged
    await phone.look()
    assert "201 345 111" in phone.seen[-1].text

    await phone.press("heard", outcome="not_found")

    assert (await ana.ask(CHECKS, id=hearing["id"]))["node"]["dateChecks"][0]["outcome"] == "NOT_FOUND"
    tasks = (await ana.ask("{ tasks { edges { node { raisedBy case { id } } } } }"))["tasks"]["edges"]
    assert {"raisedBy": "date_not_found", "case": {"id": kept["id"]}} in [edge["node"] for edge in tasks]
    assert await ground.connection.fetchval(
        "select d.case_id = h.case_id from date_checks d join hearings h on h.id = d.hearing_id"
    )


async def test_whoever_collects_numbers_is_given_no_more_of_them(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    await volunteers.unchecked(town, ana, *(f"2026-12-0{day}T09:00" for day in range(1, 10)))
    ana = await volunteers.later(town)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana, hours=12))
    for _ in range(8):
        await phone.press("next")
        assert phone.stage == "item"
        await phone.press("heard", outcome="skipped")
    before = await every_row(ground)

    said = await phone.press("next")

    assert (said.status_code, phone.stage, "8 dates were left" in said.text) == (409, "ready", True)
    assert await every_row(ground) == before
    (shift,) = await volunteers.shifts(ana)
    assert (shift["given"], shift["checked"]) == (8, 0)
    town.clock.forward(hours=1)
    await phone.press("next")
    assert phone.stage == "item"

    await phone.press("heard", outcome="same")
    copied = await ground.connection.fetchval("select to_jsonb(d) from date_checks d where outcome = 'same'")
    await ground.connection.execute(
        "insert into date_checks select r.* from generate_series(1, 29) n,"
        " jsonb_populate_record(null::date_checks, $1 || jsonb_build_object('id', gen_random_uuid(), 'n', n)) r",
        copied,
    )
    said = await phone.press("next")
    assert (said.status_code, "30 dates within an hour" in said.text) == (409, True)


async def test_the_riskiest_comes_first_and_what_a_volunteer_heard_is_a_second_source(
    town: Town, ground: Ground
) -> None:
    ana = await town.signed_in(ANA)
    near, far = await volunteers.unchecked(town, ana, "2026-12-02T09:00", "2026-12-04T10:30")
    # The nearer one is a master hearing: the court's own page shows it. The other's client was moved since.
    await ground.connection.execute(
        "update occasions o set kind = 'master_hearing' from hearings h where h.occasion_id = o.id"
        " and o.starts_at < '2026-12-03'"
    )
    ana = await volunteers.later(town)
    for facility in ("PLYMOMA", "WINNCLA"):
        await ana.do("recordTransfer", caseId=far["case"]["id"], facilityId=town.facilities[facility],
                     source="LOCATOR", confidence="ONE_SOURCE")  # fmt: skip
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    assert "201 345 677" in phone.seen[-1].text

    asked = "query ($id: ID!) { node(id: $id) { ... on Hearing { confidence dateStanding state" \
            " dateSources { channel said person { name } shift { name } } } } }"  # fmt: skip
    assert (await ana.ask(asked, id=far["id"]))["node"]["dateStanding"] == "STALE"
    await phone.press("heard", outcome="same")

    found = (await ana.ask(asked, id=far["id"]))["node"]
    assert (found["confidence"], found["dateStanding"], found["state"]) == ("CONFIRMED", "TWO_SOURCE", "CONFIRMED")
    assert found["dateSources"] == [
        {"channel": "COURT_LINE", "said": "2026-12-04T10:30", "person": None, "shift": {"name": "Tomás Wexler"}},
        {"channel": "PRINTED_NOTICE", "said": "2026-12-04T10:30", "person": {"name": "Ana Okafor"}, "shift": None},
    ]
    # Taken back, it is one source again.
    await phone.press("take_back")
    assert (await ana.ask(asked, id=far["id"]))["node"]["confidence"] == "ONE_SOURCE"
    await phone.press("heard", outcome="same")
    await phone.press("next")
    assert "201 345 678" in phone.seen[-1].text and near["id"] != far["id"]
