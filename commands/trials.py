"""What `make test` runs: the Python tests, the page's own tests, and the tests in a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from casework.settings import ROOT
from commands.children import CannotStart

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
#: Where Debian keeps its servers' programs.
SYSTEM_POSTGRES = Path("/usr/lib/postgresql")


def run_all(arguments: tuple[str, ...] = ()) -> int:
    """Every test. One part's failure does not keep the next from running. Returns the exit code."""
    browser = chromium()
    parts: list[tuple[str, Callable[[], int]]] = [
        # First: calendars are read by a reader that comes with the page's tools, too.
        ("page", page),
        ("Python", partial(python, *arguments)),
        ("browser", partial(in_browser, browser)),
    ]
    failed, times = [], []
    for name, part in parts:
        began = time.monotonic()
        if part():
            failed.append(name)
        times.append(f"{name} {time.monotonic() - began:.0f} s")
    print(f"\nTests took: {', '.join(times)}.")
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def python(*arguments: str, environment: dict[str, str] | None = None) -> int:
    """All Python tests but those in a browser, two at a time."""
    workers = str(min(os.cpu_count() or 1, 4))
    apart = ("--ignore=tests/browser", "-m", "not browser")
    return _pytest("-n", workers, "--dist", "loadfile", *apart, *arguments, environment=environment)


def page() -> int:
    """The page's own tests, and its build."""
    from commands import page as pages

    try:
        pages.build(tools="dev")
        environment = pages.node_environment()
    except CannotStart as problem:
        print(problem)
        return 1
    return subprocess.run(["npm", "test", "--silent"], cwd=pages.FRONTEND, env=environment, check=False).returncode


def in_browser(browser: str) -> int:
    """What only a real browser can show: two at a time, because each waits for its pages most of the time."""
    workers = str(min(max(os.cpu_count() or 1, 2), 4))
    # One by one, so that nobody waits at the end for whoever drew the long ones.
    spread = ("-n", workers, "--dist", "load", "--maxschedchunk", "1")
    return _pytest("-m", "browser", *spread, environment=dict(os.environ) | {"CHROMIUM": browser})


def on_system_postgres() -> int:
    """The Python tests on the machine's own PostgreSQL, the oldest version that is there and good enough."""
    found = sorted(
        (int(path.name), path / "bin")
        for path in SYSTEM_POSTGRES.glob("*")
        if path.name.isdigit() and int(path.name) >= 15 and (path / "bin" / "initdb").exists()
    )
    if not found:
        print(f"There is no PostgreSQL 15 or newer in {SYSTEM_POSTGRES}. On Debian: apt install postgresql-15")
        return 1
    version, programs = found[0]
    print(f"On PostgreSQL {version}, {programs}")
    return python(environment=dict(os.environ) | {"PRESENCIA_TEST_POSTGRES": str(programs)})


def chromium() -> str:
    """A browser to test with. Raises :class:`CannotStart` with what to do when there is none."""
    if given := os.environ.get("CHROMIUM"):
        if shutil.which(given):
            return given
        raise CannotStart(f"CHROMIUM={given} is no program.")
    for _ in range(2):
        for name in BROWSERS:
            if found := shutil.which(name):
                return found
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            break
        print("Fetching Chromium for the browser tests …", flush=True)
        environment = dict(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "-qq", *command], env=environment, stdout=subprocess.DEVNULL, check=False)
    raise CannotStart(
        "The browser tests need Chromium, and none is on PATH. Install it (Debian: apt install chromium), or name one"
        " with CHROMIUM=/path/to/it."
    )


def _pytest(*arguments: str, environment: dict[str, str] | None = None) -> int:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
