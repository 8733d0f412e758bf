"""Child processes that do not outlive us.

Each child leads a process group of its own, so that Ctrl-C in a terminal reaches us alone and we stop them in order.
On Linux the kernel signals a child when we die; elsewhere, and for what slipped through, every child is noted in a
pid file, and the next start stops what it finds there.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

_PR_SET_PDEATHSIG = 1
#: "linux" or "darwin". A variable, because type checkers hold `sys.platform` to be the machine they run on.
_SYSTEM: str = sys.platform
_LIBC = ctypes.CDLL(None, use_errno=True) if _SYSTEM == "linux" else None


class CannotStart(Exception):
    """A sentence for the person at the terminal: what did not start, and what to do."""


class Child:
    """One running child, noted in ``notes`` (a folder) under its name until it is gone."""

    def __init__(
        self, name: str, process: subprocess.Popen[bytes], note: Path, log: Path, gentle: signal.Signals
    ) -> None:
        self.name = name
        self.process = process
        self.log = log
        self._note = note
        self._gentle = gentle

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def ask(self) -> None:
        """Ask it to stop, and do not wait."""
        if self.running:
            self.process.send_signal(self._gentle)

    def stop(self, patience: float = 10) -> None:
        """Ask, wait, then insist. Whatever the child started goes with it."""
        self.ask()
        if self.running:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        _kill_group(self.process.pid)
        self.process.wait()
        self._note.unlink(missing_ok=True)

    def last_words(self, lines: int = 15) -> str:
        """The end of the child's log."""
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        return ""


def start(
    name: str,
    command: Sequence[str],
    *,
    notes: Path,
    logs: Path,
    environment: Mapping[str, str],
    cwd: Path | None = None,
    user: int | None = None,
    gentle: signal.Signals = signal.SIGTERM,
) -> Child:
    """Start a child. ``gentle`` is the signal that asks it to stop; the kernel sends the same when we die."""
    notes.mkdir(mode=0o700, parents=True, exist_ok=True)
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = logs / f"{name}.log"
    with _private_log(log) as output:
        process = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            cwd=cwd,
            start_new_session=True,
            user=user,
            group=user,
            extra_groups=[] if user is not None else None,
            # The only way to tell the kernel; nothing in it allocates or locks.
            preexec_fn=_die_with(os.getpid(), gentle),
        )
    note = notes / f"{name}.json"
    note.write_text(json.dumps({"pid": process.pid, "began": began(process.pid), "signal": int(gentle)}))
    return Child(name, process, note, log, gentle)


def stop_left_behind(notes: Path, patience: float = 10) -> list[str]:
    """Stop children of a parent that died without stopping them. Returns their names."""
    left = []
    for note in sorted(notes.glob("*.json")):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            facts = json.loads(note.read_text())
            pid, ask = int(facts["pid"]), signal.Signals(facts["signal"])
            # A number alone proves nothing: after a restart of the machine it may be anybody's.
            if facts["began"] and began(pid) == facts["began"]:
                left.append(note.stem)
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, ask)
                until(lambda pid=pid, facts=facts: began(pid) != facts["began"], patience)  # type: ignore[misc]
                _kill_group(pid)
        note.unlink(missing_ok=True)
    return left


def began(pid: int) -> str:
    """When a process began, in the system's own words: with the pid, its identity. Empty when there is none."""
    try:
        if _SYSTEM == "linux":
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            return "" if fields[0] == "Z" else fields[19]
        done = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return done.stdout.strip()
    except OSError:
        return ""


def until(condition: Callable[[], bool], patience: float, pause: float = 0.02) -> bool:
    """Wait for a condition, at most so many seconds."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
    return True


def die_with_parent(ask: signal.Signals) -> None:
    """Have the kernel send us a signal when our own parent dies. Elsewhere than on Linux this does nothing."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(ask), 0, 0, 0)


def _private_log(path: Path) -> IO[bytes]:
    # One run's log, and the one before it.
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".log.1"))
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab")


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _die_with(parent: int, ask: signal.Signals) -> Callable[[], None] | None:
    if _LIBC is None:
        return None
    libc = _LIBC

    def tell_kernel() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(ask), 0, 0, 0)
        # The parent may have died before the kernel was told.
        if os.getppid() != parent:
            os._exit(1)

    return tell_kernel
