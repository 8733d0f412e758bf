"""Refusals: every expected "no", as a class whose docstring is the sentence a person reads, or which is given one.

A refusal carries the facts a door may show beside the sentence, and is said in the language of whoever is refused.
Everything that is not a refusal is a bug, and is masked at the door.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from inspect import cleandoc
from typing import Any
from uuid import UUID

from casework.language import LANGUAGES, Sentence


class Refusal(Exception):
    """It could not be done."""

    @property
    def sentence(self) -> Sentence:
        """The first paragraph of the class's docstring, with ``{field}`` filled in."""
        paragraph = cleandoc(type(self).__doc__ or "").split("\n\n")[0].replace("\n", " ")
        # Every refusal is a dataclass; its fields may stand in its sentence.
        return Sentence(paragraph, **{name: getattr(self, name) for name in getattr(self, "__dataclass_fields__", ())})

    def said(self, language: str) -> str:
        """Why not, in this language."""
        return self.sentence.said(language)

    @property
    def message(self) -> str:
        """Why not, in English: for logs and for who works at a terminal."""
        return self.said(LANGUAGES[0])

    def __str__(self) -> str:
        return self.message


@dataclass(eq=False)
class NotFound(Refusal):
    """There is no such record, or it is not yours to see."""


@dataclass(eq=False)
class NotPermitted(Refusal):
    """Your role here does not allow this. Ask {who}."""

    #: Who may do it, as a sentence of the catalogue would name them.
    who: str = "the case's coordinator"

    def __post_init__(self) -> None:
        self.who = Sentence(self.who)


@dataclass(eq=False)
class ChangedMeanwhile(Refusal):
    """Somebody changed this since you opened it. Nothing was saved: look at what it says now, and do it again if it is
    still right.
    """

    revision_now: int
    #: What was changed. None: a part of a record that knows no revision of its own.
    record: UUID | None = None


class _Worded(Refusal):
    """A refusal whose sentence stands where it is raised; ``values`` fill its blanks."""

    problem: Sentence

    @property
    def sentence(self) -> Sentence:
        return self.problem


class Invalid(_Worded):
    """A field of the input is not right."""

    def __init__(self, field: str, problem: str, /, **values: Any) -> None:
        super().__init__(field, problem)
        #: The input field it is about, in the words of the API (camelCase), or "" when it is about the whole.
        self.field = field
        self.problem = Sentence(problem, **values)


class LooksLike(_Worded):
    """A name, address or number is nearly somebody else's, or a date stands already. Asked about once: whoever
    confirms it goes on.
    """

    def __init__(self, field: str, problem: Sentence) -> None:
        super().__init__(field, problem)
        #: The input field it is about, in the words of the API (camelCase), or "" when it is about the whole.
        self.field = field
        self.problem = problem


class NotAllowedByState(_Worded):
    """It is over, cancelled, or not that far yet: "This hearing has already been held. Schedule a new one instead." """

    def __init__(self, problem: str, /, **values: Any) -> None:
        super().__init__(problem)
        self.problem = Sentence(problem, **values)


class OutOfOrder(NotAllowedByState):
    """Something else comes first. What, a machine of stages says as a sentence of its own."""

    def __init__(self, first: Sentence) -> None:
        Exception.__init__(self, first)
        self.problem = first


class NotCleared(Refusal):
    """Not yet okay to share: {summary}"""

    def __init__(self, missing: Iterable[Sentence]) -> None:
        super().__init__()
        #: Each missing thing as a sentence that names who can give it.
        self.missing = list(missing)

    @property
    def sentence(self) -> Sentence:
        return Sentence(
            "Not yet okay to share: {summary}",
            summary=lambda language: " ".join(one.said(language) for one in self.missing),
        )


@dataclass(eq=False)
class NoPublicity(Refusal):
    """This case is marked "no publicity": nothing about it may become public."""


@dataclass(eq=False)
class SignInRefused(Refusal):
    """That e-mail address and password do not go together, or there were too many tries. Wait, then try again."""


@dataclass(eq=False)
class CodeRefused(Refusal):
    """That code is not right, or was used already. Wait for the next one, or use a recovery code."""


@dataclass(eq=False)
class LinkOver(Refusal):
    """This link was used already, or is too old. Ask for a new one."""


@dataclass(eq=False)
class TooOften(Refusal):
    """There were too many tries. Wait {minutes} minutes, then try again."""

    minutes: int


@dataclass(eq=False)
class ConfirmFirst(Refusal):
    """Confirm first that it is you. Nothing was changed."""


@dataclass(eq=False)
class SecondStepFirst(Refusal):
    """Your role here asks for a second step when you sign in. Set one up first."""


@dataclass(eq=False)
class AlreadyDone(Refusal):
    """This was received and done already. Nothing was done twice."""


@dataclass(eq=False)
class NotOffered(Refusal):
    """Browsers are told nothing here. Ask whoever runs this deployment to turn it on."""


@dataclass(eq=False)
class NoProvider(Refusal):
    """No organization of that name signs in this way. Look at the name again, or ask your admin."""


@dataclass(eq=False)
class ProviderNotReached(Refusal):
    """Your organization's sign-in page can't be reached now. Try again in a few minutes, or tell your admin."""


@dataclass(eq=False)
class ProviderRefused(Refusal):
    """Your organization's sign-in page did not confirm who you are. Begin again. If it happens once more, tell your
    admin.
    """


@dataclass(eq=False)
class NotLinked(Refusal):
    """Your organization's sign-in page knows you, but no account here is linked with it. Link it on the page of your
    account, or ask your admin for a letter.
    """


@dataclass(eq=False)
class ProviderDemanded(Refusal):
    """Your organization asks its people to sign in on its own page. Choose "Sign in with your organization"."""


@dataclass(eq=False)
class TimeDoesNotExist(Refusal):
    """On {wall:%Y-%m-%d} at {wall:%H:%M} the clocks in {zone} jump forward, so that time does not exist on that day.
    Check the notice: is it {before:%H:%M}, or {after:%H:%M}?
    """

    wall: datetime
    zone: str
    #: The times on the wall that may be meant, on either side of the jump.
    before: datetime
    after: datetime


@dataclass(eq=False)
class TimeOccursTwice(Refusal):
    """On {wall:%Y-%m-%d} at {wall:%H:%M} the clocks in {zone} are set back, so that time occurs twice. Say which is
    meant: first or second.
    """

    wall: datetime
    zone: str
