"""Reporting in a minute what a hearing came to, and taking that back while it is fresh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from casework import access, bond, cases, court_codes, docketing, proceedings, tasks, times
from casework.access import Act
from casework.hearings.printed import Notice, instant, where, zone_of
from casework.hearings.schedule import schedule_hearing, standing_same
from casework.proceedings import Decided
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.cases import Case
from schema.custody import Confidence, Source
from schema.decisions import AppealStance, Decision, DecisionKind, GivenHow
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import OccasionKind, OccasionState
from schema.proceedings import Proceeding
from schema.tasks import Task

#: The court's own code, where an outcome has one: in custody, and not presented.
CODES = {HearingOutcome.NOT_PRESENTED: "09"}
#: Outcomes that decide the proceeding, in the words of decisions.
DECIDING = {
    outcome: DecisionKind(outcome.value)
    for outcome in HearingOutcome
    if outcome is not HearingOutcome.OTHER and outcome.value in {kind.value for kind in DecisionKind}
}
#: More than this is a plan, and belongs to the list of tasks.
_MOST_TASKS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """The next hearing, as the judge set it."""

    starts_at: datetime
    occurrence: int | None = None
    kind: OccasionKind | None = None
    schedule_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Of a decision at the hearing: how it was given, and what each side said of an appeal."""

    given_how: GivenHow = GivenHow.ORAL
    appeal_by_client: AppealStance = AppealStance.NOT_SAID
    appeal_by_government: AppealStance = AppealStance.NOT_SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """A task that came out of a hearing."""

    title: str
    due_at: datetime | None = None
    owner_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """A hearing with its outcome, the next one if the judge set it, the decision if one was made, and the tasks."""

    hearing: Hearing
    next_hearing: Hearing | None
    decision: Decision | None = None
    tasks: list[Task] = field(default_factory=list)


async def report_hearing(
    tx: Transaction,
    hearing_id: UUID,
    *,
    expected_revision: int,
    outcome: HearingOutcome,
    note: str | None = None,
    next_date: NextDate | None = None,
    adjournment_code: str | None = None,
    spoken: Spoken | None = None,
    to_do: Sequence[ToDo] = (),
    bond_amount: int | None = None,
) -> Reported:
    """Report in a minute what a hearing came to: the outcome in the court's words, the next date, what is to be done.
    An outcome that decides the proceeding is recorded as its decision, of that day. What a judge ordered about bond
    moves the bond track. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.REPORT_HEARING)
    tx.expect(hearing, expected_revision)
    occasion = hearing.occasion
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This hearing was cancelled.")
    if occasion.state is OccasionState.HELD:
        raise NotAllowedByState(
            "This hearing was reported already. Whoever reported it can take that back within ten minutes; after that,"
            " correct the report."
        )
    if occasion.starts_at > tx.now:
        raise NotAllowedByState("This hearing has not begun yet. What came of it is reported once it has.")
    refuse_wrong(outcome, note, bond_amount)
    if len(to_do) > _MOST_TASKS:
        raise Invalid("tasks", "A report takes {most} tasks. Add the others afterwards.", most=_MOST_TASKS)
    code = court_codes.adjournment("adjournmentCode", adjournment_code) or CODES.get(outcome)
    found = {"state": occasion.state.value, "adjournment_code": hearing.adjournment_code}
    await tx.unlock([case.vault_key_id])
    hearing.outcome = outcome
    hearing.outcome_note = tx.seal(Hearing, hearing.id, "outcome_note", case.vault_key_id, note and note.strip())
    hearing.reported_at, hearing.reported_by_id = tx.now, tx.person_id
    hearing.adjournment_code = code or hearing.adjournment_code
    occasion.state = OccasionState.HELD
    await tx.session.flush()
    reserves = bool(spoken and spoken.appeal_by_government is AppealStance.RESERVED)
    await bond.hearing_heard(tx, case, hearing, outcome, amount=bond_amount, reserves_appeal=reserves or None)
    decision = await decided_there(tx, case, hearing, outcome, spoken)
    following, set_now = await set_next(tx, case, hearing, next_date) if next_date else (None, False)
    raised = [
        await tasks.add_task(
            tx, case.lead_organization_id, title=one.title, case_id=case.id,
            owner_id=one.owner_id or case.coordinator_id, due_at=one.due_at,
        )
        for one in to_do
    ]  # fmt: skip
    hearing.report_left = {
        **found,
        "revision": hearing.revision,
        "decision": str(decision.id) if decision else None,
        "next_hearing": str(following.id) if following and set_now else None,
        "tasks": [str(one.id) for one in raised],
    }
    await tx.session.flush()
    await cases.keep_next_occasion(tx, case)
    tx.record(
        "hearing.reported", hearing, case=case,
        after={"outcome": outcome} | ({"adjournment_code": code} if code else {}),
    )  # fmt: skip
    await docketing.replan(tx, case)
    return Reported(hearing, following, decision, raised)


def refuse_wrong(outcome: HearingOutcome, note: str | None, bond_amount: int | None) -> None:
    """Raises :class:`Invalid` for a report that can't be right by itself."""
    if note and len(note) > 5_000:
        raise Invalid("note", "A report has at most 5,000 characters. Write a note for the rest.")
    if outcome is HearingOutcome.BOND_GRANTED:
        if bond_amount is None:
            raise Invalid(
                "bondAmount",
                "Say the amount in dollars that was ordered. If they may go without a bond, on their own recognizance,"
                " choose that outcome.",
            )
        bond.check_amount("bondAmount", bond_amount)
    elif bond_amount is not None:
        raise Invalid("bondAmount", "An amount belongs to bond that was granted. Look at the outcome again.")


async def decided_there(
    tx: Transaction, case: Case, hearing: Hearing, outcome: HearingOutcome, spoken: Spoken | None
) -> Decision | None:
    if outcome not in DECIDING:
        if spoken is not None:
            raise Invalid("decision", "Nothing was decided by that outcome, so that there is nothing to appeal.")
        return None
    proceeding = await tx.session.get_one(Proceeding, hearing.proceeding_id, with_for_update=True)
    if not proceedings.may_be(proceeding.kind, DECIDING[outcome]):
        raise Invalid(
            "outcome",
            "That is nothing that this kind of proceeding decides. Bond is decided apart from removal: schedule the"
            " hearing in the proceeding it was in.",
        )
    said = spoken or Spoken()
    day = times.local_day(hearing.occasion.starts_at, hearing.occasion.time_zone)
    return await proceedings.decide(
        tx, case, proceeding,
        Decided(
            kind=DECIDING[outcome], decided_on=day, given_how=said.given_how,
            appeal_by_client=said.appeal_by_client, appeal_by_government=said.appeal_by_government,
        ),
        hearing=hearing,
    )  # fmt: skip


def refuse_earlier(hearing: Hearing, said: NextDate) -> None:
    """Raises :class:`Invalid` for a next date that is before the hearing at which it was set."""
    if said.starts_at <= hearing.occasion.wall_starts:
        raise Invalid("nextStartsAt", "The next date is after this hearing. Check the day, and the year.")


async def set_next(
    tx: Transaction, case: Case, hearing: Hearing, said: NextDate, *, in_place_of: UUID | None = None
) -> tuple[Hearing, bool]:
    """The next hearing, as the judge set it: the same court, place and medium until the notice says otherwise. And
    whether it was set now: where the notice was faster than the report, it stands already. ``in_place_of`` is the one
    that was said before.
    """
    occasion = hearing.occasion
    refuse_earlier(hearing, said)
    court, location = await where(tx, hearing.court_id, hearing.hearing_location_id)
    zone = zone_of(court, location, occasion.time_zone)
    at = instant(tx, said.starts_at, zone, said.occurrence)
    if (standing := await standing_same(tx, case.id, said.kind or occasion.kind, at, court, location)) is not None:
        return standing, False
    following = await schedule_hearing(
        tx, case.id, hearing.proceeding_id,
        Notice(
            kind=said.kind or occasion.kind,
            starts_at=said.starts_at,
            occurrence=said.occurrence,
            length_minutes=int((occasion.ends_at - occasion.starts_at).total_seconds() // 60),
            court_id=hearing.court_id,
            hearing_location_id=hearing.hearing_location_id,
            time_zone=zone,
            room=occasion.room,
            medium=occasion.medium,
            join_url=occasion.join_url,
            judge=hearing.judge,
            schedule_type=said.schedule_type,
            detained=hearing.detained,
            closed_to_public=hearing.closed_to_public,
            interpreter_language=hearing.interpreter_language,
            source=Source.COUNSEL,
            confidence=Confidence.ONE_SOURCE,
            replaces_id=in_place_of,
        ),
    )  # fmt: skip
    taken = await tx.session.scalar(select(Hearing.id).where(Hearing.supersedes_id == hearing.id))
    if taken is None and following.supersedes_id is None:
        following.supersedes_id = hearing.id
        await tx.session.flush()
    return following, True
