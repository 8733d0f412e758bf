"""Contacts: where somebody is reached, on which channels.

A stop is kept with the address, for everybody of the address book who has it: it ends when they say so themselves, and
not because an address was taken away and typed in again (47 CFR 64.1200(a)(10)).
"""

from __future__ import annotations

import re
from uuid import UUID

import phonenumbers
from sqlalchemy import func, select

from casework import chat_addresses
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.people import Channel, Contact, Person


async def put_down(tx: Transaction, person: Person, channel: Channel, address: str) -> Contact:
    """Write an address down that is normalised already. The person's key must be unlocked."""
    contact_id = new_id()
    index = index_of(tx, person.organization_id, channel, address)
    contact = Contact(
        id=contact_id,
        organization_id=person.organization_id,
        person_id=person.id,
        channel=channel,
        address=tx.seal(Contact, contact_id, "address", person.vault_key_id, address),
        address_index=index,
        # Whoever else has it said stop for all who do.
        stopped_at=await tx.session.scalar(
            select(func.min(Contact.stopped_at)).where(
                Contact.organization_id == person.organization_id,
                Contact.channel == channel,
                Contact.address_index == index,
            )
        ),
    )
    tx.session.add(contact)
    return contact


def index_of(tx: Transaction, organization_id: UUID, channel: Channel, address: str) -> bytes:
    """By what an address is found without being opened."""
    return tx.vault.index(organization_id.hex, f"contact.{channel}", address)


async def at_address(tx: Transaction, channel: Channel, address: str) -> list[Contact]:
    """Every contact with this address, whosever address book it stands in, in a stable order. For the house itself."""
    books = await tx.session.scalars(select(Contact.organization_id).where(Contact.channel == channel).distinct())
    indexes = [index_of(tx, one, channel, address) for one in books]
    found = await tx.session.scalars(
        select(Contact)
        .where(Contact.channel == channel, Contact.address_index.in_(indexes))
        .order_by(Contact.person_id)
        .with_for_update()
    )
    return list(found)


def normalised(channel: Channel, address: str, chat_hosts: frozenset[str] | None = None) -> str:
    """An address as it is kept, so that one address is one. Raises :class:`Invalid`."""
    if channel is Channel.EMAIL:
        return normalised_email(address, "address")
    if channel is Channel.SMS:
        return normalised_phone(address, "address")
    if channel is Channel.CHAT:
        if chat_hosts is None:
            raise Invalid(
                "channel", "Chats are turned off here. Ask whoever runs this deployment, or take e-mail or text."
            )
        return chat_addresses.checked(address, chat_hosts)
    raise Invalid("channel", "A browser is added by whoever sits before it, on the page of their account.")


def normalised_email(text: str, field: str = "email") -> str:
    """Lower case, trimmed. Raises :class:`Invalid` for what no mail server would take."""
    address = text.strip().lower()
    if len(address) > 254 or not re.fullmatch(r"[^@\s,;<>()\"\\]+@[^@\s,;<>()\"\\]+\.[^@\s.,;<>()\"\\]+", address):
        raise Invalid(field, '"{text}" is not an e-mail address.', text=text.strip()[:80])
    return address


def normalised_phone(text: str, field: str = "phone") -> str:
    """E.164. Numbers without a country are taken as U.S. numbers. Raises :class:`Invalid`."""
    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        number = None
    # A number without its area code is possible in its town alone, and nobody knows which town is meant.
    whole = phonenumbers.ValidationResult.IS_POSSIBLE
    if number is None or phonenumbers.is_possible_number_with_reason(number) != whole:
        raise Invalid(field, '"{text}" is not a telephone number. Type it with its area code.', text=text.strip()[:40])
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


__all__ = [
    "at_address",
    "index_of",
    "normalised",
    "normalised_email",
    "normalised_phone",
    "put_down",
]
