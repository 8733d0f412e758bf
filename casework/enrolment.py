"""Enrolment: a client who was released is told their own dates.

A detained person is brought by ICE; one at liberty who misses a date can be ordered removed in absence. So whoever is
released is asked for an address or a number, and is reminded like everybody else, through their own eyes.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access, notices, own_dates, people
from casework.access import Act
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.cases import Case, CaseContact, CustodyStatus
from schema.detainees import Detainee
from schema.people import Person, PersonKind


async def enrol_client(
    tx: Transaction,
    case_id: UUID,
    *,
    language: str,
    email: str | None = None,
    phone: str | None = None,
    time_zone: str | None = None,
    confirmed: bool = False,
) -> CaseContact:
    """Enrol a released client for their own dates, at the address or number they gave themselves. Raises
    :class:`NotAllowedByState` while they are held, :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.ENROL_CLIENT)
    if case.custody_status is not CustodyStatus.RELEASED:
        raise NotAllowedByState("Enrol the client once they are released: whoever is held has no telephone of theirs.")
    if await _enrolled(tx, case) is not None:
        raise NotAllowedByState("The client is enrolled already. End that first, or edit what they wish.")
    if not email and not phone:
        raise Invalid("phone", "Type the number or the address that the client gave.")
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    called = await tx.opened(detainee, "public_name")
    called = called or Sentence("Client of case {case}", case=case.short_id).said(language)
    person = await people.put_down(
        tx, case.lead_organization_id, kind=PersonKind.CLIENT, name=called, language=language,
        time_zone=time_zone, email=email, phone=phone, confirmed=confirmed,
    )  # fmt: skip
    contact = own_dates.contact(tx, case.id, person.id)
    contact.relation, contact.named_by_client, contact.is_client = "client", True, True
    tx.session.add(contact)
    await tx.session.flush()
    await notices.plan_case(tx, case)
    tx.record("client.enrolled", contact, case=case)
    return contact


async def end_enrolment(tx: Transaction, case_id: UUID) -> Case:
    """Write to the client no more. Ending it twice changes nothing."""
    case = await access.case_for(tx, case_id, Act.ENROL_CLIENT)
    contact = await _enrolled(tx, case)
    if contact is None:
        return case
    contact.ended_at = tx.now
    person = await tx.session.get_one(Person, contact.person_id)
    person.removed_at = tx.now
    await notices.stop(tx, person_id=person.id, reason="enrolment_ended")
    tx.record("client.enrolment_ended", contact, case=case)
    return case


async def _enrolled(tx: Transaction, case: Case) -> CaseContact | None:
    found: CaseContact | None = await tx.session.scalar(
        select(CaseContact).where(CaseContact.case_id == case.id, CaseContact.is_client, CaseContact.ended_at.is_(None))
    )
    return found


__all__ = ["end_enrolment", "enrol_client"]
