"""Files: put with a case, opened, shown to others, taken away, put back.

Luis puts the I-213 with Mateo's case. It lies sealed under the case's key, in pieces; who may open it is the legal
team. He shares a letter of support with the advocates, to whom the client agreed to have it told: then a copy is made
without what the file tells beside itself, which is all they ever get, and each opening is an entry in the trail.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, insert, select

from casework import access
from casework.access import Act, Seat
from casework.clearance import not_agreed
from casework.closing import refuse_closed
from casework.documents.checklist import received
from casework.documents.cleaning import Cleaned, cleaned, kind_when_cleaned
from casework.documents.contents import told_by_content
from casework.refusals import ChangedMeanwhile, Invalid, NotAllowedByState, NotCleared, NotFound, NotPermitted
from casework.transaction import Transaction
from casework.vault import PieceOf
from schema.base import Sealed, new_id
from schema.cases import Case
from schema.consents import ConsentAudience
from schema.documents import MISSING, CaseFile, Document, FileAudience, FileKind, FilePiece
from schema.reference.papers import in_compartment

#: So long what was taken away can be put back.
PUT_BACK_WITHIN = timedelta(days=7)
#: Content lies in pieces of this many bytes.
PIECE = 256 * 1024
#: More files than these no case has.
_MOST = 500
_NAME = 200

#: The ending that belongs to each kind, whatever the file was called.
ENDINGS = {
    FileKind.PDF: ".pdf",
    FileKind.JPEG: ".jpg",
    FileKind.PNG: ".png",
    FileKind.HEIC: ".heic",
    FileKind.TEXT: ".txt",
    FileKind.DOCX: ".docx",
    FileKind.ODT: ".odt",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as somebody opens it."""

    name: str
    kind: FileKind
    content: bytes

    def cleaned(self) -> Cleaned:
        """The same without what it tells beside itself: it takes a while. Raises :class:`NotAllowedByState`."""
        return cleaned(self.kind, self.content)


async def may_add(tx: Transaction, case_id: UUID) -> None:
    """Asked before the first byte is read. Raises :class:`NotFound`, :class:`NotPermitted`,
    :class:`NotAllowedByState`.
    """
    case = await access.case_for(tx, case_id, Act.ADD_FILE)
    refuse_closed(case)


async def add_file(
    tx: Transaction,
    case_id: UUID,
    name: str,
    content: bytes,
    kind: FileKind,
    *,
    document_id: UUID | None = None,
    audience: FileAudience | None = None,
) -> CaseFile:
    """Put a file with a case. ``kind`` is what :func:`told_by_content` said. It is for the legal team unless said
    otherwise; of papers that tell of claim or health, for counsel. What was missing has then come.

    Raises :class:`Invalid`, :class:`NotPermitted`, :class:`NotAllowedByState` when the case has the same file.
    """
    case = await access.case_for(tx, case_id, Act.ADD_FILE)
    refuse_closed(case)
    document = await _document(tx, case, document_id)
    compartment = document is not None and in_compartment(document.kind)
    audience = audience or (FileAudience.COUNSEL if compartment else FileAudience.LEGAL_TEAM)
    if compartment and audience is not FileAudience.COUNSEL:
        raise Invalid("audience", "This paper tells of claim or health: it is for counsel. Counsel can share it later.")
    if audience is FileAudience.ADVOCATES:
        raise Invalid("audience", "Put it with the case first, look at it, and share it then.")
    await _permit_audience(tx, case, audience)
    called = safe_name(name, kind)
    index = tx.vault.index(str(case.lead_organization_id), "files.content", hashlib.sha256(content).hexdigest())
    await _refuse_twice(tx, case, index)
    count = await tx.session.scalar(select(func.count()).where(CaseFile.case_id == case.id))
    if (count or 0) >= _MOST:
        raise NotAllowedByState("This case has {most} files. Take some away first.", most=_MOST)
    await tx.unlock([case.vault_key_id])
    file_id = new_id()
    file = CaseFile(
        id=file_id,
        case_id=case.id,
        document_id=document.id if document else None,
        name=tx.seal(CaseFile, file_id, "name", case.vault_key_id, called),
        kind=kind,
        size=len(content),
        content_index=index,
        pieces=_pieces(content),
        vault_key_id=case.vault_key_id,
        audience=audience,
        added_by_id=tx.person_id,
    )
    tx.session.add(file)
    await tx.session.flush()
    await _lay(tx, file, content, clean=False)
    tx.record(
        "file.added", file, case=case, after={"kind": kind, "size": file.size, "audience": audience}, fields=["name"]
    )
    if document is not None and document.state in MISSING:
        received(tx, document, case)
    return file


async def open_file(tx: Transaction, file_id: UUID) -> Opened:
    """The file, for whoever its audience is; outside the legal team its cleaned copy. It is an entry in the trail.

    Raises :class:`NotFound`, also of one that is there for others; :class:`NotAllowedByState` of one that was taken
    away.
    """
    file = await access.seen(tx, CaseFile, file_id)
    seat = await _seat(tx, file.case_id)
    if file.taken_away_at is not None:
        raise NotAllowedByState("This file was taken away. Put it back to open it.")
    opened = await _read(tx, file, clean=not seat.legal)
    tx.viewed(CaseFile, file.id, ["name", "content"], case_id=file.case_id, organization_id=file.lead_organization_id)
    return opened


async def file_to_clean(
    tx: Transaction, file_id: UUID, *, expected_revision: int, audience: FileAudience
) -> Opened | None:
    """What has to be cleaned before :func:`share_file`, outside any transaction; None where nothing has to be, as of a
    file that was shared before. Raises what sharing raises.
    """
    file, case = await access.record_for(tx, CaseFile, file_id, Act.SHARE_FILE)
    # Nothing changes here: the next revision comes with the sharing.
    if file.revision != expected_revision:
        raise ChangedMeanwhile(revision_now=file.revision)
    await _refuse_to_share(tx, file, case, audience)
    if audience is not FileAudience.ADVOCATES or file.clean_pieces is not None:
        return None
    return await _read(tx, file, clean=False)


async def share_file(
    tx: Transaction, file_id: UUID, *, expected_revision: int, audience: FileAudience, copy: Cleaned | None = None
) -> CaseFile:
    """Say who may open a file. Advocates may while the client's consent to tell them stands, and get the ``copy`` that
    was made of what :func:`file_to_clean` gave: it is kept, and nothing else ever leaves the legal team.

    Raises :class:`NotCleared`, :class:`NotPermitted`, :class:`NotAllowedByState`.
    """
    file, case = await access.record_for(tx, CaseFile, file_id, Act.SHARE_FILE)
    tx.expect(file, expected_revision)
    await _refuse_to_share(tx, file, case, audience)
    if audience is FileAudience.ADVOCATES and file.clean_pieces is None:
        if copy is None:
            raise LookupError("A file is shared with advocates without a cleaned copy.")
        await tx.unlock([file.vault_key_id])
        file.clean_pieces = _pieces(copy.content)
        await tx.session.flush()
        await _lay(tx, file, copy.content, clean=True)
    before, file.audience = file.audience, audience
    await tx.session.flush()
    tx.record("file.shared", file, case=case, before={"audience": before}, after={"audience": audience})
    return file


async def _refuse_to_share(tx: Transaction, file: CaseFile, case: Case, audience: FileAudience) -> None:
    _refuse_gone(file)
    # Into counsel's compartment, or out of it.
    await _permit_audience(tx, case, audience)
    await _permit_audience(tx, case, file.audience)
    if audience is FileAudience.ADVOCATES:
        await _refuse_unagreed(tx, case)


async def take_file_away(tx: Transaction, file_id: UUID, *, expected_revision: int) -> CaseFile:
    """Take a file away. For seven days it can be put back; then it is gone for good."""
    file, case = await access.record_for(tx, CaseFile, file_id, Act.TAKE_FILE_AWAY)
    tx.expect(file, expected_revision)
    _refuse_gone(file)
    file.taken_away_at, file.taken_away_by_id = tx.now, tx.person_id
    await tx.session.flush()
    tx.record("file.taken_away", file, case=case, after={"kind": file.kind})
    return file


async def put_file_back(tx: Transaction, file_id: UUID, *, expected_revision: int) -> CaseFile:
    """Put a file back that was taken away. Raises :class:`NotAllowedByState` for one that is there, or whose like
    is.
    """
    file, case = await access.record_for(tx, CaseFile, file_id, Act.PUT_FILE_BACK)
    tx.expect(file, expected_revision)
    if file.taken_away_at is None:
        raise NotAllowedByState("This file is there: nobody took it away.")
    await _refuse_twice(tx, case, file.content_index)
    file.taken_away_at = file.taken_away_by_id = None
    await tx.session.flush()
    tx.record("file.put_back", file, case=case, after={"kind": file.kind})
    return file


def safe_name(name: str, kind: FileKind) -> str:
    """What a file is called: no path, no hidden letters, and the ending of what it is. Raises :class:`Invalid`."""
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "C")
    plain = " ".join(re.sub(r'[<>:"|?*]', " ", plain).split()).strip(". ")
    if not plain:
        plain = "file"
    if len(plain) > _NAME:
        raise Invalid("name", "The file's name is longer than {most} letters. Give it a shorter one.", most=_NAME)
    return _ending(plain, kind)


def _ending(name: str, kind: FileKind) -> str:
    ending = ENDINGS[kind]
    stem, dot, last = name.rpartition(".")
    if dot and f".{last.lower()}" in {ending, *_ALIKE.get(kind, ())}:
        return name
    known = {one for every in (ENDINGS.values(), *_ALIKE.values()) for one in every}
    # Of a name that ends in another kind's ending, or a program's, no such ending stays.
    return (stem if dot and (f".{last.lower()}" in known or len(last) <= 4) and stem else name) + ending


_ALIKE: dict[FileKind, Iterable[str]] = {FileKind.JPEG: (".jpeg",), FileKind.HEIC: (".heif",)}


def _pieces(content: bytes) -> int:
    return -(-len(content) // PIECE)


def _place(file: CaseFile, place: int, *, clean: bool) -> PieceOf:
    """Bound as well: which of the two it is of. So a piece of the one never passes for a piece of the other."""
    table = FilePiece.__tablename__
    return PieceOf(f"{table}.cleaned" if clean else table, file.id, place, _count(file, clean=clean))


def _count(file: CaseFile, *, clean: bool) -> int:
    if not clean:
        return file.pieces
    if file.clean_pieces is None:
        raise LookupError("A file that leaves the legal team has no cleaned copy.")
    return file.clean_pieces


async def _lay(tx: Transaction, file: CaseFile, content: bytes, *, clean: bool) -> None:
    for place in range(_count(file, clean=clean)):
        piece = content[place * PIECE : (place + 1) * PIECE]
        sealed = tx.vault.seal_piece(file.vault_key_id, _place(file, place, clean=clean), piece)
        given = {"file_id": file.id, "cleaned": clean, "place": place, "content": sealed}
        # One at a time: all of them at once would lie in memory twice more.
        await tx.session.execute(insert(FilePiece).inline().values(**given))
    await tx.session.flush()


async def _read(tx: Transaction, file: CaseFile, *, clean: bool) -> Opened:
    await tx.unlock([file.vault_key_id, file.name])
    asked = select(FilePiece.place, FilePiece.content).where(FilePiece.file_id == file.id, FilePiece.cleaned.is_(clean))
    rows = await tx.session.execute(asked.order_by(FilePiece.place))
    found: list[tuple[int, Sealed]] = [(place, content) for place, content in rows]
    if [place for place, _ in found] != list(range(_count(file, clean=clean))):
        raise LookupError("A file lacks a piece.")
    content = b"".join(tx.vault.open_piece(sealed, _place(file, place, clean=clean)) for place, sealed in found)
    kind = kind_when_cleaned(file.kind) if clean else file.kind
    return Opened(_ending(tx.open(file, "name") or "", kind), kind, content)


async def _seat(tx: Transaction, case_id: UUID) -> Seat:
    seat = (await access.seats(tx, [case_id])).get(case_id)
    if seat is None:
        raise NotFound
    return seat


async def _permit_audience(tx: Transaction, case: Case, audience: FileAudience) -> None:
    """Counsel's compartment opens to whoever has its key. Raises :class:`NotPermitted`."""
    if audience is FileAudience.COUNSEL and not (await _seat(tx, case.id)).counsel:
        raise NotPermitted(who="the case's attorney")


async def _refuse_unagreed(tx: Transaction, case: Case) -> None:
    eyes = access.Eyes(await access.standing(tx), tx.now)
    if not await tx.session.scalar(select(access.consented(eyes, case.id, ConsentAudience.ADVOCATES))):
        raise NotCleared([not_agreed(ConsentAudience.ADVOCATES)])


async def _refuse_twice(tx: Transaction, case: Case, index: bytes) -> None:
    """Of one that this seat may not see, nothing is said: then it lies there twice."""
    same = access.visible(await access.standing(tx), CaseFile, tx.now).where(
        CaseFile.case_id == case.id, CaseFile.content_index == index, CaseFile.taken_away_at.is_(None)
    )
    found = await tx.session.scalar(same.limit(1))
    if found is not None:
        raise NotAllowedByState(
            'The case has this very file already: it is called "{name}".', name=await tx.opened(found, "name")
        )


async def _document(tx: Transaction, case: Case, document_id: UUID | None) -> Document | None:
    if document_id is None:
        return None
    document = await access.seen(tx, Document, document_id)
    if document.case_id != case.id:
        raise NotFound
    await tx.session.refresh(document, with_for_update=True)
    return document


def _refuse_gone(file: CaseFile) -> None:
    if file.taken_away_at is not None:
        raise NotAllowedByState("This file was taken away. Put it back first.")


__all__ = [
    "ENDINGS",
    "PIECE",
    "PUT_BACK_WITHIN",
    "Opened",
    "add_file",
    "file_to_clean",
    "may_add",
    "open_file",
    "put_file_back",
    "safe_name",
    "share_file",
    "take_file_away",
    "told_by_content",
]
