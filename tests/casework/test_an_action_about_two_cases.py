"""One action about two cases: four keys, two teams who know nothing of each other, and what any of them may undo."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import access, actors, advocacy, consents, disclosure, invitations, walls
from casework.access import visible
from casework.disclosure.several import ELSEWHERE
from casework.refusals import (
    ChangedMeanwhile,
    Invalid,
    NoPublicity,
    NotAllowedByState,
    NotCleared,
    NotFound,
    NotPermitted,
)
from schema.advocacy import ActionState, AdvocacyAction, FurtherCase, SignOff
from schema.audit import AuditEntry
from schema.cases import Case
from schema.consents import Consent, NameForm
from schema.counsel import CounselSaid, SaidRevision
from schema.invitations import Audience
from schema.occasions import Occasion
from schema.tasks import Task
from schema.wordings import Wording
from tests.casework.advocates import read
from tests.casework.two_cases import Two, two_cases
from tests.house import House


@pytest.fixture
async def two(house: House) -> Two:
    return await two_cases(house)


async def missing(two: Two, who: UUID, action_id: UUID) -> list[str]:
    async with two.acting(who) as tx:
        action = await access.seen(tx, AdvocacyAction, action_id)
        return [str(one) for one in (await disclosure.publishing_clearance(tx, action)).missing]


async def counted(two: Two) -> list[int]:
    async with two.house.watching() as tx:
        return [
            await tx.session.scalar(select(func.count()).select_from(model)) or 0
            for model in (FurtherCase, SignOff, SaidRevision, AuditEntry)
        ]


async def test_it_is_public_only_with_both_keys_of_both_cases(two: Two) -> None:
    vigil = await two.vigil()
    await two.add(vigil)
    for step in (
        lambda: two.agree(two.house.case), lambda: two.sign(vigil, by=two.house.luis), lambda: two.agree(two.lucia),
        lambda: two.sign(vigil, by=two.max, case_id=two.lucia),
    ):  # fmt: skip
        with pytest.raises(NotCleared):
            await two.publish(vigil)
        assert (await read(two.house, vigil)).state is ActionState.DRAFT
        await step()

    await two.publish(vigil)

    assert (await read(two.house, vigil)).state is ActionState.PUBLISHED


async def test_counsel_of_one_case_does_not_sign_for_the_other(two: Two) -> None:
    await two.agree(two.house.case)
    await two.agree(two.lucia)
    vigil = await two.vigil()
    await two.add(vigil)
    await two.sign(vigil, by=two.house.luis)
    before = await counted(two)

    for who, case_id in ((two.house.luis, two.lucia), (two.max, two.house.case), (two.max, None)):
        with pytest.raises((NotFound, NotPermitted)):
            await two.sign(vigil, by=who, case_id=case_id)

    assert await counted(two) == before
    with pytest.raises(NotCleared):
        await two.publish(vigil)


async def test_adding_a_case_voids_what_was_signed_and_takes_it_out_of_public(two: Two) -> None:
    await two.agree(two.house.case)
    await two.agree(two.lucia)
    vigil = await two.vigil()
    await two.sign(vigil, by=two.house.luis)
    await two.publish(vigil)

    added = await two.add(vigil)

    assert (added.state, added.said_revision) == (ActionState.DRAFT, 2)
    await two.sign(vigil, by=two.max, case_id=two.lucia)
    with pytest.raises(NotCleared):
        await two.publish(vigil)


async def test_what_one_client_takes_back_calls_the_whole_action_off(two: Two) -> None:
    """Vera, who knows nothing of Mateo's case, hears that Lucía changed her mind."""
    vigil = await two.published()
    async with two.acting(two.vera) as tx:
        given = await tx.session.scalar(select(Consent.id).where(Consent.case_id == two.lucia))
        assert given is not None
        done = await consents.withdraw_consent(tx, given)

    assert [one.id for one in done.called_off] == [vigil]
    assert (await read(two.house, vigil)).state is ActionState.CALLED_OFF
    async with two.house.watching() as tx:
        entries = select(AuditEntry.case_id).where(AuditEntry.act == "action.called_off")
        assert set(await tx.session.scalars(entries)) == {two.house.case, two.lucia}
        assert (await tx.session.get_one(Case, two.house.case)).next_occasion_id == two.house.occasion


async def test_what_cannot_be_recalled_is_given_to_somebody_who_reads_that_clients_case(two: Two) -> None:
    """Ana leads the vigil and knows nothing of Lucía's case: she is not asked to call anybody for it."""
    vigil = await two.published()
    async with two.house.watching() as tx:
        (await tx.session.get_one(AdvocacyAction, vigil)).lead_id = two.house.ana

    async with two.acting(two.vera) as tx:
        given = await tx.session.scalar(select(Consent.id).where(Consent.case_id == two.lucia))
        assert given is not None
        done = await consents.withdraw_consent(tx, given)

    assert [(one.action_id, one.caller_id) for one in done.retractions] == [(vigil, two.vera)]


async def test_a_draft_loses_the_name_when_either_client_takes_it_back(two: Two) -> None:
    await two.agree(two.house.case)
    given = await two.agree(two.lucia)
    vigil = await two.vigil(form=NameForm.PUBLIC_NAME, title="Light for Mateo R. and Lucia M.")
    await two.add(vigil)

    async with two.acting(two.vera) as tx:
        await consents.withdraw_consent(tx, given)

    action = await read(two.house, vigil)
    assert (action.name_form, action.holds_name, action.said_revision) == (NameForm.NONE, True, 3)


async def test_a_no_of_either_counsel_takes_it_back_and_tells_who_plans_it(two: Two) -> None:
    vigil = await two.published()

    async with two.acting(two.max) as tx:
        await advocacy.answer_action(tx, vigil, said=CounselSaid.NO, said_revision=2, case_id=two.lucia)

    assert (await read(two.house, vigil)).state is ActionState.DRAFT
    async with two.house.watching() as tx:
        raised = select(Task.case_id).where(Task.raised_key.like(f"counsel_answered:{vigil}%"))
        assert list(await tx.session.scalars(raised)) == [two.house.case]
    with pytest.raises(NotAllowedByState):
        async with two.acting(two.max) as tx:
            await advocacy.answer_action(
                tx, vigil, said=CounselSaid.THESE_WORDS_INSTEAD, said_revision=2, title="Other", case_id=two.lucia
            )


async def test_no_publicity_on_either_case_closes_it_to_the_public(two: Two) -> None:
    vigil = await two.published()
    async with two.house.watching() as tx:
        (await tx.session.get_one(AdvocacyAction, vigil)).audiences = ["public"]
        (await tx.session.get_one(Case, two.lucia)).no_publicity = True
        (await tx.session.get_one(AdvocacyAction, vigil)).state = ActionState.DRAFT

    with pytest.raises(NoPublicity):
        await two.publish(vigil)


async def test_release_of_either_client_calls_it_off(two: Two) -> None:
    vigil = await two.published()

    async with two.acting(two.vera) as tx:
        await invitations.release(tx, await tx.session.get_one(Case, two.lucia))

    assert (await read(two.house, vigil)).state is ActionState.CALLED_OFF


async def test_taken_off_by_its_own_side_it_goes_on_with_the_rest_once_signed_anew(two: Two) -> None:
    vigil = await two.published()

    done = await two.take_off(vigil, by=two.vera)

    assert (done.state, done.said_revision) == (ActionState.DRAFT, 3)
    with pytest.raises(NotCleared):
        await two.publish(vigil)
    await two.sign(vigil, by=two.house.luis)
    await two.publish(vigil)
    assert (await read(two.house, vigil)).state is ActionState.PUBLISHED
    async with two.acting(two.max) as tx:
        with pytest.raises(NotFound):
            await access.seen(tx, AdvocacyAction, vigil)


async def test_what_is_taken_off_may_not_stay_named(two: Two) -> None:
    await two.agree(two.house.case)
    await two.agree(two.lucia)
    vigil = await two.vigil(form=NameForm.PUBLIC_NAME, title="Light for Mateo R. and Lucia M.")
    await two.add(vigil)

    assert (await two.take_off(vigil, by=two.nora)).holds_name

    before = await counted(two)
    with pytest.raises(Invalid, match="taken off"):
        await two.sign(vigil, by=two.house.luis)
    assert await counted(two) == before
    action = await read(two.house, vigil)
    async with two.acting(two.nora) as tx:
        await advocacy.revise_action(
            tx, vigil, expected_revision=action.revision, words={"title": "Light for Mateo R."}, arrangements={}
        )
    await two.sign(vigil, by=two.house.luis)
    await two.publish(vigil)


async def test_nobody_is_named_before_each_client_has_agreed(two: Two) -> None:
    await two.agree(two.house.case)
    vigil = await two.vigil(form=NameForm.PUBLIC_NAME)
    before = await counted(two)

    with pytest.raises(Invalid, match="each client"):
        await two.add(vigil)

    assert await counted(two) == before
    await two.agree(two.lucia, form=NameForm.INITIALS)
    with pytest.raises(Invalid, match="each client"):
        await two.add(vigil)
    unnamed = await two.vigil()
    added = await two.add(unnamed)
    with pytest.raises(Invalid, match="each client"):
        async with two.acting(two.nora) as tx:
            await advocacy.revise_action(
                tx, unnamed, expected_revision=added.revision, words={"name_form": NameForm.PUBLIC_NAME},
                arrangements={},
            )  # fmt: skip
    assert (await read(two.house, unnamed)).name_form is NameForm.NONE


async def test_counsel_of_each_looks_for_the_legal_name_of_their_own_client(two: Two) -> None:
    await two.agree(two.house.case)
    await two.agree(two.lucia)
    vigil = await two.vigil(title="Light for Marroquin")
    await two.add(vigil)
    await two.sign(vigil, by=two.house.luis)

    with pytest.raises(Invalid, match="surname"):
        await two.sign(vigil, by=two.max, case_id=two.lucia)


async def test_who_reads_one_case_is_told_nothing_of_the_other(two: Two) -> None:
    vigil = await two.vigil()
    await two.add(vigil)

    async with two.acting(two.house.ana) as tx:
        assert list(await tx.session.scalars(select(FurtherCase.id))) == []
        assert await tx.session.get(Case, two.lucia) is None
        action = await access.seen(tx, AdvocacyAction, vigil)
        told = await disclosure.cases_of_action(tx, action)
        assert [(one.case_id, one.clear) for one in told] == [(two.house.case, False), (None, False)]
        assert [str(one) for one in told[1].missing] == [str(ELSEWHERE)]
    async with two.acting(two.max) as tx:
        assert await tx.session.get(Case, two.house.case) is None
        action = await access.seen(tx, AdvocacyAction, vigil)
        assert await tx.opened(action, "title") == "Light for our neighbors"
        told = await disclosure.cases_of_action(tx, action)
        assert [one.case_id for one in told] == [two.lucia, None]
        # What it says, and said, and when: what a sign-off is about. Nothing else of the other's.
        assert len(list(await tx.session.scalars(select(SaidRevision)))) == 2
        assert (await access.seen(tx, Occasion, action.occasion_id)).id == action.occasion_id
        with pytest.raises(NotFound):
            await access.seen(tx, Occasion, two.house.occasion)
    said = await missing(two, two.nora, vigil)
    assert len(said) == 4 and all(one.startswith("C-") for one in said)
    assert str(ELSEWHERE) in await missing(two, two.house.ana, vigil)


async def test_whoever_a_wall_keeps_from_one_of_them_sees_nothing_of_it(two: Two) -> None:
    vigil = await two.vigil()
    await two.add(vigil)
    async with two.acting(two.vera) as tx:
        await walls.raise_wall(
            tx, two.lucia, organization_id=two.house.organization, reason="He once acted against her."
        )

    async with two.acting(two.house.luis) as tx:
        for model in (AdvocacyAction, SaidRevision, Wording):
            assert list(await tx.session.scalars(visible(await access.standing(tx), model, tx.now))) == []
            assert list((await tx.session.scalars(select(model))).unique()) == [], "the second wall"
        assert [one.id for one in (await tx.session.scalars(select(Occasion))).unique()] == [two.house.occasion]
        assert await tx.session.get(Case, two.house.case) is not None


async def test_it_is_added_by_whoever_works_on_both_and_nobody_else(two: Two) -> None:
    vigil = await two.vigil()
    before = await counted(two)

    for who in (two.house.ana, two.vera, two.max, two.house.luis):
        with pytest.raises((NotFound, NotPermitted)):
            await two.add(vigil, by=who)
    with pytest.raises(ChangedMeanwhile):
        async with two.acting(two.nora) as tx:
            await advocacy.add_case_to_action(tx, vigil, two.lucia, expected_revision=99)
    with pytest.raises(Invalid, match="already"):
        async with two.acting(two.nora) as tx:
            await advocacy.add_case_to_action(tx, vigil, two.house.case, expected_revision=0)

    assert await counted(two) == before


async def test_the_case_it_is_kept_with_stays_and_what_is_off_is_not_taken_off_again(two: Two) -> None:
    vigil = await two.vigil()
    await two.add(vigil)

    with pytest.raises(NotAllowedByState, match="kept with"):
        await two.take_off(vigil, by=two.nora, case_id=two.house.case)
    await two.take_off(vigil, by=two.nora)
    before = await counted(two)
    with pytest.raises(NotAllowedByState, match="not about"):
        await two.take_off(vigil, by=two.nora)
    assert await counted(two) == before


async def test_counsel_of_each_is_asked_on_their_own_case(two: Two) -> None:
    vigil = await two.vigil()
    await two.add(vigil)

    async with two.acting(two.nora) as tx:
        await advocacy.ask_counsel(tx, vigil)

    async with two.house.watching() as tx:
        raised = select(Task.case_id).where(Task.raised_key.like(f"counsel_asked:{vigil}:2%"))
        assert set(await tx.session.scalars(raised)) == {two.house.case, two.lucia}


async def test_an_invited_supporter_sees_it_only_while_both_are_clear(two: Two) -> None:
    vigil = await two.published()
    action = await read(two.house, vigil)

    async def shown() -> bool:
        async with two.house.database.transaction(actors.DELIVERY) as tx:
            occasion = await tx.session.get_one(Occasion, action.occasion_id)
            return await disclosure.card_for(tx, occasion, Audience.SUPPORTER) is not None

    assert await shown()
    async with two.house.watching() as tx:
        (await tx.session.scalar(select(Consent).where(Consent.case_id == two.lucia))).expires_at = two.house.clock.now
    assert not await shown()
