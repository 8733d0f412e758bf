"""Wall times become instants only when they name exactly one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import times
from casework.language import LANGUAGES
from casework.refusals import Invalid, TimeDoesNotExist, TimeOccursTwice

NEW_YORK = "America/New_York"
US_ZONES = [
    NEW_YORK,
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
]


def test_the_time_on_the_notice_is_read_in_the_courts_own_zone() -> None:
    assert times.instant(datetime(2026, 12, 2, 9), NEW_YORK) == datetime(2026, 12, 2, 14, tzinfo=UTC)
    assert times.instant(datetime(2026, 7, 2, 9), NEW_YORK) == datetime(2026, 7, 2, 13, tzinfo=UTC)
    assert times.instant(datetime(2026, 7, 2, 9), "America/Phoenix") == datetime(2026, 7, 2, 16, tzinfo=UTC)


def test_a_time_that_the_clocks_jump_over_is_refused() -> None:
    with pytest.raises(TimeDoesNotExist) as refusal:
        times.instant(datetime(2026, 3, 8, 2, 30), NEW_YORK)

    assert refusal.value.wall == datetime(2026, 3, 8, 2, 30)
    assert "does not exist" in refusal.value.message


def test_a_fold_does_not_make_a_skipped_time_exist() -> None:
    with pytest.raises(TimeDoesNotExist):
        times.instant(datetime(2026, 3, 8, 2, 30), NEW_YORK, fold=1)


def test_a_time_that_occurs_twice_is_asked_about_and_then_taken_as_answered() -> None:
    wall = datetime(2026, 11, 1, 1, 30)

    with pytest.raises(TimeOccursTwice):
        times.instant(wall, NEW_YORK)

    assert times.instant(wall, NEW_YORK, fold=0) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert times.instant(wall, NEW_YORK, fold=1) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["America/Phoenix", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam"])
def test_zones_without_summer_time_know_every_time_once(zone: str) -> None:
    for wall in (datetime(2026, 3, 8, 2, 30), datetime(2026, 11, 1, 1, 30)):
        assert times.wall_time(times.instant(wall, zone), zone) == wall


def test_a_zone_nobody_knows_is_refused_in_a_sentence() -> None:
    for name in ("Eastern", "", "../etc/passwd", "America/Nowhere"):
        with pytest.raises(Invalid) as refusal:
            times.instant(datetime(2026, 12, 2, 9), name)
        assert refusal.value.field == "timeZone"


@given(
    wall=st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2036, 1, 1)),
    zone=st.sampled_from(US_ZONES),
    fold=st.sampled_from([0, 1]),
)
def test_every_instant_shows_the_wall_time_it_was_made_from(wall: datetime, zone: str, fold: int) -> None:
    wall = wall.replace(second=0, microsecond=0)
    try:
        at = times.instant(wall, zone, fold=fold)
    except TimeDoesNotExist:
        return
    assert times.wall_time(at, zone) == wall


def test_the_day_before_at_nine_is_nine_on_the_wall_on_both_sundays() -> None:
    for starts in (datetime(2026, 3, 9, 8, 30), datetime(2026, 11, 2, 8, 30)):
        at = times.days_before_at(times.instant(starts, NEW_YORK), NEW_YORK, 1)
        assert times.wall_time(at, NEW_YORK) == datetime.combine(starts.date() - timedelta(days=1), time(9))
    # Eight days over a change of clocks are not 8 × 24 hours.
    starts_at = times.instant(datetime(2026, 11, 4, 9), NEW_YORK)
    assert starts_at - times.days_before_at(starts_at, NEW_YORK, 7) == timedelta(days=7, hours=1)


def test_the_day_is_the_hearings_and_not_the_servers() -> None:
    # 8 PM in Honolulu is the next day in UTC.
    starts_at = times.instant(datetime(2026, 12, 31, 20), "Pacific/Honolulu")
    assert times.wall_time(times.days_before_at(starts_at, "Pacific/Honolulu", 1), "Pacific/Honolulu") == datetime(
        2026, 12, 30, 9
    )


@pytest.mark.parametrize(
    ("zone", "language", "words"),
    [
        (NEW_YORK, "en", "Wednesday, December 2, 2026, 9:00 AM Eastern Time"),
        (NEW_YORK, "es", "miércoles, 2 de diciembre de 2026, a las 9:00 a.m. (hora del Este)"),
        ("America/Phoenix", "en-US", "Wednesday, December 2, 2026, 9:00 AM Arizona Time"),
        ("America/Indiana/Indianapolis", "en", "Wednesday, December 2, 2026, 9:00 AM Eastern Time"),
        ("America/Indiana/Knox", "en", "Wednesday, December 2, 2026, 9:00 AM Central Time"),
        ("America/Anchorage", "es-MX", "miércoles, 2 de diciembre de 2026, a las 9:00 a.m. (hora de Alaska)"),
        ("America/Los_Angeles", "pt-BR", "quarta-feira, 2 de dezembro de 2026, às 9:00 AM (hora do Pacífico)"),
        ("America/Boise", "ht", "mèkredi 2 desanm 2026, a 9:00 AM (lè Mòn yo)"),
        # No words in that language yet: English, rather than nothing.
        ("Pacific/Honolulu", "quc", "Wednesday, December 2, 2026, 9:00 AM Hawaii Time"),
    ],
)
def test_an_instant_is_said_with_its_day_and_the_name_of_its_zone(zone: str, language: str, words: str) -> None:
    assert times.said(times.instant(datetime(2026, 12, 2, 9), zone), zone, language) == words


def test_one_o_clock_is_singular_in_spanish() -> None:
    assert "a la 1:00 p.m." in times.said(times.instant(datetime(2026, 12, 2, 13), NEW_YORK), NEW_YORK, "es")


def test_the_short_form_fits_a_subject_line() -> None:
    at = times.instant(datetime(2026, 12, 2, 9), NEW_YORK)
    assert times.said_shortly(at, NEW_YORK, "en") == "Wed, Dec 2, 9:00 AM ET"
    assert times.said_shortly(at, NEW_YORK, "es") == "mié 2 de dic, 9:00 a.m. ET"
    assert times.said_shortly(at, NEW_YORK, "en", hour_known=False) == "Wed, Dec 2"


@pytest.mark.parametrize(
    ("language", "short", "named"),
    [
        ("en", "Sat, Dec 5, 1:00 PM ET", "Sat, Dec 5, 1:00 PM Eastern Time"),
        ("es", "sáb 5 de dic, 1:00 p.m. ET", "sáb 5 de dic, 1:00 p.m. hora del Este"),
        ("pt", "sáb, 5 de dez, 1:00 PM ET", "sáb, 5 de dez, 1:00 PM hora do Leste"),
        ("ht", "samdi 5 desanm, 1:00 PM ET", "samdi 5 desanm, 1:00 PM lè Lès"),
    ],
)
def test_the_short_form_has_its_zone_in_letters_or_by_name(language: str, short: str, named: str) -> None:
    at = times.instant(datetime(2026, 12, 5, 13), NEW_YORK)
    assert times.said_shortly(at, NEW_YORK, language) == short
    assert times.said_shortly(at, NEW_YORK, language, named=True) == named


def test_creole_has_every_day_and_month_of_its_own_and_none_of_frenchs() -> None:
    days = [times.weekday(date(2026, 11, 30) + timedelta(days=one), "ht") for one in range(7)]
    months = [times.day(date(2026, month, 2), "ht").removeprefix("2 ") for month in range(1, 13)]

    assert days == ["lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"]
    assert months == [
        "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm",
    ]  # fmt: skip
    assert times.full_day(date(2027, 1, 1), "ht") == "1ye janvye 2027"
    assert times.day(date(2027, 1, 1), "ht", beside=date(2026, 12, 30)) == "1ye janvye 2027"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("zone", US_ZONES)
def test_every_zone_of_our_courts_has_a_name_in_every_language_of_letters(zone: str, language: str) -> None:
    at = times.instant(datetime(2026, 7, 2, 9), zone)
    word = times.zone_word(at, zone, language)
    assert word and not any(digit in word for digit in "0123456789+-")
    assert language == "en" or word != times.zone_word(at, zone, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_the_doubled_hour_says_which_one(language: str) -> None:
    wall = datetime(2026, 11, 1, 1, 30)
    first, second = (times.said(times.instant(wall, NEW_YORK, fold=fold), NEW_YORK, language) for fold in (0, 1))
    assert first != second


@pytest.mark.parametrize("zone", US_ZONES)
def test_every_zone_of_our_courts_has_letters(zone: str) -> None:
    letters = times.zone_letters(times.instant(datetime(2026, 7, 2, 9), zone), zone)
    assert letters.isalpha() and 2 <= len(letters) <= 4


@pytest.mark.parametrize(
    ("zone", "letters"),
    [
        # The same table stands in frontend/src/language/times.test.ts: pages, letters and calendars say one thing.
        ("America/New_York", "ET"), ("America/Detroit", "ET"), ("America/Indiana/Knox", "CT"),
        ("America/Chicago", "CT"), ("America/Denver", "MT"), ("America/Phoenix", "MST"),
        ("America/Los_Angeles", "PT"), ("America/Anchorage", "AKT"), ("Pacific/Honolulu", "HST"),
        ("America/Puerto_Rico", "AST"), ("Pacific/Guam", "ChST"), ("UTC", "UTC"),
    ],
)  # fmt: skip
def test_the_letters_of_a_zone_are_the_same_in_winter_and_summer(zone: str, letters: str) -> None:
    for month in (7, 12):
        assert times.zone_letters(datetime(2026, month, 2, 14, tzinfo=UTC), zone) == letters


def test_in_the_doubled_hour_the_letters_say_which_one() -> None:
    hours = [datetime(2026, 11, 1, hour, 30, tzinfo=UTC) for hour in (4, 5, 6, 7)]
    assert [times.said_shortly(at, NEW_YORK, "en").rpartition(", ")[2] for at in hours] == [
        "12:30 AM ET", "1:30 AM EDT", "1:30 AM EST", "2:30 AM ET",
    ]  # fmt: skip


def test_in_the_doubled_hour_the_words_say_which_one() -> None:
    wall = datetime(2026, 11, 1, 1, 30)
    assert "Eastern Daylight Time" in times.said(times.instant(wall, NEW_YORK, fold=0), NEW_YORK, "en")
    assert "Eastern Standard Time" in times.said(times.instant(wall, NEW_YORK, fold=1), NEW_YORK, "en")


def test_a_day_of_another_year_than_it_is_read_in_says_its_year() -> None:
    holiday = date(2027, 1, 1)
    assert times.day(holiday, "en", beside=date(2027, 3, 1)) == "January 1"
    assert times.day(holiday, "en", beside=date(2026, 12, 30)) == "January 1, 2027"
    assert times.day(holiday, "es", beside=date(2026, 12, 30)) == "1 de enero de 2027"
