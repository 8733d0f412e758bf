"""Queries: the lists pages begin with. Everything below them hangs on the types."""

from __future__ import annotations

import asyncio
from datetime import datetime

import strawberry

from api import nodes
from api.board import BoardQueries
from api.changes import ChangeQueries
from api.conflicts import ConflictQueries
from api.context import Info
from api.custody import CustodyQueries
from api.deadlines import DeadlineQueries
from api.directory import DirectoryQueries
from api.hearings import HearingQueries
from api.inbox import InboxQueries
from api.invitations import InvitationQueries
from api.messages import MessageQueries
from api.notice_plans import NoticePlanQueries
from api.operations import OperationQueries
from api.reports import ReportQueries
from api.responders import ResponderQueries
from api.rights import RightsQueries
from api.sighting_desks import SightingDeskQueries
from api.sightings import SightingQueries
from api.spreadsheets import SpreadsheetQueries
from api.trails import TrailQueries
from api.types import advocacy as advocacy_types
from api.types import cases as case_types
from api.types import date_checks as date_check_types
from api.types import deadlines as deadline_types
from api.types import feeds as feed_types
from api.types import invitations as invitation_types
from api.types import occasions as occasion_types
from api.types import operations as operation_types
from api.types import outcomes as outcome_types
from api.types import people as people_types
from api.types import placements as placement_types
from api.types import places as place_types
from api.types import reports as report_types
from api.types import representation as representation_types
from api.types import spreadsheets as spreadsheet_types
from api.types import teams as team_types
from api.types import verification as verification_types
from api.types import work as work_types
from api.types.changes import NODES as CHANGE_NODES
from api.types.community import COMMUNITY_NODES
from api.types.custody import CustodyStint
from api.types.paging import PageInfo, edges
from api.types.viewer import Viewer
from api.waiting import WaitingQueries
from casework import access, feeds, reading
from casework.refusals import NotFound
from schema import advocacy as advocacy_rows
from schema import assignments as assignment_rows
from schema import cases as case_rows
from schema import conflicts as conflict_rows
from schema import consents as consent_rows
from schema import courts as court_rows
from schema import custody as custody_rows
from schema import date_checks as date_check_rows
from schema import deadlines as deadline_rows
from schema import decisions as decision_rows
from schema import facilities as facility_rows
from schema import feeds as feed_rows
from schema import hearings as hearing_rows
from schema import invitations as invitation_rows
from schema import notes as note_rows
from schema import notices as notice_rows
from schema import occasions as occasion_rows
from schema import operations as operation_rows
from schema import organizations as organization_rows
from schema import outcomes as outcome_rows
from schema import people as person_rows
from schema import proceedings as proceeding_rows
from schema import reports as report_rows
from schema import spreadsheets as spreadsheet_rows
from schema import tasks as task_rows
from schema import teams as team_rows
from schema.advocacy import ActionState
from schema.occasions import OccasionKind
from schema.people import PersonKind


@strawberry.input
class CalendarRange:
    start: datetime = strawberry.field(name="from")
    until: datetime
    court_id: strawberry.ID | None = None
    case_id: strawberry.ID | None = None
    mine: bool = False
    attorney_id: strawberry.ID | None = strawberry.field(
        default=None, description="Dates of cases whose attorney this is."
    )
    kinds: list[OccasionKind] | None = None
    unconfirmed: bool = strawberry.field(default=False, description="Only dates that no official channel confirmed.")


@strawberry.type
class PersonEdge:
    node: people_types.Person
    cursor: str


@strawberry.type
class PersonConnection:
    edges: list[PersonEdge]
    page_info: PageInfo


#: Nouns that ``node(id)`` finds, and how each is shown.
_NODES = {
    "AdvocacyAction": (advocacy_rows.AdvocacyAction, advocacy_types.AdvocacyAction.of),
    "ArrestReport": (report_rows.ArrestReport, report_types.ArrestReport.of),
    "Appearance": (assignment_rows.Appearance, placement_types.Appearance.of),
    "Assignment": (assignment_rows.Assignment, representation_types.Assignment.of),
    "Case": (case_rows.Case, case_types.Case.of),
    "ConflictSheet": (conflict_rows.ConflictSheet, placement_types.ConflictSheet.of),
    "Consent": (consent_rows.Consent, representation_types.Consent.of),
    "Court": (court_rows.Court, place_types.Court.of),
    "CustodyStint": (custody_rows.CustodyStint, None),
    "Deadline": (deadline_rows.Deadline, deadline_types.Deadline.of),
    "Facility": (facility_rows.Facility, place_types.Facility.of),
    "Decision": (decision_rows.Decision, verification_types.Decision.of),
    "Feed": (feed_rows.Feed, feed_types.Feed.of),
    "Hearing": (hearing_rows.Hearing, occasion_types.Hearing.of),
    "HearingLocation": (court_rows.HearingLocation, place_types.HearingLocation.of),
    "Invitation": (invitation_rows.Invitation, invitation_types.Invitation.of),
    "Notice": (notice_rows.Notice, occasion_types.Notice.of),
    "Occasion": (occasion_rows.Occasion, occasion_types.Occasion.of),
    "Operation": (operation_rows.Operation, operation_types.Operation.of),
    "Organization": (organization_rows.Organization, people_types.Organization.of),
    "Outcome": (outcome_rows.Outcome, outcome_types.Outcome.of),
    "Person": (person_rows.Person, people_types.Person.of),
    "Spreadsheet": (spreadsheet_rows.Spreadsheet, spreadsheet_types.Spreadsheet.of),
    "Shift": (date_check_rows.Shift, date_check_types.Shift.of),
    "Proceeding": (proceeding_rows.Proceeding, occasion_types.Proceeding.of),
    "TeamMember": (team_rows.TeamMember, team_types.TeamMember.of),
    **CHANGE_NODES,
    **COMMUNITY_NODES,
}


@strawberry.type
class Query(
    BoardQueries,
    DeadlineQueries, HearingQueries, OperationQueries, ConflictQueries, ReportQueries, TrailQueries, RightsQueries,
    DirectoryQueries, ResponderQueries, SightingQueries, SightingDeskQueries,
    ChangeQueries, InboxQueries, InvitationQueries, MessageQueries, NoticePlanQueries, SpreadsheetQueries,
    WaitingQueries, CustodyQueries,
):  # fmt: skip
    @strawberry.field
    async def viewer(self, info: Info) -> Viewer | None:
        row = await info.context.row(person_rows.Person, info.context.person_id)
        return Viewer(row=row, person=people_types.Person.of(row), language=row.language) if row else None

    @strawberry.field(description="Any record by its id. Null: there is none, or it is not yours to see.")
    async def node(self, info: Info, id: strawberry.ID) -> people_types.Node | None:
        try:
            noun, row_id = nodes.parts(id)
        except NotFound:
            return None
        if noun == "CustodyStint":
            stint = await info.context.row(custody_rows.CustodyStint, row_id)
            return CustodyStint.of(stint) if stint else None
        if noun == "Task":
            task = await info.context.row(task_rows.Task, row_id)
            return await work_types.Task.of(info, task) if task else None
        if noun == "Note":
            note = await info.context.row(note_rows.Note, row_id)
            if note is None:
                return None
            return await work_types.Note.of(info, note, alone=True)
        if noun == "ConflictName":
            listed = await info.context.row(conflict_rows.ConflictName, row_id)
            return await placement_types.ConflictName.of(info, listed) if listed else None
        if noun not in _NODES:
            return None
        model, show = _NODES[noun]
        row = await info.context.row(model, row_id)
        return show(row) if row and show else None  # type: ignore[operator]

    @strawberry.field(description="Cases that may be the same person.")
    async def possible_matches(
        self,
        info: Info,
        name: str | None = None,
        a_number: str | None = None,
        arrested_at: datetime | None = None,
        organization_id: strawberry.ID | None = None,
    ) -> list[case_types.PossibleMatch]:
        matches = await info.context.read(
            reading.find_matches, name=name, a_number=a_number, arrested_at=arrested_at,
            within=nodes.optional_key("Organization", organization_id),
        )  # fmt: skip
        cases = await info.context.read(reading.by_ids, case_rows.Case, [match.case_id for match in matches])
        language = await info.context.spoken()
        return [
            case_types.PossibleMatch(
                case=case_types.Case.of(cases[match.case_id]),
                likeness=match.likeness,
                because=[one.said(language) for one in match.because],
            )
            for match in matches
        ]

    @strawberry.field(description="Everything that occurs in a stretch of time.")
    async def calendar(self, info: Info, range: CalendarRange) -> list[occasion_types.CalendarEntry]:
        rows = await info.context.read(
            reading.calendar,
            range.start,
            range.until,
            court_id=nodes.optional_key("Court", range.court_id),
            case_id=nodes.optional_key("Case", range.case_id),
            mine=range.mine,
            attorney_id=nodes.optional_key("Person", range.attorney_id),
            kinds=range.kinds or (),
            unconfirmed=range.unconfirmed,
        )
        # Together, so that the loaders ask for all of them at once.
        return list(await asyncio.gather(*(_entry(info, row) for row in rows)))

    @strawberry.field(description="The address book; of a case, those who could join its team.")
    async def people(
        self,
        info: Info,
        kinds: list[PersonKind] | None = None,
        search: str | None = None,
        case_id: strawberry.ID | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> PersonConnection:
        page = await info.context.read(
            reading.people,
            kinds=kinds or [],
            query=search,
            first=first,
            cursor=after,
            case_id=nodes.optional_key("Case", case_id),
        )
        return PersonConnection(edges=edges(page, PersonEdge, people_types.Person.of), page_info=PageInfo.of(page))

    @strawberry.field(description="Whom a case can be offered to.")
    async def attorneys(
        self, info: Info, open_to_offers: bool | None = None, language: str | None = None
    ) -> list[people_types.Person]:
        rows = await info.context.read(reading.attorneys, open_to_offers=open_to_offers, language=language)
        return [people_types.Person.of(row) for row in rows]

    @strawberry.field
    async def actions(
        self, info: Info, states: list[ActionState] | None = None, first: int = 50, after: str | None = None
    ) -> advocacy_types.AdvocacyActionConnection:
        page = await info.context.read(reading.actions, states=states or [], first=first, cursor=after)
        return advocacy_types.AdvocacyActionConnection(
            edges=edges(page, advocacy_types.AdvocacyActionEdge, advocacy_types.AdvocacyAction.of),
            page_info=PageInfo.of(page),
        )

    @strawberry.field(description="Which calendars show a case's dates ahead, and which have the present time.")
    async def calendars_of_case(self, info: Info, case_id: strawberry.ID) -> list[feed_types.CalendarOfDate]:
        found = await info.context.read(feeds.calendars_of_case, nodes.key("Case", case_id))
        return [feed_types.CalendarOfDate.of(one) for one in found]

    @strawberry.field(description="One's own calendars, and those made for people without an account.")
    async def feeds(self, info: Info) -> list[feed_types.Feed]:
        standing = await info.context.read(access.standing)
        rows = await info.context.children(feed_rows.Feed, "person_id", info.context.person_id)
        for one in standing.organizations():
            rows += await info.context.children(feed_rows.Feed, "organization_id", one)
        found = {row.id: row for row in rows if row.revoked_at is None}
        return [feed_types.Feed.of(row) for row in found.values()]

    @strawberry.field(description="Cases offered to the viewer, not yet answered.")
    async def offers(self, info: Info) -> list[representation_types.Assignment]:
        return [representation_types.Assignment.of(row) for row in await info.context.read(reading.offers)]

    @strawberry.field(description="What waits for the viewer where they coordinate, in numbers.")
    async def today(self, info: Info) -> work_types.Today:
        return work_types.Today.of(await info.context.read(reading.today))

    @strawberry.field
    async def tasks(
        self, info: Info, mine: bool = True, open_only: bool = True, first: int = 50, after: str | None = None
    ) -> work_types.TaskConnection:
        page = await info.context.read(reading.tasks, mine=mine, open_only=open_only, first=first, cursor=after)
        shown = [
            work_types.TaskEdge(node=await work_types.Task.of(info, row), cursor=cursor)
            for row, cursor in zip(page.rows, page.cursors, strict=True)
        ]
        return work_types.TaskConnection(edges=shown, page_info=PageInfo.of(page))

    @strawberry.field
    async def facilities(self, info: Info, search: str | None = None, first: int = 20) -> list[place_types.Facility]:
        rows = await info.context.read(reading.find_places, facility_rows.Facility, search, first)
        return [place_types.Facility.of(row) for row in rows]

    @strawberry.field
    async def courts(self, info: Info, search: str | None = None, first: int = 100) -> list[place_types.Court]:
        rows = await info.context.read(reading.find_places, court_rows.Court, search, first)
        return [place_types.Court.of(row) for row in rows]

    @strawberry.field(description="Organizations a case can be shared with.")
    async def organizations(self, info: Info, search: str | None = None) -> list[people_types.Organization]:
        rows = await info.context.read(reading.organizations, search)
        return [people_types.Organization.of(row) for row in rows]


async def _entry(info: Info, row: occasion_rows.Occasion) -> occasion_types.CalendarEntry:
    hearings = await info.context.children(hearing_rows.Hearing, "occasion_id", row.id)
    actions = [] if hearings else await info.context.children(advocacy_rows.AdvocacyAction, "occasion_id", row.id)
    return occasion_types.CalendarEntry(
        occasion=occasion_types.Occasion.of(row),
        hearing=occasion_types.Hearing.of(hearings[0]) if hearings else None,
        action=advocacy_types.AdvocacyAction.of(actions[0]) if actions else None,
        case=await case_types.case(info, row.case_id),
    )
