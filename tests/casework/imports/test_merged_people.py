"""Files go on naming two records that somebody has merged: what they say reaches the one that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from casework import actors, identities, intake, merging, people
from casework.identities import Known
from casework.imports import ImportKind
from casework.imports.loading import cases_by_ref
from schema.cases import Case
from schema.detainees import Detainee, DetaineeMerge
from schema.organizations import Membership, Role
from schema.people import PersonKind
from tests.casework.imports.rooms import Room
from tests.casework.imports.test_people import a_file

ROWS = ("A,A012345678,1990,SP,Inés Poot", "B,A012345679,1990,SP,Agnes Pot")


async def merged(room: Room, kept: str, other: str) -> tuple[Case, Case]:
    async with room.database.transaction(actors.OPERATOR) as tx:
        ana = await people.add_person(tx, room.organization, kind=PersonKind.STAFF, name="Ana Ruiz")
        tx.session.add(Membership(organization_id=room.organization, person_id=ana.id, role=Role.COORDINATOR))
        one, two = [
            (await tx.session.scalars(select(Case).where(Case.source_ref == ref))).one() for ref in (kept, other)
        ]
    async with room.database.transaction(actors.Person(ana.id)) as tx:
        await merging.merge_cases(tx, one.id, two.id)
    return one, two


async def parted(room: Room) -> None:
    async with room.database.transaction(actors.OPERATOR) as tx:
        merge = (await tx.session.scalars(select(DetaineeMerge))).one()
    async with room.database.transaction(actors.Person(merge.merged_by_id)) as tx:
        await merging.undo_merge(tx, merge.id)


async def facts_of(room: Room, case: Case) -> Known:
    async with room.database.transaction(actors.OPERATOR) as tx:
        return await identities.read(tx, await tx.session.get_one(Detainee, case.detainee_id))


async def test_the_same_file_again_and_news_in_it_are_taken_and_make_nobody_anew(room: Room, tmp_path: Path) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, *ROWS))
    kept, _ = await merged(room, "A", "B")
    before = await facts_of(room, kept)

    again = await room.read(ImportKind.PEOPLE, a_file(tmp_path, *ROWS))
    news = await room.read(ImportKind.PEOPLE, a_file(tmp_path, ROWS[0], "B,A012345679,1991,SP,Agnes Pot May"))
    settled = await room.read(ImportKind.PEOPLE, a_file(tmp_path, ROWS[0], "B,A012345679,1991,SP,Agnes Pot May"))

    assert [(tally.added, tally.changed, tally.unchanged) for tally in (again, news, settled)] == [(0, 0, 2)] * 3
    assert await facts_of(room, kept) == before
    assert before.a_numbers == ["012345678", "012345679"] and before.aliases == ["Agnes Pot"]


async def test_a_row_with_both_numbers_and_one_without_an_id_are_of_the_one_who_is_kept(
    room: Room, tmp_path: Path
) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, ROWS[0]))
    async with room.database.transaction(actors.OPERATOR) as tx:
        typed = await intake.take_in_case(
            tx, room.organization, known=Known(legal_name="Agnes Pot", a_numbers=["A012345679"])
        )
        typed.source_ref = "typed"
    await merged(room, "A", "typed")

    # The file knows her under an id of its own, and the product by that number: one more row of one person.
    tally = await room.read(ImportKind.PEOPLE, a_file(tmp_path, ROWS[0], "C,A012345679,1990,SP,Agnes Pot"))

    assert (tally.added, tally.changed, tally.unchanged) == (0, 0, 2)
    assert await room.count(Case) == 2


async def test_a_date_or_a_stay_of_the_other_id_is_of_the_case_that_is_kept(room: Room, tmp_path: Path) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, *ROWS, "C,A012345670,1990,SP,Inés Poot May"))
    first, second = await merged(room, "A", "B")
    third, _ = await merged(room, "C", "A")

    async with room.database.transaction(actors.OPERATOR) as tx:
        known = await cases_by_ref(tx, room.organization)

    assert {ref: one.id for ref, one in known.items()} == dict.fromkeys("ABC", third.id)
    assert third.id not in (first.id, second.id)


@pytest.mark.parametrize("number", ["A012345678", "A012345679"])
async def test_after_parting_each_number_is_of_its_own_record_again(room: Room, tmp_path: Path, number: str) -> None:
    await room.read(ImportKind.PEOPLE, a_file(tmp_path, *ROWS))
    kept, other = await merged(room, "A", "B")
    async with room.database.transaction(actors.OPERATOR) as tx:
        owner = await identities.holders(tx, room.organization, [number.removeprefix("A")])
    assert list(owner.values()) == [kept.detainee_id]

    await parted(room)

    async with room.database.transaction(actors.OPERATOR) as tx:
        owner = await identities.holders(tx, room.organization, [number.removeprefix("A")])
        known = await cases_by_ref(tx, room.organization)
    mine = kept if number.endswith("8") else other
    assert list(owner.values()) == [mine.detainee_id]
    assert {ref: one.id for ref, one in known.items()} == {"A": kept.id, "B": other.id}
