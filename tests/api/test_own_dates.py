"""The page of a contact whom the client keeps: reached by mail alone, she sees the dates, says that she knows of a
change, and says stop.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.api.test_stopping_mail import move
from tests.journeys import steps
from tests.town import Seat, Town, words

ROSA = "rosa@home.example"
PAGE = re.compile(r"/d/[\w-]{43}")
KNOWS = """query ($id: ID!) { node(id: $id) { ... on Hearing { occasion { id lastChange { owing
  acknowledgements { state how person { name } } } } } } }"""
RESTRICTED = ("Rivera", "Cruz", "201", "Honduras", "Southington")


async def told_mother(town: Town, *, earlier: bool = True) -> tuple[Seat, Any, Any, str, str]:
    """Mateo's mother is told of a move. Ana's seat, the case, the hearing, her page, and her letter's words."""
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    rosa = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Rosa R.", ROSA)
    await ana.do("nameContact", caseId=case["id"], personId=rosa, relation="mother", namedByClient=True)
    node = await ana.ask("query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }", id=hearing["id"])
    moved = await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=node["node"]["revision"],
        startsAt="2026-12-01T13:30" if earlier else "2026-12-04T13:30",
    )  # fmt: skip
    assert moved["__typename"] == "RescheduleHearingPayload", moved
    (letter,) = [one for one in await town.deliver() if ROSA in str(one.message["To"])]
    found = PAGE.search(words(letter))
    assert found
    stop = str(letter.message["List-Unsubscribe"])
    assert f"{found[0]}/stop" in stop and letter.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return ana, case, hearing, found[0], words(letter)


async def knows(ana: Seat, hearing: Any) -> tuple[int, list[tuple[str, str | None]]]:
    change = (await ana.ask(KNOWS, id=hearing["id"]))["node"]["occasion"]["lastChange"]
    theirs = [(one["state"], one["how"]) for one in change["acknowledgements"] if one["person"]["name"] == "Rosa R."]
    return change["owing"], theirs


def form(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(date|sequence|language)" value="([^"]*)">', page))


async def test_she_is_asked_to_confirm_and_does_it_with_one_tap_and_nobody_calls_her(town: Town) -> None:
    ana, _, hearing, page, letter = await told_mother(town)
    nobody = await town.nobody()

    assert "Confirm that I have seen this" in letter
    shown = await nobody.get(page)
    assert shown.status_code == 200 and "EARLIER" in shown.text and "Old, no longer true:" in shown.text
    owing, before = await knows(ana, hearing)
    assert before == [("OWED", None)]

    for _ in range(2):
        said = await nobody.post(f"{page}/seen", data=form(shown.text))
        assert said.status_code == 303 and said.headers["location"].startswith(page)

    assert await knows(ana, hearing) == (owing - 1, [("CONFIRMED", "PAGE")])
    again = (await nobody.get(page)).text
    assert "We know that you have seen the change." in again and "I have seen this change" not in again
    assert "Old, no longer true" not in again


async def test_looking_changes_nothing_and_the_page_keeps_nothing_on_the_way(town: Town) -> None:
    ana, _, hearing, page, _ = await told_mother(town)
    nobody = await town.nobody()
    before = await knows(ana, hearing)

    for path in (page, f"{page}/seen", f"{page}/stop", f"{page}/wishes", f"{page}/wishes/start"):
        shown = await nobody.get(path)
        assert shown.status_code == 200 and shown.headers["cache-control"] == "no-store", path
        assert "script-src" not in shown.headers["content-security-policy"]

    assert await knows(ana, hearing) == before
    assert ROSA in await move(town, ana, hearing["id"], "2026-12-03T09:00")


async def test_it_says_her_person_s_public_name_and_nothing_that_is_restricted(town: Town) -> None:
    *_, page, _ = await told_mother(town)

    text = (await (await town.nobody()).get(page)).text

    assert "Mateo R." in text and "Rosa R." in text
    assert not [one for one in (*RESTRICTED, ROSA) if one in text]


async def test_an_answer_to_an_older_change_does_not_count_for_the_newer(town: Town) -> None:
    ana, _, hearing, page, _ = await told_mother(town)
    nobody = await town.nobody()
    old = form((await nobody.get(page)).text)
    await move(town, ana, hearing["id"], "2026-11-30T09:00")

    refused = await nobody.post(f"{page}/seen", data=old)

    assert refused.status_code == 422 and "It has changed again" in refused.text
    assert (await knows(ana, hearing))[1] == [("OWED", None)]


@pytest.mark.parametrize("typed", [{}, {"date": "x", "sequence": "1"}, {"date": "0" * 32, "sequence": "1"}])
async def test_what_is_no_date_of_hers_is_nothing(town: Town, typed: dict[str, str]) -> None:
    ana, _, hearing, page, _ = await told_mother(town)

    refused = await (await town.nobody()).post(f"{page}/seen", data=typed)

    assert refused.status_code == 404 and (await knows(ana, hearing))[1] == [("OWED", None)]


async def test_another_client_s_mother_can_confirm_nothing_of_his(town: Town) -> None:
    ana, case, hearing, page, _ = await told_mother(town)
    nobody = await town.nobody()
    typed = form((await nobody.get(page)).text)
    other = await steps.take_in_mateo(
        town, ana, legalName="Tomas Vega", publicName="Tomas V.", aNumbers=["A 201-345-679"]
    )
    lupe = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", "Lupe T.", "lupe@home.example")
    await ana.do("nameContact", caseId=other["id"], personId=lupe, relation="mother", namedByClient=True)
    await steps.schedule(town, ana, other["id"], "2026-12-01T09:00")
    node = await ana.ask("query ($s: String!) { case(shortId: $s) { hearings { id revision } } }", s=other["shortId"])
    theirs = node["case"]["hearings"][0]
    await ana.do(
        "rescheduleHearing", hearingId=theirs["id"], expectedRevision=theirs["revision"], startsAt="2026-11-30T09:00"
    )
    (letter,) = [one for one in await town.deliver() if "lupe@home.example" in str(one.message["To"])]
    found = PAGE.search(words(letter))
    assert found and case["id"] != other["id"]

    text = (await nobody.get(found[0])).text
    refused = await nobody.post(f"{found[0]}/seen", data=typed)

    assert text.count("<h2") == 1 and refused.status_code == 404
    assert (await knows(ana, hearing))[1] == [("OWED", None)]


async def test_her_mail_program_s_stop_is_heard_and_she_starts_again_on_her_page(town: Town) -> None:
    ana, _, hearing, page, _ = await told_mother(town)
    nobody = await town.nobody()

    stopped = await nobody.post(f"{page}/stop", data={"List-Unsubscribe": "One-Click"})
    assert stopped.status_code == 200 and "You will get no more e-mail from us." in stopped.text
    assert ROSA not in await move(town, ana, hearing["id"], "2026-12-03T09:00")
    assert "You stopped our e-mail to you." in (await nobody.get(f"{page}/wishes")).text

    for _ in range(2):
        assert (await nobody.post(f"{page}/wishes/start")).status_code == 303
    assert "You stopped our e-mail to you." not in (await nobody.get(f"{page}/wishes")).text
    assert ROSA in await move(town, ana, hearing["id"], "2026-12-04T09:00")


async def test_her_page_ends_with_a_new_link_and_a_strange_one_is_nothing(town: Town) -> None:
    ana, _, _, page, _ = await told_mother(town)
    nobody = await town.nobody()
    people = await ana.ask("{ people(first: 50) { edges { node { id name } } } }")
    rosa = next(one["id"] for one in (edge["node"] for edge in people["people"]["edges"]) if one["name"] == "Rosa R.")

    done = await ana.do("renewLinksOfPerson", personId=rosa)

    assert done["__typename"] == "RenewLinksOfPersonPayload", done
    for path in (page, f"/d/{'x' * 43}"):
        for found in (await nobody.get(path), await nobody.post(f"{path}/stop"), await nobody.get(f"{path}/wishes")):
            assert found.status_code == 404
