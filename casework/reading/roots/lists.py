"""The other lists: people, attorneys, actions, offers, messages, tasks, calendars of one's own, and trails."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, Text, Uuid, all_, and_, any_, column, func, literal, or_, select, true
from sqlalchemy.dialects.postgresql import array

from casework.access import PERMISSIONS, VISIBLE, Act
from casework.reading.address_book import could_join, people_named
from casework.reading.cases import may
from casework.reading.facts import Many, Pages, Way
from casework.reading.lists import REPORTS, yet_to_be_sent
from casework.reading.messages import is_at, states_of
from casework.reading.occasions import addressed_to
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY, among, led_by, row_of, values, ways_of
from casework.reading.seeking import OverLine
from casework.reading.trails import about
from casework.refusals import NotFound
from schema.assignments import AssignmentState
from schema.attorneys import Attorney
from schema.cases import Case
from schema.notices import NoticeState
from schema.reports import ReportState


def _case(given: Mapping[str, Any]) -> UUID | None:
    return row_of("Case")(None, given["caseId"]) if given.get("caseId") else None


async def _named(seeker: OverLine, given: Mapping[str, Any]) -> list[UUID]:
    return await people_named(seeker, given["search"], _case(given))


def _people(at: At, there: At) -> Any:
    kinds = among(at, "kinds", there.row.kind) if at.given.fixed("kinds") else true()
    if (at.given.fixed("search") or "").strip():
        return and_(there.row.id == any_(at.given.sought(_named, ARRAY(Uuid()), list, of="_people")), kinds)
    return and_(
        could_join(at.eyes, there.row, at.given.bound("caseId", Uuid(), row_of("Case")))
        if at.given.has("caseId")
        else there.row.organization_id == any_(at.eyes.organizations()),
        there.row.removed_at.is_(None),
        kinds,
    )


QUERY["people"] = Pages(
    "Person",
    _people,
    order=lambda at, there: ([(there.row.id, False)], [UUID]),
    pattern=lambda name, said: bool(said.strip()) if name == "search" else bool(said),
)


def _attorneys(at: At, there: At) -> Any:
    attorney = Row(Attorney)
    holds = [VISIBLE[Attorney](at.eyes, attorney)]
    if at.given.fixed("openToOffers") is not None:
        holds.append(attorney.open_to_offers == literal(bool(at.given.fixed("openToOffers"))))
    if at.given.fixed("language"):
        language = at.given.bound("language", ARRAY(Text()), lambda _, said: [said])
        holds.append(attorney.languages.contains(language))
    return there.row.id.in_(select(attorney.person_id).where(*holds).limit(literal(500)))


QUERY["attorneys"] = Many("Person", _attorneys, fixed=frozenset({"openToOffers"}))

QUERY["actions"] = Pages(
    "AdvocacyAction",
    lambda at, there: among(at, "states", there.row.state) if at.given.fixed("states") else true(),
    order=lambda at, there: ([(there.row.id, True)], [UUID]),
    pattern=lambda name, said: bool(said),
    ways=ways_of,
)
QUERY["offers"] = Many(
    "Assignment",
    lambda at, there: and_(
        there.row.attorney_id == at.eyes.person,
        or_(
            there.row.state == AssignmentState.CHECKING,
            and_(
                there.row.state == AssignmentState.OFFERED,
                or_(there.row.expires_at.is_(None), there.row.expires_at > at.eyes.now),
            ),
        ),
    ),
)


def _notices_in_order(at: At, there: At) -> tuple[list[tuple[Any, bool]], list[type]]:
    latest_first = not yet_to_be_sent(at.given.fixed("states"), at.given.fixed("progress"))
    return [(there.row.due_at, latest_first), (there.row.id, latest_first)], [datetime, UUID]


def _ways_to_notices(at: At) -> list[Way]:
    """Of each organization in which the actor coordinates the letters in each state, and so those of no case of each
    of theirs; those of other cases, and the actor's own.
    """
    if any(at.given.has(name) for name in ("caseId", "occasionId", "personId")):
        return []
    eyes = at.eyes
    mine, wide, me = eyes.organizations(), eyes.organizations(wide=True), eyes.person
    states = (
        at.given.bound("states", ARRAY(Text()), values)
        if at.given.fixed("states")
        else array([literal(state.value) for state in states_of(at.given.fixed("progress"))])
        if at.given.fixed("progress")
        else array([literal(state.value) for state in NoticeState])
    )
    each = led_by(eyes)
    in_state = func.unnest(states).table_valued(column("state", Text())).render_derived("in_state")
    keys = select(each.c.lead, in_state.c.state).select_from(each.join(in_state, true())).subquery("led_in_state")
    home = func.unnest(mine).table_valued(column("id", Uuid())).render_derived("home")
    homes = select(home.c.id, in_state.c.state).select_from(home.join(in_state, true())).subquery("home_in_state")
    return [
        Way(
            lambda there, led: and_(there.row.lead_organization_id == led.c.lead, there.row.state == led.c.state),
            keys,
        ),
        Way(lambda there, _: and_(eyes.sits(there.row), there.row.person_id != me)),
        Way(
            lambda there, ours: and_(
                there.row.case_id.is_(None),
                there.row.organization_id == ours.c.id,
                there.row.state == ours.c.state,
                there.row.person_id != me,
            ),
            homes,
        ),
        Way(lambda there, _: and_(there.row.person_id == me, _led_elsewhere(there.row, wide))),
    ]


def _led_elsewhere(row: Any, wide: Any) -> Any:
    """It is of no case, or of one that no organization leads in which the actor coordinates."""
    return or_(row.lead_organization_id.is_(None), row.lead_organization_id != all_(wide))


def _wanted_notices(at: At, there: At) -> Any:
    given, row = at.given, there.row
    holds: list[Any] = [
        column == given.bound(name, Uuid(), row_of(noun))
        for name, noun, column in (
            ("caseId", "Case", row.case_id),
            ("occasionId", "Occasion", row.occasion_id),
            ("personId", "Person", row.person_id),
        )
        if given.has(name)
    ]
    if given.has("personId"):
        holds.append(addressed_to(at.eyes, row))
    holds += [
        among(at, name, column)
        for name, column in (
            ("states", row.state), ("kinds", row.kind), ("audiences", row.audience), ("channels", row.channel),
        )
        if given.fixed(name)
    ]  # fmt: skip
    if given.fixed("progress"):
        holds.append(is_at(row, at.eyes.now, given.fixed("progress")))
    if given.has("dueFrom"):
        holds.append(row.due_at >= given.bound("dueFrom", DateTime(timezone=True)))
    if given.has("dueUntil"):
        holds.append(row.due_at < given.bound("dueUntil", DateTime(timezone=True)))
    return and_(true(), *holds)


def _notices_pattern(name: str, said: Any) -> Any:
    """How far they are is written into the statement; of everything else, whether anything is given."""
    if name == "progress":
        return tuple(sorted({one.value for one in said}))
    return (bool(said), yet_to_be_sent(said)) if name == "states" else bool(said)


QUERY["notices"] = Pages(
    "Notice",
    _wanted_notices,
    order=_notices_in_order,
    pattern=_notices_pattern,
    ways=_ways_to_notices,
)


def _ways_to_tasks(at: At) -> list[Way]:
    """Those of cases and of organizations; and of what the actor owns or asked for the rest."""
    if at.given.fixed("mine"):
        return []
    eyes = at.eyes
    me, wide, mine, seats = eyes.person, eyes.organizations(wide=True), eyes.organizations(), eyes.seats()

    def rest(row: Any) -> Any:
        of_a_case = and_(row.case_id.is_not(None), row.lead_organization_id != all_(wide), row.case_id != all_(seats))
        return or_(of_a_case, and_(row.case_id.is_(None), row.organization_id != all_(mine)))

    return [
        *ways_of(at),
        Way(lambda there, _: and_(there.row.owner_id == me, rest(there.row))),
        Way(
            lambda there, _: and_(
                there.row.created_by_id == me, there.row.owner_id.is_distinct_from(me), rest(there.row)
            )
        ),
    ]


QUERY["tasks"] = Pages(
    "Task",
    lambda at, there: and_(
        there.row.owner_id == at.eyes.person if at.given.fixed("mine") else true(),
        there.row.done_at.is_(None) if at.given.fixed("openOnly") else true(),
    ),
    order=lambda at, there: ([(there.row.due_at, False), (there.row.id, False)], [datetime, UUID]),
    fixed=frozenset({"first", "mine", "openOnly"}),
    ways=_ways_to_tasks,
)


def _record(at: At) -> Any:
    return at.given.bound("recordId", Uuid(), _any_row)


def _any_row(_: Reader, said: tuple[str, UUID]) -> UUID:
    """The row of a global id of any noun. Raises :class:`NotFound` for what is no id."""
    if not said[0]:
        raise NotFound
    return said[1]


def _trail(reader: Reader, found: Any, is_case: bool, seat: list[Any]) -> Any:
    """A case's trail is for whom the table of permissions names."""
    named = {str(one) for one in reader.standing.where(*PERMISSIONS[Act.READ_AUDIT].roles)}
    if is_case and seat[2] not in named and "readAudit" not in may(reader, None, seat):
        raise NotFound
    return found


QUERY["audit"] = Pages(
    "AuditEntry",
    lambda at, there: (
        there.row.actor_id == at.given.bound("personId", Uuid(), row_of("Person"))
        if at.given.has("personId")
        else true()
    ),
    # The page first, and then who wrote it: about one record there may be thousands.
    ways=lambda at: [Way(lambda there, _: about(there.row, _record(at)))],
    order=lambda at, there: ([(there.row.seq, True)], [int]),
    inputs={
        "is case": lambda at: at.any(Case, lambda there: there.id == _record(at)),
        "seat": lambda at: at.seat(_record(at)),
    },
    finish=_trail,
)
QUERY["reports_waiting"] = Many(
    "ArrestReport",
    lambda at, there: and_(
        there.row.state == ReportState.WAITING, there.row.provider_id == any_(at.eyes.organizations())
    ),
    limit=REPORTS,
)
QUERY["reports_made"] = Many(
    "ArrestReport",
    lambda at, there: there.row.organization_id == any_(at.eyes.organizations()),
    order=lambda there: [there.row.id.desc()],
    limit=REPORTS,
)
QUERY["feeds"] = Many(
    "Feed",
    lambda at, there: and_(
        or_(there.row.person_id == at.eyes.person, there.row.organization_id == any_(at.eyes.organizations())),
        there.row.revoked_at.is_(None),
    ),
)
