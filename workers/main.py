"""The worker: arq's clock and queue, with PostgreSQL as the truth.

A word through Valkey makes it look at once; a tick makes it look every fifteen seconds; and while Valkey is away, it
looks by itself. So an emptied or dead Valkey costs seconds, not a letter.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from datetime import timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from arq import cron
from arq.connections import ArqRedis, RedisSettings
from arq.cron import CronJob
from arq.worker import Worker, func
from redis.exceptions import RedisError

from casework import notices
from casework.news import News
from casework.settings import Settings
from casework.transaction import Database
from casework.vault import Vault
from casework.waker import HEARTBEAT, Waker
from workers.carriers import for_deployment
from workers.delivery import WorkerContext, deliver_due
from workers.housekeeping import (
    follow_changes,
    follow_placements,
    follow_reports,
    follow_seats,
    keep_house,
    plan_again,
    plan_digests,
    seal_trail,
    sweep_ended,
    watch_custody,
)
from workers.spreadsheets import follow_spreadsheets

#: Seconds between two looks when nobody wakes us.
TICK = 15
#: Seconds for one batch at the carriers.
CARRYING = 200.0
LEASE = notices.LEASE
#: Seconds between two times that all reminders are planned afresh.
PLANNING = 3600
#: Seconds that a stopping worker gives to what it is carrying.
GRACE = 20
#: Queue of our own, so that two deployments may share a server by number of database only.
QUEUE = "presencia:jobs"

log = logging.getLogger(__name__)


async def _look(context: WorkerContext) -> None:
    """Write what follows from what happened, and carry what is due: in this order, so that it goes out too."""
    await follow_reports(context)
    await follow_placements(context)
    await follow_changes(context)
    await follow_seats(context)
    await plan_digests(context)
    await deliver_due(context)


async def _deliver(ctx: dict[Any, Any]) -> None:
    try:
        await _look(ctx["context"])
    finally:
        # Whoever watches sees how the lines are, also when none of them lets anything through.
        await ctx["waker"].tell_lines(ctx["context"]["carriers"].told())


async def _follow_spreadsheets(ctx: dict[Any, Any]) -> None:
    await follow_spreadsheets(ctx["context"])


async def _keep_house(ctx: dict[Any, Any]) -> None:
    await keep_house(ctx["context"])


async def _plan_again(ctx: dict[Any, Any]) -> None:
    await plan_again(ctx["context"])


async def _sweep_ended(ctx: dict[Any, Any]) -> None:
    await sweep_ended(ctx["context"], ctx["zone"])


async def _watch_custody(ctx: dict[Any, Any]) -> None:
    await watch_custody(ctx["context"])


async def _seal_trail(ctx: dict[Any, Any]) -> None:
    await seal_trail(ctx["context"])


def looks(tick: int = TICK) -> list[CronJob]:
    """When we look by ourselves: at due letters every ``tick`` seconds (a divisor of 60), at the house now and then."""
    return [
        cron(_deliver, name="tick", second=set(range(0, 60, tick)), run_at_startup=True),
        # A job of its own: letters don't wait for an import.
        cron(_follow_spreadsheets, name="spreadsheets", second=set(range(5, 60, 15)), run_at_startup=True),
        cron(_keep_house, name="keep_house", minute=set(range(0, 60, 5)), second=7, run_at_startup=True),
        cron(_watch_custody, name="watch_custody", minute=set(range(3, 60, 10)), second=37, run_at_startup=True),
        cron(_seal_trail, name="seal_trail", second=set(range(2, 60, 5)), run_at_startup=True),
        cron(_plan_again, name="plan_again", minute=11, second=23),
        # Whether it is night is asked there.
        cron(_sweep_ended, name="sweep_ended", minute=41, second=11),
    ]


class WorkerSettings:
    """How our jobs run, in arq's words."""

    functions: ClassVar = [func(_deliver, name="deliver_due"), func(_follow_spreadsheets, name="follow_spreadsheets")]
    cron_jobs: ClassVar[list[CronJob]] = looks()
    queue_name = QUEUE
    #: A kept result would silently refuse the same job again.
    keep_result = 0
    #: A lost job is not missed: the next tick looks at the rows. So nothing is tried again by the queue.
    max_tries = 1
    job_timeout = 600
    max_jobs = 4
    health_check_interval = 5
    health_check_key = HEARTBEAT
    job_completion_wait = GRACE


class WorkerProcess:
    """One worker process: its database, its carriers, and the loop that outlives Valkey."""

    def __init__(self, settings: Settings, *, lease: timedelta = LEASE, tick: int = TICK) -> None:
        self.settings = settings
        self.tick = tick
        self.zone = ZoneInfo(settings.time_zone)
        self.database = Database(
            settings.database_url,
            Vault.at(settings.master_key_file, settings.master_key),
            pool_size=settings.database_pool,
        )
        self.waker = Waker(settings.redis_url)
        self.news = self.database.news = News(settings.redis_url)
        self.context: WorkerContext = {
            "database": self.database,
            "carriers": for_deployment(settings, self.database.vault, within=CARRYING),
            "house": notices.House(settings.address, settings.sender, settings.organizer, settings.reads_calendars),
            "lease": lease,
        }
        self._stopping = asyncio.Event()
        self._worker: Worker | None = None
        #: When it last planned all reminders afresh without the queue's clock.
        self._planned_at: float | None = None

    def stop(self) -> None:
        """Take no more work, finish what is being carried, and go."""
        self._stopping.set()
        if self._worker is not None:
            self._worker.handle_sig_wait_for_completion(signal.SIGTERM)

    async def run(self) -> None:
        """Work until stopped."""
        try:
            while not self._stopping.is_set():
                try:
                    await self._with_valkey()
                except (RedisError, OSError) as error:
                    log.warning("Valkey is away (%s); looking by ourselves", type(error).__name__)
                    await self._alone()
        finally:
            await self.waker.close()
            await self.news.close()
            await self.context["carriers"].close()
            await self.database.close()

    async def _with_valkey(self) -> None:
        settings = {name: value for name, value in vars(WorkerSettings).items() if not name.startswith("_")}
        connection = RedisSettings.from_dsn(self.settings.redis_url)
        # Without it the client tries for many seconds before it says that nobody is there.
        connection.conn_retries, connection.conn_retry_delay = 1, 1
        settings["cron_jobs"] = looks(self.tick)
        worker = self._worker = Worker(
            **settings,
            redis_settings=connection,
            handle_signals=False,
            # A named zone: a fixed offset would be an hour off from November on.
            timezone=self.zone,  # type: ignore[arg-type]
            ctx={"context": self.context, "zone": self.zone, "waker": self.waker},
            log_results=False,
        )
        listening = asyncio.create_task(self._listen(worker))
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await worker.async_run()
        finally:
            listening.cancel()
            await asyncio.wait([listening], timeout=2)
            self._worker = None
            await _put_down(worker)

    async def _listen(self, worker: Worker) -> None:
        """Put a job into the queue whenever somebody says that something is due."""
        while not self._stopping.is_set():
            try:
                async for _ in self.waker.heard():
                    queue: ArqRedis = worker.pool
                    await queue.enqueue_job("deliver_due")
                    await queue.enqueue_job("follow_spreadsheets", _job_id="follow_spreadsheets")
            except (RedisError, OSError, AssertionError, AttributeError) as error:
                log.info("not listening for a moment: %s", type(error).__name__)
            await asyncio.sleep(1)

    async def _alone(self) -> None:
        """One look without the queue, then a pause."""
        loop = asyncio.get_running_loop()
        try:
            await _look(self.context)
            await follow_spreadsheets(self.context)
            await keep_house(self.context)
            await watch_custody(self.context)
            await seal_trail(self.context)
            await sweep_ended(self.context, self.zone)
            if self._planned_at is None or loop.time() - self._planned_at > PLANNING:
                self._planned_at = loop.time()
                await plan_again(self.context)
        except Exception:
            log.exception("delivery failed; it is tried again")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), timeout=self.tick / 3)


async def _put_down(worker: Worker) -> None:
    try:
        await worker.close()
    except (RedisError, OSError, asyncio.CancelledError) as error:
        log.info("closed without Valkey: %s", type(error).__name__)


async def work(settings: Settings, *, lease: timedelta = LEASE, tick: int = TICK) -> None:
    """Run a worker in this event loop until SIGTERM or SIGINT."""
    working = WorkerProcess(settings, lease=lease, tick=tick)
    loop = asyncio.get_running_loop()
    for word in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(word, working.stop)
    await working.run()


def run(settings: Settings, *, lease: timedelta = LEASE, tick: int = TICK) -> None:
    """Run a worker process until it is told to stop: what ``presencia worker`` does."""
    asyncio.run(work(settings, lease=lease, tick=tick))
