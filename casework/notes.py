"""Notes on a case, for the legal team; what is privileged goes into the attorneys' compartment."""

from __future__ import annotations

from uuid import UUID

from casework import access
from casework.access import Act
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.notes import Note, PrivilegedNote


async def write_note(tx: Transaction, case_id: UUID, body: str, *, privileged: bool = False) -> Note | PrivilegedNote:
    """Write a note. Raises :class:`Invalid` when it is empty or longer than 20,000 characters."""
    act = Act.WRITE_PRIVILEGED_NOTE if privileged else Act.WRITE_NOTE
    case = await access.case_for(tx, case_id, act)
    text = body.strip()
    if not text:
        raise Invalid("body", "The note is empty.")
    if len(text) > 20_000:
        raise Invalid("body", "A note has at most 20,000 characters. Split it.")
    await tx.unlock([case.vault_key_id])
    model = PrivilegedNote if privileged else Note
    note_id = new_id()
    note = model(
        id=note_id,
        case_id=case.id,
        author_id=tx.person_id,
        body=tx.seal(model, note_id, "body", case.vault_key_id, text),
    )
    tx.session.add(note)
    await tx.session.flush()
    tx.record("note.written", note, case=case, after={"privileged": privileged})
    return note
