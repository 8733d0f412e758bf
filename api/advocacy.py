"""Mutations on advocacy actions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, cast
from uuid import UUID

import strawberry
from strawberry import UNSET

from api import nodes
from api.context import Info
from api.given import changes, given
from api.refusals import Refused, verb
from api.scalars import WallTime
from api.types.advocacy import AdvocacyAction
from casework import advocacy
from casework.advocacy import Arrangements, Words
from schema import advocacy as rows
from schema.advocacy import SignOffCapacity
from schema.consents import ConsentAudience, NameForm
from schema.occasions import OccasionKind


@strawberry.input
class DraftActionInput:
    organization_id: strawberry.ID
    case_id: strawberry.ID | None = None
    further_case_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Which cases it is about besides."
    )
    hearing_id: strawberry.ID | None = None
    kind: OccasionKind
    title: str
    statement: str | None = None
    name_form: NameForm = NameForm.NONE
    audiences: list[ConsentAudience]
    uses_photo: bool = False
    starts_at: WallTime | None = None
    time_zone: str | None = None
    occurrence: int | None = None
    length_minutes: int = 60
    place_name: str | None = UNSET
    place_street: str | None = UNSET
    place_city: str | None = UNSET
    room: str | None = UNSET
    hosts: str | None = None
    codeword: str | None = None
    embargo_until: datetime | None = None
    follows_hearing: bool = False
    lead_id: strawberry.ID | None = None
    spokespeople: str | None = UNSET
    press_contact: str | None = UNSET
    run_of_show: str | None = UNSET
    languages: list[str] | None = UNSET
    accessibility: str | None = UNSET
    link: str | None = UNSET
    letters_due_on: date | None = UNSET


@strawberry.type
class DraftActionPayload:
    action: AdvocacyAction


DraftActionResult = Annotated[DraftActionPayload | Refused, strawberry.union("DraftActionResult")]


@strawberry.input
class ReviseActionInput:
    action_id: strawberry.ID
    expected_revision: int
    title: str | None = UNSET
    statement: str | None = UNSET
    name_form: NameForm | None = UNSET
    audiences: list[ConsentAudience] | None = UNSET
    uses_photo: bool | None = UNSET
    starts_at: WallTime | None = UNSET
    time_zone: str | None = UNSET
    occurrence: int | None = UNSET
    place_name: str | None = UNSET
    place_street: str | None = UNSET
    place_city: str | None = UNSET
    room: str | None = UNSET
    hosts: str | None = UNSET
    codeword: str | None = UNSET
    embargo_until: datetime | None = UNSET
    follows_hearing: bool | None = UNSET
    lead_id: strawberry.ID | None = UNSET
    spokespeople: str | None = UNSET
    press_contact: str | None = UNSET
    run_of_show: str | None = UNSET
    languages: list[str] | None = UNSET
    accessibility: str | None = UNSET
    link: str | None = UNSET
    letters_due_on: date | None = UNSET


@strawberry.type
class ReviseActionPayload:
    action: AdvocacyAction
    sign_off_voided: bool


ReviseActionResult = Annotated[ReviseActionPayload | Refused, strawberry.union("ReviseActionResult")]


@strawberry.input
class AddCaseToActionInput:
    action_id: strawberry.ID
    case_id: strawberry.ID
    expected_revision: int


@strawberry.type
class AddCaseToActionPayload:
    action: AdvocacyAction


AddCaseToActionResult = Annotated[AddCaseToActionPayload | Refused, strawberry.union("AddCaseToActionResult")]


@strawberry.input
class TakeCaseOffActionInput:
    action_id: strawberry.ID
    case_id: strawberry.ID
    expected_revision: int


@strawberry.type
class TakeCaseOffActionPayload:
    action: AdvocacyAction | None = strawberry.field(description="Null: it is out of sight without the case.")


TakeCaseOffActionResult = Annotated[TakeCaseOffActionPayload | Refused, strawberry.union("TakeCaseOffActionResult")]


@strawberry.input
class SignOffActionInput:
    action_id: strawberry.ID
    said_revision: int
    capacity: SignOffCapacity
    case_id: strawberry.ID | None = strawberry.field(
        default=None, description="For which of its cases. Null: the one it is kept with."
    )
    discussed_on: date | None = strawberry.field(default=None, description="When it was talked over with the client.")
    risks: str | None = strawberry.field(
        default=None, description="What speaks for and against going public: a note in counsel's compartment."
    )


@strawberry.type
class SignOffActionPayload:
    action: AdvocacyAction


SignOffActionResult = Annotated[SignOffActionPayload | Refused, strawberry.union("SignOffActionResult")]


@strawberry.input
class PublishActionInput:
    action_id: strawberry.ID
    expected_revision: int


@strawberry.type
class PublishActionPayload:
    action: AdvocacyAction


PublishActionResult = Annotated[PublishActionPayload | Refused, strawberry.union("PublishActionResult")]


@strawberry.input
class CallOffActionInput:
    action_id: strawberry.ID
    expected_revision: int
    reason: str | None = None


@strawberry.type
class CallOffActionPayload:
    action: AdvocacyAction


CallOffActionResult = Annotated[CallOffActionPayload | Refused, strawberry.union("CallOffActionResult")]


@strawberry.input
class EditPublicPageInput:
    action_id: strawberry.ID
    expected_revision: int
    language: str | None = strawberry.field(
        default=None, description="BCP 47: in which language title and words are written."
    )
    new_address: bool = strawberry.field(default=False, description="The old one is gone at once.")


@strawberry.type
class EditPublicPagePayload:
    action: AdvocacyAction


EditPublicPageResult = Annotated[EditPublicPagePayload | Refused, strawberry.union("EditPublicPageResult")]

_WORDS = ("title", "statement", "name_form", "audiences", "uses_photo")
_ARRANGEMENTS = (
    *("starts_at", "time_zone", "occurrence", "place_name", "place_street", "place_city", "room"),
    *("hosts", "codeword", "embargo_until", "follows_hearing"),
    *("spokespeople", "press_contact", "run_of_show", "languages", "accessibility", "link", "letters_due_on"),
)
#: Null means nothing for these: they are always something.
_NEVER_NULL = {
    "title",
    "name_form",
    "audiences",
    "uses_photo",
    "starts_at",
    "time_zone",
    "follows_hearing",
    "languages",
}


def _arrangements(source: DraftActionInput | ReviseActionInput) -> Arrangements:
    named = {
        name: value
        for name, value in changes(source, *_ARRANGEMENTS).items()
        if value is not None or name not in _NEVER_NULL
    }
    if given(source.lead_id):
        named["lead_id"] = nodes.optional_key("Person", source.lead_id)
    return cast("Arrangements", named)


def _words(source: DraftActionInput | ReviseActionInput) -> Words:
    named = changes(source, *_WORDS)
    return cast("Words", {name: value for name, value in named.items() if value is not None or name not in _NEVER_NULL})


async def shown_action(info: Info, action_id: UUID) -> AdvocacyAction:
    row = await info.context.row(rows.AdvocacyAction, action_id)
    if row is None:
        raise LookupError("The action is out of sight after the act.")
    return AdvocacyAction.of(row)


@strawberry.type
class AdvocacyMutations:
    @verb("Draft an action. Nobody is told of it yet.")
    async def draft_action(self, info: Info, input: DraftActionInput) -> DraftActionResult:
        arrangements = _arrangements(input)
        arrangements["length_minutes"] = input.length_minutes
        async with info.context.transaction() as tx:
            row = await advocacy.draft_action(
                tx,
                nodes.key("Organization", input.organization_id),
                kind=input.kind,
                words=_words(input),
                arrangements=arrangements,
                case_id=nodes.optional_key("Case", input.case_id),
                hearing_id=nodes.optional_key("Hearing", input.hearing_id),
            )
            for further in input.further_case_ids:
                await advocacy.add_case_to_action(
                    tx, row.id, nodes.key("Case", further), expected_revision=row.revision
                )
        return DraftActionPayload(action=await shown_action(info, row.id))

    @verb("Edit an action. What changes its words voids counsel's sign-off; time and place do not.")
    async def revise_action(self, info: Info, input: ReviseActionInput) -> ReviseActionResult:
        async with info.context.transaction() as tx:
            revised = await advocacy.revise_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                expected_revision=input.expected_revision,
                words=_words(input),
                arrangements=_arrangements(input),
            )
        info.context.wake()
        return ReviseActionPayload(
            action=await shown_action(info, revised.action.id), sign_off_voided=revised.sign_off_voided
        )

    @verb("Make an action be about one more case. Its two keys are asked besides, and every sign-off is void.")
    async def add_case_to_action(self, info: Info, input: AddCaseToActionInput) -> AddCaseToActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.add_case_to_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                nodes.key("Case", input.case_id),
                expected_revision=input.expected_revision,
            )
        info.context.wake()
        return AddCaseToActionPayload(action=await shown_action(info, row.id))

    @verb("Take a case off an action, which goes on without it. Every sign-off is void.")
    async def take_case_off_action(self, info: Info, input: TakeCaseOffActionInput) -> TakeCaseOffActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.take_case_off_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                nodes.key("Case", input.case_id),
                expected_revision=input.expected_revision,
            )
        info.context.wake()
        found = await info.context.row(rows.AdvocacyAction, row.id)
        return TakeCaseOffActionPayload(action=AdvocacyAction.of(found) if found else None)

    @verb("Counsel's yes to exactly what the action says now.")
    async def sign_off_action(self, info: Info, input: SignOffActionInput) -> SignOffActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.sign_off_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                said_revision=input.said_revision,
                capacity=input.capacity,
                discussed_on=input.discussed_on,
                risks=input.risks,
                case_id=nodes.optional_key("Case", input.case_id),
            )
        return SignOffActionPayload(action=await shown_action(info, row.id))

    @verb("Publish an action. Refused with all that is missing.")
    async def publish_action(self, info: Info, input: PublishActionInput) -> PublishActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.publish_action(
                tx, nodes.key("AdvocacyAction", input.action_id), expected_revision=input.expected_revision
            )
        info.context.wake()
        return PublishActionPayload(action=await shown_action(info, row.id))

    @verb("Call an action off. Everyone who was asked is told.")
    async def call_off_action(self, info: Info, input: CallOffActionInput) -> CallOffActionResult:
        async with info.context.transaction() as tx:
            row = await advocacy.call_off_action(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                expected_revision=input.expected_revision,
                reason=input.reason,
            )
        info.context.wake()
        return CallOffActionPayload(action=await shown_action(info, row.id))

    @verb("Say in which language a public page is written, or give it a new address.")
    async def edit_public_page(self, info: Info, input: EditPublicPageInput) -> EditPublicPageResult:
        async with info.context.transaction() as tx:
            row = await advocacy.edit_public_page(
                tx,
                nodes.key("AdvocacyAction", input.action_id),
                expected_revision=input.expected_revision,
                language=input.language,
                new=input.new_address,
            )
        return EditPublicPagePayload(action=await shown_action(info, row.id))
