"""Who saw this record? And the statement that tells the client."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.work import AuditConnection, Seen, trail_of
from casework import reading, statements
from casework.reading import TrailFilter


@strawberry.type
class TrailQueries:
    @strawberry.field(description="Who changed or saw a record.")
    async def audit(
        self,
        info: Info,
        record_id: strawberry.ID,
        person_id: strawberry.ID | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> AuditConnection:
        wanted = TrailFilter(person_id=nodes.optional_key("Person", person_id))
        return await trail_of(info, nodes.parts(record_id)[1], first, after, wanted)

    @strawberry.field(
        description="Who saw a case or client, by person and time, whoever looked last first; also by a case's number,"
        " for the admin, who doesn't see the case."
    )
    async def who_saw(
        self, info: Info, record_id: strawberry.ID | None = None, short_id: str | None = None
    ) -> list[Seen]:
        if record_id is not None:
            record = nodes.parts(record_id)[1]
        else:
            record = await info.context.read(reading.case_by_number, short_id or "")
        language = await info.context.spoken()
        return [Seen.of(one, language) for one in await info.context.read(reading.who_saw, record)]


@strawberry.input
class MakeClientStatementInput:
    case_id: strawberry.ID
    #: The client's, if it is not said.
    language: str | None = None


@strawberry.type
class StatementPart:
    title: str
    lines: list[str]


@strawberry.type(description="What a client who asks is given on paper, in their language.")
class ClientStatement:
    language: str
    clients_language: str | None = strawberry.field(description="As the record holds it.")
    in_clients_language: bool
    title: str
    made: str
    parts: list[StatementPart]
    closing: str


@strawberry.type
class MakeClientStatementPayload:
    statement: ClientStatement


MakeClientStatementResult = Annotated[
    MakeClientStatementPayload | Refused, strawberry.union("MakeClientStatementResult")
]


@strawberry.type
class StatementMutations:
    @verb("Tell the client, in their language, which consents are in force and who saw the record.")
    async def make_client_statement(self, info: Info, input: MakeClientStatementInput) -> MakeClientStatementResult:
        async with info.context.transaction() as tx:
            made = await statements.make_client_statement(tx, nodes.key("Case", input.case_id), language=input.language)
        parts = [StatementPart(title=part.title, lines=part.lines) for part in made.parts]
        return MakeClientStatementPayload(
            statement=ClientStatement(
                language=made.language,
                clients_language=made.clients_language,
                in_clients_language=made.in_clients_language,
                title=made.title,
                made=made.made,
                parts=parts,
                closing=made.closing,
            )
        )
