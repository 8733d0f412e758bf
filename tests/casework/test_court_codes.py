"""The courts' own codes: small hand-written tables, and a slip is told what is near it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casework import court_codes
from casework.hearings import standing
from casework.refusals import Invalid
from schema import reference
from schema.hearings import ADVANCED_BY_COURT


def test_every_code_we_ship_is_one_of_the_courts_own_tables(sample_data: Path) -> None:
    released = json.loads((sample_data / "eoir_lookups.json").read_text())
    for ours, table in (
        (reference.adjournments(), "tblAdjournmentCodes.json"),
        (reference.schedule_types(), "tbllookupSchedule_Type.json"),
        (reference.calendar_types(), "tbllookupCal_Type.json"),
        (reference.motions(), "tblLookupMotionType.json"),
        (reference.custody_codes(), "tblLookupCustodyStatus"),
    ):
        assert set(ours) <= set(released[table]), table


def test_the_codes_of_domain_2_4_are_there_in_english_and_spanish() -> None:
    types = {"MM", "MR", "MA", "MD", "RD", "PD", "ID", "II", "IR", "IA", "CY", "RR", "SD", "CN", "TC", "VC"}
    assert types <= set(reference.schedule_types())
    assert set("MIBCRSTV") <= set(reference.calendar_types())
    assert {"09", "16", "1A", "1B", "46", "55", "9B", "01", "12", "17"} <= set(reference.adjournments())
    assert {"BD", "BB", "CV", "EH", "IP", "MA", "MC"} <= set(reference.motions())
    tables = (
        reference.schedule_types(), reference.calendar_types(), reference.adjournments(), reference.motions(),
        reference.custody_codes(),
    )  # fmt: skip
    for table in tables:
        assert all((one.label.strip() and one.es.strip() and one.label != one.es) or one.label == "Individual"
                   for one in table.values())  # fmt: skip


def test_codes_55_and_9b_mean_that_the_court_itself_advanced_the_hearing() -> None:
    assert ADVANCED_BY_COURT == ("55", "9B")
    assert all("dvanced" in reference.adjournments()[code].label for code in ADVANCED_BY_COURT)


def test_a_code_is_taken_as_people_type_it_and_none_as_none() -> None:
    assert court_codes.schedule_type("scheduleType", " md ") == "MD"
    assert court_codes.adjournment("adjournmentCode", "9b") == "9B"
    assert court_codes.calendar_type("calendarType", None) is court_codes.calendar_type("calendarType", "  ") is None


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("MX", "MM (Initial master)"),
        ("56", "55 (Deliberately advanced by the court)"),
        ("VIDEO", "46 (Video did not work)"),
    ],
)
def test_an_unknown_code_is_refused_and_told_the_near_ones(typed: str, near: str) -> None:
    check = court_codes.schedule_type if typed == "MX" else court_codes.adjournment
    with pytest.raises(Invalid) as refusal:
        check("code", typed)

    assert refusal.value.field == "code" and near in refusal.value.message
    assert "Parecidos" in refusal.value.said("es") and "{" not in refusal.value.said("es")


def test_of_a_chain_one_hearing_stands() -> None:
    assert standing({"H1": None, "H2": "H1", "H3": "H2", "K1": None}) == {
        "H1": "H3",
        "H2": "H3",
        "H3": "H3",
        "K1": "K1",
    }


@pytest.mark.parametrize("wrong", [{"H1": "H2", "H2": "H1"}, {"H1": "H1"}, {"H1": None, "H2": "H1", "H3": "H1"}])
def test_a_circle_and_a_fork_are_refused(wrong: dict[str, str | None]) -> None:
    with pytest.raises(Invalid):
        standing(wrong)


def test_of_the_samples_2625_hearings_818_replace_one_and_1807_stand(sample_data: Path) -> None:
    header, *lines = (sample_data / "sample" / "hearings.csv").read_text().splitlines()
    at = {name: place for place, name in enumerate(header.split(","))}
    rows = [line.split(",") for line in lines]
    replaces = {row[at["hearing_id"]]: row[at["replaces"]] or None for row in rows}

    found = standing(replaces)

    assert (len(replaces), sum(one is not None for one in replaces.values())) == (2_625, 818)
    assert len(set(found.values())) == 1_807


def test_official_channels_are_the_agencies_own_pages_and_numbers() -> None:
    channels = {one.source: one for one in reference.official_channels()}
    assert channels["court_line"].phone == "1-800-898-7180"
    assert all((one.address or "").endswith(".gov/") for one in channels.values() if one.address)
