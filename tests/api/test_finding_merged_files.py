"""Two files of one person became one: whoever looks for the second finds the first, as far as they read it."""

from __future__ import annotations

from typing import Any

from tests.access.test_conflict_walls import CONFLICT
from tests.api.test_search import FOUND, take_in
from tests.town import Seat, Town

NUMBER, OTHER = "201345111", "201345222"
MATCHES = "query ($n: String, $a: String) { possibleMatches(name: $n, aNumber: $a) { case { id } } }"
#: Of the second file alone: its number, its names, their sound, its other name.
OF_THE_SECOND = ("A201-345-222", "quispe", "Marta Kispe", "chata")


async def two_files(town: Town) -> tuple[Seat, str, str]:
    ana = await town.signed_in("coordinator@demo.test")
    first = await take_in(town, ana, "Luz Marina Peña", aNumbers=[NUMBER])
    second = await take_in(town, ana, "Marta Quispe", ("Chata Mamani",), aNumbers=[OTHER])
    return ana, first, second


async def merge(ana: Seat, kept: str, merged: str) -> str:
    done = await ana.do("mergeCases", "merge { id }", keptCaseId=kept, mergedCaseId=merged)
    assert done["__typename"] == "MergeCasesPayload", done
    merge_id: str = done["merge"]["id"]
    return merge_id


async def found(seat: Seat, query: str) -> list[str]:
    """The ids of what a search finds, by either way to read."""
    asked = FOUND.replace("shortId", "id shortId", 1)
    other = asked.replace("{ cases(", '{ __type(name: "Case") { name } cases(', 1)
    one, two = [
        [edge["node"]["id"] for edge in (await seat.ask(document, q=query))["cases"]["edges"]]
        for document in (asked, other)
    ]
    assert one == two
    return one


async def matches(seat: Seat, **given: Any) -> list[str]:
    return [one["case"]["id"] for one in (await seat.ask(MATCHES, **given))["possibleMatches"]]


async def known(seat: Seat, case: str) -> Any:
    asked = "query ($i: ID!) { node(id: $i) { ... on Case { client { legalName aNumbers aliases } } } }"
    return (await seat.ask(asked, i=case))["node"]["client"]


async def test_all_that_the_second_file_was_found_by_finds_the_one_that_is_kept(town: Town) -> None:
    ana, first, second = await two_files(town)
    assert [await found(ana, query) for query in OF_THE_SECOND] == [[second]] * 4

    merge_id = await merge(ana, first, second)

    assert [await found(ana, query) for query in OF_THE_SECOND] == [[first]] * 4
    assert await found(ana, NUMBER) == await found(ana, "luz peña") == [first]
    assert await matches(ana, a=OTHER) == await matches(ana, n="Marta Quispe") == [first]
    assert await known(ana, first) == {
        "legalName": "Luz Marina Peña", "aNumbers": [NUMBER, OTHER], "aliases": ["Marta Quispe", "Chata Mamani"],
    }  # fmt: skip

    await ana.do("undoMerge", mergeId=merge_id)

    assert [await found(ana, query) for query in OF_THE_SECOND] == [[second]] * 4
    assert await found(ana, NUMBER) == [first]
    assert await known(ana, first) == {"legalName": "Luz Marina Peña", "aNumbers": [NUMBER], "aliases": []}
    assert await known(ana, second) == {
        "legalName": "Marta Quispe", "aNumbers": [OTHER], "aliases": ["Chata Mamani"],
    }  # fmt: skip


async def test_a_third_caller_is_warned_with_the_number_of_the_case_that_is_kept(town: Town) -> None:
    ana, first, second = await two_files(town)
    await merge(ana, first, second)
    kept = (await ana.ask("query ($i: ID!) { node(id: $i) { ... on Case { shortId } } }", i=first))["node"]["shortId"]

    home = town.organizations["elm-city"]
    taken = await ana.do("takeInCase", organizationId=home, legalName="M. Quispe", aNumbers=[OTHER])

    assert taken["__typename"] == "Invalid" and kept in taken["message"]


async def test_what_is_typed_into_the_kept_case_is_known_there_and_what_is_taken_off_stays_off(town: Town) -> None:
    ana, first, second = await two_files(town)
    merge_id = await merge(ana, first, second)

    async def type_in(*numbers: str, **more: Any) -> None:
        revision = (await ana.ask("query ($i: ID!) { node(id: $i) { ... on Case { revision } } }", i=first))["node"]
        typed = await ana.do(
            "updateCase", caseId=first, expectedRevision=revision["revision"], aNumbers=list(numbers), **more
        )
        assert typed["__typename"] == "UpdateCasePayload", typed

    await type_in(OTHER, NUMBER, "201345333")
    await type_in(NUMBER, OTHER, "201345333", aliases=["Chata Mamani", "Luchi"])
    await ana.do("undoMerge", mergeId=merge_id)

    # What came since stays with the kept one, and the name that was taken off came back to nobody but whose it was.
    assert await known(ana, first) == {
        "legalName": "Luz Marina Peña", "aNumbers": [NUMBER, "201345333"], "aliases": ["Luchi"],
    }  # fmt: skip
    assert (await known(ana, second))["aNumbers"] == [OTHER]

    merge_id = await merge(ana, first, second)
    await type_in(NUMBER)
    await ana.do("undoMerge", mergeId=merge_id)
    assert (await known(ana, second))["aNumbers"] == []
    assert await found(ana, OTHER) == []


async def test_three_files_lead_to_the_last_and_are_parted_from_the_last(town: Town) -> None:
    ana, first, second = await two_files(town)
    third = await take_in(town, ana, "Luz Peña Quispe", aNumbers=["201345333"])
    earlier = await merge(ana, first, second)
    later = await merge(ana, third, first)

    assert [await found(ana, query) for query in (OTHER, NUMBER, "201345333", "chata")] == [[third]] * 4
    refused = await ana.do("undoMerge", mergeId=earlier)
    assert refused["__typename"] == "NotAllowedByState" and "merged into another since" in refused["message"]
    assert await found(ana, OTHER) == [third]

    await ana.do("undoMerge", mergeId=later)
    assert [await found(ana, query) for query in (OTHER, NUMBER, "201345333", "chata")] == [
        [first], [first], [third], [first],
    ]  # fmt: skip
    await ana.do("undoMerge", mergeId=earlier)
    assert [await found(ana, query) for query in (OTHER, NUMBER, "chata")] == [[second], [first], [second]]


async def test_who_reads_the_kept_case_finds_it_by_the_other_number_and_nobody_else_does(town: Town) -> None:
    ana, first, second = await two_files(town)
    luis, ben = await town.signed_in("attorney@demo.test"), await town.signed_in("attorney@other.test")
    await merge(ana, first, second)
    for seat in (luis, ben):
        assert [await found(seat, query) for query in OF_THE_SECOND] == [[]] * 4
        assert await matches(seat, a=OTHER) == []

    await ana.do("addToTeam", caseId=first, personId=town.person("attorney@demo.test"), role="ATTORNEY")
    await ana.do("shareCase", caseId=first, organizationId=town.organizations["shoreline"])
    await ana.do("addToTeam", caseId=first, personId=town.person("attorney@other.test"), role="ATTORNEY")

    for seat in (luis, ben):
        assert [await found(seat, query) for query in OF_THE_SECOND] == [[first]] * 4
        assert await matches(seat, a=OTHER) == [first]


async def test_a_wall_before_either_file_hides_both_from_every_way_to_find_them(town: Town) -> None:
    ana, first, second = await two_files(town)
    luis, attorney = await town.signed_in("attorney@demo.test"), town.person("attorney@demo.test")
    for case in (first, second):
        await ana.do("addToTeam", caseId=case, personId=attorney, role="ATTORNEY")
    raised = await ana.do("raiseWall", caseId=second, personId=attorney, reason=CONFLICT)
    assert raised["__typename"] == "RaiseWallPayload"
    assert await found(luis, NUMBER) == [first]

    await merge(ana, first, second)

    assert [await found(luis, query) for query in (NUMBER, "luz peña", *OF_THE_SECOND)] == [[]] * 6
    assert await matches(luis, a=OTHER) == await matches(luis, a=NUMBER) == []


async def test_the_number_people_say_leads_to_the_case_that_is_kept(town: Town) -> None:
    ana, first, second = await two_files(town)
    luis, attorney = await town.signed_in("attorney@demo.test"), town.person("attorney@demo.test")
    third = await take_in(town, ana, "Luz Peña Quispe")
    said = (await ana.ask("query ($i: ID!) { node(id: $i) { ... on Case { shortId } } }", i=second))["node"]["shortId"]
    opened = "query ($s: String!) { case(shortId: $s) { id } }"
    both = (opened, opened.replace("{ case", '{ __type(name: "Case") { name } case', 1))
    await ana.do("addToTeam", caseId=second, personId=attorney, role="ATTORNEY")

    async def leads(seat: Seat) -> Any:
        one, two = [(await seat.ask(document, s=said))["case"] for document in both]
        assert one == two and await found(seat, said) == ([one["id"]] if one else [])
        return one and one["id"]

    assert (await leads(ana), await leads(luis)) == (second, second)
    await merge(ana, first, second)
    assert (await leads(ana), await leads(luis)) == (first, first)
    last = await merge(ana, third, first)
    # Their seat went along, each time.
    assert (await leads(ana), await leads(luis)) == (third, third)
    await ana.do("raiseWall", caseId=first, personId=attorney, reason=CONFLICT)
    assert (await leads(ana), await leads(luis)) == (third, None)
    await ana.do("undoMerge", mergeId=last)
    assert (await leads(ana), await leads(luis)) == (first, None)


FACTS = """query ($i: ID!) { node(id: $i) { ... on Case { revision priority noPublicity client { publicName legalName
  aNumbers aliases birthDate nationality language minor } } } }"""


async def facts(seat: Seat, case: str) -> dict[str, Any]:
    told = (await seat.ask(FACTS, i=case))["node"]
    return {**told.pop("client"), **told}


async def test_what_is_chosen_of_the_other_file_stands_in_the_kept_one_until_they_are_parted(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    home = town.organizations["elm-city"]
    first, second = [
        (await ana.do("takeInCase", "case { id }", organizationId=home, **given))["case"]["id"]
        for given in (
            {"legalName": "Luz Peña", "publicName": "Luz P.", "birthDate": "1990", "language": "es",
             "aNumbers": [NUMBER], "nationality": "Peru"},
            {"legalName": "Marta Quispe", "publicName": "Marta", "birthDate": "2010-02-03", "language": "qu",
             "aNumbers": [OTHER], "priority": "URGENT"},
        )
    ]  # fmt: skip
    before = await facts(ana, first), await facts(ana, second)
    every = ["PUBLIC_NAME", "LEGAL_NAME", "A_NUMBERS", "BIRTH_DATE", "NATIONALITY", "LANGUAGE", "PRIORITY"]

    done = await ana.do("mergeCases", "merge { id }", keptCaseId=first, mergedCaseId=second, take=every)
    assert done["__typename"] == "MergeCasesPayload", done

    # What the other file does not know is not taken; a minor stays one, with no publicity.
    merged = await facts(ana, first)
    assert merged == {
        "publicName": "Marta", "legalName": "Marta Quispe", "aNumbers": [OTHER, NUMBER], "aliases": ["Luz Peña"],
        "birthDate": "2010-02-03", "nationality": "Peru", "language": "qu", "minor": True, "priority": "URGENT",
        "noPublicity": True, "revision": merged["revision"],
    }  # fmt: skip
    assert await found(ana, "luz pena") == await found(ana, "quispe") == [first]
    await ana.do("updateCase", caseId=first, expectedRevision=merged["revision"], language="ay")

    await ana.do("undoMerge", mergeId=done["merge"]["id"])

    # What was typed since stays, and so does the protection.
    kept, other = await facts(ana, first), await facts(ana, second)
    since = {"language": "ay", "minor": True, "noPublicity": True, "revision": kept["revision"]}
    assert kept == before[0] | since
    assert other == before[1] | {"revision": other["revision"]}


async def test_a_choice_that_would_show_a_surname_is_refused_and_nothing_is_merged(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    first = await take_in(town, ana, "Luz Marina Peña")
    second = await take_in(town, ana, "Rosa Luz", aNumbers=[OTHER])
    before = await facts(ana, first), await facts(ana, second)

    refused = await ana.do("mergeCases", keptCaseId=first, mergedCaseId=second, take=["LEGAL_NAME"])

    assert (refused["__typename"], refused["field"]) == ("Invalid", "publicName")
    assert (await facts(ana, first), await facts(ana, second)) == before
    assert await found(ana, OTHER) == [second]
