"""How a trace says triggers, lengths, days and instants, in each language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from babel.dates import format_date

from casework import times
from casework.deadlines.rules import Measure, Unit
from casework.language import InLanguage, Sentence
from schema.deadlines import Trigger

#: What set a clock going, as its step begins.
TRIGGERS: dict[Trigger, Sentence] = {
    Trigger.ARREST: Sentence("The arrest"),
    Trigger.CUSTODY_BEGAN: Sentence("Custody began"),
    Trigger.OTHERWISE_RELEASED: Sentence("When the person would otherwise have been released"),
    Trigger.RELEASE: Sentence("The release"),
    Trigger.MOVE: Sentence("The change of address"),
    Trigger.TRANSFER: Sentence("The transfer"),
    Trigger.ARRIVAL: Sentence("The last arrival in the United States"),
    Trigger.BOND_DECISION: Sentence("The judge's decision on bond"),
    Trigger.BOND_GRANTED: Sentence("The judge's order granting bond"),
    Trigger.BOND_APPEAL_FILED: Sentence("The government's appeal of the bond order"),
    Trigger.DECISION: Sentence("The judge's decision"),
    Trigger.IN_ABSENTIA_ORDER: Sentence("The order in absentia"),
    Trigger.FINAL_ORDER: Sentence("The final order"),
    Trigger.BRIEFING_NOTICE: Sentence("The briefing notice"),
    Trigger.MASTER_HEARING: Sentence("The master hearing"),
    Trigger.INDIVIDUAL_HEARING: Sentence("The merits hearing"),
    Trigger.OTHER_SIDE_FILED: Sentence("The other side's filing"),
    Trigger.NEGATIVE_FEAR_FINDING: Sentence("The negative fear finding"),
    Trigger.REASONABLE_FEAR_REFERRAL: Sentence("The referral to the judge"),
    Trigger.HABEAS_ORDER: Sentence("The order to show cause"),
    Trigger.THIRD_COUNTRY_NOTICE: Sentence("The notice of removal to a third country"),
    Trigger.FILING: Sentence("The filing"),
}


def day_said(day: date) -> InLanguage:
    """A day with its day of the week and year: "Friday, March 6, 2026"."""
    return partial(_day, day)


def _day(day: date, language: str) -> str:
    return format_date(day, "full", locale=times.locale(language))


def moment_said(at: datetime, zone: str) -> InLanguage:
    """An instant as the wall there shows it, with the zone."""
    return partial(times.said, at, zone)


def places(days: Sequence[date]) -> InLanguage:
    """Several days in a row, holidays with their names."""
    return partial(_listed, tuple(days))


def _listed(days: Sequence[date], language: str) -> str:
    return "; ".join(_closed(day, language) for day in days)


def _closed(day: date, language: str) -> str:
    holiday = times.federal_holiday(day)
    said = _day(day, language)
    if holiday is None or day.weekday() >= 5:
        return said
    return f"{said} ({holiday.said(language) if isinstance(holiday, Sentence) else holiday})"


def length_said(measure: Measure) -> Sentence:
    """How long: "30 calendar days"."""
    count = measure.length
    if count is None or measure.unit is None:
        return Sentence("no fixed time")
    if count == 0:
        return Sentence("the same business day")
    match measure.unit:
        case Unit.DAYS:
            return Sentence("{count} calendar days", count=count)
        case Unit.BUSINESS_DAYS:
            return Sentence("1 business day") if count == 1 else Sentence("{count} business days", count=count)
        case Unit.HOURS:
            return Sentence("{count} hours", count=count)
        case Unit.BUSINESS_HOURS:
            return Sentence("{count} hours of business days", count=count)
        case Unit.YEARS:
            return Sentence("1 year") if count == 1 else Sentence("{count} years", count=count)


__all__ = ["TRIGGERS", "day_said", "length_said", "moment_said", "places"]
