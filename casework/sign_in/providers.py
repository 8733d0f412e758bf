"""Signing in where one's organization does: the visit at its provider, and who comes back.

Somebody is known there by issuer and subject, and by nothing else: an e-mail address in a token is looked at by nobody.
Who they are here was said once before, by themselves: signed in, on the page of their account; or with the link of a
letter in their hand. A token makes no account.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select

from casework.refusals import (
    NoProvider,
    NotAllowedByState,
    NotFound,
    NotLinked,
    ProviderDemanded,
    ProviderRefused,
    SignInRefused,
)
from casework.sign_in.challenges import challenge, challenged
from casework.sign_in.sessions import confirmed
from casework.transaction import Transaction
from schema.base import new_id
from schema.identity_providers import IdentityProvider, ProviderIdentity
from schema.organizations import Membership, Organization
from schema.people import Person
from schema.sign_ins import ChallengePurpose, Login, Passkey

#: How long a visit at a provider may take: it may ask for more than we do.
VISIT = timedelta(minutes=10)
_VISITS = (ChallengePurpose.PROVIDER, ChallengePurpose.NEW_PROVIDER_IDENTITY, ChallengePurpose.PROVIDER_FOR_LETTER)


@dataclass(frozen=True, slots=True)
class Provider:
    """An organization's provider, as one conversation needs it."""

    id: UUID
    organization_id: UUID
    slug: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    second_step_counts: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """Why somebody was at their provider."""

    provider: Provider
    purpose: ChallengePurpose
    #: Who goes, where that was known before.
    person_id: UUID | None
    link_id: UUID | None
    #: Whoever comes back was asked anew who they are, after this instant; None where it is all the same.
    asked_anew_at: datetime | None


@dataclass(frozen=True, slots=True)
class Offered:
    """A provider of an organization of one's own, and whether it is linked."""

    slug: str
    organization: str
    demanded: bool
    identity: ProviderIdentity | None


async def provider_called(tx: Transaction, slug: str) -> Provider:
    """The provider of the organization with this short name. As SIGN_IN. Raises :class:`NoProvider`."""
    return await _provider(tx, Organization.slug == " ".join(slug.split()).lower())


async def _provider(tx: Transaction, which: ColumnElement[bool]) -> Provider:
    found = (
        await tx.session.execute(
            select(IdentityProvider, Organization.slug)
            .join(Organization, Organization.id == IdentityProvider.organization_id)
            .where(which, IdentityProvider.removed_at.is_(None))
        )
    ).one_or_none()
    if found is None:
        raise NoProvider
    row, slug = found
    secret = await tx.opened(row, "client_secret") or ""
    return Provider(
        row.id, row.organization_id, slug, row.issuer, row.client_id, secret, row.second_step_counts
    )  # fmt: skip


# The visit.


async def go_to_provider(tx: Transaction, provider: Provider, *, link_id: UUID | None = None) -> str:
    """Somebody goes there to sign in, or to take up the link of a letter. Returns the secret for the cookie."""
    purpose = ChallengePurpose.PROVIDER if link_id is None else ChallengePurpose.PROVIDER_FOR_LETTER
    return await challenge(tx, purpose, provider_id=provider.id, link_id=link_id, within=VISIT)


async def go_to_be_linked(tx: Transaction, slug: str) -> str:
    """Whoever is signed in goes to link their account with the provider of an organization of theirs. Raises
    :class:`ConfirmFirst`, :class:`NoProvider`.
    """
    confirmed(tx)
    found = await tx.session.scalar(
        select(IdentityProvider.id)
        .join(Organization, Organization.id == IdentityProvider.organization_id)
        .where(
            Organization.slug == slug,
            IdentityProvider.removed_at.is_(None),
            _belongs(tx, tx.somebody, IdentityProvider.organization_id),
        )
    )
    if found is None:
        raise NoProvider
    return await challenge(
        tx, ChallengePurpose.NEW_PROVIDER_IDENTITY, tx.somebody, provider_id=found, within=VISIT
    )  # fmt: skip


async def come_back(tx: Transaction, secret: str, slug: str) -> Visit:
    """Somebody comes back from the provider of this organization, in the browser that went. A visit ends here, whatever
    comes of it: its code is tried once. As SIGN_IN. Raises :class:`ProviderRefused`.
    """
    try:
        asked = await challenged(tx, secret, *_VISITS)
        provider = await _provider(tx, IdentityProvider.id == asked.provider_id)
    except (SignInRefused, NoProvider):
        raise ProviderRefused from None
    asked.used_at = tx.now
    if provider.slug != slug:
        raise ProviderRefused
    # Who is linked from now on must be who sits there: not whoever left themselves signed in at the provider.
    anew = asked.expires_at - VISIT if asked.purpose is not ChallengePurpose.PROVIDER else None
    return Visit(provider, asked.purpose, asked.person_id, asked.link_id, anew)


# Who it is.


async def known_at(tx: Transaction, provider: Provider, subject: str) -> UUID:
    """Whose identity it is, when they belong to the organization still. As SIGN_IN. Raises :class:`NotLinked`."""
    identity = await tx.session.scalar(
        select(ProviderIdentity)
        .join(Login, Login.person_id == ProviderIdentity.person_id)
        .join(Person, Person.id == ProviderIdentity.person_id)
        .where(
            ProviderIdentity.provider_id == provider.id,
            ProviderIdentity.subject_index == _subject(tx, provider, subject),
            ProviderIdentity.removed_at.is_(None),
            Login.disabled_at.is_(None),
            Person.removed_at.is_(None),
            _belongs(tx, ProviderIdentity.person_id, provider.organization_id),
        )
        .with_for_update(of=ProviderIdentity)
    )
    if identity is None:
        raise NotLinked
    identity.used_at = tx.now
    return identity.person_id


async def link_identity(tx: Transaction, person_id: UUID, provider: Provider, subject: str) -> ProviderIdentity:
    """From now on whoever is this there is this person here, in place of whom they were there before. Raises
    :class:`NotAllowedByState` when that is somebody else's, :class:`NotFound` for who is no member.
    """
    if not await tx.session.scalar(select(_belongs(tx, person_id, provider.organization_id))):
        raise NotFound
    index = _subject(tx, provider, subject)
    standing = await tx.session.scalars(
        select(ProviderIdentity)
        .where(
            ProviderIdentity.provider_id == provider.id,
            ProviderIdentity.removed_at.is_(None),
            or_(ProviderIdentity.person_id == person_id, ProviderIdentity.subject_index == index),
        )
        .with_for_update()
    )
    for before in standing:
        if before.person_id != person_id:
            raise NotAllowedByState("Somebody else's account is linked with this one there. Tell your admin.")
        if before.subject_index == index:
            before.used_at = tx.now
            return before
        before.removed_at = tx.now
        tx.record("provider_identity.removed", before, after={"person_id": person_id})
    await tx.session.flush()
    made = ProviderIdentity(
        id=new_id(), provider_id=provider.id, person_id=person_id, subject_index=index, used_at=tx.now
    )
    tx.session.add(made)
    await tx.session.flush()
    tx.record("provider_identity.linked", made, after={"person_id": person_id, "provider_id": provider.id})
    return made


async def linked_anywhere(tx: Transaction, person_id: UUID) -> bool:
    """Whether somebody is known at a provider already, of whichever organization."""
    found = select(ProviderIdentity.id).where(
        ProviderIdentity.person_id == person_id, ProviderIdentity.removed_at.is_(None)
    )
    return await tx.session.scalar(found.limit(1)) is not None


async def unlink_identity(tx: Transaction, identity_id: UUID) -> None:
    """It signs in nobody any more. Raises :class:`ConfirmFirst`, :class:`NotFound`, and :class:`NotAllowedByState` when
    there would be no way in left.
    """
    confirmed(tx)
    identity = await tx.session.get(ProviderIdentity, identity_id, with_for_update=True)
    if identity is None or identity.person_id != tx.somebody or identity.removed_at is not None:
        raise NotFound
    await refuse_demanded(tx, tx.somebody)
    login = await tx.session.get_one(Login, tx.somebody)
    passkeys = select(Passkey.id).where(Passkey.person_id == tx.somebody, Passkey.removed_at.is_(None)).limit(1)
    if login.password_hash is None and await tx.session.scalar(passkeys) is None:
        raise NotAllowedByState("You have no other way in. Choose a password or add a passkey first.")
    identity.removed_at = tx.now
    tx.record("provider_identity.removed", identity, after={"person_id": tx.somebody})


async def providers_of(tx: Transaction, person_id: UUID) -> Sequence[Offered]:
    """The providers of somebody's organizations, with what is linked."""
    found = await tx.session.execute(
        select(Organization.slug, Organization.name, IdentityProvider.demanded, ProviderIdentity)
        .select_from(IdentityProvider)
        .join(Organization, Organization.id == IdentityProvider.organization_id)
        .outerjoin(
            ProviderIdentity,
            (ProviderIdentity.provider_id == IdentityProvider.id)
            & (ProviderIdentity.person_id == person_id)
            & ProviderIdentity.removed_at.is_(None),
        )
        .where(
            IdentityProvider.removed_at.is_(None), _belongs(tx, person_id, IdentityProvider.organization_id)
        )
        .order_by(Organization.name)
    )  # fmt: skip
    return [Offered(*row) for row in found]


# What an organization demands.


async def refuse_demanded(tx: Transaction, person_id: UUID) -> None:
    """Somebody's organization lets its people in by its provider alone. Raises :class:`ProviderDemanded`."""
    if await provider_demanded(tx, person_id):
        raise ProviderDemanded


async def provider_demanded(tx: Transaction, person_id: UUID) -> bool:
    """Whether an organization of theirs demands its provider."""
    found = select(IdentityProvider.id).where(
        IdentityProvider.demanded,
        IdentityProvider.removed_at.is_(None),
        _belongs(tx, person_id, IdentityProvider.organization_id),
    )
    return await tx.session.scalar(found.limit(1)) is not None


def proved_then(tx: Transaction, at: datetime | None) -> datetime:
    """When whoever comes from a provider has proved who they are. One that does not say since when they are signed in
    there has proved nothing: on a laptop that was left open, nobody is asked.
    """
    return at if at is not None else tx.now - timedelta(days=1)


def _belongs(
    tx: Transaction, person_id: UUID | ColumnElement[UUID] | object, organization_id: UUID | object
) -> ColumnElement[bool]:
    return exists().where(
        Membership.person_id == person_id,
        Membership.organization_id == organization_id,
        Membership.stands(tx.now),
    )


def _subject(tx: Transaction, provider: Provider, subject: str) -> bytes:
    return tx.vault.index("deployment", "provider_subject", f"{provider.issuer}\n{subject}")
