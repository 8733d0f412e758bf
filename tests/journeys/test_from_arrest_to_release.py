"""Journey 7: Mateo R., invented, from his arrest to his release. After each step, what each audience sees.

The shape is DOMAIN §2.1 with dates and places shifted. What a step changes is done through the graph or a page, as
people do it, and then everybody looks.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from api.nodes import global_id
from casework import actors
from schema.facilities import Facility
from tests.journeys import steps, volunteers
from tests.journeys.eyes import Eyes
from tests.town import Seat, Town

ANA, LUIS, NOOR = "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"
BEN, INES = "coordinator@other.test", "attorney@other.test"
MAYOR, SUPPORTER, MOTHER = "mayor@city.example", "tomas@neighbor.example", "rosa@home.example"

IDENTITY = {"case", "public name", "legal name", "number"}
NOBODY: set[str] = set()


async def done(seat: Seat, verb: str, want: str = "__typename", **given: Any) -> Any:
    said = await seat.do(verb, want, **given)
    assert said["__typename"].endswith("Payload"), (verb, said)
    return said


async def the_north(town: Town) -> str:
    """A jail in New Hampshire, as an operator imports it."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        jail = Facility(
            code="STRAFNH", name="Strafford County Corrections", city="Dover", state="NH", district="D.N.H.",
            circuit="1", time_zone="America/New_York", field_office="Boston",
        )  # fmt: skip
        tx.session.add(jail)
        await tx.session.flush()
        return global_id("Facility", jail.id)


async def tasks_of(seat: Seat, case_id: str) -> list[str]:
    found = await seat.ask(
        "query ($id: ID!) { node(id: $id) { ... on Case { tasks(openOnly: true) { title } } } }", id=case_id
    )
    return [one["title"] for one in found["node"]["tasks"]]


async def test_mateo_from_his_arrest_to_his_release_and_what_each_audience_sees(town: Town) -> None:
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    strafford = await the_north(town)

    # Friday, November 20: arrested at work. Monday: his mother calls. He is in no locator.
    case = await steps.take_in_mateo(town, ana, arrestPlace="a bakery in Middlefield")
    case_id = case["id"]
    await done(ana, "recordCustody", caseId=case_id, source="LOCATOR", found=False)
    eyes = Eyes(
        town, case_id,
        marks={
            "public name": "Mateo", "legal name": "Rivera", "letters": "RIV CRU", "number": "201 ?345 ?678",
            "place": "Plymouth|Strafford|Winn", "slot": r"10:00|\b2:30", "court": "Hartford", "judge": "Doe",
            "decision": "[Gg]ranted|concedi", "bond": r"\bbond\b|fianza",
        },
        seats={"coordinator": ANA, "attorney": LUIS, "advocate": NOOR, "other provider": BEN, "other attorney": INES},
        mailboxes={"official": MAYOR, "supporter": SUPPORTER, "family": MOTHER},
    )  # fmt: skip
    outside = {"advocate": NOBODY, "other provider": NOBODY, "other attorney": NOBODY}
    silence = {"official": NOBODY, "supporter": NOBODY, "family": NOBODY}
    assert await eyes.see() == {"coordinator": IDENTITY, "attorney": NOBODY, **outside, **silence}

    # He is found: the legal team on one source. Nobody else is told where.
    await done(ana, "recordCustody", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    assert await eyes.see() == {"coordinator": IDENTITY | {"place"}, "attorney": NOBODY, **outside, **silence}

    # Counsel accepts; the file opens to him. Mateo named his mother.
    await steps.accept(town, ana, luis, case_id)
    mother = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Rosa Rivera", MOTHER, language="es")
    await done(ana, "nameContact", caseId=case_id, personId=mother, relation="mother", namedByClient=True)
    # A notice to appear, served and not filed; bond apart from it (8 CFR 1003.19(d)).
    removal = (await done(
        luis, "openProceeding", "proceeding { id revision state }", caseId=case_id, kind="REMOVAL", notFiled=True,
        courtId=town.courts["HAR"], noticeOn="2026-11-21", charges="212(a)(6)(A)(i)", custody="DETAINED",
    ))["proceeding"]  # fmt: skip
    assert removal["state"] == "NOT_FILED"
    await steps.appear(luis, case_id)
    team = IDENTITY | {"place", "proceedings", "charges"}
    assert await eyes.see() == {"coordinator": team, "attorney": team, **outside, **silence}

    # Moved to New Hampshire, then to Louisiana: counsel is told each time, the court keeps the case.
    town.clock.forward(days=1)
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    for facility, district in ((strafford, "D.N.H."), (town.facilities["WINNCLA"], "W.D. La.")):
        moved = await done(
            ana, "recordTransfer", "changes { what after }", caseId=case_id, facilityId=facility, source="COUNSEL",
            confidence="ONE_SOURCE",
        )  # fmt: skip
        assert {"what": "federal district", "after": district} in moved["changes"]
        assert "Tell the attorney of the transfer" in await tasks_of(ana, case_id)
        town.clock.forward(hours=20)
        ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    # Habeas, by the name of its court; and he is flown back: the flight is called off.
    habeas = (await done(
        luis, "openProceeding", "proceeding { id revision otherCourt court { id } }", caseId=case_id, kind="HABEAS",
        otherCourt="U.S. District Court, W.D. La.",
    ))["proceeding"]  # fmt: skip
    assert habeas["otherCourt"] == "U.S. District Court, W.D. La." and habeas["court"] is None
    await done(
        ana, "recordTransfer", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source="LOCATOR",
        confidence="ONE_SOURCE",
    )  # fmt: skip
    assert await eyes.see() == {"coordinator": team, "attorney": team, **outside, **silence}

    # The notice to appear is filed; a bond hearing is set, from the printed notice, in the court's own zone.
    await done(luis, "amendProceeding", proceedingId=removal["id"], expectedRevision=removal["revision"],
               filedAt="2026-11-24T15:00:00Z")  # fmt: skip
    bond = (await done(ana, "openProceeding", "proceeding { id }", caseId=case_id, kind="BOND",
                       courtId=town.courts["HAR"]))["proceeding"]  # fmt: skip
    hearing = (await done(
        ana, "scheduleHearing", "hearing { id revision dateStanding occasion { id startsAt sequence } }",
        caseId=case_id, proceedingId=bond["id"], kind="BOND_HEARING", startsAt="2026-12-16T14:30", scheduleType="CY",
        medium="IN_PERSON", room="628", judge="Hon. Pat Doe",
    ))["hearing"]  # fmt: skip
    assert hearing["dateStanding"] == "ONE_SOURCE"
    team |= {"slot", "judge", "sources"}
    assert await eyes.see() == {"coordinator": team, "attorney": team, **outside, **silence}

    # The community group reads the case, and without the client's consent sees no date and no place of it.
    await done(ana, "shareCase", caseId=case_id, organizationId=town.organizations["harbor"])
    await done(ana, "addToTeam", caseId=case_id, personId=town.person(NOOR), role="ADVOCATE")
    seen = await eyes.see()
    assert seen["advocate"] == {"case"} and seen["coordinator"] == team and seen["other provider"] == NOBODY

    # Mateo, of age, agrees that advocates, officials and supporters be told, under his public name.
    await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
    await steps.consent(ana, case_id, "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case_id, "FILL_COURTROOM", "SUPPORTERS")
    # Of the place that one source tells nobody outside is told; a second channel confirms it.
    advocate = {"case", "public name", "slot"}
    assert (await eyes.see())["advocate"] == advocate
    await done(ana, "recordCustody", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source="FACILITY_CALL")
    advocate |= {"place"}
    assert (await eyes.see())["advocate"] == advocate

    # Two keys: counsel signs what is said, then it is published, and the mayor and neighbors are asked.
    action = await steps.publish_vigil(town, ana, luis, case_id, hearing["id"])
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", MAYOR)
    neighbor = await steps.add(town, ana, "elm-city", "SUPPORTER", "Tomás Ortiz", SUPPORTER)
    await done(ana, "invite", occasionId=action["occasion"]["id"], personIds=[mayor, neighbor])
    seen = await eyes.see()
    assert seen["coordinator"] == seen["attorney"] == team | {"action"}
    assert seen["advocate"] == advocate | {"action"}
    # What enters a calendar that nobody here controls names no one; the live page behind the link may.
    told = {"court", "slot", "public name"}
    assert seen["official"] == {"court", "slot"}
    assert seen["supporter"] == seen["official's page"] == seen["supporter's page"] == told
    assert seen["family"] == NOBODY
    assert seen["other provider"] == seen["other attorney"] == NOBODY

    # Bond hearings are in no public system: a volunteer rings the court, with the number and some letters alone.
    town.clock.forward(hours=30)
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    to_check = (await ana.ask(
        "{ viewer { organization { datesToCheck { because hearing { id } } } } }"
    ))["viewer"]["organization"]["datesToCheck"]  # fmt: skip
    assert to_check == [{"because": ["NO_PUBLIC_SYSTEM", "ONE_SOURCE"], "hearing": {"id": hearing["id"]}}]
    eyes.telephone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await eyes.telephone.press("next")
    seen = await eyes.see()
    assert seen["date checker"] == {"number", "letters", "slot"}
    await eyes.telephone.press("heard", outcome="different", heard="2026-12-10T10:00")
    assert any("Dec 10, 10:00 AM" in title and "Dec 16, 2:30 PM" in title for title in await tasks_of(ana, case_id))
    stands = "query ($id: ID!) { node(id: $id) { ... on Hearing { state dateStanding advancedByCourt revision" \
             " occasion { startsAt sequence state } } } }"  # fmt: skip
    now = (await ana.ask(stands, id=hearing["id"]))["node"]
    assert now["occasion"]["startsAt"] == "2026-12-16T19:30:00+00:00"

    # The notice says so, too: the court advanced it (55). All who were told are told; two sources agree.
    await done(
        ana, "rescheduleHearing", hearingId=hearing["id"], expectedRevision=now["revision"],
        startsAt="2026-12-10T10:00", adjournmentCode="55",
    )  # fmt: skip
    now = (await luis.ask(stands, id=hearing["id"]))["node"]
    assert (now["state"], now["dateStanding"], now["advancedByCourt"]) == ("MOVED_EARLIER", "TWO_SOURCE", True)
    # Who was asked to come knows when, and that it is earlier; why it moved is the legal team's (DOMAIN §3.3).
    theirs = await town.signed_in(eyes.seats["advocate"])
    why = stands.replace("advancedByCourt", "advancedByCourt adjournmentCode")
    when = (await theirs.ask(why, id=hearing["id"]))["node"]
    assert when["occasion"]["startsAt"] == "2026-12-10T15:00:00+00:00" and when["state"] == "MOVED_EARLIER"
    assert (when["advancedByCourt"], when["adjournmentCode"]) == (None, None)
    seen = await eyes.see()
    assert seen["official"] == {"court", "slot"} and seen["supporter"] == seen["family"] == told
    assert seen["official's page"] == seen["supporter's page"] == told and seen["date checker"] == NOBODY
    town.clock.forward(hours=5)
    assert (await eyes.see())["date checker"] == {"gone"}
    eyes.telephone = None

    # December 10. The room is full; the judge grants bond. Luis reports it from the corridor, first with a slip.
    town.clock.now = datetime(2026, 12, 10, 16, 0, tzinfo=UTC)
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    slip = await done(luis, "reportHearing", "hearing { revision }", hearingId=hearing["id"],
                      expectedRevision=now["revision"], outcome="BOND_DENIED")  # fmt: skip
    back = await done(luis, "takeBackReport", "hearing { revision outcome }", hearingId=hearing["id"],
                      expectedRevision=slip["hearing"]["revision"])  # fmt: skip
    assert back["hearing"]["outcome"] is None
    await done(
        luis, "reportHearing", hearingId=hearing["id"], expectedRevision=back["hearing"]["revision"],
        outcome="BOND_GRANTED", bondAmount=1500, note="The judge named the turnout.",
        tasks=[{"title": "Find an obligor for the bond"}],
        decision={"givenHow": "ORAL", "appealByGovernment": "WAIVED"},
    )  # fmt: skip
    decided = (await ana.ask(
        """query ($id: ID!) { node(id: $id) { ... on Proceeding { state
        decisions { kind decidedOn givenHow givenOn appealByGovernment takenBackAt hearing { id } } } } }""",
        id=bond["id"],
    ))["node"]  # fmt: skip
    assert decided["state"] == "DECIDED"
    stands_now = [one for one in decided["decisions"] if one["takenBackAt"] is None]
    assert stands_now == [{
        "kind": "BOND_GRANTED", "decidedOn": "2026-12-10", "givenHow": "ORAL", "givenOn": "2026-12-10",
        "appealByGovernment": "WAIVED", "takenBackAt": None, "hearing": {"id": hearing["id"]},
    }]  # fmt: skip
    assert "Find an obligor for the bond" in await tasks_of(ana, case_id)
    # A master hearing in removal is set for January, and the mayor is asked to that one, too.
    master = await done(
        ana, "scheduleHearing", "hearing { id }", caseId=case_id, proceedingId=removal["id"], kind="MASTER_HEARING",
        startsAt="2027-01-12T10:00", scheduleType="MD", judge="Hon. Pat Doe",
    )  # fmt: skip
    again = await steps.publish_vigil(town, ana, luis, case_id, master["hearing"]["id"])
    await done(ana, "invite", occasionId=again["occasion"]["id"], personIds=[mayor])
    seen = await eyes.see()
    assert seen["coordinator"] == seen["attorney"] == team | {"action", "decision", "outcome"}
    assert seen["advocate"] == advocate | {"action", "outcome"}
    assert seen["official"] == {"court", "slot"} and seen["official's page"] == told
    assert seen["supporter"] == NOBODY and seen["other provider"] == seen["other attorney"] == NOBODY

    # December 12: he walks out. At once every later date is closed to all but the team and whom he keeps.
    town.clock.forward(days=2)
    ana, luis = await town.signed_in(ANA), await town.signed_in(LUIS)
    await done(ana, "recordRelease", caseId=case_id, releasedAt="2026-12-12T10:30", timeZone="America/New_York",
               reason="BONDED_OUT_JUDGE", source="COUNSEL")  # fmt: skip
    seen = await eyes.see()
    assert seen["coordinator"] == seen["attorney"] == (team | {"action", "decision", "outcome"}) - {"place"}
    assert seen["advocate"] == {"case", "action"}
    assert seen["other provider"] == seen["other attorney"] == NOBODY
    # The mayor is told that it is off: no reason, no new date. Behind the link there is nothing more of it.
    assert not seen["official"] & {"public name", "legal name", "number", "place", "decision", "bond"}
    assert not seen["official's page"] & {"slot", "public name", "place", "decision", "bond"}
    assert seen["supporter"] == seen["family"] == NOBODY
    # No date checker is shown a date of somebody at liberty.
    town.clock.forward(hours=30)
    ana = await town.signed_in(ANA)
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    await phone.press("next")
    assert "no date to check now" in phone.seen[-1].text
