"""Cards to put into calendars, and three independent readers of what comes out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from casework import calendar, times
from casework.card import Card, Place
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.proceedings import ProceedingKind

ROOT = Path(__file__).parents[2]


ICAL_JS = ROOT / "frontend" / "node_modules" / "ical.js" / "dist" / "ical.js"


#: A city of each zone in which an immigration court sits or has sat, and some that follow a neighbour's clock.
US_ZONES = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
    "America/Indiana/Indianapolis",
    "America/Detroit",
    "America/Boise",
    "Pacific/Saipan",
]


#: The mornings on both sides of both changes of clocks, and a day in each half of the year.
MORNINGS = [
    datetime(2026, 3, 7, 8, 30),
    datetime(2026, 3, 8, 8, 30),
    datetime(2026, 3, 9, 8, 30),
    datetime(2026, 6, 15, 8, 30),
    datetime(2026, 10, 31, 8, 30),
    datetime(2026, 11, 1, 8, 30),
    datetime(2026, 11, 2, 8, 30),
    datetime(2026, 12, 31, 8, 30),
    datetime(2028, 2, 29, 8, 30),
]


TELLING_NAMES = [
    "García, M.",
    "semi;colon",
    "back\\slash",
    "back\\nslash n",
    "two\nlines",
    "👩🏽‍⚖️ judge 🏛️",
    "שלום Mateo",
    "مرحبا, ماتيو; \\",
    "Nguyễn Thị Ánh " * 8,
    'quote " colon: caret ^',
    "😀" * 60,
]


ORGANIZER = Address("Presencia", "presencia", "legal-aid.test")


REYES = Address("Mayor Reyes", "reyes", "city.test")


STAMP = datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC)


def a_card(**changes: Any) -> Card:
    facts: dict[str, Any] = {
        "uid": "5b2f0a52-6d3f-4b0e-9e55-4f3b1d9f3c11",
        "sequence": 0,
        "state": OccasionState.CONFIRMED,
        "kind": OccasionKind.BOND_HEARING,
        "starts_at": datetime(2026, 12, 2, 14, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 2, 15, tzinfo=UTC),
        "time_zone": "America/New_York",
        "revised_at": datetime(2026, 11, 19, 16, 30, 0, 123456, tzinfo=UTC),
        "court": "Hartford Immigration Court",
        "place": Place("Ribicoff Federal Building", "450 Main Street", "Hartford, CT", "628"),
        "medium": Medium.IN_PERSON,
        "call": "+1 203 555 0100",
    }
    return Card(**(facts | changes))


COUNSEL_CARD = a_card(
    case_ref="C-10423", name="Mateo R.", judge="A. Okafor", proceeding=ProceedingKind.BOND,
)  # fmt: skip


OFFICIAL_CARD = a_card(
    uid="0e1d6a0a-4c9f-4c84-8d8c-3a7d9f2b6a11", token="3F2", live_page="https://presencia.test/a/secret"
)


CANCELLED_CARD = a_card(
    uid="a6c1b3d4-9f6e-4a64-8c7e-1b2c3d4e5f60", state=OccasionState.CANCELLED, sequence=2, token="3F2"
)


WEBEX_CARD = a_card(
    uid="1f9c2a77-0db1-4a5e-9a39-73c5c9a1b0d2",
    kind=OccasionKind.MASTER_HEARING,
    case_ref="C-10424",
    place=None,
    medium=Medium.WEBEX,
    join_url="https://eoir.webex.com/meet/a,b;c?x=1&y=2",
)


DAY_ONLY_CARD = a_card(
    uid="77c0f0de-3c1e-4be4-8f0c-d2f4f8a90b13",
    hour_known=False,
    state=OccasionState.TENTATIVE,
    codeword="BLUEBIRD",
    starts_at=datetime(2026, 12, 9, 5, tzinfo=UTC),
    ends_at=datetime(2026, 12, 9, 6, tzinfo=UTC),
)


ALL_CARDS = [COUNSEL_CARD, OFFICIAL_CARD, CANCELLED_CARD, WEBEX_CARD, DAY_ONLY_CARD]


def a_feed(cards: Iterable[Card], **wishes: Any) -> bytes:
    return calendar.feed("Hearings", cards, **({"language": "en", "color": "steelblue"} | wishes))


def read_by_icalendar(raw: bytes) -> dict[str, dict[str, Any]]:
    seen = {}
    for event in Calendar.from_ical(raw).walk("VEVENT"):
        start = event["DTSTART"].dt
        seen[str(event["UID"])] = {
            "summary": str(event["SUMMARY"]),
            "location": str(event["LOCATION"]) if "LOCATION" in event else None,
            "description": str(event["DESCRIPTION"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "start": start.astimezone(UTC) if isinstance(start, datetime) else start,
        }
    return seen


def read_by_vobject(raw: bytes) -> dict[str, dict[str, Any]]:
    seen = {}
    for event in vobject.readOne(raw.decode()).contents.get("vevent", []):
        start = event.dtstart.value
        seen[event.uid.value] = {
            "summary": event.summary.value,
            "location": event.location.value if "location" in event.contents else None,
            "description": event.description.value,
            "sequence": int(event.sequence.value),
            "status": event.status.value,
            "start": start.astimezone(UTC) if isinstance(start, datetime) else start,
        }
    return seen


def read_by_ical_js(raw: bytes) -> dict[str, dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node is needed to read the feed with ical.js. Install Node, or run `make test`, which brings one.")
    if not ICAL_JS.exists():
        pytest.fail(f"{ICAL_JS.relative_to(ROOT)} is missing. Run `make test`, or `npm ci` in frontend/.")
    script = ROOT / "tests" / "golden" / "read_alike.mjs"
    done = subprocess.run([node, script, ICAL_JS.as_uri()], input=raw, capture_output=True, check=True, timeout=60)
    seen = {}
    for event in json.loads(done.stdout):
        start = event.pop("start")
        event["start"] = datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)
        seen[event.pop("uid")] = event
    return seen


def unescaped(text: str) -> str:
    """What a TEXT says (RFC 5545 §3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def a_thousand_cards() -> list[Card]:
    cards = []
    for number in range(1000):
        zone = US_ZONES[number % len(US_ZONES)]
        wall = MORNINGS[number % len(MORNINGS)] + timedelta(minutes=number)
        starts_at = times.instant(wall, zone)
        cards.append(
            a_card(
                uid=f"00000000-0000-4000-8000-{number:012d}",
                sequence=number % 5,
                state=list(OccasionState)[number % 4],
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                time_zone=zone,
                case_ref=f"C-{10001 + number}",
                name=TELLING_NAMES[number % len(TELLING_NAMES)],
                hour_known=number % 17 != 0,
                judge=TELLING_NAMES[(number + 3) % len(TELLING_NAMES)],
            )
        )
    return cards
