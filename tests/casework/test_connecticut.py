"""Connecticut's law as of a day: versions of the Trust Act, a detainer's 48 hours, arrests in state courthouses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from casework import connecticut, times
from schema.detainers import DetainerGround
from schema.reference.connecticut import LawRead, courthouse_rules, state_courts, trust_acts

Z = connecticut.ZONE


def at(wall: str) -> datetime:
    return times.instant(datetime.fromisoformat(wall), Z)


@pytest.mark.parametrize(
    ("received", "version"),
    [
        ("2014-01-01T00:00", "2013"),
        ("2019-09-30T23:59", "2013"),
        ("2019-10-01T00:00", "2019"),
        ("2025-09-30T23:59", "2019"),
        ("2025-10-01T00:00", "2025"),
        ("2026-11-20T09:15", "2025"),
    ],
)
def test_cgs_54_192h_a_detainer_is_read_under_the_version_of_its_day(received: str, version: str) -> None:
    found = connecticut.trust_act(at(received))

    assert found is not None and found.code == version


def test_cgs_54_192h_the_day_is_connecticuts_and_not_that_of_another_clock() -> None:
    # In UTC it is October already.
    late = datetime(2025, 10, 1, 3, 59, tzinfo=UTC)
    first = datetime(2025, 10, 1, 4, 0, tzinfo=UTC)

    assert [found.code for one in (late, first) if (found := connecticut.trust_act(one))] == ["2019", "2025"]


def test_cgs_54_192h_there_was_no_version_before_2014() -> None:
    assert connecticut.trust_act(at("2013-12-31T23:59")) is None


def test_cgs_54_192h_each_version_names_its_own_grounds() -> None:
    grounds = {one.code: set(one.grounds) for one in trust_acts()}

    judged = {
        DetainerGround.JUDICIAL_WARRANT, DetainerGround.TERRORIST_DATABASE, DetainerGround.CLASS_A_OR_B_FELONY,
    }  # fmt: skip
    assert grounds["2019"] == judged
    assert grounds["2025"] == judged | {DetainerGround.ADDED_OFFENSE}
    assert DetainerGround.FINAL_ORDER in grounds["2013"] and DetainerGround.JUDICIAL_WARRANT not in grounds["2013"]


def test_cgs_54_192h_the_thirteen_added_offenses_are_counted_marked_unverified_and_not_invented() -> None:
    (version,) = [one for one in trust_acts() if one.added_offenses]

    assert (version.code, version.added_offenses, version.added_offenses_read) == ("2025", 13, LawRead.UNVERIFIED)
    assert version.read is LawRead.SECONDARY
    assert "unverified" in version.citation


def test_every_version_has_a_citation_both_languages_and_no_day_twice() -> None:
    for laws in (trust_acts(), courthouse_rules()):
        assert all(law.citation and law.says and law.says_es != law.says for law in laws)
        days = [date(2013, 1, 1) + timedelta(days=count) for count in range(5500)]
        assert max(sum(law.holds_on(day) for law in laws) for day in days) == 1


@pytest.mark.parametrize(
    ("begins", "ends", "skipped"),
    [
        # Monday to Wednesday.
        ("2026-11-16T09:15", "2026-11-18T09:15", []),
        # Over a weekend.
        ("2026-11-20T17:00", "2026-11-24T17:00", ["2026-11-21", "2026-11-22"]),
        # Begun on a Saturday: nothing runs before Monday.
        ("2026-11-21T10:00", "2026-11-25T00:00", ["2026-11-21", "2026-11-22"]),
        # Over Thanksgiving, which is a Thursday.
        ("2026-11-25T12:00", "2026-11-30T12:00", ["2026-11-26", "2026-11-28", "2026-11-29"]),
        # Independence Day fell on a Saturday and was kept on the Friday.
        ("2026-07-02T08:00", "2026-07-07T08:00", ["2026-07-03", "2026-07-04", "2026-07-05"]),
        # The clocks go back in a Sunday's night, which does not count anyway.
        ("2026-10-30T20:00", "2026-11-03T20:00", ["2026-10-31", "2026-11-01"]),
        # The last minute counted is the last of a Friday.
        ("2026-11-18T00:00", "2026-11-20T00:00", []),
    ],
)
def test_8_cfr_287_7_d_48_hours_do_not_count_saturdays_sundays_and_holidays(
    begins: str, ends: str, skipped: list[str]
) -> None:
    found = connecticut.expiry(at("2026-01-05T08:00"), at(begins), Z)

    assert times.wall_time(found.at, Z).isoformat(timespec="minutes") == ends
    assert [day.isoformat() for day in found.not_counted] == skipped
    assert found.counted_from == at(begins) and not found.from_receipt


def test_8_cfr_287_7_d_without_the_hour_of_release_they_are_counted_from_receipt_and_it_says_so() -> None:
    found = connecticut.expiry(at("2026-11-16T09:15"), None, Z)

    assert found.from_receipt and found.counted_from == at("2026-11-16T09:15")
    assert found.at == at("2026-11-18T09:15")


def test_8_cfr_287_7_d_what_is_counted_is_always_48_hours_hour_by_hour() -> None:
    """Against a slow count: hour after hour, those on days that count."""
    random = Random(7)
    for _ in range(300):
        begins = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=random.randrange(24 * 900))
        counted, now = 0, begins
        while counted < 48:
            day = times.local_day(now, Z)
            counted += day.weekday() < 5 and times.federal_holiday(day) is None
            now += timedelta(hours=1)

        assert connecticut.expiry(begins, None, Z).at == now


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("235 Church Street, New Haven, CT 06510",), "NH-CHURCH"),
        (("the steps of 235 church st. in new haven",), "NH-CHURCH"),
        (("Courthouse", "235 Church Street", "New Haven"), "NH-CHURCH"),
        (("New Haven Superior Court",), "NH-CHURCH"),
        (("New Haven Superior Court, G.A. 23",), "NH-ELM"),
        (("20 Franklin Square", None, "New Britain"), "NBR-FRANKLIN"),
        (("235 Church Street, Hartford",), None),
        (("1235 Church Street, New Haven",), None),
        (("a car wash in Southington",), None),
        ((None,), None),
        (("",), None),
    ],
)
def test_a_state_courthouse_is_known_by_its_street_and_city_or_by_its_name(
    words: tuple[str | None, ...], code: str | None
) -> None:
    found = connecticut.court_in(*words)

    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2025-10-15T09:00", False), ("2025-11-30T23:59", False), ("2025-12-01T00:00", True), ("2026-11-20T09:00", True)],
)
def test_hb_8004_the_courthouse_rule_is_told_from_its_first_day_on(day: str, holds: bool) -> None:
    court = connecticut.court_of_code("NH-CHURCH")

    assert (connecticut.at_court(court, at(day)) is not None) is holds


def test_hb_8004_is_marked_unverified_and_says_that_foia_prevails() -> None:
    found = connecticut.at_court(connecticut.court_of_code("HFD-LAFAYETTE"), at("2026-01-20T09:00"))

    assert found is not None and found.court.city == "Hartford"
    assert found.rule.read is LawRead.UNVERIFIED and "HB 8004" in found.rule.citation
    assert "freedom of information" in found.rule.says and "judge" in found.rule.says


def test_hb_8004_speaks_of_state_courthouses_alone() -> None:
    assert connecticut.at_court(connecticut.court_in("450 Main Street, Hartford"), at("2026-01-20T09:00")) is None
    assert len({court.code for court in state_courts()}) == len(state_courts()) >= 5
