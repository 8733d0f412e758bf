"""Every test of imports begins in a deployment with one legal provider."""

from __future__ import annotations

import pytest

from casework.transaction import Database
from tests.casework.imports.rooms import Room, furnished


@pytest.fixture
async def room(database: Database) -> Room:
    return await furnished(database)
