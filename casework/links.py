"""Links that may have got out: new ones in their place, one by one, or all of an occasion or of a person at once.

The mayor's scheduler forwards her letter to a list. Ana renews the link: the old address is one that never was, from
the same instant, and a letter brings the scheduler a new one. Nothing else of the invitation changes.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement

from casework import access, feeds, invitations, notices, own_dates
from casework.access import Act
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.cases import CaseContact
from schema.feeds import Feed
from schema.invitations import WITHOUT_ACCOUNT, Invitation, InvitationState
from schema.occasions import Occasion
from schema.people import Person


async def renew_link(tx: Transaction, invitation_id: UUID, *, expected_revision: int) -> Invitation:
    """Give one invitation a new link. Raises :class:`NotAllowedByState` for one that was taken back."""
    invitation = await access.seen(tx, Invitation, invitation_id)
    await _occasion_for(tx, invitation.occasion_id)
    await tx.session.refresh(invitation, with_for_update=True)
    tx.expect(invitation, expected_revision)
    if invitation.state is InvitationState.WITHDRAWN:
        raise NotAllowedByState("This invitation was taken back: its link shows nothing but that.")
    await _renew(tx, invitation)
    return invitation


async def renew_links_to_occasion(tx: Transaction, occasion_id: UUID) -> int:
    """Give everyone who was asked to an occasion a new link, also those whose invitation was taken back: theirs shows
    nothing any more. Returns how many.
    """
    await _occasion_for(tx, occasion_id)
    return await _renew_all(tx, Invitation.occasion_id == occasion_id)


async def renew_links_of_person(tx: Transaction, person_id: UUID) -> int:
    """Give somebody of the address book new links to everything they were asked to, and to the calendars that were made
    for them: as when their mailbox was broken into. In a scheduler's mailbox lie the links of their official:
    those are renewed, too. Returns how many.
    """
    person = await access.seen(tx, Person, person_id)
    await access.permit_in_organization(tx, person.organization_id, Act.RENEW_LINKS)
    actor = await access.standing(tx)
    theirs = [person.id, *([person.scheduler_for_id] if person.scheduler_for_id else [])]
    made_for_them = await tx.session.scalars(
        access.visible(actor, Feed, tx.now)
        .where(Feed.person_id.in_(theirs), Feed.audience.in_(list(WITHOUT_ACCOUNT)), Feed.revoked_at.is_(None))
        .order_by(Feed.id)
        .with_for_update()
    )
    rotated = [await feeds.rotate_feed(tx, one.id, expected_revision=one.revision) for one in list(made_for_them)]
    kept = await tx.session.scalars(
        access.visible(actor, CaseContact, tx.now)
        .where(CaseContact.person_id.in_(theirs), CaseContact.ended_at.is_(None))
        .order_by(CaseContact.id)
        .with_for_update()
    )
    dates = list(kept)
    for one in dates:
        own_dates.renew(tx, one)
        # Not whose, as of an invitation's.
        tx.record("link.renewed", one)
    return len(rotated) + len(dates) + await _renew_all(tx, Invitation.person_id.in_(theirs))


async def _occasion_for(tx: Transaction, occasion_id: UUID) -> None:
    occasion = await access.seen(tx, Occasion, occasion_id)
    if occasion.case_id is not None:
        await access.record_for(tx, Occasion, occasion_id, Act.RENEW_LINKS)
    else:
        await access.permit_in_organization(tx, occasion.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)


async def _renew_all(tx: Transaction, of: ColumnElement[bool]) -> int:
    visible = access.visible(await access.standing(tx), Invitation, tx.now)
    found = list(await tx.session.scalars(visible.where(of).order_by(Invitation.id).with_for_update()))
    for invitation in found:
        invitation.revision += 1
        await _renew(tx, invitation)
    return len(found)


async def _renew(tx: Transaction, invitation: Invitation) -> None:
    invitation.generation += 1
    invitation.secret_hash = link_hash(invitations.secret_of(tx, invitation))
    invitation.opened_on = None
    await tx.session.flush()
    occasion = await tx.session.get(Occasion, invitation.occasion_id)
    if occasion is not None:
        await notices.tell_link_renewed(tx, occasion, invitation)
    # Not whose: once their sign-up is gone, nothing may lead to them, and the trail stays for good.
    tx.record("link.renewed", invitation)
