"""Codes of the immigration courts' own tables: as typed, checked, and in words.

A notice says "RD", a clerk "fifty-five". What is typed must be a code that the courts use: a slip is told which codes
are near it, because a hearing of the wrong kind is a deadline of the wrong length.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import partial
from typing import Protocol

from casework.refusals import Invalid
from schema import reference

#: So many near codes are named.
_NEAR = 6
#: From here on a code is like what was typed.
_ALIKE = 0.4


class Worded(Protocol):
    """What every code has."""

    @property
    def label(self) -> str: ...
    @property
    def es(self) -> str: ...


def schedule_type(field: str, code: str | None) -> str | None:
    """A schedule type (MD, ID, CY, RR …) as the courts write it. Raises :class:`Invalid`."""
    return _checked(field, code, reference.schedule_types())


def calendar_type(field: str, code: str | None) -> str | None:
    """A calendar type (M, I, B, C, R …). Raises :class:`Invalid`."""
    return _checked(field, code, reference.calendar_types())


def adjournment(field: str, code: str | None) -> str | None:
    """Why a hearing was put off or moved (09, 55, 9B …). Raises :class:`Invalid`."""
    return _checked(field, code, reference.adjournments())


def _checked(field: str, code: str | None, known: Mapping[str, Worded]) -> str | None:
    typed = code.strip().upper() if code else ""
    if not typed:
        return None
    if typed in known:
        return typed
    raise Invalid(
        field, 'The courts have no code "{code}" here. Near it: {near}.', code=typed[:20],
        near=partial(_near, typed, known),
    )  # fmt: skip


def _near(typed: str, known: Mapping[str, Worded], language: str) -> str:
    """The codes most like what was typed, and those whose words hold it, each with its words."""
    words = {code: one.es if language == "es" else one.label for code, one in known.items()}
    like = {code: difflib.SequenceMatcher(None, typed, code).ratio() for code in known}
    close = sorted(
        (code for code in known if like[code] >= _ALIKE), key=lambda code: (-like[code], code[0] != typed[0], code)
    )
    close = [code for code, label in words.items() if len(typed) > 2 and typed in label.upper()] + close
    # Letters that are no code's: the first of the list are better than nothing to look at.
    close = list(dict.fromkeys(close or [*known]))[:_NEAR]
    return ", ".join(f"{code} ({words[code]})" for code in close)


def said(code: str, known: Mapping[str, Worded], language: str) -> str:
    """The code in words; itself where we have none for it."""
    one = known.get(code)
    return code if one is None else one.es if language == "es" else one.label
