"""People the house writes to: officials and their schedulers, supporters, family contacts, and those who sign in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, contacts, lookalikes, times
from casework.access import Act
from casework.contacts import normalised_email, normalised_phone
from casework.language import LANGUAGES
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.attorneys import Accreditation, Attorney, Qualification
from schema.base import new_id
from schema.organizations import Membership
from schema.people import Channel, Person, PersonKind
from schema.proceedings import ProceedingKind


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
    confirmed: bool = False,
) -> Person:
    """Put somebody into the organization's address book. Raises :class:`Invalid`, and :class:`LooksLike` once, until it
    is ``confirmed``, for whoever is nearly somebody else.

    What is kept of a person is what a letter needs; nothing about anyone's immigration status has a place here (law 3).
    """
    await access.permit_in_organization(tx, organization_id, Act.ADD_PERSON)
    if kind is PersonKind.CLIENT:
        raise Invalid("kind", "A client is enrolled on their case, once released.")
    return await put_down(
        tx, organization_id, kind=kind, name=name, office=office, language=language, time_zone=time_zone, email=email,
        phone=phone, scheduler_for_id=scheduler_for_id, confirmed=confirmed,
    )  # fmt: skip


async def put_down(
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
    confirmed: bool = False,
) -> Person:
    """The same, without asking who may: verbs that know it call this."""
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
    if not confirmed:
        given = [(channel, address) for channel, address in addresses if address]
        await lookalikes.challenge(tx, organization_id, name=trimmed, addresses=given)
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
            await contacts.put_down(tx, person, channel, address)
    await tx.session.flush()
    tx.record("person.added", person, after={"kind": kind})
    return person


async def record_attorney(
    tx: Transaction,
    person_id: UUID,
    *,
    bar_states: Sequence[str] = (),
    eoir_registered: bool = False,
    qualification: Qualification = Qualification.ATTORNEY,
    good_standing: bool = True,
    accreditation: Accreditation | None = None,
    accredited_until: date | None = None,
    supervisor_id: UUID | None = None,
    statement_filed: bool = False,
    admitted_courts: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
    open_to_offers: bool = True,
    most_cases: int | None = None,
    hours_a_month: int | None = None,
    places: Sequence[str] | None = None,
    remote: bool = True,
    interests: Sequence[ProceedingKind] | None = None,
    wants_mentor: bool = False,
    mentor_id: UUID | None = None,
    conflicts_contact_id: UUID | None = None,
) -> Attorney:
    """Record what somebody is before courts, where they may appear, what they speak, and what they take on. Whoever it
    is may do it themselves. Raises :class:`Invalid`.
    """
    person = await access.seen(tx, Person, person_id)
    if person.id != tx.person_id:
        await access.permit_in_organization(tx, person.organization_id, Act.RECORD_ATTORNEY)
    for field, number, most in (("mostCases", most_cases, 500), ("hoursAMonth", hours_a_month, 400)):
        if number is not None and not 0 <= number <= most:
            raise Invalid(field, "Type a number from 0 to {most}, or leave it out.", most=most)
    bars = _codes("barStates", bar_states)
    if any(not re.fullmatch(r"[A-Z]{2}", state) for state in bars):
        raise Invalid("barStates", "Name each state bar by the two letters of its state, such as CT.")
    if accreditation is not None and qualification is not Qualification.ACCREDITED_REPRESENTATIVE:
        raise Invalid("accreditation", "Only an accredited representative has an accreditation (8 CFR 1292.12).")
    for field, somebody in (("supervisorId", supervisor_id), ("conflictsContactId", conflicts_contact_id)):
        if somebody is not None:
            await _colleague(tx, person, somebody, field)
    if supervisor_id == person_id:
        raise Invalid("supervisorId", "Somebody else supervises them.")
    if mentor_id is not None:
        await access.seen(tx, Person, mentor_id)
    attorney = await tx.session.get(Attorney, person_id)
    if attorney is None:
        attorney = Attorney(person_id=person_id, organization_id=person.organization_id)
        tx.session.add(attorney)
    attorney.qualification, attorney.good_standing = qualification, good_standing
    attorney.bar_states, attorney.eoir_registered = bars, eoir_registered
    attorney.accreditation, attorney.accredited_until = accreditation, accredited_until
    attorney.supervisor_id, attorney.statement_filed = supervisor_id, statement_filed
    attorney.admitted_courts = _listed("admittedCourts", admitted_courts or ())
    attorney.languages = _listed("languages", languages or ())
    attorney.open_to_offers = open_to_offers
    attorney.most_cases, attorney.hours_a_month = most_cases, hours_a_month
    attorney.places, attorney.remote = _codes("places", places or ()), remote
    attorney.interests = sorted({ProceedingKind(kind).value for kind in interests or ()})
    attorney.wants_mentor, attorney.mentor_id = wants_mentor, mentor_id
    attorney.conflicts_contact_id = conflicts_contact_id
    await tx.session.flush()
    tx.record("attorney.recorded", attorney, after={"qualification": qualification, "bar_states": attorney.bar_states})
    return attorney


def _listed(field: str, typed: Sequence[str]) -> list[str]:
    found = sorted({one.strip() for one in typed if one.strip()})
    if len(found) > 50 or any(len(one) > 60 for one in found):
        raise Invalid(field, "Name at most 50, each in a few letters.")
    return found


def _codes(field: str, typed: Sequence[str]) -> list[str]:
    return _listed(field, [one.strip().upper() for one in typed])


async def _colleague(tx: Transaction, person: Person, other_id: UUID, field: str) -> None:
    stands = select(Membership.id).where(
        Membership.person_id == other_id,
        Membership.organization_id == person.organization_id,
        Membership.stands(tx.now),
    )
    if await tx.session.scalar(stands.limit(1)) is None:
        raise Invalid(field, "Choose somebody of their own organization.")
