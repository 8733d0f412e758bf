"""`/demo/mail`: the letters, texts, chats and browsers' words that the demo kept, for whoever signed in; and answers to
texts, as a telephone would send them. Only under `presencia up`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs
from xml.sax.saxutils import unescape

import httpx2
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.guards import BadRequest, same_site_link
from api.house import arriving
from casework.refusals import SecondStepFirst
from casework.settings import Settings
from casework.text_account import TextAccount
from commands import mail_catcher
from workers.carriers.mailbox import keep

#: Letters on the list. Older ones stay in the folder.
SHOWN = 200

#: A letter's HTML runs nothing, loads nothing, and is framed by nobody but us.
_LETTER_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data:; frame-ancestors 'self'"
)
#: Our pages show a letter in a frame, and send answers to ourselves.
_PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
#: How each came, in words.
_CHANNELS = {"sms": "Text", "reply": "Their text", "chat": "Chat", "push": "Browser"}
#: What a telephone may answer at one tap.
_REPLIES = ("1", "2", "STOP", "START", "HELP")
_environment = Environment(loader=FileSystemLoader(Path(__file__).parent / "demo_pages"), autoescape=True)
_NAME = re.compile(r"[0-9A-Za-z.-]+\.eml")

Answer = Callable[[Request], Awaitable[Response]]


def routes(settings: Settings) -> Sequence[BaseRoute]:
    """The routes, for `api.app.create_app(extra_routes=…)`."""
    folder = settings.home / "mail"

    async def listed(request: Request) -> Response:
        return _page("list", letters=mail_catcher.kept(folder, SHOWN), channels=_CHANNELS)

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
            channels=_CHANNELS,
            replies=_REPLIES if letter.message["X-Channel"] == "sms" and settings.sms_url else (),
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

    async def reply(request: Request) -> Response:
        letter = _letter(folder, request)
        if letter is None or letter.message["X-Channel"] != "sms" or not settings.sms_url:
            return _nothing()
        try:
            same_site_link(request, settings.address)
        except BadRequest as problem:
            return HTMLResponse(problem.sentence, problem.status)
        said = parse_qs((await request.body())[:2_000].decode("utf-8", "replace")).get("said", [""])[0]
        number = str(letter.message["To"])
        answer = await _answered(settings, number, said)
        for who, to, text in ((number, "Presencia", said), ("Presencia", number, answer)):
            if text:
                _keep(folder, who, to, text)
        return RedirectResponse("/demo/mail", 303)

    return [
        Route("/demo/mail/{name}/reply", _signed_in(reply), methods=["POST"]),
        Route("/demo/mail", _signed_in(listed), methods=["GET"]),
        Route("/demo/mail/{name}", _signed_in(one), methods=["GET"]),
        Route("/demo/mail/{name}/html", _signed_in(html), methods=["GET"]),
        Route("/demo/mail/{name}/part/{index:int}", _signed_in(part), methods=["GET"]),
    ]


async def _answered(settings: Settings, number: str, said: str) -> str:
    """Send a text to our own door, signed as its carrier signs, and read what is answered."""
    account = TextAccount.at(settings.sms_url)
    path = "/inbound/sms"
    form = {
        "MessageSid": f"SM{secrets.token_hex(16)}", "AccountSid": account.sid, "From": number,
        "To": account.sender or "", "Body": said,
    }  # fmt: skip
    signed = account.signature(f"{settings.address}{path}", form.items())
    here = "127.0.0.1" if settings.host in {"0.0.0.0", "::", ""} else settings.host  # noqa: S104 -- compared, not bound
    async with httpx2.AsyncClient(trust_env=False, timeout=10) as client:
        answer = await client.post(
            f"http://{f'[{here}]' if ':' in here else here}:{settings.port}{path}",
            data=form,
            headers={"x-twilio-signature": signed},
        )
    found = re.search(r"<Message>(.*?)</Message>", answer.text, re.DOTALL)
    return unescape(found[1]) if found else ""


def _keep(folder: Path, who: str, to: str, text: str) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["X-Channel"] = "sms" if who == "Presencia" else "reply"
    mail["From"], mail["To"], mail["Subject"] = who, to, " ".join(text.split())[:200]
    mail.set_content(text)
    keep(folder, mail.as_bytes())


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
    headers = {"cache-control": "no-store", "content-security-policy": _PAGE_POLICY}
    return HTMLResponse(body, status, headers=headers)
