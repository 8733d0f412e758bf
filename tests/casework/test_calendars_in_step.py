"""One person's calendar and the truth: however often they are asked, moved, uninvited and asked again, its entry stays
one, every message counts above the last, and the last one says what is so.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import vobject
from sqlalchemy import select

from casework import advocacy, changes, consents, disclosure, feeds, invitations
from casework.actors import Link, LinkKind
from casework.refusals import Refusal
from schema.advocacy import AdvocacyAction, SignOffCapacity
from schema.changes import Acknowledgement
from schema.consents import Consent, ConsentAudience, ConsentState, NameForm, Purpose
from schema.feeds import FeedFilter
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind, NoticeState
from schema.occasions import Occasion, OccasionKind, OccasionState
from schema.people import Channel, PersonKind
from tests.casework.notices.asked import an_official
from tests.house import House, house

__all__ = ["house"]

MAYOR = "reyes@city.test"


@dataclass(frozen=True)
class Message:
    """What one mail did to a calendar."""

    kind: LetterKind
    method: str
    uid: str
    sequence: int
    status: str
    starts_at: datetime
    summary: str


@dataclass
class Mailbox:
    """The mayor's, who gets what is sent."""

    house: House
    mayor: UUID
    got: list[Message]

    async def fetch(self) -> list[Message]:
        """What the worker sends now. Each is read by a reader that is not ours."""
        self.house.clock.now += timedelta(minutes=1)
        came = []
        while letters := await self.house.send():
            for one in letters:
                if one.to != MAYOR or one.letter.calendar is None:
                    continue
                found = vobject.readOne(one.letter.calendar.decode())
                event = found.vevent
                came.append(
                    Message(
                        one.letter.kind, found.method.value, event.uid.value, int(event.sequence.value),
                        event.status.value, event.dtstart.value, event.summary.value,
                    )
                )  # fmt: skip
        self.got += came
        return came

    async def invitations(self) -> list[Invitation]:
        async with self.house.watching() as tx:
            asked = select(Invitation).where(Invitation.person_id == self.mayor).order_by(Invitation.id)
            return list(await tx.session.scalars(asked))

    async def standing(self) -> Invitation | None:
        found = [one for one in await self.invitations() if one.state is not InvitationState.WITHDRAWN]
        return found[-1] if found else None

    async def occasion(self) -> Occasion:
        async with self.house.watching() as tx:
            return await tx.session.get_one(Occasion, self.house.occasion)

    async def says(self, state: InvitationState) -> None:
        """She answers on her page."""
        if (asked := await self.standing()) is None:
            return
        async with self.house.database.transaction(Link(LinkKind.INVITATION, asked.id, self.mayor)) as tx:
            await invitations.answer_invitation(tx, asked.id, state=state)

    async def withdraw(self) -> None:
        if (asked := await self.standing()) is None:
            return
        async with self.house.acting(self.house.ana) as tx:
            await invitations.withdraw_invitation(tx, asked.id, expected_revision=asked.revision)

    async def shown_in_feed(self) -> list[tuple[str, int]]:
        """UID and SEQUENCE in a calendar that she subscribed to."""
        async with self.house.acting(self.house.ana) as tx:
            feed = await feeds.subscribe_feed(
                tx, self.house.organization, filter=FeedFilter.INVITED, name="Court", person_id=self.mayor
            )
            secret = feeds.secret_of(tx, feed)
        found = await feeds.find(self.house.database, secret)
        raw = (await feeds.body(self.house.database, found)).decode()
        return [
            (event.uid.value, int(event.sequence.value)) for event in vobject.readOne(raw).contents.get("vevent", [])
        ]


@pytest.fixture
async def mailbox(house: House) -> Mailbox:
    return Mailbox(house, await an_official(house), [])


async def withdraw_consent(house: House) -> None:
    async with house.acting(house.ana) as tx:
        given = await tx.session.scalar(
            select(Consent).where(Consent.state == ConsentState.STANDING, Consent.audience == ConsentAudience.OFFICIALS)
        )
        if given is not None:
            await consents.withdraw_consent(tx, given.id)


@pytest.mark.parametrize("seed", range(10))
async def test_every_message_counts_above_the_last_and_the_last_is_true(mailbox: Mailbox, seed: int) -> None:
    draw, house, walked = random.Random(seed), mailbox.house, list[str]()
    day = datetime(2026, 12, 2, 9)
    #: What may come after what, so that few steps are in vain.
    steps = ["invite", "invite", "move", "withdraw", "no", "yes", "consent away", "consent"]
    for number in range(16):
        #: Cancelled, a date is over: a walk comes to it late, or never.
        step = draw.choice(steps if number < 13 else [*steps, "cancel"])
        left_alone = (before := await mailbox.standing()) is not None and before.state is InvitationState.NOT_COMING
        try:
            match step:
                case "invite":
                    await house.invite(mailbox.mayor)
                case "move":
                    day += timedelta(days=1)
                    await house.move(day)
                case "withdraw":
                    await mailbox.withdraw()
                case "no" | "yes":
                    await mailbox.says(InvitationState.NOT_COMING if step == "no" else InvitationState.COMING)
                case "consent away":
                    await withdraw_consent(house)
                case "consent":
                    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
                case "cancel":
                    await house.cancel()
        except Refusal:
            continue
        walked.append(step)
        house.clock.now += timedelta(seconds=1)
        if draw.random() < 0.8:
            came = await mailbox.fetch()
            # Whoever said no is left in peace until it is taken back, or they say yes.
            assert not (left_alone and came and step in ("invite", "move", "no", "cancel")), walked
    await mailbox.fetch()

    got = mailbox.got
    assert [one.sequence for one in got] == sorted({one.sequence for one in got}), walked
    assert len({one.uid for one in got}) <= 1
    standing, occasion = await mailbox.standing(), await mailbox.occasion()
    if not got:
        # Nothing reached her: she was not asked, or it was taken back, or she said no, before the first letter left.
        assert standing is None or standing.state is InvitationState.NOT_COMING or occasion.sequence > 0
        return
    last = got[-1]
    off = occasion.state is OccasionState.CANCELLED
    if standing is None:
        assert (last.method, last.status) == ("CANCEL", "CANCELLED"), walked
    elif standing.state is not InvitationState.NOT_COMING:
        assert last.method == ("CANCEL" if off else "REQUEST"), walked
        assert off or last.starts_at == occasion.starts_at
        async with house.watching() as tx:
            known = disclosure.calendar_identity(tx, occasion, standing.audience, standing)
        assert (last.uid, last.sequence) == known
        if not off:
            assert await mailbox.shown_in_feed() == [known]


async def test_asked_moved_uninvited_asked_again_and_off_in_five_messages(mailbox: Mailbox) -> None:
    house = mailbox.house
    await house.invite(mailbox.mayor)
    await mailbox.fetch()
    await house.move(datetime(2026, 12, 9, 9))
    await mailbox.fetch()
    await mailbox.withdraw()
    await mailbox.fetch()
    assert await mailbox.shown_in_feed() == []
    await house.invite(mailbox.mayor)
    await mailbox.fetch()
    await house.cancel()
    await mailbox.fetch()
    assert [(one.kind, one.method, one.sequence) for one in mailbox.got] == [
        (LetterKind.INVITATION, "REQUEST", 0), (LetterKind.RESCHEDULED, "REQUEST", 1),
        (LetterKind.WITHDRAWN, "CANCEL", 2), (LetterKind.INVITATION, "REQUEST", 3),
        (LetterKind.CANCELLED, "CANCEL", 4),
    ]  # fmt: skip
    assert len({one.uid for one in mailbox.got}) == 1


async def test_asked_anew_and_off_before_that_left_it_is_taken_out_of_the_calendar(mailbox: Mailbox) -> None:
    house = mailbox.house
    await house.invite(mailbox.mayor)
    (asked,) = await mailbox.fetch()
    await mailbox.withdraw()
    await house.invite(mailbox.mayor)
    await house.cancel()
    (off,) = await mailbox.fetch()
    assert (off.kind, off.method, off.uid) == (LetterKind.CANCELLED, "CANCEL", asked.uid)
    assert off.sequence > asked.sequence


async def test_who_was_never_written_to_is_not_told_that_it_is_off(mailbox: Mailbox) -> None:
    await mailbox.house.invite(mailbox.mayor)
    await mailbox.house.cancel()
    assert await mailbox.fetch() == []


async def test_a_no_outlasts_a_taking_back(mailbox: Mailbox) -> None:
    house = mailbox.house
    await house.invite(mailbox.mayor)
    await mailbox.fetch()
    await mailbox.says(InvitationState.NOT_COMING)
    said_at = house.clock.now
    await mailbox.withdraw()
    await mailbox.fetch()
    assert mailbox.got[-1].method == "CANCEL"

    async with house.acting(house.ana) as tx:
        asking = await invitations.preview_invite(tx, house.occasion, [mailbox.mayor])
    assert (asking.tellings, asking.asked_already) == ([], 1)
    await house.invite(mailbox.mayor)
    again = await mailbox.standing()
    assert again is not None and (again.state, again.declined_at) == (InvitationState.NOT_COMING, said_at)
    await house.move(datetime(2026, 12, 9, 9))
    assert await mailbox.fetch() == [] and await mailbox.shown_in_feed() == []
    assert await house.rows(person_id=mailbox.mayor, state=NoticeState.PLANNED) == []

    # Until she says otherwise: then the entry comes back as it is now, and she is not asked again.
    await mailbox.says(InvitationState.COMING)
    (entry,) = await mailbox.fetch()
    assert (entry.kind, entry.method) == (LetterKind.ENTRY_CHANGED, "REQUEST")
    assert entry.starts_at == (await mailbox.occasion()).starts_at
    assert entry.sequence > mailbox.got[-2].sequence and entry.uid == mailbox.got[-2].uid


async def test_a_yes_again_after_a_no_brings_the_entry_back_once(mailbox: Mailbox) -> None:
    house = mailbox.house
    await house.invite(mailbox.mayor)
    # Nothing has reached her calendar: there is nothing to bring back.
    await mailbox.says(InvitationState.NOT_COMING)
    await mailbox.says(InvitationState.COMING)
    assert [one.kind for one in await mailbox.fetch()] in ([], [LetterKind.INVITATION])
    for answer in (InvitationState.COMING, InvitationState.MAYBE, InvitationState.COMING):
        await mailbox.says(answer)
        assert await mailbox.fetch() == []


async def test_consent_taken_back_takes_the_entry_out_of_her_calendar_and_says_nothing(mailbox: Mailbox) -> None:
    house = mailbox.house
    await house.invite(mailbox.mayor)
    (asked,) = await mailbox.fetch()
    await withdraw_consent(house)
    (gone,) = await mailbox.fetch()
    assert (gone.method, gone.status, gone.uid) == ("CANCEL", "CANCELLED", asked.uid)
    assert gone.sequence > asked.sequence and gone.starts_at == asked.starts_at
    assert await mailbox.shown_in_feed() == []
    # Agreed once more and asked once more, it counts above that.
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    await house.invite(mailbox.mayor)
    (again,) = await mailbox.fetch()
    assert again.method == "REQUEST" and again.sequence > gone.sequence and again.uid == asked.uid
    assert await mailbox.shown_in_feed() == [(again.uid, again.sequence)]


async def a_vigil_for_mateo(house: House, olga: UUID) -> UUID:
    """Published under his public name, and a supporter asked: the action's id."""
    async with house.acting(house.ana) as tx:
        action = await advocacy.draft_action(
            tx, house.organization, kind=OccasionKind.VIGIL, case_id=house.case, hearing_id=house.hearing,
            words={
                "title": "Vigil for Mateo R.", "name_form": NameForm.PUBLIC_NAME,
                "audiences": [ConsentAudience.SUPPORTERS],
            },
            arrangements={"follows_hearing": True},
        )  # fmt: skip
        key = action.id
    await publish(house, key)
    async with house.acting(house.ana) as tx:
        action = await tx.session.get_one(AdvocacyAction, key)
        await invitations.invite(tx, action.occasion.id, [olga], audience=Audience.SUPPORTER)
    return key


async def publish(house: House, key: UUID) -> None:
    async with house.acting(house.luis) as tx:
        action = await tx.session.get_one(AdvocacyAction, key)
        await advocacy.sign_off_action(tx, key, said_revision=action.said_revision, capacity=SignOffCapacity.CONSULTED)
    async with house.acting(house.ana) as tx:
        action = await tx.session.get_one(AdvocacyAction, key)
        await advocacy.publish_action(tx, key, expected_revision=action.revision)


async def entries(house: House) -> list[tuple[str, str, int, str]]:
    house.clock.now += timedelta(minutes=1)
    found = []
    for one in await house.send():
        if one.to == "olga@example.test" and one.letter.calendar:
            event = vobject.readOne(one.letter.calendar.decode()).vevent
            found.append((one.letter.method or "", event.summary.value, int(event.sequence.value), event.uid.value))
    return found


async def test_a_title_that_says_less_reaches_the_calendars_that_have_the_old_one(house: House) -> None:
    await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    olga = await house.a_person("Olga Ortiz", PersonKind.SUPPORTER)
    key = await a_vigil_for_mateo(house, olga)
    ((_, named, first, uid),) = await entries(house)
    assert "Mateo" in named
    async with house.acting(house.ana) as tx:
        action = await tx.session.get_one(AdvocacyAction, key)
        await advocacy.revise_action(
            tx, key, expected_revision=action.revision, arrangements={},
            words={"title": "Vigil for our neighbor", "name_form": NameForm.NONE},
        )  # fmt: skip
    assert await entries(house) == []
    await publish(house, key)
    assert await entries(house) == [("REQUEST", "Vigil for our neighbor", first + 1, uid)]
    assert await entries(house) == []


async def test_what_lost_its_consent_is_called_off_without_a_title(house: House) -> None:
    consent = await house.consent(ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM)
    olga = await house.a_person("Olga Ortiz", PersonKind.SUPPORTER)
    await a_vigil_for_mateo(house, olga)
    ((_, _, first, uid),) = await entries(house)
    async with house.acting(house.ana) as tx:
        await consents.withdraw_consent(tx, consent)
    ((method, title, sequence, same),) = await entries(house)
    assert (method, same) == ("CANCEL", uid) and sequence > first
    assert "Mateo" not in title and "neighbor" not in title


async def test_the_same_letter_once_more_counts_above_the_first(mailbox: Mailbox) -> None:
    house = mailbox.house
    await house.invite(mailbox.mayor)
    await mailbox.fetch()
    await house.move(datetime(2026, 11, 24, 15))
    (moved,) = await mailbox.fetch()
    async with house.acting(house.ana) as tx:
        owed = await tx.session.scalar(select(Acknowledgement).where(Acknowledgement.person_id == mailbox.mayor))
        assert owed is not None
        await changes.resend_change(tx, owed.id, channel=Channel.EMAIL)
    (again,) = await mailbox.fetch()
    assert again.sequence == moved.sequence + 1 and (again.uid, again.starts_at) == (moved.uid, moved.starts_at)
