"""What ties a visit at the provider to one browser."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tied:
    """State, nonce and PKCE verifier of one visit, each derived from the secret in the browser's cookie."""

    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)

    @classmethod
    def to(cls, secret: str) -> Tied:
        """Of the browser that holds this secret."""
        return cls(_derived(secret, "state"), _derived(secret, "nonce"), _derived(secret, "verifier"))

    def is_state(self, said: str) -> bool:
        """Whether the provider sent this very browser back."""
        return hmac.compare_digest(self.state.encode(), said.encode())


def _derived(secret: str, what: str) -> str:
    found = hmac.digest(secret.encode(), f"presencia openid {what}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode()


__all__ = ["Tied"]
