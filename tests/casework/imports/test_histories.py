"""Custody and hearings from files: what happened stays what happened, and what is ahead is told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from casework import actors, people, teams
from casework.imports import ImportKind, RowsRefused
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import CustodyStint, PlaceOfCustody, ReleaseReason
from schema.facilities import Facility
from schema.hearings import Hearing, HearingOutcome
from schema.notices import LetterKind, Notice
from schema.occasions import Medium, Occasion, OccasionKind, OccasionState
from schema.organizations import Membership, Role
from schema.people import PersonKind
from schema.proceedings import Proceeding, ProceedingKind
from schema.teams import CaseRole
from tests.casework.imports.rooms import EXCERPTS, Room
from tests.clock import NOW

GROUND = ("facilities_geo", "courts_merged", "people")
HEARINGS = "hearing_id,person_id,base_city_code,cal_type,schedule_type,starts_at,medium,noticed_at,adj_rsn,replaces"
CUSTODY = "person_id,seq,facility_code,book_in,book_out,release_reason"


def a_file(folder: Path, header: str, *rows: str) -> Path:
    path = folder / "file.csv"
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


async def hearing(room: Room, ref: str) -> Hearing:
    async with room.database.transaction(actors.OPERATOR) as tx:
        return (await tx.session.scalars(select(Hearing).where(Hearing.source_ref == ref))).one()


async def statuses(room: Room) -> dict[str | None, CustodyStatus]:
    async with room.database.transaction(actors.OPERATOR) as tx:
        return dict((await tx.session.execute(select(Case.source_ref, Case.custody_status))).all())


async def test_stays_are_told_in_order_and_the_last_says_where_somebody_is(room: Room) -> None:
    await room.excerpts(*GROUND)
    (tally,) = await room.excerpts("custody_stints")

    async with room.database.transaction(actors.OPERATOR) as tx:
        stays = list(
            await tx.session.execute(
                select(Facility.code, CustodyStint.booked_in_at, CustodyStint.release_reason, CustodyStint.place)
                .join(Facility, Facility.id == CustodyStint.facility_id)
                .join(Case, Case.id == CustodyStint.case_id)
                .where(Case.source_ref == "P1")
                .order_by(CustodyStint.booked_in_at)
            )
        )
    assert tally.added == 4
    assert [tuple(stay) for stay in stays] == [
        ("PINEHCT", datetime(2026, 6, 1, 15, 0, tzinfo=UTC), ReleaseReason.TRANSFERRED, PlaceOfCustody.FACILITY),
        ("BAYOULA", datetime(2026, 6, 5, 20, 0, tzinfo=UTC), None, PlaceOfCustody.FACILITY),
    ]
    assert await statuses(room) == {
        "P1": CustodyStatus.IN_CUSTODY,
        "P2": CustodyStatus.RELEASED,
        "P3": CustodyStatus.REMOVED,
        "P4": CustodyStatus.OTHER_AGENCY,
    }


async def test_the_same_stays_again_change_nothing_and_a_corrected_one_is_corrected(room: Room, tmp_path: Path) -> None:
    await room.excerpts(*GROUND, "custody_stints")
    (again,) = await room.excerpts("custody_stints")
    corrected = (
        (EXCERPTS / "custody_stints.csv")
        .read_text()
        .replace(
            "P1,2,BAYOULA,2026-06-05T15:00-0500,,",
            "P1,2,BAYOULA,2026-06-05T15:00-0500,2026-11-20T09:00-0600,Bonded Out - IJ",
        )
    )
    path = tmp_path / "stints.csv"
    path.write_text(corrected)

    tally = await room.read(ImportKind.CUSTODY, path)

    assert (again.added, again.changed, again.unchanged) == (0, 0, 4)
    assert (tally.added, tally.changed, tally.unchanged) == (0, 1, 3)
    assert (await statuses(room))["P1"] is CustodyStatus.RELEASED


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("P9,1,PINEHCT,2026-06-01T11:00-0400,,", 'no person of yours is known as "P9"'),
        ("P1,1,XYZ,2026-06-01T11:00-0400,,", "no facility has the code XYZ. Import facilities first."),
        ("P1,1,TORNHOLD,2026-06-01 11:00,,", "the zone is not known"),
        ("P1,1,PINEHCT,2026-06-01T11:00-0400,2026-05-01T11:00-0400,Removed", "ends before it begins"),
        ("P1,1,PINEHCT,2027-06-01T11:00-0400,,", "has not come yet"),
        ("P1,1,PINEHCT,,,", "when they were booked in is missing"),
        ("P1,1,PINEHCT,2026-06-01T11:00-0400,,Removed", "not when it was"),
        (
            "P1,1,PINEHCT,2026-06-01T11:00-0400,,\nP1,2,BAYOULA,2026-06-02T11:00-0400,,",
            "this stay has no end, but row 3",
        ),
        ("P1,1,PINEHCT,2026-06-01T11:00-0400,,\nP1,1,BAYOULA,2026-06-02T11:00-0400,,", "row 2 is the same stay"),
    ],
)
async def test_a_stay_that_cannot_be_is_refused_and_nothing_changes(
    room: Room, tmp_path: Path, row: str, sentence: str
) -> None:
    await room.excerpts(*GROUND)
    before = await room.everything()

    with pytest.raises(RowsRefused) as refused:
        await room.read(ImportKind.CUSTODY, a_file(tmp_path, CUSTODY, row))

    assert sentence in str(refused.value.problems[0])
    assert await room.everything() == before


async def test_a_date_vacated_before_its_hour_is_cancelled_and_one_put_off_was_held(room: Room) -> None:
    await room.excerpts(*GROUND)
    (tally,) = await room.excerpts("hearings")
    first, second, third = [await hearing(room, ref) for ref in ("H1", "H2", "H3")]

    assert tally.added == 5
    # H2's notice came on August 25, before September 1.
    assert (first.occasion.state, first.adjournment_code) == (OccasionState.CANCELLED, "55")
    # H3's notice came an hour after H2 began.
    assert (second.occasion.state, second.outcome) == (OccasionState.HELD, HearingOutcome.CONTINUED)
    assert third.occasion.state is OccasionState.CONFIRMED
    assert (first.supersedes_id, second.supersedes_id, third.supersedes_id) == (None, first.id, second.id)


async def test_a_hearing_carries_its_codes_its_place_and_its_wall_time(room: Room) -> None:
    await room.excerpts(*GROUND, "hearings")
    bond, review = await hearing(room, "H5"), await hearing(room, "H4")

    assert (bond.calendar_type, bond.schedule_type, bond.detained) == ("C", "CY", True)
    assert (bond.occasion.kind, bond.occasion.medium) == (OccasionKind.BOND_HEARING, Medium.IN_PERSON)
    assert (bond.occasion.wall_starts, bond.occasion.time_zone) == (datetime(2026, 12, 1, 8, 30), "America/New_York")
    assert (bond.occasion.place_name, bond.occasion.place_city) == ("Pine Hollow Immigration Court", "Pine Hollow, CT")
    assert review.occasion.starts_at == datetime(2026, 6, 20, 14, 30, tzinfo=UTC)
    async with room.database.transaction(actors.OPERATOR) as tx:
        kinds = [
            (await tx.session.get_one(Proceeding, one.proceeding_id)).kind
            for one in (bond, await hearing(room, "H3"), review)
        ]
    assert kinds == [ProceedingKind.BOND, ProceedingKind.REMOVAL, ProceedingKind.CREDIBLE_FEAR_REVIEW]


async def test_the_board_knows_the_next_date_and_nobody_is_reminded_of_past_ones(room: Room) -> None:
    await room.excerpts(*GROUND)
    async with room.database.transaction(actors.OPERATOR) as tx:
        ana = await people.add_person(
            tx, room.organization, kind=PersonKind.STAFF, name="Ana Okafor", email="ana@x.test"
        )
        tx.session.add(Membership(organization_id=room.organization, person_id=ana.id, role=Role.ATTORNEY))
        await tx.session.flush()
        case = (await tx.session.scalars(select(Case).where(Case.source_ref == "P1"))).one()
        await teams.add_to_team(tx, case.id, ana.id, CaseRole.ATTORNEY)

    await room.excerpts("hearings")

    async with room.database.transaction(actors.OPERATOR) as tx:
        case = (await tx.session.scalars(select(Case).where(Case.source_ref == "P1"))).one()
        told = set(
            await tx.session.execute(
                select(Notice.kind, Hearing.source_ref).join(Hearing, Hearing.occasion_id == Notice.occasion_id)
            )
        )
    bond = await hearing(room, "H5")
    assert (case.next_occasion_id, case.next_occasion_at) == (bond.occasion_id, bond.occasion.starts_at)
    assert {tuple(one) for one in told} <= {(LetterKind.REMINDER, "H5"), (LetterKind.REMINDER, "H3")}
    assert (LetterKind.REMINDER, "H5") in {tuple(one) for one in told}
    assert await room.count(Notice, Notice.due_at < NOW) == 0


async def test_the_same_hearings_again_change_nothing(room: Room) -> None:
    await room.excerpts(*GROUND, "hearings")
    before = await room.everything()

    (tally,) = await room.excerpts("hearings")

    assert (tally.added, tally.changed, tally.unchanged) == (0, 0, 5)
    assert await room.everything() == before | {
        "imports": before["imports"] + 1,
        "audit_entries": before["audit_entries"] + 1,
    }


async def test_a_hearing_at_another_time_is_moved_and_its_sequence_rises(room: Room, tmp_path: Path) -> None:
    await room.excerpts(*GROUND, "hearings")
    path = tmp_path / "moved.csv"
    path.write_text((EXCERPTS / "hearings.csv").read_text().replace("2026-12-01T08:30-0500", "2026-12-03T10:00-0500"))

    tally = await room.read(ImportKind.HEARINGS, path)

    moved = await hearing(room, "H5")
    assert (tally.added, tally.changed, tally.unchanged) == (0, 1, 4)
    assert (moved.occasion.starts_at, moved.occasion.sequence) == (datetime(2026, 12, 3, 15, 0, tzinfo=UTC), 1)


async def test_a_later_file_that_replaces_a_known_date_cancels_it(room: Room, tmp_path: Path) -> None:
    await room.excerpts(*GROUND, "hearings")

    tally = await room.read(
        ImportKind.HEARINGS,
        a_file(tmp_path, HEARINGS, "H6,P1,PHX,C,CY,2026-12-02T08:30-0500,WEBEX,2026-11-23T09:00-0500,,H5"),
    )

    old, new = await hearing(room, "H5"), await hearing(room, "H6")
    assert tally.added == 1
    assert (old.occasion.state, new.occasion.state) == (OccasionState.CANCELLED, OccasionState.CONFIRMED)
    assert new.supersedes_id == old.id


async def test_a_closed_case_with_a_date_ahead_is_open_again(room: Room, tmp_path: Path) -> None:
    await room.excerpts(*GROUND)

    tally = await room.read(
        ImportKind.HEARINGS,
        a_file(tmp_path, HEARINGS, "H9,P3,PHX,M,MD,2026-12-02T08:30-0500,WEBEX,2026-11-23T09:00-0500,,"),
    )

    async with room.database.transaction(actors.OPERATOR) as tx:
        case = (await tx.session.scalars(select(Case).where(Case.source_ref == "P3"))).one()
    assert (case.stage, case.closed_at) == (Stage.INTAKE, None)
    assert "open again" in tally.remarks[-1]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("H9,P9,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,", 'no person of yours is known as "P9"'),
        ("H9,P1,ZZZ,M,MD,2026-12-01T09:00-0500,VTC,,,", "no court has the code ZZZ. Import courts first."),
        ("H9,P1,PHX,M,QQ,2026-12-01T09:00-0500,VTC,,,", "QQ is not an EOIR schedule type"),
        ("H9,P1,PHX,Q,MD,2026-12-01T09:00-0500,VTC,,,", "Q is not an EOIR calendar type"),
        ("H9,P1,MTX,M,MD,2026-12-01T09:00-0500,VTC,,,", "there it would be 2026-12-01 07:00"),
        ("H9,P1,PHX,M,MD,2027-03-14 02:30,VTC,,,", "does not exist in America/New_York"),
        ("H9,P1,PHX,M,MD,2026-12-01T09:00-0500,pigeon,,,", "is not a medium"),
        ("H9,P1,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,H9", "cannot replace itself"),
        ("H9,P1,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,H77", 'replaces "H77", which is neither in this file nor known'),
        (
            "H8,P1,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,H9\nH9,P1,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,H8",
            "replaces, by way of others, itself",
        ),
        (
            "H7,P1,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,\nH8,P1,PHX,M,MD,2026-12-02T09:00-0500,VTC,,,H7\n"
            "H9,P1,PHX,M,MD,2026-12-03T09:00-0500,VTC,,,H7",
            '"H7" is replaced in row 3 already',
        ),
        (
            "H7,P2,PHX,M,MD,2026-12-01T09:00-0500,VTC,,,\nH8,P1,PHX,M,MD,2026-12-02T09:00-0500,VTC,,,H7",
            "which is another person's",
        ),
    ],
)
async def test_a_hearing_that_cannot_be_is_refused_and_nothing_changes(
    room: Room, tmp_path: Path, row: str, sentence: str
) -> None:
    await room.excerpts(*GROUND)
    before = await room.everything()

    with pytest.raises(RowsRefused) as refused:
        await room.read(ImportKind.HEARINGS, a_file(tmp_path, HEARINGS, row))

    assert sentence in str(refused.value.problems[0])
    assert await room.count(Occasion) == 0
    assert await room.everything() == before
