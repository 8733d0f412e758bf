"""Case sheets and court lists: an accessible PDF with what the reader may see, and a word of it in the trail."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from api.nodes import key
from casework.prints import Part, Printed, pdf
from tests.api.filing import advocate, mateo
from tests.api.taking_away import confirm, take_away
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town


def read(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in read(content).pages)


def test_a_print_is_accessible_and_brings_its_fonts(clock: Clock) -> None:
    wicked = "#let x = 1; $y$ *bold* @a <b> \\ // /* [c]"
    made = pdf(
        Printed(
            language="es", title="Lista", parts=[Part(title="Día", head=["Uno"], widths=[1], rows=[[wicked], ["ñãèò"]])]
        ),
        clock(),
    )  # fmt: skip
    root: Any = read(made).trailer["/Root"]

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        "es", True, True,
    )  # fmt: skip
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    # What people typed is never read as markup.
    assert wicked in words(made).replace("\n", " ") and "ñãèò" in words(made)
    fonts: Any = [one.get_object() for page in read(made).pages for one in page["/Resources"]["/Font"].values()]
    assert fonts and all("Libertinus" in one["/BaseFont"] for one in fonts)
    assert made == pdf(
        Printed(
            language="es", title="Lista", parts=[Part(title="Día", head=["Uno"], widths=[1], rows=[[wicked], ["ñãèò"]])]
        ),
        clock(),
    )  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [("en", "Hearings ahead"), ("es", "Próximas audiencias")])
async def test_a_case_sheet_is_a_page_for_counsel_and_the_case_s_trail_says_so(
    town: Town, ground: Ground, language: str, said: str
) -> None:
    ana, luis, case_id = await mateo(town)
    await steps.schedule(town, ana, case_id)
    short_id = (await ana.ask("{ cases { edges { node { shortId } } } }"))["cases"]["edges"][0]["node"]["shortId"]

    answer = await take_away(town, luis, "case-sheet", shortId=short_id, language=language)

    assert answer.status_code == 200 and answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f'attachment; filename="{short_id}.pdf"'
    text = words(answer.content)
    assert said in text and "Mateo" in text and "Hon. Pat Doe" in text
    assert len(read(answer.content).pages) == 1
    (entry,) = await ground.connection.fetch("select * from audit_entries where act = 'case_sheet.printed'")
    assert (entry["case_id"], entry["actor_id"]) == (key("Case", case_id), town.staff["attorney@demo.test"])


async def test_an_advocate_and_a_stranger_print_no_case_sheet(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    noor, _ = await advocate(town, ana, case_id)
    ben = await town.signed_in("coordinator@other.test")
    short_id = (await ana.ask("{ cases { edges { node { shortId } } } }"))["cases"]["edges"][0]["node"]["shortId"]

    assert (await take_away(town, noor, "case-sheet", shortId=short_id)).status_code == 403
    assert (await take_away(town, ben, "case-sheet", shortId=short_id)).status_code == 404
    assert (await take_away(town, ana, "case-sheet", shortId="C-99999")).status_code == 404
    assert await ground.connection.fetchval("select count(*) from audit_entries where act = 'case_sheet.printed'") == 0


async def test_a_court_list_has_a_page_a_day_in_the_court_s_time(town: Town, ground: Ground) -> None:
    ana, _, case_id = await mateo(town)
    await steps.schedule(town, ana, case_id, "2026-12-09T23:30")

    answer = await take_away(town, ana, "court-list", **{"from": "2026-12-08", "days": 3})

    pages = [page.extract_text() for page in read(answer.content).pages]
    assert len(pages) == 3
    assert ["11:30" in page for page in pages] == [False, True, False]
    assert "Mateo" in pages[1] and "No hearing." in pages[0] and "No hearing." in pages[2]
    (entry,) = await ground.connection.fetch("select * from audit_entries where act = 'court_list.printed'")
    assert entry["after"] == '{"kind": "named", "records": 3}'


async def test_a_list_for_a_door_names_nobody(town: Town) -> None:
    ana, luis, case_id = await mateo(town)
    await steps.represent(town, ana, luis, case_id)
    await steps.schedule(town, ana, case_id, "2026-12-09T09:00")
    named = words((await take_away(town, ana, "court-list", **{"from": "2026-12-09"})).content)
    assert "Mateo" in named and "C-1" in named and "Luis" in named

    public = words((await take_away(town, ana, "court-list", **{"from": "2026-12-09", "named": False})).content)
    assert "9:00" in public and "No names are on this list." in public
    assert [one for one in ("Mateo", "C-1", "Luis", "Doe") if one in public] == []


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"from": "tomorrow"}, 400), ({"from": "2026-12-09", "days": 15}, 422),
        ({"from": "2026-12-09", "days": 0}, 422), ({"from": "9999-12-31"}, 400), ({"from": "0001-01-01"}, 400),
        ({"from": "2026-12-09", "days": "7"}, 400), ({"from": "2026-12-09", "named": "no"}, 400),
        ({"from": "2026-12-09", "language": "xx"}, 400),
    ],
)  # fmt: skip
async def test_a_list_that_can_t_be_read_is_refused(town: Town, ground: Ground, given: Any, status: int) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    assert (await take_away(town, ana, "court-list", **given)).status_code == status
    assert await ground.connection.fetchval("select count(*) from audit_entries where act = 'court_list.printed'") == 0


async def test_names_on_paper_are_an_export_whoever_prints_them_proves_that_it_is_them(
    town: Town, ground: Ground, clock: Clock
) -> None:
    ana, _, case_id = await mateo(town)
    await steps.schedule(town, ana, case_id, "2026-12-09T09:00")
    clock.forward(minutes=11)

    refused = await take_away(town, ana, "court-list", **{"from": "2026-12-09"})
    assert (refused.status_code, refused.json()["kind"]) == (403, "ConfirmFirst")
    assert await ground.connection.fetchval("select count(*) from audit_entries where act = 'court_list.printed'") == 0
    # What hangs at a door takes nothing away.
    assert (await take_away(town, ana, "court-list", **{"from": "2026-12-09", "named": False})).status_code == 200

    await confirm(ana)
    assert "Mateo" in words((await take_away(town, ana, "court-list", **{"from": "2026-12-09"})).content)


async def test_an_advocate_prints_no_court_list(town: Town) -> None:
    noor = await town.signed_in("advocate@demo.test")
    given = {"organizationId": town.organizations["harbor"], "from": "2026-12-09"}
    assert (await noor.http.post("/exports/court-list", json=given)).status_code == 403
