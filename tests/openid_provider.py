"""An identity provider for tests: it stands on a port of its own, signs for real, and lies when it is told to."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import uvicorn
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwk, jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.clock import Clock

#: Made once: a key of this length takes a while.
KEY, ANOTHER_KEY = (jwk.RSAKey.generate_key(2048, auto_kid=True) for _ in range(2))
CLIENT, SECRET = "presencia at elm", "s3cret+of the/client"


@dataclass
class Provider:
    """One provider. ``lie`` says what it does wrong."""

    issuer: str
    clock: Clock
    #: Who is signed in there, and what it says of how.
    subject: str = "248289761001"
    claims: dict[str, Any] = field(default_factory=dict)
    lie: str = ""
    redirects: set[str] = field(default_factory=set)
    keys: list[jwk.RSAKey] = field(default_factory=lambda: [KEY])
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    #: What it was asked, by door.
    heard: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    #: The secrets it gave out: none may be found anywhere afterwards.
    gave: list[str] = field(default_factory=list)
    #: Asks in a page first, as a person meets it.
    page: bool = False

    # Its doors.

    async def discovery(self, request: Request) -> Response:
        said = {
            "issuer": self.issuer + ("/another" if self.lie == "discovery names another issuer" else ""),
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["plain"] if self.lie == "PKCE is plain" else ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "authorization_response_iss_parameter_supported": True,
        }
        match self.lie:
            case "discovery is far too long":
                said["padding"] = "x" * 300_000
            case "discovery leads elsewhere":
                return RedirectResponse(f"{self.issuer}/elsewhere")
            case "a door in the own network":
                said["token_endpoint"] = "http://10.0.0.7/token"
            case "a door that is a script":
                said["authorization_endpoint"] = "javascript:alert(1)"
            case "discovery is no object":
                return JSONResponse([])
            case "it is broken":
                return Response("<h1>Internal error", 500)
        return JSONResponse(said)

    async def authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        self.heard.append(("authorize", asked))
        if asked["redirect_uri"] not in self.redirects or asked["client_id"] != CLIENT:
            return Response("That is nobody I know.", 400)
        if self.page and request.method == "GET":
            return HTMLResponse("<title>Elm login</title><form method=post><button>I am Ana at Elm</button></form>")
        back = self.sent_back(asked)
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back)}", status_code=303)

    def sent_back(self, asked: dict[str, str]) -> dict[str, str]:
        """What the browser brings back."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        self.gave.append(code)
        back = {"code": code, "state": asked["state"], "iss": self.issuer}
        if self.lie == "another issuer answers":
            back["iss"] = "https://evil.example"
        if self.lie == "it does not say who it is":
            del back["iss"]
        return back

    async def token(self, request: Request) -> Response:
        given = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        self.heard.append(("token", given))
        asked = self.codes.pop(given.get("code", ""), None)
        wrong = (
            asked is None
            or given.get("grant_type") != "authorization_code"
            or given.get("redirect_uri") != asked["redirect_uri"]
            or (given.get("client_id"), given.get("client_secret")) != (CLIENT, SECRET)
            or create_s256_code_challenge(given.get("code_verifier", "")) != asked.get("code_challenge")
        )
        if wrong or asked is None:
            return JSONResponse({"error": "invalid_grant", "error_description": "<script>"}, 400)
        access = secrets.token_urlsafe(24)
        token = self.signed(asked, access)
        self.gave += [access, token]
        answer = {"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": token}
        match self.lie:
            case "no identity token":
                del answer["id_token"]
            case "the token's door leads elsewhere":
                return RedirectResponse(f"{self.issuer}/elsewhere", status_code=307)
            case "the token's door is broken":
                return Response("out of memory", 502)
        return JSONResponse(answer)

    async def public_keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [{**key.as_dict(private=False), "use": "sig"} for key in self.keys]})

    # Its tokens.

    def signed(self, asked: dict[str, str], access: str) -> str:
        """The identity token, or a lie."""
        now, key = int(self.clock.now.timestamp()), self.keys[-1]
        claims: dict[str, Any] = {
            "iss": self.issuer, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 300, "auth_time": now - 5,
            "nonce": asked["nonce"], "at_hash": half_hash(access), "email": "admin@demo.test", "email_verified": True,
        }  # fmt: skip
        claims |= self.claims
        header: dict[str, Any] = {"alg": "RS256", "kid": key.kid}
        signer: Any = key
        match self.lie:
            case "wrong nonce":
                claims["nonce"] = "another"
            case "no nonce":
                del claims["nonce"]
            case "wrong audience":
                claims["aud"] = "another client"
            case "several audiences and nobody meant":
                claims["aud"] = [CLIENT, "another client"]
            case "meant for another":
                claims |= {"aud": [CLIENT, "another client"], "azp": "another client"}
            case "meant for another, though given to us":
                claims |= {"aud": "another client", "azp": CLIENT}
            case "wrong issuer":
                claims["iss"] = "https://evil.example"
            case "expired":
                claims |= {"iat": now - 3_000, "exp": now - 100}
            case "never expires":
                del claims["exp"]
            case "long ago":
                claims |= {"iat": now - 3_000}
            case "from the future":
                claims |= {"iat": now + 3_000, "exp": now + 6_000}
            case "no subject":
                del claims["sub"]
            case "empty subject":
                claims["sub"] = ""
            case "a number for a subject":
                claims["sub"] = 248289761001
            case "another access token":
                claims["at_hash"] = half_hash("another")
            case "another key":
                signer = ANOTHER_KEY
            case "an unknown key":
                signer = ANOTHER_KEY
                header["kid"] = ANOTHER_KEY.kid
            case "signed by nobody":
                parts = [{"alg": "none"}, claims]
                return ".".join(b64(jwt.json.dumps(part).encode()) for part in parts) + "."
            case "signed with its public key":
                header["alg"] = "HS256"
                public = key.as_pem(private=False)
                body = ".".join(b64(jwt.json.dumps(part).encode()) for part in (header, claims))
                return f"{body}.{b64(mac(public, body))}"
            case "signed with our secret":
                header["alg"] = "HS256"
                body = ".".join(b64(jwt.json.dumps(part).encode()) for part in (header, claims))
                return f"{body}.{b64(mac(SECRET.encode(), body))}"
            case "a broken signature":
                return jwt.encode(header, claims, signer)[:-6] + "AAAAAA"
            case "no token at all":
                return "what is this"
        return jwt.encode(header, claims, signer)


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def half_hash(access: str) -> str:
    return b64(hashlib.sha256(access.encode()).digest()[:16])


def mac(key: bytes, body: str) -> bytes:
    return hmac.digest(key, body.encode(), hashlib.sha256)


def came_back(address: str) -> dict[str, str]:
    """What stands in the address that a browser is sent back to."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@asynccontextmanager
async def standing(clock: Clock) -> AsyncIterator[Provider]:
    """A provider that answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    found = Provider(f"http://127.0.0.1:{port}", clock)
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", found.discovery),
            Route("/authorize", found.authorize, methods=["GET", "POST"]),
            Route("/token", found.token, methods=["POST"]),
            Route("/keys", found.public_keys),
        ]
    )
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning", access_log=False))
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 -- uvicorn tells it by a flag
        await asyncio.sleep(0.02)
    yield found
    server.should_exit = True
    await serving


__all__ = ["ANOTHER_KEY", "CLIENT", "SECRET", "Provider", "came_back", "standing"]
