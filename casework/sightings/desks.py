"""The desk: an organization's page for sightings, open or not, and the partner groups that see what was confirmed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework import access, contacts
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.base import new_id
from schema.organizations import Organization
from schema.sightings import SightingDesk, SightingShare

_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Desk:
    """What its page says of whoever receives what is typed there."""

    organization_id: UUID
    organization: str
    phone: str | None
    language: str
    time_zone: str


async def open_sighting_desk(
    tx: Transaction, organization_id: UUID, *, handle: str, support_phone: str | None = None
) -> SightingDesk:
    """Take sightings at a page of its own, under this handle; or say what its handle and number are now. Raises
    :class:`Invalid` for a handle that another organization has.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.KEEP_SIGHTING_DESK)
    said = handle.strip().lower()
    if not _HANDLE.fullmatch(said) or not 3 <= len(said) <= 40:
        raise Invalid("handle", "Type 3 to 40 small letters, digits and hyphens, such as new-haven.")
    said_phone = (support_phone or "").strip()
    phone = contacts.normalised_phone(said_phone, "supportPhone") if said_phone else None
    desk = await _of(tx, organization_id)
    if desk is None:
        desk = SightingDesk(id=new_id(), organization_id=organization.id, revision=0)
        tx.session.add(desk)
    else:
        desk.revision += 1
    desk.handle, desk.support_phone, desk.opened_at, desk.closed_at = said, phone, tx.now, None
    try:
        await tx.session.flush()
    except IntegrityError:
        raise Invalid("handle", "Another page has that name. Choose another.") from None
    tx.record("sighting_desk.opened", desk, after={"handle": said})
    return desk


async def close_sighting_desk(tx: Transaction, organization_id: UUID) -> SightingDesk:
    """Take no more sightings: the page says that there is nothing. Raises :class:`NotAllowedByState`."""
    await access.permit_in_organization(tx, organization_id, Act.KEEP_SIGHTING_DESK)
    desk = await _of(tx, organization_id)
    if desk is None or desk.closed_at is not None:
        raise NotAllowedByState("The page for sightings is not open.")
    desk.closed_at = tx.now
    desk.revision += 1
    await tx.session.flush()
    tx.record("sighting_desk.closed", desk)
    return desk


async def share_sightings(tx: Transaction, organization_id: UUID, partner_id: UUID) -> SightingShare:
    """Let a partner group see the sightings that are confirmed. Said twice, it is said once. Raises
    :class:`Invalid`.
    """
    await access.permit_in_organization(tx, organization_id, Act.KEEP_SIGHTING_DESK)
    if partner_id == organization_id:
        raise Invalid("partnerId", "Your own organization sees them already. Choose another.")
    if await tx.session.get(Organization, partner_id) is None:
        raise NotFound
    share = await _share(tx, organization_id, partner_id)
    if share is not None:
        return share
    share = SightingShare(id=new_id(), organization_id=organization_id, partner_id=partner_id, shared_by_id=tx.somebody)
    tx.session.add(share)
    await tx.session.flush()
    tx.record("sightings.shared", share, after={"partner_id": partner_id})
    return share


async def stop_sharing_sightings(tx: Transaction, organization_id: UUID, partner_id: UUID) -> SightingShare:
    """A partner group sees them no more, from now on. Raises :class:`NotAllowedByState`."""
    await access.permit_in_organization(tx, organization_id, Act.KEEP_SIGHTING_DESK)
    share = await _share(tx, organization_id, partner_id)
    if share is None:
        raise NotAllowedByState("That group does not see your sightings.")
    share.ended_at = tx.now
    await tx.session.flush()
    tx.record("sightings.no_longer_shared", share, after={"partner_id": partner_id})
    return share


async def desk_at(tx: Transaction, handle: str) -> Desk:
    """Who receives what is typed at this page. Asked as the system actor SIGHTINGS. Raises :class:`NotFound`."""
    if not _HANDLE.fullmatch(handle):
        raise NotFound
    desk = await tx.session.scalar(
        select(SightingDesk).where(SightingDesk.handle == handle, SightingDesk.closed_at.is_(None))
    )
    if desk is None:
        raise NotFound
    organization = await tx.session.get_one(Organization, desk.organization_id)
    return Desk(organization.id, organization.name, organization.phone, organization.language, organization.time_zone)


async def _of(tx: Transaction, organization_id: UUID) -> SightingDesk | None:
    asked = select(SightingDesk).where(SightingDesk.organization_id == organization_id)
    found: SightingDesk | None = await tx.session.scalar(asked.with_for_update())
    return found


async def _share(tx: Transaction, organization_id: UUID, partner_id: UUID) -> SightingShare | None:
    asked = select(SightingShare).where(
        SightingShare.organization_id == organization_id,
        SightingShare.partner_id == partner_id,
        SightingShare.ended_at.is_(None),
    )
    found: SightingShare | None = await tx.session.scalar(asked.with_for_update())
    return found


__all__ = ["Desk", "close_sighting_desk", "desk_at", "open_sighting_desk", "share_sightings", "stop_sharing_sightings"]
