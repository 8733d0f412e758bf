"""The front door: every body gets a deliberate answer, and nothing is told to whoever is not signed in."""

from __future__ import annotations

import time
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from tests.ground import Ground
from tests.journeys import steps
from tests.town import PASSWORD, Town

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"content-type": "application/jsonx"}, b"{}", 415),
        ({"content-type": "text/plain/application/json"}, b"{}", 415),
        ({"content-type": "multipart/form-data"}, b"", 415),
        ({**JSON, "content-encoding": "gzip"}, b"\x1f\x8b", 415),
        (JSON, b"1", 400),
        (JSON, b"null", 400),
        (JSON, b'"x"', 400),
        (JSON, b"true", 400),
        (JSON, b"[]", 400),
        (JSON, b"{", 400),
        (JSON, b"\xff\xfe", 400),
        (JSON, b"[" * 50_000, 400),
        (JSON, b'{"query": ' + b"9" * 5_000 + b"}", 400),
        (JSON, b'{"query": "{ viewer { language } }", "variables": []}', 400),
        (JSON, b'{"query": "{ viewer { language } }", "operationName": 3}', 400),
        (JSON, b'{"query": "\\u0000"}', 400),
        (JSON, b'{"query": ""}', 400),
        (JSON, b'{"query": "{"}', 400),
        (JSON, b'{"query": "{ nothing }"}', 400),
        (JSON, b"{" + b" " * 300_000 + b"}", 413),
    ],
)
async def test_a_body_that_is_not_ours_gets_a_sentence(
    town: Town, headers: dict[str, str], body: bytes, status: int
) -> None:
    ana = await town.signed_in("coordinator@demo.test")

    answer = await ana.http.post("/graphql", content=body, headers=headers)

    assert answer.status_code == status
    assert answer.json()["errors"][0]["message"]


async def test_another_site_cannot_ask_in_ones_name(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    document = {"query": "{ viewer { language } }"}

    foreign = await ana.http.post("/graphql", json=document, headers={"origin": "https://evil.example"})
    crossed = await ana.http.post("/graphql", json=document, headers={"sec-fetch-site": "cross-site"})
    del ana.http.headers["x-presencia"]
    bare = await ana.http.post("/graphql", json=document)
    got = await ana.http.get("/graphql", params={"query": "{ viewer { language } }"})

    assert [one.status_code for one in (foreign, crossed, bare)] == [403, 403, 403]
    assert got.status_code in (404, 405)


async def test_fragments_that_spread_twice_cost_no_time(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    levels = "".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }} " for n in range(25))
    document = f"{{ ...F0 }} {levels} fragment F25 on Query {{ viewer {{ language }} }}"
    began = time.perf_counter()

    answer = await ana.raw(document)

    assert answer.status_code == 400
    assert time.perf_counter() - began < 5


async def test_nobody_is_answered_who_is_not_signed_in(town: Town) -> None:
    nobody = await town.nobody()

    answer = await nobody.post("/graphql", json={"query": "{ cases { count } }"}, headers={"x-presencia": "1", **JSON})

    assert answer.status_code == 401
    assert answer.json() == {"errors": [{"message": "Sign in first.", "extensions": {"code": "SIGNED_OUT"}}]}


async def test_a_wrong_password_and_an_unknown_address_are_told_the_same(town: Town) -> None:
    nobody = await town.nobody()
    nobody.headers["x-presencia"] = "1"

    wrong = await nobody.post("/session", json={"email": "coordinator@demo.test", "password": "not the right one"})
    unknown = await nobody.post("/session", json={"email": "who@demo.test", "password": "not the right one"})

    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json()) == (401, wrong.json())
    assert "set-cookie" not in wrong.headers


async def test_after_many_failures_the_right_password_waits_too(town: Town) -> None:
    nobody = await town.nobody()
    nobody.headers["x-presencia"] = "1"
    for _ in range(6):
        await nobody.post("/session", json={"email": "coordinator@demo.test", "password": "wrong every time"})
    right = {"email": "coordinator@demo.test", "password": PASSWORD}

    at_once = await nobody.post("/session", json=right)
    town.clock.forward(minutes=1)
    later = await nobody.post("/session", json=right)

    assert (at_once.status_code, later.status_code) == (401, 204)


async def test_a_session_ends_by_signing_out_by_idling_and_by_the_clock(town: Town) -> None:
    first = await town.signed_in("coordinator@demo.test")
    cookie = dict(first.http.cookies)
    assert (await first.http.delete("/session")).status_code == 204
    first.http.cookies.update(cookie)
    assert (await first.raw("{ viewer { language } }")).status_code == 401

    idle = await town.signed_in("coordinator@demo.test")
    town.clock.forward(minutes=31)
    assert (await idle.raw("{ viewer { language } }")).status_code == 401

    busy = await town.signed_in("coordinator@demo.test")
    for _ in range(29):
        town.clock.forward(minutes=25)
        answered = (await busy.raw("{ viewer { language } }")).status_code
    assert answered == 401


async def test_a_page_of_the_board_stays_put_when_cases_come_in(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    for number in range(5):
        await steps.take_in_mateo(town, ana, aNumbers=[], publicName=f"Person {number}")
    page = "query ($after: String) { cases(first: 2, order: NUMBER, after: $after) { edges { node { shortId } } pageInfo { endCursor hasNextPage } } }"  # noqa: E501 -- one document

    first = (await ana.ask(page))["cases"]
    await steps.take_in_mateo(town, ana, aNumbers=[], publicName="Newcomer")
    second = (await ana.ask(page, after=first["pageInfo"]["endCursor"]))["cases"]

    assert [edge["node"]["shortId"] for edge in first["edges"]] == ["C-10005", "C-10004"]
    assert [edge["node"]["shortId"] for edge in second["edges"]] == ["C-10003", "C-10002"]
    broken = await ana.raw(page, {"after": "nonsense"})
    assert broken.json()["errors"][0]["message"] == "That is no cursor of this list."


async def test_the_board_asks_the_same_number_of_statements_for_one_case_and_for_three(town: Town) -> None:
    from sqlalchemy import event

    ana = await town.signed_in("coordinator@demo.test")
    document = """{ cases { edges { node { shortId client { publicName }
      nextHearing { occasion { startsAt } court { name } }
      whereNow { facility { name } } representedBy { attorney { name } } missing } } } }"""
    counts = []
    statements: list[str] = []
    engine = town.app.state.house.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    for number in (1, 2):
        case = await steps.take_in_mateo(town, ana, aNumbers=[], publicName=f"Person {number}")
        await steps.schedule(town, ana, case["id"])
        if number == 2:
            third = await steps.take_in_mateo(town, ana, aNumbers=[], publicName="Person 3")
            await steps.schedule(town, ana, third["id"])
        await ana.ask(document)
        statements.clear()
        await ana.ask(document)
        counts.append(len(statements))

    assert counts[0] == counts[1]
    assert counts[0] <= 25


async def test_health_says_what_is_missing(town: Town) -> None:
    nobody = await town.nobody()

    ready = await nobody.get("/health/ready")

    assert (await nobody.get("/health/live")).status_code == 200
    assert ready.status_code == 503
    assert ready.json()["database"] is True and ready.json()["migrations"] is True


async def test_a_refused_field_is_told_whatever_was_asked_beside_it(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    noor = await town.signed_in("advocate@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do("shareCase", caseId=case["id"], organizationId=town.organizations["harbor"])
    await ana.do("addToTeam", caseId=case["id"], personId=town.person("advocate@demo.test"), role="ADVOCATE")
    document = (
        "query ($id: ID!) { viewer { person { name contacts { address } } memberships { organization { name } } }"
        " offers { id } tasks { edges { node { id } } } audit(recordId: $id) { edges { node { act } } } }"
    )

    for _ in range(20):
        answer = await noor.raw(document, {"id": case["id"]})
        assert answer.status_code == 200, answer.text
        assert answer.json()["errors"][0]["message"] == "There is no such record, or it is not yours to see."

    # And no connection hangs half-way through a statement, with its locks.
    hanging = await ground.connection.fetch(
        "select state, query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
        " and xact_start is not null and xact_start < now() - interval '10 milliseconds'"
    )
    assert [tuple(one) for one in hanging] == []


async def test_the_worker_is_asked_for_anew_each_time_and_reaches_nothing_but_this_address(
    town: Town, tmp_path: Path
) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("page")
    (tmp_path / "sw.js").write_text("// worker")
    (tmp_path / "assets" / "index-abc.js").write_text("// page")
    app = create_app(town.settings.model_copy(update={"frontend_dist": tmp_path}), database=town.database)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=town.settings.address) as http:
        worker, program = await http.get("/sw.js"), await http.get("/assets/index-abc.js")

    assert (worker.headers["cache-control"], worker.headers["service-worker-allowed"]) == ("no-cache", "/")
    assert "javascript" in worker.headers["content-type"]
    policy = worker.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy and "http" not in policy
    assert "service-worker-allowed" not in program.headers and "immutable" in program.headers["cache-control"]
