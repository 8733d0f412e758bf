"""Facilities, courts and the reference set: public facts, by their codes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from casework import actors
from casework.reference import load_reference
from casework.transaction import Database
from schema import reference
from schema.courts import Court, HearingLocation
from schema.facilities import Facility
from schema.imports import Import
from tests.casework.imports.rooms import Room


async def facility(database: Database, code: str) -> Facility:
    async with database.transaction(actors.OPERATOR) as tx:
        return (await tx.session.scalars(select(Facility).where(Facility.code == code))).one()


async def test_the_reference_set_is_loaded_once(room: Room) -> None:
    async with room.database.transaction(actors.OPERATOR) as tx:
        first = await load_reference(tx)
    async with room.database.transaction(actors.OPERATOR) as tx:
        second = await load_reference(tx)

    locations = sum(len(court.locations) for court in reference.courts())
    assert (first, second) == (len(reference.facilities()) + len(reference.courts()) + locations, 0)
    plymouth = await facility(room.database, "PLYMOMA")
    assert (plymouth.district, plymouth.circuit, plymouth.time_zone) == (
        "District of Massachusetts",
        "1",
        "America/New_York",
    )


async def test_the_reference_set_does_not_overwrite_what_was_imported_since(room: Room) -> None:
    async with room.database.transaction(actors.OPERATOR) as tx:
        tx.session.add(Facility(code="PLYMOMA", name="As the operator's list has it"))
        tx.session.add(Court(code="LOW", name="Chelmsford under its old code", time_zone="America/New_York"))
    async with room.database.transaction(actors.OPERATOR) as tx:
        await load_reference(tx)

    assert (await facility(room.database, "PLYMOMA")).name == "As the operator's list has it"
    assert await room.count(Court, Court.code == "CHE") == 0


def test_clocks_come_by_county_and_stay_unknown_where_two_hang() -> None:
    assert reference.time_zone_of("MA", None) == "America/New_York"
    assert reference.time_zone_of("TX", "El Paso") == "America/Denver"
    assert reference.time_zone_of("TX", "Cameron") == "America/Chicago"
    assert reference.time_zone_of("TN", "Hamilton County") == "America/New_York"
    assert reference.time_zone_of("KY", None) is None
    assert reference.time_zone_of("AZ", "Navajo") is None
    assert reference.time_zone_of("TX", None, (31.8, -106.4)) == "America/Denver"
    assert reference.time_zone_of(None, None) is None


async def test_facilities_are_added_with_what_the_list_says_of_them(room: Room) -> None:
    (tally,) = await room.excerpts("facilities_geo")

    assert (tally.rows, tally.added, tally.changed, tally.unchanged) == (4, 4, 0, 0)
    pine = await facility(room.database, "PINEHCT")
    assert (pine.street, pine.city, pine.circuit, pine.time_zone) == (
        "12 Hollow Road",
        "Pine Hollow",
        "2",
        "America/New_York",
    )
    assert (await facility(room.database, "BAYOULA")).staging
    # Hart County keeps Central Time; a hold room somewhere in Kentucky keeps one or the other.
    assert (await facility(room.database, "RIDGEKY")).time_zone == "America/Chicago"
    assert (await facility(room.database, "TORNHOLD")).time_zone is None
    assert any("TORNHOLD" in remark and "time zone" in remark for remark in tally.remarks)


async def test_the_same_list_again_changes_nothing(room: Room) -> None:
    await room.excerpts("facilities_geo", "courts_merged")
    facilities, courts = await room.excerpts("facilities_geo", "courts_merged")

    assert (facilities.added, facilities.changed, facilities.unchanged) == (0, 0, 4)
    assert (courts.added, courts.changed, courts.unchanged) == (0, 0, 2)
    assert await room.count(Import) == 4


async def test_a_list_without_codes_completes_the_places_it_can_name(room: Room) -> None:
    _, tally = await room.excerpts("facilities_geo", "facilities_osmp")

    pine = await facility(room.database, "PINEHCT")
    assert (tally.added, tally.changed) == (0, 1)
    # Its phone was unknown; its point was known, and stays.
    assert (pine.phone, pine.latitude, pine.name) == ("(203) 555-0142", 41.7, "Pine Hollow Center")
    assert "1 rows were left out" in tally.remarks[-1]


async def test_the_registry_of_every_place_ever_seen_is_read(room: Room) -> None:
    (tally,) = await room.excerpts("facilities_registry")

    pine = await facility(room.database, "PINEHCT")
    assert tally.added == 2
    assert (pine.field_office, pine.phone, pine.state) == ("Boston", "203-555-0142", "CT")
    assert (await facility(room.database, "TWOSTID")).state is None


async def test_courts_come_with_their_other_codes_and_a_place_to_sit(room: Room) -> None:
    (tally,) = await room.excerpts("courts_merged")

    async with room.database.transaction(actors.OPERATOR) as tx:
        court = (await tx.session.scalars(select(Court).where(Court.code == "PHX"))).one()
        sits = (await tx.session.scalars(select(HearingLocation).where(HearingLocation.court_id == court.id))).one()
    assert tally.added == 2
    assert (court.other_codes, court.street, court.status_as_of) == (
        ["OLD"],
        "1 Federal Way, Room 2",
        date(2026, 7, 7),
    )
    assert (sits.code, sits.time_zone) == ("PHX", "America/New_York")


async def test_a_court_list_without_codes_brings_news_of_courts_known_by_name(room: Room) -> None:
    _, tally = await room.excerpts("courts_merged", "courts_published")

    async with room.database.transaction(actors.OPERATOR) as tx:
        statuses = dict((await tx.session.execute(select(Court.code, Court.status))).all())
    assert statuses == {"PHX": "CLOSED July 9", "MTX": "CLOSED until further notice"}
    assert "1 rows were left out" in tally.remarks[-1]
