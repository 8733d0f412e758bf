"""Proofreading: what a free text gives away that nobody agreed to. It warns, and refuses nothing. Pure.

Luis writes "Matteo Riveras was taken to Wyatt". The client is Mateo Rivera Cruz. Whoever may know his name is told that
"Riveras" is near a surname; Luis is not, because a warning that depends on the name would tell him which guess was
right. What depends on no secret is told to everybody: that "the jail in Plymouth" is a place of detention, that nine
digits look like an A-number, that a house number and a street are an address. Counsel sees all of it beside the button
that signs off.

Near a name is: its letters with one of them different, missing or too many; the same sound; letter by letter with
spaces; or the letters of another alphabet that look alike. Only words with a capital letter are compared so, or every
"river" would be a Rivera.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from casework import names


class GivesAway(StrEnum):
    """What a text may give away."""

    NAME = "name"
    A_NUMBER = "a_number"
    FACILITY = "facility"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Warned:
    """One place in one text, worth a second look."""

    what: GivesAway
    #: The text's field.
    where: str
    #: As it stands there.
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What must not stand there. For whoever may not know them, they are empty."""

    #: Legal names and aliases; empty, too, where the full name may be said.
    names: Sequence[str] = ()
    a_numbers: Sequence[str] = ()
    #: Where the client is or was held.
    held_at: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of detention, as public lists call it, and the town it lies in."""

    name: str
    town: str = ""


#: Letters that look like Latin ones, as they stand in a name that somebody typed on another keyboard.
_ALIKE = str.maketrans("аеорсухіјѕԁոνοαρκтмнв", "aeopcyxijsdnvoapktmhb")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
#: Two to five letters apart: "R i v", "R-I-V-E-R-A".
_SPELLED = re.compile(r"\b\w(?:[\s.\-]\w\b){2,}")
#: Seven to nine digits in threes, with or without the letter (Immigration Court Practice Manual ch. 1.6); not the ten
#: of a telephone.
_NUMBER = re.compile(r"(?<![\d\-])[Aa]?[\s#:.\-]{0,3}\d{2,3}[\s.\-–]?\d{3}[\s.\-–]?\d{3}(?![\s.\-–]?\d)")
_DIGITS = re.compile(r"\d(?:[\s.\-–]?\d){6,}")
_STREETS = (
    "street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|terrace|ter|way|highway|hwy|parkway"
    "|pkwy"
)
_ADDRESS = re.compile(
    rf"\b\d{{1,5}}[A-Za-z]?\s+(?:[A-ZÀ-Þ0-9][\w.'’]*\s+){{1,3}}(?:{_STREETS})\b\.?"
    r"|\b(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Rr]ua|[Tt]ravessa|[Rr]i)\s+(?:[\w.'’]+\s+){0,3}\w+,?\s+(?:n[ºo.°]*\s*)?\d{1,5}\b"
    r"|\b\d{1,5}\s+(?:[Rr]i|[Rr]ue|[Cc]alle)\s+\w+",
    re.IGNORECASE | re.UNICODE,
)
#: What a place of detention is called, in the languages people write here.
_DETENTION = frozenset(
    {
        "detention", "detained", "jail", "prison", "correctional", "correction", "facility", "ice", "held",
        "detencion", "detenido", "detenida", "carcel", "prision", "centro", "preso", "presa", "presidio",
        "detencao", "cadeia", "prisao", "prizon", "detansyon", "kenbe", "sant",
    }
)  # fmt: skip
#: Words of such names that say nothing of which one it is.
_COMMON = _DETENTION | frozenset(
    {
        "center", "centre", "county", "federal", "state", "service", "processing", "regional", "institution",
        "complex", "department", "house", "of", "the", "and", "for", "office", "field", "hold", "room", "unit",
        "north", "south", "east", "west", "new", "saint", "san", "santa", "staging", "hospital", "police",
    }
)  # fmt: skip
#: So far from such a word a town is a place of detention: "the jail in Plymouth".
_NEAR = 4


def proofread(
    texts: Mapping[str, str | None], secrets: Secrets, places: Iterable[Place], own_addresses: Iterable[str | None] = ()
) -> list[Warned]:
    """What in these texts, by their fields, is worth a second look. ``own_addresses``: where the action itself is,
    which it has to say.
    """
    surnames = {word for name in secrets.names for word in names.surnames_of(name) if len(word) >= 3}
    known = list(places)
    own = {names.folded(one) for one in own_addresses if one}
    found: dict[tuple[GivesAway, str, str], Warned] = {}
    for field, text in texts.items():
        if not text:
            continue
        plain = _latin(text)
        for what, words in (
            *((GivesAway.NAME, one) for one in _named(plain, surnames)),
            *((GivesAway.A_NUMBER, one) for one in _numbers(plain, secrets.a_numbers)),
            *((GivesAway.FACILITY, one) for one in _detained(plain, known, secrets.held_at)),
            *((GivesAway.ADDRESS, one) for one in _addressed(plain, own)),
        ):
            found.setdefault((what, field, names.folded(words)), Warned(what, field, words))
    return list(found.values())


def _latin(text: str) -> str:
    """Compatibility forms as ordinary letters and digits, and look-alikes of other alphabets as the Latin ones."""
    plain = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    # Digits of every script count as digits.
    return "".join(str(unicodedata.digit(char)) if char.isdigit() and not char.isascii() else char for char in plain)


def _named(text: str, surnames: set[str]) -> Iterator[str]:
    if not surnames:
        return
    words = [found.group() for found in _WORD.finditer(text)]
    folded = [names.folded(word) for word in words]
    for index, (word, plain) in enumerate(zip(words, folded, strict=True)):
        capital = word[:1].isupper()
        if plain in surnames or (capital and any(_near(plain, one) for one in surnames)):
            yield word
        elif index and folded[index - 1] + plain in surnames:
            yield f"{words[index - 1]} {word}"
    for spelled in _SPELLED.finditer(text):
        letters = "".join(char for char in names.folded(spelled.group()) if char.isalpha())
        if any(one in letters or _near(letters, one) for one in surnames):
            yield spelled.group()


def _near(word: str, surname: str) -> bool:
    if word in {surname + "s", surname + "es"} or (len(surname) >= 5 and OSA.distance(word, surname) == 1):
        return True
    heard = names.sounds_of(word)
    return len(surname) >= 4 and len(word) >= 4 and bool(heard) and heard == names.sounds_of(surname)


def _numbers(text: str, a_numbers: Sequence[str]) -> Iterator[str]:
    said: set[str] = set()
    for found in _NUMBER.finditer(text):
        said.add("".join(char for char in found.group() if char.isdigit()))
        yield found.group().strip()
    bare = {number.lstrip("0") for number in a_numbers}
    for found in _DIGITS.finditer(text):
        digits = "".join(char for char in found.group() if char.isdigit())
        if digits not in said and any(number and number in digits for number in bare):
            yield found.group()


def _detained(text: str, places: Sequence[Place], held_at: Sequence[str]) -> Iterator[str]:
    words = [(found.group(), names.folded(found.group())) for found in _WORD.finditer(text)]
    near_words = {
        index
        for index, (_, plain) in enumerate(words)
        for _, other in words[max(0, index - _NEAR) : index + _NEAR + 1]
        if other in _DETENTION
    }
    mine = {names.folded(one) for one in held_at}
    for place in places:
        core = [word for word in names.folded(place.name).split() if word not in _COMMON and len(word) >= 4]
        town = set(names.folded(place.town).split())
        telling = [word for word in core if word not in town]
        for index, (word, plain) in enumerate(words):
            if not word[:1].isupper():
                continue
            if (plain in core and index in near_words) or (
                names.folded(place.name) in mine
                and any(plain == one or (len(one) >= 5 and OSA.distance(plain, one) == 1) for one in telling)
            ):
                yield word


def _addressed(text: str, own: set[str]) -> Iterator[str]:
    for found in _ADDRESS.finditer(text):
        plain = names.folded(found.group())
        if not any(plain in one or one in plain for one in own):
            yield found.group().strip()


__all__ = ["GivesAway", "Place", "Secrets", "Warned", "proofread"]
