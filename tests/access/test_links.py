"""Links that open without an account: feeds, answer pages, and links to choose a password. Each is 256 bits, kept as a
hash, in no log; ends by itself and with all others; says when it was last used; and shows one audience's card.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from commands import postgres, scratch
from tests.access.leaking import SECRETS, the_case
from tests.access.test_refusals_change_nothing import every_row
from tests.ground import Ground
from tests.journeys import steps
from tests.lived_in import town as town
from tests.town import Seat, Town, words

ANA, NOOR, GRACE = "coordinator@demo.test", "advocate@demo.test", "admin@demo.test"
INVITED = """query ($id: ID!) { node(id: $id) { ... on Occasion {
  invitations { id revision state openedOn person { id name } } } } }"""
FEEDS = "{ feeds { id revision address fetchedAt fetchedBy person { id } } }"
#: 256 bits in URL-safe base64.
SECRET = re.compile(r"/(?:a/|welcome#|feeds/)([\w-]{43})\b")


async def the_action(town: Town) -> tuple[Seat, Any]:
    ana, case, _ = await the_case(town)
    return ana, case["actions"][0]["occasion"]["id"]


async def asked(town: Town, ana: Seat, occasion_id: str, name: str, kind: str = "SUPPORTER") -> tuple[str, str]:
    """Somebody is asked; their id, and the path of their answer page."""
    email = f"{name.split()[0].lower()}@asked.example"
    person = await steps.add(town, ana, "elm-city", kind, name, email)
    made = await ana.do("invite", occasionId=occasion_id, personIds=[person])
    assert made["__typename"] == "InvitePayload", made
    return person, await their_link(town, email)


async def their_link(town: Town, email: str) -> str:
    (letter,) = [one for one in await town.deliver() if email in one.message["To"]]
    found = SECRET.search(words(letter))
    assert found
    return f"/a/{found[1]}"


async def invitation_of(ana: Seat, occasion_id: str, person: str) -> Any:
    found = (await ana.ask(INVITED, id=occasion_id))["node"]["invitations"]
    return next(one for one in found if one["person"] and one["person"]["id"] == person)


async def status(town: Town, path: str) -> int:
    return (await (await town.nobody()).get(path)).status_code


async def test_a_page_remembers_the_day_it_was_opened_and_nothing_else(town: Town, ground: Ground) -> None:
    ana, occasion = await the_action(town)
    olga, page = await asked(town, ana, occasion, "Olga Ortiz")
    assert (await invitation_of(ana, occasion, olga))["openedOn"] is None
    before = await every_row(ground)

    for path in (page, page, f"{page}/calendar.ics", f"{page}?lang=es"):
        assert await status(town, path) == 200

    assert (await invitation_of(ana, occasion, olga))["openedOn"] == "2026-11-23"
    after = await every_row(ground)
    assert {table for table in after if after[table] != before[table]} == {"audit_entries", "invitations"}
    seen = await ground.connection.fetch("select * from audit_entries where actor_kind = 'link' and act = 'viewed'")
    assert [(row["fields"], row["actor_name"]) for row in seen] == [
        (["cases.bond", "cases.dates", "cases.public_name"], "invitation")
    ]
    # Once a day, and no hour of it.
    town.clock.now += timedelta(days=1)
    assert await status(town, page) == 200
    ana = await town.signed_in(ANA)
    seen = await invitation_of(ana, occasion, olga)
    assert (seen["openedOn"], seen["revision"]) == ("2026-11-24", 0)


async def test_a_link_that_got_out_dies_at_once_and_its_letter_brings_a_new_one(town: Town) -> None:
    ana, occasion = await the_action(town)
    olga, page = await asked(town, ana, occasion, "Olga Ortiz")
    _, other = await asked(town, ana, occasion, "Pavel Iles")
    answered = await (await town.nobody()).post(page, data={"answer": "coming", "party": "3"})
    assert answered.status_code == 303
    one = await invitation_of(ana, occasion, olga)

    renewed = await ana.do(
        "renewLink", "invitation { state revision openedOn }", invitationId=one["id"], expectedRevision=one["revision"]
    )

    assert renewed["invitation"] == {"state": "COMING", "revision": one["revision"] + 1, "openedOn": None}
    dead = await (await town.nobody()).get(page)
    unknown = await (await town.nobody()).get("/a/" + "x" * 43)
    assert (dead.status_code, dead.text) == (404, unknown.text)
    for path in (f"{page}/calendar.ics", f"{page}/stop"):
        assert await status(town, path) == 404
    assert (await (await town.nobody()).post(page, data={"answer": "not_coming"})).status_code == 404
    (letter,) = await town.deliver()
    assert letter.message["Subject"] == "Your link has changed"
    assert [word for word in SECRETS if word in words(letter)] == []
    found = SECRET.search(words(letter))
    assert found and f"/a/{found[1]}" != page
    assert await status(town, f"/a/{found[1]}") == 200 and await status(town, other) == 200
    assert (await invitation_of(ana, occasion, olga))["state"] == "COMING"


async def test_all_links_to_an_occasion_die_at_once(town: Town) -> None:
    ana, occasion = await the_action(town)
    _, olga = await asked(town, ana, occasion, "Olga Ortiz")
    pavel_id, pavel = await asked(town, ana, occasion, "Pavel Iles")
    one = await invitation_of(ana, occasion, pavel_id)
    await ana.do("withdrawInvitation", invitationId=one["id"], expectedRevision=one["revision"])
    await town.deliver()

    renewed = await ana.do("renewLinksToOccasion", "renewed", occasionId=occasion)

    # The mayor, asked before, Olga, and Pavel, who is no longer expected: his page said so, and that he had been.
    assert renewed["renewed"] == 3
    assert [await status(town, page) for page in (olga, pavel)] == [404, 404]
    letters = await town.deliver()
    assert sorted(letter.message["To"].addresses[0].addr_spec for letter in letters) == [
        "mayor@city.example", "olga@asked.example",
    ]  # fmt: skip


async def test_all_links_of_a_person_die_at_once_and_their_calendars_with_them(town: Town) -> None:
    ana, occasion = await the_action(town)
    olga, page = await asked(town, ana, occasion, "Olga Ortiz")
    _, other = await asked(town, ana, occasion, "Pavel Iles")
    made = await ana.do(
        "subscribeFeed", "feed { address }", organizationId=town.organizations["elm-city"], filter="INVITED",
        name="Where I am asked", personId=olga,
    )  # fmt: skip
    calendar = urlsplit(made["feed"]["address"]).path
    assert await status(town, calendar) == 200

    renewed = await ana.do("renewLinksOfPerson", "renewed", personId=olga)

    assert renewed["renewed"] == 2
    assert [await status(town, path) for path in (page, calendar, other)] == [404, 404, 200]
    fresh = next(one for one in (await ana.ask(FEEDS))["feeds"] if one["person"] and one["person"]["id"] == olga)
    assert await status(town, urlsplit(fresh["address"]).path) == 200


async def test_new_links_for_a_scheduler_stop_the_officials_that_lie_in_their_mailbox(town: Town) -> None:
    ana, occasion = await the_action(town)
    _, other = await asked(town, ana, occasion, "Olga Ortiz")
    harold, page = await asked(town, ana, occasion, "Harold Baines", "OFFICIAL")
    owen = await steps.add(
        town, ana, "elm-city", "SCHEDULER", "Owen Pruitt", "owen@asked.example", schedulerForId=harold
    )
    made = await ana.do(
        "subscribeFeed", "feed { address }", organizationId=town.organizations["elm-city"], filter="INVITED",
        name="For his desk", personId=harold,
    )  # fmt: skip
    calendar = urlsplit(made["feed"]["address"]).path
    assert [await status(town, path) for path in (page, calendar)] == [200, 200]

    renewed = await ana.do("renewLinksOfPerson", "renewed", personId=owen)

    assert renewed["renewed"] == 2
    assert [await status(town, path) for path in (page, calendar, other)] == [404, 404, 200]
    # Another person's asks for their own alone.
    none = await ana.do("renewLinksOfPerson", "renewed", personId=await steps.add(
        town, ana, "elm-city", "SUPPORTER", "Pavel Iles", "pavel@asked.example"))  # fmt: skip
    assert none["renewed"] == 0


async def test_links_are_renewed_by_whoever_asks_people_and_a_refusal_changes_nothing(
    town: Town, ground: Ground
) -> None:
    ana, occasion = await the_action(town)
    olga, page = await asked(town, ana, occasion, "Olga Ortiz")
    one = await invitation_of(ana, occasion, olga)
    given = {"invitationId": one["id"], "expectedRevision": one["revision"]}
    noor, grace, ben = [await town.signed_in(who) for who in (NOOR, GRACE, "coordinator@other.test")]
    before = await every_row(ground)
    refusals = {
        "somebody else's": await ben.do("renewLink", **given),
        "somebody else's occasion": await ben.do("renewLinksToOccasion", occasionId=occasion),
        "another's address book": await noor.do("renewLinksOfPerson", personId=olga),
        "no coordinator": await grace.do("renewLinksOfPerson", personId=olga),
        "the admin": await grace.do("renewLink", **given),
        "another revision": await ana.do("renewLink", **{**given, "expectedRevision": 9}),
    }
    assert {why: said["__typename"] for why, said in refusals.items()} == {
        "somebody else's": "NotFound",
        "somebody else's occasion": "NotFound",
        "another's address book": "NotFound",
        "no coordinator": "NotPermitted",
        "the admin": "NotFound",
        "another revision": "ChangedMeanwhile",
    }
    assert await every_row(ground) == before
    await ana.do("withdrawInvitation", **given)
    one = await invitation_of(ana, occasion, olga)
    before = await every_row(ground)
    late = await ana.do("renewLink", invitationId=one["id"], expectedRevision=one["revision"])
    assert late["__typename"] == "NotAllowedByState" and await every_row(ground) == before
    assert await status(town, page) == 200


async def test_every_open_link_to_choose_a_password_ends_at_once(town: Town, ground: Ground) -> None:
    grace = await town.signed_in(GRACE)
    elm = town.organizations["elm-city"]
    for name in ("Ida", "Jo"):
        taken = await grace.do(
            "takeOnMember", organizationId=elm, name=name, email=f"{name.lower()}@demo.test", roles=["PARALEGAL"],
            supervised=False,
        )  # fmt: skip
        assert taken["__typename"] == "TakeOnMemberPayload", taken
    secrets = [found for one in await town.deliver() for found in SECRET.findall(words(one))]
    phone = await town.nobody()
    phone.headers["x-presencia"] = "1"

    async def opened() -> list[int]:
        return [(await phone.post("/session/link", json={"secret": one})).status_code for one in secrets]

    assert await opened() == [200, 200]
    before = await every_row(ground)
    for who in (ANA, "coordinator@other.test"):
        seat = await town.signed_in(who)
        refused = await seat.do("revokeSignInLinks", organizationId=elm)
        assert refused["__typename"] in ("NotFound", "NotPermitted")
    assert await every_row(ground) == before

    ended = await grace.do("revokeSignInLinks", "revoked", organizationId=elm)

    assert ended["revoked"] == 2
    assert await opened() == [410, 410]


async def test_whoever_is_let_go_has_no_link_left(town: Town) -> None:
    grace = await town.signed_in(GRACE)
    elm = town.organizations["elm-city"]
    given = {"name": "Ida", "email": "ida@demo.test", "roles": ["PARALEGAL"], "supervised": False}
    await grace.do("takeOnMember", organizationId=elm, **given)
    (letter,) = await town.deliver()
    found = await grace.ask('{ people(search: "Ida") { edges { node { id } } } }')

    await grace.do("letMemberGo", organizationId=elm, personId=found["people"]["edges"][0]["node"]["id"])

    phone = await town.nobody()
    phone.headers["x-presencia"] = "1"
    (secret,) = SECRET.findall(words(letter))
    assert (await phone.post("/session/link", json={"secret": secret})).status_code == 410


async def test_a_feed_says_when_it_was_last_fetched_and_by_what(town: Town) -> None:
    ana = await town.signed_in(ANA)
    (feed,) = (await ana.ask(FEEDS))["feeds"]
    assert (feed["fetchedAt"], feed["fetchedBy"]) == (None, None)

    phone = await town.nobody()
    await phone.get(urlsplit(feed["address"]).path, headers={"user-agent": "iOS/18 (22A) dataaccessd/1.0 (of Ana's)"})

    (feed,) = (await ana.ask(FEEDS))["feeds"]
    assert (feed["fetchedAt"], feed["fetchedBy"]) == ("2026-11-23T14:30:00+00:00", "Apple")


async def test_a_forwarded_link_shows_one_audience_s_card_and_no_more(town: Town) -> None:
    """The whole town may read a supporter's link: it says what the client agreed to tell supporters."""
    ana, occasion = await the_action(town)
    _, olga = await asked(town, ana, occasion, "Olga Ortiz")
    _, clerk = await asked(town, ana, occasion, "Carla Clerk", "OFFICIAL")
    anyone = await town.nobody()
    for path in (olga, clerk):
        shown = "".join([(await anyone.get(path)).text, (await anyone.get(f"{path}/calendar.ics")).text])
        told = [word for word in SECRETS if word in shown and word != "Mateo"]
        # "Mateo R." is what the consent opens, on the live page.
        assert told == [] and shown.count("Mateo") == shown.count("Mateo R."), path
        # Nor who else was asked, nor anybody's address.
        assert [one for one in ("Reyes", "@", "Pavel") if one in shown.replace("@media", "")] == [], path
        for further in ("/graphql", "/account"):
            assert (await anyone.get(further)).status_code in (401, 403, 404, 405), further
    kept = (await anyone.get(f"{clerk}/calendar.ics")).text
    assert "Mateo" not in kept and "Court visit" in kept


def in_any_form(secret: str) -> list[bytes]:
    plain = secret.encode()
    raw = base64.urlsafe_b64decode(secret + "=")
    return [plain, plain.hex().encode(), raw, raw.hex().encode(), base64.b64encode(plain)[:-4], plain[:22], plain[21:]]


async def test_no_secret_of_a_link_is_kept_or_written_into_a_log(
    town: Town, ground: Ground, cluster: scratch.Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    """A journey over every kind of link, at DEBUG; then the log and a dump are searched for each secret."""
    for talkative in ("", "sqlalchemy", "presencia", "uvicorn", "asyncio"):
        caplog.set_level(logging.DEBUG, logger=talkative)
    ana, occasion = await the_action(town)
    olga, page = await asked(town, ana, occasion, "Olga Ortiz")
    phone = await town.nobody()
    (feed,) = (await ana.ask(FEEDS))["feeds"]
    address = urlsplit(feed["address"]).path
    secrets = {page.rpartition("/")[2], address.rpartition("/")[2].removesuffix(".ics")}
    for path in (page, f"{page}/calendar.ics", f"{page}/stop", f"{page}?lang=es", f"{page}/nowhere", address):
        await phone.get(path)
    await phone.post(page, data={"answer": "coming"})
    await phone.post(page, data={"answer": "perhaps", "party": "9" * 200})
    await phone.head(address)
    await phone.put(page)
    one = await invitation_of(ana, occasion, olga)
    await ana.do("renewLink", invitationId=one["id"], expectedRevision=one["revision"])
    await ana.do("rotateFeed", feedId=feed["id"], expectedRevision=feed["revision"])
    phone.headers["x-presencia"] = "1"
    await phone.post("/session/reset", json={"email": ANA})
    for letter in await town.deliver():
        secrets |= set(SECRET.findall(words(letter)))
    reset = next(iter(secrets - {page[3:]} - {address[7:-4]}))
    for path in (page, address, f"/welcome?{reset}"):
        await phone.get(path)
    for body in ({"secret": reset}, {"secret": reset, "password": "short"}):
        await phone.post("/session/link", json=body)
        await phone.post("/session/link/password", json=body)
    await ana.do("revokeFeeds", organizationId=town.organizations["elm-city"])
    assert len(secrets) >= 3 and all(len(base64.urlsafe_b64decode(one + "=")) == 32 for one in secrets)

    ours = [one for one in caplog.records if one.name.partition(".")[0] not in {"httpx", "httpcore", "mail"}]
    logged = "\n".join(f"{one.getMessage()} {one.__dict__}" for one in ours).encode()
    assert len(ours) > 20
    assert [one for one in secrets for form in in_any_form(one) if form in logged] == []

    named = await ground.connection.fetchval("select current_database()")
    url = cluster.superuser_url_of(named).replace("+asyncpg", "")
    dump = await postgres_dump(url)
    assert [one for one in secrets for form in in_any_form(one) if form in dump] == []
    # What is kept is a hash of each that is alive: that would be found.
    kept = [one for one in secrets if hashlib.sha256(one.encode()).hexdigest().encode() in dump]
    assert len(kept) >= 2 and page[3:] not in kept


async def postgres_dump(url: str) -> bytes:
    run = await asyncio.create_subprocess_exec(
        str(postgres.tool("pg_dump")), "--inserts", url,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    dump, error = await run.communicate()
    assert run.returncode == 0, error.decode()
    return dump
