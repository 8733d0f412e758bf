"""What somebody learns who takes a dump, the files of the server, the queue's memory or the logs: no name, no number,
no address, no word that was said in confidence; not as text, and in no form that is read as easily.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from redis.asyncio import Redis
from sqlalchemy import select

from api.nodes import global_id
from casework import actors
from commands import postgres, scratch
from schema.date_checks import Shift
from tests.ground import Ground
from tests.journeys import steps, volunteers
from tests.town import Seat, Town, town

#: Every kind of thing that is told in confidence, each as words that stand nowhere else.
MARKED = {
    "publicName": "Quillon V.",
    "legalName": "Quillon Vantresca Obrador",
    "alias": "Tito Zambrullo",
    "aNumber": "207991463",
    "birthDate": "1997-08-23",
    "countryOfBirth": "Cabo Verde",
    "callerName": "Perpetua Zanzoni",
    "callerPhone": "+12035550193",
    "arrestPlace": "the Wexcombe laundry",
    "told": "He keeps bees on the roof.",
    "note": "Spoke with the warden about his inhaler.",
    "privileged": "Argue the pretextual stop.",
    "task": "Ring the beekeeper's sister",
    "email": "zanzoni@hive.example",
    "contact": "Benedetta Zanzoni",
    "official": "Alderwoman Ysolde Quarrick",
    "statement": "Bring honey, fill the room.",
    "outcome": "The judge asked about the bees.",
    "reported": "Ursulino Mazorra",
    "reportedPlace": "the Dunmarrow ferry slip",
    "reportedBy": "Clementa Mazorra",
    "reportedPhone": "+12035550127",
    "content": "The queen of the third hive is called Thalassa.",
    "fileName": "Zambrullo honey ledger",
    "document": "Ledger of the apiary",
    "fromWhom": "Aurelio Vantresca",
    "caller": "Hermenegilda Pozo",
    "toldCaller": "That his bees were fed on Tuesday.",
    "rules": "Bring no smoker to the front desk.",
    "visited": "He asked after the third hive.",
    "password": "eleven bees on a warm roof",
    "checker": "Ottoline Brackwater",
    "checkerPhone": "+12035550133",
    "signature": "Ottoline B. Brackwater-Smythe",
}


#: Secrets that the house makes: 256 random bits, of which a hash is kept and undoes nothing.
MADE: dict[str, str] = {}

#: The test's own browser and post office.
_NOT_OURS = {"httpx", "httpcore", "mail"}


def forms(words: str, *, guessed: bool = True) -> Iterator[bytes]:
    """As text in either case, in what encodes it, and as hashes that a list of names would undo."""
    for text in {words, words.lower(), words.upper()}:
        plain = text.encode()
        yield from (plain, plain.hex().encode(), text.encode("utf-16-le"))
        # However it is aligned within a longer text.
        yield from (base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3))
        for algorithm in ("md5", "sha1", "sha256") if guessed else ():
            digest = hashlib.new(algorithm, plain).digest()
            yield from (digest, digest.hex().encode())


def told(taken: bytes) -> list[str]:
    """What of all this is told by something that was taken."""
    sought = [(name, form) for name, words in MARKED.items() for form in forms(words)]
    sought += [(name, form) for name, words in MADE.items() for form in forms(words, guessed=False)]
    return sorted({name for name, form in sought if form in taken})


async def done(seat: Seat, verb: str, **given: Any) -> None:
    answer = await seat.do(verb, **given)
    assert answer["__typename"].endswith("Payload"), (verb, answer)


async def days_of_confidences(town: Town, ana: Seat, luis: Seat) -> Seat:
    """Everything that is marked is typed, read again, and goes out in letters. Ana's page at the end of it."""
    noor = await town.signed_in("advocate@demo.test")
    said = {"name": MARKED["reported"], "otherNames": [], "aNumber": None, "arrestPlace": MARKED["reportedPlace"],
            "callerName": MARKED["reportedBy"], "callerPhone": MARKED["reportedPhone"]}  # fmt: skip
    for verb in ("take in", "withdraw", "wait"):
        report = await steps.report_an_arrest(town, noor, **said)
        given = {"reportId": report["id"], "expectedRevision": 0}
        if verb == "take in":
            await ana.ask("{ reportsWaiting { contents { name callerPhone } } }")
            await done(ana, "takeInReport", **given)
        elif verb == "withdraw":
            await done(noor, "withdrawReport", **given)
    case = await steps.take_in_mateo(
        town, ana, publicName=MARKED["publicName"], legalName=MARKED["legalName"], aNumbers=[MARKED["aNumber"]],
        aliases=[MARKED["alias"]], birthDate=MARKED["birthDate"], countryOfBirth=MARKED["countryOfBirth"],
        callerName=MARKED["callerName"], callerPhone=MARKED["callerPhone"], arrestPlace=MARKED["arrestPlace"],
        told=MARKED["told"],
    )  # fmt: skip
    hearing = await steps.schedule(town, ana, case["id"])
    await steps.represent(town, ana, luis, case["id"])
    await done(ana, "writeNote", caseId=case["id"], body=MARKED["note"])
    await done(luis, "writeNote", caseId=case["id"], body=MARKED["privileged"], privileged=True)
    await done(ana, "addTask", organizationId=town.organizations["elm-city"], caseId=case["id"], title=MARKED["task"])
    await papers_calls_and_visits(town, ana, case["id"])
    mother = await steps.add(town, ana, "elm-city", "FAMILY_CONTACT", MARKED["contact"], MARKED["email"])
    await done(ana, "nameContact", caseId=case["id"], personId=mother, relation="aunt", namedByClient=True)
    official = await steps.add(town, ana, "elm-city", "OFFICIAL", MARKED["official"], "ward@city.example")
    for purpose, audience in (("TELL_OFFICIALS", "OFFICIALS"), ("FILL_COURTROOM", "SUPPORTERS")):
        await steps.consent(ana, case["id"], purpose, audience)
    await steps.publish_vigil(town, ana, luis, case["id"], hearing["id"])
    await done(ana, "draftAction", organizationId=town.organizations["elm-city"], caseId=case["id"], kind="VIGIL",
               title=MARKED["statement"][:11], statement=MARKED["statement"], audiences=["SUPPORTERS"],
               startsAt="2026-12-01T18:00", timeZone="America/New_York", placeName="Town Hall")  # fmt: skip
    await done(ana, "invite", occasionId=hearing["occasion"]["id"], personIds=[official])
    await ana.ask("query ($id: ID!) { node(id: $id) { ... on Case { client { legalName } notes { body } } } }",
                  id=case["id"])  # fmt: skip
    for words in (MARKED["legalName"], MARKED["aNumber"], "kilon bantresca"):
        await ana.ask("query ($q: String) { cases(filter: {search: $q}) { edges { node { id } } } }", q=words)
    await done(ana, "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"],
                 startsAt="2026-12-03T10:00")  # fmt: skip
    assert len(await town.deliver()) > 3
    await a_date_is_checked(town)
    town.clock.now = datetime(2026, 12, 3, 17, tzinfo=UTC)
    later = await town.signed_in("coordinator@demo.test")
    await done(later, "reportHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"] + 1,
               outcome="CONTINUED", note=MARKED["outcome"])  # fmt: skip
    changed = await later.http.post("/account/password", json={"password": MARKED["password"]})
    assert changed.status_code == 204
    return later


async def papers_calls_and_visits(town: Town, ana: Seat, case_id: str) -> None:
    """A file is sent, opened, taken away; a paper is asked for, a call written down, a visit reported."""
    await done(ana, "addDocument", caseId=case_id, kind="OTHER", title=MARKED["document"], fromWhom=MARKED["fromWhom"])
    for words in (MARKED["content"], MARKED["content"] * 9_000):
        file = await steps.a_file(ana, case_id, words.encode(), f"{MARKED['fileName']}.txt")
        opened = await ana.http.get(f"/files/{file['id']}")
        assert opened.content == words.encode() and MARKED["fileName"] in opened.headers["content-disposition"]
    await steps.put_file(ana, case_id, f"<html>{MARKED['content']}".encode(), MARKED["fileName"])
    await done(ana, "takeFileAway", fileId=file["id"], expectedRevision=0)
    await done(ana, "logCall", caseId=case_id, callerName=MARKED["caller"], told=MARKED["toldCaller"])
    booked = await ana.do("bookVisit", "case { visits { id } }", caseId=case_id, kind="VIDEO",
                          timeZone="America/New_York", startsAt="2026-11-23T09:00", rules=MARKED["rules"])  # fmt: skip
    await done(ana, "reportVisit", visitId=booked["case"]["visits"][0]["id"], expectedRevision=0, letIn=True,
               outcome=MARKED["visited"])  # fmt: skip
    await ana.ask("query ($id: ID!) { node(id: $id) { ... on Case { documents { title fromWhom } files { name } callLog"
                  " { callerName told } visits { rules outcome } } } }", id=case_id)  # fmt: skip


async def a_date_is_checked(town: Town) -> None:
    """A volunteer is told a number on their telephone, types and signs; and link, code and cookie are as secret."""
    town.clock.forward(hours=36)
    ana = await volunteers.later(town)
    started = await volunteers.start(town, ana, name=MARKED["checker"], phone=MARKED["checkerPhone"])
    phone = await volunteers.bound(town, started)
    await phone.press("promise", name=MARKED["signature"])
    await phone.press("next")
    assert "207 991 463" in phone.seen[-1].text
    await phone.press("heard", outcome="not_found")
    await phone.press("next")
    await volunteers.shifts(ana)
    MADE["shift link"] = phone.path.rpartition("/")[2]
    MADE["shift cookie"] = phone.http.cookies["presencia_shift"]
    # Six digits occur in any dump; that they are kept under a key is seen in the row.
    (kept,) = [row for row in await _rows(town) if row[0] == started["shift"]["id"]]
    digests = {hashlib.new(name, started["code"].encode()).digest() for name in ("md5", "sha1", "sha256")}
    assert kept[1] not in digests | {one[:16] for one in digests} and started["code"].encode() not in kept[1]


async def _rows(town: Town) -> list[tuple[str, bytes]]:
    async with town.database.transaction(actors.OPERATOR) as tx:
        return [(global_id("Shift", row.id), row.code_hash) for row in await tx.session.scalars(select(Shift))]


async def clumsily(ana: Seat) -> None:
    """The same words where they do not belong: every way in that has ended up in somebody's log before."""
    name, number = MARKED["legalName"], MARKED["aNumber"]
    document = "query ($q: String) { cases(filter: {search: $q}) { edges { node { id } } } }"
    await ana.raw(f'{{ cases(filter: {{search: "{name}"}}) {{ nothing }} }}')
    await ana.raw(f'{{ node(id: "{number}") {{ id }} }}')
    await ana.raw(f"{{ {name}")
    await ana.raw(document, {"q": {"name": name}})
    await ana.raw(document, {"q": name * 400})
    await ana.http.post("/graphql", content=f'{{"query": "{name}', headers={"content-type": "application/json"})
    await ana.http.get(f"/feeds/{name}.ics")
    await ana.http.get(f"/a/{number}", params={"name": name})
    await ana.http.get(f"/c/{number}", params={"name": name})
    await ana.http.post(f"/c/{MADE['shift link']}", data={"act": "heard", "check": name, "heard": number})
    await ana.http.post(f"/c/{MADE['shift link']}", data={"act": "code", "code": name})
    await ana.http.get("/", headers={"user-agent": name, "referer": f"http://x/{number}"})
    await ana.http.post("/session", json={"email": MARKED["email"], "password": MARKED["password"]})
    await ana.http.post("/session/link", json={"secret": number})
    await ana.do("takeInCase", organizationId=number, legalName=name)
    await ana.do("takeInCase", organizationId="", legalName=name, aNumbers=[number, "x"], birthDate=number)


async def test_dump_files_queue_and_logs_tell_nothing_of_what_was_said_in_confidence(
    town: Town, ground: Ground, cluster: scratch.Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    for talkative in ("", "sqlalchemy", "presencia"):
        caplog.set_level(logging.DEBUG, logger=talkative)
    ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
    queue = Redis.from_url(town.settings.redis_url)
    said: list[str] = []

    async def listen(ready: asyncio.Event) -> None:
        async with queue.monitor() as monitor:
            ready.set()
            while True:
                said.append(str(await monitor.next_command()))

    ready = asyncio.Event()
    listening = asyncio.create_task(listen(ready))
    await ready.wait()
    await clumsily(await days_of_confidences(town, ana, luis))
    await asyncio.sleep(0.2)
    listening.cancel()
    await queue.aclose()

    logged = {
        f"{record.name}: {record.getMessage()[:200]}": told(f"{record.getMessage()} {record.__dict__}".encode())
        for record in caplog.records
        if record.name.partition(".")[0] not in _NOT_OURS
    }
    assert {line: names for line, names in logged.items() if names} == {}
    assert len(logged) > 20
    assert any("presencia:due" in one for one in said)
    assert told("\n".join(said).encode()) == []

    named = await ground.connection.fetchval("select current_database()")
    run = await asyncio.create_subprocess_exec(
        str(postgres.tool("pg_dump")), "--inserts", cluster.superuser_url_of(named).replace("+asyncpg", ""),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    dump, error = await run.communicate()
    assert run.returncode == 0, error.decode()
    assert dump.count(b"INSERT INTO public.notices") > 10
    assert told(dump) == []

    await ground.connection.execute("checkpoint")
    pages = await ground.connection.fetch(
        "select relname, pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class"
        " where relkind in ('r', 'i', 't') and pg_relation_filepath(oid) is not null and oid >= 16384"
    )
    assert len(pages) > 150
    assert {row["relname"]: told(row["bytes"]) for row in pages if told(row["bytes"])} == {}
    # And what is looked for would be found: the house's own name stands in clear.
    assert b"Elm City Legal Aid" in dump and any(b"Elm City Legal Aid" in row["bytes"] for row in pages)


__all__ = ["town"]
