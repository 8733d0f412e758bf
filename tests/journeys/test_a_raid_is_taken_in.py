"""A raid: an operation is opened, its arrests are taken in as one list, a family is put together; all of it for the
legal provider's eyes alone.
"""

from __future__ import annotations

from typing import Any

from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.town import Seat, Town

ANA, BEN, NOOR = "coordinator@demo.test", "coordinator@other.test", "advocate@demo.test"
OPERATIONS = "{ operations { id name place beganOn openedBy { name } cases { id custodyStatus } } }"
NODE = """query($id: ID!) { node(id: $id) { __typename ... on Operation {
  name place cases { id client { publicName minor } representedBy { id } }
} } }"""
OF_CASE = "query($id: String!) { case(shortId: $id) { operation { name } family { role case { id } } } }"
#: What may tell a workplace, and who was arrested there.
TOLD = ("Elm Street", "Duarte", "Pérez")


async def opened(town: Town, ana: Seat) -> str:
    made = await ana.do(
        "openOperation", "operation { id }", organizationId=town.organizations["elm-city"],
        name="Elm Street car wash", place="Elm Street", beganOn="2026-11-20",
    )  # fmt: skip
    assert made["__typename"] == "OpenOperationPayload", made
    operation: str = made["operation"]["id"]
    return operation


def arrested(*numbers: str) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = [
        {"legalName": "Inés Duarte", "countryOfBirth": "Peru", "language": "es"},
        {"legalName": "Juan Pérez", "callerName": "Rosa", "minor": True},
        {"legalName": "Luz"},
    ]
    for one, number in zip(people, numbers, strict=False):
        one["aNumbers"] = [number]
    return people


async def test_a_raid_is_taken_in_as_one_list_and_only_the_provider_sees_it(town: Town) -> None:
    ana, noor, ben = [await town.signed_in(one) for one in (ANA, NOOR, BEN)]
    operation = await opened(town, ana)
    taken = await ana.do(
        "takeInArrests", "cases { id shortId }", operationId=operation, arrests=arrested("A 209 111 301")
    )
    assert taken["__typename"] == "TakeInArrestsPayload", taken
    mother, son, _ = taken["cases"]

    (listed,) = (await ana.ask(OPERATIONS))["operations"]
    assert (listed["name"], listed["place"], listed["beganOn"]) == ("Elm Street car wash", "Elm Street", "2026-11-20")
    assert listed["openedBy"] == {"name": "Ana Okafor"}
    assert [one["id"] for one in listed["cases"]] == [one["id"] for one in taken["cases"]]
    joined = await ana.do("joinFamily", "case { id }", caseId=son["id"], withCaseId=mother["id"], role="RIDER")
    assert joined["__typename"] == "JoinFamilyPayload", joined
    of_son = (await ana.ask(OF_CASE, id=son["shortId"]))["case"]
    assert of_son["operation"] == {"name": "Elm Street car wash"}
    assert of_son["family"] == [
        {"role": "LEAD", "case": {"id": mother["id"]}}, {"role": "RIDER", "case": {"id": son["id"]}}
    ]  # fmt: skip
    node = (await ana.ask(NODE, id=operation))["node"]
    assert [one["client"]["minor"] for one in node["cases"]] == [False, True, False]

    # An advocate on the son's team learns that there is a case, and neither of the raid nor of the family.
    await ana.do("shareCase", caseId=son["id"], organizationId=town.organizations["harbor"])
    put = await ana.do("addToTeam", caseId=son["id"], personId=town.person(NOOR), role="ADVOCATE")
    assert put["__typename"] == "AddToTeamPayload", put
    assert (await noor.ask(OF_CASE, id=son["shortId"]))["case"] == {"operation": None, "family": []}
    assert (await ben.ask(OF_CASE, id=son["shortId"]))["case"] is None
    for other in (noor, ben):
        assert (await other.ask(OPERATIONS))["operations"] == []
        assert (await other.ask(NODE, id=operation))["node"] is None
        for document, variables in ((OPERATIONS, {}), (NODE, {"id": operation}), (OF_CASE, {"id": son["shortId"]})):
            said = (await other.raw(document, variables)).text
            assert [word for word in TOLD if word in said] == []


async def test_a_raid_with_one_fault_takes_nobody_in_and_says_whose_it_is(town: Town, ground: Ground) -> None:
    ana = await town.signed_in(ANA)
    operation = await opened(town, ana)
    before = await every_row(ground)

    refused = await ana.do(
        "takeInArrests", operationId=operation, arrests=arrested("A 209 111 301", "2091", "A 209 111 301")
    )

    assert (refused["__typename"], refused["field"]) == ("Invalid", "arrests.1.aNumbers")
    assert refused["message"].startswith("Nobody was taken in. Person 2: ")
    assert "Person 3: This A-number is person 1's as well." in refused["message"]
    assert await every_row(ground) == before


async def test_an_advocate_and_another_provider_take_nobody_in(town: Town, ground: Ground) -> None:
    ana, noor, ben = [await town.signed_in(one) for one in (ANA, NOOR, BEN)]
    operation = await opened(town, ana)
    before = await every_row(ground)

    for other in (noor, ben):
        refused = await other.do("takeInArrests", operationId=operation, arrests=arrested())
        assert refused["__typename"] in ("NotFound", "NotPermitted"), refused
        refused = await other.do(
            "openOperation", organizationId=town.organizations["elm-city"], name="Ours", beganOn="2026-11-20"
        )
        assert refused["__typename"] in ("NotFound", "NotPermitted"), refused

    assert await every_row(ground) == before
