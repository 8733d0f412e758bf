"""Preparing: from what is claimed to what a carrier takes.

A batch is asked of again (:mod:`casework.notices.asked_again`), its readers' addresses are looked up, and its letters
are written, with everything that many of them need fetched once. What can't be written is put away with the reason.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import default
from uuid import UUID

from sqlalchemy import select, update

from casework import disclosure, letters, own_dates, push
from casework.actors import LinkKind
from casework.card import Card
from casework.letters import Change, Incomplete, Letter, Reader
from casework.notices.asked_again import PutAway, Skip, ask_again, put_away, shows_card
from casework.notices.claiming import Due
from casework.notices.of_cases import glass_broken_letter
from casework.notices.of_changes import unanswered_letter
from casework.notices.of_digests import digest_letter
from casework.notices.of_links import link_letter
from casework.notices.of_places import place_letter
from casework.notices.of_reports import REPORT_LETTERS, report_letter
from casework.notices.of_sightings import responder_letter
from casework.notices.of_sign_in_links import sign_in_letter
from casework.notices.owing import Owing, owed_by
from casework.notices.readers import Addresses, Reached, page_of
from casework.told import CHANGES
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.cases import Case, CaseContact
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, Notice, NoticeState
from schema.occasions import Occasion
from schema.organizations import Organization
from schema.people import Channel, Person

log = logging.getLogger(__name__)

_Pointer = Callable[[Transaction, Due, Person, str], Awaitable[Letter | None]]
#: Letters that lead to a page: who writes each, and why it may not go.
_POINTERS: dict[LetterKind, tuple[_Pointer, str]] = {
    **dict.fromkeys(REPORT_LETTERS.values(), (report_letter, "answered")),
    LetterKind.LINK_RENEWED: (link_letter, "no_longer_theirs"),
    LetterKind.YOUR_PLACE: (place_letter, "no_longer_theirs"),
    LetterKind.GLASS_BROKEN: (glass_broken_letter, "seat_gone"),
    LetterKind.RESPONDER_CALLED: (responder_letter, "answered"),
    LetterKind.UNANSWERED: (unanswered_letter, "answered"),
    LetterKind.DIGEST: (digest_letter, "no_longer_theirs"),
}


@dataclass(frozen=True, slots=True)
class House:
    """Where the house lives on the web, and in whose name it writes."""

    #: Without a slash at the end.
    public_url: str
    sender: Address
    #: To whom calendars answer an invitation, for good: another address orphans every entry. None: the sender.
    organizer: Address | None = None
    #: What they answer is read.
    reads_answers: bool = False


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
    #: By what we know it when something of it comes back.
    token: str = field(default="", repr=False)
    #: The page it leads to, where it may be said on a locked screen that there is one.
    link: str | None = field(default=None, repr=False)
    #: One-click unsubscribe (RFC 8058).
    stop_url: str | None = field(default=None, repr=False)

    @property
    def message(self) -> EmailMessage:
        """The letter as a mail, for whoever reads it."""
        return message_from_bytes(self.octets(), policy=default)

    def octets(self) -> bytes:
        """The letter as a mail goes over the wire. Made by the carrier, outside any transaction."""
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


async def prepare(tx: Transaction, batch: Sequence[Due], house: House) -> list[Outgoing]:
    """The messages of a claimed batch. What was overtaken, or is no longer theirs to read, is skipped with a reason."""
    standing = await ask_again(tx, batch)
    if not standing:
        return []
    desk = await _Desk.laid(tx, standing, house)
    outgoing: list[Outgoing] = []
    away: list[PutAway] = []
    fallen_back: list[UUID] = []
    for notice in standing:
        try:
            message = await desk.written(notice)
        except Skip as skip:
            away.append(PutAway.of(notice, skip))
        except Incomplete as error:
            away.append(PutAway(notice, f"incomplete: {error.missing}", NoticeState.FAILED, tell=True))
        except Exception as error:
            # One letter that can't be made must not keep the others from going.
            log.exception("notice %s could not be prepared", notice.id)
            if (put := await _try_later(tx, notice, type(error).__name__)) is not None:
                away.append(put)
        else:
            outgoing.append(message)
            if message.letter.fallback:
                fallen_back.append(notice.id)
    await put_away(tx, away)
    if fallen_back:
        said = update(Notice).where(Notice.id.in_(fallen_back)).values(reason="fallback")
        await tx.session.execute(said.execution_options(synchronize_session=False))
    await tx.session.flush()
    return outgoing


async def _try_later(tx: Transaction, notice: Due, what: str) -> PutAway | None:
    """A fault of ours: it may be mended before the letter is useless."""
    again_at = tx.now + wait_after(notice.attempts)
    if again_at >= notice.useless_after:
        return PutAway(notice, f"fault: {what}", NoticeState.FAILED, tell=True)
    waits = (
        update(Notice)
        .where(Notice.id == notice.id)
        .values(state=NoticeState.PLANNED, leased_until=None, again_at=again_at, reason=f"fault: {what}")
    )
    await tx.session.execute(waits.execution_options(synchronize_session=False))
    return None


class _Desk:
    """Everything that the letters of one batch are made of, as far as many of them share it."""

    def __init__(self, tx: Transaction, house: House, addresses: Addresses) -> None:
        self.tx = tx
        self.house = house
        self.addresses = addresses
        self.occasions: dict[UUID, Occasion] = {}
        self.invitations: dict[UUID, Invitation] = {}
        self.hosts: Mapping[UUID, Organization] = {}
        self.cases: dict[UUID, Case] = {}
        self.kept: dict[tuple[UUID | None, UUID], CaseContact] = {}
        #: Who leads the action that an occasion is, and its id.
        self.led: dict[tuple[UUID, UUID], UUID] = {}
        self.cards: dict[UUID, Card | None] = {}
        self.owed: dict[Owing, datetime] = {}

    @classmethod
    async def laid(cls, tx: Transaction, batch: Sequence[Due], house: House) -> _Desk:
        """Fetch it: a handful of statements, however many letters."""
        desk = cls(tx, house, await Addresses.of(tx, batch))
        shown = [notice for notice in batch if shows_card(notice)]
        ids = {notice.occasion_id for notice in shown}
        desk.occasions = {one.id: one for one in await tx.session.scalars(select(Occasion).where(Occasion.id.in_(ids)))}
        asked = {notice.invitation_id for notice in shown if notice.invitation_id}
        if asked:
            found = await tx.session.scalars(select(Invitation).where(Invitation.id.in_(asked)))
            desk.invitations = {one.id: one for one in found}
        desk.owed = await owed_by(tx, [notice for notice in shown if notice.kind in CHANGES])
        of_cases = {one.case_id for one in desk.occasions.values() if one.case_id}
        if of_cases:
            desk.cases = {one.id: one for one in await tx.session.scalars(select(Case).where(Case.id.in_(of_cases)))}
            own = {notice.person_id for notice in shown if notice.audience in disclosure.OWN_EYES}
            kept = select(CaseContact).where(
                CaseContact.case_id.in_(of_cases), CaseContact.person_id.in_(own), CaseContact.ended_at.is_(None)
            )
            desk.kept = {(one.case_id, one.person_id): one for one in await tx.session.scalars(kept)} if own else {}
        if ids:
            led = select(AdvocacyAction.occasion_id, AdvocacyAction.lead_id, AdvocacyAction.id).where(
                AdvocacyAction.occasion_id.in_(ids), AdvocacyAction.lead_id.is_not(None)
            )
            desk.led = {(of, lead): action for of, lead, action in await tx.session.execute(led) if lead is not None}
        desk.hosts = await disclosure.hosts(tx, list(desk.occasions.values()))
        wanted = [
            (notice, occasion)
            for notice in shown
            if not desk._withdrawn(notice) and (occasion := desk.occasion_of(notice)) is not None
        ]
        cards = await disclosure.cards_for(
            tx, [(occasion, notice.audience, desk.invitation_of(notice)) for notice, occasion in wanted]
        )
        desk.cards = {notice.id: card for (notice, _), card in zip(wanted, cards, strict=True)}
        return desk

    def occasion_of(self, notice: Due) -> Occasion | None:
        return self.occasions.get(notice.occasion_id) if notice.occasion_id else None

    def invitation_of(self, notice: Due) -> Invitation | None:
        return self.invitations.get(notice.invitation_id) if notice.invitation_id else None

    def _withdrawn(self, notice: Due) -> bool:
        invitation = self.invitation_of(notice)
        return invitation is not None and invitation.state is InvitationState.WITHDRAWN

    async def written(self, notice: Due) -> Outgoing:
        """The message of one letter. Raises :class:`Skip`, :class:`Incomplete`."""
        stop_url = None
        if shows_card(notice):
            to = await self._reached(notice)
            letter, link, stop_url = await self._letter(notice, to)
        else:
            # Whatever goes wrong in here must leave the transaction whole.
            async with self.tx.session.begin_nested():
                to, letter = await self._of_no_card(notice)
                link = await page_of(self.tx, notice, self.house.public_url)
        return Outgoing(
            notice_id=notice.id,
            attempt=notice.attempts,
            channel=notice.channel,
            to=to.address,
            name=to.name,
            letter=letter,
            sender=self.house.sender,
            sent_at=self.tx.now,
            token=self.tx.vault.return_token(notice.id),
            link=link,
            stop_url=stop_url,
        )

    def _inside(self, occasion: Occasion, person_id: UUID) -> str:
        """Where whoever signs in finds it: the action they lead, or the case."""
        if action_id := self.led.get((occasion.id, person_id)):
            return f"{self.house.public_url}/actions/{action_id.hex}"
        case = self.cases.get(occasion.case_id) if occasion.case_id else None
        return f"{self.house.public_url}/cases/{case.short_id}" if case else self.house.public_url

    async def _reached(self, notice: Due) -> Reached:
        if notice.channel is not Channel.PUSH:
            return self.addresses.reached(notice)
        person = self.addresses.people[notice.person_id]
        if not (browsers := await push.browsers(self.tx, person)):
            raise Skip("no_address")
        return Reached(browsers, await self.tx.opened(person, "name") or "")

    async def _of_no_card(self, notice: Due) -> tuple[Reached, Letter]:
        person = self.addresses.people[notice.person_id]
        if notice.sign_in_link_id is not None:
            written = await sign_in_letter(self.tx, notice, person, self.house.public_url)
            if written is None:
                raise Skip("link_over")
            address, name, letter = written
            return Reached(address.addr_spec, name), letter
        to = await self._reached(notice)
        if notice.assignment_id is not None:
            return to, await _offer(self.tx, notice, person, self.house)
        write, otherwise = _POINTERS[notice.kind]
        found = await write(self.tx, notice, person, self.house.public_url)
        if found is None:
            raise Skip(otherwise)
        return to, found

    async def _letter(self, notice: Due, to: Reached) -> tuple[Letter, str, str | None]:
        occasion = self.occasion_of(notice)
        if occasion is None:
            raise Skip("occasion_gone")
        invitation = self.invitation_of(notice)
        withdrawn = self._withdrawn(notice)
        kind, change = notice.kind, Change.told(notice.before)
        host = self.hosts.get(occasion.id)
        if host is None:
            host = await self.tx.session.get_one(Organization, notice.organization_id)
        card = self.cards.get(notice.id)
        if card is None:
            # They may see nothing of it now. Whoever was told of it learns that, and nothing new.
            if kind not in letters.FALLS_BACK:
                raise Skip("not_cleared")
            if invitation is not None and not withdrawn:
                # Above what their calendar holds, or it would not take it, and below what they are asked to later.
                invitation.sequence_ahead += 1
            card = disclosure.tombstone(
                self.tx,
                occasion,
                notice.audience,
                starts_at=change.starts_at if change else occasion.starts_at,
                time_zone=change.time_zone if change else occasion.time_zone,
                invitation=invitation,
                call=host.phone,
            )
            kind = kind if kind is LetterKind.CANCELLED else LetterKind.WITHDRAWN
        page = None
        kept = self.kept.get((occasion.case_id, notice.person_id)) if notice.audience in disclosure.OWN_EYES else None
        # Whoever else is told without having been asked has a seat, or leads the action.
        signs_in = invitation is None and kept is None
        if invitation is not None:
            secret = self.tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)
            page = f"{self.house.public_url}/a/{secret}"
        elif kept is not None:
            page = own_dates.page_address(self.tx, self.house.public_url, kept)
        elif signs_in:
            page = self._inside(occasion, notice.person_id)
        stop_url = f"{page}/stop" if page and not signs_in and not withdrawn else None
        acknowledge_by = self.owed.get((occasion.id, notice.person_id, notice.sequence))
        # Nothing is asked for of a date that is off; but whoever owes a word on it gives it on their page.
        off = kind is LetterKind.WITHDRAWN or (kind is LetterKind.CANCELLED and acknowledge_by is None)
        reader = Reader(
            audience=notice.audience,
            language=self.addresses.people[notice.person_id].language,
            organization=host.name,
            answer_url=None if withdrawn or off else page,
            signs_in=signs_in,
            sees_dates=invitation is None and kept is not None,
            stop_url=stop_url,
            invited=to.reads_for,
            through=to.name if to.reads_for else None,
            coming=invitation is not None and invitation.state is InvitationState.COMING,
        )
        # Those with a seat have the feed; an invitation would put the date into their calendar twice.
        # A check-in goes into nobody's calendar by itself.
        in_calendar = (
            invitation is not None
            and notice.channel is Channel.EMAIL
            and invitation.audience is not Audience.ACCOMPANIER
        )
        letter = letters.compose(
            kind,
            card,
            reader,
            now=self.tx.now,
            change=change,
            acknowledge_by=acknowledge_by,
            organizer=(self.house.organizer or self.house.sender) if in_calendar else None,
            attendee=Address(addr_spec=to.address) if in_calendar else None,
            answers_read=self.house.reads_answers,
        )
        return letter, page or self.house.public_url, stop_url


async def _offer(tx: Transaction, notice: Due, person: Person, house: House) -> Letter:
    assignment = await tx.session.get(Assignment, notice.assignment_id)
    offered = notice.kind is LetterKind.ASSIGNMENT_OFFERED
    if assignment is None or (
        assignment.state is not AssignmentState.OFFERED if offered else assignment.state not in STANDING
    ):
        raise Skip("answered")
    card = await disclosure.offer_card(tx, assignment)
    reader = Reader(audience=notice.audience, language=person.language, organization=card.organization)
    page = f"{house.public_url}/offers" if offered else f"{house.public_url}/cases/{card.case_ref}"
    return letters.compose_offer(notice.kind, card, reader, page_url=page)
