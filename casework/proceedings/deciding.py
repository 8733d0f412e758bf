"""Decisions: recorded with their day and the way they were given, because clocks run from those."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, docketing, times
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.courts import Court
from schema.decisions import AppealStance, Decision, DecisionKind, GivenHow
from schema.hearings import Hearing
from schema.proceedings import BEFORE_COURT, Proceeding, ProceedingKind, ProceedingState

_RELIEF = frozenset({DecisionKind.RELIEF_GRANTED, DecisionKind.RELIEF_DENIED, DecisionKind.TERMINATED})
_ON_FEAR = frozenset({DecisionKind.FEAR_FOUND, DecisionKind.FEAR_NOT_FOUND})
_ABOVE = frozenset({DecisionKind.GRANTED, DecisionKind.DENIED, DecisionKind.DISMISSED, DecisionKind.REMANDED})

#: What can be decided in which proceeding. Bond is decided in a bond proceeding alone (8 CFR 1003.19(d)).
_DECIDES: dict[ProceedingKind, frozenset[DecisionKind]] = {
    ProceedingKind.BOND: frozenset(
        {
            DecisionKind.BOND_GRANTED,
            DecisionKind.CONDITIONAL_PAROLE,
            DecisionKind.BOND_DENIED,
            DecisionKind.NO_JURISDICTION,
        }
    ),
    ProceedingKind.REMOVAL: _RELIEF
    | {
        DecisionKind.REMOVAL_ORDERED,
        DecisionKind.REMOVAL_ORDERED_IN_ABSENTIA,
        DecisionKind.VOLUNTARY_DEPARTURE,
        DecisionKind.ADMIN_CLOSED,
        DecisionKind.NO_JURISDICTION,
    },
    ProceedingKind.WITHHOLDING_ONLY: _RELIEF | {DecisionKind.ADMIN_CLOSED},
    ProceedingKind.CREDIBLE_FEAR_REVIEW: _ON_FEAR,
    ProceedingKind.REASONABLE_FEAR_REVIEW: _ON_FEAR,
    ProceedingKind.HABEAS: _ABOVE - {DecisionKind.REMANDED},
    ProceedingKind.APPEAL: _ABOVE,
    ProceedingKind.PETITION_FOR_REVIEW: _ABOVE,
    ProceedingKind.OTHER: frozenset(DecisionKind),
}
#: What a proceeding is after it, where that is not simply *decided*.
_AFTER = {
    DecisionKind.TERMINATED: ProceedingState.TERMINATED,
    DecisionKind.ADMIN_CLOSED: ProceedingState.ADMIN_CLOSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided, on which day, and how the parties heard of it."""

    kind: DecisionKind
    decided_on: date
    given_how: GivenHow
    #: The day it was mailed or sent. Left out: the day of the decision.
    given_on: date | None = None
    appeal_by_client: AppealStance = AppealStance.NOT_SAID
    appeal_by_government: AppealStance = AppealStance.NOT_SAID


async def record_decision(
    tx: Transaction, proceeding_id: UUID, decided: Decided, *, expected_revision: int
) -> Decision:
    """Record what was decided in a proceeding, as when a written decision comes by mail. Raises :class:`Invalid`,
    :class:`NotAllowedByState`.
    """
    proceeding, case = await access.record_for(tx, Proceeding, proceeding_id, Act.RECORD_DECISION)
    tx.expect(proceeding, expected_revision)
    decision = await decide(tx, case, proceeding, decided)
    await docketing.replan(tx, case)
    return decision


async def decide(
    tx: Transaction, case: Case, proceeding: Proceeding, decided: Decided, *, hearing: Hearing | None = None
) -> Decision:
    """The same within another act, with case and proceeding locked. A bond that was decided may be decided anew, on
    changed circumstances (8 CFR 1003.19(e)).
    """
    if not may_be(proceeding.kind, decided.kind):
        raise Invalid("kind", "That is nothing that this kind of proceeding decides. Choose the proceeding it was in.")
    anew = proceeding.kind is ProceedingKind.BOND and proceeding.state is ProceedingState.DECIDED
    if proceeding.state not in BEFORE_COURT and not anew:
        raise NotAllowedByState("This proceeding is not before its court. Reopen it first, or take its decision back.")
    given_on = decided.given_on or decided.decided_on
    await _refuse_days(tx, proceeding, hearing, decided, given_on)
    decision = Decision(
        id=new_id(),
        case_id=case.id,
        proceeding_id=proceeding.id,
        hearing_id=hearing.id if hearing else None,
        kind=decided.kind,
        decided_on=decided.decided_on,
        given_how=decided.given_how,
        given_on=given_on,
        appeal_by_client=decided.appeal_by_client,
        appeal_by_government=decided.appeal_by_government,
        recorded_by_id=tx.person_id,
        recorded_at=tx.now,
        state_before=proceeding.state,
        revision=0,
    )
    tx.session.add(decision)
    proceeding.state = _AFTER.get(decided.kind, ProceedingState.DECIDED)
    await tx.session.flush()
    tx.record(
        "decision.recorded", decision, case=case, before={"state": decision.state_before},
        after={"kind": decided.kind, "decided_on": decided.decided_on.isoformat(), "given_how": decided.given_how},
        about=[proceeding.id],
    )  # fmt: skip
    if (below := await _below(tx, proceeding)) and below.state is ProceedingState.APPEALED:
        sent_back = decided.kind is DecisionKind.REMANDED
        await _set(tx, case, below, ProceedingState.REMANDED if sent_back else ProceedingState.DECIDED)
    return decision


def may_be(kind: ProceedingKind, decided: DecisionKind) -> bool:
    """Whether this is something that such a proceeding decides."""
    return decided is DecisionKind.OTHER or decided in _DECIDES[kind]


async def _refuse_days(
    tx: Transaction, proceeding: Proceeding, hearing: Hearing | None, decided: Decided, given_on: date
) -> None:
    zone = "America/New_York"
    if hearing is not None:
        zone = hearing.occasion.time_zone
    elif proceeding.court_id and (court := await tx.session.get(Court, proceeding.court_id)):
        zone = court.time_zone
    today = times.local_day(tx.now, zone)
    if decided.decided_on > today:
        raise Invalid("decidedOn", "That day has not come yet.")
    if given_on > today:
        raise Invalid("givenOn", "That day has not come yet.")
    if given_on < decided.decided_on:
        raise Invalid("givenOn", "A decision is not sent before the day it was made. Check both days.")
    if decided.given_how is GivenHow.ORAL and given_on != decided.decided_on:
        raise Invalid("givenOn", "A decision that was spoken was given on the day it was made.")


async def take_back_decision(tx: Transaction, decision_id: UUID, *, expected_revision: int) -> Decision:
    """Take back a decision that was recorded by mistake. It stays to be seen as taken back; the proceeding is what it
    was before. Raises :class:`NotAllowedByState` when something has come of it since.
    """
    decision, case = await access.record_for(tx, Decision, decision_id, Act.TAKE_BACK_DECISION)
    if decision.taken_back_at is not None:
        raise NotAllowedByState("This decision was taken back already.")
    tx.expect(decision, expected_revision)
    await take_back(tx, case, decision)
    await docketing.replan(tx, case)
    return decision


async def take_back(tx: Transaction, case: Case, decision: Decision) -> None:
    """The same within another act."""
    proceeding = await tx.session.get_one(Proceeding, decision.proceeding_id, with_for_update=True)
    if not await still_as_decided(tx, decision, proceeding):
        raise NotAllowedByState(
            "Something has come of this decision since: an appeal, or another decision. Undo that first."
        )
    decision.taken_back_at = tx.now
    before, proceeding.state = proceeding.state, decision.state_before
    proceeding.revision += 1
    await tx.session.flush()
    tx.record(
        "decision.taken_back", decision, case=case, before={"state": before}, after={"state": proceeding.state},
        about=[proceeding.id],
    )  # fmt: skip
    if (below := await _below(tx, proceeding)) and below.state in (ProceedingState.REMANDED, ProceedingState.DECIDED):
        await _set(tx, case, below, ProceedingState.APPEALED)


async def still_as_decided(tx: Transaction, decision: Decision, proceeding: Proceeding) -> bool:
    """Nothing has come of it: the proceeding is what it made it, and no later decision stands."""
    later = await tx.session.scalar(
        select(Decision.id)
        .where(
            Decision.proceeding_id == proceeding.id, Decision.taken_back_at.is_(None), Decision.id != decision.id,
            Decision.recorded_at >= decision.recorded_at,
        )
        .limit(1)
    )  # fmt: skip
    return later is None and proceeding.state is _AFTER.get(decision.kind, ProceedingState.DECIDED)


async def _below(tx: Transaction, proceeding: Proceeding) -> Proceeding | None:
    """Whose decision this one reviews."""
    if proceeding.reviews_id is None:
        return None
    return await tx.session.get(Proceeding, proceeding.reviews_id, with_for_update=True)


async def _set(tx: Transaction, case: Case, proceeding: Proceeding, state: ProceedingState) -> None:
    before, proceeding.state = proceeding.state, state
    proceeding.revision += 1
    await tx.session.flush()
    tx.record("proceeding.changed", proceeding, case=case, before={"state": before}, after={"state": state})
