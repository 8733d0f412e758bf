"""What every request of one process shares, and who comes with a request."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from api.graph import schema
from api.live import Live
from api.plans import with_the_pages_own
from api.renderings import Renderings
from api.throttle import Throttle
from casework import openid, sign_in
from casework.news import News
from casework.reading import Answering, Arrival, arrived
from casework.refusals import SecondStepFirst
from casework.settings import Settings
from casework.transaction import Database
from casework.waker import Waker


class House:
    """What every request of one process shares."""

    def __init__(self, settings: Settings, database: Database, waker: Waker) -> None:
        self.settings = settings
        self.database = database
        self.waker = waker
        self.throttle = Throttle(settings.redis_url)
        #: What is committed here is told to open pages, of this process and of others.
        self.news = database.news = News(settings.redis_url)
        self.live = Live(database, self.news)
        self.documents = with_the_pages_own(schema.graphql)
        self.answering = Answering(database, settings.address)
        #: Public pages as they were last given out, never without asking whether they stand.
        self.renderings = Renderings()
        self.providers = openid.Conversations(settings.providers_nearby)

    async def close(self) -> None:
        """Let go of Redis, and of every open page."""
        await self.live.stop()
        self.database.news = None
        await self.news.close()
        await self.throttle.close()

    @property
    def https(self) -> bool:
        return self.settings.https

    def address_of(self, request: Request) -> str:
        """Where a request comes from, as a keyed index."""
        host = request.client.host if request.client else ""
        return self.database.vault.index("deployment", "client_address", host).hex()


def house(request: Request) -> House:
    found: House = request.app.state.house
    return found


def cookie_name(settings: Settings, what: str = "session") -> str:
    """``__Host-`` ties a cookie to https and this host; plain http on loopback can't have it."""
    return f"__Host-presencia-{what}" if settings.https else f"presencia_{what}"


def set_cookie(at: House, response: Response, what: str, value: str, seconds: int) -> None:
    """Give a browser a cookie that no page's script reads and no other site sends."""
    response.set_cookie(
        cookie_name(at.settings, what), value, max_age=seconds, path="/", secure=at.https, httponly=True,
        samesite="strict",
    )  # fmt: skip


def drop_cookie(at: House, response: Response, what: str = "session") -> None:
    """Take it back: a browser does so only where all else is as it was set."""
    response.delete_cookie(cookie_name(at.settings, what), path="/", secure=at.https, httponly=True, samesite="strict")


def signs(request: Request) -> bool:
    """Whether a request says at all who sends it."""
    return bool(request.headers.get("authorization") or request.cookies.get(cookie_name(house(request).settings)))


async def still_there(request: Request) -> Arrival | None:
    """Whoever opened a page, if they are still signed in: to wait for news is to do nothing."""
    return await _arrived(request, renewing=False)


async def _arrived(request: Request, *, renewing: bool) -> Arrival | None:
    at = house(request)
    header = request.headers.get("authorization", "")
    if header.lower().startswith("bearer "):
        return await arrived(at.database, header[7:].strip(), bearer=True, renewing=renewing)
    cookie = request.cookies.get(cookie_name(at.settings))
    return await arrived(at.database, cookie, bearer=False, renewing=renewing) if cookie else None


async def arriving(request: Request, *, limited: bool = False) -> Arrival | None:
    """Who is signed in by cookie or bearer token, and where they stand; or None. Whoever still owes a second step gets
    no further than to the doors that take ``limited`` arrivals. Raises :class:`SecondStepFirst`.
    """
    at = house(request)
    # What a page asks by itself keeps no idle session open.
    found = await _arrived(request, renewing=request.headers.get("x-presencia-by-itself") != "1")
    if found is None or found.person.session_id is None or found.second_step or not at.settings.demands_second_step:
        return found
    if not sign_in.owes_second_step(found.standing):
        return found
    if not limited:
        raise SecondStepFirst
    return replace(found, person=replace(found.person, limited=True))


__all__ = ["House", "arriving", "cookie_name", "drop_cookie", "house", "set_cookie", "signs", "still_there"]
