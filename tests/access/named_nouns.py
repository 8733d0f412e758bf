"""Which noun an input's id is of, so that every mutation can be tried with somebody else's."""

from __future__ import annotations

from schema.absences import Absence
from schema.advocacy import AdvocacyAction
from schema.assignments import Appearance, Assignment
from schema.base import Table
from schema.cases import Case
from schema.changes import Acknowledgement
from schema.check_ins import CheckIn, Supervision
from schema.companions import Companion
from schema.conflicts import ConflictSheet
from schema.consents import Consent
from schema.counsel import CounselAnswer
from schema.courts import HearingLocation
from schema.custody import CustodyStint, LocatorCheck
from schema.date_checks import Shift
from schema.deadlines import Deadline
from schema.decisions import Decision
from schema.detainees import DetaineeMerge
from schema.detainers import Detainer
from schema.directory import ListedGroup, School
from schema.documents import CaseFile, Document
from schema.feeds import Feed
from schema.hearings import Hearing
from schema.incidents import Incident, IncidentFollowUp
from schema.invitations import Invitation
from schema.occasions import Occasion
from schema.operations import Operation
from schema.outcomes import Outcome
from schema.people import Contact, Person
from schema.people_lists import PeopleList
from schema.proceedings import Proceeding
from schema.reports import ArrestReport
from schema.responders import Responder
from schema.retention import LegalHold
from schema.retractions import Retraction
from schema.saved_views import SavedView
from schema.sightings import Sighting, SightingPicture
from schema.spreadsheets import Spreadsheet, SpreadsheetRow
from schema.tasks import Task
from schema.teams import TeamMember
from schema.visits import Visit
from schema.walls import ConflictWall

#: The noun an input's id is of, where its name does not say so.
NOUNS: dict[str, type[Table]] = {
    "keptCaseId": Case,
    "mergedCaseId": Case,
    "memberId": TeamMember,
    "actionId": AdvocacyAction,
    "attorneyId": Person, "coordinatorId": Person,
    "leadId": Person,
    "ownerId": Person,
    "schedulerForId": Person,
    "mergeId": DetaineeMerge,
    "wallId": ConflictWall,
    "holdId": LegalHold,
    "reportId": ArrestReport,
    "fileId": CaseFile,
    "callerId": Person,
    "followUpOwnerId": Person,
    "visitorId": Person,
    "interpreterId": Person,
    "deadlineId": Deadline,
    "correctsId": Deadline,
    "insteadOfId": Deadline,
    "stintId": CustodyStint,
    "lookId": LocatorCheck,
    "supervisionId": Supervision,
    "checkInId": CheckIn,
    "decisionId": Decision,
    "hearingLocationId": HearingLocation,
    "pictureId": SightingPicture,
    "groupId": ListedGroup,
    "responderId": Responder,
    "replacedById": Person, "deputyId": Person,
}  # fmt: skip
BY_NAME: dict[str, type[Table]] = {
    # Entries of an inbox are named after what they are read from.
    "entrie": Task,
    "absenceId": Absence, "acknowledgementId": Acknowledgement, "appearanceId": Appearance, "sheetId": ConflictSheet,
    "assignmentId": Assignment, "caseId": Case, "withCaseId": Case,
    "operationId": Operation, "contactId": Contact, "consentId": Consent, "feedId": Feed, "hearingId": Hearing,
    "invitationId": Invitation, "occasionId": Occasion, "personId": Person, "proceedingId": Proceeding,
    "shiftId": Shift, "taskId": Task, "documentId": Document, "visitId": Visit,
          "answerId": CounselAnswer, "retractionId": Retraction, "askingId": Companion,
    "sightingId": Sighting, "schoolId": School, "detainerId": Detainer, "incidentId": Incident,
    "followUpId": IncidentFollowUp, "outcomeId": Outcome, "spreadsheetId": Spreadsheet,
    "spreadsheetRowId": SpreadsheetRow, "listId": PeopleList, "viewId": SavedView,
}  # fmt: skip
