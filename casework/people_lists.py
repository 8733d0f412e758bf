"""Lists of the address book: people who are asked together."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, func, select

from casework import access
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.people import OF_A_CLIENT, Person
from schema.people_lists import PeopleList, PeopleListEntry

_NAME, _MOST = 80, 1_000


async def save_people_list(
    tx: Transaction,
    organization_id: UUID,
    *,
    name: str,
    person_ids: Sequence[UUID],
    list_id: UUID | None = None,
    expected_revision: int | None = None,
) -> PeopleList:
    """Make a list, or save one as it is now: its name and everybody on it. A client and a client's contacts stand on
    none: a list says of people what they have in common. Raises :class:`Invalid`, :class:`ChangedMeanwhile`.
    """
    await access.permit_in_organization(tx, organization_id, Act.SAVE_PEOPLE_LIST)
    name = " ".join(name.split())
    if not 1 <= len(name) <= _NAME:
        raise Invalid("name", "Give the list a name of at most {most} letters.", most=_NAME)
    wanted = list(dict.fromkeys(person_ids))
    if len(wanted) > _MOST:
        raise Invalid("personIds", "At most {most} people stand on one list.", most=_MOST)
    other = select(PeopleList.id).where(
        PeopleList.organization_id == organization_id, func.lower(PeopleList.name) == name.lower(),
        PeopleList.removed_at.is_(None), PeopleList.id.is_distinct_from(list_id),
    )  # fmt: skip
    if await tx.session.scalar(other.limit(1)) is not None:
        raise Invalid("name", "There is a list of that name already.")
    for person_id in wanted:
        person = await access.seen(tx, Person, person_id)
        if person.organization_id != organization_id or person.removed_at is not None:
            raise Invalid("personIds", "Choose people of your own address book.")
        if person.kind in OF_A_CLIENT:
            raise Invalid("personIds", "Clients and their family stand on no list. Ask them one by one.")
    if list_id is None:
        found = PeopleList(id=new_id(), organization_id=organization_id, name=name)
        tx.session.add(found)
    else:
        found = await _standing(tx, list_id, organization_id)
        tx.expect(found, found.revision if expected_revision is None else expected_revision)
        found.name = name
    await tx.session.flush()
    standing = set(
        await tx.session.scalars(select(PeopleListEntry.person_id).where(PeopleListEntry.list_id == found.id))
    )
    await _take_off(tx, found, standing - set(wanted))
    for person_id in wanted:
        if person_id not in standing:
            tx.session.add(
                PeopleListEntry(id=new_id(), organization_id=organization_id, list_id=found.id, person_id=person_id)
            )
    await tx.session.flush()
    # How many, not whom: nothing in the trail may lead to them once they are gone.
    tx.record("people_list.saved", found, before={"people": len(standing)}, after={"people": len(wanted)})
    return found


async def remove_people_list(tx: Transaction, list_id: UUID, *, expected_revision: int) -> PeopleList:
    """Take a list away; the people stay in the address book. Raises :class:`NotAllowedByState`."""
    found = await access.seen(tx, PeopleList, list_id)
    await access.permit_in_organization(tx, found.organization_id, Act.REMOVE_PEOPLE_LIST)
    await tx.session.refresh(found, with_for_update=True)
    tx.expect(found, expected_revision)
    if found.removed_at is not None:
        raise NotAllowedByState("This list was taken away already.")
    found.removed_at = tx.now
    await tx.session.execute(delete(PeopleListEntry).where(PeopleListEntry.list_id == found.id))
    await tx.session.flush()
    tx.record("people_list.removed", found)
    return found


async def on_lists(tx: Transaction, organizations: Sequence[UUID], list_ids: Sequence[UUID]) -> list[UUID]:
    """Everybody on these lists who is still in the address book. Raises :class:`Invalid` for a list that is not
    there.
    """
    found: list[UUID] = []
    for list_id in dict.fromkeys(list_ids):
        one = await access.seen(tx, PeopleList, list_id)
        if one.removed_at is not None or one.organization_id not in organizations:
            raise Invalid("listIds", "This list was taken away, or is not yours.")
        found += await tx.session.scalars(
            select(Person.id)
            .join(PeopleListEntry, PeopleListEntry.person_id == Person.id)
            .where(PeopleListEntry.list_id == one.id, Person.removed_at.is_(None))
            .order_by(Person.id)
        )
    return list(dict.fromkeys(found))


async def _standing(tx: Transaction, list_id: UUID, organization_id: UUID) -> PeopleList:
    found = await access.seen(tx, PeopleList, list_id)
    if found.organization_id != organization_id:
        raise Invalid("listId", "This list is another organization's.")
    await tx.session.refresh(found, with_for_update=True)
    if found.removed_at is not None:
        raise NotAllowedByState("This list was taken away already.")
    return found


async def _take_off(tx: Transaction, found: PeopleList, people: set[UUID]) -> None:
    if people:
        await tx.session.execute(
            delete(PeopleListEntry).where(PeopleListEntry.list_id == found.id, PeopleListEntry.person_id.in_(people))
        )


__all__ = ["on_lists", "remove_people_list", "save_people_list"]
