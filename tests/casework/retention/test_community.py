"""The clocks of community response: sightings, rapid responders, referrals."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from casework import directory, people, responders, sightings, times
from casework.actors import SIGHTINGS
from casework.directory import Listing
from casework.responders import OnCall
from casework.sightings import Desk, Seen
from schema.directory import GroupWork, ReferralAgreement
from schema.documents import FileKind
from schema.people import PersonKind
from schema.responders import Weekday
from schema.retention import RetentionClass
from schema.sightings import SightingKind
from tests.casework.retention.sweeps import AFTER, DAY, MINUTE, count, swept
from tests.ground import Ground
from tests.house import NEW_YORK, House
from tests.journeys import steps


def seen(now: datetime) -> Seen:
    wall = times.wall_time(now - timedelta(minutes=5), NEW_YORK).replace(second=0, microsecond=0)
    return Seen(
        kind=SightingKind.AGENTS, town="New Haven", place="Orange Street", seen_at=wall, time_zone=NEW_YORK,
        what="Two vans.", reporter_name="Perpetua Zanzoni", reporter_contact="203 555 0193",
    )  # fmt: skip


async def told(house: House) -> UUID:
    desk = Desk(house.organization, "Elm City", None, "en", "America/New_York")
    async with house.database.transaction(SIGHTINGS) as tx:
        picture = (steps.a_photo(), FileKind.JPEG)
        return (await sightings.report_sighting(tx, desk, seen(house.clock.now), picture)).id


async def test_a_sighting_that_nobody_confirms_goes_after_72_hours_with_its_photo_and_key(
    house: House, ground: Ground
) -> None:
    sighting = await told(house)
    key = await ground.connection.fetchval("select vault_key_id from sightings where id = $1", sighting)

    house.clock.now += AFTER[RetentionClass.UNCONFIRMED_SIGHTINGS] - MINUTE
    assert not (await swept(house))[RetentionClass.UNCONFIRMED_SIGHTINGS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.UNCONFIRMED_SIGHTINGS] == 1

    for table in ("sightings", "sighting_accounts", "sighting_reporters", "sighting_pictures",
                  "sighting_picture_pieces"):  # fmt: skip
        assert await count(ground, table) == 0
    assert await ground.connection.fetchval("select wrapped from vault_keys where id = $1", key) is None


async def test_a_confirmed_sighting_goes_after_ninety_days(house: House, ground: Ground) -> None:
    sighting = await told(house)
    async with house.acting(house.ana) as tx:
        await sightings.confirm_sighting(tx, sighting, expected_revision=0)

    house.clock.now += AFTER[RetentionClass.SIGHTINGS] - MINUTE
    assert not (await swept(house))[RetentionClass.SIGHTINGS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.SIGHTINGS] == 1
    assert await count(ground, "sightings") == 0


async def test_an_organization_s_hold_keeps_what_nobody_confirmed(house: House, ground: Ground) -> None:
    await told(house)
    key = await ground.connection.fetchval("select id from vault_keys limit 1")
    await ground.connection.execute(
        "insert into legal_holds (id, organization_id, vault_key_id, reason, placed_by_id, placed_at, created_at)"
        " values (gen_random_uuid(), $1, $2, $3, $4, $5, $5)",
        house.organization, key, b"x", house.ana, house.clock.now,
    )  # fmt: skip
    house.clock.now += 4 * DAY
    assert not (await swept(house))[RetentionClass.UNCONFIRMED_SIGHTINGS]
    assert await count(ground, "sightings") == 1


async def test_who_was_a_rapid_responder_goes_thirty_days_after(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        person = await people.add_person(tx, house.organization, kind=PersonKind.SUPPORTER, name="Uma Quist")
        one = await responders.enlist_responder(
            tx, house.organization, person.id,
            OnCall(towns=["New Haven"], days=[Weekday.MONDAY], on_call_from="08:00", on_call_until="18:00",
                   time_zone="America/New_York"),
        )  # fmt: skip
    async with house.acting(house.ana) as tx:
        await responders.dismiss_responder(tx, one.id, expected_revision=0)

    house.clock.now += AFTER[RetentionClass.RESPONDERS] - MINUTE
    assert not (await swept(house))[RetentionClass.RESPONDERS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.RESPONDERS] == 1
    assert await count(ground, "responders") == 0
    about = "select count(*) from audit_entries where $1 = any (records) and act like 'responder.%'"
    assert await ground.connection.fetchval(about, person.id) == 0
    assert await ground.connection.fetchval("select count(*) from audit_entries where act = 'responder.dismissed'") == 1


async def test_who_was_referred_goes_after_ninety_days_with_the_key(house: House, ground: Ground) -> None:
    async with house.acting(house.ana) as tx:
        group = await directory.list_group(
            tx, house.organization, Listing(name="Harbor Pantry", works=[GroupWork.FOOD_AND_RENT])
        )
        referral = await directory.refer_person(tx, group.id, whom="Xiomara", agreement=ReferralAgreement.BY_TELEPHONE)
        key = referral.vault_key_id

    house.clock.now += AFTER[RetentionClass.REFERRALS] - MINUTE
    assert not (await swept(house))[RetentionClass.REFERRALS]
    house.clock.now += MINUTE
    assert (await swept(house))[RetentionClass.REFERRALS] == 1
    assert await count(ground, "referrals") == 0 and await count(ground, "listed_groups") == 1
    assert await ground.connection.fetchval("select wrapped from vault_keys where id = $1", key) is None


def test_what_is_hidden_and_what_goes_has_one_term() -> None:
    assert AFTER[RetentionClass.UNCONFIRMED_SIGHTINGS] == timedelta(hours=72)
