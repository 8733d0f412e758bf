"""Inputs: what was given, and what was left out. Left out means "stay as it is"; null means "none"."""

from __future__ import annotations

from typing import Any

import strawberry


def given(value: Any) -> bool:
    """Whether the client named this field."""
    return value is not strawberry.UNSET


def changes(source: object, *names: str) -> dict[str, Any]:
    """The named fields that were given."""
    return {name: value for name in names if given(value := getattr(source, name))}
