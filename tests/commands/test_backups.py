"""An old backup brings nothing back that was erased since: the data keys are kept apart, and of them only today's."""

from __future__ import annotations

import asyncio
import secrets
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from casework.vault import Erased, Vault
from commands import postgres, scratch
from migrations import roles
from tests.access.test_what_is_erased import a_closed_case
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town, town


@pytest.fixture
async def elsewhere(cluster: scratch.Cluster) -> AsyncIterator[tuple[str, asyncpg.Connection[Any]]]:
    """Another database, empty: where a backup is laid back."""
    name = f"test_{secrets.token_hex(6)}"
    await asyncio.to_thread(cluster.make, name)
    connection = await roles.connect(cluster.superuser_url_of(name))
    yield cluster.superuser_url_of(name).replace("+asyncpg", ""), connection
    await connection.close()
    whole = await roles.connect(cluster.superuser_url)
    await whole.execute(f'drop database "{name}" with (force)')
    await whole.close()


async def run(tool: str, *arguments: str | Path) -> None:
    done = await asyncio.to_thread(
        subprocess.run, [str(postgres.tool(tool)), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


async def test_a_backup_from_before_opens_nothing_that_was_erased_since_and_all_the_rest(
    town: Town,
    ground: Ground,
    cluster: scratch.Cluster,
    elsewhere: tuple[str, asyncpg.Connection[Any]],
    tmp_path: Path,
) -> None:
    case, ana, luis, _ = await a_closed_case(town)
    staying = await steps.take_in_mateo(town, ana, legalName="Lucía Paz Soto", publicName="Lucía", aNumbers=[])
    named = await ground.connection.fetchval("select current_database()")
    here = cluster.superuser_url_of(named).replace("+asyncpg", "")
    rest, keys = tmp_path / "presencia.dump", tmp_path / "keys.dump"
    # As docs/operating.md has it.
    await run("pg_dump", "-Fc", "--exclude-table-data=vault_keys", here, "-f", rest)
    erased = await luis.do("eraseCase", caseId=case["id"], expectedRevision=case["revision"])
    assert erased["__typename"] == "EraseCasePayload"
    await run("pg_dump", "-Fc", "--data-only", "--table=vault_keys", here, "-f", keys)

    there, restored = elsewhere
    for part in (["--section=pre-data", rest], ["--section=data", rest], [keys], ["--section=post-data", rest]):
        await run("pg_restore", "-d", there, *part)

    numbers = {case["shortId"]: None, staying["shortId"]: "Lucía Paz Soto"}
    rows = await restored.fetch(
        "select c.number, i.detainee_id, i.legal_name, v.id, v.wrapped from cases c"
        " join identities i using (detainee_id)"
        " join vault_keys v on v.id = encode(substring(i.legal_name from 2 for 16), 'hex')::uuid"
    )
    assert {f"C-{row['number']}" for row in rows} == set(numbers)
    for row in rows:
        vault = Vault.at(town.settings.master_key_file)
        expected = numbers[f"C-{row['number']}"]
        if expected is None:
            with pytest.raises(Erased):
                vault.unwrap(row["id"], row["wrapped"])
            continue
        vault.unwrap(row["id"], row["wrapped"])
        assert vault.opened(row["legal_name"], b"identities.legal_name", row["detainee_id"].bytes) == expected
    assert await restored.fetchval("select count(*) from pg_policies") == await ground.connection.fetchval(
        "select count(*) from pg_policies"
    )


__all__ = ["town"]
