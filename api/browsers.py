"""/account/browsers: whether somebody is told in their own browser, beside the rest of their account."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from api.account import id_of, own
from api.rest import Asked
from api.session import device
from casework import push
from casework.push import Browser
from casework.refusals import NotOffered


async def show(asked: Asked) -> Response:
    """By which key browsers know us, and where they are told. Without a key it is not offered here."""
    async with own(asked) as tx:
        found = await push.own_browsers(tx)
        offered = _offered(asked)
        return JSONResponse(
            {
                "key": push.public_key(tx.vault) if offered else None,
                "browsers": [
                    {"id": str(one.id), "device": one.device, "createdAt": one.created_at.isoformat()} for one in found
                ],
            }
        )


async def subscribe(asked: Asked) -> Response:
    """Tell them in this browser, too."""
    async with own(asked) as tx:
        if not _offered(asked):
            raise NotOffered
        keys = asked.thing("keys")
        given = [asked.given.get("endpoint"), keys.get("p256dh"), keys.get("auth")]
        browser = Browser(*(one if isinstance(one, str) else "" for one in given))
        row = await push.subscribe_browser(tx, browser, device(asked) or "", asked.at.settings.pushes_nearby)
        return JSONResponse({"id": str(row.id)}, 201)


async def unsubscribe(asked: Asked) -> Response:
    """Tell them there no more."""
    async with own(asked) as tx:
        await push.unsubscribe_browser(tx, id_of(asked))
    return Response(status_code=204)


def _offered(asked: Asked) -> bool:
    return asked.at.settings.push or asked.at.settings.mailbox is not None
