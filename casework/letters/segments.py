"""Segments: how many a text message is cut into, and paid for, by the letters it is written in (3GPP TS 23.038).

Letters of the GSM alphabet take seven bits, so that 160 fit; one letter outside it, such as á or ã, makes the whole
message UCS-2, of which 70 fit. Where a message is cut, each piece carries a header: 153 and 67.
"""

from __future__ import annotations

import unicodedata

#: The basic alphabet, without the escape (TS 23.038 §6.2.1).
_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: Its extension: an escape and a letter, so two places (§6.2.1.1).
_EXTENSION = frozenset("\f^{}\\[~]|€")


def in_gsm_alphabet(text: str) -> bool:
    """Whether it can be sent in seven bits a letter."""
    return all(letter in _BASIC or letter in _EXTENSION for letter in text)


def segments(text: str) -> int:
    """How many messages a carrier makes of it."""
    if in_gsm_alphabet(text):
        return _cut([2 if letter in _EXTENSION else 1 for letter in text], whole=160, piece=153)
    return _cut([len(letter.encode("utf-16-be")) // 2 for letter in text], whole=70, piece=67)


def _cut(widths: list[int], *, whole: int, piece: int) -> int:
    """No letter is cut in two: an escape and its letter, or a pair of surrogates, go into the next piece together."""
    if sum(widths) <= whole:
        return 1
    pieces, room = 1, piece
    for width in widths:
        if width > room:
            pieces, room = pieces + 1, piece
        room -= width
    return pieces


def as_texted(text: str) -> str:
    """The same as people text it: a letter outside the alphabet without its accent, so "sáb" is "sab". For days and
    zones, which we do not choose; the words around them are chosen to need none of this.
    """
    if in_gsm_alphabet(text):
        return text
    kept = []
    for letter in text:
        bare = unicodedata.normalize("NFD", letter)[0]
        kept.append(bare if letter not in _BASIC and bare in _BASIC else letter)
    return "".join(kept)
