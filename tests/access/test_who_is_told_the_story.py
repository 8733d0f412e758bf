"""The story of a case: what happened, by when it happened, for the legal team alone."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import select

from api.nodes import parts
from casework import access, actors
from schema.story import StoryEntry
from tests.ground import Ground
from tests.town import Seat, Town

STORY = """query ($id: ID!, $first: Int!, $after: String) { node(id: $id) { ... on Case { story(first: $first, after:
  $after) { pageInfo { hasNextPage endCursor } edges { node { key kind at day timeZone ahead recordId what state outcome
  audience place name } } } } } }"""


RECORDS = """query ($id: ID!) { node(id: $id) { ... on Case { id custody { id } detainers { id } incidents { id }
  proceedings { id } hearings { id } bond { id } deadlines { id } documents { id } assignments { id appearances { id } }
  consents { id } callLog { id } visits { id } actions { id } } } }"""


async def mateos(town: Town) -> str:
    ana = await town.signed_in("coordinator@demo.test")
    case_id: str = (await ana.ask('{ case(shortId: "C-10001") { id } }'))["case"]["id"]
    return case_id


async def told(seat: Seat, case_id: str, first: int = 100) -> list[dict[str, Any]]:
    """The whole story, page by page."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        story = (await seat.ask(STORY, id=case_id, first=first, after=after))["node"]["story"]
        found += [edge["node"] for edge in story["edges"]]
        after = story["pageInfo"]["endCursor"]
        if not story["pageInfo"]["hasNextPage"]:
            return found


def line(entry: dict[str, Any]) -> tuple[Any, ...]:
    """When, what, and all that is said of it."""
    words = (entry[one] for one in ("what", "state", "outcome", "audience", "place", "name"))
    return (entry["day"] or entry["at"].replace("+00:00", "Z"), entry["kind"], *(word for word in words if word))


async def test_what_happened_is_told_by_when_it_happened_and_not_by_when_it_was_written_down(lived_in: Town) -> None:
    case_id = await mateos(lived_in)
    ana = await lived_in.signed_in("coordinator@demo.test")

    story = await told(ana, case_id)

    now = "2026-11-23T14:30:00Z"
    assert [line(one) for one in story if one["at"][:16] != now[:16]] == [
        ("2027-05-31", "CONSENT_EXPIRES", "FILL_COURTROOM", "SUPPORTERS"),
        ("2027-05-31", "CONSENT_EXPIRES", "TELL_OFFICIALS", "OFFICIALS"),
        ("2026-12-02T14:00:00Z", "HEARING", "BOND_HEARING", "CONFIRMED", "Hartford Immigration Court"),
        ("2026-11-25T15:00:00Z", "VISIT", "LEGAL_CALL", "BOOKED", "Plymouth County Correctional"),
        ("2026-11-23", "APPEARANCE_ENTERED", "EOIR_28", "Hartford Immigration Court"),
        ("2026-11-21T15:00:00Z", "PROCEEDING_FILED", "HABEAS", "D. Mass."),
        ("2026-11-20", "BOND_STAGE", "POSTED"),
        ("2026-11-20T14:15:00Z", "DETAINER_RECEIVED", "I_247A", "GROUND_NAMED"),
        ("2026-11-20T13:00:00Z", "STAY_BEGAN", "FACILITY", "Plymouth County Correctional"),
        ("2026-11-20T12:40:00Z", "INCIDENT", "FORCE"),
        ("2026-11-20T12:40:00Z", "ARRESTED"),
        ("2026-11-20T12:30:00Z", "INCIDENT", "ENTRY_OR_SEARCH"),
        ("2026-11-19", "BOND_STAGE", "PAYING"),
        ("2026-11-18", "BOND_STAGE", "GRANTED"),
        ("2026-11-10", "BOND_STAGE", "REQUESTED"),
    ]
    # What was recorded as of that minute.
    assert sorted(line(one) for one in story if one["at"][:16] == now[:16]) == [
        (now, "ACTION_PUBLISHED", "ACCOMPANIMENT"),
        (now, "CALL"),
        (now, "CASE_OPENED"),
        (now, "CONSENT_GIVEN", "FILL_COURTROOM", "SUPPORTERS"),
        (now, "CONSENT_GIVEN", "TELL_OFFICIALS", "OFFICIALS"),
        (now, "COUNSEL_ACCEPTED", "ALL"),
    ]
    assert [one["kind"] for one in story if one["ahead"]] == [
        "CONSENT_EXPIRES", "CONSENT_EXPIRES", "HEARING", "VISIT"
    ]  # fmt: skip
    assert {one["timeZone"] for one in story} == {None, "America/New_York"}


async def test_every_entry_leads_to_its_record(lived_in: Town) -> None:
    case_id = await mateos(lived_in)
    luis = await lived_in.signed_in("attorney@demo.test")
    of_case = await luis.ask(RECORDS, id=case_id)
    known = {found for found in orjson.dumps(of_case).decode().split('"') if len(found) > 40}

    story = await told(luis, case_id)

    assert [entry for entry in story if entry["recordId"] not in known] == []
    assert len({parts(entry["recordId"])[0] for entry in story}) == 13


async def test_what_changes_is_told_as_it_is_now(lived_in: Town) -> None:
    """A transfer, an incident of which the day alone is known, a release with its reason."""
    case_id = await mateos(lived_in)
    ana = await lived_in.signed_in("coordinator@demo.test")
    luis = await lived_in.signed_in("attorney@demo.test")
    moved = await ana.do(
        "recordTransfer", caseId=case_id, facilityId=lived_in.facilities["WINNCLA"], source="LOCATOR",
        leftAt="2026-11-22T06:00", arrivedAt="2026-11-22T19:00",
    )  # fmt: skip
    assert moved["__typename"] == "RecordTransferPayload", moved
    seen = await ana.do(
        "recordIncident", caseId=case_id,
        incident={"kind": "MEDICAL_CARE", "what": "No insulin.", "happenedAt": "2026-11-22T00:00", "hourKnown": False},
    )  # fmt: skip
    assert seen["__typename"] == "RecordIncidentPayload", seen
    lines = [line(one) for one in await told(luis, case_id)]
    left = ("2026-11-22T12:00:00Z", "STAY_ENDED", "FACILITY", "TRANSFERRED", "Plymouth County Correctional")
    assert left in lines
    assert ("2026-11-23T01:00:00Z", "STAY_BEGAN", "FACILITY", "Winn Correctional") in lines
    assert ("2026-11-22", "INCIDENT", "MEDICAL_CARE") in lines

    freed = await ana.do(
        "recordRelease", caseId=case_id, releasedAt="2026-11-23T08:00", reason="BONDED_OUT_JUDGE", source="COUNSEL",
        timeZone="America/Chicago",
    )  # fmt: skip
    assert freed["__typename"] == "RecordReleasePayload", freed

    story = await told(luis, case_id)
    out = next(one for one in story if one["kind"] == "STAY_ENDED" and one["outcome"] != "TRANSFERRED")
    assert line(out) == (
        "2026-11-23T14:00:00Z", "STAY_ENDED", "FACILITY", "BONDED_OUT_JUDGE", "Winn Correctional"
    )  # fmt: skip
    assert out["timeZone"] == "America/Chicago"


async def test_nobody_outside_the_legal_team_is_told_it(lived_in: Town, ground: Ground) -> None:
    """Noor has a seat on the shared case and sees its consents; Ben's organization doesn't read it."""
    case_id = await mateos(lived_in)
    noor = await lived_in.signed_in("advocate@demo.test")
    ben = await lived_in.signed_in("coordinator@other.test")

    assert (await noor.ask(STORY, id=case_id, first=10, after=None))["node"] == {"story": None}
    assert (await ben.ask(STORY, id=case_id, first=10, after=None))["node"] is None
    shown = await noor.ask("query ($id: ID!) { node(id: $id) { ... on Case { consents { id } } } }", id=case_id)
    assert len(shown["node"]["consents"]) == 2
    # Nor does the database tell it to whoever asks it for everything.
    for email in ("advocate@demo.test", "coordinator@other.test"):
        async with lived_in.database.transaction(actors.Person(lived_in.staff[email])) as tx:
            cases = set(await tx.session.scalars(select(StoryEntry.case_id)))
        assert parts(case_id)[1] not in cases
        assert bool(cases) == (email == "coordinator@other.test")


async def test_what_is_kept_for_counsel_is_counsels_in_the_story_too(lived_in: Town, ground: Ground) -> None:
    case_id = await mateos(lived_in)
    luis = await lived_in.signed_in("attorney@demo.test")
    assert "FORCE" in [one["what"] for one in await told(luis, case_id)]
    # Ana coordinates, and no attorney supervises her any more.
    await ground.connection.execute(
        "update memberships set supervised = false where person_id = $1", lived_in.staff["coordinator@demo.test"]
    )
    ana = await lived_in.signed_in("coordinator@demo.test")

    incidents = [one["what"] for one in await told(ana, case_id) if one["kind"] == "INCIDENT"]

    assert incidents == ["ENTRY_OR_SEARCH"]


async def test_a_wall_stands_before_the_story(lived_in: Town) -> None:
    case_id = await mateos(lived_in)
    luis = await lived_in.signed_in("attorney@demo.test")
    walled = lived_in.staff["coordinator@demo.test"]
    raised = await luis.do(
        "raiseWall",
        caseId=case_id,
        personId=lived_in.person("coordinator@demo.test"),
        reason="The guard who struck him is her cousin.",
    )
    assert raised["__typename"] == "RaiseWallPayload", raised

    async with lived_in.database.transaction(actors.Person(walled)) as tx:
        second = set(await tx.session.scalars(select(StoryEntry.case_id)))
        standing = await access.standing(tx)
        first = set(
            await tx.session.scalars(access.visible(standing, StoryEntry, tx.now).with_only_columns(StoryEntry.case_id))
        )
    assert parts(case_id)[1] not in first | second


async def test_pages_of_it_join_without_a_gap(lived_in: Town) -> None:
    """Many things happened at one instant; none is told twice, and none is left out."""
    case_id = await mateos(lived_in)
    ana = await lived_in.signed_in("coordinator@demo.test")
    whole = await told(ana, case_id)
    assert len(whole) > 20

    for size in (1, 4, 7):
        assert await told(ana, case_id, size) == whole
    refused = await ana.raw(STORY, {"id": case_id, "first": 10, "after": "bm9uc2Vuc2U"})
    assert "That is no cursor of this list." in refused.text
