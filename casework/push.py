"""Browsers that somebody asked to be told in (web push, RFC 8030): their own to turn on and off, and nobody else's."""

from __future__ import annotations

import base64
import ipaddress
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import httpx2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import delete, select

from casework.openid.outside import NotGoneTo, global_address, permitted
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from casework.vault import Vault
from schema.base import new_id
from schema.people import Person
from schema.push import PushSubscription

#: Browsers of one person: more is a script.
MOST = 20
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser as it tells of itself: where its push service takes messages, and its keys."""

    endpoint: str
    #: Its public key, an uncompressed point of P-256, and its secret for us (RFC 8291 §2), in URL-safe base64.
    p256dh: str
    auth: str


def public_key(vault: Vault) -> str:
    """By what browsers know us, in URL-safe base64 (RFC 8292 §3.2)."""
    return said(vault.push_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


async def subscribe_browser(tx: Transaction, browser: Browser, device: str, nearby: frozenset[str]) -> PushSubscription:
    """Tell oneself in this browser, too. ``nearby`` are hosts in the own network that the deployment names. One that is
    known already is known once. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    _checked(browser, nearby)
    person = await tx.session.get_one(Person, tx.somebody)
    index = tx.vault.index(person.id.hex, "push.endpoint", browser.endpoint)
    theirs = list(await tx.session.scalars(select(PushSubscription).where(PushSubscription.person_id == person.id)))
    known = next((one for one in theirs if one.endpoint_index == index), None)
    if known is None and len(theirs) >= MOST:
        raise NotAllowedByState("You are told in {most} browsers already. Turn one of them off first.", most=MOST)
    await tx.unlock([person.vault_key_id])
    row = known or PushSubscription(
        id=new_id(), organization_id=person.organization_id, person_id=person.id, endpoint_index=index
    )
    written = json.dumps({"endpoint": browser.endpoint, "p256dh": browser.p256dh, "auth": browser.auth})
    row.subscription = tx.seal(PushSubscription, row.id, "subscription", person.vault_key_id, written)
    row.device = device
    tx.session.add(row)
    await tx.session.flush()
    if known is None:
        tx.record("browser.subscribed", row, after={"device": device})
    return row


async def unsubscribe_browser(tx: Transaction, subscription_id: UUID) -> None:
    """Tell oneself there no more. Raises :class:`NotFound`."""
    row = await tx.session.get(PushSubscription, subscription_id)
    if row is None or row.person_id != tx.somebody:
        raise NotFound
    tx.record("browser.unsubscribed", row, before={"device": row.device})
    await tx.session.delete(row)
    await tx.session.flush()


async def own_browsers(tx: Transaction) -> list[PushSubscription]:
    """Where one is told, in the order they were added."""
    mine = select(PushSubscription).where(PushSubscription.person_id == tx.somebody)
    return list(await tx.session.scalars(mine.order_by(PushSubscription.created_at, PushSubscription.id)))


# For the house itself.


async def has_browser(tx: Transaction, person: Person) -> bool:
    """Whether somebody is told in any."""
    any_ = select(PushSubscription.id).where(PushSubscription.person_id == person.id).limit(1)
    return await tx.session.scalar(any_) is not None


async def browsers(tx: Transaction, person: Person) -> str:
    """Every browser of somebody, as JSON for the carrier; empty when there is none."""
    rows = list(
        await tx.session.scalars(
            select(PushSubscription).where(PushSubscription.person_id == person.id).order_by(PushSubscription.id)
        )
    )
    await tx.unlock([row.subscription for row in rows])
    found = [{"id": str(row.id), **json.loads(tx.open(row, "subscription") or "{}")} for row in rows]
    return json.dumps(found) if found else ""


async def forget(tx: Transaction, gone: Sequence[UUID]) -> None:
    """The push service says that these browsers are gone."""
    await tx.session.execute(
        delete(PushSubscription).where(PushSubscription.id.in_(list(gone))).execution_options(synchronize_session=False)
    )


async def forget_all(tx: Transaction, people: Collection[UUID]) -> int:
    """These people want nothing more from us: tell them in no browser. How many there were."""
    told = delete(PushSubscription).where(PushSubscription.person_id.in_(list(people))).returning(PushSubscription.id)
    return len((await tx.session.execute(told.execution_options(synchronize_session=False))).all())


def _checked(browser: Browser, nearby: frozenset[str]) -> None:
    try:
        url = httpx2.URL(browser.endpoint)
        permitted(url, nearby)
        there = url.host in nearby or _in_the_open(url.host)
        point, auth = read(browser.p256dh), read(browser.auth)
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except (NotGoneTo, httpx2.InvalidURL, ValueError, TypeError):
        there, auth = False, b""
    if not there or len(auth) != 16 or len(browser.endpoint) > _LONGEST:
        raise Invalid("subscription", "This browser told us of no push service that we can reach. Try another browser.")


def _in_the_open(host: str) -> bool:
    """Not an address of the own network. Names are asked for when something is sent."""
    try:
        return global_address(ipaddress.ip_address(host.strip("[]")))
    except ValueError:
        return "." in host and not host.endswith((".local", ".internal", ".localhost"))


def said(raw: bytes) -> str:
    """Bytes in URL-safe base64, unpadded."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def read(text: str) -> bytes:
    """And back. Raises :class:`ValueError`."""
    return base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4), validate=True)


__all__ = [
    "MOST",
    "Browser",
    "browsers",
    "forget",
    "has_browser",
    "own_browsers",
    "public_key",
    "read",
    "said",
    "subscribe_browser",
    "unsubscribe_browser",
]
