"""People call who hosts, whatever they read it in."""

from __future__ import annotations

from uuid import UUID

from casework import advocacy, answers, invitations
from casework.actors import Link, LinkKind
from schema.advocacy import AdvocacyAction
from tests.casework.notices.asked import a_supporter, a_vigil, the_neighbors
from tests.house import House


async def on_the_page(house: House, invitation_id: UUID, person_id: UUID) -> tuple[str, str | None]:
    link = Link(LinkKind.INVITATION, invitation_id, person_id)
    async with house.database.transaction(link) as tx:
        shown = await answers.page(tx, link)
    return shown.organization, shown.phone


def words(letter: object) -> str:
    text = letter.message.get_body(("plain",)).get_content()  # type: ignore[attr-defined]
    return " ".join(text.split())


async def test_letter_and_page_of_an_action_name_the_organization_that_plans_it(house: House) -> None:
    olga = await a_supporter(house)
    action_id, occasion_id = await a_vigil(house, await the_neighbors(house))
    async with house.acting(house.ana) as tx:
        (asked,) = await invitations.invite(tx, occasion_id, [olga])

    letters = {one.to.partition("@")[0]: words(one) for one in await house.send()}

    assert await on_the_page(house, asked.id, olga) == ("Harbor Neighbors", "+1 203 555 0188")
    assert "Harbor Neighbors" in letters["olga"] and "+1 203 555 0188" in letters["olga"]
    assert "Elm City" not in letters["olga"] and "555 0100" not in letters["olga"]

    # Also when it is off, and the card says nothing any more.
    async with house.acting(house.ana) as tx:
        action = await tx.session.get_one(AdvocacyAction, action_id)
        await advocacy.call_off_action(tx, action_id, expected_revision=action.revision)
    (off,) = [words(one) for one in await house.send() if one.to.partition("@")[0] == "olga"]
    assert "+1 203 555 0188" in off and "555 0100" not in off
    assert await on_the_page(house, asked.id, olga) == ("Harbor Neighbors", "+1 203 555 0188")


async def test_of_a_hearing_the_lead_of_the_case_is_named_whoever_invited(house: House) -> None:
    olga = await a_supporter(house)
    (asked,) = await house.invite(olga)

    letters = {one.to.partition("@")[0]: words(one) for one in await house.send()}

    assert await on_the_page(house, asked, olga) == ("Elm City Legal Aid", "+1 203 555 0100")
    assert "Elm City Legal Aid" in letters["olga"] and "+1 203 555 0100" in letters["olga"]
