"""Journey 1: a call comes in; the case exists; it is offered without identifying anyone; the file opens on
acceptance.
"""

from __future__ import annotations

from tests.journeys import steps
from tests.town import Town

SHEETS = """{ conflictSheets { id revision answer attorney { name } askedBy { name }
  contents { names relatives employers adverseParties } } }"""
CASE = """query ($id: ID!) { node(id: $id) { __typename ... on Case { shortId stage custodyStatus missing may
  client { publicName legalName aNumbers identityShown } whereNow { facility { name } } } } }"""


async def test_from_a_call_to_an_attorney_of_record(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    ines = await town.signed_in("attorney@other.test")
    case = await steps.take_in_mateo(town, ana)
    assert case["shortId"] == "C-10001"
    seen = (await ana.ask(CASE, id=case["id"]))["node"]
    assert seen["client"] == {
        "publicName": "Mateo R.",
        "legalName": "Mateo Rivera Cruz",
        "aNumbers": ["201345678"],
        "identityShown": True,
    }
    assert seen["whereNow"] is None and "Nobody knows where they are held." in seen["missing"]

    # Somebody else reports the same arrest, and spells it otherwise.
    matches = await ana.ask('{ possibleMatches(name: "Matteo Ribera") { likeness because case { shortId } } }')
    assert [match["case"]["shortId"] for match in matches["possibleMatches"]] == ["C-10001"]

    looked = await ana.do("recordCustody", "stint { id } case { id }", caseId=case["id"], source="LOCATOR", found=False)
    assert looked["stint"] is None
    await ana.do(
        "recordCustody",
        "stint { id }",
        caseId=case["id"],
        facilityId=town.facilities["PLYMOMA"],
        source="FACILITY_CALL",
    )
    await steps.schedule(town, ana, case["id"])

    offer = {
        "caseId": case["id"],
        "attorneyId": town.person("attorney@other.test"),
        "scope": "BOND_ONLY",
        "blurb": "Spanish-speaking young man in New England, no record, strong ties; bond hearing next week.",
    }
    refused = await ana.do("offerAssignment", **offer)
    assert refused["__typename"] == "NotCleared" and "consent to seek counsel" in refused["message"]
    given = await ana.do(
        "giveConsent",
        "consent { id }",
        caseId=case["id"],
        purpose="SEEK_COUNSEL",
        audience="ADVOCATES",
        nameForm="NONE",
        givenBy="CLIENT",
        language="es",
        expiresOn="2027-05-31",
    )
    assert given["__typename"] == "GiveConsentPayload", given
    named = await ana.do("offerAssignment", **{**offer, "blurb": "Mateo Rivera needs a lawyer for his bond hearing."})
    assert named["__typename"] == "Invalid" and named["field"] == "blurb"
    offered = await ana.do("offerAssignment", "assignment { id revision }", **offer)
    assert offered["__typename"] == "OfferAssignmentPayload", offered

    # The offer shows nothing that identifies, and opens nothing.
    asked = "{ offers { id revision case { id } offer { language region nextHearingKind blurb } } }"
    shown = await ines.ask(asked)
    assert shown["offers"][0]["case"] is None
    # One source is no place that anybody outside is told, not even its state; two are.
    assert shown["offers"][0]["offer"]["region"] is None
    await ana.do(
        "recordCustody", "stint { id }", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="FAMILY"
    )
    assert (await ines.ask(asked))["offers"][0]["offer"]["region"] == "MA"
    assert (await ines.ask(CASE, id=case["id"]))["node"] is None

    letters = await town.deliver()
    assert all("Rivera" not in letter.message.as_string() for letter in letters)

    # Her yes opens nothing: she is of another firm, and whether it conflicts is asked first.
    accepted = await ines.do(
        "acceptAssignment",
        "assignment { id revision state } case { shortId stage }",
        assignmentId=shown["offers"][0]["id"],
        expectedRevision=shown["offers"][0]["revision"],
    )
    assert accepted["assignment"]["state"] == "CHECKING" and accepted["case"] is None
    assert (await ines.ask(CASE, id=case["id"]))["node"] is None
    asked = (await ana.ask("{ tasks { edges { node { title } } } }"))["tasks"]["edges"]
    assert "Ines Duarte said yes" in str(asked)

    # The sheet says names, to one person, until they answer.
    sent = await ana.do(
        "sendConflictSheet",
        "sheet { id found answer contact { name } }",
        assignmentId=accepted["assignment"]["id"],
        expectedRevision=accepted["assignment"]["revision"],
        relatives=["Rosa Rivera"],
        adverseParties=["Southside Car Wash"],
    )
    assert sent["sheet"]["contact"] == {"name": "Ines Duarte"} and sent["sheet"]["found"] is None, sent
    sheets = (await ines.ask(SHEETS))["conflictSheets"]
    assert sheets[0]["contents"] == {
        "names": ["Mateo Rivera Cruz"],
        "relatives": ["Rosa Rivera"],
        "employers": [],
        "adverseParties": ["Southside Car Wash"],
    }
    assert (await ines.ask(CASE, id=case["id"]))["node"] is None
    answered = await ines.do(
        "answerConflictSheet",
        "sheet { answer contents { names } }",
        sheetId=sheets[0]["id"],
        expectedRevision=sheets[0]["revision"],
        answer="CLEAR",
    )
    assert answered["sheet"]["answer"] == "CLEAR"

    # Clear: the file opens.
    opened = (await ines.ask(CASE, id=case["id"]))["node"]
    assert (opened["shortId"], opened["stage"]) == ("C-10001", "REPRESENTED")
    assert (await ines.ask(CASE, id=case["id"]))["node"]["client"]["legalName"] == "Mateo Rivera Cruz"


async def test_two_reports_of_one_arrest_become_one_case_and_come_apart_again(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    first = await steps.take_in_mateo(town, ana)
    second = await steps.take_in_mateo(town, ana, aNumbers=[], publicName="Matteo")
    hearing = await steps.schedule(town, ana, second["id"])
    listing = "query ($id: ID!) { node(id: $id) { ... on Case { hearings { id } nextOccasionAt mergedInto { id } } } }"
    before = [(await ana.ask(listing, id=one["id"]))["node"] for one in (first, second)]

    merged = await ana.do(
        "mergeCases", "merge { id } case { hearings { id } }", keptCaseId=first["id"], mergedCaseId=second["id"]
    )

    assert merged["case"]["hearings"] == [{"id": hearing["id"]}]
    undone = await ana.do("undoMerge", "case { id }", mergeId=merged["merge"]["id"])
    assert undone["__typename"] == "UndoMergePayload", undone
    assert [(await ana.ask(listing, id=one["id"]))["node"] for one in (first, second)] == before


async def test_a_surname_in_the_public_name_is_refused_and_no_case_is_made(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")

    refused = await ana.do(
        "takeInCase",
        organizationId=town.organizations["elm-city"],
        legalName="Mateo Rivera Cruz",
        publicName="Mateo Rivera",
    )

    assert refused["__typename"] == "Invalid" and refused["field"] == "publicName"
    assert (await ana.ask("{ cases { edges { node { id } } count } }"))["cases"] == {"edges": [], "count": 0}


async def test_an_a_number_that_another_case_holds_is_refused_and_no_case_is_made(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    await steps.take_in_mateo(town, ana)

    refused = await ana.do("takeInCase", organizationId=town.organizations["elm-city"], aNumbers=["201345678"])

    assert refused["__typename"] == "Invalid" and "C-10001" in refused["message"]
    assert (await ana.ask("{ cases { count } }"))["cases"]["count"] == 1


async def test_whoever_belongs_to_an_organization_the_case_is_shared_with_can_join_its_team(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    choose = "query ($case: ID) { people(kinds: [STAFF], caseId: $case) { edges { node { name } } } }"

    async def names(**variables: str) -> set[str]:
        return {edge["node"]["name"] for edge in (await ana.ask(choose, **variables))["people"]["edges"]}

    ours = {"Grace Adeyemi", "Ana Okafor", "Luis Prado"}
    assert await names(case=case["id"]) == ours
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])

    assert await names(case=case["id"]) == ours | {"Noor Haddad"}
    assert await names() == ours
    joined = await ana.do(
        "addToTeam", "member { role }", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE"
    )
    assert joined["__typename"] == "AddToTeamPayload", joined
