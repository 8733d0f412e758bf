"""Cases and hearings taken away as a table: what is in it, for whom, and what the trail says of it."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from api.exported import CASES, HEARINGS
from api.nodes import key
from tests.access.test_refusals_change_nothing import every_row
from tests.api.filing import advocate, mateo
from tests.api.taking_away import confirm, take_away
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town


def rows(text: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


async def test_the_board_s_cases_are_a_table_that_says_what_the_page_says(town: Town) -> None:
    ana, _, case_id = await mateo(town)
    hearing = await steps.schedule(town, ana, case_id)
    page = (await ana.ask("{ cases { edges { node { shortId client { publicName legalName } } } } }"))["cases"]["edges"]

    answer = await take_away(town, ana, "cases", format="csv")

    assert answer.status_code == 200 and hearing
    assert answer.headers["content-disposition"].startswith('attachment; filename="cases-20')
    found = rows(answer.content)
    assert [(row["Case"], row["Client"], row["Legal name"]) for row in found] == [
        (one["node"]["shortId"], one["node"]["client"]["publicName"], one["node"]["client"]["legalName"])
        for one in page
    ]
    assert list(found[0]) == [str(one.heading) for one in CASES.values()]
    assert found[0]["Next hearing"] and found[0]["Time zone"].startswith("America/")


@pytest.mark.parametrize("form", ["xlsx", "json"])
async def test_other_forms_hold_the_chosen_columns_alone(town: Town, form: str) -> None:
    ana, _, _ = await mateo(town)
    answer = await take_away(town, ana, "cases", format=form, columns=["name", "number"])

    assert answer.status_code == 200
    if form == "json":
        assert [list(row) for row in answer.json()] == [["name", "number"]]
    else:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert sheet[0] == ["Client", "Case"] and len(sheet) == 2


async def test_a_filter_holds_and_the_words_are_the_reader_s(town: Town) -> None:
    ana, _, _ = await mateo(town)
    ana.http.headers["accept-language"] = "es"
    assert rows((await take_away(town, ana, "cases", format="csv", filter={"stages": ["CLOSED"]})).content) == []
    (found,) = rows((await take_away(town, ana, "cases", format="csv", filter={"withoutCounsel": True})).content)
    assert found["Etapa"] == "Ingreso"


async def test_the_trail_says_who_took_how_much_and_every_case_who_saw_it(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    before = await ground.connection.fetchval("select max(seq) from audit_entries")

    await take_away(
        town, ana, "cases", format="csv", columns=["number", "legalName"], filter={"search": "Mateo Rivera"}
    )

    entries = await ground.connection.fetch("select * from audit_entries where seq > $1 order by seq", before)
    viewed = [one for one in entries if one["act"] == "viewed" and one["case_id"] == key("Case", case_id)]
    (exported,) = [one for one in entries if one["act"] == "cases.exported"]
    assert viewed and all('"door": "export"' in one["after"] for one in viewed)
    assert exported["actor_id"] == town.staff["coordinator@demo.test"]
    # Whom somebody searched for is no business of the organization's trail.
    assert exported["after"] == '{"kind": "csv; search; 2 columns", "records": 1}'
    seen = (await ana.ask("query ($id: ID!) { whoSaw(recordId: $id) { by door } }", id=case_id))["whoSaw"]
    assert "EXPORT" in {one["door"] for one in seen}


async def test_an_advocate_and_another_organization_take_nothing_away(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    noor, _ = await advocate(town, ana, case_id)
    ben = await town.signed_in("coordinator@other.test")
    noors = town.organizations["harbor"]
    before = await every_row(ground)

    for seat, organization, status in (
        (noor, noors, 403), (noor, town.organizations["elm-city"], 404), (ben, town.organizations["elm-city"], 404),
    ):  # fmt: skip
        for what in ("cases", "hearings"):
            given = {"organizationId": organization, "from": "2026-11-01T00:00:00Z", "until": "2027-01-01T00:00:00Z"}
            answer = await seat.http.post(f"/exports/{what}", json={"format": "csv", **given})
            assert answer.status_code == status, (what, answer.text)
    theirs = await ben.http.post(
        "/exports/cases", json={"format": "csv", "organizationId": town.organizations["shoreline"]}
    )
    assert rows(theirs.content) == []

    after = await every_row(ground)
    assert {name for name in after if after[name] != before[name]} <= {"audit_entries", "sessions"}


async def test_whoever_has_not_proved_lately_that_it_is_them_is_asked_first(town: Town, clock: Clock) -> None:
    ana, _, _ = await mateo(town)
    clock.forward(minutes=11)

    refused = await take_away(town, ana, "cases", format="csv")
    assert (refused.status_code, refused.json()["kind"]) == (403, "ConfirmFirst")

    await confirm(ana)
    assert (await take_away(town, ana, "cases", format="csv")).status_code == 200


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"format": "ods"}, 400),
        ({"format": "csv", "columns": ["name", "password"]}, 422),
        ({"format": "csv", "columns": ["name", "name"]}, 422),
        ({"format": "csv", "columns": "name"}, 400),
        ({"format": "csv", "filter": {"secret": 1}}, 422),
        ({"format": "csv", "filter": {"stages": ["NOWHERE"]}}, 422),
        ({"format": "csv", "filter": "stage"}, 422),
        ({"format": "csv", "filter": {"coordinatorId": "nobody"}}, 404),
    ],
)
async def test_what_can_t_be_read_is_told_and_nothing_is_taken(
    town: Town, ground: Ground, given: dict[str, Any], status: int
) -> None:
    ana, _, _ = await mateo(town)
    before = await ground.connection.fetchval("select count(*) from audit_entries where act = 'cases.exported'")
    answer = await take_away(town, ana, "cases", **given)

    assert (answer.status_code, answer.json()["message"] != "") == (status, True)
    after = await ground.connection.fetchval("select count(*) from audit_entries where act = 'cases.exported'")
    assert after == before


async def test_cases_somebody_looks_after_are_taken_away_as_the_board_shows_them(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    looks_after = {"coordinatorId": town.person("coordinator@demo.test")}
    await ana.do("takeInCase", organizationId=town.organizations["elm-city"], legalName="Noé Paz", publicName="Noé P.")
    board = "query ($filter: CaseFilter) { cases(filter: $filter) { edges { node { shortId } } } }"
    for wanted in (looks_after, {"coordinatorId": town.person("attorney@demo.test")}):
        shown = [one["node"]["shortId"] for one in (await ana.ask(board, filter=wanted))["cases"]["edges"]]
        taken = rows((await take_away(town, ana, "cases", format="csv", columns=["number"], filter=wanted)).content)
        assert [row["Case"] for row in taken] == shown and case_id
    after = await ground.connection.fetch("select after from audit_entries where act = 'cases.exported' order by seq")
    assert {one["after"].split(";")[1] for one in after} == {" coordinatorId"}


@pytest.mark.parametrize("given", [{"secret": 1}, "stage", {"kinds": ["NOWHERE"]}])
async def test_a_filter_that_can_t_be_read_is_refused_in_the_reader_s_language(
    town: Town, ground: Ground, given: Any
) -> None:
    ana, _, _ = await mateo(town)
    ana.http.headers["accept-language"] = "es"
    stretch = {"from": "2026-12-01T00:00:00Z", "until": "2027-01-15T00:00:00Z"}
    for what in ("cases", "hearings"):
        refused = await take_away(town, ana, what, format="csv", filter=given, **stretch)
        assert (refused.status_code, refused.json()["field"]) == (422, "filter")
        assert refused.json()["message"] == "Este filtro no se puede leer. Quite una parte."
    assert not await ground.connection.fetchval("select count(*) from audit_entries where act like '%.exported'")


async def test_more_cases_than_one_page_come_each_once(town: Town) -> None:
    ana, _, _ = await mateo(town)
    for number in range(104):
        await ana.do(
            "takeInCase",
            organizationId=town.organizations["elm-city"],
            legalName=f"Person {chr(65 + number % 26)}{number}",
            publicName=f"Person {number}",
        )
    found = (await take_away(town, ana, "cases", format="json", columns=["number"])).json()

    assert len(found) == 105 == len({one["number"] for one in found})


async def test_hearings_are_in_the_time_of_their_place_and_cancelled_ones_are_left_out(town: Town) -> None:
    ana, _, case_id = await mateo(town)
    hearing = await steps.schedule(town, ana, case_id, "2026-12-09T13:30")
    given = {"format": "csv", "from": "2026-12-01T00:00:00Z", "until": "2027-01-15T00:00:00Z"}
    (found,) = rows((await take_away(town, ana, "hearings", **given)).content)
    assert list(found) == [str(one.heading) for one in HEARINGS.values()]
    assert found["Date and time"] == "2026-12-09 13:30"

    await ana.do("cancelHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"])
    assert rows((await take_away(town, ana, "hearings", **given)).content) == []
    refused = await take_away(town, ana, "hearings", **{**given, "until": "2028-01-15T00:00:00Z"})
    assert (refused.status_code, refused.json()["field"]) == (422, "until")


async def test_hearings_are_taken_away_under_the_calendar_s_filters(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    await steps.schedule(town, ana, case_id, "2026-12-09T13:30")
    given = {"format": "csv", "from": "2026-12-01T00:00:00Z", "until": "2027-01-15T00:00:00Z"}
    elsewhere = next(court for name, court in town.courts.items() if name != "HAR")
    for wanted, count in (
        ({"courtId": town.courts["HAR"], "mine": False, "attorneyId": None}, 1),
        ({"courtId": elsewhere}, 0),
        ({"caseId": case_id}, 1),
        ({"kinds": ["BOND_HEARING"]}, 1),
        ({"kinds": ["MASTER_HEARING"]}, 0),
        ({"unconfirmed": True}, 0),
    ):
        taken = await take_away(town, ana, "hearings", **given, filter=wanted)
        assert taken.status_code == 200, taken.text
        assert len(rows(taken.content)) == count, wanted
    told = await ground.connection.fetch("select after from audit_entries where act = 'hearings.exported' order by seq")
    # That somebody looked for one court is in the trail, and which is not.
    assert '"csv; 2026-12-01 to 2027-01-15, courtId; ' in told[0]["after"]


@pytest.mark.parametrize(("start", "until"), [("9999-12-25", "9999-12-31"), ("0001-01-01", "0001-01-09")])
async def test_days_that_no_calendar_holds_are_refused(town: Town, ground: Ground, start: str, until: str) -> None:
    ana, _, _ = await mateo(town)
    given = {"format": "csv", "from": f"{start}T00:00:00Z", "until": f"{until}T00:00:00Z"}

    assert (await take_away(town, ana, "hearings", **given)).status_code == 400
    assert await ground.connection.fetchval("select count(*) from audit_entries where act = 'hearings.exported'") == 0
