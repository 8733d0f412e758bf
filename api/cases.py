"""Mutations on cases: intake, changes, merging, sharing, the team."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, cast

import strawberry
from strawberry import UNSET

from api import nodes
from api.context import Info
from api.given import changes, given
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.cases import Case, Merge, case
from api.types.teams import TeamMember
from casework import cases, intake, merging, teams
from casework.access import Act
from casework.cases import CaseChanges
from casework.identities import Known
from casework.intake import Report
from casework.same_person import IdentityField
from schema import detainees as detainee_rows
from schema import teams as team_rows
from schema.cases import Priority, Stage
from schema.teams import CaseRole

strawberry.enum(IdentityField)


@strawberry.input
class TakeInCaseInput:
    organization_id: strawberry.ID
    public_name: str | None = None
    legal_name: str | None = None
    a_numbers: list[str] | None = None
    aliases: list[str] | None = None
    birth_date: str | None = None
    country_of_birth: str | None = None
    nationality: str | None = None
    gender: str | None = None
    language: str | None = None
    minor: bool | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    caller_relation: str | None = None
    arrested_at: WallTime | None = None
    arrest_zone: str | None = None
    arrest_place: str | None = None
    told: str | None = None
    priority: Priority | None = None
    no_publicity: bool | None = None


@strawberry.type
class TakeInCasePayload:
    case: Case


TakeInCaseResult = Annotated[TakeInCasePayload | Refused, strawberry.union("TakeInCaseResult")]


@strawberry.input
class UpdateCaseInput:
    case_id: strawberry.ID
    expected_revision: int
    public_name: str | None = UNSET
    legal_name: str | None = UNSET
    a_numbers: list[str] | None = UNSET
    aliases: list[str] | None = UNSET
    birth_date: str | None = UNSET
    country_of_birth: str | None = UNSET
    nationality: str | None = UNSET
    gender: str | None = UNSET
    language: str | None = UNSET
    minor: bool | None = UNSET
    stage: Stage | None = UNSET
    priority: Priority | None = UNSET
    no_publicity: bool | None = UNSET
    tags: list[str] | None = UNSET
    coordinator_id: strawberry.ID | None = UNSET


@strawberry.type
class UpdateCasePayload:
    case: Case


UpdateCaseResult = Annotated[UpdateCasePayload | Refused, strawberry.union("UpdateCaseResult")]


@strawberry.input
class CloseCaseInput:
    case_id: strawberry.ID
    expected_revision: int
    reason: str


@strawberry.type
class CloseCasePayload:
    case: Case


CloseCaseResult = Annotated[CloseCasePayload | Refused, strawberry.union("CloseCaseResult")]


@strawberry.input
class MergeCasesInput:
    kept_case_id: strawberry.ID
    merged_case_id: strawberry.ID
    #: What stands in the kept case as the merged one had it.
    take: list[IdentityField] | None = None


@strawberry.type
class MergeCasesPayload:
    case: Case
    merge: Merge


MergeCasesResult = Annotated[MergeCasesPayload | Refused, strawberry.union("MergeCasesResult")]


@strawberry.input
class UndoMergeInput:
    merge_id: strawberry.ID


@strawberry.type
class UndoMergePayload:
    case: Case
    merged_case: Case


UndoMergeResult = Annotated[UndoMergePayload | Refused, strawberry.union("UndoMergeResult")]


@strawberry.input
class ShareCaseInput:
    case_id: strawberry.ID
    organization_id: strawberry.ID
    until: datetime | None = None


@strawberry.type
class ShareCasePayload:
    case: Case


ShareCaseResult = Annotated[ShareCasePayload | Refused, strawberry.union("ShareCaseResult")]


@strawberry.input
class StopSharingInput:
    case_id: strawberry.ID
    organization_id: strawberry.ID


@strawberry.type
class StopSharingPayload:
    case: Case


StopSharingResult = Annotated[StopSharingPayload | Refused, strawberry.union("StopSharingResult")]


@strawberry.input
class AddToTeamInput:
    case_id: strawberry.ID
    person_id: strawberry.ID
    role: CaseRole
    until: datetime | None = None


@strawberry.type
class AddToTeamPayload:
    case: Case
    member: TeamMember


AddToTeamResult = Annotated[AddToTeamPayload | Refused, strawberry.union("AddToTeamResult")]


@strawberry.input
class LeaveTeamInput:
    member_id: strawberry.ID


@strawberry.type
class LeaveTeamPayload:
    case: Case | None = strawberry.field(description="Null when it was one's own seat, and the last.")


LeaveTeamResult = Annotated[LeaveTeamPayload | Refused, strawberry.union("LeaveTeamResult")]


@strawberry.input
class NameContactInput:
    case_id: strawberry.ID
    person_id: strawberry.ID
    relation: str
    named_by_client: bool


@strawberry.type
class NameContactPayload:
    case: Case


NameContactResult = Annotated[NameContactPayload | Refused, strawberry.union("NameContactResult")]


async def shown(info: Info, case_id: object) -> Case:
    """The case as it stands after the verb. It is visible: the actor just acted on it."""
    found = await case(info, case_id)  # type: ignore[arg-type]
    if found is None:
        raise LookupError("The case is out of sight after the act.")
    return found


@strawberry.type
class CaseMutations:
    @verb("Take in a case. Nothing needs to be known but that somebody called.")
    async def take_in_case(self, info: Info, input: TakeInCaseInput) -> TakeInCaseResult:
        async with info.context.transaction() as tx:
            row = await intake.take_in_case(
                tx,
                nodes.key("Organization", input.organization_id),
                known=Known(
                    legal_name=input.legal_name,
                    birth_date=input.birth_date,
                    country_of_birth=input.country_of_birth,
                    nationality=input.nationality,
                    gender=input.gender,
                    a_numbers=input.a_numbers or [],
                    aliases=input.aliases or [],
                ),
                public_name=input.public_name or None,
                language=input.language,
                minor=bool(input.minor),
                report=Report(
                    caller_name=input.caller_name,
                    caller_phone=input.caller_phone,
                    caller_relation=input.caller_relation,
                    arrested_at=input.arrested_at,
                    arrest_zone=input.arrest_zone,
                    arrest_place=input.arrest_place,
                    told=input.told,
                ),
                priority=input.priority or Priority.ROUTINE,
                no_publicity=bool(input.no_publicity),
            )
        return TakeInCasePayload(case=await shown(info, row.id))

    @verb("Change what is known of a case and its client. What is left out stays as it is.")
    async def update_case(self, info: Info, input: UpdateCaseInput) -> UpdateCaseResult:
        named = changes(
            input,
            *("public_name", "legal_name", "a_numbers", "aliases", "birth_date", "country_of_birth", "nationality"),
            *("gender", "language", "minor", "stage", "priority", "no_publicity", "tags"),
        )
        # Null empties a text; a list or a switch can't be nothing.
        named = {
            name: value
            for name, value in named.items()
            if value is not None or name not in {"minor", "stage", "priority", "no_publicity", "tags"}
        }
        for name in ("a_numbers", "aliases"):
            if name in named:
                named[name] = named[name] or []
        if given(input.coordinator_id):
            named["coordinator_id"] = nodes.optional_key("Person", input.coordinator_id)
        async with info.context.transaction() as tx:
            row = await cases.update_case(
                tx,
                nodes.key("Case", input.case_id),
                cast("CaseChanges", named),
                expected_revision=input.expected_revision,
            )
        return UpdateCasePayload(case=await shown(info, row.id))

    @verb("Close a case, and say why.")
    async def close_case(self, info: Info, input: CloseCaseInput) -> CloseCaseResult:
        async with info.context.transaction() as tx:
            row = await cases.close_case(
                tx,
                nodes.key("Case", input.case_id),
                expected_revision=input.expected_revision,
                reason=input.reason,
            )
        return CloseCasePayload(case=await shown(info, row.id))

    @verb("Make two cases of one person one. It can be undone.")
    async def merge_cases(self, info: Info, input: MergeCasesInput) -> MergeCasesResult:
        async with info.context.transaction() as tx:
            row = await merging.merge_cases(
                tx,
                nodes.key("Case", input.kept_case_id),
                nodes.key("Case", input.merged_case_id),
                take=input.take or (),
            )
        merge = await info.context.row(detainee_rows.DetaineeMerge, row.id)
        return MergeCasesPayload(case=await shown(info, row.kept_case_id), merge=Merge.of(merge or row))

    @verb("Take two merged cases apart again.", Act.MERGE_CASES)
    async def undo_merge(self, info: Info, input: UndoMergeInput) -> UndoMergeResult:
        async with info.context.transaction() as tx:
            row = await merging.undo_merge(tx, nodes.key("Merge", input.merge_id))
        return UndoMergePayload(
            case=await shown(info, row.kept_case_id), merged_case=await shown(info, row.merged_case_id)
        )

    @verb("Let another organization read a case.")
    async def share_case(self, info: Info, input: ShareCaseInput) -> ShareCaseResult:
        async with info.context.transaction() as tx:
            row = await teams.share_case(
                tx,
                nodes.key("Case", input.case_id),
                nodes.key("Organization", input.organization_id),
                until=input.until,
            )
        return ShareCasePayload(case=await shown(info, row.case_id))

    @verb("End an organization's reading of a case now.", Act.SHARE_CASE)
    async def stop_sharing(self, info: Info, input: StopSharingInput) -> StopSharingResult:
        async with info.context.transaction() as tx:
            row = await teams.stop_sharing(
                tx, nodes.key("Case", input.case_id), nodes.key("Organization", input.organization_id)
            )
        return StopSharingPayload(case=await shown(info, row.id))

    @verb("Give somebody a seat on the case.", Act.SHARE_CASE)
    async def add_to_team(self, info: Info, input: AddToTeamInput) -> AddToTeamResult:
        async with info.context.transaction() as tx:
            row = await teams.add_to_team(
                tx,
                nodes.key("Case", input.case_id),
                nodes.key("Person", input.person_id),
                input.role,
                until=input.until,
            )
        member = await info.context.row(team_rows.TeamMember, row.id)
        return AddToTeamPayload(case=await shown(info, row.case_id), member=TeamMember.of(member or row))

    @verb("End a seat on the case now.", Act.SHARE_CASE)
    async def leave_team(self, info: Info, input: LeaveTeamInput) -> LeaveTeamResult:
        async with info.context.transaction() as tx:
            row = await teams.leave_team(tx, nodes.key("TeamMember", input.member_id))
        return LeaveTeamPayload(case=await case(info, row.id))

    @verb("Record a family contact whom the client has named.", Act.UPDATE_CASE)
    async def name_contact(self, info: Info, input: NameContactInput) -> NameContactResult:
        async with info.context.transaction() as tx:
            row = await teams.name_contact(
                tx,
                nodes.key("Case", input.case_id),
                nodes.key("Person", input.person_id),
                relation=input.relation,
                named_by_client=input.named_by_client,
            )
        return NameContactPayload(case=await shown(info, row.case_id))
