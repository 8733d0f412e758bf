"""Tests here begin in a house with a case in it."""

from __future__ import annotations

from tests.house import house

__all__ = ["house"]
