"""Tables and papers by HTTP, as the page asks for them."""

from __future__ import annotations

from typing import Any

import httpx

from tests.town import PASSWORD, Seat, Town


async def take_away(town: Town, seat: Seat, what: str, **given: Any) -> httpx.Response:
    """Ask for one, of the legal organization."""
    asked = {"organizationId": town.organizations["elm-city"], **given}
    return await seat.http.post(f"/exports/{what}", json=asked)


async def confirm(seat: Seat) -> None:
    """Somebody proves once more that it is them."""
    answer = await seat.http.post("/account/proof", json={"password": PASSWORD})
    assert answer.status_code in (200, 204), answer.text
