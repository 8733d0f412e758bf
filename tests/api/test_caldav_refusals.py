"""Calendars by CalDAV: what a device is refused, and how; and what no body does to the door."""

from __future__ import annotations

import gzip

import pytest

from api.caldav import WRITES
from api.caldav.asked import DEEPEST, LARGEST, MOST, MOST_ADDRESSES, MOST_PROPERTIES
from tests.access.test_refusals_change_nothing import every_row
from tests.api.devices import ALL_DATA, VEVENTS, anas
from tests.ground import Ground
from tests.town import Town


@pytest.mark.parametrize("depth", ["infinity", None, "2"])
async def test_nobody_asks_for_all_of_it_at_once(town: Town, depth: str | None) -> None:
    phone, mine, _ = await anas(town)

    refused = await phone.ask("PROPFIND", mine, **({"depth": depth} if depth else {}))

    assert refused.status_code == 403
    assert "propfind-finite-depth" in refused.text and "Depth: 0 or Depth: 1" in refused.text


@pytest.mark.parametrize(
    ("kind", "inside", "condition"),
    [
        ("c:free-busy-query", '<c:time-range start="20261203T000000Z"/>', "supported-report"),
        ("d:expand-property", "", "supported-report"),
        ("c:calendar-query", ALL_DATA, "valid-filter"),
        ("c:calendar-query", '<c:filter><c:comp-filter name="VEVENT"/></c:filter>', "valid-filter"),
        ("c:calendar-query", VEVENTS.format('<c:time-range start="2026-12-03"/>'), "valid-filter"),
        ("c:calendar-query", VEVENTS.format('<c:time-range start="20261303T000000Z"/>'), "valid-filter"),
        ("c:calendar-query", VEVENTS.format("<c:time-range/>"), "valid-filter"),
        (
            "c:calendar-query",
            VEVENTS.format('<c:time-range start="20261204T000000Z" end="20261203T000000Z"/>'),
            "valid-filter",
        ),
        (
            "c:calendar-query",
            VEVENTS.format('<c:prop-filter name="SUMMARY"><c:text-match>Mateo</c:text-match></c:prop-filter>'),
            "supported-filter",
        ),
        ("c:calendar-query", VEVENTS.format('<c:comp-filter name="VALARM"/>'), "supported-filter"),
        (
            "c:calendar-multiget",
            '<d:prop><c:calendar-data content-type="application/calendar+json"/></d:prop><d:href>/</d:href>',
            "supported-calendar-data",
        ),
        ("d:sync-collection", "<d:sync-token>http://elsewhere/7</d:sync-token><d:prop/>", "valid-sync-token"),
    ],
)
async def test_a_question_that_is_not_answered_is_told_which_condition_it_breaks(
    town: Town, kind: str, inside: str, condition: str
) -> None:
    phone, mine, _ = await anas(town)

    refused = await phone.report(mine, kind, inside)

    assert refused.status_code == 403
    assert condition in refused.text and "responsedescription" in refused.text
    assert "Mateo" not in refused.text


@pytest.mark.parametrize("method", WRITES)
async def test_what_would_change_something_is_refused_in_a_sentence_and_changes_nothing(
    town: Town, ground: Ground, method: str
) -> None:
    phone, mine, _ = await anas(town)
    _, entry = await phone.propfind(mine, "d:getetag", depth="1")
    before = await every_row(ground)

    for path in (entry.href, mine, mine + "new.ics", phone.home + "new/", "/caldav/x y"):
        refused = await phone.ask(method, path, "BEGIN:VCALENDAR", destination=mine + "other.ics", if_match="*")
        assert refused.status_code == 403, (path, refused.text)
        assert "need-privileges" in refused.text
        assert "Calendars are read here, and changed in Presencia itself: nothing was saved." in refused.text

    assert await every_row(ground) == before


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]><d:propfind xmlns:d="DAV:"><d:prop>&i;</d:prop></d:propfind>'.format(
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (BOMB, 400),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><d:propfind xmlns:d="DAV:"/>', 400),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><d:propfind xmlns:d="DAV:">&a;</d:propfind>', 400),
        ("<" + "a><" * 100_000, 400),
        ("<d:propfind xmlns:d='DAV:'>" + "<d:prop>" * DEEPEST, 400),
        ("<d:propfind xmlns:d='DAV:'>" + "<d:prop/>" * MOST + "</d:propfind>", 400),
        (
            "<d:propfind xmlns:d='DAV:'><d:prop>"
            + "".join(f"<d:p{n}/>" for n in range(MOST_PROPERTIES + 1))
            + "</d:prop></d:propfind>",
            413,
        ),
        ("<d:propfind xmlns:d='DAV:'>" + "x" * LARGEST + "</d:propfind>", 413),
        ("<d:propfind xmlns:d='DAV:'", 400),
        ("not xml", 400),
        ("<?xml version='1.0' encoding='nowhere'?><a/>", 400),
        ("<other/>", 400),
    ],
)
async def test_no_body_breaks_the_door(town: Town, body: str, status: int) -> None:
    phone, mine, _ = await anas(town)

    refused = await phone.ask("PROPFIND", mine, body, depth="0")

    assert refused.status_code == status, refused.text
    assert "root:" not in refused.text and len(refused.text) < 200


async def test_no_report_is_larger_than_anybody_needs(town: Town) -> None:
    phone, mine, _ = await anas(town)
    many = "".join("<d:href>/x</d:href>" for _ in range(MOST_ADDRESSES + 1))

    for kind, inside, status in (
        ("c:calendar-multiget", many, 413),
        ("c:calendar-multiget", "", 400),
        ("d:sync-collection", "", 400),
        ("d:sync-collection", "<d:sync-token/><d:limit><d:nresults>none</d:nresults></d:limit>", 400),
        ("d:sync-collection", "<d:sync-token/><d:limit><d:nresults>0</d:nresults></d:limit>", 400),
    ):
        assert (await phone.report(mine, kind, inside)).status_code == status, (kind, inside[:50])
    zipped = await phone.http.request(
        "PROPFIND", mine, content=gzip.compress(b"<a/>"), headers={"content-encoding": "gzip", "depth": "0"}
    )
    assert zipped.status_code == 415


async def test_an_entry_named_by_many_hosts_is_told_once(town: Town) -> None:
    phone, mine, _ = await anas(town)
    many = "".join(f"<d:href>http://{n}{mine}nobody.ics</d:href>" for n in range(50))

    told = await phone.report(mine, "c:calendar-multiget", ALL_DATA + many)

    assert told.status_code == 207 and told.text.count("nobody.ics") == 1
