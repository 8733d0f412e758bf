"""Whatever people do and whatever the mail does, what somebody heard last is true once the mail goes again. Who can't
be reached is a human's: ``tests/casework/changes`` holds that.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from casework import notices
from casework.notices import Outcome
from schema.invitations import Invitation, InvitationState
from schema.notices import LetterKind, Notice, Receipt
from schema.occasions import UPCOMING, Occasion, OccasionState
from schema.people import Contact
from tests.casework.notices.test_plan_is_exact import Doings
from tests.house import House

#: Letters that say when it is.
SAYS_WHEN = {LetterKind.INVITATION, LetterKind.REMINDER, LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED}
#: Letters after which nobody is expected.
TAKES_BACK = {LetterKind.CANCELLED, LetterKind.WITHDRAWN}


class Weather(Doings):
    """And the mail goes as it likes."""

    async def wait(self) -> None:
        self.house.clock.now += timedelta(hours=self.chance.choice((1, 2, 7, 30)))
        letters = await self.house.deliver()
        for letter in letters:
            outcome = self.chance.choice((Outcome.CARRIED, Outcome.CARRIED, Outcome.CARRIED, Outcome.LATER))
            await self.house.settle([letter], outcome)

    async def calm(self) -> None:
        """The mail goes again, until nothing waits that may go by daylight."""
        for _ in range(14):
            self.house.clock.now += timedelta(hours=1)
            await self.house.send()


async def heard(house: House) -> dict[tuple[UUID, UUID], Notice]:
    """The last letter that arrived, by person and date."""
    async with house.watching() as tx:
        found = await tx.session.execute(
            select(Notice, Receipt.at)
            .join(Receipt, Receipt.notice_id == Notice.id)
            .where(Receipt.outcome == "carried", Notice.occasion_id.is_not(None))
            .order_by(Receipt.at, Receipt.id)
        )
        return {(letter.person_id, letter.occasion_id): letter for letter, _ in found if letter.occasion_id}


@pytest.mark.parametrize("seed", [11, 12, 13, 14])
async def test_what_somebody_heard_last_is_true(house: House, seed: int) -> None:
    doings = Weather(house, seed)
    await doings.begin()
    for _ in range(30):
        await doings.once()
    await doings.calm()

    last = await heard(house)
    async with house.watching() as tx:
        occasions = {one.id: one for one in await tx.session.scalars(select(Occasion))}
        live = set(
            await tx.session.scalars(
                select(Contact.person_id).where(Contact.stopped_at.is_(None), Contact.bounced_at.is_(None))
            )
        )
        answers = {(one.person_id, one.occasion_id): one for one in await tx.session.scalars(
            select(Invitation).order_by(Invitation.created_at, Invitation.id)
        )}  # fmt: skip
        concerned = {
            occasion.id: {one.person_id for one in await notices.recipients(tx, occasion, strictly=True)}
            for occasion in occasions.values()
        }
    checked = 0
    for (person_id, occasion_id), letter in last.items():
        occasion = occasions[occasion_id]
        if person_id == house.ana or person_id not in live or occasion.starts_at <= house.clock.now:
            # Who changed it knows; who said stop hears nothing more; what is over is over.
            continue
        answer = answers.get((person_id, occasion_id))
        if answer is not None and answer.state is InvitationState.NOT_COMING:
            continue
        if occasion.state is OccasionState.CANCELLED:
            true = letter.kind in TAKES_BACK
        elif person_id in concerned[occasion_id]:
            assert occasion.state in UPCOMING
            true = letter.kind in SAYS_WHEN and letter.sequence == occasion.sequence
        elif answer is not None:
            true = letter.kind in TAKES_BACK
        else:
            # They left the case: its dates are no longer theirs, and nobody writes to them of it.
            continue
        assert true, (letter.kind, letter.sequence, occasion.sequence, occasion.state)
        checked += 1
    assert checked
