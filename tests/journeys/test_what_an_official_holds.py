"""What an office holds is an ordinary record, which it keeps and produces: so every byte that is sent to an official is
read here for whom it is about. A slot, a court, three signs; the public name on the live page behind their link, and
nowhere else.
"""

from __future__ import annotations

import base64
import hashlib
import quopri
import re
import unicodedata
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from html import unescape
from typing import Any
from urllib.parse import quote, quote_plus, unquote_plus, urlsplit

import httpx
import pytest

from casework import notices
from casework.text_account import TextAccount
from schema.people import Channel
from tests.journeys import steps
from tests.town import Seat, Town
from tests.workers.catcher import Catcher, catching
from workers.carriers import Carriers, Guarded, Sms, for_mail
from workers.delivery import WorkerContext, deliver_due

#: What no official may ever be sent. Words that stand nowhere else in the town.
NEVER = {
    "legal name": "Quillon Vantresca Obrador",
    "first surname": "Vantresca",
    "second surname": "Obrador",
    "alias": "Zambrullo",
    "number": "207991463",
    "number, grouped": "207-991-463",
    "birth date": "1997-08-23",
    "birth date, said": "August 23, 1997",
    "country": "Cabo Verde",
    "facility": "Plymouth County Correctional",
    "facility, shortly": "PLYMOMA",
    "health": "inhaler",
    "home": "Wexcombe",
    "caller": "Zanzoni",
    "caller's telephone": "8605550193",
    "counsel's notes": "pretextual stop",
    "team's notes": "beekeeper",
    "case number": "C-10001",
    "judge": "Pat Doe",
    "obligor": "Carmen Vidal",
    "statement": "Fill the room",
    "codeword": "Bluebird",
    "attorney": "Luis Prado",
    "coordinator": "Ana Okafor",
    "another official": "Quarrick",
    "another's address": "ysolde@",
    "supporter": "Tobiah Wrenfield",
}
PUBLIC_NAME = "Quillon V."


def _plain(text: str) -> str:
    """As whoever searches reads it: no markup, no folded lines, no accents, no capitals, one blank between words."""
    text = unescape(re.sub(r"<[^>]+>", " ", re.sub(r"\r?\n[ \t]", "", text)))
    text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join(text.casefold().split())


def _forms(words: str) -> Iterator[bytes]:
    """As the bytes that carry it: text in any case, and what commonly encodes it."""
    for text in {words, words.lower(), words.upper(), words.replace(" ", ""), words.replace("-", " ")}:
        plain = text.encode()
        yield from (plain, plain.hex().encode(), text.encode("utf-16-le"), quopri.encodestring(plain))
        yield from (quote(text).encode(), quote_plus(text).encode())
        # However it is aligned within a longer text.
        yield from (base64.b64encode(b"\0" * shift + plain)[4:-4] for shift in range(3))
        for algorithm in ("md5", "sha1", "sha256"):
            digest = hashlib.new(algorithm, plain).digest()
            yield from (digest, digest.hex().encode())


def found(sent: bytes, marks: dict[str, str]) -> set[str]:
    """Which of these stand in what was sent, raw or as it reads."""
    reads = _plain(sent.decode("utf-8", "replace")) + " " + _plain(unquote_plus(sent.decode("utf-8", "replace")))
    squeezed = reads.replace(" ", "").replace("-", "")
    return {
        name
        for name, words in marks.items()
        if _plain(words) in reads
        or (words.replace("-", "").isdigit() and words.replace("-", "") in squeezed)
        or any(form in sent for form in _forms(words) if len(form) > 5)
    }


def parts_of(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """A letter as it goes over the wire, and each header and part as it is read."""
    yield "raw", message.as_bytes()
    for name, value in message.items():
        yield f"header {name}", f"{name}: {make_header(decode_header(str(value)))}".encode()
    for part in message.walk():
        if not part.is_multipart():
            body = part.get_payload(decode=True)
            yield f"part {part.get_content_type()} {part.get_filename() or ''}", bytes(body or b"")  # type: ignore[arg-type]


@dataclass
class Office:
    """Everything that reached one official's office, each with what it was."""

    sent: list[tuple[str, bytes]] = field(default_factory=list)

    async def heard(self, answer: httpx.Response) -> None:
        """Each answer of the house, its status, its headers and its body."""
        body = await answer.aread()
        of = f"{answer.request.method} {re.sub(r'[A-Za-z0-9_-]{43}', '…', answer.request.url.path)}"
        head = "\n".join(f"{name}: {value}" for name, value in answer.headers.multi_items())
        self.sent.append((f"headers of {of}", f"{answer.status_code} {answer.request.url}\n{head}".encode()))
        self.sent.append((f"body of {of}", body))

    def told(self, marks: dict[str, str]) -> dict[str, set[str]]:
        """What was sent that tells one of these, and which."""
        said = [(what, found(body, marks)) for what, body in self.sent]
        return {what: names for what, names in said if names}


@dataclass
class Story:
    town: Town
    ana: Seat
    luis: Seat
    texts: Catcher
    office: Office
    http: httpx.AsyncClient

    async def deliver(self) -> None:
        """The worker looks, with mail and texts; what goes to the mayor's or the alder's office is kept."""
        before = sum(1 for _ in self.town.mail.folder.glob("[0-9]*.eml"))
        already = len(self.texts.requests)
        account = TextAccount.at(self.texts.url.replace("http://", "http://AC1:secret@") + "?from=%2B12035550100")
        texting = Sms(account, f"{self.town.settings.address}/inbound/sms/status")
        carriers = Carriers(
            {
                Channel.EMAIL: for_mail(self.town.mail.url),
                Channel.SMS: Guarded(texting, per_second=1_000, at_once=8),
            },
            within=60,
        )
        context: WorkerContext = {
            "database": self.town.database,
            "carriers": carriers,
            "house": notices.House(self.town.settings.address, self.town.settings.sender),
            "lease": timedelta(minutes=5),
        }
        await deliver_due(context)
        await carriers.close()
        for path in sorted(self.town.mail.folder.glob("[0-9]*.eml"))[before:]:
            message = _read(path.read_bytes())
            if any(office in str(message["To"]) for office in ("@city.example", "@alders.example")):
                of = f"letter “{message['Subject']}”"
                self.office.sent += [(f"{of}: {name}", body) for name, body in parts_of(message)]
        for one in self.texts.requests[already:]:
            if one.form.get("To") == "+12035550161":
                self.office.sent.append((f"text {one.path}", one.form["Body"].encode()))
                self.office.sent.append(("text, as sent", one.body))

    def link(self, to: str) -> str:
        """The newest answer link that was written to somebody."""
        for path in sorted(self.town.mail.folder.glob("[0-9]*.eml"), reverse=True):
            message = _read(path.read_bytes())
            body = message.get_body(("plain",))
            if to not in str(message["To"]) or body is None:
                continue
            if link := re.search(r"/a/[\w-]{43}", str(body.get_content())):
                return link[0]
        raise AssertionError(f"nothing was written to {to}")


def _read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=default)


@pytest.fixture
async def story(town: Town) -> AsyncIterator[Story]:
    office = Office()
    async with catching() as texts:
        http = await town.nobody()
        http.event_hooks["response"] = [office.heard]
        ana, luis = await town.signed_in("coordinator@demo.test"), await town.signed_in("attorney@demo.test")
        yield Story(town, ana, luis, texts, office, http)


async def done(seat: Seat, verb: str, want: str = "__typename", **given: Any) -> Any:
    said = await seat.do(verb, want, **given)
    assert said["__typename"].endswith("Payload"), (verb, said)
    return said


async def everything_happens(story: Story) -> dict[str, Any]:
    """All that is told in confidence is typed; then the officials are asked, told, asked again, and told it is off."""
    town, ana, luis = story.town, story.ana, story.luis
    case = await steps.take_in_mateo(
        town, ana, publicName=PUBLIC_NAME, legalName=NEVER["legal name"], aNumbers=[NEVER["number"]],
        aliases=[NEVER["alias"]], birthDate=NEVER["birth date"], countryOfBirth=NEVER["country"],
        callerName="Perpetua Zanzoni", callerPhone="+18605550193", arrestPlace="the Wexcombe laundry, where he lives",
        told="He uses an inhaler.",
    )  # fmt: skip
    case_id = case["id"]
    hearing = await steps.schedule(town, ana, case_id)
    await steps.represent(town, ana, luis, case_id)
    await done(ana, "writeNote", caseId=case_id, body="Ring the beekeeper about his inhaler.")
    await done(luis, "writeNote", caseId=case_id, body="Argue the pretextual stop.", privileged=True)
    for source in ("LOCATOR", "FACILITY_CALL"):
        await done(ana, "recordCustody", caseId=case_id, facilityId=town.facilities["PLYMOMA"], source=source)
    await steps.bond_posted(ana, luis, case_id)
    yes = await steps.consent(ana, case_id, "TELL_OFFICIALS", "OFFICIALS")
    await steps.consent(ana, case_id, "FILL_COURTROOM", "SUPPORTERS")
    await steps.consent(ana, case_id, "PRESS", "PUBLIC")
    vigil = await steps.publish_for_all(
        town, ana, luis, case_id, kind="ACCOMPANIMENT", title=f"Stand with {PUBLIC_NAME}",
        statement="Fill the room.", audiences=["OFFICIALS", "SUPPORTERS", "PUBLIC"], hearingId=hearing["id"],
        followsHearing=True, codeword="Bluebird", startsAt=None, timeZone=None, placeName=None, placeStreet=None,
        placeCity=None,
    )  # fmt: skip
    mayor = await steps.add(
        town, ana, "elm-city", "OFFICIAL", "Mayor Elena Reyes", "mayor@city.example", phone="203 555 0161"
    )
    alder = (
        await done(
            ana, "addPerson", "person { id }", organizationId=town.organizations["elm-city"], kind="OFFICIAL",
            name="Alder Kim Lee",
        )
    )["person"]["id"]  # fmt: skip
    await steps.add(town, ana, "elm-city", "SCHEDULER", "Owen Pruitt", "owen@alders.example", schedulerForId=alder)
    other = await steps.add(town, ana, "elm-city", "OFFICIAL", "Alderwoman Ysolde Quarrick", "ysolde@ward.example")
    friend = await steps.add(town, ana, "elm-city", "SUPPORTER", "Tobiah Wrenfield", "tobiah@home.example")
    for occasion, people in (
        (vigil["occasion"]["id"], [mayor, alder, other, friend]),
        (hearing["occasion"]["id"], [mayor, alder, other]),
    ):
        await done(ana, "invite", occasionId=occasion, personIds=people)
    await story.deliver()
    return {
        "case": case_id, "hearing": hearing, "vigil": vigil, "consent": yes, "mayor": mayor, "alder": alder,
    }  # fmt: skip


async def at_their_desk(story: Story, *addresses: str) -> None:
    """Every page behind their links is opened in each language, answered, refused; the entry is taken along."""
    for to in addresses:
        page = story.link(to)
        for asked in ("", "?lang=es", "?lang=pt", "?lang=ht", "/wishes", "/calendar.ics", "/stop"):
            await story.http.get(page + asked)
        await story.http.post(page, data={"answer": "coming", "party": "99"})
        await story.http.post(page, data={"answer": "coming", "party": "2"})
        await story.http.post(page + "/seen", data={"sequence": "1"})
        await story.http.post(page + "/wishes", data={"channel": "email", "letters": "en", "quiet_from": "x"})


async def test_every_byte_that_an_official_is_sent_names_nobody_but_on_the_live_page(story: Story) -> None:
    town, ana = story.town, story.ana
    known = await everything_happens(story)
    feeds = [
        (
            await done(
                ana, "subscribeFeed", "feed { address }", organizationId=town.organizations["elm-city"],
                personId=known[who], filter="INVITED", name="Dates",
            )
        )["feed"]["address"]
        for who in ("mayor", "alder")
    ]  # fmt: skip
    addresses = ("mayor@city.example", "owen@alders.example")

    async def look() -> None:
        await story.deliver()
        await at_their_desk(story, *addresses)
        for feed in feeds:
            await story.http.get(urlsplit(feed).path)

    await look()
    live = [body for what, body in story.office.sent if what.startswith("body of GET /a/…")]
    assert any(PUBLIC_NAME.encode() in body for body in live)

    # The date moves; reminders fall due; the client takes the yes back.
    asked = "query ($id: ID!) { node(id: $id) { ... on Hearing { revision } } }"
    revision = (await ana.ask(asked, id=known["hearing"]["id"]))["node"]["revision"]
    await done(
        ana, "rescheduleHearing", hearingId=known["hearing"]["id"], expectedRevision=revision,
        startsAt="2026-12-01T13:30",
    )  # fmt: skip
    await look()
    for _ in range(7):
        town.clock.forward(days=1)
        await story.deliver()
    later = await town.signed_in("coordinator@demo.test")
    await done(later, "withdrawConsent", consentId=known["consent"]["id"])
    await look()

    sent = story.office.sent
    kinds = {"letter", "text", "headers", "body"}
    assert {what.partition(" ")[0].rstrip(",") for what, _ in sent} == kinds
    subjects = {what.partition("”")[0] for what, _ in sent if what.startswith("letter")}
    assert len(subjects) >= 5, subjects
    assert story.office.told(NEVER) == {}
    named = story.office.told({"public name": PUBLIC_NAME, "first name": "Quillon"})
    assert "body of GET /a/…" in named
    assert [what for what in named if not re.fullmatch(r"body of (GET|POST) /a/…(/seen|/stop)?", what)] == []
    # Nothing of theirs enters a calendar but a slot, a court and three signs.
    entries = [body for _, body in sent if body.startswith(b"BEGIN:VCALENDAR") and b"VEVENT" in body]
    summaries = {line for one in entries for line in re.findall(rb"SUMMARY:[^\r\n]*", one)}
    assert summaries and not [one for one in summaries if not re.search(rb"Court visit|corte|tribunal|tribinal", one)]


async def test_a_scheduler_reads_for_whom_it_is_and_answers_for_them(story: Story) -> None:
    await everything_happens(story)
    letters = [body.decode() for what, body in story.office.sent if "part text/plain" in what]
    to_owen = [one for one in letters if "Owen Pruitt" in one]
    assert to_owen and all("Alder Kim Lee, through Owen Pruitt" in " ".join(one.split()) for one in to_owen)
    assert not any("through" in one for one in letters if "Owen Pruitt" not in one)

    page = await story.http.get(story.link("owen@alders.example"))

    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())
    assert "An invitation for Alder Kim Lee" in words and "Whoever keeps their calendar may answer here" in words
    assert "Hello" not in words


async def test_what_is_looked_for_would_be_found(story: Story) -> None:
    """The same search over what the legal team reads finds each of these, in what it reads and in what carries it."""
    await everything_happens(story)
    document = """{ cases { edges { node { shortId client { publicName legalName aNumbers
      aliases birthDate countryOfBirth } intake { told callerName callerPhone arrestPlace } notes { body }
      whereNow { facility { name code } }
      hearings { judge } actions { title statement codeword invitations { person { name contacts { address } } } }
      bond { steps { obligor } } representedBy { attorney { name } } coordinator { name } } } } }"""
    answer = await story.ana.raw(document)
    assert "errors" not in answer.json(), answer.json()["errors"]
    notes = await story.luis.raw("{ cases { edges { node { privilegedNotes { body } } } } }")

    seen = found(answer.content + notes.content, NEVER)

    assert set(NEVER) - seen <= {"birth date, said", "number, grouped", "another's address", "coordinator"}, (
        set(NEVER) - seen
    )
    for name, words in NEVER.items():
        message = EmailMessage()
        message["To"], message["Subject"] = "mayor@city.example", f"About {words}"
        message.set_content(f"Señora alcaldesa: {words}\n" * 3, cte="base64")
        message.add_alternative(f"<p>{words.replace(' ', ' <b>')}</p>ñ", subtype="html", cte="quoted-printable")
        message.add_attachment(f"SUMMARY:{words[:4]}\r\n {words[4:]}".encode(), maintype="text", subtype="calendar")
        told = {what: found(body, {name: words}) for what, body in parts_of(_read(message.as_bytes()))}
        assert [what for what, names in told.items() if not names and not what.startswith("header")] == [], (name, told)
        assert any(names for what, names in told.items() if what == "header Subject"), name
        for hidden in (f"/a/x?name={quote(words)}", words.upper(), words.encode("utf-16-le"), words.encode().hex()):
            sent = hidden if isinstance(hidden, bytes) else hidden.encode()
            assert found(sent, {name: words}) == {name}, (name, hidden)
