"""Readings: what pages ask, answered from rows the actor may see (``casework.access.VISIBLE``) and no others.

A query comes as a *wanted shape*. Nouns say their *facts* once, each in a module of its name, and ``roots`` where
queries begin; :class:`Answering` weaves one statement for a shape, and Python fills in what only Python can tell, such
as sealed names. The lists and rows below serve the ordinary executor.
"""

from casework.reading import (
    advocacy,
    attendance,
    bond,
    cases,
    changes,
    check_ins,
    community,
    consents,
    date_checks,
    deadlines,
    documents,
    families,
    keeping,
    messages,
    missing,
    needs,
    occasions,
    operations,
    outcomes,
    placements,
    planned,
    reach,
    reports,
    rights,
    roots,
    saved_views,
    spreadsheets,
    story,
    teams,
    transfers,
    verification,
    waiting,
    work,
)
from casework.reading import people as people_facts
from casework.reading.answering import Answering
from casework.reading.arriving import Arrival, arrived
from casework.reading.board import BoardFilter, BoardGroup, Order, board, board_count, outline
from casework.reading.changes import unconfirmed_changes
from casework.reading.community import of_my_organizations, sightings
from casework.reading.facts import Noun
from casework.reading.groups import Grouping
from casework.reading.lists import (
    MessageFilter,
    actions,
    attorneys,
    audit,
    calendar,
    find_matches,
    find_places,
    notices,
    offers,
    operations_opened,
    organizations,
    people,
    reports_made,
    reports_waiting,
    tasks,
)
from casework.reading.matches import PossibleMatch
from casework.reading.messages import Delivery, deliveries, progress_of
from casework.reading.needs import CaseNeed, Today, today, today_of
from casework.reading.page import Page, decoded, encoded
from casework.reading.placements import conflict_names, conflict_sheets
from casework.reading.planned import Clash, clashes, unready, warnings
from casework.reading.rows import by_ids, children, key_ids
from casework.reading.story import case_story
from casework.reading.told import told
from casework.reading.trails import (
    Door,
    LastChange,
    Seen,
    TrailFilter,
    TrailTopic,
    case_by_number,
    door_of,
    last_change,
    who_saw,
)
from casework.reading.verification import dates_to_check
from casework.reading.waiting import alarms_waiting, approvals_waiting, deadlines_waiting, hearings_waiting
from casework.reading.wanted import Arguments, Asked, Left, LeftAside, Wanted
from casework.reading.weave import CannotWeave

#: The modules that say facts: imported so that every noun is known.
FACTS = (
    advocacy,
    attendance,
    bond,
    cases,
    changes,
    check_ins,
    consents,
    community,
    date_checks,
    deadlines,
    documents,
    families,
    keeping,
    messages,
    missing,
    needs,
    occasions,
    operations,
    outcomes,
    people_facts,
    placements,
    planned,
    reach,
    reports,
    rights,
    roots,
    spreadsheets,
    story,
    teams,
    transfers,
    verification,
    waiting,
    work,
)

__all__ = [
    "FACTS",
    "Answering",
    "Arguments",
    "Arrival",
    "Asked",
    "BoardFilter",
    "BoardGroup",
    "CannotWeave",
    "CaseNeed",
    "Clash",
    "Delivery",
    "Door",
    "Grouping",
    "LastChange",
    "Left",
    "LeftAside",
    "MessageFilter",
    "Noun",
    "Order",
    "Page",
    "PossibleMatch",
    "Seen",
    "Today",
    "TrailFilter",
    "TrailTopic",
    "Wanted",
    "actions",
    "alarms_waiting",
    "approvals_waiting",
    "arrived",
    "attorneys",
    "audit",
    "board",
    "board_count",
    "by_ids",
    "calendar",
    "case_by_number",
    "case_story",
    "children",
    "clashes",
    "conflict_names",
    "conflict_sheets",
    "dates_to_check",
    "deadlines_waiting",
    "decoded",
    "deliveries",
    "door_of",
    "encoded",
    "find_matches",
    "find_places",
    "hearings_waiting",
    "key_ids",
    "last_change",
    "notices",
    "of_my_organizations",
    "offers",
    "operations_opened",
    "organizations",
    "outline",
    "people",
    "progress_of",
    "reports_made",
    "reports_waiting",
    "saved_views",
    "sightings",
    "tasks",
    "today",
    "today_of",
    "told",
    "unconfirmed_changes",
    "unready",
    "warnings",
    "who_saw",
]
