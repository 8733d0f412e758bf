"""Who is told what of bond: the track and the law for the legal team, why DHS holds somebody for counsel, the amount
for whom the client agreed to have it told.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select, update

from api.nodes import parts
from bench.paths import Paths
from casework import actors
from schema.audit import AuditEntry
from schema.bond import BondGrounds, BondStep
from schema.organizations import Membership
from tests.journeys import steps
from tests.lived_in import town as lived_in
from tests.town import Seat, Town, words

TRACK = """query ($day: Date) { cases { edges { node { id
  bond { stage revision nextStages steps { stage on amount obligor receipt details dhsCustody reservesAppeal } clocks { kind due state authority } }
  bondAmount { amount } bondFund { link } bondGrounds { basis entry charges }
  bondEligibility(asOf: $day) { asOf facility state circuit stance narrowed gaps arguments { key side ifTheirs } burden { on } }
} } } }"""  # noqa: E501


async def mateo(seat: Seat, day: str | None = None) -> Any:
    return (await seat.ask(TRACK, day=day))["cases"]["edges"][0]["node"]


async def unsupervised(town: Town) -> Seat:
    """Ana without the key to counsel's compartment."""
    async with town.database.transaction(actors.OPERATOR) as tx:
        ana = town.staff["coordinator@demo.test"]
        await tx.session.execute(update(Membership).where(Membership.person_id == ana).values(supervised=False))
    return await town.signed_in("coordinator@demo.test")


def keys(found: Any) -> dict[str, bool]:
    return {one["key"]: one["ifTheirs"] for one in found["bondEligibility"]["arguments"]}


async def test_the_legal_team_sees_the_track_whole_with_its_clocks(lived_in: Town) -> None:
    found = await mateo(await lived_in.signed_in("attorney@demo.test"))

    bond = found["bond"]
    assert bond["stage"] == "POSTED"
    assert [(one["stage"], one["amount"]) for one in bond["steps"]] == [
        ("REQUESTED", None), ("GRANTED", 7500), ("PAYING", None), ("POSTED", None)
    ]  # fmt: skip
    assert bond["steps"][3]["obligor"] == "Carmen Vidal" and bond["steps"][3]["receipt"] == "BND-4471"
    # Wednesday the 18th: a business day to stay, thirty days to appeal.
    assert {one["kind"]: (one["due"], one["state"]) for one in bond["clocks"]} == {
        "STAY_TO_BE_FILED": ("2026-11-19", "PASSED"), "APPEAL": ("2026-12-18", "RUNNING")
    }  # fmt: skip
    # The release is recorded in the detention history.
    assert "RELEASED" not in bond["nextStages"]


async def test_counsel_s_facts_narrow_the_arguments_for_counsel_and_leak_to_nobody_else(lived_in: Town) -> None:
    luis = await mateo(await lived_in.signed_in("attorney@demo.test"), "2025-12-20")
    ana = await mateo(await unsupervised(lived_in), "2025-12-20")

    assert luis["bondGrounds"] == {
        "basis": "INA_235_B_2", "entry": "WITHOUT_INSPECTION", "charges": "NOT_LISTED"
    }  # fmt: skip
    assert luis["bondEligibility"]["narrowed"] and "q-li" not in keys(luis) and "laken-riley" not in keys(luis)
    assert keys(luis)["yajure-hurtado"] is False
    # She sees what anybody could read in the file of authorities, and not that anything is known.
    assert ana["bondGrounds"] is None
    assert ana["bondEligibility"]["narrowed"] is False
    assert {"q-li", "laken-riley", "yajure-hurtado", "ina-241"} <= set(keys(ana))
    assert set(keys(ana).values()) == {True}
    assert ana["bondEligibility"]["gaps"] == luis["bondEligibility"]["gaps"]


async def test_what_she_is_told_is_the_same_whatever_counsel_wrote(lived_in: Town) -> None:
    ana = await unsupervised(lived_in)
    luis = await lived_in.signed_in("attorney@demo.test")
    before = await mateo(ana, "2026-07-10")

    for grounds in ({"entry": "ARRIVING", "basis": "INA_235_B_1"}, {"charges": "LISTED"}, {}):
        done = await luis.do("recordBondGrounds", caseId=before["id"], **grounds)
        assert done["__typename"] == "RecordBondGroundsPayload", done

        assert await mateo(ana, "2026-07-10") == before


async def test_the_law_is_that_of_where_they_were_held_on_that_day(lived_in: Town) -> None:
    town = lived_in
    ana, luis = [await town.signed_in(one) for one in ("coordinator@demo.test", "attorney@demo.test")]
    case = (await mateo(luis))["id"]
    moved = await ana.do(
        "recordTransfer", caseId=case, facilityId=town.facilities["WINNCLA"], arrivedAt="2026-11-22T18:00",
        source="LOCATOR",
    )  # fmt: skip
    assert moved["__typename"] == "RecordTransferPayload", moved

    held = {
        day: (await mateo(luis, day))["bondEligibility"] for day in ("2026-11-19", "2026-11-21", "2026-11-22", None)
    }

    assert [(one["state"], one["circuit"]) for one in held.values()] == [
        (None, None), ("MA", "1"), ("LA", "5"), ("LA", "5")
    ]  # fmt: skip
    assert "PLACE" in held["2026-11-19"]["gaps"]
    assert held["2026-11-21"]["burden"]["on"] == "GOVERNMENT"
    assert held[None]["burden"]["on"] == "DETAINED_PERSON"
    fifth = {one["key"] for one in held[None]["arguments"]} - {one["key"] for one in held["2026-11-21"]["arguments"]}
    assert fifth == {"buenrostro-mendez", "fifth-circuit-90-days"}
    assert {one["stance"] for one in held.values()} == {"CONTESTED"}


@pytest.mark.parametrize("email", ["coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"])
@pytest.mark.parametrize("day", [None, "2025-12-20", "2026-11-21"])
async def test_both_paths_say_the_same_of_bond(lived_in: Town, email: str, day: str | None) -> None:
    town = lived_in
    secrets = {person: town.sessions[one] for one, person in town.staff.items()}
    paths = Paths(town.database, town.settings, secrets)
    asked = TRACK.replace("cases { edges { node {", 'case(shortId: "C-10001") {').replace("} } } }", "} }")
    asked = asked.replace(
        "bondEligibility(", 'other: bondEligibility(asOf: "2025-08-20") { asOf stance } bondEligibility('
    )

    data, errors = await paths.ordinary(town.staff[email], asked, {"day": day})

    assert not errors
    assert await paths.woven(town.staff[email], asked, {"day": day}) == data


async def test_advocates_are_told_the_amount_on_a_consent_of_its_own_and_nothing_else(lived_in: Town) -> None:
    town = lived_in
    ana, noor = [await town.signed_in(one) for one in ("coordinator@demo.test", "advocate@demo.test")]
    case = (await mateo(ana))["id"]
    agreed: dict[str, Any] = {
        "caseId": case, "purpose": "FILL_COURTROOM", "audience": "ADVOCATES", "nameForm": "NONE", "place": True,
        "givenBy": "CLIENT", "language": "es", "expiresOn": "2027-05-31",
    }  # fmt: skip
    nothing = dict.fromkeys(("bond", "bondAmount", "bondFund", "bondGrounds", "bondEligibility")) | {"id": case}
    assert await mateo(noor) == nothing

    await ana.do("giveConsent", **agreed)
    assert await mateo(noor) == nothing
    given = await ana.do("giveConsent", "consent { id revision bond }", **agreed, bond=True)
    assert await mateo(noor) == nothing | {"bondAmount": {"amount": 7500}}
    narrowed = await ana.do(
        "narrowConsent", consentId=given["consent"]["id"], expectedRevision=given["consent"]["revision"], bond=False
    )
    assert narrowed["__typename"] == "NarrowConsentPayload", narrowed

    assert await mateo(noor) == nothing


async def pages(town: Town, ana: Seat, node: Any) -> dict[str, str]:
    """Three who were asked, and where the page behind each one's link is."""
    hearing, action = node["hearings"][0]["occasion"]["id"], node["actions"][0]["occasion"]["id"]
    found = {}
    asked = [
        ("OFFICIAL", "Alder Kim Lee", action),
        ("SUPPORTER", "Sam Hill", action),
        ("FAMILY_CONTACT", "Pilar Soto", hearing),
    ]
    for kind, name, occasion in asked:
        address = f"{name.split()[0].lower()}@home.example"
        person = await steps.add(town, ana, "elm-city", kind, name, address)
        if kind == "FAMILY_CONTACT":
            await ana.do("nameContact", caseId=node["id"], personId=person, relation="aunt", namedByClient=True)
        await ana.do("invite", occasionId=occasion, personIds=[person])
        (letter,) = [one for one in await town.deliver() if address in str(one.message["To"])]
        text = words(letter)
        # What is kept says neither: it stands behind the link alone.
        assert "7,500" not in text and "fund.example" not in text
        path = re.search(r"/a/[\w-]{20,}", text)
        assert path
        found[kind] = path.group()
    return found


async def told(town: Town, paths: dict[str, str]) -> dict[str, tuple[bool, bool]]:
    """On each page: the amount, and where to give."""
    nobody = await town.nobody()
    said = {kind: (await nobody.get(path)).text for kind, path in paths.items()}
    return {kind: ("$7,500" in text, "https://fund.example.org" in text) for kind, text in said.items()}


async def test_behind_a_link_the_amount_and_the_fund_go_with_the_consent_and_the_family_keeps_the_amount(
    lived_in: Town,
) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    asked = """{ cases { edges { node {
      id hearings { occasion { id } } actions { occasion { id } } consents { id revision }
    } } } }"""
    node = (await ana.ask(asked))["cases"]["edges"][0]["node"]
    paths = await pages(town, ana, node)
    assert await told(town, paths) == {
        "OFFICIAL": (True, False), "SUPPORTER": (False, True), "FAMILY_CONTACT": (True, False)
    }  # fmt: skip

    for consent in node["consents"]:
        narrowed = await ana.do(
            "narrowConsent", consentId=consent["id"], expectedRevision=consent["revision"], bond=False
        )
        assert narrowed["__typename"] == "NarrowConsentPayload", narrowed

    assert await told(town, paths) == {
        "OFFICIAL": (False, False), "SUPPORTER": (False, False), "FAMILY_CONTACT": (True, False)
    }  # fmt: skip


async def test_once_released_the_amount_is_no_outsider_s_to_see(lived_in: Town) -> None:
    town = lived_in
    ana, noor = [await town.signed_in(one) for one in ("coordinator@demo.test", "advocate@demo.test")]
    case = (await mateo(ana))["id"]
    await steps.consent(ana, case, "FILL_COURTROOM", "ADVOCATES")
    assert (await mateo(noor))["bondAmount"] == {"amount": 7500}

    released = await ana.do(
        "recordRelease", caseId=case, releasedAt="2026-11-23T08:00", timeZone="America/New_York",
        reason="BONDED_OUT_JUDGE", source="COUNSEL",
    )  # fmt: skip
    assert released["__typename"] == "RecordReleasePayload", released

    assert (await mateo(noor))["bondAmount"] is None
    assert (await mateo(ana))["bond"]["stage"] == "RELEASED"


async def test_who_opened_why_dhs_holds_them_and_who_posted_it_is_in_the_trail(lived_in: Town) -> None:
    town = lived_in
    found = await mateo(await town.signed_in("attorney@demo.test"))
    await mateo(await unsupervised(town))

    async with town.database.transaction(actors.OPERATOR) as tx:
        views = list(
            await tx.session.scalars(
                select(AuditEntry).where(AuditEntry.act == "viewed", AuditEntry.case_id == parts(found["id"])[1])
            )
        )
    luis, ana = (town.staff[one] for one in ("attorney@demo.test", "coordinator@demo.test"))
    seen = {who: {field for one in views if one.actor_id == who for field in one.fields or ()} for who in (luis, ana)}
    mine = {"bond_steps.obligor", "bond_steps.receipt", "bond_steps.details", "bond_amounts.amount"}
    assert mine | {"bond_grounds.grounds"} <= seen[luis]
    assert mine <= seen[ana] and "bond_grounds.grounds" not in seen[ana]


async def test_what_is_sealed_of_bond_stands_in_no_column_in_clear(lived_in: Town) -> None:
    async with lived_in.database.transaction(actors.OPERATOR) as tx:
        rows = [*await tx.session.scalars(select(BondStep)), *await tx.session.scalars(select(BondGrounds))]
        said = " ".join(str(vars(row)) for row in rows)
    for word in ("Carmen", "BND-4471", "check-ins", "without_inspection", "235(b)(2)", "not_listed"):
        assert word not in said


__all__ = ["lived_in"]
