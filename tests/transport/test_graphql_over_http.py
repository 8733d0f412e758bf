"""GraphQL over HTTP: every MUST and SHOULD of the specification's own audits. GET is refused, which is a MAY."""

from __future__ import annotations

import asyncio
import json

from casework import actors, sign_in
from casework.settings import ROOT
from tests.served import town
from tests.town import Town

AUDIT = ROOT / "tests" / "transport" / "audit.mjs"
LIBRARY = ROOT / "frontend" / "node_modules" / "graphql-http" / "lib" / "index.mjs"


async def test_no_must_and_no_should_of_the_specification_fails(town: Town) -> None:
    async with town.database.transaction(actors.OPERATOR) as tx:
        token = await sign_in.create_token(tx, "coordinator@demo.test", "audit")

    run = await asyncio.create_subprocess_exec(
        "node", str(AUDIT), LIBRARY.as_uri(), f"{town.settings.address}/graphql", token,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, error = await run.communicate()
    assert run.returncode == 0, error.decode()
    found = json.loads(out)

    by_word = {word: [one for one in found if one["name"].split()[0] == word] for word in ("MUST", "SHOULD", "MAY")}
    failing = [one for one in by_word["MUST"] + by_word["SHOULD"] if one["status"] != "ok"]
    assert failing == []
    assert (len(by_word["MUST"]), len(by_word["SHOULD"])) == (13, 23)
    refused = [one for one in by_word["MAY"] if one["status"] != "ok"]
    assert all("GET" in one["name"] for one in refused), refused


__all__ = ["town"]
