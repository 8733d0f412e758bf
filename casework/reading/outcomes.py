"""What is said of the outcome ledger: of one case entry by entry, of an organization as what happened in a quarter."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from sqlalchemy import Text, and_, case, cast, func, or_

from casework import comparisons
from casework.reading.cases import CASE, of_case
from casework.reading.facts import Expression, Made, Many, Noun, One, Plain, recorded, word
from casework.reading.people import ORGANIZATION, person
from casework.reading.places import At
from casework.reading.reader import Reader
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Occasion, OccasionState
from schema.outcomes import WITH_RESULT, Outcome, OutcomeResult, OutcomeWords, ToldQuarter

#: A list ends here: no case has so many dates.
MOST = 200
#: So many dates wait to be entered, the last first; older ones are history.
WAITING = 20

CASE["outcomes"] = Many(
    "Outcome", of_case, order=lambda there: [_occasion(there).starts_at.desc(), there.row.id.desc()], limit=MOST
)


def _occasion(at: At) -> Any:
    return at.joined(Occasion, lambda there: there.id == at.row.occasion_id)


def _waits(at: At, there: At) -> Any:
    """It has begun, nobody entered what happened, and the actor may."""
    row = there.row
    return and_(
        of_case(at, there),
        row.starts_at <= at.eyes.now,
        row.state != OccasionState.CANCELLED,
        or_(there.reaches(), row.kind.not_in(sorted(WITH_RESULT))),
        ~there.any(Outcome, lambda one: one.occasion_id == row.id),
    )


CASE["awaiting_outcome"] = Many(
    "Occasion", _waits, order=lambda there: [there.row.starts_at.desc(), there.row.id.desc()], limit=WAITING
)

OUTCOME = Noun("Outcome", Outcome)
OUTCOME.id()
OUTCOME.columns("revision", "supporters", "officials", "letters", "press", "recorded_at")
OUTCOME["occasion"] = One("Occasion", lambda at, there: there.id == at.row.occasion_id)
OUTCOME["recorded_by"] = person("recorded_by_id")


def _reported(at: At) -> Any:
    """What the report of the hearing says came of it."""
    return at.joined(Hearing, lambda there: there.occasion_id == at.row.occasion_id).outcome


def _says_it(at: At) -> Any:
    return func.coalesce(_reported(at) != HearingOutcome.OTHER, False)


OUTCOME["result"] = Expression(
    said=lambda at: word(
        case(
            (_says_it(at), cast(_reported(at), Text)),
            else_=func.coalesce(cast(at.row.result, Text), cast(_reported(at), Text)),
        ),
        OutcomeResult,
    )
)
OUTCOME["result_reported"] = Expression(said=_says_it)
OUTCOME["words"] = One("OutcomeWords", lambda at, there: there.outcome_id == at.row.id)

WORDS = Noun("OutcomeWords", OutcomeWords)
WORDS.columns("cleared_at")
WORDS["said"] = recorded(OutcomeWords, "said")
WORDS["cleared_by"] = person("cleared_by_id")


def _links(reader: Reader, _: Any, cipher: str | None, row: str) -> list[str]:
    return reader.opened(cipher, "outcome_words", "press_links", row).split("\n") if cipher else []


WORDS["press_links"] = Expression(
    inputs={"links": lambda at: at.row.press_links, "row": lambda at: at.row.id},
    finish=_links,
    shown=recorded(OutcomeWords, "press_links").shown,
)

# Of an organization: what happened in a quarter.

ORGANIZATION["what_happened"] = Many(
    "WhatHappened",
    lambda at, there: there.row.organization_id == at.row.id,
    order=lambda there: [there.row.quarter.desc()],
    limit=comparisons.QUARTERS,
)
HAPPENED = Noun("WhatHappened", ToldQuarter)
HAPPENED.columns("quarter")
HAPPENED["kinds"] = Made(
    "KindCompared",
    inputs={"told": lambda at: at.row.told},
    finish=lambda reader, _, kept: comparisons.told(kept).kinds,
)
COMPARED = Noun("KindCompared")
COMPARED.plain("kind", "total")
SPLIT = Noun("ComparedSplit")
SPLIT.plain("by")
ROW = Noun("ComparedRow")
ROW.plain("levels", "total")
COUNT = Noun("ResultCount")
COUNT.plain("results", "count", "percent")
for _noun, _name, _of in (
    (COMPARED, "results", "ResultCount"), (COMPARED, "splits", "ComparedSplit"),
    (SPLIT, "rows", "ComparedRow"), (ROW, "results", "ResultCount"),
):  # fmt: skip
    _noun[_name] = Plain(of=attrgetter(_name), noun=_of)

__all__ = ["MOST", "WAITING"]
