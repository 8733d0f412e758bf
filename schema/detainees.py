"""The person held: one public name, and, in tables apart, who they are.

The public name is the only form of name that a consent opens by default. It is typed by a person, never derived, and is
sealed like the rest until it is published.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ForeignKey, ForeignKeyConstraint, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Sealed, Table, closed


class NumberKind(StrEnum):
    A_NUMBER = "a_number"


class Detainee(Identified, Revised, Table):
    """The person held, as one organization knows them. Names and numbers lie in tables for the legal team."""

    __tablename__ = "detainees"
    __table_args__ = (
        # The target of composite references: a key of another organization can't be told from none (SECURITY §4).
        UniqueConstraint("organization_id", "id"),
        UniqueConstraint("organization_id", "source_ref"),
        Index("detainees_merged", "merged_into_id", postgresql_where=text("merged_into_id is not null")),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    #: Null: nobody has typed one; the case's short id stands in for it.
    public_name: Mapped[Sealed | None]
    #: EOIR language code (tblLanguage) or BCP 47 tag, as recorded.
    language: Mapped[str | None]
    #: Under 18 on the day it was recorded. A minor's case starts with no publicity.
    minor: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Who they turned out to be: the client of the kept case, on whom their numbers and names lie.
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("detainees.id"))
    #: The id in the file this row was imported from.
    source_ref: Mapped[str | None]
    #: Keyed digest of what the file last said of it: the same row again changes nothing.
    source_digest: Mapped[bytes | None]


class _OfDetainee:
    """A part of a detainee that lies in a table of its own, with a row-level policy of its own."""

    organization_id: Mapped[UUID]
    detainee_id: Mapped[UUID]


class Identity(_OfDetainee, Table):
    """Legal name, birth, nationality: for the legal team alone."""

    __tablename__ = "identities"
    __table_args__ = (
        ForeignKeyConstraint(["organization_id", "detainee_id"], ["detainees.organization_id", "detainees.id"]),
    )

    detainee_id: Mapped[UUID] = mapped_column(primary_key=True)
    legal_name: Mapped[Sealed | None]
    #: ISO date, or a year alone when only that is known.
    birth_date: Mapped[Sealed | None]
    #: The locator asks for the country of birth, which need not be the nationality.
    country_of_birth: Mapped[Sealed | None]
    nationality: Mapped[Sealed | None]
    gender: Mapped[Sealed | None]


class DetaineeNumber(Identified, _OfDetainee, Table):
    """An A-number: nine digits, shorter ones with leading zeros (Immigration Court Practice Manual ch. 1.6)."""

    __tablename__ = "detainee_numbers"
    __table_args__ = (
        ForeignKeyConstraint(["organization_id", "detainee_id"], ["detainees.organization_id", "detainees.id"]),
        # Unique within one organization only: over all of them it would tell who tracks whom (SECURITY §4).
        UniqueConstraint("organization_id", "number_index"),
        Index("detainee_numbers_of", "detainee_id"),
    )

    kind: Mapped[NumberKind] = mapped_column(closed(NumberKind), default=NumberKind.A_NUMBER)
    number: Mapped[Sealed]
    number_index: Mapped[bytes]


class Alias(Identified, _OfDetainee, Table):
    """Another name the person goes by. For the legal team alone."""

    __tablename__ = "aliases"
    __table_args__ = (
        ForeignKeyConstraint(["organization_id", "detainee_id"], ["detainees.organization_id", "detainees.id"]),
        Index("aliases_of", "detainee_id"),
    )

    name: Mapped[Sealed]


class NameToken(Table):
    """One keyed token of a name: a prefix of three to eight letters, or a phonetic code. It shows no letter."""

    __tablename__ = "name_tokens"
    __table_args__ = (
        ForeignKeyConstraint(["organization_id", "detainee_id"], ["detainees.organization_id", "detainees.id"]),
        Index("name_tokens_of", "detainee_id"),
    )

    organization_id: Mapped[UUID] = mapped_column(primary_key=True)
    token: Mapped[bytes] = mapped_column(primary_key=True)
    detainee_id: Mapped[UUID] = mapped_column(primary_key=True)


class DetaineeMerge(Identified, Table):
    """Two records of one person became one. What moved is kept, so that it can move back."""

    __tablename__ = "merges"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    kept_case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    merged_case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Table name → ids of the rows that were moved to the kept case.
    moved: Mapped[dict[str, Any]]
    #: Numbers by which people still say the merged case, and those that were merged into it before: C-10424.
    numbers: Mapped[list[int]] = mapped_column(ARRAY(Integer()), server_default=text("'{}'"), default=list)
    #: What the kept client took over of who the other is, under the kept client's key; null once it was given back.
    taken: Mapped[Sealed | None]
    merged_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    undone_at: Mapped[datetime | None]
