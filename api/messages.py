"""Messages, as an organization looks for them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import RefusalsAsMembers, Refused
from api.types.occasions import Notice, NoticeConnection, NoticeEdge
from api.types.paging import PageInfo, edges
from casework import reading
from casework.letters.samples import SAMPLES, letter_sample
from schema.invitations import Audience
from schema.notices import LetterKind, NoticeProgress, NoticeState
from schema.people import Channel


@strawberry.type(description="A letter, and to whom such letters go.")
class LetterGoes:
    kind: LetterKind
    audiences: list[Audience]


@strawberry.type(description="A letter about an invented date, as its reader would get it. It is sent to nobody.")
class LetterSample:
    subject: str
    text: str = strawberry.field(description="The body of the e-mail.")
    short: str = strawberry.field(description="The text message.")
    glance: str = strawberry.field(description="The word in a browser or on a locked screen.")


LetterSampleResult = Annotated[LetterSample | Refused, strawberry.union("LetterSampleResult")]


@strawberry.type
class MessageQueries:
    @strawberry.field(description="Which letters exist, and to whom each goes.")
    async def letters(self) -> list[LetterGoes]:
        return [LetterGoes(kind=kind, audiences=list(audiences)) for kind, audiences in SAMPLES.items()]

    @strawberry.field(
        description="A letter of one's organization, in any language that letters are written in.",
        extensions=[RefusalsAsMembers()],
    )
    async def letter_sample(
        self, info: Info, organization_id: strawberry.ID, kind: LetterKind, audience: Audience, language: str
    ) -> LetterSampleResult:
        letter = await info.context.read(
            letter_sample, nodes.key("Organization", organization_id), kind, audience, language
        )
        return LetterSample(subject=letter.subject, text=letter.text, short=letter.short, glance=letter.glance)

    @strawberry.field(description="Messages: the latest first; of those yet to be sent, the next one first.")
    async def notices(
        self,
        info: Info,
        case_id: strawberry.ID | None = None,
        states: list[NoticeState] | None = None,
        progress: list[NoticeProgress] | None = None,
        kinds: list[LetterKind] | None = None,
        audiences: list[Audience] | None = None,
        channels: list[Channel] | None = None,
        occasion_id: strawberry.ID | None = None,
        person_id: strawberry.ID | None = None,
        due_from: datetime | None = None,
        due_until: datetime | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> NoticeConnection:
        wanted = reading.MessageFilter(
            case_id=nodes.optional_key("Case", case_id),
            occasion_id=nodes.optional_key("Occasion", occasion_id),
            person_id=nodes.optional_key("Person", person_id),
            states=states or (),
            progress=progress or (),
            kinds=kinds or (),
            audiences=audiences or (),
            channels=channels or (),
            due_from=due_from,
            due_until=due_until,
        )
        page = await info.context.read(reading.notices, wanted, first=first, cursor=after)
        return NoticeConnection(edges=edges(page, NoticeEdge, Notice.of), page_info=PageInfo.of(page))


__all__ = ["MessageQueries"]
