"""Mutations on consents."""

from __future__ import annotations

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
from api.types.representation import Consent
from casework import consents
from schema import advocacy as advocacy_rows
from schema import consents as rows
from schema.consents import ConsentAudience, ConsentChannel, GivenBy, NameForm, Purpose


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
    language: str
    circumstances: str | None = None
    expires_on: date


@strawberry.type
class GiveConsentPayload:
    consent: Consent
    case: Case


GiveConsentResult = Annotated[GiveConsentPayload | Refused, strawberry.union("GiveConsentResult")]


@strawberry.input
class ConfirmConsentInput:
    consent_id: strawberry.ID
    expected_revision: int


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


WithdrawConsentResult = Annotated[WithdrawConsentPayload | Refused, strawberry.union("WithdrawConsentResult")]


async def _consent(info: Info, consent_id: UUID) -> Consent:
    row = await info.context.row(rows.Consent, consent_id)
    if row is None:
        raise LookupError("The consent is out of sight after the act.")
    return Consent.of(row)


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
                language=input.language,
                circumstances=input.circumstances,
                expires_on=input.expires_on,
            )
        return GiveConsentPayload(consent=await _consent(info, row.id), case=await shown(info, row.case_id))

    @verb("Counsel confirmed a relayed consent with the client.")
    async def confirm_consent(self, info: Info, input: ConfirmConsentInput) -> ConfirmConsentResult:
        async with info.context.transaction() as tx:
            row = await consents.confirm_consent(
                tx, nodes.key("Consent", input.consent_id), expected_revision=input.expected_revision
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
        called_off = [
            AdvocacyAction.of(row)
            for one in withdrawn.called_off
            if (row := await info.context.row(advocacy_rows.AdvocacyAction, one.id))
        ]
        language = await info.context.spoken()
        return WithdrawConsentPayload(
            consent=await _consent(info, withdrawn.consent.id),
            case=await shown(info, withdrawn.case.id),
            called_off=called_off,
            cannot_be_recalled=[one.said(language) for one in withdrawn.cannot_be_recalled],
        )
