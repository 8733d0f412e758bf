"""Working deadlines out when somebody asks: again from all facts, from a typed trigger, or as of another day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from casework import access, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.deadlines import Computed, compute_rule, rule, rules
from casework.docketing.happenings import COUNTED_FROM, Happening, circumstances
from casework.docketing.planning import Moved, outages, replan, standing
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.bond import BondStage, BondStep
from schema.cases import Case
from schema.deadlines import OPEN_STATES, Deadline, DeadlineState, Trigger
from schema.facilities import Facility
from schema.proceedings import BEFORE_COURT, Proceeding, ProceedingKind

#: Years before are typing slips.
_EARLIEST = 1980


async def work_out_deadlines(
    tx: Transaction,
    case_id: UUID,
    *,
    trigger: Trigger | None = None,
    happened_on: date | None = None,
    happened_at: datetime | None = None,
    time_zone: str | None = None,
    proceeding_id: UUID | None = None,
    corrects_id: UUID | None = None,
) -> list[Moved]:
    """Work out what follows from the facts of a case and, if one is given, from a typed trigger: the day it happened,
    or the wall time in ``time_zone``. ``corrects_id``: a deadline whose typed trigger was wrong. Doing it twice plans
    nothing twice. Returns what is new or different. Raises :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.WORK_OUT_DEADLINES)
    refuse_closed(case)
    if trigger is None:
        if happened_on is not None or happened_at is not None:
            raise Invalid("trigger", "Say what happened then.")
        return await replan(tx, case)
    if trigger in COUNTED_FROM.values():
        raise Invalid("trigger", "Schedule the hearing: what must be filed before it follows from its date.")
    if not any(one.trigger is trigger and one.sets_dates for one in rules().values()):
        raise Invalid("trigger", "No deadline of our rules follows from that.")
    if (happened_on is None) is (happened_at is None):
        raise Invalid("happenedOn", "Say on which day it happened or, where hours count, at which hour.")
    usual, facts = await circumstances(tx, case)
    zone = time_zone or usual
    times.zone(zone)
    happened: date | datetime
    if happened_at is not None:
        happened = times.instant(happened_at, zone, fold=0)
    else:
        assert happened_on is not None  # noqa: S101 -- one of the two was given
        happened = happened_on
    day = times.local_day(happened, zone) if isinstance(happened, datetime) else happened
    if day > times.local_day(tx.now, zone) or (isinstance(happened, datetime) and happened > tx.now):
        raise Invalid("happenedOn", "That is in the future. Check the day.")
    if day.year < _EARLIEST:
        raise Invalid("happenedOn", "The year {year} looks like a slip. Check the notice.", year=day.year)
    proceeding = None
    if proceeding_id is not None:
        proceeding = await access.seen(tx, Proceeding, proceeding_id)
        if proceeding.case_id != case.id:
            raise Invalid("proceedingId", "That belongs to another case.")
    if trigger is Trigger.BRIEFING_NOTICE:
        proceeding = await _appeal(tx, case, proceeding)
    one = Happening(
        trigger=trigger, ref=f"typed:{new_id()}", happened=happened, time_zone=zone,
        proceeding=proceeding.kind if proceeding else None, proceeding_id=proceeding.id if proceeding else None,
        facts=facts,
    )  # fmt: skip
    return await replan(tx, case, further=[await _known(tx, case, one, corrects_id)])


async def _appeal(tx: Transaction, case: Case, said: Proceeding | None) -> Proceeding | None:
    """The appeal in which the Board gives a briefing notice (8 CFR 1003.3(c)): the one that was named, else the only
    one that is pending. None: one of several, or one from a judge's order on bond, of which the bond track tells.
    Raises :class:`Invalid` where there is none.
    """
    if said is not None:
        if said.kind is not ProceedingKind.APPEAL or said.state not in BEFORE_COURT:
            raise Invalid("proceedingId", "A briefing notice is given in an appeal that is pending. Choose that one.")
        return said
    asked = select(Proceeding).where(
        Proceeding.case_id == case.id,
        Proceeding.kind == ProceedingKind.APPEAL,
        Proceeding.state.in_(BEFORE_COURT),
    )
    pending = list(await tx.session.scalars(asked.limit(2)))
    if pending:
        return pending[0] if len(pending) == 1 else None
    of_bond = select(BondStep.id).where(
        BondStep.case_id == case.id, BondStep.stage == BondStage.APPEALED, BondStep.undone_at.is_(None)
    )
    if await tx.session.scalar(of_bond.limit(1)) is None:
        raise Invalid("trigger", "No appeal of this case is pending. Open the appeal first, then type in the notice.")
    return None


async def _known(tx: Transaction, case: Case, one: Happening, corrects_id: UUID | None) -> Happening:
    """The same trigger typed again, or typed right at last, is the one that was typed before."""
    typed = [row for row in await standing(tx, case) if (row.trigger_ref or "").startswith("typed:")]
    if corrects_id is not None:
        wrong = next((row for row in typed if row.id == corrects_id), None)
        if wrong is None or wrong.trigger is not one.trigger or wrong.trigger_ref is None:
            raise Invalid("correctsId", "Only a trigger that somebody typed is corrected, and by one of its own kind.")
        return replace(one, ref=wrong.trigger_ref)
    for row in typed:
        same = (row.trigger, row.proceeding_id, row.triggered_at or row.triggered_on)
        if same == (one.trigger, one.proceeding_id, one.happened) and row.trigger_ref:
            return replace(one, ref=row.trigger_ref)
    return one


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What a deadline would be by the law as it was known on another day."""

    deadline: Deadline
    computed: Computed


async def recompute_deadlines(tx: Transaction, case_id: UUID, as_of: date) -> list[Recomputed]:
    """Compute a case's deadlines as of another day. Saves nothing. Raises :class:`NotFound`."""
    case = await access.seen(tx, Case, case_id)
    asked = access.visible(await access.standing(tx), Deadline, tx.now).where(
        Deadline.case_id == case.id, Deadline.state != DeadlineState.SUPERSEDED, Deadline.rule.is_not(None)
    )
    found = []
    for row in await tx.session.scalars(asked.order_by(Deadline.due_on, Deadline.id)):
        law, happened = rule(row.rule or ""), row.triggered_at or row.triggered_on
        if law is not None and happened is not None:
            computed = compute_rule(law, happened, row.time_zone, row.facts, as_of=as_of, outages=outages(row.facts))
            found.append(Recomputed(row, computed))
    return found


async def recompute_elsewhere(tx: Transaction, case: Case, place: Facility) -> list[Recomputed]:
    """Which of a case's open deadlines would be on another day, or fall away, were the client held at this place. What
    somebody typed runs on as it was typed. Saves nothing.
    """
    asked = access.visible(await access.standing(tx), Deadline, tx.now).where(
        Deadline.case_id == case.id, Deadline.state.in_(list(OPEN_STATES)), Deadline.rule.is_not(None),
        Deadline.set_by_court.is_(False),
    )  # fmt: skip
    there = {name: value for name in ("state", "circuit") if (value := getattr(place, name)) is not None}
    found = []
    for row in await tx.session.scalars(asked.order_by(Deadline.due_on, Deadline.id)):
        law, happened = rule(row.rule or ""), row.triggered_at or row.triggered_on
        if law is None or happened is None or (row.trigger_ref or "").startswith("typed:"):
            continue
        facts = {name: value for name, value in row.facts.items() if name not in ("state", "circuit")} | there
        # Days of custody are counted where the person is.
        zone = place.time_zone if row.trigger is Trigger.CUSTODY_BEGAN and place.time_zone else row.time_zone
        computed = compute_rule(law, happened, zone, facts, as_of=times.local_day(tx.now, zone), outages=outages(facts))
        if (computed.due_on, computed.due_at) != (row.due_on, row.due_at):
            found.append(Recomputed(row, computed))
    return found


async def open_cases(tx: Transaction) -> list[UUID]:
    """Every case whose deadlines are kept, by its number: for whoever works all of them out again."""
    asked = select(Case.id).where(Case.closed_at.is_(None), Case.merged_into_id.is_(None)).order_by(Case.number)
    return list(await tx.session.scalars(asked))


async def replan_case(tx: Transaction, case_id: UUID) -> tuple[str, list[Moved]]:
    """Work a case's deadlines out again, as after a rule was changed: its number, and what moved."""
    case = await access.case_for(tx, case_id, Act.WORK_OUT_DEADLINES)
    return case.short_id, await replan(tx, case)
