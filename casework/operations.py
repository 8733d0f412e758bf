"""Operations: sixty-five people arrested in four days are taken in together, and found together afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from casework import access, intake
from casework.access import Act
from casework.closing import refuse_closed
from casework.identities import Known
from casework.intake import Report
from casework.language import Sentence
from casework.refusals import Invalid, TimeDoesNotExist
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, Priority
from schema.operations import Operation
from schema.organizations import OrganizationKind

#: How many people one intake may hold: more are typed in a second one.
MOST_ARRESTED = 100


@dataclass
class Arrested:
    """One person of a list, as heard. Nothing needs to be known, not even a name."""

    known: Known = field(default_factory=Known)
    public_name: str | None = None
    language: str | None = None
    minor: bool = False
    report: Report = field(default_factory=Report)
    priority: Priority = Priority.ROUTINE


async def open_operation(
    tx: Transaction, organization_id: UUID, *, name: str, began_on: date, place: str | None = None
) -> Operation:
    """Name a raid or sweep, so that its arrests are taken in together. Raises :class:`Invalid`."""
    organization = await access.permit_in_organization(tx, organization_id, Act.OPEN_OPERATION)
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise Invalid("organizationId", "A case is led by a legal provider. Share the report with one.")
    called, where = " ".join(name.split()), " ".join((place or "").split())
    if not called or len(called) > 200 or len(where) > 200:
        raise Invalid("name", "Say what people call it, in at most 200 letters.")
    # A day where it happened may have begun before it did where the house stands.
    if began_on > tx.now.date() + timedelta(days=1):
        raise Invalid("beganOn", "That is in the future. Check the day.")
    key = await tx.new_key()
    operation = Operation(
        id=new_id(), organization_id=organization_id, vault_key_id=key, began_on=began_on, opened_by_id=tx.person_id
    )
    operation.name = tx.seal(Operation, operation.id, "name", key, called)
    operation.place = tx.seal(Operation, operation.id, "place", key, where or None)
    tx.session.add(operation)
    await tx.session.flush()
    tx.record("operation.opened", operation, after={"began_on": began_on})
    return operation


async def take_in_arrests(tx: Transaction, operation_id: UUID, arrests: Sequence[Arrested]) -> list[Case]:
    """Open a case for each of them, in the order of the list: all of them, or none.

    Raises :class:`Invalid` that tells every person of the list with whom something is wrong, the first in its field.
    """
    operation = await access.seen(tx, Operation, operation_id)
    await access.permit_in_organization(tx, operation.organization_id, Act.TAKE_IN_ARRESTS)
    if not arrests:
        raise Invalid("arrests", "List at least one person.")
    if len(arrests) > MOST_ARRESTED:
        raise Invalid("arrests", "List at most {most} people at a time.", most=MOST_ARRESTED)
    cases: list[Case] = []
    # Who of the list, in which field, and what is wrong there.
    faults: list[tuple[int, str, Sentence]] = []
    numbers: dict[str, int] = {}
    for place, one in enumerate(arrests, start=1):
        try:
            _refuse_listed_twice(tx, numbers, place, one)
            # Whoever is refused leaves the others to be looked at, so that all is said at once.
            async with tx.session.begin_nested():
                cases.append(await _taken_in(tx, operation, one))
        except Invalid as refused:
            faults.append((place, refused.field, refused.sentence))
        except TimeDoesNotExist as refused:
            faults.append((place, "arrestedAt", refused.sentence))
    if faults:
        first, about, _ = faults[0]
        said = [
            Sentence("Person {place}: {problem}", place=place, problem=problem) for place, _, problem in faults[:20]
        ]
        raise Invalid(
            f"arrests.{first - 1}.{about}",
            "Nobody was taken in. {problems}",
            problems=lambda language: " ".join(one.said(language) for one in said),
        )
    tx.record("operation.taken_in", operation, after={"people": len(cases)})
    return cases


def _refuse_listed_twice(tx: Transaction, numbers: dict[str, int], place: int, one: Arrested) -> None:
    for number in intake.checked(one.known, tx.now.date()).a_numbers:
        before = numbers.setdefault(number, place)
        if before != place:
            raise Invalid("aNumbers", "This A-number is person {place}'s as well. It belongs to one.", place=before)


async def _taken_in(tx: Transaction, operation: Operation, one: Arrested) -> Case:
    case = await intake.take_in_case(
        tx,
        operation.organization_id,
        known=one.known,
        public_name=one.public_name,
        language=one.language,
        minor=one.minor,
        report=one.report,
        priority=one.priority,
    )
    case.operation_id = operation.id
    await tx.session.flush()
    return case


async def put_into_operation(
    tx: Transaction, case_id: UUID, operation_id: UUID | None, *, expected_revision: int
) -> Case:
    """Say that a case belongs to an operation of its lead organization, or to none. Raises :class:`Invalid`."""
    case = await access.case_for(tx, case_id, Act.PUT_INTO_OPERATION)
    tx.expect(case, expected_revision)
    refuse_closed(case)
    operation = await access.seen(tx, Operation, operation_id) if operation_id else None
    if operation is not None and operation.organization_id != case.lead_organization_id:
        raise Invalid("operationId", "That operation is another organization's. Open one of your own.")
    before, case.operation_id = case.operation_id, operation_id
    await tx.session.flush()
    tx.record("case.put_into_operation", case, before={"operation": before}, after={"operation": operation_id})
    return case


__all__ = ["MOST_ARRESTED", "Arrested", "open_operation", "put_into_operation", "take_in_arrests"]
