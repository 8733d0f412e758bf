"""Guards of the front door: strict bodies, and no request from another site.

The stock GraphQL router answers 500 to several bodies (SECURITY §1); so they are read here. What a document may ask is
bounded by :mod:`api.plans.limits`.
"""

from __future__ import annotations

from typing import Any

import orjson
from starlette.requests import Request

LARGEST_BODY = 256 * 1024
#: Brackets within each other, and digits of one number.
_NESTED, _DIGITS = 40, 30


class BadRequest(Exception):
    """The request is not one of ours; ``status`` and a sentence say why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def same_site(request: Request, own: str) -> None:
    """Refuse a request that another site makes a browser send. Scripts with a token send no cookie and pass."""
    if request.headers.get("x-presencia") != "1":
        raise BadRequest(403, "Send the header X-Presencia: 1.")
    if request.headers.get("sec-fetch-site") not in (None, "same-origin", "none"):
        raise BadRequest(403, "Only pages of this address may ask.")
    origin = request.headers.get("origin")
    if origin is not None:
        host = origin.partition("://")[2]
        if origin != own and host != request.headers.get("host"):
            raise BadRequest(403, "Only pages of this address may ask.")


def same_site_link(request: Request, own: str) -> None:
    """The same for what a link of the page leads to, with which a browser sends no header of ours."""
    if request.headers.get("sec-fetch-site") not in (None, "same-origin", "none"):
        raise BadRequest(403, "Only pages of this address may ask.")
    origin = request.headers.get("origin")
    if origin == "null" and request.headers.get("sec-fetch-site") == "same-origin":
        # A form of a page that tells nobody where it lies (no-referrer): the browser itself says that it is ours.
        return
    if origin is not None and origin != own and origin.partition("://")[2] != request.headers.get("host"):
        raise BadRequest(403, "Only pages of this address may ask.")


async def json_object(request: Request, largest: int = LARGEST_BODY) -> dict[str, Any]:
    """The JSON object in the body. Raises :class:`BadRequest` for anything else."""
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    if media.strip().lower() != "application/json" or parameters.strip().lower() not in ("", "charset=utf-8"):
        raise BadRequest(415, "Send application/json.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise BadRequest(415, "Send the body uncompressed.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            told = request.headers.get("content-length", "")
            amount = f"{int(told):,}" if told.isdecimal() and len(told) < 20 else f"more than {largest:,}"
            raise BadRequest(413, f"The body is {amount} bytes long: at most {largest:,}.")
    _bounded(body)
    try:
        found = orjson.loads(bytes(body))
    except orjson.JSONDecodeError:
        raise BadRequest(400, "The body is not JSON.") from None
    if not isinstance(found, dict):
        raise BadRequest(400, "The body must be a JSON object.")
    if _holds_nul(found):
        raise BadRequest(400, "A text holds a character that no text may hold.")
    return found


def _bounded(body: bytes | bytearray) -> None:
    """Nesting and digits, before anything is built from them."""
    depth = deepest = digits = longest = 0
    text = escaped = False
    for byte in body:
        if text:
            if escaped:
                escaped = False
            elif byte == 0x5C:
                escaped = True
            elif byte == 0x22:
                text = False
            continue
        if byte == 0x22:
            text, digits = True, 0
        elif byte in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif byte in b"]}":
            depth -= 1
        if 0x30 <= byte <= 0x39:
            digits += 1
            longest = max(longest, digits)
        else:
            digits = 0
    if deepest > _NESTED:
        raise BadRequest(400, f"The body is {deepest:,} brackets deep: at most {_NESTED}.")
    if longest > _DIGITS:
        raise BadRequest(400, f"The body holds a number of {longest:,} digits: at most {_DIGITS}.")


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any("\0" in name or _holds_nul(item) for name, item in value.items())
    return isinstance(value, list) and any(_holds_nul(item) for item in value)
