"""Who may get a bond hearing, as arguments as of a place and a date (DOMAIN §2.6)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from casework.bond import UNKNOWN, Eligibility, Gap, Grounds, Place, Stance, eligibility
from schema.bond import ChargesFlag, CustodyBasis, MannerOfEntry
from schema.reference.bond import BurdenOn, Side, authorities, burdens

PLYMOUTH = Place("MA", "D. Mass.", "1")
ALEXANDRIA = Place("LA", "W.D. La.", "5")
NEWARK = Place("NJ", "D.N.J.", "3")
#: Arrested far from the border, as Mateo R. was.
UNINSPECTED = Grounds(
    basis=CustodyBasis.INA_235_B_2, entry=MannerOfEntry.WITHOUT_INSPECTION, charges=ChargesFlag.NOT_LISTED
)


def said(found: Eligibility, side: Side) -> set[str]:
    return {one.authority.id for one in found.arguments if one.authority.side is side}


def test_plymouth_before_yajure_hurtado_the_memo_stands_against_8_usc_1226_a() -> None:
    found = eligibility(PLYMOUTH, date(2025, 8, 20), UNINSPECTED)

    assert found.stance is Stance.CONTESTED
    assert said(found, Side.FOR) == {"ina-236-a"}
    assert said(found, Side.AGAINST) == {"dhs-memo-2025-07-08"}


def test_plymouth_after_29_i_n_dec_216_the_board_stands_against_it_too() -> None:
    found = eligibility(PLYMOUTH, date(2025, 9, 10), UNINSPECTED)

    assert found.stance is Stance.CONTESTED
    assert said(found, Side.AGAINST) == {"dhs-memo-2025-07-08", "yajure-hurtado"}
    assert said(found, Side.FOR) == {"ina-236-a"}


@pytest.mark.parametrize(("day", "holds"), [(date(2025, 9, 4), False), (date(2025, 9, 5), True)])
def test_29_i_n_dec_216_holds_from_its_own_day(day: date, holds: bool) -> None:
    assert ("yajure-hurtado" in said(eligibility(PLYMOUTH, day), Side.AGAINST)) is holds


def test_plymouth_after_guerrero_orellana_v_moniz_and_maldonado_bautista_v_santacruz() -> None:
    found = eligibility(PLYMOUTH, date(2025, 12, 20), UNINSPECTED)

    assert found.stance is Stance.CONTESTED
    assert said(found, Side.FOR) == {"ina-236-a", "guerrero-orellana", "maldonado-bautista"}
    assert said(found, Side.AGAINST) == {"dhs-memo-2025-07-08", "yajure-hurtado"}
    assert found.burden is not None and found.burden.on is BurdenOn.GOVERNMENT


@pytest.mark.parametrize("state", ["MA", "RI", "ME", "NH"])
def test_the_class_of_guerrero_orellana_v_moniz_is_of_four_states(state: str) -> None:
    assert "guerrero-orellana" in said(eligibility(Place(state, None, "1"), date(2025, 12, 20)), Side.FOR)


def test_the_class_of_guerrero_orellana_v_moniz_is_of_no_other_state_of_the_circuit() -> None:
    assert "guerrero-orellana" not in said(eligibility(Place("PR", "D.P.R.", "1"), date(2025, 12, 20)), Side.FOR)


def test_alexandria_after_buenrostro_mendez_v_bondi() -> None:
    found = eligibility(ALEXANDRIA, date(2026, 2, 10), UNINSPECTED)

    assert found.stance is Stance.CONTESTED
    assert said(found, Side.AGAINST) == {
        "dhs-memo-2025-07-08", "yajure-hurtado", "chief-judge-2026-01-13", "buenrostro-mendez"
    }  # fmt: skip
    # The order that vacated Hurtado came eight days later.
    assert said(found, Side.FOR) == {"ina-236-a", "maldonado-bautista"}
    assert found.burden is not None and found.burden.on is BurdenOn.DETAINED_PERSON


def test_buenrostro_mendez_v_bondi_reaches_no_other_circuit() -> None:
    assert "buenrostro-mendez" not in said(eligibility(PLYMOUTH, date(2026, 2, 10)), Side.AGAINST)


def test_in_the_fifth_circuit_a_second_panel_asks_for_a_hearing_within_90_days_from_2026_07_02() -> None:
    before, after = (eligibility(ALEXANDRIA, day, UNINSPECTED) for day in (date(2026, 7, 1), date(2026, 7, 2)))

    assert said(after, Side.FOR) - said(before, Side.FOR) == {"fifth-circuit-90-days"}


def test_newark_in_mid_2026_the_third_circuit_is_for_it_and_marked_as_unverified() -> None:
    found = eligibility(NEWARK, date(2026, 7, 1), UNINSPECTED)

    (third,) = [one.authority for one in found.arguments if one.authority.id == "third-circuit-2026"]
    assert third.side is Side.FOR and third.unverified and third.day
    assert found.stance is Stance.CONTESTED
    assert {"supreme-court-asked"} <= said(found, Side.OPEN)


def test_the_first_circuit_in_mid_2026_is_a_question_and_no_answer() -> None:
    found = eligibility(PLYMOUTH, date(2026, 7, 1), UNINSPECTED)

    assert "other-circuits-2026" in said(found, Side.OPEN)


def test_of_a_place_in_an_unknown_circuit_only_what_holds_everywhere_is_said_and_no_burden() -> None:
    found = eligibility(Place("TX", None, None), date(2026, 7, 10), UNINSPECTED)

    assert all(one.authority.where.everywhere for one in found.arguments)
    assert "buenrostro-mendez" not in said(found, Side.AGAINST)
    assert found.burden is None
    assert Gap.CIRCUIT in found.gaps


def test_of_nobody_knows_where_the_place_itself_is_the_gap() -> None:
    found = eligibility(None, date(2026, 7, 10))

    assert found.gaps[0] is Gap.PLACE
    assert all(one.authority.where.everywhere for one in found.arguments)


def test_without_counsel_s_facts_each_argument_says_of_whom_it_speaks() -> None:
    found = eligibility(PLYMOUTH, date(2025, 9, 10), UNKNOWN)

    assert {one.authority.id for one in found.arguments if not one.if_theirs} == set()
    assert {"q-li", "yajure-hurtado", "laken-riley", "ina-241"} <= said(found, Side.AGAINST)
    assert {Gap.ENTRY, Gap.BASIS, Gap.CHARGES} <= set(found.gaps)


def test_matter_of_q_li_29_i_n_dec_66_is_said_of_who_was_arrested_while_arriving_and_of_no_other() -> None:
    arriving = eligibility(PLYMOUTH, date(2025, 8, 20), Grounds(entry=MannerOfEntry.ARRIVING))
    uninspected = eligibility(PLYMOUTH, date(2025, 8, 20), Grounds(entry=MannerOfEntry.WITHOUT_INSPECTION))

    assert "q-li" in said(arriving, Side.AGAINST) and "dhs-memo-2025-07-08" not in said(arriving, Side.AGAINST)
    assert "q-li" not in said(uninspected, Side.AGAINST)


@pytest.mark.parametrize(("charges", "said_of_them"), [(ChargesFlag.LISTED, True), (ChargesFlag.NOT_LISTED, False)])
def test_the_laken_riley_act_is_said_where_a_charge_is_listed(charges: ChargesFlag, said_of_them: bool) -> None:
    found = eligibility(PLYMOUTH, date(2025, 8, 20), Grounds(charges=charges))

    assert ("laken-riley" in said(found, Side.AGAINST)) is said_of_them
    assert "laken-riley" not in said(eligibility(PLYMOUTH, date(2025, 1, 28)), Side.AGAINST)


def test_after_a_final_order_8_usc_1231_a_2_stands_alone() -> None:
    found = eligibility(
        PLYMOUTH, date(2026, 2, 10), Grounds(basis=CustodyBasis.INA_241, charges=ChargesFlag.NOT_LISTED)
    )

    assert said(found, Side.AGAINST) == {"ina-241"}
    assert found.stance is Stance.ARGUMENTS_AGAINST


def test_it_is_recomputed_as_of_any_day_and_place_and_is_the_same_each_time() -> None:
    asked = [(place, date(year, 6, 1)) for place in (PLYMOUTH, ALEXANDRIA, NEWARK, None) for year in range(1990, 2031)]

    assert [eligibility(*one) for one in asked] == [eligibility(*one) for one in reversed(asked)][::-1]
    assert eligibility(PLYMOUTH, date(1990, 6, 1)).stance is Stance.NONE_KNOWN


def test_no_word_of_it_says_that_somebody_is_eligible() -> None:
    told = [word for one in authorities() for word in (one.says, one.es, one.status, one.name)]
    told += [word for one in burdens() for word in (one.says, one.es, one.name)]

    assert [text for text in told if re.search(r"eligib|elegib", text, re.IGNORECASE)] == []
    assert "eligible" not in {stance.value for stance in Stance}


def test_what_is_not_read_in_its_source_says_so() -> None:
    for one in authorities():
        assert one.name and one.says and one.es and one.status, one.id
        assert one.in_force_until is None or one.in_force_from < one.in_force_until, one.id
    ids = [one.id for one in (*authorities(), *burdens())]
    assert len(ids) == len(set(ids))
    assert {one.id for one in authorities() if one.unverified} >= {
        "guerrero-orellana", "other-circuits-2026", "second-circuit-2026", "third-circuit-2026", "fifth-circuit-90-days"
    }  # fmt: skip
