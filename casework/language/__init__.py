"""What the house says to people, in their language.

A sentence is written once, in English, where it is said, with its values as named blanks. Its other words stand in
catalogues beside this module, under the English ones, so that whoever translates sees sentences and no code. A test
reads the sources: a sentence without its Spanish fails, and so does Spanish that nobody says any more.

Everything is said in all four: the page that people sign in to, letters, calendars and the pages behind links. Only
the law and the courts' codes stand in English and Spanish alone: in a third language they would be our own translation
of a law. Whatever has no words in a language is said in English, whole.

No native speaker has reviewed the Spanish, the Portuguese or the Creole yet.

Letters are prose and have files of their own (``casework.letters``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

#: The first is the one the sentences are written in.
LANGUAGES = ("en", "es", "pt", "ht")
#: What the law and the courts' codes are kept in.
LAW_SPEAKS = ("en", "es")
#: What each is called by whoever reads it.
OWN_NAMES = {"en": "English", "es": "Español", "pt": "Português", "ht": "Kreyòl ayisyen"}

#: The courts' codes for them, which stand on a notice and so in the record (EOIR, tblLanguage).
_COURT_CODES = {"eng": "en", "sp": "es", "por": "pt", "cre": "ht"}

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
        words = _catalogue(language).get(self.words)
        if words is None:
            # Whole: a Portuguese date within English words helps nobody.
            language, words = LANGUAGES[0], self.words
        return _filled(words, self.values, language)


def again(words: str, values: dict[str, Any]) -> Sentence:
    """A sentence that was put down, with the values of its blanks, to be said to somebody later."""
    return Sentence(words, **values)


def untranslated(text: str) -> Sentence:
    """A text of which there are no words but these, where a sentence is asked for."""
    return Sentence("{text}", text=text)


def spoken(language: str) -> str:
    """The language we answer in when asked for this BCP 47 tag, or court's code: one of ours, else English."""
    return speaks(language) or LANGUAGES[0]


def speaks(language: str) -> str | None:
    """The same, and None when we have no words in it."""
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
