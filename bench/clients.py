"""What clients say, who may say so, and who speaks for them: acts of a campaign, by the real verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from bench.grounds import PURPOSES, ZONE, Ground
from bench.rules import Row
from casework import (
    advocacy,
    assignments,
    cases,
    consents,
    custody,
    teams,
)  # fmt: skip
from casework.assignments import ending
from casework.consents import Answers, How
from schema.advocacy import SignOffCapacity
from schema.assignments import Scope
from schema.consents import ConsentAnswer, ConsentAudience, GivenBy, Heard, NameForm, Purpose
from schema.counsel import CounselSaid
from schema.custody import Confidence, PlaceOfCustody, ReleaseReason, Source
from schema.teams import CaseRole


class Clients(Ground):
    """A world whose clients agree, think again and are asked again, and whose counsel comes and goes."""

    # What the client says.

    def _how(self) -> dict[str, Any]:
        return {
            "given_by": self.one(GivenBy.CLIENT, GivenBy.CLIENT, GivenBy.CLIENT, GivenBy.GUARDIAN, GivenBy.RELAYED),
            "heard": self.one(*[Heard.PRIVATELY] * 5, Heard.BEFORE_OFFICER, Heard.RECORDED_LINE),
            "assented": self.maybe(0.7),
            "expires_on": self.later_day(),
            "language": "es",
        }

    async def give(self) -> None:
        audience = self.one(*ConsentAudience)
        async with self.acting(self.one("ana", "luis")) as tx:
            await consents.give_consent(
                tx, self.case()["id"], audience=audience,
                purpose=PURPOSES[audience] if self.maybe(0.9) else Purpose.SEEK_COUNSEL,
                name_form=self.one(*NameForm, NameForm.PUBLIC_NAME, NameForm.FULL), photo=self.maybe(),
                place=self.maybe(), **self._how(),
            )  # fmt: skip

    async def interview(self) -> None:
        self.seldom(0.6)
        said = (ConsentAnswer.YES, ConsentAnswer.YES, ConsentAnswer.NO, ConsentAnswer.NOT_ASKED)
        answers = Answers(
            **{name: self.one(*said) for name in ("officials", "courtroom", "press", "photo", "full_name")}
        )
        how = self._how()
        async with self.acting(self.one("ana", "luis")) as tx:
            await consents.record_consent_interview(
                tx, self.case()["id"], answers,
                How(**how, guardian_adverse=self.maybe(0.2), relayed_by="Rosa" if self.maybe(0.8) else None),
            )  # fmt: skip

    async def narrow(self) -> None:
        one = self.any_of("consents", state=["standing"])
        less = self.one({"name_form": self.one(*NameForm)}, {"photo": False}, {"expires_on": self.later_day(9)},
                        {"place": False})  # fmt: skip
        async with self.acting("ana") as tx:
            await consents.narrow_consent(tx, one["id"], expected_revision=one["revision"], **less)

    async def pause(self) -> None:
        self.seldom(0.5)
        one = self.any_of("consents", state=["standing"])
        async with self.acting(self.one("ana", "nora")) as tx:
            await consents.pause_consent(tx, one["id"])

    async def resume(self) -> None:
        one = self.any_of("consents", state=["paused"])
        async with self.acting(self.one("ana", "luis")) as tx:
            await consents.resume_consent(
                tx, one["id"], expected_revision=one["revision"], client_said_so=True, language="es"
            )

    async def withdraw(self) -> None:
        self.seldom(0.5)
        one = self.any_of("consents", state=["standing", "paused", "proposed"])
        async with self.acting(self.one("ana", "luis", "nora")) as tx:
            await consents.withdraw_consent(tx, one["id"])

    async def confirm(self) -> None:
        one = self.any_of("consents", state=["proposed"])
        async with self.acting(self.one("luis", "vera", "ana")) as tx:
            await consents.confirm_consent(
                tx, one["id"], expected_revision=one["revision"], language="es", privately=True
            )

    # Who may say so.

    async def doubt(self) -> None:
        case = self.case()
        doubted = any(row["case_id"] == case["id"] and row["doubted_since"] for row in self.rows["safeguards"])
        self.seldom(0.9 if doubted else 0.15)
        async with self.acting("luis") as tx:
            await consents.doubt_capacity(tx, case["id"], doubted=not doubted)

    async def mark_minor(self) -> None:
        case = self.case()
        client = next(row for row in self.rows["detainees"] if row["id"] == case["detainee_id"])
        self.seldom(0.9 if client["minor"] else 0.15)
        await self._update(case, minor=not client["minor"])

    async def no_publicity(self) -> None:
        case = self.case()
        self.seldom(0.9 if case["no_publicity"] else 0.2)
        await self._update(case, no_publicity=not case["no_publicity"])

    async def _update(self, case: Row, **changes: Any) -> None:
        async with self.acting("ana") as tx:
            await cases.update_case(tx, case["id"], changes, expected_revision=case["revision"])  # type: ignore[arg-type]

    async def release(self) -> None:
        case = self.case()
        if case["custody_status"] == "released":
            async with self.acting("ana") as tx:
                await custody.record_custody(
                    tx, case["id"], place=PlaceOfCustody.FACILITY, facility_id=self.facility, source=Source.FAMILY,
                    confidence=Confidence.ONE_SOURCE,
                )  # fmt: skip
            return
        self.seldom(0.2)
        at = self.clock.now - timedelta(hours=6)
        async with self.acting("ana") as tx:
            await custody.record_release(
                tx, case["id"], released_at=at.replace(tzinfo=None), time_zone=ZONE, reason=ReleaseReason.PAROLED,
                source=Source.FAMILY,
            )  # fmt: skip

    # Who speaks for them.

    async def appear(self) -> None:
        """An attorney takes the case and is of record."""
        self.seldom(0.5)
        case, name = self.case(), self.one("luis", "vera")
        track = next(row for row in self.rows["proceedings"] if row["case_id"] == case["id"])
        async with self.acting("ana") as tx:
            offer = await assignments.offer_assignment(
                tx, case["id"], self.who[name], scope=Scope.ALL, blurb="Spanish-speaking, held in New England."
            )
        async with self.acting(name) as tx:
            taken = await assignments.accept_assignment(tx, offer.id, expected_revision=offer.revision)
        if self.maybe(0.8):
            async with self.acting("ana") as tx:
                await assignments.record_appearance(
                    tx, taken.id, expected_revision=taken.revision, entered_on=self.clock.now.date(),
                    proceeding_id=track["id"],
                )  # fmt: skip

    async def leave(self) -> None:
        """The judge lets counsel of record go, or an assignment ends; they stay an attorney of the house."""
        self.seldom(0.4)
        one = self.any_of("assignments", state=["of_record", "accepted", "engaged"])
        day = self.clock.now.date()
        async with self.acting("ana") as tx:
            if one["state"] == "of_record":
                for form in await ending.of_record(tx, one["id"]):
                    await assignments.ask_withdrawal(tx, form.id, expected_revision=form.revision, asked_on=day)
                    await assignments.record_withdrawal_decision(
                        tx, form.id, expected_revision=form.revision, granted=True, decided_on=day
                    )
            else:
                await assignments.withdraw_assignment(tx, one["id"], expected_revision=one["revision"])
        name = next(name for name, key in self.who.items() if key == one["attorney_id"])
        async with self.acting("ana") as tx:
            await teams.add_to_team(tx, one["case_id"], self.who[name], CaseRole.ATTORNEY)

    def capacity(self, case_id: UUID) -> tuple[str, SignOffCapacity]:
        """Whose yes counts; now and then somebody else tries."""
        of_record = [
            row["attorney_id"] for row in self.rows["assignments"]
            if row["case_id"] == case_id and row["state"] == "of_record"
        ]  # fmt: skip
        if not of_record or self.maybe(0.05):
            return self.one("luis", "vera"), self.one(*[SignOffCapacity.CONSULTED] * 30, SignOffCapacity.OF_RECORD)
        wanted = self.one(*of_record)
        return next(name for name, key in self.who.items() if key == wanted), SignOffCapacity.OF_RECORD

    async def sign(self) -> None:
        await self._sign(self._of_a_case())

    def _of_a_case(self) -> Row:
        return self.any_of("advocacy_actions", state=["draft", "published"], case_id=self.cases)

    async def _sign(self, action: Row) -> None:
        """Counsel of each case it is about."""
        for case in self.cleared().about(action):
            name, capacity = self.capacity(case["id"])
            async with self.acting(name) as tx:
                await advocacy.sign_off_action(
                    tx, action["id"], said_revision=action["said_revision"], capacity=capacity, case_id=case["id"]
                )

    async def answer(self) -> None:
        """Counsel says no, or these words instead; and these are taken over."""
        self.seldom(0.4)
        one = self._of_a_case()
        name, _ = self.capacity(one["case_id"])
        instead = self.maybe(0.7)
        typed, wording = self._typed_for(one["case_id"], NameForm(one["name_form"]))
        async with self.acting(name) as tx:
            made = await advocacy.answer_action(
                tx, one["id"], said=CounselSaid.THESE_WORDS_INSTEAD if instead else CounselSaid.NO,
                said_revision=one["said_revision"], **(typed if instead else {}),
            )  # fmt: skip
        if instead and self.maybe(0.7):
            async with self.acting("ana") as tx:
                action = await advocacy.take_over_words(tx, made.id)
                self.wordings[action.id, action.said_revision] = wording

    async def confirm_sign_offs(self) -> None:
        case = self.case()
        name, capacity = self.capacity(case["id"])
        async with self.acting(name) as tx:
            await advocacy.confirm_sign_offs(tx, case["id"], capacity=capacity)
