"""The first wall: the only maker of SELECTs over people's records.

``visible(standing, Model, now)`` is a SELECT of the rows the actor may see, with the tenant named explicitly, so that
indexes serve it. The second wall, row-level security, says the same in ``migrations`` and is never relied on here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, any_, exists, false, func, not_, or_, select, true

from casework.access import actions
from casework.access.acquaintance import absences, attorneys, contacts, partners, people
from casework.access.arrest_reports import report_contents, reported
from casework.access.attendance import ATTENDANCE
from casework.access.changes import rules as changes
from casework.access.consents import rules as consents
from casework.access.eyes import COUNSEL, LEGAL, READER, TAKERS, Clause, Depth, Eyes, another, reaches
from casework.access.incidents import follow_ups, incidents
from casework.access.legal_team import rules as legal_team
from casework.access.outcomes import rules as outcomes
from casework.access.papers import rules as papers
from casework.access.placements import own_list, sheet_contents, sheets
from casework.access.planned import rules as planned
from casework.access.saved_views import SAVED_VIEWS
from casework.access.sightings import rules as community
from casework.access.spreadsheets import SPREADSHEETS
from casework.access.standing import Standing
from casework.clearance import PURPOSE
from schema.absences import Absence
from schema.advocacy import AdvocacyAction, FurtherCase, SignOff
from schema.assignments import Assignment
from schema.attorneys import Attorney
from schema.audit import AuditEntry
from schema.base import Table
from schema.bond import BondAmount
from schema.cases import Case, CustodyStatus
from schema.conflicts import ConflictName, ConflictSheet, ConflictSheetContents, ConflictToken
from schema.consents import Consent, ConsentAudience, ConsentState
from schema.court_access import CourtAccessReport
from schema.courts import Court, HearingLocation
from schema.custody import Confidence, Whereabouts
from schema.date_checks import DateCheck, Shift
from schema.detainees import Alias, Detainee, DetaineeMerge, DetaineeNumber, Identity, NameToken
from schema.facilities import Facility
from schema.feeds import Feed
from schema.hearings import Hearing
from schema.identity_providers import IdentityProvider, ProviderIdentity
from schema.inbound import InboundMessage
from schema.inbox import InboxMark
from schema.incidents import Incident, IncidentFollowUp
from schema.invitations import Audience, Invitation
from schema.notice_plans import NoticePlan
from schema.notices import Notice, Receipt
from schema.occasions import Occasion
from schema.operations import Operation
from schema.organizations import Membership, Organization, Role
from schema.people import Contact, Person
from schema.push import PushSubscription
from schema.received import ReceivedAct
from schema.reports import ArrestReport, ReportCase, ReportContents
from schema.retention import LegalHold, Sweep
from schema.story import StoryEntry
from schema.tasks import Task
from schema.teams import COUNSEL_ROLES, CaseReader, TeamMember

Row = TypeVar("Row", bound=Table)


def consented(
    eyes: Eyes,
    case_id: ColumnElement[Any] | Any,
    audience: ConsentAudience,
    *,
    place: bool = False,
    bond: bool = False,
) -> Clause:
    """A consent to tell this audience of dates, or of the ``place`` of custody or the ``bond`` too, stands at this
    instant, and the client is held: slots of people at liberty are no audience's to see, and release asks every consent
    again."""
    return eyes.rarely(
        "case_consents",
        (case_id, audience.value, place, bond),
        lambda: _consented(eyes, case_id, audience, place, bond),
    )


def _consented(eyes: Eyes, case_id: Any, audience: ConsentAudience, place: bool, bond: bool) -> Clause:
    consent, case = another(Consent, "consented"), another(Case, "consented")
    return exists().where(
        *([consent.place] if place else []),
        *([consent.bond] if bond else []),
        consent.case_id == case_id,
        consent.audience == audience,
        consent.purpose == PURPOSE[audience],
        consent.state == ConsentState.STANDING,
        consent.given_at <= eyes.now,
        consent.expires_at > eyes.now,
        case.id == consent.case_id,
        case.custody_status != CustodyStatus.RELEASED,
        consent.given_at >= func.coalesce(case.consents_asked_again_from, consent.given_at),
    )


def _hearings(eyes: Eyes, row: Any) -> Clause:
    """The legal team, and advocates with the client's consent: of open hearings of somebody who is held."""
    return or_(
        reaches(eyes, row, LEGAL),
        and_(
            reaches(eyes, row, READER),
            row.detained,
            not_(row.closed_to_public),
            consented(eyes, row.case_id, ConsentAudience.ADVOCATES),
        ),
    )


def _whereabouts(eyes: Eyes, row: Any) -> Clause:
    """The legal team; and advocates to whom the client agreed to have the place told, once two sources agree on it."""
    return or_(
        reaches(eyes, row, LEGAL),
        and_(
            reaches(eyes, row, READER),
            row.confidence == Confidence.CONFIRMED,
            consented(eyes, row.case_id, ConsentAudience.ADVOCATES, place=True),
        ),
    )


def _bond_amounts(eyes: Eyes, row: Any) -> Clause:
    """The legal team, and advocates to whom the client agreed to have the bond told."""
    return or_(
        reaches(eyes, row, LEGAL),
        and_(reaches(eyes, row, READER), consented(eyes, row.case_id, ConsentAudience.ADVOCATES, bond=True)),
    )


def _occasions(eyes: Eyes, row: Any) -> Clause:
    return and_(
        or_(
            reaches(eyes, row, LEGAL),
            and_(row.case_id.is_(None), row.organization_id == any_(eyes.organizations())),
            and_(
                reaches(eyes, row, READER),
                eyes.rarely("acting_sees_occasion", (row.id,), lambda: _stands_in(eyes, row)),
            ),
            actions.shares_occasion(eyes, row.id),
        ),
        actions.open_occasion(eyes, row.id),
    )


def _stands_in(eyes: Eyes, row: Any) -> Clause:
    """An action of a case one reads, or a hearing that advocates may know of."""
    action, hearing = another(AdvocacyAction, "occasions"), another(Hearing, "occasions")
    return or_(
        exists().where(action.occasion_id == row.id),
        exists().where(hearing.occasion_id == row.id, _hearings(eyes, hearing)),
    )


def _story(eyes: Eyes, row: Any) -> Clause:
    return and_(
        reaches(eyes, row, LEGAL),
        or_(not_(row.for_counsel), reaches(eyes, row, COUNSEL)),
        # That an action was published is not for whoever a wall keeps from another of its cases.
        or_(row.subject != "AdvocacyAction", actions.open_words(eyes, row.record_id)),
    )


def _of_detainee(depth: Depth, column: str = "detainee_id") -> Callable[[Eyes, Any], Clause]:
    def clause(eyes: Eyes, row: Any) -> Clause:
        case = another(Case, "of_detainee")
        wide = eyes.organizations(wide=True, legal=depth.legal, supervised=depth.counsel)
        return and_(
            or_(
                # Whose client it is leads every case of theirs: so the tables' keys have it.
                row.organization_id == any_(wide),
                exists().where(case.detainee_id == getattr(row, column), eyes.seated(case, depth)),
            ),
            eyes.open(getattr(row, column)),
        )

    return clause


def _open(eyes: Eyes, row: Any) -> Clause:
    """It is of no case, or no wall stands before its case."""
    return or_(row.case_id.is_(None), eyes.open(row.case_id))


def _of_case(depth: Depth) -> Callable[[Eyes, Any], Clause]:
    return lambda eyes, row: reaches(eyes, row, depth)


def _of_case_or_organization(depth: Depth) -> Callable[[Eyes, Any], Clause]:
    return lambda eyes, row: or_(
        reaches(eyes, row, depth),
        and_(row.case_id.is_(None), row.organization_id == any_(eyes.organizations())),
    )


def _still_read(eyes: Eyes, row: Any) -> Clause:
    """It is of no case, or of one that the actor's organization reads: an ended sharing ends what came of it."""
    reader = another(CaseReader, "still_read")
    return or_(
        row.case_id.is_(None),
        exists().where(
            reader.case_id == row.case_id,
            reader.organization_id == any_(eyes.organizations()),
            or_(reader.until.is_(None), reader.until > eyes.now),
        ),
    )


def _readers(eyes: Eyes, row: Any) -> Clause:
    """The tenant key itself: which cases an organization reads, and who reads those it leads."""
    case = another(Case, "readers")
    return and_(
        or_(
            row.organization_id == any_(eyes.organizations()),
            exists().where(case.id == row.case_id, case.lead_organization_id == any_(eyes.organizations())),
        ),
        eyes.open(row.case_id),
    )


def _notices(eyes: Eyes, row: Any) -> Clause:
    occasion, assignment = another(Occasion, "notices"), another(Assignment, "notices")
    return or_(
        # Said by what follows as well, and by nothing but the row.
        reaches(eyes, row, LEGAL),
        exists().where(occasion.id == row.occasion_id, _occasions(eyes, occasion)),
        exists().where(assignment.id == row.assignment_id, reaches(eyes, assignment, READER)),
        # Of a check-in to which they come along, none before they may know of it: it tells the hour (DOMAIN §3.3).
        and_(
            row.person_id == eyes.person,
            or_(row.audience != Audience.ACCOMPANIER, row.due_at <= eyes.now),
            _open(eyes, row),
        ),
    )


def _audit(eyes: Eyes, row: Any) -> Clause:
    """Admins of the organization; on a case, its lead's coordinators and counsel (DOMAIN §3.3, who read this
    record).
    """
    member = another(TeamMember, "audit")
    counsel = exists().where(
        member.case_id == row.case_id,
        member.person_id == eyes.person,
        member.role.in_(list(COUNSEL_ROLES)),
        member.began_at <= eyes.now,
        or_(member.until.is_(None), member.until > eyes.now),
        reaches(eyes, member, LEGAL),
    )
    return and_(
        or_(
            row.organization_id == any_(eyes.where(Role.ADMIN)),
            row.organization_id == any_(eyes.organizations(wide=True, legal=True)),
            counsel,
        ),
        _open(eyes, row),
    )


def _shifts(eyes: Eyes, row: Any) -> Clause:
    """Whoever looks after the organization's links; and the legal team of a case, of whoever checked a date of it."""
    check = another(DateCheck, "shifts")
    return or_(
        row.organization_id == any_(eyes.where(Role.ADMIN, Role.COORDINATOR)),
        exists().where(check.shift_id == row.id, reaches(eyes, check, LEGAL)),
    )


def _merges(eyes: Eyes, row: Any) -> Clause:
    case = another(Case, "merges")
    return exists().where(case.id == row.kept_case_id, reaches(eyes, case, LEGAL))


VISIBLE: dict[type[Table], Callable[[Eyes, Any], Clause]] = {
    # Reference: public facts.
    Facility: lambda eyes, row: true(),
    Court: lambda eyes, row: true(),
    HearingLocation: lambda eyes, row: true(),
    Organization: lambda eyes, row: eyes.person.is_not(None),
    Membership: lambda eyes, row: or_(
        row.organization_id == any_(eyes.organizations()),
        row.person_id == eyes.person,
        partners(eyes, row.organization_id),
    ),
    # The case and what every seat on it sees (fields by audience).
    Case: lambda eyes, row: reaches(eyes, row, READER),
    CaseReader: _readers,
    TeamMember: _of_case(READER),
    Detainee: _of_detainee(READER, "id"),
    AdvocacyAction: lambda eyes, row: actions.action(eyes, row, _of_case_or_organization(READER)(eyes, row)),
    FurtherCase: _of_case(READER),
    SignOff: _of_case(READER),
    **planned(_of_case_or_organization(READER)),
    # The legal team, and advocates with the client's consent.
    Hearing: _hearings,
    Whereabouts: _whereabouts,
    Occasion: _occasions,
    **legal_team(),
    # Counsel's to-do list tells the strategy: others see what they own or asked for, and what an action needs.
    Task: lambda eyes, row: or_(
        _of_case_or_organization(LEGAL)(eyes, row),
        and_(row.action_id.is_not(None), reaches(eyes, row, READER)),
        and_(
            or_(row.owner_id == eyes.person, row.created_by_id == eyes.person), _still_read(eyes, row), _open(eyes, row)
        ),
    ),
    DetaineeMerge: _merges,
    Identity: _of_detainee(LEGAL),
    DetaineeNumber: _of_detainee(LEGAL),
    Alias: _of_detainee(LEGAL),
    NameToken: _of_detainee(LEGAL),
    Assignment: lambda eyes, row: or_(
        reaches(eyes, row, READER), and_(row.attorney_id == eyes.person, eyes.open(row.case_id))
    ),
    # People and what goes to them.
    Person: people,
    Contact: contacts,
    Attorney: attorneys,
    Absence: absences,
    ReceivedAct: lambda eyes, row: row.person_id == eyes.person,
    Invitation: _of_case_or_organization(READER),
    Notice: _notices,
    **changes(_occasions),
    Receipt: lambda eyes, row: exists().where(
        (letter := another(Notice, "receipts")).id == row.notice_id, _notices(eyes, letter)
    ),
    Feed: lambda eyes, row: or_(
        row.person_id == eyes.person, row.organization_id == any_(eyes.where(Role.ADMIN, Role.COORDINATOR))
    ),
    Shift: _shifts,
    **SAVED_VIEWS,
    IdentityProvider: lambda eyes, row: row.organization_id == any_(eyes.organizations()),
    NoticePlan: lambda eyes, row: row.organization_id == any_(eyes.organizations()),
    ProviderIdentity: lambda eyes, row: row.person_id == eyes.person,
    PushSubscription: lambda eyes, row: row.person_id == eyes.person,
    InboxMark: lambda eyes, row: row.person_id == eyes.person,
    # Only the house reads what came in: what a human must read is a task.
    InboundMessage: lambda eyes, row: false(),
    AuditEntry: _audit,
    # Whoever works on a case knows that it is held; of the whole organization's hold everybody in it.
    LegalHold: lambda eyes, row: or_(
        _of_case_or_organization(LEGAL)(eyes, row),
        and_(row.organization_id == any_(eyes.where(Role.ADMIN)), _open(eyes, row)),
    ),
    Sweep: lambda eyes, row: row.organization_id == any_(eyes.where(Role.ADMIN)),
    # Who takes people in at the legal provider.
    Operation: lambda eyes, row: and_(
        row.organization_id == any_(eyes.where(*TAKERS)), row.organization_id == any_(eyes.organizations(legal=True))
    ),
    **papers(consented),
    **consents(),
    # Representation.
    ConflictSheet: sheets,
    ConflictSheetContents: sheet_contents,
    ConflictName: own_list,
    ConflictToken: own_list,
    # What a door did is the same for everybody who still belongs somewhere.
    CourtAccessReport: lambda eyes, row: func.cardinality(eyes.organizations()) > 0,
    # Seats, companions, the door; observers' rules; lists of people. What a community group reports.
    **ATTENDANCE,
    **SPREADSHEETS,
    ArrestReport: reported,
    ReportContents: report_contents,
    ReportCase: _of_case(READER),
    # The bond track: the amount alone leaves the legal team, and why they are held is counsel's.
    BondAmount: _bond_amounts,
    # Detainers, incidents, family preparedness: the legal team.
    Incident: incidents,
    IncidentFollowUp: follow_ups,
    **outcomes(_occasions),
    **community(),
    # The story: the legal team's, less what is kept for counsel.
    StoryEntry: _story,
}


def visible(standing: Standing, model: type[Row], now: datetime) -> Select[Row]:
    """A SELECT of the rows of ``model`` that the actor may see at this instant. Raises KeyError for an unknown noun."""
    return select(model).where(VISIBLE[model](Eyes(standing, now), model))


__all__ = ["VISIBLE", "consented", "visible"]
