"""Where queries begin: the lists pages ask for, and any record by its id."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, LargeBinary, Text, Uuid, and_, any_, func, literal, or_, select, true
from sqlalchemy.dialects.postgresql import array

from casework import names
from casework.access import PERMISSIONS, VISIBLE
from casework.reading.board import COUNTED, Order
from casework.reading.cases import may
from casework.reading.facts import Expression, Fact, Found, Many, Noun, Pages, Same, camel
from casework.reading.lists import ENTRIES, STRETCH, yet_to_be_sent
from casework.reading.page import checked, words
from casework.reading.people import organization
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.reading.wanted import Left
from casework.reading.weave import CannotWeave
from casework.refusals import Invalid, NotFound
from schema.assignments import STANDING, Assignment, AssignmentState
from schema.attorneys import Attorney
from schema.cases import Case, Stage
from schema.detainees import DetaineeNumber, NameToken
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Membership
from schema.people import Person
from schema.teams import CaseReader, TeamMember

QUERY = Noun("Query")
QUERY["node"] = Found(within=frozenset({"CaseContact", "Client", "Merge", "SignOff"}))


def _values(_: Reader, said: Any) -> list[str]:
    """Closed words, each once: every row is compared with all of them."""
    return list(dict.fromkeys(one.value for one in said))


def _row_of(noun: str) -> Callable[[Reader, Any], UUID]:
    """The row of a global id that must be of this noun. Raises :class:`NotFound`."""

    def row(_: Reader, said: tuple[str, UUID]) -> UUID:
        if said[0] != noun:
            raise NotFound
        return said[1]

    return row


def _among(at: At, name: str, column: Any) -> Any:
    """A closed word is one of those given, if any are."""
    return column == any_(at.given.bound(name, ARRAY(Text()), _values)) if at.given.has(name) else true()


# Who is signed in.

VIEWER = Noun("Viewer", Person)
VIEWER.columns("language")
VIEWER["person"] = Same("Person")
VIEWER["memberships"] = Many(
    "Membership", lambda at, there: and_(there.row.person_id == at.row.id, there.row.ended_at.is_(None))
)
VIEWER["organization"] = organization("organization_id")


def _may(reader: Reader, _: Any) -> list[str]:
    held = {role for place in reader.standing.places for role in place.roles}
    return [camel(act.name.lower()) for act, rule in PERMISSIONS.items() if rule.roles & held]


VIEWER["may"] = Expression(finish=_may)
QUERY["viewer"] = Many("Viewer", lambda at, there: there.row.id == at.eyes.person, first=True)


# The board.


def searched(query: str) -> tuple[str, int]:
    """What somebody types into the board's search: a short id, an A-number, or the beginnings of so many names."""
    query = query.strip()
    if names.case_number_in(query) is not None:
        return "number", 1
    try:
        names.normalised_a_number(query)
    except Invalid:
        return "names", len(names.search_tokens(query))
    return "a-number", 1


def _number(_: Reader, filter: Any) -> int:
    return names.case_number_in(filter["search"]) or 0


def _a_number(reader: Reader, filter: Any) -> list[bytes]:
    number = names.normalised_a_number(filter["search"].strip())
    return [reader.vault.index(one.hex, "a_number", number) for one in reader.standing.organizations(legal=True)]


def _tokens(index: int) -> Callable[[Reader, Any], list[bytes]]:
    def hashes(reader: Reader, filter: Any) -> list[bytes]:
        word = names.search_tokens(filter["search"].strip())[index]
        return [
            reader.vault.name_token(one.hex, token)
            for one in reader.standing.organizations(legal=True)
            for token in word
        ]

    return hashes


def _found(at: At, there: At, query: str) -> Any:
    kind, count = searched(query)
    bytes_ = ARRAY(LargeBinary())
    if kind == "number":
        return there.row.number == at.given.bound("filter", Case.number.type, _number, of="_number")
    if kind == "a-number":
        holder = Row(DetaineeNumber)
        hashes = at.given.bound("filter", bytes_, _a_number, of="_a_number")
        return there.row.detainee_id.in_(
            select(holder.detainee_id).where(
                VISIBLE[DetaineeNumber](at.eyes, holder), holder.number_index == any_(hashes)
            )
        )
    if not count:
        return literal(False)
    held = []
    for index in range(count):
        token = Row(NameToken)
        hashes = at.given.bound("filter", bytes_, _tokens(index), of=f"_word_{index}")
        held.append(
            there.row.detainee_id.in_(
                select(token.detainee_id).where(
                    token.organization_id == any_(at.eyes.organizations(legal=True)), token.token == any_(hashes)
                )
            )
        )
    return and_(*held)


def _filter(at: At, name: str, kind: Any, value: Callable[[Reader, Any], Any] | None = None) -> Any:
    """One field of the board's filter, bound."""
    worked = value or (lambda _, said: said)
    return at.given.bound("filter", kind, lambda reader, said: worked(reader, said[name]), of=f"_{name}")


def _board(at: At, there: At) -> Any:
    row = there.row
    wanted: dict[str, Any] = at.given.fixed("filter") or {}
    given = {name for name, value in wanted.items() if value not in (None, [], False)}
    holds = [row.merged_into_id.is_(None)]
    if at.given.has("organizationId"):
        mine = at.given.bound("organizationId", Uuid(), _row_of("Organization"))
        readers = Row(CaseReader)
        holds.append(there.ask_exists(readers, readers.case_id == row.id, readers.organization_id == mine))
    if "stages" in given:
        holds.append(row.stage == any_(_filter(at, "stages", ARRAY(Text()), _values)))
    elif "includeClosed" not in given:
        holds.append(row.stage != Stage.CLOSED)
    if "custodyStatuses" in given:
        holds.append(row.custody_status == any_(_filter(at, "custodyStatuses", ARRAY(Text()), _values)))
    if "withoutCounsel" in given:
        counsel = Row(Assignment)
        holds.append(~there.ask_exists(counsel, counsel.case_id == row.id, counsel.state.in_(list(STANDING))))
    if given & {"hearingFrom", "hearingUntil"}:
        ahead = Row(Occasion)
        within = [ahead.case_id == row.id, ahead.state.in_(UPCOMING)]
        if "hearingFrom" in given:
            within.append(ahead.starts_at >= _filter(at, "hearingFrom", DateTime(timezone=True)))
        if "hearingUntil" in given:
            within.append(ahead.starts_at < _filter(at, "hearingUntil", DateTime(timezone=True)))
        holds.append(there.ask_exists(ahead, *within))
    if "coordinatorId" in given:
        holds.append(row.coordinator_id == _filter(at, "coordinatorId", Uuid(), _row_of("Person")))
    if "priority" in given:
        holds.append(row.priority == _filter(at, "priority", Text(), lambda _, said: said.value))
    if "tag" in given:
        tag = _filter(at, "tag", ARRAY(Text()), lambda _, said: [said.strip().lower()])
        holds += [row.tags.contains(tag), there.reaches()]
    if "search" in given and wanted["search"].strip():
        if len(wanted["search"]) > 200:
            raise Invalid("search", "Search for fewer words.")
        holds.append(_found(at, there, wanted["search"]))
    return and_(*holds)


def _board_pattern(name: str, value: Any) -> Any:
    if name == "filter" and value:
        given = {one: said for one, said in value.items() if said not in (None, [], False)}
        search = given.get("search") or ""
        return (*sorted(given), searched(search) if search.strip() else None, len(search) > 200)
    return None


_ORDERS: dict[Order, Callable[[Any], tuple[list[tuple[Any, bool]], list[type]]]] = {
    Order.NEXT_OCCASION: lambda row: ([(row.next_occasion_at, False), (row.id, False)], [datetime, UUID]),
    Order.OPENED: lambda row: ([(row.opened_at, True), (row.id, True)], [datetime, UUID]),
    Order.NUMBER: lambda row: ([(row.number, True)], [int]),
}
QUERY["cases"] = Pages(
    "Case",
    _board,
    order=lambda at, there: _ORDERS[at.given.fixed("order") or Order.NEXT_OCCASION](there.row),
    fixed=frozenset({"first", "order"}),
    counted=COUNTED,
    pattern=_board_pattern,
)


def _short_id(at: At, there: At) -> Any:
    if names.case_number_in(at.given.fixed("shortId")) is None:
        return literal(False)
    number = at.given.bound("shortId", Case.number.type, lambda _, said: names.case_number_in(said))
    return and_(there.row.merged_into_id.is_(None), there.row.number == number)


QUERY["case"] = Many(
    "Case",
    _short_id,
    first=True,
    pattern=lambda name, said: names.case_number_in(said) is not None,
)


# The calendar.


def _range(name: str) -> Callable[[Reader, Any], Any]:
    return lambda _, said: said[name]


def _within(at: At, there: At) -> Any:
    row, wanted = there.row, at.given.fixed("range")
    if not timedelta(0) < wanted["until"] - wanted["from"] <= STRETCH:
        raise Invalid("until", "Ask for at most three months at a time.")
    at_instant = DateTime(timezone=True)
    holds = [
        row.starts_at >= at.given.bound("range", at_instant, _range("from"), of="_from"),
        row.starts_at < at.given.bound("range", at_instant, _range("until"), of="_until"),
    ]
    if wanted.get("courtId"):
        court = at.given.bound("range", Uuid(), lambda _, said: _row_of("Court")(_, said["courtId"]), of="_court")
        hearing = Row(Hearing)
        holds.append(there.ask_exists(hearing, hearing.occasion_id == row.id, hearing.court_id == court))
    if wanted.get("caseId"):
        case = at.given.bound("range", Uuid(), lambda _, said: _row_of("Case")(_, said["caseId"]), of="_case")
        holds.append(row.case_id == case)
    if wanted.get("mine"):
        member, case = Row(TeamMember), Row(Case)
        holds.append(
            or_(
                there.ask_exists(
                    member,
                    member.case_id == row.case_id,
                    member.person_id == at.eyes.person,
                    member.until.is_(None),
                ),
                there.ask_exists(case, case.id == row.case_id, case.coordinator_id == at.eyes.person),
            )
        )
    return and_(*holds)


def _range_pattern(name: str, said: Any) -> Any:
    fits = timedelta(0) < said["until"] - said["from"] <= STRETCH
    return fits, bool(said.get("courtId")), bool(said.get("caseId")), bool(said.get("mine"))


QUERY["calendar"] = Many(
    "CalendarEntry",
    _within,
    order=lambda there: [there.row.starts_at, there.row.id],
    limit=ENTRIES,
    pattern=_range_pattern,
)


# The other lists.


def _joining(at: At, there: At) -> Any:
    """Members of the organizations that read a case: they could join its team."""
    member, reader, now = Row(Membership), Row(CaseReader), at.eyes.now
    return there.ask_exists(
        member,
        member.person_id == there.row.id,
        member.ended_at.is_(None) | (member.ended_at > now),
        member.organization_id.in_(
            select(reader.organization_id).where(
                reader.case_id == at.given.bound("caseId", Uuid(), _row_of("Case")),
                reader.until.is_(None) | (reader.until > now),
            )
        ),
    )


def _people(at: At, there: At) -> Any:
    if (at.given.fixed("search") or "").strip():
        # Names are opened to be searched.
        raise CannotWeave(Left.NAMES)
    return and_(
        _joining(at, there) if at.given.has("caseId") else there.row.organization_id == any_(at.eyes.organizations()),
        there.row.removed_at.is_(None),
        _among(at, "kinds", there.row.kind) if at.given.fixed("kinds") else true(),
    )


QUERY["people"] = Pages(
    "Person",
    _people,
    order=lambda at, there: ([(there.row.id, False)], [UUID]),
    pattern=lambda name, said: bool(said),
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
    lambda at, there: _among(at, "states", there.row.state) if at.given.fixed("states") else true(),
    order=lambda at, there: ([(there.row.id, True)], [UUID]),
    pattern=lambda name, said: bool(said),
)
QUERY["offers"] = Many(
    "Assignment",
    lambda at, there: and_(there.row.attorney_id == at.eyes.person, there.row.state == AssignmentState.OFFERED),
)


def _notices_in_order(at: At, there: At) -> tuple[list[tuple[Any, bool]], list[type]]:
    latest_first = not yet_to_be_sent(at.given.fixed("states"))
    return [(there.row.due_at, latest_first), (there.row.id, latest_first)], [datetime, UUID]


QUERY["notices"] = Pages(
    "Notice",
    lambda at, there: and_(
        there.row.case_id == at.given.bound("caseId", Uuid(), _row_of("Case")) if at.given.has("caseId") else true(),
        _among(at, "states", there.row.state) if at.given.fixed("states") else true(),
    ),
    order=_notices_in_order,
    pattern=lambda name, said: (bool(said), yet_to_be_sent(said)) if name == "states" else bool(said),
)
QUERY["tasks"] = Pages(
    "Task",
    lambda at, there: and_(
        there.row.owner_id == at.eyes.person if at.given.fixed("mine") else true(),
        there.row.done_at.is_(None) if at.given.fixed("openOnly") else true(),
    ),
    order=lambda at, there: ([(there.row.due_at, False), (there.row.id, False)], [datetime, UUID]),
    fixed=frozenset({"first", "mine", "openOnly"}),
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
    if is_case and "readAudit" not in may(reader, None, seat):
        raise NotFound
    return found


QUERY["audit"] = Pages(
    "AuditEntry",
    lambda at, there: there.row.records.contains(array([_record(at)])),
    order=lambda at, there: ([(there.row.seq, True)], [int]),
    inputs={
        "is case": lambda at: at.any(Case, lambda there: there.id == _record(at)),
        "seat": lambda at: at.seat(_record(at)),
    },
    finish=_trail,
)
QUERY["feeds"] = Many(
    "Feed",
    lambda at, there: and_(
        or_(there.row.person_id == at.eyes.person, there.row.organization_id == any_(at.eyes.organizations())),
        there.row.revoked_at.is_(None),
    ),
)


def _search_word(index: int) -> Callable[[Reader, Any], str]:
    return lambda _, said: words(said)[index]


def _each_word(at: At, holds: Callable[[Any], Any]) -> Any:
    """Every word of a search is found."""
    count = len(words(at.given.fixed("search")))
    found = [at.given.bound("search", Text(), _search_word(index), of=f"_{index}") for index in range(count)]
    return and_(true(), *(holds(word) for word in found))


def _place(there: At, word: Any) -> Any:
    """Its name or city holds the word, its code begins with it, or it is the state."""
    row = there.row
    return or_(
        func.strpos(func.lower(row.name), word) > 0,
        func.strpos(func.lower(row.city), word) > 0,
        func.starts_with(func.lower(row.code), word),
        func.lower(row.state) == word,
    )


def _places(noun: str, usual: int) -> Fact:
    return Many(
        noun,
        lambda at, there: _each_word(at, lambda word: _place(there, word)),
        order=lambda there: [there.row.name, there.row.id],
        limit=lambda at: checked(usual if (said := at.given.fixed("first")) is None else said),
        fixed=frozenset({"first"}),
        pattern=lambda name, said: len(words(said)) if name == "search" else None,
    )


QUERY["facilities"] = _places("Facility", 20)
QUERY["courts"] = _places("Court", 100)
QUERY["organizations"] = Many(
    "Organization",
    lambda at, there: _each_word(at, lambda word: func.strpos(func.lower(there.row.name), word) > 0),
    order=lambda there: [there.row.name, there.row.id],
    limit=100,
    pattern=lambda name, said: len(words(said)),
)
