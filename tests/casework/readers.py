"""Independent readers of a calendar, each of which says what it saw in the same words."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import ics
import pytest
from ical.calendar_stream import IcsCalendarStream

from tests.casework.cards import ROOT, read_by_ical_js, read_by_icalendar, read_by_vobject

Seen = dict[str, dict[str, Any]]
_NODE_ICAL = ROOT / "frontend" / "node_modules" / "node-ical" / "node-ical.js"


def read_by_ical(raw: bytes) -> Seen:
    """Home Assistant's: strict, on pydantic."""
    seen = {}
    for event in IcsCalendarStream.calendar_from_ics(raw.decode()).events:
        start = event.dtstart
        seen[str(event.uid)] = {
            "summary": event.summary,
            "location": event.location,
            "description": event.description,
            "sequence": event.sequence,
            "status": event.status.value if event.status else None,
            "start": start.astimezone(UTC) if isinstance(start, datetime) else start,
        }
    return seen


def read_by_ics(raw: bytes) -> Seen:
    """Ics.py. It drops SEQUENCE, which is therefore read where it keeps what it does not know."""
    seen = {}
    for event in ics.Calendar(raw.decode()).events:
        (sequence,) = [line.value for line in event.extra if line.name == "SEQUENCE"]
        begin = event.begin.datetime
        seen[event.uid] = {
            "summary": event.name,
            "location": event.location,
            "description": event.description,
            "sequence": int(sequence),
            "status": event.status,
            "start": begin.date() if event.all_day else begin.astimezone(UTC),
        }
    return seen


def read_by_node_ical(raw: bytes) -> Seen:
    """node-ical, as Node-RED and MagicMirror read calendars."""
    node = shutil.which("node")
    if node is None or not _NODE_ICAL.exists():
        pytest.fail("Node and node-ical are needed here. Run `make test`, which brings both.")
    script: Path = ROOT / "tests" / "golden" / "read_by_node_ical.mjs"
    done = subprocess.run([node, script, _NODE_ICAL.as_uri()], input=raw, capture_output=True, check=True, timeout=120)
    seen = {}
    for event in json.loads(done.stdout):
        start = event.pop("start")
        event["start"] = datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start)
        seen[event.pop("uid")] = event
    return seen


#: Each reads the same bytes by code of its own.
READERS: tuple[Callable[[bytes], Seen], ...] = (
    read_by_icalendar, read_by_vobject, read_by_ics, read_by_ical, read_by_ical_js, read_by_node_ical,
)  # fmt: skip
