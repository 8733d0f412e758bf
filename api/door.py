"""The front door: POST /graphql."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from typing import Any
from uuid import UUID

import orjson
from graphql import GraphQLError, GraphQLFormattedError, OperationType
from prometheus_client import Counter, Histogram
from starlette.requests import Request
from starlette.responses import Response

from api import nodes
from api.context import Context
from api.graph import schema
from api.guards import BadRequest, json_object, same_site
from api.house import arriving, house, signs, still_there
from api.language import asked_for
from api.live import event_stream, wants_events
from api.plans import Planned, bounded, read, weigh
from casework import spreadsheets
from casework.language import LANGUAGES
from casework.reading import Arrival, Left, LeftAside
from casework.refusals import Refusal, SecondStepFirst

log = logging.getLogger("presencia.door")

_ANSWERED = Counter(
    "presencia_queries", "Operations answered, by the path that answered them, and why.", ["path", "why"]
)
_TOOK = Histogram(
    "presencia_operation_seconds",
    "What answering took, by the page's own operations (of all others: other) and the path that answered.",
    ["operation", "path"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


async def graphql(request: Request) -> Response:
    """One operation. GraphQL over HTTP, POST only: nothing private stands in an address."""
    began = time.perf_counter()
    try:
        return await _answer(request)
    except BadRequest as problem:
        return _errors(request, _legacy(request, problem.status), problem.sentence)
    finally:
        _measure(request, time.perf_counter() - began)


def _legacy(request: Request, status: int) -> int:
    """A client that knows application/json only takes any other status than 200 for a broken line: a document that is
    not right is told with 200 then (GraphQL over HTTP §6.4.1). What is wrong with the request itself is not.
    """
    accepts = request.headers.get("accept", "")
    only_json = "application/json" in accepts and "application/graphql-response+json" not in accepts
    return 200 if status == 400 and only_json and getattr(request.state, "well_formed", False) else status


def _act_of(request: Request) -> UUID | None:
    """What the page calls the act. Raises :class:`BadRequest` for what is no such number."""
    said = request.headers.get("x-presencia-act")
    try:
        return UUID(said) if said else None
    except ValueError as problem:
        raise BadRequest(400, "X-Presencia-Act must be a UUID that was made for this act alone.") from problem


def _refuse_another(request: Request, person_id: UUID) -> None:
    """An act that waited without a signal is its author's: a cookie alone would send it as whoever signed in since.
    Raises :class:`BadRequest` when the page says that it is another's.
    """
    whose = request.headers.get("x-presencia-person")
    if whose is not None and whose != nodes.global_id("Person", person_id):
        raise BadRequest(409, "Somebody else is signed in here now. What waited was not sent.")


def _named(request: Request) -> str:
    """What the page calls its request, for the trail and the logs. What an import did goes by a name of its own, and
    taking the import back spares whatever was done under any other: nobody else is called so.
    """
    said = request.headers.get("x-request-id", "")[:64]
    return said if said and not said.startswith(spreadsheets.TOLD_AS) else secrets.token_hex(8)


def _measure(request: Request, seconds: float) -> None:
    """How long an operation took, whatever path it went. Of a slow one the name is logged, never what it was asked."""
    planned: Planned | None = getattr(request.state, "planned", None)
    if planned is None:
        return
    path = request.state.path
    _TOOK.labels(planned.name if planned.own else "other", path).observe(seconds)
    if seconds >= house(request).settings.slow:
        log.warning(
            "a slow operation: %s took %.2f s (%s)", planned.name[:100], seconds, path,
            extra={"request_id": request.state.request_id},
        )  # fmt: skip


async def _answer(request: Request) -> Response:
    at = house(request)
    same_site(request, at.settings.address)
    body = await json_object(request)
    document, variables, operation = _asked(body)
    request.state.well_formed = True
    if not signs(request):
        return _signed_out(request)
    # What asks for too much is refused before any SQL runs; whose document it is, is known before it is remembered.
    bounded(variables)
    planned = at.documents.find(document, operation)
    parsed = (planned.document, planned.operation) if planned else read(document, operation)
    weighed = (planned is not None and planned.weighed) or weigh(parsed[0], variables)
    try:
        arrival = await arriving(request)
    except SecondStepFirst as refusal:
        sentence = refusal.said(asked_for(request) or LANGUAGES[0])
        return _errors(request, 403, sentence, code="SECOND_STEP_FIRST")
    if arrival is None:
        return _signed_out(request)
    _refuse_another(request, arrival.person.id)
    if planned is None:
        planned = at.documents.read(document, operation, *parsed)
    planned.weighed = weighed
    request_id = _named(request)
    request.state.planned, request.state.path, request.state.request_id = planned, "ordinary", request_id
    if planned.errors:
        return _said(
            request,
            {"errors": [_shown(error.formatted, request_id) for error in planned.errors]},
            _legacy(request, 400),
        )
    if planned.kind is OperationType.SUBSCRIPTION:
        return await _subscribed(request, arrival, planned, document, variables, operation)
    if planned.kind is OperationType.MUTATION and not arrival.acts:
        raise BadRequest(403, "This token may only read.")
    if planned.kind is OperationType.QUERY:
        try:
            wanted, arguments = planned.asked(at.documents.schema, variables)
            said = await at.answering.answer(
                wanted, arguments, standing=arrival.standing, operation=planned.name[:100], request_id=request_id,
                language=asked_for(request),
            )  # fmt: skip
        except LeftAside as reason:
            _ANSWERED.labels("ordinary", reason.why).inc()
        except Refusal:
            _ANSWERED.labels("ordinary", Left.REFUSED).inc()
        except Exception:
            # The ordinary executor isolates what failed by field.
            _ANSWERED.labels("ordinary", Left.FAULT).inc()
            log.exception("a reading failed", extra={"request_id": request_id})
        else:
            _ANSWERED.labels("woven", "").inc()
            request.state.path = "woven"
            return _sent(request, b'{"data":' + said + b"}", 200)
    else:
        _ANSWERED.labels("ordinary", Left.ACT).inc()
    context = Context(at.database, at.settings, arrival.person, request_id, at.waker.wake)
    context.operation, context.document = planned.name[:100], planned.document
    context.language = asked_for(request)
    if planned.kind is OperationType.MUTATION:
        context.act_id = _act_of(request)
    try:
        result = await schema.execute(
            document,
            variable_values=variables,
            context_value=context,
            operation_name=operation,
        )
        if result.data is None and result.errors:
            # Nothing was disclosed; and what ran beside the field that failed was cut off, its connection with it.
            await context.abandon(result.errors[0])
        else:
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
        language = context.language or LANGUAGES[0]
        payload["errors"] = [_shown(_refusal_said(error, language), request_id) for error in result.errors]
        if result.data is None:
            payload["data"] = None
    request_error = bool(result.errors) and result.data is None and not any(error.path for error in result.errors or ())
    if request_error:
        payload.pop("data", None)
    return _said(request, payload, _legacy(request, 400) if request_error else 200)


async def _subscribed(
    request: Request,
    arrival: Arrival,
    planned: Planned,
    document: str,
    variables: dict[str, Any],
    operation: str | None,
) -> Response:
    """A page that wants to be told what changes, until its session ends."""
    at = house(request)
    if not wants_events(request):
        raise BadRequest(406, "Subscriptions are answered with text/event-stream: accept that.")
    context = Context(at.database, at.settings, arrival.person, request.state.request_id, at.waker.wake)
    context.operation, context.document = planned.name[:100], planned.document
    context.language = asked_for(request)
    stream = await at.live.open(arrival.person.id)
    context.told = lambda: at.live.follow(stream, lambda: still_there(request))

    async def ended() -> None:
        at.live.close(stream)
        await context.finish()

    try:
        results = await schema.subscribe(
            document, variable_values=variables, context_value=context, operation_name=operation
        )
    except BaseException:
        await ended()
        raise
    _ANSWERED.labels("stream", "").inc()
    request.state.path = "stream"
    return event_stream(results, ended)


def _signed_out(request: Request) -> Response:
    return _errors(request, 401, "Sign in first.", code="SIGNED_OUT")


def _asked(body: dict[str, Any]) -> tuple[str, dict[str, Any], str | None]:
    document, variables, operation = body.get("query"), body.get("variables"), body.get("operationName")
    if not isinstance(document, str) or not document.strip():
        raise BadRequest(400, "Send a document as query.")
    if variables is not None and not isinstance(variables, dict):
        raise BadRequest(400, "Variables are an object.")
    if body.get("extensions") is not None and not isinstance(body["extensions"], dict):
        raise BadRequest(400, "Extensions are an object.")
    if operation is not None and not isinstance(operation, str):
        raise BadRequest(400, "operationName is text.")
    return document, variables or {}, operation or None


def _refusal_said(error: GraphQLError, language: str) -> GraphQLFormattedError:
    """A reading that is refused says why in the page's language."""
    said = error.formatted
    if isinstance(error.original_error, Refusal):
        said["message"] = error.original_error.said(language)
    return said


def _shown(error: Any, request_id: str) -> dict[str, Any]:
    return {**error, "extensions": {**(error.get("extensions") or {}), "requestId": request_id}}


def _errors(request: Request, status: int, sentence: str, **extensions: str) -> Response:
    error: dict[str, Any] = {"message": sentence}
    if extensions:
        error["extensions"] = extensions
    return _said(request, {"errors": [error]}, status)


def _said(request: Request, payload: dict[str, Any], status: int) -> Response:
    return _sent(request, orjson.dumps(payload, default=str), status)


def _sent(request: Request, body: bytes, status: int) -> Response:
    new = "application/graphql-response+json" in request.headers.get("accept", "")
    return Response(
        body,
        status_code=status,
        media_type="application/graphql-response+json" if new else "application/json",
        headers={"cache-control": "no-store"},
    )
