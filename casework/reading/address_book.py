"""The address book, searched: names lie sealed, so they are opened and those are kept that hold every word."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Select, Uuid, any_, bindparam, exists, literal, or_, select, type_coerce

from casework.access import VISIBLE, Eyes
from casework.names import folded
from casework.reading.page import words
from casework.reading.places import Row
from casework.reading.search import Asking, Seeker
from schema.organizations import Membership
from schema.people import Person
from schema.teams import CaseReader

#: Names that are opened for one question, at most.
_OPENED = 10_000


async def people_named(seeker: Seeker, query: str, case_id: UUID | None = None) -> list[UUID]:
    """People of the actor's organizations whose name and office hold every word of a query; of a case, the members of
    all organizations that read it, who could join its team.
    """
    rows = await seeker.rows(_book(case_id is not None), {"given_case": case_id} if case_id else {})
    await seeker.unlock(seeker.vault.missing(row["name"] for row in rows))
    wanted = words(folded(query))
    found = []
    for row in rows:
        name = seeker.vault.opened(row["name"], b"people.name", row["id"].bytes)
        said = folded(f"{name} {row['office'] or ''}")
        if all(word in said for word in wanted):
            found.append(row["id"])
    return found


@cache
def _book(of_case: bool) -> Asking:
    def ask(eyes: Eyes) -> Select[Any]:
        person = Row(Person)
        belongs = (
            could_join(eyes, person, bindparam("given_case", None, Uuid()))
            if of_case
            else person.organization_id == any_(eyes.organizations())
        )
        return (
            select(person.id, type_coerce(person.name, LargeBinary).label("name"), person.office)
            .where(VISIBLE[Person](eyes, person), belongs, person.removed_at.is_(None))
            .order_by(person.id)
            .limit(literal(_OPENED))
        )

    return ask


def could_join(eyes: Eyes, person: Any, case_id: Any) -> Any:
    """They are a member of an organization that reads a case: they could join its team."""
    member, reader = Row(Membership), Row(CaseReader)
    return exists(
        select(literal(1))
        .select_from(member.alias.join(reader.alias, reader.organization_id == member.organization_id))
        .where(
            member.person_id == person.id,
            or_(member.ended_at.is_(None), member.ended_at > eyes.now),
            reader.case_id == case_id,
            or_(reader.until.is_(None), reader.until > eyes.now),
        )
    )


__all__ = ["could_join", "people_named"]
