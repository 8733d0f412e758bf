"""The letter that brings a new link, because the old one has stopped. It shows no card: nothing else has changed."""

from __future__ import annotations

from sqlalchemy import select

from casework import disclosure, letters
from casework.actors import LinkKind
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.reminding import ACCOMPANIERS_FROM
from casework.notices.rows import write_now
from casework.transaction import Transaction
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Organization
from schema.people import Person


async def tell_link_renewed(tx: Transaction, occasion: Occasion, invitation: Invitation) -> None:
    """Write to whoever was asked, while it lies ahead; a letter on its way carries the new link by itself."""
    if invitation.state is InvitationState.WITHDRAWN or occasion.state not in UPCOMING or occasion.ends_at <= tx.now:
        return
    if invitation.audience is Audience.ACCOMPANIER and occasion.starts_at - ACCOMPANIERS_FROM > tx.now:
        # They know of nothing yet (DOMAIN §3.3): the letter that tells them brings the new link by itself.
        return
    unsent = select(Notice.id).where(
        Notice.invitation_id == invitation.id,
        Notice.kind.in_([LetterKind.INVITATION, LetterKind.LINK_RENEWED]),
        Notice.state == NoticeState.PLANNED,
        Notice.leased_until.is_(None),
        Notice.due_at <= tx.now,
    )
    if await tx.session.scalar(unsent.limit(1)):
        return
    await write_now(
        tx, LetterKind.LINK_RENEWED, invitation.person_id, invitation.audience,
        organization_id=invitation.organization_id, case_id=invitation.case_id, occasion_id=occasion.id,
        invitation_id=invitation.id, useless_after=occasion.ends_at, sequence=occasion.sequence,
    )  # fmt: skip


async def link_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """The letter, with the link as it is now; None when the invitation was taken back since, or is over."""
    invitation = await tx.session.get(Invitation, notice.invitation_id)
    occasion = await tx.session.get(Occasion, notice.occasion_id)
    if invitation is None or invitation.state is InvitationState.WITHDRAWN:
        return None
    if occasion is None or occasion.state not in UPCOMING:
        return None
    host = await disclosure.host(tx, occasion)
    if host is None:
        host = await tx.session.get_one(Organization, notice.organization_id)
    secret = tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)
    reader = Reader(audience=notice.audience, language=person.language, organization=host.name)
    return letters.compose_pointer(notice.kind, reader, page_url=f"{public_url}/a/{secret}", call=host.phone)
