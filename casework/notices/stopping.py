"""When a reader says stop."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework.notices.readers import readers_for
from casework.refusals import NotFound
from casework.transaction import Transaction
from schema.invitations import Invitation
from schema.people import Channel, Contact, Person


async def stop_writing(tx: Transaction, invitation_id: UUID, channel: Channel = Channel.EMAIL) -> None:
    """Whoever reads this invitation's letters gets no more of them, on any matter (47 CFR 64.1200(a)(10)).

    Asked as DELIVERY, by the door that was shown the invitation's secret: the reader may be an official's scheduler,
    whose address the invitation itself does not open. The dates stand, and saying stop twice changes nothing.
    Raises :class:`NotFound`.
    """
    invitation = await tx.session.get(Invitation, invitation_id)
    if invitation is None:
        raise NotFound
    person = await tx.session.get_one(Person, invitation.person_id)
    for reader in await readers_for(tx, person):
        live = await tx.session.scalars(
            select(Contact).where(
                Contact.person_id == reader.id,
                Contact.channel == channel,
                Contact.stopped_at.is_(None),
                Contact.bounced_at.is_(None),
            )
        )
        for contact in list(live):
            contact.stopped_at = tx.now
            tx.record("contact.stopped", contact, after={"channel": channel}, reason="the reader said stop")
