"""When a reader says stop."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import push
from casework.notices.follow import follow_reach
from casework.notices.readers import readers_for
from casework.refusals import NotFound
from casework.transaction import Transaction
from schema.invitations import Invitation
from schema.people import Channel, Contact, Person


async def stop_writing(tx: Transaction, invitation_id: UUID, channel: Channel | None = Channel.EMAIL) -> None:
    """Whoever reads this invitation's letters gets no more of them on this channel, or (None) on any, on any matter
    (47 CFR 64.1200(a)(10)).

    Asked as DELIVERY, by the door that was shown the invitation's secret: the reader may be an official's scheduler,
    whose address the invitation itself does not open. The dates stand, and saying stop twice changes nothing.
    Raises :class:`NotFound`.
    """
    invitation = await tx.session.get(Invitation, invitation_id)
    if invitation is None:
        raise NotFound
    await stop_person(tx, await tx.session.get_one(Person, invitation.person_id), channel)


async def stop_writing_to(tx: Transaction, person_id: UUID, channel: Channel | None = Channel.EMAIL) -> None:
    """The same, of whoever reads what is written to somebody. Asked as DELIVERY, by the door that was shown a secret
    of theirs.
    """
    await stop_person(tx, await tx.session.get_one(Person, person_id), channel)


async def stop_person(tx: Transaction, person: Person, channel: Channel | None) -> None:
    """The same, of everyone who reads what is written to somebody: for verbs that know who said it."""
    readers = await readers_for(tx, person)
    for reader in readers:
        live = select(Contact).where(
            Contact.person_id == reader.id, Contact.stopped_at.is_(None), Contact.bounced_at.is_(None)
        )
        if channel is not None:
            live = live.where(Contact.channel == channel)
        for contact in list(await tx.session.scalars(live.order_by(Contact.id))):
            contact.stopped_at = tx.now
            tx.record("contact.stopped", contact, after={"channel": contact.channel}, reason="the reader said stop")
    if channel is None:
        await push.forget_all(tx, [reader.id for reader in readers])
    await follow_reach(tx, [reader.id for reader in readers])
