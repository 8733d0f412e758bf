"""GET /sightings/photos/{id}: the copy of a photo in which faces and plates are covered; ``?original=1`` the photo as
it was sent, for who verifies the sighting, which is an entry in the trail.
"""

from __future__ import annotations

import secrets
from uuid import UUID

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from api.guards import BadRequest, same_site_link
from api.house import arriving, house
from api.language import asked_for
from casework import refusals, sightings
from casework.language import LANGUAGES
from schema.documents import FileKind

_TYPES = {FileKind.JPEG: "image/jpeg", FileKind.PNG: "image/png", FileKind.HEIC: "image/heic"}


async def get(request: Request) -> Response:
    """A photo. Nobody on the way keeps it."""
    try:
        response = await _opened(request)
    except BadRequest as problem:
        response = PlainTextResponse(problem.sentence + "\n", problem.status)
    except refusals.Refusal as refusal:
        response = PlainTextResponse(refusal.said(asked_for(request) or LANGUAGES[0]) + "\n", 404)
    response.headers["cache-control"] = "no-store"
    return response


async def _opened(request: Request) -> Response:
    at = house(request)
    same_site_link(request, at.settings.address)
    arrival = await arriving(request)
    if arrival is None:
        raise BadRequest(401, "Sign in first.")
    try:
        picture_id = UUID(hex=request.path_params["id"])
    except ValueError:
        raise refusals.NotFound from None
    display = request.query_params.get("original") != "1"
    async with at.database.transaction(arrival.person, request_id=secrets.token_hex(8)) as tx:
        picture = await sightings.open_picture(tx, picture_id, display=display)
        await tx.record_views("OpenSightingPhoto")
    return Response(
        picture.content,
        media_type=_TYPES[picture.kind],
        headers={
            "content-disposition": "inline",
            "x-content-type-options": "nosniff",
            "content-security-policy": "default-src 'none'; sandbox",
            "cross-origin-resource-policy": "same-origin",
        },
    )


__all__ = ["get"]
