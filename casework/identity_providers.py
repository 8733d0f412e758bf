"""Which provider an organization trusts: said by whoever runs the deployment, never by a token."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from casework import organizations
from casework.refusals import Invalid, NoProvider, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.identity_providers import IdentityProvider, ProviderIdentity
from schema.organizations import Organization


async def trust_provider(
    tx: Transaction,
    slug: str,
    *,
    issuer: str,
    client_id: str,
    client_secret: str,
    demanded: bool = False,
    second_step_counts: bool = False,
) -> IdentityProvider:
    """Let an organization's people sign in at this provider; or change what was said of it before. Who is linked stays
    linked. Raises :class:`NotFound` for an organization there is not, :class:`NotAllowedByState` when it has another.
    """
    organization = await organizations.organization_called(tx, slug)
    if not client_id.strip() or not client_secret.strip():
        raise Invalid("clientSecret", "Give the client's id and its secret, as the provider gave them.")
    found = await _standing(tx, organization)
    if found is not None and found.issuer != issuer:
        raise NotAllowedByState("{name} has another provider. Remove it first.", name=organization.name)
    changed = found is not None
    if found is None:
        found = IdentityProvider(
            id=new_id(), organization_id=organization.id, issuer=issuer, vault_key_id=await tx.new_key()
        )
        tx.session.add(found)
    await tx.unlock([found.vault_key_id])
    found.client_id, found.demanded, found.second_step_counts = client_id.strip(), demanded, second_step_counts
    found.client_secret = tx.seal(
        IdentityProvider, found.id, "client_secret", found.vault_key_id, client_secret.strip()
    )
    await tx.session.flush()
    tx.record(
        "identity_provider.changed" if changed else "identity_provider.trusted",
        found,
        after={"issuer": issuer, "demanded": demanded, "second_step_counts": second_step_counts},
        fields=["client_secret"],
    )
    return found


async def trusted_providers(tx: Transaction) -> Sequence[tuple[str, IdentityProvider]]:
    """Those that are trusted now, by their organizations' short names."""
    found = await tx.session.execute(
        select(Organization.slug, IdentityProvider)
        .join(Organization, Organization.id == IdentityProvider.organization_id)
        .where(IdentityProvider.removed_at.is_(None))
        .order_by(Organization.slug)
    )
    return [(slug, provider) for slug, provider in found]


async def remove_provider(tx: Transaction, slug: str) -> int:
    """It signs in nobody any more, and nobody is linked with it. Sessions that it began go on to their end. Returns how
    many were linked. Raises :class:`NotFound`, :class:`NoProvider`.
    """
    organization = await organizations.organization_called(tx, slug)
    found = await _standing(tx, organization)
    if found is None:
        raise NoProvider
    linked = await tx.session.scalars(
        select(ProviderIdentity).where(
            ProviderIdentity.provider_id == found.id, ProviderIdentity.removed_at.is_(None)
        ).with_for_update()
    )  # fmt: skip
    ended = list(linked)
    for identity in ended:
        identity.removed_at = tx.now
    found.removed_at = tx.now
    await tx.session.flush()
    tx.record("identity_provider.removed", found, after={"issuer": found.issuer})
    return len(ended)


async def _standing(tx: Transaction, organization: Organization) -> IdentityProvider | None:
    found: IdentityProvider | None = await tx.session.scalar(
        select(IdentityProvider)
        .where(IdentityProvider.organization_id == organization.id, IdentityProvider.removed_at.is_(None))
        .with_for_update()
    )
    return found
