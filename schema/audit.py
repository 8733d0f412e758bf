"""The trail: every change, and every view of a sensitive record. The database refuses to change or remove an entry."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Sealed, Table, closed


class ActorKind(StrEnum):
    """What acted: somebody signed in, the holder of a link, or the house itself."""

    PERSON = "person"
    LINK = "link"
    SYSTEM = "system"


#: What an entry's ``after`` says under "door" where a calendar showed the record, and none of its pages.
CALENDAR = "calendar"


class AuditEntry(Table):
    """One act, or all that one operation disclosed to one organization."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        # "Who saw this record?"
        Index("audit_entries_about", "records", postgresql_using="gin"),
        Index("audit_entries_of_case", "case_id", "seq"),
    )

    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[datetime]
    actor_kind: Mapped[ActorKind] = mapped_column(closed(ActorKind))
    #: A person's or link's id. Null for a system actor, which ``actor_name`` names.
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str | None]
    organization_id: Mapped[UUID | None]
    #: What was done, in the words of the verb: "hearing.rescheduled", "case.viewed".
    act: Mapped[str]
    #: The noun and id. No foreign key: the entry outlives the row.
    subject: Mapped[str]
    subject_id: Mapped[UUID | None]
    case_id: Mapped[UUID | None]
    #: Every record the entry is about: what was changed, or all that one view disclosed.
    records: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()), server_default=text("'{}'"), default=list)
    #: Sensitive fields that a view disclosed, or that a change touched. Names of fields, never values.
    fields: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    #: Restricted values, sealed under the key of the case or person, so that erasure destroys them with it.
    sealed: Mapped[Sealed | None]
    vault_key_id: Mapped[UUID | None] = mapped_column(ForeignKey("vault_keys.id"))
    #: Why, where a reason is demanded.
    reason: Mapped[str | None]
    request_id: Mapped[str | None]


class TrailSeal(Table):
    """One link of a chain: an entry, sealed by a hash of it and of the link before. A chain is the trail of one
    organization; what belongs to none has the chain of the nil UUID.
    """

    __tablename__ = "trail_seals"

    chain: Mapped[UUID] = mapped_column(primary_key=True)
    #: 1, 2, 3 …: a place that is missing was taken out.
    place: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    #: The entry. No foreign key: that one is missing has to be seen, not refused.
    seq: Mapped[int] = mapped_column(BigInteger, unique=True)
    #: SHA-256 of the hash before and of the entry's bytes.
    hash: Mapped[bytes]
    sealed_at: Mapped[datetime]
