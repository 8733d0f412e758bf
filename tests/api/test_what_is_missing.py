"""What is missing of a case is said in the reader's language, and of hearings it is said which."""

from __future__ import annotations

from tests.journeys import steps
from tests.plans.test_both_paths import paths_of
from tests.town import Town, town

MISSING = "query ($id: ID!) { node(id: $id) { ... on Case { missing } } }"
BOND = "Bond hearing, Wed, Dec 2, 9:00 AM ET"
FIANZA = "Audiencia de fianza, mié 2 de dic, "


async def test_it_names_the_hearing_whose_date_is_not_confirmed_and_the_one_that_waits_for_its_report(
    town: Town,
) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"], "2026-12-02T09:00")
    await steps.schedule(town, ana, case["id"], "2027-01-12T10:00")

    said = (await ana.ask(MISSING, id=case["id"]))["node"]["missing"]
    assert [one for one in said if "hearing" in one] == [
        f"{BOND}: the date is not confirmed on an official channel.",
        "Bond hearing, Tue, Jan 12, 2027, 10:00 AM ET: the date is not confirmed on an official channel.",
    ]

    town.clock.forward(days=10)
    ana = await town.signed_in("coordinator@demo.test")
    said = (await ana.ask(MISSING, id=case["id"]))["node"]["missing"]
    assert f"{BOND}: it has passed and waits for its report." in said
    ana.http.headers["Accept-Language"] = "es"
    spanish = (await ana.ask(MISSING, id=case["id"]))["node"]["missing"]
    assert [one for one in spanish if one.startswith(FIANZA) and one.endswith(": ya pasó y espera su informe.")]
    assert "Todavía sin abogado." in spanish


async def test_both_paths_say_the_same(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await steps.schedule(town, ana, case["id"], "2026-12-02T09:00")
    paths = paths_of(town)

    for person in town.staff.values():
        data, errors = await paths.ordinary(person, MISSING, {"id": case["id"]})
        assert not errors
        assert await paths.woven(person, MISSING, {"id": case["id"]}) == data


__all__ = ["town"]
