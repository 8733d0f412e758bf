"""What open pages are told: which records to ask for again."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from enum import StrEnum

import strawberry

from api.context import Info
from api.nodes import global_id
from casework.news import NewsKind


class ChangedKind(StrEnum):
    """What kind of record changed."""

    CASE = "case"
    OCCASION = "occasion"
    NOTICE = "notice"
    TASK = "task"
    #: What the viewer may see is another now: nothing that is open can be relied on.
    EVERYTHING = "everything"


strawberry.enum(ChangedKind)

_NOUNS = {
    NewsKind.CASE: (ChangedKind.CASE, "Case"),
    NewsKind.OCCASION: (ChangedKind.OCCASION, "Occasion"),
    NewsKind.NOTICE: (ChangedKind.NOTICE, "Notice"),
    NewsKind.TASK: (ChangedKind.TASK, "Task"),
}


@strawberry.type(description="Records of one kind that changed, or that came to be, as far as the viewer sees them.")
class Changed:
    kind: ChangedKind
    ids: list[strawberry.ID]


@strawberry.type
class Subscription:
    """What a page hears without asking."""

    @strawberry.subscription(
        description="Which records to ask for again, after each commit. Nothing, at first, as soon as all is heard."
    )
    async def changed(self, info: Info) -> AsyncGenerator[list[Changed], None]:
        async for told in info.context.told():
            if told is None:
                yield [Changed(kind=ChangedKind.EVERYTHING, ids=[])]
                continue
            yield [
                Changed(kind=kind, ids=[strawberry.ID(global_id(noun, record)) for record in told[news]])
                for news, (kind, noun) in _NOUNS.items()
                if news in told
            ]
