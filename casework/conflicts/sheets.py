"""Sending: names are compared with the attorney's own list, or go to one named contact, logged as a disclosure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ARRAY, LargeBinary, bindparam, select, text

from casework import access, assignments, house, identities, names
from casework.access import Act
from casework.closing import refuse_closed
from casework.conflicts.tokens import tokens_of_all
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.assignments import Assignment, AssignmentState
from schema.attorneys import Attorney
from schema.base import new_id
from schema.cases import Case
from schema.conflicts import Comparison, ConflictSheet, ConflictSheetContents, SheetAnswer
from schema.detainees import Detainee
from schema.organizations import Membership
from schema.people import Person

#: How long a contact may read a sheet.
OPEN = timedelta(days=7)
#: Names of each kind that a sheet has room for, and letters of each: more are no names.
MOST, LONGEST = 20, 80
_FOUND = text("select conflict_found(:assignment, :tokens)").bindparams(bindparam("tokens", type_=ARRAY(LargeBinary())))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sheet says: the client's own names, and who else is on either side."""

    names: list[str]
    relatives: list[str]
    employers: list[str]
    adverse: list[str]

    @property
    def everybody(self) -> list[str]:
        return [*self.names, *self.relatives, *self.employers, *self.adverse]


async def send_conflict_sheet(
    tx: Transaction,
    assignment_id: UUID,
    *,
    expected_revision: int,
    relatives: Sequence[str] = (),
    employers: Sequence[str] = (),
    adverse_parties: Sequence[str] = (),
    by_hand: bool = False,
) -> ConflictSheet:
    """Check a yes for conflicts: by the attorney's own list where there is one, which tells nobody a name; else, or
    ``by_hand``, by a sheet to their one conflicts contact. What comes out clear opens the file.

    Only with the client's consent to seek counsel. Raises :class:`NotCleared`, :class:`Invalid`,
    :class:`NotAllowedByState`.
    """
    assignment, case = await access.record_for(tx, Assignment, assignment_id, Act.SEND_CONFLICT_SHEET)
    tx.expect(assignment, expected_revision)
    refuse_closed(case)
    if assignment.state is not AssignmentState.CHECKING:
        raise NotAllowedByState("Only what was accepted and waits for its conflict check is checked.")
    await assignments.require_consent_to_seek_counsel(tx, case)
    said = await _said(tx, case, relatives, employers, adverse_parties)
    await _refuse_waiting(tx, assignment)
    contact = await _contact(tx, assignment, case)
    found = None if by_hand else await _compared(tx, assignment, said)
    sheet = ConflictSheet(
        id=new_id(), case_id=case.id, assignment_id=assignment.id, attorney_id=assignment.attorney_id,
        contact_id=contact, organization_id=assignment.organization_id, sent_by_id=tx.somebody, sent_at=tx.now,
        open_until=tx.now + OPEN, found=found,
    )  # fmt: skip
    if found is Comparison.NONE_FOUND:
        sheet.answer, sheet.answered_at, sheet.followed_at = SheetAnswer.CLEAR, tx.now, tx.now
    elif found is Comparison.POSSIBLE:
        # Nobody was told a name. Whether the contact is to look is for whoever looks after the case to say.
        sheet.closed_at = tx.now
    tx.session.add(sheet)
    await tx.session.flush()
    if found is not None:
        tx.record(
            "conflict.compared", sheet, case=case,
            after={"contact_id": contact, "found": found, "names": len(said.everybody)}, about=[assignment.id],
        )  # fmt: skip
    else:
        await _disclose(tx, sheet, case, said)
        await assignments.answered_for(tx, case, assignment)
    if found is Comparison.NONE_FOUND:
        async with house.acts(tx):
            await assignments.open_file(tx, assignment)
    return sheet


async def _disclose(tx: Transaction, sheet: ConflictSheet, case: Case, said: _Said) -> None:
    await tx.unlock([case.vault_key_id])

    def sealed(column: str, lines: Sequence[str]) -> object:
        text = "\n".join(lines) or None
        return tx.seal(ConflictSheetContents, sheet.id, column, case.vault_key_id, text)

    tx.session.add(
        ConflictSheetContents(
            id=sheet.id, case_id=case.id, names=sealed("names", said.names),
            relatives=sealed("relatives", said.relatives), employers=sealed("employers", said.employers),
            adverse_parties=sealed("adverse_parties", said.adverse),
        )
    )  # fmt: skip
    await tx.session.flush()
    tx.record(
        "conflict_sheet.sent", sheet, case=case,
        after={"contact_id": sheet.contact_id, "open_until": sheet.open_until},
        fields=["names", "relatives", "employers", "adverse_parties"], about=[sheet.assignment_id],
    )  # fmt: skip


async def _said(
    tx: Transaction, case: Case, relatives: Sequence[str], employers: Sequence[str], adverse: Sequence[str]
) -> _Said:
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    known = await identities.read(tx, detainee)
    if not known.names:
        raise Invalid("", "No legal name is recorded, and without one nobody can check. Record it first.")
    typed = [
        _names("relatives", relatives),
        _names("employers", employers),
        _names("adverseParties", adverse),
    ]
    return _Said(known.names, *typed)


def _names(field: str, typed: Sequence[str]) -> list[str]:
    """Names alone. Raises :class:`Invalid` for what reads like a story, or holds a number."""
    found = list(dict.fromkeys(" ".join(one.split()) for one in typed if one.strip()))
    if len(found) > MOST:
        raise Invalid(field, "A sheet names at most {most} of each.", most=MOST)
    for one in found:
        if len(one) > LONGEST or names.a_number_in(one) or any(mark in one for mark in ";:!?\n"):
            raise Invalid(
                field, "A conflict sheet says names alone, each by itself: no facts of the claim, and no numbers."
            )
    return found


async def _refuse_waiting(tx: Transaction, assignment: Assignment) -> None:
    waiting = select(ConflictSheet.id).where(
        ConflictSheet.assignment_id == assignment.id, ConflictSheet.answer.is_(None), ConflictSheet.closed_at.is_(None)
    )
    if await tx.session.scalar(waiting.limit(1)):
        raise NotAllowedByState("A sheet waits for its answer already.")


async def _contact(tx: Transaction, assignment: Assignment, case: Case) -> UUID:
    """The one person who answers: whom the attorney named, if they belong there still, or the attorney."""
    attorney = await tx.session.get(Attorney, assignment.attorney_id)
    contact = attorney.conflicts_contact_id if attorney and attorney.conflicts_contact_id else assignment.attorney_id
    async with house.acts(tx):
        belongs = await tx.session.scalar(
            select(Membership.id)
            .join(Person, Person.id == Membership.person_id)
            .where(
                Membership.person_id == contact,
                Membership.organization_id == assignment.organization_id,
                Membership.stands(tx.now),
                Person.removed_at.is_(None),
            )
            .limit(1)
        )
    if belongs is None:
        raise NotAllowedByState("Their conflicts contact has left: ask the attorney to name another.")
    await access.refuse_walled(tx, case.id, contact, "assignmentId")
    return contact


async def _compared(tx: Transaction, assignment: Assignment, said: _Said) -> Comparison | None:
    """What comparing tokens finds; None where no list was kept when the offer was made. Raises
    :class:`NotAllowedByState` when this offer was compared before, or that list too often.
    """
    before = select(ConflictSheet.id).where(
        ConflictSheet.assignment_id == assignment.id, ConflictSheet.found.is_not(None)
    )
    if await tx.session.scalar(before.limit(1)):
        raise NotAllowedByState("This was compared with their list already. Send the sheet to their contact.")
    tokens = sorted({tx.vault.conflict_token(token) for token in tokens_of_all(said.everybody)})
    found = await tx.session.scalar(_FOUND, {"assignment": assignment.id, "tokens": tokens})
    if found == "asked_often":
        raise NotAllowedByState("Their list was asked often of late. Send the sheet to their contact.")
    return Comparison(found) if found in set(Comparison) else None


__all__ = ["LONGEST", "MOST", "OPEN", "send_conflict_sheet"]
