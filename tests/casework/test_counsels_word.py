"""Counsel answers yes, no, or these words instead; a successor confirms; what changed is read word by word."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import advocacy, assignments, people, teams
from casework.comparing import Kept, compared
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotCleared, NotPermitted
from schema.advocacy import ActionState, SignOff, SignOffCapacity
from schema.audit import AuditEntry
from schema.consents import ConsentAudience, Purpose
from schema.counsel import CounselAnswer, CounselSaid
from schema.notes import PrivilegedNote
from schema.organizations import Role
from schema.tasks import Task
from schema.teams import CaseRole, TeamMember
from schema.wordings import WordingKind
from tests.casework.advocates import an_advocate, drafted, published, read, signed
from tests.casework.firms import accepted, again, consented
from tests.house import House

SUPPORTERS = ConsentAudience.SUPPORTERS
INSTEAD = CounselSaid.THESE_WORDS_INSTEAD


async def answered(house: House, action_id: UUID, said: CounselSaid, *, by: UUID | None = None, **more: object) -> UUID:
    action = await read(house, action_id)
    async with house.acting(by or house.luis) as tx:
        answer = await advocacy.answer_action(
            tx, action_id, said=said, said_revision=action.said_revision, **more  # type: ignore[arg-type]
        )  # fmt: skip
        return answer.id


async def written(house: House) -> list[int]:
    async with house.watching() as tx:
        return [
            await tx.session.scalar(select(func.count()).select_from(model)) or 0
            for model in (CounselAnswer, SignOff, PrivilegedNote, AuditEntry)
        ]


async def a_vigil(house: House) -> UUID:
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    return await drafted(house, SUPPORTERS)


async def test_a_no_takes_back_counsels_yes_and_what_is_published_on_it(house: House) -> None:
    vigil = await a_vigil(house)
    await signed(house, vigil)
    await published(house, vigil)

    await answered(house, vigil, CounselSaid.NO, discussed_on=date(2026, 11, 20), why="The judge dislikes crowds.")

    assert (await read(house, vigil)).state is ActionState.DRAFT
    with pytest.raises(NotCleared):
        await published(house, vigil)


async def test_why_is_counsels_alone_and_advocates_learn_the_day_it_was_talked_over(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)

    await answered(house, vigil, CounselSaid.NO, discussed_on=date(2026, 11, 20), why="The judge dislikes crowds.")
    async with house.acting(house.luis) as tx:
        await advocacy.sign_off_action(
            tx, vigil, said_revision=1, capacity=SignOffCapacity.CONSULTED, discussed_on=date(2026, 11, 21),
            risks="For: turnout. Against: the sheriff.",
        )  # fmt: skip

    async with house.acting(nora) as tx:
        assert await tx.session.scalar(select(CounselAnswer.discussed_on)) == date(2026, 11, 20)
        assert await tx.session.scalar(select(SignOff.discussed_on)) == date(2026, 11, 21)
        assert list(await tx.session.scalars(select(PrivilegedNote))) == []
    async with house.acting(house.luis) as tx:
        notes = list(await tx.session.scalars(select(PrivilegedNote).order_by(PrivilegedNote.id)))
        assert [await tx.opened(note, "body") for note in notes] == [
            "The judge dislikes crowds.", "For: turnout. Against: the sheriff.",
        ]  # fmt: skip


async def test_the_words_counsel_suggests_are_taken_over_in_one_act_and_signed(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)
    answer = await answered(house, vigil, INSTEAD, statement="Come and sit with us, quietly.")

    async with house.acting(nora) as tx:
        await advocacy.take_over_words(tx, answer)

    action = await read(house, vigil)
    async with house.watching() as tx:
        said = [await tx.opened(action, name) for name in ("title", "statement")]
        assert said == ["Light for our neighbor", "Come and sit with us, quietly."]
        assert [(one.attorney_id, one.said_revision) for one in await tx.session.scalars(select(SignOff))] == [
            (house.luis, 2)
        ]
    await published(house, vigil)
    with pytest.raises(NotAllowedByState):
        async with house.acting(nora) as tx:
            await advocacy.take_over_words(tx, answer)


async def test_words_that_changed_meanwhile_are_not_overwritten(house: House) -> None:
    vigil = await a_vigil(house)
    answer = await answered(house, vigil, INSTEAD, title="Light for a friend")
    action = await read(house, vigil)
    async with house.acting(house.ana) as tx:
        await advocacy.revise_action(
            tx, vigil, expected_revision=action.revision, words={"statement": "Bring a song."}, arrangements={}
        )
    before = await written(house)

    with pytest.raises(NotAllowedByState, match="Ask counsel again"):
        async with house.acting(house.ana) as tx:
            await advocacy.take_over_words(tx, answer)

    assert await written(house) == before and (await read(house, vigil)).said_revision == 2


async def test_words_that_counsel_suggested_are_gone_with_a_later_no_and_with_other_words(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)
    first = await answered(house, vigil, INSTEAD, title="Light for a friend")
    second = await answered(house, vigil, INSTEAD, title="A light for a friend")
    before = await written(house)

    with pytest.raises(NotAllowedByState, match="Counsel has answered again"):
        async with house.acting(nora) as tx:
            await advocacy.take_over_words(tx, first)
    assert await written(house) == before

    await answered(house, vigil, CounselSaid.NO)
    before = await written(house)
    with pytest.raises(NotAllowedByState, match="Counsel has answered again"):
        async with house.acting(nora) as tx:
            await advocacy.take_over_words(tx, second)
    assert await written(house) == before and (await read(house, vigil)).said_revision == 1


async def test_nobody_has_the_yes_of_an_attorney_who_has_left_since(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)
    answer = await answered(house, vigil, INSTEAD, title="Light for a friend")
    async with house.acting(house.luis) as tx:
        theirs = select(TeamMember.id).where(TeamMember.case_id == house.case, TeamMember.person_id == house.luis)
        await teams.leave_team(tx, (await tx.session.scalars(theirs)).one())
    before = await written(house)

    with pytest.raises(NotAllowedByState, match="no longer counsel"):
        async with house.acting(nora) as tx:
            await advocacy.take_over_words(tx, answer)

    assert await written(house) == before


async def test_a_name_in_talking_points_is_found_before_counsel_suggests_words_beside_them(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)
    action = await read(house, vigil)
    async with house.acting(nora) as tx:
        # Nobody tells an advocate which guess of a name is right.
        await advocacy.write_wording(
            tx, vigil, kind=WordingKind.TALKING_POINTS, language="en", body="Mateo Rivera belongs at home.",
            expected_revision=action.revision,
        )  # fmt: skip
    before = await written(house)

    with pytest.raises(Invalid, match="surname"):
        await answered(house, vigil, INSTEAD, title="Light for a friend")
    assert await written(house) == before
    await answered(house, vigil, CounselSaid.NO)


async def test_an_answer_that_cannot_be_given_is_refused_and_nothing_is_written(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)
    before = await written(house)

    for by, said, revision, more, refusal in (
        (house.luis, INSTEAD, 1, {"title": "Light for our neighbor"}, Invalid),
        (house.luis, INSTEAD, 1, {}, Invalid),
        (house.luis, INSTEAD, 1, {"title": "Light for Mateo Rivera"}, Invalid),
        (house.luis, CounselSaid.NO, 1, {"discussed_on": date(2027, 5, 1)}, Invalid),
        (house.luis, CounselSaid.NO, 7, {}, ChangedMeanwhile),
        (nora, CounselSaid.NO, 1, {}, NotPermitted),
        (house.ana, CounselSaid.NO, 1, {}, NotPermitted),
    ):
        with pytest.raises(refusal):
            async with house.acting(by) as tx:
                await advocacy.answer_action(tx, vigil, said=said, said_revision=revision, **more)  # type: ignore[arg-type]

    assert await written(house) == before


async def test_counsel_is_asked_once_a_wording_until_they_answer(house: House) -> None:
    vigil = await a_vigil(house)
    nora = await an_advocate(house)

    async def asked() -> list[bool]:
        """Whether each of the tasks about it is done."""
        async with house.watching() as tx:
            found = select(Task.done_at).where(Task.raised_by == "counsel_asked").order_by(Task.id)
            return [done is not None for done in await tx.session.scalars(found)]

    async with house.acting(nora) as tx:
        await advocacy.ask_counsel(tx, vigil)
    assert await asked() == [False]
    before = await written(house)
    with pytest.raises(NotAllowedByState, match="asked about these words already"):
        async with house.acting(nora) as tx:
            await advocacy.ask_counsel(tx, vigil)
    assert await written(house) == before

    await signed(house, vigil)
    assert await asked() == [True]
    before = await written(house)
    with pytest.raises(NotAllowedByState, match="signed off these words already"):
        async with house.acting(nora) as tx:
            await advocacy.ask_counsel(tx, vigil)
    assert await written(house) == before


# A successor.


async def of_record(house: House, person: UUID) -> None:
    assignment = await accepted(house, person)
    current = await again(house, assignment)
    async with house.acting(house.ana) as tx:
        await assignments.record_appearance(
            tx, assignment.id, expected_revision=current.revision, entered_on=house.clock.now.date(),
            proceeding_id=house.bond,
        )  # fmt: skip


async def test_new_counsel_of_record_confirms_what_counsel_before_them_had_signed(house: House) -> None:
    await consented(house)
    vigil = await a_vigil(house)
    await signed(house, vigil)
    await published(house, vigil)
    sara = await house.a_person("Sara Kim", role=Role.ATTORNEY)
    async with house.acting(house.ana) as tx:
        await teams.add_to_team(tx, house.case, sara, CaseRole.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, sara, bar_states=["CT"], eoir_registered=True)

    await of_record(house, sara)

    assert (await read(house, vigil)).state is ActionState.DRAFT, "the yes that counts is Sara's now"
    async with house.watching() as tx:
        waiting = await tx.session.scalar(select(Task.owner_id).where(Task.raised_by == "sign_offs_wait"))
        assert waiting == sara
    before = await written(house)
    for by, capacity, refusal in (
        (house.luis, SignOffCapacity.CONSULTED, NotPermitted),
        (sara, SignOffCapacity.CONSULTED, Invalid),
    ):
        with pytest.raises(refusal):
            async with house.acting(by) as tx:
                await advocacy.confirm_sign_offs(tx, house.case, capacity=capacity)
    assert await written(house) == before

    async with house.acting(sara) as tx:
        confirmed = await advocacy.confirm_sign_offs(tx, house.case, capacity=SignOffCapacity.OF_RECORD)
        assert [one.id for one in confirmed] == [vigil]
    await published(house, vigil)
    with pytest.raises(NotAllowedByState):
        async with house.acting(sara) as tx:
            await advocacy.confirm_sign_offs(tx, house.case, capacity=SignOffCapacity.OF_RECORD)
    async with house.watching() as tx:
        done = await tx.session.scalar(select(Task.done_at).where(Task.raised_by == "sign_offs_wait"))
        assert done == house.clock.now


async def test_what_was_edited_since_is_not_confirmed_unread(house: House) -> None:
    vigil = await a_vigil(house)
    await signed(house, vigil)
    action = await read(house, vigil)
    async with house.acting(house.ana) as tx:
        await advocacy.revise_action(
            tx, vigil, expected_revision=action.revision, words={"statement": "Bring a song."}, arrangements={}
        )

    with pytest.raises(NotAllowedByState):
        async with house.acting(house.luis) as tx:
            await advocacy.confirm_sign_offs(tx, house.case, capacity=SignOffCapacity.CONSULTED)


# What changed.


def test_an_edited_sentence_is_read_word_by_word_and_a_new_one_whole() -> None:
    before = "Come and sit with us. We bring candles."
    after = "Come and stand with us. We bring candles. No signs."

    assert [(one.kept, one.text) for one in compared(before, after)] == [
        (Kept.KEPT, "Come and "),
        (Kept.REMOVED, "sit "),
        (Kept.ADDED, "stand "),
        (Kept.KEPT, "with us. We bring "),
        (Kept.REMOVED, "candles."),
        (Kept.ADDED, "candles. No signs."),
    ]


@pytest.mark.parametrize("before", ["", "One. Two!", "Ünïcode \n\n lines\nend", "x" * 50])
@pytest.mark.parametrize("after", ["", "One. Three!", "lines", "y y y"])
def test_both_wordings_can_be_read_out_of_what_changed(before: str, after: str) -> None:
    passages = compared(before, after)

    assert "".join(one.text for one in passages if one.kept is not Kept.ADDED) == before
    assert "".join(one.text for one in passages if one.kept is not Kept.REMOVED) == after
