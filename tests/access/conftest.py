from tests.house import house
from tests.town import town

__all__ = ["house", "town"]
