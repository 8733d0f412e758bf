"""Reading cells: what people type becomes a value, or a sentence that says how to write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.imports import cells
from casework.imports.problems import CellProblem
from schema.custody import ReleaseReason
from schema.occasions import Medium


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("A900055942", ("900055942",)),
        ("A-012 345 678", ("012345678",)),
        ("a1234567", ("001234567",)),
        (12345678.0, ("012345678",)),
        ('="008765432"', ("008765432",)),
        ("A012345678; A087654321", ("012345678", "087654321")),
        ("", ()),
        ("unknown", ()),
    ],
)
def test_a_numbers_become_nine_digits(typed: Any, numbers: tuple[str, ...]) -> None:
    assert cells.a_numbers(typed) == numbers


@pytest.mark.parametrize("typed", ["A12345", "1234567890", "9.00056E+08", "A12B45678"])
def test_what_is_no_a_number_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(CellProblem) as refused:
        cells.a_numbers(typed)

    assert typed not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2026-03-08T09:00-0500", datetime(2026, 3, 8, 14, 0, tzinfo=UTC)),
        ("2026-03-08T14:00Z", datetime(2026, 3, 8, 14, 0, tzinfo=UTC)),
        ("2026-03-08 09:00", datetime(2026, 3, 8, 15, 0, tzinfo=UTC)),
        ("3/8/2026 9:00 AM", datetime(2026, 3, 8, 15, 0, tzinfo=UTC)),
        ("3/8/26 1:30 pm", datetime(2026, 3, 8, 19, 30, tzinfo=UTC)),
        (datetime(2026, 3, 8, 9, 0), datetime(2026, 3, 8, 15, 0, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 6, 0, tzinfo=UTC)),
    ],
)
def test_times_are_read_as_typed_in_the_zone_of_the_place(typed: Any, instant: datetime) -> None:
    found = cells.moment(typed)

    assert found is not None
    # El Paso: on March 8 the clocks there jump forward at two, so nine is six hours behind.
    assert found.instant("America/Denver") == instant


def test_a_time_that_the_clocks_skip_is_refused_and_one_that_occurs_twice_is_asked_about() -> None:
    skipped, twice = cells.moment("2026-03-08 02:30"), cells.moment("2026-11-01 01:30")
    assert skipped and twice

    with pytest.raises(CellProblem, match="does not exist in"):
        skipped.instant("America/New_York")
    with pytest.raises(CellProblem, match=r"occurs twice in America/New_York\. Write the offset"):
        twice.instant("America/New_York")
    with pytest.raises(CellProblem, match="the zone is not known"):
        twice.instant(None)


def test_a_written_offset_says_which_of_two_equal_hours_is_meant() -> None:
    first, second = cells.moment("2026-11-01T01:30-0400"), cells.moment("2026-11-01T01:30-0500")
    assert first and second

    assert second.instant("America/New_York") - first.instant("America/New_York") == timedelta(hours=1)


@pytest.mark.parametrize(
    ("read", "typed", "sentence"),
    [
        (cells.moment, "25/3/2026", "has no month 25"),
        (cells.moment, "2026-02-30", "is not a day that exists"),
        (cells.moment, "next Tuesday", "is not a time. Write 2026-03-08 09:00"),
        (cells.moment, "0026-03-08", "the year 26 cannot be right"),
        (cells.text, "#REF!", "ends in an error"),
        (cells.text, "=B2+1", "holds a formula"),
        (cells.text, "JosÃ©", "spoilt by a wrong encoding"),
        (cells.state, "Konnektikut", "is not a state"),
        (cells.medium, "pigeon", "is not a medium"),
        (cells.language, "the one her aunt speaks", "is not a language"),
        (cells.release_reason, "Escaped", "is not one of ICE's release reasons"),
        (cells.latitude, "123", "is no latitude"),
        (cells.time_zone, "Eastern", "is not a time zone"),
        (cells.number, "nan", "is not a number"),
        (cells.number, "1e999", "is not a number"),
        (cells.ordinal, "2.5", "is not a number to count by"),
        (cells.birth, "1066", "is not a year of birth"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(read: Callable[[Any], Any], typed: str, sentence: str) -> None:
    with pytest.raises(CellProblem, match=sentence):
        read(typed)


def test_words_of_the_agencies_become_ours() -> None:
    assert cells.release_reason("U.S. Marshals or other agency (explain in Detention Comments)") is (
        ReleaseReason.OTHER_AGENCY
    )
    assert cells.release_reason("Order of Recognizance - Humanitarian") is ReleaseReason.RECOGNIZANCE
    assert cells.release_reason("Bonded Out - IJ") is ReleaseReason.BONDED_OUT_JUDGE
    assert cells.medium("IN_PERSON") is Medium.IN_PERSON
    assert cells.medium("Internet-based") is Medium.WEBEX
    assert cells.language("Spanish") == "SP"
    assert cells.language("K'iche'") == "QUI"
    assert cells.language("por") == "POR"
    assert cells.adjournment("9") == "09"
