"""Assignments: a case is offered to somebody entitled to appear there, who accepts, is engaged, and comes of record.

Accepted is not engaged (letter signed), and engaged is not of record (E-28 entered for that proceeding).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import access, cases, custody, docketing, identities, names, notices, teams
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotPermitted
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment, AssignmentState, Scope
from schema.attorneys import Attorney
from schema.base import new_id
from schema.cases import Case, Stage
from schema.consents import Consent, ConsentState, Purpose
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.occasions import Occasion, OccasionKind
from schema.proceedings import Proceeding, ProceedingKind
from schema.teams import COUNSEL_ROLES, CaseRole, TeamMember

_FEDERAL = {ProceedingKind.HABEAS, ProceedingKind.PETITION_FOR_REVIEW}


async def offer_assignment(
    tx: Transaction,
    case_id: UUID,
    attorney_id: UUID,
    *,
    scope: Scope,
    blurb: str,
    proceeding_id: UUID | None = None,
) -> Assignment:
    """Offer a case, with a blurb worth reading and nothing that identifies.

    Outside the lead organization only with the client's consent to seek counsel. Raises :class:`NotCleared`,
    :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.OFFER_ASSIGNMENT)
    refuse_closed(case)
    attorney = await tx.session.get(Attorney, attorney_id)
    if attorney is None:
        raise Invalid("attorneyId", "There is no such attorney or accredited representative.")
    await access.refuse_walled(tx, case.id, attorney_id, "attorneyId")
    proceeding = await _proceeding(tx, case, proceeding_id)
    _refuse_not_entitled(attorney, proceeding)
    if attorney.organization_id != case.lead_organization_id:
        await _require_consent_to_seek_counsel(tx, case)
    text = await _checked_blurb(tx, case, blurb)
    asked = await tx.session.scalar(
        select(Assignment.id).where(
            Assignment.case_id == case.id,
            Assignment.attorney_id == attorney_id,
            Assignment.state.in_([AssignmentState.OFFERED, *STANDING]),
        )
    )
    if asked:
        raise NotAllowedByState("This case was offered to them already.")
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    country = (await identities.read(tx, detainee)).country_of_birth
    await tx.unlock([case.vault_key_id])
    assignment_id = new_id()
    assignment = Assignment(
        id=assignment_id,
        case_id=case.id,
        attorney_id=attorney_id,
        organization_id=attorney.organization_id,
        proceeding_id=proceeding_id,
        scope=scope,
        blurb=text,
        shown=await _shown(tx, case, detainee),
        country=tx.seal(Assignment, assignment_id, "country", case.vault_key_id, country),
        offered_by_id=tx.person_id or case.coordinator_id,
    )
    tx.session.add(assignment)
    if case.stage is Stage.INTAKE:
        case.stage = Stage.SEEKING_COUNSEL
    await tx.session.flush()
    await notices.tell_offer(tx, assignment)
    tx.record("assignment.offered", assignment, case=case, after={"attorney_id": attorney_id, "scope": scope})
    return assignment


async def _proceeding(tx: Transaction, case: Case, proceeding_id: UUID | None) -> Proceeding | None:
    if proceeding_id is None:
        return None
    proceeding = await tx.session.get(Proceeding, proceeding_id)
    if proceeding is None or proceeding.case_id != case.id:
        raise Invalid("proceedingId", "There is no such proceeding in this case.")
    return proceeding


def _refuse_not_entitled(attorney: Attorney, proceeding: Proceeding | None) -> None:
    """Immigration court: a state bar and EOIR registration, or accreditation (8 CFR 1292.1, 1292.12); federal courts:
    their own admission."""
    if proceeding is not None and proceeding.kind in _FEDERAL:
        if not attorney.admitted_courts:
            raise Invalid("attorneyId", "They are not recorded as admitted to any federal court.")
        return
    if not attorney.accredited and not (attorney.bar_states and attorney.eoir_registered):
        raise Invalid(
            "attorneyId",
            "They can't appear in immigration court yet: record a state bar and EOIR registration, or accreditation.",
        )


async def _require_consent_to_seek_counsel(tx: Transaction, case: Case) -> None:
    standing = await tx.session.scalar(
        select(Consent.id)
        .where(
            Consent.case_id == case.id,
            Consent.purpose == Purpose.SEEK_COUNSEL,
            Consent.state == ConsentState.STANDING,
            Consent.given_at <= tx.now,
            Consent.expires_at > tx.now,
        )
        .limit(1)
    )
    if standing is None:
        raise NotCleared([Sentence("The client's consent to seek counsel is missing: ask the client, and record it.")])


async def _checked_blurb(tx: Transaction, case: Case, blurb: str) -> str:
    text = blurb.strip()
    if not 20 <= len(text) <= 2_000:
        raise Invalid("blurb", "Write two or three sentences (20 to 2,000 characters) worth an attorney's time.")
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    known = await identities.read(tx, detainee)
    said = set(names.folded(text).split())
    given = {word for name in known.names for word in names.folded(name).split() if len(word) > 2}
    if held := said & given:
        raise Invalid("blurb", 'The blurb must not identify the client ("{held}").', held=min(held))
    digits = "".join(char for char in text if char.isdigit())
    if any(number in digits or number.lstrip("0") in digits for number in known.a_numbers):
        raise Invalid("blurb", "The blurb must not hold an A-number.")
    return text


async def accept_assignment(tx: Transaction, assignment_id: UUID, *, expected_revision: int) -> Assignment:
    """Accept an offer. The attorney joins the team, and the file opens."""
    assignment = await _own_offer(tx, assignment_id, expected_revision)
    attorney = await tx.session.get_one(Attorney, assignment.attorney_id)
    assignment.state, assignment.answered_at = AssignmentState.ACCEPTED, tx.now
    await tx.session.flush()
    role = CaseRole.ACCREDITED_REPRESENTATIVE if attorney.accredited else CaseRole.ATTORNEY
    await teams.seat(tx, assignment.case_id, assignment.attorney_id, assignment.organization_id, role)
    # Only now does the actor see the case at all; when it has ended meanwhile, the seat goes with the transaction.
    case = await tx.session.get_one(Case, assignment.case_id, with_for_update=True)
    refuse_closed(case)
    await cases.keep_stage(tx, case)
    await notices.plan_case(tx, case)
    await notices.tell_assigned(tx, assignment)
    await docketing.remind(tx, case)
    tx.record("assignment.accepted", assignment, case=case, after={"attorney_id": assignment.attorney_id})
    return assignment


async def decline_assignment(
    tx: Transaction, assignment_id: UUID, *, expected_revision: int, reason: str | None = None
) -> Assignment:
    """Decline an offer; nothing of the case was shown, and nothing is."""
    assignment = await _own_offer(tx, assignment_id, expected_revision)
    assignment.state, assignment.answered_at, assignment.ended_at = AssignmentState.DECLINED, tx.now, tx.now
    assignment.ending_reason = reason
    tx.record("assignment.declined", assignment, after={"attorney_id": assignment.attorney_id})
    return assignment


async def _own_offer(tx: Transaction, assignment_id: UUID, expected_revision: int) -> Assignment:
    """The actor's own open offer, locked. An offer opens nothing of the case, so no seat on it is asked for."""
    assignment = await access.seen(tx, Assignment, assignment_id)
    if assignment.attorney_id != tx.person_id:
        raise NotPermitted(who="the attorney it was offered to")
    await tx.session.refresh(assignment, with_for_update=True)
    tx.expect(assignment, expected_revision)
    if assignment.state is not AssignmentState.OFFERED:
        raise NotAllowedByState("This offer was answered or withdrawn already.")
    return assignment


async def withdraw_assignment(
    tx: Transaction, assignment_id: UUID, *, expected_revision: int, reason: str | None = None
) -> Assignment:
    """End an offer or an assignment. The seat ends with it. Of record, the court's leave to withdraw is needed
    first.
    """
    own = (await access.seen(tx, Assignment, assignment_id)).attorney_id == tx.person_id
    act = Act.SEE_CASE if own else Act.WITHDRAW_ASSIGNMENT
    assignment, case = await access.record_for(tx, Assignment, assignment_id, act)
    tx.expect(assignment, expected_revision)
    if assignment.state not in (AssignmentState.OFFERED, *STANDING):
        raise NotAllowedByState("This assignment has ended already.")
    was = assignment.state
    assignment.state, assignment.ended_at, assignment.ending_reason = AssignmentState.WITHDRAWN, tx.now, reason
    await tx.session.flush()
    await cases.keep_stage(tx, case)
    await notices.stop(tx, assignment_id=assignment.id, reason="assignment_ended")
    await notices.plan_case(tx, case)
    await docketing.remind(tx, case, leaving=assignment.attorney_id)
    await tx.unlock([case.vault_key_id])
    tx.record(
        "assignment.withdrawn", assignment, case=case, before={"state": was}, typed=reason, key_id=case.vault_key_id
    )
    await tx.session.flush()
    # The seat last: after it, whoever withdrew themselves sees the case no more.
    await teams.end_seats(
        tx, case, TeamMember.person_id == assignment.attorney_id, TeamMember.role.in_(list(COUNSEL_ROLES))
    )
    return assignment


async def take_back_offer(tx: Transaction, offer: Assignment, case: Case) -> None:
    """An offer that nobody may accept any more, without asking who takes it back: verbs that imply it call this."""
    offer.state, offer.ended_at = AssignmentState.WITHDRAWN, tx.now
    offer.revision += 1
    await tx.session.flush()
    await notices.stop(tx, assignment_id=offer.id, reason="assignment_ended")
    tx.record("assignment.withdrawn", offer, case=case, before={"state": AssignmentState.OFFERED})


async def record_appearance(
    tx: Transaction,
    assignment_id: UUID,
    *,
    expected_revision: int,
    engaged_on: date | None = None,
    entered_on: date | None = None,
) -> Assignment:
    """Record that the engagement letter was signed, or that the appearance (E-28) was entered."""
    assignment, case = await access.record_for(tx, Assignment, assignment_id, Act.RECORD_APPEARANCE)
    tx.expect(assignment, expected_revision)
    if assignment.state not in STANDING:
        raise NotAllowedByState("They have not accepted this case, or the assignment has ended.")
    if engaged_on is None and entered_on is None:
        raise Invalid("enteredOn", "Say on which day the letter was signed or the appearance entered.")
    for name, day in (("engagedOn", engaged_on), ("enteredOn", entered_on)):
        if day is not None and day > tx.now.date():
            raise Invalid(name, "That day has not come yet.")
    if assignment.scope is Scope.DOCUMENT_HELP and entered_on:
        raise Invalid("enteredOn", "Document help (EOIR-61) is no appearance: the person stays pro se.")
    was = assignment.state
    if engaged_on:
        assignment.engaged_at = _noon(engaged_on)
        if assignment.state is AssignmentState.ACCEPTED:
            assignment.state = AssignmentState.ENGAGED
    if entered_on:
        assignment.of_record_at = _noon(entered_on)
        assignment.state = AssignmentState.OF_RECORD
    tx.record(
        "assignment.appearance_recorded",
        assignment,
        case=case,
        before={"state": was},
        after={"state": assignment.state},
    )
    return assignment


def _noon(day: date) -> datetime:
    # A day without an hour, at an instant that is that day in every U.S. zone.
    return datetime.combine(day, time(17), UTC)


@dataclass(frozen=True, slots=True)
class OfferShown:
    """What an attorney who has not accepted sees of a case: languages, region, when and what next; nothing that
    identifies.
    """

    language: str | None
    region: str | None
    country: str | None
    minor: bool
    next_hearing_kind: OccasionKind | None
    next_hearing_date: date | None


async def offer_shown(tx: Transaction, assignment: Assignment) -> OfferShown:
    """The masked facts of an offer, kept with it when it was made: the offered attorney reads nothing of the case."""
    return OfferShown(
        language=assignment.shown.get("language"),
        region=assignment.shown.get("region"),
        country=await tx.opened(assignment, "country"),
        minor=bool(assignment.shown.get("minor")),
        next_hearing_kind=OccasionKind(kind) if (kind := assignment.shown.get("next_hearing_kind")) else None,
        next_hearing_date=date.fromisoformat(day) if (day := assignment.shown.get("next_hearing_date")) else None,
    )


async def _shown(tx: Transaction, case: Case, detainee: Detainee) -> dict[str, Any]:
    stint = await custody.standing_stint(tx, case.id)
    facility = await tx.session.get(Facility, stint.facility_id) if stint and stint.facility_id else None
    following = await tx.session.get(Occasion, case.next_occasion_id) if case.next_occasion_id else None
    return {
        "language": detainee.language,
        "region": facility.state if facility else None,
        "minor": detainee.minor,
        "next_hearing_kind": following.kind.value if following else None,
        "next_hearing_date": following.wall_starts.date().isoformat() if following else None,
    }
