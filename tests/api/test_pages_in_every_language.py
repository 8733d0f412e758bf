"""Pages behind links are whole in each language of letters: no English is left between."""

from __future__ import annotations

import re
from html import unescape

import pytest

from casework.language import LANGUAGES, OWN_NAMES
from tests.api.test_stopping_mail import invited_mayor, move
from tests.casework.sayings import of_templates
from tests.town import Town

OTHERS = [language for language in LANGUAGES if language != "en"]


def english_left(page: str) -> set[str]:
    """The English sentences of the templates that the page shows, as whole pieces of text."""
    shown = {" ".join(unescape(piece).split()) for piece in re.findall(r">([^<>]+)<", page)}
    return {words for words, _ in of_templates()} & shown


@pytest.mark.parametrize("language", OTHERS)
async def test_an_answer_page_is_whole_in_each_language_through_all_it_can_show(town: Town, language: str) -> None:
    ana, hearing, stop = await invited_mayor(town)
    address = stop.removesuffix("/stop")
    nobody = await town.nobody()
    assert len(english_left((await nobody.get(address)).text)) > 8

    asked = await nobody.get(f"{address}?lang={language}")
    too_many = await nobody.post(address, data={"answer": "coming", "party": "99", "language": language})
    await nobody.post(address, data={"answer": "coming", "party": "2", "language": language})
    answered = await nobody.get(f"{address}?lang={language}")
    await move(town, ana, hearing, "2026-12-01T09:00")
    moved = await nobody.get(f"{address}?lang={language}")
    confirm_stop = await nobody.get(f"{stop}?lang={language}")
    stopped = await nobody.post(stop, data={"language": language})

    assert too_many.status_code == 422
    for page in (asked, too_many, answered, moved, confirm_stop, stopped):
        assert english_left(page.text) == set()
        assert f'<html lang="{language}">' in page.text and page.headers["content-language"] == language
        assert "{" not in page.text and "Between 1" not in page.text
    # And from each to all the others.
    for code, name in OWN_NAMES.items():
        assert (f'hreflang="{code}">{name}</a>' in asked.text) is (code != language)


@pytest.mark.parametrize("language", OTHERS)
async def test_where_there_is_nothing_it_is_said_in_the_browsers_language(town: Town, language: str) -> None:
    nobody = await town.nobody()
    for path in ("/a/" + "x" * 43, "/c/" + "x" * 43):
        page = await nobody.get(path, headers={"accept-language": f"{language};q=0.9, de"})
        assert page.status_code == 404 and page.headers["content-language"] == language
        assert english_left(page.text) == set()


@pytest.mark.parametrize(
    ("language", "said"),
    [("pt", "A data mudou e agora é MAIS CEDO. Nova: terça-feira, 1 de dezembro de 2026, às 9:00 AM (hora do Leste)."),
     ("ht", "Dat la chanje epi kounye a li PI BONÈ. Nouvo: madi 1ye desanm 2026, a 9:00 AM (lè Lès).")],
)  # fmt: skip
async def test_a_move_is_said_in_portuguese_and_creole(town: Town, language: str, said: str) -> None:
    ana, hearing, stop = await invited_mayor(town)
    await move(town, ana, hearing, "2026-12-01T09:00")
    page = await (await town.nobody()).get(f"{stop.removesuffix('/stop')}?lang={language}")
    assert said in " ".join(page.text.split())


async def test_a_person_is_written_to_in_one_of_four_languages_and_in_no_other(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    given = {"organizationId": town.organizations["elm-city"], "kind": "SUPPORTER", "email": "jan@example.test"}
    refused = await ana.do("addPerson", **given, name="Jean Baptiste", language="fr")
    assert refused["message"] == "Letters go out in en, es, pt, ht. Choose one of them."
    for language, name in zip(
        LANGUAGES, ("Grace Whitfield", "Inés Quiroga", "João Prado", "Wideline Pierre"), strict=True
    ):
        added = await ana.do(
            "addPerson",
            **given | {"email": f"{name.split()[1].lower()}@{language}.example"},
            name=name,
            language=language,
        )
        assert added["__typename"] == "AddPersonPayload", added
