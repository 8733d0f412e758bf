"""Whether the tables are those this version was written for."""

from __future__ import annotations

from sqlalchemy import text

from casework.actors import HOUSEKEEPING
from casework.transaction import Database

#: The newest migration this code needs.
REVISION = "0005"


async def migrated(database: Database) -> bool:
    """The database stands at this version's migration, or a later one. Raises what the driver raises when it is
    away.
    """
    async with database.transaction(HOUSEKEEPING) as tx:
        found = await tx.session.scalar(text("select version_num from alembic_version"))
    return bool(found and found >= REVISION)
