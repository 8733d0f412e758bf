"""Seats: from what somebody is in an organization, and on a team, to what they may do. The acts themselves are in
``test_permissions``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import access, intake, organizations, teams
from casework.access import Act
from casework.identities import Known
from casework.refusals import Invalid, NotFound, NotPermitted
from casework.transaction import Transaction
from schema.cases import Case
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.teams import CaseReader, CaseRole, TeamMember
from tests.access.test_permissions import TABLE, granted
from tests.house import House

#: Which role does which act in its organization (DOMAIN §3.2).
EVERY_ROLE = set(Role)
VERIFYING = {Role.COORDINATOR, Role.ADVOCATE, Role.PARALEGAL, Role.ATTORNEY}
IN_ORGANIZATIONS: dict[Act, set[Role]] = {
    Act.TAKE_IN_CASE: {Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY},
    Act.ADD_PERSON: {Role.ADMIN, Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE},
    Act.KEEP_CONTACTS: {Role.ADMIN, Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE},
    Act.SEE_PEOPLE: EVERY_ROLE,
    Act.TAKE_ON_MEMBER: {Role.ADMIN},
    Act.SEND_SIGN_IN_LINK: {Role.ADMIN},
    Act.REVOKE_SIGN_IN_LINKS: {Role.ADMIN},
    Act.CHANGE_ROLES: {Role.ADMIN},
    Act.LET_MEMBER_GO: {Role.ADMIN},
    Act.REVOKE_FEEDS: set(Role),
    Act.REVOKE_EVERYBODYS_FEEDS: {Role.ADMIN},
    Act.START_SHIFT: {Role.COORDINATOR},
    Act.END_SHIFT: {Role.COORDINATOR, Role.ADMIN},
    Act.END_SHIFTS: {Role.COORDINATOR, Role.ADMIN},
    Act.BREAK_GLASS: {Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE, Role.SUPERVISED_STUDENT, Role.PARALEGAL},
    Act.RENEW_LINKS: {Role.COORDINATOR},
    Act.REPORT_ARREST: {Role.COORDINATOR, Role.ADVOCATE},
    Act.WITHDRAW_REPORT: {Role.COORDINATOR, Role.ADVOCATE},
    Act.TAKE_IN_REPORT: {Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY},
    Act.DECLINE_REPORT: {Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY},
    Act.KEEP_SIGHTING_DESK: {Role.COORDINATOR, Role.ADMIN},
    Act.RECORD_SIGHTING: VERIFYING,
    Act.VERIFY_SIGHTING: VERIFYING,
    Act.DISPATCH_RESPONDERS: VERIFYING,
    Act.KEEP_RESPONDERS: VERIFYING,
    Act.TAKE_IN_SIGHTING: {Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY},
    Act.KEEP_DIRECTORY: VERIFYING,
    Act.REFER_PERSON: VERIFYING,
    Act.DRAFT_ACTION_WITHOUT_CASE: {Role.COORDINATOR, Role.ADVOCATE},
    Act.SUBSCRIBE_FEED: EVERY_ROLE,
    Act.READ_AUDIT: {Role.ADMIN},
}


@dataclass(frozen=True)
class Sitter:
    """Somebody, and the one seat they are expected to have. ``seat`` is (role, lead, key), or None."""

    who: str
    seat: tuple[CaseRole, bool, bool] | None
    organization: str = "elm"
    role: Role = Role.PARALEGAL
    supervised: bool = False
    on_team: CaseRole | None = None
    #: Days from now at which their place on the team, or in the organization, ends.
    until: int | None = None
    member_until: int | None = None
    begins: int = -1


LEGAL_SEATS = [one for one in CaseRole if one is not CaseRole.ADVOCATE]
COUNSEL_SEATS = (CaseRole.ATTORNEY, CaseRole.ACCREDITED_REPRESENTATIVE)
SITTERS = [
    # In the lead organization: by role alone only a coordinator sits.
    *(Sitter(f"{role} of the lead, on no team", None, role=role) for role in Role if role is not Role.COORDINATOR),
    Sitter("coordinator", (CaseRole.COORDINATOR, True, False), role=Role.COORDINATOR),
    Sitter("supervised coordinator", (CaseRole.COORDINATOR, True, True), role=Role.COORDINATOR, supervised=True),
    Sitter("supervised, on no team", None, supervised=True),
    # On the team: each in their own role, counsel with the key, the supervised with it too.
    *(Sitter(f"{role} on the team", (role, True, role in COUNSEL_SEATS), on_team=role) for role in LEGAL_SEATS),
    *(Sitter(f"supervised {role}", (role, True, True), on_team=role, supervised=True) for role in LEGAL_SEATS),
    Sitter("advocate on the team", (CaseRole.ADVOCATE, True, False), on_team=CaseRole.ADVOCATE),
    Sitter("supervised advocate", (CaseRole.ADVOCATE, True, False), on_team=CaseRole.ADVOCATE, supervised=True),
    # Ended, not begun, and what has an end ahead.
    Sitter("attorney whose seat ended", None, on_team=CaseRole.ATTORNEY, until=-1),
    Sitter("attorney whose seat has not begun", None, on_team=CaseRole.ATTORNEY, begins=1),
    Sitter("attorney until tomorrow", (CaseRole.ATTORNEY, True, True), on_team=CaseRole.ATTORNEY, until=1),
    Sitter("attorney who left the organization", None, on_team=CaseRole.ATTORNEY, member_until=-1),
    Sitter("coordinator who left", None, role=Role.COORDINATOR, member_until=-1),
    # A legal provider that reads the case beside the lead.
    Sitter("second provider's coordinator", (CaseRole.COORDINATOR, False, False), "beside", Role.COORDINATOR),
    Sitter("second provider's attorney", (CaseRole.ATTORNEY, False, True), "beside", on_team=CaseRole.ATTORNEY),
    Sitter("second provider's paralegal on no team", None, "beside"),
    # A community group: the community's eyes, whatever the role is called.
    Sitter("community coordinator", (CaseRole.ADVOCATE, False, False), "harbor", Role.COORDINATOR),
    Sitter("supervised community coordinator", (CaseRole.ADVOCATE, False, False), "harbor", Role.COORDINATOR, True),
    *(Sitter(f"community {role}", (CaseRole.ADVOCATE, False, False), "harbor", on_team=role) for role in CaseRole),
    Sitter("community advocate on no team", None, "harbor", Role.ADVOCATE),
    # No part in it, or no longer.
    Sitter("another provider's coordinator", None, "apart", Role.COORDINATOR),
    Sitter("another provider's attorney, named on the team", None, "apart", on_team=CaseRole.ATTORNEY),
    Sitter("coordinator where the sharing ended", None, "before", Role.COORDINATOR),
    Sitter("attorney where the sharing ended", None, "before", on_team=CaseRole.ATTORNEY),
]


async def _organizations(house: House) -> dict[str, UUID]:
    """Elm City, one that reads beside it, a community group, one with no part, and one whose part has ended."""
    found = {"elm": house.organization}
    async with house.watching() as tx:
        for slug, kind, until in (
            ("beside", OrganizationKind.LEGAL_PROVIDER, None),
            ("harbor", OrganizationKind.COMMUNITY_GROUP, None),
            ("before", OrganizationKind.LEGAL_PROVIDER, tx.now - timedelta(hours=1)),
            ("apart", OrganizationKind.LEGAL_PROVIDER, None),
        ):
            made = await organizations.found_organization(tx, slug=slug, name=slug, kind=kind, phone="203 555 0100")
            found[slug] = made.id
            if slug != "apart":
                began = tx.now - timedelta(days=9)
                tx.session.add(CaseReader(organization_id=made.id, case_id=house.case, began_at=began, until=until))
    return found


async def test_each_seat_is_what_role_team_and_time_make_it_and_allows_what_the_table_says(house: House) -> None:
    slugs = await _organizations(house)
    people: dict[str, UUID] = {}
    for one in SITTERS:
        people[one.who] = await house.a_person(one.who, email=None)
    async with house.watching() as tx:
        for one in SITTERS:
            tx.session.add(
                Membership(
                    organization_id=slugs[one.organization], person_id=people[one.who], role=one.role,
                    supervised=one.supervised,
                    ended_at=None if one.member_until is None else tx.now + timedelta(days=one.member_until),
                )
            )  # fmt: skip
            if one.on_team:
                tx.session.add(
                    TeamMember(
                        case_id=house.case, person_id=people[one.who], organization_id=slugs[one.organization],
                        role=one.on_team, began_at=tx.now + timedelta(days=one.begins),
                        until=None if one.until is None else tx.now + timedelta(days=one.until),
                    )
                )  # fmt: skip

    wrong: list[object] = []
    for one in SITTERS:
        async with house.acting(people[one.who]) as tx:
            seat = (await access.seats(tx, [house.case])).get(house.case)
            if one.seat is None:
                with pytest.raises(NotFound):
                    await access.case_for(tx, house.case, Act.SEE_CASE)
                wrong += [(one.who, seat)] if seat else []
                continue
            role, lead, key = one.seat
            if seat is None or (seat.roles, seat.lead, seat.counsel) != ({role}, lead, key):
                wrong.append((one.who, seat))
                continue
            expected = {act for act in TABLE if granted(act, role, lead=lead, key=key)}
            wrong += [(one.who, act) for act in TABLE if access.allows(seat, act) is not (act in expected)]
            # And the door that verbs go through agrees: seen by everybody, refused by name to whoever may not.
            await access.case_for(tx, house.case, Act.SEE_CASE)
            for act in (Act.SHARE_CASE, Act.UPDATE_CASE, Act.SIGN_OFF_ACTION, Act.WRITE_PRIVILEGED_NOTE):
                try:
                    await access.case_for(tx, house.case, act)
                except NotPermitted:
                    wrong += [(one.who, act, "refused")] if act in expected else []
                else:
                    wrong += [] if act in expected else [(one.who, act, "done")]

    assert wrong == []


async def test_a_role_allows_in_its_own_organization_what_the_table_says_and_elsewhere_nothing(house: House) -> None:
    slugs = await _organizations(house)
    wrong: list[object] = []
    for role in Role:
        person = await house.a_person(f"{role} somebody", email=None, role=role)
        left = await house.a_person(f"{role} who left", email=None)
        async with house.watching() as tx:
            tx.session.add(Membership(organization_id=house.organization, person_id=left, role=role, ended_at=tx.now))
        for act, allowed in IN_ORGANIZATIONS.items():
            async with house.acting(person) as tx:
                said = await _said(tx, house.organization, act)
                if said != ("done" if role in allowed else "NotPermitted"):
                    wrong.append((role, act, said))
                if (elsewhere := await _said(tx, slugs["beside"], act)) != "NotFound":
                    wrong.append((role, act, "elsewhere", elsewhere))
            async with house.acting(left) as tx:
                if (after := await _said(tx, house.organization, act)) != "NotFound":
                    wrong.append((role, act, "left", after))
    assert wrong == []


async def _said(tx: Transaction, organization_id: UUID, act: Act) -> str:
    try:
        assert isinstance(await access.permit_in_organization(tx, organization_id, act), Organization)
    except (NotFound, NotPermitted) as refused:
        return type(refused).__name__
    return "done"


async def test_a_community_group_takes_in_no_case_whatever_the_role(house: House) -> None:
    slugs = await _organizations(house)
    person = await house.a_person("Noor Haddad")
    async with house.watching() as tx:
        for role in Role:
            tx.session.add(Membership(organization_id=slugs["harbor"], person_id=person, role=role))

    with pytest.raises(Invalid, match="legal provider"):
        async with house.acting(person) as tx:
            await intake.take_in_case(tx, slugs["harbor"], known=Known(), public_name="Ana M.")
    async with house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Case)) == 1


async def test_whoever_has_left_the_team_may_do_nothing_more_from_that_instant(house: House) -> None:
    async with house.acting(house.luis) as tx:
        await access.case_for(tx, house.case, Act.SIGN_OFF_ACTION)
    async with house.acting(house.ana) as tx:
        member = next(
            one for one in await tx.session.scalars(access.visible(await access.standing(tx), TeamMember, tx.now))
            if one.person_id == house.luis
        )  # fmt: skip
        await teams.leave_team(tx, member.id)
    async with house.acting(house.luis) as tx:
        for act in (Act.SEE_CASE, Act.SIGN_OFF_ACTION, Act.CALL_OFF_ACTION):
            with pytest.raises(NotFound):
                await access.case_for(tx, house.case, act)
