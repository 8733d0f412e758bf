"""What tokens, cookies, paths and hostile documents get out of the door."""

from __future__ import annotations

import re
import time

import pytest
from sqlalchemy import update

from casework import actors, sign_in
from schema.sign_ins import Login
from tests.access.leaking import SECRETS
from tests.lived_in import town
from tests.town import Town


async def test_a_token_has_its_persons_power_and_no_more_and_ends_with_the_login(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        secret = await sign_in.create_token(tx, "advocate@demo.test", "script")
    nobody = await town.nobody()
    headers = {"authorization": f"Bearer {secret}"}
    query = {"query": "{ cases { edges { node { client { legalName } notes { body } } } } }"}
    assert (await nobody.post("/graphql", json=query, headers=headers)).status_code == 403
    headers["x-presencia"] = "1"
    said = await nobody.post("/graphql", json=query, headers=headers)
    assert said.status_code == 200 and not any(word in said.text for word in SECRETS)
    # Not as a cookie, not beside somebody else's session, and not once the login is closed.
    nobody.cookies.set("presencia_session", secret)
    assert (await nobody.post("/graphql", json=query, headers={"x-presencia": "1"})).status_code == 401
    nobody.cookies.clear()
    async with town.database.transaction(actors.SIGN_IN) as tx:
        await tx.session.execute(
            update(Login).where(Login.person_id == town.staff["advocate@demo.test"]).values(disabled_at=tx.now)
        )
    assert (await nobody.post("/graphql", json=query, headers=headers)).status_code == 401


async def test_cookies_are_kept_from_scripts_and_other_sites(town: Town) -> None:
    nobody = await town.nobody()
    given = {"email": "coordinator@demo.test", "password": "a long enough password"}
    assert (await nobody.post("/session", json=given)).status_code == 403
    form = "email=coordinator@demo.test"
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data"):
        refused = await nobody.post("/session", content=form, headers={"content-type": kind, "x-presencia": "1"})
        assert refused.status_code == 415
    signed = await nobody.post("/session", json=given, headers={"x-presencia": "1", "host": "evil.example"})
    flags = signed.headers["set-cookie"].lower()
    assert "httponly" in flags and "samesite=strict" in flags and "domain" not in flags
    assert (
        await nobody.delete("/session", headers={"x-presencia": "1", "sec-fetch-site": "same-site"})
    ).status_code == 403
    assert (
        await nobody.post("/graphql", json=[{"query": "{ viewer { language } }"}] * 2, headers={"x-presencia": "1"})
    ).status_code == 400


@pytest.mark.parametrize("path", ["/%00", "/" + "a" * 5_000, "/assets/%00", "/a/%00", "/a/%ff", "/feeds/%ff.ics"])
async def test_a_path_that_no_file_can_have_is_not_there(town: Town, path: str) -> None:
    assert (await (await town.nobody()).get(path)).status_code == 404


async def test_no_path_leads_out_of_the_page_and_no_header_to_another_site(town: Town) -> None:
    nobody = await town.nobody()
    for path in ("//etc/passwd", "/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/pyproject.toml", "//evil.example/",
                 "/a/static/..%2fanswers.py", "/a/static/%2e%2e/answers.py", "/demo/mail", "/graphql", "/session",
                 "/graphql/", "/feeds/x.ics/"):  # fmt: skip
        answer = await nobody.get(path, headers={"host": "evil.example"})
        assert "location" not in answer.headers and answer.status_code in (200, 404, 503), path
        assert not any(word in answer.text for word in ("root:", "[project]", "import ", "evil.example")), path


@pytest.mark.parametrize(
    "document",
    [
        "{" + "a{" * 900 + "b" + "}" * 901,
        "{ node(id: " + "[" * 900 + "]" * 900 + ") { id } }",
        "query ($a: " + "[" * 900 + "Int" + "]" * 900 + ") { viewer { language } }",
        "{ cases(first: " + "9" * 5_000 + ") { count } }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "{ viewer { language } } fragment A on Query { ...A }",
        "{ " + " ".join(f"a{number}: viewer {{ language }}" for number in range(380)) + "}",
        "{ " + "viewer { language } " * 390 + "}",
        "{ viewer { " + "kind " * 1_900 + "} }",
        "{ " + "... { viewer { language } } " * 270 + "}",
        "query A { viewer { language } } query B { viewer { language } }",
        "subscription { viewer { language } }",
    ],
)
async def test_a_hostile_document_is_refused_soon(town: Town, document: str) -> None:
    ben = await town.signed_in("coordinator@other.test")
    began = time.process_time()

    answer = await ben.raw(document)

    assert answer.status_code == 400
    assert time.process_time() - began < 0.5


async def test_a_fault_says_nothing_of_values_or_of_how_we_are_built(town: Town) -> None:
    ben = await town.signed_in("coordinator@other.test")
    for document in (
        '{ cases(filter: {search: "²"}) { edges { node { id } } } }',
        '{ case(shortId: "²") { id } }',
        "{ facilities(first: -5) { id } }",
        '{ cases(filter: {tag: "marker\\u0000"}) { edges { node { id } } } }',
        '{ calendar(range: {from: "0001-01-01T00:00:00+14:00", until: "0001-02-01T00:00:00Z"}) { case { id } } }',
        '{ cases(order: NUMBER, after: "WzFlMzBd") { edges { node { id } } } }',
        '{ node(id: "Q2FzZTptYXJrZXI") { id } }',
        '{ audit(recordId: "marker", first: 1) { edges { node { act } } } }',
    ):
        answer = await ben.raw(document)
        assert answer.status_code in (200, 400), document
        assert not re.search(r"asyncpg|sqlalchemy|Traceback|select |\$1|marker|Error\b", answer.text), answer.text
        assert "went wrong" not in answer.text, f"{document} was not foreseen"


__all__ = ["town"]
