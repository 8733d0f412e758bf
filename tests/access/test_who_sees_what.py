"""Who sees what: DOMAIN §3.3, cell by cell, for the fields that exist, as each audience is really answered.

F in full, M masked, ``–`` nothing. The tables are written by hand from the design and know nothing of the product's.
"""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import update

from casework import actors
from casework.access import MASKED, MATRIX, Field, Shown
from schema.invitations import Audience
from schema.organizations import Membership
from tests.journeys import steps, volunteers
from tests.town import Seat, Town

WHOLE = """{ cases { edges { node {
  client { publicName hasPublicName legalName aNumbers aliases birthDate countryOfBirth nationality gender language }
  whereNow { facility { name } } whereabouts { facility { name } } custody { facility { name } }
  hearings { interpreterLanguage occasion { startsAt } } consents { language }
  notes { body } privilegedNotes { body } intake { callerName arrestPlace told } contacts { relation person { name } }
  bond { steps { obligor } } bondAmount { amount }
  deadlines { rule name }
  actions { state title invitations { state person { name } } } trail { edges { node { act } } }
} } }
offers { blurb case { id } offer { language region country nextHearingDate } } }"""

#: What is asked, in the order of the columns: each field, and its value in full.
FIELDS = (
    "legal", "public", "A-number", "born", "country", "facility", "custody", "hearing", "notes", "strategy",
    "intake", "contacts", "drafts", "attendees", "deadlines", "readers", "bond", "obligor", "language",
)  # fmt: skip
AUDIENCES = {
    # leg pub A# born cty fac cus hear note strat int cont draft att due read bond obl lang
    "supervised coordinator": "F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F  F",
    "coordinator":            "F  F  F  F  F  F  F  F  F  –  F  F  F  F  F  F  F  F  F",
    "attorney of record":     "F  F  F  F  F  F  F  F  F  F  F  F  F  M  F  F  F  F  F",
    "attorney, offered":      "–  M  –  –  F  M  –  M  –  –  –  –  –  –  –  –  –  –  F",
    "advocate":               "–  –  –  –  –  –  –  –  –  –  –  –  F  M  –  –  –  –  –",
    "advocate, consented":    "–  F  –  –  –  F  –  F  –  –  –  –  F  M  –  –  F  –  –",
    "admin":                  "–  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –",
    "another provider":       "–  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –",
}  # fmt: skip
OUTSIDE = {
    # The page behind a link says a name, a slot and a court; and where the client is, as near as they may be told.
    # What a contact knows anyway (legal name, birth, country) it has no field for: it would be a leak and no help.
    "official":               "–  F  –  –  –  M  –  F  –  –  –  –  –  –  –  –  F  –  –",
    "supporter":              "–  F  –  –  –  –  –  F  –  –  –  –  –  –  –  –  M  –  –",
    "family contact":         "–  F  –  –  –  F  M  F  –  –  –  –  –  –  –  –  F  –  –",
    "family, named by nobody": "–  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –",
    # The page of a shift: of the name only letters, and of one client at a time.
    "date checker":           "M  –  F  –  F  –  –  F  –  –  –  –  –  –  –  –  –  –  –",
    "date checker, whose shift is over": "–  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –  –",
}  # fmt: skip
WORDS = {
    "legal": "Rivera Cruz", "public": "Mateo R.", "A-number": "201345678", "born": "1998-05-04", "country": "Honduras",
    "facility": "Plymouth", "custody": "Plymouth", "hearing": "9:00", "notes": "Called the jail",
    "strategy": "Strategy.", "intake": "car wash", "contacts": "mother", "drafts": "Still a draft",
    "attendees": "Mayor Elena Reyes", "deadlines": "charging_decision", "readers": "viewed", "bond": "7,500",
    "obligor": "Carmen Vidal", "language": "Kanjobal",
}  # fmt: skip


#: What is asked here, as the printed matrix calls it.
PRINTED = {
    "legal": Field.LEGAL_NAME, "public": Field.PUBLIC_NAME, "A-number": Field.A_NUMBER, "born": Field.BIRTH,
    "country": Field.COUNTRY, "facility": Field.FACILITY, "custody": Field.CUSTODY_HISTORY,
    "hearing": Field.HEARING_DETAINED, "notes": Field.NOTES, "strategy": Field.PRIVILEGED_NOTES,
    "intake": Field.INTAKE, "contacts": Field.CONTACTS, "drafts": Field.ACTION_DRAFT, "attendees": Field.ATTENDEES,
    "deadlines": Field.DEADLINES, "readers": Field.READERS, "bond": Field.BOND_AMOUNT, "obligor": Field.OBLIGOR,
    "language": Field.LANGUAGE,
}  # fmt: skip
#: Through whose eyes, whether with the compartment's key, and whether the client agreed.
EYES = {
    "supervised coordinator": (Audience.COORDINATOR, True, False), "coordinator": (Audience.COORDINATOR, False, False),
    "attorney of record": (Audience.ATTORNEY, True, False), "attorney, offered": (Audience.POOL_ATTORNEY, False, False),
    "advocate": (Audience.ADVOCATE, False, False), "advocate, consented": (Audience.ADVOCATE, False, True),
}  # fmt: skip


def test_what_is_expected_here_is_what_the_printed_matrix_says() -> None:
    for who, (audience, key, consent) in EYES.items():
        for name, expected in cells(AUDIENCES)[who].items():
            cell = MATRIX[PRINTED[name]].get(audience, Shown.NOTHING)
            said = {Shown.IF_COUNSEL: "F" if key else "–", Shown.WITH_CONSENT: "F" if consent else "–"}
            # By a sheet to one named contact, and by nothing else (test_who_sees_a_conflict_sheet).
            said[Shown.ON_SHEET] = "–"
            assert said.get(cell, cell.value) == expected, (who, name)
    masked = {
        (field, audience) for field, row in MATRIX.items() for audience, cell in row.items() if cell is Shown.MASKED
    }
    assert masked == set(MASKED)


def cells(table: dict[str, str]) -> dict[str, dict[str, str]]:
    return {audience: dict(zip(FIELDS, row.split(), strict=True)) for audience, row in table.items()}


def answered(found: Any) -> dict[str, str]:
    """Each field as F, M or – in one answer about Mateo."""
    if not found["cases"]["edges"]:
        return {name: _offered(found["offers"]).get(name, "–") for name in FIELDS}
    (edge,) = found["cases"]["edges"]
    node, client = edge["node"], edge["node"]["client"]
    guests = [guest for one in node["actions"] for guest in one["invitations"]]
    said: dict[str, Any] = {
        "legal": client["legalName"],
        "public": client["hasPublicName"] and client["publicName"],
        "A-number": client["aNumbers"],
        "born": client["birthDate"],
        "country": client["countryOfBirth"],
        "facility": node["whereabouts"],
        "custody": node["custody"],
        "notes": node["notes"],
        "strategy": node["privilegedNotes"],
        "intake": node["intake"],
        "contacts": node["contacts"],
        "drafts": [one["title"] for one in node["actions"] if one["state"] == "DRAFT"],
        "attendees": [guest["person"] for guest in guests if guest["person"]],
        "bond": node["bondAmount"] and f"{node['bondAmount']['amount']:,}",
        "obligor": node["bond"] and [one["obligor"] for one in node["bond"]["steps"] if one["obligor"]],
        "deadlines": node["deadlines"],
        "language": [
            word
            for word in (
                client["language"],
                *(one["interpreterLanguage"] for one in node["hearings"]),
                *(one["language"] for one in node["consents"]),
            )
            if word
        ],
    }
    shown = {name: "–" if not value else "F" if WORDS[name] in str(value) else "M" for name, value in said.items()}
    if guests and shown["attendees"] == "–":
        shown["attendees"] = "M"
    starts = [hearing["occasion"]["startsAt"] for hearing in node["hearings"]]
    shown["hearing"] = "F" if any(one.startswith("2026-12-02T14:00") for one in starts) else "M" if starts else "–"
    shown["readers"] = "F" if node["trail"] else "–"
    return shown


def _offered(offers: list[Any]) -> dict[str, str]:
    """An offer: a state and not a facility, a day and not an hour, and no case behind it."""
    shown: dict[str, str] = {}
    for one in offers:
        assert one["case"] is None
        # The country and what they speak is all that is told of who they are.
        assert not any(words in str(one) for name, words in WORDS.items() if name not in ("country", "language"))
        offer = one["offer"]
        shown |= {"language": "F"} if offer["language"] == WORDS["language"] else {}
        shown |= {"facility": "M"} if offer["region"] == "MA" else {}
        shown |= {"hearing": "M"} if offer["nextHearingDate"] == "2026-12-02" else {}
        # No name at all: what stands for one is a sentence that identifies nobody.
        shown |= {"public": "M"} if one["blurb"] else {}
        shown |= {"country": "F"} if offer["country"] else {}
    return shown


async def test_each_audience_is_shown_each_field_as_the_design_says(lived_in: Town) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    found = await ana.ask("{ cases { edges { node { id revision } } } }")
    case = found["cases"]["edges"][0]["node"]
    changed = await ana.do(
        "updateCase", caseId=case["id"], expectedRevision=case["revision"], birthDate="1998-05-04",
        language=WORDS["language"],
    )  # fmt: skip
    assert changed["__typename"] == "UpdateCasePayload", changed
    await _interpreted(town, ana, case["id"])
    drafted = await ana.do(
        "draftAction", organizationId=town.organizations["elm-city"], caseId=case["id"], kind="VIGIL",
        title="Still a draft", audiences=[], startsAt="2026-12-05T18:00", timeZone="America/New_York",
    )  # fmt: skip
    assert drafted["__typename"] == "DraftActionPayload", drafted
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    offered = await ana.do(
        "offerAssignment", caseId=case["id"], attorneyId=town.person("attorney@other.test"), scope="BOND_ONLY",
        blurb="A young man, Spanish-speaking, held in New England; bond hearing soon.",
    )  # fmt: skip
    assert offered["__typename"] == "OfferAssignmentPayload", offered

    async def seen(email: str) -> dict[str, str]:
        return answered(await (await town.signed_in(email)).ask(WHOLE))

    shown = {
        "supervised coordinator": await seen("coordinator@demo.test"),
        "attorney of record": await seen("attorney@demo.test"),
        "attorney, offered": await _of_mateo(await town.signed_in("attorney@other.test")),
        "advocate": await seen("advocate@demo.test"),
        "admin": await seen("admin@demo.test"),
        "another provider": await _of_mateo(await town.signed_in("coordinator@other.test")),
    }
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    shown["advocate, consented"] = await seen("advocate@demo.test")
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Membership)
            .where(Membership.person_id == town.staff["coordinator@demo.test"])
            .values(supervised=False)
        )
    shown["coordinator"] = await seen("coordinator@demo.test")

    expected = cells(AUDIENCES)
    assert {
        f"{audience}: {name}": (shown[audience][name], said)
        for audience, row in expected.items()
        for name, said in row.items()
        if shown[audience][name] != said
    } == {}


async def _interpreted(town: Town, ana: Seat, case_id: str) -> None:
    """A later hearing and a consent, both in the client's own language."""
    opened = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case_id, kind="WITHHOLDING_ONLY", courtId=town.courts["HAR"]
    )
    scheduled = await ana.do(
        "scheduleHearing", caseId=case_id, proceedingId=opened["proceeding"]["id"], kind="MASTER_HEARING",
        startsAt="2026-12-22T09:00", interpreterLanguage=WORDS["language"],
    )  # fmt: skip
    assert scheduled["__typename"] == "ScheduleHearingPayload", scheduled
    given = await ana.do(
        "giveConsent", caseId=case_id, purpose="SEEK_COUNSEL", audience="ADVOCATES", nameForm="NONE",
        givenBy="CLIENT", language=WORDS["language"], expiresOn="2027-05-31",
    )  # fmt: skip
    assert given["__typename"] == "GiveConsentPayload", given


async def test_what_the_client_speaks_is_told_by_no_hearing_and_no_consent_but_to_the_legal_team(
    lived_in: Town,
) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    case = (await ana.ask("{ cases { edges { node { id } } } }"))["cases"]["edges"][0]["node"]
    await _interpreted(town, ana, case["id"])
    # With this consent the advocate reads the hearings.
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "ADVOCATES")
    asked = """{ cases { edges { node {
      client { language } hearings { interpreterLanguage } consents { language }
    } } } %s }"""

    # By both paths: the second is what the ordinary executor makes of it.
    for also in ("", "__schema { queryType { name } }"):
        told = {}
        for email in ("coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"):
            found = (await (await town.signed_in(email)).ask(asked % also))["cases"]["edges"][0]["node"]
            assert found["hearings"] and found["consents"], email
            told[email] = [
                found["client"]["language"],
                *{one["interpreterLanguage"] for one in found["hearings"]},
                *sorted({one["language"] for one in found["consents"]}, key=str),
            ]
        assert told.pop("advocate@demo.test") == [None, None, None]
        for words in told.values():
            assert words[0] == "es" and WORDS["language"] in words[1:-2] and words[-2:] == [WORDS["language"], "es"]


async def _of_mateo(seat: Seat) -> dict[str, str]:
    """What somebody elsewhere is told, beside their own case."""
    found = await seat.ask(WHOLE)
    for edge in found["cases"]["edges"]:
        assert "Rivera" not in str(edge) and "Mateo" not in str(edge)
    found["cases"]["edges"] = []
    found["offers"] = [one for one in found["offers"] if "young man" in one["blurb"]]
    return answered(found)


async def test_each_page_behind_a_link_says_what_its_audience_may_know(lived_in: Town) -> None:
    town = lived_in
    ana = await town.signed_in("coordinator@demo.test")
    nobody = await town.nobody()
    found = await ana.ask(
        "{ cases { edges { node { id revision hearings { occasion { id } } actions { occasion { id } } } } } }"
    )
    case = found["cases"]["edges"][0]["node"]
    spoken = await ana.do(
        "updateCase", caseId=case["id"], expectedRevision=case["revision"], language=WORDS["language"]
    )
    assert spoken["__typename"] == "UpdateCasePayload", spoken
    hearing, action = case["hearings"][0]["occasion"]["id"], case["actions"][0]["occasion"]["id"]
    people = {
        "official": ("OFFICIAL", "Alder Kim Lee", action),
        "supporter": ("SUPPORTER", "Sam Hill", action),
        "family contact": ("FAMILY_CONTACT", "Pilar Soto", hearing),
        "family, named by nobody": ("FAMILY_CONTACT", "Eve Stone", hearing),
    }
    shown = {}
    for audience, (kind, name, occasion) in people.items():
        address = f"{name.split()[0].lower()}@home.example"
        person = await steps.add(town, ana, "elm-city", kind, name, address)
        if audience == "family contact":
            await ana.do("nameContact", caseId=case["id"], personId=person, relation="aunt", namedByClient=True)
        asked = await ana.do("invite", occasionId=occasion, personIds=[person])
        letters = await town.deliver()
        said = ""
        if asked["__typename"] == "InvitePayload":
            (letter,) = [one for one in letters if name.split()[0].lower() in str(one.message["To"]).lower()]
            body = letter.message.get_body(("plain",))
            assert body is not None
            # What is kept by whoever gets it says no name to an office.
            if audience == "official":
                assert "Mateo" not in body.get_content() and "Mateo" not in str(letter.message["Subject"])
            path = re.search(r"/a/[\w-]{20,}", body.get_content())
            assert path
            said = (await nobody.get(path.group())).text
        shown[audience] = {name: "F" if words in said else "–" for name, words in WORDS.items()}
        # In place of a facility the district, in place of a history where they are now and since when.
        shown[audience]["custody"] = "M" if "Plymouth" in said and "since" in said else "–"
        if "D. Mass." in said:
            shown[audience]["facility"] = "M"
        # In place of the amount where to give.
        if "https://fund.example" in said:
            shown[audience]["bond"] = "M"

    shown |= await _to_date_checkers(town)

    expected = cells(OUTSIDE)
    assert {
        f"{audience}: {name}": (shown[audience][name], said)
        for audience, row in expected.items()
        for name, said in row.items()
        if shown[audience][name] != said
    } == {}
    for name in FIELDS:
        cell = MATRIX[PRINTED[name]].get(Audience.DATE_CHECKER, Shown.NOTHING)
        full = {Shown.ONE_ITEM: "F"}.get(cell, cell.value)
        assert full == expected["date checker"][name], name


async def _to_date_checkers(town: Town) -> dict[str, dict[str, str]]:
    """What a shift's page says of Mateo, in every state of it; and what it says once the shift is over."""
    town.clock.forward(hours=36)
    phone = await volunteers.at_work(town, await volunteers.start(town, await volunteers.later(town)))
    await phone.press("next")
    assert phone.stage == "item"
    said = "".join(page.text for page in phone.seen)
    # The number as the line wants it, three digits at a time.
    found = {name: "F" if words in said else "–" for name, words in {**WORDS, "A-number": "201 345 678"}.items()}
    found["legal"] = "F" if "Rivera" in said or "Cruz" in said else "M" if "RIV CRU" in said else "–"
    town.clock.forward(hours=4)
    after = [await phone.look(), await phone.press("next")]
    gone = {name: "F" if any(words in page.text for page in after) else "–" for name, words in WORDS.items()}
    return {"date checker": found, "date checker, whose shift is over": gone}
