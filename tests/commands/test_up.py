"""`presencia up`, as an operator meets it: started, killed, started again, stopped."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from casework.settings import ROOT
from commands import children, postgres

pytestmark = pytest.mark.servers
CHILDREN = ("api", "worker", "valkey", "postgres")


class Operator:
    """Somebody at a terminal, with a home and a port of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = postgres.free_port()
        self.runs: list[subprocess.Popen[str]] = []

    def environment(self, **more: str) -> dict[str, str]:
        mine = {"PRESENCIA_HOME": str(self.home), "PORT": str(self.port), "PRESENCIA_DEMO": "0"}
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PRESENCIA_")}
        return clean | mine | more

    def types(self, *words: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "commands", *words],
            cwd=ROOT,
            env=self.environment(**more),
            input=typed,
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )

    def starts(self) -> subprocess.Popen[str]:
        """Start, and wait until it says that it is ready."""
        said = self.home.with_suffix(".said")
        said.unlink(missing_ok=True)
        with said.open("w") as output:
            run = subprocess.Popen(
                [sys.executable, "-m", "commands", "up", "--no-page"],
                cwd=ROOT,
                env=self.environment(),
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
            )
        self.runs.append(run)
        assert children.until(lambda: "is ready" in said.read_text() or run.poll() is not None, 90), said.read_text()
        assert run.poll() is None, said.read_text()
        return run

    def pid_of(self, name: str) -> int:
        return int(json.loads((self.home / "running" / f"{name}.json").read_text())["pid"])

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/live", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[Operator]:
    with operating(tmp_path / "home") as found:
        yield found


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Operator]:
    """One that runs already, for what leaves it running."""
    with operating(tmp_path_factory.mktemp("running") / "home") as found:
        found.starts()
        yield found


@contextmanager
def operating(home: Path) -> Iterator[Operator]:
    found = Operator(home)
    try:
        yield found
    finally:
        for run in found.runs:
            if run.poll() is None:
                run.terminate()
                run.wait(30)
        children.stop_left_behind(found.home / "running")
        postgres.remove(found.home / "postgres")


def test_killed_outright_it_takes_its_children_along_and_the_next_start_finds_its_data(
    operator: Operator, running: Operator
) -> None:
    run = operator.starts()
    took_on = operator.types(
        "user", "create", "ana@elm.test", "--name", "Ana", "--organization", "elm", "--found", "Elm",
        "--phone", "203 555 0100", "--role", "admin",
        typed="a long enough password\n",
    )  # fmt: skip
    assert took_on.returncode == 0, took_on.stderr
    first = [operator.pid_of(name) for name in CHILDREN]

    run.kill()
    run.wait()
    began = time.monotonic()
    run = operator.starts()

    # The bar is 8 s on a quiet machine; tests share this one.
    assert time.monotonic() - began < 30
    assert not any(children.began(pid) for pid in first)
    assert operator.answers()
    assert operator.types("token", "create", "ana@elm.test", "--name", "script").stdout.startswith("presencia_")

    # Ctrl-C stops it and all it started, and not the one that runs beside it.
    second = [operator.pid_of(name) for name in CHILDREN]
    run.send_signal(signal.SIGINT)
    assert run.wait(30) == 0
    assert not any(children.began(pid) for pid in second)
    assert not (operator.home / "running.json").exists()
    assert not operator.answers()
    assert running.answers()


def test_whatever_is_killed_is_started_again(running: Operator) -> None:
    for name in CHILDREN:
        before = running.pid_of(name)
        os.kill(before, signal.SIGKILL)
        assert children.until(partial(_other, running, name, before), 30), name

    assert children.until(running.answers, 30)


def test_a_second_one_on_the_same_home_is_told_where_the_first_serves(running: Operator) -> None:
    second = running.types("up", "--no-page", PORT=str(postgres.free_port()))

    assert second.returncode == 1
    assert f"already runs on {running.home}, at http://127.0.0.1:{running.port}" in second.stderr
    assert running.answers()


def test_commands_beside_it_find_its_servers(running: Operator) -> None:
    migrated = running.types("migrate")

    assert migrated.returncode == 0, migrated.stderr
    assert migrated.stdout.startswith("The tables stand at ")


def test_what_the_home_keeps_is_for_its_owner_only(running: Operator) -> None:
    for name in ("master.key", "passwords.json", "running.json", "logs", "valkey", "running", "postgres"):
        assert (running.home / name).resolve().stat().st_mode & 0o077 == 0, name


def test_without_it_commands_say_what_to_do(operator: Operator) -> None:
    alone = operator.types("migrate")

    assert alone.returncode == 1
    assert alone.stderr.strip() == "There is no database. Start `make run` beside this, or set DATABASE_URL."


def test_a_busy_port_is_said_in_a_sentence_and_nothing_is_started(operator: Operator) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", operator.port))
        busy.listen(1)

        refused = operator.types("up", "--no-page")

    assert refused.returncode == 1
    assert f"Port {operator.port} on 127.0.0.1 cannot be had" in refused.stderr
    assert not (operator.home / "postgres").exists()


@pytest.mark.parametrize("open_to_others", [{"HOST": "0.0.0.0"}, {"PRESENCIA_PUBLIC_URL": "https://cases.example"}])  # noqa: S104 -- refused
def test_the_demo_refuses_to_be_public(operator: Operator, open_to_others: dict[str, str]) -> None:
    refused = operator.types("up", "--no-page", PRESENCIA_DEMO="1", **open_to_others)

    assert refused.returncode == 1
    assert "The demo runs on this machine only" in refused.stderr
    assert not (operator.home / "postgres").exists()


def test_a_setting_that_cannot_be_used_is_named(operator: Operator) -> None:
    refused = operator.types("migrate", PORT="eighty")

    assert refused.returncode == 1
    assert "PORT: " in refused.stderr
    assert "Traceback" not in refused.stderr


def test_told_to_stop_it_stops_with_all_its_children(running: Operator) -> None:
    (run,) = running.runs
    pids = [running.pid_of(name) for name in CHILDREN]

    run.terminate()

    assert run.wait(30) == 0
    assert not any(children.began(pid) for pid in pids)
    assert not (running.home / "running.json").exists()


def _other(operator: Operator, name: str, before: int) -> bool:
    try:
        return operator.pid_of(name) != before
    except (OSError, ValueError):
        return False
