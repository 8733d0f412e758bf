"""What files hold, in and out: POST /cases/{id}/files and GET /files/{id}. Not through the graph (SECURITY §7, §9).

A file comes as the bare body; what it is called and belongs to stands in headers, so that no address and no log holds
a name. It is counted while it is read: one byte too many, or too few in too long a time, and the rest is not taken in
(:mod:`api.receiving`). It goes out as something to save; a picture the page may draw as well, and keeps nothing of it.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from api import nodes, receiving
from api.guards import BadRequest, same_site, same_site_link
from api.house import arriving, house
from api.language import asked_for
from api.nodes import global_id
from api.rest import refused
from casework import documents, refusals
from casework.actors import Person
from casework.language import LANGUAGES
from schema.documents import FileAudience, FileKind

_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.HEIC: "image/heic",
    FileKind.TEXT: "text/plain; charset=utf-8",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
}

Answer = Callable[[Request], Awaitable[Response]]


def answering(answer: Answer) -> Answer:
    """Refusals as sentences, and nothing of it kept by anybody on the way."""

    async def endpoint(request: Request) -> Response:
        try:
            response = await answer(request)
        except BadRequest as problem:
            headers = problem.headers if isinstance(problem, receiving.SaidNo) else None
            told = JSONResponse({"message": problem.sentence}, problem.status, headers)
            response = _said(request, problem.sentence, told)
        except refusals.Refusal as refusal:
            language = language_of(request)
            response = _said(request, refusal.said(language), refused(refusal, language))
        response.headers["cache-control"] = "no-store"
        return response

    endpoint.__name__ = answer.__name__
    return endpoint


def language_of(request: Request) -> str:
    """The language that the sender reads."""
    return asked_for(request) or LANGUAGES[0]


def _said(request: Request, sentence: str, response: Response) -> Response:
    """Whoever followed a link reads a sentence; a script is told more."""
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return PlainTextResponse(sentence + "\n", response.status_code)
    return response


@answering
async def put(request: Request) -> Response:
    """Put a file with a case."""
    at = house(request)
    same_site(request, at.settings.address)
    person = await who(request, acting=True)
    case_id = nodes.key("Case", request.path_params["id"])
    document_id = nodes.optional_key("Document", request.headers.get("x-document"))
    audience, name = _audience(request), named(request)
    sent_as_file(request)
    request_id = secrets.token_hex(8)
    async with at.database.transaction(person, request_id=request_id) as tx:
        await documents.may_add(tx, case_id)
    language = language_of(request)
    with receiving.PLACES.taken(person.id, language):
        content = await receiving.body(request, language)
        kind = await asyncio.to_thread(documents.told_by_content, content)
        async with at.database.transaction(person, request_id=request_id) as tx:
            file = await documents.add_file(
                tx, case_id, name, content, kind, document_id=document_id, audience=audience
            )
    said = {"id": global_id("CaseFile", file.id), "kind": file.kind.name, "size": file.size}
    return JSONResponse(said, 201)


@answering
async def get(request: Request) -> Response:
    """Open a file. It is an entry in the trail."""
    at = house(request)
    same_site_link(request, at.settings.address)
    person = await who(request, acting=False)
    file_id = nodes.key("CaseFile", request.path_params["id"])
    async with at.database.transaction(person, request_id=secrets.token_hex(8)) as tx:
        opened = await documents.open_file(tx, file_id)
        await tx.record_views("OpenFile")
    return Response(
        opened.content,
        media_type=_TYPES[opened.kind],
        headers={
            "content-disposition": _attached(opened.name),
            "x-content-type-options": "nosniff",
            "content-security-policy": "default-src 'none'; sandbox",
            "cross-origin-resource-policy": "same-origin",
        },
    )


def sent_as_file(request: Request) -> None:
    """Raises :class:`BadRequest` for a body that is no bare file."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/octet-stream":
        raise BadRequest(415, "Send the file itself, as application/octet-stream.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise BadRequest(415, "Send the file uncompressed.")


async def who(request: Request, *, acting: bool) -> Person:
    """Who is signed in. Raises :class:`BadRequest`, also for a token that only reads where somebody acts."""
    arrival = await arriving(request)
    if arrival is None:
        raise BadRequest(401, "Sign in first.")
    if acting and not arrival.acts:
        raise BadRequest(403, "This token may only read.")
    return arrival.person


def named(request: Request) -> str:
    """What it is called, percent-encoded as UTF-8: headers hold no other letters."""
    said = request.headers.get("x-file-name", "")
    try:
        name = unquote(said, errors="strict")
    except UnicodeDecodeError:
        name = ""
    if not name.strip() or len(said) > 2_000:
        raise BadRequest(400, "Send the file's name in X-File-Name, percent-encoded.")
    return name


def _audience(request: Request) -> FileAudience | None:
    said = request.headers.get("x-audience")
    if said is None:
        return None
    if said not in FileAudience.__members__:
        raise BadRequest(400, f"X-Audience is one of {', '.join(FileAudience.__members__)}.")
    return FileAudience[said]


def _attached(name: str) -> str:
    """To be saved under its name (RFC 6266; RFC 8187): in letters that every program reads, and as it is."""
    plain = "".join(one if one.isascii() and (one.isalnum() or one in " ._-()") else "_" for one in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


__all__ = ["answering", "get", "language_of", "named", "put", "sent_as_file", "who"]
