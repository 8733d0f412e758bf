"""A consent is paused, goes on, or is withdrawn; drafts lose the name, and what can't be recalled is called through."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from casework import actors, advocacy, consents, disclosure
from casework.consents import Answers, How
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotFound, NotPermitted
from schema.advocacy import ActionState
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case
from schema.consents import (
    Consent,
    ConsentAnswer,
    ConsentAudience,
    ConsentState,
    GivenBy,
    NameForm,
    Purpose,
)
from schema.counsel import SaidRevision
from schema.invitations import Invitation, InvitationState
from schema.retractions import Retraction, RetractionKind
from schema.safeguards import Safeguard
from schema.tasks import Task
from tests.casework.advocates import an_advocate, drafted, published, read, signed
from tests.casework.notices.asked import a_supporter, an_official
from tests.house import House

SUPPORTERS, OFFICIALS = ConsentAudience.SUPPORTERS, ConsentAudience.OFFICIALS


async def consent_of(house: House, audience: ConsentAudience) -> Consent:
    async with house.watching() as tx:
        found = await tx.session.scalars(
            select(Consent).where(Consent.audience == audience).order_by(Consent.id.desc()).limit(1)
        )
        return found.one()


async def entries(house: House) -> int:
    async with house.watching() as tx:
        return await tx.session.scalar(select(func.count()).select_from(AuditEntry)) or 0


async def listed(house: House) -> list[Retraction]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(Retraction).order_by(Retraction.id)))


async def calls(house: House, *, kind: str = "retract") -> list[UUID | None]:
    """Whose open tasks of this kind there are."""
    async with house.watching() as tx:
        found = select(Task.owner_id).where(Task.raised_by == kind, Task.done_at.is_(None)).order_by(Task.id)
        return list(await tx.session.scalars(found))


# Pausing.


async def test_a_paused_consent_permits_nothing_and_what_it_had_cleared_is_taken_back(house: House) -> None:
    reyes = await an_official(house)
    (asked,) = await house.invite(reyes)
    consent = await consent_of(house, OFFICIALS)

    async with house.acting(house.ana) as tx:
        await consents.pause_consent(tx, consent.id, told_to="Ana, by telephone")

    assert (await consent_of(house, OFFICIALS)).state is ConsentState.PAUSED
    async with house.watching() as tx:
        assert (await tx.session.get_one(Invitation, asked)).state is InvitationState.WITHDRAWN
    with pytest.raises(NotCleared):
        await house.invite(reyes)


async def test_it_goes_on_only_when_the_client_says_so(house: House) -> None:
    await an_official(house)
    consent = await consent_of(house, OFFICIALS)
    async with house.acting(house.ana) as tx:
        await consents.pause_consent(tx, consent.id)
    before = await entries(house)

    for said, language in ((False, "es"), (True, " ")):
        with pytest.raises(Invalid):
            async with house.acting(house.ana) as tx:
                await consents.resume_consent(
                    tx, consent.id, expected_revision=1, client_said_so=said, language=language
                )
    with pytest.raises(NotAllowedByState):
        async with house.acting(house.ana) as tx:
            await consents.pause_consent(tx, consent.id)
    assert await entries(house) == before
    assert (await consent_of(house, OFFICIALS)).state is ConsentState.PAUSED

    async with house.acting(house.ana) as tx:
        await consents.resume_consent(tx, consent.id, expected_revision=1, client_said_so=True, language="es")
    assert (await consent_of(house, OFFICIALS)).stands_at(house.clock.now)
    with pytest.raises(NotAllowedByState, match="Only a paused consent"):
        async with house.acting(house.ana) as tx:
            await consents.resume_consent(tx, consent.id, expected_revision=2, client_said_so=True, language="es")


async def test_what_ended_while_it_rested_does_not_go_on(house: House) -> None:
    await an_official(house)
    consent = await consent_of(house, OFFICIALS)
    async with house.acting(house.ana) as tx:
        await consents.pause_consent(tx, consent.id)

    house.clock.now = consent.expires_at
    with pytest.raises(NotAllowedByState, match="ended while it rested"):
        async with house.acting(house.ana) as tx:
            await consents.resume_consent(tx, consent.id, expected_revision=1, client_said_so=True, language="es")


async def test_what_rests_can_be_withdrawn_and_a_later_yes_stands_in_its_place(house: House) -> None:
    await an_official(house)
    consent = await consent_of(house, OFFICIALS)
    async with house.acting(house.ana) as tx:
        await consents.pause_consent(tx, consent.id)

    await house.consent(OFFICIALS, Purpose.TELL_OFFICIALS)

    async with house.watching() as tx:
        assert (await tx.session.get_one(Consent, consent.id)).state is ConsentState.REPLACED


# What can't be recalled.


async def test_who_has_letters_is_listed_with_who_should_call_and_ticked_off(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    await house.send()
    consent = await consent_of(house, OFFICIALS)

    async with house.acting(house.luis) as tx:
        withdrawn = await consents.withdraw_consent(tx, consent.id)

    (one,) = await listed(house)
    assert (one.kind, one.person_id, one.messages, one.caller_id) == (RetractionKind.MESSAGES, reyes, 1, house.ana)
    assert [str(said) for said in withdrawn.cannot_be_recalled] == [
        "Messages to officials that were sent and can't be taken back: 1. Ask them to delete them."
    ]
    assert await calls(house) == [house.ana]

    async with house.acting(house.ana) as tx:
        await consents.tick_off_retraction(tx, one.id, expected_revision=0, answer="They deleted it.")
    (one,) = await listed(house)
    assert (one.told_at, one.told_by_id) == (house.clock.now, house.ana)
    assert await calls(house) == []
    before = await entries(house)
    with pytest.raises(NotAllowedByState, match="told already"):
        async with house.acting(house.luis) as tx:
            await consents.tick_off_retraction(tx, one.id, expected_revision=1)
    assert await entries(house) == before


async def test_a_crowd_is_only_counted_and_a_public_action_stands_beside_it(house: House) -> None:
    olga = await a_supporter(house)
    vigil = await drafted(house, SUPPORTERS)
    await signed(house, vigil)
    await published(house, vigil)
    await house.invite(olga)
    await house.send()
    consent = await consent_of(house, SUPPORTERS)

    async with house.acting(house.ana) as tx:
        await consents.withdraw_consent(tx, consent.id)

    assert {(one.kind, one.person_id, one.messages, one.action_id) for one in await listed(house)} == {
        (RetractionKind.MESSAGES, None, 1, None),
        (RetractionKind.PUBLISHED_ACTION, None, None, vigil),
    }
    assert (await read(house, vigil)).state is ActionState.CALLED_OFF


async def test_an_advocate_who_hears_it_takes_it_back_and_the_house_lists_what_they_may_not_see(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    await house.send()
    nora = await an_advocate(house)
    consent = await consent_of(house, OFFICIALS)

    async with house.acting(nora) as tx:
        await consents.withdraw_consent(tx, consent.id, told_to="Nora, at the vigil")

    (one,) = await listed(house)
    assert one.caller_id == house.ana and await calls(house) == [house.ana]
    async with house.acting(nora) as tx:
        assert list(await tx.session.scalars(select(Retraction))) == []
    with pytest.raises(NotFound):
        async with house.acting(nora) as tx:
            await consents.tick_off_retraction(tx, one.id, expected_revision=0)


async def test_a_no_in_a_later_talk_lists_it_as_well(house: House) -> None:
    reyes = await an_official(house)
    await house.invite(reyes)
    await house.send()

    async with house.acting(house.ana) as tx:
        done = await consents.record_consent_interview(
            tx, house.case, Answers(officials=ConsentAnswer.NO), How(given_by=GivenBy.CLIENT, language="es")
        )

    assert [one.person_id for one in done.retractions] == [reyes]


async def test_what_release_has_closed_is_not_opened_by_narrowing_it(house: House) -> None:
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    consent = await consent_of(house, SUPPORTERS)
    async with house.watching() as tx:
        house.clock.now += timedelta(hours=1)
        (await tx.session.get_one(Case, house.case)).consents_asked_again_from = house.clock.now

    async with house.acting(house.ana) as tx:
        await consents.narrow_consent(tx, consent.id, expected_revision=0, name_form=NameForm.NONE)

    async with house.acting(house.ana) as tx:
        assert (await disclosure.case_clearance(tx, house.case)).permits == {}


# Drafts.


async def test_drafts_lose_the_name_and_words_that_hold_it_are_flagged(house: House) -> None:
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    named = await drafted(house, SUPPORTERS, title="Light for Mateo R.", form=NameForm.PUBLIC_NAME)
    plain = await drafted(house, SUPPORTERS, form=NameForm.PUBLIC_NAME)
    officials = await drafted(house, OFFICIALS, form=NameForm.PUBLIC_NAME)
    consent = await consent_of(house, SUPPORTERS)

    async with house.acting(house.ana) as tx:
        await consents.withdraw_consent(tx, consent.id)

    assert [
        ((one := await read(house, which)).name_form, one.said_revision, one.holds_name)
        for which in (named, plain, officials)
    ] == [(NameForm.NONE, 2, True), (NameForm.NONE, 2, False), (NameForm.PUBLIC_NAME, 1, False)]
    async with house.watching() as tx:
        kept = (
            select(SaidRevision.name_form).where(SaidRevision.action_id == named).order_by(SaidRevision.said_revision)
        )
        assert list(await tx.session.scalars(kept)) == [NameForm.PUBLIC_NAME, NameForm.NONE]


async def test_a_draft_that_waits_to_be_allowed_for_one_audience_keeps_its_name_when_another_is_allowed(
    house: House,
) -> None:
    press = await drafted(
        house, SUPPORTERS, ConsentAudience.PUBLIC, title="Light for Mateo R.", form=NameForm.PUBLIC_NAME
    )

    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)

    draft = await read(house, press)
    assert (draft.name_form, draft.said_revision, draft.holds_name) == (NameForm.PUBLIC_NAME, 1, False)
    with pytest.raises(NotCleared):
        await published(house, press)


async def test_flagged_words_are_not_published_until_the_name_is_out(house: House) -> None:
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    vigil = await drafted(house, SUPPORTERS, title="Light for Mateo R.", form=NameForm.PUBLIC_NAME)
    async with house.acting(house.ana) as tx:
        await consents.narrow_consent(
            tx, (await consent_of(house, SUPPORTERS)).id, expected_revision=0, name_form=NameForm.NONE
        )
    assert (await read(house, vigil)).holds_name
    with pytest.raises(NotCleared) as refused:
        await published(house, vigil)
    assert "The words hold a name that may not be said any more: take it out, or let counsel look at them." in [
        str(one) for one in refused.value.missing
    ]

    action = await read(house, vigil)
    async with house.acting(house.ana) as tx:
        await advocacy.revise_action(
            tx, vigil, expected_revision=action.revision, words={"title": "Light for our neighbor"}, arrangements={}
        )
    assert not (await read(house, vigil)).holds_name
    await signed(house, vigil)
    await published(house, vigil)


async def test_once_a_doubt_is_over_nothing_stands_that_ended_beside_it(house: House) -> None:
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    vigil = await drafted(house, SUPPORTERS)
    await signed(house, vigil)
    await published(house, vigil)
    async with house.watching() as tx:
        tx.session.add(Safeguard(id=new_id(), case_id=house.case, doubted_since=house.clock.now))
        (await tx.session.get_one(Consent, (await consent_of(house, SUPPORTERS)).id)).expires_at = house.clock.now

    async with house.acting(house.luis) as tx:
        await consents.doubt_capacity(tx, house.case, doubted=False)

    assert (await read(house, vigil)).state is ActionState.CALLED_OFF


# Ends.


async def test_a_consent_must_last_until_the_event_is_over(house: House) -> None:
    async with house.acting(house.ana) as tx:
        await consents.give_consent(
            tx, house.case, purpose=Purpose.FILL_COURTROOM, audience=SUPPORTERS, name_form=NameForm.PUBLIC_NAME,
            given_by=GivenBy.CLIENT, language="es", expires_on=date(2026, 11, 30),
        )  # fmt: skip
    vigil = await drafted(house, SUPPORTERS)
    await signed(house, vigil)

    with pytest.raises(NotCleared) as refused:
        await published(house, vigil)

    assert [str(one) for one in refused.value.missing] == [
        "The client agreed that supporters be asked to come until November 30 only, and this is later: ask the client "
        "again."
    ]
    assert (await read(house, vigil)).state is ActionState.DRAFT
    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    await published(house, vigil)


async def test_whoever_looks_after_the_case_is_told_14_days_before_and_counsel_3_days_before(house: House) -> None:
    async def warn() -> int:
        async with house.database.transaction(actors.HOUSEKEEPING) as tx:
            return await consents.warn_of_ends(tx)

    await house.consent(SUPPORTERS, Purpose.FILL_COURTROOM)
    await house.consent(OFFICIALS, Purpose.TELL_OFFICIALS)
    ends = (await consent_of(house, OFFICIALS)).expires_at

    house.clock.now = ends - timedelta(days=14, seconds=1)
    assert await warn() == 0
    house.clock.now = ends - timedelta(days=14)
    assert (await warn(), await warn()) == (1, 0)
    assert await calls(house, kind="consent_ends") == [house.ana]
    house.clock.now = ends - timedelta(days=3)
    assert (await warn(), await warn()) == (1, 0)

    # Asked again: nobody need ask.
    async with house.acting(house.ana) as tx:
        await consents.record_consent_interview(
            tx, house.case, Answers(officials=ConsentAnswer.YES), How(given_by=GivenBy.CLIENT, language="es")
        )
    assert await calls(house, kind="consent_ends") == [house.ana, house.ana], "the courtroom's ends still"
    async with house.acting(house.ana) as tx:
        await consents.record_consent_interview(
            tx, house.case, Answers(courtroom=ConsentAnswer.YES), How(given_by=GivenBy.CLIENT, language="es")
        )
    assert await calls(house, kind="consent_ends") == []


async def test_who_may_not_resume_is_refused(house: House) -> None:
    await an_official(house)
    nora = await an_advocate(house)
    consent = await consent_of(house, OFFICIALS)
    async with house.acting(nora) as tx:
        await consents.pause_consent(tx, consent.id)

    with pytest.raises(NotPermitted):
        async with house.acting(nora) as tx:
            await consents.resume_consent(tx, consent.id, expected_revision=1, client_said_so=True, language="es")
    assert (await consent_of(house, OFFICIALS)).state is ConsentState.PAUSED
