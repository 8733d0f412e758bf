"""Who sees what happened: the legal team all of it; advocates numbers and results of dates they may know of, and of the
words what counsel cleared; the house's own people what happened in a quarter; nobody else anything.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import delete, select, text

from casework import access, actors, comparisons
from casework.access import MATRIX, Field, Shown
from schema.base import Table
from schema.cases import Case
from schema.invitations import Audience
from schema.outcomes import Outcome, OutcomeWords, ToldQuarter
from tests.journeys import steps
from tests.town import Seat, Town

LEDGER = """{ cases { edges { node { id no: shortId
  outcomes { id revision supporters officials letters press result resultReported recordedBy { id }
    occasion { id kind } words { said pressLinks clearedAt clearedBy { name } } }
  awaitingOutcome { id kind } } } } }"""
TOLD = """{ organizations { id whatHappened { quarter kinds { kind total results { results count percent } } } } }"""
PAGE = """{ viewer { organization { whatHappened { quarter kinds { kind total results { results count percent }
  splits { by rows { levels total results { results count percent } } } } } } } }"""
SAID, LINK = "The room has spoken for him.", "https://news.example/mateo-rivera-cruz"
EYES = (
    "admin@demo.test", "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test", "coordinator@other.test",
    "attorney@other.test",
)  # fmt: skip


async def asked(town: Town, email: str, document: str) -> Any:
    """The answer of both paths, which agree."""
    seat = await town.signed_in(email)
    found = await seat.ask(document)
    again = await seat.ask(document.replace("{", '{ __type(name: "Case") { name } ', 1))
    again.pop("__type")
    assert again == found, email
    return found


async def ledger(town: Town, email: str) -> list[Any]:
    found = await asked(town, email, LEDGER)
    return [one for edge in found["cases"]["edges"] for one in edge["node"]["outcomes"]]


async def the_case(town: Town) -> str:
    ana = await town.signed_in("coordinator@demo.test")
    found: str = (await ana.ask("{ cases { edges { node { id } } } }"))["cases"]["edges"][0]["node"]["id"]
    return found


@pytest.fixture
async def town(lived_in: Town) -> Town:
    return lived_in


def test_the_printed_matrix_says_so() -> None:
    team = {Audience.COORDINATOR: Shown.FULL, Audience.ATTORNEY: Shown.FULL}
    assert MATRIX[Field.OUTCOMES] == {**team, Audience.ADVOCATE: Shown.WITH_CONSENT}
    assert MATRIX[Field.OPEN_COURT_WORDS] == {**team, Audience.ADVOCATE: Shown.MASKED}


async def test_the_legal_team_sees_all_and_nobody_without_a_part_anything(town: Town) -> None:
    for email in ("coordinator@demo.test", "attorney@demo.test"):
        (one,) = await ledger(town, email)
        assert (one["supporters"], one["officials"], one["letters"], one["press"]) == (31, 2, 40, 3)
        assert one["words"] == {"said": SAID, "pressLinks": [LINK], "clearedAt": None, "clearedBy": None}
    for email in ("admin@demo.test", "attorney@other.test", "coordinator@other.test", "advocate@demo.test"):
        # Of the hearing the advocate may know nothing yet: the client did not agree.
        assert await ledger(town, email) == [], email


async def test_advocates_see_numbers_with_consent_and_words_once_counsel_clears_them(town: Town) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    await steps.consent(ana, await the_case(town), "FILL_COURTROOM", "ADVOCATES")

    (one,) = await ledger(town, "advocate@demo.test")
    assert (one["supporters"], one["letters"], one["words"]) == (31, 40, None)
    assert (await ana.do("clearOutcomeWords", outcomeId=one["id"], cleared=True, expectedRevision=0))[
        "__typename"
    ] == "NotPermitted"
    cleared = await luis.do(
        "clearOutcomeWords", "outcome { revision }", outcomeId=one["id"], cleared=True, expectedRevision=0
    )
    assert cleared["__typename"] == "ClearOutcomeWordsPayload", cleared
    (one,) = await ledger(town, "advocate@demo.test")
    assert (one["words"]["said"], one["words"]["pressLinks"]) == (SAID, [LINK])

    corrected = await ana.do(
        "correctOutcome", outcomeId=one["id"], expectedRevision=1,
        outcome={"supporters": 30, "said": "That he may go home.", "fromNotes": True},
    )  # fmt: skip
    assert corrected["__typename"] == "CorrectOutcomePayload", corrected
    (one,) = await ledger(town, "advocate@demo.test")
    assert (one["supporters"], one["words"]) == (30, None)


async def test_who_read_the_words_is_in_the_trail(town: Town) -> None:
    await ledger(town, "attorney@demo.test")
    async with town.database.transaction(actors.OPERATOR) as tx:
        read = await tx.session.scalar(
            text(
                "select count(*) from audit_entries where act = 'viewed' and fields @> '{outcome_words.said}'"
                " and actor_id = :who"
            ),
            {"who": town.staff["attorney@demo.test"]},
        )
    assert read == 2


async def vigil(town: Town, seat: Seat) -> tuple[str, str]:
    """The ids of an action's date and of the hearing's, both over."""
    found = await seat.ask("{ cases { edges { node { actions { occasion { id } } } } } }")
    ana = await town.signed_in("coordinator@demo.test")
    held = await ana.ask("{ cases { edges { node { hearings { occasion { id } } } } } }")
    town.clock.now = datetime(2026, 12, 3, 15, tzinfo=UTC)
    return (
        found["cases"]["edges"][0]["node"]["actions"][0]["occasion"]["id"],
        held["cases"]["edges"][0]["node"]["hearings"][0]["occasion"]["id"],
    )


async def test_advocates_enter_what_happened_at_actions_and_nothing_else(town: Town) -> None:
    noor = await town.signed_in("advocate@demo.test")
    action, hearing = await vigil(town, noor)
    noor = await town.signed_in("advocate@demo.test")

    entered = await noor.do("recordOutcome", "outcome { id }", occasionId=action, outcome={"supporters": 60})
    assert entered["__typename"] == "RecordOutcomePayload", entered
    ana = await town.signed_in("coordinator@demo.test")
    await steps.consent(ana, await the_case(town), "FILL_COURTROOM", "ADVOCATES")
    refusals = {
        "hearing": await noor.do("recordOutcome", occasionId=hearing, outcome={"supporters": 1}),
        "words": await noor.do(
            "correctOutcome", outcomeId=entered["outcome"]["id"], expectedRevision=0,
            outcome={"pressLinks": ["https://news.example/a"]},
        ),
        "said": await noor.do(
            "correctOutcome", outcomeId=entered["outcome"]["id"], expectedRevision=0,
            outcome={"said": "That he may go.", "fromNotes": True},
        ),
        "result": await noor.do(
            "correctOutcome", outcomeId=entered["outcome"]["id"], expectedRevision=0, outcome={"result": "RELEASED"}
        ),
    }  # fmt: skip
    assert {name: one["__typename"] for name, one in refusals.items()} == {
        "hearing": "NotPermitted", "words": "Invalid", "said": "Invalid", "result": "Invalid",
    }  # fmt: skip
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert sorted(one.supporters or 0 for one in await tx.session.scalars(select(Outcome))) == [31, 60]
        assert len(list(await tx.session.scalars(select(OutcomeWords)))) == 1
    corrected = await noor.do(
        "correctOutcome", "outcome { supporters }", outcomeId=entered["outcome"]["id"], expectedRevision=0,
        outcome={"supporters": 61, "letters": 12},
    )  # fmt: skip
    assert corrected["outcome"] == {"supporters": 61}


async def test_what_waits_to_be_entered_is_listed_for_whoever_may(town: Town) -> None:
    noor = await town.signed_in("advocate@demo.test")
    action, _ = await vigil(town, noor)
    for email in ("advocate@demo.test", "coordinator@demo.test"):
        found = await asked(town, email, LEDGER)
        waits = [one["id"] for edge in found["cases"]["edges"] for one in edge["node"]["awaitingOutcome"]]
        assert waits == [action], email


async def test_each_wall_alone_shows_the_same_rows(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.consent(ana, await the_case(town), "FILL_COURTROOM", "ADVOCATES")
    town.clock.now = datetime(2027, 1, 20, 15, tzinfo=UTC)
    async with town.database.transaction(actors.HOUSEKEEPING) as tx:
        assert await comparisons.tell_quarters(tx) == 16
    tables: tuple[type[Table], ...] = (Outcome, OutcomeWords, ToldQuarter)

    async def rows(email: str) -> list[list[int]]:
        person = town.staff[email]
        async with town.database.transaction(actors.Person(person)) as tx:
            standing = await access.standing(tx)
            second = [len((await tx.session.scalars(select(one))).all()) for one in tables]
        async with town.database.transaction(actors.OPERATOR) as tx:
            first = [len((await tx.session.scalars(access.visible(standing, one, tx.now))).all()) for one in tables]
        return [first, second]

    expected = {
        "coordinator@demo.test": [1, 1, 8], "attorney@demo.test": [1, 1, 8], "advocate@demo.test": [1, 0, 0],
        "admin@demo.test": [0, 0, 8], "coordinator@other.test": [0, 0, 8], "attorney@other.test": [0, 0, 8],
    }  # fmt: skip
    for email, counts in expected.items():
        assert await rows(email) == [counts, counts], email

    luis = await town.signed_in("attorney@demo.test")
    (one,) = await ledger(town, "attorney@demo.test")
    await luis.do("clearOutcomeWords", outcomeId=one["id"], cleared=True, expectedRevision=0)
    assert await rows("advocate@demo.test") == [[1, 1, 0], [1, 1, 0]]


async def test_a_quarter_is_told_to_the_houses_own_people_and_holds_no_case(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        case = (await tx.session.scalars(select(Case).order_by(Case.id))).first()
        assert case is not None
        case.no_publicity = True
    town.clock.now = datetime(2027, 1, 20, 15, tzinfo=UTC)
    async with town.database.transaction(actors.HOUSEKEEPING) as tx:
        await comparisons.tell_quarters(tx)
    mine = town.organizations["elm-city"]
    for email in EYES:
        found = await asked(town, email, TOLD)
        told = {one["id"]: one["whatHappened"] for one in found["organizations"] if one["whatHappened"]}
        home = {"advocate": None}.get(email.split("@")[0], mine if "demo" in email else town.organizations["shoreline"])
        assert set(told) == ({home} if home else set()), email
        assert "C-1" not in str(told) and "ateo" not in str(told)
        for quarter in told.get(mine, []):
            assert [one["total"] for one in quarter["kinds"]] == [None] * 5

    page = await asked(town, "admin@demo.test", PAGE)
    assert len(page["viewer"]["organization"]["whatHappened"]) == comparisons.QUARTERS
    ana = await town.signed_in("coordinator@demo.test")
    saved = await ana.do("exportOutcomes", "csv", organizationId=mine, quarter="2026-Q4")
    assert saved["csv"].startswith("Quarter,Kind of hearing")
    noor = await town.signed_in("advocate@demo.test")
    refused = await noor.do("exportOutcomes", organizationId=mine, quarter="2026-Q4")
    assert refused["__typename"] == "NotFound"
    ben = await town.signed_in("coordinator@other.test")
    assert (await ben.do("exportOutcomes", organizationId=mine, quarter="2026-Q4"))["__typename"] == "NotFound"


async def test_nobody_writes_over_what_was_told(town: Town) -> None:
    town.clock.now = datetime(2027, 1, 20, 15, tzinfo=UTC)
    async with town.database.transaction(actors.HOUSEKEEPING) as tx:
        await comparisons.tell_quarters(tx)
    async with town.database.transaction(actors.Person(town.staff["admin@demo.test"])) as tx:
        changed = await tx.session.execute(text("update told_quarters set told = '{}'"))
        assert changed.rowcount == 0  # type: ignore[attr-defined]
    with pytest.raises(Exception, match="permission denied"):
        async with town.database.transaction(actors.Person(town.staff["admin@demo.test"])) as tx:
            await tx.session.execute(delete(ToldQuarter))


async def test_no_link_shows_anything_of_the_ledger(town: Town) -> None:
    """No page behind a link asks the ledger, and its rows are shut to whoever holds one."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        links = (await tx.session.execute(text("select id, person_id from invitations"))).all()
    assert links
    for link, person in links:
        async with town.database.transaction(actors.OPERATOR) as tx:
            for name, value in (("system", ""), ("link", str(link)), ("link_person", str(person))):
                await tx.session.execute(
                    text("select set_config(:name, :value, true)"), {"name": f"presencia.{name}", "value": value}
                )
            for table in ("outcomes", "outcome_words", "told_quarters"):
                assert await tx.session.scalar(text(f"select count(*) from {table}")) == 0
