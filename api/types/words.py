"""The closed words of the house, as enums of the API."""

from __future__ import annotations

import strawberry

from casework.bond import ClockKind, ClockState, Counting, Gap, Stance
from casework.checking_order import CheckReason
from casework.comparisons import ComparedBy, ComparedKind, ComparedLevel, ComparedResult
from casework.deadlines import Answer, Unit
from casework.proofreading import GivesAway
from casework.readiness import Need
from casework.reading import CaseNeed, Door, Grouping, Order
from schema.advocacy import ActionState, AfterMove, SignOffCapacity
from schema.assignments import AssignmentState, Form, FormScope, Scope
from schema.attorneys import Accreditation, HalfDay, Qualification
from schema.bond import (
    Appellant,
    BondOrder,
    BondStage,
    ChargesFlag,
    CustodyBasis,
    DhsCustody,
    MannerOfEntry,
    ObligorKind,
)
from schema.cases import CustodyStatus, Priority, Stage
from schema.conflicts import Comparison, ConflictSide, SheetAnswer
from schema.consents import ConsentAudience, ConsentChannel, ConsentState, GivenBy, NameForm, Purpose
from schema.court_access import CourtAccess
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.date_checks import DateCheckOutcome, ShiftEnd
from schema.date_sources import DateStanding
from schema.deadlines import Binds, DeadlineState, LitigationStatus, Trigger, Verification, WhyMoved
from schema.decisions import AppealStance, DecisionKind, GivenHow
from schema.detainers import CopyGiven, DetainerForm, DetainerGround, DetainerRecord, WarrantPaper
from schema.directory import GroupWork, ReferralAgreement
from schema.feeds import FeedFilter
from schema.hearings import HearingOutcome, HearingState
from schema.incidents import FollowUpKind, FollowUpState, IncidentKind, IncidentReaders
from schema.invitations import Audience, InvitationState
from schema.notice_plans import Matter
from schema.notices import LetterKind, NoticeProgress, NoticeState
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.organizations import OrganizationKind, Role
from schema.outcomes import OutcomeResult
from schema.people import Channel, PersonKind
from schema.preparedness import PreparednessItem
from schema.proceedings import CustodyCode, ProceedingKind, ProceedingState
from schema.reference.bond import BurdenOn, Read, Side
from schema.reference.connecticut import LawRead
from schema.reports import Agency, CallerRelation, ReportState, WhyDeclined
from schema.responders import Weekday
from schema.retention import RetentionClass
from schema.sightings import DispatchState, SightingKind, SightingState, WitnessAgreement
from schema.teams import CaseRole
from schema.wordings import WordingKind

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
    # Deadlines.
    Binds,
    DeadlineState,
    LitigationStatus,
    Trigger,
    Verification,
    WhyMoved,
    DateStanding,
    DecisionKind,
    Door,
    FeedFilter,
    GivenBy,
    GivenHow,
    HalfDay,
    HearingOutcome,
    HearingState,
    InvitationState,
    LetterKind,
    Matter,
    Medium,
    NameForm,
    NoticeProgress,
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
    AfterMove,
    WordingKind,
    Source,
    Stage,
    WhyDeclined,
    # Community response.
    DispatchState,
    GroupWork,
    ReferralAgreement,
    SightingKind,
    SightingState,
    Weekday,
    WitnessAgreement,
    # The bond track.
    Appellant,
    BondOrder,
    BondStage,
    BurdenOn,
    ChargesFlag,
    CustodyBasis,
    DhsCustody,
    MannerOfEntry,
    ObligorKind,
    # Detainers, incidents, family preparedness.
    CopyGiven,
    DetainerForm,
    DetainerGround,
    DetainerRecord,
    FollowUpKind,
    FollowUpState,
    IncidentKind,
    IncidentReaders,
    LawRead,
    PreparednessItem,
    WarrantPaper,
    # The outcome ledger.
    ComparedBy,
    ComparedKind,
    ComparedLevel,
    ComparedResult,
    OutcomeResult,
):
    # For its effect only: annotations use the Python enum itself.
    strawberry.enum(_words)
strawberry.enum(Order, name="CaseOrder")
strawberry.enum(CaseNeed)
strawberry.enum(Grouping, name="CaseGrouping")
strawberry.enum(Need, name="ActionNeed")
strawberry.enum(GivesAway)
strawberry.enum(ClockKind, name="BondClockKind")
strawberry.enum(ClockState, name="BondClockState")
strawberry.enum(Counting, name="BondCounting")
strawberry.enum(Stance, name="BondStance")
strawberry.enum(Gap, name="BondGap")
strawberry.enum(Side, name="BondArgumentSide")
strawberry.enum(Read, name="HowWeKnow")
strawberry.enum(Answer, name="DeadlineAnswer")
strawberry.enum(Unit, name="DeadlineUnit")
