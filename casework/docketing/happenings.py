"""What in a case sets a clock going: what hearings came to, hearings ahead, custody, release, and what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import times
from casework.deadlines import Rule
from casework.transaction import Transaction
from schema.cases import Case, CustodyStatus, Intake
from schema.courts import Court
from schema.custody import CustodyStint, ReleaseReason
from schema.deadlines import Deadline, Trigger
from schema.decisions import AppealStance, Decision, DecisionKind
from schema.facilities import Facility
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import UPCOMING, Occasion, OccasionKind, OccasionState
from schema.organizations import Organization
from schema.proceedings import Proceeding, ProceedingKind

#: Hearings before which something must be filed.
COUNTED_FROM = {
    OccasionKind.MASTER_HEARING: Trigger.MASTER_HEARING,
    OccasionKind.INDIVIDUAL_HEARING: Trigger.INDIVIDUAL_HEARING,
}
#: What an outcome sets going. In absentia, the order is final at once (8 CFR 1241.1(e)).
OUTCOMES: dict[HearingOutcome, tuple[Trigger, ...]] = {
    HearingOutcome.BOND_GRANTED: (Trigger.BOND_DECISION, Trigger.BOND_GRANTED),
    # DHS may stay any order that authorizes release, on bond or otherwise (8 CFR 1003.19(i)(2)).
    HearingOutcome.CONDITIONAL_PAROLE: (Trigger.BOND_DECISION, Trigger.BOND_GRANTED),
    HearingOutcome.BOND_DENIED: (Trigger.BOND_DECISION,),
    HearingOutcome.NO_JURISDICTION: (Trigger.BOND_DECISION,),
    HearingOutcome.RELIEF_GRANTED: (Trigger.DECISION,),
    HearingOutcome.RELIEF_DENIED: (Trigger.DECISION,),
    HearingOutcome.REMOVAL_ORDERED: (Trigger.DECISION,),
    HearingOutcome.VOLUNTARY_DEPARTURE: (Trigger.DECISION,),
    HearingOutcome.TERMINATED: (Trigger.DECISION,),
    HearingOutcome.REMOVAL_ORDERED_IN_ABSENTIA: (Trigger.IN_ABSENTIA_ORDER, Trigger.FINAL_ORDER),
}
#: The outcome of a hearing that decides the same.
_OUTCOME_OF = {
    kind: HearingOutcome(kind.value) for kind in DecisionKind if kind.value in {one.value for one in HearingOutcome}
}
#: After these somebody is at liberty, at an address of their own.
FREED = frozenset(
    {
        ReleaseReason.BONDED_OUT_JUDGE, ReleaseReason.BONDED_OUT_FIELD_OFFICE, ReleaseReason.RECOGNIZANCE,
        ReleaseReason.SUPERVISION, ReleaseReason.PAROLED, ReleaseReason.TERMINATED, ReleaseReason.RELIEF_GRANTED,
        ReleaseReason.COURT_ORDERED, ReleaseReason.OTHER,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One trigger of a case: which fact it is, and when it happened."""

    trigger: Trigger
    ref: str
    #: A day, or an instant.
    happened: date | datetime
    time_zone: str
    proceeding: ProceedingKind | None = None
    proceeding_id: UUID | None = None
    hearing_id: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    def sets_off(self, rule: Rule) -> bool:
        """Something has to be kept because of this."""
        return (
            rule.trigger is self.trigger
            and rule.sets_dates
            and rule.concerns(self.proceeding)
            and (not rule.by_hand or self.ref.startswith("typed:"))
        )

    @property
    def at(self) -> datetime | None:
        return self.happened if isinstance(self.happened, datetime) else None

    @property
    def on(self) -> date | None:
        return None if isinstance(self.happened, datetime) else self.happened


async def happenings(tx: Transaction, case: Case, known: Sequence[Deadline]) -> list[Happening]:
    """Everything that has set a clock going. Typed triggers are remembered by the deadlines that follow from them."""
    zone, facts = await circumstances(tx, case)
    decided, tracks = await _decided(tx, case), await _tracks(tx, case)
    found = [*(await _custody(tx, case, zone, facts)), *(await _hearings(tx, case, decided, facts))]
    found += await _decisions(tx, decided, zone, facts)
    found += _referrals(tracks, zone, facts)
    found += _typed(known, {one.id: one.kind for one in tracks})
    return found


async def circumstances(tx: Transaction, case: Case) -> tuple[str, dict[str, Any]]:
    """The zone of the place where the person is, and what of it decides which law applies."""
    house = await tx.session.get_one(Organization, case.lead_organization_id)
    place = await tx.session.scalar(
        select(Facility)
        .join(CustodyStint, CustodyStint.facility_id == Facility.id)
        .where(CustodyStint.case_id == case.id, CustodyStint.booked_out_at.is_(None))
        .order_by(CustodyStint.checked_at.desc(), CustodyStint.id.desc())
        .limit(1)
    )
    known: dict[str, Any] = {}
    if case.custody_status is CustodyStatus.IN_CUSTODY:
        known["detained"] = True
    elif case.custody_status is CustodyStatus.RELEASED:
        known["detained"] = False
    if place is not None:
        known |= {name: value for name in ("state", "circuit") if (value := getattr(place, name)) is not None}
    return (place.time_zone if place and place.time_zone else house.time_zone), known


async def _custody(tx: Transaction, case: Case, zone: str, facts: dict[str, Any]) -> list[Happening]:
    found = []
    intake = await tx.session.get(Intake, case.id)
    if intake is not None and intake.arrested_at is not None:
        found.append(
            Happening(
                trigger=Trigger.ARREST, ref=f"intake:{case.id}", happened=intake.arrested_at,
                time_zone=intake.arrest_zone or zone, facts=facts,
            )
        )  # fmt: skip
    stays = select(CustodyStint).where(CustodyStint.case_id == case.id).order_by(CustodyStint.id)
    stints = list(await tx.session.scalars(stays))
    begins = min((one.booked_in_at for one in stints if one.booked_in_at), default=None)
    if begins is not None and any(one.booked_out_at is None for one in stints):
        found.append(
            Happening(
                trigger=Trigger.CUSTODY_BEGAN, ref=f"custody:{case.id}", happened=begins, time_zone=zone, facts=facts
            )
        )
    for one in stints:
        if one.booked_out_at is not None and one.release_reason in FREED:
            found += [
                Happening(trigger=trigger, ref=f"stint:{one.id}", happened=one.booked_out_at, time_zone=zone)
                # Whoever is let go lives somewhere else from that day on.
                for trigger in (Trigger.RELEASE, Trigger.MOVE)
            ]
    return found


async def _hearings(tx: Transaction, case: Case, decided: Sequence[Decision], facts: dict[str, Any]) -> list[Happening]:
    asked = (
        select(Hearing, Proceeding.kind)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .join(Proceeding, Proceeding.id == Hearing.proceeding_id)
        .where(Hearing.case_id == case.id, Occasion.state != OccasionState.CANCELLED)
        .order_by(Hearing.id)
    )
    given = {one.hearing_id: one.given_on for one in decided if one.hearing_id}
    found = []
    for hearing, kind in (await tx.session.execute(asked)).unique():
        occasion = hearing.occasion
        of: dict[str, Any] = {
            "ref": f"hearing:{hearing.id}",
            "happened": times.local_day(occasion.starts_at, occasion.time_zone),
            "time_zone": occasion.time_zone,
            "proceeding": kind,
            "proceeding_id": hearing.proceeding_id,
            "hearing_id": hearing.id,
        }
        if hearing.outcome is not None:
            # What was mailed or sent after the hearing runs from that day (8 CFR 1003.38(b)).
            told = of | {"happened": given.get(hearing.id, of["happened"])}
            triggers = OUTCOMES.get(hearing.outcome, ())
            found += [Happening(trigger=trigger, facts=facts, **told) for trigger in triggers]
        if occasion.kind in COUNTED_FROM and (occasion.state in UPCOMING or hearing.outcome is not None):
            found.append(Happening(trigger=COUNTED_FROM[occasion.kind], facts={"detained": hearing.detained}, **of))
    return found


async def _decided(tx: Transaction, case: Case) -> list[Decision]:
    asked = select(Decision).where(Decision.case_id == case.id, Decision.taken_back_at.is_(None))
    return list(await tx.session.scalars(asked.order_by(Decision.id)))


async def _decisions(tx: Transaction, decided: Sequence[Decision], zone: str, facts: dict[str, Any]) -> list[Happening]:
    """Decisions that came without a hearing, as by mail; and orders that are final: when the appeal from them was
    waived (8 CFR 1241.1(b)), or was dismissed by the Board (8 CFR 1241.1(a)).
    """
    found = []
    for one in decided:
        proceeding = await tx.session.get_one(Proceeding, one.proceeding_id)
        court = await tx.session.get(Court, proceeding.court_id) if proceeding.court_id else None
        triggers: list[Trigger] = []
        if one.hearing_id is None:
            triggers += OUTCOMES.get(_OUTCOME_OF[one.kind], ()) if one.kind in _OUTCOME_OF else ()
        waived = one.kind is DecisionKind.REMOVAL_ORDERED and one.appeal_by_client is AppealStance.WAIVED
        lost = proceeding.kind is ProceedingKind.APPEAL and one.kind in (DecisionKind.DISMISSED, DecisionKind.DENIED)
        if waived or lost:
            triggers.append(Trigger.FINAL_ORDER)
        found += [
            Happening(
                trigger=trigger, ref=f"decision:{one.id}", happened=one.given_on,
                time_zone=court.time_zone if court else zone, proceeding=proceeding.kind, proceeding_id=proceeding.id,
                hearing_id=one.hearing_id, facts=facts,
            )
            for trigger in triggers
        ]  # fmt: skip
    return found


async def _tracks(tx: Transaction, case: Case) -> list[Proceeding]:
    asked = select(Proceeding).where(Proceeding.case_id == case.id).order_by(Proceeding.id)
    return list(await tx.session.scalars(asked))


def _referrals(tracks: Sequence[Proceeding], zone: str, facts: dict[str, Any]) -> list[Happening]:
    return [
        Happening(
            trigger=Trigger.REASONABLE_FEAR_REFERRAL, ref=f"proceeding:{one.id}",
            happened=times.local_day(one.filed_at, zone), time_zone=zone, proceeding=one.kind,
            proceeding_id=one.id, facts=facts,
        )
        for one in tracks
        if one.kind is ProceedingKind.REASONABLE_FEAR_REVIEW and one.filed_at
    ]  # fmt: skip


def _typed(known: Sequence[Deadline], kinds: dict[UUID, ProceedingKind]) -> list[Happening]:
    found: dict[str, Happening] = {}
    for row in known:
        happened = row.triggered_at or row.triggered_on
        if row.trigger_ref is None or not row.trigger_ref.startswith("typed:") or not row.trigger or not happened:
            continue
        found[row.trigger_ref] = Happening(
            trigger=row.trigger, ref=row.trigger_ref, happened=happened, time_zone=row.time_zone,
            proceeding=kinds.get(row.proceeding_id) if row.proceeding_id else None, proceeding_id=row.proceeding_id,
            facts={name: value for name, value in row.facts.items() if name != "outage"},
        )  # fmt: skip
    return list(found.values())


__all__ = ["COUNTED_FROM", "OUTCOMES", "Happening", "circumstances", "happenings"]
