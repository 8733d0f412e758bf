"""The closed words of the house, as enums of the API."""

from __future__ import annotations

import strawberry

from casework.checking_order import CheckReason
from casework.reading import Door, Order
from schema.advocacy import ActionState, SignOffCapacity
from schema.assignments import AssignmentState, Scope
from schema.cases import CustodyStatus, Priority, Stage
from schema.consents import ConsentAudience, ConsentChannel, ConsentState, GivenBy, NameForm, Purpose
from schema.court_access import CourtAccess
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.date_checks import DateCheckOutcome, ShiftEnd
from schema.date_sources import DateStanding
from schema.decisions import AppealStance, DecisionKind, GivenHow
from schema.feeds import FeedFilter
from schema.hearings import HearingOutcome, HearingState
from schema.invitations import Audience, InvitationState
from schema.notices import LetterKind, NoticeState
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.organizations import OrganizationKind, Role
from schema.people import Channel, PersonKind
from schema.proceedings import CustodyCode, ProceedingKind, ProceedingState
from schema.reports import Agency, CallerRelation, ReportState, WhyDeclined
from schema.retention import RetentionClass
from schema.teams import CaseRole

for _words in (
    ActionState,
    Agency,
    AppealStance,
    AssignmentState,
    Audience,
    CallerRelation,
    CaseRole,
    Channel,
    CheckReason,
    Confidence,
    ConsentAudience,
    ConsentChannel,
    ConsentState,
    CourtAccess,
    CustodyCode,
    CustodyStatus,
    DateCheckOutcome,
    DateStanding,
    DecisionKind,
    Door,
    FeedFilter,
    GivenBy,
    GivenHow,
    HearingOutcome,
    HearingState,
    InvitationState,
    LetterKind,
    Medium,
    NameForm,
    NoticeState,
    OccasionKind,
    OccasionState,
    OrganizationKind,
    PersonKind,
    PlaceOfCustody,
    Priority,
    ProceedingKind,
    ProceedingState,
    Purpose,
    ReleaseReason,
    RetentionClass,
    ReportState,
    Role,
    Scope,
    ShiftEnd,
    SignOffCapacity,
    Source,
    Stage,
    WhyDeclined,
):
    # For its effect only: annotations use the Python enum itself.
    strawberry.enum(_words)
strawberry.enum(Order, name="CaseOrder")
