"""Every screen there is, in one list: what is photographed, what axe looks at, what is measured.

A route of ``frontend/src/app/router.tsx`` that stands neither in :data:`SCREENS` nor in :data:`NO_SCREENS` fails
`tests/contract/test_every_screen_is_known.py`, and so does a page that a guest may open (`api/app.py`). A new screen is
one line here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casework.settings import ROOT

ROUTER = ROOT / "frontend" / "src" / "app" / "router.tsx"
APP = ROOT / "api" / "app.py"

#: Who looks: the demo's people, by what they are called here.
PEOPLE = {
    "coordinator": "coordinator@demo.test",
    "attorney": "attorney@demo.test",
    "advocate": "advocate@demo.test",
    "admin": "admin@demo.test",
    # Of another organization: who is offered a case, and who answers there for conflicts.
    "attorney elsewhere": "samir@other.test",
    "coordinator elsewhere": "coordinator@other.test",
}
#: Whoever is not signed in: they come by a link, or are about to sign in.
GUEST = ("guest",)
STAFF = ("coordinator", "attorney", "advocate", "admin")


@dataclass(frozen=True)
class Screen:
    """One screen, and who has it.

    ``path`` is written as the router (or the API's door) writes it. Where it asks for a record, ``found`` says which:
    a question to the API whose first answer by that name is taken, or for a guest what a letter's link looks like.
    """

    name: str
    path: str
    people: tuple[str, ...]
    search: str = ""
    found: str = ""

    def address(self, record: str = "") -> str:
        """Where it is, with the record that it is about."""
        return re.sub(r"\$\w+|\{\w+\}", record, self.path) + self.search

    @property
    def asks(self) -> bool:
        """Whether it is about one record."""
        return bool(self.found)


#: Mateo's, whose case has most to show; else the next that they see.
_CASE = (
    '{ mateo: cases(filter: {search: "Mateo"}, first: 1) { edges { node { record: shortId } } }'
    " next: cases(first: 1) { edges { node { record: shortId } } } }"
)
_ACTION = "{ actions(states: [PUBLISHED], first: 1) { edges { node { record: id } } } }"
_ROOM = "{ actions(states: [PUBLISHED], first: 1) { edges { node { occasion { record: id } } } } }"
#: The hearing of one's own that comes next.
_HEARING = '{ cases(filter: {search: "Mateo"}, first: 1) { edges { node { nextHearing { record: id } } } } }'
_OPERATION = "{ operations { record: id } }"

#: In the order in which people meet them.
SCREENS: tuple[Screen, ...] = (
    Screen("sign-in", "/sign-in", GUEST),
    Screen("sign-in-return", "/sign-in/return/$organization", GUEST, found="elm-city"),
    Screen("welcome", "/welcome", GUEST),
    Screen("second-step", "/second-step", ("coordinator",)),
    Screen("today", "/", STAFF),
    Screen("board", "/board", STAFF),
    Screen("board-stages", "/board", ("coordinator",), search="?layout=stages"),
    Screen("monday", "/monday", ("coordinator", "attorney")),
    Screen("import", "/import", ("coordinator",)),
    Screen("case", "/cases/$shortId", ("coordinator", "attorney", "advocate"), found=_CASE),
    Screen("statement", "/cases/$shortId/statement", ("coordinator",), found=_CASE),
    Screen("calendar-month", "/calendar", ("coordinator",), search="?view=month"),
    Screen("calendar-week", "/calendar", ("coordinator",), search="?view=week"),
    Screen("calendar-list", "/calendar", ("coordinator", "advocate"), search="?view=list"),
    Screen("actions", "/actions", ("coordinator", "advocate")),
    Screen("action", "/actions/$actionId", ("coordinator", "attorney", "advocate"), found=_ACTION),
    Screen("room", "/room/$occasionId", ("coordinator", "advocate"), found=_ROOM),
    Screen("people", "/people", ("coordinator", "advocate")),
    Screen("tasks", "/tasks", ("coordinator", "attorney", "advocate")),
    Screen("feeds", "/subscriptions", ("coordinator", "attorney")),
    Screen("messages", "/messages", ("coordinator",)),
    Screen("inbox", "/inbox", ("coordinator", "attorney", "advocate")),
    Screen("offers", "/offers", ("coordinator", "attorney")),
    Screen("my-work", "/my-work", ("attorney", "coordinator")),
    Screen("report-hearing", "/report-hearing/$hearingId", ("attorney",), found=_HEARING),
    Screen("calls", "/calls", ("coordinator", "advocate")),
    Screen("operations", "/operations", ("coordinator",)),
    Screen("operation", "/operations/$operationId", ("coordinator",), found=_OPERATION),
    Screen("what-happened", "/what-happened", ("coordinator",)),
    Screen("reports", "/reports", ("coordinator", "admin")),
    Screen("community", "/community", ("coordinator", "advocate")),
    Screen("account", "/your-account", ("coordinator",)),
    Screen("organization", "/organization", ("admin", "coordinator", "advocate")),
    Screen("organization-dates", "/organization", ("coordinator",), search="?part=dates"),
    Screen("organization-messages", "/organization", ("admin",), search="?part=messages"),
    Screen("organization-trail", "/organization", ("admin",), search="?part=trail"),
    Screen("organization-keeping", "/organization", ("admin",), search="?part=keeping"),
    Screen("organization-keys", "/organization", ("admin",), search="?part=keys"),
    # By the links of letters.
    Screen("answer", "/a/{secret}", GUEST, found=r"/a/[\w-]{43}"),
    Screen("wishes", "/a/{secret}/wishes", GUEST, found=r"/a/[\w-]{43}"),
    Screen("together", "/a/{secret}/together", GUEST, found=r"/a/[\w-]{43}"),
    Screen("stop", "/a/{secret}/stop", GUEST, found=r"/a/[\w-]{43}"),
    Screen("dates", "/d/{secret}", GUEST, found=r"/d/[\w-]{43}"),
    Screen("date-check", "/c/{secret}", GUEST, found=r"/c/[\w-]{43}"),
    Screen("dispatch", "/r/{secret}", GUEST, found=r"/r/[\w-]{43}"),
    # As told to the world.
    Screen("public-page", "/p/{address}", GUEST, found="public"),
    Screen("poster", "/p/{address}/poster", GUEST, found="public"),
    Screen("sighting", "/report/{handle}", GUEST, found="desk"),
    Screen("sighting-thanks", "/report/{handle}/thanks", GUEST, found="desk"),
    Screen("demo-mail", "/demo/mail", ("coordinator",)),
)

#: Where the board is, wherever it moves.
BOARD = next(one.path for one in SCREENS if one.name == "board")

#: What has no screen of its own, and why.
NO_SCREENS = {
    "/feeds": "leads to /subscriptions",
    "/a/{secret}/seen": "shows the answer page",
    "/a/{secret}/wishes/start": "shows the wishes",
    "/a/{secret}/calendar.ics": "a file for calendars",
    "/d/{secret}/seen": "shows the dates",
    "/d/{secret}/stop": "as /a/{secret}/stop",
    "/d/{secret}/wishes": "as /a/{secret}/wishes",
    "/d/{secret}/wishes/start": "shows the wishes",
}


def routes() -> list[str]:
    """Every path that the router of the page knows."""
    return re.findall(r'createRoute\(\{[^}]*?path: "([^"]+)"', ROUTER.read_text())


def doors() -> list[str]:
    """Every page that the API itself draws for a guest: answer pages, dates, date checks, dispatches, the public's."""
    drawn = re.findall(r'Route\("(/(?:a|d|c|r|report)/\{\w+\}[^"]*)", [\w.]+, methods=\["GET"\]\)', APP.read_text())
    return [*drawn, "/p/{address}", "/p/{address}/poster"]


def unknown() -> list[str]:
    """Paths that somebody can open and nobody has put on the list."""
    known = {one.path for one in SCREENS} | set(NO_SCREENS)
    return sorted({*routes(), *doors()} - known)


def gone() -> list[str]:
    """Paths on the list that nobody can open any more."""
    there = {*routes(), *doors()}
    return sorted(({one.path for one in SCREENS} | set(NO_SCREENS)) - there - {"/demo/mail"})
