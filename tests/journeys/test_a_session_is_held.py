"""A community group holds a know-your-rights session: an action of no case, which needs neither key, with sign-up."""

from __future__ import annotations

import re

import pytest

from tests.journeys import steps
from tests.journeys.test_a_sighting_is_told import NOOR
from tests.town import Town, words


@pytest.mark.parametrize("kind", ["KNOW_YOUR_RIGHTS_SESSION", "PREPAREDNESS_SESSION", "STAFF_SESSION"])
async def test_a_session_of_no_case_is_published_without_a_key_and_people_sign_up(town: Town, kind: str) -> None:
    noor = await town.signed_in(NOOR)
    harbor = town.organizations["harbor"]
    drafted = await noor.do(
        "draftAction", "action { id revision missing occasion { id kind } }", organizationId=harbor, kind=kind,
        title="Know your rights, in the library", audiences=["SUPPORTERS"], startsAt="2026-12-03T18:00",
        timeZone="America/New_York",
    )  # fmt: skip
    assert drafted["__typename"] == "DraftActionPayload", drafted
    action = drafted["action"]
    assert action["occasion"]["kind"] == kind and action["missing"] == []
    published = await noor.do("publishAction", actionId=action["id"], expectedRevision=action["revision"])
    assert published["__typename"] == "PublishActionPayload", published
    uma = await steps.add(town, noor, "harbor", "SUPPORTER", "Uma Quist", "uma@home.example")
    await noor.do("invite", "invitations { id }", occasionId=action["occasion"]["id"], personIds=[uma])

    (letter,) = await town.deliver()
    page = re.search(r"/a/[\w-]+", words(letter))
    assert page is not None
    outside = await town.nobody()
    shown = await outside.get(page.group())
    assert "Know your rights, in the library" in shown.text
    answered = await outside.post(page.group(), data={"answer": "coming", "party": "3", "sequence": "0"})
    assert answered.status_code == 303
    asked = """query ($id: ID!) { node(id: $id) { ... on Occasion { invitations { state partySize } } } }"""
    found = (await noor.ask(asked, id=action["occasion"]["id"]))["node"]["invitations"]
    assert found == [{"state": "COMING", "partySize": 3}]
