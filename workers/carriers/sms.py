"""Text messages, by Twilio or whoever speaks as it does.

What it answers is read by its own codes first, then by the status: 21610, they told the carrier to stop; 21211, 21614
and the like, no such telephone; 429 and 5xx, later. 401 and 403 are our own fault, and the line's: later, until
somebody has mended it.
"""

from __future__ import annotations

import logging
from typing import Any

import httpx2

from casework.notices import Outcome, Outgoing, Said
from casework.text_account import NOBODY_THERE, OURS, STOPPED, TOO_FAST, TextAccount
from workers.carriers.one_by_one import OneByOne, later, refused, retry_after

#: Seconds for one answer.
PATIENCE = 15.0
#: Who we are was wrong, or the address of the carrier's account.
_OUR_STATUS = frozenset({401, 403, 404, 405})

log = logging.getLogger(__name__)


class Sms(OneByOne):
    """The account that texts go out by. ``callback`` is where the carrier tells what became of them."""

    def __init__(self, account: TextAccount, callback: str | None) -> None:
        self._account = account
        self._callback = callback
        self._client = httpx2.AsyncClient(
            auth=(account.sid, account.token),
            timeout=httpx2.Timeout(PATIENCE, connect=5.0, pool=PATIENCE * 4),
            limits=httpx2.Limits(max_connections=8, max_keepalive_connections=8, keepalive_expiry=60.0),
            follow_redirects=False,
            trust_env=False,
        )

    async def carry_one(self, letter: Outgoing) -> Said:
        form = {"To": letter.to, "Body": letter.letter.short or letter.letter.subject}
        form |= {"From": self._account.sender} if self._account.sender else {}
        form |= {"MessagingServiceSid": self._account.service} if self._account.service else {}
        if self._callback:
            form["StatusCallback"] = f"{self._callback}?for={letter.token}"
        # The same of each try: who knows it does not send it twice.
        key = str(letter.notice_id)
        try:
            answer = await self._client.post(
                f"{self._account.base_url}/2010-04-01/Accounts/{self._account.sid}/Messages.json",
                data=form,
                headers={"I-Twilio-Idempotency-Token": key, "Idempotency-Key": key},
            )
        except httpx2.HTTPError as error:
            return later(letter, "timeout" if isinstance(error, httpx2.TimeoutException) else "no_line", line=True)
        return judged(letter, answer.status_code, _told(answer), answer.headers.get("retry-after"))

    async def close(self) -> None:
        await self._client.aclose()


def judged(letter: Outgoing, status: int, told: dict[str, Any], wait: str | None) -> Said:
    """What the carrier's answer means. Its sentence is not kept: it may hold the number."""
    code = told.get("code") or told.get("error_code")
    code = code if isinstance(code, int) else None
    said = f"{status} {code}" if code else str(status)
    if status < 300 and code is None:
        sid = told.get("sid")
        known = sid if isinstance(sid, str) and 0 < len(sid) <= 64 else None
        return Said(letter.notice_id, letter.attempt, Outcome.CARRIED, said, carrier_id=known)
    if code in STOPPED:
        return refused(letter, said, stopped=True)
    if code in NOBODY_THERE:
        return refused(letter, said, dead=True)
    if status == 429 or code in TOO_FAST:
        return later(letter, said, again_after=retry_after(wait) or 30.0, line=True)
    if status >= 500 or status in _OUR_STATUS or code in OURS or status < 400:
        if status in _OUR_STATUS or code in OURS:
            log.error("the carrier of texts does not take them from us: %s", said)
        return later(letter, said, again_after=retry_after(wait), line=True)
    return refused(letter, said)


def _told(answer: httpx2.Response) -> dict[str, Any]:
    try:
        found = answer.json() if len(answer.content) <= 65_536 else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


__all__ = ["Sms", "judged"]
