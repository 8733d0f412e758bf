"""Refusals: every expected "no", as a class whose docstring is the sentence a person reads.

A refusal carries the facts a door may show beside the sentence. Everything that is not a refusal is a bug, and is
masked at the door.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from inspect import cleandoc


class Refusal(Exception):
    """It could not be done."""

    @property
    def message(self) -> str:
        """The first paragraph of the class's docstring, with ``{field}`` filled in."""
        paragraph = cleandoc(type(self).__doc__ or "").split("\n\n")[0].replace("\n", " ")
        # Every refusal is a dataclass; its fields may stand in its sentence.
        facts = {name: getattr(self, name) for name in getattr(self, "__dataclass_fields__", ())}
        return paragraph.format(**facts)

    def __str__(self) -> str:
        return self.message


@dataclass(eq=False)
class NotFound(Refusal):
    """There is no such record, or it is not yours to see."""


@dataclass(eq=False)
class NotPermitted(Refusal):
    """Your role here does not allow this. Ask {who}."""

    who: str = "the case's coordinator"


@dataclass(eq=False)
class ChangedMeanwhile(Refusal):
    """Somebody changed this since you opened it. Look at what it says now, then try again."""

    revision_now: int


@dataclass(eq=False)
class Invalid(Refusal):
    """{problem}"""

    #: The input field it is about, in the words of the API (camelCase), or "" when it is about the whole.
    field: str
    problem: str


@dataclass(eq=False)
class NotAllowedByState(Refusal):
    """{problem}"""

    #: "This hearing has already been held. Schedule a new one instead."
    problem: str


@dataclass(eq=False)
class NotCleared(Refusal):
    """Not yet okay to share: {summary}"""

    #: Each missing thing as a sentence that names who can give it.
    missing: list[str]

    @property
    def summary(self) -> str:
        return " ".join(self.missing)

    @property
    def message(self) -> str:
        return f"Not yet okay to share: {self.summary}"


@dataclass(eq=False)
class NoPublicity(Refusal):
    """This case is marked "no publicity": nothing about it may become public."""


@dataclass(eq=False)
class SignInRefused(Refusal):
    """That e-mail address and password do not go together, or there were too many tries. Wait, then try again."""


@dataclass(eq=False)
class TimeDoesNotExist(Refusal):
    """At {wall} the clocks in {zone} jump forward, so that time does not exist. Check the notice."""

    wall: datetime
    zone: str


@dataclass(eq=False)
class TimeOccursTwice(Refusal):
    """At {wall} the clocks in {zone} are set back, so that time occurs twice. Say which is meant: first or second."""

    wall: datetime
    zone: str
