"""The closed words of the house, as enums of the API."""

from __future__ import annotations

import strawberry

from casework.reading import Door, Order
from schema.advocacy import ActionState, SignOffCapacity
from schema.assignments import AssignmentState, Form, FormScope, Scope
from schema.attorneys import Accreditation, Qualification
from schema.cases import CustodyStatus, Priority, Stage
from schema.conflicts import Comparison, ConflictSide, SheetAnswer
from schema.consents import ConsentAudience, ConsentChannel, ConsentState, GivenBy, NameForm, Purpose
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.date_checks import DateCheckOutcome, ShiftEnd
from schema.feeds import FeedFilter
from schema.hearings import HearingOutcome
from schema.invitations import Audience, InvitationState
from schema.notices import LetterKind, NoticeState
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.organizations import OrganizationKind, Role
from schema.people import Channel, PersonKind
from schema.proceedings import ProceedingKind, ProceedingState
from schema.reports import Agency, CallerRelation, ReportState, WhyDeclined
from schema.retention import RetentionClass
from schema.teams import CaseRole

for _words in (
    Accreditation,
    Comparison,
    ConflictSide,
    Form,
    FormScope,
    Qualification,
    SheetAnswer,
    ActionState,
    Agency,
    AssignmentState,
    Audience,
    CallerRelation,
    CaseRole,
    Channel,
    Confidence,
    ConsentAudience,
    ConsentChannel,
    ConsentState,
    CustodyStatus,
    DateCheckOutcome,
    Door,
    FeedFilter,
    GivenBy,
    HearingOutcome,
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
