"""What looks like somebody's identity in a text that others would read: kept back, never refused. Pure.

Whoever tells what they saw types what they saw. A number, a plate, a badge or a name in it is for those who verify it;
others are told the town and the hour, until who verifies it writes it without. Too much is kept back rather than too
little: nothing is lost by it, and a second person looks at each.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Suspicion(StrEnum):
    """As what it looks."""

    NUMBER = "number"
    PLATE = "plate"
    NAME = "name"
    ADDRESS = "address"


#: Seven digits and more, however they are grouped: an A-number, a telephone.
_NUMBER = re.compile(r"(?:\d[\s().-]*){7,}")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
#: A plate, a badge, a vehicle's number: letters and digits together in capitals, or a number after the word for it.
_PLATE = re.compile(r"\b(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{3,8}[A-Z0-9]\b")
_MARKED = re.compile(
    r"\b(?:plate|license|licence|tag|badge|unit|placa|matricula|insignia|chapa|cracha|plak|badj)\w*[\s:#nº.o]*\d",
    re.IGNORECASE,
)
#: A word for somebody, and then a word in capitals: "Officer Smith", "se llama Juan", "yo rele Jan".
_CALLED = re.compile(
    r"\b(?:officer|agent|deputy|sergeant|sgt|detective|named|name\s+is|called|mr|mrs|ms"
    r"|oficial|agente|senor|senora|sr|sra|llamad[oa]|se\s+llama|nombre"
    r"|chama(?:d[oa])?|se\s+chama|nome|senhor|senhora"
    r"|ofisye|ajan|rele|msye|madam|non)\b[\s:.]*(?:is|es|e|se)?\s*([A-Z][a-z]+)",
)
#: Two words in capitals within a sentence, neither of them of a place.
_TWO = re.compile(r"\b([A-Z][a-z]+)\s+([A-Z][a-z]+)\b")
_OF_PLACES = frozenset(
    {
        "street", "avenue", "road", "lane", "drive", "court", "square", "plaza", "park", "place", "boulevard", "church",
        "school", "hospital", "station", "market", "center", "centre", "north", "south", "east", "west", "new", "main",
        "grand", "saint", "st", "ave", "rd", "dr", "blvd", "calle", "avenida", "iglesia", "escuela", "rua", "praca",
        "igreja", "escola", "lari", "legliz", "lekol", "home", "depot", "stop", "shop", "line", "bus", "border",
        "patrol", "homeland", "security",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The same without accents, so that one pattern reads four languages."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def suspicions(text: str | None, *, place: bool = False) -> frozenset[Suspicion]:
    """As what a text looks that others would be told. In the words for a place names of streets are expected."""
    read = plain(text or "")
    found = set()
    if _NUMBER.search(read):
        found.add(Suspicion.NUMBER)
    if _EMAIL.search(read):
        found.add(Suspicion.ADDRESS)
    if _PLATE.search(read) or _MARKED.search(read):
        found.add(Suspicion.PLATE)
    # The word for somebody may begin a sentence: it is read in small letters, what follows it as it is.
    for called in _CALLED.finditer(_heads_lowered(read)):
        if called.group(1).lower() not in _OF_PLACES:
            found.add(Suspicion.NAME)
    if not place and any(
        not ({one.lower() for one in pair.groups()} & _OF_PLACES) for pair in _TWO.finditer(_begun(read))
    ):
        found.add(Suspicion.NAME)
    return frozenset(found)


_TITLES = re.compile(
    r"\b(Officer|Agent|Deputy|Sergeant|Sgt|Detective|Named|Name|Called|Mr|Mrs|Ms|Oficial|Agente|Senor|Senora|Sr|Sra"
    r"|Llamado|Llamada|Se|Nombre|Nome|Chama|Senhor|Senhora|Ofisye|Ajan|Rele|Msye|Madam|Non)\b"
)


def _heads_lowered(text: str) -> str:
    return _TITLES.sub(lambda one: one.group().lower(), text)


def _begun(text: str) -> str:
    """Without the capitals with which sentences begin."""
    return re.sub(r"(^|[.!?\n]\s*)([A-Z])(?=[a-z])", lambda one: one.group(1) + one.group(2).lower(), text)


__all__ = ["Suspicion", "plain", "suspicions"]
