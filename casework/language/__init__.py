"""What the house says to people, in their language.

A sentence is written once, in English, where it is said, with its values as named blanks. Its Spanish stands in
``es.po`` beside this module, under the English words, so that whoever translates sees sentences and no code. A test
reads the sources: a sentence without its Spanish fails, and so does Spanish that nobody says any more.

Letters are prose and have files of their own (``casework.letters``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

#: Languages the house speaks and writes letters in. The first is the one its sentences are written in.
LANGUAGES = ("en", "es")

#: The courts' codes for them, which stand on a notice and so in the record (EOIR, tblLanguage).
_COURT_CODES = {"eng": "en", "sp": "es"}

#: A value that reads differently in each language, such as a day: made when it is said.
InLanguage = Callable[[str], str]


class Sentence(str):
    """A sentence of the house. As text it is English; :meth:`said` says it in another language.

    ``Sentence("The year {year} looks like a slip.", year=2206)``. Values are text, numbers, other sentences, or
    functions of the language.
    """

    words: str
    values: dict[str, Any]

    def __new__(cls, words: str, /, **values: Any) -> Sentence:
        sentence = super().__new__(cls, _filled(words, values, LANGUAGES[0]))
        sentence.words, sentence.values = words, values
        return sentence

    def about(self, **values: Any) -> Sentence:
        """The same sentence with its blanks filled in."""
        return Sentence(self.words, **values)

    def said(self, language: str) -> str:
        """The sentence in the language of this BCP 47 tag; in English when we have no words in it."""
        language = spoken(language)
        return _filled(_catalogue(language).get(self.words, self.words), self.values, language)


def spoken(language: str) -> str:
    """The language we answer in when asked for this BCP 47 tag, or court's code: one the house speaks, else English."""
    return speaks(language) or LANGUAGES[0]


def speaks(language: str) -> str | None:
    """The same, and None when the house has no words in it."""
    first = language.strip().lower().replace("_", "-").split("-")[0]
    first = _COURT_CODES.get(first, first)
    return first if first in LANGUAGES else None


def _filled(words: str, values: dict[str, Any], language: str) -> str:
    if not values:
        return words
    return words.format(**{name: _value(value, language) for name, value in values.items()})


def _value(value: Any, language: str) -> Any:
    if isinstance(value, Sentence):
        return value.said(language)
    return value(language) if callable(value) else value


@cache
def _catalogue(language: str) -> dict[str, str]:
    if language == LANGUAGES[0]:
        return {}
    with (Path(__file__).parent / f"{language}.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale=language) if entry.id}
