from __future__ import annotations

import pytest

from tests.ground import Ground
from tests.house import house
from tests.lived_in import a_lived_in_town
from tests.town import Town, settled, town


@pytest.fixture
async def lived_in(ground: Ground, town: Town) -> Town:
    """The town after some days of work in it."""
    await ground.clear()
    await settled(town, ground, a_lived_in_town)
    return town


__all__ = ["house", "lived_in", "town"]
