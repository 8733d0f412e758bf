"""Where readers are reached: today's addresses of a whole batch, opened at once; and the page they are led to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from casework.actors import LinkKind
from casework.notices.asked_again import URGENT, Skip
from casework.notices.claiming import Due
from casework.refusals import NotFound
from casework.transaction import Transaction
from casework.vault import Locked
from schema.base import Sealed
from schema.cases import Case
from schema.invitations import LEGAL_EYES, Invitation
from schema.notices import LetterKind
from schema.people import Channel, Contact, Person, PersonKind


@dataclass(frozen=True, slots=True)
class Reached:
    """Where one letter goes, and the name on its envelope."""

    address: str = field(repr=False)
    name: str = field(repr=False)
    #: The official for whom somebody else of their office reads it.
    reads_for: str | None = field(default=None, repr=False)


class Addresses:
    """The people of a batch, who reads what is written to each, and where."""

    def __init__(
        self,
        tx: Transaction,
        people: Mapping[UUID, Person],
        schedulers: Mapping[UUID, Sequence[Person]],
        contacts: Mapping[tuple[UUID, Channel], Sequence[Contact]],
    ) -> None:
        self._tx = tx
        self.people = people
        self._schedulers = schedulers
        self._contacts = contacts

    @classmethod
    async def of(cls, tx: Transaction, batch: Iterable[Due]) -> Addresses:
        """Fetch them in a handful of statements."""
        ids = {notice.person_id for notice in batch}
        people = {person.id: person for person in await tx.session.scalars(select(Person).where(Person.id.in_(ids)))}
        officials = [person for person in people.values() if person.kind is PersonKind.OFFICIAL]
        schedulers = await _schedulers(tx, officials)
        readers = [*people.values(), *(one for theirs in schedulers.values() for one in theirs)]
        contacts: dict[tuple[UUID, Channel], list[Contact]] = {}
        if readers:
            found = await tx.session.scalars(
                select(Contact)
                .where(Contact.person_id.in_([reader.id for reader in readers]))
                .order_by(Contact.created_at, Contact.id)
            )
            for contact in found:
                contacts.setdefault((contact.person_id, contact.channel), []).append(contact)
        addresses = [contact.address for theirs in contacts.values() for contact in theirs]
        await _unlock(tx, [*(reader.name for reader in readers), *addresses])
        return cls(tx, people, schedulers, contacts)

    def readers_of(self, person: Person) -> list[Person]:
        """Who reads what is written to somebody: they themselves, and for an official their schedulers."""
        return [person, *self._schedulers.get(person.id, ())]

    def reached(self, notice: Due) -> Reached:
        """Where the reader is reached. An official without an address: their scheduler. Raises :class:`Skip`."""
        reason = "no_address"
        asked = self.people[notice.person_id]
        for reader in self.readers_of(asked):
            for contact in self._contacts.get((reader.id, notice.channel), ()):
                if contact.stopped_at is not None or contact.bounced_at is not None:
                    reason = "stopped" if contact.stopped_at else "bounced"
                    continue
                try:
                    address, name = self._tx.open(contact, "address"), self._tx.open(reader, "name")
                    reads_for = None if reader is asked else self._tx.open(asked, "name")
                except Locked:
                    # Erased.
                    address = name = reads_for = None
                if address and (notice.channel is not Channel.EMAIL or _is_mail(address)):
                    return Reached(address, name or "", reads_for)
                reason = "no_address"
        # Who said stop is not called about: it is their own wish. Of anything urgent else somebody should know.
        raise Skip(reason, tell=notice.kind in URGENT and reason != "stopped")


def _is_mail(address: str) -> bool:
    local, at, domain = address.rpartition("@")
    return bool(local and at and domain)


async def _schedulers(tx: Transaction, officials: Sequence[Person]) -> dict[UUID, list[Person]]:
    if not officials:
        return {}
    found: dict[UUID, list[Person]] = {}
    asked = select(Person).where(
        Person.scheduler_for_id.in_([official.id for official in officials]), Person.removed_at.is_(None)
    )
    for scheduler in await tx.session.scalars(asked.order_by(Person.id)):
        if scheduler.scheduler_for_id is not None:
            found.setdefault(scheduler.scheduler_for_id, []).append(scheduler)
    return found


async def readers_for(tx: Transaction, person: Person) -> list[Person]:
    """Who reads what is written to somebody: they themselves, and for an official their schedulers."""
    if person.kind is not PersonKind.OFFICIAL:
        return [person]
    return [person, *(await _schedulers(tx, [person])).get(person.id, ())]


async def page_of(tx: Transaction, notice: Due, public_url: str) -> str:
    """The page that a short word leads to: their own answer page, the case, the offers; else the house's door."""
    if notice.kind is LetterKind.ASSIGNMENT_OFFERED:
        return f"{public_url}/offers"
    if notice.invitation_id and (invitation := await tx.session.get(Invitation, notice.invitation_id)):
        return f"{public_url}/a/{tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)}"
    legal = notice.audience in LEGAL_EYES
    case = await tx.session.get(Case, notice.case_id) if notice.case_id and legal else None
    return f"{public_url}/cases/{case.short_id}" if case else public_url


async def _unlock(tx: Transaction, sealed: Sequence[Sealed]) -> None:
    """Unlock all, in one statement; whoever was erased meanwhile stays locked and keeps nobody from theirs."""
    try:
        await tx.unlock(sealed)
    except NotFound:
        for one in sealed:
            try:
                await tx.unlock([one])
            except NotFound:
                continue
