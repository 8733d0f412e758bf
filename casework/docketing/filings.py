"""What happens to a deadline at the court: the court sets one, something is filed or received, filing breaks down."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from casework import access, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.deadlines import compute_rule, rule
from casework.docketing.happenings import Happening, circumstances
from casework.docketing.planning import Moved, outages, supersede, take_place
from casework.docketing.reminding import remind
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.custody import Source
from schema.deadlines import OPEN_STATES, Binds, Deadline, DeadlineState, WhyMoved
from schema.hearings import Hearing
from schema.proceedings import Proceeding
from schema.teams import COUNSEL_ROLES

#: Days further off than this are typing slips.
_FARTHEST = timedelta(days=366 * 6)


async def set_court_deadline(
    tx: Transaction,
    case_id: UUID,
    *,
    what: str | None = None,
    due_on: date | None = None,
    due_at: datetime | None = None,
    time_zone: str | None = None,
    occurrence: int | None = None,
    source: Source,
    binds: Binds = Binds.BOTH_SIDES,
    instead_of_id: UUID | None = None,
    proceeding_id: UUID | None = None,
    hearing_id: UUID | None = None,
) -> Deadline:
    """Type in a deadline that the court set: a day, or a wall time in ``time_zone``. ``instead_of_id``: a deadline that
    waits for the court's word, or whose day the court changed. It is for review, unless counsel types it. Raises
    :class:`Invalid`, :class:`TimeDoesNotExist`, :class:`TimeOccursTwice`.
    """
    case = await access.case_for(tx, case_id, Act.SET_COURT_DEADLINE)
    refuse_closed(case)
    before = await _instead_of(tx, case, instead_of_id)
    said = (what or "").strip()
    if not said and before is None:
        raise Invalid("what", "Say what the court ordered, in a few words.")
    if len(said) > 500:
        raise Invalid("what", "That is longer than {most} letters.", most=500)
    zone = time_zone or (before.time_zone if before else (await circumstances(tx, case))[0])
    times.zone(zone)
    day, at = _due(tx, due_on, due_at, zone, occurrence)
    await _of_case(tx, case, "proceedingId", Proceeding, proceeding_id)
    await _of_case(tx, case, "hearingId", Hearing, hearing_id)
    await tx.unlock([case.vault_key_id])
    row = Deadline(
        id=new_id(), case_id=case.id, revision=0, proceeding_id=proceeding_id, hearing_id=hearing_id, binds=binds,
        time_zone=zone, facts={}, due_on=day, due_at=at, set_by_court=True, source=source, said={},
        state=DeadlineState.FOR_REVIEW,
    )  # fmt: skip
    row.what = tx.seal(Deadline, row.id, "what", case.vault_key_id, said or None)
    if before is not None:
        _take_over(row, before)
    seat = (await access.seats(tx, [case.id])).get(case.id)
    if seat is not None and seat.roles & COUNSEL_ROLES:
        row.state, row.confirmed_at, row.confirmed_by_id = DeadlineState.CONFIRMED, tx.now, tx.person_id
    if before is not None:
        await take_place(tx, case, before, row, WhyMoved.COURT_ORDERED)
    else:
        tx.session.add(row)
        await tx.session.flush()
    tx.record("deadline.set_by_court", row, case=case, after={"due_on": day.isoformat(), "source": source})
    await remind(tx, case, seen_to=True)
    return row


async def _instead_of(tx: Transaction, case: Case, deadline_id: UUID | None) -> Deadline | None:
    if deadline_id is None:
        return None
    before = await access.seen(tx, Deadline, deadline_id)
    if before.case_id != case.id:
        raise Invalid("insteadOfId", "That deadline belongs to another case.")
    if before.state not in OPEN_STATES:
        raise NotAllowedByState("This deadline is closed already.")
    return before


def _take_over(row: Deadline, before: Deadline) -> None:
    """What the court's word is about: the same rule and trigger, its words and citation."""
    for name in (
        "rule", "rule_digest", "trigger", "trigger_ref", "triggered_on", "triggered_at", "facts", "citation", "binds",
        "litigation", "verification",
    ):  # fmt: skip
        setattr(row, name, getattr(before, name))
    row.said = {language: {**words, "trace": []} for language, words in before.said.items()}
    row.proceeding_id = row.proceeding_id or before.proceeding_id
    row.hearing_id = row.hearing_id or before.hearing_id


async def _of_case(
    tx: Transaction, case: Case, field: str, model: type[Proceeding] | type[Hearing], row_id: UUID | None
) -> None:
    if row_id is not None and (await access.seen(tx, model, row_id)).case_id != case.id:
        raise Invalid(field, "That belongs to another case.")


def _due(
    tx: Transaction, on: date | None, wall: datetime | None, zone: str, occurrence: int | None
) -> tuple[date, datetime | None]:
    if (on is None) is (wall is None):
        raise Invalid("dueOn", "Say the day that the court ordered, or the day and hour: one of the two.")
    if wall is not None:
        at = times.instant(wall, zone, fold=occurrence - 1 if occurrence in (1, 2) else None)
        on = times.local_day(at, zone)
    else:
        at = None
    assert on is not None  # noqa: S101 -- one of the two was given
    today = times.local_day(tx.now, zone)
    if on < today or (at is not None and at < tx.now):
        raise Invalid("dueOn", "That day has passed already. Check the order.")
    if on > today + _FARTHEST:
        raise Invalid("dueOn", "The year {year} looks like a slip. Check the notice.", year=on.year)
    return on, at


async def record_filing(
    tx: Transaction,
    deadline_id: UUID,
    *,
    expected_revision: int,
    filed_at: datetime | None = None,
    received_at: datetime | None = None,
) -> Deadline:
    """Record when something was filed, or when the court received it, in wall time there: that closes its deadline.
    What counts is receipt, so that what was only filed can still be recorded as received. Raises :class:`Invalid`.
    """
    row, case = await access.record_for(tx, Deadline, deadline_id, Act.RECORD_FILING)
    tx.expect(row, expected_revision)
    if row.state not in OPEN_STATES and row.state is not DeadlineState.FILED:
        raise NotAllowedByState("This deadline is closed already.")
    if filed_at is None and received_at is None:
        raise Invalid("filedAt", "Say when it was filed, or when the court received it.")
    filed = _passed(tx, "filedAt", filed_at, row.time_zone) or row.filed_at
    received = _passed(tx, "receivedAt", received_at, row.time_zone)
    if filed and received and received < filed:
        raise Invalid("receivedAt", "It can't have been received before it was filed.")
    row.filed_at, row.received_at, row.recorded_by_id = filed, received, tx.person_id
    row.state = DeadlineState.RECEIVED if received else DeadlineState.FILED
    await tx.session.flush()
    tx.record("deadline.filed", row, case=case, after={"filed_at": filed, "received_at": received})
    await remind(tx, case, seen_to=True)
    return row


def _passed(tx: Transaction, field: str, wall: datetime | None, zone: str) -> datetime | None:
    if wall is None:
        return None
    at = times.instant(wall, zone, fold=0)
    if at > tx.now:
        raise Invalid(field, "That hour has not come yet.")
    return at


async def record_outage(
    tx: Transaction, deadline_id: UUID, *, expected_revision: int, down_from: date, down_through: date
) -> Moved:
    """Record that electronic filing was down without a plan on the last day: it is extended to the first business day
    of service (8 CFR 1003.3(g)(2)). Raises :class:`Invalid`.
    """
    row, case = await access.record_for(tx, Deadline, deadline_id, Act.RECORD_OUTAGE)
    tx.expect(row, expected_revision)
    refuse_closed(case)
    if row.state not in OPEN_STATES:
        raise NotAllowedByState("This deadline is closed already.")
    found = rule(row.rule) if row.rule else None
    happened = row.triggered_at or row.triggered_on
    if found is None or happened is None or row.trigger is None or row.trigger_ref is None or row.set_by_court:
        raise NotAllowedByState("The court sets this date: ask the court what the outage means for it.")
    if down_through < down_from or down_through - down_from > timedelta(days=60):
        raise Invalid("downThrough", "Say the first and the last day of the outage.")
    if row.due_on is None or row.due_at is not None or not down_from <= row.due_on <= down_through:
        raise Invalid("downFrom", "The outage must have been on the last day of this deadline.")
    facts = {**row.facts, "outage": [down_from.isoformat(), down_through.isoformat()]}
    computed = compute_rule(
        found, happened, row.time_zone, facts, as_of=times.local_day(tx.now, row.time_zone), outages=outages(facts)
    )
    if computed.due_on == row.due_on:
        raise NotAllowedByState("This rule counts hours, which an outage does not extend.")
    one = Happening(
        trigger=row.trigger, ref=row.trigger_ref, happened=happened, time_zone=row.time_zone,
        proceeding_id=row.proceeding_id, hearing_id=row.hearing_id, facts=facts,
    )  # fmt: skip
    moved = await supersede(tx, case, row, computed, one, facts, WhyMoved.OUTAGE)
    tx.record(
        "deadline.outage", moved.deadline, case=case, after={"from": facts["outage"][0], "to": facts["outage"][1]}
    )
    await remind(tx, case, seen_to=True)
    return moved
