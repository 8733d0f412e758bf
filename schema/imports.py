"""Imports: one file read in, whole or not at all."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Table, closed


class ImportKind(StrEnum):
    """What a file is about; a kind is a command of ``presencia import``."""

    FACILITIES = "facilities"
    COURTS = "courts"
    PEOPLE = "people"
    CUSTODY = "custody"
    HEARINGS = "hearings"


class Import(Identified, Table):
    """One file that was read in, by the digest of its bytes. The file itself is not kept."""

    __tablename__ = "imports"

    #: Null for reference data, which belongs to the deployment.
    organization_id: Mapped[UUID | None] = mapped_column(ForeignKey("organizations.id"))
    kind: Mapped[ImportKind] = mapped_column(closed(ImportKind))
    sha256: Mapped[bytes]
    rows: Mapped[int]
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
