"""The client's statement says what is so: in their language, until which day, and as whom somebody looked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.access.leaking import the_case
from tests.access.test_links import asked, their_link
from tests.journeys import steps, volunteers
from tests.lived_in import town as town
from tests.town import Seat, Town

ANA, LUIS = "coordinator@demo.test", "attorney@demo.test"
STATEMENT = "statement { language clientsLanguage inClientsLanguage parts { title lines } }"
WHO_SAW = "query ($id: ID) { whoSaw(recordId: $id) { by organization door } }"


async def statement(seat: Seat, case_id: str, **more: Any) -> Any:
    made = await seat.do("makeClientStatement", STATEMENT, caseId=case_id, **more)
    assert made["__typename"] == "MakeClientStatementPayload", made
    return made["statement"]


@pytest.mark.parametrize(
    ("held", "asked_for", "language", "theirs"),
    [
        ("SP", None, "es", True),
        ("es-GT", None, "es", True),
        ("SP", "en", "en", False),
        ("ENG", None, "en", True),
        ("quc", None, "en", False),
        (None, None, "en", False),
    ],
)
async def test_it_is_in_the_clients_language_by_the_courts_code_too(
    town: Town, held: str | None, asked_for: str | None, language: str, theirs: bool
) -> None:
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(
        town, ana, aNumbers=[], legalName="Teodora Quispe", publicName="Teodora Q.", language=held
    )

    made = await statement(ana, case["id"], language=asked_for)

    assert (made["language"], made["clientsLanguage"], made["inClientsLanguage"]) == (language, held, theirs)
    assert made["parts"][0]["title"] == {"es": "Lo que usted ha aceptado", "en": "What you have agreed to"}[language]


async def test_a_consent_ends_on_paper_on_the_day_that_was_agreed_with_its_year(town: Town) -> None:
    ana, case, _ = await the_case(town)

    english = (await statement(ana, case["id"], language="en"))["parts"][0]["lines"]
    spanish = (await statement(ana, case["id"]))["parts"][0]["lines"]

    assert len(english) == 2
    assert all(one.endswith("Given on November 23, 2026; its last day is May 31, 2027.") for one in english)
    assert all(
        one.endswith("Dado el 23 de noviembre de 2026; su último día es el 31 de mayo de 2027.") for one in spanish
    )


@pytest.mark.parametrize("who", [ANA, LUIS, "admin@demo.test"])
async def test_nobody_is_of_the_organization_whose_address_book_they_stand_in(town: Town, who: str) -> None:
    ana, case, _ = await the_case(town)
    phone, vigil = await town.nobody(), case["actions"][0]["occasion"]["id"]
    await phone.get((await asked(town, ana, vigil, "Olga Ortiz"))[1])
    mayor = await steps.add(
        town, ana, "elm-city", "OFFICIAL", "Harold Baines", "harold@asked.example", office="Mayor of Elm City"
    )
    await ana.do("invite", occasionId=vigil, personIds=[mayor])
    await phone.get(await their_link(town, "harold@asked.example"))
    seat = await town.signed_in(who)

    seen = (await seat.ask(WHO_SAW, id=case["id"]))["whoSaw"]

    by = {(one["by"], one["door"]): one["organization"] for one in seen}
    assert by["Harold Baines", "LINK"] == "Mayor of Elm City" and by["Olga Ortiz", "LINK"] == "a supporter"
    assert by["Ana Okafor", "PAGE"] == "Elm City Legal Aid"
    lines = (await statement(ana, case["id"]))["parts"][1]["lines"]
    said = {one.partition(":")[0] for one in lines}
    assert {
        "Harold Baines (Mayor of Elm City), por un enlace", "Olga Ortiz (alguien que apoya), por un enlace",
        "Ana Okafor (Elm City Legal Aid), en la página",
    } <= said  # fmt: skip


@pytest.mark.parametrize("who", [ANA, LUIS, "admin@demo.test"])
async def test_a_date_checker_is_one_and_nobody_who_is_gone(town: Town, who: str) -> None:
    ana, case, _ = await the_case(town)
    town.clock.forward(hours=36)
    ana = await town.signed_in(ANA)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    assert phone.stage == "item"
    seat = await town.signed_in(who)

    seen = (await seat.ask(WHO_SAW, id=case["id"]))["whoSaw"]

    assert ("a date checker", None, "LINK") in [(one["by"], one["organization"], one["door"]) for one in seen]
    assert "someone no longer here" not in [one["by"] for one in seen]
    lines = (await statement(ana, case["id"]))["parts"][1]["lines"]
    assert [one for one in lines if one.startswith("alguien que verifica fechas, por un enlace: ")]
    assert "Wexler" not in "".join(lines)


__all__ = ["town"]
