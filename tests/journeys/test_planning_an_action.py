"""Noor plans a press conference: who is kept safe and by whom, what is said in four languages, what has to be done,"""

from __future__ import annotations

from typing import Any

import pytest

from commands.mail_catcher import kept
from tests.ground import Ground
from tests.journeys import steps
from tests.journeys.planning import a_shared_case, counted, drafted, looked
from tests.town import Town, words


@pytest.mark.parametrize(
    "kind", ["PRESS_CONFERENCE", "VIGIL", "RALLY", "ACCOMPANIMENT", "CALL_IN", "PETITION", "OFFICIAL_VISIT",
             "CHECK_IN_ACCOMPANIMENT", "LETTER_DRIVE", "BOND_FUND", "TOWN_HALL"],
)  # fmt: skip
async def test_every_kind_is_drafted_and_says_what_it_still_needs(town: Town, kind: str) -> None:
    noor = await town.signed_in("advocate@demo.test")
    action_id = await drafted(town, noor, None, kind=kind, audiences=["SUPPORTERS"])

    needs = (await looked(noor, action_id))["unready"]

    street = {"PRESS_CONFERENCE", "VIGIL", "RALLY", "ACCOMPANIMENT", "CHECK_IN_ACCOMPANIMENT"}
    assert "LEAD" in needs
    assert ("SAFETY_PLAN" in needs) == (kind in street)
    assert ("LETTERS_DATE" in needs) == (kind == "LETTER_DRIVE")
    assert ("LINK" in needs) == (kind in {"PETITION", "BOND_FUND"})
    laid = await noor.do("layOutActionTasks", "action { tasks { title } }", actionId=action_id)
    assert len(laid["action"]["tasks"]) >= 2


async def test_what_is_arranged_for_the_day_voids_no_sign_off(town: Town) -> None:
    ana, luis, noor, case_id, _ = await a_shared_case(town)
    await steps.consent(ana, case_id, "PRESS", "PRESS")
    action_id = await drafted(town, noor, case_id)
    await luis.do("signOffAction", actionId=action_id, saidRevision=1, capacity="OF_RECORD")

    revised = await noor.do(
        "reviseAction", "signOffVoided", actionId=action_id,
        expectedRevision=(await looked(noor, action_id))["revision"],
        spokespeople="Rev. Ada Lowe; Sam Ortiz", pressContact="Noor, 203-555-0188", runOfShow="8:00 welcome\n8:05 Ada",
        languages=["en", "es", "ht"], accessibility="Ramp on Temple Street",
    )  # fmt: skip

    assert revised["signOffVoided"] is False
    now = await looked(luis, action_id)
    assert now["spokespeople"] == "Rev. Ada Lowe; Sam Ortiz" and now["languages"] == ["en", "es", "ht"]
    assert now["saidRevision"] == 1 and now["signOffs"] == [{"current": True}]


@pytest.mark.parametrize(
    ("field", "given"),
    [("link", "http://fund.example"), ("link", "https://nowhere"), ("languages", ["english please"]),
     ("spokespeople", "x" * 2_001), ("lettersDueOn", "2020-01-01")],
)  # fmt: skip
async def test_what_is_not_right_is_refused_and_nothing_changes(
    town: Town, ground: Ground, field: str, given: object
) -> None:
    noor = await town.signed_in("advocate@demo.test")
    action_id = await drafted(town, noor, None, kind="PETITION", audiences=[])
    before, rows = await looked(noor, action_id), await counted(ground)

    refused = await noor.do("reviseAction", actionId=action_id, expectedRevision=before["revision"], **{field: given})

    assert (refused["__typename"], refused["field"]) == ("Invalid", field)
    assert await looked(noor, action_id) == before and await counted(ground) == rows


async def test_the_legal_team_says_by_when_letters_must_be_in(town: Town, ground: Ground) -> None:
    _, luis, noor, case_id, _ = await a_shared_case(town)
    action_id = await drafted(town, noor, case_id, kind="LETTER_DRIVE", audiences=["SUPPORTERS"])
    before, rows = await looked(noor, action_id), await counted(ground)

    refused = await noor.do(
        "reviseAction", actionId=action_id, expectedRevision=before["revision"], lettersDueOn="2026-11-30"
    )
    assert refused["__typename"] == "NotPermitted"
    assert await looked(noor, action_id) == before and await counted(ground) == rows

    said = await luis.do(
        "reviseAction", "action { lettersDueOn unready }", actionId=action_id, expectedRevision=before["revision"],
        lettersDueOn="2026-11-30",
    )  # fmt: skip
    assert said["action"]["lettersDueOn"] == "2026-11-30" and "LETTERS_DATE" not in said["action"]["unready"]


async def test_a_safety_plan_is_for_those_who_plan_the_action_and_stands_in_nobodys_way(
    town: Town, ground: Ground
) -> None:
    ana, luis, noor, case_id, _ = await a_shared_case(town)
    action_id = await drafted(town, noor, case_id)
    assert "SAFETY_PLAN" in (await looked(noor, action_id))["unready"]

    written = await noor.do(
        "writeSafetyPlan", "action { safetyPlan { marshals revision } unready }", actionId=action_id,
        marshals="Dee and Omar", legalSupportNumber="203 555 0111",
    )  # fmt: skip
    assert written["action"]["safetyPlan"] == {"marshals": "Dee and Omar", "revision": 0}
    # Nobody said what ends it, nor that they want no liaison.
    assert "SAFETY_PLAN_UNFINISHED" in written["action"]["unready"]
    whole = await noor.do(
        "writeSafetyPlan", "action { unready }", actionId=action_id, expectedRevision=0, noPoliceLiaison=True,
        stopRule="Dee ends it when anybody is pushed.",
    )  # fmt: skip
    assert not [one for one in whole["action"]["unready"] if one.startswith("SAFETY")]

    # Counsel and coordinator work on the case, and do not plan this action: they see that it is there, not its people.
    for seat in (ana, luis):
        seen = await looked(seat, action_id)
        assert seen["safetyPlan"] is None and seen["plannedByUs"] is False
        assert not [one for one in seen["unready"] if one.startswith("SAFETY")]
    rows = await counted(ground)
    assert (await luis.do("writeSafetyPlan", actionId=action_id, marshals="Me"))["__typename"] == "NotPermitted"
    for read in (0, None):
        old = await noor.do("writeSafetyPlan", actionId=action_id, expectedRevision=read, marshals="Others")
        assert old["__typename"] == "ChangedMeanwhile"
    both = await noor.do("writeSafetyPlan", actionId=action_id, expectedRevision=1, policeLiaison="Sam")
    assert (both["__typename"], both["field"]) == ("Invalid", "policeLiaison")
    assert await counted(ground) == rows
    assert (await looked(noor, action_id))["safetyPlan"]["marshals"] == "Dee and Omar"
    # Sealed where it lies.
    kept = await ground.connection.fetchrow("select * from safety_plans")
    assert b"Omar" not in kept["marshals"]


async def test_a_draft_says_what_is_cleared_and_shows_a_gap_for_what_is_not(town: Town) -> None:
    ana, _, noor, case_id, hearing = await a_shared_case(town)
    await steps.consent(ana, case_id, "FILL_COURTROOM", "ADVOCATES")
    action_id = await drafted(town, noor, case_id, hearingId=hearing["id"])

    async def draft(kind: str, language: str) -> str:
        made = await noor.do(
            "draftWording", "action { wordings { kind language body } }", actionId=action_id, kind=kind,
            language=language, expectedRevision=(await looked(noor, action_id))["revision"],
        )  # fmt: skip
        assert made["__typename"] == "DraftWordingPayload", made
        (body,) = [
            one["body"] for one in made["action"]["wordings"] if (one["kind"], one["language"]) == (kind, language)
        ]
        return str(body)

    closed = await draft("MEDIA_ADVISORY", "en")
    for gap in ("the name", "day and hour", "the place", "the date of the hearing"):
        assert f"[not cleared: {gap}]" in closed
    assert "Hartford" not in closed and "Green" not in closed and "witness" in closed

    await steps.consent(ana, case_id, "PRESS", "PRESS")
    cleared = {language: await draft("TALKING_POINTS", language) for language in ("en", "es", "pt", "ht")}
    assert all("Mateo R." in text and "[" not in text for text in cleared.values())
    assert "witnesses for Mateo R." in cleared["en"] and "testigos" in cleared["es"]
    assert "testemunhas" in cleared["pt"] and "temwen" in cleared["ht"]
    assert "Hartford Immigration Court" in cleared["en"]
    for text in (closed, *cleared.values()):
        assert "pressure" not in text.casefold() and "presión" not in text and "Rivera" not in text


async def test_what_is_said_beside_the_statement_is_part_of_what_counsel_signs(town: Town, ground: Ground) -> None:
    ana, luis, noor, case_id, _ = await a_shared_case(town)
    await steps.consent(ana, case_id, "PRESS", "PRESS")
    action_id = await drafted(town, noor, case_id)
    await luis.do("signOffAction", actionId=action_id, saidRevision=1, capacity="OF_RECORD")
    now = await looked(noor, action_id)
    published = await noor.do(
        "publishAction", "action { revision }", actionId=action_id, expectedRevision=now["revision"]
    )

    said: dict[str, Any] = {"actionId": action_id, "kind": "TALKING_POINTS", "language": "en"}
    written = await noor.do(
        "writeWording", "signOffVoided action { state revision saidRevision missing }", **said,
        body="We are witnesses.", expectedRevision=published["action"]["revision"],
    )  # fmt: skip
    assert written["signOffVoided"] and written["action"]["saidRevision"] == 2
    assert written["action"]["state"] == "DRAFT" and len(written["action"]["missing"]) == 1

    rows, before = await counted(ground), await looked(noor, action_id)
    again = await noor.do("draftWording", **said, expectedRevision=before["revision"])
    assert again["__typename"] == "NotAllowedByState"
    foreign = await noor.do(
        "writeWording", **{**said, "language": "fr"}, body="Oui", expectedRevision=before["revision"]
    )
    assert (foreign["__typename"], foreign["field"]) == ("Invalid", "language")
    surname = await luis.do("writeWording", **said, body="Free Mateo Rivera", expectedRevision=before["revision"])
    assert (surname["__typename"], surname["field"]) == ("Invalid", "body")
    assert await counted(ground) == rows and await looked(noor, action_id) == before

    # An advocate is not told which guess was right; counsel's yes finds it.
    await noor.do("writeWording", **said, body="Free Mateo Rivera", expectedRevision=before["revision"])
    unsigned = await luis.do("signOffAction", actionId=action_id, saidRevision=3, capacity="OF_RECORD")
    assert (unsigned["__typename"], unsigned["field"]) == ("Invalid", "body")
    assert {"what": "NAME", "where": "talking_points:en", "words": "Rivera"} in (await looked(luis, action_id))[
        "warnings"
    ]
    assert (await looked(noor, action_id))["warnings"] == []

    # Taken back, it is gone.
    gone = await noor.do(
        "writeWording", "action { wordings { body } }", **said, body=None,
        expectedRevision=(await looked(noor, action_id))["revision"],
    )  # fmt: skip
    assert gone["action"]["wordings"] == []


async def test_what_is_near_a_secret_is_shown_to_whoever_may_know_it_and_to_nobody_else(town: Town) -> None:
    ana, luis, noor, case_id, _ = await a_shared_case(town)
    await ana.do("recordCustody", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    action_id = await drafted(
        town, noor, case_id, statement="Matteo Riveras, A 209-000-111, waits in the jail in Plymouth.",
        runOfShow="Meet at 12 Elm Street",
    )  # fmt: skip

    def told(seen: Any) -> set[tuple[str, str]]:
        return {(one["what"], one["words"]) for one in seen["warnings"]}

    assert told(await looked(noor, action_id)) == {
        ("A_NUMBER", "A 209-000-111"), ("FACILITY", "Plymouth"), ("ADDRESS", "12 Elm Street"),
    }  # fmt: skip
    assert ("NAME", "Riveras") in told(await looked(luis, action_id))
    assert told(await looked(ana, action_id)) == told(await looked(luis, action_id))


async def test_tasks_of_an_action_are_laid_out_once_and_shared_by_those_who_see_it(town: Town, ground: Ground) -> None:
    ana, _, noor, case_id, _ = await a_shared_case(town)
    lead = town.person("advocate@demo.test")
    action_id = await drafted(town, noor, case_id, leadId=lead)

    laid = await noor.do("layOutActionTasks", "action { tasks { id title owner { name } } }", actionId=action_id)
    titles = [one["title"] for one in laid["action"]["tasks"]]
    assert "Call the newsrooms." in titles and any("safety plan" in one for one in titles)
    rows = await counted(ground)
    again = await ana.do("layOutActionTasks", actionId=action_id)
    assert again["__typename"] == "NotAllowedByState"
    assert await counted(ground) == rows

    # Ana adds one for Luis: Noor, who plans it, sees it and may tick it off; her other work she does not see.
    added = await ana.do(
        "addTask", "task { id revision }", organizationId=town.organizations["elm-city"], actionId=action_id,
        title="Print posters", ownerId=town.person("attorney@demo.test"),
    )  # fmt: skip
    await ana.do("addTask", organizationId=town.organizations["elm-city"], caseId=case_id, title="Strategy")
    seen = [one["title"] for one in (await looked(noor, action_id))["tasks"]]
    assert "Print posters" in seen and "Strategy" not in seen
    done = await noor.do("completeTask", taskId=added["task"]["id"], expectedRevision=added["task"]["revision"])
    assert done["__typename"] == "CompleteTaskPayload"

    await noor.do("callOffAction", actionId=action_id, expectedRevision=(await looked(noor, action_id))["revision"])
    assert all(one["doneAt"] for one in (await looked(noor, action_id))["tasks"])


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "your letter goes to the government"), ("es", "su carta llega al gobierno"),
     ("pt", "sua carta vai para o governo"), ("ht", "lèt ou a ale nan men gouvènman an")],
)  # fmt: skip
async def test_whoever_signs_up_to_write_is_told_first_where_their_letter_goes(
    town: Town, language: str, told: str
) -> None:
    noor = await town.signed_in("advocate@demo.test")
    action_id = await drafted(town, noor, None, kind="LETTER_DRIVE", audiences=["SUPPORTERS"])
    await noor.do("publishAction", actionId=action_id, expectedRevision=(await looked(noor, action_id))["revision"])
    olga = await steps.add(town, noor, "harbor", "SUPPORTER", "Olga Lind", "olga@home.example", language=language)
    asked = await noor.do("invite", occasionId=(await looked(noor, action_id))["occasion"]["id"], personIds=[olga])
    assert asked["__typename"] == "InvitePayload", asked
    await town.deliver()
    link = next(word for letter in kept(town.mail.folder) for word in words(letter).split() if "/a/" in word)

    page = await (await town.nobody()).get("/a/" + link.rstrip(".").rpartition("/a/")[2])

    assert page.status_code == 200 and told in page.text
    assert page.text.index(told) < page.text.index("<form")
