"""The letter about somebody's own place: a seat that is theirs or held for them, a ride that changed, an answer given
on their page, thanks for having come. It shows no card, and says nothing of the date but that it stands on their page.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select

from casework import disclosure, house, letters, times
from casework.actors import DELIVERY, LinkKind
from casework.language import spoken
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.rows import reached_now
from casework.transaction import Transaction
from schema.invitations import Audience, Invitation, InvitationState, SeatState
from schema.notices import UNSENT, LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Organization
from schema.people import Person

#: Thanks that come later than this after a date are odd.
_THANKS_WITHIN = timedelta(days=7)


class OfPlace(StrEnum):
    """What there is to say."""

    BOOKED = "booked"
    HELD = "held"
    GIVEN_UP = "given_up"
    ANSWERED = "answered"
    COMPANY = "company"
    THANKS = "thanks"


async def tell_of_place(tx: Transaction, occasion: Occasion, invitation: Invitation, what: OfPlace) -> None:
    """Write to one invited person about their own place. What waits about a seat is overtaken by what is so now."""
    thanks = what is OfPlace.THANKS
    if invitation.audience is Audience.ACCOMPANIER:
        return
    if not thanks and (occasion.state not in UPCOMING or occasion.ends_at <= tx.now):
        return
    async with house.acts(tx, DELIVERY):
        waiting = list(
            await tx.session.scalars(
                select(Notice).where(
                    Notice.invitation_id == invitation.id, Notice.kind == LetterKind.YOUR_PLACE,
                    Notice.state.in_(UNSENT), Notice.leased_until.is_(None),
                )
            )
        )  # fmt: skip
        for one in waiting:
            if (one.before or {}).get("what") == what.value or _of_a_seat(one.before, what):
                one.state, one.reason, one.settled_at = NoticeState.SUPERSEDED, "overtaken", tx.now
        await tx.session.flush()
        last = await tx.session.scalar(
            select(func.max(Notice.due_at)).where(
                Notice.invitation_id == invitation.id, Notice.kind == LetterKind.YOUR_PLACE
            )
        )
        # Two things may be said in one instant; a letter is known by when it is due.
        due_at = tx.now if last is None or last < tx.now else last + timedelta(microseconds=1)
        for channel in await reached_now(tx, invitation.person_id, LetterKind.YOUR_PLACE):
            tx.session.add(
                Notice(
                    organization_id=invitation.organization_id, case_id=invitation.case_id, occasion_id=occasion.id,
                    invitation_id=invitation.id, person_id=invitation.person_id, audience=invitation.audience,
                    channel=channel, kind=LetterKind.YOUR_PLACE, due_at=due_at,
                    useless_after=occasion.ends_at + _THANKS_WITHIN if thanks else occasion.ends_at,
                    sequence=occasion.sequence, before={"what": what.value},
                )
            )  # fmt: skip
        await tx.session.flush()


_SEATS = frozenset({OfPlace.BOOKED.value, OfPlace.HELD.value, OfPlace.GIVEN_UP.value})


def _of_a_seat(before: dict[str, object] | None, what: OfPlace) -> bool:
    return what.value in _SEATS and (before or {}).get("what") in _SEATS


async def place_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """The letter, of what is so now; None when what it would say is no longer true."""
    invitation = await tx.session.get(Invitation, notice.invitation_id)
    occasion = await tx.session.get(Occasion, notice.occasion_id)
    if invitation is None or invitation.state is InvitationState.WITHDRAWN or occasion is None:
        return None
    what = OfPlace((notice.before or {}).get("what", ""))
    if what is not OfPlace.THANKS and occasion.state not in UPCOMING:
        return None
    seat = invitation.seat(tx.now)
    stands = {
        OfPlace.BOOKED: seat is SeatState.BOOKED,
        OfPlace.HELD: seat is SeatState.HELD,
        OfPlace.GIVEN_UP: seat is SeatState.LISTED,
        OfPlace.THANKS: bool(invitation.came),
    }
    if not stands.get(what, True):
        return None
    host = await disclosure.host(tx, occasion)
    if host is None:
        host = await tx.session.get_one(Organization, notice.organization_id)
    secret = tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)
    page = f"{public_url}/a/{secret}"
    reader = Reader(audience=notice.audience, language=person.language, organization=host.name, stop_url=f"{page}/stop")
    return letters.compose_place(
        reader,
        what=what.value,
        answer=invitation.state.value,
        until=_until(invitation.held_until, occasion.time_zone, person.language) if what is OfPlace.HELD else None,
        page_url=page,
        call=host.phone,
    )


def _until(at: datetime | None, zone: str, language: str) -> str | None:
    return times.said_shortly(at, zone, spoken(language), named=True) if at else None


__all__ = ["OfPlace", "place_letter", "tell_of_place"]
