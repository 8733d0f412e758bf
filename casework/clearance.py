"""Clearance: which consents and sign-offs stand, which are missing, and until when the answer holds. Pure.

Mateo agreed that officials may be told, under his public name, until June. Ana, his attorney of record, said yes to the
vigil as it reads today (revision 3). So the vigil is clear for officials. If Ana leaves the case, if Mateo changes his
mind, if the statement is edited, or when June comes, it no longer is; nobody has to remember, because everyone asks
here at the moment of telling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from casework.language import Sentence
from schema.advocacy import SignOffCapacity
from schema.consents import Consent, ConsentAudience, NameForm, Purpose
from schema.invitations import Audience

#: Whose consent-audience each kind of outside eyes belongs to.
CONSENT_AUDIENCE: dict[Audience, ConsentAudience] = {
    Audience.OFFICIAL: ConsentAudience.OFFICIALS,
    Audience.SUPPORTER: ConsentAudience.SUPPORTERS,
    # Whoever is called to court by name is there under the yes to have people there, and is told less.
    Audience.WITNESS: ConsentAudience.SUPPORTERS,
    Audience.SPONSOR: ConsentAudience.SUPPORTERS,
    Audience.ADVOCATE: ConsentAudience.ADVOCATES,
    Audience.PRESS: ConsentAudience.PRESS,
    Audience.PUBLIC: ConsentAudience.PUBLIC,
}

#: Audiences whose eyes are everyone's eyes: closed by "no publicity".
PUBLICITY = frozenset({ConsentAudience.PRESS, ConsentAudience.PUBLIC})

#: What each audience is told for.
PURPOSE: dict[ConsentAudience, Purpose] = {
    ConsentAudience.OFFICIALS: Purpose.TELL_OFFICIALS,
    ConsentAudience.SUPPORTERS: Purpose.FILL_COURTROOM,
    ConsentAudience.ADVOCATES: Purpose.FILL_COURTROOM,
    ConsentAudience.PRESS: Purpose.PRESS,
    ConsentAudience.PUBLIC: Purpose.PRESS,
}

#: Whom the client may name to come along, besides their own contacts.
_COMPANY = frozenset({ConsentAudience.SUPPORTERS, ConsentAudience.ADVOCATES})

_FORMS = list(NameForm)


def go_together(purpose: Purpose, audience: ConsentAudience) -> bool:
    """Whether a consent for this purpose can be about this audience."""
    if purpose is Purpose.ACCOMPANY:
        return audience in _COMPANY
    return purpose is Purpose.SEEK_COUNSEL or PURPOSE[audience] is purpose


TO_WHAT: dict[ConsentAudience, Sentence] = {
    ConsentAudience.OFFICIALS: Sentence("that officials be told"),
    ConsentAudience.SUPPORTERS: Sentence("that supporters be asked to come"),
    ConsentAudience.ADVOCATES: Sentence("that advocates be told"),
    ConsentAudience.PRESS: Sentence("that the press be told"),
    ConsentAudience.PUBLIC: Sentence("that it be made public"),
}

NAMED: dict[NameForm, Sentence] = {
    NameForm.NONE: Sentence("without a name"),
    NameForm.INITIALS: Sentence("with initials"),
    NameForm.PUBLIC_NAME: Sentence("under the public name"),
    NameForm.FULL: Sentence("under the full name"),
}


@dataclass(frozen=True, slots=True)
class SignedOff:
    """A sign-off that was not taken back."""

    attorney_id: UUID
    capacity: SignOffCapacity
    said_revision: int
    given_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an action says: the part that consents and sign-offs are about."""

    #: None: it names no one and no case, and needs neither key.
    case_id: UUID | None
    name_form: NameForm
    audiences: tuple[ConsentAudience, ...]
    uses_photo: bool
    said_revision: int
    #: Its words hold a name that lost its consent, and nobody has looked at them since.
    holds_name: bool = False


@dataclass(frozen=True, slots=True)
class Permit:
    """What one audience may be told now."""

    name_form: NameForm
    place: bool
    photo: bool
    story: bool
    #: Of the bond: the amount, or to supporters where to give.
    bond: bool

    def names(self, form: NameForm) -> bool:
        """Whether a name in this form is permitted. Each form includes those before it."""
        return _FORMS.index(form) <= _FORMS.index(self.name_form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """The answer to "okay to share?", for one case and, if asked, one action."""

    permits: dict[ConsentAudience, Permit]
    #: Each missing thing as a sentence that names who can give it. Empty: okay to share.
    missing: tuple[Sentence, ...] = ()
    #: "No publicity" stands in the way of an audience that was asked for.
    no_publicity: bool = False
    #: The client agreed, since the last release, that people they name come along.
    accompany: bool = False
    #: The earliest instant at which an input lapses. Past it the answer must be asked again.
    valid_until: datetime | None = None
    #: When what any audience may see last changed by a consent given, ended or lapsed.
    changed_at: datetime | None = None
    _changed: dict[ConsentAudience, datetime] = field(default_factory=dict)
    _ends: dict[ConsentAudience, datetime] = field(default_factory=dict)

    def permit(self, audience: Audience) -> Permit | None:
        """What this audience may be told of a client. None: nothing, not even that there is a hearing."""
        asked = CONSENT_AUDIENCE.get(audience)
        return self.permits.get(asked) if asked else None

    def changed_for(self, audience: Audience) -> datetime | None:
        """When what this audience may see last changed."""
        asked = CONSENT_AUDIENCE.get(audience)
        return self._changed.get(asked) if asked else None

    @property
    def clear(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Later:
    """What will stand when an action is over: it is published only with consents that last as long."""

    permits: dict[ConsentAudience, Permit]
    #: How an instant is said as a day.
    day: Callable[[datetime], Callable[[str], str]]


def standing(
    consents: Iterable[Consent], now: datetime, *, no_publicity: bool, client_released_at: datetime | None = None
) -> Clearance:
    """What each audience may be told of a client at this instant.

    ``client_released_at`` voids every consent given before it: release asks all of it again.
    """
    permits: dict[ConsentAudience, Permit] = {}
    changed: dict[ConsentAudience, datetime] = {}
    lapses: list[datetime] = []
    ends: dict[ConsentAudience, datetime] = {}
    accompany = False
    for consent in consents:
        said_at = consent.given_at, consent.ended_at, consent.paused_at, consent.resumed_at, consent.expires_at
        touched = [at for at in said_at if at and at <= now]
        if touched:
            latest = max(touched)
            changed[consent.audience] = max(changed.get(consent.audience, latest), latest)
        if not consent.stands_at(now) or (client_released_at and consent.given_at < client_released_at):
            continue
        if consent.purpose is Purpose.ACCOMPANY:
            accompany = True
            lapses.append(consent.expires_at)
        if consent.purpose is not PURPOSE[consent.audience]:
            continue
        if no_publicity and consent.audience in PUBLICITY:
            continue
        lapses.append(consent.expires_at)
        ends[consent.audience] = max(ends.get(consent.audience, consent.expires_at), consent.expires_at)
        before = permits.get(consent.audience)
        permits[consent.audience] = _widest(before, consent)
    return Clearance(
        permits=permits,
        accompany=accompany,
        valid_until=min(lapses, default=None),
        changed_at=max(changed.values(), default=None),
        _changed=changed,
        _ends=ends,
    )


def _widest(before: Permit | None, consent: Consent) -> Permit:
    """Two consents for one audience permit what either permits."""
    if before is None:
        return Permit(consent.name_form, consent.place, consent.photo, consent.story, consent.bond)
    return Permit(
        max(before.name_form, consent.name_form, key=_FORMS.index),
        before.place or consent.place,
        before.photo or consent.photo,
        before.story or consent.story,
        before.bond or consent.bond,
    )


def of_action(
    said: Said,
    base: Clearance,
    sign_offs: Sequence[SignedOff],
    *,
    attorneys_of_record: frozenset[UUID],
    no_publicity: bool,
    later: Later | None = None,
) -> Clearance:
    """Whether an action may be published as it reads now: the client's yes and counsel's, or what is missing of them.
    ``later`` is asked where it is to be published: every consent it needs must last until it is over.

    With no attorney of record, a named attorney of the legal organization who advised the client signs as counsel
    consulted. A sign-off is a yes to one exact revision.
    """
    if said.case_id is None:
        return Clearance(permits={})
    missing: list[Sentence] = []
    blocked = no_publicity and bool(PUBLICITY.intersection(said.audiences))
    if blocked:
        missing.append(Sentence('The case is marked "no publicity": press and public can\'t be addressed.'))
    for audience in said.audiences:
        if blocked and audience in PUBLICITY:
            continue
        now = _missing_consent(said, audience, base.permits.get(audience))
        missing += now
        if not now and later is not None and _missing_consent(said, audience, later.permits.get(audience)):
            missing.append(_ends_too_early(audience, base, later))
    if said.holds_name:
        missing.append(
            Sentence("The words hold a name that may not be said any more: take it out, or let counsel look at them.")
        )
    if not _signed(said, sign_offs, attorneys_of_record):
        missing.append(
            Sentence("The attorney of record has not signed off wording no. {revision}.", revision=said.said_revision)
            if attorneys_of_record
            else Sentence(
                "There is no attorney of record: an attorney of the legal organization who advised the client must "
                "sign off wording no. {revision} as counsel consulted.",
                revision=said.said_revision,
            )
        )
    return Clearance(
        permits=base.permits,
        missing=tuple(missing),
        no_publicity=blocked,
        valid_until=base.valid_until,
        changed_at=base.changed_at,
        _changed=base._changed,
        _ends=base._ends,
    )


def together(each: Sequence[Clearance]) -> Clearance:
    """One answer for an action about several cases: clear where it is clear for every client, and each audience may be
    told the least that any of them agreed to.
    """
    permits = {
        audience: _narrowest([one.permits[audience] for one in each])
        for audience in ConsentAudience
        if all(audience in one.permits for one in each)
    }
    changed: dict[ConsentAudience, datetime] = {}
    for one in each:
        for audience, at in one._changed.items():
            changed[audience] = max(changed.get(audience, at), at)
    return Clearance(
        permits=permits,
        missing=tuple(said for one in each for said in one.missing),
        no_publicity=any(one.no_publicity for one in each),
        accompany=all(one.accompany for one in each),
        valid_until=min((one.valid_until for one in each if one.valid_until is not None), default=None),
        changed_at=max(changed.values(), default=None),
        _changed=changed,
        _ends={audience: min(one._ends[audience] for one in each) for audience in permits},
    )


def _narrowest(permits: Sequence[Permit]) -> Permit:
    return Permit(
        min((one.name_form for one in permits), key=_FORMS.index),
        all(one.place for one in permits),
        all(one.photo for one in permits),
        all(one.story for one in permits),
        all(one.bond for one in permits),
    )


def _ends_too_early(audience: ConsentAudience, base: Clearance, later: Later) -> Sentence:
    return Sentence(
        "The client agreed {to_what} until {day} only, and this is later: ask the client again.",
        to_what=TO_WHAT[audience],
        day=later.day(base._ends[audience]),
    )


def not_agreed(audience: ConsentAudience) -> Sentence:
    """That the client's consent for this audience is missing, and who can give it."""
    return Sentence(
        "The client has not agreed {to_what}: ask the client, and record the consent.", to_what=TO_WHAT[audience]
    )


def _missing_consent(said: Said, audience: ConsentAudience, permit: Permit | None) -> list[Sentence]:
    if permit is None:
        return [not_agreed(audience)]
    missing = []
    if not permit.names(said.name_form):
        missing.append(
            Sentence("The client has not agreed {to_what} {how}.", to_what=TO_WHAT[audience], how=NAMED[said.name_form])
        )
    if said.uses_photo and not permit.photo:
        missing.append(Sentence("The client has not agreed {to_what} with a photo.", to_what=TO_WHAT[audience]))
    return missing


def _signed(said: Said, sign_offs: Sequence[SignedOff], attorneys_of_record: frozenset[UUID]) -> bool:
    return any(counts(one, attorneys_of_record) for one in sign_offs if one.said_revision == said.said_revision)


class _ByCounsel(Protocol):
    @property
    def attorney_id(self) -> UUID: ...
    @property
    def capacity(self) -> SignOffCapacity: ...


def counts(one: _ByCounsel, attorneys_of_record: frozenset[UUID]) -> bool:
    """Whether this is the word of whoever may say yes: the attorney of record, or with none counsel consulted."""
    if attorneys_of_record:
        return one.attorney_id in attorneys_of_record
    return one.capacity is SignOffCapacity.CONSULTED
