"""What happened in a quarter: of every case, for those of the house alone, in no way that ranks or finds anybody."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from graphql import GraphQLEnumType, GraphQLObjectType, get_named_type
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text

from api.graph import schema as graph
from casework import comparisons, outcomes
from casework.actors import HOUSEKEEPING, RETENTION
from casework.comparisons import ComparedBy, ComparedKind, ComparedLevel, ComparedResult, Happened
from casework.outcomes import OutcomeFacts
from casework.refusals import Invalid, NotFound, NotPermitted
from schema.advocacy import AdvocacyAction
from schema.audit import AuditEntry
from schema.base import new_id
from schema.cases import Case
from schema.courts import Court
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Occasion, OccasionKind, OccasionState
from schema.organizations import Role
from schema.outcomes import Outcome, OutcomeResult
from tests.house import House

#: The last quarter of 2026 is over.
NEW_YEAR = datetime(2027, 1, 18, 15, tzinfo=UTC)
QUARTER = "2026-Q4"
COUNTED = text("select outcomes_counted(:one, 2026, 4)")
#: (people, letters, result) and how many such: of bond hearings in the case of the house.
HELD = (
    (0, 0, OutcomeResult.BOND_DENIED, 6), (0, 0, OutcomeResult.BOND_GRANTED, 6), (0, 0, OutcomeResult.CONTINUED, 5),
    (12, 5, OutcomeResult.BOND_GRANTED, 9), (12, 5, OutcomeResult.BOND_DENIED, 2), (12, 5, None, 5),
    (40, 9, OutcomeResult.BOND_GRANTED, 7), (40, 9, OutcomeResult.BOND_DENIED, 5), (40, 9, OutcomeResult.CONTINUED, 1),
)  # fmt: skip


async def fill(house: House, held: Any = HELD, at: datetime = datetime(2026, 12, 10, 15, tzinfo=UTC)) -> None:
    """Hearings of the house's case, entered at this instant."""
    async with house.watching() as tx:
        for people, letters, result, many in held:
            for _ in range(many):
                occasion = Occasion(
                    id=new_id(), organization_id=house.organization, case_id=house.case, kind=OccasionKind.BOND_HEARING,
                    state=OccasionState.HELD, starts_at=at, ends_at=at + timedelta(hours=1),
                    time_zone="America/New_York", wall_starts=at.replace(tzinfo=None), revised_at=at,
                )  # fmt: skip
                tx.session.add(occasion)
                await tx.session.flush()
                tx.session.add(
                    Outcome(
                        id=new_id(),
                        case_id=house.case,
                        occasion_id=occasion.id,
                        supporters=people,
                        letters=letters,
                        result=result,
                        recorded_at=at,
                    )
                )
                # What is compared is what happened in court: an entry of no hearing is of none.
                template = await tx.session.get_one(Hearing, house.hearing)
                tx.session.add(
                    Hearing(
                        id=new_id(), case_id=house.case, proceeding_id=template.proceeding_id, occasion_id=occasion.id,
                        court_id=house.court, source=template.source, confidence=template.confidence, checked_at=at,
                        judge="Hon. Rosalind Keene",
                    )
                )  # fmt: skip


async def keep(house: House) -> int:
    """What the worker does."""
    async with house.database.transaction(HOUSEKEEPING) as tx:
        return await comparisons.tell_quarters(tx)


async def told(house: House, by: UUID, quarter: str = QUARTER) -> comparisons.WhatHappened | None:
    async with house.acting(by) as tx:
        every = await comparisons.what_happened(tx, house.organization)
    assert len(every) <= comparisons.QUARTERS
    return next((one for one in every if one.quarter == quarter), None)


def line(results: tuple[comparisons.ResultCount, ...]) -> list[tuple[str, int, int]]:
    return [("+".join(one.value for one in each.results), each.count, each.percent) for each in results]


@pytest.fixture
async def filled(house: House) -> House:
    await fill(house)
    house.clock.now = NEW_YEAR
    assert await keep(house) == comparisons.QUARTERS
    return house


async def test_hearings_are_set_side_by_side_and_what_is_too_few_is_put_together(filled: House) -> None:
    found = await told(filled, filled.ana)

    assert found is not None
    bond, *others = found.kinds
    assert (bond.kind, bond.total) == (ComparedKind.BOND, 46)
    assert line(bond.results) == [("for_client", 22, 48), ("against_client", 13, 28), ("neither", 11, 24)]
    rows = {split.by: split.rows for split in bond.splits}
    assert [([one.value for one in row.levels], row.total) for row in rows[ComparedBy.PRESENCE]] == [
        (["nobody"], 17),
        # Two were denied with a dozen in the room, one was put off with forty.
        (["up_to_9", "up_to_29", "from_30", "not_counted"], 29),
    ]
    # Nobody counted any press.
    assert rows[ComparedBy.PRESS] == ()
    assert [(one.total, one.results, one.splits) for one in others] == [(None, (), ())] * 4


async def test_a_case_without_publicity_counts_like_every_other(house: House) -> None:
    await fill(house)
    async with house.watching() as tx:
        (await tx.session.get_one(Case, house.case)).no_publicity = True
    house.clock.now = NEW_YEAR
    await keep(house)

    found = await told(house, house.ana)
    assert found is not None
    assert found.kinds[0].total == 46


async def test_the_report_of_a_hearing_says_its_result(house: House) -> None:
    await fill(house, ((3, 0, OutcomeResult.OTHER, 6),))
    async with house.watching() as tx:
        for hearing in await tx.session.scalars(select(Hearing).where(Hearing.id != house.hearing)):
            hearing.outcome = HearingOutcome.BOND_GRANTED
    house.clock.now = NEW_YEAR
    async with house.database.transaction(HOUSEKEEPING) as tx:
        rows = await tx.session.scalar(COUNTED, {"one": house.organization})
    assert rows == [["bond_hearing", "up_to_9", "without", "not_counted", "bond_granted", 6]]


async def test_letters_gathered_at_actions_around_a_hearing_are_the_hearings(house: House) -> None:
    await fill(house, ((3, None, OutcomeResult.BOND_GRANTED, 1),))
    async with house.watching() as tx:
        asked = select(Hearing).where(Hearing.id != house.hearing)
        (hearing,) = await tx.session.scalars(asked)
        hearing_id = hearing.id
        key = (await tx.session.get_one(Case, house.case)).vault_key_id
        await tx.unlock([key])
        at = datetime(2026, 12, 9, 15, tzinfo=UTC)
        drive = Occasion(
            id=new_id(), organization_id=house.organization, case_id=house.case, kind=OccasionKind.LETTER_DRIVE,
            starts_at=at, ends_at=at, time_zone="America/New_York", wall_starts=at.replace(tzinfo=None), revised_at=at,
        )  # fmt: skip
        tx.session.add(drive)
        await tx.session.flush()
        action = AdvocacyAction(
            id=new_id(), organization_id=house.organization, case_id=house.case, hearing_id=hearing_id,
            occasion_id=drive.id, vault_key_id=key,
        )  # fmt: skip
        action.title = tx.seal(AdvocacyAction, action.id, "title", key, "Letters")
        tx.session.add(action)
        tx.session.add(Outcome(id=new_id(), case_id=house.case, occasion_id=drive.id, letters=40, recorded_at=at))
    house.clock.now = NEW_YEAR
    async with house.database.transaction(HOUSEKEEPING) as tx:
        rows = await tx.session.scalar(COUNTED, {"one": house.organization})
    assert rows == [["bond_hearing", "up_to_9", "with", "not_counted", "bond_granted", 1]]


async def test_nobody_but_the_house_reads_the_counts_themselves(filled: House) -> None:
    for one in (filled.ana, filled.luis):
        async with filled.acting(one) as tx:
            assert await tx.session.scalar(COUNTED, {"one": filled.organization}) is None


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMIN, Role.ATTORNEY, Role.PARALEGAL, Role.SUPERVISED_STUDENT])
async def test_whoever_works_there_is_told_with_no_seat_on_any_case(filled: House, role: Role) -> None:
    somebody = await filled.a_person("Sam Lee", role=role)
    found = await told(filled, somebody)
    assert found is not None
    assert found.kinds[0].total == 46


async def test_nobody_else_is_told_anything_nor_exports_it(filled: House) -> None:
    advocate = await filled.a_person("Noor Haddad", role=Role.ADVOCATE)
    stranger = await filled.a_person("Tom Reed")
    for one, refusal in ((advocate, NotPermitted), (stranger, NotFound)):
        assert await told(filled, one) is None
        with pytest.raises(refusal):
            async with filled.acting(one) as tx:
                await comparisons.export_outcomes(tx, filled.organization, QUARTER, "en")
    assert await exports(filled) == []


async def exports(house: House) -> list[tuple[str, Any, UUID | None]]:
    async with house.watching() as tx:
        found = await tx.session.scalars(select(AuditEntry).where(AuditEntry.act == "outcomes.exported"))
        return [(one.act, one.after, one.organization_id) for one in found]


PERIODS = ["2027-Q1", "2026", "2026-Q5", "2026-12", "2026-Q3..2026-Q4", "all", "", "2024-Q4", "2026-Q4 ", "2026-q4"]


@pytest.mark.parametrize("period", PERIODS)
async def test_no_other_period_can_be_exported_that_would_overlap(filled: House, period: str) -> None:
    with pytest.raises(Invalid) as refused:
        async with filled.acting(filled.ana) as tx:
            await comparisons.export_outcomes(tx, filled.organization, period, "en")
    assert refused.value.field == "quarter"
    assert await exports(filled) == []


async def test_the_database_counts_no_quarter_that_is_not_over(filled: House) -> None:
    # 23:59 in New Haven.
    filled.clock.now = datetime(2027, 1, 1, 4, 59, tzinfo=UTC)
    async with filled.database.transaction(HOUSEKEEPING) as tx:
        assert await tx.session.scalar(COUNTED, {"one": filled.organization}) is None


def test_a_quarter_is_told_two_weeks_after_its_end_as_new_haven_has_it() -> None:
    assert comparisons.quarters(datetime(2027, 1, 15, 5, 0, tzinfo=UTC))[:2] == [(2026, 4), (2026, 3)]
    assert comparisons.quarters(datetime(2027, 1, 15, 4, 59, tzinfo=UTC))[:2] == [(2026, 3), (2026, 2)]
    assert len(comparisons.quarters(NEW_YEAR)) == comparisons.QUARTERS


async def test_nothing_entered_corrected_or_taken_away_later_changes_what_was_told(filled: House) -> None:
    before = await told(filled, filled.ana)
    async with filled.acting(filled.ana) as tx:
        entry = await outcomes.record_outcome(
            tx, filled.occasion, OutcomeFacts(supporters=50, result=OutcomeResult.BOND_GRANTED)
        )
    async with filled.watching() as tx:
        one = (await tx.session.scalars(select(Outcome).where(Outcome.id != entry.id).order_by(Outcome.id))).first()
        assert one is not None
        wrong = one.id
    async with filled.acting(filled.ana) as tx:
        await outcomes.correct_outcome(tx, wrong, OutcomeFacts(supporters=99), expected_revision=0)
    async with filled.database.transaction(RETENTION) as tx:
        await tx.session.execute(delete(Outcome).where(Outcome.supporters == 12))
    assert await keep(filled) == 0
    assert await told(filled, filled.ana) == before

    filled.clock.now = datetime(2027, 4, 20, 15, tzinfo=UTC)
    assert await keep(filled) == 1
    assert await told(filled, filled.ana) == before
    later = await told(filled, filled.ana, "2027-Q1")
    assert later is not None
    # One entry alone: nothing is said of it.
    assert [(one.total, one.results, one.splits) for one in later.kinds] == [(None, (), ())] * 5


worlds = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.builds(
            Happened,
            kind=st.sampled_from([ComparedKind.BOND, ComparedKind.MASTER]),
            result=st.sampled_from(ComparedResult),
            presence=st.sampled_from(comparisons.LEVELS[ComparedBy.PRESENCE]),
            letters=st.sampled_from([ComparedLevel.WITH, ComparedLevel.WITHOUT]),
            press=st.sampled_from([ComparedLevel.WITH, ComparedLevel.WITHOUT]),
        ),
    ),
    max_size=120,
)


@settings(max_examples=50, deadline=None)
@given(worlds)
def test_answers_of_different_quarters_and_kinds_have_nothing_in_common_to_take_away(
    entered: list[tuple[int, Happened]],
) -> None:
    """Whatever happened in other quarters and at other kinds of hearing, an answer is the same: so that no difference
    of two allowed answers is about fewer hearings than each of them.
    """
    for quarter in range(3):
        of_it = [one for made, one in entered if made == quarter]
        whole = comparisons.compared("q", of_it)
        for kind, answer in zip(ComparedKind, whole.kinds, strict=True):
            alone = comparisons.compared("q", [one for one in of_it if one.kind is kind])
            assert next(one for one in alone.kinds if one.kind is kind) == answer
        # And nothing says how many there were of all kinds.
        assert not hasattr(whole, "total")


async def test_the_export_is_the_same_table_and_stands_in_the_trail(filled: House) -> None:
    async with filled.acting(filled.luis) as tx:
        text_of = await comparisons.export_outcomes(tx, filled.organization, QUARTER, "en")

    rows = list(csv.reader(io.StringIO(text_of)))
    assert rows[0] == ["Quarter", "Kind of hearing", "Compared by", "Which", "Result", "Hearings", "Percent"]
    assert rows[1] == [QUARTER, "bond and custody", "", "", "", "46", ""]
    assert [QUARTER, "bond and custody", "people present", "nobody", "decided for the client", "6", "35"] in rows
    assert [QUARTER, "master", "", "", "", "fewer than 5", ""] in rows
    assert all(int(row[5]) >= 5 for row in rows[1:] if row[5].isdigit())
    assert await exports(filled) == [
        ("outcomes.exported", {"kind": QUARTER, "records": len(rows)}, filled.organization)
    ]
    # No word of it was typed by anybody.
    assert "Keene" not in text_of
    assert "Mateo" not in text_of
    async with filled.acting(filled.luis) as tx:
        spanish = await comparisons.export_outcomes(tx, filled.organization, QUARTER, "es")
    assert "Trimestre" in spanish


def types_below(name: str) -> Iterator[tuple[str, str]]:
    seen, open_types = set(), [name]
    while open_types:
        of = graph.graphql.type_map[open_types.pop()]
        if of.name in seen:
            continue
        seen.add(of.name)
        if isinstance(of, GraphQLEnumType):
            yield from ((of.name, word) for word in of.values)
        if isinstance(of, GraphQLObjectType):
            for field, what in of.fields.items():
                yield of.name, field
                open_types.append(get_named_type(what.type).name)


def test_comparisons_know_no_judge_no_court_no_attorney_and_no_case() -> None:
    said = {f"{of}.{field}" for of, field in types_below("WhatHappened")}
    assert said == {
        "WhatHappened.quarter", "WhatHappened.kinds",
        "KindCompared.kind", "KindCompared.total", "KindCompared.results", "KindCompared.splits",
        "ComparedSplit.by", "ComparedSplit.rows", "ComparedRow.levels", "ComparedRow.total", "ComparedRow.results",
        "ResultCount.results", "ResultCount.count", "ResultCount.percent",
        *(f"ComparedKind.{one.name}" for one in ComparedKind), *(f"ComparedBy.{one.name}" for one in ComparedBy),
        *(f"ComparedLevel.{one.name}" for one in ComparedLevel),
        *(f"ComparedResult.{one.name}" for one in ComparedResult),
    }  # fmt: skip
    assert not re.search(r"judge|court|attorney|counsel|case|person|name", " ".join(said), re.IGNORECASE)
    asked = graph.graphql.type_map["Organization"].fields["whatHappened"].args  # type: ignore[attr-defined]
    # Nothing can be asked, so that no two questions can be set against each other.
    assert asked == {}
    entered = graph.graphql.type_map["OutcomeInput"].fields  # type: ignore[attr-defined]
    assert "judge" not in entered
    assert {one.name for one in ComparedBy} == {"PRESENCE", "LETTERS", "PRESS"}


async def test_the_judge_of_a_hearing_is_not_among_what_the_database_counts(filled: House) -> None:
    async with filled.watching() as tx:
        assert await tx.session.scalar(select(Court.id).where(Court.id == filled.court)) is not None
        source = str(await tx.session.scalar(text("select prosrc from pg_proc where proname = 'outcomes_counted'")))
    assert not re.search(r"judge|court_id|case_id|detainee|name", source)
