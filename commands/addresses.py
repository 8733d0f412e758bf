"""Where each screen of a running demo is: which case, which action, and for guests the links that its letters bring.

Of a demo that somebody started for it, never of a deployment: letters go out, a hearing moves by a quarter of an hour,
an action is published, and something is told to the desk, because a guest has no screen before somebody wrote to them.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from functools import cached_property
from types import TracebackType
from typing import Any
from zoneinfo import ZoneInfo

import httpx2

from commands.children import CannotStart
from commands.screens import GUEST, PEOPLE, Screen

#: Seconds for the letters that bring the links.
_PATIENCE = 60
_DESK = "elm-city"


class Addresses:
    """The demo at ``address``, whose people share one ``password``. Raises :class:`CannotStart` where it lacks one."""

    def __init__(self, address: str, password: str) -> None:
        self.address = address
        self.password = password
        self._clients: dict[str, httpx2.Client] = {}
        self._records: dict[tuple[str, str], str] = {}

    def __enter__(self) -> Addresses:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in self._clients.values():
            client.close()

    def of(self, screen: Screen, who: str) -> str:
        """The whole address of a screen for one of those who have it."""
        return self.address + screen.address(self._record(screen, who) if screen.found else "")

    def cookies(self, who: str) -> list[dict[str, str]]:
        """What a browser must bring to be signed in as one of the demo's people; nothing for a guest."""
        if (who,) == GUEST:
            return []
        jar = self.client(who).cookies.jar
        return [{"name": one.name, "value": one.value or "", "url": self.address} for one in jar]

    def client(self, who: str) -> httpx2.Client:
        """Somebody signed in."""
        if who not in self._clients:
            client = httpx2.Client(base_url=self.address, headers={"x-presencia": "1"}, trust_env=False, timeout=30)
            answer = client.post("/session", json={"email": PEOPLE[who], "password": self.password})
            if answer.status_code != 204:
                raise CannotStart(f"{PEOPLE[who]} cannot sign in to {self.address}: {answer.text}")
            self._clients[who] = client
        return self._clients[who]

    def ask(self, who: str, document: str, **variables: Any) -> Any:
        """Run an operation that must succeed."""
        answer = self.client(who).post("/graphql", json={"query": document, "variables": variables}).json()
        if answer.get("errors"):
            raise CannotStart(f"{document[:80]} …: {answer['errors'][0]['message']}")
        return answer["data"]

    def do(self, who: str, verb: str, want: str = "__typename", **given: Any) -> Any:
        """Call a mutation that must succeed. Returns its payload."""
        kind = verb[0].upper() + verb[1:]
        document = (
            f"mutation Act($input: {kind}Input!) {{ {verb}(input: $input) {{ __typename"
            f" ... on {kind}Payload {{ {want} }} ... on UserError {{ message }} }} }}"
        )
        answer = self.ask(who, document, input=given)[verb]
        if answer["__typename"] != f"{kind}Payload":
            raise CannotStart(f"{verb}: {answer.get('message', answer['__typename'])}")
        return answer

    # Records.

    def _record(self, screen: Screen, who: str) -> str:
        key = (screen.found, who)
        if key not in self._records:
            self._records[key] = self._find(screen, who)
        return self._records[key]

    def _find(self, screen: Screen, who: str) -> str:
        if screen.found.startswith("{"):
            found = _first(self.ask(who, screen.found))
            if found is None:
                raise CannotStart(f"The demo has nothing to show on {screen.name} to the {who}.")
            return found
        if screen.found.startswith("/c/"):
            return self._shift
        if screen.found.startswith("/"):
            return self._link(screen.found)
        return self._public if screen.found == "public" else _DESK

    @cached_property
    def _organization(self) -> str:
        return str(self.ask("coordinator", "{ viewer { organization { id } } }")["viewer"]["organization"]["id"])

    @cached_property
    def _shift(self) -> str:
        started = self.do(
            "coordinator", "startShift", "address", organizationId=self._organization, name="Tomás Wexler",
            phone="203 555 0144", hours=2,
        )  # fmt: skip
        return str(started["address"]).rpartition("/")[2]

    @cached_property
    def _public(self) -> str:
        """An action that names no one and no case, told to the world: it needs neither key."""
        drafted = self.do(
            "coordinator", "draftAction", "action { id revision }", organizationId=self._organization, kind="VIGIL",
            title="Light for those who are held", statement="Bring a candle, and somebody you know.",
            audiences=["PUBLIC"], startsAt=f"{datetime.now(UTC) + timedelta(days=9):%Y-%m-%d}T17:00",
            timeZone="America/New_York", placeName="City Hall steps", placeStreet="165 Church Street",
            placeCity="New Haven",
        )["action"]  # fmt: skip
        published = self.do(
            "coordinator", "publishAction", "action { publicPage { url } }", actionId=drafted["id"],
            expectedRevision=drafted["revision"],
        )  # fmt: skip
        return str(published["action"]["publicPage"]["url"]).rpartition("/p/")[2]

    # Links.

    @cached_property
    def _written(self) -> None:
        """Have everyone written to who is told by a link."""
        said = (
            '{ cases(filter: {search: "Mateo"}, first: 1) { edges { node { nextHearing { id revision'
            " occasion { startsAt timeZone } } } } }"
            " actions(states: [PUBLISHED], first: 1) { edges { node { occasion { id } } } } }"
        )
        found = self.ask("coordinator", said)
        hearing = found["cases"]["edges"][0]["node"]["nextHearing"]
        occasion = found["actions"]["edges"][0]["node"]["occasion"]["id"]
        self.do("coordinator", "renewLinksToOccasion", "renewed", occasionId=occasion)
        later = _wall(hearing["occasion"]["startsAt"], hearing["occasion"]["timeZone"]) + timedelta(minutes=15)
        self.do(
            "coordinator", "rescheduleHearing", hearingId=hearing["id"], expectedRevision=hearing["revision"],
            startsAt=f"{later:%Y-%m-%dT%H:%M}",
        )  # fmt: skip
        self._told_and_called()

    def _told_and_called(self) -> None:
        """Something is seen now, confirmed, and responders are called to it."""
        with httpx2.Client(base_url=self.address, trust_env=False, timeout=30) as witness:
            told = witness.post(
                f"/report/{_DESK}",
                data={
                    "language": "en", "kind": "agents", "town": "New Haven", "place": "Orange Street",
                    "seen": f"{datetime.now(ZoneInfo('America/New_York')):%Y-%m-%dT%H:%M}",
                    "zone": "America/New_York", "what": "Two vans and four people in vests.",
                },
            )  # fmt: skip
        if told.status_code != 303:
            raise CannotStart(f"Nothing could be told to the desk: {told.status_code}")
        for one in self.ask("coordinator", "{ sightingsToVerify { id revision place } }")["sightingsToVerify"]:
            if one["place"] == "Orange Street":
                self.do("coordinator", "confirmSighting", sightingId=one["id"], expectedRevision=one["revision"])
                self.do("coordinator", "dispatchResponders", "called", sightingId=one["id"])

    def _link(self, looks: str) -> str:
        """The newest link of this kind that a letter or a text brought."""
        _ = self._written
        until = time.monotonic() + _PATIENCE
        post = self.client("coordinator")
        while time.monotonic() < until:
            for letter in re.findall(r'href="(/demo/mail/[^"/]+)"', post.get("/demo/mail").text):
                if found := re.search(looks, post.get(letter).text):
                    return found[0].rpartition("/")[2]
            time.sleep(1)
        raise CannotStart(f"No letter with a link like {looks} came within a minute.")


def _wall(instant: str, zone: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))


def _first(found: Any) -> str | None:
    """The first thing that is called ``record``, however deep."""
    if isinstance(found, dict):
        if isinstance(found.get("record"), str):
            return str(found["record"])
        found = list(found.values())
    if isinstance(found, list):
        return next((one for one in map(_first, found) if one), None)
    return None
