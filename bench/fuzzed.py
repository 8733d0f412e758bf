"""Requests that nobody meant, drawn from the printed contract and the routes; and what no answer may say."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from starlette.routing import Route

from casework.settings import ROOT

#: What tells of the inside: a stack trace, a driver's words, a statement, and the sentence that masks a bug.
INSIDE = re.compile(
    r"Traceback|File \"|sqlalchemy|asyncpg|psycopg|graphql\.error|\bselect\s.+\bfrom\b|\binsert into\b"
    r"|\bupdate \w+ set\b|Something went wrong on our side|Internal Server Error",
    re.IGNORECASE | re.DOTALL,
)
#: What the bodies of the doors beside /graphql hold, each as any JSON that is not quite it.
_NAMES = ("email", "password", "code", "credential", "secret", "name", "days", "scope", "answer", "party", "csrf")


def _scalars() -> None:
    """The contract's own scalars: as they are written, and any other text."""
    plausible = {
        "Date": ["2026-12-03", "2026-02-30", "0000-00-00"],
        "DateTime": ["2026-12-03T09:00:00Z", "9999-12-31T23:59:59-12:00", "2026-12-03"],
        "WallTime": ["2026-12-03T09:00", "2026-03-08T02:30", "2026-11-01T01:30:59.9999999"],
    }
    for name, words in plausible.items():
        texts = st.sampled_from(words) | st.text(max_size=20)
        schemathesis.graphql.scalar(name, texts.map(schemathesis.graphql.nodes.String))


_scalars()


#: With what a question begins: mostly as it should.
_ROOTS = (
    "d:propfind", "d:propfind", "d:sync-collection", "c:calendar-query", "c:calendar-multiget", "d:prop",
)  # fmt: skip


def _documents() -> SearchStrategy[bytes]:
    """XML as devices send it, put together as none of them does."""
    names = st.sampled_from(
        [f"d:{name}" for name in ("propfind", "prop", "allprop", "propname", "href", "sync-collection", "sync-token",
                                  "limit", "nresults", "getetag", "resourcetype", "displayname")]
        + [f"c:{name}" for name in ("calendar-query", "calendar-multiget", "calendar-data", "filter", "comp-filter",
                                    "time-range", "is-not-defined", "prop-filter")]
        + ["a", "x:unknown"]
    )  # fmt: skip
    attributes = st.dictionaries(
        st.sampled_from(["name", "start", "end", "version", "content-type"]),
        st.sampled_from(["VCALENDAR", "VEVENT", "VTODO", "20261203T000000Z", "20261303T000000Z", "2.0", "&#1;", ""]),
        max_size=2,
    )
    words = st.sampled_from(["", "7", "data:,x/1/0", "/caldav/", "http://[", "é", "]]>", "&bad;"])

    def said(name: str, given_: dict[str, str], inside: str) -> str:
        told = "".join(f' {key}="{value}"' for key, value in given_.items())
        return f"<{name}{told}>{inside}</{name}>"

    trees = st.recursive(
        words, lambda inner: st.builds(said, names, attributes, st.lists(inner, max_size=3).map("".join)), max_leaves=12
    )
    spaces = ' xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:x="urn:x"'
    roots = st.builds(lambda name, inside: f"<{name}{spaces}>{inside}</{name}>", st.sampled_from(_ROOTS), trees)
    return (roots | st.text(max_size=40)).map(lambda text: text.encode("utf-8", "replace"))


#: What would end the drawing (signing out), and what says 503 wherever no worker runs.
_LEFT_OUT = {("DELETE", "/session"), ("GET", "/health/ready"), ("HEAD", "/health/ready")}


class Fuzzed:
    """Draws requests and sends them; ``faults`` says what an answer should not have been."""

    def __init__(self, http: httpx.AsyncClient, routes: list[Route]) -> None:
        self.http = http
        self.routes = routes
        self.statuses: Counter[int] = Counter()
        self.faults: list[str] = []

    async def documents(self, count: int) -> None:
        """GraphQL documents that are valid, with values nobody would type."""
        contract = schemathesis.graphql.from_path(ROOT / "api" / "schema.graphql")
        operations = [found.ok().as_strategy() for found in contract.get_all_operations()]
        for case in drawn(st.one_of(operations), count):
            await self.send("POST", "/graphql", {"json": {"query": case.body}})

    async def paths(self, count: int) -> None:
        """Every other route, each method it knows, with any path and body."""
        found = schemathesis.openapi.from_dict(described(self.routes))
        operations = [one.ok().as_strategy() for one in found.get_all_operations()]
        for case in drawn(st.one_of(operations), count):
            given_ = case.as_transport_kwargs(base_url=str(self.http.base_url))
            body = {"json": given_["json"]} if given_.get("json") is not None else {}
            await self.send(given_["method"], given_["url"], body | {"params": given_.get("params")})

    async def calendars(self, count: int, paths: list[str], **headers: str) -> None:
        """What a device may ask of calendars, each with any document of the words that are known there."""
        methods = st.sampled_from(["PROPFIND", "REPORT"])
        for method, path, body, depth in drawn(
            st.tuples(methods, st.sampled_from(paths), _documents(), st.sampled_from(["0", "1", "infinity"])), count
        ):
            await self.send(method, path, {"content": body, "headers": {**headers, "depth": depth}})

    async def send(self, method: str, path: str, given_: dict[str, Any]) -> None:
        try:
            answer = await self.http.request(method, path, **given_)
        except (httpx.InvalidURL, UnicodeEncodeError):
            # Nothing that could be sent.
            return
        self.statuses[answer.status_code] += 1
        if answer.status_code >= 500 or (told := INSIDE.search(answer.text)):
            said = answer.text[:300] if answer.status_code >= 500 else f"{told}"
            self.faults.append(f"{method} {path} {str(given_)[:600]} → {answer.status_code} {said}")


def drawn(cases: SearchStrategy[Any], count: int) -> list[Any]:
    """So many cases, the same each time."""
    found: list[Any] = []

    @settings(
        max_examples=count, database=None, derandomize=True, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(cases)
    def keep(case: Any) -> None:
        found.append(case)

    keep()
    return found


def described(routes: list[Route]) -> dict[str, Any]:
    """The routes but /graphql and the page itself, as OpenAPI has it: any text in a path, any JSON in a body."""
    paths: dict[str, Any] = {}
    anything = {"oneOf": [{"type": kind} for kind in ("string", "integer", "boolean", "object", "array", "null")]}
    body = {
        "content": {"application/json": {"schema": {"type": "object", "properties": dict.fromkeys(_NAMES, anything)}}}
    }
    for route in routes:
        if route.path == "/graphql" or route.path.startswith("/{path"):
            continue
        for method in sorted(route.methods or ()):
            if (method, route.path) in _LEFT_OUT:
                continue
            names = re.findall(r"{(\w+)(?::\w+)?}", route.path)
            said: dict[str, Any] = {
                "parameters": [
                    {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
                    for name in names
                ],
                "responses": {"default": {"description": "any"}},
            }
            if method == "POST":
                said["requestBody"] = body
            paths.setdefault(re.sub(r"{(\w+):\w+}", r"{\1}", route.path), {})[method.lower()] = said
    return {"openapi": "3.0.3", "info": {"title": "doors", "version": "1"}, "paths": paths}
