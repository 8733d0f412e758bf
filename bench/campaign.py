"""People around two clients who are held, and everything they may do about what becomes public.

Each act is one that somebody does on a page, by the verb behind it; what may not be done now is refused and changes
nothing. What is typed can be found again in any bytes (:mod:`bench.cleared`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from bench.clients import Clients
from bench.grounds import _MOST_ACTIONS, PURPOSES, Idle
from bench.rules import Row
from casework import (
    advocacy,
    consents,
    hearings,
    invitations,
)  # fmt: skip
from casework.refusals import Refusal
from schema.advocacy import EmbargoedField
from schema.consents import ConsentAudience, GivenBy, NameForm
from schema.invitations import InvitationState
from schema.occasions import OccasionKind


class Campaign(Clients):
    """And in which people plan, publish, move, call off and ask."""

    # What is planned.

    async def draft(self) -> None:
        await self._draft(self.case()["id"] if self.maybe(0.85) else None)

    async def _draft(self, case: UUID | None) -> Row:
        live = [
            row for row in self.rows["advocacy_actions"]
            if row["state"] in ("draft", "published")
            and self.cleared().occasions[row["occasion_id"]]["ends_at"] > self.clock.now
        ]  # fmt: skip
        if len(live) >= _MOST_ACTIONS:
            raise Idle
        around = case is not None and self.maybe(0.3)
        form = self.one(*NameForm, NameForm.PUBLIC_NAME, NameForm.NONE) if case else NameForm.NONE
        typed, wording = self._typed_for(case, form)
        by = self.one("ana", "ana", "nora")
        async with self.acting(by) as tx:
            action = await advocacy.draft_action(
                tx, self.home if by == "ana" else self.group, kind=self.one(OccasionKind.VIGIL, OccasionKind.RALLY),
                case_id=case, hearing_id=self.hearings[self.cases.index(case)] if around and case else None,
                words={**typed, "name_form": form, "audiences": self._audiences(), "uses_photo": self.maybe(0.2)},  # type: ignore[typeddict-item]
                arrangements=self._arrangements(around=around),  # type: ignore[arg-type]
            )  # fmt: skip
        self.wordings[action.id, action.said_revision] = wording
        await self.look()
        return next(row for row in self.rows["advocacy_actions"] if row["id"] == action.id)

    async def go_public(self) -> None:
        """All that it takes, one after the other: the client's yes, the words, counsel's, and it is published."""
        case = self.case()
        await self._carry_through(await self._draft(case["id"]))

    async def make_whole(self) -> None:
        """Whatever draft there is gets what it lacks, and is published."""
        occasions = self.cleared().occasions
        ahead = [
            row["id"] for row in self.rows["advocacy_actions"]
            if occasions[row["occasion_id"]]["ends_at"] > self.clock.now
        ]  # fmt: skip
        await self._carry_through(self.any_of("advocacy_actions", state=["draft"], id=ahead))

    async def _carry_through(self, action: Row) -> None:
        if action["case_id"]:
            await self._agree(action)
            await self.look()
        await self._publish_at_last(action["id"])

    async def _agree(self, action: Row) -> None:
        """Each client says yes to it as it reads, with whoever must say so besides."""
        for case in self.cleared().about(action):
            await self._agree_on(case, action)

    async def _agree_on(self, case: Row, action: Row) -> None:
        alone, form = not self.guarded(case), NameForm(action["name_form"])
        if case["no_publicity"] and self.maybe(0.8):
            await self._update(case, no_publicity=False)
        async with self.acting("luis") as tx:
            for word in action["audiences"]:
                await consents.give_consent(
                    tx, case["id"], audience=ConsentAudience(word), purpose=PURPOSES[ConsentAudience(word)],
                    name_form=form if alone else min(form, NameForm.PUBLIC_NAME, key=list(NameForm).index),
                    photo=action["uses_photo"] and alone, place=self.maybe(), assented=True,
                    given_by=GivenBy.CLIENT if alone else GivenBy.GUARDIAN, language="es",
                    expires_on=self.later_day() + timedelta(days=14),
                )  # fmt: skip

    async def _publish_at_last(self, key: UUID) -> None:
        action = next(row for row in self.rows["advocacy_actions"] if row["id"] == key)
        if action["case_id"]:
            await self._sign(action)
            await self.look()
            action = next(row for row in self.rows["advocacy_actions"] if row["id"] == key)
        async with self.acting("ana") as tx:
            await advocacy.publish_action(tx, key, expected_revision=action["revision"])

    async def add_case(self) -> None:
        """It is about the other client as well; mostly they were asked before. Sometimes their counsel alone says yes
        then, and it is tried whether that is enough.
        """
        one = self._of_a_case()
        other = next(key for key in self.cases if key != one["case_id"])
        if self.maybe(0.7):
            await self._agree(one)
            await self._agree_on(self.cleared().cases[other], one)
        self._a_moment_later()
        async with self.acting(self.one("ana", "nora")) as tx:
            added = await advocacy.add_case_to_action(tx, one["id"], other, expected_revision=one["revision"])
        if self.maybe(0.5):
            name, capacity = self.capacity(other)
            # What is refused here is no refusal of the case.
            with suppress(Refusal):
                async with self.acting(name) as tx:
                    signed = await advocacy.sign_off_action(
                        tx, one["id"], said_revision=added.said_revision, capacity=capacity, case_id=other
                    )
                async with self.acting("ana") as tx:
                    await advocacy.publish_action(tx, one["id"], expected_revision=signed.revision)

    def _a_moment_later(self) -> None:
        """What was signed before can be told from what is signed from now on."""
        self.clock.now += timedelta(seconds=1)

    async def take_case_off(self) -> None:
        """Mostly of one that is public."""
        self.seldom(0.6)
        added = self.any_of("further_cases", taken_off_at=[None])
        one = self.any_of("advocacy_actions", id=[added["action_id"]], state=["draft", "published"])
        if one["state"] == "draft" and self.maybe(0.7):
            with suppress(Refusal):
                await self._carry_through(one)
            await self.look()
            one = self.any_of("advocacy_actions", id=[one["id"]])
        self._a_moment_later()
        async with self.acting(self.one("ana", "nora", "luis")) as tx:
            await advocacy.take_case_off_action(tx, one["id"], added["case_id"], expected_revision=one["revision"])

    async def publish(self) -> None:
        one = self.any_of("advocacy_actions", state=["draft"])
        async with self.acting("ana") as tx:
            await advocacy.publish_action(tx, one["id"], expected_revision=one["revision"])

    async def revise(self) -> None:
        self.seldom(0.6)
        one = self.any_of("advocacy_actions", state=["draft", "published"])
        words: dict[str, Any] = {}
        if one["case_id"] and self.maybe(0.3):
            words["name_form"] = self.one(*NameForm)
        if self.maybe(0.2):
            words["audiences"] = self._audiences()
        wording = None
        if self.maybe(0.7):
            # Of several clients it may name any.
            about = [case["id"] for case in self.cleared().about(one)]
            typed, wording = self._typed_for(
                self.one(*about) if about else None, words.get("name_form", NameForm(one["name_form"]))
            )
            words |= typed
        async with self.acting(self.one("ana", "nora") if one["case_id"] else "ana") as tx:
            done = await advocacy.revise_action(
                tx, one["id"], expected_revision=one["revision"], words=words, arrangements={}  # type: ignore[arg-type]
            )  # fmt: skip
        if wording is not None:
            self.wordings[one["id"], done.action.said_revision] = wording

    async def rearrange(self) -> None:
        one = self.any_of("advocacy_actions", state=["draft", "published"])
        async with self.acting("ana") as tx:
            await advocacy.revise_action(
                tx, one["id"], expected_revision=one["revision"], words={},
                arrangements=self._arrangements(around=self.maybe()),  # type: ignore[arg-type]
            )  # fmt: skip

    async def embargo(self) -> None:
        one = self.any_of("advocacy_actions", state=["published"] if self.maybe(0.8) else ["draft"])
        async with self.acting("luis" if one["case_id"] else "ana") as tx:
            await advocacy.embargo_action(
                tx, one["id"], expected_revision=one["revision"], field=self.one(*EmbargoedField),
                until=self.clock.now + timedelta(hours=self.one(1, 5, 30)) if self.maybe(0.7) else None,
            )  # fmt: skip

    async def call_off(self) -> None:
        self.seldom(0.3)
        one = self.any_of("advocacy_actions", state=["published", "draft"])
        async with self.acting("ana") as tx:
            await advocacy.call_off_action(tx, one["id"], expected_revision=one["revision"])

    async def new_address(self) -> None:
        one = self.any_of("advocacy_actions", state=["published"])
        async with self.acting("ana") as tx:
            await advocacy.edit_public_page(tx, one["id"], expected_revision=one["revision"], new=True)

    # The hearing, and who is asked.

    def _hearing(self) -> Row:
        wanted = self.one(*self.hearings)
        return next(row for row in self.rows["hearings"] if row["id"] == wanted)

    async def move(self) -> None:
        hearing = self._hearing()
        async with self.acting("ana") as tx:
            await hearings.reschedule_hearing(
                tx, hearing["id"], starts_at=self.wall(), expected_revision=hearing["revision"]
            )

    async def cancel(self) -> None:
        self.seldom(0.1)
        hearing = self._hearing()
        async with self.acting("ana") as tx:
            await hearings.cancel_hearing(tx, hearing["id"], expected_revision=hearing["revision"])

    async def invite(self) -> None:
        live = [row["occasion_id"] for row in self.rows["advocacy_actions"] if row["state"] == "published"]
        occasion = self.one(*live) if live and self.maybe(0.7) else self._hearing()["occasion_id"]
        async with self.acting("ana") as tx:
            await invitations.invite(tx, occasion, [self.who[self.one("reyes", "olga", "pia", "wit")]])

    async def take_back(self) -> None:
        self.seldom(0.4)
        one = self.any_of("invitations", state=["asked", "coming", "maybe"])
        async with self.acting("ana") as tx:
            await invitations.withdraw_invitation(tx, one["id"], expected_revision=one["revision"])

    async def reply(self) -> None:
        one = self.any_of("invitations", state=["asked", "coming", "maybe", "not_coming"])
        said = self.one(InvitationState.COMING, InvitationState.COMING, InvitationState.NOT_COMING)
        async with self.acting("ana") as tx:
            await invitations.answer_invitation(tx, one["id"], state=said)

    # Time.

    async def wait(self) -> None:
        """The clock jumps: a while, or to shortly before or after something ends by itself."""
        if self.maybe():
            ends = [
                at
                for table, column in (
                    ("consents", "expires_at"), ("advocacy_actions", "embargo_until"), ("occasions", "ends_at"),
                )
                for row in self.rows[table]
                if (at := row[column]) is not None
            ]  # fmt: skip
            ends += [
                datetime.fromisoformat(until)
                for row in self.rows["advocacy_actions"] for until in orjson.loads(row["embargoes"]).values()
            ]  # fmt: skip
            soon = sorted(at for at in ends if timedelta() < at - self.clock.now < timedelta(days=8))
            if soon:
                wanted = soon[0] + self.one(-timedelta(seconds=20), timedelta(), timedelta(seconds=20))
                self.clock.now = max(wanted, self.clock.now)
                return
        self.clock.now += timedelta(minutes=self.one(1, 10, 50, 300))


Act = Callable[[Campaign], Awaitable[None]]
#: Everything that may be done, by name.
ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (
        Campaign.give, Campaign.interview, Campaign.narrow, Campaign.pause, Campaign.resume, Campaign.withdraw,
        Campaign.confirm, Campaign.doubt, Campaign.mark_minor, Campaign.no_publicity, Campaign.release,
        Campaign.appear, Campaign.leave, Campaign.sign, Campaign.answer, Campaign.confirm_sign_offs, Campaign.draft,
        Campaign.add_case, Campaign.take_case_off,
        Campaign.go_public, Campaign.make_whole, Campaign.publish, Campaign.revise, Campaign.rearrange,
        Campaign.embargo, Campaign.call_off, Campaign.new_address, Campaign.move, Campaign.cancel, Campaign.invite,
        Campaign.take_back, Campaign.reply, Campaign.wait,
    )
}  # fmt: skip
#: After these something may have to be gone: everything is looked at.
TAKING_BACK = frozenset(
    {"interview", "narrow", "pause", "withdraw", "doubt", "mark_minor", "no_publicity", "release", "leave", "answer",
     "call_off", "add_case", "take_case_off"}
)  # fmt: skip
#: And after these nothing stands that a consent had cleared and none clears now.
CASCADING = frozenset({"give", "interview", "narrow", "pause", "withdraw", "confirm", "doubt"})
#: What is done more often than the rest, so that there is something to take back.
OFTEN = {"add_case": 2, "go_public": 3, "make_whole": 4, "invite": 2, "wait": 2}
