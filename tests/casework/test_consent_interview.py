"""Consent is asked as five plain questions, and what is permitted follows from the answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from casework import consents, intake, teams
from casework.consents import Answers, How
from casework.identities import Known
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from schema.audit import AuditEntry
from schema.consents import (
    Consent,
    ConsentAnswer,
    ConsentAudience,
    ConsentInterview,
    ConsentState,
    GivenBy,
    Heard,
    NameForm,
)
from schema.safeguards import Safeguard
from schema.tasks import Task
from schema.teams import CaseRole
from tests.casework.advocates import an_advocate
from tests.house import House

YES, NO = ConsentAnswer.YES, ConsentAnswer.NO
MATEO = How(given_by=GivenBy.CLIENT, language="es")


async def asked(house: House, answers: Answers, how: How = MATEO, *, by: Any = None, case: Any = None) -> list[Consent]:
    async with house.acting(by or house.ana) as tx:
        return list((await consents.record_consent_interview(tx, case or house.case, answers, how)).consents)


async def stand(house: House, case: Any = None) -> dict[ConsentAudience, Consent]:
    async with house.watching() as tx:
        found = await tx.session.scalars(
            select(Consent).where(Consent.case_id == (case or house.case), Consent.state == ConsentState.STANDING)
        )
        return {one.audience: one for one in found}


async def written(house: House) -> list[int]:
    """How many interviews, consents and entries of the trail there are."""
    async with house.watching() as tx:
        return [
            await tx.session.scalar(select(func.count()).select_from(model)) or 0
            for model in (ConsentInterview, Consent, AuditEntry)
        ]


async def test_each_yes_permits_what_it_is_about_under_the_public_name_for_ninety_days(house: House) -> None:
    await asked(house, Answers(officials=YES, courtroom=YES, press=NO))

    standing = await stand(house)
    assert set(standing) == {ConsentAudience.OFFICIALS, ConsentAudience.SUPPORTERS, ConsentAudience.ADVOCATES}
    assert {one.name_form for one in standing.values()} == {NameForm.PUBLIC_NAME}
    assert not any(one.photo or one.place or one.story or one.bond for one in standing.values())
    assert {one.last_day for one in standing.values()} == {house.clock.now.date() + timedelta(days=90)}


async def test_a_photo_and_the_full_name_are_the_presss_alone(house: House) -> None:
    await asked(house, Answers(courtroom=YES, press=YES, photo=YES, full_name=YES))

    told = {audience: (one.name_form, one.photo) for audience, one in (await stand(house)).items()}
    assert told == {
        ConsentAudience.SUPPORTERS: (NameForm.PUBLIC_NAME, False),
        ConsentAudience.ADVOCATES: (NameForm.PUBLIC_NAME, False),
        ConsentAudience.PRESS: (NameForm.FULL, True),
        ConsentAudience.PUBLIC: (NameForm.FULL, True),
    }


async def test_how_it_was_asked_is_kept_sealed_with_its_answers(house: House) -> None:
    how = How(
        given_by=GivenBy.CLIENT, language="k'iche'", interpreter="Marta Ixchel", witness="Luis Prado",
        script="Five questions, 2026", circumstances="By video from Plymouth.", expires_on=date(2027, 1, 31),
    )  # fmt: skip
    (consent,) = await asked(house, Answers(officials=YES), how)

    async with house.watching() as tx:
        (kept,) = await tx.session.scalars(select(ConsentInterview))
        assert consent.interview_id == kept.id and consent.last_day == date(2027, 1, 31)
        assert (kept.officials, kept.courtroom, kept.language, kept.script) == (
            YES, ConsentAnswer.NOT_ASKED, "k'iche'", "Five questions, 2026",
        )  # fmt: skip
        assert [await tx.opened(kept, name) for name in ("interpreter", "witness", "relayed_by", "circumstances")] == [
            "Marta Ixchel", "Luis Prado", None, "By video from Plymouth.",
        ]  # fmt: skip
        acts = list(await tx.session.scalars(select(AuditEntry.act).where(AuditEntry.act.startswith("consent."))))
        assert acts == ["consent.asked", "consent.given"]


async def test_a_no_ends_what_was_permitted_and_what_was_not_asked_stays(house: House) -> None:
    await asked(house, Answers(officials=YES, courtroom=YES, press=YES, photo=YES, full_name=YES))

    await asked(house, Answers(courtroom=NO, photo=NO, full_name=NO))

    told = {audience: (one.name_form, one.photo) for audience, one in (await stand(house)).items()}
    assert told == {
        ConsentAudience.OFFICIALS: (NameForm.PUBLIC_NAME, False),
        ConsentAudience.PRESS: (NameForm.PUBLIC_NAME, False),
        ConsentAudience.PUBLIC: (NameForm.PUBLIC_NAME, False),
    }


@pytest.mark.parametrize(
    "how",
    [
        How(given_by=GivenBy.RELAYED, relayed_by="His cousin Elsa", language="es"),
        How(given_by=GivenBy.CLIENT, heard=Heard.BEFORE_OFFICER, language="es"),
        How(given_by=GivenBy.CLIENT, heard=Heard.RECORDED_LINE, language="es"),
    ],
    ids=["relayed", "before an officer", "on a recorded line"],
)
async def test_what_was_not_said_privately_waits_until_counsel_asked_again(house: House, how: How) -> None:
    (proposed,) = await asked(house, Answers(officials=YES), how)
    assert proposed.state is ConsentState.PROPOSED and await stand(house) == {}

    async with house.acting(house.luis) as tx:
        await consents.confirm_consent(tx, proposed.id, expected_revision=0, language="es", privately=True)

    (standing,) = (await stand(house)).values()
    assert (standing.confirmed_by_id, standing.confirmed_in, standing.confirmed_at) == (
        house.luis, "es", house.clock.now,
    )  # fmt: skip


async def test_a_relayed_no_needs_nobodys_confirmation(house: House) -> None:
    await asked(house, Answers(officials=YES))

    await asked(house, Answers(officials=NO), How(given_by=GivenBy.RELAYED, relayed_by="Elsa", language="es"))

    assert await stand(house) == {}


async def test_it_is_confirmed_privately_in_a_language_and_by_no_unsupervised_hand(house: House) -> None:
    (proposed,) = await asked(
        house, Answers(officials=YES), How(given_by=GivenBy.RELAYED, relayed_by="Elsa", language="es")
    )
    before = await written(house)

    for by, more, refusal in (
        (house.luis, {"language": "es", "privately": False}, Invalid),
        (house.luis, {"language": " ", "privately": True}, Invalid),
        (house.ana, {"language": "es", "privately": True}, NotPermitted),
    ):
        with pytest.raises(refusal):
            async with house.acting(by) as tx:
                await consents.confirm_consent(tx, proposed.id, expected_revision=0, **more)  # type: ignore[arg-type]

    assert await written(house) == before and await stand(house) == {}


@pytest.mark.parametrize(
    ("answers", "how", "field"),
    [
        (Answers(), MATEO, "officials"),
        (Answers(photo=YES), MATEO, "photo"),
        (Answers(press=NO, full_name=YES), MATEO, "fullName"),
        (Answers(officials=YES), How(given_by=GivenBy.CLIENT, language=" "), "language"),
        (Answers(officials=YES), How(given_by=GivenBy.RELAYED, language="es"), "relayedBy"),
        (Answers(officials=YES), How(given_by=GivenBy.CLIENT, language="es", witness="x" * 201), "witness"),
        (
            Answers(officials=YES),
            How(given_by=GivenBy.CLIENT, language="es", expires_on=date(2029, 1, 1)),
            "expiresOn",
        ),
    ],
)
async def test_what_cannot_have_been_answered_is_refused_and_nothing_is_written(
    house: House, answers: Answers, how: How, field: str
) -> None:
    before = await written(house)

    with pytest.raises(Invalid) as refused:
        await asked(house, answers, how)

    assert refused.value.field == field
    assert await written(house) == before


# Whose yes is needed besides the client's own.

GUARDIAN = How(given_by=GivenBy.GUARDIAN, assented=True, language="es")


async def a_minor(house: House, born: str | None = None) -> Any:
    async with house.acting(house.ana) as tx:
        case = await intake.take_in_case(
            tx, house.organization, known=Known(legal_name="Inés Duarte", birth_date=born), public_name="Inés D.",
            minor=True,
        )  # fmt: skip
    async with house.watching() as tx:
        await teams.add_to_team(tx, case.id, house.luis, CaseRole.ATTORNEY)
    return case.id


async def test_a_minors_guardian_and_the_minor_agree_and_counsel_confirms(house: House) -> None:
    case = await a_minor(house)

    (proposed,) = await asked(house, Answers(officials=YES), GUARDIAN, case=case)
    assert proposed.state is ConsentState.PROPOSED

    async with house.acting(house.luis) as tx:
        await consents.confirm_consent(tx, proposed.id, expected_revision=0, language="es", privately=True)
    assert set(await stand(house, case)) == {ConsentAudience.OFFICIALS}


async def test_what_counsel_recorded_of_a_minor_has_counsels_yes(house: House) -> None:
    case = await a_minor(house)

    (given,) = await asked(house, Answers(officials=YES), GUARDIAN, by=house.luis, case=case)

    assert given.state is ConsentState.STANDING


@pytest.mark.parametrize(
    ("answers", "how", "field"),
    [
        (Answers(officials=YES), MATEO, "givenBy"),
        (Answers(officials=YES), How(given_by=GivenBy.GUARDIAN, language="es"), "assented"),
        (Answers(press=YES, photo=YES), GUARDIAN, "photo"),
        (Answers(press=YES, full_name=YES), GUARDIAN, "nameForm"),
    ],
    ids=["alone", "without assent", "a photo", "the full name"],
)
async def test_a_minor_gives_no_consent_alone_and_none_to_a_photo_or_the_full_name(
    house: House, answers: Answers, how: How, field: str
) -> None:
    case = await a_minor(house)
    before = await written(house)

    with pytest.raises(Invalid) as refused:
        await asked(house, answers, how, case=case)

    assert refused.value.field == field and await written(house) == before


async def test_a_guardian_against_the_client_permits_nothing_and_it_is_written_down(house: House) -> None:
    case = await a_minor(house)

    made = await asked(
        house, Answers(officials=YES),
        How(given_by=GivenBy.GUARDIAN, guardian_adverse=True, assented=True, language="es"), case=case,
    )  # fmt: skip

    assert made == [] and await stand(house, case) == {}
    async with house.watching() as tx:
        assert await tx.session.scalar(select(ConsentInterview.guardian_adverse)) is True
        assert await tx.session.scalar(select(Task.raised_by).where(Task.case_id == case)) == "guardian_adverse"


async def test_a_minors_consents_lapse_on_the_eighteenth_birthday(house: House) -> None:
    born = house.clock.now.date() + timedelta(days=30)
    case = await a_minor(house, born.replace(year=born.year - 18).isoformat())

    (given,) = await asked(house, Answers(officials=YES), GUARDIAN, by=house.luis, case=case)

    assert given.expires_at == datetime(born.year, born.month, born.day, tzinfo=UTC)
    # And then they are asked themselves.
    house.clock.now = given.expires_at + timedelta(hours=12)
    (own,) = await asked(house, Answers(officials=YES), MATEO, case=case)
    assert own.state is ConsentState.STANDING


async def test_where_capacity_is_in_doubt_nothing_is_public_and_what_was_given_alone_rests(house: House) -> None:
    await asked(house, Answers(officials=YES))

    async with house.acting(house.ana) as tx:
        case = await consents.doubt_capacity(tx, house.case, doubted=True, why="He does not know the day.")
        assert case.no_publicity is True

    assert await stand(house) == {}
    with pytest.raises(Invalid, match="capacity is in doubt"):
        await asked(house, Answers(officials=YES))
    (given,) = await asked(house, Answers(officials=YES), GUARDIAN, by=house.luis)
    assert given.state is ConsentState.STANDING


async def test_that_the_doubt_is_over_counsel_alone_says(house: House) -> None:
    async with house.acting(house.ana) as tx:
        await consents.doubt_capacity(tx, house.case, doubted=True)
    before = await written(house)

    for doubted, refusal in ((True, NotAllowedByState), (False, NotPermitted)):
        with pytest.raises(refusal):
            async with house.acting(house.ana) as tx:
                await consents.doubt_capacity(tx, house.case, doubted=doubted)
    assert await written(house) == before

    async with house.acting(house.luis) as tx:
        case = await consents.doubt_capacity(tx, house.case, doubted=False)
        assert case.no_publicity is True, "it stays until somebody lifts it"
    (given,) = await asked(house, Answers(officials=YES))
    assert given.state is ConsentState.STANDING


async def test_an_advocate_learns_neither_how_it_was_asked_nor_of_a_doubt(house: House) -> None:
    nora = await an_advocate(house)
    await asked(house, Answers(officials=YES), How(given_by=GivenBy.CLIENT, language="es", witness="Luis"))
    async with house.acting(house.ana) as tx:
        await consents.doubt_capacity(tx, house.case, doubted=True, why="He does not know the day.")
    before = await written(house)

    async with house.acting(nora) as tx:
        assert [one.state for one in await tx.session.scalars(select(Consent))] == [ConsentState.PAUSED]
        assert list(await tx.session.scalars(select(ConsentInterview))) == []
        assert list(await tx.session.scalars(select(Safeguard))) == []
    for verb in (
        lambda tx: consents.record_consent_interview(tx, house.case, Answers(officials=YES), MATEO),
        lambda tx: consents.doubt_capacity(tx, house.case, doubted=False),
    ):
        with pytest.raises(NotPermitted):
            async with house.acting(nora) as tx:
                await verb(tx)
    assert await written(house) == before
