"""From a rule and what set it going to a date, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from casework import times
from casework.deadlines import counting
from casework.deadlines.rules import Measure, Provision, Rule, Unit, rules
from casework.deadlines.words import TRIGGERS, day_said, length_said, moment_said, places
from casework.language import Sentence
from schema.deadlines import Verification


class Answer(StrEnum):
    """What a rule comes to."""

    DATE = "date"
    SET_BY_COURT = "set_by_court"
    NO_LIMIT = "no_limit"
    NOT_IN_FORCE = "not_in_force"
    DOES_NOT_APPLY = "does_not_apply"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the law, with what it comes to."""

    measure: Measure
    provision: Provision
    due_on: date
    #: Of a clock that runs in hours.
    due_at: datetime | None
    steps: tuple[Sentence, ...]

    @property
    def comes_first(self) -> tuple[date, float]:
        return self.due_on, self.due_at.timestamp() if self.due_at else float("inf")


@dataclass(frozen=True, slots=True)
class Computed:
    """What came of a rule, for attorney review."""

    rule: Rule
    answer: Answer
    as_of: date
    due_on: date | None
    due_at: datetime | None
    #: The provision that binds; None when none was in force or none is known to apply.
    provision: Provision | None
    #: Every way to read the law when there is more than one. The earliest binds.
    readings: tuple[Reading, ...]
    trace: tuple[Sentence, ...]
    #: Everything it leans on was read in its source, sources agree, and no fact is missing.
    verified: bool

    @property
    def verification(self) -> Verification | None:
        """How far the law it leans on was checked; sources that differ are unverified, whichever binds."""
        if self.provision is None:
            return None
        if self.verified or self.provision.verification is not Verification.READ:
            return self.provision.verification
        return Verification.UNVERIFIED


def compute(
    rule_key: str,
    happened: date | datetime,
    zone: str,
    facts: Mapping[str, Any] | None = None,
    *,
    as_of: date,
    outages: Sequence[tuple[date, date]] = (),
) -> Computed:
    """What a rule comes to when its trigger ``happened``: a day, or an instant (UTC), in an IANA ``zone``.

    ``facts`` are those of :data:`casework.deadlines.FACTS` that are known; one that is missing is unknown, and the
    earlier date binds. ``as_of``: by the law as it was known on that day. ``outages``: days on which the court's
    electronic filing was down without a plan, from and through (8 CFR 1003.3(g)(2)). Raises KeyError for no rule.
    """
    return compute_rule(rules()[rule_key], happened, zone, facts, as_of=as_of, outages=outages)


def compute_rule(
    rule: Rule,
    happened: date | datetime,
    zone: str,
    facts: Mapping[str, Any] | None = None,
    *,
    as_of: date,
    outages: Sequence[tuple[date, date]] = (),
) -> Computed:
    """The same for a rule at hand."""
    known = {name: value for name, value in (facts or {}).items() if value is not None}
    at = happened if isinstance(happened, datetime) else None
    day = times.local_day(at, zone) if at else happened
    trace = [
        Sentence("{rule}, by the law as it was known on {day}.", rule=rule.name, day=day_said(as_of)),
        _triggered(rule, day, at, zone),
    ]
    applying, passed, doubted = _in_force(rule, day, known, as_of)
    trace += passed
    if not applying:
        trace.append(Sentence("No provision of this rule was in force then."))
        return Computed(rule, Answer.NOT_IN_FORCE, as_of, None, None, None, (), tuple(trace), not doubted)
    first = applying[0]
    if first.only_if is not None and first.only_if_fact in known and not known[first.only_if_fact]:
        trace.append(Sentence("It holds only if: {condition}. That is not so here.", condition=first.only_if))
        return Computed(rule, Answer.DOES_NOT_APPLY, as_of, None, None, first, (), tuple(trace), first.verified)
    trace += _standing(applying, known)
    readings = sorted(
        (
            _read(provision, measure, day, at, zone, outages)
            for provision in applying
            for measure in provision.measures
            if measure.length is not None
        ),
        key=lambda one: one.comes_first,
    )
    if not readings:
        by_court = first.set_by_court
        trace.append(
            Sentence("The court sets this date. Type in what it ordered.")
            if by_court
            else Sentence("There is no limit of time.")
        )
        verified = first.verified and not doubted
        trace += _remarks(applying, verified=verified)
        answer = Answer.SET_BY_COURT if by_court else Answer.NO_LIMIT
        return Computed(rule, answer, as_of, None, None, first, (), tuple(trace), verified)
    binding = readings[0]
    trace += _told(readings, zone)
    if any(one.set_by_court for one in applying):
        trace.append(
            Sentence("For some the court sets the date instead, and it is not known which holds here: ask the court.")
        )
    if binding.provision.receipt:
        trace.append(Sentence("It must be received by then: what is only mailed by then is late."))
    verified = len(applying) == 1 and len(readings) == 1 and first.verified and not doubted
    trace += _remarks(applying, verified=verified)
    return Computed(
        rule, Answer.DATE, as_of, binding.due_on, binding.due_at, binding.provision, tuple(readings), tuple(trace),
        verified,
    )  # fmt: skip


def _triggered(rule: Rule, day: date, at: datetime | None, zone: str) -> Sentence:
    what = TRIGGERS[rule.trigger]
    if at is not None:
        return Sentence("{what}: {moment}.", what=what, moment=moment_said(at, zone))
    return Sentence("{what}: {day}.", what=what, day=day_said(day))


def _in_force(
    rule: Rule, day: date, known: Mapping[str, Any], as_of: date
) -> tuple[list[Provision], list[Sentence], bool]:
    """The provisions that may apply, the one that surely does first; what is said of those passed over; and whether it
    hangs on one of those whose end nobody has verified.
    """
    sure: list[tuple[date, int, Provision]] = []
    maybe: list[tuple[date, int, Provision]] = []
    passed = []
    doubted = False
    for number, one in enumerate(rule.provisions):
        if one.announced is not None and as_of < one.announced:
            continue
        fits = _fits(one, known)
        if fits is False:
            continue
        if reason := _passed_over(one, day, as_of):
            passed.append(reason)
            if one.set_aside is not None and one.in_force_from is not None and day >= one.in_force_from:
                doubted = doubted or not one.verified
                passed += [Sentence("Note: {note}", note=one.note)] if one.note else []
            continue
        (sure if fits else maybe).append((one.in_force_from or date.min, number, one))
    chosen = max(sure, key=lambda one: one[:2], default=None)
    others = [one for one in maybe if chosen is None or one[0] >= chosen[0]]
    applying = ([chosen[2]] if chosen else []) + [provision for _, _, provision in others]
    return applying, passed, doubted


def _fits(one: Provision, known: Mapping[str, Any]) -> bool | None:
    """Whether it is written for this case; None: a fact it depends on is not known."""
    answers = [known[fact] in values if fact in known else None for fact, values in one.when.items()]
    if False in answers:
        return False
    return None if None in answers else True


def _passed_over(one: Provision, day: date, as_of: date) -> Sentence | None:
    """Why a provision that was written for this case is not applied."""
    length = length_said(one.measures[0])
    if one.set_aside is not None and as_of >= one.set_aside:
        return Sentence(
            "Not applied: {length} by {citation}. A court set that provision aside on {day}.",
            length=length, citation=one.citation, day=day_said(one.set_aside),
        )  # fmt: skip
    if one.in_force_from is not None and day < one.in_force_from:
        return Sentence(
            "Not applied: {length} by {citation}. That is in force from {day} on.",
            length=length, citation=one.citation, day=day_said(one.in_force_from),
        )  # fmt: skip
    if one.in_force_until is not None and day >= one.in_force_until:
        return Sentence(
            "Not applied: {length} by {citation}. That was in force before {day}.",
            length=length, citation=one.citation, day=day_said(one.in_force_until),
        )  # fmt: skip
    return None


def _standing(applying: Sequence[Provision], known: Mapping[str, Any]) -> list[Sentence]:
    """Which provision applies, since when, and on what that hangs."""
    said = []
    for one in applying:
        if one.set_by_court and len(applying) > 1:
            continue
        if len(one.measures) > 1 and one.in_force_from is None:
            # Each way to read it is told with its count.
            continue
        if one.in_force_from is not None:
            said.append(
                Sentence(
                    "Applied: {length} by {citation}, in force since {day}.",
                    length=length_said(one.measures[0]), citation=one.measures[0].citation,
                    day=day_said(one.in_force_from),
                )
            )  # fmt: skip
        else:
            said.append(
                Sentence(
                    "Applied: {length} by {citation}.",
                    length=length_said(one.measures[0]), citation=one.measures[0].citation,
                )
            )  # fmt: skip
        if one.only_if is not None and (one.only_if_fact is None or one.only_if_fact not in known):
            said.append(Sentence("It holds only if: {condition}. Check that.", condition=one.only_if))
    return said


def _read(
    provision: Provision,
    measure: Measure,
    day: date,
    at: datetime | None,
    zone: str,
    outages: Sequence[tuple[date, date]],
) -> Reading:
    """Count one way."""
    assert measure.length is not None and measure.unit is not None  # noqa: S101 -- whoever calls it has looked
    if measure.unit in (Unit.HOURS, Unit.BUSINESS_HOURS):
        due_at, steps = _hours(measure, day, at, zone)
        return Reading(measure, provision, times.local_day(due_at, zone), due_at, tuple(steps))
    due, steps = _days(measure, provision, day)
    if provision.moves and not counting.is_business_day(due):
        steps += _moved(due, moved := counting.business_day(due))
        due = moved
    due, extended = _outage(due, outages)
    return Reading(measure, provision, due, None, (*steps, *extended))


def _days(measure: Measure, provision: Provision, day: date) -> tuple[date, list[Sentence]]:
    length = measure.length or 0
    if measure.unit is Unit.BUSINESS_DAYS:
        due, passed = counting.business_days(day, length, back=provision.before)
        steps = [_counted(measure, provision, due)]
        return due, steps + _left_out(passed)
    if measure.unit is Unit.YEARS:
        due, none = counting.years_later(day, length)
        steps = [_counted(measure, provision, due)]
        if none:
            steps.append(Sentence("That year has no February 29: the day before is taken, which is safe."))
        return due, steps
    due = day + timedelta(days=-length if provision.before else length)
    return due, [_counted(measure, provision, due)]


def _counted(measure: Measure, provision: Provision, due: date) -> Sentence:
    if provision.before:
        return Sentence(
            "{length} earlier, counting that day as day 0: {day}.", length=length_said(measure), day=day_said(due)
        )
    return Sentence(
        "{length} later, counting that day as day 0: {day}.", length=length_said(measure), day=day_said(due)
    )


def _hours(measure: Measure, day: date, at: datetime | None, zone: str) -> tuple[datetime, list[Sentence]]:
    steps = []
    if at is None:
        at = counting.midnight(day, zone)
        steps.append(
            Sentence("Only the day is known: the hours are counted from its first minute, the earliest it can be.")
        )
    length = measure.length or 0
    if measure.unit is Unit.BUSINESS_HOURS:
        due, passed = counting.business_hours(at, length, zone)
    else:
        due, passed = at + timedelta(hours=length), []
    steps.append(Sentence("{length} later: {moment}.", length=length_said(measure), moment=moment_said(due, zone)))
    steps += _left_out(passed)
    if counting.clocks_change(at, due, zone):
        steps.append(Sentence("The clocks are set in between: hours are counted as they pass."))
    return due, steps


def _left_out(passed: Iterable[date]) -> list[Sentence]:
    days = sorted(passed)
    if not days:
        return []
    return [Sentence("Not counted: {days}.", days=places(days))]


def _moved(due: date, moved: date) -> list[Sentence]:
    holiday = counting.closed_because(due)
    if holiday is not None:
        return [
            Sentence(
                "{day} is a federal holiday ({holiday}): it moves to the next business day, {moved}.",
                day=day_said(due), holiday=holiday, moved=day_said(moved),
            )
        ]  # fmt: skip
    return [
        Sentence(
            "{day} is a {weekday}: it moves to the next business day, {moved}.",
            day=partial(times.full_day, due), weekday=partial(times.weekday, due), moved=day_said(moved),
        )
    ]  # fmt: skip


def _outage(due: date, outages: Sequence[tuple[date, date]]) -> tuple[date, list[Sentence]]:
    """An unplanned outage of electronic filing on the last day extends it to the first business day of service."""
    steps = []
    for begins, ends in sorted(outages):
        if begins <= due <= ends:
            due = counting.business_day(ends + timedelta(days=1))
            steps.append(
                Sentence(
                    "Electronic filing was down without a plan from {begins} through {ends}: it is extended to the"
                    " first business day of service, {day} (8 CFR 1003.3(g)(2)).",
                    begins=day_said(begins), ends=day_said(ends), day=day_said(due),
                )
            )  # fmt: skip
    return due, steps


def _told(readings: Sequence[Reading], zone: str) -> list[Sentence]:
    """The count; when the law can be read in several ways, each of them, and which binds."""
    if len(readings) == 1:
        return list(readings[0].steps)
    said = []
    for one in readings:
        said.append(
            Sentence(
                "One way to read it: {length} by {citation}.",
                length=length_said(one.measure), citation=one.measure.citation,
            )
        )  # fmt: skip
        said += one.steps
    first = readings[0]
    said.append(
        Sentence(
            "The earlier date binds until counsel has checked: {day}.",
            day=moment_said(first.due_at, zone) if first.due_at else day_said(first.due_on),
        )
    )
    return said


def _remarks(applying: Sequence[Provision], *, verified: bool) -> list[Sentence]:
    """What else is written beside a provision, and whether it was checked."""
    said = [Sentence("Note: {note}", note=one.note) for one in applying if one.note is not None]
    if not verified:
        said.append(Sentence("Unverified: counsel checks the rule itself before anybody relies on this."))
    return said


__all__ = ["Answer", "Computed", "Reading", "compute", "compute_rule"]
