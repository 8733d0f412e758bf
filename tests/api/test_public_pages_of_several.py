"""What anybody reads of an action about two cases: nothing, for the next reader, once either client says no."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.api.test_public_pages import FORMS, agreed, gone, path, plain
from tests.journeys import steps
from tests.town import Seat, Town, words

READ = "query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { revision saidRevision state } } }"


async def of_two(town: Town, *purposes: tuple[str, str], **more: Any) -> tuple[Seat, Any, list[Any], list[Any]]:
    """Ana, an action about Mateo and Lucía that is published, their cases, and their last yes of each."""
    ana, luis, mateo, yes = await agreed(town)
    taken = await ana.do(
        "takeInCase", "case { id }", organizationId=town.organizations["elm-city"], publicName="Lucia M.",
        legalName="Lucia Marroquin Paz", language="es",
    )  # fmt: skip
    lucia = taken["case"]
    await steps.represent(town, ana, luis, lucia["id"])
    given = [yes, await steps.consent(ana, lucia["id"], "PRESS", "PUBLIC")]
    for purpose, audience in purposes:
        given = [await steps.consent(ana, one["id"], purpose, audience) for one in (mateo, lucia)]
    action = await steps.publish_for_all(town, ana, luis, mateo["id"], **more)
    added = await ana.do(
        "addCaseToAction", "action { revision saidRevision state }", actionId=action["id"], caseId=lucia["id"],
        expectedRevision=action["revision"],
    )  # fmt: skip
    assert added["action"]["state"] == "DRAFT", added
    signed = await luis.do(
        "signOffAction", actionId=action["id"], caseId=lucia["id"], saidRevision=added["action"]["saidRevision"],
        capacity="OF_RECORD",
    )  # fmt: skip
    assert signed["__typename"] == "SignOffActionPayload", signed
    # The other's counsel has not signed what is said about two.
    nobody = await town.nobody()
    if action["publicPage"]["url"]:
        await gone(nobody, path(action))
    again = (await ana.ask(READ, id=action["id"]))["node"]
    return ana, await steps.sign_and_publish(ana, luis, {"id": action["id"], **again}), [mateo, lucia], given


@pytest.mark.parametrize("whose", [0, 1])
async def test_with_the_no_of_either_client_it_is_gone_for_the_next_reader(town: Town, whose: int) -> None:
    ana, action, _, given = await of_two(town)
    nobody = await town.nobody()
    tags = [(await nobody.get(path(action) + form)).headers["etag"] for form in FORMS]

    await ana.do("withdrawConsent", consentId=given[whose]["id"])

    await gone(nobody, path(action), off=True, **{"if-none-match": ", ".join(tags)})


@pytest.mark.parametrize("whose", [0, 1])
async def test_no_publicity_of_either_takes_it_away_and_lifted_it_stands_again(town: Town, whose: int) -> None:
    ana, action, cases, _ = await of_two(town)
    nobody = await town.nobody()
    first = await nobody.get(path(action))
    assert first.status_code == 200

    async def mark(quiet: bool) -> None:
        asked = "query ($id: ID!) { node(id: $id) { ... on Case { revision } } }"
        now = (await ana.ask(asked, id=cases[whose]["id"]))["node"]["revision"]
        done = await ana.do("updateCase", caseId=cases[whose]["id"], expectedRevision=now, noPublicity=quiet)
        assert done["__typename"] == "UpdateCasePayload", done

    await mark(True)
    for form in FORMS:
        answer = await nobody.get(path(action) + form, headers={"if-none-match": first.headers["etag"]})
        assert answer.status_code == 410 and "Mateo" not in plain(answer), form
    state = (await ana.ask(READ, id=action["id"]))["node"]["state"]
    await mark(False)

    again = await nobody.get(path(action))
    assert (again.status_code == 200) is (state == "PUBLISHED")


@pytest.mark.parametrize("whose", [0, 1])
async def test_an_answer_page_tells_nothing_more_once_either_client_says_no(town: Town, whose: int) -> None:
    ana, action, _, given = await of_two(town, ("FILL_COURTROOM", "SUPPORTERS"), audiences=["SUPPORTERS"])
    uma = await steps.add(town, ana, "elm-city", "SUPPORTER", "Uma Quist", "uma@home.example")
    asked = await ana.do("invite", "invitations { id }", occasionId=action["occasion"]["id"], personIds=[uma])
    assert asked["__typename"] == "InvitePayload", asked
    link = next(found for one in await town.deliver() if (found := re.search(r"/a/[\w-]{43}", words(one))))
    nobody = await town.nobody()
    assert "City Hall" in (await nobody.get(link[0])).text

    await ana.do("withdrawConsent", consentId=given[whose]["id"])

    said = (await nobody.get(link[0])).text
    assert not any(one in said for one in ("City Hall", "Church Street", "Mateo", "Lucia", "belongs at home"))
