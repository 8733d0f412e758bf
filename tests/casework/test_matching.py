"""Matching explains itself: whom to ask, each with the sentences why, and with what speaks against it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from casework import assignments, cases, intake, matching, people, proceedings, walls
from casework.identities import Known
from casework.refusals import Invalid, NotFound, NotPermitted
from schema.assignments import Scope
from schema.base import new_id
from schema.cases import Case
from schema.organizations import Membership, Role
from schema.people import PersonKind
from schema.proceedings import ProceedingKind
from tests.casework.firms import a_firm, consented, offered
from tests.house import House


async def an_attorney(house: House, name: str, **given: Any) -> UUID:
    person = await house.a_person(name, role=Role.ATTORNEY)
    async with house.watching() as tx:
        await people.record_attorney(tx, person, **{"bar_states": ["CT"], "eoir_registered": True, **given})
    return person


async def suggested(house: House, **given: Any) -> list[matching.Suggestion]:
    async with house.acting(house.ana) as tx:
        return await matching.suggest_counsel(tx, house.case, **given)


async def speaking(house: House, language: str) -> None:
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await cases.update_case(tx, house.case, {"language": language}, expected_revision=case.revision)


async def test_the_likeliest_comes_first_and_each_says_why_and_what_speaks_against_it(house: House) -> None:
    await speaking(house, "sp")
    fits = await an_attorney(
        house, "Vera Blum", languages=["es"], places=["CT", "HAR"], most_cases=2, hours_a_month=10,
        interests=[ProceedingKind.BOND],
    )  # fmt: skip
    far = await an_attorney(
        house, "Noa Katz", languages=["fr"], places=["LA"], most_cases=0, interests=[ProceedingKind.HABEAS],
        wants_mentor=True,
    )  # fmt: skip
    unregistered = await an_attorney(house, "Ida Wall", languages=["es"], places=["CT"], eoir_registered=False)

    found = await suggested(house)

    assert [one.person_id for one in found] == [fits, far, unregistered]
    assert found[0].because == [
        "A member of the bar of CT, registered with EOIR.", "They speak the client's language (Spanish).",
        "They have room for one more case.", "They give about 10 hours a month.", "They go to CT, HAR.",
        "They like to take this kind of proceeding.",
    ]  # fmt: skip
    assert found[0].against == []
    assert found[1].against == [
        "They need an interpreter for the client's language (Spanish).", "They have as many cases as they take.",
        "They do not go to CT, HAR.", "This kind of proceeding is not among those they named.",
        "They want a mentor beside them, and none is named.",
    ]  # fmt: skip
    assert not found[2].entitled.may and found[2].against[0] == "They are not registered with EOIR."


@pytest.mark.parametrize(("code", "name"), [("KEK", "Q’eqchi’"), ("quc", "Kʼicheʼ"), ("CRE", "Haitian Creole")])
async def test_a_language_is_told_by_its_name_and_no_court_s_code(house: House, code: str, name: str) -> None:
    await speaking(house, code)
    await an_attorney(house, "Vera Blum", languages=["en"])

    (found,) = await suggested(house)

    assert f"They need an interpreter for the client's language ({name})." in found.against


async def test_whom_a_wall_keeps_from_the_client_is_not_named_at_all_rule_1_10(house: House) -> None:
    vera, noa = await an_attorney(house, "Vera Blum"), await an_attorney(house, "Noa Katz")
    async with house.acting(house.ana) as tx:
        await walls.raise_wall(tx, house.case, person_id=noa, reason="She acts for the employer.")

    assert [one.person_id for one in await suggested(house)] == [vera]


async def test_whoever_is_asked_or_not_open_to_offers_is_left_out_and_a_no_is_remembered(house: House) -> None:
    await consented(house)
    vera, noa = await an_attorney(house, "Vera Blum"), await an_attorney(house, "Noa Katz")
    closed = await an_attorney(house, "Ida Wall", open_to_offers=False)
    await offered(house, vera)
    offer = await offered(house, noa)
    async with house.acting(noa) as tx:
        await assignments.decline_assignment(tx, offer.id, expected_revision=offer.revision)

    found = await suggested(house)

    assert closed not in {one.person_id for one in found}
    assert [one.person_id for one in found] == [noa]
    assert "They declined this case before." in found[0].against


async def test_room_counts_cases_elsewhere_and_tells_none_of_them(house: House) -> None:
    firm = await a_firm(house)
    await firm.attorney(firm.ines, most_cases=1)
    (before,) = [one for one in await suggested(house) if one.person_id == firm.ines]
    assert "They have room for one more case." in before.because
    async with house.watching() as tx:
        beth = await people.add_person(tx, firm.id, kind=PersonKind.STAFF, name="Beth Lind")
        tx.session.add(Membership(organization_id=firm.id, person_id=beth.id, role=Role.COORDINATOR))
    async with house.acting(beth.id) as tx:
        theirs = await intake.take_in_case(tx, firm.id, known=Known(legal_name="Lucía Paz Soto"))
        offer = await assignments.offer_assignment(
            tx, theirs.id, firm.ines, scope=Scope.ALL, blurb="A mother of two, Spanish-speaking, hearing soon."
        )
    async with house.acting(firm.ines) as tx:
        await assignments.accept_assignment(tx, offer.id, expected_revision=offer.revision)

    (after,) = [one for one in await suggested(house) if one.person_id == firm.ines]

    assert "They have as many cases as they take." in after.against and "Lucía" not in str(after)
    async with house.acting(firm.otto) as tx:
        # Whoever looks for nobody is told nothing.
        assert await tx.session.scalar(text("select counsel_has_room(:who)"), {"who": firm.ines}) is None


async def test_the_court_of_a_habeas_decides_who_may_be_asked_28_usc_1654(house: House) -> None:
    async with house.acting(house.ana) as tx:
        habeas = await proceedings.open_proceeding(
            tx, house.case, kind=ProceedingKind.HABEAS, other_court="District of Connecticut"
        )
    admitted = await an_attorney(house, "Vera Blum", admitted_courts=["ctd"])
    other = await an_attorney(house, "Noa Katz", admitted_courts=["lawd"])

    found = await suggested(house, proceeding_id=habeas.id)

    assert [(one.person_id, one.entitled.may) for one in found] == [(admitted, True), (other, False)]


async def test_only_a_legal_providers_coordinator_is_told_and_only_of_their_own_case(house: House) -> None:
    firm = await a_firm(house)
    await an_attorney(house, "Vera Blum")

    for somebody, refusal in ((house.luis, NotPermitted), (firm.ines, NotFound)):
        with pytest.raises(refusal):
            async with house.acting(somebody) as tx:
                await matching.suggest_counsel(tx, house.case)
    with pytest.raises(Invalid):
        await suggested(house, proceeding_id=new_id())
