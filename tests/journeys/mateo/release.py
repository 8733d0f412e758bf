"""He walks out, and what is told of him then: Saturday, December 12, to the check-in on Monday, December 21."""

from __future__ import annotations

from commands.mail_catcher import kept
from tests.journeys import steps, volunteers
from tests.journeys.mateo.bond import TRACK
from tests.journeys.mateo.hearing import DEADLINES, TOLD
from tests.journeys.mateo.people import (
    ANA,
    BEN,
    CAROL,
    DANA,
    INES,
    LUIS,
    NOBODY,
    ODETTE,
    OTTO,
    Mateo,
    done,
)
from tests.town import Town

LISTS = """{ cases { count edges { node { id } } }
  found: cases(filter: {search: "Rivera"}) { count edges { node { id } } }
  tasks(mine: false, openOnly: false) { edges { node { title } } } notices { edges { node { id } } }
  offers { blurb } conflictSheets { contents { names } } }"""
OFFICE, MEETING_POINT = "ICE ERO, 450 Main Street", "Bushnell Park, by the carousel"
#: What his mother keeps, behind her link: the hearing in January, and what was paid.
KEPT = TOLD | {"amount"}
#: What she is told of a check-in.
MOTHERS = {"public name", "office", "hour"}
#: And what Carol is.
CAROLS = {"meeting point", "hour"}
SUPERVISED = {"timeZone": "America/New_York"}


async def released_and_accompanied(town: Town, mateo: Mateo) -> None:
    await every_later_date_is_closed(town, mateo)
    await a_check_in_is_set(mateo)
    await nobody_rings_about_him(town, mateo)
    await a_clock_of_his_own(mateo)
    await somebody_comes_along(town, mateo)
    await told_two_days_before(mateo)
    await it_went_well(mateo)
    await nobody_else_finds_him(town, mateo)


async def every_later_date_is_closed(town: Town, mateo: Mateo) -> None:
    """At once, to everyone outside the legal team, Mateo and the contacts he keeps."""
    await mateo.at("2026-12-12T11:00")
    await done(mateo.ana, "recordRelease", caseId=mateo.case_id, releasedAt="2026-12-12T10:30",
               timeZone="America/New_York", reason="BONDED_OUT_JUDGE", source="COUNSEL")  # fmt: skip
    assert (await mateo.ask(TRACK))["bond"]["stage"] == "RELEASED"
    mateo.team -= {"place", "court apart"}
    mateo.advocate = {"case", "action"}
    # Who was asked is told that the hour they know no longer counts: no reason, no new date. Behind the link there is
    # nothing more of it. His mother keeps January, and is told of no jail.
    await mateo.seen_by(
        {
            "advocate": mateo.advocate, "official": {"slot"}, "scheduler": {"slot"}, "supporter": {"slot"},
            "official's page": NOBODY, "scheduler's page": NOBODY, "supporter's page": NOBODY, "family's page": KEPT,
        }
    )  # fmt: skip
    # The letter that advocates could read is the legal team's again.
    opened = await mateo.opens(mateo.known["letter"])
    assert opened == dict.fromkeys(opened, 404) | dict.fromkeys(mateo.legal, 200)


async def a_check_in_is_set(mateo: Mateo) -> None:
    """His papers say when he must present himself, and there people are arrested: for the legal team alone as yet."""
    await mateo.at("2026-12-12T15:00")
    await done(mateo.ana, "recordSupervision", caseId=mateo.case_id, kind="BOND_CONDITIONS",
               beganAt="2026-12-12T10:30", **SUPERVISED)  # fmt: skip
    scheduled = await done(
        mateo.ana, "scheduleCheckIn", "checkIn { id revision occasion { startsAt } }", caseId=mateo.case_id,
        startsAt="2026-12-21T09:15", office=OFFICE, meetingPoint=MEETING_POINT, **SUPERVISED,
    )  # fmt: skip
    assert scheduled["checkIn"]["occasion"]["startsAt"] == "2026-12-21T14:15:00+00:00"
    mateo.known["check-in"] = scheduled["checkIn"]
    mateo.team |= {"check-in"}
    await mateo.seen_by({"advocate": mateo.advocate, "family's page": KEPT})


async def nobody_rings_about_him(town: Town, mateo: Mateo) -> None:
    """No date checker is shown a date of somebody at liberty."""
    await mateo.at("2026-12-13T17:00")
    phone = await volunteers.at_work(town, await volunteers.start(town, mateo.ana))
    await phone.press("next")
    assert "no date to check now" in phone.seen[-1].text


async def a_clock_of_his_own(mateo: Mateo) -> None:
    """Whoever is let go lives somewhere else: the court is told within five days (8 CFR 1003.15(d)). And a week before
    the check-in his mother is told of it: when, and where.
    """
    await mateo.at("2026-12-14T10:00")
    (due,) = [one for one in (await mateo.ask(DEADLINES))["deadlines"] if one["rule"] == "change_of_address"]
    assert due["dueOn"] == "2026-12-17" and due["citation"].startswith("8 CFR 1003.15(d)")
    await done(mateo.luis, "confirmDeadline", deadlineId=due["id"], expectedRevision=due["revision"])
    filed = await done(mateo.luis, "recordFiling", "deadline { state }", deadlineId=due["id"],
                       expectedRevision=due["revision"] + 1, filedAt="2026-12-14T08:45")  # fmt: skip
    assert filed["deadline"]["state"] == "FILED"
    await mateo.seen_by({"advocate": mateo.advocate, "family": MOTHERS, "family's page": KEPT})


async def somebody_comes_along(town: Town, mateo: Mateo) -> None:
    """Carol of the parish, once Mateo, at liberty, has agreed to it: what he agreed to in jail is over."""
    carol = await steps.add(town, mateo.ana, "elm-city", "SUPPORTER", "Carol Jennings", CAROL)
    named = {"checkInId": mateo.known["check-in"]["id"], "personId": carol}
    refused = await mateo.ana.do("nameAccompanier", **named)
    assert refused["__typename"] == "NotCleared" and "has not agreed to be accompanied" in refused["missing"][0]
    official = await mateo.ana.do("nameAccompanier", **(named | {"personId": mateo.known["asked"][0]}))
    assert (official["__typename"], official["field"]) == ("Invalid", "personId")
    await mateo.at("2026-12-15T12:00")
    await steps.consent(mateo.ana, mateo.case_id, "ACCOMPANY", "SUPPORTERS", "NONE", bond=False)
    await done(mateo.ana, "nameAccompanier", **named)
    # Not yet to Carol; to nobody else whatever he agreed to.
    await mateo.seen_by({"advocate": mateo.advocate, "family's page": KEPT})


async def told_two_days_before(mateo: Mateo) -> None:
    """Carol is told where they meet, and the hour: no address, no name, not why. His mother was told three days before,
    and both are on the last day.
    """
    for before, mothers in (("2026-12-18T09:30", MOTHERS), ("2026-12-19T09:14", NOBODY)):
        await mateo.at(before)
        await mateo.seen_by({"advocate": mateo.advocate, "family": mothers, "family's page": KEPT})
    for since, mothers in (("2026-12-19T09:16", NOBODY), ("2026-12-20T09:30", MOTHERS)):
        await mateo.at(since)
        await mateo.seen_by(
            {
                "advocate": mateo.advocate, "family": mothers, "family's page": KEPT,
                "accompanier": CAROLS, "accompanier's page": CAROLS,
            }
        )  # fmt: skip


async def it_went_well(mateo: Mateo) -> None:
    await mateo.at("2026-12-21T10:30")
    (check_in,) = (await mateo.ask("checkIns { id revision }"))["checkIns"]
    await done(mateo.ana, "reportCheckIn", checkInId=check_in["id"], expectedRevision=check_in["revision"],
               outcome="ATTENDED")  # fmt: skip
    found = await mateo.ask("checkIns { outcome } custodyStatus tasks(openOnly: true) { raisedBy }")
    assert (found["checkIns"], found["custodyStatus"]) == ([{"outcome": "ATTENDED"}], "RELEASED")
    assert "check_in" not in {one["raisedBy"] for one in found["tasks"]}
    # Carol's page says no more than it did.
    await mateo.seen_by({"advocate": mateo.advocate, "family's page": KEPT, "accompanier's page": CAROLS})


async def nobody_else_finds_him(town: Town, mateo: Mateo) -> None:
    """Whoever is not of it finds him in no list and no search, and was never written to."""
    assert (await mateo.ana.ask(LISTS))["found"]["count"] == 1
    for email in (DANA, BEN, INES, OTTO):
        told = await (await mateo.seat(email)).ask(LISTS)
        assert told["cases"] == told["found"] == {"count": 0, "edges": []}, email
        assert not mateo.eyes.found(str(told)), email
    written = {one.message["To"].addresses[0].addr_spec for one in kept(town.mail.folder)}
    assert written == {ANA, LUIS, ODETTE, *mateo.eyes.mailboxes.values()}
