"""The case and its client: the row everyone on it sees, and what their seat opens."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.bond import BondOfCase
from api.types.check_ins import CheckInsOfCase
from api.types.clients import Client, client_of
from api.types.community import SightingsOfCase
from api.types.custody import CustodyOfCase
from api.types.deadlines import DeadlinesOfCase
from api.types.documents import DocumentsOfCase
from api.types.families import FamilyOfCase
from api.types.operations import OperationOfCase
from api.types.outcomes import OutcomesOfCase
from api.types.people import Node, Organization, Person
from api.types.rights import RightsOfCase
from api.types.story import StoryOfCase
from api.types.teams import CaseContact, CaseReader, ConflictWall, Intake, TeamMember
from api.types.transfers import TransfersOfCase
from api.types.work import WorkOfCase
from casework.access import Act, allows
from casework.reading.missing import ENDS_SOON, Dated, lacking
from schema import assignments as assignment_rows
from schema import cases as case_rows
from schema import consents as consent_rows
from schema import custody as custody_rows
from schema import detainees as detainee_rows
from schema import hearings as hearing_rows
from schema import occasions as occasion_rows
from schema import proceedings as proceeding_rows
from schema import retention as retention_rows
from schema import retractions as retraction_rows
from schema import safeguards as safeguard_rows
from schema import teams as team_rows
from schema import walls as wall_rows
from schema.assignments import STANDING
from schema.cases import CustodyStatus, Priority, Stage
from schema.consents import ConsentState
from schema.custody import Confidence
from schema.invitations import Audience
from schema.occasions import UPCOMING

if TYPE_CHECKING:
    from api.types.advocacy import AdvocacyAction
    from api.types.consents import ConsentInterview, Retraction, Safeguard
    from api.types.occasions import Hearing, Occasion, Proceeding
    from api.types.representation import Assignment, Consent

LaterHearing = Annotated["Hearing", strawberry.lazy("api.types.occasions")]
LaterOccasion = Annotated["Occasion", strawberry.lazy("api.types.occasions")]
LaterProceeding = Annotated["Proceeding", strawberry.lazy("api.types.occasions")]
LaterAssignment = Annotated["Assignment", strawberry.lazy("api.types.representation")]
LaterConsent = Annotated["Consent", strawberry.lazy("api.types.representation")]
LaterConsentInterview = Annotated["ConsentInterview", strawberry.lazy("api.types.consents")]
LaterRetraction = Annotated["Retraction", strawberry.lazy("api.types.consents")]
LaterSafeguard = Annotated["Safeguard", strawberry.lazy("api.types.consents")]
LaterAdvocacyAction = Annotated["AdvocacyAction", strawberry.lazy("api.types.advocacy")]


@strawberry.type(description="Two cases that became one; it can be undone.")
class Merge(Node):
    row: strawberry.Private[detainee_rows.DetaineeMerge]
    merged_at: datetime
    undone_at: datetime | None

    @classmethod
    def of(cls, row: detainee_rows.DetaineeMerge) -> Merge:
        node_id = strawberry.ID(global_id("Merge", row.id))
        return cls(id=node_id, row=row, merged_at=row.created_at, undone_at=row.undone_at)

    @strawberry.field
    async def merged_case(self, info: Info) -> Case | None:
        return await case(info, self.row.merged_case_id)

    @strawberry.field
    async def merged_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.merged_by_id)


@strawberry.type(description="One episode of detention.")
class Case(
    CheckInsOfCase,
    CustodyOfCase,
    TransfersOfCase,
    DeadlinesOfCase,
    BondOfCase,
    WorkOfCase,
    OperationOfCase,
    SightingsOfCase,
    FamilyOfCase,
    DocumentsOfCase,
    RightsOfCase,
    OutcomesOfCase,
    StoryOfCase,
    Node,
):
    revision: int
    short_id: str
    stage: Stage
    custody_status: CustodyStatus
    priority: Priority
    no_publicity: bool
    opened_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, row: case_rows.Case) -> Case:
        return cls(
            id=strawberry.ID(global_id("Case", row.id)),
            row=row,
            revision=row.revision,
            short_id=row.short_id,
            stage=row.stage,
            custody_status=row.custody_status,
            priority=row.priority,
            no_publicity=row.no_publicity,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
        )

    @strawberry.field(description="For the legal team.")
    async def tags(self, info: Info) -> list[str]:
        return self.row.tags if await self.legal(info) else []

    @strawberry.field(description="For the legal team.")
    async def closing_reason(self, info: Info) -> str | None:
        return self.row.closing_reason if await self.legal(info) else None

    @strawberry.field(description="For the legal team: others see it on the hearings they may see.")
    async def next_occasion_at(self, info: Info) -> datetime | None:
        return self.row.next_occasion_at if await self.legal(info) else None

    @strawberry.field
    async def client(self, info: Info) -> Client:
        return await client_of(info, self.row)

    @strawberry.field
    async def lead_organization(self, info: Info) -> Organization | None:
        return await people.organization(info, self.row.lead_organization_id)

    @strawberry.field
    async def coordinator(self, info: Info) -> Person | None:
        return await people.person(info, self.row.coordinator_id)

    @strawberry.field(description="What the viewer may do with this case, in the words of the mutations.")
    async def may(self, info: Info) -> list[str]:
        seat = await info.context.seat(self.row.id)
        return [camel(act.name) for act in Act if seat and allows(seat, act)]

    @strawberry.field(description="Through whose eyes the viewer sees it.")
    async def audience(self, info: Info) -> Audience:
        seat = await info.context.seat(self.row.id)
        return seat.audience if seat else Audience.ADVOCATE

    @strawberry.field
    async def next_hearing(self, info: Info) -> LaterHearing | None:
        from api.types.occasions import Hearing as HearingType

        for row in await _hearings_in_order(info, self.row.id):
            if row.occasion.state in UPCOMING and row.occasion.ends_at > (await info.context.reading()).now:
                return HearingType.of(row)
        return None

    @strawberry.field(description="What boards are ordered by: a hearing, a check-in, an action. For the legal team.")
    async def next_occasion(self, info: Info) -> LaterOccasion | None:
        from api.types.occasions import Occasion as OccasionType

        if not await self.legal(info):
            return None
        row = await info.context.row(occasion_rows.Occasion, self.row.next_occasion_id)
        now = (await info.context.reading()).now
        return OccasionType.of(row) if row and row.ends_at > now else None

    @strawberry.field
    async def represented_by(self, info: Info) -> list[LaterAssignment]:
        from api.types.representation import Assignment as AssignmentType

        rows = await info.context.children(assignment_rows.Assignment, "case_id", self.row.id)
        return [AssignmentType.of(row) for row in rows if row.state in STANDING]

    @strawberry.field(description="Each a sentence that says what is missing; of a hearing, of which.")
    async def missing(self, info: Info) -> list[str]:
        return await _missing(info, self.row)

    @strawberry.field
    async def intake(self, info: Info) -> Intake | None:
        row = await info.context.row(case_rows.Intake, self.row.id)
        if row is None:
            return None
        await self.viewed(info, case_rows.Intake, ["caller", "arrest_place", "told"])
        return Intake(
            caller_name=await info.context.opened(row, "caller_name"),
            caller_phone=await info.context.opened(row, "caller_phone"),
            caller_relation=row.caller_relation,
            arrested_at=row.arrested_at,
            arrest_zone=row.arrest_zone,
            arrest_place=await info.context.opened(row, "arrest_place"),
            told=await info.context.opened(row, "told"),
        )

    @strawberry.field
    async def proceedings(self, info: Info) -> list[LaterProceeding]:
        from api.types.occasions import Proceeding as ProceedingType

        rows = await info.context.children(proceeding_rows.Proceeding, "case_id", self.row.id)
        return [ProceedingType.of(row) for row in rows]

    @strawberry.field
    async def hearings(self, info: Info) -> list[LaterHearing]:
        from api.types.occasions import Hearing as HearingType

        return [HearingType.of(row) for row in await _hearings_in_order(info, self.row.id)]

    @strawberry.field
    async def assignments(self, info: Info) -> list[LaterAssignment]:
        from api.types.representation import Assignment as AssignmentType

        rows = await info.context.children(assignment_rows.Assignment, "case_id", self.row.id)
        return [AssignmentType.of(row) for row in rows]

    @strawberry.field
    async def team(self, info: Info) -> list[TeamMember]:
        now = (await info.context.reading()).now
        rows = await info.context.children(team_rows.TeamMember, "case_id", self.row.id)
        return [TeamMember.of(row) for row in rows if row.until is None or row.until > now]

    @strawberry.field
    async def readers(self, info: Info) -> list[CaseReader]:
        lead = self.row.lead_organization_id
        rows = await info.context.children(team_rows.CaseReader, "case_id", self.row.id, "began_at")
        return [
            CaseReader(row=row, began_at=row.began_at, until=row.until, lead=row.organization_id == lead)
            for row in rows
        ]

    @strawberry.field(description="Conflict walls that stand, for the legal team.")
    async def walls(self, info: Info) -> list[ConflictWall]:
        rows = await info.context.children(wall_rows.ConflictWall, "case_id", self.row.id)
        standing = [row for row in rows if row.lifted_at is None]
        if standing:
            await self.viewed(info, wall_rows.ConflictWall, ["reason"])
        return [ConflictWall.of(row) for row in standing]

    @strawberry.field
    async def contacts(self, info: Info) -> list[CaseContact]:
        rows = await info.context.children(case_rows.CaseContact, "case_id", self.row.id)
        if rows:
            await self.viewed(info, case_rows.CaseContact, ["person"])
        return [
            CaseContact(
                id=strawberry.ID(global_id("CaseContact", row.id)),
                row=row,
                relation=row.relation,
                named_by_client=row.named_by_client,
                is_client=row.is_client,
            )
            for row in rows
            if row.ended_at is None
        ]

    @strawberry.field
    async def consents(self, info: Info) -> list[LaterConsent]:
        from api.types.representation import Consent as ConsentType

        rows = await info.context.children(consent_rows.Consent, "case_id", self.row.id, "-given_at", "-id")
        return [ConsentType.of(row) for row in rows]

    @strawberry.field(description="How the client was asked the five questions, the latest first. For the legal team.")
    async def consent_interviews(self, info: Info) -> list[LaterConsentInterview]:
        from api.types.consents import ConsentInterview as InterviewType

        rows = await info.context.children(consent_rows.ConsentInterview, "case_id", self.row.id, "-asked_at", "-id")
        return [InterviewType.of(row) for row in rows]

    @strawberry.field(description="What can't be recalled. For the legal team; others see what they are to call about.")
    async def retractions(self, info: Info) -> list[LaterRetraction]:
        from api.types.consents import Retraction as RetractionType

        rows = await info.context.children(retraction_rows.Retraction, "case_id", self.row.id)
        return [RetractionType.of(row) for row in rows]

    @strawberry.field(description="Null: no doubt, or not for these eyes.")
    async def safeguard(self, info: Info) -> LaterSafeguard | None:
        from api.types.consents import Safeguard as SafeguardType

        rows = await info.context.children(safeguard_rows.Safeguard, "case_id", self.row.id)
        return next((SafeguardType.of(row) for row in rows if row.doubted_since is not None), None)

    @strawberry.field
    async def actions(self, info: Info) -> list[LaterAdvocacyAction]:
        from api.types.advocacy import kept_actions

        return await kept_actions(info, self.row.id)

    @strawberry.field(description="Kept with another case, and about this one, too.")
    async def shared_actions(self, info: Info) -> list[LaterAdvocacyAction]:
        from api.types.advocacy import shared_actions

        return await shared_actions(info, self.row.id)

    @strawberry.field(description="A legal hold keeps it: nothing of it is taken away.")
    async def on_hold(self, info: Info) -> bool:
        lead = self.row.lead_organization_id
        of_case = await info.context.children(retention_rows.LegalHold, "case_id", self.row.id)
        of_all = await info.context.children(retention_rows.LegalHold, "organization_id", lead)
        standing = [row for row in (*of_case, *of_all) if row.lifted_at is None]
        return any(row.case_id in (None, self.row.id) for row in standing)

    @strawberry.field
    async def merged_into(self, info: Info) -> Case | None:
        return await case(info, self.row.merged_into_id)

    @strawberry.field
    async def merges(self, info: Info) -> list[Merge]:
        rows = await info.context.children(detainee_rows.DetaineeMerge, "kept_case_id", self.row.id, "-id")
        return [Merge.of(row) for row in rows]


def camel(name: str) -> str:
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


async def _hearings_in_order(info: Info, case_id: UUID) -> list[hearing_rows.Hearing]:
    rows = await info.context.children(hearing_rows.Hearing, "case_id", case_id)
    return sorted(rows, key=lambda row: (row.occasion.starts_at, row.id))


async def _missing(info: Info, row: case_rows.Case) -> list[str]:
    """What the legal team would want to know is missing, the gravest first."""
    seat = await info.context.seat(row.id)
    if seat is None or not seat.legal or row.closed_at is not None:
        return []
    assignments = await info.context.children(assignment_rows.Assignment, "case_id", row.id)
    stints = await info.context.children(custody_rows.CustodyStint, "case_id", row.id, "-checked_at", "-id")
    now = (await info.context.reading()).now
    ahead = [one for one in await _hearings_in_order(info, row.id) if one.occasion.state in UPCOMING]
    consents = await info.context.children(consent_rows.Consent, "case_id", row.id, "-given_at", "-id")
    found = lacking(
        now=now,
        no_lawyer=not any(one.state in STANDING for one in assignments),
        unlocated=row.custody_status is CustodyStatus.UNLOCATED,
        place_unconfirmed=any(
            one.booked_out_at is None and one.confidence is not Confidence.CONFIRMED for one in stints
        ),
        unreported=[_dated(one) for one in ahead if one.occasion.ends_at < now and one.outcome is None],
        unconfirmed=[
            _dated(one) for one in ahead if one.occasion.ends_at >= now and one.confidence is not Confidence.CONFIRMED
        ],
        consents_end=min(
            (one.expires_at for one in consents if one.stands_at(now) and one.expires_at <= now + ENDS_SOON),
            default=None,
        ),
        consent_proposed=any(one.state is ConsentState.PROPOSED and one.expires_at > now for one in consents),
    )
    language = await info.context.spoken()
    return [one.said(language) for one in found]


def _dated(hearing: hearing_rows.Hearing) -> Dated:
    one = hearing.occasion
    return Dated(one.starts_at, str(one.id), one.kind, one.time_zone, one.hour_known)


async def case(info: Info, case_id: UUID | None) -> Case | None:
    row = await info.context.row(case_rows.Case, case_id)
    return Case.of(row) if row else None


@strawberry.type
class CaseEdge:
    node: Case
    cursor: str


@strawberry.type(description="Another case that may be the same person.")
class PossibleMatch:
    case: Case
    likeness: int = strawberry.field(description="0 to 100.")
    because: list[str]


__all__ = ["Case", "CaseEdge", "Merge", "PossibleMatch", "camel", "case"]
