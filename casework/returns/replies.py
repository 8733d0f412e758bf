"""What calendars answer to invitations that they got by mail (iMIP, RFC 6047).

The mayor presses No in Outlook, or her scheduler does. It counts as the answer on the page does, once, if it is about
an entry that we sent (its UID is a secret of those who were asked), for somebody who was asked, and from an address of
theirs or of whoever schedules for them. What is for a human to judge becomes a task: another time, somebody else in
their place, an answer that nothing proves. Nobody is answered by mail for it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from email import policy
from email.header import decode_header, make_header
from email.headerregistry import AddressHeader
from email.message import Message
from functools import partial
from uuid import UUID

from sqlalchemy import Text, cast, func, or_, select
from sqlalchemy.dialects.postgresql import insert

from casework import contacts, disclosure, invitations, notices, tasks, times
from casework.calendar.replies import LARGEST, Reply, Word, read_replies
from casework.language import Sentence
from casework.notices.tasks import owner_of
from casework.refusals import Invalid
from casework.returns.proof import proven_by
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.inbound import InboundMessage, InboundWord
from schema.invitations import Invitation, InvitationState
from schema.notices import Notice
from schema.occasions import UPCOMING, Occasion
from schema.people import Channel, Contact, Person, reads_for
from schema.tasks import TEXT_CAME, Task

#: Answers in one mail that are looked at.
_MOST_REPLIES = 5
#: Characters of a From that holds one address and a name: what reads it takes the square of its length (bounds.py).
_LONGEST_FROM = 998
#: Characters of what somebody typed beside their answer.
_LONGEST = 300
#: No mail is under way for so long.
_LONGEST_WAY = timedelta(days=30)
#: So many a day for one person are judged by a human; whoever sends more is no calendar. What nothing proves has as
#: many of its own, so that nobody can use up those of the person themselves.
_MOST_JUDGED = 5
#: Ends the key of a task about an answer that nothing proves.
_NOTHING_PROVES = "unproven"
_ABOUT = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")
_MEANS = {
    Word.ACCEPTED: (InvitationState.COMING, InboundWord.COMING),
    Word.TENTATIVE: (InvitationState.MAYBE, InboundWord.MAYBE),
    Word.DECLINED: (InvitationState.NOT_COMING, InboundWord.NOT_COMING),
}
_OTHER_TIME = Sentence("Call {name}: their calendar proposes another time for {when}.")
_SOMEBODY_ELSE = Sentence(
    "Call {name}: their calendar says that somebody else comes in their place, of {when}. Ask who, and invite them."
)
_UNPROVEN = Sentence("Call {name}: an answer about {when} came in their name, and nothing proves that it is theirs.")
_WROTE = Sentence('Answer {name}, who wrote beside their calendar\'s answer: "{text}"')


@dataclass(frozen=True, slots=True)
class Answer:
    """A mail that holds answers of a calendar."""

    replies: Sequence[Reply]
    #: Who wrote the mail, as it says.
    sender: str | None = field(repr=False)
    #: Letters of ours that it answers, as it says.
    about: frozenset[UUID]
    #: Our own mail server says that it is from there. None: nobody was named whom to ask.
    proven: bool | None
    message_id: str


def read_answer(mail: Message, checked_by: str = "") -> Answer | None:
    """The answers in a mail; None where there are none. Calendars put them into a part of their own, and again beside
    it: the first that can be read is read.
    """
    for part in mail.walk():
        if part.is_multipart() or not _may_be_calendar(part):
            continue
        raw = part.get_payload(decode=True)
        if isinstance(raw, bytes) and (found := read_replies(raw[: LARGEST + 1])):
            sender = _sender(mail)
            threads = " ".join(str(mail.get(name, ""))[:4_000] for name in ("In-Reply-To", "References"))
            about = frozenset(UUID(one) for one in _ABOUT.findall(threads)[:20])
            found_by = [str(one) for one in mail.get_all("Authentication-Results", [])]
            proven = proven_by(found_by, (sender or "").rpartition("@")[2], checked_by) if checked_by else None
            return Answer(found[:_MOST_REPLIES], sender, about, proven, str(mail.get("Message-ID", ""))[:500])
    return None


def _may_be_calendar(part: Message) -> bool:
    if part.get_content_type() in ("text/calendar", "application/ics"):
        return True
    name = part.get_filename() or ""
    return (str(make_header(decode_header(name))) if "=?" in name else name).lower().endswith(".ics")


def _sender(mail: Message) -> str | None:
    written = [str(one) for one in mail.get_all("From", [])]
    if len(written) != 1 or len(written[0]) > _LONGEST_FROM:
        return None
    header = policy.default.header_fetch_parse("From", written[0])
    addresses = header.addresses if isinstance(header, AddressHeader) else ()
    return _normalised(addresses[0].addr_spec) if len(addresses) == 1 else None


def _normalised(address: str | None) -> str | None:
    try:
        return contacts.normalised_email(address or "")
    except Invalid:
        return None


async def replies_came(tx: Transaction, answer: Answer, returned: UUID | None = None) -> bool:
    """A calendar's answers came. ``returned`` is the letter whose return address they came to. As DELIVERY. Whether
    anything follows.
    """
    followed = False
    for reply in answer.replies:
        asked = await _asked(tx, answer, reply, returned)
        if asked is not None and (message := await _first_time(tx, answer, reply, asked)) is not None:
            followed = await _heard(tx, answer, reply, asked, message) or followed
    return followed


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose invitation is answered, and what stands for it."""

    invitation: Invitation
    occasion: Occasion
    #: Who reads what is written to them: they themselves, and whoever schedules for them.
    readers: frozenset[bytes]
    #: One invitation alone can be meant.
    sure: bool

    def reads(self, tx: Transaction, address: str | None) -> bool:
        """Whether this is an address of somebody who reads what is written to them."""
        known = _normalised(address)
        if known is None:
            return False
        return contacts.index_of(tx, self.invitation.organization_id, Channel.EMAIL, known) in self.readers


async def _asked(tx: Transaction, answer: Answer, reply: Reply, returned: UUID | None) -> _Asked | None:
    """The invitation with this UID, of whoever has the attendee's address, or of the letter that is answered."""
    people: set[UUID] = set()
    schedules: dict[UUID, UUID] = {}
    for address in {_normalised(reply.attendee), _normalised(reply.delegated_from)} - {None}:
        found = await contacts.at_address(tx, Channel.EMAIL, address or "")
        people |= {one.person_id for one in found}
    for person in await tx.session.scalars(select(Person).where(Person.id.in_(people))):
        if person.scheduler_for_id is not None:
            schedules[person.scheduler_for_id] = person.id
    letters = answer.about | ({returned} if returned else frozenset())
    answered = select(Notice.invitation_id).where(Notice.id.in_(letters), Notice.invitation_id.is_not(None))
    rows = await tx.session.execute(
        select(Invitation, Occasion)
        .join(Occasion, Occasion.id == Invitation.occasion_id)
        .where(
            or_(Invitation.person_id.in_({*people, *schedules}), Invitation.id.in_(answered)),
            Invitation.state != InvitationState.WITHDRAWN,
            Occasion.state.in_(UPCOMING),
            Occasion.ends_at > tx.now,
        )
        .order_by(Invitation.id)
        .with_for_update(of=Invitation)
        .execution_options(populate_existing=True)
    )
    same = [
        (invitation, occasion)
        for invitation, occasion in rows
        if disclosure.calendar_identity(tx, occasion, invitation.audience, invitation)[0] == reply.uid
    ]
    of_letter = set(await tx.session.scalars(answered)) if letters else set()
    # The letter says it surely; then one's own address; then that of whoever schedules.
    for chosen in (
        [one for one in same if one[0].id in of_letter],
        [one for one in same if one[0].person_id in people],
        same,
    ):
        if chosen:
            invitation, occasion = chosen[0]
            return _Asked(invitation, occasion, await _readers(tx, invitation), sure=len(chosen) == 1)
    return None


async def _readers(tx: Transaction, invitation: Invitation) -> frozenset[bytes]:
    readers = select(Person.id).where(reads_for(Person, invitation.person_id))
    found = await tx.session.scalars(
        select(Contact.address_index).where(Contact.channel == Channel.EMAIL, Contact.person_id.in_(readers))
    )
    return frozenset(found)


async def _first_time(tx: Transaction, answer: Answer, reply: Reply, asked: _Asked) -> UUID | None:
    """Write down that it came, unless it came before: mail servers bring the same mail twice."""
    what = (
        reply.uid, str(reply.sequence), reply.stamp.isoformat() if reply.stamp else answer.message_id,
        _normalised(reply.attendee) or "",
        str(reply.word), str(reply.counter), reply.delegated_to or "", reply.delegated_from or "", answer.sender or "",
    )  # fmt: skip
    written: UUID | None = await tx.session.scalar(
        insert(InboundMessage)
        .values(
            id=new_id(), organization_id=asked.invitation.organization_id, person_id=asked.invitation.person_id,
            channel=Channel.EMAIL, carrier_id=f"calendar:{hashlib.sha256(chr(0).join(what).encode()).hexdigest()}",
            at=tx.now, word=_understood(reply),
        )
        .on_conflict_do_nothing(index_elements=["carrier_id", "person_id"])
        .returning(InboundMessage.id)
    )  # fmt: skip
    return written


def _understood(reply: Reply) -> InboundWord:
    if reply.counter:
        return InboundWord.OTHER_TIME
    if reply.word is Word.DELEGATED:
        return InboundWord.SOMEBODY_ELSE
    return _MEANS[reply.word][1] if reply.word in _MEANS else InboundWord.OTHER


async def _heard(tx: Transaction, answer: Answer, reply: Reply, asked: _Asked, message: UUID) -> bool:
    proven = asked.sure and asked.reads(tx, answer.sender) and answer.proven is not False
    judge = partial(_judge, tx, asked, message, proven)
    if reply.counter:
        return await judge(_OTHER_TIME)
    if reply.word is None:
        # Their calendar took note of it, and they have said nothing.
        return False
    if reply.word is Word.DELEGATED:
        # To whoever schedules for them: that one answers.
        return False if asked.reads(tx, reply.delegated_to) else await judge(_SOMEBODY_ELSE)
    if reply.delegated_from and not asked.reads(tx, reply.attendee):
        return await judge(_SOMEBODY_ELSE)
    if not (proven and asked.reads(tx, reply.attendee)):
        return await _judge(tx, asked, message, False, _UNPROVEN)
    followed = await _answered(tx, reply, asked, _MEANS[reply.word][0])
    if reply.comment:
        text = reply.comment[:_LONGEST]
        followed = await judge(_WROTE, text=text) or followed
    return followed


async def _answered(tx: Transaction, reply: Reply, asked: _Asked, state: InvitationState) -> bool:
    """What the answer page does, for the date that their calendar knows."""
    invitation, occasion = asked.invitation, asked.occasion
    said_at = min(reply.stamp or tx.now, tx.now)
    if said_at < tx.now - _LONGEST_WAY:
        # A clock that is wrong.
        said_at = tx.now
    if invitation.answered_at is not None and said_at < invitation.answered_at.replace(microsecond=0):
        # They have said something since.
        return False
    if reply.sequence < invitation.asked_sequence:
        return await _answered_before_change(tx, reply, asked, state)
    if invitation.state is state and invitation.acknowledged_sequence == occasion.sequence:
        return False
    await invitations.answer_invitation(tx, invitation.id, state=state)
    invitation.answered_at = said_at
    if invitation.declined_at is not None:
        invitation.declined_at = said_at
    await tx.session.flush()
    return True


async def _answered_before_change(tx: Transaction, reply: Reply, asked: _Asked, state: InvitationState) -> bool:
    """They answered to a date that has changed since: it is written down, and they are asked to the date as it is."""
    invitation, occasion = asked.invitation, asked.occasion
    tx.record("invitation.answered_before_change", invitation, after={"state": state, "sequence": reply.sequence})
    if invitation.state is not InvitationState.NOT_COMING:
        return await notices.ask_once_more(tx, occasion, invitation)
    if state is InvitationState.NOT_COMING:
        return False
    # They would have come, and nobody told them of the date as it is.
    invitation.state, invitation.declined_at, invitation.answered_at = InvitationState.ASKED, None, None
    invitation.sequence_ahead += 1
    invitation.asked_sequence = occasion.sequence + invitation.sequence_ahead
    invitation.revision += 1
    await notices.tell_invited(tx, occasion, invitation)
    return True


async def _judge(tx: Transaction, asked: _Asked, message: UUID, proven: bool, title: Sentence, **also: str) -> bool:
    """A task for whoever looks after the matter."""
    invitation, occasion = asked.invitation, asked.occasion
    today = select(cast(InboundMessage.id, Text)).where(
        InboundMessage.person_id == invitation.person_id,
        InboundMessage.channel == Channel.EMAIL,
        InboundMessage.at > tx.now - timedelta(days=1),
    )
    judged = select(func.count()).where(
        Task.raised_by == TEXT_CAME,
        func.split_part(Task.raised_key, ":", 2).in_(today),
        func.split_part(Task.raised_key, ":", 3) == ("" if proven else _NOTHING_PROVES),
    )
    if (await tx.session.scalar(judged) or 0) >= _MOST_JUDGED:
        return False
    person = await tx.session.get_one(Person, invitation.person_id)
    when = partial(
        times.said_shortly, occasion.starts_at, occasion.time_zone, hour_known=occasion.hour_known, beside=[tx.now]
    )
    said = title.about(name=await tx.opened(person, "name") or "", when=when, **also)
    letter = await tx.session.scalar(select(Notice).where(Notice.invitation_id == invitation.id).limit(1))
    case = await tx.session.get(Case, occasion.case_id) if occasion.case_id else None
    owner = await owner_of(tx, letter, case) if letter else await tx.session.get(Person, invitation.invited_by_id)
    key = f"{TEXT_CAME}:{message}" if proven else f"{TEXT_CAME}:{message}:{_NOTHING_PROVES}"
    if case is not None:
        raised = await tasks.raise_once(tx, case, key, said, tx.now, owner=owner)
    elif owner is not None:
        raised = await tasks.raise_in_organization(tx, invitation.organization_id, key, said, owner, tx.now)
    else:
        raised = None
    return raised is not None


__all__ = ["Answer", "read_answer", "replies_came"]
