"""Whom a search finds, in which order, and for whom."""

from __future__ import annotations

from itertools import product

import pytest

from casework import actors, imports
from casework.imports import ImportKind
from casework.names import case_number_in
from casework.reading.search import CANDIDATES
from tests.journeys import steps
from tests.town import Seat, Town

FOUND = """query ($q: String!, $first: Int! = 50, $after: String) { cases(filter: {search: $q, includeClosed: true},
  first: $first, after: $after) { count edges { cursor node { shortId client { publicName } } }
  pageInfo { hasNextPage endCursor } } }"""
NAMES = {
    "Marisol": ("Marisol Rivera Cruz", ()),
    "Nuria": ("Nuria Riverales", ()),
    "Tomás": ("Tomás Cruz Rivera", ()),
    "Jacinta": ("Jacinta Jiménez de la Vega", ()),
    "Ignacio": ("Ignacio San Martín", ()),
    "Lucía": ("Lucía Peña", ("Chela Vásquez",)),
}


async def take_in(town: Town, seat: Seat, name: str, aliases: tuple[str, ...] = (), **more: object) -> str:
    home = town.organizations["elm-city"]
    taken = await seat.do(
        "takeInCase", "case { id }", organizationId=home, legalName=name, publicName=name.split()[0],
        aliases=list(aliases), **more,
    )  # fmt: skip
    assert taken["__typename"] == "TakeInCasePayload", taken
    case_id: str = taken["case"]["id"]
    return case_id


async def known(town: Town) -> Seat:
    ana = await town.signed_in("coordinator@demo.test")
    for name, aliases in NAMES.values():
        await take_in(town, ana, name, aliases)
    return ana


async def found(seat: Seat, query: str) -> list[str]:
    edges = (await seat.ask(FOUND, q=query))["cases"]["edges"]
    return [edge["node"]["client"]["publicName"] for edge in edges]


async def test_names_are_found_by_their_beginnings_whatever_the_accents_and_the_order(town: Town) -> None:
    ana = await known(town)

    # Both of the same surnames fit alike: the newest of the two comes first, and a longer surname after them.
    assert await found(ana, "rivera") == ["Tomás", "Marisol", "Nuria"]
    assert await found(ana, "RIV") == ["Tomás", "Marisol", "Nuria"]
    assert await found(ana, "cruz rivera") == await found(ana, "Rivera  Cruz") == ["Tomás", "Marisol"]
    assert await found(ana, "marisol cruz") == ["Marisol"]
    assert await found(ana, "jimenez de la vega") == ["Jacinta"]
    assert await found(ana, "san martin") == ["Ignacio"]
    assert await found(ana, "chela") == ["Lucía"]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("C-10001", 10001), ("c-10001", 10001), ("C10001", 10001), ("C 10001", 10001), ("C–10001", 10001),
        ("C — 10001", 10001), ("#10001", 10001), ("case 10001", 10001), ("Case #10001", 10001), ("caso 10001", 10001),
        ("Caso C-10001", 10001), ("dosye 10001", 10001), (" 10001 ", 10001), ("C-123456789", 123456789),
        ("A012345678", None), ("201 345 678", None), ("#1234567", None), ("1234567", None), ("C-1234567890", None),
        ("Case", None), ("Casimiro 10001", None), ("C", None), ("10001 C", None), ("C-١٠٠٠١", None), ("", None),
    ],
)  # fmt: skip
def test_a_case_s_number_is_known_however_people_say_it(said: str, number: int | None) -> None:
    assert case_number_in(said) == number


async def test_a_case_is_found_by_its_number_however_it_is_typed(town: Town) -> None:
    ana = await known(town)
    board = (await ana.ask(FOUND, q="chela"))["cases"]["edges"]
    number = board[0]["node"]["shortId"].removeprefix("C-")

    for said in (f"C{number}", f"C {number}", f"C–{number}", f"#{number}", f"case {number}", f"caso {number}"):
        assert await found(ana, said) == ["Lucía"], said
        one = await ana.ask("query ($said: String!) { case(shortId: $said) { shortId } }", said=said)
        assert one["case"]["shortId"] == f"C-{number}", said


async def test_names_are_found_by_how_they_sound(town: Town) -> None:
    ana = await known(town)

    assert await found(ana, "Gimenes") == ["Jacinta"]
    assert await found(ana, "Bazques") == ["Lucía"]
    assert await found(ana, "Lusia Penia") == ["Lucía"]
    # Their code is that of "Rivera", and yet nobody takes them for it.
    assert await found(ana, "Robar") == []


async def test_what_fits_better_comes_first_page_by_page(town: Town) -> None:
    ana = await known(town)

    first = (await ana.ask(FOUND, q="rivera", first=2))["cases"]
    rest = (await ana.ask(FOUND, q="rivera", first=2, after=first["pageInfo"]["endCursor"]))["cases"]

    names = [[edge["node"]["client"]["publicName"] for edge in page["edges"]] for page in (first, rest)]
    assert names == [["Tomás", "Marisol"], ["Nuria"]]
    assert (first["count"], first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (3, True, False)


async def test_of_very_many_of_one_name_the_newest_are_looked_at_and_nobody_says_how_many_there_are(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    path = town.settings.home / "many.csv"
    given = ["".join(letters) for letters in product("bfklmprst", "aeiou", "bfklmprst")][: CANDIDATES + 5]
    rows = [f"P{number},{name}a Sol,{2_000_000 + number}" for number, name in enumerate(given)]
    path.write_text("\n".join(["person_id,legal_name,a_number", *rows]))
    async with town.database.transaction(actors.OPERATOR) as tx:
        home = await imports.legal_provider_called(tx, "elm-city")
        tally = await imports.import_file(tx, ImportKind.PEOPLE, path, organization=home)
    assert tally.added == CANDIDATES + 5

    everybody = (await ana.ask(FOUND, q="sol", first=100))["cases"]
    one = (await ana.ask(FOUND, q="bara sol"))["cases"]

    assert (everybody["count"], len(everybody["edges"])) == (None, 100)
    # One begins so; a handful sounds like it.
    assert 1 <= one["count"] == len(one["edges"]) < 20


async def test_counsel_finds_a_client_of_another_organization_s_case_by_name_and_number(town: Town) -> None:
    ana = await known(town)
    ben = await town.signed_in("attorney@other.test")
    case = await take_in(town, ana, "Otilia Rivera Paz", aNumbers=["203 444 555"])
    assert (await found(ben, "otilia"), await found(ben, "203444555")) == ([], [])

    await ana.do("shareCase", "case { id }", caseId=case, organizationId=town.organizations["shoreline"])
    await ana.do(
        "addToTeam", "member { id }", caseId=case, personId=town.person("attorney@other.test"), role="ATTORNEY"
    )

    assert (await found(ben, "otilia"), await found(ben, "203444555")) == (["Otilia"], ["Otilia"])
    assert await found(ben, "rivera") == ["Otilia"]
    matches = "query ($n: String, $a: String) { possibleMatches(name: $n, aNumber: $a) { likeness because } }"
    assert len((await ben.ask(matches, n="Otilia Ribera"))["possibleMatches"]) == 1
    assert (await ben.ask(matches, a="203444555"))["possibleMatches"] == [
        {"likeness": 100, "because": ["The same A-number."]}
    ]


async def test_attorneys_find_their_own_clients_among_all_of_their_organization(town: Town) -> None:
    ana = await known(town)
    luis = await town.signed_in("attorney@demo.test")
    assert await found(luis, "rivera") == []

    case = await take_in(town, ana, "Celia Rivera")
    await steps.represent(town, ana, luis, case)

    assert await found(luis, "rivera") == ["Celia"]


async def test_possible_matches_come_best_first_in_the_language_of_the_page(town: Town) -> None:
    ana = await known(town)
    await take_in(town, ana, "Marisol Rivera", arrestedAt="2026-11-20T07:40", arrestZone="America/New_York")
    asked = (
        "query ($n: String, $t: DateTime) { possibleMatches(name: $n, arrestedAt: $t)"
        " { likeness because case { client { publicName } } } }"
    )

    ana.http.headers["accept-language"] = "es"
    matches = (await ana.ask(asked, n="Marisol Rivera Cruz", t="2026-11-20T18:00:00Z"))["possibleMatches"]

    assert [(one["likeness"], one["case"]["client"]["publicName"]) for one in matches[:2]] == [
        (100, "Marisol"), (100, "Marisol"),
    ]  # fmt: skip
    assert sorted(len(one["because"]) for one in matches[:2]) == [1, 2]
    assert not any("name like" in said for one in matches for said in one["because"])


async def test_the_address_book_is_searched_page_by_page(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    for number in range(3):
        await steps.add(town, ana, "elm-city", "OFFICIAL", f"Alder Number {number}", f"alder{number}@city.example")
    asked = """query ($after: String) { people(search: "alder NUM", kinds: [OFFICIAL], first: 2, after: $after) {
      edges { node { name } } pageInfo { hasNextPage endCursor } } }"""

    first = (await ana.ask(asked))["people"]
    rest = (await ana.ask(asked, after=first["pageInfo"]["endCursor"]))["people"]

    assert [edge["node"]["name"] for page in (first, rest) for edge in page["edges"]] == [
        f"Alder Number {number}" for number in range(3)
    ]
    assert (first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)
