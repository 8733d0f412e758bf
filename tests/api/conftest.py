from tests.api.at_a_provider import elm, settings
from tests.town import town

__all__ = ["elm", "settings", "town"]
