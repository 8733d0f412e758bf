"""Journey 2 to its end: a hearing is moved earlier, ten people are told, and who does not answer is called about."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from api.nodes import key
from casework import actors, changes, people, teams
from commands.mail_catcher import Kept
from schema.organizations import Membership, Role
from schema.people import Person, PersonKind
from schema.teams import CaseRole
from tests.journeys import steps
from tests.town import Seat, Town

LEDGER = """query Ledger($id: ID!) { node(id: $id) { ... on Occasion { sequence lastChange {
  kind told delivered confirmed owing crowdTold crowdDelivered crowdConfirmed mine { id }
  acknowledgements { id audience state how dueBy channels reachable person { name }
    escalations { rung called person { id name } } } } } } }"""


async def ledger(seat: Seat, occasion_id: str) -> Any:
    return (await seat.ask(LEDGER, id=occasion_id))["node"]["lastChange"]


async def states(seat: Seat, occasion_id: str) -> dict[str, str]:
    found = await ledger(seat, occasion_id)
    return {(one["person"] or {"name": "?"})["name"]: one["state"] for one in found["acknowledgements"]}


async def look(town: Town, **forward: float) -> int:
    """Some time passes, and the worker looks, as at each tick."""
    town.clock.now += timedelta(**forward)
    async with town.database.transaction(actors.DELIVERY) as tx:
        return await changes.follow(tx)


async def open_tasks(seat: Seat) -> list[str]:
    found = await seat.ask("{ tasks(mine: true, openOnly: true) { edges { node { title raisedBy } } } }")
    return [one["node"]["title"] for one in found["tasks"]["edges"] if one["node"]["raisedBy"] == "unanswered"]


def link_in(letters: list[Kept], address: str) -> str:
    (letter,) = (one.message for one in letters if one.message["To"].addresses[0].addr_spec == address)
    found = re.search(r"/a/[\w-]{43}", letter.as_string().replace("=\n", ""))
    assert found
    return found.group(0)


async def a_colleague(town: Town, name: str, role: Role) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        home = key("Organization", town.organizations["elm-city"])
        made = await people.add_person(tx, home, kind=PersonKind.STAFF, name=name, email=f"{name.split()[0]}@demo.test")
        tx.session.add(Membership(organization_id=home, person_id=made.id, role=role))


async def test_a_hearing_moved_earlier_reaches_ten_people_and_whoever_does_not_answer_is_called(town: Town) -> None:
    ana, luis = [await town.signed_in(one) for one in ("coordinator@demo.test", "attorney@demo.test")]
    await a_colleague(town, "Berta Sol", Role.COORDINATOR)
    case = await steps.take_in_mateo(town, ana)
    await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    occasion = hearing["occasion"]["id"]
    rosa = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Rosa Rivera", "rosa@family.example")
    await ana.do("nameContact", caseId=case["id"], personId=rosa, relation="mother", namedByClient=True)
    ixchel = await steps.add(town, ana, "elm-city", "STAFF", "Ixchel Tum", "ixchel@demo.test")
    async with town.database.transaction(actors.OPERATOR) as tx:
        home = key("Organization", town.organizations["elm-city"])
        tx.session.add(Membership(organization_id=home, person_id=key("Person", ixchel), role=Role.INTERPRETER))
    async with town.database.transaction(actors.Person(town.staff["coordinator@demo.test"])) as tx:
        await teams.add_to_team(tx, key("Case", case["id"]), key("Person", ixchel), CaseRole.INTERPRETER)
    asked = [
        await steps.add(town, ana, "elm-city", kind, name, f"{name.split()[0].lower()}@guests.example")
        for kind, name in [
            ("OFFICIAL", "Elena Reyes"), ("OFFICIAL", "Paul Kim"),
            *(("SUPPORTER", name) for name in ("Tomas Ortiz", "Olga Ruiz", "Ed Poe", "Flo Day", "Gus Ray")),
        ]
    ]  # fmt: skip
    await ana.do("invite", "invitations { id }", occasionId=occasion, personIds=asked)
    first = await town.deliver()

    moved = await ana.do(
        "rescheduleHearing", "told", hearingId=hearing["id"], expectedRevision=hearing["revision"],
        startsAt="2026-11-30T13:30",
    )  # fmt: skip

    # Attorney, mother, interpreter, two officials; five supporters; and not Ana, who moved it.
    assert moved["told"] == 10
    told = await ledger(ana, occasion)
    assert (told["kind"], told["told"], told["owing"], told["crowdTold"]) == ("MOVED_EARLIER", 10, 5, 5)
    assert await states(ana, occasion) == dict.fromkeys(
        ["Luis Prado", "Rosa Rivera", "Ixchel Tum", "Elena Reyes", "Paul Kim"], "OWED"
    )
    # Supporters are a count, and to counsel so are officials; everybody told is in exactly one state.
    assert len(told["acknowledgements"]) + told["crowdTold"] == told["told"]
    assert sorted(await states(luis, occasion)) == ["?", "Ixchel Tum", "Luis Prado", "Rosa Rivera"]
    assert (await ledger(luis, occasion))["mine"] and (await ledger(ana, occasion))["mine"] is None
    board = "{ unconfirmedChanges { told confirmed case { shortId } acknowledgements { person { name } } } }"
    (top,) = (await ana.ask(board))["unconfirmedChanges"]
    assert (top["told"], top["case"]["shortId"]) == (10, case["shortId"])
    await town.deliver()
    assert (await ledger(ana, occasion))["delivered"] == 10

    # Elena on her page: looking changes nothing, the button does, twice is once.
    nobody = await town.nobody()
    page = link_in(first, "elena@guests.example")
    seen = await nobody.get(page)
    assert "I have seen this change" in seen.text
    assert (await states(ana, occasion))["Elena Reyes"] == "OWED"
    assert (await nobody.post(f"{page}/seen", data={"sequence": "0"})).status_code == 422
    for _ in range(2):
        assert (await nobody.post(f"{page}/seen", data={"sequence": "1"})).status_code == 303
    assert "I have seen this change" not in (await nobody.get(page)).text
    # Luis signed in, Rosa by text; Tomas, of whom nothing is owed, answers and is counted.
    said = await luis.do("acknowledgeChange", "occasion { id }", occasionId=occasion, sequence=1)
    assert said["__typename"] == "AcknowledgeChangePayload", said
    async with town.database.transaction(actors.DELIVERY) as tx:
        assert len(await changes.acknowledge_by_text(tx, key("Person", rosa))) == 1
    await nobody.post(link_in(first, "tomas@guests.example"), data={"answer": "coming", "sequence": "1"})
    told = await ledger(ana, occasion)
    assert (told["confirmed"], told["owing"], told["crowdConfirmed"]) == (4, 2, 1)

    # Two hours later: whoever is on duty is called about the two, by name; then the deputy; then the admin.
    assert await look(town, minutes=119) == 0
    assert await look(town, minutes=1) == 2
    ana = await town.signed_in("coordinator@demo.test")
    assert {one.partition(":")[0] for one in await open_tasks(ana)} == {"Call Ixchel Tum", "Call Paul Kim"}
    letter = [one.message for one in await town.deliver() if "coordinator@demo.test" in str(one.message["To"])]
    assert len(letter) == 1 and "Paul" not in letter[0].as_string()
    ixchels = next(
        one
        for one in (await ledger(ana, occasion))["acknowledgements"]
        if (one["person"] or {}).get("name") == "Ixchel Tum"
    )
    reached = await ana.do("recordReached", "occasion { id }", acknowledgementId=ixchels["id"], outcome="REACHED")
    assert reached["__typename"] == "RecordReachedPayload", reached
    # Answered: silent at once.
    assert [one.partition(":")[0] for one in await open_tasks(ana)] == ["Call Paul Kim"]
    assert await look(town, hours=2) == 1
    ana = await town.signed_in("coordinator@demo.test")
    assert await open_tasks(ana) == []
    assert await look(town, hours=2) == 1
    ana, grace = [await town.signed_in(one) for one in ("coordinator@demo.test", "admin@demo.test")]
    (pauls,) = [one for one in (await ledger(ana, occasion))["acknowledgements"] if one["state"] == "CALLED_ABOUT"]
    called = [("ON_DUTY", "Ana Okafor"), ("DEPUTY", "Berta Sol"), ("ADMIN", "Grace Adeyemi")]
    assert [(one["rung"], one["called"]) for one in pauls["escalations"]] == called
    assert [(one["rung"], one["person"]["name"]) for one in pauls["escalations"]] == called
    # By what name they were called then; by both ways a question is answered.
    async with town.database.transaction(actors.OPERATOR) as tx:
        berta = await tx.session.get_one(Person, key("Person", pauls["escalations"][1]["person"]["id"]))
        await tx.unlock([berta.vault_key_id])
        berta.name = tx.seal(Person, berta.id, "name", berta.vault_key_id, "Berta Sol Vega")
    for asked in (LEDGER, LEDGER.removesuffix("}") + "__schema { queryType { name } } }"):
        found = (await ana.ask(asked, id=occasion))["node"]["lastChange"]["acknowledgements"]
        (deputy,) = [one for each in found for one in each["escalations"] if one["rung"] == "DEPUTY"]
        assert (deputy["called"], deputy["person"]["name"]) == ("Berta Sol", "Berta Sol Vega")
    (for_grace,) = await open_tasks(grace)
    assert "Paul" not in for_grace and case["shortId"] in for_grace

    await nobody.post(link_in(first, "paul@guests.example"), data={"answer": "not_coming", "sequence": "1"})
    await look(town, seconds=15)
    assert await open_tasks(grace) == []
    told = await ledger(ana, occasion)
    assert (told["told"], told["confirmed"], told["owing"]) == (10, 6, 0)
    assert (await ana.ask(board))["unconfirmedChanges"] == []
    assert await look(town, hours=10) == 0


async def test_an_advocate_of_another_group_neither_confirms_nor_calls_for_the_legal_team(town: Town) -> None:
    ana, noor = [await town.signed_in(one) for one in ("coordinator@demo.test", "advocate@demo.test")]
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, await town.signed_in("attorney@demo.test"), case["id"])
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    await ana.do("shareCase", "case { id }", caseId=case["id"], organizationId=town.organizations["harbor"])
    await ana.do(
        "addToTeam", "member { id }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )
    await ana.do(
        "rescheduleHearing", "told", hearingId=hearing["id"], expectedRevision=hearing["revision"],
        startsAt="2026-11-30T13:30",
    )  # fmt: skip
    seen = await ledger(noor, hearing["occasion"]["id"])
    (luis,) = seen["acknowledgements"]
    assert (luis["person"], luis["reachable"] or []) == (None, [])
    before = await ledger(ana, hearing["occasion"]["id"])

    refused = [
        await noor.do("recordReached", acknowledgementId=luis["id"], outcome="REACHED"),
        await noor.do("resendChange", acknowledgementId=luis["id"], channel="EMAIL"),
        await noor.do("acknowledgeChange", occasionId=hearing["occasion"]["id"], sequence=1),
    ]

    assert [one["__typename"] for one in refused] == ["NotPermitted", "NotPermitted", "NotFound"]
    assert await ledger(ana, hearing["occasion"]["id"]) == before

    # Who was called about it is named to whoever sees them: Noor sits on the case with Ana, and knows no Berta.
    await a_colleague(town, "Berta Sol", Role.COORDINATOR)
    assert [await look(town, hours=2), await look(town, hours=2)] == [1, 1]
    ana, noor = [await town.signed_in(one) for one in ("coordinator@demo.test", "advocate@demo.test")]
    for seat, told in ((ana, ["Ana Okafor", "Berta Sol"]), (noor, ["Ana Okafor", None])):
        (owed,) = (await ledger(seat, hearing["occasion"]["id"]))["acknowledgements"]
        assert [(one["called"], one["person"] and one["person"]["name"]) for one in owed["escalations"]] == [
            (name, name) for name in told
        ]


async def test_the_board_shows_what_is_owed_still_and_no_change_that_another_followed(town: Town) -> None:
    ana, luis = [await town.signed_in(one) for one in ("coordinator@demo.test", "attorney@demo.test")]
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"], "2026-12-16T13:30")
    await steps.represent(town, ana, luis, case["id"])
    for revision_of, hour in ((0, "2026-12-14T10:00"), (1, "2026-12-11T10:00")):
        found = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing["id"])
        moved = await ana.do(
            "rescheduleHearing", hearingId=hearing["id"], expectedRevision=found["node"]["revision"], startsAt=hour
        )
        assert moved["__typename"] == "RescheduleHearingPayload", (revision_of, moved)
    (only,) = (await ana.ask("{ unconfirmedChanges { sequence owing } }"))["unconfirmedChanges"]
    assert only["sequence"] == 2 and only["owing"] >= 1


async def test_a_transfer_right_after_a_move_does_not_hide_who_has_not_confirmed_the_move(town: Town) -> None:
    ana, luis = [await town.signed_in(one) for one in ("coordinator@demo.test", "attorney@demo.test")]
    case = await steps.take_in_mateo(town, ana)
    await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], startsAt="2026-11-30T13:30"
    )
    moved = await ana.do("recordTransfer", caseId=case["id"], facilityId=town.facilities["WINNCLA"], source="COUNSEL")
    assert moved["__typename"] == "RecordTransferPayload", moved
    asked = """query Open($id: ID!) { node(id: $id) { ... on Occasion {
      openChanges { kind owing mine { id } acknowledgements { state person { name } } } } } }"""
    plain = asked.removesuffix("}") + "__schema { queryType { name } } }"

    for each in (asked, plain):
        found = (await ana.ask(each, id=hearing["occasion"]["id"]))["node"]["openChanges"]
        assert [(one["kind"], one["owing"]) for one in found] == [("TRANSFERRED", 0), ("MOVED_EARLIER", 1)]
        assert found[1]["acknowledgements"] == [{"state": "OWED", "person": {"name": "Luis Prado"}}]

    await luis.do("acknowledgeChange", occasionId=hearing["occasion"]["id"], sequence=1)
    for each in (asked, plain):
        found = (await ana.ask(each, id=hearing["occasion"]["id"]))["node"]["openChanges"]
        assert [one["kind"] for one in found] == ["TRANSFERRED"]
