"""A consent is given, or proposed until counsel has asked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access
from casework import clearance as clearances
from casework.access import Act
from casework.closing import refuse_closed
from casework.consents import cascade, safeguards, terms
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.consents import (
    Consent,
    ConsentAudience,
    ConsentChannel,
    ConsentState,
    GivenBy,
    Heard,
    NameForm,
    Purpose,
)

#: What a later word about the same matter stands in for.
_LIVE = (ConsentState.PROPOSED, ConsentState.STANDING, ConsentState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class What:
    """What was agreed to."""

    purpose: Purpose
    audience: ConsentAudience
    name_form: NameForm = NameForm.PUBLIC_NAME
    channel: ConsentChannel = ConsentChannel.ANY
    place: bool = False
    photo: bool = False
    story: bool = False
    bond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How it was agreed to."""

    given_by: GivenBy
    language: str
    heard: Heard = Heard.PRIVATELY
    #: The client's own assent, beside a guardian's yes.
    assented: bool = False
    expires_on: date | None = None
    circumstances: str | None = None
    interview_id: UUID | None = None


async def give_consent(
    tx: Transaction,
    case_id: UUID,
    *,
    purpose: Purpose,
    audience: ConsentAudience,
    name_form: NameForm,
    given_by: GivenBy,
    language: str,
    expires_on: date | None = None,
    channel: ConsentChannel = ConsentChannel.ANY,
    place: bool = False,
    photo: bool = False,
    story: bool = False,
    bond: bool = False,
    circumstances: str | None = None,
    heard: Heard = Heard.PRIVATELY,
    assented: bool = False,
) -> Consent:
    """Record what the client agreed to; without a day it ends after 90. What was relayed, or said before an officer or
    on a recorded line, is only proposed until counsel, or counsel's delegate, confirms it privately.

    The client's latest word stands alone: it replaces an earlier one for the same purpose, audience and channel, so
    that taking it back leaves nothing standing. Raises :class:`Invalid` for a purpose and audience that don't go
    together, a minor without guardian, or an end out of range.
    """
    case = await access.case_for(tx, case_id, Act.GIVE_CONSENT)
    refuse_closed(case)
    what = What(
        purpose=purpose, audience=audience, name_form=name_form, channel=channel, place=place, photo=photo,
        story=story, bond=bond,
    )  # fmt: skip
    given = Given(
        given_by=given_by, language=language, heard=heard, assented=assented, expires_on=expires_on,
        circumstances=circumstances,
    )  # fmt: skip
    (consent,) = await give(tx, case, [what], given)
    return consent


async def give(tx: Transaction, case: Case, agreed: Sequence[What], given: Given) -> list[Consent]:
    """The giving itself, of one talk, for a case that is locked for it. Raises what :func:`give_consent` raises."""
    for what in agreed:
        if not clearances.go_together(what.purpose, what.audience):
            raise Invalid("audience", "This purpose and this audience do not go together.")
    language = given.language.strip()
    if not language:
        raise Invalid("language", "Say in which language it was explained.")
    who = await safeguards.guarded(tx, case)
    for what in agreed:
        safeguards.refuse_unguarded(
            who, purpose=what.purpose, given_by=given.given_by, assented=given.assented, photo=what.photo,
            name_form=what.name_form,
        )  # fmt: skip
    expires_at = terms.end(tx, given.expires_on)
    if who.turns_18_at is not None:
        expires_at = min(expires_at, who.turns_18_at)
    await tx.unlock([case.vault_key_id])
    circumstances = given.circumstances.strip() or None if given.circumstances else None
    counsel = await safeguards.is_counsel(tx, case) if who else False
    made = []
    for what in agreed:
        alone = given.given_by is not GivenBy.RELAYED and given.heard is Heard.PRIVATELY
        enough = not who or counsel or what.purpose is Purpose.SEEK_COUNSEL
        consent_id = new_id()
        consent = Consent(
            id=consent_id,
            case_id=case.id,
            purpose=what.purpose,
            audience=what.audience,
            channel=what.channel,
            name_form=what.name_form,
            place=what.place,
            photo=what.photo,
            story=what.story,
            bond=what.bond,
            state=ConsentState.STANDING if alone and enough else ConsentState.PROPOSED,
            given_by=given.given_by,
            heard=given.heard,
            assented=given.assented,
            interview_id=given.interview_id,
            language=language,
            circumstances=tx.seal(Consent, consent_id, "circumstances", case.vault_key_id, circumstances),
            given_at=tx.now,
            recorded_by_id=tx.person_id,
            expires_at=expires_at,
        )
        tx.session.add(consent)
        await tx.session.flush()
        tx.record("consent.given", consent, case=case, after=terms.told(consent))
        made.append(consent)
    for consent in made:
        await _replace_earlier(tx, consent, case)
    # The later word may permit less.
    await cascade.follow(tx, case, {consent.audience for consent in made})
    return made


async def confirm_consent(
    tx: Transaction, consent_id: UUID, *, expected_revision: int, language: str, privately: bool
) -> Consent:
    """Counsel, or counsel's delegate, asked the client again, with nobody listening and in the client's language.

    Of a minor, and where capacity is in doubt, it is counsel's own yes: no delegate gives that. Raises
    :class:`NotAllowedByState`, :class:`Invalid`, :class:`NotPermitted`.
    """
    consent, case = await access.record_for(tx, Consent, consent_id, Act.CONFIRM_CONSENT)
    tx.expect(consent, expected_revision)
    if consent.state is not ConsentState.PROPOSED:
        raise NotAllowedByState("Only a proposed consent waits to be confirmed.")
    if consent.expires_at <= tx.now:
        raise NotAllowedByState("This consent does not stand any more.")
    if not privately:
        raise Invalid("privately", "Ask the client where nobody listens: no officer, no recorded line, nobody between.")
    asked_in = terms.asked_in(language)
    who = await safeguards.guarded_as_given(tx, case, consent)
    if who and not await safeguards.is_counsel(tx, case):
        raise NotPermitted(who="the case's attorney")
    consent.state, consent.given_at = ConsentState.STANDING, tx.now
    consent.confirmed_by_id, consent.confirmed_at, consent.confirmed_in = tx.person_id, tx.now, asked_in
    await tx.session.flush()
    tx.record("consent.confirmed", consent, case=case, after={**terms.told(consent), "privately": True})
    await _replace_earlier(tx, consent, case)
    await cascade.follow(tx, case, {consent.audience})
    return consent


async def _replace_earlier(tx: Transaction, consent: Consent, case: Case) -> None:
    """End what the client said before about the same. A proposed yes replaces only what was proposed as well."""
    proposed = consent.state is ConsentState.PROPOSED
    earlier = await tx.session.scalars(
        select(Consent)
        .where(
            Consent.case_id == case.id,
            Consent.purpose == consent.purpose,
            Consent.audience == consent.audience,
            Consent.channel == consent.channel,
            Consent.state.in_([ConsentState.PROPOSED] if proposed else _LIVE),
            Consent.expires_at > tx.now,
            Consent.id != consent.id,
        )
        .order_by(Consent.id)
        .with_for_update()
    )
    for one in list(earlier):
        one.state, one.ended_at = ConsentState.REPLACED, tx.now
        one.revision += 1
        tx.record("consent.replaced", one, case=case, before=terms.told(one))
    await tx.session.flush()


__all__ = ["Given", "What", "confirm_consent", "give", "give_consent"]
