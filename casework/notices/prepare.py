"""Preparing: today's questions, asked again at the moment of sending.

Between planning and sending a hearing may move, a consent end, an attorney leave, an address bounce. Nothing is sent on
what was true then. Each notice of a claimed batch becomes a message, or is put away with the reason why not.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import func, select

from casework import access, disclosure, letters
from casework.actors import LinkKind
from casework.letters import Change, Incomplete, Letter, Reader
from casework.notices.of_cases import glass_broken_letter
from casework.notices.of_links import link_letter
from casework.notices.of_reports import REPORT_LETTERS, report_letter
from casework.notices.of_sign_in_links import sign_in_letter
from casework.notices.recipients import Recipient, recipients
from casework.notices.tasks import ask_a_human
from casework.refusals import NotFound
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.cases import Case
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion, OccasionState
from schema.organizations import Organization
from schema.people import Channel, Contact, Person, PersonKind

log = logging.getLogger(__name__)

_LEGAL = frozenset({Audience.COORDINATOR, Audience.ATTORNEY})
#: Letters that lead to a page and tell nothing of what stands there: who writes each, and why it may not go.
_POINTERS = {
    **dict.fromkeys(REPORT_LETTERS.values(), (report_letter, "answered")),
    LetterKind.LINK_RENEWED: (link_letter, "no_longer_theirs"),
    LetterKind.GLASS_BROKEN: (glass_broken_letter, "seat_gone"),
}
#: Letters whose loss somebody must make good by telephone. A lost reminder is followed by the next.
URGENT = frozenset(
    {
        LetterKind.INVITATION, LetterKind.RESCHEDULED, LetterKind.CANCELLED, LetterKind.WITHDRAWN,
        LetterKind.LINK_RENEWED, LetterKind.PLACE_CHANGED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class House:
    """Where the house lives on the web, and in whose name it writes."""

    #: Without a slash at the end.
    public_url: str
    sender: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One letter for a carrier, and where it goes. The notice is the idempotency key: it is in the Message-ID."""

    notice_id: UUID
    attempt: int
    channel: Channel
    #: An e-mail address, a telephone number (E.164), or whatever the channel knows its readers by.
    to: str = field(repr=False)
    #: Theirs, for the envelope.
    name: str = field(repr=False)
    letter: Letter = field(repr=False)
    sender: Address
    sent_at: datetime
    #: One-click unsubscribe (RFC 8058).
    stop_url: str | None = field(default=None, repr=False)

    @property
    def message(self) -> EmailMessage:
        """The letter as a mail. Made by the carrier, outside any transaction."""
        return letters.mime(
            self.letter,
            notice_id=self.notice_id,
            sender=self.sender,
            to=Address(self.name, addr_spec=self.to),
            sent_at=self.sent_at,
            stop_url=self.stop_url,
        )


_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(minutes=30)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many tries: 15 seconds, doubled each time, half an hour at most."""
    doublings: int = 2 ** min(max(attempts - 1, 0), 12)
    return min(_LONGEST_WAIT, _FIRST_WAIT * doublings)


class _Skip(Exception):
    """Not to be sent, and why: a code, never an address or a name."""

    def __init__(self, reason: str, state: NoticeState = NoticeState.SKIPPED, *, tell: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.state = state
        #: A human must make it good.
        self.tell = tell


async def prepare(tx: Transaction, batch: Sequence[Notice], house: House) -> list[Outgoing]:
    """The messages of a claimed batch. What was overtaken, or is no longer theirs to read, is skipped with a reason."""
    claimed = await tx.session.scalars(
        select(Notice)
        .where(Notice.id.in_([notice.id for notice in batch]), Notice.state == NoticeState.CLAIMED)
        .order_by(Notice.due_at, Notice.id)
    )
    concerned: dict[UUID, list[Recipient]] = {}
    outgoing = []
    for notice in list(claimed):
        notice_id, attempt = notice.id, notice.attempts
        try:
            # One letter that can't be made must not keep the others from going.
            async with tx.session.begin_nested():
                outgoing.append(await _message(tx, notice, house, concerned))
        except _Skip as skip:
            await _put_away(tx, notice, skip)
        except Exception as error:
            log.exception("notice %s could not be prepared", notice_id)
            await tx.session.refresh(notice)
            await _try_later(tx, notice, attempt, type(error).__name__)
    await tx.session.flush()
    return outgoing


async def _put_away(tx: Transaction, notice: Notice, skip: _Skip) -> None:
    await tx.session.refresh(notice)
    notice.state, notice.reason = skip.state, skip.reason
    notice.settled_at, notice.claimed_until = tx.now, None
    if skip.tell:
        await ask_a_human(tx, notice)


async def _try_later(tx: Transaction, notice: Notice, attempt: int, what: str) -> None:
    """A fault of ours: it may be mended before the letter is useless."""
    again_at = tx.now + wait_after(attempt)
    if again_at < notice.useless_after:
        notice.state, notice.claimed_until, notice.reason = NoticeState.PLANNED, again_at, f"fault: {what}"
        return
    notice.state, notice.reason = NoticeState.FAILED, f"fault: {what}"
    notice.settled_at, notice.claimed_until = tx.now, None
    await ask_a_human(tx, notice)


async def _message(tx: Transaction, notice: Notice, house: House, concerned: dict[UUID, list[Recipient]]) -> Outgoing:
    person = await tx.session.get(Person, notice.person_id)
    if person is None or person.removed_at is not None:
        raise _Skip("person_removed")
    if notice.case_id is not None and await access.is_walled(tx, notice.case_id, notice.person_id):
        raise _Skip("no_longer_theirs")
    if notice.useless_after <= tx.now:
        # Reminders are many, and the next one says the same; a change said too late is a person in the wrong place.
        late = notice.kind in URGENT
        raise _Skip("too_late", NoticeState.FAILED if late else NoticeState.SKIPPED, tell=late)
    if notice.assignment_id is not None:
        to, sealed_name = await _address(tx, notice, person)
        letter = await _offer(tx, notice, person, house)
        stop_url = None
    elif notice.kind in _POINTERS:
        to, sealed_name = await _address(tx, notice, person)
        write, otherwise = _POINTERS[notice.kind]
        found, stop_url = await write(tx, notice, person, house.public_url), None
        if found is None:
            raise _Skip(otherwise)
        letter = found
    elif notice.sign_in_link_id is not None:
        written = await sign_in_letter(tx, notice, person, house.public_url)
        if written is None:
            raise _Skip("link_over")
        (to, sealed_name, letter), stop_url = written, None
    else:
        occasion = await _standing_occasion(tx, notice)
        invitation = await tx.session.get(Invitation, notice.invitation_id) if notice.invitation_id else None
        await _still_theirs(tx, notice, occasion, invitation, concerned)
        to, sealed_name = await _address(tx, notice, person)
        letter, stop_url = await _letter(tx, notice, occasion, invitation, person, house, to)
    if letter.fallback:
        notice.reason = "fallback"
    return Outgoing(
        notice_id=notice.id,
        attempt=notice.attempts,
        channel=notice.channel,
        to=to.addr_spec,
        name=sealed_name,
        letter=letter,
        sender=house.sender,
        sent_at=tx.now,
        stop_url=stop_url,
    )


async def _standing_occasion(tx: Transaction, notice: Notice) -> Occasion:
    """The occasion, if this letter about it is still true."""
    occasion = await tx.session.get(Occasion, notice.occasion_id) if notice.occasion_id else None
    if occasion is None:
        raise _Skip("occasion_gone")
    if notice.kind is LetterKind.WITHDRAWN:
        # That they need not come stays true, whatever became of the date since.
        return occasion
    if notice.kind is LetterKind.CANCELLED:
        if occasion.state is not OccasionState.CANCELLED:
            raise _Skip("stands_again")
        return occasion
    if notice.sequence != occasion.sequence:
        raise _Skip("moved", NoticeState.SUPERSEDED)
    if occasion.state in (OccasionState.CANCELLED, OccasionState.HELD):
        raise _Skip(occasion.state.value, NoticeState.SUPERSEDED)
    return occasion


async def _still_theirs(
    tx: Transaction,
    notice: Notice,
    occasion: Occasion,
    invitation: Invitation | None,
    concerned: dict[UUID, list[Recipient]],
) -> None:
    """Whether it concerns them still, through the same eyes."""
    if invitation is not None and invitation.state is InvitationState.NOT_COMING:
        raise _Skip("not_coming")
    if invitation is not None and invitation.state is InvitationState.WITHDRAWN:
        # Only that nobody expects them, or that it is off; unless they were asked once more.
        if notice.kind not in (LetterKind.WITHDRAWN, LetterKind.CANCELLED):
            raise _Skip("no_longer_theirs")
        asked_again = select(Invitation.id).where(
            Invitation.occasion_id == occasion.id,
            Invitation.person_id == notice.person_id,
            Invitation.state != InvitationState.WITHDRAWN,
        )
        if await tx.session.scalar(asked_again.limit(1)):
            raise _Skip("invited_again")
        return
    if notice.kind is LetterKind.WITHDRAWN:
        raise _Skip("invited_again")
    if occasion.id not in concerned:
        concerned[occasion.id] = await recipients(tx, occasion, strictly=True)
    theirs = {one.person_id: one for one in concerned[occasion.id]}.get(notice.person_id)
    if theirs is None:
        raise _Skip("no_longer_theirs")
    if theirs.audience is not notice.audience:
        # They see it through other eyes now, as when somebody invited joined the team: say what these may see.
        notice.audience, notice.invitation_id = theirs.audience, theirs.invitation_id


async def readers_for(tx: Transaction, person: Person) -> list[Person]:
    """Who reads what is written to somebody: they themselves, and for an official their schedulers."""
    if person.kind is not PersonKind.OFFICIAL:
        return [person]
    schedulers = await tx.session.scalars(
        select(Person)
        .where(
            Person.scheduler_for_id == person.id,
            Person.organization_id == person.organization_id,
            Person.removed_at.is_(None),
        )
        .order_by(Person.id)
    )
    return [person, *schedulers]


async def _address(tx: Transaction, notice: Notice, person: Person) -> tuple[Address, str]:
    """Where the reader is reached, and their name for the envelope. An official without an address: their scheduler."""
    readers = await readers_for(tx, person)
    reason = "no_address"
    for reader in readers:
        contacts = await tx.session.scalars(
            select(Contact)
            .where(Contact.person_id == reader.id, Contact.channel == notice.channel)
            .order_by(Contact.created_at, Contact.id)
        )
        for contact in contacts:
            if contact.stopped_at is not None or contact.bounced_at is not None:
                reason = "stopped" if contact.stopped_at else "bounced"
                continue
            try:
                await tx.unlock([contact.address, reader.name])
                address, name = tx.open(contact, "address"), tx.open(reader, "name")
                return Address(addr_spec=address or ""), name or ""
            except (NotFound, ValueError, IndexError):
                reason = "no_address"
    # A stop is their own wish, except that somebody waiting for them should know that a letter will not do.
    raise _Skip(reason, tell=notice.kind in URGENT and reason != "stopped")


async def _letter(
    tx: Transaction,
    notice: Notice,
    occasion: Occasion,
    invitation: Invitation | None,
    person: Person,
    house: House,
    to: Address,
) -> tuple[Letter, str | None]:
    invitation = invitation if notice.invitation_id else None
    kind, change = notice.kind, Change.told(notice.before)
    withdrawn = invitation is not None and invitation.state is InvitationState.WITHDRAWN
    host = await disclosure.host(tx, occasion)
    if host is None:
        host = await tx.session.get_one(Organization, notice.organization_id)
    card = None
    if not withdrawn:
        card = await disclosure.card_for(tx, occasion, notice.audience, invitation=invitation)
    if card is None:
        # They may see nothing of it now. Whoever was told of it learns that, and nothing new.
        if kind not in letters.FALLS_BACK:
            raise _Skip("not_cleared")
        card = disclosure.tombstone(
            tx,
            occasion,
            notice.audience,
            starts_at=change.starts_at if change else occasion.starts_at,
            time_zone=change.time_zone if change else occasion.time_zone,
            token=invitation.token if invitation else None,
            call=host.phone,
        )
        kind = kind if kind is LetterKind.CANCELLED else LetterKind.WITHDRAWN
    page = None
    if invitation is not None:
        # Twice, because taking an invitation back is itself one above what it takes back (RFC 5546 §3.2.5).
        card = replace(card, sequence=card.sequence + 2 * await _taken_back_before(tx, invitation))
        secret = tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)
        page = f"{house.public_url}/a/{secret}"
    elif notice.audience in _LEGAL:
        page = await _case_page(tx, occasion, house)
    stop_url = f"{page}/stop" if invitation and page and not withdrawn else None
    reader = Reader(
        audience=notice.audience,
        language=person.language,
        organization=host.name,
        answer_url=None if withdrawn or kind in (LetterKind.CANCELLED, LetterKind.WITHDRAWN) else page,
        stop_url=stop_url,
        coming=invitation is not None and invitation.state is InvitationState.COMING,
    )
    try:
        letter = letters.compose(
            kind,
            card,
            reader,
            now=tx.now,
            change=change,
            # Those with a seat have the feed; an invitation would put the date into their calendar twice.
            # A check-in goes into nobody's calendar by itself.
            organizer=house.sender if invitation and invitation.audience is not Audience.ACCOMPANIER else None,
            attendee=to if invitation else None,
        )
    except Incomplete as error:
        raise _Skip(f"incomplete: {error.missing}", NoticeState.FAILED, tell=True) from error
    return letter, stop_url


async def _taken_back_before(tx: Transaction, invitation: Invitation) -> int:
    """How often this person was uninvited from this occasion before: a calendar heeds only what is above the last."""
    earlier = select(func.count()).where(
        Invitation.occasion_id == invitation.occasion_id,
        Invitation.person_id == invitation.person_id,
        Invitation.state == InvitationState.WITHDRAWN,
        Invitation.id < invitation.id,
    )
    return await tx.session.scalar(earlier) or 0


async def _case_page(tx: Transaction, occasion: Occasion, house: House) -> str:
    case = await tx.session.get(Case, occasion.case_id) if occasion.case_id else None
    return f"{house.public_url}/cases/{case.short_id}" if case else house.public_url


async def _offer(tx: Transaction, notice: Notice, person: Person, house: House) -> Letter:
    assignment = await tx.session.get(Assignment, notice.assignment_id)
    offered = notice.kind is LetterKind.ASSIGNMENT_OFFERED
    if assignment is None or (
        assignment.state is not AssignmentState.OFFERED if offered else assignment.state not in STANDING
    ):
        raise _Skip("answered")
    card = await disclosure.offer_card(tx, assignment)
    reader = Reader(audience=notice.audience, language=person.language, organization=card.organization)
    page = f"{house.public_url}/offers" if offered else f"{house.public_url}/cases/{card.case_ref}"
    try:
        return letters.compose_offer(notice.kind, card, reader, page_url=page)
    except Incomplete as error:
        raise _Skip(f"incomplete: {error.missing}", NoticeState.FAILED, tell=True) from error
