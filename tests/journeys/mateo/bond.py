"""Bond is granted, told of on a consent of its own, and posted: Thursday, December 10, and Friday."""

from __future__ import annotations

from typing import Any

from tests.journeys import steps
from tests.journeys.mateo.hearing import SLOT, STANDS, TOLD
from tests.journeys.mateo.people import Mateo, done
from tests.town import Town

TRACK = """bond { stage revision nextStages steps { stage on amount judgeOrder obligorKind obligor receipt undoneAt } }
  bondAmount { amount }"""


async def granted_and_posted(town: Town, mateo: Mateo) -> None:
    await the_judge_grants_it(mateo)
    await another_hearing_is_set(town, mateo)
    await told_of_on_a_consent_of_its_own(mateo)
    await posted_by_whom_ice_takes_it_from(mateo)


async def the_judge_grants_it(mateo: Mateo) -> None:
    """The room is full. Luis reports it from the corridor, first with a slip."""
    await mateo.at("2026-12-10T11:15")
    hearing_id = mateo.known["hearing"]["id"]
    now = (await mateo.luis.ask(STANDS, id=hearing_id))["node"]
    slip = await done(mateo.luis, "reportHearing", "hearing { revision }", hearingId=hearing_id,
                      expectedRevision=now["revision"], outcome="BOND_DENIED")  # fmt: skip
    assert (await track(mateo))["stage"] == "DENIED"
    back = await done(mateo.luis, "takeBackReport", "hearing { revision outcome }", hearingId=hearing_id,
                      expectedRevision=slip["hearing"]["revision"])  # fmt: skip
    assert back["hearing"]["outcome"] is None and (await track(mateo))["stage"] == "SCHEDULED"
    await done(
        mateo.luis, "reportHearing", hearingId=hearing_id, expectedRevision=back["hearing"]["revision"],
        outcome="BOND_GRANTED", bondAmount=1500, note="The judge named the turnout.",
        tasks=[{"title": "Find an obligor for the bond"}],
        decision={"givenHow": "ORAL", "appealByGovernment": "WAIVED"},
    )  # fmt: skip
    decided = (await mateo.ask(
        """proceedings { kind state
        decisions { kind decidedOn givenHow givenOn appealByGovernment takenBackAt hearing { id } } }"""
    ))["proceedings"]  # fmt: skip
    (of_bond,) = [one for one in decided if one["kind"] == "BOND"]
    assert of_bond["state"] == "DECIDED"
    assert [one for one in of_bond["decisions"] if one["takenBackAt"] is None] == [{
        "kind": "BOND_GRANTED", "decidedOn": "2026-12-10", "givenHow": "ORAL", "givenOn": "2026-12-10",
        "appealByGovernment": "WAIVED", "takenBackAt": None, "hearing": {"id": hearing_id},
    }]  # fmt: skip
    assert {"Find an obligor for the bond", "Bond was granted: find who may post it, and watch whether DHS files a stay"
            } <= set(await mateo.tasks())  # fmt: skip

    found = await track(mateo)
    assert [(one["stage"], one["on"], one["amount"]) for one in found["steps"] if not one["undoneAt"]] == [
        ("REQUESTED", "2026-11-24", None), ("SCHEDULED", "2026-11-30", None), ("GRANTED", "2026-12-10", 1500)
    ]  # fmt: skip


async def another_hearing_is_set(town: Town, mateo: Mateo) -> None:
    """A master hearing in removal, in January: whoever was asked is asked to that one, too. Of the bond none of them
    is told: that Mateo agreed to have the hearing told says nothing of money.
    """
    known = mateo.known
    master = await done(
        mateo.ana, "scheduleHearing", "hearing { id occasion { id } }", caseId=mateo.case_id,
        proceedingId=known["removal"]["id"], kind="MASTER_HEARING", startsAt="2027-01-12T10:00", scheduleType="MD",
        judge="Hon. Pat Doe",
    )  # fmt: skip
    known["master"] = master["hearing"]["id"]
    again = await steps.publish_vigil(town, mateo.ana, mateo.luis, mateo.case_id, known["master"])
    await done(mateo.ana, "invite", occasionId=again["occasion"]["id"], personIds=known["asked"])
    await done(mateo.ana, "invite", occasionId=master["hearing"]["occasion"]["id"], personIds=[known["mother"]])
    await done(mateo.ana, "nameBondFund", caseId=mateo.case_id, link="https://fund.example.org/elm-city")
    mateo.team |= {"decision", "outcome", "amount", "fund"}
    mateo.advocate |= {"outcome"}
    # His mother is told the amount behind her link.
    await mateo.seen_by(
        {
            "advocate": mateo.advocate, "official": SLOT, "scheduler": SLOT, "supporter": TOLD, "family": TOLD,
            **pages(),
        }
    )  # fmt: skip


async def told_of_on_a_consent_of_its_own(mateo: Mateo) -> None:
    """Mateo agrees that the bond be told, too: advocates and officials learn the amount, supporters where to give."""
    for purpose, audience in (
        ("FILL_COURTROOM", "ADVOCATES"), ("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS"),
    ):  # fmt: skip
        await steps.consent(mateo.ana, mateo.case_id, purpose, audience, bond=True)
    mateo.advocate |= {"amount"}
    await mateo.seen_by({"advocate": mateo.advocate, **pages(official={"amount"}, supporter={"fund"})})


async def posted_by_whom_ice_takes_it_from(mateo: Mateo) -> None:
    await mateo.at("2026-12-11T10:00")
    await stage(mateo, "PAYING", on="2026-12-11")
    given = {"caseId": mateo.case_id, "expectedRevision": (await track(mateo))["revision"], "stage": "POSTED",
             "on": "2026-12-11", "obligor": "Carmen Vidal"}  # fmt: skip
    refused = await mateo.luis.do("recordBondStage", **given)
    assert (refused["__typename"], refused["field"]) == ("Invalid", "obligorKind")
    assert "a citizen, a permanent resident, a law firm or a non-profit" in refused["message"]
    assert (await track(mateo))["stage"] == "PAYING"

    await stage(mateo, "POSTED", on="2026-12-11", obligorKind="CITIZEN", obligor="Carmen Vidal", receipt="BND-4471")
    last = (await track(mateo))["steps"][-1]
    assert (last["obligorKind"], last["obligor"], last["receipt"]) == ("CITIZEN", "Carmen Vidal", "BND-4471")
    mateo.team |= {"obligor"}
    await mateo.seen_by({"advocate": mateo.advocate, **pages(official={"amount"}, supporter={"fund"})})


def pages(official: set[str] | None = None, supporter: set[str] | None = None) -> dict[str, set[str]]:
    """What the page behind each one's link tells: of January, where his mother is told he is, and of the bond."""
    of_official = TOLD | (official or set())
    return {
        "official's page": of_official, "scheduler's page": of_official,
        "supporter's page": TOLD | (supporter or set()), "family's page": TOLD | {"place", "amount"},
    }  # fmt: skip


async def track(mateo: Mateo) -> Any:
    return (await mateo.ask(TRACK))["bond"]


async def stage(mateo: Mateo, name: str, **facts: Any) -> None:
    await done(mateo.luis, "recordBondStage", caseId=mateo.case_id, stage=name,
               expectedRevision=(await track(mateo))["revision"], **facts)  # fmt: skip
