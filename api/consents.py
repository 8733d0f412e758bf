"""Mutations on consents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.advocacy import AdvocacyAction
from api.types.cases import Case
from api.types.consents import ConsentInterview, Retraction
from api.types.representation import Consent
from casework import consents
from schema import advocacy as advocacy_rows
from schema import consents as rows
from schema import retractions as retraction_rows
from schema.consents import ConsentAnswer, ConsentAudience, ConsentChannel, GivenBy, Heard, NameForm, Purpose


@strawberry.input
class GiveConsentInput:
    case_id: strawberry.ID
    purpose: Purpose
    audience: ConsentAudience
    channel: ConsentChannel = ConsentChannel.ANY
    name_form: NameForm
    place: bool = False
    photo: bool = False
    story: bool = False
    bond: bool = False
    given_by: GivenBy
    heard: Heard = Heard.PRIVATELY
    assented: bool = strawberry.field(default=False, description="The client's own assent, beside a guardian's yes.")
    language: str
    circumstances: str | None = None
    expires_on: date | None = strawberry.field(default=None, description="Null: 90 days from now.")


@strawberry.type
class GiveConsentPayload:
    consent: Consent
    case: Case


GiveConsentResult = Annotated[GiveConsentPayload | Refused, strawberry.union("GiveConsentResult")]


@strawberry.input
class RecordConsentInterviewInput:
    case_id: strawberry.ID
    officials: ConsentAnswer = strawberry.field(
        default=ConsentAnswer.NOT_ASKED, description="May elected officials be told?"
    )
    courtroom: ConsentAnswer = strawberry.field(
        default=ConsentAnswer.NOT_ASKED, description="May people be asked to come to court?"
    )
    press: ConsentAnswer = strawberry.field(default=ConsentAnswer.NOT_ASKED, description="May the press be told?")
    photo: ConsentAnswer = strawberry.field(default=ConsentAnswer.NOT_ASKED, description="May a photo be shown?")
    full_name: ConsentAnswer = strawberry.field(
        default=ConsentAnswer.NOT_ASKED, description="May the full name be said?"
    )
    given_by: GivenBy
    heard: Heard = Heard.PRIVATELY
    assented: bool = False
    guardian_adverse: bool = strawberry.field(
        default=False, description="The guardian stands to gain from what harms the client: their yes permits nothing."
    )
    language: str
    interpreter: str | None = None
    witness: str | None = None
    relayed_by: str | None = None
    script: str | None = None
    circumstances: str | None = None
    expires_on: date | None = strawberry.field(default=None, description="Null: 90 days from now.")


@strawberry.type
class RecordConsentInterviewPayload:
    interview: ConsentInterview
    consents: list[Consent] = strawberry.field(description="What is permitted now, or waits to be confirmed.")
    retractions: list[Retraction]
    case: Case


RecordConsentInterviewResult = Annotated[
    RecordConsentInterviewPayload | Refused, strawberry.union("RecordConsentInterviewResult")
]


@strawberry.input
class PauseConsentInput:
    consent_id: strawberry.ID
    told_to: str | None = None


@strawberry.type
class PauseConsentPayload:
    consent: Consent
    case: Case
    called_off: list[AdvocacyAction]


PauseConsentResult = Annotated[PauseConsentPayload | Refused, strawberry.union("PauseConsentResult")]


@strawberry.input
class ResumeConsentInput:
    consent_id: strawberry.ID
    expected_revision: int
    client_said_so: bool
    language: str


@strawberry.type
class ResumeConsentPayload:
    consent: Consent
    case: Case


ResumeConsentResult = Annotated[ResumeConsentPayload | Refused, strawberry.union("ResumeConsentResult")]


@strawberry.input
class DoubtCapacityInput:
    case_id: strawberry.ID
    doubted: bool
    why: str | None = None


@strawberry.type
class DoubtCapacityPayload:
    case: Case


DoubtCapacityResult = Annotated[DoubtCapacityPayload | Refused, strawberry.union("DoubtCapacityResult")]


@strawberry.input
class TickOffRetractionInput:
    retraction_id: strawberry.ID
    expected_revision: int
    answer: str | None = strawberry.field(default=None, description="What they said to it.")


@strawberry.type
class TickOffRetractionPayload:
    retraction: Retraction
    case: Case


TickOffRetractionResult = Annotated[TickOffRetractionPayload | Refused, strawberry.union("TickOffRetractionResult")]


@strawberry.input
class ConfirmConsentInput:
    consent_id: strawberry.ID
    expected_revision: int
    language: str = strawberry.field(description="In which the client was asked again.")
    privately: bool = strawberry.field(description="Nobody listened: no officer, no recorded line, nobody between.")


@strawberry.type
class ConfirmConsentPayload:
    consent: Consent
    case: Case


ConfirmConsentResult = Annotated[ConfirmConsentPayload | Refused, strawberry.union("ConfirmConsentResult")]


@strawberry.input
class NarrowConsentInput:
    consent_id: strawberry.ID
    expected_revision: int
    name_form: NameForm | None = None
    place: bool | None = None
    photo: bool | None = None
    story: bool | None = None
    bond: bool | None = None
    expires_on: date | None = None


@strawberry.type
class NarrowConsentPayload:
    consent: Consent
    case: Case


NarrowConsentResult = Annotated[NarrowConsentPayload | Refused, strawberry.union("NarrowConsentResult")]


@strawberry.input
class WithdrawConsentInput:
    consent_id: strawberry.ID
    told_to: str | None = None


@strawberry.type
class WithdrawConsentPayload:
    consent: Consent
    case: Case
    called_off: list[AdvocacyAction]
    cannot_be_recalled: list[str] = strawberry.field(description="What left the house already: somebody must call.")
    retractions: list[Retraction] = strawberry.field(description="The same as a list that is ticked off.")


WithdrawConsentResult = Annotated[WithdrawConsentPayload | Refused, strawberry.union("WithdrawConsentResult")]


async def _consent(info: Info, consent_id: UUID) -> Consent:
    row = await info.context.row(rows.Consent, consent_id)
    if row is None:
        raise LookupError("The consent is out of sight after the act.")
    return Consent.of(row)


async def _actions(info: Info, changed: Iterable[advocacy_rows.AdvocacyAction]) -> list[AdvocacyAction]:
    found = [await info.context.row(advocacy_rows.AdvocacyAction, one.id) for one in changed]
    return [AdvocacyAction.of(row) for row in found if row]


async def _retractions(info: Info, listed: Iterable[retraction_rows.Retraction]) -> list[Retraction]:
    """As far as whoever asked may see them."""
    found = [await info.context.row(retraction_rows.Retraction, one.id) for one in listed]
    return [Retraction.of(row) for row in found if row]


@strawberry.type
class ConsentMutations:
    @verb("Record what the client agreed to.")
    async def give_consent(self, info: Info, input: GiveConsentInput) -> GiveConsentResult:
        async with info.context.transaction() as tx:
            row = await consents.give_consent(
                tx,
                nodes.key("Case", input.case_id),
                purpose=input.purpose,
                audience=input.audience,
                channel=input.channel,
                name_form=input.name_form,
                place=input.place,
                photo=input.photo,
                story=input.story,
                bond=input.bond,
                given_by=input.given_by,
                heard=input.heard,
                assented=input.assented,
                language=input.language,
                circumstances=input.circumstances,
                expires_on=input.expires_on,
            )
        return GiveConsentPayload(consent=await _consent(info, row.id), case=await shown(info, row.case_id))

    @verb("Record what the client answered to the five questions. What is permitted follows from it.")
    async def record_consent_interview(
        self, info: Info, input: RecordConsentInterviewInput
    ) -> RecordConsentInterviewResult:
        async with info.context.transaction() as tx:
            done = await consents.record_consent_interview(
                tx,
                nodes.key("Case", input.case_id),
                consents.Answers(
                    officials=input.officials,
                    courtroom=input.courtroom,
                    press=input.press,
                    photo=input.photo,
                    full_name=input.full_name,
                ),
                consents.How(
                    given_by=input.given_by,
                    heard=input.heard,
                    assented=input.assented,
                    guardian_adverse=input.guardian_adverse,
                    language=input.language,
                    interpreter=input.interpreter,
                    witness=input.witness,
                    relayed_by=input.relayed_by,
                    script=input.script,
                    circumstances=input.circumstances,
                    expires_on=input.expires_on,
                ),
            )
        info.context.wake()
        interview = await info.context.row(rows.ConsentInterview, done.interview.id)
        return RecordConsentInterviewPayload(
            interview=ConsentInterview.of(interview or done.interview),
            consents=[await _consent(info, one.id) for one in done.consents],
            retractions=await _retractions(info, done.retractions),
            case=await shown(info, done.interview.case_id),
        )

    @verb("Counsel, or counsel's delegate, asked the client again, privately and in their language.")
    async def confirm_consent(self, info: Info, input: ConfirmConsentInput) -> ConfirmConsentResult:
        async with info.context.transaction() as tx:
            row = await consents.confirm_consent(
                tx,
                nodes.key("Consent", input.consent_id),
                expected_revision=input.expected_revision,
                language=input.language,
                privately=input.privately,
            )
        return ConfirmConsentPayload(consent=await _consent(info, row.id), case=await shown(info, row.case_id))

    @verb("Permit less from now on.")
    async def narrow_consent(self, info: Info, input: NarrowConsentInput) -> NarrowConsentResult:
        async with info.context.transaction() as tx:
            row = await consents.narrow_consent(
                tx,
                nodes.key("Consent", input.consent_id),
                expected_revision=input.expected_revision,
                name_form=input.name_form,
                place=input.place,
                photo=input.photo,
                story=input.story,
                bond=input.bond,
                expires_on=input.expires_on,
            )
        info.context.wake()
        return NarrowConsentPayload(consent=await _consent(info, row.id), case=await shown(info, row.case_id))

    @verb("The client took a consent back. Everything it had cleared is taken back with it.")
    async def withdraw_consent(self, info: Info, input: WithdrawConsentInput) -> WithdrawConsentResult:
        async with info.context.transaction() as tx:
            withdrawn = await consents.withdraw_consent(
                tx, nodes.key("Consent", input.consent_id), told_to=input.told_to
            )
        info.context.wake()
        called_off = await _actions(info, withdrawn.called_off)
        language = await info.context.spoken()
        return WithdrawConsentPayload(
            consent=await _consent(info, withdrawn.consent.id),
            case=await shown(info, withdrawn.case.id),
            called_off=called_off,
            cannot_be_recalled=[one.said(language) for one in withdrawn.cannot_be_recalled],
            retractions=await _retractions(info, withdrawn.retractions),
        )

    @verb("The client wants a consent to rest. Until they say that it goes on it permits nothing.")
    async def pause_consent(self, info: Info, input: PauseConsentInput) -> PauseConsentResult:
        async with info.context.transaction() as tx:
            paused = await consents.pause_consent(tx, nodes.key("Consent", input.consent_id), told_to=input.told_to)
        info.context.wake()
        return PauseConsentPayload(
            consent=await _consent(info, paused.consent.id),
            case=await shown(info, paused.case.id),
            called_off=await _actions(info, paused.called_off),
        )

    @verb("The client says that a paused consent goes on.")
    async def resume_consent(self, info: Info, input: ResumeConsentInput) -> ResumeConsentResult:
        async with info.context.transaction() as tx:
            row = await consents.resume_consent(
                tx,
                nodes.key("Consent", input.consent_id),
                expected_revision=input.expected_revision,
                client_said_so=input.client_said_so,
                language=input.language,
            )
        return ResumeConsentPayload(consent=await _consent(info, row.id), case=await shown(info, row.case_id))

    @verb("The legal team doubts that the client can decide alone, or no longer does. It starts with no publicity.")
    async def doubt_capacity(self, info: Info, input: DoubtCapacityInput) -> DoubtCapacityResult:
        async with info.context.transaction() as tx:
            row = await consents.doubt_capacity(
                tx, nodes.key("Case", input.case_id), doubted=input.doubted, why=input.why
            )
        info.context.wake()
        return DoubtCapacityPayload(case=await shown(info, row.id))

    @verb("Somebody was told to take down or delete what can't be recalled.")
    async def tick_off_retraction(self, info: Info, input: TickOffRetractionInput) -> TickOffRetractionResult:
        async with info.context.transaction() as tx:
            row = await consents.tick_off_retraction(
                tx,
                nodes.key("Retraction", input.retraction_id),
                expected_revision=input.expected_revision,
                answer=input.answer,
            )
        found = await info.context.row(retraction_rows.Retraction, row.id)
        return TickOffRetractionPayload(retraction=Retraction.of(found or row), case=await shown(info, row.case_id))
