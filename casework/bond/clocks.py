"""The clocks of the bond track: what runs from which step, until when, by which rule. Pure.

Computed dates are for attorney review: shown to the legal team, in no letter, and reminding nobody (law 12). A rule
that nobody has read in its source for us yet is marked as unverified (DOMAIN §2.5, §2.9).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from casework.bond.days import business_days_after, calendar_days_after, filing_days_after
from casework.bond.stages import Step, dhs_said, is_stayed, is_the_boards, latest, place_of_order
from schema.bond import RELEASING, STAY_FROM, Appellant, BondStage, DhsCustody


class ClockKind(StrEnum):
    """What runs."""

    #: Until when DHS may file Form EOIR-43.
    STAY_TO_BE_FILED = "stay_to_be_filed"
    #: The automatic stay lapses unless DHS has filed its appeal (Form EOIR-26).
    STAY_WITHOUT_APPEAL = "stay_without_appeal"
    #: The automatic stay lapses unless the Board has decided.
    STAY_WITHOUT_DECISION = "stay_without_decision"
    APPEAL = "appeal"
    #: Another request needs changed circumstances: nothing runs, and it is said.
    NEXT_REQUEST = "next_request"
    #: Until when a judge can be asked about the conditions of release.
    CONDITIONS = "conditions"
    #: When ICE usually takes the payment (CeBONDS).
    PAYMENT = "payment"


class Counting(StrEnum):
    """In which days."""

    BUSINESS_DAYS = "business_days"
    CALENDAR_DAYS = "calendar_days"
    #: Calendar days; a last day that is no business day is the next one.
    FILING_DAYS = "filing_days"


class ClockState(StrEnum):
    """How it stands on the day that is asked about."""

    RUNNING = "running"
    #: What had to be done was done, and in time.
    MET = "met"
    #: It was done after the last day.
    LATE = "late"
    PASSED = "passed"
    #: The rule holds, and counts no days.
    HOLDS = "holds"
    #: The rule does not reach this order: whoever relies on it is to be asked why.
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Rule:
    """One clock's length and where it stands written."""

    length: int | None
    counting: Counting
    authority: str
    #: Somebody has read it in its source for us.
    verified: bool = True


RULES: dict[ClockKind, Rule] = {
    ClockKind.STAY_TO_BE_FILED: Rule(1, Counting.BUSINESS_DAYS, "8 CFR 1003.19(i)(2); 71 FR 57873"),
    ClockKind.STAY_WITHOUT_APPEAL: Rule(10, Counting.BUSINESS_DAYS, "8 CFR 1003.6(c)(1)", verified=False),
    # Extensions exist, and nobody has checked them: the date is the earliest.
    ClockKind.STAY_WITHOUT_DECISION: Rule(90, Counting.CALENDAR_DAYS, "8 CFR 1003.6(c)(4)"),
    ClockKind.APPEAL: Rule(30, Counting.FILING_DAYS, "8 CFR 1003.38(b)"),
    ClockKind.NEXT_REQUEST: Rule(None, Counting.CALENDAR_DAYS, "8 CFR 1003.19(e)"),
    ClockKind.CONDITIONS: Rule(7, Counting.FILING_DAYS, "8 CFR 1236.1(d)(1)"),
    ClockKind.PAYMENT: Rule(0, Counting.BUSINESS_DAYS, "ICE CeBONDS (2023-06-01)", verified=False),
}
_COUNTED: dict[Counting, Callable[[date, int], date]] = {
    Counting.BUSINESS_DAYS: business_days_after,
    Counting.CALENDAR_DAYS: calendar_days_after,
    Counting.FILING_DAYS: filing_days_after,
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock, with its trace: from which day, how many, counted how, by which rule."""

    kind: ClockKind
    runs_from: date
    due: date | None
    state: ClockState
    rule: Rule


def clocks_of(steps: Sequence[Step], today: date) -> tuple[Clock, ...]:
    """The clocks of these steps as of a day, in the order in which they were started."""
    found: list[Clock] = []
    place = place_of_order(steps)
    # The Board's own decision starts none of these.
    if place is not None and not is_the_boards(steps, place):
        order, since = steps[place], steps[place + 1 :]
        appeal = next((one for one in since if one.stage is BondStage.APPEALED), None)
        if order.order in RELEASING:
            found += _stay(steps, order, since, appeal, today)
        found.append(_clock(ClockKind.APPEAL, order.on, today, done=appeal.on if appeal else None))
        # Of an order that granted too much as well.
        if steps[-1].stage in (BondStage.DENIED, BondStage.GRANTED):
            found.append(_clock(ClockKind.NEXT_REQUEST, order.on, today))
    if steps and steps[-1].stage is BondStage.PAYING:
        found.append(_clock(ClockKind.PAYMENT, steps[-1].on, today))
    released = latest(steps, BondStage.RELEASED)
    if released is not None:
        asked = next((one for one in steps[released:] if one.stage is BondStage.REQUESTED), None)
        found.append(_clock(ClockKind.CONDITIONS, steps[released].on, today, done=asked.on if asked else None))
    return tuple(found)


def _stay(steps: Sequence[Step], order: Step, since: Sequence[Step], appeal: Step | None, today: date) -> list[Clock]:
    """DHS's automatic stay of an order that authorizes release, on bond or otherwise (Form EOIR-43)."""
    stay = next((one for one in since if one.stage is BondStage.STAYED), None)
    filing = _clock(ClockKind.STAY_TO_BE_FILED, order.on, today, done=stay.on if stay else None)
    if _stay_reaches(steps) is False:
        filing = replace(filing, state=ClockState.NOT_REACHED)
    found = [filing]
    if stay is not None and is_stayed(steps):
        theirs = appeal if appeal is not None and appeal.appealed_by is not Appellant.CLIENT else None
        found.append(_clock(ClockKind.STAY_WITHOUT_APPEAL, order.on, today, done=theirs.on if theirs else None))
        if theirs is not None:
            found.append(_clock(ClockKind.STAY_WITHOUT_DECISION, theirs.on, today))
    return found


def _stay_reaches(steps: Sequence[Step]) -> bool | None:
    """The rule gives a stay only where DHS held them without bond, or at $10,000 or more. None: nobody knows."""
    custody, amount = dhs_said(steps)
    if custody is DhsCustody.NO_BOND:
        return True
    if custody is DhsCustody.AMOUNT and amount is not None:
        return amount >= STAY_FROM
    return None


def _clock(kind: ClockKind, since: date, today: date, *, done: date | None = None) -> Clock:
    rule = RULES[kind]
    if rule.length is None:
        return Clock(kind, since, None, ClockState.HOLDS, rule)
    due = _COUNTED[rule.counting](since, rule.length)
    if done is not None:
        state = ClockState.MET if done <= due else ClockState.LATE
    else:
        state = ClockState.PASSED if today > due else ClockState.RUNNING
    return Clock(kind, since, due, state, rule)


__all__ = ["RULES", "Clock", "ClockKind", "ClockState", "Counting", "Rule", "clocks_of"]
