"""Tests of spreadsheets begin in a house with a case in it, a facility, and somebody who brings a list."""

from __future__ import annotations

import pytest

from tests.casework.spreadsheets.desk import Desk, furnished
from tests.house import House, house


@pytest.fixture
async def desk(house: House) -> Desk:
    return await furnished(house)


__all__ = ["house"]
