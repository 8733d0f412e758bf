"""The graph: queries and mutations put together, and printed."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator

import strawberry
from graphql import GraphQLError, GraphQLSchema
from strawberry.extensions import MaskErrors, SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.advocacy import AdvocacyMutations
from api.assignments import AssignmentMutations
from api.attendance import AttendanceMutations
from api.attorneys import AttorneyMutations
from api.availability import AvailabilityMutations
from api.bond import BondMutations
from api.bulk_changes import BulkChangeMutations
from api.cases import CaseMutations
from api.changed import Subscription
from api.changes import ChangeMutations
from api.check_ins import CheckInMutations
from api.conflicts import ConflictMutations
from api.consents import ConsentMutations
from api.counsel import CounselMutations
from api.court_access import CourtAccessMutations
from api.custody import CustodyMutations
from api.date_checks import DateCheckMutations
from api.deadlines import DeadlineMutations
from api.directory import DirectoryMutations
from api.documents import DocumentMutations
from api.families import FamilyMutations
from api.feeds import FeedMutations
from api.hearing_reports import HearingReportMutations
from api.hearings import HearingMutations
from api.inbox import InboxMutations
from api.invitations import InvitationMutations
from api.keeping import KeepingMutations
from api.links import LinkMutations
from api.members import MemberMutations
from api.notice_plans import NoticePlanMutations
from api.operations import OperationMutations
from api.outcomes import OutcomeMutations
from api.people_lists import PeopleListMutations
from api.planning import PlanningMutations
from api.proceedings import ProceedingMutations
from api.queries import Query
from api.reaching import ReachingMutations
from api.reports import ReportMutations
from api.responders import ResponderMutations
from api.rights import RightsMutations
from api.saved_views import SavedViewMutations
from api.scalars import SCALARS
from api.sighting_desks import SightingDeskMutations
from api.sightings import SightingMutations
from api.spreadsheets import SpreadsheetMutations
from api.trails import StatementMutations
from api.urgency import UrgencyMutations
from api.visits import VisitMutations
from api.walls import WallMutations
from api.work import WorkMutations
from casework.refusals import Refusal

log = logging.getLogger("presencia.graph")


@strawberry.type
class Mutation(
    CaseMutations,
    CustodyMutations,
    CheckInMutations,
    ProceedingMutations,
    HearingMutations,
    HearingReportMutations,
    CourtAccessMutations,
    AssignmentMutations,
    AttorneyMutations,
    AvailabilityMutations,
    ConflictMutations,
    ConsentMutations,
    AdvocacyMutations,
    PlanningMutations,
    CounselMutations,
    InvitationMutations,
    InboxMutations,
    AttendanceMutations,
    PeopleListMutations,
    SavedViewMutations,
    BulkChangeMutations,
    ChangeMutations,
    FeedMutations,
    MemberMutations,
    DateCheckMutations,
    DeadlineMutations,
    WorkMutations,
    UrgencyMutations,
    WallMutations,
    KeepingMutations,
    ReportMutations,
    DirectoryMutations,
    ResponderMutations,
    SightingDeskMutations,
    SightingMutations,
    LinkMutations,
    NoticePlanMutations,
    ReachingMutations,
    StatementMutations,
    OperationMutations,
    FamilyMutations,
    BondMutations,
    DocumentMutations,
    VisitMutations,
    RightsMutations,
    OutcomeMutations,
    SpreadsheetMutations,
):
    """Everything people do."""


class Schema(strawberry.Schema):
    """The schema, with errors that never carry a document into a log (SECURITY §1.3)."""

    @property
    def graphql(self) -> GraphQLSchema:
        """The schema as graphql-core knows it."""
        return self._schema

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        for error in errors:
            if _hidden(error) and error.original_error is not None:
                # Where it broke, and not what the driver says of values in it.
                log.error(
                    "a resolver failed: %s at %s\n%s",
                    type(error.original_error).__name__,
                    "/".join(str(step) for step in error.path or ()),
                    "".join(traceback.format_tb(error.original_error.__traceback__)),
                )


class ReadBefore(SchemaExtension):
    """A document that the door has read and found valid is not read again."""

    def on_parse(self) -> Iterator[None]:
        if document := getattr(self.execution_context.context, "document", None):
            self.execution_context.graphql_document = document
        yield

    def on_validate(self) -> Iterator[None]:
        if getattr(self.execution_context.context, "document", None):
            self.execution_context.pre_execution_errors = []
        yield


def _hidden(error: GraphQLError) -> bool:
    """Bugs are masked; refusals and faults of the document speak for themselves."""
    return error.original_error is not None and not isinstance(error.original_error, Refusal | GraphQLError)


schema = Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    extensions=[
        ReadBefore,
        lambda: MaskErrors(should_mask_error=_hidden, error_message="Something went wrong on our side."),
    ],
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
)


def printed() -> str:
    """The contract, as committed in ``api/schema.graphql``."""
    return schema.as_str() + "\n"


__all__ = ["printed", "schema"]
