"""What becomes of an address when its carrier, or whoever lives there, has said something of it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import contacts
from casework.notices.claiming import Planned
from casework.notices.readers import readers_for
from casework.transaction import Transaction
from schema.people import Contact, Person


async def written_to(tx: Transaction, notice: Planned, address: str | None = None) -> Contact | None:
    """The contact to which a letter went: the one with this address, if it is one of its readers'; else the first that
    stands, as it is chosen when letters are prepared.
    """
    person = await tx.session.get(Person, notice.person_id)
    for reader in await readers_for(tx, person) if person else ():
        theirs = (
            select(Contact)
            .where(Contact.person_id == reader.id, Contact.channel == notice.channel)
            .order_by(Contact.created_at, Contact.id)
            .limit(1)
        )
        if address is None:
            theirs = theirs.where(Contact.stopped_at.is_(None), Contact.bounced_at.is_(None))
        else:
            index = contacts.index_of(tx, reader.organization_id, notice.channel, address)
            theirs = theirs.where(Contact.address_index == index)
        if (found := await tx.session.scalar(theirs)) is not None:
            return found
    return None


async def nobody_there(tx: Transaction, notice: Planned, address: str | None = None) -> set[UUID]:
    """The carrier says that nobody lives there: it is not tried again. Returns whom it no longer reaches: what else
    waits for them there has to follow (:func:`casework.notices.follow.follow_reach`).
    """
    contact = await written_to(tx, notice, address)
    if contact is None or contact.bounced_at is not None:
        return set()
    contact.bounced_at = tx.now
    await tx.session.flush()
    return {contact.person_id}


async def stopped_at_the_carrier(tx: Transaction, notice: Planned, address: str | None = None) -> set[UUID]:
    """They said stop to the carrier, which did not tell us. Returns whom that address no longer reaches."""
    contact = await written_to(tx, notice, address)
    if contact is None or contact.stopped_at is not None:
        return set()
    contact.stopped_at = tx.now
    await tx.session.flush()
    tx.record("contact.stopped", contact, after={"channel": notice.channel}, reason="the carrier says so")
    return {contact.person_id}


__all__ = ["nobody_there", "stopped_at_the_carrier", "written_to"]
