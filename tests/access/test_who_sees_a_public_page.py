"""The second wall before a public page: whoever reads one has the rows of its action and of nothing else, while anybody
may; with the application's own rules out of the way.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text

from casework import actors
from casework.actors import LINKS, OPERATOR, Link, LinkKind, Person
from schema.base import Table
from schema.public_pages import PublicPage
from tests.api.test_public_pages import published, unnamed
from tests.journeys import steps
from tests.town import Town

#: What everybody may know; and keys, which open nothing without what they sealed.
REFERENCE = {"courts", "facilities", "hearing_locations", "organizations", "vault_keys", "trail_seals"}


async def counts(town: Town, actor: actors.Actor) -> dict[str, int]:
    """How many rows of each table the database gives this actor, asked without any condition."""
    async with town.database.transaction(actor) as tx:
        seen = {}
        for table in Table.metadata.sorted_tables:
            if table.name not in REFERENCE:
                seen[table.name] = await tx.session.scalar(select(func.count()).select_from(table)) or 0
        return {name: count for name, count in seen.items() if count}


async def page_of(town: Town) -> UUID:
    async with town.database.transaction(OPERATOR) as tx:
        return (await tx.session.scalars(select(PublicPage.id).order_by(PublicPage.id.desc()))).first()  # type: ignore[return-value]


async def the_story(town: Town) -> tuple[Any, Any, Link]:
    """A published action of Mateo's case, beside a hearing, notes, custody, and a whole other case."""
    ana, luis, case, yes, action = await published(town)
    await steps.schedule(town, ana, case["id"])
    await ana.do("writeNote", caseId=case["id"], body="For the team.")
    await luis.do("writeNote", caseId=case["id"], body="For counsel.", privileged=True)
    await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    # People are asked to it, told that it moved, and owe a word that they know.
    await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    await ana.do("invite", occasionId=action["occasion"]["id"], personIds=[mayor])
    await town.deliver()
    asked = "query ($id: ID!) { node(id: $id) { ... on AdvocacyAction { revision } } }"
    revision = (await ana.ask(asked, id=action["id"]))["node"]["revision"]
    await ana.do("reviseAction", actionId=action["id"], expectedRevision=revision, startsAt="2026-11-24T17:00")
    await town.deliver()
    await steps.take_in_mateo(town, ana, publicName="Inés Q.", legalName="Inés Quiroga", aNumbers=["A 209-999-111"])
    return ana, (case, yes, action), Link(LinkKind.PUBLIC_PAGE, await page_of(town), None)


async def test_a_reader_has_one_case_without_identity_place_notes_or_people(town: Town) -> None:
    _, _, reader = await the_story(town)

    seen = await counts(town, reader)

    there = await counts(town, OPERATOR)
    assert {"notices", "changes", "acknowledgements", "invitations", "people", "receipts"} <= set(there)
    assert seen == {
        "public_pages": 1, "advocacy_actions": 1, "occasions": 1, "cases": 1, "detainees": 1, "consents": 2,
        "sign_offs": 1, "assignments": 1,
    }  # fmt: skip
    async with town.database.transaction(reader) as tx:
        # And changes none of it.
        for table in seen:
            changed = await tx.session.execute(text(f"update {table} set created_at = created_at"))
            assert changed.rowcount == 0, table  # type: ignore[attr-defined]


async def test_as_soon_as_it_may_not_be_shown_the_wall_shows_nothing(town: Town) -> None:
    ana, (case, _, _), reader = await the_story(town)
    nothing = {"public_pages": 1}

    asked = "query ($id: ID!) { node(id: $id) { ... on Case { revision } } }"
    revision = (await ana.ask(asked, id=case["id"]))["node"]["revision"]
    await ana.do("updateCase", caseId=case["id"], expectedRevision=revision, noPublicity=True)
    assert await counts(town, reader) == nothing
    async with town.database.transaction(OPERATOR) as tx:
        await tx.session.execute(text("update cases set no_publicity = false"))
    assert len(await counts(town, reader)) == 8
    for change in (
        "state = 'draft'", "state = 'called_off'", "audiences = '{press}'",
        "embargo_until = timestamptz '2026-11-24 00:00+00'",
    ):  # fmt: skip
        async with town.database.transaction(OPERATOR) as tx:
            was = (await tx.session.execute(text("select state, audiences, embargo_until from advocacy_actions"))).one()
            await tx.session.execute(text(f"update advocacy_actions set {change}"))
        assert await counts(town, reader) == nothing, change
        async with town.database.transaction(OPERATOR) as tx:
            back = "update advocacy_actions set state = :state, audiences = :audiences, embargo_until = :embargo_until"
            await tx.session.execute(text(back), was._asdict())
    assert len(await counts(town, reader)) == 8
    async with town.database.transaction(OPERATOR) as tx:
        await tx.session.execute(text("update public_pages set ended_at = created_at"))
    assert await counts(town, reader) == nothing


async def test_whoever_was_asked_finds_their_own_letters_and_words_and_nobody_else_s(town: Town) -> None:
    ana, (_, _, action), _ = await the_story(town)
    other = await steps.add(town, ana, "elm-city", "OFFICIAL", "Rep. Tomás Vega", "vega@house.example")
    asked = await ana.do("invite", occasionId=action["occasion"]["id"], personIds=[other])
    assert asked["__typename"] == "InvitePayload", asked
    await town.deliver()
    async with town.database.transaction(OPERATOR) as tx:
        invited = list(await tx.session.execute(text("select id, person_id from invitations")))
        letters = dict((await tx.session.execute(text("select person_id, count(*) from notices group by 1"))).all())
    assert len(invited) == 2 and len(letters) > 2

    for invitation_id, person_id in invited:
        link = Link(LinkKind.INVITATION, invitation_id, person_id)
        async with town.database.transaction(link) as tx:
            for table in ("notices", "acknowledgements"):
                whose = await tx.session.scalars(text(f"select distinct person_id from {table}"))
                assert set(whose) <= {person_id}, table
            assert await tx.session.scalar(text("select count(*) from notices")) == letters[person_id]


async def test_an_id_of_no_page_and_a_page_of_no_case_show_no_case(town: Town) -> None:
    await the_story(town)
    stranger = Link(LinkKind.PUBLIC_PAGE, UUID("0199a000-0000-7000-8000-000000000000"), None)
    assert await counts(town, stranger) == {}

    await unnamed(town)
    seen = await counts(town, Link(LinkKind.PUBLIC_PAGE, await page_of(town), None))

    assert seen == {"public_pages": 1, "advocacy_actions": 1, "occasions": 1}


async def test_whether_there_is_a_page_is_told_to_the_house_alone(town: Town) -> None:
    _, (_, _, action), reader = await the_story(town)
    address = action["publicPage"]["url"].rpartition("/")[2]
    asked = text("select count(*) from public_page_at(:address, null)")
    told = {}
    for name, actor in (
        ("house", LINKS),
        ("reader", reader),
        ("ben", Person(town.staff["coordinator@other.test"])),
        ("ana", Person(town.staff["coordinator@demo.test"])),
    ):
        async with town.database.transaction(actor) as tx:
            told[name] = await tx.session.scalar(asked, {"address": address})
    assert told == {"house": 1, "reader": 0, "ben": 0, "ana": 0}
    async with town.database.transaction(Person(town.staff["coordinator@other.test"])) as tx:
        assert await tx.session.scalar(select(func.count()).select_from(PublicPage)) == 0
