"""What carriers send to our doors, signed as they sign it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlencode

import httpx

from casework.text_account import TextAccount
from tests.town import Town

URL = "https://AC1:their-token@texts.example?from=%2B12035550100"
ACCOUNT = TextAccount.at(URL)
SECRET = "whoever pipes mail to us knows it"
_FORM = {"content-type": "application/x-www-form-urlencoded"}


@dataclass
class Phone:
    """A telephone and its carrier."""

    town: Town
    number: str
    numbers: Any = field(default_factory=lambda: count(1))

    async def knocks(self, path: str, form: dict[str, str], signature: str | None = None) -> httpx.Response:
        """The carrier sends a form. Without a ``signature`` given, its own."""
        url = f"{self.town.settings.address}{path}"
        signed = ACCOUNT.signature(url, form.items()) if signature is None else signature
        nobody = await self.town.nobody()
        return await nobody.post(path, content=urlencode(form), headers={**_FORM, "x-twilio-signature": signed})

    async def texts(self, body: str, sid: str | None = None) -> str | None:
        """They write. What is answered."""
        answer = await self.knocks("/inbound/sms", self.form(body, sid))
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/xml")
        _, found, rest = answer.text.partition("<Message>")
        return rest.partition("</Message>")[0] if found else None

    def form(self, body: str, sid: str | None = None) -> dict[str, str]:
        number = next(self.numbers)
        return {
            "MessageSid": sid or f"SM{self.number[-4:]}{number:028x}", "AccountSid": ACCOUNT.sid, "From": self.number,
            "To": "+12035550100", "Body": body, "NumMedia": "0",
        }  # fmt: skip
