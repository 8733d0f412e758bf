"""`presencia worker`: sends what is due, and keeps house."""

from __future__ import annotations

import logging
import sys

from commands import deployment


def worker() -> None:
    """Send what is due and keep house, until told to stop (SIGTERM, Ctrl-C)."""
    settings = deployment.with_database()
    if not settings.redis_url:
        sys.exit("There is no queue. Start `make run` beside this, or set REDIS_URL.")
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s", stream=sys.stdout
    )
    # Its lines name every job; ours name what went wrong.
    logging.getLogger("arq").setLevel(logging.WARNING)

    from workers import main

    try:
        main.run(settings)
    except ValueError as problem:
        sys.exit(str(problem))
