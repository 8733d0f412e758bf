"""What a date checker promises, and what of a name they are shown."""

from __future__ import annotations

import hashlib

import pytest

from casework.date_checks import CURRENT, promise
from casework.language import LANGUAGES
from casework.names import needed_letters, suggest_public_name

#: Texts that volunteers have signed. One that differs from what stands here would be a text that nobody signed: add a
#: new one instead, and make it the current one.
SIGNED = {
    "2026-11/en": "866e48332970f772",
    "2026-11/es": "c7922193310bb540",
    "2026-11/pt": "37d7321d678e5a17",
    "2026-11/ht": "64ffb5a0cc89ced7",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promise_that_was_signed_is_never_written_anew(language: str) -> None:
    text = promise("Elm City Legal Aid", language)

    assert text.name == f"{CURRENT}/{language}"
    said = "\n".join((text.opening, *text.sentences))
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == SIGNED[text.name]
    assert said.count("Elm City Legal Aid") == 2 and "{" not in said


@pytest.mark.parametrize(
    ("legal_name", "letters"),
    [
        ("Mateo Rivera Cruz", "RIV CRU"),
        ("Luz Marina Peña Ortiz", "PEÑ ORT"),
        ("RIVERA CRUZ, Mateo", "RIV CRU"),
        ("Ana de la Cruz", "DE LA CRU"),
        ("Wei Li", "LI"),
        ("Pelé", "PEL"),
        ("", ""),
    ],
)
def test_of_a_name_the_first_three_letters_of_each_word_of_the_surname_and_nothing_else(
    legal_name: str, letters: str
) -> None:
    shown = needed_letters(legal_name)

    assert shown == letters
    assert all(len(word) <= 3 for word in shown.split())
    given = (suggest_public_name(legal_name) or "").split()[:1]
    assert not any(word[:3].upper() in shown.split() for word in given)
