"""A transfer as recorded: the checklist, the alarm, the watch, the stamp, and what is not told until two agree."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from casework import actors, answers, custody, disclosure, invitations, proceedings, stays, times, transfers
from casework.access import standing, visible
from casework.refusals import Invalid, NotAllowedByState, NotCleared, TimeDoesNotExist
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case, CustodyStatus
from schema.consents import ConsentAudience, Purpose
from schema.courts import Court
from schema.custody import Confidence, CustodyStint, LocatorCheck, PlaceOfCustody, ReleaseReason, Source, Whereabouts
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.invitations import Audience
from schema.occasions import Occasion
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import PersonKind
from schema.proceedings import Proceeding, ProceedingKind
from schema.tasks import Task
from schema.teams import CaseReader
from schema.transfers import ExpectedCourt, HabeasFiling
from tests.house import NEW_YORK, House, house

CHICAGO = "America/Chicago"


async def places(house: House) -> dict[str, UUID]:
    """Plymouth, where Hartford's court could set a bond in this story; and Alexandria, from where flights leave."""
    async with house.watching() as tx:
        jena = Court(id=new_id(), code="JNA", name="LaSalle Immigration Court", state="LA", time_zone=CHICAGO)
        plymouth = Facility(
            id=new_id(), code="PLYMOMA", name="Plymouth", state="MA", district="District of Massachusetts", circuit="1",
            time_zone=NEW_YORK, court_code="HAR",
        )  # fmt: skip
        alexandria = Facility(
            id=new_id(), code="JENATLA", name="Alexandria", state="LA", district="Western District of Louisiana",
            circuit="5", time_zone=CHICAGO, staging=True, court_code="JNA",
        )  # fmt: skip
        tx.session.add_all([jena, plymouth, alexandria])
    return {"plymouth": plymouth.id, "alexandria": alexandria.id, "jena": jena.id}


async def held(house: House, facility: UUID, wall: datetime | None = None, source: Source = Source.LOCATOR) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_custody(
            tx, house.case, place=PlaceOfCustody.FACILITY, facility_id=facility, since=wall, source=source
        )


async def move(
    house: House, facility: UUID, confidence: Confidence = Confidence.ONE_SOURCE, **facts: object
) -> custody.Transfer:
    async with house.acting(house.ana) as tx:
        return await custody.record_transfer(
            tx, house.case, facility_id=facility, source=Source.COUNSEL, confidence=confidence, **facts  # type: ignore[arg-type]
        )  # fmt: skip


async def open_tasks(house: House, kind: str) -> list[str]:
    """Keys of the open tasks of a kind: what is to be done."""
    async with house.watching() as tx:
        asked = select(Task.raised_key).where(Task.raised_by == kind, Task.done_at.is_(None)).order_by(Task.id)
        return [(key or "").rpartition(":")[2] for key in await tx.session.scalars(asked)]


async def titles(house: House, kind: str) -> list[str]:
    async with house.watching() as tx:
        asked = select(Task).where(Task.raised_by == kind, Task.done_at.is_(None)).order_by(Task.id)
        found = list(await tx.session.scalars(asked))
        await tx.unlock([task.title for task in found])
        return [tx.open(task, "title") or "" for task in found]


async def keep_house(house: House) -> int:
    async with house.database.transaction(actors.HOUSEKEEPING) as tx:
        return await custody.watch(tx)


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
        await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.HABEAS, filed_at=at)

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


# Release at once closes all later dates, without a reason and without a new date.


async def release(house: House) -> int:
    async with house.acting(house.ana) as tx:
        at = times.wall_time(tx.now, NEW_YORK).replace(second=0, microsecond=0) - timedelta(hours=1)
        _, closed = await custody.record_release(
            tx, house.case, released_at=at, time_zone=NEW_YORK, reason=ReleaseReason.BONDED_OUT_JUDGE,
            source=Source.COUNSEL,
        )  # fmt: skip
        return closed


async def test_release_closes_later_dates_to_each_audience_but_the_legal_team_and_the_contacts_the_client_keeps(
    house: House,
) -> None:
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    carol = await house.a_person("Carol Jennings", PersonKind.SUPPORTER)
    press = await house.a_person("Paula Stone", PersonKind.PRESS)
    for audience, purpose in (
        (ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS),
        (ConsentAudience.SUPPORTERS, Purpose.FILL_COURTROOM),
        (ConsentAudience.PRESS, Purpose.PRESS),
    ):
        await house.consent(audience, purpose)
    await house.invite(mayor, carol, press)
    async with house.acting(house.ana) as tx:
        await invitations.invite(tx, house.occasion, [house.rosa])
    await house.send()
    house.clock.forward(minutes=5)

    assert await release(house) == 3
    letters = await house.send()

    outside = {one.to.addr_spec: one.message for one in letters}
    assert set(outside) == {"elena@example.test", "carol@example.test", "paula@example.test"}
    for message in outside.values():
        said = message.get_body(("plain",)).get_content().lower()  # type: ignore[union-attr]
        for word in ("release", "liber", "bond", "because", "new date", "mateo"):
            assert word not in said
    async with house.database.transaction(actors.DELIVERY) as tx:
        occasion = await tx.session.get_one(Occasion, house.occasion)
        seen = {one: await disclosure.card_for(tx, occasion, one) is not None for one in Audience}
    assert {one for one, sees in seen.items() if sees} == {
        Audience.COORDINATOR, Audience.ATTORNEY, Audience.CLIENT, Audience.FAMILY_CONTACT,
    }  # fmt: skip


async def test_after_release_a_consent_given_anew_opens_nothing_of_a_hearing_at_liberty_2_6(house: House) -> None:
    await release(house)
    house.clock.forward(minutes=5)
    mayor = await house.a_person("Elena Reyes", PersonKind.OFFICIAL)
    await house.consent(ConsentAudience.OFFICIALS, Purpose.TELL_OFFICIALS)

    with pytest.raises(NotCleared, match="at liberty"):
        await house.invite(mayor)


# Refusals: what to do next, and nothing half-saved.


Act = Callable[[House, dict[str, UUID]], Awaitable[object]]


async def _to_an_unknown_facility(house: House, there: dict[str, UUID]) -> None:
    await move(house, new_id())


async def _before_it_began(house: House, there: dict[str, UUID]) -> None:
    await move(house, there["alexandria"], left_at=datetime(2026, 11, 19, 9))


async def _left_after_they_arrived(house: House, there: dict[str, UUID]) -> None:
    await move(
        house, there["alexandria"], left_at=datetime(2026, 11, 22, 9), arrived_at=datetime(2026, 11, 21, 9)
    )  # fmt: skip


async def _released_in_the_future(house: House, there: dict[str, UUID]) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_release(
            tx, house.case, released_at=datetime(2026, 12, 24, 9), time_zone=NEW_YORK,
            reason=ReleaseReason.PAROLED, source=Source.COUNSEL,
        )  # fmt: skip


async def _a_stay(house: House, there: dict[str, UUID], began: datetime, ended: datetime) -> None:
    async with house.acting(house.ana) as tx:
        await custody.record_stay(
            tx, house.case, facility_id=there["alexandria"], booked_in_at=began, booked_out_at=ended,
            reason=ReleaseReason.TRANSFERRED, source=Source.FAMILY,
        )  # fmt: skip


async def _ends_before_it_begins(house: House, there: dict[str, UUID]) -> None:
    await _a_stay(house, there, datetime(2026, 11, 12, 9), datetime(2026, 11, 11, 9))


async def _overlaps(house: House, there: dict[str, UUID]) -> None:
    await _a_stay(house, there, datetime(2026, 11, 12, 9), datetime(2026, 11, 20, 18))


async def _in_a_skipped_hour(house: House, there: dict[str, UUID]) -> None:
    await _a_stay(house, there, datetime(2026, 3, 8, 2, 30), datetime(2026, 3, 9, 9))


async def _a_habeas_tomorrow(house: House, there: dict[str, UUID]) -> None:
    async with house.acting(house.ana) as tx:
        at = tx.now + timedelta(days=1)
        await proceedings.open_proceeding(tx, house.case, kind=ProceedingKind.HABEAS, filed_at=at)


@pytest.mark.parametrize(
    ("act", "refusal", "says"),
    [
        (_to_an_unknown_facility, Invalid, "Search by name or code"),
        (_before_it_began, Invalid, "correct that stay first"),
        (_left_after_they_arrived, Invalid, "can't have left after"),
        (_released_in_the_future, Invalid, "once it has happened"),
        (_ends_before_it_begins, Invalid, "Look at both hours again"),
        (_overlaps, Invalid, "One body is in one place"),
        (_in_a_skipped_hour, TimeDoesNotExist, "Check the notice"),
        (_a_habeas_tomorrow, Invalid, "once it is filed"),
    ],
)
async def test_bad_input_is_refused_with_what_to_do_next_and_nothing_is_half_saved(
    house: House, act: Act, refusal: type[Exception], says: str
) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))

    async def everything() -> tuple[object, ...]:
        async with house.watching() as tx:
            counts = [
                await tx.session.scalar(select(func.count()).select_from(model))
                for model in (CustodyStint, LocatorCheck, Task, AuditEntry, HabeasFiling, Proceeding)
            ]
            row = (await tx.session.execute(select(CustodyStint.revision, CustodyStint.booked_out_at))).one()
            case = await tx.session.get_one(Case, house.case)
            return (*counts, *row, case.revision, case.custody_status)

    before = await everything()
    with pytest.raises(refusal, match=says):
        await act(house, there)

    assert await everything() == before and before[-1] is CustodyStatus.IN_CUSTODY


async def test_a_stay_learnt_of_later_fills_the_history_and_one_that_was_wrong_is_corrected(house: House) -> None:
    there = await places(house)
    await held(house, there["plymouth"], datetime(2026, 11, 20, 9))
    await _a_stay(house, there, datetime(2026, 11, 12, 9), datetime(2026, 11, 14, 9))
    async with house.watching() as tx:
        of_case = (await stays.stays_of(tx, [house.case]))[house.case]
        kinds = [passage.kind for passage in transfers.history(of_case, tx.now)]
        first = transfers.in_order(of_case)[0]
    assert kinds == [transfers.PassageKind.STAY, transfers.PassageKind.GAP, transfers.PassageKind.STAY]

    async with house.acting(house.ana) as tx:
        await custody.correct_stay(
            tx, first.id, expected_revision=0, booked_out_at=datetime(2026, 11, 19, 20), time_zone=CHICAGO
        )

    async with house.watching() as tx:
        of_case = (await stays.stays_of(tx, [house.case]))[house.case]
        kinds = [passage.kind for passage in transfers.history(of_case, tx.now)]
    assert kinds == [transfers.PassageKind.STAY, transfers.PassageKind.TRANSIT, transfers.PassageKind.STAY]


__all__ = ["house"]
