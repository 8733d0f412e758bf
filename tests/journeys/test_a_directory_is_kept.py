"""A group's directory: who does what, who was referred there, and schools' plans; and who goes to look."""

from __future__ import annotations

from typing import Any

from schema.organizations import Role
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.journeys.test_a_sighting_is_told import BEN, NOOR, hired
from tests.town import Town

HOURS: dict[str, Any] = {
    "towns": ["New Haven"], "days": ["MONDAY"], "onCallFrom": "08:00", "onCallUntil": "18:00",
    "timeZone": "America/New_York",
}  # fmt: skip
PANTRY: dict[str, Any] = {"name": "Harbor Pantry", "works": ["FOOD_AND_RENT", "HEALTH"], "towns": ["Hamden"],
                          "languages": ["ht"], "phone": "203-555-0101"}  # fmt: skip
SCHOOL = {
    "name": "Dixwell School", "town": "New Haven", "reviewedOn": "2026-11-20", "contactName": "Wanda Ferrero",
    "contactPhone": "203-555-0102", "whoToCall": "Noor", "plan": "Call the second contact.",
}  # fmt: skip
ALL = """{ listedGroups { id revision name works towns languages phone checkedOn }
  referrals { whom need agreement group { name } referredBy { name } }
  schools { id revision name contactName contactPhone whoToCall plan } }"""


async def refused(ground: Ground, seat: Any, verb: str, **given: Any) -> tuple[str, str | None]:
    """The kind of refusal and its field, when nothing has changed."""
    before = await every_row(ground)
    answer = await seat.do(verb, **given)
    assert not answer["__typename"].endswith("Payload"), answer
    assert await every_row(ground) == before
    return answer["__typename"], answer.get("field")


async def test_a_group_is_listed_corrected_referred_to_and_taken_out(town: Town, ground: Ground) -> None:
    noor, ben = await town.signed_in(NOOR), await town.signed_in(BEN)
    harbor = town.organizations["harbor"]
    made = await noor.do("listGroup", "group { id }", organizationId=harbor, **PANTRY)
    group = made["group"]["id"]
    referred = await noor.do(
        "referPerson", "referral { whom }", groupId=group, whom=" Xiomara ", need="Rent", agreement="IN_PERSON"
    )
    assert referred["referral"]["whom"] == "Xiomara"

    found = await noor.ask(ALL)
    (listed,) = found["listedGroups"]
    assert {**listed, "id": "", "revision": 0} == {
        "id": "", "revision": 0, "name": "Harbor Pantry", "works": ["FOOD_AND_RENT", "HEALTH"], "towns": ["Hamden"],
        "languages": ["ht"], "phone": "+12035550101", "checkedOn": "2026-11-23",
    }  # fmt: skip
    assert found["referrals"] == [
        {"whom": "Xiomara", "need": "Rent", "agreement": "IN_PERSON", "group": {"name": "Harbor Pantry"},
         "referredBy": {"name": "Noor Haddad"}}
    ]  # fmt: skip
    assert (await ben.ask(ALL))["listedGroups"] == [] and (await ben.ask(ALL))["referrals"] == []

    assert await refused(ground, noor, "listGroup", organizationId=harbor, **{**PANTRY, "name": " "}) == (
        "Invalid", "name"
    )  # fmt: skip
    assert await refused(ground, noor, "listGroup", organizationId=harbor, **{**PANTRY, "works": []}) == (
        "Invalid", "works"
    )  # fmt: skip
    assert await refused(ground, noor, "listGroup", organizationId=harbor, **{**PANTRY, "phone": "12"}) == (
        "Invalid", "phone"
    )  # fmt: skip
    assert await refused(ground, noor, "referPerson", groupId=group, whom="", agreement="IN_PERSON") == (
        "Invalid", "whom"
    )  # fmt: skip
    assert await refused(ground, ben, "referPerson", groupId=group, whom="X", agreement="IN_PERSON") == (
        "NotFound", None
    )  # fmt: skip

    await noor.do("correctListing", groupId=group, expectedRevision=0, **{**PANTRY, "towns": []})
    gone = await noor.do("delistGroup", groupId=group, expectedRevision=1)
    assert gone["__typename"] == "DelistGroupPayload", gone
    assert (await noor.ask(ALL))["listedGroups"] == [] and len((await noor.ask(ALL))["referrals"]) == 1
    assert (await refused(ground, noor, "referPerson", groupId=group, whom="X", agreement="IN_PERSON"))[0] == (
        "NotAllowedByState"
    )
    assert (await refused(ground, noor, "correctListing", groupId=group, expectedRevision=2, **PANTRY))[0] == (
        "NotAllowedByState"
    )


async def test_a_school_s_plan_is_kept_corrected_and_gone_with_its_key(town: Town, ground: Ground) -> None:
    noor, ben = await town.signed_in(NOOR), await town.signed_in(BEN)
    harbor = town.organizations["harbor"]
    made = await noor.do("keepSchool", "school { id }", organizationId=harbor, **SCHOOL)
    school = made["school"]["id"]
    (kept,) = (await noor.ask(ALL))["schools"]
    assert (kept["contactName"], kept["contactPhone"], kept["plan"]) == (
        "Wanda Ferrero", "+12035550102", "Call the second contact."
    )  # fmt: skip
    assert (await ben.ask(ALL))["schools"] == []
    stored = await ground.connection.fetchval("select contact_name from schools")
    assert b"Wanda" not in stored

    for wrong, field in (({"name": ""}, "name"), ({"town": ""}, "town"), ({"reviewedOn": "2027-01-01"}, "reviewedOn"),
                         ({"contactPhone": "1"}, "contactPhone"), ({"plan": "x" * 4001}, "plan")):  # fmt: skip
        given = {"organizationId": harbor, **SCHOOL, **wrong}
        assert await refused(ground, noor, "keepSchool", **given) == ("Invalid", field)

    await noor.do("correctSchool", schoolId=school, expectedRevision=0, **{**SCHOOL, "plan": "Another plan."})
    dropped = await noor.do("dropSchool", "schoolId", schoolId=school, expectedRevision=1)
    assert dropped["schoolId"] == school, dropped
    assert await ground.connection.fetchval("select count(*) from schools") == 0
    assert await ground.connection.fetchval("select count(*) from vault_keys where destroyed_at is not null") == 1


async def test_a_rapid_responder_is_enlisted_changed_and_dismissed(town: Town, ground: Ground) -> None:
    mae = await hired(town, "harbor", "mae@harbor.test", Role.COORDINATOR)
    ben = await town.signed_in(BEN)
    harbor = town.organizations["harbor"]
    uma = await steps.add(town, mae, "harbor", "SUPPORTER", "Uma Quist", "uma@home.example")
    mother = await steps.add(town, mae, "harbor", "FAMILY_CONTACT", "Rosa Rivera", "rosa@home.example")
    made = await mae.do("enlistResponder", "responder { id }", organizationId=harbor, personId=uma, **HOURS)
    responder = made["responder"]["id"]

    assert (await refused(ground, mae, "enlistResponder", organizationId=harbor, personId=uma, **HOURS))[0] == (
        "NotAllowedByState"
    )
    assert await refused(ground, mae, "enlistResponder", organizationId=harbor, personId=mother, **HOURS) == (
        "Invalid", "personId"
    )  # fmt: skip
    for wrong, field in (({"towns": [" "]}, "towns"), ({"days": []}, "days"), ({"onCallFrom": "noon"}, "onCallFrom"),
                         ({"towns": ["x" * 61]}, "towns"), ({"timeZone": "Nowhere/At"}, "timeZone")):  # fmt: skip
        given = {"responderId": responder, "expectedRevision": 0, **HOURS, **wrong}
        kind, said = await refused(ground, mae, "changeResponder", **given)
        assert (kind, said if field != "timeZone" else field) == ("Invalid", field)
    assert (await refused(ground, ben, "dismissResponder", responderId=responder, expectedRevision=0))[0] == "NotFound"

    changed = await mae.do(
        "changeResponder", "responder { towns onCallUntil }", responderId=responder, expectedRevision=0,
        **{**HOURS, "towns": ["Hamden", "Hamden "], "onCallUntil": "23:30"},
    )  # fmt: skip
    assert changed["responder"] == {"towns": ["Hamden"], "onCallUntil": "23:30"}
    await mae.do("dismissResponder", "responder { id }", responderId=responder, expectedRevision=1)
    assert (await mae.ask("{ responders { id } }"))["responders"] == []
    assert (await refused(ground, mae, "changeResponder", responderId=responder, expectedRevision=2, **HOURS))[0] == (
        "NotAllowedByState"
    )
