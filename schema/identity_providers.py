"""Identity providers: where an organization's people sign in already, and who of ours they are there (OpenID Connect).

A provider is trusted by whoever runs the deployment, for one organization. Somebody is known there by issuer and
subject, which never change hands; an e-mail address does, and proves nothing.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Sealed, Table


class IdentityProvider(Identified, Table):
    """The provider of one organization."""

    __tablename__ = "identity_providers"
    __table_args__ = (
        # An organization has one at a time, so that nobody is asked which.
        Index(
            "identity_providers_of_organization",
            "organization_id",
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    #: Exactly as it names itself: "https://login.elm.example".
    issuer: Mapped[str]
    client_id: Mapped[str]
    #: Sealed under the provider's own key.
    client_secret: Mapped[Sealed]
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    #: The organization's members begin a session here and nowhere else.
    demanded: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: What it says about a second step counts as one here.
    second_step_counts: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    removed_at: Mapped[datetime | None]


class ProviderIdentity(Identified, Table):
    """Who one of ours is at a provider."""

    __tablename__ = "provider_identities"
    __table_args__ = (
        # One identity is one person, and a person has one identity at a provider.
        Index(
            "provider_identities_subject",
            "provider_id",
            "subject_index",
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
        Index(
            "provider_identities_person",
            "person_id",
            "provider_id",
            unique=True,
            postgresql_where=text("removed_at is null"),
        ),
    )

    provider_id: Mapped[UUID] = mapped_column(ForeignKey("identity_providers.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    #: Keyed blind index of issuer and subject: some providers take a name or an address for the subject.
    subject_index: Mapped[bytes]
    used_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]


__all__ = ["IdentityProvider", "ProviderIdentity"]
