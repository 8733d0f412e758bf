"""Whose yes is needed besides the client's: of a minor, and where the legal team doubts that the client can decide
alone, their counsel's and their guardian's as well, and never without the client's own assent (law 9).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from casework import access, ages, cases
from casework.access import Act
from casework.closing import refuse_closed
from casework.consents import cascade
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.consents import Consent, GivenBy, NameForm, Purpose
from schema.detainees import Detainee, Identity
from schema.safeguards import Safeguard
from schema.teams import COUNSEL_ROLES


@dataclass(frozen=True, slots=True)
class Guarded:
    """Why the client's yes alone is not enough, if it is not."""

    minor: bool
    capacity_doubted: bool
    #: Of a minor, where the day of birth is known: all consents lapse then, and the client is asked themselves.
    turns_18_at: datetime | None

    def __bool__(self) -> bool:
        return self.minor or self.capacity_doubted


async def guarded(tx: Transaction, case: Case) -> Guarded:
    """Whose yes is needed besides the client's, as far as the legal team knows now."""
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    identity = await tx.session.get(Identity, detainee.id)
    born = await tx.opened(identity, "birth_date") if identity else None
    at = ages.eighteenth_birthday(born)
    doubt = await tx.session.scalar(select(Safeguard.doubted_since).where(Safeguard.case_id == case.id))
    if at is None:
        return Guarded(detainee.minor, doubt is not None, None)
    if born and len(born) == 4 and at <= tx.now and at.year == tx.now.year:
        # The year alone is known: until it is over nobody knows whether the birthday was.
        return Guarded(detainee.minor, doubt is not None, None)
    return Guarded(at > tx.now, doubt is not None, at if at > tx.now else None)


def refuse_unguarded(
    who: Guarded,
    *,
    purpose: Purpose,
    given_by: GivenBy,
    assented: bool,
    photo: bool,
    name_form: NameForm,
) -> None:
    """Refuse what a minor, or somebody whose capacity is in doubt, can't have agreed to in this way. Raises
    :class:`Invalid`.
    """
    if not who:
        return
    if purpose is Purpose.SEEK_COUNSEL:
        # Nobody waits for counsel's yes to look for counsel.
        if who.minor and given_by is not GivenBy.GUARDIAN:
            raise Invalid("givenBy", "The client is a minor: a guardian gives consent, with the client's own assent.")
        return
    if given_by is not GivenBy.GUARDIAN:
        raise Invalid(
            "givenBy",
            "The client is a minor: a guardian gives consent, with the client's own assent."
            if who.minor
            else "The client's capacity is in doubt: a guardian gives consent, with the client's own assent.",
        )
    if not assented:
        raise Invalid("assented", "Ask the client, too: without their own assent a guardian's yes is none.")
    if photo or name_form is NameForm.FULL:
        raise Invalid(
            "photo" if photo else "nameForm",
            "No photo and no full name of a minor."
            if who.minor
            else "No photo and no full name while the client's capacity is in doubt.",
        )


async def guarded_as_given(tx: Transaction, case: Case, consent: Consent) -> Guarded:
    """Whose yes is needed now besides the client's for a consent that was given before: what is known of the client may
    have changed since. Raises :class:`Invalid` when they can't have agreed to it in the way they did.
    """
    who = await guarded(tx, case)
    refuse_unguarded(
        who, purpose=consent.purpose, given_by=consent.given_by, assented=consent.assented, photo=consent.photo,
        name_form=consent.name_form,
    )  # fmt: skip
    return who


async def is_counsel(tx: Transaction, case: Case) -> bool:
    """Whether the actor is counsel on this case: no delegate."""
    seat = (await access.seats(tx, [case.id])).get(case.id)
    return seat is not None and seat.legal and bool(seat.roles & COUNSEL_ROLES)


async def doubt_capacity(tx: Transaction, case_id: UUID, *, doubted: bool, why: str | None = None) -> Case:
    """The legal team doubts that the client can decide alone what others may know, or no longer does.

    From then on nothing becomes public, and what the client agreed to alone rests: counsel, a guardian and the client
    are asked. That the doubt is over counsel alone says; "no publicity" stays until somebody lifts it. Raises
    :class:`NotAllowedByState`, :class:`NotPermitted`.
    """
    case = await access.case_for(tx, case_id, Act.DOUBT_CAPACITY)
    refuse_closed(case)
    mark = await tx.session.scalar(select(Safeguard).where(Safeguard.case_id == case.id).with_for_update())
    standing = mark is not None and mark.doubted_since is not None
    if standing is doubted:
        raise NotAllowedByState("It is marked so already." if doubted else "There is no such mark on this case.")
    if not doubted and not await is_counsel(tx, case):
        raise NotPermitted(who="the case's attorney")
    await tx.unlock([case.vault_key_id])
    reason = why.strip() or None if why else None
    if mark is None:
        mark = Safeguard(id=new_id(), case_id=case.id)
        tx.session.add(mark)
    mark.doubted_since = tx.now if doubted else None
    mark.doubted_by_id = tx.person_id if doubted else None
    mark.why = tx.seal(Safeguard, mark.id, "why", case.vault_key_id, reason) if doubted else None
    mark.revision = (mark.revision or 0) + 1
    was = case.no_publicity
    if doubted:
        case.no_publicity = True
    case.revision += 1
    await tx.session.flush()
    tx.record(
        "case.capacity_doubted" if doubted else "case.capacity_no_longer_doubted", case,
        before={"no_publicity": was}, after={"no_publicity": case.no_publicity}, typed=reason,
        key_id=case.vault_key_id,
    )  # fmt: skip
    if doubted:
        await _rest_what_was_given_alone(tx, case)
    else:
        # What was agreed to beside the doubt may have ended since: it is looked at here as after any other word of it.
        await cascade.follow(tx, case, ())
    return case


async def _rest_what_was_given_alone(tx: Transaction, case: Case) -> None:
    rested = await cases.rest_what_was_given_alone(tx, case)
    await cascade.follow(tx, case, {consent.audience for consent in rested})


__all__ = [
    "Guarded",
    "doubt_capacity",
    "guarded",
    "guarded_as_given",
    "is_counsel",
    "refuse_unguarded",
]
