"""Where somebody was, and what moving them changed: read off their stays. Pure.

Mateo was booked into Plymouth on Monday, signed out as transferred on Wednesday at six, and booked into Alexandria on
Thursday at noon: eighteen hours of transit. Had it been two days, it would be a question. With the second stay his
federal circuit is another, and so is the court that could set a bond; his removal hearing stays where it is, because
the removal judge keeps the case (8 CFR 1003.20(b)). Nothing here asks a table or a clock.
"""

from casework.transfers.alarms import Alarm, AlarmKind, NextStep, alarms
from casework.transfers.changes import (
    AMONG,
    Change,
    Distance,
    Following,
    changes,
    distance,
    following,
)
from casework.transfers.clocks import (
    LOCATOR_KEEPS,
    LOCATOR_LAG,
    Contact,
    Look,
    Reach,
    contact,
    first_move,
)
from casework.transfers.courts import CourtOnFile, CustodyCourt, Marked, Ring, custody_court
from casework.transfers.history import (
    TRANSIT,
    Certainty,
    Located,
    Move,
    Passage,
    PassageKind,
    history,
    in_order,
    moves,
    where_was,
)
from casework.transfers.places import CourtSite, Site, Stay, stale_after

__all__ = [
    "AMONG",
    "LOCATOR_KEEPS",
    "LOCATOR_LAG",
    "TRANSIT",
    "Alarm",
    "AlarmKind",
    "Certainty",
    "Change",
    "Contact",
    "CourtOnFile",
    "CourtSite",
    "CustodyCourt",
    "Distance",
    "Following",
    "Located",
    "Look",
    "Marked",
    "Move",
    "NextStep",
    "Passage",
    "PassageKind",
    "Reach",
    "Ring",
    "Site",
    "Stay",
    "alarms",
    "changes",
    "contact",
    "custody_court",
    "distance",
    "first_move",
    "following",
    "history",
    "in_order",
    "moves",
    "stale_after",
    "where_was",
]
