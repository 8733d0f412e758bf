"""Keeping a case's deadlines in step with its facts and the rules. Planning twice plans nothing twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import times
from casework.deadlines import Answer, Computed, Rule, compute_rule, rules
from casework.docketing.happenings import COUNTED_FROM, Happening, happenings
from casework.docketing.reminding import remind
from casework.language import LANGUAGES, LAW_SPEAKS, InLanguage
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.deadlines import CLOSED_STATES, OPEN_STATES, Deadline, DeadlineState, WhyMoved
from schema.hearings import Hearing
from schema.occasions import OccasionState


@dataclass(frozen=True, slots=True)
class Moved:
    """A deadline that was planned, planned afresh, or fell away."""

    deadline: Deadline
    #: None: it is new.
    before_on: date | None
    before_at: datetime | None
    #: None: it is new.
    why: WhyMoved | None


#: Under this a session holds cases that are planned later in the same act.
_LATER = "cases to plan"


@asynccontextmanager
async def planned_once(tx: Transaction) -> AsyncIterator[None]:
    """Inside, verbs that change one fact of a case after another leave it to the end to work out what follows: once, of
    all that is known then.
    """
    later: dict[UUID, Case] = {}
    tx.session.info[_LATER] = later
    try:
        yield
    finally:
        del tx.session.info[_LATER]
    for case in later.values():
        await replan(tx, case)


async def replan(tx: Transaction, case: Case, *, further: Sequence[Happening] = ()) -> list[Moved]:
    """Work out what follows from all that is known of a case, and from what somebody just typed. Returns what is
    different now; within :func:`planned_once` nothing yet. The case must be locked; whoever changes a fact that sets a
    clock going calls this.
    """
    if case.closed_at is not None or case.merged_into_id is not None:
        return []
    if _LATER in tx.session.info and not further:
        tx.session.info[_LATER][case.id] = case
        return []
    await tx.session.flush()
    kept = await standing(tx, case)
    by = {(row.rule, row.trigger_ref): row for row in kept if row.rule and row.trigger_ref}
    found = {(one.trigger, one.ref): one for one in await happenings(tx, case, kept)}
    found |= {(one.trigger, one.ref): one for one in further}
    moved: list[Moved] = []
    for one in found.values():
        for rule in rules().values():
            if one.sets_off(rule):
                before = by.pop((rule.key, one.ref), None)
                moved += await _plan(tx, case, rule, one, before)
    for row in by.values():
        if row.state in OPEN_STATES and not row.set_by_court and not _came_along(case, row):
            moved.append(await _fall_away(tx, case, row, await _gone(tx, row)))
    await remind(tx, case)
    return moved


def _came_along(case: Case, row: Deadline) -> bool:
    """It followed from the arrest or custody of a case that was merged into this one, and stays as it was."""
    kind, _, which = (row.trigger_ref or "").partition(":")
    return kind in ("intake", "custody") and which != str(case.id)


async def standing(tx: Transaction, case: Case) -> list[Deadline]:
    """The deadlines of a case that nothing has taken the place of."""
    asked = select(Deadline).where(Deadline.case_id == case.id, Deadline.state != DeadlineState.SUPERSEDED)
    return list(await tx.session.scalars(asked.order_by(Deadline.id)))


async def _plan(tx: Transaction, case: Case, rule: Rule, one: Happening, before: Deadline | None) -> list[Moved]:
    if before is not None and (before.state in CLOSED_STATES or before.set_by_court):
        return []
    facts = dict(one.facts)
    if before is not None and "outage" in before.facts:
        facts["outage"] = before.facts["outage"]
    computed = compute_rule(
        rule, one.happened, one.time_zone, facts, as_of=times.local_day(tx.now, one.time_zone), outages=outages(facts)
    )
    over = computed.answer is Answer.SET_BY_COURT and one.on is not None and one.on < computed.as_of
    if over or computed.answer not in (Answer.DATE, Answer.SET_BY_COURT):
        if before is None or before.state not in OPEN_STATES:
            return []
        same = over and _happened(before) == one.happened
        return [await _fall_away(tx, case, before, WhyMoved.HEARING_OVER if same else _why(before, one, computed))]
    if before is None:
        row = _row(case, computed, one, facts)
        tx.session.add(row)
        await tx.session.flush()
        tx.record("deadline.worked_out", row, case=case, after=_shown(row))
        return [Moved(row, None, None, None)]
    if (before.due_on, before.due_at) == (computed.due_on, computed.due_at):
        if before.rule_digest != digest_of(computed) or _happened(before) != one.happened:
            was = _shown(before)
            _fill(before, computed, one, facts)
            before.revision += 1
            await tx.session.flush()
            tx.record("deadline.worked_out", before, case=case, before=was, after=_shown(before))
        return []
    return [await supersede(tx, case, before, computed, one, facts, _why(before, one, computed))]


async def supersede(
    tx: Transaction,
    case: Case,
    before: Deadline,
    computed: Computed,
    one: Happening,
    facts: dict[str, Any],
    why: WhyMoved,
) -> Moved:
    """Put a new deadline, for review, in an old one's place."""
    row = _row(case, computed, one, facts)
    await take_place(tx, case, before, row, why)
    return Moved(row, before.due_on, before.due_at, why)


async def take_place(tx: Transaction, case: Case, before: Deadline, row: Deadline, why: WhyMoved) -> None:
    """The old one stays, superseded, so that what moved can be seen."""
    before.state = DeadlineState.SUPERSEDED
    before.revision += 1
    await tx.session.flush()
    row.supersedes_id, row.moved_because = before.id, why
    tx.session.add(row)
    await tx.session.flush()
    tx.record("deadline.moved", row, case=case, before=_shown(before), after=_shown(row) | {"why": why})


async def _fall_away(tx: Transaction, case: Case, row: Deadline, why: WhyMoved) -> Moved:
    row.state, row.moved_because, row.fell_away_at = DeadlineState.SUPERSEDED, why, tx.now
    row.revision += 1
    await tx.session.flush()
    tx.record("deadline.fell_away", row, case=case, before=_shown(row), after={"why": why})
    return Moved(row, row.due_on, row.due_at, why)


def _why(before: Deadline, one: Happening, computed: Computed) -> WhyMoved:
    if _happened(before) != one.happened:
        return WhyMoved.HEARING_MOVED if one.trigger in COUNTED_FROM.values() else WhyMoved.TRIGGER_CHANGED
    return WhyMoved.RULE_CHANGED if before.rule_digest != digest_of(computed) else WhyMoved.FACTS_CHANGED


async def _gone(tx: Transaction, row: Deadline) -> WhyMoved:
    """Why nothing sets this deadline off any more."""
    kind = (row.trigger_ref or "").partition(":")[0]
    if kind == "decision":
        return WhyMoved.DECISION_TAKEN_BACK
    hearing = await tx.session.get(Hearing, row.hearing_id) if kind == "hearing" and row.hearing_id else None
    if hearing is None:
        return WhyMoved.TRIGGER_GONE
    if row.trigger not in COUNTED_FROM.values():
        return WhyMoved.DECISION_TAKEN_BACK
    if await tx.session.scalar(select(Hearing.id).where(Hearing.supersedes_id == hearing.id)) is not None:
        return WhyMoved.HEARING_REPLACED
    cancelled = hearing.occasion.state is OccasionState.CANCELLED
    return WhyMoved.HEARING_VACATED if cancelled else WhyMoved.TRIGGER_GONE


def _happened(row: Deadline) -> date | datetime | None:
    return row.triggered_at or row.triggered_on


def _shown(row: Deadline) -> dict[str, Any]:
    return {"rule": row.rule, "due_on": row.due_on.isoformat() if row.due_on else None, "due_at": row.due_at}


def _row(case: Case, computed: Computed, one: Happening, facts: dict[str, Any]) -> Deadline:
    row = Deadline(id=new_id(), case_id=case.id, state=DeadlineState.FOR_REVIEW, revision=0, set_by_court=False)
    _fill(row, computed, one, facts)
    return row


def _fill(row: Deadline, computed: Computed, one: Happening, facts: dict[str, Any]) -> None:
    row.proceeding_id, row.hearing_id = one.proceeding_id, one.hearing_id
    row.rule, row.rule_digest = computed.rule.key, digest_of(computed)
    row.trigger, row.trigger_ref = one.trigger, one.ref
    row.triggered_on, row.triggered_at, row.time_zone = one.on, one.at, one.time_zone
    row.facts = facts
    row.due_on, row.due_at, row.computed_on = computed.due_on, computed.due_at, computed.as_of
    row.binds, row.verification = computed.rule.binds, computed.verification
    if computed.provision is not None:
        row.citation = computed.provision.citation
        row.in_force_from, row.in_force_until = computed.provision.in_force_from, computed.provision.in_force_until
        row.litigation = computed.provision.litigation
    row.said = {language: _said(computed, language) for language in LAW_SPEAKS}


def digest_of(computed: Computed) -> str:
    """Of everything the files say that this rests on: another one means that a rule was changed."""
    rests_on = [one.provision for one in computed.readings]
    if not rests_on and computed.provision is not None:
        rests_on = [computed.provision]
    return "-".join(dict.fromkeys(one.digest for one in rests_on))


def _said(computed: Computed, language: str) -> dict[str, Any]:
    note = computed.provision.note if computed.provision else None
    return {
        "name": computed.rule.name(language),
        "act": computed.rule.act(language),
        "trace": [step.said(language) for step in computed.trace],
        "note": note(language) if note else None,
    }


def outages(facts: dict[str, Any]) -> list[tuple[date, date]]:
    """Outages of electronic filing that somebody recorded on a deadline."""
    if "outage" not in facts:
        return []
    begins, ends = facts["outage"]
    return [(date.fromisoformat(begins), date.fromisoformat(ends))]


def act_said(row: Deadline) -> InLanguage:
    """What is to be done, in the words of its rule."""
    return _spoken(row, "act")


def name_said(row: Deadline) -> InLanguage:
    return _spoken(row, "name")


def _spoken(row: Deadline, what: str) -> Callable[[str], str]:
    return lambda language: str((row.said.get(language) or row.said.get(LANGUAGES[0]) or {}).get(what) or "")


__all__ = [
    "Moved",
    "act_said",
    "name_said",
    "outages",
    "replan",
    "standing",
    "supersede",
    "take_place",
]
