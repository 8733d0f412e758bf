import pytest

# Chapters of a journey assert, too: a failure says what differs.
pytest.register_assert_rewrite("tests.journeys.mateo")

from tests.town import town  # noqa: E402

__all__ = ["town"]
