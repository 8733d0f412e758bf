"""Two walls: what the application's rules let an actor see is what the database lets them see, table by table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from api.nodes import global_id
from casework import access, actors
from casework.access.visible import VISIBLE
from schema.base import Table
from tests.lived_in import town
from tests.town import STAFF, Town


def key(model: type[Table]) -> Any:
    return model.__mapper__.primary_key[0]


async def by_first_wall(town: Town, person_id: UUID) -> dict[type[Table], set[Any]]:
    """What the application's SELECTs give, with the database's wall opened wide."""
    async with town.database.transaction(actors.Person(person_id)) as tx:
        standing = await access.standing(tx)
    async with town.database.transaction(actors.OPERATOR) as tx:
        return {
            model: set(await tx.session.scalars(access.visible(standing, model, tx.now).with_only_columns(key(model))))
            for model in VISIBLE
        }


async def by_second_wall(town: Town, person_id: UUID) -> dict[type[Table], set[Any]]:
    """Everything the database gives, asked without any condition."""
    async with town.database.transaction(actors.Person(person_id)) as tx:
        return {model: set(await tx.session.scalars(select(key(model)))) for model in VISIBLE}


async def test_both_walls_show_every_member_of_staff_the_same_rows(town: Town) -> None:
    differing = []
    seen = 0
    for _, email, *_ in STAFF:
        first = await by_first_wall(town, town.staff[email])
        second = await by_second_wall(town, town.staff[email])
        seen += sum(len(rows) for rows in first.values())
        differing += [
            (email, model.__tablename__, len(first[model] - second[model]), len(second[model] - first[model]))
            for model in VISIBLE
            if first[model] != second[model]
        ]
    assert differing == []
    assert seen > 150


async def test_nobody_named_sees_nothing(town: Town) -> None:
    public = {"facilities", "courts", "hearing_locations", "organizations"}

    seen = await by_second_wall(town, UUID("0199a000-0000-7000-8000-000000000000"))

    assert [model.__tablename__ for model, rows in seen.items() if rows and model.__tablename__ not in public] == []


async def test_an_advocate_of_a_shared_case_sees_no_identity_no_custody_and_no_unshared_hearing(town: Town) -> None:
    noor = await town.signed_in("advocate@demo.test")
    board = await noor.ask(
        """{ cases { edges { node { shortId client { publicName legalName aNumbers identityShown }
             whereNow { id } hearings { id } notes { id } privilegedNotes { id }
             intake { told } custody { id } } } } }"""
    )
    (edge,) = board["cases"]["edges"]
    assert edge["node"] == {
        "shortId": "C-10001",
        "client": {"publicName": "C-10001", "legalName": None, "aNumbers": [], "identityShown": False},
        "whereNow": None,
        "hearings": [],
        "notes": [],
        "privilegedNotes": None,
        "intake": None,
        "custody": [],
    }


async def test_the_attorneys_compartment_is_closed_to_staff_nobody_supervises(town: Town) -> None:
    ines = await town.signed_in("attorney@other.test")
    ana = await town.signed_in("coordinator@demo.test")
    document = "{ cases { edges { node { privilegedNotes { body } } } } }"

    assert (await ines.ask(document))["cases"]["edges"] == []
    (edge,) = (await ana.ask(document))["cases"]["edges"]
    assert edge["node"]["privilegedNotes"] == [{"body": "Strategy."}]


async def test_another_organization_cannot_tell_a_hidden_case_from_none(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    ben = await town.signed_in("coordinator@other.test")
    (edge,) = (await ana.ask("{ cases { edges { node { id revision } } } }"))["cases"]["edges"]
    hidden = edge["node"]["id"]
    unknown = global_id("Case", UUID("0199a000-0000-7000-8000-000000000000"))
    answers = [
        (
            (await ben.ask("query ($id: ID!) { node(id: $id) { id } }", id=case_id))["node"],
            await ben.do("closeCase", caseId=case_id, expectedRevision=0, reason="x"),
            await ben.do("writeNote", caseId=case_id, body="x"),
        )
        for case_id in (hidden, unknown)
    ]
    assert answers[0] == answers[1]


async def test_every_disclosure_of_a_sensitive_field_leaves_one_entry(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    admin = await town.signed_in("admin@demo.test")
    (edge,) = (await ana.ask("{ cases { edges { node { id } } } }"))["cases"]["edges"]

    await ana.ask(
        "query Look($id: ID!) { node(id: $id) { ... on Case { client { legalName aNumbers } notes { body } } } }",
        id=edge["node"]["id"],
    )

    trail = await admin.ask(
        "query ($id: ID!) { audit(recordId: $id, first: 1) { edges { node { act by fields after } } } }",
        id=edge["node"]["id"],
    )
    assert trail["audit"]["edges"][0]["node"] == {
        "act": "viewed",
        "by": "Ana Okafor",
        "fields": ["detainees.a_numbers", "detainees.legal_name", "notes.body"],
        # By which question is for the legal team, with whatever else an entry of a case holds.
        "after": None,
    }


__all__ = ["town"]
