"""The two paths of a query: the woven statement, and the ordinary executor it must agree with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from graphql import OperationDefinitionNode, parse

from api.context import Context
from api.graph import schema
from api.plans import Documents, NoShape
from casework import actors
from casework.reading import Answering, CannotWeave, arrived
from tests.town import Town


@dataclass
class Paths:
    """Both paths, for the people of one town."""

    town: Town
    documents: Documents
    answering: Answering

    @classmethod
    def of(cls, town: Town) -> Paths:
        return cls(town, Documents(schema.graphql), Answering(town.database, town.settings.address))

    async def ordinary(self, person_id: UUID, text: str, variables: dict[str, Any]) -> Any:
        """What the ordinary executor says: data, and the messages of errors."""
        context = Context(self.town.database, self.town.settings, actors.Person(person_id), "r", lambda: None)
        result = await schema.execute(text, variable_values=variables, context_value=context)
        await context.abandon(LookupError())
        return orjson.loads(orjson.dumps(result.data, default=str)), [error.message for error in result.errors or ()]

    async def woven(self, person_id: UUID, text: str, variables: dict[str, Any]) -> Any:
        """What the woven statement says. Raises :class:`NoShape`, :class:`CannotWeave` or a refusal."""
        planned = self.documents.find(text, None)
        if planned is None:
            parsed = parse(text, no_location=True)
            (operation,) = (one for one in parsed.definitions if isinstance(one, OperationDefinitionNode))
            planned = self.documents.read(text, None, parsed, operation)
        assert planned.errors == [], planned.errors
        wanted, arguments = planned.asked(self.documents.schema, variables)
        (email,) = (one for one, person in self.town.staff.items() if person == person_id)
        standing = await arrived(self.town.database, self.town.sessions[email], bearer=False)
        assert standing is not None
        return orjson.loads(
            await self.answering.answer(wanted, arguments, standing=standing, operation=planned.name, request_id="r")
        )


__all__ = ["CannotWeave", "NoShape", "Paths"]
