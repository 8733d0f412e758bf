"""The worker as an operator runs it: a process of its own, with real PostgreSQL, Valkey and SMTP."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import redis

from casework.master_keys import KeyRing
from casework.settings import ROOT, Settings
from casework.waker import HEARTBEAT, Waker
from schema.notices import LetterKind, NoticeState
from tests.house import House
from tests.workers.post_office import PostOffice, free_port, open_at
from tests.workers.test_delivery import moved
from workers.main import QUEUE, WorkerSettings

_WORK = """
import logging, sys
from datetime import timedelta
from casework.settings import Settings
from workers.main import run
logging.basicConfig(level="INFO")
run(Settings(), lease=timedelta(seconds=float(sys.argv[1])), tick=int(sys.argv[2]))
"""


class Process:
    """One worker process, as ``presencia worker`` is."""

    def __init__(self, settings: Settings, lease: float, tick: int, log: Path) -> None:
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": settings.database_url,
            "REDIS_URL": settings.redis_url,
            "PRESENCIA_HOME": str(settings.home),
            "PRESENCIA_SMTP_URL": settings.smtp_url,
        }
        self.log = log
        with log.open("ab") as file:
            self.child = subprocess.Popen(
                [sys.executable, "-c", _WORK, str(lease), str(tick)],
                env=environment,
                stdout=file,
                stderr=file,
                cwd=ROOT,
            )

    def end(self, word: signal.Signals = signal.SIGTERM) -> int:
        if self.child.poll() is None:
            self.child.send_signal(word)
        return self.child.wait(timeout=30)

    def words(self) -> str:
        return self.log.read_text()


@contextmanager
def a_worker(settings: Settings, *, lease: float = 300, tick: int = 3) -> Iterator[Process]:
    process = Process(settings, lease, tick, settings.home / "worker.log")
    try:
        yield process
    finally:
        process.end(signal.SIGKILL)


async def until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        await asyncio.sleep(0.05)


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def worker_settings(database_url: str, redis_url: str, master_key: KeyRing, tmp_path: Path, port: int) -> Settings:
    master_key.write(tmp_path / "master.key")
    return Settings(
        database_url=database_url, redis_url=redis_url, smtp_url=f"smtp://127.0.0.1:{port}", home=tmp_path
    )  # fmt: skip


def beats(settings: Settings) -> bool:
    with redis.Redis.from_url(settings.redis_url) as client:
        return bool(client.exists(HEARTBEAT))


async def test_a_word_makes_the_worker_deliver_within_seconds(
    house: House, worker_settings: Settings, port: int
) -> None:
    office, waker = PostOffice(), Waker(worker_settings.redis_url)
    with open_at(office, port), a_worker(worker_settings, tick=60) as process:
        await until(lambda: beats(worker_settings))
        assert await waker.worker_alive()
        # Away from a tick, so that it is the word which wakes.
        await until(lambda: 1 < time.time() % 60 < 53)
        house.clock.now = datetime.now(UTC)
        await moved(house)
        begun = time.monotonic()
        waker.wake()
        await until(lambda: len(office.about_dates) == 2)
        assert time.monotonic() - begun < 5

        assert process.end() == 0
    assert not beats(worker_settings)
    assert "Traceback" not in process.words()
    await waker.close()


async def test_a_worker_killed_while_carrying_loses_no_letter(
    house: House, worker_settings: Settings, port: int
) -> None:
    office = PostOffice()
    office.may_answer.clear()
    await moved(house)
    with open_at(office, port):
        with a_worker(worker_settings, lease=3) as process:
            # Both letters are with the server, which has not said yet that it takes them.
            await until(lambda: len(office.about_dates) == 2)
            process.end(signal.SIGKILL)
        office.may_answer.set()
        claimed = await house.rows(kind=LetterKind.RESCHEDULED)
        assert {(one.state, one.leased_until is not None) for one in claimed} == {(NoticeState.PLANNED, True)}

        with a_worker(worker_settings, lease=30):
            await until(lambda: len(office.about_dates) == 4)
            await asyncio.sleep(1)

    # Carried twice, under the same id: whoever has it already shows it once.
    ids = [str(message["Message-ID"]) for message in office.about_dates]
    assert sorted(ids[:2]) == sorted(ids[2:])
    assert {one.state for one in await house.rows(kind=LetterKind.RESCHEDULED)} == {NoticeState.CARRIED}


async def test_an_emptied_valkey_loses_no_letter(house: House, worker_settings: Settings, port: int) -> None:
    office = PostOffice()
    with open_at(office, port), a_worker(worker_settings) as process:
        await until(lambda: beats(worker_settings))
        house.clock.now = datetime.now(UTC)
        await moved(house)
        for _ in range(3):
            with redis.Redis.from_url(worker_settings.redis_url) as client:
                client.flushall()
            await asyncio.sleep(0.5)
        await until(lambda: len(office.about_dates) == 2, 20)

        assert process.end() == 0


async def test_without_any_valkey_the_worker_looks_by_itself(
    house: House, worker_settings: Settings, port: int
) -> None:
    office = PostOffice()
    away = worker_settings.model_copy(update={"redis_url": f"redis://127.0.0.1:{free_port()}/0"})
    await moved(house)
    waker = Waker(away.redis_url)
    waker.wake()  # never waits, never fails
    with open_at(office, port), a_worker(away) as process:
        await until(lambda: len(office.about_dates) == 2)
        assert not await waker.worker_alive()
        assert process.end() == 0
    await waker.close()


async def test_a_worker_that_is_told_to_stop_finishes_what_it_carries(
    house: House, worker_settings: Settings, port: int
) -> None:
    office = PostOffice()
    office.may_answer.clear()
    await moved(house)
    with open_at(office, port), a_worker(worker_settings) as process:
        await until(lambda: len(office.about_dates) == 2)
        process.child.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.5)
        office.may_answer.set()
        assert process.end() == 0

    assert {one.state for one in await house.rows(kind=LetterKind.RESCHEDULED)} == {NoticeState.CARRIED}


def test_jobs_are_kept_by_nobody_and_never_tried_again_by_the_queue() -> None:
    assert WorkerSettings.keep_result == 0
    assert WorkerSettings.max_tries == 1
    assert WorkerSettings.queue_name == QUEUE
