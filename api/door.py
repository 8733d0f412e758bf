"""The front door: POST /graphql, and the session that opens it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import Any

import orjson
from graphql import OperationType
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context
from api.graph import schema
from api.guards import BadRequest, checked, json_object, same_site
from casework import sign_in
from casework.actors import SIGN_IN, Person
from casework.refusals import NotFound, SignInRefused
from casework.settings import Settings
from casework.transaction import Database
from casework.waker import Waker

log = logging.getLogger("presencia.door")


class House:
    """What every request of one process shares."""

    def __init__(self, settings: Settings, database: Database, waker: Waker) -> None:
        self.settings = settings
        self.database = database
        self.waker = waker


def house(request: Request) -> House:
    found: House = request.app.state.house
    return found


def cookie_name(settings: Settings) -> str:
    """``__Host-`` ties the cookie to https and this host; plain http on loopback can't have it."""
    return "__Host-presencia" if settings.address.startswith("https://") else "presencia_session"


async def who(request: Request) -> Person | None:
    """The person signed in by cookie or bearer token, or None."""
    at = house(request)
    header = request.headers.get("authorization", "")
    cookie = request.cookies.get(cookie_name(at.settings))
    bearer = header[7:].strip() if header.lower().startswith("bearer ") else None
    if not bearer and not cookie:
        return None
    async with at.database.transaction(SIGN_IN) as tx:
        try:
            person_id = await (sign_in.by_token(tx, bearer) if bearer else sign_in.by_session(tx, cookie or ""))
        except NotFound:
            return None
        return Person(person_id) if await sign_in.belongs_somewhere(tx, person_id) else None


async def post_session(request: Request) -> Response:
    """Sign in: ``{"email": …, "password": …}``. 204 with a cookie, or 401 with a sentence."""
    at = house(request)
    try:
        same_site(request, at.settings.address)
        given = await json_object(request, 4_096)
        email, password = given.get("email"), given.get("password")
        if not isinstance(email, str) or not isinstance(password, str):
            raise BadRequest(400, "Send email and password.")
    except BadRequest as problem:
        return JSONResponse({"message": problem.sentence}, problem.status)
    async with at.database.transaction(SIGN_IN) as tx:
        asked = await sign_in.ask(tx, email)
    right = await sign_in.compare(asked, password)
    async with at.database.transaction(SIGN_IN) as tx:
        if right and asked.person_id:
            secret = await sign_in.sign_in(tx, asked.person_id)
        else:
            await sign_in.failed(tx, asked)
            secret = None
    if secret is None:
        return JSONResponse({"message": SignInRefused().message}, 401)
    response = Response(status_code=204)
    response.set_cookie(
        cookie_name(at.settings),
        secret,
        max_age=int(sign_in.ABSOLUTE.total_seconds()),
        path="/",
        secure=at.settings.address.startswith("https://"),
        httponly=True,
        samesite="strict",
    )
    return response


async def delete_session(request: Request) -> Response:
    """Sign out. The browser forgets everything it kept of us."""
    at = house(request)
    try:
        same_site(request, at.settings.address)
    except BadRequest as problem:
        return JSONResponse({"message": problem.sentence}, problem.status)
    if secret := request.cookies.get(cookie_name(at.settings)):
        async with at.database.transaction(SIGN_IN) as tx:
            await sign_in.sign_out(tx, secret)
    response = Response(status_code=204, headers={"clear-site-data": '"cache", "cookies", "storage"'})
    response.delete_cookie(cookie_name(at.settings), path="/")
    return response


async def graphql(request: Request) -> Response:
    """One operation. GraphQL over HTTP, POST only: nothing private stands in an address."""
    try:
        return await _answer(request)
    except BadRequest as problem:
        return _errors(request, problem.status, problem.sentence)


async def _answer(request: Request) -> Response:
    at = house(request)
    same_site(request, at.settings.address)
    body = await json_object(request)
    document, variables, operation = _asked(body)
    actor = await who(request)
    if actor is None:
        return _errors(request, 401, "Sign in first.", code="SIGNED_OUT")
    kind, name = checked(document, variables, operation)
    if kind is OperationType.SUBSCRIPTION:
        raise BadRequest(400, "There are no subscriptions here.")
    request_id = request.headers.get("x-request-id", "")[:64] or secrets.token_hex(8)
    context = Context(at.database, at.settings, actor, request_id, at.waker.wake)
    context.operation = name[:100]
    try:
        result = await schema.execute(
            document,
            variable_values=variables,
            context_value=context,
            operation_name=operation,
        )
        await context.finish()
    except asyncio.CancelledError as error:
        await context.abandon(error)
        raise
    except Exception as error:
        await context.abandon(error)
        log.exception("an operation failed", extra={"request_id": request_id})
        return _errors(request, 500, "Something went wrong on our side.", request_id=request_id)
    payload: dict[str, Any] = {"data": result.data} if result.data is not None or not result.errors else {}
    if result.errors:
        payload["errors"] = [_shown(error.formatted, request_id) for error in result.errors]
        if result.data is None:
            payload["data"] = None
    request_error = bool(result.errors) and result.data is None and not any(error.path for error in result.errors or ())
    if request_error:
        payload.pop("data", None)
    return _said(request, payload, 400 if request_error else 200)


def _asked(body: dict[str, Any]) -> tuple[str, dict[str, Any], str | None]:
    document, variables, operation = body.get("query"), body.get("variables"), body.get("operationName")
    if not isinstance(document, str) or not document.strip():
        raise BadRequest(400, "Send a document as query.")
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest(400, "Variables are an object.")
    if operation is not None and not isinstance(operation, str):
        raise BadRequest(400, "operationName is text.")
    return document, variables or {}, operation or None


def _shown(error: Any, request_id: str) -> dict[str, Any]:
    return {**error, "extensions": {**(error.get("extensions") or {}), "requestId": request_id}}


def _errors(request: Request, status: int, sentence: str, **extensions: str) -> Response:
    error: dict[str, Any] = {"message": sentence}
    if extensions:
        error["extensions"] = extensions
    return _said(request, {"errors": [error]}, status)


def _said(request: Request, payload: dict[str, Any], status: int) -> Response:
    new = "application/graphql-response+json" in request.headers.get("accept", "")
    return Response(
        orjson.dumps(payload, default=str),
        status_code=status,
        media_type="application/graphql-response+json" if new else "application/json",
        headers={"cache-control": "no-store"},
    )
