"""Whatever is asked, the woven statement says what the ordinary executor says: data, nulls and order."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType

from api import queries
from api.graph import schema
from bench.drawn import COMPUTED
from bench.paths import LEFT as WOVEN_LEFT
from bench.paths import Paths
from casework.reading import Noun
from casework.reading.facts import Found
from casework.refusals import NotFound
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.lived_in import a_lived_in_town
from tests.town import Town, opened, settled

#: Parts of the graph that are the ordinary executor's: what verbs compute, refuse and answer.
LEFT = {
    "CalendarOfDate", "CancelPreview", "Changed", "ClientStatement", "Subscription", "CounselSuggestion",
    "CounselSuggestions", "Mutation", "PageInfo", "ReschedulePreview", "Seen", "StatementPart", "Telling",
    "InvitePreview", "PlanPreview", "PlannedReminders", "TransferPreview",
    # What concerns somebody, from four nouns at once; what letters say.
    "InboxEntry", "LetterGoes", "LetterSample",
    # What a bulk change did.
    "ChangedCase", "CaseChangeBack", "NotChangedCase",
    "DeadlineAmount", "DeadlineMeasure", "DeadlineMoved", "DeadlineProvision", "DeadlineRule", "RecomputedDeadline",
}  # fmt: skip


async def a_busy_town(town: Town) -> None:
    """The lived-in town, and further cases on which its people sit in other ways."""
    await a_lived_in_town(town)
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    ben = await town.signed_in("coordinator@other.test")
    noor = await town.signed_in("advocate@demo.test")
    await steps.report_an_arrest(town, noor)
    taken_in = await steps.report_an_arrest(town, noor, name="Placido Ventura", aNumber=None)
    await ana.do("takeInReport", "case { id }", reportId=taken_in["id"], expectedRevision=0)
    for seat, home, name in (
        (ana, "elm-city", "Rosa Elena Ibarra Luna"),
        (ana, "elm-city", "Ernesto Vega"),
        (ben, "shoreline", "Milagros Otero Paz"),
    ):
        taken = await seat.do(
            "takeInCase", "case { id }", organizationId=town.organizations[home], legalName=name,
            publicName=name.split()[0],
        )  # fmt: skip
        case_id = taken["case"]["id"]
        await seat.do(
            "recordCustody", "stint { id }", caseId=case_id, facilityId=town.facilities["WINNCLA"], source="LOCATOR"
        )
        await steps.schedule(town, seat, case_id, "2026-12-09T13:30")
        await seat.do("writeNote", "note { id }", caseId=case_id, body=f"About {name}.")
        await seat.do(
            "addTask", "task { id }", organizationId=town.organizations[home], caseId=case_id, title=f"Call for {name}"
        )
        if name == "Ernesto Vega":
            # The attorney is on this team, and Shoreline reads it.
            await steps.represent(town, ana, luis, case_id)
            await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
            await ana.do("shareCase", "case { id }", caseId=case_id, organizationId=town.organizations["harbor"])
            await ana.do("shareCase", "case { id }", caseId=case_id, organizationId=town.organizations["shoreline"])
            await ana.do(
                "addToTeam",
                "member { id }",
                caseId=case_id,
                personId=town.person("attorney@other.test"),
                role="ATTORNEY",
            )
            await ana.do(
                "addToTeam",
                "member { id }",
                caseId=case_id,
                personId=town.person("advocate@demo.test"),
                role="ADVOCATE",
            )


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_busy_town)
        yield found


def paths_of(town: Town) -> Paths:
    secrets = {person: town.sessions[email] for email, person in town.staff.items()}
    return Paths(town.database, town.settings, secrets)


async def test_operations_drawn_from_the_whole_schema_are_answered_alike(town: Town) -> None:
    paths = paths_of(town)
    tried, left = await paths.draw(400)

    assert tried == 400
    # Also what each path tells the trail was shown.
    assert paths.seen > 0
    assert len(left) <= tried * 0.05
    assert [one for one in left if not one.startswith(WOVEN_LEFT)] == []


WHERE = """query ($at: DateTime!) { cases { edges { node { id
  custodyHistory { kind began ended hours stale stintId place facility state timeZone releaseReason source confidence
    checkedAt }
  transfers { id leftAt arrivedAt fromFacility toFacility timeZone source confidence changes { __typename what before
    after } checklist { id what title revision dueAt doneAt owner } }
  there: whereWas(at: $at) { certainty place facility state timeZone district circuit source confidence checkedAt }
  alarms { kind rings nextStep since who why expected expectedAt expectedBy courtId court facilityId facility
    checkedAt }
  reach locatorChecks { id found source checkedAt checkedBy { name } } nextOccasion { id kind startsAt }
  habeasClock { arrestedAt firstMovedAt hours }
  habeasFilings { id filedAt place district circuit source confidence checkedAt facility { name } proceeding { kind }
    stampedBy { name } }
  supervisions { id kind terms beganAt endedAt }
  checkIns { id office outcome occasion { startsAt placeName } supervision { kind } accompaniers { person { name } } }
} } } }"""


async def test_where_somebody_was_and_what_moving_them_changed_is_told_alike_on_both_paths(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    found = await ana.ask('{ cases(filter: {search: "Rivera"}) { edges { node { id } } } }')
    case = found["cases"]["edges"][0]["node"]["id"]
    moved = await ana.do("recordTransfer", caseId=case, facilityId=town.facilities["WINNCLA"], source="LOCATOR")
    assert moved["__typename"] == "RecordTransferPayload", moved
    opened = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case, kind="REMOVAL", courtId=town.courts["HAR"]
    )
    assert opened["__typename"] == "OpenProceedingPayload", opened
    marked = await ana.do(
        "markExpected", caseId=case, courtId=town.courts["HAR"], facilityId=town.facilities["WINNCLA"]
    )
    assert marked["__typename"] == "MarkExpectedPayload", marked
    looked = await ana.do("recordCustody", caseId=case, source="LOCATOR", found=False)
    assert looked["__typename"] == "RecordCustodyPayload", looked
    await steps.set_free(town, ana, "Libre Salas")
    paths = paths_of(town)

    said = []
    for email, person in town.staff.items():
        data, errors = await paths.ordinary(person, WHERE, {"at": "2026-11-21T12:00:00Z"})
        assert not errors
        if not email.startswith("advocate"):
            # A board that must not tell dates is the ordinary executor's.
            assert await paths.woven(person, WHERE, {"at": "2026-11-21T12:00:00Z"}) == data
        said.append(str(data))

    anas = next(one for one in said if "Every Tuesday" in one)
    for words in (
        "'HELD'",
        "'CUSTODY_COURT'",
        "'federal circuit'",
        "'checklist': [{",
        "450 Main",
        "D. Mass.",
        "'expectedBy': 'Ana ",
        "'found': False",
        "'CHECK_IN'",
        "'reach': 'CONFIRMED'",
        "'reach': None",
    ):
        assert words in anas, words
    # An advocate with a seat is told none of it.
    noor, _ = await paths.ordinary(town.staff["advocate@demo.test"], WHERE, {"at": "2026-11-21T12:00:00Z"})
    assert noor["cases"]["edges"]
    for edge in noor["cases"]["edges"]:
        assert not any(value for name, value in edge["node"].items() if name != "id")


MESSAGES = """query ($states: [NoticeState!], $after: String) { notices(states: $states, first: 3, after: $after)
  { pageInfo { hasNextPage endCursor } edges { node { id dueAt } } } }"""


@pytest.mark.parametrize("states", [["PLANNED"], ["PLANNED", "FAILED"], [], None])
async def test_messages_yet_to_be_sent_come_nearest_first_on_both_paths(town: Town, states: list[str] | None) -> None:
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    due: list[str] = []
    after = None
    for _ in range(3):
        asked = {"states": states, "after": after}
        data, errors = await paths.ordinary(ana, MESSAGES, asked)
        assert not errors and await paths.woven(ana, MESSAGES, asked) == data
        due += [edge["node"]["dueAt"] for edge in data["notices"]["edges"]]
        after = data["notices"]["pageInfo"]["endCursor"]

    assert len(due) > 3
    assert due == sorted(due, reverse=states != ["PLANNED"])


def test_every_field_of_the_graph_has_a_fact() -> None:
    lacking = [
        f"{name}.{field}"
        for name, kind in schema.graphql.type_map.items()
        if isinstance(kind, GraphQLObjectType)
        and not name.startswith("__")
        and name not in LEFT
        and not name.endswith(("Payload", "Connection", "Edge"))
        and not any(one.name == "UserError" for one in kind.interfaces)
        for field in kind.fields
        if (name not in Noun.known or field not in Noun.known[name].facts) and field not in COMPUTED
    ]
    assert lacking == []


def test_both_paths_find_the_same_nouns_by_their_ids() -> None:
    interface = schema.graphql.get_type("Node")
    assert isinstance(interface, GraphQLInterfaceType)
    ordinary = {*queries._NODES, "ConflictName", "Note", "Task"}
    found = Noun.known["Query"].facts["node"]
    assert isinstance(found, Found)
    assert {kind.name for kind in schema.graphql.get_possible_types(interface)} - ordinary == found.within


async def test_the_trail_of_what_is_no_record_is_refused_on_both_paths(town: Town) -> None:
    paths = paths_of(town)
    ana = town.staff["coordinator@demo.test"]
    asked = '{ audit(recordId: "nonsense") { pageInfo { hasNextPage } } }'

    _, errors = await paths.ordinary(ana, asked, {})

    assert errors == ["There is no such record, or it is not yours to see."]
    with pytest.raises(NotFound):
        await paths.woven(ana, asked, {})


PLANNED = """query { actions(first: 50) { edges { node { id unready plannedByUs hearingMoved languages link lettersDueOn
  accessibility spokespeople pressContact runOfShow wordings { id kind language body } tasks { title doneAt }
  safetyPlan { id revision marshals medics legalObservers policeLiaison noPoliceLiaison legalSupportNumber
    counterProtest weather stopRule }
  warnings { what where words } clashes { kind startsAt timeZone } may } } } }"""


async def test_how_an_action_is_planned_is_told_alike_on_both_paths(town: Town) -> None:
    ana, noor = await town.signed_in("coordinator@demo.test"), await town.signed_in("advocate@demo.test")
    found = await ana.ask('{ cases(filter: {search: "Vega"}) { edges { node { id } } } }')
    case = found["cases"]["edges"][0]["node"]["id"]
    for seat, slug, title, of in (
        (noor, "harbor", "Ernesto Vegas, A 209-000-111, at 12 Elm Street", {"caseId": case}),
        (ana, "elm-city", "Light for Vega", {"caseId": case}),
        (noor, "harbor", "In the jail in Plymouth", {}),
    ):
        drafted = await seat.do(
            "draftAction", "action { id }", organizationId=town.organizations[slug], kind="VIGIL", title=title,
            audiences=[], startsAt="2026-12-02T09:00", timeZone="America/New_York", languages=["en", "ht"], **of,
        )  # fmt: skip
        assert drafted["__typename"] in ("DraftActionPayload", "Invalid"), drafted
        if drafted["__typename"] == "Invalid":
            continue
        action = {"actionId": drafted["action"]["id"]}
        for verb, more in (
            ("writeSafetyPlan", {"marshals": "Dee", "noPoliceLiaison": True}),
            ("draftWording", {"kind": "TALKING_POINTS", "language": "pt", "expectedRevision": 0}),
            ("layOutActionTasks", {}),
        ):
            done = await seat.do(verb, **action, **more)
            assert done["__typename"].endswith("Payload"), done
    paths = paths_of(town)

    said = []
    for person in town.staff.values():
        data, errors = await paths.ordinary(person, PLANNED, {})
        assert not errors
        assert await paths.woven(person, PLANNED, {}) == data
        said.append(data)
    # Somebody was told something, and not everybody the same.
    assert "Dee" in str(said) and "'NAME'" in str(said) and len({str(one) for one in said}) > 2
