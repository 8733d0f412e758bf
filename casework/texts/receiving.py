"""Receiving one text: whose telephone it came from, what it says, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert

from casework import changes, contacts, notices, push, tasks
from casework.language import Sentence
from casework.notices.tasks import owner_of
from casework.refusals import Invalid
from casework.texts.words import reply, understood
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.inbound import InboundMessage, InboundWord
from schema.invitations import Invitation, InvitationState
from schema.notices import ARRIVED, Notice
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Membership, Organization, Role
from schema.people import Channel, Contact, Person
from schema.tasks import TEXT_CAME

#: Words that end what we send.
_STOPS = (InboundWord.STOP, InboundWord.STOP_EVERYTHING)
#: More than a carrier joins of one message.
LONGEST = 1_600

_CALL = Sentence("Call {name}: they answered our text that they can't come, or want to be called.")
_READ = Sentence('Answer {name}, who sent a text: "{text}"')


async def text_came(tx: Transaction, carrier_id: str, number: str, body: str) -> str | None:
    """A text came from this number; the carrier calls it so. What it says is done at once, in every address book that
    knows the number. Returns what is answered, if anything.

    The same message may come many times and side by side: it counts once, and is answered once.
    """
    try:
        address = contacts.normalised_phone(number)
    except Invalid:
        return None
    found = await contacts.at_address(tx, Channel.SMS, address)
    body = " ".join("".join(one if one.isprintable() else " " for one in body[:LONGEST]).split())
    word = understood(body)
    fresh = await _first_time(tx, carrier_id, found, word)
    heard = [one for one in found if one.person_id in fresh]
    if not heard:
        return None
    before = [one.stopped_at is not None for one in heard]
    more = 0
    if word in _STOPS:
        _stop(tx, heard)
        if word is InboundWord.STOP_EVERYTHING:
            more = await _stop_everything(tx, [one.person_id for one in heard])
    elif word is InboundWord.START:
        _start(tx, [*heard, *await _stopped_with(tx, [one.person_id for one in heard])])
    elif word is InboundWord.SEEN:
        await confirm(tx, [one.person_id for one in heard])
    elif word in (InboundWord.CALL_ME, InboundWord.OTHER):
        for one in heard:
            await _ask_a_human(tx, fresh[one.person_id], one, word, body)
    await tx.session.flush()
    if word in (*_STOPS, InboundWord.START):
        # What is not sent yet goes where they are reached now.
        await notices.follow_reach(tx, [one.person_id for one in heard])
    # Whoever said stop is answered when they said it, and then not again before they say start.
    if word in _STOPS and all(before) and not more:
        return None
    if word not in (*_STOPS, InboundWord.START, InboundWord.HELP) and all(before):
        return None
    return await _answered(tx, heard[0], word)


async def confirm(tx: Transaction, people: Sequence[UUID]) -> None:
    """They say "1": they have seen every change of date that waits for them."""
    waiting = await tx.session.execute(
        select(Invitation, Occasion.sequence)
        .join(Occasion, Occasion.id == Invitation.occasion_id)
        .where(
            Invitation.person_id.in_(people),
            Invitation.state != InvitationState.WITHDRAWN,
            Occasion.state.in_(UPCOMING),
            Occasion.ends_at > tx.now,
            or_(Invitation.acknowledged_sequence.is_(None), Invitation.acknowledged_sequence < Occasion.sequence),
        )
        .order_by(Invitation.id)
        .with_for_update(of=Invitation)
    )
    for invitation, sequence in waiting.all():
        invitation.acknowledged_sequence = sequence
        invitation.revision += 1
        tx.record("invitation.seen", invitation, after={"sequence": sequence}, reason="they answered by text")
    for person_id in people:
        await changes.acknowledge_by_text(tx, person_id)


async def _first_time(
    tx: Transaction, carrier_id: str, found: Sequence[Contact], word: InboundWord
) -> dict[UUID, UUID]:
    """Write down that it came. Of each person for whom it had not: the message's id."""
    if not found:
        return {}
    rows = [
        {
            "id": new_id(), "organization_id": one.organization_id, "person_id": one.person_id,
            "channel": Channel.SMS, "carrier_id": carrier_id, "at": tx.now, "word": word,
        }
        for one in found
    ]  # fmt: skip
    written = await tx.session.execute(
        insert(InboundMessage)
        .values(rows)
        .on_conflict_do_nothing(index_elements=["carrier_id", "person_id"])
        .returning(InboundMessage.person_id, InboundMessage.id)
    )
    return {row.person_id: row.id for row in written}


def _stop(tx: Transaction, found: Sequence[Contact]) -> None:
    for one in found:
        if one.stopped_at is None:
            one.stopped_at = tx.now
            tx.record("contact.stopped", one, after={"channel": one.channel}, reason="the reader said stop by text")


async def _stop_everything(tx: Transaction, people: Sequence[UUID]) -> int:
    """Whatever else they are written to at, in browsers too. How many ways that were open until now."""
    live = select(Contact).where(Contact.person_id.in_(people), Contact.stopped_at.is_(None))
    found = list(await tx.session.scalars(live.order_by(Contact.id)))
    _stop(tx, found)
    return len(found) + await push.forget_all(tx, people)


async def _stopped_with(tx: Transaction, people: Sequence[UUID]) -> list[Contact]:
    """What they stopped together with their texts, by the word that stops everything: start undoes that, and nothing
    that they stopped otherwise.
    """
    last = (
        select(InboundMessage.at)
        .where(
            InboundMessage.person_id == Contact.person_id, InboundMessage.word == InboundWord.STOP_EVERYTHING
        )
        .correlate(Contact)
    )  # fmt: skip
    found = select(Contact).where(
        Contact.person_id.in_(people), Contact.channel != Channel.SMS, Contact.stopped_at.in_(last)
    )
    return list(await tx.session.scalars(found.order_by(Contact.id)))


def _start(tx: Transaction, found: Sequence[Contact]) -> None:
    for one in found:
        if one.stopped_at is not None:
            one.stopped_at = None
            tx.record("contact.started", one, after={"channel": one.channel}, reason="the reader said start by text")


async def _ask_a_human(tx: Transaction, message: UUID, contact: Contact, word: InboundWord, body: str) -> None:
    """A task for whoever looks after what we wrote to them about last; else for whoever leads the organization."""
    person = await tx.session.get_one(Person, contact.person_id)
    name = await tx.opened(person, "name") or ""
    title = _CALL.about(name=name) if word is InboundWord.CALL_ME else _READ.about(name=name, text=body)
    last = await tx.session.scalar(
        select(Notice)
        .where(
            Notice.person_id == person.id, Notice.state.in_(ARRIVED)
        )
        .order_by(Notice.settled_at.desc(), Notice.id.desc())
        .limit(1)
    )  # fmt: skip
    case = await tx.session.get(Case, last.case_id) if last and last.case_id else None
    owner = await owner_of(tx, last, case) if last else None
    owner = owner or await _leading(tx, contact.organization_id)
    key = f"{TEXT_CAME}:{message}"
    if case is not None:
        await tasks.raise_once(tx, case, key, title, tx.now, owner=owner)
    elif owner is not None:
        await tasks.raise_in_organization(tx, contact.organization_id, key, title, owner, tx.now)


async def _leading(tx: Transaction, organization_id: UUID) -> Person | None:
    """A coordinator of the organization; where it has none, an admin."""
    found = await tx.session.execute(
        select(Membership.person_id, Membership.role)
        .where(
            Membership.organization_id == organization_id,
            Membership.role.in_([Role.COORDINATOR, Role.ADMIN]),
            Membership.stands(tx.now),
        )
        .order_by(Membership.id)
    )
    rows = found.all()
    chosen = next((who for who, role in rows if role == Role.COORDINATOR), rows[0][0] if rows else None)
    return await tx.session.get(Person, chosen) if chosen else None


async def _answered(tx: Transaction, contact: Contact, word: InboundWord) -> str | None:
    person = await tx.session.get_one(Person, contact.person_id)
    organization = await tx.session.get_one(Organization, contact.organization_id)
    return reply(word, person.language, organization=organization.name, phone=organization.phone or "")


__all__ = ["LONGEST", "confirm", "text_came"]
