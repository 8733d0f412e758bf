"""Shifts: a coordinator starts one for a volunteer, and ends it, or all of them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, contacts
from casework.access import Act
from casework.actors import Link, LinkKind
from casework.language import LANGUAGES
from casework.names import checked_name
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.date_checks import Shift, ShiftEnd
from schema.organizations import OrganizationKind

#: Nobody keeps an A-number in mind for longer than a day's work.
LONGEST = 12
#: How far ahead one is planned.
_AHEAD = timedelta(days=14)
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Started:
    """A shift that was just made. The code is told now and never again."""

    shift: Shift
    secret: str = field(repr=False)
    code: str = field(repr=False)


async def start_shift(
    tx: Transaction,
    organization_id: UUID,
    *,
    name: str,
    phone: str,
    hours: int,
    begins_at: datetime | None = None,
    language: str = "en",
) -> Started:
    """Start a shift for a volunteer. The link goes to them one way, by message; the code another, read to them over the
    telephone. Raises :class:`Invalid`, :class:`NotPermitted`.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.START_SHIFT)
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise Invalid("organizationId", "Dates are checked for the legal provider that leads the cases.")
    called = checked_name("name", name)
    if not called:
        raise Invalid("name", "Say who checks dates: the promise is signed by somebody.")
    number = contacts.normalised_phone(phone)
    if not 1 <= hours <= LONGEST:
        raise Invalid("hours", "A shift lasts at most {most} hours.", most=LONGEST)
    if language not in LANGUAGES:
        raise Invalid("language", "Choose a language that the page has words in.")
    begins = begins_at or tx.now
    if not tx.now - timedelta(hours=1) <= begins <= tx.now + _AHEAD:
        raise Invalid("beginsAt", "A shift begins now or within two weeks.")
    shift_id, code = new_id(), f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    key_id = await tx.new_key()
    secret = tx.vault.link_secret(LinkKind.SHIFT, shift_id, 0)
    shift = Shift(
        id=shift_id,
        organization_id=organization_id,
        vault_key_id=key_id,
        name=tx.seal(Shift, shift_id, "name", key_id, called),
        phone=tx.seal(Shift, shift_id, "phone", key_id, number),
        language=language,
        begins_at=begins,
        ends_at=begins + timedelta(hours=hours),
        secret_hash=link_hash(secret),
        generation=0,
        code_hash=hash_of_code(tx, shift_id, code),
        tries=0,
        started_by_id=tx.somebody,
    )
    tx.session.add(shift)
    await tx.session.flush()
    tx.record("shift.started", shift, after={"begins_at": shift.begins_at, "ends_at": shift.ends_at})
    return Started(shift, secret, code)


async def end_shift(tx: Transaction, shift_id: UUID) -> Shift:
    """End a shift at once. The page on the volunteer's telephone shows nothing more. Raises :class:`NotFound`,
    :class:`NotPermitted`, :class:`NotAllowedByState`.
    """
    shift = await access.seen(tx, Shift, shift_id)
    await access.permit_in_organization(tx, shift.organization_id, Act.END_SHIFT)
    await tx.session.refresh(shift, with_for_update=True)
    if shift.revoked_at is not None or shift.ends_at <= tx.now:
        raise NotAllowedByState("This shift is over already.")
    end(tx, shift, ShiftEnd.CALLED_OFF)
    await tx.session.flush()
    return shift


async def end_shifts(tx: Transaction, organization_id: UUID) -> int:
    """End every shift of the organization at once, as when a volunteer's telephone is lost and nobody knows whose.
    Returns how many. Raises :class:`NotFound`, :class:`NotPermitted`.
    """
    await access.permit_in_organization(tx, organization_id, Act.END_SHIFTS)
    running = select(Shift).where(
        Shift.organization_id == organization_id, Shift.revoked_at.is_(None), Shift.ends_at > tx.now
    )
    ended = list(await tx.session.scalars(running.order_by(Shift.id).with_for_update()))
    for shift in ended:
        end(tx, shift, ShiftEnd.CALLED_OFF)
    await tx.session.flush()
    return len(ended)


def end(tx: Transaction, shift: Shift, by: ShiftEnd) -> None:
    """From now on its link answers as if it had never been."""
    shift.revoked_at, shift.ended_by = tx.now, by
    tx.record("shift.ended", shift, after={"ended_by": shift.ended_by})


async def by_secret(tx: Transaction, secret: str) -> Link:
    """The shift behind a link. Asked as the system actor LINKS. Raises :class:`NotFound` for unknown, ended, over and
    not begun.
    """
    shift = await tx.session.scalar(select(Shift).where(Shift.secret_hash == link_hash(secret)))
    if shift is None or not shift.runs(tx.now):
        raise NotFound
    return Link(LinkKind.SHIFT, shift.id, None)


def hash_of_code(tx: Transaction, shift_id: UUID, code: str) -> bytes:
    """What is kept of a code: keyed, and apart for each shift."""
    return tx.vault.index(shift_id.hex, "shifts.code", code)
