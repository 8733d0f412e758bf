"""Devices that show calendars by CalDAV, in tests: they sign in with a password of their own, and ask in XML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import httpx

from tests.journeys import steps
from tests.town import Seat, Town

D, C = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
CS, A = "{http://calendarserver.org/ns/}", "{http://apple.com/ns/ical/}"
XMLNS = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/"'
ANA, LUIS = "coordinator@demo.test", "attorney@demo.test"
ALL_DATA = "<d:prop><d:getetag/><c:calendar-data/></d:prop>"

VEVENTS = (
    '<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">{}</c:comp-filter></c:comp-filter>'
    "</c:filter>"
)


async def app_password(seat: Seat, name: str = "Telephone") -> str:
    made = await seat.http.post("/account/app-passwords", json={"name": name})
    assert made.status_code == 200, made.text
    password: str = made.json()["password"]
    return password


async def a_feed(town: Town, seat: Seat, slug: str = "elm-city", name: str = "Mine", **more: Any) -> Any:
    given = {"filter": "MY_CASES", **more}
    made = await seat.do(
        "subscribeFeed", "feed { id revision }", organizationId=town.organizations[slug], name=name, **given
    )
    assert made["__typename"] == "SubscribeFeedPayload", made
    return made["feed"]


@dataclass
class Found:
    """One response of a multistatus: what is there, and what is not."""

    href: str
    status: str
    there: dict[str, Element]
    missing: list[str]

    def text(self, name: str) -> str:
        return self.there[name].text or ""


def read(answer: httpx.Response) -> list[Found]:
    assert answer.status_code == 207, (answer.status_code, answer.text)
    found = []
    for one in ElementTree.fromstring(answer.text).iter(D + "response"):  # noqa: S314 -- our own answer
        there: dict[str, Element] = {}
        missing: list[str] = []
        for part in one.findall(D + "propstat"):
            properties = list(part.find(D + "prop") or ())
            if "200" in (part.findtext(D + "status") or ""):
                there |= {each.tag: each for each in properties}
            else:
                missing += [each.tag for each in properties]
        found.append(Found(one.findtext(D + "href") or "", one.findtext(D + "status") or "", there, missing))
    return found


def token_of(answer: httpx.Response) -> str:
    return ElementTree.fromstring(answer.text).findtext(D + "sync-token") or ""  # noqa: S314


@dataclass
class Device:
    """A telephone with an account of somebody's."""

    http: httpx.AsyncClient
    home: str = ""

    async def ask(self, method: str, path: str, body: str = "", **headers: str) -> httpx.Response:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            told.setdefault("content-type", "application/xml; charset=utf-8")
        return await self.http.request(method, path, content=body.encode() or None, headers=told)

    async def propfind(self, path: str, *properties: str, depth: str = "0") -> list[Found]:
        body = f"<d:propfind {XMLNS}><d:prop>{''.join(f'<{one}/>' for one in properties)}</d:prop></d:propfind>"
        return read(await self.ask("PROPFIND", path, body, depth=depth))

    async def report(self, path: str, kind: str, inside: str) -> httpx.Response:
        return await self.ask("REPORT", path, f"<{kind} {XMLNS}>{inside}</{kind}>", depth="1")

    async def synchronised(self, path: str, token: str = "", limit: int = 0) -> httpx.Response:
        most = f"<d:limit><d:nresults>{limit}</d:nresults></d:limit>" if limit else ""
        inside = f"<d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level>{most}{ALL_DATA}"
        return await self.report(path, "d:sync-collection", inside)

    async def calendars(self) -> dict[str, str]:
        """Their names and where they are, found as a telephone finds them: from the host on."""
        begun = await self.ask("PROPFIND", "/.well-known/caldav", depth="0")
        (root,) = await self.propfind(begun.headers["location"], "d:current-user-principal")
        principal = root.there[D + "current-user-principal"].findtext(D + "href") or ""
        (owner,) = await self.propfind(principal, "c:calendar-home-set")
        self.home = owner.there[C + "calendar-home-set"].findtext(D + "href") or ""
        inside = await self.propfind(self.home, "d:displayname", "d:resourcetype", depth="1")
        return {
            one.text(D + "displayname"): one.href
            for one in inside
            if one.there[D + "resourcetype"].find(C + "calendar") is not None
        }


async def device(town: Town, email: str, password: str) -> Device:
    http = await town.nobody()
    http.auth = httpx.BasicAuth(email, password)
    return Device(http)


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
