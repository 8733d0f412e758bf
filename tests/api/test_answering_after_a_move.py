"""The answer page after the date moved: the letter's button says "I have seen it", so the page must take that yes."""

from __future__ import annotations

from tests.api.test_stopping_mail import invited_mayor, move
from tests.town import Town

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
