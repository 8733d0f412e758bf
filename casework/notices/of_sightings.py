"""The letter that calls a rapid responder: the town, and the page where they answer. Where and what, the page says."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from casework import house, letters
from casework.actors import DELIVERY, LinkKind
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.rows import write_now
from casework.transaction import Transaction
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.organizations import Organization
from schema.people import Person
from schema.sightings import DispatchState, Sighting, SightingDispatch, SightingState

#: So long somebody who goes there may still find something.
DISPATCH_STANDS_FOR = timedelta(hours=24)
#: After so long the letter helps nobody.
_KEEPS = timedelta(hours=4)


async def call_responder(tx: Transaction, dispatch: SightingDispatch, sequence: int) -> None:
    """Write to a rapid responder at once, wherever they are reached. ``sequence`` tells the calls of one person
    apart.
    """
    # Nobody who calls them need see their letters.
    async with house.acts(tx, DELIVERY):
        await write_now(
            tx, LetterKind.RESPONDER_CALLED, dispatch.person_id, Audience.SUPPORTER,
            organization_id=dispatch.organization_id, useless_after=tx.now + _KEEPS, sequence=sequence,
            before={"dispatch": dispatch.id.hex},
        )  # fmt: skip


def dispatch_secret(tx: Transaction, dispatch_id: UUID) -> str:
    """The secret of a responder's page, for the letter that leads there."""
    return tx.vault.link_secret(LinkKind.DISPATCH, dispatch_id, 0)


async def responder_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """The letter about the call that it was written for; None when that was answered, or the sighting is unfounded,
    over or gone.
    """
    called = UUID(hex=(notice.before or {})["dispatch"])
    dispatch = await tx.session.get(SightingDispatch, called)
    if dispatch is None or dispatch.state is not DispatchState.ASKED:
        return None
    sighting = await tx.session.get(Sighting, dispatch.sighting_id)
    if sighting is None or sighting.state is SightingState.UNFOUNDED:
        return None
    if sighting.seen_at <= tx.now - DISPATCH_STANDS_FOR:
        return None
    organization = await tx.session.get_one(Organization, dispatch.organization_id)
    reader = Reader(audience=notice.audience, language=person.language, organization=organization.name)
    page = f"{public_url}/r/{dispatch_secret(tx, dispatch.id)}"
    return letters.compose_dispatch(reader, town=sighting.town, page_url=page)


__all__ = ["DISPATCH_STANDS_FOR", "call_responder", "dispatch_secret", "responder_letter"]
