"""Offers: to several at once, until a day, with a summary that identifies nobody; who is first is taken."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from casework import assignments, custody, own_dates, people
from casework.refusals import Invalid, NotAllowedByState, NotCleared, Refusal
from schema.assignments import Assignment, AssignmentState, Scope
from schema.attorneys import Accreditation, Attorney, Qualification
from schema.base import new_id
from schema.cases import Case, Stage
from schema.custody import Source
from schema.facilities import Facility
from schema.notices import LetterKind, NoticeState
from schema.occasions import OccasionKind
from schema.organizations import Role
from schema.people import PersonKind
from tests.casework.firms import (
    BLURB,
    a_firm,
    a_master_hearing,
    accepted,
    again,
    as_the_house,
    checking,
    consented,
    offered,
    said_yes,
    seats,
    sent,
    tasks_of,
    trail,
)
from tests.casework.test_check_ins import a_check_in, release
from tests.house import NEW_YORK, House


async def _colleague(house: House, name: str) -> UUID:
    person = await house.a_person(name, role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, person, bar_states=["CT"], eoir_registered=True)
    return person


async def _offers(house: House) -> int:
    async with house.watching() as tx:
        return await tx.session.scalar(select(func.count()).select_from(Assignment)) or 0


async def test_three_are_asked_at_once_and_the_first_for_whom_the_file_opens_is_taken(house: House) -> None:
    asked = [await _colleague(house, name) for name in ("Vera Blum", "Noa Katz", "Ida Wall")]
    async with house.acting(house.ana) as tx:
        offers = await assignments.offer_assignments(
            tx, house.case, asked, scope=Scope.ALL, blurb=BLURB, answer_by=date(2026, 11, 27), hours=20
        )
    assert len({one.round_id for one in offers}) == 1
    assert {one.expires_at.isoformat() for one in offers if one.expires_at} == {"2026-11-28T05:00:00+00:00"}
    assert len(await house.rows(kind=LetterKind.ASSIGNMENT_OFFERED)) == 3

    await said_yes(house, offers[1])

    assert [(await again(house, one)).state for one in offers] == [
        AssignmentState.WITHDRAWN, AssignmentState.ACCEPTED, AssignmentState.WITHDRAWN,
    ]  # fmt: skip
    assert (await again(house, offers[0])).ending_reason == "placed"
    unsent = await house.rows(kind=LetterKind.ASSIGNMENT_OFFERED, state=NoticeState.PLANNED)
    assert unsent == []
    with pytest.raises(NotAllowedByState, match="answered or withdrawn"):
        await said_yes(house, await again(house, offers[0]))


async def test_where_co_counsel_are_wanted_nobodys_yes_takes_the_others_offers_back(house: House) -> None:
    asked = [await _colleague(house, name) for name in ("Vera Blum", "Noa Katz")]
    async with house.acting(house.ana) as tx:
        offers = await assignments.offer_assignments(tx, house.case, asked, scope=Scope.ALL, blurb=BLURB, several=True)

    for one in offers:
        await said_yes(house, one)

    assert {(await again(house, one)).state for one in offers} == {AssignmentState.ACCEPTED}
    assert [len(await seats(house, one)) for one in asked] == [1, 1]


async def test_one_who_may_not_appear_and_nobody_is_asked(house: House) -> None:
    vera = await _colleague(house, "Vera Blum")
    noa = await house.a_person("Noa Katz", role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, noa, bar_states=["CT"], eoir_registered=False)
    before = await _offers(house)

    with pytest.raises(Invalid, match=r"Noa Katz can't appear there yet: They are not registered with EOIR\.") as no:
        async with house.acting(house.ana) as tx:
            await assignments.offer_assignments(tx, house.case, [vera, noa], scope=Scope.ALL, blurb=BLURB)

    assert no.value.field == "attorneyIds" and "8 CFR 1292.1(f)" in no.value.message
    assert await _offers(house) == before
    assert await house.rows(kind=LetterKind.ASSIGNMENT_OFFERED) == []


async def test_nobody_outside_is_asked_without_the_clients_consent_to_seek_counsel(house: House) -> None:
    firm = await a_firm(house)

    with pytest.raises(NotCleared):
        await offered(house, firm.ines)

    assert await _offers(house) == 0
    await consented(house)
    assert (await offered(house, firm.ines)).state is AssignmentState.OFFERED


@pytest.mark.parametrize(
    "blurb",
    [
        "Mateo needs somebody who speaks Spanish at his bond hearing.",
        "A young man of the Rivera family, held in New England, needs counsel.",
        "A-number 201 345 678: a young man held in New England, bond hearing soon.",
        "Case 10001: a young man held in New England, bond hearing very soon.",
    ],
)
async def test_a_summary_that_identifies_is_refused_and_nothing_is_offered(house: House, blurb: str) -> None:
    from casework import cases

    vera = await _colleague(house, "Vera Blum")
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await cases.update_case(tx, house.case, {"a_numbers": ["201345678"]}, expected_revision=case.revision)

    with pytest.raises(Invalid) as no:
        async with house.acting(house.ana) as tx:
            await assignments.offer_assignment(tx, house.case, vera, scope=Scope.ALL, blurb=blurb)

    assert no.value.field == "blurb"
    assert await _offers(house) == 0
    async with house.watching() as tx:
        assert (await tx.session.get_one(Case, house.case)).stage is Stage.INTAKE


async def test_an_expired_offer_is_not_accepted_and_nothing_changes(house: House) -> None:
    vera = await _colleague(house, "Vera Blum")
    offer = await offered(house, vera, answer_by=date(2026, 11, 24))
    house.clock.forward(days=2)

    with pytest.raises(NotAllowedByState, match="This offer has lapsed"):
        await said_yes(house, offer)

    now = await again(house, offer)
    assert (now.state, now.revision, now.answered_at) == (AssignmentState.OFFERED, 0, None)
    assert await seats(house, vera) == []


async def test_what_nobody_answered_lapses_and_whoever_looks_after_the_case_is_asked_to_offer_it_anew(
    house: House,
) -> None:
    vera, noa = await _colleague(house, "Vera Blum"), await _colleague(house, "Noa Katz")
    async with house.acting(house.ana) as tx:
        offers = await assignments.offer_assignments(
            tx, house.case, [vera, noa], scope=Scope.ALL, blurb=BLURB, answer_by=date(2026, 11, 24)
        )
    assert await as_the_house(house, assignments.lapse) == 0
    house.clock.forward(days=2)

    assert await as_the_house(house, assignments.lapse) == 2
    assert await as_the_house(house, assignments.lapse) == 0

    assert {(await again(house, one)).state for one in offers} == {AssignmentState.LAPSED}
    assert await tasks_of(house, "offers_lapsed") == [
        ("Nobody answered the offers of this case in time: offer it to others.", house.ana)
    ]
    # Asked again, they may say yes.
    assert (await said_yes(house, await offered(house, vera))).state is AssignmentState.ACCEPTED


@pytest.mark.parametrize("at_liberty", [False, True])
async def test_an_offer_tells_the_next_date_of_who_is_held_and_no_date_of_who_is_at_liberty_nor_a_check_in_3_3(
    house: House, at_liberty: bool
) -> None:
    firm = await a_firm(house)
    if at_liberty:
        await release(house)
        await a_check_in(house, datetime(2026, 11, 30, 10))
    await consented(house)

    offer = await offered(house, firm.ines)

    async with house.acting(firm.ines) as tx:
        shown = await assignments.offer_shown(tx, await tx.session.get_one(Assignment, offer.id))
    told = (None, None) if at_liberty else (OccasionKind.BOND_HEARING, date(2026, 12, 2))
    assert (shown.next_hearing_kind, shown.next_hearing_date) == told


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2027, 3, 1)])
async def test_a_day_that_is_past_or_far_off_is_refused(house: House, day: date) -> None:
    vera = await _colleague(house, "Vera Blum")

    with pytest.raises(Invalid) as no:
        await offered(house, vera, answer_by=day)

    assert no.value.field == "answerBy" and await _offers(house) == 0


async def test_bond_only_leaves_the_master_hearing_uncovered_and_somebody_is_told_8_cfr_1003_19_d(
    house: House,
) -> None:
    await a_master_hearing(house)
    vera = await _colleague(house, "Vera Blum")

    await accepted(house, vera, Scope.BOND_ONLY)

    (told,) = await tasks_of(house, "uncovered")
    assert told[0].startswith("Nobody stands up in the hearing of Thu, Dec 3") and told[1] == house.ana
    # The bond hearing is covered, and rings nobody. Taken on for everything, the alarm is over.
    await accepted(house, await _colleague(house, "Noa Katz"), Scope.ALL)
    assert await tasks_of(house, "uncovered") == []
    assert len(await tasks_of(house, "uncovered", done=True)) == 1


async def test_a_no_with_a_date_ahead_is_told_to_whoever_looks_after_the_case_once(house: House) -> None:
    firm = await a_firm(house)
    await consented(house)
    for _ in range(2):
        offer = await offered(house, firm.ines)
        async with house.acting(firm.ines) as tx:
            await assignments.decline_assignment(tx, offer.id, expected_revision=offer.revision, reason="No time.")

    assert len(await tasks_of(house, "uncovered")) == 1
    assert [entry.actor_id for entry in await trail(house, "assignment.declined")] == [firm.ines, firm.ines]


async def test_what_is_recorded_of_attorneys_is_checked_and_nothing_is_half_saved(house: House) -> None:
    vera = await _colleague(house, "Vera Blum")
    stranger = (await a_firm(house)).otto
    wrong = (
        {"bar_states": ["Connecticut"]},
        {"bar_states": ["CT"], "most_cases": -1},
        {"bar_states": ["CT"], "hours_a_month": 1_000},
        {"bar_states": ["CT"], "accreditation": Accreditation.FULL},
        {"bar_states": ["CT"], "conflicts_contact_id": stranger},
        {"qualification": Qualification.LAW_STUDENT, "supervisor_id": stranger},
    )
    for given in wrong:
        with pytest.raises(Refusal):
            async with house.acting(vera) as tx:
                await people.record_attorney(tx, vera, **given)  # type: ignore[arg-type]

    async with house.watching() as tx:
        kept = await tx.session.get_one(Attorney, vera)
        assert (kept.bar_states, kept.most_cases, kept.accreditation, kept.conflicts_contact_id) == (
            ["CT"], None, None, None,
        )  # fmt: skip


async def _held_at_plymouth(house: House, *sources: Source) -> None:
    """Each source says so."""
    async with house.watching() as tx:
        plymouth = await tx.session.scalar(select(Facility.id).where(Facility.code == "PLYMOMA"))
        if plymouth is None:
            plymouth = new_id()
            tx.session.add(Facility(id=plymouth, code="PLYMOMA", name="Plymouth", state="MA", time_zone=NEW_YORK))
    for source in sources:
        async with house.acting(house.ana) as tx:
            await custody.record_custody(tx, house.case, facility_id=plymouth, source=source)


async def _shown(house: House, offer: Assignment, who: UUID) -> assignments.OfferShown:
    async with house.acting(who) as tx:
        return await assignments.offer_shown(tx, await tx.session.get_one(Assignment, offer.id))


async def test_an_offer_made_before_a_release_tells_no_date_and_no_region_after_it_and_its_words_are_to_be_read_again(
    house: House,
) -> None:
    firm = await a_firm(house)
    await consented(house)
    await _held_at_plymouth(house, Source.LOCATOR, Source.FAMILY)
    offer = await offered(house, firm.ines)
    before = await _shown(house, offer, firm.ines)
    assert (before.region, before.next_hearing_date, before.remote) == ("MA", date(2026, 12, 2), False)

    await release(house)

    after = await _shown(house, offer, firm.ines)
    assert (after.region, after.next_hearing_kind, after.next_hearing_date, after.remote) == (None, None, None, None)
    assert after.language == before.language
    assert [owner for _, owner in await tasks_of(house, "offers_read_again")] == [house.ana]


async def test_a_release_of_a_case_that_nobody_is_asked_about_asks_nobody_to_read_an_offer(house: House) -> None:
    await release(house)

    assert await tasks_of(house, "offers_read_again") == []


async def test_an_offer_follows_a_hearing_that_is_moved(house: House) -> None:
    firm = await a_firm(house)
    await consented(house)
    offer = await offered(house, firm.ines)

    await house.move(datetime(2026, 12, 9, 9))

    assert (await _shown(house, offer, firm.ines)).next_hearing_date == date(2026, 12, 9)


async def test_an_offer_tells_the_region_only_once_two_sources_agree_on_the_place(house: House) -> None:
    firm = await a_firm(house)
    await consented(house)
    offer = await offered(house, firm.ines)
    await _held_at_plymouth(house, Source.LOCATOR)
    assert (await _shown(house, offer, firm.ines)).region is None

    await _held_at_plymouth(house, Source.FAMILY)

    assert (await _shown(house, offer, firm.ines)).region == "MA"


async def test_what_an_offer_tells_is_told_to_nobody_else_and_to_nobody_once_it_is_answered(house: House) -> None:
    firm = await a_firm(house)
    await consented(house)
    offer = await offered(house, firm.ines)
    asked = text("select offer_tells(:id)")
    told = {}
    for who in (firm.ines, house.ana, firm.otto):
        async with house.acting(who) as tx:
            told[who] = await tx.session.scalar(asked, {"id": offer.id})
    assert told[firm.otto] is None and told[firm.ines] == told[house.ana]
    assert told[firm.ines]["next_hearing_date"] == "2026-12-02"
    async with house.acting(firm.ines) as tx:
        await assignments.decline_assignment(tx, offer.id, expected_revision=offer.revision)

    async with house.acting(firm.ines) as tx:
        assert await tx.session.scalar(asked, {"id": offer.id}) is None


async def test_who_was_offered_a_case_already_or_has_taken_it_is_told_by_name(house: House) -> None:
    vera, noa = await _colleague(house, "Vera Blum"), await _colleague(house, "Noa Katz")
    offer = await offered(house, vera)
    before = await _offers(house)

    with pytest.raises(NotAllowedByState, match="This case was offered to Vera Blum already") as already:
        async with house.acting(house.ana) as tx:
            await assignments.offer_assignments(tx, house.case, [noa, vera], scope=Scope.ALL, blurb=BLURB)
    await said_yes(house, offer)
    with pytest.raises(NotAllowedByState, match="Vera Blum has taken this case already"):
        await offered(house, vera)

    assert already.value.said("es").startswith("Este caso ya se le ofreció a Vera Blum.")
    assert await _offers(house) == before


@pytest.mark.parametrize(
    "words",
    [
        "His sister Yolanda keeps in touch; a young man, bond hearing very soon.",
        "A young man who worked at Petrini's; Spanish-speaking, bond hearing soon.",
        "A young man arrested at the Main Street Car Wash; bond hearing very soon.",
        "Attacked by Grimaldi, he needs somebody at his bond hearing very soon.",
        "His mother Rosa asks for somebody at his bond hearing, which is very soon.",
    ],
)
async def test_relatives_employers_and_other_parties_of_a_sheet_are_refused_in_a_summary(
    house: House, words: str
) -> None:
    firm = await a_firm(house)
    await consented(house)
    assignment = await checking(house, firm)
    await sent(
        house, assignment, by_hand=True, relatives=["Yolanda Cruz (sister)"],
        employers=["Petrini Landscaping LLC", "The Main Street Car Wash, Inc."], adverse_parties=["Officer Grimaldi"],
    )  # fmt: skip
    async with house.watching() as tx:
        case = await tx.session.get_one(Case, house.case)
        contact = await people.add_person(
            tx, case.lead_organization_id, kind=PersonKind.FAMILY_CONTACT, name="Rosa Rivera", email="rosa@home.test"
        )
        kept = own_dates.contact(tx, case.id, contact.id)
        kept.relation, kept.named_by_client = "mother", True
        tx.session.add(kept)
    vera, before = await _colleague(house, "Vera Blum"), await _offers(house)

    with pytest.raises(Invalid, match=r"The summary must not identify the client") as no:
        async with house.acting(house.ana) as tx:
            await assignments.offer_assignment(tx, house.case, vera, scope=Scope.ALL, blurb=words)

    assert no.value.field == "blurb" and await _offers(house) == before
    # What any trade or family has in its name tells of no one.
    async with house.acting(house.ana) as tx:
        await assignments.offer_assignment(
            tx, house.case, vera, scope=Scope.ALL,
            blurb="A young man who worked in landscaping, then in a car wash; his sister keeps in touch.",
        )  # fmt: skip
