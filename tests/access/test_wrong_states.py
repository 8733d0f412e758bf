"""What has ended, is over or is done already: each verb that is too late says so, and not one row changes."""

from __future__ import annotations

from typing import Any

from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town

EVERYTHING = """{ cases(filter: {includeClosed: true}) { edges { node { id revision shortId
  proceedings { id } hearings { id revision occasion { id } } consents { id revision } assignments { id revision }
  actions { id revision occasion { id } invitations { id revision } }
  tasks { id revision } team { id person { id } } } } } feeds { id revision } }"""


async def done(seat: Seat, verb: str, want: str = "__typename", **given: Any) -> Any:
    said = await seat.do(verb, want, **given)
    assert said["__typename"].endswith("Payload"), (verb, said)
    return said


async def looked(seat: Seat) -> tuple[dict[str, Any], Any]:
    """Every case by its number, and the first calendar that is not revoked."""
    found = await seat.ask(EVERYTHING)
    return {edge["node"]["shortId"]: edge["node"] for edge in found["cases"]["edges"]}, next(iter(found["feeds"]), None)


async def test_each_verb_that_comes_too_late_is_refused_and_changes_nothing(lived_in: Town, ground: Ground) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    elm = town.organizations["elm-city"]
    # Three more: one that will be merged away and come back, and one that is closed.
    merged, kept, closed = [
        (await done(ana, "takeInCase", "case { id revision shortId }", organizationId=elm, legalName=name))["case"]
        for name in ("Luz Marina Peña", "Luz M. Peña", "Abel Sosa")
    ]
    undone = await done(ana, "mergeCases", "merge { id }", keptCaseId=kept["id"], mergedCaseId=merged["id"])
    await done(ana, "undoMerge", mergeId=undone["merge"]["id"])
    again = await done(ana, "mergeCases", "merge { id }", keptCaseId=kept["id"], mergedCaseId=merged["id"])
    assert again["merge"]["id"] != undone["merge"]["id"]
    proceeding = await done(ana, "openProceeding", "proceeding { id }", caseId=closed["id"], kind="BOND",
                            courtId=town.courts["HAR"])  # fmt: skip
    cases, _ = await looked(ana)
    await done(ana, "closeCase", caseId=closed["id"], expectedRevision=cases[closed["shortId"]]["revision"], reason="x")

    cases, feed = await looked(ana)
    case = cases["C-10001"]
    (hearing,), (action,) = case["hearings"], case["actions"]
    upcoming = await steps.schedule(town, ana, case["id"], "2026-12-10T10:00")
    # Each of these is done once, so that it cannot be done again.
    await done(ana, "completeTask", taskId=case["tasks"][0]["id"], expectedRevision=case["tasks"][0]["revision"])
    open_task = await done(ana, "addTask", "task { id revision }", organizationId=elm, caseId=case["id"], title="Call")
    invitation = action["invitations"][0]
    await done(ana, "withdrawInvitation", invitationId=invitation["id"], expectedRevision=invitation["revision"])
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    offer = await done(ana, "offerAssignment", "assignment { id revision }", caseId=case["id"],
                       attorneyId=town.person("attorney@other.test"), scope="BOND_ONLY", blurb="x" * 40)  # fmt: skip
    cases, feed = await looked(ana)
    case = cases["C-10001"]
    of_record = next(one for one in case["assignments"] if one["id"] != offer["assignment"]["id"])
    action, told = case["actions"][0], case["consents"][0]
    invitation = next(one for one in action["invitations"] if one["id"] == invitation["id"])
    tried: dict[str, str] = {}

    async def late(seat: Seat, verb: str, of: str, /, **given: Any) -> None:
        before = await every_row(ground)
        said = await seat.do(verb, **given)
        after = await every_row(ground)
        changed = sorted(table for table, digest in after.items() if digest != before[table])
        if said["__typename"] != "NotAllowedByState" or changed:
            tried[f"{verb} {of}"] = f"{said['__typename']}: {said.get('message')} {changed}"
        else:
            tried[f"{verb} {of}"] = ""

    def at(row: Any) -> dict[str, Any]:
        return {"expectedRevision": row["revision"]}

    task, harbor = case["tasks"][0], town.organizations["harbor"]
    shut = {"caseId": closed["id"]}
    shut_revision = cases[closed["shortId"]]["revision"]
    # A closed case takes nothing more in.
    await late(ana, "updateCase", "closed", **shut, expectedRevision=shut_revision, priority="URGENT")
    await late(ana, "closeCase", "closed", **shut, expectedRevision=shut_revision, reason="x")
    await late(ana, "recordCustody", "closed", **shut, facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    await late(ana, "openProceeding", "closed", **shut, kind="BOND")
    await late(ana, "scheduleHearing", "closed", **shut, proceedingId=proceeding["proceeding"]["id"],
               kind="BOND_HEARING", startsAt="2026-12-10T10:00")  # fmt: skip
    await late(ana, "giveConsent", "closed", **shut, purpose="PRESS", audience="PRESS", nameForm="NONE",
               givenBy="CLIENT", language="es", expiresOn="2027-05-31")  # fmt: skip
    await late(ana, "draftAction", "closed", **shut, organizationId=elm, kind="VIGIL", title="Here", audiences=[],
               startsAt="2026-12-02T18:00", timeZone="America/New_York")  # fmt: skip
    await late(ana, "offerAssignment", "closed", **shut, attorneyId=town.person("attorney@demo.test"), scope="ALL",
               blurb="x" * 40)  # fmt: skip
    # What ended, or stands already.
    await late(ana, "closeCase", "with dates ahead", caseId=case["id"], **at(case), reason="x")
    await late(ana, "mergeCases", "merged", keptCaseId=kept["id"], mergedCaseId=merged["id"])
    await late(ana, "undoMerge", "undone", mergeId=undone["merge"]["id"])
    await late(ana, "stopSharing", "of the lead", caseId=case["id"], organizationId=elm)
    await late(ana, "completeTask", "done", taskId=task["id"], **at(task))
    await late(ana, "reopenTask", "open", taskId=open_task["task"]["id"], **at(open_task["task"]))
    await late(ana, "withdrawInvitation", "taken back", invitationId=invitation["id"], **at(invitation))
    await late(ana, "answerInvitation", "taken back", invitationId=invitation["id"], state="COMING")
    await late(ana, "offerAssignment", "offered", caseId=case["id"], attorneyId=town.person("attorney@other.test"),
               scope="BOND_ONLY", blurb="x" * 40)  # fmt: skip
    await late(luis, "acceptAssignment", "answered", assignmentId=of_record["id"], **at(of_record))
    await late(luis, "declineAssignment", "answered", assignmentId=of_record["id"], **at(of_record))
    await late(
        ana, "recordAppearance", "only offered", assignmentId=offer["assignment"]["id"], **at(offer["assignment"])
    )
    await late(ana, "publishAction", "published", actionId=action["id"], **at(action))
    await late(ana, "reportHearing", "not begun", hearingId=hearing["id"], **at(hearing), outcome="BOND_GRANTED")
    await late(luis, "confirmConsent", "not proposed", consentId=told["id"], **at(told), language="es", privately=True)
    await late(ana, "recordTransfer", "there already", caseId=case["id"], facilityId=town.facilities["PLYMOMA"],
               source="LOCATOR")  # fmt: skip

    # And now each of these once, so that a second time is too late.
    await done(ana, "stopSharing", caseId=case["id"], organizationId=harbor)
    await late(ana, "stopSharing", "not shared", caseId=case["id"], organizationId=harbor)
    await done(ana, "callOffAction", actionId=action["id"], **at(action))
    await done(ana, "withdrawConsent", consentId=told["id"])
    await done(ana, "withdrawAssignment", assignmentId=offer["assignment"]["id"], **at(offer["assignment"]))
    await done(ana, "cancelHearing", hearingId=upcoming["id"], **at(upcoming))
    await done(ana, "revokeFeed", feedId=feed["id"], **at(feed))
    cases, _ = await looked(ana)
    case = cases["C-10001"]
    (action,), consent = (
        case["actions"],
        next(one for one in case["consents"] if one["id"] == case["consents"][0]["id"]),
    )
    ended = next(one for one in case["assignments"] if one["id"] == offer["assignment"]["id"])
    cancelled = next(one for one in case["hearings"] if one["id"] == upcoming["id"])
    await late(ana, "callOffAction", "called off", actionId=action["id"], **at(action))
    await late(ana, "reviseAction", "called off", actionId=action["id"], **at(action), title="Other")
    await late(ana, "publishAction", "called off", actionId=action["id"], **at(action))
    await late(luis, "signOffAction", "called off", actionId=action["id"], saidRevision=1, capacity="OF_RECORD")
    await late(ana, "invite", "called off", occasionId=action["occasion"]["id"], personIds=[])
    await late(ana, "withdrawConsent", "ended", consentId=consent["id"])
    await late(ana, "narrowConsent", "ended", consentId=consent["id"], **at(consent), place=False)
    await late(ana, "withdrawAssignment", "ended", assignmentId=ended["id"], **at(ended))
    await late(ana, "cancelHearing", "cancelled", hearingId=cancelled["id"], **at(cancelled))
    await late(ana, "rescheduleHearing", "cancelled", hearingId=cancelled["id"], **at(cancelled),
               startsAt="2026-12-11T10:00")  # fmt: skip
    await late(ana, "reportHearing", "cancelled", hearingId=cancelled["id"], **at(cancelled), outcome="BOND_GRANTED")
    await late(ana, "revokeFeed", "revoked", feedId=feed["id"], expectedRevision=feed["revision"] + 1)
    await late(ana, "rotateFeed", "revoked", feedId=feed["id"], expectedRevision=feed["revision"] + 1)

    assert {one: said for one, said in tried.items() if said} == {}
    assert len(tried) > 35
