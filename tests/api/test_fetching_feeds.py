"""What a calendar is answered over HTTP (RFC 9110), in every way that calendars ask."""

from __future__ import annotations

import gzip
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx
import pytest

from api.calendar_feeds import accepts_gzip
from tests.town import Seat, Town

ANA = "coordinator@demo.test"
MAKE = "feed { id revision address }"


async def a_feed(town: Town) -> tuple[Seat, dict[str, str], str]:
    """A coordinator's feed with a date in it, and its path."""
    ana = await town.signed_in(ANA)
    made = await ana.do(
        "subscribeFeed", MAKE, organizationId=town.organizations["elm-city"], filter="TEAM", name="Team, all; of it"
    )
    return ana, made["feed"], urlsplit(made["feed"]["address"]).path


async def plainly(phone: httpx.AsyncClient, path: str, **headers: str) -> httpx.Response:
    """Without what a client would add by itself."""
    phone.headers.pop("accept-encoding", None)
    return await phone.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


async def test_a_calendar_that_has_it_already_is_told_so_and_gets_nothing(town: Town) -> None:
    _, _, path = await a_feed(town)
    phone = await town.nobody()
    town.clock.now += timedelta(minutes=5)
    first = await plainly(phone, path, accept_encoding="identity")
    assert first.status_code == 200 and first.headers["content-type"] == "text/calendar; charset=utf-8"
    assert first.headers["cache-control"] == "private, no-cache" and first.headers["referrer-policy"] == "no-referrer"
    assert first.headers["x-robots-tag"] == "noindex" and int(first.headers["content-length"]) == len(first.content)
    etag = first.headers["etag"]

    for named in (etag, f"W/{etag}", f'"other", {etag}', f'"a","b" , W/{etag}', "*", etag[:-1] + '-gzip"'):
        again = await plainly(phone, path, if_none_match=named)
        assert (again.status_code, again.content) == (304, b""), named
        assert again.headers["etag"].strip('"').removesuffix("-gzip") == etag.strip('"')
    for other in ('"other"', 'W/"other", "another"', "", etag.strip('"')[:-1]):
        assert (await plainly(phone, path, if_none_match=other)).status_code == 200, other
    # If-None-Match goes first: what a date says does not count beside it (RFC 9110 §13.2.2).
    said = first.headers["last-modified"]
    assert (await plainly(phone, path, if_none_match='"other"', if_modified_since=said)).status_code == 200
    assert (await plainly(phone, path, if_modified_since="yesterday")).status_code == 200
    assert (await plainly(phone, path, if_modified_since="Sun, 06 Nov 1994 08:49:37 GMT")).status_code == 200


async def test_a_date_is_no_answer_until_the_second_of_the_last_change_has_passed(town: Town) -> None:
    _, _, path = await a_feed(town)
    phone = await town.nobody()
    first = await plainly(phone, path)
    said = first.headers["last-modified"]
    # Within the second of the change: an earlier one is told, and no 304 by it.
    assert parsedate_to_datetime(said) < town.clock.now
    assert (await plainly(phone, path, if_modified_since=said)).status_code == 200

    town.clock.now += timedelta(seconds=2)
    later = (await plainly(phone, path)).headers["last-modified"]
    assert (await plainly(phone, path, if_modified_since=later)).status_code == 304
    assert (await plainly(phone, path, if_modified_since=said)).status_code == 200


async def test_head_tells_what_get_would(town: Town) -> None:
    _, _, path = await a_feed(town)
    phone = await town.nobody()
    whole, head = await phone.get(path), await phone.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "last-modified", "content-type", "cache-control", "vary", "content-length"):
        assert head.headers[name] == whole.headers[name], name


async def test_what_is_packed_has_an_etag_of_its_own_and_opens_to_the_same(town: Town) -> None:
    _, _, path = await a_feed(town)
    phone = await town.nobody()
    plain = await plainly(phone, path, accept_encoding="identity")
    assert "content-encoding" not in plain.headers and plain.headers["vary"] == "Accept-Encoding"
    async with phone.stream("GET", path, headers={"accept-encoding": "gzip, br"}) as packed:
        raw = b"".join([piece async for piece in packed.aiter_raw()])
    assert packed.headers["content-encoding"] == "gzip" and packed.headers["etag"] != plain.headers["etag"]
    assert gzip.decompress(raw) == plain.content
    for unwelcome in ("gzip;q=0", "*;q=0", "br", "gzip;q=0, *", "identity"):
        assert "content-encoding" not in (await plainly(phone, path, accept_encoding=unwelcome)).headers, unwelcome


@pytest.mark.parametrize(
    ("header", "welcome"),
    [
        ("gzip", True), ("GZIP", True), ("*", True), ("br, gzip;q=0.1", True), ("gzip; q=1.0", True),
        ("", False), ("gzip;q=0", False), ("gzip;q=0.000", False), ("*;q=0", False), ("gzip;q=x", False),
        ("identity;q=1, *;q=0", False),
    ],
)  # fmt: skip
def test_packing_is_done_for_whoever_welcomes_it(header: str, welcome: bool) -> None:
    assert accepts_gzip(header) is welcome


async def test_other_methods_are_not_allowed_and_do_nothing(town: Town) -> None:
    _, _, path = await a_feed(town)
    phone = await town.nobody()
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        refused = await phone.request(method, path, content=b"BEGIN:VCALENDAR")
        assert refused.status_code == 405, method
        assert {one.strip() for one in refused.headers["allow"].split(",")} == {"GET", "HEAD"}
    assert (await phone.get(path)).status_code == 200


async def test_what_ended_and_what_never_was_are_one_answer_byte_for_byte(town: Town) -> None:
    ana, feed, path = await a_feed(town)
    phone = await town.nobody()
    assert (await phone.get(path)).status_code == 200
    await ana.do("revokeFeed", "feed { id }", feedId=feed["id"], expectedRevision=feed["revision"])

    never = "/feeds/" + "x" * 43 + ".ics"
    for method in ("GET", "HEAD"):
        for more in ({}, {"if-none-match": "*"}, {"accept-encoding": "gzip"}):
            ended, unknown = [await phone.request(method, one, headers=more) for one in (path, never)]
            for answer in (ended, unknown):
                answer.headers.pop("x-request-id")
            assert ended.status_code == unknown.status_code == 404
            assert (ended.content, ended.headers) == (unknown.content, unknown.headers)


async def test_whoever_tries_out_addresses_is_stopped_and_a_calendar_that_polls_never_is(town: Town) -> None:
    _, _, path = await a_feed(town)
    phone, robot = await town.nobody(), await town.nobody()
    robot._transport = httpx.ASGITransport(app=robot._transport.app, client=("2001:db8::9", 1))  # type: ignore[attr-defined]
    for number in range(60):
        assert (await robot.get(f"/feeds/{number:043}.ics")).status_code == 404
    stopped = await robot.get(path)
    assert stopped.status_code == 429 and stopped.headers["retry-after"] == "60" and b"BEGIN" not in stopped.content
    for _ in range(70):
        assert (await phone.get(path)).status_code == 200


async def test_robots_may_fetch_feeds_and_public_pages_and_nothing_else(town: Town) -> None:
    robots = (await (await town.nobody()).get("/robots.txt")).text
    assert robots.splitlines() == [
        "User-agent: *", "Allow: /feeds/", "Allow: /p/", "Allow: /a/static/", "Disallow: /"
    ]  # fmt: skip
