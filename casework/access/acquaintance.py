"""Whom the actor knows: their own address book, and whom they meet at work."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, any_, exists, func, not_, or_

from casework.access.eyes import LEGAL, READER, Clause, Eyes, another, reaches
from schema.attorneys import Attorney
from schema.cases import CaseContact
from schema.conflicts import ConflictSheet
from schema.invitations import Invitation
from schema.organizations import Membership
from schema.people import OF_A_CLIENT, Person
from schema.teams import CaseReader, TeamMember


def people(eyes: Eyes, row: Any) -> Clause:
    """One's own address book, oneself, and whoever sits on a team one can see. Clients and family contacts are no
    colleagues' to know: only those of cases one works on, and those who are of no case yet.
    """
    return or_(
        row.id == eyes.person,
        and_(
            row.organization_id == any_(eyes.organizations()),
            or_(
                row.kind.not_in(list(OF_A_CLIENT)),
                and_(
                    or_(
                        row.organization_id == any_(eyes.organizations(wide=True)),
                        eyes.rarely("of_no_case_yet", (row.id,), lambda: _of_no_case_yet(row)),
                    ),
                    not_(eyes.rarely("behind_wall", (row.id,), lambda: _behind_wall(eyes, row))),
                ),
            ),
        ),
        eyes.rarely("acting_knows", (row.id,), lambda: _met(eyes, row)),
    )


def _of_no_case_yet(row: Any) -> Clause:
    contact = another(CaseContact, "of_no_case")
    return not_(exists().where(contact.person_id == row.id))


def _behind_wall(eyes: Eyes, row: Any) -> Clause:
    contact = another(CaseContact, "behind_wall")
    return exists().where(contact.person_id == row.id, not_(eyes.open(contact.case_id)))


def contacts(eyes: Eyes, row: Any) -> Clause:
    """Addresses of whom one sees in one's own address book, and one's own."""
    person = another(Person, "contacts")
    return or_(
        row.person_id == eyes.person,
        and_(
            row.organization_id == any_(eyes.organizations()),
            exists().where(person.id == row.person_id, people(eyes, person)),
        ),
    )


def _met(eyes: Eyes, row: Any) -> Clause:
    mine = eyes.organizations()
    membership, member = another(Membership, "people"), another(TeamMember, "people")
    contact, invitation = another(CaseContact, "people"), another(Invitation, "people")
    attorney, asking = another(Attorney, "people"), another(Attorney, "contacts_of_people")
    sheet = another(ConflictSheet, "people")
    return or_(
        exists().where(
            membership.person_id == row.id,
            or_(membership.organization_id == any_(mine), partners(eyes, membership.organization_id)),
        ),
        exists().where(member.person_id == row.id, reaches(eyes, member, READER)),
        exists().where(contact.person_id == row.id, reaches(eyes, contact, LEGAL)),
        exists().where(invitation.person_id == row.id, reaches(eyes, invitation, LEGAL)),
        exists().where(attorney.person_id == row.id, attorney.open_to_offers, _offers(eyes)),
        # To whom a conflict sheet goes, or would go.
        exists().where(asking.conflicts_contact_id == row.id, asking.open_to_offers, _offers(eyes)),
        exists().where(sheet.contact_id == row.id, reaches(eyes, sheet, LEGAL)),
    )


def partners(eyes: Eyes, organization_id: ColumnElement[Any] | Any) -> Clause:
    """Organizations that read a case which the actor's organization leads and the actor coordinates: their members can
    be given a seat on it."""
    reader = another(CaseReader, "partners")
    return exists().where(
        reader.organization_id == organization_id,
        or_(reader.until.is_(None), reader.until > eyes.now),
        reader.lead_organization_id == any_(eyes.organizations(wide=True, legal=True)),
    )


def _offers(eyes: Eyes) -> Clause:
    """May look for counsel outside the own organization: coordinators of legal providers."""
    return func.cardinality(eyes.organizations(wide=True, legal=True)) > 0


def attorneys(eyes: Eyes, row: Any) -> Clause:
    member = another(TeamMember, "attorneys")
    return or_(
        row.organization_id == any_(eyes.organizations()),
        row.person_id == eyes.person,
        and_(row.open_to_offers, _offers(eyes)),
        exists().where(member.person_id == row.person_id, reaches(eyes, member, READER)),
    )


def absences(eyes: Eyes, row: Any) -> Clause:
    """For their own organization, and for whoever offers cases to those who are open to offers: never for a team."""
    open_ = another(Attorney, "absences")
    return or_(
        row.organization_id == any_(eyes.organizations()),
        row.person_id == eyes.person,
        and_(_offers(eyes), exists().where(open_.person_id == row.person_id, open_.open_to_offers)),
    )


__all__ = ["absences", "attorneys", "contacts", "partners", "people"]
