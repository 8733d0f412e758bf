"""Detainers: what the agency recorded, the version of the Trust Act that was applied, and counsel's review."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from casework import connecticut, detainers, times
from casework.cases import close_case
from casework.detainers import DetainerFacts
from casework.hearings import cancel_hearing
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotPermitted, Refusal, TimeOccursTwice
from schema.audit import AuditEntry
from schema.cases import Case
from schema.detainers import CopyGiven, Detainer, DetainerForm, DetainerGround, DetainerRecord, WarrantPaper
from schema.hearings import Hearing
from tests.house import House


def facts(**more: Any) -> DetainerFacts:
    return replace(DetainerFacts(agency="Hamden Police Department", received_at=datetime(2026, 11, 20, 9, 15)), **more)


async def recorded(house: House, what: DetainerFacts | None = None) -> Detainer:
    async with house.acting(house.ana) as tx:
        return await detainers.record_detainer(tx, house.case, what or facts())


async def all_of_them(house: House) -> list[Detainer]:
    async with house.watching() as tx:
        return list(await tx.session.scalars(select(Detainer)))


async def trail(house: House) -> list[AuditEntry]:
    async with house.watching() as tx:
        found = await tx.session.scalars(
            select(AuditEntry).where(AuditEntry.act.startswith("detainer.")).order_by(AuditEntry.seq)
        )
        return list(found)


@pytest.mark.parametrize(
    ("received", "version"), [(datetime(2025, 9, 30, 23, 50), "2019"), (datetime(2025, 10, 1, 0, 5), "2025")]
)
async def test_cgs_54_192h_the_trail_says_which_version_of_the_statute_was_applied(
    house: House, received: datetime, version: str
) -> None:
    await recorded(house, facts(received_at=received, recorded=DetainerRecord.CANT_TELL))

    (entry,) = await trail(house)
    assert (entry.act, entry.after and entry.after["statute"]) == ("detainer.recorded", version)
    assert entry.fields == ["agency"] and "Hamden" not in str(entry.after)


async def test_cgs_54_192h_an_added_offense_is_a_ground_from_2025_10_01_and_not_a_day_before(house: House) -> None:
    named: dict[str, Any] = {"recorded": DetainerRecord.GROUND_NAMED, "ground": DetainerGround.ADDED_OFFENSE}

    with pytest.raises(Invalid) as refused:
        await recorded(house, facts(received_at=datetime(2025, 9, 30, 23, 59), **named))

    assert refused.value.field == "ground"
    assert "September 30, 2025" in refused.value.message and "PA 19-20" in refused.value.message
    assert "30 de septiembre de 2025" in refused.value.said("es")
    assert await all_of_them(house) == [] and await trail(house) == []
    await recorded(house, facts(received_at=datetime(2025, 10, 1), **named))
    (one,) = await all_of_them(house)
    assert one.ground is DetainerGround.ADDED_OFFENSE


async def test_cgs_54_192h_grounds_of_2013_are_none_any_more(house: House) -> None:
    named: dict[str, Any] = {"recorded": DetainerRecord.GROUND_NAMED, "ground": DetainerGround.FINAL_ORDER}

    await recorded(house, facts(received_at=datetime(2019, 9, 30, 12), **named))
    with pytest.raises(Invalid):
        await recorded(house, facts(received_at=datetime(2019, 10, 1, 12), **named))

    assert len(await all_of_them(house)) == 1


@pytest.mark.parametrize("paper", [WarrantPaper.I_200, WarrantPaper.I_205])
async def test_cgs_54_192h_an_i_200_or_i_205_shows_no_judicial_warrant(house: House, paper: WarrantPaper) -> None:
    said = facts(ground=DetainerGround.JUDICIAL_WARRANT, warrant=paper, recorded=DetainerRecord.GROUND_SHOWN)

    with pytest.raises(Invalid, match="immigration officer"):
        await recorded(house, said)

    assert await all_of_them(house) == [] and await trail(house) == []
    # What the agency named it named, whatever paper it had.
    await recorded(house, replace(said, recorded=DetainerRecord.GROUND_NAMED))
    await recorded(house, replace(said, warrant=WarrantPaper.SIGNED_BY_JUDGE))
    assert len(await all_of_them(house)) == 2


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a copy before the detainer": (
        {"copy": CopyGiven.GIVEN, "copy_given_at": datetime(2026, 11, 20, 9, 14)}, "copyGivenAt",
    ),
    "an hour at which no copy was given": ({"copy_given_at": datetime(2026, 11, 20, 10)}, "copy"),
    "a language of no copy": ({"copy": CopyGiven.NOT_GIVEN, "copy_language": "es"}, "copy"),
    "received tomorrow": ({"received_at": datetime(2026, 11, 24, 9)}, "receivedAt"),
    "a copy given tomorrow": ({"copy": CopyGiven.GIVEN, "copy_given_at": datetime(2026, 11, 24, 9)}, "copyGivenAt"),
    "before there was a Trust Act": ({"received_at": datetime(2013, 12, 31, 9)}, "receivedAt"),
    "held on it before it came": ({"held_on_it_from": datetime(2026, 11, 20, 9)}, "heldOnItFrom"),
    "no agency": ({"agency": "  "}, "agency"),
    "a ground named, and none said": ({"recorded": DetainerRecord.GROUND_NAMED}, "ground"),
    "a ground, and nothing recorded of it": ({"ground": DetainerGround.CLASS_A_OR_B_FELONY}, "recorded"),
    "a zone there is not": ({"time_zone": "Connecticut"}, "timeZone"),
    "a novel": ({"shown": "x" * 5_000}, "shown"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
async def test_what_can_not_be_is_refused_with_its_field_and_nothing_is_half_saved(house: House, what: str) -> None:
    given, field = REFUSED[what]

    with pytest.raises(Invalid) as refused:
        await recorded(house, facts(**given))

    assert refused.value.field == field
    assert await all_of_them(house) == [] and await trail(house) == []


async def test_an_hour_that_the_clocks_skip_is_refused(house: House) -> None:
    with pytest.raises(Refusal, match="jump forward"):
        await recorded(house, facts(received_at=datetime(2026, 3, 8, 2, 30)))

    assert await all_of_them(house) == []


async def test_an_hour_that_occurs_twice_is_asked_about(house: House) -> None:
    twice = datetime(2026, 11, 1, 1, 30)
    with pytest.raises(TimeOccursTwice):
        await recorded(house, facts(received_at=twice))
    with pytest.raises(Invalid):
        await recorded(house, facts(received_at=twice, occurrence=3))
    assert await all_of_them(house) == []

    second = await recorded(house, facts(received_at=twice, occurrence=2))

    assert second.received_at.isoformat() == "2026-11-01T06:30:00+00:00"


async def test_what_people_type_is_sealed_and_read_by_the_legal_team(house: House, ground: Any) -> None:
    await recorded(
        house, facts(shown="A paper signed by Doe", report_line="Records division", follow_up="Ask on Monday",
                     form=DetainerForm.I_247A, form_edition="as of May 2025"),
    )  # fmt: skip

    row = str(dict(await ground.connection.fetchrow("select * from detainers")))
    assert not [words for words in ("Hamden", "Doe", "Records division", "Monday", "May 2025") if words in row]
    async with house.acting(house.luis) as tx:
        one = (await tx.session.scalars(select(Detainer))).one()
        assert await tx.opened(one, "agency") == "Hamden Police Department"
        assert await tx.opened(one, "form_edition") == "as of May 2025"


async def test_only_counsel_reviews_and_a_correction_undoes_it(house: House) -> None:
    detainer = await recorded(house)
    with pytest.raises(NotPermitted, match="attorney"):
        async with house.acting(house.ana) as tx:
            await detainers.review_detainer(tx, detainer.id, expected_revision=0)

    async with house.acting(house.luis) as tx:
        reviewed = await detainers.review_detainer(tx, detainer.id, expected_revision=0)
    assert (reviewed.reviewed_by_id, reviewed.reviewed_at) == (house.luis, house.clock.now)
    with pytest.raises(NotAllowedByState):
        async with house.acting(house.luis) as tx:
            await detainers.review_detainer(tx, detainer.id, expected_revision=1)

    async with house.acting(house.ana) as tx:
        corrected = await detainers.correct_detainer(
            tx, detainer.id, facts(agency="West Haven Police"), expected_revision=1
        )
    assert (corrected.reviewed_by_id, corrected.reviewed_at, corrected.revision) == (None, None, 2)
    assert [entry.act for entry in await trail(house)] == [
        "detainer.recorded", "detainer.reviewed", "detainer.corrected",
    ]  # fmt: skip
    assert (await trail(house))[-1].fields == ["agency"]


async def test_a_correction_upon_what_is_no_more_changes_nothing(house: House) -> None:
    detainer = await recorded(house)

    with pytest.raises(ChangedMeanwhile):
        async with house.acting(house.ana) as tx:
            await detainers.correct_detainer(tx, detainer.id, facts(agency="Other"), expected_revision=3)
    with pytest.raises(Invalid):
        async with house.acting(house.ana) as tx:
            await detainers.correct_detainer(tx, detainer.id, facts(agency=""), expected_revision=0)

    (one,) = await all_of_them(house)
    assert one.revision == 0 and [entry.act for entry in await trail(house)] == ["detainer.recorded"]


async def test_a_closed_case_takes_no_detainer_in(house: House) -> None:
    async with house.acting(house.ana) as tx:
        hearing = await tx.session.get_one(Hearing, house.hearing)
        await cancel_hearing(tx, hearing.id, expected_revision=hearing.revision)
    async with house.acting(house.ana) as tx:
        case = await tx.session.get_one(Case, house.case)
        await close_case(tx, case.id, expected_revision=case.revision, reason="Released.")

    with pytest.raises(NotAllowedByState):
        await recorded(house)

    assert await all_of_them(house) == []


async def test_detainers_of_a_real_list_fit_what_can_be_recorded_each_under_the_version_of_its_day(
    house: House, sample_data: Path
) -> None:
    """Shape alone: rows of another state that agencies declined. Nothing of them is kept beyond this test."""
    with (sample_data / "ice_detainers_declined_sample_mn.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 22
    for row in rows:
        assert row["detainer_type"].startswith("I247A")
        edition = row["detainer_type"].rpartition(" (")[2].rstrip(")") if "(" in row["detainer_type"] else None
        await recorded(
            house,
            facts(
                agency=row["detention_facility"], form=DetainerForm.I_247A, form_edition=edition,
                received_at=datetime.fromisoformat(row["detainer_prepare_date"]), recorded=DetainerRecord.WITHDRAWN,
                shown=row["detainer_lift_reason"],
            ),
        )  # fmt: skip

    days = sorted(row["detainer_prepare_date"] for row in rows)
    found = await all_of_them(house)
    assert sorted(str(times.local_day(one.received_at, connecticut.ZONE)) for one in found) == days
    applied = [connecticut.trust_act(one.received_at) for one in found]
    assert [version.code for version in applied if version] == [
        "2025" if str(connecticut.day_of(one.received_at)) >= "2025-10-01" else "2019" for one in found
    ]
