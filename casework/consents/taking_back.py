"""A consent is narrowed, paused and resumed, or withdrawn: by telling anyone, without a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from casework import access
from casework.access import Act
from casework.consents import cascade, retractions, safeguards, terms
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.consents import Consent, ConsentState, NameForm, Purpose
from schema.retractions import Retraction

_FORMS = list(NameForm)


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
    expires_at = consent.expires_at if expires_on is None else terms.end(tx, expires_on)
    if expires_at > consent.expires_at:
        raise Invalid("expiresOn", "That would last longer. Ask the client, and record a new consent.")
    narrower = await narrow(
        tx,
        case,
        consent,
        name_form=name_form or consent.name_form,
        place=consent.place if place is None else place,
        photo=consent.photo if photo is None else photo,
        story=consent.story if story is None else story,
        bond=consent.bond if bond is None else bond,
        expires_at=expires_at,
    )
    await cascade.follow(tx, case, {consent.audience})
    return narrower


async def narrow(tx: Transaction, case: Case, consent: Consent, **less: object) -> Consent:
    """The narrowing itself. What follows from it is the caller's to follow (:mod:`casework.consents.cascade`)."""
    consent.state, consent.ended_at = ConsentState.NARROWED, tx.now
    kept = ("name_form", "place", "photo", "story", "bond", "expires_at")
    narrower = Consent(
        id=new_id(),
        case_id=case.id,
        purpose=consent.purpose,
        audience=consent.audience,
        channel=consent.channel,
        **{name: less.get(name, getattr(consent, name)) for name in kept},
        given_by=consent.given_by,
        heard=consent.heard,
        assented=consent.assented,
        interview_id=consent.interview_id,
        language=consent.language,
        # The client said it then. A day of its own would let what release has closed begin anew.
        given_at=consent.given_at,
        recorded_by_id=tx.person_id,
        confirmed_by_id=consent.confirmed_by_id,
        confirmed_at=consent.confirmed_at,
        confirmed_in=consent.confirmed_in,
        narrowed_from_id=consent.id,
    )
    tx.session.add(narrower)
    await tx.session.flush()
    tx.record("consent.narrowed", narrower, case=case, before=terms.told(consent), after=terms.told(narrower))
    return narrower


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A consent taken back or paused, what went with it, and what somebody must call about."""

    consent: Consent
    case: Case
    called_off: tuple[AdvocacyAction, ...]
    #: What left the house already, each as a sentence; its :class:`Retraction` is ticked off once somebody has called.
    cannot_be_recalled: tuple[Sentence, ...] = ()
    retractions: tuple[Retraction, ...] = ()


async def pause_consent(tx: Transaction, consent_id: UUID, *, told_to: str | None = None) -> Withdrawn:
    """The client wants it to rest for a while, and told anyone so. Until they say that it goes on it permits nothing,
    and what it had cleared is taken back as if it were withdrawn.
    """
    consent, case = await access.record_for(tx, Consent, consent_id, Act.PAUSE_CONSENT)
    if not consent.stands_at(tx.now):
        raise NotAllowedByState("This consent does not stand any more.")
    consent.state, consent.paused_at = ConsentState.PAUSED, tx.now
    consent.revision += 1
    await tx.session.flush()
    await tx.unlock([case.vault_key_id])
    tx.record("consent.paused", consent, case=case, before=terms.told(consent), typed=told_to, key_id=case.vault_key_id)
    called_off = await cascade.follow(tx, case, {consent.audience})
    return Withdrawn(consent, case, tuple(called_off))


async def resume_consent(
    tx: Transaction, consent_id: UUID, *, expected_revision: int, client_said_so: bool, language: str
) -> Consent:
    """The client says that a paused consent goes on, in the words they were asked in. Nothing that was called off comes
    back by itself. Raises :class:`Invalid`, :class:`NotAllowedByState`, :class:`NotPermitted`.
    """
    consent, case = await access.record_for(tx, Consent, consent_id, Act.RESUME_CONSENT)
    tx.expect(consent, expected_revision)
    if consent.state is not ConsentState.PAUSED:
        raise NotAllowedByState("Only a paused consent can go on.")
    if consent.expires_at <= tx.now or (
        case.consents_asked_again_from and consent.given_at < case.consents_asked_again_from
    ):
        raise NotAllowedByState("This consent ended while it rested. Ask the client, and record a new one.")
    if not client_said_so:
        raise Invalid("clientSaidSo", "It goes on only when the client says so. Ask them first.")
    asked_in = terms.asked_in(language)
    who = await safeguards.guarded_as_given(tx, case, consent)
    if who and consent.purpose is not Purpose.SEEK_COUNSEL:
        # Whatever stood before: of them it is counsel's yes as well.
        if not await safeguards.is_counsel(tx, case):
            raise NotPermitted(who="the case's attorney")
        consent.confirmed_by_id, consent.confirmed_at, consent.confirmed_in = tx.person_id, tx.now, asked_in
    consent.state, consent.resumed_at = ConsentState.STANDING, tx.now
    await tx.session.flush()
    tx.record("consent.resumed", consent, case=case, after={**terms.told(consent), "language": asked_in})
    return consent


async def withdraw_consent(tx: Transaction, consent_id: UUID, *, told_to: str | None = None) -> Withdrawn:
    """The client took their consent back, by telling anyone, without a reason and without effect on representation.

    Everything that it had cleared is taken back with it, everywhere, at once; what can't be is kept as a list of whom
    to call.
    """
    consent, case = await access.record_for(tx, Consent, consent_id, Act.WITHDRAW_CONSENT)
    if consent.state not in (ConsentState.STANDING, ConsentState.PROPOSED, ConsentState.PAUSED):
        raise NotAllowedByState("This consent has ended already.")
    called_off, listed = await withdraw(tx, case, [consent], told_to=told_to)
    said = [await retractions.said(tx, one) for one in listed]
    return Withdrawn(consent, case, tuple(called_off), tuple(said), tuple(listed))


async def withdraw(
    tx: Transaction, case: Case, ended: Sequence[Consent], *, told_to: str | None = None
) -> tuple[list[AdvocacyAction], list[Retraction]]:
    """The taking back itself. Returns what was called off, and what can't be recalled."""
    await tx.unlock([case.vault_key_id])
    for consent in ended:
        consent.state, consent.ended_at = ConsentState.WITHDRAWN, tx.now
        consent.revision += 1
        await tx.session.flush()
        tx.record(
            "consent.withdrawn", consent, case=case, before=terms.told(consent), typed=told_to,
            key_id=case.vault_key_id,
        )  # fmt: skip
    listed = [one for consent in ended for one in await retractions.draw_up(tx, case, consent)]
    called_off = await cascade.follow(tx, case, {consent.audience for consent in ended})
    return called_off, listed


__all__ = ["Withdrawn", "narrow", "narrow_consent", "pause_consent", "resume_consent", "withdraw", "withdraw_consent"]
