"""Browsers that show what we have to tell: web push (RFC 8030)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Sealed, Table


class PushSubscription(Identified, Table):
    """One browser of somebody who signs in, which they asked to be told in. It goes when they turn it off, and when its
    push service says that it is gone.
    """

    __tablename__ = "push_subscriptions"
    __table_args__ = (UniqueConstraint("person_id", "endpoint_index"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: The address at the push service, and the browser's two keys (RFC 8291): JSON, under the person's key.
    subscription: Mapped[Sealed]
    #: Keyed blind index of the address.
    endpoint_index: Mapped[bytes]
    #: "Firefox on Linux", as its session is called.
    device: Mapped[str]
