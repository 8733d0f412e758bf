"""Who sees detainers, incidents and family preparedness: cell by cell, through each wall alone, and behind every link.

Anything that the matrix does not name is nothing: no advocate with every consent, no official, no family contact.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import key
from casework import access, actors
from casework.access import MATRIX, Field, Shown
from casework.vault import key_of
from schema.base import Table
from schema.cases import Intake
from schema.detainers import Detainer
from schema.incidents import Incident, IncidentFollowUp
from schema.invitations import Audience
from schema.occasions import Occasion
from schema.organizations import Membership
from schema.preparedness import PreparednessTick
from tests.ground import Ground
from tests.journeys import steps, volunteers
from tests.town import Town, words

#: On the page an action's hour at a courthouse, the arrest there, and all of the three rooms.
WHOLE = """{ cases { edges { node { id
  detainers { agency shown reportLine followUp ground statute { code } expiry { at } reviewedBy { name } }
  incidents { what witnesses evidence seenBy followUps { toWhom answer } courthouseRule { says } }
  preparedness { item doneOn } courthouseArrest { court says }
  actions { occasion { id courthouseRule { court } } } hearings { occasion { courthouseRule { court } } }
} } } }"""
FIELDS = {
    "detainer": Field.DETAINERS, "incident": Field.INCIDENTS, "counsel's": Field.COUNSELS_INCIDENTS,
    "family": Field.PREPAREDNESS, "courthouse": Field.COURTHOUSE_RULE,
}  # fmt: skip
AUDIENCES = {
    #                        detainer incident counsel's family courthouse
    "supervised coordinator": "F        F        F         F      F",
    "coordinator":            "F        F        –         F      F",
    "attorney of record":     "F        F        F         F      F",
    "attorney, offered":      "–        –        –         –      –",
    "advocate":               "–        –        –         –      –",
    "advocate, consented":    "–        –        –         –      –",
    "admin":                  "–        –        –         –      –",
    "another provider":       "–        –        –         –      –",
}  # fmt: skip
EYES = {
    "supervised coordinator": (Audience.COORDINATOR, True), "coordinator": (Audience.COORDINATOR, False),
    "attorney of record": (Audience.ATTORNEY, True), "attorney, offered": (Audience.POOL_ATTORNEY, False),
    "advocate": (Audience.ADVOCATE, False), "advocate, consented": (Audience.ADVOCATE, False),
}  # fmt: skip
#: What is written in each, and must be met nowhere else.
WORDS = {
    "detainer": "Hamden Police Department", "incident": "The door was broken in.", "counsel's": "he was struck",
    "family": "SCHOOL_TOLD", "courthouse": "235 Church Street",
}  # fmt: skip
SECRETS = (*WORDS.values(), "Doña Celia", "Hamden Police, records", "neighbor's phone", "judge", "HB 8004", "54-192h")
TABLES: tuple[type[Table], ...] = (Detainer, Incident, IncidentFollowUp, PreparednessTick)


def cells() -> dict[str, dict[str, str]]:
    return {who: dict(zip(FIELDS, row.split(), strict=True)) for who, row in AUDIENCES.items()}


def answered(found: Any) -> dict[str, str]:
    return {name: "F" if said in str(found) else "–" for name, said in WORDS.items()}


@pytest.fixture
async def at_court(lived_in: Town) -> Town:
    """The lived-in town, with its dates at a state courthouse."""
    home = key("Organization", lived_in.organizations["elm-city"])
    async with lived_in.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Occasion)
            .where(Occasion.organization_id == home)
            .values(place_name="Courthouse steps", place_street="235 Church St", place_city="New Haven")
        )
    return lived_in


def test_what_is_expected_here_is_what_the_printed_matrix_says() -> None:
    for who, (audience, compartment) in EYES.items():
        for name, expected in cells()[who].items():
            cell = MATRIX[FIELDS[name]].get(audience, Shown.NOTHING)
            assert {Shown.IF_COUNSEL: "F" if compartment else "–"}.get(cell, cell.value) == expected, (who, name)
    named = {audience for field in FIELDS.values() for audience in MATRIX[field]}
    assert named == {Audience.COORDINATOR, Audience.ATTORNEY}


async def test_each_audience_is_shown_each_cell_and_both_paths_agree(at_court: Town) -> None:
    town = at_court
    ana = await town.signed_in("coordinator@demo.test")
    case = (await ana.ask("{ cases { edges { node { id } } } }"))["cases"]["edges"][0]["node"]["id"]
    await steps.consent(ana, case, "SEEK_COUNSEL", "ADVOCATES")
    offered = await ana.do(
        "offerAssignment", caseId=case, attorneyId=town.person("attorney@other.test"), scope="BOND_ONLY",
        blurb="A young man, Spanish-speaking, held in New England; bond hearing soon.",
    )  # fmt: skip
    assert offered["__typename"] == "OfferAssignmentPayload", offered

    async def seen(email: str) -> dict[str, str]:
        seat = await town.signed_in(email)
        found = await seat.ask(WHOLE)
        # Beside it, what is no statement's: the ordinary executor answers.
        again = await seat.ask(WHOLE.replace("{", '{ __type(name: "Case") { name } ', 1))
        assert again["cases"] == found["cases"], email
        return answered(found)

    shown = {
        "supervised coordinator": await seen("coordinator@demo.test"),
        "attorney of record": await seen("attorney@demo.test"),
        "attorney, offered": await seen("attorney@other.test"),
        "advocate": await seen("advocate@demo.test"),
        "admin": await seen("admin@demo.test"),
        "another provider": await seen("coordinator@other.test"),
    }
    await steps.consent(ana, case, "FILL_COURTROOM", "ADVOCATES")
    shown["advocate, consented"] = await seen("advocate@demo.test")
    await unsupervised(town)
    shown["coordinator"] = await seen("coordinator@demo.test")

    assert shown == cells()


async def unsupervised(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Membership)
            .where(Membership.person_id == town.staff["coordinator@demo.test"])
            .values(supervised=False)
        )


async def test_each_wall_alone_shows_rows_to_the_legal_team_and_to_nobody_else(lived_in: Town) -> None:
    town = lived_in
    await unsupervised(town)

    async def rows(email: str) -> tuple[dict[str, int], dict[str, int]]:
        """What the first wall selects as the operator, and what the second leaves of every row."""
        person = town.staff[email]
        async with town.database.transaction(actors.Person(person)) as tx:
            standing = await access.standing(tx)
            second = {one.__tablename__: len((await tx.session.scalars(select(one))).all()) for one in TABLES}
        async with town.database.transaction(actors.OPERATOR) as tx:
            first = {
                one.__tablename__: len((await tx.session.scalars(access.visible(standing, one, tx.now))).all())
                for one in TABLES
            }
        return first, second

    whole = {"detainers": 1, "incidents": 2, "incident_follow_ups": 1, "preparedness_ticks": 1}
    without = {**whole, "incidents": 1}
    nothing = dict.fromkeys(whole, 0)
    expected = {
        "attorney@demo.test": whole, "coordinator@demo.test": without, "advocate@demo.test": nothing,
        "admin@demo.test": nothing, "coordinator@other.test": nothing, "attorney@other.test": nothing,
    }  # fmt: skip
    for email, counts in expected.items():
        assert await rows(email) == (counts, counts), email


async def test_what_was_asked_about_counsels_incident_is_counsels_too(lived_in: Town, ground: Ground) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    await unsupervised(town)
    theirs = [
        one for one in (await luis.ask(INCIDENTS))["cases"]["edges"][0]["node"]["incidents"]
        if one["seenBy"] == "COUNSEL"
    ]  # fmt: skip
    asked = await luis.do(
        "followUpIncident", "followUp { id }", incidentId=theirs[0]["id"], kind="COMPLAINT",
        toWhom="Inspector general", sentOn="2026-11-21", dueOn="2026-11-30",
    )  # fmt: skip
    assert asked["__typename"] == "FollowUpIncidentPayload", asked

    assert "Inspector general" not in str(await ana.ask(WHOLE))
    tasks = await ana.ask("{ tasks(mine: false) { edges { node { title dueAt } } } }")
    assert [one["node"]["dueAt"] for one in tasks["tasks"]["edges"] if "incident" in one["node"]["title"]] == [
        "2026-11-27T14:00:00+00:00"
    ]
    for verb, given in (
        ("answerFollowUp", {"followUpId": asked["followUp"]["id"], "state": "ANSWERED", "answeredOn": "2026-11-22"}),
        ("concludeIncident", {"incidentId": theirs[0]["id"], "outcome": "Over."}),
    ):
        refused = await ana.do(verb, expectedRevision=0, **given)
        assert refused["__typename"] == "NotFound", refused
    kept = await ana.do(
        "recordIncident", caseId=(await ana.ask(INCIDENTS))["cases"]["edges"][0]["node"]["id"],
        incident={"kind": "FORCE", "what": "x", "happenedAt": "2026-11-20T07:40", "seenBy": "COUNSEL"},
    )  # fmt: skip
    assert kept["__typename"] == "NotPermitted"


INCIDENTS = "{ cases { edges { node { id incidents { id revision seenBy what } } } } }"


async def test_the_trail_says_no_word_of_what_is_kept_for_counsel(lived_in: Town) -> None:
    town = lived_in
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    theirs, ours = sorted(
        (await luis.ask(INCIDENTS))["cases"]["edges"][0]["node"]["incidents"], key=lambda one: str(one["seenBy"])
    )
    facts = {"kind": "FORCE", "happenedAt": "2026-11-20T07:40"}
    for one, said, readers in (
        (theirs, "Struck twice.", "COUNSEL"),
        (ours, "Two doors were broken in.", "LEGAL_TEAM"),
    ):
        corrected = await luis.do(
            "correctIncident", incidentId=one["id"], expectedRevision=one["revision"],
            incident={**facts, "what": said, "seenBy": readers},
        )  # fmt: skip
        assert corrected["__typename"] == "CorrectIncidentPayload", corrected
    await unsupervised(town)

    trail = str(
        await ana.ask(
            "{ cases { edges { node { trail(first: 100) { edges { node { act before after changes } } } } } } }"
        )
    )

    assert "Two doors were broken in." in trail and "The door was broken in." in trail
    assert "truck" not in trail and "FORCE" not in trail
    assert "incident.corrected" in trail and "'seen_by': 'counsel'" in trail


async def test_no_letter_page_or_calendar_says_a_word_of_it(at_court: Town) -> None:
    town = at_court
    ana, nobody = await town.signed_in("coordinator@demo.test"), await town.nobody()
    found = await ana.ask(
        "{ cases { edges { node { id hearings { occasion { id } } actions { occasion { id } } } } } }"
    )
    case = found["cases"]["edges"][0]["node"]
    hearing, action = case["hearings"][0]["occasion"]["id"], case["actions"][0]["occasion"]["id"]
    said = []
    for kind, name, occasion in (
        ("OFFICIAL", "Alder Kim Lee", action), ("SUPPORTER", "Sam Hill", action),
        ("FAMILY_CONTACT", "Pilar Soto", hearing),
    ):  # fmt: skip
        person = await steps.add(town, ana, "elm-city", kind, name, f"{name.split()[0].lower()}@home.example")
        if kind == "FAMILY_CONTACT":
            await ana.do("nameContact", caseId=case["id"], personId=person, relation="aunt", namedByClient=True)
        invited = await ana.do("invite", occasionId=occasion, personIds=[person])
        assert invited["__typename"] == "InvitePayload", invited
        for letter in await town.deliver():
            said.append(words(letter))
            if path := re.search(r"/a/[\w-]{20,}", words(letter)):
                said.append((await nobody.get(path.group())).text)
                said.append((await nobody.get(path.group() + "/calendar.ics")).text)
    town.clock.forward(hours=36)
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town)))
    await phone.press("next")
    said += [page.text for page in phone.seen]
    assert len(said) >= 8

    # Where it takes place they are told anyway: that is no word of the rule.
    for secret in (one for one in SECRETS if one not in ("235 Church Street", "judge")):
        assert not [page for page in said if secret in page], secret


async def test_whoever_looks_is_in_the_trail_with_what_was_disclosed(lived_in: Town, ground: Ground) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    before = await ground.connection.fetchval("select max(seq) from audit_entries")

    await ana.ask("query Detainers { cases { edges { node { detainers { agency } } } } }")
    await ana.ask("query Incidents { cases { edges { node { incidents { what } } } } }")
    await ana.ask("query Ticks { cases { edges { node { preparedness { item } } } } }")

    fields = await ground.connection.fetch(
        "select fields from audit_entries where seq > $1 and act = 'viewed' order by seq", before
    )
    disclosed = [set(row[0]) for row in fields]
    assert disclosed[0] >= {"detainers.agency", "detainers.report_line", "detainers.shown"}
    assert disclosed[1] >= {"incidents.what", "incidents.witnesses", "incidents.follow_ups"}
    assert disclosed[2] == {"preparedness_ticks.done_on"}


async def test_the_place_of_an_arrest_is_recorded_as_seen_whether_it_was_at_a_courthouse_or_not(
    lived_in: Town, ground: Ground
) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    asked = "query Arrest { cases { edges { node { id courthouseArrest { court read } } } } }"
    seen = "select count(*) from audit_entries where fields = '{intakes.arrest_place}'"
    node = (await ana.ask(asked))["cases"]["edges"][0]["node"]
    # It was looked at, to tell that it was none.
    assert node["courthouseArrest"] is None and await ground.connection.fetchval(seen) == 1

    async with town.database.transaction(actors.OPERATOR) as tx:
        intake = await tx.session.get_one(Intake, key("Case", node["id"]))
        await tx.unlock([intake.arrest_place])
        assert intake.arrest_place is not None
        intake.arrest_place = tx.seal(
            Intake, intake.case_id, "arrest_place", key_of(intake.arrest_place), "outside 235 Church St, New Haven"
        )

    for path in (asked, asked.replace("{", '{ __type(name: "Case") { name } ', 1)):
        node = (await ana.ask(path))["cases"]["edges"][0]["node"]
        assert node["courthouseArrest"] == {
            "court": "New Haven Superior Court, 235 Church Street, New Haven", "read": "UNVERIFIED",
        }  # fmt: skip
    assert await ground.connection.fetchval(seen) == 3
