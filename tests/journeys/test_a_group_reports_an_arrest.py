"""A community group hears of an arrest and tells a legal provider, who takes the person in. What was reported is then
the legal team's alone; the group learns of the case what its sharing shows.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from casework import actors, notices, organizations, sign_in
from casework.waker import Waker
from commands.mail_catcher import kept
from schema.organizations import Role
from schema.people import Channel
from schema.reports import ArrestReport
from schema.vault import VaultKey
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import PASSWORD, Seat, Town, words
from workers.carriers import Carriers, for_mail
from workers.housekeeping import follow_reports
from workers.main import WorkerSettings

ANA, BEN, NOOR = "coordinator@demo.test", "coordinator@other.test", "advocate@demo.test"
CONTENTS = """contents { name otherNames aNumber birthDate countryOfBirth language arrestedAt arrestZone arrestPlace
  agency callerName callerPhone callerRelation }"""
WAITING = (
    f"query Waiting {{ reportsWaiting {{ id revision state group {{ name phone }} madeBy {{ id }} {CONTENTS} }} }}"
)
MADE = (
    "query Made { reportsMade { id revision state whyDeclined provider { name } case { shortId } "
    f"{CONTENTS} }} }}"
)
TASKS = "{ tasks(mine: true) { edges { node { title raisedBy case { id } } } } }"
#: What nobody but the group and the provider it is for may read.
TOLD = ("Quintanilla", "Lalo", "209111222", "1999-04-02", "Guatemala", "Kimberly", "2035550142", "Marta")
SAYS = {
    "name": "Abelardo Quintanilla",
    "otherNames": ["Lalo"],
    "aNumber": "209111222",
    "birthDate": "1999-04-02",
    "countryOfBirth": "Guatemala",
    "language": "mam",
    "arrestedAt": "2026-11-22T11:15:00+00:00",
    "arrestZone": "America/New_York",
    "arrestPlace": "the bus stop at Kimberly Square",
    "agency": "ICE",
    "callerName": "Marta Quintanilla",
    "callerPhone": "+12035550142",
    "callerRelation": "FAMILY",
}


async def housekept(town: Town) -> None:
    await follow_reports(
        {"database": town.database, "carriers": Carriers({}, within=1), "house": None, "lease": None}  # type: ignore[typeddict-item]
    )


async def hired(town: Town, slug: str, email: str, role: Role) -> Seat:
    """Somebody more, who has just been taken on."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        organization = await organizations.organization_called(tx, slug)
        person = await organizations.engage(tx, organization.id, name="New One", email=email, roles=[role])
        await sign_in.give_login(tx, person.id, email, PASSWORD)
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    assert (await http.post("/session", json={"email": email, "password": PASSWORD})).status_code == 204
    return Seat(http)


async def titles(seat: Seat) -> list[str]:
    return [edge["node"]["title"] for edge in (await seat.ask(TASKS))["tasks"]["edges"]]


async def test_from_a_neighbor_s_call_to_a_case_that_the_group_knows_nothing_of(town: Town, ground: Ground) -> None:
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    made = await steps.report_an_arrest(town, noor)
    assert made["state"] == "WAITING"

    # Somebody is told: a task with a name on it, and a letter that says nothing of it.
    await housekept(town)
    await housekept(town)
    assert await titles(ana) == ["Harbor Neighbors has reported an arrest. Take it in, or decline it."]
    (letter,) = await town.deliver()
    assert "coordinator@demo.test" in letter.message["To"] and "/tasks" in words(letter)
    assert [one for one in (*TOLD, "Harbor") if one in letter.message.as_string()] == []

    (waiting,) = (await ana.ask(WAITING))["reportsWaiting"]
    assert waiting["contents"] == SAYS
    assert (waiting["group"]["name"], waiting["madeBy"]) == ("Harbor Neighbors", None)
    seen = await ground.connection.fetchrow(
        "select * from audit_entries where act = 'viewed' order by seq desc limit 1"
    )
    assert seen["actor_id"] == town.staff[ANA] and "report_contents.name" in seen["fields"]

    taken = await ana.do(
        "takeInReport", "case { id shortId noPublicity client { legalName aNumbers aliases birthDate countryOfBirth } "
        "intake { callerName callerPhone callerRelation arrestedAt arrestPlace told } }",
        reportId=made["id"], expectedRevision=0, publicName="Abelardo Q.",
    )  # fmt: skip

    case = taken["case"]
    assert case["client"] == {
        "legalName": "Abelardo Quintanilla", "aNumbers": ["209111222"], "aliases": ["Lalo"],
        "birthDate": "1999-04-02", "countryOfBirth": "Guatemala",
    }  # fmt: skip
    assert case["intake"] == {
        "callerName": "Marta Quintanilla", "callerPhone": "+12035550142", "callerRelation": "family",
        "arrestedAt": "2026-11-22T11:15:00+00:00", "arrestPlace": "the bus stop at Kimberly Square",
        "told": "Reported by Harbor Neighbors. Arrested by: immigration agents (ICE).",
    }  # fmt: skip
    assert await titles(ana) == []
    assert (await ana.ask(WAITING))["reportsWaiting"] == []
    # What was reported is gone, and the key with it.
    assert await ground.connection.fetchval("select count(*) from report_contents") == 0
    async with town.database.transaction(actors.OPERATOR) as tx:
        keys = (await tx.session.scalars(select(VaultKey).where(VaultKey.destroyed_at.is_not(None)))).all()
    assert [key.wrapped for key in keys] == [None]

    # The group sees that it was taken in, and of the case nothing until it is shared.
    (report,) = (await noor.ask(MADE))["reportsMade"]
    assert (report["state"], report["contents"], report["case"]) == ("TAKEN_IN", None, None)
    assert (await noor.ask("query ($id: ID!) { node(id: $id) { id } }", id=case["id"]))["node"] is None
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])
    await ana.do("addToTeam", caseId=case["id"], personId=town.person(NOOR), role="ADVOCATE")
    (report,) = (await noor.ask(MADE))["reportsMade"]
    assert report["case"] == {"shortId": case["shortId"]}
    acts = await ground.connection.fetch("select act from audit_entries where act like 'report.%' order by seq")
    assert [row["act"] for row in acts] == ["report.made", "report.taken_in"]


async def test_the_worker_looks_after_reports_before_it_delivers(town: Town) -> None:
    noor = await town.signed_in(NOOR)
    await steps.report_an_arrest(town, noor)
    carriers = Carriers({Channel.EMAIL: for_mail(town.mail.url)}, within=60)
    house = notices.House(town.settings.address, town.settings.sender)
    context = {"database": town.database, "carriers": carriers, "house": house, "lease": timedelta(minutes=5)}

    waker = Waker(town.settings.redis_url)

    await WorkerSettings.functions[0].coroutine({"context": context, "waker": waker})

    await waker.close()
    await carriers.close()
    assert [letter.message["To"].addresses[0].addr_spec for letter in kept(town.mail.folder)] == [ANA]


async def test_who_declines_reads_no_more_and_the_group_asks_another(town: Town) -> None:
    ana, ben, noor = await town.signed_in(ANA), await town.signed_in(BEN), await town.signed_in(NOOR)
    made = await steps.report_an_arrest(town, noor)
    assert (await ben.ask(WAITING))["reportsWaiting"] == []

    declined = await ana.do(
        "declineReport", f"report {{ state whyDeclined {CONTENTS} }}", reportId=made["id"], expectedRevision=0,
        why="NO_CAPACITY",
    )  # fmt: skip
    assert declined["report"] == {"state": "DECLINED", "whyDeclined": "NO_CAPACITY", "contents": None}
    await housekept(town)
    assert await titles(noor) == ["Elm City Legal Aid can't take in the person you reported. Ask another provider."]
    (letter,) = await town.deliver()
    assert "advocate@demo.test" in letter.message["To"]
    assert [one for one in (*TOLD, "Elm City can't") if one in words(letter)] == []

    addressed = await noor.do(
        "addressReport", "report { state revision provider { name } }", reportId=made["id"], expectedRevision=1,
        providerId=town.organizations["shoreline"],
    )  # fmt: skip
    assert addressed["report"] == {"state": "WAITING", "revision": 2, "provider": {"name": "Shoreline Defenders"}}
    await housekept(town)
    assert (await titles(noor), len(await titles(ben))) == ([], 1)
    (waiting,) = (await ben.ask(WAITING))["reportsWaiting"]
    assert waiting["contents"] == SAYS
    assert (await ana.ask("query ($id: ID!) { node(id: $id) { id } }", id=made["id"]))["node"] is None


async def test_what_is_withdrawn_is_destroyed_and_nobody_need_look(town: Town, ground: Ground) -> None:
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    made = await steps.report_an_arrest(town, noor)
    await housekept(town)
    assert len(await titles(ana)) == 1

    withdrawn = await noor.do("withdrawReport", "report { state }", reportId=made["id"], expectedRevision=0)

    assert withdrawn["report"] == {"state": "WITHDRAWN"}
    assert await ground.connection.fetchval("select count(*) from report_contents") == 0
    await housekept(town)
    assert await titles(ana) == []
    # Its letter says nothing that is no longer true: it isn't sent.
    assert await town.deliver() == []


async def test_while_all_that_the_group_has_is_held_no_report_is_withdrawn(town: Town, ground: Ground) -> None:
    noor = await town.signed_in(NOOR)
    hal = await hired(town, "harbor", "admin@harbor.test", Role.ADMIN)
    made = await steps.report_an_arrest(town, noor)
    await hal.do(
        "placeHold", organizationId=town.organizations["harbor"],
        reason="A lawyer of the agency wrote that a subpoena follows.",
    )  # fmt: skip
    before = await every_row(ground)

    refused = await noor.do("withdrawReport", reportId=made["id"], expectedRevision=0)

    assert refused["__typename"] == "NotAllowedByState"
    assert refused["message"] == "A legal hold keeps this report. It can be withdrawn once the hold is lifted."
    assert await every_row(ground) == before
    (hold,) = (await hal.ask("{ viewer { organization { holds { id } } } }"))["viewer"]["organization"]["holds"]
    await hal.do("liftHold", holdId=hold["id"])
    withdrawn = await noor.do("withdrawReport", "report { state }", reportId=made["id"], expectedRevision=0)
    assert withdrawn["report"] == {"state": "WITHDRAWN"}


async def test_a_provider_that_everybody_left_is_told_to_the_group(town: Town, ground: Ground) -> None:
    noor = await town.signed_in(NOOR)
    await steps.report_an_arrest(town, noor, "shoreline")
    await ground.connection.execute(
        "update memberships set ended_at = $1 where organization_id ="
        " (select id from organizations where slug = 'shoreline')", town.clock.now,
    )  # fmt: skip

    await housekept(town)
    await housekept(town)

    assert await titles(noor) == [
        "Shoreline Defenders has nobody who takes people in. Withdraw your report, and send it to another provider."
    ]
    assert await town.deliver() == []


async def test_somebody_who_has_a_case_gets_a_note_and_no_second_case(town: Town) -> None:
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    mateo = await steps.take_in_mateo(town, ana)
    made = await steps.report_an_arrest(town, noor, name="Matteo Ribera", aNumber="201345678")
    given = {"reportId": made["id"], "expectedRevision": 0}

    twice = await ana.do("takeInReport", **given)
    assert (twice["__typename"], twice["field"]) == ("Invalid", "aNumbers") and "C-10001" in twice["message"]
    taken = await ana.do("takeInReport", "case { shortId notes { body } }", **given, sameAsCaseId=mateo["id"])

    assert taken["case"]["shortId"] == mateo["shortId"]
    (note,) = taken["case"]["notes"]
    assert note["body"].splitlines() == [
        "Reported by Harbor Neighbors. Arrested by: immigration agents (ICE).", "Matteo Ribera, Lalo",
        "201345678, 1999-04-02, Guatemala, mam", "2026-11-22T11:15:00+00:00, the bus stop at Kimberly Square",
        "Marta Quintanilla, +12035550142, family",
    ]  # fmt: skip
    assert len((await ana.ask("{ cases { edges { node { id } } } }"))["cases"]["edges"]) == 1


@pytest.mark.parametrize(
    ("born", "quiet"), [("2009-11-24", True), ("2008-11-23", False), ("2008", True), ("2005", False)]
)
async def test_a_minor_starts_with_no_publicity(town: Town, born: str, quiet: bool) -> None:
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    made = await steps.report_an_arrest(town, noor, birthDate=born)

    taken = await ana.do("takeInReport", "case { noPublicity }", reportId=made["id"], expectedRevision=0)

    assert taken["case"]["noPublicity"] is quiet


async def test_nobody_else_reads_a_report_or_learns_that_there_is_one(town: Town, ground: Ground) -> None:
    noor = await town.signed_in(NOOR)
    made = await steps.report_an_arrest(town, noor)
    others = {
        "another provider": await town.signed_in(BEN),
        "the provider's admin": await town.signed_in("admin@demo.test"),
        "the group's admin": await hired(town, "harbor", "admin@harbor.test", Role.ADMIN),
        "another advocate of the group": await hired(town, "harbor", "other@harbor.test", Role.ADVOCATE),
    }
    before = await every_row(ground)
    for who, seat in others.items():
        answers: list[Any] = [
            (await seat.raw(WAITING)).text,
            (await seat.raw(MADE)).text,
            (await seat.raw("query ($id: ID!) { node(id: $id) { id } }", {"id": made["id"]})).text,
        ]
        assert [one for one in (*TOLD, made["id"]) if one in "".join(answers)] == [], who
        for verb, more in (
            ("takeInReport", {}), ("declineReport", {"why": "CONFLICT"}), ("withdrawReport", {}),
            ("addressReport", {"providerId": town.organizations["shoreline"]}),
        ):  # fmt: skip
            refused = await seat.do(verb, reportId=made["id"], expectedRevision=0, **more)
            assert refused["__typename"] == "NotFound", (who, verb, refused)
    assert await every_row(ground) == before
    for email in (BEN, "admin@demo.test"):
        async with town.database.transaction(actors.Person(town.staff[email])) as tx:
            for table in ("arrest_reports", "report_contents", "report_cases"):
                assert (await tx.session.execute(text(f"select * from {table}"))).all() == []
    # And there was something to find: the group's coordinator reads all of the group's.
    cora = await hired(town, "harbor", "cora@harbor.test", Role.COORDINATOR)
    (report,) = (await cora.ask(MADE))["reportsMade"]
    assert report["contents"]["name"] == "Abelardo Quintanilla"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": None, "aNumber": None, "callerPhone": None}, "name"),
        ({"aNumber": "12"}, "aNumbers"),
        ({"birthDate": "spring"}, "birthDate"),
        ({"callerPhone": "call me"}, "phone"),
        ({"arrestZone": None}, "arrestZone"),
        ({"arrestPlace": "He came over the river in 2019 with his cousin. " * 3}, "arrestPlace"),
        ({"countryOfBirth": "Guatemala, where they threatened him for years and years and years"}, "countryOfBirth"),
        ({"otherNames": ["x"] * 21}, "otherNames"),
        # A minute from now, on the clock there.
        ({"arrestedAt": "2026-11-23T09:31"}, "arrestedAt"),
    ],
)
async def test_what_is_refused_leaves_nothing_behind(
    town: Town, ground: Ground, given: dict[str, Any], field: str
) -> None:
    noor = await town.signed_in(NOOR)
    before = await every_row(ground)

    refused = await noor.do(
        "reportArrest", organizationId=town.organizations["harbor"], providerId=town.organizations["elm-city"],
        **{**steps.REPORTED, **given},
    )  # fmt: skip

    assert (refused["__typename"], refused["field"]) == ("Invalid", field)
    assert await every_row(ground) == before


async def test_a_report_goes_from_a_group_to_a_provider_and_each_act_has_its_time(town: Town, ground: Ground) -> None:
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    harbor, elm = town.organizations["harbor"], town.organizations["elm-city"]
    made = await steps.report_an_arrest(town, noor)
    given = {"reportId": made["id"], "expectedRevision": 0}
    before = await every_row(ground)
    refusals = {
        "to a group": await noor.do("reportArrest", organizationId=harbor, providerId=harbor, **steps.REPORTED),
        "by a provider": await ana.do("reportArrest", organizationId=elm, providerId=elm, **steps.REPORTED),
        "by the provider's coordinator": await ana.do("withdrawReport", **given),
        "to the same, or not yet declined": await noor.do("addressReport", **given, providerId=elm),
        "by the group": await noor.do("takeInReport", **given),
        "declined by the group": await noor.do("declineReport", **given, why="CONFLICT"),
    }
    assert {why: said["__typename"] for why, said in refusals.items()} == {
        "to a group": "Invalid",
        "by a provider": "Invalid",
        "by the provider's coordinator": "NotPermitted",
        "to the same, or not yet declined": "NotAllowedByState",
        "by the group": "NotPermitted",
        "declined by the group": "NotPermitted",
    }
    assert await every_row(ground) == before

    await ana.do("declineReport", **given, why="OTHER_REGION")
    before = await every_row(ground)
    given["expectedRevision"] = 1
    assert (await ana.do("takeInReport", **given))["__typename"] == "NotAllowedByState"
    same = await noor.do("addressReport", **given, providerId=elm)
    assert (same["__typename"], same["field"]) == ("Invalid", "providerId")
    assert await every_row(ground) == before


async def test_two_who_take_it_in_at_once_make_one_case(town: Town) -> None:
    ana, noor = await town.signed_in(ANA), await town.signed_in(NOOR)
    made = await steps.report_an_arrest(town, noor)

    first = await ana.do("takeInReport", reportId=made["id"], expectedRevision=0)
    second = await ana.do("takeInReport", reportId=made["id"], expectedRevision=0)

    assert (first["__typename"], second["__typename"]) == ("TakeInReportPayload", "ChangedMeanwhile")
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert [one.revision for one in await tx.session.scalars(select(ArrestReport))] == [1]
