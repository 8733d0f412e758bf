"""The two paths of a query, and whatever is asked of both: the woven statement, and the ordinary executor."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
from graphql import OperationDefinitionNode, parse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from api.context import Context
from api.graph import schema
from api.nodes import global_id
from api.plans import Documents
from bench.drawn import Operations
from casework import actors
from casework.reading import Answering, LeftAside, Noun, arrived
from casework.refusals import Refusal
from casework.settings import Settings
from casework.transaction import Database
from schema.audit import AuditEntry
from schema.base import Table

#: What woven statements may leave to the ordinary executor, of what is drawn.
LEFT = ("CannotWeave names:", "CannotWeave undated:")


@dataclass
class Paths:
    """Both paths, for people who are signed in: the secret of each one's session."""

    database: Database
    settings: Settings
    sessions: Mapping[UUID, str]
    documents: Documents = field(default_factory=lambda: Documents(schema.graphql))
    #: Entries about views that were alike.
    seen: int = 0

    def __post_init__(self) -> None:
        self.answering = Answering(self.database, self.settings.address)

    async def ordinary(self, person_id: UUID, text: str, variables: dict[str, Any], *, kept: bool = False) -> Any:
        """What the ordinary executor says: data, and the messages of errors. ``kept``: it is in the trail as well."""
        context = Context(self.database, self.settings, actors.Person(person_id), "r", lambda: None)
        result = await schema.execute(text, variable_values=variables, context_value=context)
        await (context.finish() if kept else context.abandon(LookupError()))
        return orjson.loads(orjson.dumps(result.data, default=str)), [error.message for error in result.errors or ()]

    async def woven(self, person_id: UUID, text: str, variables: dict[str, Any]) -> Any:
        """What the woven statement says. Raises :class:`LeftAside` or a refusal."""
        planned = self.documents.find(text, None)
        if planned is None:
            parsed = parse(text, no_location=True)
            (operation,) = (one for one in parsed.definitions if isinstance(one, OperationDefinitionNode))
            planned = self.documents.read(text, None, parsed, operation)
        assert planned.errors == [], planned.errors
        wanted, arguments = planned.asked(self.documents.schema, variables)
        arrival = await arrived(self.database, self.sessions[person_id], bearer=False)
        assert arrival is not None
        return orjson.loads(
            await self.answering.answer(
                wanted, arguments, standing=arrival.standing, operation=planned.name, request_id="r"
            )
        )

    async def compared(self, person_id: UUID, text: str) -> str | None:
        """Why a woven statement does not answer this; None when it does, and both say the same in the same order, and
        leave the same entries.
        """
        data, errors = await self.ordinary(person_id, text, {})
        before = len(await self._entries(0))
        try:
            woven = await self.woven(person_id, text, {})
        except (LeftAside, Refusal) as reason:
            # What is refused is told by the ordinary executor, which knows which field to name.
            return None if errors else f"{type(reason).__name__} {reason}: {text}"
        assert errors == [], text
        assert woven == data, text
        assert str(woven) == str(data), f"in another order: {text}"
        left = await self._entries(before)
        # Once more: what was read above was to be of the same trail.
        await self.ordinary(person_id, text, {}, kept=True)
        assert await self._entries(before + len(left)) == left, f"in the trail: {text}"
        self.seen += len(left)
        return None

    async def _entries(self, after: int) -> list[Any]:
        """What the trail tells of views, in no order; without what was there before."""
        columns = [
            AuditEntry.actor_id, AuditEntry.subject, AuditEntry.subject_id, AuditEntry.case_id,
            AuditEntry.organization_id, AuditEntry.records, AuditEntry.fields, AuditEntry.request_id,
        ]  # fmt: skip
        asked = select(*columns).where(AuditEntry.act == "viewed").order_by(AuditEntry.seq).offset(after)
        async with self.database.transaction(actors.OPERATOR) as tx:
            found = await tx.session.execute(asked)
            return sorted([*map(str, row[:5]), str(sorted(row[5])), str(row[6]), row[7] or ""] for row in found)

    async def draw(self, times: int) -> tuple[int, list[str]]:
        """Compare so many operations over the whole schema. Returns how many were, and those that are not woven."""
        operations = Operations(schema.graphql, await self._ids(), deepest=2)
        loop = asyncio.get_running_loop()
        tried = 0
        left: list[str] = []

        @settings(
            max_examples=times,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(text=operations.strategy(), person=st.sampled_from(list(self.sessions)))
        def draw(text: str, person: UUID) -> None:
            nonlocal tried
            tried += 1
            why = asyncio.run_coroutine_threadsafe(self.compared(person, text), loop).result(60)
            if why:
                left.append(why)

        await asyncio.to_thread(draw)
        return tried, left

    async def _ids(self) -> Sequence[str]:
        """Global ids of rows of many nouns, and of none."""
        found = [global_id("Case", next(iter(self.sessions))), "nonsense"]
        tables: list[tuple[str, type[Table]]] = [
            (name, noun.table)
            for name, noun in Noun.known.items()
            if noun.table and "id" in noun.facts and noun.graph == name
        ]
        async with self.database.transaction(actors.OPERATOR) as tx:
            for name, table in tables:
                if name in {"Client", "Viewer"}:
                    continue
                key: Any = table.__mapper__.primary_key[0]
                found += [global_id(name, row) for row in await tx.session.scalars(select(key).limit(2))]
        return found


__all__ = ["LEFT", "Paths"]
