"""Consents: given by the client in their own language, narrowed or withdrawn at any time by telling anyone.

Withdrawing takes back, in the same transaction, everything the consent had cleared: actions are called off, people
told, queued letters stopped. What can't be recalled is listed, because somebody has to make those calls.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import func, select

from casework import access, advocacy, disclosure, invitations, times
from casework import clearance as clearances
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.consents import (
    Consent,
    ConsentAudience,
    ConsentChannel,
    ConsentState,
    GivenBy,
    NameForm,
    Purpose,
)
from schema.detainees import Detainee
from schema.notices import ARRIVED, Notice

#: No consent is for ever; a year is the most (DOMAIN §3.1).
LONGEST = timedelta(days=366)
_FORMS = list(NameForm)
_CALLED = {
    ConsentAudience.OFFICIALS: Sentence("officials"),
    ConsentAudience.SUPPORTERS: Sentence("supporters"),
    ConsentAudience.ADVOCATES: Sentence("advocates"),
    ConsentAudience.PRESS: Sentence("the press"),
    ConsentAudience.PUBLIC: Sentence("the public"),
}


async def give_consent(
    tx: Transaction,
    case_id: UUID,
    *,
    purpose: Purpose,
    audience: ConsentAudience,
    name_form: NameForm,
    given_by: GivenBy,
    language: str,
    expires_on: date,
    channel: ConsentChannel = ConsentChannel.ANY,
    place: bool = False,
    photo: bool = False,
    story: bool = False,
    bond: bool = False,
    circumstances: str | None = None,
) -> Consent:
    """Record what the client agreed to. A relayed yes is only proposed, until counsel confirms it privately.

    The client's latest word stands alone: it replaces an earlier one for the same purpose, audience and channel, so
    that taking it back leaves nothing standing. Raises :class:`Invalid` for a purpose and audience that don't go
    together, a minor without guardian, or an end out of range.
    """
    case = await access.case_for(tx, case_id, Act.GIVE_CONSENT)
    refuse_closed(case)
    if not clearances.go_together(purpose, audience):
        raise Invalid("audience", "This purpose and this audience do not go together.")
    if not language.strip():
        raise Invalid("language", "Say in which language it was explained.")
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    if detainee.minor:
        if given_by is not GivenBy.GUARDIAN:
            raise Invalid("givenBy", "The client is a minor: a guardian gives consent, with the client's own assent.")
        if photo or name_form is NameForm.FULL:
            raise Invalid("nameForm", "No photo and no full name of a minor.")
    expires_at = _end(tx, expires_on)
    await tx.unlock([case.vault_key_id])
    consent_id = new_id()
    consent = Consent(
        id=consent_id,
        case_id=case.id,
        purpose=purpose,
        audience=audience,
        channel=channel,
        name_form=name_form,
        place=place,
        photo=photo,
        story=story,
        bond=bond,
        state=ConsentState.PROPOSED if given_by is GivenBy.RELAYED else ConsentState.STANDING,
        given_by=given_by,
        language=language.strip(),
        circumstances=tx.seal(
            Consent,
            consent_id,
            "circumstances",
            case.vault_key_id,
            circumstances.strip() or None if circumstances else None,
        ),
        given_at=tx.now,
        recorded_by_id=tx.person_id,
        expires_at=expires_at,
    )
    tx.session.add(consent)
    await tx.session.flush()
    tx.record("consent.given", consent, case=case, after=_told(consent))
    await _replace_earlier(tx, consent, case)
    return consent


async def confirm_consent(tx: Transaction, consent_id: UUID, *, expected_revision: int) -> Consent:
    """Counsel, or counsel's delegate, confirmed a relayed consent with the client, privately and in their language."""
    consent, case = await access.record_for(tx, Consent, consent_id, Act.CONFIRM_CONSENT)
    tx.expect(consent, expected_revision)
    if consent.state is not ConsentState.PROPOSED:
        raise NotAllowedByState("Only a relayed consent waits to be confirmed.")
    consent.state, consent.confirmed_by_id, consent.given_at = ConsentState.STANDING, tx.person_id, tx.now
    await tx.session.flush()
    tx.record("consent.confirmed", consent, case=case, after=_told(consent))
    await _replace_earlier(tx, consent, case)
    return consent


async def _replace_earlier(tx: Transaction, consent: Consent, case: Case) -> None:
    """End what the client said before about the same. A relayed yes replaces only what was relayed as well."""
    relayed = consent.state is ConsentState.PROPOSED
    earlier = await tx.session.scalars(
        select(Consent)
        .where(
            Consent.case_id == case.id,
            Consent.purpose == consent.purpose,
            Consent.audience == consent.audience,
            Consent.channel == consent.channel,
            Consent.state.in_([ConsentState.PROPOSED] if relayed else [ConsentState.PROPOSED, ConsentState.STANDING]),
            Consent.expires_at > tx.now,
            Consent.id != consent.id,
        )
        .order_by(Consent.id)
        .with_for_update()
    )
    for one in list(earlier):
        one.state, one.ended_at = ConsentState.REPLACED, tx.now
        one.revision += 1
        tx.record("consent.replaced", one, case=case, before=_told(one))
    await tx.session.flush()
    # The later word may permit less.
    await _call_off_what_lost_clearance(tx, case)


async def narrow_consent(
    tx: Transaction,
    consent_id: UUID,
    *,
    expected_revision: int,
    name_form: NameForm | None = None,
    place: bool | None = None,
    photo: bool | None = None,
    story: bool | None = None,
    bond: bool | None = None,
    expires_on: date | None = None,
) -> Consent:
    """Permit less from now on. Never more: for that the client is asked anew. Returns the consent that stands now."""
    consent, case = await access.record_for(tx, Consent, consent_id, Act.NARROW_CONSENT)
    tx.expect(consent, expected_revision)
    if not consent.stands_at(tx.now):
        raise NotAllowedByState("This consent does not stand any more.")
    if name_form is not None and _FORMS.index(name_form) > _FORMS.index(consent.name_form):
        raise Invalid("nameForm", "That would permit more of the name. Ask the client, and record a new consent.")
    for field, wanted, given in (
        ("place", place, consent.place),
        ("photo", photo, consent.photo),
        ("story", story, consent.story),
        ("bond", bond, consent.bond),
    ):
        if wanted and not given:
            raise Invalid(field, "That would permit more. Ask the client, and record a new consent.")
    expires_at = consent.expires_at if expires_on is None else _end(tx, expires_on)
    if expires_at > consent.expires_at:
        raise Invalid("expiresOn", "That would last longer. Ask the client, and record a new consent.")
    consent.state, consent.ended_at = ConsentState.NARROWED, tx.now
    narrower = Consent(
        id=new_id(),
        case_id=case.id,
        purpose=consent.purpose,
        audience=consent.audience,
        channel=consent.channel,
        name_form=name_form or consent.name_form,
        place=consent.place if place is None else place,
        photo=consent.photo if photo is None else photo,
        story=consent.story if story is None else story,
        bond=consent.bond if bond is None else bond,
        given_by=consent.given_by,
        language=consent.language,
        given_at=tx.now,
        recorded_by_id=tx.person_id,
        expires_at=expires_at,
        narrowed_from_id=consent.id,
    )
    tx.session.add(narrower)
    await tx.session.flush()
    tx.record("consent.narrowed", narrower, case=case, before=_told(consent), after=_told(narrower))
    await _call_off_what_lost_clearance(tx, case)
    return narrower


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A consent taken back, what went with it, and what somebody must call about."""

    consent: Consent
    case: Case
    called_off: tuple[AdvocacyAction, ...]
    #: Each a sentence: what left the house already, and can't be recalled.
    cannot_be_recalled: tuple[Sentence, ...]


async def withdraw_consent(tx: Transaction, consent_id: UUID, *, told_to: str | None = None) -> Withdrawn:
    """The client took their consent back, by telling anyone, without a reason and without effect on representation.

    Everything that it had cleared is taken back with it, everywhere, at once.
    """
    consent, case = await access.record_for(tx, Consent, consent_id, Act.WITHDRAW_CONSENT)
    if consent.state not in (ConsentState.STANDING, ConsentState.PROPOSED):
        raise NotAllowedByState("This consent has ended already.")
    consent.state, consent.ended_at = ConsentState.WITHDRAWN, tx.now
    consent.revision += 1
    await tx.session.flush()
    await tx.unlock([case.vault_key_id])
    tx.record("consent.withdrawn", consent, case=case, before=_told(consent), typed=told_to, key_id=case.vault_key_id)
    gone = await _cannot_be_recalled(tx, case, consent.audience)
    called_off = await _call_off_what_lost_clearance(tx, case)
    return Withdrawn(consent, case, tuple(called_off), tuple(gone))


async def _call_off_what_lost_clearance(tx: Transaction, case: Case) -> list[AdvocacyAction]:
    """Published actions that are no longer clear are called off; invitations no longer cleared are taken back."""
    called_off = []
    published = await tx.session.scalars(
        select(AdvocacyAction).where(AdvocacyAction.case_id == case.id, AdvocacyAction.state == ActionState.PUBLISHED)
    )
    for action in list(published.unique()):
        clearance = await disclosure.action_clearance(tx, action)
        if not clearance.clear:
            await advocacy.take_down(tx, action, case, reason="A consent it needs was taken back.")
            called_off.append(action)
    await invitations.follow_clearance(tx, case)
    return called_off


async def _cannot_be_recalled(tx: Transaction, case: Case, audience: ConsentAudience) -> list[Sentence]:
    """What was said to this audience already: how many letters, and which actions are public."""
    eyes = [one for one, asked in clearances.CONSENT_AUDIENCE.items() if asked is audience]
    letters = await tx.session.scalar(
        select(func.count()).where(
            Notice.case_id == case.id,
            Notice.audience.in_(eyes),
            Notice.state.in_(ARRIVED),
        )
    )
    sentences: list[Sentence] = []
    if letters:
        sentences.append(
            Sentence(
                "Messages to {whom} that were sent and can't be taken back: {letters}. Ask them to delete them.",
                letters=letters,
                whom=_CALLED[audience],
            )
        )
    published = await tx.session.scalars(
        select(AdvocacyAction).where(AdvocacyAction.case_id == case.id, AdvocacyAction.published_at.is_not(None))
    )
    sentences += [
        Sentence(
            '"{title}" has been public since {day}: ask whoever shared it to take it down.',
            title=await tx.opened(action, "title"),
            day=partial(times.day, action.published_at.date(), beside=tx.now.date()),
        )
        for action in list(published.unique())
        if audience.value in action.audiences and action.published_at
    ]
    return sentences


def _end(tx: Transaction, day: date) -> datetime:
    """A consent until a day stands through that day in every zone of the country."""
    end = datetime.combine(day + timedelta(days=1), time(11), UTC)
    if end <= tx.now:
        raise Invalid("expiresOn", "That day has passed. A consent ends in the future.")
    if end > tx.now + LONGEST:
        raise Invalid("expiresOn", "A consent lasts a year at most. Ask again then.")
    return end


def _told(consent: Consent) -> dict[str, object]:
    return {
        "purpose": consent.purpose,
        "audience": consent.audience,
        "name_form": consent.name_form,
        "place": consent.place,
        "photo": consent.photo,
        "story": consent.story,
        "bond": consent.bond,
        "expires_at": consent.expires_at,
    }
