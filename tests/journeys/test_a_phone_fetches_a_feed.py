"""Journey 3: each subscriber has a secret address; what it shows depends on who they are and on what stands now."""

from __future__ import annotations

from urllib.parse import urlsplit

from icalendar import Calendar

from tests.ground import Ground
from tests.journeys import steps
from tests.town import PASSWORD, Seat, Town


def events(body: bytes) -> list[tuple[str, str, int]]:
    return [
        (str(event["SUMMARY"]), event["DTSTART"].dt.isoformat(), int(event["SEQUENCE"]))
        for event in Calendar.from_ical(body).walk("VEVENT")
    ]


async def test_each_feed_shows_what_its_owner_may_see_now(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    luis = await town.signed_in("attorney@demo.test")
    case = await steps.take_in_mateo(town, ana)
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    agreed = await steps.consent(ana, case["id"], "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case["id"], "FILL_COURTROOM", "SUPPORTERS")
    action = await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    mayor = await steps.add(town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example")
    await ana.do("invite", "invitations { token }", occasionId=action["occasion"]["id"], personIds=[mayor])
    mine = await luis.do(
        "subscribeFeed",
        "feed { id revision address webcalAddress googleAddress outlookAddress }",
        organizationId=town.organizations["elm-city"],
        filter="MY_CASES",
        name="My hearings, and more; really",
    )
    hers = await ana.do(
        "subscribeFeed",
        "feed { id revision address }",
        organizationId=town.organizations["elm-city"],
        filter="INVITED",
        name="Court visits",
        personId=mayor,
    )
    assert mine["feed"]["webcalAddress"].startswith("webcal://")
    phone = await town.nobody()
    attorneys, officials = (urlsplit(one["feed"]["address"]).path for one in (mine, hers))

    full = await phone.get(attorneys)
    opaque = await phone.get(officials)

    assert any("C-10001" in title and "Mateo R." in title for title, _, _ in events(full.content))
    assert [title[:12] for title, _, _ in events(opaque.content)] == ["Court visit "]
    assert b"Mateo" not in opaque.content and b"Rivera" not in full.content + opaque.content
    assert full.headers["etag"] and full.headers["last-modified"]
    again = await phone.get(attorneys, headers={"if-none-match": full.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
    head = await phone.head(attorneys)
    assert head.status_code == 200 and head.content == b"" and head.headers["etag"] == full.headers["etag"]

    await ana.do(
        "rescheduleHearing",
        "told",
        hearingId=hearing["id"],
        expectedRevision=hearing["revision"],
        startsAt="2026-12-09T10:00",
    )
    news = await phone.get(attorneys, headers={"if-none-match": full.headers["etag"]})
    assert news.status_code == 200
    assert {at for _, at, _ in events(news.content)} == {"2026-12-09T10:00:00-05:00"}
    assert {sequence for _, _, sequence in events(news.content)} == {1}

    withdrawn = await ana.do("withdrawConsent", "calledOff { id } cannotBeRecalled", consentId=agreed["id"])
    assert [one["id"] for one in withdrawn["calledOff"]] == [action["id"]]
    after = await phone.get(officials)
    assert all("CANCELLED" in title for title, _, _ in events(after.content))

    await luis.do("revokeFeed", "feed { id }", feedId=mine["feed"]["id"], expectedRevision=mine["feed"]["revision"])
    gone, unknown = await phone.get(attorneys), await phone.get("/feeds/never-was.ics")
    assert (gone.status_code, gone.content) == (unknown.status_code, unknown.content) == (404, gone.content)


async def test_a_rotated_feed_lives_at_its_new_address_alone(town: Town) -> None:
    ana = await town.signed_in("coordinator@demo.test")
    made = await ana.do(
        "subscribeFeed",
        "feed { id revision address }",
        organizationId=town.organizations["elm-city"],
        filter="MY_CASES",
        name="Mine",
    )
    old = urlsplit(made["feed"]["address"]).path

    rotated = await ana.do(
        "rotateFeed", "feed { address }", feedId=made["feed"]["id"], expectedRevision=made["feed"]["revision"]
    )

    phone = await town.nobody()
    assert (await phone.get(old)).status_code == 404
    assert (await phone.get(urlsplit(rotated["feed"]["address"]).path)).status_code == 200


async def test_a_lost_telephone_ends_all_of_ones_calendars_and_nobody_elses(town: Town, ground: Ground) -> None:
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    house = town.organizations["elm-city"]
    addresses = []
    for seat in (ana, ana, luis):
        made = await seat.do("subscribeFeed", "feed { address }", organizationId=house, filter="MY_CASES", name="x")
        addresses.append(made["feed"]["address"])
    phone = await town.nobody()

    async def found() -> list[int]:
        return [(await phone.get(address)).status_code for address in addresses]

    assert await found() == [200, 200, 200]
    for who in (ana, luis):
        refused = await who.do("revokeFeeds", organizationId=house, everybody=True)
        assert (refused["__typename"], await found()) == ("NotPermitted", [200, 200, 200])
    stranger = await town.signed_in("coordinator@other.test")
    assert (await stranger.do("revokeFeeds", organizationId=house))["__typename"] == "NotFound"

    ended = await ana.do("revokeFeeds", "revoked", organizationId=house)

    assert (ended["revoked"], await found()) == (2, [404, 404, 200])
    assert await ground.connection.fetchval("select count(*) from audit_entries where act = 'feed.revoked'") == 2
    grace = await town.nobody()
    grace.headers["x-presencia"] = "1"
    await grace.post("/session", json={"email": "admin@demo.test", "password": PASSWORD})
    everybody = await Seat(grace).do("revokeFeeds", "revoked", organizationId=house, everybody=True)
    assert (everybody["revoked"], await found()) == (1, [404, 404, 404])
