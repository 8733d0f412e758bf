"""Dispatching: rapid responders who are on call in the town are told that they are needed, and say whether they come.

Their letter says the town and leads to a page. There they read where and what, how to behave there, and whom to call;
and say with one tap that they come, or can't. Nobody asks where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from casework import notices, responders
from casework.access import Act
from casework.actors import Link, LinkKind
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.sightings.verifying import sighting_for
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.organizations import Organization
from schema.people import Person
from schema.sightings import (
    TOLD_SEALED,
    DispatchState,
    Sighting,
    SightingDesk,
    SightingDispatch,
    SightingKind,
    SightingState,
)

#: After so long nobody is sent any more: whatever happened there is over.
STANDS_FOR = notices.DISPATCH_STANDS_FOR
_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchPage:
    """What a rapid responder reads."""

    kind: SightingKind
    confirmed: bool
    town: str
    place: str | None
    how_many: str | None
    what: str | None
    withheld: bool
    seen_at: datetime
    time_zone: str
    state: DispatchState
    organization: str
    phone: str | None
    support_phone: str | None
    language: str


async def dispatch_responders(
    tx: Transaction, sighting_id: UUID, *, responder_ids: Sequence[UUID] | None = None
) -> list[SightingDispatch]:
    """Call those who are on call in its town, or some of them, on their channel. Who was called before is not called
    again. Raises :class:`Invalid` where nobody is on call there, :class:`NotAllowedByState` for one that is unfounded
    or older than a day.
    """
    sighting = await sighting_for(tx, sighting_id, Act.DISPATCH_RESPONDERS)
    if sighting.state is SightingState.UNFOUNDED:
        raise NotAllowedByState("This sighting is marked unfounded. Nobody is sent to it.")
    if not stands(sighting, tx.now):
        raise NotAllowedByState("This was seen more than a day ago. Whatever happened there is over.")
    on_call = await responders.on_call_in(tx, sighting.organization_id, sighting.town)
    wanted = [one for one in on_call if responder_ids is None or one.id in responder_ids]
    if responder_ids is not None and len(wanted) < len(set(responder_ids)):
        raise Invalid("responderIds", "Somebody you chose is not on call in that town now. Look at the list again.")
    if not wanted:
        raise Invalid("sightingId", "Nobody is on call in {town} now. Call the people you know.", town=sighting.town)
    called = set(
        await tx.session.scalars(select(SightingDispatch.person_id).where(SightingDispatch.sighting_id == sighting.id))
    )
    fresh = [one for one in wanted if one.person_id not in called][:_MOST]
    if not fresh:
        raise NotAllowedByState("All of them were called to this already.")
    made = [await _dispatched(tx, sighting, one.person_id) for one in fresh]
    tx.record("sighting.dispatched", sighting, after={"called": len(made)}, about=[one.id for one in made])
    return made


async def _dispatched(tx: Transaction, sighting: Sighting, person_id: UUID) -> SightingDispatch:
    dispatch_id = new_id()
    before = select(func.count()).select_from(SightingDispatch).where(SightingDispatch.person_id == person_id)
    times_called = await tx.session.scalar(before) or 0
    dispatch = SightingDispatch(
        id=dispatch_id, sighting_id=sighting.id, organization_id=sighting.organization_id, person_id=person_id,
        state=DispatchState.ASKED, secret_hash=link_hash(notices.dispatch_secret(tx, dispatch_id)),
        asked_at=tx.now, asked_by_id=tx.somebody,
    )  # fmt: skip
    tx.session.add(dispatch)
    await tx.session.flush()
    await notices.call_responder(tx, dispatch, times_called)
    return dispatch


def stands(sighting: Sighting, now: datetime) -> bool:
    """Somebody who goes there now may still find something."""
    return sighting.seen_at > now - STANDS_FOR


async def dispatch_by_secret(tx: Transaction, secret: str) -> Link:
    """Who stands behind such an address. Asked as the system actor LINKS. Raises :class:`NotFound`."""
    found = await tx.session.scalar(select(SightingDispatch).where(SightingDispatch.secret_hash == link_hash(secret)))
    if found is None or found.asked_at <= tx.now - STANDS_FOR - timedelta(days=1):
        raise NotFound
    return Link(LinkKind.DISPATCH, found.id, found.person_id)


async def dispatch_page(tx: Transaction, link: Link) -> DispatchPage:
    """What stands behind this link now. Raises :class:`NotFound` once the sighting is unfounded, gone or too old."""
    dispatch, sighting = await _behind(tx, link)
    organization = await tx.session.get_one(Organization, dispatch.organization_id)
    desk = await tx.session.scalar(select(SightingDesk).where(SightingDesk.organization_id == dispatch.organization_id))
    person = await tx.session.get_one(Person, dispatch.person_id)
    await tx.unlock([sighting.vault_key_id])
    told = {column: tx.open(sighting, column) for column in TOLD_SEALED}
    return DispatchPage(
        kind=sighting.kind, confirmed=sighting.state is SightingState.CONFIRMED, town=sighting.town, **told,
        withheld=sighting.withheld, seen_at=sighting.seen_at, time_zone=sighting.time_zone, state=dispatch.state,
        organization=organization.name, phone=organization.phone,
        support_phone=desk.support_phone if desk else None, language=person.language,
    )  # fmt: skip


async def answer_dispatch(tx: Transaction, link: Link, state: DispatchState) -> SightingDispatch:
    """A rapid responder says that they come, or can't; and may say otherwise later. Raises :class:`NotFound`."""
    dispatch, sighting = await _behind(tx, link)
    if state is DispatchState.ASKED:
        raise NotFound
    before = dispatch.state
    dispatch.state, dispatch.answered_at = state, tx.now
    await tx.session.flush()
    tx.record(
        "sighting.dispatch_answered", dispatch, before={"state": before}, after={"state": state}, about=[sighting.id]
    )
    return dispatch


async def _behind(tx: Transaction, link: Link) -> tuple[SightingDispatch, Sighting]:
    dispatch = await tx.session.get(SightingDispatch, link.id)
    sighting = await tx.session.get(Sighting, dispatch.sighting_id) if dispatch is not None else None
    if dispatch is None or sighting is None or sighting.state is SightingState.UNFOUNDED:
        raise NotFound
    if not stands(sighting, tx.now):
        raise NotFound
    return dispatch, sighting


__all__ = [
    "STANDS_FOR", "DispatchPage", "answer_dispatch", "dispatch_by_secret", "dispatch_page", "dispatch_responders",
    "stands",
]  # fmt: skip
