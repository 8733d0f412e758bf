"""Whether we live, whether we are ready, and figures for those who watch."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.door import house
from casework.health import migrated


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
    return JSONResponse({"ready": whole, **found}, 200 if whole else 503)


async def metrics(request: Request) -> Response:
    """Prometheus text."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


__all__ = ["live", "metrics", "ready"]
