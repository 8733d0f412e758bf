"""The application: every door of the API, behind the same headers."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import (
    account,
    bringing,
    browsers,
    caldav,
    calendar_feeds,
    door,
    exports,
    files,
    funder_reports,
    health,
    inbound,
    photos,
    prints,
    providers,
    session,
)
from api.house import House
from api.packed import packed
from api.pages import answers, date_checks, dates, public, together, wishes
from api.pages import sightings as sighting_pages
from api.rest import Answer, answering
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from casework.waker import Waker

#: What every answer carries unless it says otherwise itself (SECURITY §9).
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-robots-tag": "noindex",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}


#: The page's own. Its styles are known by a nonce that is new each time it is served.
_PAGE_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
#: What shows a telephone what it is told, and what opens the page without a signal: it fetches the page's own files.
_WORKERS = frozenset({"push.js", "sw.js"})
_WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
#: Where the built page wants the nonce.
_NONCE = "__NONCE__"

#: Where no page of ours begins.
_NO_PAGES = frozenset(
    {
        "assets",
        "graphql",
        "session",
        "a",
        "c",
        "d",
        "p",
        "r",
        "report",
        "caldav",
        "demo",
        "exports",
        "files",
        "inbound",
        ".well-known",
    }
)

#: Doors that take JSON and give a file.
_EXPORTS: dict[str, Answer] = {
    "cases": exports.cases,
    "hearings": exports.hearings,
    "case-sheet": prints.case_sheet,
    "court-list": prints.court_list,
    "funder-report": funder_reports.taken_away,
}
#: Doors that take JSON and give JSON: signing in, and one's own sign-in.
_REST: tuple[tuple[str, str, Answer], ...] = (
    ("POST", "/session", session.begin),
    ("POST", "/session/code", session.code),
    ("POST", "/session/passkey/options", session.passkey_asked),
    ("POST", "/session/passkey", session.passkey),
    ("DELETE", "/session", session.end),
    ("POST", "/session/reset", session.ask_for_reset),
    ("POST", "/session/link", session.look_at_link),
    ("POST", "/session/link/password", session.use_link),
    ("POST", "/session/provider", providers.go),
    ("POST", "/session/provider/return", providers.come_back),
    ("GET", "/account", account.show),
    ("POST", "/account/proof", account.prove),
    ("POST", "/account/proof/passkey", account.prove_by_passkey),
    ("POST", "/account/password", account.change_password),
    ("POST", "/account/authenticator", account.begin_authenticator),
    ("POST", "/account/authenticator/code", account.confirm_authenticator),
    ("DELETE", "/account/authenticator", account.remove_authenticator),
    ("POST", "/account/recovery-codes", account.new_recovery_codes),
    ("POST", "/account/passkeys/options", account.ask_for_new_passkey),
    ("POST", "/account/passkeys", account.add_passkey),
    ("DELETE", "/account/passkeys/{id}", account.remove_passkey),
    ("POST", "/account/providers", providers.go_to_be_linked),
    ("DELETE", "/account/providers/{id}", providers.unlink),
    ("DELETE", "/account/sessions/{id}", account.end_session),
    ("DELETE", "/account/sessions", account.end_other_sessions),
    ("POST", "/account/tokens", account.create_token),
    ("DELETE", "/account/tokens/{id}", account.revoke_token),
    ("POST", "/account/app-passwords", account.make_app_password),
    ("POST", "/account/app-passwords/{id}", account.rotate_app_password),
    ("DELETE", "/account/app-passwords/{id}", account.revoke_app_password),
    ("GET", "/account/browsers", browsers.show),
    ("POST", "/account/browsers", browsers.subscribe),
    ("DELETE", "/account/browsers/{id}", browsers.unsubscribe),
)


class Headers:
    """Adds the headers, and a request id where the client sent none."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.headers = dict(_HEADERS)
        if secure:
            self.headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("x-request-id", request_id)
            await send(message)

        await self.app(scope, receive, sending)


def create_app(
    settings: Settings, *, extra_routes: Sequence[BaseRoute] = (), database: Database | None = None
) -> FastAPI:
    """The ASGI application. ``extra_routes`` stand before the page, such as the demo's mail; a ``database`` that is
    given is used, and closed by whoever gave it.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            opened = database
            if opened is None:
                vault = Vault.at(settings.master_key_file, settings.master_key)
                opened = Database(settings.database_url, vault, pool_size=settings.database_pool)
                stack.push_async_callback(opened.close)
            waker = Waker(settings.redis_url)
            stack.push_async_callback(waker.close)
            app.state.house = House(settings, opened, waker)
            stack.push_async_callback(app.state.house.close)
            yield

    routes: list[BaseRoute] = [
        Route("/graphql", door.graphql, methods=["POST"]),
        *(Route(path, answering(answer), methods=[method]) for method, path, answer in _REST),
        *(Route(f"/exports/{name}", answering(answer), methods=["POST"]) for name, answer in _EXPORTS.items()),
        Route("/cases/{id}/files", files.put, methods=["POST"]),
        Route("/files/{id}", files.get, methods=["GET"]),
        Route("/organizations/{id}/spreadsheets", bringing.put, methods=["POST"]),
        Route("/spreadsheets/{id}/left-behind", bringing.left_behind, methods=["GET"]),
        Route("/health/live", health.live, methods=["GET"]),
        Route("/health/ready", health.ready, methods=["GET"]),
        Route("/metrics", health.metrics, methods=["GET"]),
        Route("/feeds/{secret}.ics", calendar_feeds.feed, methods=["GET", "HEAD"]),
        Route("/.well-known/caldav", caldav.begin, methods=caldav.READS),
        # Some devices ask the bare host first.
        Route("/", caldav.begin, methods=["OPTIONS", "PROPFIND"]),
        Route("/caldav", caldav.answer, methods=[*caldav.READS, *caldav.WRITES]),
        Route("/caldav/{path:path}", caldav.answer, methods=[*caldav.READS, *caldav.WRITES]),
        Route("/inbound/sms", inbound.sms, methods=["POST"]),
        Route("/inbound/sms/status", inbound.sms_status, methods=["POST"]),
        Route("/inbound/mail", inbound.mail, methods=["POST"]),
        Mount("/a/static", StaticFiles(directory=Path(answers.__file__).parent / "static")),
        Route("/a/{secret}", answers.show, methods=["GET"]),
        Route("/a/{secret}", answers.answer, methods=["POST"]),
        Route("/a/{secret}/seen", answers.show, methods=["GET"]),
        Route("/a/{secret}/seen", answers.seen, methods=["POST"]),
        Route("/a/{secret}/stop", answers.show, methods=["GET"]),
        Route("/a/{secret}/stop", answers.stop, methods=["POST"]),
        Route("/a/{secret}/wishes", wishes.show, methods=["GET"]),
        Route("/a/{secret}/wishes", wishes.edit, methods=["POST"]),
        Route("/a/{secret}/wishes/start", wishes.show, methods=["GET"]),
        Route("/a/{secret}/wishes/start", wishes.start, methods=["POST"]),
        Route("/a/{secret}/together", together.show, methods=["GET"]),
        Route("/a/{secret}/together", together.change, methods=["POST"]),
        Route("/a/{secret}/calendar.ics", answers.entry, methods=["GET"]),
        Route("/d/{secret}", dates.show, methods=["GET"]),
        Route("/d/{secret}/seen", dates.show, methods=["GET"]),
        Route("/d/{secret}/seen", dates.seen, methods=["POST"]),
        Route("/d/{secret}/stop", dates.show, methods=["GET"]),
        Route("/d/{secret}/stop", dates.stop, methods=["POST"]),
        Route("/d/{secret}/wishes", wishes.show, methods=["GET"]),
        Route("/d/{secret}/wishes", wishes.edit, methods=["POST"]),
        Route("/d/{secret}/wishes/start", wishes.show, methods=["GET"]),
        Route("/d/{secret}/wishes/start", wishes.start, methods=["POST"]),
        Route("/c/{secret}", date_checks.show, methods=["GET"]),
        Route("/c/{secret}", date_checks.act, methods=["POST"]),
        *(
            Route(f"/p/{{address}}{rest}", public.answering(form), methods=["GET", "HEAD"])
            for rest, form in public.FORMS
        ),
        Route("/report/{handle}", sighting_pages.show, methods=["GET"]),
        Route("/report/{handle}", sighting_pages.tell, methods=["POST"]),
        Route("/report/{handle}/thanks", sighting_pages.thanks, methods=["GET"]),
        Route("/r/{secret}", sighting_pages.show_dispatch, methods=["GET"]),
        Route("/r/{secret}", sighting_pages.answer_dispatch, methods=["POST"]),
        Route("/sightings/photos/{id}", photos.get, methods=["GET"]),
        Route("/robots.txt", _robots, methods=["GET"]),
        *extra_routes,
        Route("/{path:path}", _page(settings.frontend_dist), methods=["GET"]),
    ]
    app = FastAPI(lifespan=lifespan, routes=routes, openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(Headers, secure=settings.https)
    return app


async def _robots(request: Request) -> Response:
    """Calendars obey it, so feeds stay allowed; what keeps pages out of indexes is X-Robots-Tag (CALENDAR §0.10).
    Public pages say for themselves whether an index may have them, and must be read for that.
    """
    return PlainTextResponse("User-agent: *\nAllow: /feeds/\nAllow: /p/\nAllow: /a/static/\nDisallow: /\n")


def _page(dist: Path) -> Callable[[Request], Response]:
    """The built page: a file where there is one, else the page itself, which finds its own way."""

    def serve(request: Request) -> Response:
        try:
            wanted = (dist / request.path_params["path"]).resolve()
            there = wanted.is_relative_to(dist.resolve()) and wanted.is_file()
        except (OSError, ValueError):
            # No file system knows such a name.
            return PlainTextResponse("There is nothing here.\n", 404)
        if there and wanted.name != "index.html":
            # Built names carry a hash, so that they never change.
            hashed = "assets" in wanted.relative_to(dist.resolve()).parts
            kept = {"cache-control": "public, max-age=31536000, immutable" if hashed else "no-cache"}
            # A worker's own policy stands in its own answer, and it works on every page of ours.
            works = {"content-security-policy": _WORKER_POLICY, "service-worker-allowed": "/"}
            headers = kept | (works if wanted.name in _WORKERS else {})
            return packed(wanted, request.headers.get("accept-encoding", ""), headers)
        first, _, rest = request.path_params["path"].partition("/")
        # "/feeds" is a page of ours; "/feeds/…" would have been a calendar.
        if first in _NO_PAGES or (first == "feeds" and rest):
            return PlainTextResponse("There is nothing here.\n", 404)
        page = dist / "index.html"
        if not page.is_file():
            return PlainTextResponse("The page is not built yet. `make run` builds it.\n", 503)
        nonce = secrets.token_urlsafe(16)
        return HTMLResponse(
            page.read_text().replace(_NONCE, nonce),
            headers={
                # A nonce that somebody kept would be none.
                "cache-control": "no-store",
                "content-security-policy": _PAGE_POLICY.format(nonce=nonce),
            },
        )

    return serve
