"""Refusals as members of a mutation's result, by one handler each.

Every one implements ``UserError``: a client that selects ``... on UserError { message }`` survives refusals invented
later.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import Any, TypeAlias

import strawberry
from strawberry.extensions import FieldExtension
from strawberry.types import Info

from api.scalars import WallTime
from casework import reading, refusals
from casework.access import Act
from casework.language import Sentence


@strawberry.interface(description="Why something was not done, in words a person can act on.")
class UserError:
    message: str


@strawberry.type(description="There is no such record, or it is not yours to see.")
class NotFound(UserError):
    pass


@strawberry.type(description="Your role does not allow this; `who` may do it or let you.")
class NotPermitted(UserError):
    who: str


@strawberry.type(description="Somebody changed it since you opened it.")
class ChangedMeanwhile(UserError):
    revision_now: int


@strawberry.type(description="A field of the input is not right. `field` is its name in camelCase, or empty.")
class Invalid(UserError):
    field: str


@strawberry.type(description="It is over, cancelled, or not that far yet.")
class NotAllowedByState(UserError):
    pass


@strawberry.type(description="Not yet okay to share: `missing` names each thing, and who can give it.")
class NotCleared(UserError):
    missing: list[str]


@strawberry.type(description='The case is marked "no publicity".')
class NoPublicity(UserError):
    pass


@strawberry.type(description="Confirm first that it is you, with POST /account/proof; then do it again.")
class ConfirmFirst(UserError):
    pass


@strawberry.type(description="It was sent before, and done then: of an act that names itself in X-Presencia-Act.")
class AlreadyDone(UserError):
    pass


@strawberry.type(description="The clocks skip this time. `before` and `after` are those that may be meant.")
class TimeDoesNotExist(UserError):
    wall: WallTime
    zone: str
    before: WallTime
    after: WallTime


@strawberry.type(description="The clocks pass this time twice: say which is meant, with `occurrence` 1 or 2.")
class TimeOccursTwice(UserError):
    wall: WallTime
    zone: str


@strawberry.type(
    description="It is nearly somebody else's, or is there already. Correct it, or send it again with `confirmed`."
)
class LooksLike(UserError):
    field: str


Refused: TypeAlias = (
    NotFound
    | NotPermitted
    | ChangedMeanwhile
    | Invalid
    | LooksLike
    | NotAllowedByState
    | NotCleared
    | NoPublicity
    | ConfirmFirst
    | AlreadyDone
    | TimeDoesNotExist
    | TimeOccursTwice
)


@singledispatch
def member(refusal: refusals.Refusal, language: str) -> Any:
    """The union member that says this refusal, in this language."""
    raise refusal


@member.register
def _(refusal: refusals.NotFound, language: str) -> NotFound:
    return NotFound(message=refusal.said(language))


@member.register
def _(refusal: refusals.NotPermitted, language: str) -> NotPermitted:
    return NotPermitted(message=refusal.said(language), who=Sentence(refusal.who).said(language))


@member.register
def _(refusal: refusals.ChangedMeanwhile, language: str) -> ChangedMeanwhile:
    return ChangedMeanwhile(message=refusal.said(language), revision_now=refusal.revision_now)


@member.register
def _(refusal: refusals.Invalid, language: str) -> Invalid:
    return Invalid(message=refusal.said(language), field=refusal.field)


@member.register
def _(refusal: refusals.LooksLike, language: str) -> LooksLike:
    return LooksLike(message=refusal.said(language), field=refusal.field)


@member.register
def _(refusal: refusals.NotAllowedByState, language: str) -> NotAllowedByState:
    return NotAllowedByState(message=refusal.said(language))


@member.register
def _(refusal: refusals.NotCleared, language: str) -> NotCleared:
    return NotCleared(message=refusal.said(language), missing=[one.said(language) for one in refusal.missing])


@member.register
def _(refusal: refusals.NoPublicity, language: str) -> NoPublicity:
    return NoPublicity(message=refusal.said(language))


@member.register
def _(refusal: refusals.ConfirmFirst, language: str) -> ConfirmFirst:
    return ConfirmFirst(message=refusal.said(language))


@member.register
def _(refusal: refusals.AlreadyDone, language: str) -> AlreadyDone:
    return AlreadyDone(message=refusal.said(language))


@member.register
def _(refusal: refusals.TimeDoesNotExist, language: str) -> TimeDoesNotExist:
    return TimeDoesNotExist(
        message=refusal.said(language),
        wall=WallTime(refusal.wall),
        zone=refusal.zone,
        before=WallTime(refusal.before),
        after=WallTime(refusal.after),
    )


@member.register
def _(refusal: refusals.TimeOccursTwice, language: str) -> TimeOccursTwice:
    return TimeOccursTwice(message=refusal.said(language), wall=WallTime(refusal.wall), zone=refusal.zone)


#: Under this name a mutation says which row of the table of permissions is its own.
ACT = "act"


class RefusalsAsMembers(FieldExtension):
    """Turns a refusal raised by a verb into the member of the result that says it."""

    async def resolve_async(self, next_: Callable[..., Any], source: Any, info: Info[Any, Any], **kwargs: Any) -> Any:
        try:
            return await next_(source, info, **kwargs)
        except refusals.ChangedMeanwhile as refusal:
            language = await info.context.spoken()
            last = await info.context.read(reading.last_change, refusal.record) if refusal.record else None
            message = last.said(language) if last else refusal.said(language)
            return ChangedMeanwhile(message=message, revision_now=refusal.revision_now)
        except refusals.Refusal as refusal:
            return member(refusal, await info.context.spoken())


def verb(description: str, act: Act | None = None) -> Any:
    """A mutation that calls one verb; its refusals become members of the result. Its row in the table of permissions
    has its own name, or is the ``act`` given. Raises KeyError for a mutation that has none.
    """

    def made(resolver: Callable[..., Any]) -> Any:
        asked = act or Act[resolver.__name__.upper()]
        return strawberry.mutation(
            resolver, description=description, extensions=[RefusalsAsMembers()], metadata={ACT: asked}
        )

    return made


__all__ = [
    "ACT",
    "AlreadyDone",
    "ChangedMeanwhile",
    "ConfirmFirst",
    "Invalid",
    "LooksLike",
    "NoPublicity",
    "NotAllowedByState",
    "NotCleared",
    "NotFound",
    "NotPermitted",
    "RefusalsAsMembers",
    "Refused",
    "TimeDoesNotExist",
    "TimeOccursTwice",
    "UserError",
    "member",
    "verb",
]
