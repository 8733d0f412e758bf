"""What is said of deadlines: the day, whence it follows, and what moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import and_, or_, select

from casework.language import LANGUAGES, spoken
from casework.reading.cases import CASE, case_of, of_case
from casework.reading.facts import Expression, Fact, Many, Noun, One, recorded, written
from casework.reading.people import person
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from schema.deadlines import Deadline, DeadlineState
from schema.people import Person

#: A case shows at most so many.
MOST = 300

DEADLINE = Noun("Deadline", Deadline)
DEADLINE.id()
DEADLINE.columns(
    "revision", "rule", "state", "trigger", "triggered_on", "triggered_at", "time_zone", "due_on", "due_at",
    "computed_on", "citation", "in_force_from", "in_force_until", "verification", "binds", "set_by_court", "source",
    "confirmed_at", "filed_at", "received_at", "moved_because", "fell_away_at",
)  # fmt: skip
DEADLINE["litigation_status"] = Expression(said=lambda at: written(at.row.litigation))


def own_language(at: At) -> Any:
    """The language of whoever looks, for whom no page named one."""
    me = Row(Person)
    return at.ask(select(me.language).select_from(me.alias).where(me.key == at.eyes.person))


def said_in(said: dict[str, Any], language: str) -> dict[str, Any]:
    """What a deadline says, in this language or the first of the house."""
    return said.get(language) or said.get(LANGUAGES[0]) or {}


def _told(read: Callable[[dict[str, Any]], Any]) -> Fact:
    """Something of what people read, in their language."""

    def finish(reader: Reader, _: Any, said: dict[str, Any], own: str | None) -> Any:
        return read(said_in(said, reader.language or spoken(own or LANGUAGES[0])))

    return Expression(inputs={"said": lambda at: at.row.said, "own": own_language}, finish=finish)


DEADLINE["name"] = _told(lambda said: said.get("name"))
DEADLINE["action"] = _told(lambda said: said.get("act"))
DEADLINE["note"] = _told(lambda said: said.get("note"))
DEADLINE["trace"] = _told(lambda said: said.get("trace") or [])
DEADLINE["unverified"] = Expression(said=lambda at: unverified(at.row))


def unverified(row: Any) -> Any:
    """It leans on something that nobody has read in its source."""
    return and_(row.verification.is_not(None), row.verification != "read")


DEADLINE["ordered"] = recorded(Deadline, "what")
DEADLINE["set_aside_reason"] = recorded(Deadline, "set_aside_reason")
DEADLINE["confirmed_by"] = person("confirmed_by_id")
DEADLINE["recorded_by"] = person("recorded_by_id")
DEADLINE["case"] = case_of()
DEADLINE["proceeding"] = One("Proceeding", lambda at, there: there.id == at.row.proceeding_id)
DEADLINE["hearing"] = One("Hearing", lambda at, there: there.id == at.row.hearing_id)
DEADLINE["in_place_of"] = One("Deadline", lambda at, there: there.id == at.row.supersedes_id)


def _shown(row: Any) -> Any:
    """What stands, and what fell away; what another took the place of is told of by that one."""
    return or_(row.state != DeadlineState.SUPERSEDED, row.fell_away_at.is_not(None))


CASE["deadlines"] = Many(
    "Deadline",
    lambda at, there: (
        of_case(at, there) if at.given.fixed("withSuperseded") else and_(of_case(at, there), _shown(there.row))
    ),
    order=lambda there: [there.row.due_on, there.row.id],
    limit=MOST,
    fixed=frozenset({"withSuperseded"}),
)
