"""What belongs to a case, and moves with it when two become one (:mod:`casework.merging`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from schema.advocacy import AdvocacyAction, FurtherCase, SignOff
from schema.assignments import Appearance, Assignment
from schema.attendance import Attendance
from schema.base import Table
from schema.bond import Bond, BondFund, BondGrounds
from schema.calls import Call
from schema.cases import CaseContact
from schema.changes import Acknowledgement, Change
from schema.check_ins import CheckIn, Supervision
from schema.companions import Companion
from schema.conflicts import ConflictSheet, ConflictSheetContents
from schema.consents import Consent, ConsentInterview
from schema.counsel import CounselAnswer, SaidRevision
from schema.custody import CustodyStint, LocatorCheck
from schema.date_checks import DateCheck
from schema.date_sources import DateSource
from schema.deadlines import Deadline
from schema.decisions import Decision
from schema.detainers import Detainer
from schema.documents import CaseFile, Document
from schema.families import FamilyMember
from schema.hearings import Hearing
from schema.incidents import Incident, IncidentFollowUp
from schema.invitations import Invitation
from schema.notes import Note, PrivilegedNote
from schema.occasions import Occasion
from schema.outcomes import Outcome, OutcomeWords
from schema.preparedness import PreparednessTick
from schema.proceedings import Proceeding
from schema.public_pages import PublicPage
from schema.retractions import Retraction
from schema.safeguards import Safeguard
from schema.safety_plans import SafetyPlan
from schema.seats import Seating
from schema.tasks import Task
from schema.teams import TeamMember
from schema.transfers import ExpectedCourt, HabeasFiling
from schema.visits import Visit
from schema.wordings import Wording

#: What moves, in this order.
CHILDREN: tuple[type[Table], ...] = (
    CustodyStint,
    LocatorCheck,
    Proceeding,
    Hearing,
    Decision,
    DateSource,
    DateCheck,
    Occasion,
    # Who was called about whom follows them.
    Change,
    Acknowledgement,
    AdvocacyAction,
    FurtherCase,
    SignOff,
    PublicPage,
    Wording,
    SafetyPlan,
    SaidRevision,
    CounselAnswer,
    ConsentInterview,
    Consent,
    Retraction,
    Safeguard,
    Invitation,
    Seating,
    Companion,
    Attendance,
    Assignment,
    Appearance,
    ConflictSheet,
    ConflictSheetContents,
    Task,
    Note,
    PrivilegedNote,
    CaseContact,
    TeamMember,
    FamilyMember,
    # Its steps and its amount follow it, by the database.
    Bond,
    BondFund,
    BondGrounds,
    Document,
    CaseFile,
    Call,
    Visit,
    Deadline,
    Detainer,
    Incident,
    IncidentFollowUp,
    PreparednessTick,
    # Of a date that moves along.
    Outcome,
    OutcomeWords,
    # Transfers, and what comes after release.
    ExpectedCourt,
    HabeasFiling,
    Supervision,
    CheckIn,
)
#: Of these a case has one of a kind: a row whose like the kept case has already stays where it is.
ONE_OF_A_KIND: dict[type[Table], Callable[[Any], tuple[Any, ...]]] = {
    CaseContact: lambda row: (row.person_id,),
    TeamMember: lambda row: (row.person_id, row.role),
    FamilyMember: lambda row: (),
    Assignment: lambda row: (row.attorney_id,) if row.ended_at is None else (row.id,),
    Bond: lambda row: (),
    BondFund: lambda row: (),
    BondGrounds: lambda row: (),
    ExpectedCourt: lambda row: (row.court_id, row.facility_id),
    PreparednessTick: lambda row: (row.item,),
    Safeguard: lambda row: (),
    # An action may have been about both.
    FurtherCase: lambda row: (row.action_id,) if row.taken_off_at is None else (row.id,),
    SignOff: lambda row: (row.action_id, row.attorney_id, row.said_revision),
}

__all__ = ["CHILDREN", "ONE_OF_A_KIND"]
