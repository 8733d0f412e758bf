"""The master key is rotated while everything runs: nothing is lost, nothing waits, and the old key opens nothing."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest
from sqlalchemy import select

from casework import rotation
from casework.actors import OPERATOR
from casework.master_keys import KeyRing
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import PieceOf, Vault, VaultError
from commands.keys import rotate_keys
from schema.documents import CaseFile, FilePiece
from schema.notes import Note
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town, town

KEYS = 2_500


async def crowd(ground: Ground, vault: Vault) -> None:
    """More data keys than are wrapped at once."""
    rows = [vault.new_key() for _ in range(KEYS)]
    await ground.connection.executemany("insert into vault_keys (id, wrapped, master_key) values ($1, $2, $3)", rows)


async def read_all(database: Database, ring: KeyRing, ground: Ground) -> int:
    """Every data key unwrapped by the newest key alone."""
    alone = Vault(KeyRing((ring.current,)), remembered=10 * KEYS)
    rows = await ground.connection.fetch("select id, wrapped from vault_keys")
    for row in rows:
        alone.unwrap(row["id"], row["wrapped"])
    return len(rows)


async def test_after_a_rotation_the_new_key_opens_everything_and_links_are_the_same(town: Town, ground: Ground) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    case = await steps.take_in_mateo(town, ana)
    await ana.do("writeNote", caseId=case["id"], body="Called the jail.")
    subscribed = await ana.do(
        "subscribeFeed", "feed { address }", organizationId=town.organizations["elm-city"], filter="MY_CASES", name="x"
    )
    # More than one piece of it.
    file = await steps.a_file(ana, case["id"], b"Called the jail. " * 40_000)
    await crowd(ground, town.database.vault)
    before = KeyRing.read(town.settings.master_key_file)

    assert await rotate_keys(town.settings) == 0

    ring = KeyRing.read(town.settings.master_key_file)
    assert (len(ring.keys), ring.root, ring.current == before.current) == (2, before.root, False)
    assert await read_all(town.database, ring, ground) > KEYS
    # Another process reads, seals, finds by number and by name, and serves the same calendar.
    fresh = Database(town.settings.database_url, Vault.at(town.settings.master_key_file), pool_size=2)
    async with fresh.transaction(OPERATOR) as tx:
        note = await tx.session.get(Note, (await ground.connection.fetchval("select id from notes")))
        assert note is not None and await tx.opened(note, "body") == "Called the jail."
        (row,) = await tx.session.scalars(select(CaseFile))
        pieces = list(await tx.session.scalars(select(FilePiece).order_by(FilePiece.place)))
        await tx.unlock([row.vault_key_id])
        opened = [fresh.vault.open_piece(one.content, PieceOf("file_pieces", row.id, one.place, 3)) for one in pieces]
        assert b"".join(opened) == b"Called the jail. " * 40_000
        assert fresh.vault.index("x", "y", "z") == town.database.vault.index("x", "y", "z")
    await fresh.close()
    assert (await ana.http.get(f"/files/{file['id']}")).content == b"Called the jail. " * 40_000
    calendar = await (await town.nobody()).get(subscribed["feed"]["address"])
    assert calendar.status_code == 200
    # Whoever has the database and the old key alone opens nothing any more.
    old = Vault(KeyRing((before.current,)))
    row = await ground.connection.fetchrow("select id, wrapped from vault_keys limit 1")
    with pytest.raises(VaultError):
        old.unwrap(row["id"], row["wrapped"])


async def test_whoever_runs_meanwhile_notices_and_nobody_fails(settings: Settings, ground: Ground) -> None:
    running = Database(settings.database_url, Vault.at(settings.master_key_file), pool_size=2)
    await crowd(ground, running.vault)
    stop = asyncio.Event()

    async def at_work() -> int:
        turns = 0
        while not stop.is_set():
            async with running.transaction(OPERATOR) as tx:
                key = await tx.new_key()
                some = await ground.connection.fetch("select id from vault_keys order by random() limit 20")
                for row in some:
                    running.vault.forget(row["id"])
                await tx.unlock([key, *(row["id"] for row in some)])
            turns += 1
        return turns

    working = asyncio.create_task(at_work())
    async with asyncio.timeout(60):
        rotating = Database(settings.database_url, Vault.at(settings.master_key_file), pool_size=2)
        await rotation.rotate(rotating, settings.master_key_file)
        await rotating.close()
        await asyncio.sleep(0.1)
    stop.set()
    turns = await working

    ring = KeyRing.read(settings.master_key_file)
    assert turns > 3
    assert await rotation.left(running, ring) <= 1
    await running.close()


async def test_killed_half_way_it_goes_on_where_it_was(settings: Settings, ground: Ground) -> None:
    rotating = Database(settings.database_url, Vault.at(settings.master_key_file), pool_size=2)
    await crowd(ground, rotating.vault)

    class Killed(Exception):
        pass

    def kill(done: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        await rotation.rotate(rotating, settings.master_key_file, kill)
    halfway = KeyRing.read(settings.master_key_file)
    assert await rotation.left(rotating, halfway) == KEYS - 1_000

    done = await rotation.rotate(rotating, settings.master_key_file)

    assert (done, KeyRing.read(settings.master_key_file)) == (KEYS - 1_000, halfway)
    assert await read_all(rotating, halfway, ground) == KEYS
    # The next rotation lets go of what wraps nothing any more, and keeps the first key of all.
    await rotation.rotate(rotating, settings.master_key_file)
    third = KeyRing.read(settings.master_key_file)
    assert len(third.keys) == 3 and third.root == halfway.root
    await rotation.rotate(rotating, settings.master_key_file)
    assert len(KeyRing.read(settings.master_key_file).keys) == 3
    await rotating.close()


async def test_a_data_key_that_no_key_unwraps_stops_it_and_loses_nothing(
    settings: Settings, ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    await crowd(ground, Vault.at(settings.master_key_file))
    strange = Vault(KeyRing.generate()).new_key()
    await ground.connection.execute("insert into vault_keys (id, wrapped, master_key) values ($1, $2, $3)", *strange)

    assert await rotate_keys(settings) == 1

    assert "is not wrapped by this master key" in capsys.readouterr().err
    assert await ground.connection.fetchval("select wrapped from vault_keys where id = $1", strange[0]) == strange[1]


async def test_keys_of_the_environment_are_rotated_to_the_one_put_first(
    settings: Settings, ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    def written(ring: KeyRing) -> str:
        return " ".join(base64.b64encode(key.secret).decode() for key in ring.keys)

    old = KeyRing.generate()
    await crowd(ground, Vault.at(settings.master_key_file, written(old)))
    both = KeyRing((*KeyRing.generate().keys, *old.keys))
    given = settings.model_copy(update={"master_key": written(both)})

    assert await rotate_keys(given) == 0

    fresh = Database(settings.database_url, Vault.at(settings.master_key_file, written(both)), pool_size=2)
    assert await read_all(fresh, both, ground) == KEYS
    await fresh.close()
    # Nothing was written to the file, and nothing of a key is said, not even of one that is none.
    assert both.current.name not in {key.name for key in KeyRing.read(settings.master_key_file).keys}
    with pytest.raises(SystemExit) as ended:
        await rotate_keys(settings.model_copy(update={"master_key": "hunter2hunter2"}))
    said = f"{ended.value}{capsys.readouterr()}"
    assert "PRESENCIA_MASTER_KEY does not hold" in said and "hunter2" not in said


def test_a_key_file_is_replaced_whole_and_read_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    KeyRing.generate().write(file)
    with pytest.raises(FileExistsError):
        KeyRing.generate().write(file)

    KeyRing((*KeyRing.generate().keys, *KeyRing.read(file).keys)).replace(file)

    assert len(KeyRing.read(file).keys) == 2
    assert (file.stat().st_mode & 0o777, [one.name for one in tmp_path.iterdir()]) == (0o600, ["master.key"])
    for bad in ("", "nonsense", "AAAA\n"):
        file.write_text(bad)
        with pytest.raises(ValueError, match="does not hold a master key"):
            KeyRing.read(file)


__all__ = ["town"]
