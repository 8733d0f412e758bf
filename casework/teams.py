"""Who is on a case: organizations that read it, people with a role, and the contacts a client keeps."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from casework import access, docketing, notices, own_dates
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.cases import Case, CaseContact
from schema.organizations import Membership, Organization, OrganizationKind
from schema.people import Person
from schema.teams import CaseReader, CaseRole, TeamMember
from schema.walls import ConflictWall


async def share_case(
    tx: Transaction, case_id: UUID, organization_id: UUID, *, until: datetime | None = None
) -> CaseReader:
    """Let another organization read a case, to an end if one is set. What its people see depends on their role."""
    case = await access.case_for(tx, case_id, Act.SHARE_CASE)
    organization = await tx.session.get(Organization, organization_id)
    if organization is None:
        raise Invalid("organizationId", "There is no such organization.")
    if organization_id == case.lead_organization_id:
        raise Invalid("organizationId", "This organization leads the case already.")
    if until is not None and until <= tx.now:
        raise Invalid("until", "The end lies in the past.")
    await _refuse_walled_organization(tx, case, organization_id)
    reader = await _read_by(tx, case.id, organization_id, until)
    tx.record("case.shared", case, after={"organization": organization.slug, "until": until})
    return reader


async def _refuse_walled_organization(tx: Transaction, case: Case, organization_id: UUID) -> None:
    of_client = select(Case.id).where(Case.detainee_id == case.detainee_id)
    wall = select(ConflictWall.id).where(
        ConflictWall.case_id.in_(of_client),
        ConflictWall.organization_id == organization_id,
        ConflictWall.lifted_at.is_(None),
    )
    if await tx.session.scalar(wall.limit(1)):
        raise Invalid("organizationId", "A conflict wall keeps this organization from the client.")


async def _read_by(tx: Transaction, case_id: UUID, organization_id: UUID, until: datetime | None) -> CaseReader:
    reader = await tx.session.get(CaseReader, (organization_id, case_id))
    if reader is None:
        reader = CaseReader(organization_id=organization_id, case_id=case_id, began_at=tx.now)
        tx.session.add(reader)
    reader.until = until
    await tx.session.flush()
    return reader


async def stop_sharing(tx: Transaction, case_id: UUID, organization_id: UUID) -> Case:
    """End an organization's reading now, and the seats of its people with it."""
    case = await access.case_for(tx, case_id, Act.SHARE_CASE)
    if organization_id == case.lead_organization_id:
        raise NotAllowedByState("The lead organization always reads its case.")
    reader = await tx.session.get(CaseReader, (organization_id, case.id))
    if reader is None or (reader.until and reader.until <= tx.now):
        raise NotAllowedByState("This organization does not read the case.")
    reader.until = tx.now
    await end_seats(tx, case, TeamMember.organization_id == organization_id)
    await notices.plan_case(tx, case)
    tx.record("case.sharing_stopped", case, after={"organization_id": organization_id})
    return case


async def end_seats(tx: Transaction, case: Case, *which: ColumnElement[bool]) -> None:
    """End seats on a case now, also those that would end later by themselves, without asking who may: verbs that imply
    it call this.
    """
    seats = select(TeamMember).where(
        TeamMember.case_id == case.id, or_(TeamMember.until.is_(None), TeamMember.until > tx.now), *which
    )
    ending = list(await tx.session.scalars(seats.order_by(TeamMember.id)))
    # An attorney's colleagues leave with them.
    beside = select(TeamMember).where(
        TeamMember.follows_id.in_([member.id for member in ending]),
        or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
    )
    ending = [*list(await tx.session.scalars(beside.order_by(TeamMember.id))), *ending]
    for member in dict.fromkeys(ending):
        member.until = tx.now
        tx.record("team.left", member, case=case, after={"person_id": member.person_id, "role": member.role})
        # One after the other: when it is their own, they see the next no more.
        await tx.session.flush()


async def add_to_team(
    tx: Transaction, case_id: UUID, person_id: UUID, role: CaseRole, *, until: datetime | None = None
) -> TeamMember:
    """Give somebody a seat on the case, on behalf of their organization, which then reads it."""
    case = await access.case_for(tx, case_id, Act.SHARE_CASE)
    if until is not None and until <= tx.now:
        raise Invalid("until", "The end lies in the past.")
    organization = await _organization_for(tx, case, person_id)
    if organization is None:
        raise Invalid("personId", "Only members of an organization can sit on a case's team.")
    if role is not CaseRole.ADVOCATE and organization.kind is OrganizationKind.COMMUNITY_GROUP:
        raise Invalid("role", "People of a community group sit on a case as advocates.")
    member = await seat(tx, case.id, person_id, organization.id, role, until=until)
    await notices.plan_case(tx, case)
    await docketing.remind(tx, case)
    tx.record("team.joined", member, case=case, after={"person_id": person_id, "role": role, "until": until})
    return member


async def seat(
    tx: Transaction,
    case_id: UUID,
    person_id: UUID,
    organization_id: UUID,
    role: CaseRole,
    *,
    until: datetime | None = None,
) -> TeamMember:
    """The seat itself, without asking who may give it: verbs that imply a seat call this. Sitting already is no
    error.
    """
    await access.refuse_walled(tx, case_id, person_id, "personId")
    reader = await tx.session.get(CaseReader, (organization_id, case_id))
    if reader is None or (reader.until is not None and reader.until <= tx.now):
        await _read_by(tx, case_id, organization_id, None)
    member = await tx.session.scalar(
        select(TeamMember).where(
            TeamMember.case_id == case_id,
            TeamMember.person_id == person_id,
            TeamMember.role == role,
            or_(TeamMember.until.is_(None), TeamMember.until > tx.now),
        )
    )
    if member is not None and member.urgent_reason is not None:
        # Who had opened the case urgently is given a seat like anybody's. The urgent one ends, and keeps its reason.
        member.until, member = tx.now, None
    if member is None:
        member = TeamMember(
            case_id=case_id, person_id=person_id, organization_id=organization_id, role=role, began_at=tx.now
        )
        tx.session.add(member)
    member.until = until
    await tx.session.flush()
    return member


async def _organization_for(tx: Transaction, case: Case, person_id: UUID) -> Organization | None:
    """On whose behalf somebody joins: the lead organization when they belong to it, else the first of theirs that reads
    the case, else the first of theirs."""
    reading = set(
        await tx.session.scalars(
            select(CaseReader.organization_id).where(
                CaseReader.case_id == case.id, or_(CaseReader.until.is_(None), CaseReader.until > tx.now)
            )
        )
    )
    found = await tx.session.execute(
        select(Organization, Membership.created_at)
        .join(Membership, Membership.organization_id == Organization.id)
        .where(Membership.person_id == person_id, or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now))
        .order_by(Membership.created_at, Membership.id)
    )
    organizations = [organization for organization, _ in found]
    return min(
        organizations,
        key=lambda one: (one.id != case.lead_organization_id, one.id not in reading),
        default=None,
    )


async def leave_team(tx: Transaction, member_id: UUID) -> Case:
    """End a seat now. Whoever sits in it may leave by themselves."""
    member = await access.seen(tx, TeamMember, member_id)
    act = Act.SEE_CASE if member.person_id == tx.person_id else Act.SHARE_CASE
    member, case = await access.record_for(tx, TeamMember, member_id, act)
    if member.until is not None and member.until <= tx.now:
        raise NotAllowedByState("They left this team already.")
    await docketing.remind(tx, case, leaving=member.person_id)
    await end_seats(tx, case, TeamMember.id == member.id)
    await notices.plan_case(tx, case)
    return case


async def name_contact(
    tx: Transaction, case_id: UUID, person_id: UUID, *, relation: str, named_by_client: bool
) -> CaseContact:
    """Record a family contact: the client named them, or counsel did until the client is reached (DOMAIN §3.3)."""
    case = await access.case_for(tx, case_id, Act.UPDATE_CASE)
    if not relation.strip():
        raise Invalid("relation", "Say what they are to the client: mother, cousin, friend.")
    await access.seen(tx, Person, person_id)
    if not named_by_client:
        seat_ = (await access.seats(tx, [case.id])).get(case.id)
        if seat_ is not None and not seat_.counsel:
            raise Invalid(
                "namedByClient", "Until the client has named them, only counsel may: abusers and traffickers also call."
            )
    contact = await tx.session.scalar(
        select(CaseContact).where(CaseContact.case_id == case.id, CaseContact.person_id == person_id)
    )
    if contact is None:
        contact = own_dates.contact(tx, case.id, person_id)
        tx.session.add(contact)
    elif contact.ended_at is not None:
        # The link they had was of somebody whom the client did not keep any more.
        own_dates.renew(tx, contact)
    contact.relation, contact.named_by_client, contact.ended_at = relation.strip(), named_by_client, None
    await tx.session.flush()
    await notices.plan_case(tx, case)
    tx.record("case.contact_named", contact, case=case, after={"named_by_client": named_by_client})
    return contact
