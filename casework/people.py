"""People the house writes to: officials and their schedulers, supporters, family contacts, and those who sign in."""

from __future__ import annotations

import re
from uuid import UUID

import phonenumbers

from casework import access, times
from casework.access import Act
from casework.language import LANGUAGES
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.attorneys import Attorney
from schema.base import new_id
from schema.people import Channel, Contact, Person, PersonKind


async def add_person(
    tx: Transaction,
    organization_id: UUID,
    *,
    kind: PersonKind,
    name: str,
    office: str | None = None,
    language: str = "en",
    time_zone: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    scheduler_for_id: UUID | None = None,
) -> Person:
    """Put somebody into the organization's address book. Raises :class:`Invalid`.

    What is kept of a person is what a letter needs; nothing about anyone's immigration status has a place here (law 3).
    """
    await access.permit_in_organization(tx, organization_id, Act.ADD_PERSON)
    trimmed = " ".join(name.split())
    if not 1 <= len(trimmed) <= 200:
        raise Invalid("name", "Type their name.")
    if language not in LANGUAGES:
        raise Invalid("language", "Letters go out in {languages}. Choose one of them.", languages=", ".join(LANGUAGES))
    if time_zone:
        times.zone(time_zone)
    if scheduler_for_id is not None:
        official = await access.seen(tx, Person, scheduler_for_id)
        if official.organization_id != organization_id:
            # Schedulers get the official's mail, with its answer links.
            raise Invalid("schedulerForId", "Choose an official of your own address book.")
        if official.kind is not PersonKind.OFFICIAL:
            raise Invalid("schedulerForId", "A scheduler answers for an official.")
    elif kind is PersonKind.SCHEDULER:
        raise Invalid("schedulerForId", "Say for which official they schedule.")
    addresses = [
        (Channel.EMAIL, normalised_email(email) if email else None),
        (Channel.SMS, normalised_phone(phone) if phone else None),
    ]
    key_id = await tx.new_key()
    person = Person(
        id=new_id(),
        organization_id=organization_id,
        kind=kind,
        vault_key_id=key_id,
        office=office.strip() or None if office else None,
        language=language,
        time_zone=time_zone,
        scheduler_for_id=scheduler_for_id,
    )
    person.name = tx.seal(Person, person.id, "name", key_id, trimmed)
    tx.session.add(person)
    await tx.session.flush()
    for channel, address in addresses:
        if address:
            _add_contact(tx, person, channel, address)
    await tx.session.flush()
    tx.record("person.added", person, after={"kind": kind})
    return person


def _add_contact(tx: Transaction, person: Person, channel: Channel, address: str) -> None:
    contact_id = new_id()
    tx.session.add(
        Contact(
            id=contact_id,
            organization_id=person.organization_id,
            person_id=person.id,
            channel=channel,
            address=tx.seal(Contact, contact_id, "address", person.vault_key_id, address),
            address_index=tx.vault.index(person.organization_id.hex, f"contact.{channel}", address),
        )
    )


async def record_attorney(
    tx: Transaction,
    person_id: UUID,
    *,
    bar_states: list[str],
    eoir_registered: bool,
    accredited: bool = False,
    admitted_courts: list[str] | None = None,
    languages: list[str] | None = None,
    open_to_offers: bool = True,
) -> Attorney:
    """Record where somebody may appear, and what they speak."""
    person = await access.seen(tx, Person, person_id)
    if person.id != tx.person_id:
        await access.permit_in_organization(tx, person.organization_id, Act.ADD_PERSON)
    attorney = await tx.session.get(Attorney, person_id)
    if attorney is None:
        attorney = Attorney(person_id=person_id, organization_id=person.organization_id)
        tx.session.add(attorney)
    attorney.bar_states = sorted({state.strip().upper() for state in bar_states if state.strip()})
    attorney.eoir_registered, attorney.accredited = eoir_registered, accredited
    attorney.admitted_courts = sorted(admitted_courts or [])
    attorney.languages = sorted(languages or [])
    attorney.open_to_offers = open_to_offers
    await tx.session.flush()
    tx.record("attorney.recorded", attorney, after={"bar_states": attorney.bar_states})
    return attorney


def normalised_email(text: str) -> str:
    """Lower case, trimmed. Raises :class:`Invalid` for what no mail server would take."""
    address = text.strip().lower()
    if len(address) > 254 or not re.fullmatch(r"[^@\s,;<>()\"\\]+@[^@\s,;<>()\"\\]+\.[^@\s.,;<>()\"\\]+", address):
        raise Invalid("email", '"{text}" is not an e-mail address.', text=text.strip()[:80])
    return address


def normalised_phone(text: str) -> str:
    """E.164. Numbers without a country are taken as U.S. numbers. Raises :class:`Invalid`."""
    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise Invalid(
            "phone", '"{text}" is not a telephone number. Type it with its area code.', text=text.strip()[:40]
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
