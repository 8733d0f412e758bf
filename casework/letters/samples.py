"""Samples: every letter as its reader would get it, filled with somebody invented, for whoever wants to read it first.

Nobody's record is opened for one. What an audience is told in a sample is what :mod:`casework.disclosure` lets it be
told once the client has agreed: a name under which they are known for those who come, three signs for an official's
calendar, everything for the legal team.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from casework import access, times
from casework.access import Act
from casework.card import Card, OfferCard, Place, UnansweredCard
from casework.letters.compose import (
    compose,
    compose_digest,
    compose_dispatch,
    compose_glass_broken,
    compose_offer,
    compose_pointer,
    compose_unanswered,
)
from casework.letters.letter import Change, Incomplete, Letter, Reader
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.assignments import Scope
from schema.invitations import LEGAL_EYES, Audience
from schema.notices import LetterKind
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.proceedings import ProceedingKind

#: Whom each letter goes to, in the order in which they are offered.
_OUTSIDE = (
    Audience.FAMILY_CONTACT, Audience.CLIENT, Audience.OFFICIAL, Audience.SUPPORTER, Audience.ADVOCATE,
    Audience.ATTORNEY, Audience.COORDINATOR,
)  # fmt: skip
_OF_A_DATE = (
    LetterKind.INVITATION, LetterKind.REMINDER, LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED,
    LetterKind.TRANSFERRED, LetterKind.CANCELLED, LetterKind.WITHDRAWN,
)  # fmt: skip
_STAFF: dict[LetterKind, tuple[Audience, ...]] = {
    LetterKind.ASSIGNMENT_OFFERED: (Audience.POOL_ATTORNEY,),
    LetterKind.ASSIGNED: (Audience.ATTORNEY,),
    LetterKind.GLASS_BROKEN: (Audience.COORDINATOR, Audience.ATTORNEY),
    LetterKind.REPORT_WAITING: (Audience.COORDINATOR,),
    LetterKind.REPORT_DECLINED: (Audience.ADVOCATE,),
    LetterKind.RESPONDER_CALLED: (Audience.SUPPORTER,),
    LetterKind.UNANSWERED: (Audience.COORDINATOR,),
    LetterKind.DIGEST: (Audience.COORDINATOR,),
}
#: Of each letter, the audiences that a sample can be shown for.
SAMPLES: dict[LetterKind, tuple[Audience, ...]] = dict.fromkeys(_OF_A_DATE, _OUTSIDE) | _STAFF

_PAGE = "https://presencia.example/a/…"
_ZONE = "America/New_York"


async def letter_sample(
    tx: Transaction, organization_id: UUID, kind: LetterKind, audience: Audience, language: str
) -> Letter:
    """A letter of this organization about an invented date, three days from now. Raises :class:`Invalid` where no such
    letter goes to that audience.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.SEE_PEOPLE)
    if audience not in SAMPLES.get(kind, ()):
        raise Invalid("audience", "No such letter goes to them. Choose another.")
    reader = Reader(
        audience=audience, language=language, organization=organization.name, answer_url=_PAGE,
        stop_url="https://presencia.example/s/…", signs_in=audience in LEGAL_EYES,
    )  # fmt: skip
    try:
        return _composed(tx, kind, reader, organization.phone or "+1 203 555 0100")
    except Incomplete as lacking:
        raise Invalid("audience", "No such letter goes to them. Choose another.") from lacking


def _composed(tx: Transaction, kind: LetterKind, reader: Reader, call: str) -> Letter:
    if kind in (LetterKind.ASSIGNMENT_OFFERED, LetterKind.ASSIGNED):
        card = OfferCard(
            blurb="A bond hearing in twelve days. Speaks Spanish; has lived here for nine years.",
            scope=Scope.BOND_ONLY, organization=reader.organization,
            case_ref="C-10000" if kind is LetterKind.ASSIGNED else None, call=call,
        )  # fmt: skip
        return compose_offer(kind, card, reader, page_url=_PAGE)
    if kind is LetterKind.GLASS_BROKEN:
        return compose_glass_broken(reader, who="Ana Okafor", case_ref="C-10000", page_url=_PAGE)
    if kind is LetterKind.UNANSWERED:
        by = times.days_before_at(tx.now, _ZONE, -1)
        return compose_unanswered(UnansweredCard(2, by, _ZONE), reader, page_url=_PAGE)
    if kind is LetterKind.RESPONDER_CALLED:
        return compose_dispatch(reader, town="Hamden", page_url=_PAGE)
    if kind is LetterKind.DIGEST:
        numbers = {
            "hearings_without_counsel": 1, "changes_not_confirmed": 2, "dates_to_check": 3, "nobody_assigned": 0,
            "letters_failed": 0, "deadlines_near": 1,
        }  # fmt: skip
        return compose_digest(reader, numbers, page_url=_PAGE)
    if kind in _STAFF:
        return compose_pointer(kind, reader, page_url=_PAGE, call=call)
    starts_at = times.days_before_at(tx.now, _ZONE, -3)
    before = Change(
        starts_at=starts_at + timedelta(days=6, hours=4), time_zone=_ZONE, place_name="Abraham A. Ribicoff Building",
        medium=Medium.IN_PERSON,
    )  # fmt: skip
    asks = tx.now + timedelta(hours=6) if reader.audience in (Audience.FAMILY_CONTACT, *LEGAL_EYES) else None
    return compose(
        kind, _card(tx, kind, reader.audience, call), reader, now=tx.now,
        change=before if kind in (LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED) else None,
        acknowledge_by=asks if kind in (LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED) else None,
    )  # fmt: skip


def _card(tx: Transaction, kind: LetterKind, audience: Audience, call: str) -> Card:
    legal = audience in LEGAL_EYES
    starts_at = times.days_before_at(tx.now, _ZONE, -3)
    off = kind in (LetterKind.CANCELLED, LetterKind.WITHDRAWN)
    return Card(
        uid="sample", sequence=1, state=OccasionState.CANCELLED if off else OccasionState.CONFIRMED,
        kind=OccasionKind.BOND_HEARING, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), time_zone=_ZONE,
        revised_at=tx.now, court="Hartford Immigration Court",
        place=Place("Ribicoff Federal Building", "450 Main Street", "Hartford, CT", "628"), medium=Medium.IN_PERSON,
        name=None if audience is Audience.OFFICIAL else "Mateo R.",
        token="3F2" if audience is Audience.OFFICIAL else None,
        codeword="BLUEBIRD" if audience is Audience.SUPPORTER else None,
        case_ref="C-10000" if legal else None, judge="Hon. A. Doe" if legal else None,
        proceeding=ProceedingKind.BOND if legal else None, call=call,
    )  # fmt: skip


__all__ = ["SAMPLES", "letter_sample"]
