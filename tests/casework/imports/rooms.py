"""An empty deployment with one legal provider, and files to import into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text

from casework import actors, imports
from casework.imports import ImportKind, Tally
from casework.transaction import Database
from schema.base import Table, new_id
from schema.organizations import Organization, OrganizationKind

EXCERPTS = Path(__file__).parents[2] / "excerpts"


@dataclass
class Room:
    """Where one test imports."""

    database: Database
    organization: UUID

    async def read(self, kind: ImportKind, path: Path, slug: str = "elm-city") -> Tally:
        async with self.database.transaction(actors.OPERATOR) as tx:
            organization = await imports.legal_provider_called(tx, slug)
            return await imports.import_file(tx, kind, path, organization=organization)

    async def excerpts(self, *names: str) -> list[Tally]:
        """Import hand-made excerpts in this order."""
        kinds = {
            "facilities": ImportKind.FACILITIES,
            "courts": ImportKind.COURTS,
            "people": ImportKind.PEOPLE,
            "custody": ImportKind.CUSTODY,
            "hearings": ImportKind.HEARINGS,
        }
        return [await self.read(kinds[name.partition("_")[0]], EXCERPTS / f"{name}.csv") for name in names]

    async def count(self, model: type[Table], *where: Any) -> int:
        async with self.database.transaction(actors.OPERATOR) as tx:
            return await tx.session.scalar(select(func.count()).select_from(model).where(*where)) or 0

    async def everything(self) -> dict[str, int]:
        """How many rows each table holds: two of these are equal when nothing was saved in between."""
        async with self.database.transaction(actors.OPERATOR) as tx:
            return {
                table: await tx.session.scalar(text(f'select count(*) from "{table}"')) or 0
                for table in sorted(Table.metadata.tables)
            }


async def furnished(database: Database) -> Room:
    organization = new_id()
    async with database.transaction(actors.OPERATOR) as tx:
        tx.session.add(
            Organization(id=organization, slug="elm-city", name="Elm City", kind=OrganizationKind.LEGAL_PROVIDER)
        )
        tx.session.add(Organization(slug="neighbors", name="Neighbors", kind=OrganizationKind.COMMUNITY_GROUP))
    return Room(database, organization)
