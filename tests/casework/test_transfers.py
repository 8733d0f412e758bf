"""A transfer as recorded: the checklist, the alarm, the watch, the stamp, and what is not told until two agree."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from casework import actors, answers, custody, proceedings, times
from casework.access import standing, visible
from casework.refusals import Invalid, NotAllowedByState
from schema.base import new_id
from schema.cases import Case
from schema.consents import ConsentAudience, Purpose
from schema.custody import Confidence, Source, Whereabouts
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from schema.proceedings import Proceeding, ProceedingKind
from schema.tasks import Task
from schema.teams import CaseReader
from schema.transfers import ExpectedCourt, HabeasFiling
from tests.casework.moving import CHICAGO, held, keep_house, move, open_tasks, places, release, titles
from tests.house import NEW_YORK, House, house

# One checklist per transfer (DOMAIN §2.8).


async def test_a_transfer_tells_before_and_after_and_raises_one_checklist_with_one_owner_2_8(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))

    transfer = await move(house, there["alexandria"])

    changed = {change.what for change in transfer.changes}
    assert {"facility", "bond court", "federal district", "federal circuit", "time zone", "state"} <= changed
    assert await open_tasks(house, "transfer") == ["habeas", "bond", "venue", "reminders"]
    async with house.watching() as tx:
        owners = set(await tx.session.scalars(select(Task.owner_id).where(Task.raised_by == "transfer")))
    assert owners == {house.ana}


async def test_a_bond_request_that_is_not_pending_and_a_place_that_is_no_staging_site_raise_nothing_2_8(
    house: House,
) -> None:
    there = await places(house)
    await held(house, there["alexandria"])
    async with house.watching() as tx:
        await tx.session.execute(update(Case).values(coordinator_id=house.ana))
        await tx.session.execute(update(Proceeding).where(Proceeding.id == house.bond).values(state="decided"))

    await move(house, there["plymouth"])

    # The court on file sits where they are now.
    assert await open_tasks(house, "transfer") == ["reminders"]


async def test_whoever_left_the_staging_site_is_in_no_race_any_more_28_usc_2241(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    await move(house, there["alexandria"])
    assert "habeas" in await open_tasks(house, "transfer")

    house.clock.forward(hours=5)
    await move(house, there["plymouth"])

    assert "habeas" not in await open_tasks(house, "transfer")


# Custody ≠ court.


async def test_a_pending_bond_request_makes_it_ring_once_and_marked_expected_it_is_silent_8_cfr_1003_20_b(
    house: House,
) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    assert await titles(house, "custody_court") == []
    await move(house, there["alexandria"])

    (said,) = await titles(house, "custody_court")
    assert ("Hartford Immigration Court" in said and "Alexandria" in said and "bond" in said) or "hearing" in said
    async with house.acting(house.ana) as tx:
        await custody.mark_expected(tx, house.case, court_id=house.court, facility_id=there["alexandria"])
    assert await titles(house, "custody_court") == []
    assert await keep_house(house) == 0
    assert await titles(house, "custody_court") == []


async def test_when_the_pair_of_facts_changes_it_rings_anew_8_cfr_1003_20_b(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    await move(house, there["alexandria"])
    async with house.acting(house.ana) as tx:
        await custody.mark_expected(tx, house.case, court_id=house.court, facility_id=there["alexandria"])
    async with house.watching() as tx:
        winn = Facility(id=new_id(), code="LAWINCI", name="Winn", state="LA", circuit="5", time_zone=CHICAGO)
        tx.session.add(winn)

    await move(house, winn.id)

    (said,) = await titles(house, "custody_court")
    assert "Winn" in said


async def test_a_hearing_that_comes_within_14_days_makes_it_ring_by_the_house_itself(house: House) -> None:
    there = await places(house)
    async with house.watching() as tx:
        await tx.session.execute(update(Proceeding).where(Proceeding.id == house.bond).values(state="decided"))
    hearing, _ = await house.a_hearing(datetime(2027, 1, 20, 9), proceeding=house.removal)
    await house.cancel()
    await held(house, there["alexandria"])
    async with house.acting(house.ana) as tx:
        # Checked once more.
        await custody.record_custody(tx, house.case, facility_id=there["alexandria"], source=Source.COUNSEL)
    assert await titles(house, "custody_court") == []

    house.clock.now = times.instant(datetime(2027, 1, 7, 10), NEW_YORK)
    await keep_house(house)
    await keep_house(house)

    (said,) = await titles(house, "custody_court")
    assert "within 14 days" in said and hearing


async def test_what_no_longer_stands_is_not_marked_expected(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    with pytest.raises(NotAllowedByState, match="agree, as far as known"):
        async with house.acting(house.ana) as tx:
            await custody.mark_expected(tx, house.case, court_id=house.court, facility_id=there["plymouth"])
    await move(house, there["alexandria"])
    with pytest.raises(Invalid, match="Look at it again"):
        async with house.acting(house.ana) as tx:
            await custody.mark_expected(tx, house.case, court_id=house.court, facility_id=there["plymouth"])

    async with house.watching() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(ExpectedCourt)) == 0


# Two sources before a new place is published (DOMAIN §2.8).


async def an_advocate_who_reads(house: House) -> UUID:
    noor = await house.a_person("Noor Haddad", role=Role.ADVOCATE)
    async with house.watching() as tx:
        group = new_id()
        tx.session.add(Organization(id=group, slug="harbor", name="Harbor", kind=OrganizationKind.COMMUNITY_GROUP))
        await tx.session.flush()
        await tx.session.execute(
            update(Membership).where(Membership.person_id == noor).values(organization_id=group, role="coordinator")
        )
        tx.session.add(CaseReader(organization_id=group, case_id=house.case, began_at=tx.now))
    return noor


async def told_place(house: House, person: UUID) -> list[UUID | None]:
    """What both walls show somebody of where the client is; they agree."""
    async with house.acting(person) as tx:
        first = [row.facility_id for row in await tx.session.scalars(visible(await standing(tx), Whereabouts, tx.now))]
        second = [row.facility_id for row in await tx.session.scalars(select(Whereabouts))]
    assert first == second
    return first


async def test_a_new_place_is_told_the_legal_team_on_one_source_and_others_once_two_agree_2_8(house: House) -> None:
    there = await places(house)
    noor = await an_advocate_who_reads(house)
    await house.consent(ConsentAudience.ADVOCATES, Purpose.FILL_COURTROOM)
    await held(house, there["plymouth"], source=Source.LOCATOR)
    assert await told_place(house, house.ana) == [there["plymouth"]]
    assert await told_place(house, noor) == []

    await held(house, there["plymouth"], source=Source.LOCATOR)
    assert await told_place(house, noor) == []
    await held(house, there["plymouth"], source=Source.AGENCY)
    assert await told_place(house, noor) == []
    await held(house, there["plymouth"], source=Source.COUNSEL)
    assert await told_place(house, noor) == [there["plymouth"]]
    await held(house, there["plymouth"], source=Source.COUNSEL)
    assert await told_place(house, noor) == [there["plymouth"]]

    # And a new place is held back again, with a task to find a second source.
    await move(house, there["alexandria"])
    assert await told_place(house, noor) == []
    assert "publication" in await open_tasks(house, "transfer")
    await held(house, there["alexandria"], source=Source.FACILITY_CALL)
    assert await told_place(house, noor) == [there["alexandria"]]
    assert "publication" not in await open_tasks(house, "transfer")


async def test_an_official_is_told_no_district_until_two_sources_agree_2_8(house: House) -> None:
    there = await places(house)
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)
    (invitation,) = await house.invite(mayor)
    link = actors.Link(actors.LinkKind.INVITATION, invitation, mayor)

    async def told() -> str | None:
        async with house.database.transaction(link) as tx:
            shown = await answers.page(tx, link)
            return shown.held.place if shown.held else None

    await held(house, there["plymouth"])
    assert await told() is None
    await held(house, there["plymouth"], source=Source.COUNSEL)
    assert await told() == "District of Massachusetts"


# Habeas (28 USC 2241).


async def test_the_place_of_the_body_at_the_minute_of_filing_is_stamped_and_a_later_move_changes_nothing_28_usc_2241(
    house: House,
) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))
    async with house.acting(house.ana) as tx:
        opened = await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.HABEAS, other_court="D. Mass.")
    await move(house, there["alexandria"], arrived_at=datetime(2026, 11, 23, 8), left_at=datetime(2026, 11, 22, 20))
    async with house.acting(house.ana) as tx:
        filing = await proceedings.file_habeas(
            tx, opened.id, expected_revision=0, filed_at=datetime(2026, 11, 22, 17), time_zone=NEW_YORK
        )

    assert (filing.district, filing.circuit) == ("District of Massachusetts", "1")
    assert filing.facility_id == there["plymouth"]
    assert (filing.source, filing.confidence) == (Source.LOCATOR, Confidence.ONE_SOURCE)
    with pytest.raises(NotAllowedByState, match="stamped"):
        async with house.acting(house.ana) as tx:
            await proceedings.file_habeas(
                tx, opened.id, expected_revision=1, filed_at=datetime(2026, 11, 23, 9), time_zone=NEW_YORK
            )
    async with house.watching() as tx:
        assert (await tx.session.scalars(select(HabeasFiling.district))).all() == ["District of Massachusetts"]


async def test_between_two_places_the_stamp_says_that_nobody_knew_28_usc_2241(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))
    await move(house, there["alexandria"], left_at=datetime(2026, 11, 22, 20), arrived_at=datetime(2026, 11, 23, 8))
    async with house.acting(house.ana) as tx:
        at = times.instant(datetime(2026, 11, 22, 23), NEW_YORK)
        await proceedings.open_proceeding(
            tx, house.case, kind=ProceedingKind.HABEAS, other_court="D. Mass.", filed_at=at
        )

    async with house.watching() as tx:
        (filing,) = await tx.session.scalars(select(HabeasFiling))
    assert (filing.district, filing.facility_id, filing.place) == (None, None, None)


# The watch over whom nobody can find.


async def an_admin(house: House) -> UUID:
    return await house.a_person("Ines Duarte", role=Role.ADMIN)


async def test_contact_that_lapsed_asks_the_coordinator_then_the_admin_each_once_and_ends_when_found(
    house: House,
) -> None:
    there = await places(house)
    admin = await an_admin(house)
    await held(house, there["plymouth"])
    house.clock.forward(days=6)
    assert await keep_house(house) == 0

    house.clock.forward(days=1, hours=1)
    assert [await keep_house(house), await keep_house(house)] == [1, 0]
    assert await open_tasks(house, "lost_contact") == ["coordinator"]
    assert "lags by up to 8 hours" in (await titles(house, "lost_contact"))[0]
    house.clock.forward(hours=25)
    assert [await keep_house(house), await keep_house(house)] == [1, 0]
    assert await open_tasks(house, "lost_contact") == ["coordinator", "admin"]
    async with house.watching() as tx:
        owners = list(
            await tx.session.scalars(select(Task.owner_id).where(Task.raised_by == "lost_contact").order_by(Task.id))
        )
    assert owners == [house.ana, admin]
    assert "Mateo" not in " ".join(await titles(house, "lost_contact"))

    await held(house, there["plymouth"])
    assert await open_tasks(house, "lost_contact") == []
    assert await keep_house(house) == 0


async def test_not_in_the_locator_asks_at_once_but_not_within_hours_of_a_move(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    house.clock.forward(hours=2)
    async with house.acting(house.ana) as tx:
        await custody.record_custody(tx, house.case, source=Source.LOCATOR, found=False)
    assert await keep_house(house) == 0

    house.clock.forward(hours=10)
    async with house.acting(house.ana) as tx:
        await custody.record_custody(tx, house.case, source=Source.LOCATOR, found=False)
    assert await keep_house(house) == 1
    assert "not in the locator" in (await titles(house, "lost_contact"))[0]


async def test_of_somebody_under_18_it_says_that_the_locator_never_shows_them(house: House) -> None:
    there = await places(house)
    async with house.watching() as tx:
        await tx.session.execute(update(Detainee).values(minor=True))
    await held(house, there["plymouth"])
    house.clock.forward(days=8)

    assert await keep_house(house) == 1
    assert "never shows anyone under 18" in (await titles(house, "lost_contact"))[0]


async def test_whoever_was_released_is_looked_for_no_more(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"])
    house.clock.forward(days=8)
    await keep_house(house)
    await release(house)

    assert await open_tasks(house, "lost_contact") == []
    house.clock.forward(days=8)
    assert await keep_house(house) == 0


__all__ = ["house"]
