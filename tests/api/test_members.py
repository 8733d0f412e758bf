"""Members: an admin takes people on by a letter, changes what they are, and lets them go at once; nobody else does."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from casework.sign_in.sessions import CONFIRMED_FOR
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.town import PASSWORD, Seat, Town

ADMIN = "admin@demo.test"


async def members(seat: Seat) -> dict[str, set[str]]:
    found = await seat.ask("{ viewer { organization { members { role person { name } } } } }")
    held: dict[str, set[str]] = {}
    for one in found["viewer"]["organization"]["members"]:
        held.setdefault(one["person"]["name"], set()).add(one["role"])
    return held


async def admin(town: Town) -> Seat:
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    assert (await http.post("/session", json={"email": ADMIN, "password": PASSWORD})).status_code == 204
    return Seat(http)


def taking_on(town: Town, **other: Any) -> dict[str, Any]:
    return {
        "organizationId": town.organizations["elm-city"], "name": "Mirlande Baptiste", "email": "mirlande@demo.test",
        "roles": ["PARALEGAL"], "supervised": True, **other,
    }  # fmt: skip


async def test_somebody_taken_on_chooses_a_password_by_letter_and_is_let_go_at_once(town: Town) -> None:
    grace = await admin(town)

    taken = await grace.do("takeOnMember", "organization { name }", **taking_on(town))
    (letter,) = await town.deliver()

    assert taken["__typename"] == "TakeOnMemberPayload", taken
    assert (await members(grace))["Mirlande Baptiste"] == {"PARALEGAL"}
    part = letter.message.get_body(("plain",))
    assert part is not None and "Elm City Legal Aid" in part.get_content()
    secret = re.search(r"/welcome#([\w-]{43})", part.get_content())[1]  # type: ignore[index]
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    chosen = await http.post("/session/link/password", json={"secret": secret, "password": "nine slow boats in may"})
    assert chosen.status_code == 204
    new = Seat(http)
    viewer = (await new.ask("{ viewer { person { id } memberships { role } } }"))["viewer"]
    assert viewer["memberships"] == [{"role": "PARALEGAL"}]

    gone = await grace.do("letMemberGo", organizationId=town.organizations["elm-city"], personId=viewer["person"]["id"])

    assert gone["__typename"] == "LetMemberGoPayload", gone
    assert (await new.raw("{ viewer { language } }")).status_code == 401
    assert "Mirlande Baptiste" not in await members(grace)


async def test_roles_change_from_the_next_request_on(town: Town, ground: Ground) -> None:
    grace, ana = await admin(town), await town.signed_in("coordinator@demo.test")
    assert "takeInCase" in (await ana.ask("{ viewer { may } }"))["viewer"]["may"]

    changed = await grace.do(
        "changeRoles", organizationId=town.organizations["elm-city"], personId=town.person("coordinator@demo.test"),
        roles=["INTERPRETER"], supervised=False,
    )  # fmt: skip

    assert changed["__typename"] == "ChangeRolesPayload", changed
    assert "takeInCase" not in (await ana.ask("{ viewer { may } }"))["viewer"]["may"]
    assert (await members(grace))["Ana Okafor"] == {"INTERPRETER"}
    again = await grace.do(
        "changeRoles", organizationId=town.organizations["elm-city"], personId=town.person("coordinator@demo.test"),
        roles=["COORDINATOR"], supervised=True,
    )  # fmt: skip
    assert again["__typename"] == "ChangeRolesPayload", again
    assert (await members(grace))["Ana Okafor"] == {"COORDINATOR"}
    # That counsel's compartment closes is in the trail, though no role began or ended.
    closed = await grace.do(
        "changeRoles", organizationId=town.organizations["elm-city"], personId=town.person("coordinator@demo.test"),
        roles=["COORDINATOR"], supervised=False,
    )  # fmt: skip
    assert closed["__typename"] == "ChangeRolesPayload", closed
    entry = await ground.connection.fetchrow("select before, after from audit_entries where act = 'membership.changed'")
    assert (json.loads(entry["before"]), json.loads(entry["after"])["supervised"]) == ({"supervised": True}, False)


async def test_a_new_link_takes_the_place_of_the_first(town: Town, ground: Ground) -> None:
    grace = await admin(town)
    await grace.do("takeOnMember", **taking_on(town))
    (first,) = await town.deliver()
    found = await grace.ask("{ viewer { organization { members { person { id name } } } } }")
    person = next(
        one["person"]["id"] for one in found["viewer"]["organization"]["members"]
        if one["person"]["name"] == "Mirlande Baptiste"
    )  # fmt: skip

    sent = await grace.do("sendSignInLink", organizationId=town.organizations["elm-city"], personId=person)
    (second,) = await town.deliver()

    assert sent["__typename"] == "SendSignInLinkPayload", sent
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    opened = [
        (await http.post("/session/link", json={"secret": re.search(r"#([\w-]{43})", str(letter.message))[1]}))  # type: ignore[index]
        for letter in (first, second)
    ]
    assert [one.status_code for one in opened] == [410, 200]
    revoked = await ground.connection.fetch("select after from audit_entries where act = 'sign_in_link.revoked'")
    assert [json.loads(row["after"])["kind"] for row in revoked] == ["welcome"]
    never = await grace.do(
        "sendSignInLink", organizationId=town.organizations["elm-city"], personId=town.person("attorney@demo.test")
    )
    assert never["__typename"] == "NotAllowedByState"


async def test_whether_an_address_signs_in_elsewhere_is_told_to_its_owner_alone(town: Town) -> None:
    grace = await admin(town)

    taken = await grace.do("takeOnMember", **taking_on(town, email="coordinator@other.test"))
    (letter,) = await town.deliver()

    assert taken["__typename"] == "TakeOnMemberPayload"
    http = await town.nobody()
    http.headers["x-presencia"] = "1"
    secret = re.search(r"#([\w-]{43})", str(letter.message))[1]  # type: ignore[index]
    chosen = await http.post("/session/link/password", json={"secret": secret, "password": "nine slow boats in may"})
    assert (chosen.status_code, chosen.json()["field"]) == (422, "email")
    await town.signed_in("coordinator@other.test")


@pytest.mark.parametrize(
    ("verb", "given", "refusal"),
    [
        ("takeOnMember", {"roles": []}, "Invalid"),
        ("takeOnMember", {"name": " "}, "Invalid"),
        ("takeOnMember", {"email": "nonsense"}, "Invalid"),
        ("takeOnMember", {"language": "xx"}, "Invalid"),
        ("changeRoles", {"roles": []}, "Invalid"),
        ("changeRoles", {"email": "attorney@other.test", "roles": ["ADMIN"]}, "NotFound"),
        ("changeRoles", {"email": ADMIN, "roles": ["COORDINATOR"]}, "NotAllowedByState"),
        ("letMemberGo", {"email": ADMIN}, "NotAllowedByState"),
        ("letMemberGo", {"email": "advocate@demo.test"}, "NotFound"),
    ],
)
async def test_each_refusal_changes_nothing(
    town: Town, ground: Ground, verb: str, given: dict[str, Any], refusal: str
) -> None:
    grace = await admin(town)
    if verb == "takeOnMember":
        given = taking_on(town, **given)
    else:
        who = town.person(given.pop("email", "attorney@demo.test"))
        given = {"organizationId": town.organizations["elm-city"], "personId": who, **given}
        if verb == "changeRoles":
            given = {"supervised": False, **given}
    before = await every_row(ground)

    answer = await grace.do(verb, **given)

    assert (answer["__typename"], bool(answer["message"])) == (refusal, True)
    assert await every_row(ground) == before


@pytest.mark.parametrize("email", ["coordinator@demo.test", "attorney@demo.test", "coordinator@other.test"])
async def test_nobody_but_the_admin_and_not_without_confirming(town: Town, ground: Ground, email: str) -> None:
    other, grace = await town.signed_in(email), await admin(town)
    town.clock.now += CONFIRMED_FOR
    await grace.ask("{ viewer { language } }")
    before = await every_row(ground)
    person = {"organizationId": town.organizations["elm-city"], "personId": town.person("attorney@demo.test")}
    for verb, given in (
        ("takeOnMember", taking_on(town)),
        ("sendSignInLink", person),
        ("changeRoles", {**person, "roles": ["ADMIN"], "supervised": True}),
        ("letMemberGo", person),
    ):
        assert (await other.do(verb, **given))["__typename"] in {"NotPermitted", "NotFound"}
        assert (await grace.do(verb, **given))["__typename"] == "ConfirmFirst"
    assert await every_row(ground) == before
