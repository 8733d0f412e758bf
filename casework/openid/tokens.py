"""Identity tokens: what a provider says of whoever signed in there, and whether it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

#: Signatures that only the provider can make. What is signed with a shared secret, or not at all, is not signed.
SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_KINDS = ("RSA", "EC")
#: How far its clock may go wrong, and how old a token may be.
_SKEW, _OLDEST = 60, 600
#: "Several factors", as providers say it: in amr (RFC 8176), and in acr (OpenID EAP ACR Values; PAPE; REFEDS).
_SEVERAL = "mfa"
_ASSURED = frozenset(
    {
        "phr",
        "phrh",
        "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
        "https://refeds.org/profile/mfa",
    }
)


class NotBelieved(Exception):
    """Something about a token is not right; the word says what."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is believed of whoever comes back."""

    #: Who it is there. With the issuer it is an identity; nothing else of the token is.
    subject: str
    #: It says that they proved themselves in more than one way.
    several_factors: bool
    #: When they proved themselves there, where it says so.
    proved_at: datetime | None


def believed(
    token: str,
    keys: Mapping[str, Any],
    *,
    issuer: str,
    client_id: str,
    nonce: str,
    access_token: str,
    asked_anew_at: datetime | None,
    now: datetime,
) -> Told:
    """What the token tells, when everything about it is right (OpenID Connect Core 3.1.3.7). Raises
    :class:`NotBelieved`.
    """
    try:
        read = jwt.decode(token, _signing(keys), algorithms=list(SIGNATURES))
        claims = CodeIDToken(
            read.claims,
            read.header,
            {"iss": {"essential": True, "value": issuer}, "aud": {"essential": True, "value": client_id}},
            {"nonce": nonce, "client_id": client_id, "access_token": access_token},
        )
        claims.validate(now=int(now.timestamp()), leeway=_SKEW)
    except (JoseError, ValueError, TypeError, KeyError) as wrong:
        raise NotBelieved(type(wrong).__name__) from None
    subject, issued = claims["sub"], claims["iat"]
    if not isinstance(subject, str) or not 1 <= len(subject) <= 255:
        raise NotBelieved("subject")
    if not isinstance(issued, int | float) or issued < now.timestamp() - _OLDEST:
        raise NotBelieved("age")
    methods = claims.get("amr") or []
    several = _SEVERAL in methods or claims.get("acr") in _ASSURED
    proved_at = _proved_at(claims.get("auth_time"), now)
    # Whoever is asked with max_age must say when (OpenID Connect Core 3.1.2.1).
    if asked_anew_at and (proved_at is None or proved_at < asked_anew_at - timedelta(seconds=_SKEW)):
        raise NotBelieved("auth_time: not asked anew")
    return Told(subject, several, proved_at)


def _signing(keys: Mapping[str, Any]) -> KeySet:
    """The keys that may sign; a shared secret among them is none."""
    found = keys.get("keys")
    if not isinstance(found, list):
        raise NotBelieved("keys")
    return KeySet.import_key_set(
        {
            "keys": [
                one
                for one in found
                if isinstance(one, dict) and one.get("kty") in _KINDS and one.get("use", "sig") == "sig"
            ]
        }
    )


def _proved_at(said: Any, now: datetime) -> datetime | None:
    if not isinstance(said, int | float) or isinstance(said, bool) or not 0 < said < 2**40:
        return None
    return min(now, datetime.fromtimestamp(said, UTC))


__all__ = ["NotBelieved", "Told", "believed"]
