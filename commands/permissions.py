"""`presencia permissions`: who may do what, printed from the rules as `docs/permissions.md`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from casework import sign_in
from casework.access import ENTRANCES, MASKED, MATRIX, PERMISSIONS, Rule, Shown
from casework.settings import ROOT
from schema.invitations import Audience
from schema.organizations import Role
from schema.teams import CaseRole

PAGE = ROOT / "docs" / "permissions.md"

_HEAD = """# Who may do what

Printed from `casework/access/permissions.py` by `presencia permissions`; `make check` compares the two. Change the
rules there, never here.

A coordinator of an organization that reads a case counts as its coordinator when the organization is a legal provider,
and as an advocate when it is a community group.

| act | roles on the case | roles in the organization | and only |
|---|---|---|---|
"""

_DOORS = """
## Who comes through which door

Every mutation of `POST /graphql` has a row above. A session is somebody signed in at a browser; a token is a script's.
Where a second step is demanded, a session of {owing} that began with one step opens
their own sign-in alone, to set a second step up; anything else is refused.

| route | lets in |
|---|---|
"""

_FIELDS = """
## Who sees what of one client

F in full · M in the masked form told below · – nothing. "With consent": under a consent of the client's for that
audience that stands now. Whoever is not named sees nothing.

"""


def permissions() -> None:
    """Print who may do what, as a table."""
    print(page(), end="")


def page() -> str:
    """The whole page."""
    acts = "".join(_row(act.value, rule) for act, rule in PERMISSIONS.items())
    doors = "".join(f"| `{method} {path}` | {whom} |\n" for (method, path), whom in ENTRANCES.items())
    *first, last = (role.value.replace("_", " ") for role in sign_in.ASKED_OF)
    return _HEAD + acts + _DOORS.format(owing=f"an {', '.join(first)} or {last}") + doors + _fields()


def _fields() -> str:
    """Who sees which field, and what stands in place of what is masked."""
    told = [audience for audience in Audience if any(audience in row for row in MATRIX.values())]
    names = [audience.value.replace("_", " ") for audience in told]
    lines = [f"| data | {' | '.join(names)} |\n", f"|---|{'---|' * len(told)}\n"]
    notes: list[str] = []
    for field, row in MATRIX.items():
        cells = []
        for audience in told:
            cell = row.get(audience, Shown.NOTHING)
            if cell is Shown.MASKED:
                notes.append(
                    f"{len(notes) + 1}. {field}, {audience.value.replace('_', ' ')}: {MASKED[field, audience]}.\n"
                )
                cells.append(f"M ({len(notes)})")
            else:
                cells.append("–" if cell is Shown.NOTHING else str(cell.value))
        lines.append(f"| {field.value} | {' | '.join(cells)} |\n")
    return _FIELDS + "".join(lines) + "\n" + "".join(notes)


def _row(act: str, rule: Rule) -> str:
    narrowed = [
        _lead(rule),
        "counsel and those they supervise" if rule.counsel_only else "",
        rule.condition,
    ]
    only = "; ".join(part for part in narrowed if part)
    return f"| {act} | {_words(rule.case_roles, CaseRole)} | {_words(rule.roles, Role)} | {only} |\n"


def _lead(rule: Rule) -> str:
    if not rule.lead_only:
        return ""
    anywhere = " and ".join(f"{role.value.replace('_', ' ')}s" for role in CaseRole if role in rule.anywhere)
    return "the lead organization" + (f"; {anywhere} of any organization" if anywhere else "")


def _words(held: Iterable[StrEnum], every: type[StrEnum]) -> str:
    chosen = set(held)
    if chosen == set(every):
        return "everyone"
    return ", ".join(word.value.replace("_", " ") for word in every if word in chosen)
