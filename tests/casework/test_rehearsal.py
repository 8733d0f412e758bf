"""A rehearsal is one transaction: at its end all of it is there, or nothing."""

from __future__ import annotations

from datetime import timedelta
from email.headerregistry import Address

import pytest
from sqlalchemy import func, select

from casework import actors, organizations, tasks
from casework.notices import House
from casework.rehearsal import rehearse
from casework.transaction import Database
from schema.audit import AuditEntry
from schema.organizations import Organization, OrganizationKind, Role
from schema.tasks import Task
from tests.clock import NOW

HOUSE = House("http://127.0.0.1:8000", Address("Presencia", addr_spec="house@example.test"))


async def live(database: Database, *, until: str | None = None) -> None:
    async with rehearse(database, HOUSE) as rehearsed:
        async with rehearsed.acting(actors.OPERATOR, NOW - timedelta(days=30)) as tx:
            organization = await organizations.found_organization(
                tx, slug="elm-city", name="Elm City", kind=OrganizationKind.LEGAL_PROVIDER, phone="203 555 0100"
            )
            ana = await organizations.engage(
                tx, organization.id, name="Ana Reyes", email="ana@example.test", roles=[Role.COORDINATOR]
            )
        async with rehearsed.acting(actors.Person(ana.id), NOW - timedelta(days=29)) as tx:
            await tasks.add_task(tx, organization.id, title="Find a room for Thursday")
        if until:
            raise RuntimeError(until)


async def test_each_act_is_dated_when_it_happened(database: Database) -> None:
    await live(database)

    async with database.transaction(actors.OPERATOR) as tx:
        task = (await tx.session.scalars(select(Task))).one()
        trail = list(await tx.session.execute(select(AuditEntry.act, AuditEntry.at).order_by(AuditEntry.seq)))
    assert task.created_at == NOW - timedelta(days=29)
    assert tuple(trail[0]) == ("organization.founded", NOW - timedelta(days=30))
    assert tuple(trail[-1]) == ("task.added", NOW - timedelta(days=29))


async def test_what_breaks_off_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError):
        await live(database, until="the power goes")

    async with database.transaction(actors.OPERATOR) as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Organization)) == 0
        assert await tx.session.scalar(select(func.count()).select_from(AuditEntry)) == 0
