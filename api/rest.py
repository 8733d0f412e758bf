"""Doors beside /graphql that take one JSON object: the same guards, the same refusals."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.guards import BadRequest, json_object, same_site
from api.house import House, house
from api.language import asked_for
from casework import refusals
from casework.language import LANGUAGES

#: What a refusal is in HTTP. Anything else of them is 409.
_STATUS: dict[type[refusals.Refusal], int] = {
    refusals.Invalid: 422,
    refusals.NotFound: 404,
    refusals.NotPermitted: 403,
    refusals.ConfirmFirst: 403,
    refusals.SignInRefused: 401,
    refusals.CodeRefused: 401,
    refusals.LinkOver: 410,
    refusals.SecondStepFirst: 403,
    refusals.NoProvider: 404,
    refusals.NotOffered: 404,
    refusals.NotLinked: 403,
    refusals.ProviderDemanded: 403,
    refusals.ProviderRefused: 401,
    refusals.ProviderNotReached: 503,
    refusals.TooOften: 429,
}
_LARGEST = 16_384

log = logging.getLogger("presencia.rest")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, read."""

    request: Request
    at: House
    given: dict[str, Any]

    def text(self, name: str, *, most: int = 1_000) -> str:
        """A text that must be there. Raises :class:`BadRequest`."""
        found = self.given.get(name)
        if not isinstance(found, str) or len(found) > most:
            raise BadRequest(400, f"Send {name} as text.")
        return found

    def thing(self, name: str) -> dict[str, Any]:
        """An object that must be there. Raises :class:`BadRequest`."""
        found = self.given.get(name)
        if not isinstance(found, dict):
            raise BadRequest(400, f"Send {name} as an object.")
        return found

    def cookie(self, name: str) -> str:
        """A cookie's value, or an empty text."""
        return self.request.cookies.get(name, "")


Answer = Callable[[Asked], Awaitable[Response]]


def answering(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of a door: guards before it, refusals after it, and nothing of it kept by anybody on the way."""

    async def endpoint(request: Request) -> Response:
        try:
            response = await _answered(answer, request)
        except BadRequest as problem:
            response = JSONResponse({"message": problem.sentence}, problem.status)
        except refusals.Refusal as refusal:
            response = refused(refusal, asked_for(request) or LANGUAGES[0])
        response.headers["cache-control"] = "no-store"
        return response

    endpoint.__name__ = getattr(answer, "__name__", "endpoint")
    return endpoint


async def _answered(answer: Answer, request: Request) -> Response:
    at = house(request)
    same_site(request, at.settings.address)
    bare = request.method in {"GET", "DELETE"}
    given = {} if bare else await json_object(request, _LARGEST)
    return await answer(Asked(request, at, given))


def refused(refusal: refusals.Refusal, language: str) -> Response:
    """A refusal as JSON: its kind, its sentence, and the field it is about."""
    said: dict[str, Any] = {"kind": type(refusal).__name__, "message": refusal.said(language)}
    headers = {}
    if isinstance(refusal, refusals.Invalid):
        said["field"] = refusal.field
    if isinstance(refusal, refusals.TooOften):
        headers["retry-after"] = str(refusal.minutes * 60)
    return JSONResponse(said, _STATUS.get(type(refusal), 409), headers)


__all__ = ["Asked", "answering", "refused"]
