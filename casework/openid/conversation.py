"""One conversation with a provider: where its doors are, the way there, and the code that comes back."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx2
import orjson
from authlib.integrations.httpx_client import AsyncOAuth2Client, OAuthError
from authlib.oidc.discovery import get_well_known_url

from casework.openid.outside import STEP_SECONDS, WHOLE_SECONDS, NotGoneTo, Outside, permitted
from casework.openid.tied import Tied
from casework.openid.tokens import NotBelieved, Told, believed
from casework.refusals import ProviderNotReached, ProviderRefused

log = logging.getLogger("presencia.openid")

#: How long a provider's doors are remembered. Its keys never are: it may change them at any time.
_REMEMBERED = 300.0
#: Ways to send our secret with the code, the better first.
_WAYS = ("client_secret_basic", "client_secret_post")


@dataclass(frozen=True, slots=True)
class Registration:
    """As whom an organization's provider knows this deployment."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    #: Where it sends browsers back to, to the letter.
    returns_to: str


@dataclass(frozen=True, slots=True)
class _Doors:
    authorization: str
    token: str
    keys: str
    way: str
    names_itself: bool


class Conversations:
    """What one process says to providers. ``nearby`` are hosts in the own network that the deployment names."""

    def __init__(self, nearby: frozenset[str] = frozenset()) -> None:
        self._nearby = nearby
        self._known: dict[str, tuple[float, _Doors]] = {}

    async def way_there(self, at: Registration, tied: Tied, *, anew: bool, language: str) -> str:
        """The address to send a browser to. ``anew``: it asks who it is even of somebody who is signed in there. Raises
        :class:`ProviderNotReached`.
        """
        doors = await self._doors(at.issuer)
        wishes: dict[str, Any] = {"prompt": "login", "max_age": 0} if anew else {}
        async with self._client(at, doors) as client:
            address, _ = client.create_authorization_url(
                doors.authorization,
                state=tied.state,
                code_verifier=tied.verifier,
                nonce=tied.nonce,
                ui_locales=language,
                **wishes,
            )
        return str(address)

    async def told(
        self,
        at: Registration,
        tied: Tied,
        *,
        code: str,
        said_issuer: str | None,
        asked_anew_at: datetime | None,
        now: datetime,
    ) -> Told:
        """What the provider tells of whoever came back with this code, who proved themselves since it was asked to ask
        them anew. Raises :class:`ProviderRefused`, and :class:`ProviderNotReached`.
        """
        doors = await self._doors(at.issuer)
        # Mix-up: the code of another provider is not carried to this one (RFC 9207).
        if said_issuer is None and doors.names_itself:
            raise _not_believed(at, "it did not say who it is")
        if said_issuer is not None and said_issuer != at.issuer:
            raise _not_believed(at, "another provider answered")
        try:
            async with asyncio.timeout(WHOLE_SECONDS), self._client(at, doors) as client:
                given = await client.fetch_token(
                    doors.token, grant_type="authorization_code", code=code, code_verifier=tied.verifier
                )
        except (OAuthError, KeyError) as refused:
            raise _not_believed(at, f"the code: {type(refused).__name__}") from None
        except (httpx2.HTTPError, httpx2.InvalidURL, NotGoneTo, TimeoutError, ValueError) as problem:
            raise _not_reached(at.issuer, problem) from None
        token, access_token = given.get("id_token"), given.get("access_token")
        if not isinstance(token, str) or not isinstance(access_token, str):
            raise _not_believed(at, "no identity token")
        keys = await self._json(at.issuer, doors.keys)
        try:
            return believed(
                token, keys, issuer=at.issuer, client_id=at.client_id, nonce=tied.nonce, access_token=access_token,
                asked_anew_at=asked_anew_at, now=now,
            )  # fmt: skip
        except NotBelieved as wrong:
            raise _not_believed(at, f"the token: {wrong}") from None

    async def look(self, issuer: str) -> None:
        """Whether there is a provider that names itself so. Raises :class:`ProviderNotReached`."""
        await self._doors(issuer)

    async def _doors(self, issuer: str) -> _Doors:
        """Where its doors are, as it says itself (OpenID Connect Discovery)."""
        known = self._known.get(issuer)
        if known and known[0] > time.monotonic():
            return known[1]
        said = await self._json(issuer, get_well_known_url(issuer, external=True))
        methods = said.get("token_endpoint_auth_methods_supported") or _WAYS[:1]
        challenges = said.get("code_challenge_methods_supported")
        way = next((one for one in _WAYS if one in methods), None)
        try:
            if said.get("issuer") != issuer:
                raise NotGoneTo("It names itself otherwise.")
            if challenges is not None and "S256" not in challenges:
                raise NotGoneTo("It knows no PKCE with S256.")
            if way is None:
                raise NotGoneTo("It takes our secret in no way that we know.")
            found = _Doors(
                self._door(said, "authorization_endpoint"),
                self._door(said, "token_endpoint"),
                self._door(said, "jwks_uri"),
                way,
                said.get("authorization_response_iss_parameter_supported") is True,
            )
        except (NotGoneTo, httpx2.InvalidURL, TypeError) as problem:
            raise _not_reached(issuer, problem) from None
        self._known[issuer] = (time.monotonic() + _REMEMBERED, found)
        return found

    def _door(self, said: dict[str, Any], name: str) -> str:
        """An address of it. The browser is sent to one of them: it is no script."""
        address = said.get(name)
        if not isinstance(address, str):
            raise NotGoneTo(f"It tells no {name}.")
        permitted(httpx2.URL(address), self._nearby)
        return address

    async def _json(self, issuer: str, address: str) -> dict[str, Any]:
        try:
            async with asyncio.timeout(WHOLE_SECONDS), self._plain() as client:
                answer = await client.get(address, headers={"accept": "application/json"})
            if answer.status_code != 200:
                raise NotGoneTo(f"It answers {answer.status_code}.")
            found = orjson.loads(answer.content)
            if not isinstance(found, dict):
                raise NotGoneTo("It answers something else.")
        except (httpx2.HTTPError, httpx2.InvalidURL, NotGoneTo, TimeoutError, ValueError) as problem:
            raise _not_reached(issuer, problem) from None
        return found

    def _plain(self) -> httpx2.AsyncClient:
        return httpx2.AsyncClient(
            transport=Outside(self._nearby), timeout=STEP_SECONDS, follow_redirects=False, trust_env=False
        )

    def _client(self, at: Registration, doors: _Doors) -> AsyncOAuth2Client:
        return AsyncOAuth2Client(
            at.client_id,
            at.client_secret,
            token_endpoint_auth_method=doors.way,
            scope="openid",
            redirect_uri=at.returns_to,
            code_challenge_method="S256",
            transport=Outside(self._nearby),
            timeout=STEP_SECONDS,
            follow_redirects=False,
            trust_env=False,
        )


def _not_believed(at: Registration, why: str) -> ProviderRefused:
    # Nothing that the provider or the browser said.
    log.warning("a provider was not believed: %s", why, extra={"issuer": at.issuer})
    return ProviderRefused()


def _not_reached(issuer: str, problem: Exception) -> ProviderNotReached:
    why = str(problem) if isinstance(problem, NotGoneTo) else type(problem).__name__
    log.warning("a provider could not be reached: %s", why, extra={"issuer": issuer})
    return ProviderNotReached()


__all__ = ["Conversations", "Registration"]
