"""Web push: a short word in somebody's own browser (RFC 8030), which no push service can read.

Each message is encrypted for the browser (RFC 8291, in the form of RFC 8188) and signed with our key (VAPID, RFC 8292).
The libraries that do it bring a second HTTP client that would go wherever a browser says; so the thirty lines are here,
held to the example in RFC 8291, and what goes out goes by the same guarded way as to identity providers.
"""

from __future__ import annotations

import json
import os
import time
from typing import Any
from uuid import UUID

import httpx2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from casework import push
from casework.notices import Outcome, Outgoing, Said
from casework.openid.outside import NotGoneTo, Outside
from workers.carriers.one_by_one import OneByOne, later, refused, retry_after

#: Seconds for one answer, and for which a push service keeps a message for a browser that is off.
PATIENCE, KEPT_FOR = 10.0, 24 * 3_600
#: For how long a signature holds: a day is the most (RFC 8292 §2).
_SIGNED_FOR = 12 * 3_600
#: The size of a record: one holds all we say (RFC 8188 §2.1).
_RECORD = 4_096
#: Letters of a text.
_LONGEST = 400


class Push(OneByOne):
    """Tells browsers. ``contact`` is an address of ours for whoever runs a push service; ``nearby`` are hosts in the
    own network that the deployment names.
    """

    def __init__(self, key: ec.EllipticCurvePrivateKey, contact: str, nearby: frozenset[str] = frozenset()) -> None:
        self._key = ECKey.import_key(key)
        self._public = push.said(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
        self._contact = contact
        self._client = httpx2.AsyncClient(
            transport=Outside(nearby), timeout=PATIENCE, follow_redirects=False, trust_env=False
        )

    async def carry_one(self, letter: Outgoing) -> Said:
        """Tell every browser of theirs. One that shows it is enough."""
        said: list[tuple[str, bool]] = []
        gone: list[UUID] = []
        wait = 0.0
        text = (letter.letter.glance or letter.letter.subject)[:_LONGEST]
        shown = json.dumps({"text": text, "link": letter.link or "/", "tag": str(letter.notice_id)}).encode()
        for browser in json.loads(letter.to):
            status, asked = await self._told(browser, shown)
            wait = max(wait, asked)
            if status in ("404", "410"):
                gone.append(UUID(browser["id"]))
            elif status.startswith("2"):
                said.append((status, True))
            else:
                said.append((status, False))
        taken = next((status for status, taken in said if taken), None)
        if taken is not None:
            return Said(letter.notice_id, letter.attempt, Outcome.CARRIED, taken, gone=tuple(gone))
        if not said:
            return Said(letter.notice_id, letter.attempt, Outcome.REFUSED, "410", gone=tuple(gone))
        last = said[-1][0]
        if last in ("not_gone_to", "400", "401", "403", "413"):
            return refused(letter, last)
        return later(letter, last, again_after=wait, line=True)

    async def _told(self, browser: dict[str, str], shown: bytes) -> tuple[str, float]:
        """What a push service answers, and the seconds it wants to be left alone."""
        try:
            url = httpx2.URL(browser["endpoint"])
            body = encrypted(shown, push.read(browser["p256dh"]), push.read(browser["auth"]))
            answer = await self._client.post(
                url,
                content=body,
                headers={
                    "authorization": f"vapid t={self._signed(url)}, k={self._public}",
                    "content-encoding": "aes128gcm",
                    "content-type": "application/octet-stream",
                    "ttl": str(KEPT_FOR),
                    "urgency": "high",
                },
            )
        except (NotGoneTo, httpx2.InvalidURL, ValueError):
            return "not_gone_to", 0.0
        except httpx2.HTTPError as error:
            return ("timeout" if isinstance(error, httpx2.TimeoutException) else "no_line"), 0.0
        wait = retry_after(answer.headers.get("retry-after")) if answer.status_code in (429, 503) else 0.0
        return str(answer.status_code), wait

    def _signed(self, url: httpx2.URL) -> str:
        port = f":{url.port}" if url.port else ""
        claims: dict[str, Any] = {
            "aud": f"{url.scheme}://{url.host}{port}", "exp": int(time.time()) + _SIGNED_FOR, "sub": self._contact,
        }  # fmt: skip
        return jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, self._key)

    async def close(self) -> None:
        await self._client.aclose()


def encrypted(
    plain: bytes,
    browser: bytes,
    secret: bytes,
    *,
    ours: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """A message for one browser (RFC 8291 §3), as one record of ``aes128gcm`` (RFC 8188 §2). Key and salt are fresh for
    each message; only a test names them. Raises :class:`ValueError` for keys that are none.
    """
    ours, salt = ours or ec.generate_private_key(ec.SECP256R1()), salt or os.urandom(16)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), browser)
    point = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = ours.exchange(ec.ECDH(), theirs)
    material = _derived(shared, secret, b"WebPush: info\0" + browser + point, 32)
    key = _derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(material, salt, b"Content-Encoding: nonce\0", 12)
    header = salt + _RECORD.to_bytes(4, "big") + bytes([len(point)]) + point
    # 0x02: it is the last record.
    return header + AESGCM(key).encrypt(nonce, plain + b"\x02", None)


def _derived(material: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(material)


__all__ = ["Push", "encrypted"]
