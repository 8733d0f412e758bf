"""Looking into a sighting: a second person confirms it, marks it unfounded, or holds it past its 72 hours."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotFound, NotPermitted
from casework.sightings.recording import tell
from casework.sightings.suspicions import suspicions
from casework.transaction import Transaction
from schema.sightings import TOLD_SEALED, Sighting, SightingAccount, SightingState

_LONGEST = 2_000


async def sighting_for(tx: Transaction, sighting_id: UUID, act: Act) -> Sighting:
    """A sighting of an organization in which the actor may do this, locked. Raises :class:`NotFound`, also of what went
    after 72 hours, and :class:`NotPermitted`.
    """
    found = await access.seen(tx, Sighting, sighting_id)
    roles = (await access.standing(tx)).roles_in(found.organization_id)
    access.permit_roles(roles, act)
    locking = select(Sighting).where(Sighting.id == sighting_id).with_for_update()
    sighting = await tx.session.scalar(locking.execution_options(populate_existing=True))
    if sighting is None:
        raise NotFound
    return sighting


async def confirm_sighting(
    tx: Transaction, sighting_id: UUID, *, expected_revision: int, what: str | None = None
) -> Sighting:
    """Say that it happened, having looked into it: from now on the organization and its partner groups see it.

    ``what`` is what they are told instead of what was typed. Words that look like a name, a plate or a number are not
    told: then others see the town and the hour. Raises :class:`NotPermitted` for whoever recorded it,
    :class:`Invalid`, :class:`ChangedMeanwhile`, :class:`NotAllowedByState`.
    """
    sighting = await _unverified(tx, sighting_id, expected_revision)
    if sighting.state is SightingState.CONFIRMED:
        raise NotAllowedByState("This sighting is confirmed already.")
    said = (what or "").strip()
    if len(said) > _LONGEST:
        raise Invalid("what", "That is longer than {most} letters. Say it shorter.", most=_LONGEST)
    account = await tx.session.get_one(SightingAccount, sighting.id)
    await tx.unlock([sighting.vault_key_id])
    words = {column: tx.open(account, column) for column in TOLD_SEALED}
    if said:
        if suspicions(said):
            raise Invalid("what", "This looks like a name, a number or a plate. Write it without: others read it.")
        words["what"] = said
    tell(tx, sighting, words)
    before = await _becomes(tx, sighting, SightingState.CONFIRMED)
    tx.record("sighting.confirmed", sighting, before={"state": before}, after={"state": sighting.state})
    return sighting


async def mark_sighting_unfounded(tx: Transaction, sighting_id: UUID, *, expected_revision: int) -> Sighting:
    """Say that it did not happen as it was told: it goes as an unconfirmed one does. Raises as confirming does."""
    sighting = await _unverified(tx, sighting_id, expected_revision)
    if sighting.state is SightingState.UNFOUNDED:
        raise NotAllowedByState("This sighting is marked unfounded already.")
    sighting.held_at = sighting.held_by_id = None
    before = await _becomes(tx, sighting, SightingState.UNFOUNDED)
    tx.record("sighting.unfounded", sighting, before={"state": before}, after={"state": sighting.state})
    return sighting


async def hold_sighting(tx: Transaction, sighting_id: UUID, *, expected_revision: int) -> Sighting:
    """Keep an unconfirmed sighting past its 72 hours, because somebody still looks into it. Raises
    :class:`NotAllowedByState`.
    """
    sighting = await sighting_for(tx, sighting_id, Act.VERIFY_SIGHTING)
    tx.expect(sighting, expected_revision)
    if sighting.state is not SightingState.UNCONFIRMED or sighting.held_at is not None:
        raise NotAllowedByState("Only an unconfirmed sighting is held, and only once.")
    sighting.held_at, sighting.held_by_id = tx.now, tx.person_id
    await tx.session.flush()
    tx.record("sighting.held", sighting)
    return sighting


async def _unverified(tx: Transaction, sighting_id: UUID, expected_revision: int) -> Sighting:
    sighting = await sighting_for(tx, sighting_id, Act.VERIFY_SIGHTING)
    tx.expect(sighting, expected_revision)
    if sighting.recorded_by_id is not None and sighting.recorded_by_id == tx.person_id:
        raise NotPermitted(who="a second person: you recorded it yourself")
    return sighting


async def _becomes(tx: Transaction, sighting: Sighting, state: SightingState) -> SightingState:
    """What somebody found. Returns what it was before."""
    before = sighting.state
    sighting.state, sighting.state_since, sighting.verified_by_id = state, tx.now, tx.person_id
    await tx.session.flush()
    return before


__all__ = ["confirm_sighting", "hold_sighting", "mark_sighting_unfounded", "sighting_for"]
