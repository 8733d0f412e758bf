"""`presencia permissions`: who may do what, printed from the rules as `docs/permissions.md`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from casework.access.permissions import ENTRANCES, PERMISSIONS, Rule
from casework.settings import ROOT
from schema.organizations import Role
from schema.teams import CaseRole

PAGE = ROOT / "docs" / "permissions.md"

_HEAD = """# Who may do what

Printed from `casework/access/permissions.py` by `presencia permissions`; `make check` compares the two. Change the
rules there, never here. What each audience sees of one record is another question: `casework/access/fields.py`.

A coordinator of an organization that reads a case counts as its coordinator when the organization is a legal provider,
and as an advocate when it is a community group.

| act | roles on the case | roles in the organization | and only |
|---|---|---|---|
"""

_DOORS = """
## Who comes through which door

Every mutation of `POST /graphql` has a row above. A session is somebody signed in at a browser; a token is a script's.

| route | lets in |
|---|---|
"""


def permissions() -> None:
    """Print who may do what, as a table."""
    print(page(), end="")


def page() -> str:
    """The whole page."""
    acts = "".join(_row(act.value, rule) for act, rule in PERMISSIONS.items())
    doors = "".join(f"| `{method} {path}` | {whom} |\n" for (method, path), whom in ENTRANCES.items())
    return _HEAD + acts + _DOORS + doors


def _row(act: str, rule: Rule) -> str:
    narrowed = [
        "the lead organization" if rule.lead_only else "",
        "counsel and those they supervise" if rule.counsel_only else "",
        rule.condition,
    ]
    only = "; ".join(part for part in narrowed if part)
    return f"| {act} | {_words(rule.case_roles, CaseRole)} | {_words(rule.roles, Role)} | {only} |\n"


def _words(held: Iterable[StrEnum], every: type[StrEnum]) -> str:
    chosen = set(held)
    if chosen == set(every):
        return "everyone"
    return ", ".join(word.value.replace("_", " ") for word in every if word in chosen)
