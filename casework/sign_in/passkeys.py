"""Passkeys (WebAuthn level 3): the browser asks for a finger or a PIN, and nobody types what can be read along."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
import webauthn
from sqlalchemy import select
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from casework.refusals import Invalid, NotFound, SignInRefused
from casework.sign_in.challenges import challenge, challenged
from casework.sign_in.second_step import first_second_step
from casework.sign_in.sessions import confirmed
from casework.transaction import Transaction
from schema.base import new_id
from schema.people import Person
from schema.sign_ins import ChallengePurpose, Login, Passkey


@dataclass(frozen=True, slots=True)
class Site:
    """Where the page lives, as passkeys are tied to it: from the deployment's settings, never from a request."""

    #: "https://presencia.example.org"
    origin: str
    #: "presencia.example.org"
    host: str


async def ask_for_new_passkey(tx: Transaction, site: Site) -> tuple[str, dict[str, Any]]:
    """The cookie's secret, and what the browser needs to make a passkey. Raises :class:`ConfirmFirst`."""
    confirmed(tx)
    await first_second_step(tx)
    person = await tx.session.get_one(Person, tx.somebody)
    name = await tx.opened(person, "name") or "Presencia"
    bits = secrets.token_bytes(32)
    held = await tx.session.scalars(
        select(Passkey.credential_id).where(Passkey.person_id == person.id, Passkey.removed_at.is_(None))
    )
    options = webauthn.generate_registration_options(
        rp_id=site.host,
        rp_name="Presencia",
        user_id=person.id.bytes,
        user_name=name,
        user_display_name=name,
        challenge=bits,
        # Its owner is found by it, and a finger or a PIN is asked for: it stands for both steps.
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in held],
    )
    secret = await challenge(tx, ChallengePurpose.NEW_PASSKEY, person.id, bits=bits)
    return secret, orjson.loads(webauthn.options_to_json(options))


async def add_passkey(tx: Transaction, site: Site, secret: str, credential: dict[str, Any], name: str) -> Passkey:
    """Keep the public half of a passkey that the browser made. Raises :class:`Invalid` or :class:`ConfirmFirst`."""
    confirmed(tx)
    await first_second_step(tx)
    called = " ".join(name.split())
    if not 1 <= len(called) <= 80:
        raise Invalid("name", "Give the passkey a name that you will know it by: blue telephone.")
    try:
        asked = await challenged(tx, secret, ChallengePurpose.NEW_PASSKEY)
        if asked.person_id != tx.somebody or asked.bits is None:
            raise SignInRefused
        made = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=asked.bits,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, SignInRefused, ValueError, KeyError, TypeError):
        raise Invalid("credential", "The passkey could not be added. Begin again.") from None
    asked.used_at = tx.now
    if await tx.session.scalar(select(Passkey.id).where(Passkey.credential_id == made.credential_id)):
        raise Invalid("credential", "The passkey could not be added. Begin again.")
    passkey = Passkey(
        id=new_id(),
        person_id=tx.somebody,
        name=called,
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
    )
    tx.session.add(passkey)
    await tx.session.flush()
    tx.record("passkey.added", passkey)
    return passkey


async def remove_passkey(tx: Transaction, passkey_id: UUID) -> None:
    """It signs in nobody any more. Raises :class:`ConfirmFirst` or :class:`NotFound`."""
    confirmed(tx)
    passkey = await tx.session.get(Passkey, passkey_id, with_for_update=True)
    if passkey is None or passkey.person_id != tx.somebody or passkey.removed_at is not None:
        raise NotFound
    passkey.removed_at = tx.now
    tx.record("passkey.removed", passkey)


async def ask_for_passkey(tx: Transaction, site: Site) -> tuple[str, dict[str, Any]]:
    """The cookie's secret, and what the browser needs to sign in with whichever passkey it has."""
    bits = secrets.token_bytes(32)
    options = webauthn.generate_authentication_options(
        rp_id=site.host, challenge=bits, user_verification=UserVerificationRequirement.REQUIRED
    )
    secret = await challenge(tx, ChallengePurpose.PASSKEY, bits=bits)
    return secret, orjson.loads(webauthn.options_to_json(options))


async def passkey_is_right(tx: Transaction, site: Site, secret: str, credential: dict[str, Any]) -> UUID:
    """Whose passkey signed the challenge. Raises :class:`SignInRefused` for anything that is not quite right."""
    asked = await challenged(tx, secret, ChallengePurpose.PASSKEY)
    if asked.bits is None:
        raise SignInRefused
    asked.used_at = tx.now
    try:
        wanted = webauthn.base64url_to_bytes(str(credential.get("id", "")))
        passkey = await tx.session.scalar(
            select(Passkey)
            .join(Login, Login.person_id == Passkey.person_id)
            .where(Passkey.credential_id == wanted, Passkey.removed_at.is_(None), Login.disabled_at.is_(None))
            .with_for_update(of=Passkey)
        )
        if passkey is None:
            raise SignInRefused
        proved = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=asked.bits,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            # A counter that goes back hints at a copy, and many passkeys never count: it is written down, no more.
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError):
        raise SignInRefused from None
    if passkey.sign_count and proved.new_sign_count <= passkey.sign_count:
        tx.record("passkey.counted_back", passkey)
    passkey.sign_count, passkey.used_at = proved.new_sign_count, tx.now
    return passkey.person_id
