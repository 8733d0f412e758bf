"""The answer page after the date moved: the letter's button says "I have seen it", so the page must take that yes."""

from __future__ import annotations

import re

from tests.api.test_stopping_mail import invited_mayor, move
from tests.town import Town

ACTION = "{ cases { edges { node { actions { id revision title } } } } }"
PRESSED = 'aria-pressed="true"'


async def test_an_answer_to_the_old_date_is_not_taken_for_one_to_the_new(town: Town) -> None:
    ana, hearing, stop = await invited_mayor(town)
    address = stop.removesuffix("/stop")
    nobody = await town.nobody()
    await nobody.post(address, data={"answer": "coming", "party": "1"})
    assert PRESSED in (await nobody.get(address)).text
    await move(town, ana, hearing)

    moved = await nobody.get(address)

    assert "Can you come on the new date?" in moved.text
    assert "For the old date you answered: “I am coming”." in " ".join(moved.text.split())
    assert PRESSED not in moved.text and "You are coming. Thank you." not in moved.text

    await nobody.post(address, data={"answer": "coming", "party": "1"})
    answered = await nobody.get(address)
    assert "You are coming. Thank you." in answered.text and PRESSED in answered.text
    assert "The date has moved." not in answered.text


async def test_after_a_move_the_page_asks_in_spanish_too(town: Town) -> None:
    ana, hearing, stop = await invited_mayor(town)
    address = stop.removesuffix("/stop")
    nobody = await town.nobody()
    await nobody.post(address, data={"answer": "maybe"})
    await move(town, ana, hearing)

    moved = await nobody.get(f"{address}?lang=es")

    assert "¿Puede venir en la nueva fecha?" in moved.text and "respondió: “Quizás”." in moved.text


async def test_the_page_names_the_court_as_the_letter_does(town: Town) -> None:
    _, _, stop = await invited_mayor(town)
    nobody = await town.nobody()

    shown = await nobody.get(stop.removesuffix("/stop"))

    assert "Hartford Immigration Court" in shown.text
    # The judge and the room of the hearing are the legal team's.
    assert "Pat Doe" not in shown.text


def status(page: str) -> str:
    """What a screen reader says of the page by itself."""
    found = re.search(r'role="status">(.*?)</p>', page, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


async def test_the_old_date_is_called_old_and_stands_beside_the_new_one(town: Town) -> None:
    ana, hearing, stop = await invited_mayor(town)
    address = stop.removesuffix("/stop")
    nobody = await town.nobody()
    await move(town, ana, hearing)

    english = status((await nobody.get(address)).text)
    spanish = status((await nobody.get(f"{address}?lang=es")).text)

    assert english == (
        "The date has moved. New: Friday, December 4, 2026, 1:30 PM Eastern Time. "
        "Old, no longer true: Wednesday, December 2, 2026, 9:00 AM Eastern Time"
    )
    assert spanish == (
        "La fecha cambió. Nueva: viernes, 4 de diciembre de 2026, a la 1:30 p.m. (hora del Este). "
        "La anterior, que ya no vale: miércoles, 2 de diciembre de 2026, a las 9:00 a.m. (hora del Este)"
    )


async def test_an_earlier_date_is_said_to_be_earlier(town: Town) -> None:
    ana, hearing, stop = await invited_mayor(town)
    address = stop.removesuffix("/stop")
    nobody = await town.nobody()
    await move(town, ana, hearing, "2026-12-01T09:00")

    english = status((await nobody.get(address)).text)
    spanish = status((await nobody.get(f"{address}?lang=es")).text)

    assert english.startswith("The date has moved and is now EARLIER. New: Tuesday, December 1, 2026, ")
    assert spanish.startswith("La fecha cambió y ahora es ANTES. Nueva: martes, 1 de diciembre de 2026, ")


async def test_another_place_at_the_same_hour_is_no_new_date(town: Town) -> None:
    ana, _, stop = await invited_mayor(town)
    nobody = await town.nobody()
    found = (await ana.ask(ACTION))["cases"]["edges"][0]["node"]["actions"][0]
    revised = await ana.do(
        "reviseAction", actionId=found["id"], expectedRevision=found["revision"], placeName="The green",
        placeCity="New Haven",
    )  # fmt: skip
    assert revised["__typename"] == "ReviseActionPayload", revised
    await town.deliver()

    page = (await nobody.get(stop.removesuffix("/stop"))).text

    assert status(page) == "The time stands. Where or how has changed."
    assert "no longer true" not in page and "Can you come on the new date?" not in page
