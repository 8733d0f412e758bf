"""Calendars by CalDAV: what a device finds, and what it is told."""

from __future__ import annotations

from urllib.parse import quote

from icalendar import Calendar

from api.caldav.said import COLORS
from casework import feeds
from tests.api.devices import (
    ALL_DATA,
    ANA,
    CS,
    LUIS,
    VEVENTS,
    XMLNS,
    A,
    C,
    D,
    a_feed,
    anas,
    app_password,
    device,
    read,
)  # fmt: skip
from tests.ground import Ground
from tests.journeys import steps
from tests.town import Town


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
