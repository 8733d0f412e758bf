"""Offers: a case is offered to one attorney or several at once, with a summary worth reading that identifies nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB

from casework import access, entitlement, identities, notices, times
from casework.access import Act
from casework.assignments.ending import lapse_offer
from casework.assignments.summaries import checked_summary
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState, NotCleared
from casework.transaction import Transaction
from schema.assignments import ASKED, STANDING, Assignment, AssignmentState, Scope
from schema.attorneys import Attorney
from schema.base import new_id
from schema.cases import Case, Stage
from schema.consents import Consent, ConsentState, Purpose
from schema.detainees import Detainee
from schema.occasions import OccasionKind
from schema.organizations import Organization
from schema.people import Person
from schema.proceedings import Proceeding, ProceedingKind

#: How many attorneys are asked at once: whoever asks everybody is read by nobody.
MOST_AT_ONCE = 10
#: How long an offer stands when nobody says until when, and at most.
STANDS, LONGEST = timedelta(days=14), timedelta(days=60)


async def offer_assignment(
    tx: Transaction,
    case_id: UUID,
    attorney_id: UUID,
    *,
    scope: Scope,
    blurb: str,
    proceeding_id: UUID | None = None,
    answer_by: date | None = None,
    hours: int | None = None,
) -> Assignment:
    """Offer a case to one attorney (:func:`offer_assignments`)."""
    (offer,) = await _offered(
        tx, case_id, [attorney_id], "attorneyId", scope=scope, blurb=blurb, proceeding_id=proceeding_id,
        answer_by=answer_by, hours=hours, several=False,
    )  # fmt: skip
    return offer


async def offer_assignments(
    tx: Transaction,
    case_id: UUID,
    attorney_ids: Sequence[UUID],
    *,
    scope: Scope,
    blurb: str,
    proceeding_id: UUID | None = None,
    answer_by: date | None = None,
    hours: int | None = None,
    several: bool = False,
) -> list[Assignment]:
    """Offer a case to several attorneys at once, all or none: the first for whom the file opens is taken, and the
    others' offers are taken back, unless ``several`` are wanted as co-counsel.

    Outside the lead organization only with the client's consent to seek counsel. Raises :class:`NotCleared`,
    :class:`Invalid`, :class:`NotAllowedByState`.
    """
    asked = list(dict.fromkeys(attorney_ids))
    if not 1 <= len(asked) <= MOST_AT_ONCE:
        raise Invalid("attorneyIds", "Choose one to {most} attorneys.", most=MOST_AT_ONCE)
    return await _offered(
        tx, case_id, asked, "attorneyIds", scope=scope, blurb=blurb, proceeding_id=proceeding_id, answer_by=answer_by,
        hours=hours, several=several,
    )  # fmt: skip


async def _offered(
    tx: Transaction,
    case_id: UUID,
    attorney_ids: Sequence[UUID],
    field: str,
    *,
    scope: Scope,
    blurb: str,
    proceeding_id: UUID | None,
    answer_by: date | None,
    hours: int | None,
    several: bool,
) -> list[Assignment]:
    case = await access.case_for(tx, case_id, Act.OFFER_ASSIGNMENT)
    refuse_closed(case)
    proceeding = await _proceeding(tx, case, proceeding_id)
    if hours is not None and not 1 <= hours <= 1_000:
        raise Invalid("hours", "Say about how many hours it takes, as a number from 1 to 1,000.")
    expires_at = await _expiry(tx, case, answer_by)
    for attorney_id in attorney_ids:
        attorney = await tx.session.get(Attorney, attorney_id)
        if attorney is None:
            raise Invalid(field, "There is no such attorney or accredited representative.")
        await access.refuse_walled(tx, case.id, attorney_id, field)
        await _refuse_not_entitled(tx, attorney, proceeding, field)
        if attorney.organization_id != case.lead_organization_id:
            await require_consent_to_seek_counsel(tx, case)
    text = await checked_summary(tx, case, blurb)
    for attorney_id in attorney_ids:
        await _refuse_asked_already(tx, case, attorney_id)
    round_id = new_id()
    offers = [
        await _offer(tx, case, attorney_id, {
            "proceeding_id": proceeding_id, "scope": scope, "blurb": text, "expires_at": expires_at, "hours": hours,
            "round_id": round_id, "several": several,
        })
        for attorney_id in attorney_ids
    ]  # fmt: skip
    if case.stage is Stage.INTAKE:
        case.stage = Stage.SEEKING_COUNSEL
    await tx.session.flush()
    return offers


async def _offer(tx: Transaction, case: Case, attorney_id: UUID, given: dict[str, Any]) -> Assignment:
    attorney = await tx.session.get_one(Attorney, attorney_id)
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    country = (await identities.read(tx, detainee)).country_of_birth
    await tx.unlock([case.vault_key_id])
    assignment_id = new_id()
    assignment = Assignment(
        id=assignment_id,
        case_id=case.id,
        attorney_id=attorney_id,
        organization_id=attorney.organization_id,
        country=tx.seal(Assignment, assignment_id, "country", case.vault_key_id, country),
        offered_by_id=tx.person_id or case.coordinator_id,
        **given,
    )
    tx.session.add(assignment)
    await tx.session.flush()
    await notices.tell_offer(tx, assignment)
    tx.record(
        "assignment.offered",
        assignment,
        case=case,
        after={"attorney_id": attorney_id, "scope": given["scope"], "expires_at": given["expires_at"]},
    )
    return assignment


async def _expiry(tx: Transaction, case: Case, answer_by: date | None) -> datetime:
    """The end of the day on which an answer is needed, where the lead organization is."""
    if answer_by is None:
        return tx.now + STANDS
    organization = await tx.session.get_one(Organization, case.lead_organization_id)
    today = times.local_day(tx.now, organization.time_zone)
    if not today <= answer_by <= today + LONGEST:
        raise Invalid("answerBy", "Choose a day from today to {days} days ahead.", days=LONGEST.days)
    return times.instant(datetime.combine(answer_by + timedelta(days=1), time()), organization.time_zone, fold=0)


async def _proceeding(tx: Transaction, case: Case, proceeding_id: UUID | None) -> Proceeding | None:
    if proceeding_id is None:
        return None
    proceeding = await tx.session.get(Proceeding, proceeding_id)
    if proceeding is None or proceeding.case_id != case.id:
        raise Invalid("proceedingId", "There is no such proceeding in this case.")
    return proceeding


async def entitled(tx: Transaction, attorney: Attorney, proceeding: Proceeding | None) -> entitlement.Entitlement:
    """Whether they may appear in that proceeding, or in the immigration court where none is named."""
    supervisor = await tx.session.get(Attorney, attorney.supervisor_id) if attorney.supervisor_id else None
    return entitlement.may_appear(
        attorney,
        entitlement.forum_of(proceeding),
        on=tx.now.date(),
        court=proceeding.other_court if proceeding else None,
        supervisor=supervisor,
    )


async def _refuse_not_entitled(tx: Transaction, attorney: Attorney, proceeding: Proceeding | None, field: str) -> None:
    found = await entitled(tx, attorney, proceeding)
    if not found.may:
        person = await tx.session.get(Person, attorney.person_id)
        raise Invalid(
            field,
            "{name} can't appear there yet: {because} ({citation}) Correct what is recorded of them, or ask another.",
            name=await tx.opened(person, "name") if person else "",
            because=found.because,
            citation=found.citation,
        )


async def require_consent_to_seek_counsel(tx: Transaction, case: Case) -> None:
    """The client agreed that counsel is looked for. Raises :class:`NotCleared`."""
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


async def _refuse_asked_already(tx: Transaction, case: Case, attorney_id: UUID) -> None:
    earlier = await tx.session.scalar(
        select(Assignment).where(
            Assignment.case_id == case.id,
            Assignment.attorney_id == attorney_id,
            Assignment.state.in_([*ASKED, *STANDING]),
        )
    )
    if earlier is None:
        return
    if earlier.state is AssignmentState.OFFERED and earlier.expires_at and earlier.expires_at <= tx.now:
        # It ran out, and nobody has swept it up yet.
        await lapse_offer(tx, earlier, case)
        return
    person = await tx.session.get(Person, attorney_id)
    name = await tx.opened(person, "name") if person else ""
    if earlier.state in STANDING:
        raise NotAllowedByState("{name} has taken this case already. Choose somebody else.", name=name)
    raise NotAllowedByState("This case was offered to {name} already. Choose somebody else, or wait.", name=name)


@dataclass(frozen=True, slots=True)
class OfferShown:
    """What an attorney who has not accepted sees of a case: languages, region, when, where and what next; nothing that
    identifies.
    """

    language: str | None
    region: str | None
    country: str | None
    minor: bool
    court: str | None
    track: ProceedingKind | None
    remote: bool | None
    next_hearing_kind: OccasionKind | None
    next_hearing_date: date | None


async def offer_shown(tx: Transaction, assignment: Assignment) -> OfferShown:
    """The masked facts of an offer as they stand now. The offered attorney reads nothing of the case: the database says
    these alone, and only of an offer that is theirs, or of a case that the actor reads (``offer_tells``).
    """
    told = await tx.session.scalar(select(func.offer_tells(assignment.id, type_=JSONB))) or {}
    return OfferShown(
        language=told.get("language"),
        region=told.get("region"),
        country=await tx.opened(assignment, "country"),
        minor=bool(told.get("minor")),
        court=told.get("court"),
        track=ProceedingKind(track) if (track := told.get("track")) else None,
        remote=told.get("remote"),
        next_hearing_kind=OccasionKind(kind) if (kind := told.get("next_hearing_kind")) else None,
        next_hearing_date=date.fromisoformat(day) if (day := told.get("next_hearing_date")) else None,
    )


__all__ = [
    "MOST_AT_ONCE",
    "OfferShown",
    "entitled",
    "offer_assignment",
    "offer_assignments",
    "offer_shown",
    "require_consent_to_seek_counsel",
]
