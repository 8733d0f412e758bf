"""Engaged, and of record: the letter is signed; the form is entered for that proceeding; the judge lets go.

A form says what somebody is before one court or agency (``casework.entitlement.FORMS``): an EOIR-28 for bond alone is
no appearance in removal, a G-28 is nothing before a court, and an EOIR-61 leaves the person pro se.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from uuid import UUID

from sqlalchemy import select

from casework import access, advocacy, entitlement
from casework.access import Act
from casework.assignments.ending import end, of_record
from casework.assignments.offers import entitled
from casework.entitlement import FORMS
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.assignments import (
    STANDING,
    Appearance,
    Assignment,
    AssignmentState,
    Form,
    FormScope,
    Scope,
)
from schema.attorneys import Attorney
from schema.base import new_id
from schema.cases import Case
from schema.people import Person
from schema.proceedings import Proceeding, ProceedingKind


async def record_appearance(
    tx: Transaction,
    assignment_id: UUID,
    *,
    expected_revision: int,
    engaged_on: date | None = None,
    entered_on: date | None = None,
    form: Form | None = None,
    form_scope: FormScope | None = None,
    proceeding_id: UUID | None = None,
    primary: bool = True,
) -> Assignment:
    """Record that the engagement letter was signed, or that a form was entered: for one proceeding, or with a G-28
    before the agency.

    Raises :class:`Invalid` for a form that is not for that proceeding or scope, or where they may not appear, and
    :class:`NotAllowedByState`.
    """
    assignment, case = await access.record_for(tx, Assignment, assignment_id, Act.RECORD_APPEARANCE)
    tx.expect(assignment, expected_revision)
    if assignment.state not in STANDING:
        raise NotAllowedByState("They have not accepted this case, or the assignment has ended.")
    if engaged_on is None and entered_on is None:
        raise Invalid("enteredOn", "Say on which day the letter was signed or the appearance entered.")
    for name, day in (("engagedOn", engaged_on), ("enteredOn", entered_on)):
        if day is not None and day > tx.now.date():
            raise Invalid(name, "That day has not come yet.")
    was = assignment.state
    said: dict[str, object] = {}
    if entered_on:
        entered = await _entered(tx, case, assignment, form, form_scope, proceeding_id)
        entered.entered_at, entered.primary = _noon(entered_on), primary
        await _refuse_entered_already(tx, assignment, entered)
        tx.session.add(entered)
        said = {"form": entered.form, "proceeding_id": entered.proceeding_id}
        if FORMS[entered.form].of_record:
            assignment.of_record_at = assignment.of_record_at or _noon(entered_on)
            assignment.state = AssignmentState.OF_RECORD
    if engaged_on:
        assignment.engaged_at = _noon(engaged_on)
        if assignment.state is AssignmentState.ACCEPTED:
            assignment.state = AssignmentState.ENGAGED
    await tx.session.flush()
    tx.record(
        "assignment.appearance_recorded",
        assignment,
        case=case,
        before={"state": was},
        after={"state": assignment.state, **said},
    )
    if assignment.state is not was:
        # Of record, theirs is the word that counts on what is said in public.
        await advocacy.hand_over_sign_offs(tx, case)
    return assignment


async def _entered(
    tx: Transaction,
    case: Case,
    assignment: Assignment,
    form: Form | None,
    scope: FormScope | None,
    proceeding_id: UUID | None,
) -> Appearance:
    """The form as it may be entered. Raises :class:`Invalid`."""
    proceeding = await _for_which(tx, case, assignment, form, proceeding_id)
    chosen = form or entitlement.form_for(proceeding, assignment.scope)
    if assignment.scope not in FORMS[chosen].scopes:
        if assignment.scope is Scope.DOCUMENT_HELP:
            raise Invalid("form", "Document help (EOIR-60, EOIR-61) is no appearance: the person stays pro se.")
        raise Invalid("form", "An EOIR-60 or EOIR-61 is for document help. They took on more than that.")
    if not entitlement.fits(chosen, proceeding):
        raise Invalid("form", "This form is not for that proceeding: {says}", says=FORMS[chosen].says)
    if scope is not None and chosen is not Form.EOIR_28:
        raise Invalid("formScope", "Only an EOIR-28 says for which proceedings it is entered.")
    if chosen is Form.EOIR_28 and proceeding is not None:
        scope = scope or _usual(assignment.scope, proceeding.kind)
        if not entitlement.reaches(scope, proceeding.kind):
            raise Invalid("formScope", "In that scope the form is not for this proceeding (8 CFR 1003.17(a)).")
    await _refuse_not_entitled(tx, assignment, chosen, proceeding)
    return Appearance(
        id=new_id(),
        case_id=case.id,
        assignment_id=assignment.id,
        proceeding_id=proceeding.id if proceeding else None,
        form=chosen,
        scope=scope,
        recorded_by_id=tx.person_id or case.coordinator_id,
    )


def _usual(scope: Scope, kind: ProceedingKind) -> FormScope:
    if scope is Scope.BOND_ONLY or kind is ProceedingKind.BOND:
        return FormScope.CUSTODY_AND_BOND if scope is Scope.BOND_ONLY else FormScope.ALL
    return FormScope.ALL


async def _for_which(
    tx: Transaction, case: Case, assignment: Assignment, form: Form | None, proceeding_id: UUID | None
) -> Proceeding | None:
    """The proceeding it is entered for: the one named, the assignment's own, or the only one that its scope is for."""
    if form is Form.G_28:
        if proceeding_id is not None:
            raise Invalid("proceedingId", "A G-28 is entered with DHS, and for no proceeding of a court.")
        return None
    wanted = proceeding_id or assignment.proceeding_id
    if wanted is not None:
        proceeding = await tx.session.get(Proceeding, wanted)
        if proceeding is None or proceeding.case_id != case.id:
            raise Invalid("proceedingId", "There is no such proceeding in this case.")
        if assignment.scope is not Scope.DOCUMENT_HELP and not _within(assignment, proceeding):
            raise Invalid("proceedingId", "They did not take on that proceeding: offer it to them first.")
        return proceeding
    of_case = await tx.session.scalars(
        select(Proceeding).where(Proceeding.case_id == case.id, Proceeding.closed_at.is_(None)).order_by(Proceeding.id)
    )
    fitting = [
        one for one in of_case
        if (form is None or entitlement.fits(form, one))
        and (assignment.scope is Scope.DOCUMENT_HELP or _within(assignment, one))
    ]  # fmt: skip
    if not fitting:
        raise Invalid("proceedingId", "No proceeding is open that this form could be entered for. Open one first.")
    if len(fitting) > 1:
        raise Invalid("proceedingId", "Say for which proceeding the form was entered: of record is for that one alone.")
    return fitting[0]


def _within(assignment: Assignment, proceeding: Proceeding) -> bool:
    if assignment.proceeding_id is not None:
        return assignment.proceeding_id == proceeding.id
    return assignment.scope is Scope.OTHER or entitlement.covers(assignment.scope, None, proceeding)


async def _refuse_not_entitled(
    tx: Transaction, assignment: Assignment, form: Form, proceeding: Proceeding | None
) -> None:
    attorney = await tx.session.get(Attorney, assignment.attorney_id)
    if attorney is None:
        raise Invalid("form", "Nothing is recorded of where they may appear. Record it first.")
    if form is Form.G_28:
        found = entitlement.may_appear(
            attorney, entitlement.Forum.DHS, on=tx.now.date(),
            supervisor=await tx.session.get(Attorney, attorney.supervisor_id) if attorney.supervisor_id else None,
        )  # fmt: skip
    else:
        found = await entitled(tx, attorney, proceeding)
    if not found.may:
        person = await tx.session.get(Person, attorney.person_id)
        raise Invalid(
            "form",
            "{name} can't appear there yet: {because} ({citation}) Correct what is recorded of them, or ask another.",
            name=await tx.opened(person, "name") if person else "",
            because=found.because,
            citation=found.citation,
        )


async def _refuse_entered_already(tx: Transaction, assignment: Assignment, entered: Appearance) -> None:
    same = Appearance.proceeding_id == entered.proceeding_id
    if entered.proceeding_id is None:
        same = Appearance.proceeding_id.is_(None)
    standing = select(Appearance.id).where(
        Appearance.assignment_id == assignment.id, Appearance.form == entered.form, Appearance.ended_at.is_(None), same
    )
    if await tx.session.scalar(standing.limit(1)):
        raise NotAllowedByState("This form is recorded as entered for that proceeding already.")


async def ask_withdrawal(tx: Transaction, appearance_id: UUID, *, expected_revision: int, asked_on: date) -> Appearance:
    """Record that counsel asked the judge to be let go. Until it is granted they are of record, and must come to every
    hearing (8 CFR 1003.17(a)(3)). Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    appearance, case = await access.record_for(tx, Appearance, appearance_id, Act.ASK_WITHDRAWAL)
    tx.expect(appearance, expected_revision)
    _refuse_ended(appearance)
    if not FORMS[appearance.form].of_record:
        raise NotAllowedByState("From this form nobody need be let go: withdraw the assignment itself.")
    if appearance.withdrawal_asked_at is not None:
        raise NotAllowedByState("They have asked already. Record what the judge decided.")
    if asked_on > tx.now.date():
        raise Invalid("askedOn", "That day has not come yet.")
    appearance.withdrawal_asked_at = _noon(asked_on)
    await tx.session.flush()
    tx.record("appearance.withdrawal_asked", appearance, case=case, after={"asked_on": asked_on})
    return appearance


async def record_withdrawal_decision(
    tx: Transaction, appearance_id: UUID, *, expected_revision: int, granted: bool, decided_on: date
) -> Appearance:
    """Record what the judge decided. Granted, they are of record there no more; when it was the last appearance, the
    assignment ends, the seats with it, and whoever looks after the case is told of each date left without counsel.
    Denied, they stay. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    appearance, case = await access.record_for(tx, Appearance, appearance_id, Act.RECORD_WITHDRAWAL_DECISION)
    tx.expect(appearance, expected_revision)
    _refuse_ended(appearance)
    if appearance.withdrawal_asked_at is None:
        raise NotAllowedByState("Nobody has asked to withdraw here. Record that first.")
    if decided_on > tx.now.date():
        raise Invalid("decidedOn", "That day has not come yet.")
    if decided_on < appearance.withdrawal_asked_at.date():
        raise Invalid("decidedOn", "That is before they asked.")
    appearance.withdrawal_decided_at, appearance.withdrawal_granted = _noon(decided_on), granted
    if granted:
        appearance.ended_at = tx.now
    else:
        # They may ask again.
        appearance.withdrawal_asked_at = None
    await tx.session.flush()
    tx.record("appearance.withdrawal_decided", appearance, case=case, after={"granted": granted})
    assignment = await tx.session.get_one(Assignment, appearance.assignment_id, with_for_update=True)
    if granted and not await of_record(tx, assignment.id):
        assignment.revision += 1
        await end(tx, assignment, case)
    return appearance


def _refuse_ended(appearance: Appearance) -> None:
    if appearance.ended_at is not None:
        raise NotAllowedByState("They are of record there no more.")


def _noon(day: date) -> datetime:
    # A day without an hour, at an instant that is that day in every U.S. zone.
    return datetime.combine(day, time(17), UTC)


__all__ = ["ask_withdrawal", "record_appearance", "record_withdrawal_decision"]
