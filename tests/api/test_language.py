"""Whoever reads Spanish is answered in Spanish: why not, what to look at before saving, what the house asks of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update
from starlette.requests import Request

from api.language import asked_for
from casework import actors
from schema.people import Person
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Seat, Town

PREVIEW = """query ($hearing: ID!, $at: WallTime!) { previewReschedule(hearingId: $hearing, startsAt: $at) {
  ... on ReschedulePreview { warnings } ... on UserError { message } } }"""


async def in_spanish(town: Town, email: str) -> Seat:
    """Somebody whose page is in Spanish."""
    seat = await town.signed_in(email)
    seat.http.headers["accept-language"] = "es"
    return seat


async def test_a_coordinator_with_a_spanish_page_is_refused_in_spanish_and_nothing_changes(
    town: Town, ground: Ground
) -> None:
    ana = await in_spanish(town, "coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    hers = {"hearingId": hearing["id"], "expectedRevision": hearing["revision"]}
    cancelled = await ana.do("cancelHearing", "hearing { revision }", **hers)
    revision = cancelled["hearing"]["revision"]
    before = await every_row(ground)

    async def why_not(verb: str, **given: Any) -> str:
        said = await ana.do(verb, **given)
        assert not said["__typename"].endswith("Payload"), said
        return f"{said['__typename']} {said.get('field', '')}: {said['message']}"

    move = {"hearingId": hearing["id"], "expectedRevision": revision, "startsAt": "2026-12-10T09:00"}
    assert [
        await why_not("rescheduleHearing", **move),
        await why_not("rescheduleHearing", **move | {"expectedRevision": 0}),
        await why_not("addPerson", organizationId=town.organizations["elm-city"], kind="SUPPORTER", name="Eva",
                      email="eva at home"),
        await why_not("takeInCase", organizationId=town.organizations["elm-city"], aNumbers=["A 201-345-678"]),
        await why_not("offerAssignment", caseId=case["id"], attorneyId=town.person("attorney@other.test"), scope="ALL",
                      blurb="x" * 40),
        await why_not("signOffAction", actionId="bm8=", saidRevision=1, capacity="OF_RECORD"),
    ] == [
        "NotAllowedByState : Esta audiencia se canceló. Fije una nueva.",
        "ChangedMeanwhile : Ana Okafor cambió esto hace un momento, después de que usted lo abriera. Todavía no se "
        "guardó nada de lo suyo.",
        "Invalid email: «eva at home» no es una dirección de correo electrónico.",
        "Invalid aNumbers: Un número A pertenece a una sola persona, y este ya consta en el caso C-10001. Abra ese "
        "caso, o una los dos.",
        "NotCleared : Todavía no se puede compartir: Falta el consentimiento del cliente para buscar abogado: "
        "pregúntele y anótelo.",
        "NotFound : No existe ese registro, o no le corresponde verlo.",
    ]  # fmt: skip
    assert await every_row(ground) == before


async def test_what_is_worth_reading_before_saving_is_in_the_pages_language(town: Town) -> None:
    ana = await in_spanish(town, "coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    given = {"hearing": hearing["id"], "at": "2026-12-25T06:30"}

    assert (await ana.ask(PREVIEW, **given))["previewReschedule"]["warnings"] == [
        "El 25 de diciembre es feriado federal (Navidad). Revise el aviso.",
        "La hora 06:30 en America/New_York queda fuera del horario habitual de una corte. Revise el aviso.",
    ]
    ana.http.headers["accept-language"] = "en-US,en;q=0.9,es;q=0.8"
    assert (await ana.ask(PREVIEW, **given))["previewReschedule"]["warnings"] == [
        "December 25 is a federal holiday (Christmas Day). Check the notice.",
        "06:30 in America/New_York is outside a court's usual hours. Check the notice.",
    ]


async def test_without_a_page_a_person_is_answered_and_given_tasks_in_their_own_language(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    async with town.database.transaction(actors.OPERATOR) as tx:
        await tx.session.execute(
            update(Person).where(Person.id == town.staff["coordinator@demo.test"]).values(language="es")
        )
    case = await steps.take_in_mateo(town, ana)
    luis = await town.signed_in("attorney@demo.test")
    await steps.consent(ana, case["id"], "SEEK_COUNSEL", "ADVOCATES")
    await steps.represent(town, ana, luis, case["id"])
    await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")

    moved = await ana.do("recordTransfer", caseId=case["id"], facilityId=town.facilities["WINNCLA"], source="LOCATOR")
    again = await ana.do("recordTransfer", caseId=case["id"], facilityId=town.facilities["WINNCLA"], source="LOCATOR")

    assert moved["__typename"] == "RecordTransferPayload", moved
    assert again["message"] == "Ya consta que está en Winn Correctional. Anote una comprobación."
    tasks = (await ana.ask("{ tasks { edges { node { title } } } }"))["tasks"]["edges"]
    assert [edge["node"]["title"] for edge in tasks] == [
        "Avise al abogado del traslado",
        "Decida con su representante legal: pedir el cambio de sede u oponerse (8 CFR 1003.20)",
    ]


async def test_a_task_of_the_house_is_said_to_each_reader_in_their_language_and_a_persons_own_as_it_stands(
    town: Town,
) -> None:
    ana, luis = [await town.signed_in(one) for one in ("coordinator@demo.test", "attorney@demo.test")]
    case = await steps.take_in_mateo(town, ana)
    await steps.represent(town, ana, luis, case["id"])
    hearing = await steps.schedule(town, ana, case["id"])
    town.clock.now = datetime(2026, 12, 2, 15, tzinfo=UTC)
    ana, luis = await town.signed_in("coordinator@demo.test"), await in_spanish(town, "attorney@demo.test")
    reported = await luis.do(
        "reportHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], outcome="BOND_GRANTED",
        bondAmount=7_500, tasks=[{"title": "Llamar a Carmen"}],
    )  # fmt: skip
    assert reported["__typename"] == "ReportHearingPayload", reported
    await ana.do("recordCustody", caseId=case["id"], facilityId=town.facilities["PLYMOMA"], source="LOCATOR")
    moved = await ana.do("recordTransfer", caseId=case["id"], facilityId=town.facilities["WINNCLA"], source="LOCATOR")
    assert moved["__typename"] == "RecordTransferPayload", moved

    asked = """query ($id: ID!) { tasks(mine: false) { edges { node { title } } }
      node(id: $id) { ... on Case { transfers { checklist { title } } } } %s }"""
    # By both ways a question is answered.
    for also in ("", "__schema { queryType { name } }"):
        listed = []
        for seat, words in (
            (ana, "Bond was granted: find who may post it, and watch whether DHS files a stay"),
            (luis, "Se concedió la fianza: busque quién puede pagarla y vigile si DHS presenta una suspensión"),
        ):
            found = await seat.ask(asked % also, id=case["id"])
            titles = {one["node"]["title"] for one in found["tasks"]["edges"]}
            assert {words, "Llamar a Carmen"} <= titles
            listed.append([one["title"] for moves in found["node"]["transfers"] for one in moves["checklist"]])
        assert listed[0][0] == "Tell the attorney of the transfer" and listed[1][0] == "Avise al abogado del traslado"
        assert len(listed[0]) == len(listed[1]) and not set(listed[0]) & set(listed[1])


async def test_a_reading_and_a_sign_in_are_refused_in_the_pages_language_too(town: Town) -> None:
    ana = await in_spanish(town, "coordinator@demo.test")
    nobody = await town.nobody()

    refused = await ana.raw('{ cases(after: "nonsense") { edges { node { id } } } }')
    wrong = await nobody.post(
        "/session",
        json={"email": "coordinator@demo.test", "password": "a wrong one"},
        headers={"x-presencia": "1", "accept-language": "es-US"},
    )

    assert refused.json()["errors"][0]["message"] == "Ese no es un cursor de esta lista."
    assert wrong.status_code == 401 and wrong.json()["message"].startswith("Esa dirección de correo y esa contraseña")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("es", "es"), ("es-MX,es;q=0.9,en;q=0.8", "es"), ("en;q=0.5, es;q=0.7", "es"), ("fr, en;q=0.3", "en"),
        ("es;q=0, en", "en"), ("en, es", "en"), ("", None), ("*", None), ("fr", None), ("es;q=much", None),
        ("est", None),
    ],
)  # fmt: skip
def test_of_the_languages_a_page_asks_for_the_best_liked_of_ours_is_spoken(header: str, language: str | None) -> None:
    headers = [(b"accept-language", header.encode())] if header else []
    assert asked_for(Request({"type": "http", "headers": headers})) == language
