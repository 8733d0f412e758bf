"""A bond hearing, who may be told of it, and how it was advanced: Monday, November 30, to Thursday, December 3."""

from __future__ import annotations

from typing import Any

from tests.casework.papers import AUTHOR, pdf
from tests.journeys import steps, volunteers
from tests.journeys.mateo.people import BEN, DANA, MAYOR, NOOR, ODETTE, SCHEDULER, SUPPORTER, Mateo, done
from tests.town import Town

STANDS = """query ($id: ID!) { node(id: $id) { ... on Hearing { state dateStanding advancedByCourt revision
  occasion { startsAt sequence state } } } }"""
DEADLINES = "deadlines { id revision rule state dueOn citation unverified trace confirmedBy { name } }"
#: What letters, and the page behind a link, tell of the hearing.
SLOT = {"court", "slot"}
TOLD = SLOT | {"public name"}
WRITTEN = {"official": SLOT, "scheduler": SLOT, "supporter": TOLD, "family": TOLD}


async def told_and_advanced(town: Town, mateo: Mateo) -> None:
    await set_from_the_printed_notice(town, mateo)
    await told_on_his_consent(town, mateo)
    await asked_to_come(town, mateo)
    await checked_by_telephone(town, mateo)
    await the_court_advanced_it(town, mateo)
    await the_order_to_show_cause(mateo)
    await a_letter_that_advocates_may_read(mateo)


async def set_from_the_printed_notice(town: Town, mateo: Mateo) -> None:
    """In the court's own zone. The bond track waits for that date, and says so to the legal team alone."""
    await mateo.at("2026-11-30T10:00")
    set_ = await done(
        mateo.ana, "scheduleHearing", "hearing { id revision dateStanding occasion { id startsAt } }",
        caseId=mateo.case_id, proceedingId=mateo.known["bond"], kind="BOND_HEARING", startsAt="2026-12-16T14:30",
        scheduleType="CY", medium="IN_PERSON", room="628", judge="Hon. Pat Doe",
    )  # fmt: skip
    mateo.known["hearing"] = set_["hearing"]
    assert set_["hearing"]["dateStanding"] == "ONE_SOURCE"
    assert set_["hearing"]["occasion"]["startsAt"] == "2026-12-16T19:30:00+00:00"
    assert (await mateo.ask("bond { stage }"))["bond"]["stage"] == "SCHEDULED"
    # Papers for it: a sponsor's letter is asked for.
    await done(mateo.luis, "layOutChecklist", caseId=mateo.case_id, track="BOND")
    letter = await mateo.paper("SPONSOR_LETTER")
    await done(mateo.ana, "askForDocument", documentId=letter["id"], expectedRevision=letter["revision"],
               fromWhom="Carol Jennings, for the parish", dueOn="2026-12-04")  # fmt: skip
    asked = await mateo.paper("SPONSOR_LETTER")
    assert (asked["state"], asked["dueOn"]) == ("ASKED", "2026-12-04")
    mateo.team |= {"slot", "judge", "sources"}
    await mateo.seen_by()


async def told_on_his_consent(town: Town, mateo: Mateo) -> None:
    """The community group reads the case, and without the client's consent sees no date and no place of it. That
    counsel be looked for, he agreed to long ago: it opens nothing else.
    """
    ana, case_id = mateo.ana, mateo.case_id
    await done(ana, "shareCase", caseId=case_id, organizationId=town.organizations["harbor"])
    await done(ana, "addToTeam", caseId=case_id, personId=town.person(NOOR), role="ADVOCATE")
    await mateo.seen_by({"advocate": {"case"}})

    # Mateo, of age, agrees that advocates, officials and supporters be told, under his public name; of bond, not yet.
    await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES", bond=False)
    await steps.consent(ana, case_id, "TELL_OFFICIALS", "OFFICIALS", bond=False)
    await steps.consent(ana, case_id, "FILL_COURTROOM", "SUPPORTERS", bond=False)
    # Of the place that one source tells nobody outside is told; a second channel confirms it.
    mateo.advocate = {"case", "public name", "slot"}
    await mateo.seen_by({"advocate": mateo.advocate})
    await done(ana, "recordCustody", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source="FACILITY_CALL")
    mateo.advocate |= {"place"}
    await mateo.seen_by({"advocate": mateo.advocate})


async def asked_to_come(town: Town, mateo: Mateo) -> None:
    """Two keys: counsel signs what is said, then it is published, and the mayor, an alder and neighbors are asked."""
    ana, known = mateo.ana, mateo.known
    action = await steps.publish_vigil(town, ana, mateo.luis, mateo.case_id, known["hearing"]["id"])
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", MAYOR)
    # The alder has no address of her own here: her scheduler is written to.
    alder = (await done(ana, "addPerson", "person { id }", organizationId=town.organizations["elm-city"],
                        kind="OFFICIAL", name="Alder Kim Lee"))["person"]["id"]  # fmt: skip
    await steps.add(town, ana, "elm-city", "SCHEDULER", "Owen Pruitt", SCHEDULER, schedulerForId=alder)
    neighbor = await steps.add(town, ana, "elm-city", "SUPPORTER", "Tomás Ortiz", SUPPORTER)
    await done(ana, "invite", occasionId=action["occasion"]["id"], personIds=[mayor, alder, neighbor])
    await done(ana, "invite", occasionId=known["hearing"]["occasion"]["id"], personIds=[known["mother"]])
    known["asked"] = [mayor, alder, neighbor]
    mateo.team |= {"action"}
    mateo.advocate |= {"action"}
    # What enters a calendar that nobody here controls names no one; the live page behind the link may. His mother is
    # told the date and, behind her link, where he is.
    await mateo.seen_by({"advocate": mateo.advocate} | WRITTEN | behind_links(TOLD | {"place"}))


def behind_links(family: set[str]) -> dict[str, set[str]]:
    """The page behind each one's link tells what it did; nobody is written to."""
    return dict.fromkeys(("official's page", "scheduler's page", "supporter's page"), TOLD) | {"family's page": family}


async def checked_by_telephone(town: Town, mateo: Mateo) -> None:
    """Bond hearings are in no public system: a volunteer rings the court, with the number and some letters alone."""
    await mateo.at("2026-12-01T16:00")
    ana, hearing_id = mateo.ana, mateo.known["hearing"]["id"]
    asked = "{ viewer { organization { datesToCheck { because hearing { id } } } } }"
    to_check = (await ana.ask(asked))["viewer"]["organization"]["datesToCheck"]
    assert to_check == [{"because": ["NO_PUBLIC_SYSTEM", "ONE_SOURCE"], "hearing": {"id": hearing_id}}]
    phone = await volunteers.at_work(town, await volunteers.start(town, ana))
    mateo.eyes.telephone = phone
    await phone.press("next")
    pages = behind_links(TOLD | {"place"})
    await mateo.seen_by({"advocate": mateo.advocate, "date checker": {"number", "letters", "slot"}} | pages)
    await phone.press("heard", outcome="different", heard="2026-12-10T10:00")
    assert any("Dec 10, 10:00 AM" in title and "Dec 16, 2:30 PM" in title for title in await mateo.tasks())
    # What contradicts the date overwrites nothing.
    now = (await ana.ask(STANDS, id=hearing_id))["node"]
    assert now["occasion"]["startsAt"] == "2026-12-16T19:30:00+00:00"


async def the_court_advanced_it(town: Town, mateo: Mateo) -> None:
    """The notice says so, too (code 55). All who were told are told; two sources agree."""
    hearing_id = mateo.known["hearing"]["id"]
    before = (await mateo.ana.ask(STANDS, id=hearing_id))["node"]
    await done(
        mateo.ana, "rescheduleHearing", hearingId=hearing_id, expectedRevision=before["revision"],
        startsAt="2026-12-10T10:00", adjournmentCode="55",
    )  # fmt: skip
    now = (await mateo.luis.ask(STANDS, id=hearing_id))["node"]
    assert (now["state"], now["dateStanding"], now["advancedByCourt"]) == ("MOVED_EARLIER", "TWO_SOURCE", True)
    # Who was asked to come knows when, and that it is earlier; why it moved is the legal team's (DOMAIN §3.3).
    theirs = await town.signed_in(NOOR)
    why = STANDS.replace("advancedByCourt", "advancedByCourt adjournmentCode")
    when = (await theirs.ask(why, id=hearing_id))["node"]
    assert when["occasion"]["startsAt"] == "2026-12-10T15:00:00+00:00" and when["state"] == "MOVED_EARLIER"
    assert (when["advancedByCourt"], when["adjournmentCode"]) == (None, None)
    pages = behind_links(TOLD | {"place"})
    await mateo.seen_by({"advocate": mateo.advocate} | WRITTEN | pages)
    # A hearing within 14 days; of Plymouth and Hartford it was said what is expected.
    (apart,) = (await mateo.ask("alarms { kind why rings }"))["alarms"]
    assert (apart["why"], apart["rings"]) == (["HEARING_SOON", "BOND_PENDING"], False)
    await mateo.at("2026-12-01T21:00")
    await mateo.seen_by({"advocate": mateo.advocate, "date checker": {"gone"}} | pages)
    mateo.eyes.telephone = None


async def the_order_to_show_cause(mateo: Mateo) -> None:
    """From Louisiana: the government has three days. The date says whence it comes; counsel confirms it; the government
    files. All of that is for the legal team.
    """
    await mateo.at("2026-12-02T09:00")
    odette = await mateo.seat(ODETTE)
    worked = await done(
        odette, "workOutDeadlines", "moved { deadline { rule } }", caseId=mateo.case_id, trigger="HABEAS_ORDER",
        happenedOn="2026-12-01", proceedingId=mateo.known["habeas"]["id"],
    )  # fmt: skip
    assert {one["deadline"]["rule"] for one in worked["moved"]} == {"habeas_return", "habeas_return_for_cause"}
    due = await the_return(mateo)
    assert (due["state"], due["dueOn"], due["citation"]) == ("FOR_REVIEW", "2026-12-04", "28 USC 2243")
    # Nobody has read the statute in its source yet: that is said beside the date.
    assert due["unverified"] and due["trace"], due

    given = {"deadlineId": due["id"], "expectedRevision": due["revision"]}
    # Ana keeps the calendar; that a date is right is for counsel to say.
    assert (await mateo.ana.do("confirmDeadline", **given))["__typename"] == "NotPermitted"
    await done(odette, "confirmDeadline", **given)
    confirmed = await the_return(mateo)
    assert (confirmed["state"], confirmed["confirmedBy"]) == ("CONFIRMED", {"name": "Odette Fontenot"})

    # Whoever has its number is told no more of it than that there is nothing; the same of its case.
    for email in (NOOR, BEN, DANA):
        seat = await mateo.seat(email)
        assert await seat.ask("query ($id: ID!) { node(id: $id) { id } }", id=due["id"]) == {"node": None}
    assert (await mateo.ask(DEADLINES, await mateo.seat(NOOR)))["deadlines"] == []
    await mateo.seen_by({"advocate": mateo.advocate} | behind_links(TOLD | {"place"}))

    await mateo.at("2026-12-03T17:00")
    odette = await mateo.seat(ODETTE)
    await done(odette, "recordFiling", deadlineId=due["id"], expectedRevision=confirmed["revision"],
               filedAt="2026-12-03T15:30")  # fmt: skip
    assert (await the_return(mateo))["state"] == "FILED"


async def a_letter_that_advocates_may_read(mateo: Mateo) -> None:
    """The parish's letter comes: for the legal team, until Luis shares it with whom Mateo agreed to have told."""
    line = await mateo.paper("SPONSOR_LETTER")
    letter = await steps.a_file(
        mateo.ana, mateo.case_id, pdf(words="To the judge"), "Sponsor.pdf", **{"x-document": line["id"]}
    )
    assert (line["state"], (await mateo.paper("SPONSOR_LETTER"))["state"]) == ("ASKED", "RECEIVED")
    # It is a week before the hearing, too: who was asked to it is reminded.
    await mateo.seen_by({"advocate": mateo.advocate} | WRITTEN | behind_links(TOLD | {"place"}))
    assert (await mateo.opens(letter["id"]))["advocate"] == 404

    await done(mateo.luis, "shareFile", fileId=letter["id"], expectedRevision=0, audience="ADVOCATES")
    mateo.known["letter"] = letter["id"]
    mateo.advocate |= {"files"}
    await mateo.seen_by({"advocate": mateo.advocate} | behind_links(TOLD | {"place"}))
    before = (await mateo.viewed("files.content")).count("Noor Haddad")
    opened = await mateo.opens(letter["id"])
    assert opened == dict.fromkeys(opened, 404) | dict.fromkeys([*mateo.legal, "advocate"], 200)
    # Her copy tells nothing beside itself, and that she opened it is written down.
    copy = await (await mateo.seat(NOOR)).http.get(f"/files/{letter['id']}")
    assert copy.status_code == 200 and AUTHOR.encode() not in copy.content
    assert before == 0 and (await mateo.viewed("files.content")).count("Noor Haddad") == 2

    line = await mateo.paper("SPONSOR_LETTER")
    await done(mateo.luis, "markDocument", documentId=line["id"], expectedRevision=line["revision"], state="FILED")
    assert (await mateo.paper("SPONSOR_LETTER"))["state"] == "FILED"


async def the_return(mateo: Mateo) -> Any:
    """The deadline of the government's return, as Ana sees it."""
    (found,) = [one for one in (await mateo.ask(DEADLINES))["deadlines"] if one["rule"] == "habeas_return"]
    return found
