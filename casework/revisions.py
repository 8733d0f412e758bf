"""What changed in an action since counsel last said yes to it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from casework.comparing import Passage, compared
from schema.consents import ConsentAudience, NameForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """What an action said under one number."""

    said_revision: int
    title: str
    statement: str
    #: Talking points and advisory, in every language.
    further: str
    name_form: NameForm
    audiences: tuple[ConsentAudience, ...]
    uses_photo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What counsel reads before they say yes again: what is said, about whom, to whom, then and now."""

    since: int
    title: tuple[Passage, ...]
    statement: tuple[Passage, ...]
    further: tuple[Passage, ...]
    name_form_before: NameForm
    name_form: NameForm
    audiences_before: tuple[ConsentAudience, ...]
    audiences: tuple[ConsentAudience, ...]
    uses_photo_before: bool
    uses_photo: bool


def changed(wordings: Sequence[Worded], signed: Collection[int], now: int) -> Changed | None:
    """What changed between the last wording that was signed and the present one. None: nothing did, or nobody has
    signed any.
    """
    known = {one.said_revision: one for one in wordings}
    since = max((one for one in signed if one in known), default=None)
    if since is None or since == now or now not in known:
        return None
    before, after = known[since], known[now]
    return Changed(
        since=since,
        title=compared(before.title, after.title),
        statement=compared(before.statement, after.statement),
        further=compared(before.further, after.further),
        name_form_before=before.name_form,
        name_form=after.name_form,
        audiences_before=before.audiences,
        audiences=after.audiences,
        uses_photo_before=before.uses_photo,
        uses_photo=after.uses_photo,
    )


__all__ = ["Changed", "Worded", "changed"]
