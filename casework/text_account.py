"""The account at a provider of text messages: whoever sends with it, and whoever reads what it tells us, knows it."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

#: What the provider's error codes mean (Twilio, "Error and warning dictionary"). Nobody is there: no such number, no
#: telephone that takes texts, a landline, nobody reached there any more.
NOBODY_THERE = frozenset({21211, 21214, 21217, 21265, 21401, 21421, 21614, 30005, 30006})
#: They told the carrier itself to stop.
STOPPED = frozenset({21610})
#: Too fast, or their queue is full.
TOO_FAST = frozenset({14107, 20429, 21611, 30001, 30022})
#: It is us that the carrier takes nothing from: who we are, what we may send, and from which number.
OURS = frozenset({20003, 20005, 20008, 21212, 21603, 21606, 21612, 21659, 21660, 21703, 30002, 30034})


@dataclass(frozen=True, slots=True)
class TextAccount:
    """An account at Twilio, or at whoever speaks as it does."""

    #: Without a slash at the end.
    base_url: str
    sid: str
    token: str = field(repr=False)
    #: The number they see, or the service that chooses one.
    sender: str | None
    service: str | None

    @classmethod
    def at(cls, url: str) -> TextAccount:
        """Read ``PRESENCIA_SMS_URL``. Raises :class:`ValueError` with a sentence."""
        parts = urlsplit(url)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        sender, service = query.get("from"), query.get("service")
        plain = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost", "::1"}
        if (
            (parts.scheme != "https" and not plain)
            or not (parts.hostname and parts.username and parts.password)
            or (sender is None) == (service is None)
        ):
            raise ValueError(
                "PRESENCIA_SMS_URL is written https://SID:TOKEN@api.twilio.com?from=%2B12035550100, or ?service=MG… in"
                " place of a number."
            )
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return cls(
            base_url=f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}{parts.path.rstrip('/')}",
            sid=unquote(parts.username),
            token=unquote(parts.password),
            sender=sender,
            service=service,
        )

    def signature(self, url: str, given: Iterable[tuple[str, str]]) -> str:
        """What ``X-Twilio-Signature`` must be of a form that comes to this address: HMAC-SHA1 over the address and all
        fields in the order of their names (Twilio, "Validating requests"). A field that comes twice counts once with
        each of its values.
        """
        signed = url + "".join(name + value for name, value in sorted(set(given)))
        return base64.b64encode(hmac.new(self.token.encode(), signed.encode(), hashlib.sha1).digest()).decode()

    def signed(self, url: str, given: Iterable[tuple[str, str]], signature: str) -> bool:
        """Whether the provider sent it, told in a time that does not depend on how wrong it is."""
        return hmac.compare_digest(self.signature(url, given).encode(), signature.encode())


__all__ = ["NOBODY_THERE", "OURS", "STOPPED", "TOO_FAST", "TextAccount"]
