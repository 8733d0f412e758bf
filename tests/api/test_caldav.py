"""Calendars by CalDAV: what a device finds, what it is told, and what it is refused."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any
from urllib.parse import quote

import pytest
from icalendar import Calendar

from api.app import create_app
from api.caldav import WRITES
from api.caldav.asked import DEEPEST, LARGEST, MOST, MOST_ADDRESSES
from api.caldav.said import COLORS
from casework import caldav, feeds
from tests.access.test_refusals_change_nothing import every_row
from tests.api.devices import ALL_DATA, CS, XMLNS, A, C, D, Device, a_feed, app_password, device, read, token_of
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town

ANA, LUIS, NOOR = "coordinator@demo.test", "attorney@demo.test", "advocate@demo.test"
VEVENTS = (
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">{}</c:comp-filter></c:comp-filter>'
    "</c:filter>"
)


async def anas(town: Town, *, hearings: int = 1) -> tuple[Device, str, Any]:
    """Ana's telephone, her calendar's address, and the last of her hearings, of cases of one name each."""
    ana = await town.signed_in(ANA)
    hearing = None
    for number in range(hearings):
        case = await steps.take_in_mateo(
            town, ana, aNumbers=[f"A 201-345-67{number}"], legalName=f"Mateo Rivera {'ABCDEFGH'[number]}"
        )
        hearing = await steps.schedule(town, ana, case["id"], f"2026-12-0{number + 2}T09:00")
    await a_feed(town, ana)
    phone = await device(town, ANA, await app_password(ana))
    return phone, (await phone.calendars())["Mine"], hearing


async def test_a_telephone_finds_its_owners_calendars_from_the_host_on(town: Town) -> None:
    ana = await town.signed_in(ANA)
    await a_feed(town, ana, name="Mine", color="teal")
    await a_feed(town, ana, name="Hearings, & <more>", filter="ONE_COURT", courtId=town.courts["HAR"])
    await a_feed(town, await town.signed_in(LUIS), name="Luis's")
    phone = await device(town, ANA, await app_password(ana))

    for path in ("/.well-known/caldav", "/"):
        begun = await phone.ask("PROPFIND", path, depth="0")
        assert (begun.status_code, begun.headers["location"]) == (301, "/caldav/")
    found = await phone.calendars()

    assert set(found) == {"Mine", "Hearings, & <more>"}
    options = await phone.ask("OPTIONS", found["Mine"])
    assert (options.status_code, options.headers["dav"]) == (204, "1, 3, calendar-access")
    assert options.headers["allow"] == "OPTIONS, GET, HEAD, PROPFIND, REPORT"
    (mine,) = await phone.propfind(
        found["Mine"], "d:resourcetype", "c:supported-calendar-component-set", "d:current-user-privilege-set",
        "d:supported-report-set", "cs:getctag", "d:sync-token", "d:owner", "d:current-user-principal", "d:quota",
    )  # fmt: skip
    assert mine.missing == [D + "quota"]
    (component,) = mine.there[C + "supported-calendar-component-set"]
    assert component.get("name") == "VEVENT"
    privileges = {one[0].tag for one in mine.there[D + "current-user-privilege-set"]}
    assert privileges == {D + "read", D + "read-current-user-privilege-set"}
    reports = {one[0][0].tag for one in mine.there[D + "supported-report-set"]}
    assert reports == {D + "sync-collection", C + "calendar-query", C + "calendar-multiget"}
    assert mine.text(CS + "getctag") == mine.text(D + "sync-token") != ""
    assert mine.there[D + "owner"].findtext(D + "href") == mine.there[D + "current-user-principal"].findtext(D + "href")
    body = f'<d:propfind {XMLNS} xmlns:a="http://apple.com/ns/ical/"><d:prop><a:calendar-color/></d:prop></d:propfind>'
    (colour,) = read(await phone.ask("PROPFIND", found["Mine"], body, depth="0"))
    assert colour.text(A + "calendar-color") == "#008080FF"


def test_every_colour_of_a_feed_is_one_that_devices_know() -> None:
    assert set(COLORS) == set(feeds.COLORS)


async def test_whoever_asks_for_everything_is_told_what_is_cheap_and_discloses_nothing(town: Town) -> None:
    phone, mine, _ = await anas(town)

    for body in ("", f"<d:propfind {XMLNS}><d:allprop/></d:propfind>"):
        for one in read(await phone.ask("PROPFIND", mine, body, depth="1")):
            assert D + "resourcetype" in one.there
            assert not {C + "calendar-data", D + "sync-token", CS + "getctag"} & set(one.there)
    named = read(await phone.ask("PROPFIND", mine, f"<d:propfind {XMLNS}><d:propname/></d:propfind>", depth="1"))
    assert len(named) == 2
    assert {C + "calendar-data", D + "getetag"} <= set(named[1].there)
    assert all(not len(each) and not each.text for one in named for each in one.there.values())
    little = await phone.ask(
        "PROPFIND", mine, f"<d:propfind {XMLNS}><d:prop><d:quota/><d:displayname/></d:prop></d:propfind>", depth="0",
        prefer="return=minimal",
    )  # fmt: skip
    assert little.headers["preference-applied"] == "return=minimal"
    assert [(one.missing, list(one.there)) for one in read(little)] == [([], [D + "displayname"])]


@pytest.mark.parametrize("depth", ["infinity", None, "2"])
async def test_nobody_asks_for_all_of_it_at_once(town: Town, depth: str | None) -> None:
    phone, mine, _ = await anas(town)

    refused = await phone.ask("PROPFIND", mine, **({"depth": depth} if depth else {}))

    assert refused.status_code == 403
    assert "propfind-finite-depth" in refused.text and "Depth: 0 or Depth: 1" in refused.text


async def test_an_entry_is_fetched_by_itself_and_not_again_while_it_stands(town: Town) -> None:
    phone, mine, hearing = await anas(town)
    _, entry = await phone.propfind(mine, "d:getetag", "d:getcontenttype", "d:getcontentlength", depth="1")

    got = await phone.ask("GET", entry.href)

    assert got.status_code == 200
    assert got.headers["etag"] == entry.text(D + "getetag")
    assert got.headers["content-type"] == entry.text(D + "getcontenttype")
    assert got.headers["content-length"] == entry.text(D + "getcontentlength") == str(len(got.content))
    (event,) = Calendar.from_ical(got.content).walk("VEVENT")
    assert "Mateo R." in event["SUMMARY"]
    assert entry.href.endswith(f"/{event['UID']}.ics")
    assert b"METHOD" not in got.content and b"X-WR-CALNAME" not in got.content
    head = await phone.ask("HEAD", entry.href)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", got.headers["etag"])
    for tags in (got.headers["etag"], f'"other", W/{got.headers["etag"]}', "*"):
        assert (await phone.ask("GET", entry.href, if_none_match=tags)).status_code == 304
    ana = await town.signed_in(ANA)
    await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], startsAt="2026-12-09T10:00"
    )
    moved = await phone.ask("GET", entry.href, if_none_match=got.headers["etag"])
    assert moved.status_code == 200
    assert Calendar.from_ical(moved.content).walk("VEVENT")[0]["DTSTART"].dt.isoformat() == "2026-12-09T10:00:00-05:00"


async def test_a_query_finds_entries_by_a_span_of_time(town: Town) -> None:
    phone, mine, _ = await anas(town, hearings=3)

    async def found(inside: str) -> list[str]:
        answer = await phone.report(mine, "c:calendar-query", ALL_DATA + VEVENTS.format(inside))
        events = [Calendar.from_ical(one.text(C + "calendar-data")).walk("VEVENT")[0] for one in read(answer)]
        return sorted(event["DTSTART"].dt.strftime("%d") for event in events)

    assert await found("") == ["02", "03", "04"]
    # Nine in Hartford is 14:00 in UTC.
    for span, days in (
        ('start="20261203T000000Z" end="20261204T000000Z"', ["03"]),
        ('start="20261203T140000Z"', ["03", "04"]),
        ('end="20261203T140000Z"', ["02"]),
        ('end="20261203T140001Z"', ["02", "03"]),
        ('start="20270101T000000Z" end="20270201T000000Z"', []),
    ):
        assert await found(f"<c:time-range {span}/>") == days, span
    assert await found("<c:is-not-defined/>") == []
    tasks = VEVENTS.replace("VEVENT", "VTODO").format("")
    assert read(await phone.report(mine, "c:calendar-query", ALL_DATA + tasks)) == []


async def test_a_date_without_an_hour_lasts_its_whole_day_there(town: Town) -> None:
    ana = await town.signed_in(ANA)
    case = await steps.take_in_mateo(town, ana)
    opened = await ana.do(
        "openProceeding", "proceeding { id }", caseId=case["id"], kind="REMOVAL", courtId=town.courts["HAR"]
    )
    made = await ana.do(
        "scheduleHearing", "hearing { id }", caseId=case["id"], proceedingId=opened["proceeding"]["id"],
        kind="MASTER_HEARING", startsAt="2026-12-02T00:00", hourKnown=False, medium="IN_PERSON",
    )  # fmt: skip
    assert made["__typename"] == "ScheduleHearingPayload", made
    await a_feed(town, ana)
    phone = await device(town, ANA, await app_password(ana))
    mine = (await phone.calendars())["Mine"]

    for span, count in (
        ('start="20261202T045959Z" end="20261202T050000Z"', 0),
        ('start="20261202T050000Z" end="20261202T060000Z"', 1),
        ('start="20261203T045959Z" end="20261203T060000Z"', 1),
        ('start="20261203T050000Z" end="20261203T060000Z"', 0),
    ):
        answer = await phone.report(mine, "c:calendar-query", ALL_DATA + VEVENTS.format(f"<c:time-range {span}/>"))
        assert len(read(answer)) == count, span


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


async def test_entries_are_got_by_their_addresses_and_what_is_not_there_is_said(town: Town) -> None:
    phone, mine, _ = await anas(town, hearings=2)
    _, *entries = await phone.propfind(mine, "d:getetag", depth="1")
    strange = [mine + "never-was.ics", "/caldav/people/x/", "http://[bad", mine]
    addresses = [
        town.settings.address + entries[0].href, quote(entries[1].href.replace("/caldav", "/%63aldav"), safe="/%"),
        *strange,
    ]  # fmt: skip

    answer = await phone.report(
        mine, "c:calendar-multiget", ALL_DATA + "".join(f"<d:href>{one}</d:href>" for one in addresses)
    )

    found = read(answer)
    assert [one.href for one in found if one.status] == strange
    assert {one.status for one in found if one.status} == {"HTTP/1.1 404 Not Found"}
    assert [one.href for one in found if not one.status] == [one.href for one in entries]
    assert all("Mateo R." in one.text(C + "calendar-data") for one in found if not one.status)


async def test_a_device_hears_of_what_is_new_what_moved_and_what_is_gone_and_of_nothing_twice(
    town: Town, ground: Ground
) -> None:
    phone, mine, hearing = await anas(town, hearings=2)
    first = await phone.synchronised(mine)
    assert len(read(first)) == 2
    token = token_of(first)
    again = await phone.synchronised(mine, token)
    assert (read(again), token_of(again)) == ([], token)

    ana = await town.signed_in(ANA)
    await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], startsAt="2026-12-09T10:00"
    )
    moved = await phone.synchronised(mine, token)

    (one,) = read(moved)
    assert "DTSTART;TZID=America/New_York:20261209T100000" in one.text(C + "calendar-data")
    assert token_of(moved) != token
    assert read(await phone.synchronised(mine, token_of(moved))) == []
    cancelled = await ana.do(
        "cancelHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"] + 1, reason="ADVANCED"
    )
    assert cancelled["__typename"] == "CancelHearingPayload", cancelled
    off = await phone.synchronised(mine, token_of(moved))
    (one,) = read(off)
    assert "STATUS:CANCELLED" in one.text(C + "calendar-data")
    # It left the feed thirty days after it would have been, and the phone was away.
    town.clock.forward(days=60)
    phone.http.auth = (ANA, await app_password(await town.signed_in(ANA), "Another"))
    gone = read(await phone.synchronised(mine, token_of(off)))
    assert {found.status for found in gone} == {"HTTP/1.1 404 Not Found"}
    assert len(gone) == 2


async def test_whoever_takes_a_few_at_once_gets_all_of_them_in_the_end(town: Town, ground: Ground) -> None:
    phone, mine, _ = await anas(town, hearings=5)
    # What was forgotten before is no reason to begin anew again and again.
    await phone.synchronised(mine)
    await ground.connection.execute("update synced_feeds set forgotten = 5")
    seen, token = [], ""
    for _ in range(10):
        answer = await phone.synchronised(mine, token, limit=2)
        found = read(answer)
        seen += [one.href for one in found if C + "calendar-data" in one.there]
        token = token_of(answer)
        if not [one for one in found if "507" in one.status]:
            break

    assert len(seen) == len(set(seen)) == 5
    assert read(await phone.synchronised(mine, token)) == []


async def test_whoever_was_silent_for_too_long_begins_anew(town: Town, ground: Ground) -> None:
    phone, mine, _ = await anas(town)
    token = token_of(await phone.synchronised(mine))
    address = mine.rstrip("/").rsplit("/", 1)[1]
    for forged in (f"data:,{address}/99/0", f"data:,{address}/x/0", "data:,other/1/0", token + "/1", "é", "x" * 10_000):
        refused = await phone.synchronised(mine, forged)
        assert (refused.status_code, "valid-sync-token" in refused.text) == (403, True), forged
    town.clock.forward(days=60)
    ana = await town.signed_in(ANA)
    phone.http.auth = (ANA, await app_password(ana, "Another"))
    assert [one.status for one in read(await phone.synchronised(mine))] == []
    town.clock.forward(days=caldav.REMEMBERED.days + 1)
    phone.http.auth = (ANA, await app_password(await town.signed_in(ANA), "A third"))

    anew = await phone.synchronised(mine)

    assert await ground.connection.fetchval("select count(*) from synced_entries") == 0
    assert (await phone.synchronised(mine, token)).status_code == 403
    assert read(await phone.synchronised(mine, token_of(anew))) == []


async def test_a_restart_forgets_nothing(town: Town) -> None:
    phone, mine, _ = await anas(town, hearings=2)
    first = await phone.synchronised(mine)

    another = create_app(town.settings, database=town.database)
    async with another.router.lifespan_context(another):
        town.app = another
        anew = await device(town, ANA, await app_password(await town.signed_in(ANA), "The same"))
        again = await anew.synchronised(mine, token_of(first))

    assert (read(again), token_of(again)) == ([], token_of(first))


async def test_nobody_sees_that_somebody_else_has_a_calendar(town: Town) -> None:
    phone, mine, _ = await anas(town)
    _, entry = await phone.propfind(mine, "d:getetag", depth="1")
    luis = await town.signed_in(LUIS)
    other = await device(town, LUIS, await app_password(luis))
    await other.calendars()
    answers = []
    own = other.home + mine.rstrip("/").rsplit("/", 1)[1] + "/"
    for path in (mine, entry.href, phone.home, own, own + entry.href.rsplit("/", 1)[1], other.home + "0" * 32 + "/",
                 "/caldav/never", "/caldav/people/", mine + "x/y.ics"):  # fmt: skip
        for method in ("PROPFIND", "REPORT", "GET", "HEAD"):
            said = await other.ask(method, path, depth="0")
            answers.append((said.status_code, said.text if method != "HEAD" else "There is no such calendar.\n"))

    assert set(answers) == {(404, "There is no such calendar.\n")}


async def test_a_revoked_feed_is_a_calendar_no_more(town: Town) -> None:
    phone, mine, _ = await anas(town)
    _, entry = await phone.propfind(mine, "d:getetag", depth="1")
    ana = await town.signed_in(ANA)
    found = await ana.ask("query Mine { feeds { id revision } }")
    (feed,) = found["feeds"]

    await ana.do("revokeFeed", feedId=feed["id"], expectedRevision=feed["revision"])

    assert await phone.calendars() == {}
    for path in (mine, entry.href):
        assert (await phone.ask("PROPFIND", path, depth="0")).status_code == 404


async def test_a_calendar_made_for_an_official_is_on_nobodys_telephone(town: Town) -> None:
    ana = await town.signed_in(ANA)
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    await a_feed(town, ana, name="The mayor's", filter="INVITED", personId=mayor)
    phone = await device(town, ANA, await app_password(ana))

    assert await phone.calendars() == {}


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


async def test_what_was_shown_is_in_the_trail_once_a_day_and_when_it_says_something_else(
    town: Town, ground: Ground
) -> None:
    phone, mine, hearing = await anas(town)

    async def views() -> list[tuple[str, str]]:
        rows = await ground.connection.fetch(
            "select fields, after->>'operation' operation, actor_id from audit_entries"
            " where act = 'viewed' and after->>'door' = 'calendar' order by seq"
        )
        assert {row["actor_id"] for row in rows} <= {town.staff[ANA]}
        return [(",".join(row["fields"]), row["operation"]) for row in rows]

    seen = ("cases.dates,cases.public_name", "caldav")
    # That something changed, and which, discloses nothing.
    await phone.propfind(mine, "d:getetag", "cs:getctag", depth="1")
    assert await views() == []
    await phone.synchronised(mine)
    await phone.synchronised(mine)
    assert await views() == [seen]
    ana = await town.signed_in(ANA)
    await ana.do(
        "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"], startsAt="2026-12-09T10:00"
    )
    _, entry = await phone.propfind(mine, "d:getetag", depth="1")
    await phone.ask("GET", entry.href)
    await phone.report(mine, "c:calendar-query", ALL_DATA + VEVENTS.format(""))
    assert await views() == [seen] * 2
    town.clock.forward(days=1)
    await phone.report(mine, "c:calendar-multiget", ALL_DATA + f"<d:href>{entry.href}</d:href>")
    await phone.propfind(mine, "c:calendar-data", depth="1")
    assert await views() == [seen] * 3


async def test_long_answers_are_zipped_where_that_is_welcome(town: Town) -> None:
    phone, mine, _ = await anas(town, hearings=3)

    zipped = await phone.synchronised(mine)
    plain = await phone.ask(
        "REPORT", mine, f"<d:sync-collection {XMLNS}><d:sync-token/>{ALL_DATA}</d:sync-collection>",
        accept_encoding="identity",
    )  # fmt: skip

    assert zipped.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert zipped.text == plain.text


async def test_what_is_kept_of_a_calendar_tells_nothing_of_what_it_says(town: Town, ground: Ground) -> None:
    phone, mine, _ = await anas(town)
    await phone.synchronised(mine)

    rows = [*await ground.connection.fetch("select * from synced_entries"),
            *await ground.connection.fetch("select * from synced_feeds")]  # fmt: skip
    (entry,) = await ground.connection.fetch("select uid, etag from synced_entries")
    assert "Mateo" not in str(rows)
    assert len(entry["etag"]) == 16


async def test_two_devices_at_once_are_told_the_same(town: Town) -> None:

    phone, mine, _ = await anas(town, hearings=3)

    answers = await asyncio.gather(*(phone.synchronised(mine) for _ in range(4)))

    assert len({token_of(one) for one in answers}) == 1
    assert {len(read(one)) for one in answers} == {3}
