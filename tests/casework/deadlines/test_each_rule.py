"""Each rule that ships, worked out by hand: under its key and the citation it stands on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.deadlines import Answer, compute, rules

NEW_YORK = "America/New_York"
AS_OF = date(2026, 11, 23)
#: Friday, November 20, 2026, 10:00 in New York.
FRIDAY_AT_TEN = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
NONE, COURT = Answer.NO_LIMIT, Answer.SET_BY_COURT

#: Rule → what it stands on, what happened, what is known, what it comes to, and whether everything was verified.
EXAMPLES: dict[tuple[str, str], tuple[date | datetime, dict[str, Any], Any, bool]] = {
    ("charging_decision", "8 CFR 287.3(d)"): (
        FRIDAY_AT_TEN, {}, datetime(2026, 11, 22, 15, 0, tzinfo=UTC), False
    ),
    ("detainer", "8 CFR 287.7(d)"): (FRIDAY_AT_TEN, {}, datetime(2026, 11, 24, 15, 0, tzinfo=UTC), True),
    ("custody_review_90", "8 CFR 241.4"): (date(2026, 10, 1), {}, date(2026, 12, 30), True),
    # March 30 is a Tuesday; reviews do not move.
    ("custody_review_180", "8 CFR 241.13; Zadvydas"): (date(2026, 10, 1), {}, date(2027, 3, 30), True),
    ("third_country_notice", "ICE memorandum of July 2025"): (
        FRIDAY_AT_TEN, {}, datetime(2026, 11, 20, 21, 0, tzinfo=UTC), False
    ),
    ("class_notice_new_england", "Guerrero Orellana v. Moniz"): (
        date(2026, 11, 2), {"state": "MA"}, date(2026, 11, 16), False
    ),
    ("bond_hearing_fifth_circuit", "a Fifth Circuit panel of 2026-07-02"): (
        date(2026, 9, 1), {"circuit": "5"}, date(2026, 11, 30), False
    ),
    ("locator_record", "ICE Online Detainee Locator System"): (date(2026, 9, 2), {}, date(2026, 11, 1), False),
    ("locator_update", "ICE Online Detainee Locator System"): (
        FRIDAY_AT_TEN, {}, datetime(2026, 11, 20, 23, 0, tzinfo=UTC), False
    ),
    ("bond_request", "8 CFR 1003.19"): (date(2026, 11, 2), {}, NONE, True),
    # Seven days on is Thanksgiving.
    ("bond_request_after_release", "8 CFR 1236.1(d)"): (date(2026, 11, 19), {}, date(2026, 11, 27), True),
    ("bond_request_again", "8 CFR 1003.19(e)"): (date(2026, 11, 2), {}, NONE, True),
    ("bond_where", "8 CFR 1003.19(c)"): (date(2026, 11, 2), {}, NONE, True),
    ("bond_minimum", "8 USC 1226(a)(2)(A)"): (date(2026, 11, 2), {}, NONE, True),
    ("automatic_stay", "8 CFR 1003.19(i)(2)"): (
        date(2026, 11, 25), {"no_bond_or_10000": True}, date(2026, 11, 27), True
    ),
    ("automatic_stay_without_appeal", "8 CFR 1003.6(c)(1)"): (date(2026, 11, 25), {}, date(2026, 12, 10), False),
    ("automatic_stay_without_decision", "8 CFR 1003.6(c)(4)"): (date(2026, 11, 2), {}, date(2027, 1, 31), False),
    ("bond_appeal", "8 CFR 1003.38(b)"): (date(2026, 11, 23), {}, date(2026, 12, 23), True),
    ("bond_payment", "ICE, CeBONDS"): (date(2026, 11, 20), {}, date(2026, 11, 20), False),
    ("bia_appeal", "8 CFR 1003.38(b)"): (date(2026, 3, 6), {}, date(2026, 4, 6), True),
    ("bia_brief", "8 CFR 1003.3(c) by the interim final rule"): (date(2026, 3, 20), {}, date(2026, 4, 9), True),
    ("motion_to_reopen", "8 USC 1229a(c)(7)"): (date(2026, 11, 23), {}, date(2027, 2, 22), True),
    ("motion_to_reconsider", "8 USC 1229a(c)(6)"): (date(2026, 11, 23), {}, date(2026, 12, 23), False),
    ("motion_to_reopen_in_absentia", "8 USC 1229a(b)(5)(C)"): (date(2026, 11, 23), {}, date(2027, 5, 24), False),
    # Thirty days on is Saturday, November 28.
    ("petition_for_review", "8 USC 1252(b)(1)"): (date(2026, 10, 29), {}, date(2026, 11, 30), True),
    ("habeas", "28 USC 2241"): (date(2026, 11, 2), {}, NONE, False),
    ("habeas_return", "28 USC 2243"): (date(2026, 11, 2), {}, date(2026, 11, 5), False),
    ("habeas_return_for_cause", "28 USC 2243"): (date(2026, 11, 2), {}, date(2026, 11, 22), False),
    ("filings_master", "EOIR Policy Manual, app. C"): (
        date(2027, 1, 20), {"detained": False}, date(2027, 1, 5), True
    ),
    ("filings_individual", "EOIR Policy Manual, app. C"): (
        date(2027, 1, 20), {"detained": False}, date(2026, 12, 21), False
    ),
    ("filings_response", "EOIR Policy Manual, app. C"): (
        date(2026, 11, 20), {"detained": False}, date(2026, 11, 30), True
    ),
    ("change_of_address", "8 CFR 1003.15(d)"): (date(2026, 11, 20), {}, date(2026, 11, 25), False),
    ("asylum", "8 USC 1158(a)(2)(B)"): (date(2025, 11, 30), {}, date(2026, 11, 30), True),
    ("credible_fear_review_soon", "8 CFR 1003.42(e)"): (
        FRIDAY_AT_TEN, {}, datetime(2026, 11, 21, 15, 0, tzinfo=UTC), False
    ),
    ("credible_fear_review", "8 CFR 1003.42(e)"): (date(2026, 11, 20), {}, date(2026, 11, 27), False),
    ("reasonable_fear_review", "8 CFR 208.31(g)"): (date(2026, 11, 20), {}, date(2026, 11, 30), True),
    ("fees", "EOIR PM 25-36"): (date(2026, 11, 20), {}, NONE, False),
}  # fmt: skip


def test_every_rule_that_ships_is_worked_out_here() -> None:
    assert {key for key, _ in EXAMPLES} == set(rules())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda pair: f"{pair[0]}: {pair[1]}")
def test_a_rule_comes_to_what_was_worked_out_by_hand(example: tuple[str, str]) -> None:
    (key, citation), (happened, facts, expected, verified) = example, EXAMPLES[example]

    found = compute(key, happened, NEW_YORK, facts, as_of=AS_OF)

    assert found.provision is not None and citation in found.provision.citation
    if isinstance(expected, Answer):
        assert (found.answer, found.due_on, found.due_at) == (expected, None, None)
    else:
        assert found.answer is Answer.DATE
        assert (found.due_at if isinstance(expected, datetime) else found.due_on) == expected
    assert found.verified is verified
    unverified = "Unverified: counsel checks the rule itself before anybody relies on this."
    assert (unverified in found.trace) is not verified


@pytest.mark.parametrize("key", ["filings_master", "filings_individual", "filings_response"])
def test_of_whoever_is_detained_the_court_sets_the_filings_eoir_policy_manual_app_c(key: str) -> None:
    found = compute(key, date(2027, 1, 20), NEW_YORK, {"detained": True}, as_of=AS_OF)

    assert (found.answer, found.due_on) == (COURT, None)
    assert "The court sets this date. Type in what it ordered." in found.trace


def test_a_rule_of_one_place_says_nothing_elsewhere() -> None:
    for key, facts in (("class_notice_new_england", {"state": "LA"}), ("bond_hearing_fifth_circuit", {"circuit": "1"})):
        assert compute(key, date(2026, 9, 1), NEW_YORK, facts, as_of=AS_OF).answer is Answer.NOT_IN_FORCE


def test_the_automatic_stay_says_what_it_hangs_on_8_cfr_1003_19_i_2() -> None:
    unknown = compute("automatic_stay", date(2026, 11, 20), NEW_YORK, as_of=AS_OF)
    small = compute("automatic_stay", date(2026, 11, 20), NEW_YORK, {"no_bond_or_10000": False}, as_of=AS_OF)

    assert unknown.due_on == date(2026, 11, 23)
    assert (
        "It holds only if: the government had held the person without bond, or had set $10,000 or more. Check that."
        in unknown.trace
    )
    assert (small.answer, small.due_on) == (Answer.DOES_NOT_APPLY, None)


def test_amounts_stand_with_what_they_are_for_8_usc_1226_a_2_a_and_eoir_pm_25_36() -> None:
    assert [usd for usd, _ in rules()["bond_minimum"].provisions[0].amounts] == [1500]
    fees = {words.en: usd for usd, words in rules()["fees"].provisions[0].amounts}
    assert fees["appeal to the Board (not of bond)"] == 900 and fees["asylum, and each year it is pending"] == 100
    assert [fees[one] for one in fees if "cancellation" in one] == [600, 1500]


def test_what_must_be_marked_unverified_is_marked() -> None:
    """DOMAIN §2.9, as far as it is about rules."""
    marked = {key for key, rule in rules().items() if any(not one.verified for one in rule.provisions)}
    assert marked >= {
        "charging_decision", "habeas_return", "habeas_return_for_cause", "automatic_stay_without_decision",
        "class_notice_new_england", "third_country_notice", "fees", "filings_individual", "locator_update",
        "bia_appeal", "credible_fear_review", "credible_fear_review_soon", "change_of_address", "bond_payment",
    }  # fmt: skip
