"""What restricted fields held before is sealed into the trail: the legal team reads it while the case is kept; with the
case its key is destroyed, and the chain over it still holds.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casework import actors, trail
from casework.vault import Erased, Vault
from tests.access.test_breaking_glass import entered
from tests.access.test_what_is_erased import a_closed_case
from tests.api.filing import mateo
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town, town

TRAIL = "query ($s: String!) { case(shortId: $s) { trail { edges { node { act fields changes } } } } }"
AUDIT = "query ($id: ID!) { audit(recordId: $id) { edges { node { act fields changes } } } }"


async def corrected(town: Town, ana: object, case: dict[str, object], **changes: object) -> None:
    done = await ana.do("updateCase", caseId=case["id"], expectedRevision=case["revision"], **changes)  # type: ignore[attr-defined]
    assert done["__typename"] == "UpdateCasePayload", done


async def test_the_legal_team_reads_what_a_name_and_a_number_were_before(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await corrected(town, ana, case, legalName="Mateo Rivera Cortés", aNumbers=["A201345679"], gender="m")

    # Both ways of answering.
    for document in (TRAIL, TRAIL.replace("{ case", '{ __type(name: "Case") { name } case')):
        told = await ana.ask(document, s=case["shortId"])
        entry = next(edge["node"] for edge in told["case"]["trail"]["edges"] if edge["node"]["act"] == "case.updated")
        assert entry == {
            "act": "case.updated",
            "fields": ["a_numbers", "gender", "legal_name"],
            "changes": {
                "legal_name": ["Mateo Rivera Cruz", "Mateo Rivera Cortés"],
                "a_numbers": [["201345678"], ["201345679"]],
                "gender": [None, "m"],
            },
        }
    views = await ground.connection.fetch("select fields from audit_entries where act = 'viewed' order by seq desc")
    assert [row["fields"] for row in views[:2]] == [
        ["audit_entries.a_numbers", "audit_entries.gender", "audit_entries.legal_name"]
    ] * 2
    written = str(await ground.connection.fetch("select e::text from audit_entries e"))
    assert "Rivera" not in written and "201345678" not in written

    # The admin reads the trail, and is not on the case's team.
    grace = await town.signed_in("admin@demo.test")
    seen = [edge["node"] for edge in (await grace.ask(AUDIT, id=case["id"]))["audit"]["edges"]]
    assert {entry["act"] for entry in seen} >= {"case.updated", "viewed"}
    assert [entry["changes"] for entry in seen if entry["changes"]] == []


async def test_the_admin_reads_in_the_trail_no_day_no_amount_and_no_ground_of_a_case(town: Town) -> None:
    """Who did what, and when; on both ways of answering."""
    ana, luis, case_id = await mateo(town)
    await steps.record_rights(ana, luis, case_id)
    free = await steps.set_free(town, ana, "Lucía Paz Soto")
    for stage, amount, revision in (("REQUESTED", None, None), ("GRANTED", 1_515, 0)):
        done = await ana.do("recordBondStage", caseId=case_id, stage=stage, on="2026-11-20",
                            source="COUNSEL", amount=amount, expectedRevision=revision)  # fmt: skip
        assert done["__typename"] == "RecordBondStagePayload", done
    asked = "query ($id: ID!) { audit(recordId: $id, first: 100) { edges { node { act by fields before after } } } }"
    grace = await town.signed_in("admin@demo.test")
    hidden = (
        "2026-12-03",
        "1515",
        "judicial_warrant",
        "entry_or_search",
        "records_request",
        "school_told",
        "2026-11-27",
    )

    for document in (asked, asked.replace("{ audit", '{ __type(name: "Case") { name } audit')):
        told = str([(await grace.ask(document, id=one))["audit"] for one in (case_id, free)])
        assert "check_in.scheduled" in told and "bond.stage_recorded" in told and "Ana Okafor" in told
        assert [word for word in hidden if word in told] == []
        # Whoever works on the case reads them.
        seen = str([(await ana.ask(document, id=one))["audit"] for one in (case_id, free)])
        assert [word for word in hidden if word not in seen] == []


async def test_what_did_not_change_is_not_told_again(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)

    await corrected(town, ana, case, legalName="Mateo Rivera Cruz", priority="URGENT")

    entry = await ground.connection.fetchrow("select * from audit_entries where act = 'case.updated'")
    assert (entry["sealed"], entry["vault_key_id"]) == (None, None)


async def test_a_reason_in_somebody_s_own_words_is_sealed_with_it(town: Town, ground: Ground) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        consent = await steps.consent(ana, case["id"], purpose, audience)
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    words = "His aunt Perpetua rang."
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    offered = await ana.do(
        "offerAssignment", "assignment { id revision }", caseId=case["id"], scope="BOND_ONLY",
        attorneyId=town.person("attorney@other.test"), blurb="A young man, Spanish-speaking, held in New England.",
    )  # fmt: skip
    one = offered["assignment"]
    for verb, given in (
        ("callOffAction", {"actionId": action["id"], "expectedRevision": action["revision"], "reason": words}),
        ("withdrawConsent", {"consentId": consent["id"], "toldTo": words}),
        ("cancelHearing", {"hearingId": hearing["id"], "expectedRevision": hearing["revision"], "reason": words}),
        ("withdrawAssignment", {"assignmentId": one["id"], "expectedRevision": one["revision"], "reason": words}),
    ):
        done = await ana.do(verb, **given)
        assert done["__typename"].endswith("Payload"), (verb, done)

    trail_ = (await ana.ask(TRAIL, s=case["shortId"]))["case"]["trail"]["edges"]
    told = {edge["node"]["act"]: edge["node"]["changes"] for edge in trail_ if edge["node"]["changes"]}
    acts = ("action.called_off", "consent.withdrawn", "hearing.cancelled", "assignment.withdrawn")
    assert told == {act: {"reason": [None, words]} for act in acts}
    assert "Perpetua" not in str(await ground.connection.fetch("select e::text from audit_entries e"))


async def test_erased_with_the_case_it_opens_to_nobody_and_the_chain_holds(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    other = await steps.take_in_mateo(town, ana, legalName="Lucía Paz Soto", publicName="Lucía", aNumbers=[])
    await corrected(town, ana, other, legalName="Lucía Paz Salas")
    _, ana, luis, _ = await a_closed_case(town)
    before = await ground.connection.fetchval("select count(*) from audit_entries")
    luis = await entered(town, "attorney@demo.test")
    broken = await luis.do("breakGlass", shortId=other["shortId"], reason="Her sister asks that nothing be kept.")
    assert broken["__typename"] == "BreakGlassPayload", broken
    closed = await ana.do("closeCase", "case { revision }", caseId=other["id"], expectedRevision=1, reason="Asked for.")
    await trail.seal_up_to_now(town.database)

    erased = await luis.do("eraseCase", caseId=other["id"], expectedRevision=closed["case"]["revision"])

    assert erased["__typename"] == "EraseCasePayload", erased
    assert await ground.connection.fetchval("select count(*) from audit_entries") > before
    kept = await ground.connection.fetchrow("select sealed, vault_key_id from audit_entries where sealed is not null")
    assert kept["sealed"] is not None
    key = await ground.connection.fetchrow("select * from vault_keys where id = $1", kept["vault_key_id"])
    with pytest.raises(Erased):
        Vault.at(town.settings.master_key_file).unwrap(key["id"], key["wrapped"])
    await trail.seal_up_to_now(town.database)
    async with town.database.transaction(actors.OPERATOR) as tx:
        assert await trail.faults(tx) == []
    grace = await entered(town, "admin@demo.test")
    seen = [edge["node"] for edge in (await grace.ask(AUDIT, id=other["id"]))["audit"]["edges"]]
    assert [entry["changes"] for entry in seen if entry["act"] == "case.updated"] == [None]


__all__ = ["town"]


async def test_what_a_report_said_before_it_was_corrected_is_read_by_the_legal_team(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    town.clock.now = datetime(2026, 12, 2, 15, tzinfo=UTC)
    ana = await town.signed_in("coordinator@demo.test")
    mine = {"hearingId": hearing["id"], "outcome": "CONTINUED"}
    await ana.do("reportHearing", **mine, expectedRevision=hearing["revision"], note="Mateo wept.")

    done = await ana.do(
        "correctReport", "hearing { outcome outcomeNote } nextHearing { occasion { wallStarts } }",
        **mine | {"outcome": "NOT_PRESENTED"}, expectedRevision=hearing["revision"] + 1, note="Nobody brought him.",
        next={"startsAt": "2026-12-09T09:00"},
    )  # fmt: skip

    assert done == {
        "__typename": "CorrectReportPayload",
        "hearing": {"outcome": "NOT_PRESENTED", "outcomeNote": "Nobody brought him."},
        "nextHearing": {"occasion": {"wallStarts": "2026-12-09T09:00"}},
    }
    asked = "query ($s: String!) { case(shortId: $s) { trail { edges { node { act before after changes } } } } }"
    told = (await ana.ask(asked, s=case["shortId"]))["case"]["trail"]["edges"]
    (entry,) = [one["node"] for one in told if one["node"]["act"] == "hearing.report_corrected"]
    assert (entry["before"]["outcome"], entry["after"]["outcome"]) == ("continued", "not_presented")
    assert entry["changes"] == {"outcome_note": ["Mateo wept.", "Nobody brought him."]}
