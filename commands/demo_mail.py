"""`/demo/mail`: the letters that the demo's post office kept, for whoever signed in. Only under `presencia up`."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from api.house import arriving
from casework.refusals import SecondStepFirst
from casework.settings import Settings
from commands import mail_catcher

#: Letters on the list. Older ones stay in the folder.
SHOWN = 200

#: A letter's HTML runs nothing, loads nothing, and is framed by nobody but us.
_LETTER_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data:; frame-ancestors 'self'"
)
_environment = Environment(loader=FileSystemLoader(Path(__file__).parent / "demo_pages"), autoescape=True)
_NAME = re.compile(r"[0-9A-Za-z.-]+\.eml")

Answer = Callable[[Request], Awaitable[Response]]


def routes(settings: Settings) -> Sequence[BaseRoute]:
    """The routes, for `api.app.create_app(extra_routes=…)`."""
    folder = settings.home / "mail"

    async def listed(request: Request) -> Response:
        return _page("list", letters=mail_catcher.kept(folder, SHOWN))

    async def one(request: Request) -> Response:
        letter = _letter(folder, request)
        if letter is None:
            return _nothing()
        text = _body(letter.message, "plain")
        return _page(
            "letter",
            letter=letter,
            html=_body(letter.message, "html") is not None,
            text=_linked(text) if text else None,
            attached=_attached(letter.message),
        )

    async def html(request: Request) -> Response:
        letter = _letter(folder, request)
        content = _body(letter.message, "html") if letter else None
        if content is None:
            return _nothing()
        # Links open beside the frame, in which the page itself may not stand.
        opened = re.sub(r"(<head[^>]*>)", r'\1<base target="_blank">', content, count=1, flags=re.IGNORECASE)
        return HTMLResponse(opened, headers={"content-security-policy": _LETTER_POLICY, "cache-control": "no-store"})

    async def part(request: Request) -> Response:
        letter = _letter(folder, request)
        parts = _attached(letter.message) if letter else []
        index = int(request.path_params["index"])
        if index >= len(parts):
            return _nothing()
        content = parts[index].get_payload(decode=True)
        # Always saved, never shown: what it is called inside the letter is the letter's word only.
        name = re.sub(r"[^\w.-]", "_", parts[index].get_filename() or "part")
        return Response(
            content if isinstance(content, bytes) else b"",
            media_type="application/octet-stream",
            headers={"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"},
        )

    return [
        Route("/demo/mail", _signed_in(listed), methods=["GET"]),
        Route("/demo/mail/{name}", _signed_in(one), methods=["GET"]),
        Route("/demo/mail/{name}/html", _signed_in(html), methods=["GET"]),
        Route("/demo/mail/{name}/part/{index:int}", _signed_in(part), methods=["GET"]),
    ]


def _signed_in(answer: Answer) -> Answer:
    async def guarded(request: Request) -> Response:
        try:
            arrival = await arriving(request)
        except SecondStepFirst:
            arrival = None
        if arrival is None:
            return _page("closed", status=401)
        return await answer(request)

    return guarded


def _letter(folder: Path, request: Request) -> mail_catcher.Kept | None:
    name = request.path_params["name"]
    # A name of ours only: no way out of the folder.
    if not _NAME.fullmatch(name) or not (folder / name).is_file():
        return None
    return mail_catcher.read(folder / name)


def _body(message: EmailMessage, subtype: str) -> str | None:
    part = message.get_body(preferencelist=(subtype,))
    return None if part is None else str(part.get_content())


def _attached(message: EmailMessage) -> list[EmailMessage]:
    return [
        part
        for part in message.walk()
        if not part.is_multipart() and part.get_content_type() not in {"text/plain", "text/html"}
    ]


def _linked(text: str) -> Markup:
    """Plain text with its addresses made links."""
    pieces = re.split(r"(https?://[^\s<>]+)", text)
    return Markup().join(
        Markup('<a href="{0}">{0}</a>').format(piece) if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )


def _nothing() -> Response:
    return HTMLResponse("There is no such letter.", 404)


def _page(name: str, status: int = 200, **facts: Any) -> Response:
    body = _environment.get_template(f"{name}.html").render(**facts)
    return HTMLResponse(body, status, headers={"cache-control": "no-store"})
