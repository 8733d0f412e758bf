"""The servers that tests and `make run` stand on."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage

import asyncpg
import pytest

from casework.settings import Settings
from commands import mail_catcher
from commands.mail_catcher import Catcher
from migrations import roles


async def test_the_application_signs_in_as_a_role_that_owns_nothing_and_bypasses_nothing(database_url: str) -> None:
    connection = await roles.connect(database_url)
    try:
        role = await connection.fetchrow("select * from pg_roles where rolname = current_user")
        owned = await connection.fetchval("select count(*) from pg_class where relowner = current_user::regrole")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("create table notes_of_mine (id int)")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(f"set role {roles.OWNER}")
    finally:
        await connection.close()

    assert role is not None
    assert role["rolname"] == roles.APP
    assert not any(role[right] for right in ("rolsuper", "rolbypassrls", "rolcreaterole", "rolcreatedb"))
    assert owned == 0


async def test_without_an_actor_no_row_of_any_table_is_seen(database_url: str, owner_url: str) -> None:
    owner = await roles.connect(owner_url)
    await owner.execute(
        "insert into organizations (id, slug, name, kind) values (gen_random_uuid(), 'elm', 'Elm', 'legal_provider')"
    )
    await owner.close()

    connection = await roles.connect(database_url)
    try:
        assert await connection.fetchval("select count(*) from organizations") == 0
    finally:
        await connection.close()


def test_a_caught_letter_is_read_back_as_it_was_sent(smtp: Catcher) -> None:
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "Tomorrow, 9:00", "a@demo.test", "b@demo.test"
    letter.set_content("Room 4 — ¿viene?\n")

    with smtplib.SMTP(port=int(smtp.url.rpartition(":")[2]), host="127.0.0.1") as server:
        server.send_message(letter)

    [kept] = mail_catcher.kept(smtp.folder)
    assert kept.message["Subject"] == "Tomorrow, 9:00"
    assert kept.message["X-Envelope-To"] == "b@demo.test"
    assert kept.message.get_content().splitlines() == ["Room 4 — ¿viene?"]


def test_settings_keep_their_secrets_when_printed(settings: Settings) -> None:
    shown = repr(settings)

    assert "postgresql" not in shown
    assert "redis" not in shown
