"""Documents: what a track asks for and how far each has come, and the files that were put with a case.

A *document* is a line of the checklist: the notice to appear, the sponsor's letter. A *file* is what somebody sent of
it, or beside it: its content lies sealed in pieces, and who may open it stands with it.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class DocumentKind(StrEnum):
    """Which paper. What each is for, and on which tracks: ``schema/reference/documents.toml``."""

    ENGAGEMENT_LETTER = "engagement_letter"
    G28 = "g28"
    EOIR28 = "eoir28"
    EOIR27 = "eoir27"
    EOIR33 = "eoir33"
    FORM_60_001 = "form_60_001"
    NOTICE_TO_APPEAR = "notice_to_appear"
    I213 = "i213"
    I286 = "i286"
    WARRANT_I200 = "warrant_i200"
    BIRTH_CERTIFICATE = "birth_certificate"
    IDENTITY_PAPER = "identity_paper"
    PROOF_OF_RESIDENCE = "proof_of_residence"
    SPONSOR_LETTER = "sponsor_letter"
    SPONSOR_STATUS = "sponsor_status"
    SUPPORT_LETTER = "support_letter"
    PROOF_OF_WORK = "proof_of_work"
    CONVICTION_RECORDS = "conviction_records"
    MEDICAL_RECORDS = "medical_records"
    BOND_EVIDENCE = "bond_evidence"
    BOND_RECEIPT = "bond_receipt"
    FEAR_RECORD = "fear_record"
    DECLARATION = "declaration"
    COUNTRY_CONDITIONS = "country_conditions"
    HABEAS_PETITION = "habeas_petition"
    DECISION = "decision"
    EOIR26 = "eoir26"
    OTHER = "other"


class DocumentTrack(StrEnum):
    """For what a checklist is laid out. Every case has the first."""

    EVERY_CASE = "every_case"
    BOND = "bond"
    REMOVAL = "removal"
    FEAR = "fear"
    HABEAS = "habeas"
    APPEAL = "appeal"


class DocumentState(StrEnum):
    """How far it has come."""

    #: On the list; nobody has asked for it yet.
    NEEDED = "needed"
    ASKED = "asked"
    RECEIVED = "received"
    FILED = "filed"
    #: Counsel does without it in this case.
    NOT_NEEDED = "not_needed"


#: States in which it is still missing.
MISSING = (DocumentState.NEEDED, DocumentState.ASKED)


class Document(Identified, Revised, Led, Table):
    """One line of a case's checklist. For the legal team."""

    __tablename__ = "documents"
    __table_args__ = (Index("documents_of_case", "case_id", "id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    kind: Mapped[DocumentKind] = mapped_column(closed(DocumentKind))
    #: Which one it is, where there may be several, or what it is called where it is of no kind.
    title: Mapped[Sealed | None]
    state: Mapped[DocumentState] = mapped_column(closed(DocumentState), default=DocumentState.NEEDED)
    #: Who has it, or is to write it.
    from_whom: Mapped[Sealed | None]
    due_on: Mapped[date | None]
    note: Mapped[Sealed | None]
    #: Since when it stands as it does, and who said so.
    state_since: Mapped[datetime]
    changed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class FileKind(StrEnum):
    """What a file is, told by its content. Nothing else is taken."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    TEXT = "text"
    DOCX = "docx"
    ODT = "odt"


class FileAudience(StrEnum):
    """Who may open a file."""

    #: Counsel, and staff whom the attorneys of the legal provider supervise.
    COUNSEL = "counsel"
    LEGAL_TEAM = "legal_team"
    #: Advocates too, while the client's consent to tell them stands; what a picture tells beside itself is taken out.
    ADVOCATES = "advocates"


class CaseFile(Identified, Revised, Led, Table):
    """A file that was put with a case. Its content lies in pieces of its own."""

    __tablename__ = "files"
    __table_args__ = (
        Index("files_of_case", "case_id", "id"),
        Index("files_of_document", "document_id", postgresql_where=text("document_id is not null")),
        # The same file twice.
        Index("files_alike", "case_id", "content_index"),
        Index("files_taken_away", "taken_away_at", postgresql_where=text("taken_away_at is not null")),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: The line of the checklist that it belongs to, if any.
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("documents.id"))
    #: What it was called where it came from.
    name: Mapped[Sealed]
    kind: Mapped[FileKind] = mapped_column(closed(FileKind))
    size: Mapped[int]
    #: Keyed blind index of its content, so that the same file is known again and a list of known files tells nothing.
    content_index: Mapped[bytes]
    #: In how many pieces its content lies.
    pieces: Mapped[int]
    #: In how many pieces its cleaned copy lies, for eyes outside the legal team. Null: it was never shared with any.
    clean_pieces: Mapped[int | None]
    #: The key of the case that it was put with: a merge moves the file and seals nothing again.
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    audience: Mapped[FileAudience] = mapped_column(closed(FileAudience), default=FileAudience.LEGAL_TEAM)
    added_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: Taken away, and to be put back for some days; then it goes.
    taken_away_at: Mapped[datetime | None]
    taken_away_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class FilePiece(Table):
    """A piece of a file's content, or of its cleaned copy, sealed: bound to its file, its key, which of the two it is
    of, its place and how many there are.
    """

    __tablename__ = "file_pieces"

    file_id: Mapped[UUID] = mapped_column(ForeignKey("files.id"), primary_key=True)
    #: Of the copy for eyes outside the legal team.
    cleaned: Mapped[bool] = mapped_column(primary_key=True, server_default=text("false"), default=False)
    place: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[Sealed]
