"""Reaching people: where somebody is reached and how they wish to be written to, as they or whoever looks after them
says it. What is not sent yet follows at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import TypedDict
from uuid import UUID

from sqlalchemy import select

from casework import access, contacts, lookalikes, notices, times
from casework.access import Act
from casework.actors import Link, LinkKind
from casework.language import LANGUAGES
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from casework.wishes import QUIET_FROM, QUIET_UNTIL
from schema.cases import CaseContact
from schema.invitations import Invitation, InvitationState
from schema.people import Channel, Contact, Person, PersonKind

#: Nobody is out of reach for longer than this each day, or changes would come too late.
_LONGEST_QUIET = 14 * 60

#: More addresses than anybody has.
MOST = 12
#: Whom a chat reaches: those who work here and those who help. It says neither that it arrived nor that they said stop,
#: so that it is no way to write to anybody else.
CHATTING = frozenset({PersonKind.STAFF, PersonKind.SUPPORTER, PersonKind.INTERPRETER})


class WishChanges(TypedDict, total=False):
    """What somebody wishes otherwise now. What is left out stays."""

    channels: Sequence[Channel]
    language: str
    time_zone: str | None
    #: Null: the usual hour.
    quiet_from: time | None
    quiet_until: time | None
    wake_for_changes: bool
    #: Null: as usual, to whoever coordinates.
    morning_digest: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """What somebody wishes, for the page behind their link: no address of theirs is in it."""

    channels: tuple[Channel, ...]
    live: tuple[Channel, ...]
    #: What they said stop to. E-mail is started again here, a text by text.
    stopped: tuple[Channel, ...]
    language: str
    time_zone: str | None
    quiet_from: time
    quiet_until: time
    wake_for_changes: bool


async def edit_wishes(tx: Transaction, person_id: UUID, changes: WishChanges, *, expected_revision: int) -> Person:
    """Say on which channels, in which language and at which hours somebody is written to. What is not sent yet follows
    at once. Whoever it is may do it themselves. Raises :class:`Invalid`.
    """
    person = await access.seen(tx, Person, person_id)
    if person.id != tx.person_id:
        await access.permit_in_organization(tx, person.organization_id, Act.EDIT_WISHES)
    await tx.session.refresh(person, with_for_update=True)
    tx.expect(person, expected_revision)
    await _wish(tx, person, changes)
    return person


async def edit_wishes_behind_link(tx: Transaction, link: Link, changes: WishChanges) -> None:
    """The same, by whoever holds the link of an invitation or of their own dates. Asked as DELIVERY, by the door that
    was shown its secret. Raises :class:`NotFound`, :class:`Invalid`.
    """
    person = await _behind(tx, link)
    await tx.session.refresh(person, with_for_update=True)
    person.revision += 1
    await _wish(tx, person, changes)


async def start_mail_behind_link(tx: Transaction, link: Link) -> None:
    """Whoever said stop to our e-mail says on their own page that they want it again. A text is started by text alone:
    its carrier has heard the stop, too. Asked as DELIVERY. Saying it twice changes nothing. Raises :class:`NotFound`.
    """
    person = await _behind(tx, link)
    readers = await notices.readers_for(tx, person)
    stopped = await tx.session.scalars(
        select(Contact)
        .where(
            Contact.person_id.in_([one.id for one in readers]),
            Contact.channel == Channel.EMAIL,
            Contact.stopped_at.is_not(None),
        )
        .order_by(Contact.id)
        .with_for_update()
    )
    for contact in list(stopped):
        contact.stopped_at = None
        tx.record("contact.started", contact, after={"channel": contact.channel}, reason="the reader said start")
    await tx.session.flush()
    await notices.follow_reach(tx, [one.id for one in readers])


async def wishes_behind_link(tx: Transaction, link: Link) -> Wished:
    """What whoever holds such a link wishes now. Asked as DELIVERY. Raises :class:`NotFound`."""
    person = await _behind(tx, link)
    wishes = (await notices.wishes_of(tx, [person.id]))[person.id]
    return Wished(
        channels=wishes.channels,
        live=tuple(one for one in Channel if one in wishes.live),
        stopped=await _stopped(tx, person),
        language=person.language,
        time_zone=person.time_zone,
        quiet_from=wishes.quiet_from,
        quiet_until=wishes.quiet_until,
        wake_for_changes=wishes.wake_for_changes,
    )


async def _stopped(tx: Transaction, person: Person) -> tuple[Channel, ...]:
    readers = [one.id for one in await notices.readers_for(tx, person)]
    found = set(
        await tx.session.scalars(
            select(Contact.channel).where(Contact.person_id.in_(readers), Contact.stopped_at.is_not(None))
        )
    )
    return tuple(one for one in Channel if one in found)


async def _behind(tx: Transaction, link: Link) -> Person:
    if link.kind is LinkKind.CONTACT:
        contact = await tx.session.get(CaseContact, link.id)
        if contact is None or contact.ended_at is not None:
            raise NotFound
        return await tx.session.get_one(Person, contact.person_id)
    invitation = await tx.session.get(Invitation, link.id)
    if invitation is None or invitation.state is InvitationState.WITHDRAWN:
        raise NotFound
    return await tx.session.get_one(Person, invitation.person_id)


async def _wish(tx: Transaction, person: Person, changes: WishChanges) -> None:
    if "channels" in changes:
        person.channels = [channel.value for channel in dict.fromkeys(changes["channels"])]
    if "language" in changes:
        if changes["language"] not in LANGUAGES:
            raise Invalid(
                "language", "Letters go out in {languages}. Choose one of them.", languages=", ".join(LANGUAGES)
            )
        person.language = changes["language"]
    if "time_zone" in changes:
        person.time_zone = times.zone(changes["time_zone"]).key if changes["time_zone"] else None
    if "quiet_from" in changes:
        person.quiet_from = changes["quiet_from"]
    if "quiet_until" in changes:
        person.quiet_until = changes["quiet_until"]
    if "wake_for_changes" in changes:
        person.wake_for_changes = changes["wake_for_changes"]
    if "morning_digest" in changes:
        if changes["morning_digest"] and person.kind is not PersonKind.STAFF:
            raise Invalid("morningDigest", "The letter of the morning is for staff: it says what waits for them.")
        person.morning_digest = changes["morning_digest"]
    _refuse_all_day(person.quiet_from or QUIET_FROM, person.quiet_until or QUIET_UNTIL)
    await tx.session.flush()
    await notices.follow_reach(tx, [person.id])
    # That they wish otherwise, and not how: the hours somebody sleeps are theirs.
    tx.record("person.wishes_edited", person, fields=sorted(changes))


def _refuse_all_day(begins: time, ends: time) -> None:
    minutes = ((ends.hour * 60 + ends.minute) - (begins.hour * 60 + begins.minute)) % (24 * 60)
    if minutes > _LONGEST_QUIET:
        raise Invalid("quietUntil", "Quiet hours last at most 14 hours: a change has to reach them the same day.")


async def add_contact(
    tx: Transaction,
    person_id: UUID,
    channel: Channel,
    address: str,
    *,
    chat_hosts: frozenset[str] | None = None,
    confirmed: bool = False,
) -> Contact:
    """Add one more way to reach somebody; one's own anybody may add. What is still to come goes there, too.
    ``chat_hosts`` are servers of chats that the deployment named; None: it writes to no chats. Raises :class:`Invalid`,
    :class:`NotAllowedByState`, and :class:`LooksLike` once, until it is ``confirmed``.
    """
    person = await _kept(tx, person_id)
    typed = contacts.normalised(channel, address, chat_hosts)
    if channel is Channel.CHAT and person.kind not in CHATTING:
        raise Invalid("channel", "Chats are for staff and volunteers. Write to this person by e-mail or text.")
    known = list(await tx.session.scalars(select(Contact).where(Contact.person_id == person.id)))
    index = contacts.index_of(tx, person.organization_id, channel, typed)
    if any(one.channel is channel and one.address_index == index for one in known):
        raise Invalid("address", "They have this address already.")
    if len(known) >= MOST:
        raise NotAllowedByState("They have {most} addresses. Take one away first.", most=MOST)
    if not confirmed:
        given = [(channel, typed)]
        await lookalikes.challenge(tx, person.organization_id, addresses=given, but=person.id)
    await tx.unlock([person.vault_key_id])
    contact = await contacts.put_down(tx, person, channel, typed)
    await tx.session.flush()
    tx.record("contact.added", contact, after={"channel": channel, "person_id": person.id}, fields=["address"])
    await notices.follow_reach(tx, [person.id])
    return contact


async def remove_contact(tx: Transaction, contact_id: UUID) -> Person:
    """Take an address away. Letters go another way, or none. Raises :class:`NotAllowedByState`."""
    contact = await access.seen(tx, Contact, contact_id)
    person = await _kept(tx, contact.person_id)
    if contact.stopped_at is not None:
        # Typed in again it would be written to.
        raise NotAllowedByState("They said stop at this address. It stays, so that nobody writes to it again.")
    tx.record("contact.removed", contact, before={"channel": contact.channel, "person_id": person.id})
    await tx.session.delete(contact)
    await tx.session.flush()
    await notices.follow_reach(tx, [person.id])
    return person


async def _kept(tx: Transaction, person_id: UUID) -> Person:
    """Somebody whose addresses the actor keeps."""
    person = await access.seen(tx, Person, person_id)
    if person.id != tx.person_id:
        await access.permit_in_organization(tx, person.organization_id, Act.KEEP_CONTACTS)
    return person


__all__ = [
    "CHATTING",
    "MOST",
    "WishChanges",
    "Wished",
    "add_contact",
    "edit_wishes",
    "edit_wishes_behind_link",
    "remove_contact",
    "start_mail_behind_link",
    "wishes_behind_link",
]
