"""Supervision after release and its check-ins: dates at which people are arrested (DOMAIN §2.3, §3.3).

Mateo has to present himself in Hartford on the third. Ana and his attorney see where; Mateo and his mother are told. He
wants Carol beside him, and says so: two days before, Carol is written the hour and where they meet, and neither the
office nor why. Nobody else is told that the date exists, whatever else Mateo agreed to.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from casework import access, cases, disclosure, invitations, notices, tasks, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState, NotCleared
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, CustodyStatus
from schema.check_ins import CheckIn, CheckInOutcome, Supervision, SupervisionKind
from schema.custody import Source
from schema.invitations import Audience, Invitation, InvitationState
from schema.notices import LetterKind
from schema.occasions import Medium, Occasion, OccasionKind, OccasionState
from schema.people import Person, PersonKind

#: Who can be named to come along. What an office or a newspaper is told becomes a record (DOMAIN §3.4).
COMPANIONS = frozenset(
    {PersonKind.SUPPORTER, PersonKind.WITNESS, PersonKind.SPONSOR, PersonKind.INTERPRETER, PersonKind.STAFF}
)
_LONGEST = 500
_FARTHEST = timedelta(days=366 * 3)


async def record_supervision(
    tx: Transaction,
    case_id: UUID,
    *,
    kind: SupervisionKind,
    began_at: datetime,
    time_zone: str,
    terms: str | None = None,
    source: Source,
) -> Supervision:
    """Record the terms under which somebody is at liberty. Raises :class:`Invalid`, :class:`NotAllowedByState`."""
    case = await access.case_for(tx, case_id, Act.RECORD_SUPERVISION)
    _refuse_unless_free(case)
    at = times.instant(began_at, time_zone, fold=0)
    if at > tx.now:
        raise Invalid("beganAt", "That day has not come yet. Record supervision once it has begun.")
    await tx.unlock([case.vault_key_id])
    made = new_id()
    supervision = Supervision(
        id=made,
        case_id=case.id,
        kind=kind,
        terms=tx.seal(Supervision, made, "terms", case.vault_key_id, _text("terms", terms)),
        source=source,
        began_at=at,
        revision=0,
    )
    tx.session.add(supervision)
    await tx.session.flush()
    tx.record("supervision.recorded", supervision, case=case, after={"kind": kind, "began_at": at})
    return supervision


async def end_supervision(
    tx: Transaction, supervision_id: UUID, *, expected_revision: int, ended_at: datetime, time_zone: str
) -> Supervision:
    """Record that supervision ended. Raises :class:`Invalid`, :class:`NotAllowedByState`."""
    supervision, case = await access.record_for(tx, Supervision, supervision_id, Act.RECORD_SUPERVISION)
    tx.expect(supervision, expected_revision)
    if supervision.ended_at is not None:
        raise NotAllowedByState("This supervision has ended already.")
    at = times.instant(ended_at, time_zone, fold=0)
    if at > tx.now:
        raise Invalid("endedAt", "That day has not come yet. Record the end once it has come.")
    if at < supervision.began_at:
        raise Invalid("endedAt", "It can't have ended before it began. Look at the day again.")
    supervision.ended_at = at
    await tx.session.flush()
    tx.record("supervision.ended", supervision, case=case, after={"ended_at": at})
    return supervision


async def schedule_check_in(
    tx: Transaction,
    case_id: UUID,
    *,
    starts_at: datetime,
    time_zone: str,
    hour_known: bool = True,
    occurrence: int | None = None,
    office: str | None = None,
    meeting_point: str | None = None,
    supervision_id: UUID | None = None,
    source: Source,
) -> CheckIn:
    """Schedule a check-in. ``starts_at`` is wall time there; the office is for the legal team, the client and the
    contacts the client keeps. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    case = await access.case_for(tx, case_id, Act.SCHEDULE_CHECK_IN)
    _refuse_unless_free(case)
    if supervision_id is not None:
        supervision = await access.seen(tx, Supervision, supervision_id)
        if supervision.case_id != case.id:
            raise Invalid("supervisionId", "Say under which supervision of this case it is.")
    at = _ahead(tx, starts_at, time_zone, occurrence)
    await tx.unlock([case.vault_key_id])
    occasion = Occasion(
        id=new_id(),
        organization_id=case.lead_organization_id,
        case_id=case.id,
        kind=OccasionKind.CHECK_IN,
        state=OccasionState.CONFIRMED,
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        wall_starts=starts_at,
        time_zone=time_zone,
        hour_known=hour_known,
        # Where people meet; never the office.
        place_name=_text("meetingPoint", meeting_point),
        medium=Medium.IN_PERSON,
        revised_at=tx.now,
    )
    tx.session.add(occasion)
    await tx.session.flush()
    made = new_id()
    check_in = CheckIn(
        id=made,
        case_id=case.id,
        occasion_id=occasion.id,
        supervision_id=supervision_id,
        office=tx.seal(CheckIn, made, "office", case.vault_key_id, _text("office", office)),
        source=source,
        revision=0,
    )
    check_in.occasion = occasion
    tx.session.add(check_in)
    await tx.session.flush()
    await cases.keep_next_occasion(tx, case)
    await notices.plan(tx, occasion)
    tx.record("check_in.scheduled", check_in, case=case, after={"starts_at": at, "time_zone": time_zone})
    return check_in


async def reschedule_check_in(
    tx: Transaction,
    check_in_id: UUID,
    *,
    expected_revision: int,
    starts_at: datetime,
    occurrence: int | None = None,
    meeting_point: str | None = None,
) -> CheckIn:
    """Move a check-in. Whoever was told is told; accompaniers are written to again two days before the new date."""
    check_in, case = await access.record_for(tx, CheckIn, check_in_id, Act.SCHEDULE_CHECK_IN)
    tx.expect(check_in, expected_revision)
    occasion = check_in.occasion
    _refuse_over(occasion)
    at = _ahead(tx, starts_at, occasion.time_zone, occurrence)
    before = {
        "starts_at": occasion.starts_at.isoformat(),
        "time_zone": occasion.time_zone,
        "hour_known": occasion.hour_known,
        "place_name": occasion.place_name,
    }
    occasion.place_name = _text("meetingPoint", meeting_point) or occasion.place_name
    occasion.hour_known = True
    occasion.move_to(at, starts_at, tx.now)
    await tx.session.flush()
    await notices.tell_change(tx, occasion, LetterKind.RESCHEDULED, before=before)
    for invitation in await _accompanying(tx, occasion):
        await notices.tell_invited(tx, occasion, invitation)
    await cases.keep_next_occasion(tx, case)
    tx.record(
        "check_in.rescheduled", check_in, case=case, before={"starts_at": before["starts_at"]}, after={"starts_at": at}
    )
    return check_in


async def cancel_check_in(tx: Transaction, check_in_id: UUID, *, expected_revision: int) -> CheckIn:
    """Cancel a check-in. Whoever was told of it is told, without a reason."""
    check_in, case = await access.record_for(tx, CheckIn, check_in_id, Act.SCHEDULE_CHECK_IN)
    tx.expect(check_in, expected_revision)
    occasion = check_in.occasion
    _refuse_over(occasion)
    before = {
        "starts_at": occasion.starts_at.isoformat(),
        "time_zone": occasion.time_zone,
        "hour_known": occasion.hour_known,
        "place_name": occasion.place_name,
    }
    occasion.state = OccasionState.CANCELLED
    occasion.changed(tx.now)
    await tx.session.flush()
    await notices.tell_change(tx, occasion, LetterKind.CANCELLED, before=before)
    await cases.keep_next_occasion(tx, case)
    tx.record("check_in.cancelled", check_in, case=case, before={"starts_at": occasion.starts_at})
    return check_in


async def report_check_in(
    tx: Transaction, check_in_id: UUID, *, expected_revision: int, outcome: CheckInOutcome
) -> CheckIn:
    """Report what a check-in came to. Whoever was detained at one is looked for at once."""
    check_in, case = await access.record_for(tx, CheckIn, check_in_id, Act.SCHEDULE_CHECK_IN)
    tx.expect(check_in, expected_revision)
    occasion = check_in.occasion
    _refuse_over(occasion)
    if occasion.starts_at > tx.now:
        raise NotAllowedByState("This check-in has not begun yet.")
    check_in.outcome, check_in.reported_at, check_in.reported_by_id = outcome, tx.now, tx.person_id
    occasion.state = OccasionState.HELD
    await tx.session.flush()
    if outcome is CheckInOutcome.DETAINED:
        title = Sentence("They were detained at a check-in: record where they are held, and tell counsel now")
        await tasks.raise_once(tx, case, f"check_in:{check_in.id}:detained", title, tx.now)
    await cases.keep_next_occasion(tx, case)
    tx.record("check_in.reported", check_in, case=case, after={"outcome": outcome})
    return check_in


async def name_accompanier(tx: Transaction, check_in_id: UUID, person_id: UUID) -> Invitation:
    """Name somebody who comes along, on the client's consent to be accompanied. From 48 hours before they are told the
    meeting point and the hour, and no address. Raises :class:`NotCleared`, :class:`Invalid`.
    """
    check_in, case = await access.record_for(tx, CheckIn, check_in_id, Act.NAME_ACCOMPANIER)
    occasion = check_in.occasion
    _refuse_over(occasion)
    if occasion.starts_at <= tx.now:
        raise NotAllowedByState("This check-in has begun. Nobody can be asked to it any more.")
    person = await access.seen(tx, Person, person_id)
    if not (await access.standing(tx)).place(person.organization_id) or person.removed_at is not None:
        raise Invalid("personId", "Name somebody of your own address book.")
    if person.kind not in COMPANIONS:
        raise Invalid("personId", "A check-in is never told to officials, family who were not named, or the press.")
    await access.refuse_walled(tx, case.id, person.id, "personId")
    if not (await disclosure.case_clearance(tx, case.id)).accompany:
        raise NotCleared(
            [Sentence("The client has not agreed to be accompanied: ask the client, and record the consent.")]
        )
    if not occasion.place_name:
        raise Invalid("meetingPoint", "Say first where they meet: the address of the office is told to nobody.")
    known = {invitation.person_id: invitation for invitation in await _accompanying(tx, occasion)}
    if person.id in known:
        return known[person.id]
    tokens = {invitation.token for invitation in known.values()}
    invitation = invitations.ask(tx, occasion, person, Audience.ACCOMPANIER, tokens)
    await tx.session.flush()
    await notices.tell_invited(tx, occasion, invitation)
    tx.record("check_in.accompanier_named", invitation, case=case, after={"occasion_id": occasion.id})
    return invitation


async def _accompanying(tx: Transaction, occasion: Occasion) -> list[Invitation]:
    found = await tx.session.scalars(
        select(Invitation)
        .where(
            Invitation.occasion_id == occasion.id,
            Invitation.audience == Audience.ACCOMPANIER,
            Invitation.state.not_in([InvitationState.WITHDRAWN, InvitationState.NOT_COMING]),
        )
        .order_by(Invitation.id)
    )
    return list(found)


def _refuse_unless_free(case: Case) -> None:
    refuse_closed(case)
    if case.custody_status is not CustodyStatus.RELEASED:
        raise NotAllowedByState("Supervision and check-ins are for somebody at liberty. Record the release first.")


def _refuse_over(occasion: Occasion) -> None:
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This check-in was cancelled. Schedule a new one instead.")
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState("This check-in was reported already.")


def _ahead(tx: Transaction, wall: datetime, zone: str, occurrence: int | None) -> datetime:
    if occurrence not in (None, 1, 2):
        raise Invalid("occurrence", "Say 1 for the first and 2 for the second.")
    at = times.instant(wall, zone, fold=None if occurrence is None else occurrence - 1)
    if at <= tx.now:
        raise Invalid("startsAt", "That hour has passed. A check-in is scheduled ahead.")
    if at > tx.now + _FARTHEST:
        raise Invalid("startsAt", "The year {year} looks like a slip. Check the paper.", year=wall.year)
    return at


def _text(field: str, said: str | None) -> str | None:
    text = " ".join((said or "").split())
    if len(text) > _LONGEST:
        raise Invalid(field, "That is longer than {most} letters.", most=_LONGEST)
    return text or None


__all__ = [
    "COMPANIONS",
    "cancel_check_in",
    "end_supervision",
    "name_accompanier",
    "record_supervision",
    "report_check_in",
    "reschedule_check_in",
    "schedule_check_in",
]
