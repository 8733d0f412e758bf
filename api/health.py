"""Whether we live, whether we are ready, and figures for those who watch."""

from __future__ import annotations

import contextlib
import hmac

from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.house import house
from casework import trail
from casework.actors import HOUSEKEEPING
from casework.health import migrated

_RESTING = Gauge(
    "presencia_line_resting", "1 while a carrier's line rests, because it failed or asked us to.", ["channel"]
)
_FAILURES = Gauge("presencia_line_failures", "How often in a row a carrier's line has failed.", ["channel"])
_UNSEALED = Gauge("presencia_trail_unsealed_seconds", "How long the oldest entry of the trail has waited for its seal.")


async def live(request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"live": True})


async def ready(request: Request) -> Response:
    """Database, migrations, Redis, worker and page: 200 when all are there, 503 with what is not."""
    at = house(request)
    page = at.settings.frontend_dist / "index.html"
    found = {
        "database": False,
        "migrations": False,
        "worker": await at.waker.worker_alive(),
        "page": page.is_file(),
    }
    try:
        found["migrations"] = await migrated(at.database)
        found["database"] = True
    except Exception:
        found["database"] = False
    whole = all(found.values())
    # Lines that rest are no reason to send nobody here.
    return JSONResponse({"ready": whole, **found, "lines": await at.waker.lines()}, 200 if whole else 503)


async def metrics(request: Request) -> Response:
    """Prometheus text: for whoever brings the token or, where there is none, for this machine itself."""
    at = house(request)
    if not _may_watch(request, at.settings.metrics_token):
        return Response("Not found.", 404, media_type="text/plain")
    with contextlib.suppress(Exception):
        # A database that is away is told by /health/ready.
        async with at.database.transaction(HOUSEKEEPING) as tx:
            since = await trail.unsealed_since(tx)
        _UNSEALED.set((tx.now - since).total_seconds() if since else 0)
    for channel, line in (await at.waker.lines()).items():
        _RESTING.labels(channel).set(line.get("state") == "resting")
        _FAILURES.labels(channel).set(line.get("failures", 0))
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


def _may_watch(request: Request, token: str) -> bool:
    if token:
        brought = request.headers.get("authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(brought.encode(), token.encode())
    host = request.client.host if request.client else ""
    # A proxy on this machine comes from it as well, and says for whom.
    passed_on = {"forwarded", "via", "x-forwarded-for", "x-real-ip"} & set(request.headers)
    return host in {"127.0.0.1", "::1"} and not passed_on


__all__ = ["live", "metrics", "ready"]
