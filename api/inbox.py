"""The inbox: what concerns the viewer, and what they say of it."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.context import Info
from api.refusals import Refused, verb
from api.types.inbox import InboxEntry, entry_key
from casework import inbox
from casework.inbox import Mark

strawberry.enum(Mark, name="InboxMarking")


@strawberry.input
class MarkEntriesInput:
    entries: list[strawberry.ID]
    mark: Mark


@strawberry.type
class MarkEntriesPayload:
    entries: list[InboxEntry]


MarkEntriesResult = Annotated[MarkEntriesPayload | Refused, strawberry.union("MarkEntriesResult")]


@strawberry.type
class InboxQueries:
    @strawberry.field(description="What concerns the viewer, the latest first; what was put off comes last.")
    async def inbox(self, info: Info, first: int = 60) -> list[InboxEntry]:
        return [InboxEntry.of(one) for one in await info.context.read(inbox.inbox, first=first)]


@strawberry.type
class InboxMutations:
    @verb("Say of entries of one's own that they were read, or not, or that they come back tomorrow.")
    async def mark_entries(self, info: Info, input: MarkEntriesInput) -> MarkEntriesResult:
        async with info.context.transaction() as tx:
            marked = await inbox.mark_entries(tx, [entry_key(one) for one in input.entries], input.mark)
        return MarkEntriesPayload(entries=[InboxEntry.of(one) for one in marked])


__all__ = ["InboxMutations", "InboxQueries"]
