"""Doors for what comes back: texts, receipts of texts, mail that did not arrive, and what calendars answer.

Machines knock here, each with the proof its kind has: a signature of the carrier of texts, or the secret of whoever
hands us the mail. Without it nothing is read further. All of it may come twice and out of order.
"""

from __future__ import annotations

import hmac
from functools import cache
from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from api.house import House, house
from casework import returns, texts
from casework.actors import DELIVERY
from casework.text_account import TextAccount

#: Bytes of a form, and of a mail: a report has our letter in it, which is small.
LARGEST_FORM, LARGEST_MAIL = 64 * 1024, 512 * 1024
_FIELDS = 200


class _Refused(Exception):
    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


async def sms(request: Request) -> Response:
    """A text came. Answered in the carrier's own words, when there is something to say."""
    at = house(request)
    try:
        given = await _signed_form(at, request)
    except _Refused as refused:
        return PlainTextResponse(f"{refused.sentence}\n", refused.status)
    said = None
    if (sid := given.get("MessageSid", "")) and len(sid) <= 64:
        async with at.database.transaction(DELIVERY) as tx:
            said = await texts.text_came(tx, sid, given.get("From", "")[:40], given.get("Body", ""))
    message = f"<Message>{escape(said)}</Message>" if said else ""
    return Response(
        f'<?xml version="1.0" encoding="UTF-8"?><Response>{message}</Response>', media_type="application/xml"
    )


async def sms_status(request: Request) -> Response:
    """The carrier says how a text of ours is."""
    at = house(request)
    try:
        given = await _signed_form(at, request)
    except _Refused as refused:
        return PlainTextResponse(f"{refused.sentence}\n", refused.status)
    sid, code = given.get("MessageSid", ""), given.get("ErrorCode", "")
    if sid and len(sid) <= 64:
        async with at.database.transaction(DELIVERY) as tx:
            changed = await texts.receipt_came(
                tx,
                sid,
                given.get("MessageStatus", "").lower()[:20],
                token=request.query_params.get("for", "")[:64],
                code=int(code) if code.isascii() and code.isdecimal() and len(code) < 8 else None,
                number=given.get("To", "")[:40],
            )
        if changed:
            # It may go another way now.
            at.waker.wake()
    return Response(status_code=204)


async def mail(request: Request) -> Response:
    """A mail came to where letters come back or calendars answer, as it was, from whoever takes mail for us."""
    at = house(request)
    secret = at.settings.inbound_mail_secret
    if not secret:
        return PlainTextResponse("There is nothing here.\n", 404)
    brought = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(brought.encode(), secret.encode()):
        return PlainTextResponse("Bring the secret.\n", 403)
    try:
        raw = await _body(request, LARGEST_MAIL)
    except _Refused as refused:
        return PlainTextResponse(f"{refused.sentence}\n", refused.status)
    async with at.database.transaction(DELIVERY) as tx:
        changed = await returns.mail_came(
            tx, raw, request.query_params.get("to", "")[:400], checked_by=at.settings.inbound_mail_checked_by
        )
    if changed:
        at.waker.wake()
    # The same whatever it was: nobody learns which addresses are ours.
    return Response(status_code=204)


@cache
def _account(sms_url: str) -> TextAccount:
    return TextAccount.at(sms_url)


async def _signed_form(at: House, request: Request) -> dict[str, str]:
    """The form's fields, if the carrier sent it."""
    if not at.settings.sms_url:
        raise _Refused(404, "There is nothing here.")
    account = _account(at.settings.sms_url)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise _Refused(403, "It is not signed.")
    raw = await _body(request, LARGEST_FORM)
    try:
        given = parse_qsl(raw.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise _Refused(403, "It is not signed.") from None
    # The address that the carrier knows, not the one by which a proxy reached us.
    query = request.scope.get("query_string", b"").decode("latin-1")
    url = f"{at.settings.address}{request.url.path}{f'?{query}' if query else ''}"
    if not account.signed(url, given, request.headers.get("x-twilio-signature", "")):
        raise _Refused(403, "It is not signed.")
    fields = dict(given)
    if fields.get("AccountSid") != account.sid or any("\0" in value for value in fields.values()):
        raise _Refused(403, "It is not for this account.")
    return fields


async def _body(request: Request, largest: int) -> bytes:
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > largest:
            raise _Refused(413, f"At most {largest:,} bytes.")
    return bytes(found)


__all__ = ["LARGEST_FORM", "LARGEST_MAIL", "mail", "sms", "sms_status"]
