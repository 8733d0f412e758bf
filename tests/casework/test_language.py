"""What the house says: every sentence stands in the catalogue with its Spanish, and nothing else does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from inspect import cleandoc
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from casework import refusals, times
from casework.language import LANGUAGES, OWN_NAMES, Sentence, speaks, spoken
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotPermitted
from casework.settings import ROOT
from tests.casework.sayings import AT_A_TERMINAL, of_templates, said_in


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence of the sources, and where it stands."""
    for folder in ("casework", "api"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if not name.startswith("casework/language/") and name != AT_A_TERMINAL:
                yield from said_in(ast.parse(path.read_text()), name)
    yield from of_templates()
    yield refusals.NotPermitted().who.words, "casework/refusals.py"  # type: ignore[attr-defined]
    for refusal in refusals.Refusal.__subclasses__():
        if refusal.__module__ == "casework.refusals" and not refusal.__name__.startswith("_"):
            yield cleandoc(refusal.__doc__ or "").split("\n\n")[0].replace("\n", " "), "casework/refusals.py"


def catalogue(language: str) -> dict[str, str]:
    with (ROOT / "casework" / "language" / f"{language}.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, abort_invalid=True) if entry.id}


BLANK = re.compile(r"\{\w+\}")


def blanks(words: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(words) if field is not None}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_sentence_of_the_house_has_its_words_in_the_catalogue_and_no_others_stand_there(language: str) -> None:
    written, known = dict(sentences()), catalogue(language)
    assert {words: where for words, where in written.items() if not known.get(words)} == {}
    assert sorted(words for words in known if words not in written) == []
    assert len(written) > 150


def test_what_has_no_words_in_a_language_is_said_whole_in_english() -> None:
    day = partial(times.day, date(2026, 12, 25))
    sentence = Sentence("{day} is said by nobody here.", day=day)

    # Whole: a Portuguese day within English words helps nobody.
    assert sentence.said("pt-BR") == sentence.said("ht") == sentence
    assert Sentence("Will you come?").said("pt-BR") == "Você virá?"
    assert Sentence("Will you come?").said("CRE") == "Èske w ap vini?"


def test_a_language_is_known_by_its_tag_and_by_the_courts_code() -> None:
    assert [spoken(tag) for tag in ("pt-BR", "ht", "POR", "CRE", "SP", "quc")] == ["pt", "ht", "pt", "ht", "es", "en"]
    assert speaks("pt") == "pt" and speaks("quc") is None
    assert tuple(OWN_NAMES) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_translation_has_the_blanks_of_its_sentence_and_ends_like_it(language: str) -> None:
    for words, translated in catalogue(language).items():
        assert blanks(words) == blanks(translated), words
        assert not words.endswith((".", "?", ":")) or translated[-1] == words[-1], words
        assert "  " not in translated and translated.strip() == translated, words
        # "{case}: {what}" is all blanks, and what stands between them is in no language.
        assert translated != words or not any(letter.isalpha() for letter in BLANK.sub("", words)), words


def test_a_sentence_is_english_as_text_and_speaks_the_language_it_is_asked_for() -> None:
    holiday = times.federal_holiday(date(2026, 12, 25))
    day = partial(times.day, date(2026, 12, 25))
    sentence = Sentence("{day} is a federal holiday ({holiday}). Check the notice.", day=day, holiday=holiday)

    assert sentence == "December 25 is a federal holiday (Christmas Day). Check the notice."
    assert sentence.said("es-MX") == "El 25 de diciembre es feriado federal (Navidad). Revise el aviso."
    assert sentence.said("quc") == sentence
    assert [spoken(tag) for tag in ("es", "ES_us", "en-GB", "quc", "")] == ["es", "es", "en", "en", "en"]
    # As the court writes it on a notice.
    assert [spoken(code) for code in ("SP", "ENG", "sp", "POR")] == ["es", "en", "es", "pt"]


def test_a_value_is_never_read_as_a_blank() -> None:
    refusal = Invalid("email", '"{text}" is not an e-mail address.', text="{slug}@x {0}")
    assert refusal.message == '"{slug}@x {0}" is not an e-mail address.'
    assert refusal.said("es") == "«{slug}@x {0}» no es una dirección de correo electrónico."
    assert Invalid("search", "Braces {} of nobody").message == "Braces {} of nobody"


def test_a_refusal_is_said_whole_in_the_readers_language() -> None:
    assert NotAllowedByState("This case is already closed.").said("es") == "Este caso ya está cerrado."
    assert NotPermitted().said("es") == (
        "Su función aquí no le permite hacer esto. Consulte con la persona que coordina el caso."
    )
    missing = NotCleared(
        [
            Sentence("The client has not agreed {to_what} with a photo.", to_what=Sentence("that the press be told")),
            Sentence("Publish the action first: then people can be asked."),
        ]
    )
    assert missing.message == (
        "Not yet okay to share: The client has not agreed that the press be told with a photo. "
        "Publish the action first: then people can be asked."
    )
    assert missing.said("es") == (
        "Todavía no se puede compartir: El cliente no ha aceptado que se informe a la prensa con una foto. "
        "Primero publique la acción: después podrá invitar a personas."
    )
