"""What is arranged for the day of an action: who speaks, in which languages, how one gets in, what happens when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction

#: Letters of each, at most.
_LONGEST = {"spokespeople": 2_000, "press_contact": 500, "run_of_show": 20_000, "accessibility": 2_000}
_SEALED = ("spokespeople", "press_contact", "run_of_show")
#: A language tag as far as it matters here (RFC 5646): a language, and perhaps a script or a region.
_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}")
_MOST_LANGUAGES = 20


def arrange_the_day(tx: Transaction, action: AdvocacyAction, said: Mapping[str, Any]) -> None:
    """Write down what is given. Names of people are sealed under the action's key. Raises :class:`Invalid`."""
    for name, most in _LONGEST.items():
        if name not in said:
            continue
        text = (said[name] or "").strip() or None
        if text is not None and len(text) > most:
            raise Invalid(_camel(name), "That is longer than {most} letters.", most=most)
        value = tx.seal(AdvocacyAction, action.id, name, action.vault_key_id, text) if name in _SEALED else text
        setattr(action, name, value)
    if "languages" in said:
        action.languages = _languages(said["languages"] or [])
    if "link" in said:
        action.link = _link(said["link"])
    if "letters_due_on" in said:
        action.letters_due_on = said["letters_due_on"]


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _languages(tags: list[str]) -> list[str]:
    said = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    if len(said) > _MOST_LANGUAGES or not all(_TAG.fullmatch(tag) for tag in said):
        raise Invalid("languages", "Choose the languages from the list.")
    return said


def _link(said: str | None) -> str | None:
    """A page on which people sign or give. What was pasted with a line's end, or leads nowhere, is none."""
    address = (said or "").strip()
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    whole = parts.scheme == "https" and parts.hostname and "." in parts.hostname and parts.username is None
    if not whole or len(address) > 500 or not address.isprintable() or " " in address:
        raise Invalid("link", "Give the whole address of the page; it begins with https://.")
    return address


__all__ = ["arrange_the_day"]
