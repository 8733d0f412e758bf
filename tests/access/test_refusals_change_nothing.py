"""Every mutation, refused in each way it can be: the answer is a refusal, and not one row of any table has changed.

What is asked is made from the schema itself, so that a mutation added tomorrow is asked, too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLUnionType,
    get_named_type,
    is_required_input_field,
)
from sqlalchemy import select

from api.graph import schema
from api.nodes import global_id, parts
from casework import actors
from casework.settings import Settings
from casework.transaction import Database
from commands.mail_catcher import Catcher
from schema.absences import Absence
from schema.advocacy import AdvocacyAction
from schema.assignments import Assignment
from schema.base import Table
from schema.cases import Case
from schema.check_ins import CheckIn, Supervision
from schema.conflicts import ConflictSheet
from schema.consents import Consent
from schema.counsel import CounselAnswer, CounselSaid
from schema.detainees import DetaineeMerge
from schema.feeds import Feed
from schema.people import Person, PersonKind
from schema.people_lists import PeopleList
from schema.retractions import Retraction, RetractionKind
from schema.saved_views import SavedView
from tests.access.named_nouns import BY_NAME, NOUNS
from tests.clock import Clock
from tests.ground import Ground
from tests.journeys import steps
from tests.lived_in import a_lived_in_town
from tests.town import Seat, Town, opened, settled

WORDS = {"Date": "2027-03-01", "DateTime": "2026-12-01T09:00:00Z", "WallTime": "2026-12-03T09:00", "Boolean": False}
#: What must be plausible before anybody's right to it is asked about.
PLAUSIBLE: dict[str, dict[str, Any]] = {"draftAction": {"kind": "VIGIL"}, "saveView": {"address": "within=7"}}
#: Of nobody's case, or of somebody's who is at liberty.
OF_ANOTHER_CASE = {Feed, Supervision, CheckIn}
MUTATIONS = sorted(schema.graphql.mutation_type.fields) if schema.graphql.mutation_type else []


async def a_town_that_was_merged(town: Town) -> None:
    """The lived-in town, and two reports of one arrest that became one case."""
    await a_lived_in_town(town)
    ana = await town.signed_in("coordinator@demo.test")
    first, second = [
        (await ana.do("takeInCase", "case { id }", organizationId=town.organizations["elm-city"], legalName=name))
        for name in ("Luz Marina Peña", "Luz M. Peña")
    ]
    merged = await ana.do(
        "mergeCases", "merge { id }", keptCaseId=first["case"]["id"], mergedCaseId=second["case"]["id"]
    )
    assert merged["__typename"] == "MergeCasesPayload", merged
    await steps.schedule(town, ana, first["case"]["id"], "2026-12-10T10:00")
    mateo = (await ana.ask('{ cases(filter: {search: "Rivera"}) { edges { node { id } } } }'))["cases"]["edges"][0]
    walled = await ana.do(
        "raiseWall", caseId=mateo["node"]["id"], personId=town.person("admin@demo.test"), reason="Knows the other side."
    )
    assert walled["__typename"] == "RaiseWallPayload", walled
    await a_hearing_is_moved(ana, mateo["node"]["id"])
    noor = await town.signed_in("advocate@demo.test")
    await steps.report_an_arrest(town, noor)
    await steps.set_free(town, ana, "Libre Salas")
    async with town.database.transaction(actors.OPERATOR) as tx:
        # A conflict sheet that waits for counsel's own answer.
        case_id = parts(mateo["node"]["id"])[1]
        assignment = (await tx.session.scalars(select(Assignment).where(Assignment.case_id == case_id))).first()
        assert assignment is not None
        luis = town.staff["attorney@demo.test"]
        tx.session.add(
            ConflictSheet(
                case_id=case_id, assignment_id=assignment.id, attorney_id=luis, contact_id=luis,
                organization_id=assignment.organization_id, sent_by_id=town.staff["coordinator@demo.test"],
                sent_at=tx.now, open_until=tx.now + timedelta(days=7),
            )
        )  # fmt: skip
        ana_s = await tx.session.get_one(Person, town.staff["coordinator@demo.test"])
        tx.session.add(
            Absence(
                person_id=ana_s.id, organization_id=ana_s.organization_id, first_day=date(2026, 12, 1),
                last_day=date(2026, 12, 4),
            )
        )  # fmt: skip
        # Words that counsel would sign, and somebody whom Ana must call.
        action = (await tx.session.scalars(select(AdvocacyAction).where(AdvocacyAction.case_id == case_id))).first()
        consent = (await tx.session.scalars(select(Consent).where(Consent.case_id == case_id))).first()
        assert action is not None and consent is not None
        tx.session.add(
            CounselAnswer(
                action_id=action.id, case_id=case_id, attorney_id=luis, said=CounselSaid.THESE_WORDS_INSTEAD,
                said_revision=action.said_revision, given_at=tx.now,
            )
        )  # fmt: skip
        tx.session.add(
            Retraction(
                case_id=case_id, consent_id=consent.id, kind=RetractionKind.MESSAGES, audience=consent.audience,
                messages=3, caller_id=town.staff["coordinator@demo.test"],
            )
        )  # fmt: skip


async def a_hearing_is_moved(ana: Seat, case_id: str) -> None:
    """And whoever was told of it owes a word."""
    asked = """query ($id: ID!) { node(id: $id) { ... on Case { hearings { id revision occasion { state } } } } }"""
    found = (await ana.ask(asked, id=case_id))["node"]["hearings"]
    (standing, *_) = [one for one in found if one["occasion"]["state"] == "CONFIRMED"]
    moved = await ana.do(
        "rescheduleHearing", "told", hearingId=standing["id"], expectedRevision=standing["revision"],
        startsAt="2026-11-25T09:00",
    )  # fmt: skip
    assert moved["told"] > 0, moved


@pytest.fixture
async def town(
    ground: Ground, database: Database, clock: Clock, settings: Settings, smtp: Catcher
) -> AsyncIterator[Town]:
    async with opened(database, clock, settings, smtp) as found:
        await settled(found, ground, a_town_that_was_merged)
        yield found


async def every_row(ground: Ground) -> dict[str, str]:
    """A digest of each table, but for when a session was last seen."""
    asked = " union all ".join(
        f"select '{table}', coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from \"{table}\" t"
        for table in ground.tables
        if table != "sessions"
    )
    return dict(await ground.connection.fetch(asked))


class Asking:
    """Fills inputs with ids of Elm City's rows and with plausible words."""

    def __init__(self, town: Town, rows: dict[type[Table], str], other: str) -> None:
        self.town = town
        self.rows = rows
        #: A second case.
        self.other = other

    @property
    def standing(self) -> dict[str, str]:
        return {"listId": self.rows[PeopleList], "viewId": self.rows[SavedView]}

    @classmethod
    async def in_town(cls, town: Town) -> Asking:
        rows: dict[type[Table], str] = {}
        async with town.database.transaction(actors.OPERATOR) as tx:
            case = await tx.session.scalar(select(Case).order_by(Case.number).limit(1))
            assert case is not None
            other = await tx.session.scalar(select(Case).order_by(Case.number).offset(1).limit(1))
            assert other is not None
            for table in {*NOUNS.values(), *BY_NAME.values()}:
                statement = select(table)
                if hasattr(table, "case_id") and table not in OF_ANOTHER_CASE:
                    statement = statement.where(table.case_id == case.id)
                elif table is Person:
                    statement = statement.where(Person.kind == PersonKind.OFFICIAL)
                key: Any = table.__mapper__.primary_key[0]
                row = await tx.session.scalar(statement.order_by(key).limit(1))
                assert row is not None, table
                rows[table] = global_id("Merge" if table is DetaineeMerge else table.__name__, getattr(row, key.key))
        return cls(town, rows, global_id("Case", other.id))

    def filled(self, of: GraphQLInputObjectType, **instead: Any) -> dict[str, Any]:
        """What must be given, and every id; ``instead`` for some of it."""
        given = {
            name: self._value(name, field.type)
            for name, field in of.fields.items()
            if is_required_input_field(field) or name == "caseId"
        }
        return given | {name: value for name, value in instead.items() if name in of.fields}

    def _value(self, name: str, kind: Any) -> Any:
        if isinstance(kind, GraphQLNonNull):
            return self._value(name, kind.of_type)
        if isinstance(kind, GraphQLList):
            return [self._value(name.removesuffix("s"), kind.of_type)]
        if isinstance(kind, GraphQLEnumType):
            return next(iter(kind.values))
        if isinstance(kind, GraphQLInputObjectType):
            return self.filled(kind)
        if kind.name == "ID":
            return self._id(name)
        if kind.name == "Int":
            return 0
        return WORDS.get(kind.name, "some words")

    def _id(self, name: str) -> str:
        if name in ("organizationId", "providerId", "partnerId"):
            return self.town.organizations["elm-city"]
        if name == "courtId":
            return self.town.courts["HAR"]
        if name == "facilityId":
            return self.town.facilities["PLYMOMA"]
        if name == "mergedCaseId":
            return self.other
        return self.rows[NOUNS.get(name) or BY_NAME[name]]


def input_of(mutation: str) -> GraphQLInputObjectType:
    fields = schema.graphql.mutation_type.fields if schema.graphql.mutation_type else {}
    kind = get_named_type(fields[mutation].args["input"].type)
    assert isinstance(kind, GraphQLInputObjectType)
    return kind


async def refused(ground: Ground, seat: Seat, mutation: str, given: dict[str, Any]) -> str:
    """The kind of refusal, when it is one and nothing has changed; else what went wrong."""
    before = await every_row(ground)
    answer = await seat.do(mutation, **given)
    after = await every_row(ground)
    changed = sorted(table for table, digest in after.items() if digest != before[table])
    if answer["__typename"].endswith("Payload"):
        return f"{mutation} was done for somebody who may not"
    return f"{mutation} was refused and changed {changed}" if changed else str(answer["__typename"])


async def test_whoever_has_no_part_in_a_case_is_refused_every_act_on_it(town: Town, ground: Ground) -> None:
    asking = await Asking.in_town(town)
    stranger = await town.signed_in("attorney@other.test")

    found = {
        one: await refused(ground, stranger, one, asking.filled(input_of(one), **PLAUSIBLE.get(one, {})))
        for one in MUTATIONS
    }

    assert {one: said for one, said in found.items() if said not in {"NotFound", "NotPermitted"}} == {}
    assert len(found) > 40


async def test_an_advocate_of_a_shared_case_is_refused_what_is_the_legal_team_s(town: Town, ground: Ground) -> None:
    asking = await Asking.in_town(town)
    noor = await town.signed_in("advocate@demo.test")
    legal = [
        "acceptAssignment", "answerAction", "closeCase",  "confirmConsent", "confirmSignOffs", "declineAssignment",
        "doubtCapacity", "giveConsent", "mergeCases", "nameContact", "narrowConsent", "offerAssignment",
        "openProceeding", "recordAppearance", "recordConsentInterview", "recordCustody", "resumeConsent",
        "tickOffRetraction",
        "recordRelease", "recordTransfer", "reportHearing", "rescheduleHearing", "cancelHearing", "scheduleHearing",
        "declineReport", "takeInReport", "recordDetainer", "correctDetainer", "reviewDetainer", "recordIncident",
        "correctIncident", "concludeIncident", "followUpIncident", "answerFollowUp", "tickPreparedness",
        "untickPreparedness", "clearOutcomeWords",
        "workOutDeadlines", "confirmDeadline", "setCourtDeadline", "recordFiling", "recordOutage", "setAsideDeadline",
        "amendProceeding", "checkDate", "closeProceeding", "recordDecision", "reopenProceeding", "takeBackDecision",
        "takeBackReport", "correctReport", "takeBackLook", "markExpected", "unmarkExpected",
        "shareCase", "signOffAction", "stopSharing", "undoMerge", "updateCase", "withdrawAssignment", "writeNote",
    ]  # fmt: skip

    found = {one: await refused(ground, noor, one, asking.filled(input_of(one))) for one in legal}

    assert {one: said for one, said in found.items() if said not in {"NotFound", "NotPermitted"}} == {}


async def test_an_act_upon_a_revision_that_is_gone_changes_nothing(town: Town, ground: Ground) -> None:
    asking = await Asking.in_town(town)
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    noor = await town.signed_in("advocate@demo.test")
    revised = [one for one in MUTATIONS if "expectedRevision" in input_of(one).fields]

    found = {}
    for one in revised:
        # Without a list of its own it is a new one, of which no revision is known.
        given = asking.filled(input_of(one), expectedRevision=999, **asking.standing, **PLAUSIBLE.get(one, {}))
        said = await refused(ground, ana, one, given)
        # What is counsel's own, or the community group's, is refused before anybody looks at the revision.
        for other in (luis, noor):
            said = await refused(ground, other, one, given) if said in {"NotFound", "NotPermitted"} else said
        found[one] = said

    assert {one: said for one, said in found.items() if said != "ChangedMeanwhile"} == {}
    assert len(found) > 15


async def test_an_id_of_another_noun_or_of_nothing_changes_nothing(town: Town, ground: Ground) -> None:
    asking = await Asking.in_town(town)
    ana = await town.signed_in("coordinator@demo.test")
    nothing = global_id("Person", town.staff["admin@demo.test"])[:-4]
    found = {}
    for one in MUTATIONS:
        kind = input_of(one)
        ids = [name for name, field in kind.fields.items() if _is_id(field) and is_required_input_field(field)]
        for name in ids:
            wrong = [nothing] if isinstance(_bare(kind.fields[name].type), GraphQLList) else nothing
            found[f"{one}.{name}"] = await refused(ground, ana, one, asking.filled(kind, **{name: wrong}))

    assert {one: said for one, said in found.items() if said != "NotFound"} == {}
    assert len(found) > 45


async def test_words_that_say_nothing_are_refused_and_change_nothing(town: Town, ground: Ground) -> None:
    asking = await Asking.in_town(town)
    ana = await town.signed_in("coordinator@demo.test")
    found = {}
    for one in MUTATIONS:
        kind = input_of(one)
        for name, field in kind.fields.items():
            if is_required_input_field(field) and get_named_type(field.type).name == "String":
                given = asking.filled(kind, **{name: "   "})
                found[f"{one}.{name}"] = await refused(ground, ana, one, given)

    wrong = {one: said for one, said in found.items() if said.startswith(one.partition(".")[0])}
    assert wrong == {}
    assert len(found) >= 8


def test_every_mutation_answers_with_a_union_that_can_refuse() -> None:
    fields = schema.graphql.mutation_type.fields if schema.graphql.mutation_type else {}
    for name, field in fields.items():
        kind = get_named_type(field.type)
        assert isinstance(kind, GraphQLUnionType), name
        assert {"NotFound", "NotPermitted"} <= {one.name for one in kind.types}, name


def _is_id(field: GraphQLInputField) -> bool:
    return bool(get_named_type(field.type).name == "ID")


def _bare(kind: Any) -> Any:
    return kind.of_type if isinstance(kind, GraphQLNonNull) else kind
