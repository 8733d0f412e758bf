"""Whatever is moved, cancelled and answered in whatever order, nobody whom the date can't do without is forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casework import actors, changes, times
from schema.changes import CallOutcome, Change, Escalation
from schema.occasions import Occasion, OccasionState
from schema.organizations import Role
from schema.people import PersonKind
from tests.casework.changes.people import follow, invited, press, words
from tests.clock import NOW
from tests.ground import Ground
from tests.house import NEW_YORK, House, build

STEPS = st.one_of(
    st.tuples(st.just("move"), st.sampled_from([-72, -30, -6, -1, 1, 26, 300])),
    st.tuples(st.just("room"), st.sampled_from([1, 2])),
    st.tuples(st.just("cancel"), st.just(0)),
    st.tuples(st.just("page"), st.sampled_from([0, 1])),
    st.tuples(st.just("text"), st.just(0)),
    st.tuples(st.just("called"), st.sampled_from(list(CallOutcome))),
    st.tuples(st.just("wait"), st.sampled_from([1, 30, 61, 130, 60 * 20])),
    st.tuples(st.just("mail"), st.just(0)),
)


class Around:
    """One run: the house, the mayor with his link, and what is done to them."""

    def __init__(self, house: House, mayor: object, invitation: object) -> None:
        self.house, self.mayor, self.invitation = house, mayor, invitation

    async def occasion(self) -> Occasion:
        async with self.house.watching() as tx:
            return await tx.session.get_one(Occasion, self.house.occasion)

    async def do(self, step: str, how: object) -> None:
        house, occasion = self.house, await self.occasion()
        standing = occasion.state is not OccasionState.CANCELLED
        if step == "move" and standing:
            at = occasion.starts_at + timedelta(hours=how)  # type: ignore[arg-type]
            if at > house.clock.now:
                await house.move(times.wall_time(at, NEW_YORK))
        elif step == "room" and standing:
            await house.move(occasion.wall_starts, room=str(how))
        elif step == "cancel" and standing:
            await house.cancel()
        elif step == "page":
            word = (await words(house)).get(self.mayor)  # type: ignore[call-overload]
            if word is not None and how == 0:
                await press(house, self.mayor, self.invitation, occasion.sequence)  # type: ignore[arg-type]
        elif step == "text":
            async with house.database.transaction(actors.DELIVERY) as tx:
                await changes.acknowledge_by_text(tx, house.rosa)
        elif step == "called":
            word = (await words(house)).get(house.luis)
            if word is not None and word.ended_at is None:
                async with house.acting(house.ana) as tx:
                    await changes.record_reached(tx, word.id, outcome=how)  # type: ignore[arg-type]
        elif step == "wait":
            house.clock.forward(minutes=how)  # type: ignore[arg-type]
        elif step == "mail":
            await house.send()
        await follow(house)

    async def holds(self) -> None:
        """Each whom it can't do without knows, or owes a word by an hour, or somebody was called, or it is over."""
        occasion, told, now = await self.occasion(), await words(self.house), self.house.clock.now
        if not told:
            return
        async with self.house.watching() as tx:
            change = await tx.session.scalar(
                select(Change).where(Change.occasion_id == occasion.id).order_by(Change.sequence.desc()).limit(1)
            )
            assert change is not None
            rows = await tx.session.scalars(select(Escalation.acknowledgement_id))
            escalated = set(rows)
        was = datetime.fromisoformat(change.before["starts_at"])
        dates = [was] if occasion.state is OccasionState.CANCELLED else [was, occasion.starts_at]
        required = any(change.at < at < change.at + timedelta(hours=48) for at in dates) or (
            occasion.state is not OccasionState.CANCELLED and occasion.starts_at < was
        )
        assert {word.sequence for word in told.values()} == {occasion.sequence}
        for person, word in told.items():
            assert person in {self.mayor, self.house.luis, self.house.rosa}
            if required:
                assert word.due_by is not None, person
            if word.due_by is None or word.acknowledged_at or word.ended_at:
                continue
            assert word.due_by <= change.at + timedelta(hours=2)
            # Nobody owes in silence: the clock runs still, or somebody was called by name.
            assert word.due_by > now or word.id in escalated, (person, word.due_by, now)


@settings(
    max_examples=9, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(steps=st.lists(STEPS, min_size=4, max_size=8))
async def test_nobody_is_forgotten_whatever_happens(
    house: House, ground: Ground, steps: list[tuple[str, object]]
) -> None:
    await ground.clear()
    house.clock.now = NOW
    again = await build(house.database, house.clock, datetime(2026, 11, 26, 9))
    await again.a_person("Berta Sol", role=Role.COORDINATOR)
    await again.a_person("Abel Kim", role=Role.ADMIN)
    mayor, invitation = await invited(again, "Elena Reyes", PersonKind.OFFICIAL)
    await again.send()
    around = Around(again, mayor, invitation)
    for step, how in [("move", -6), *steps]:
        await around.do(step, how)
        await around.holds()
