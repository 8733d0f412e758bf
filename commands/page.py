"""Build the page, when the one that is built is not of these sources.

Runs as a child of `up`, side by side with the servers. Its log's last line says how far it is.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from casework.settings import ROOT
from commands.children import CannotStart

FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
#: Within the built page: the digest of the sources it was built of.
STAMP = "built-from.txt"
#: What Vite 8 runs on.
OLDEST_NODE = (20, 19)
_NOT_SOURCES = {"node_modules", "dist", "tests", "coverage", "test-results", "playwright-report"}


def digest() -> str:
    """A digest of everything the page is built of."""
    total = hashlib.sha256()
    for path in _sources(FRONTEND):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(FRONTEND).as_posix()} {content}\n".encode())
    return total.hexdigest()


def current(dist: Path = DIST) -> bool:
    """Whether the built page is of these sources."""
    try:
        return (dist / STAMP).read_text().strip() == digest()
    except OSError:
        return False


def build(*, tools: str = "run", every: float = 10) -> None:
    """Build the page into ``frontend/dist``; the old one stays until the new one is whole.

    ``tools="dev"`` installs what its tests need, too. ``every`` so many seconds it says how far it is.
    """
    if not (FRONTEND / "package-lock.json").is_file():
        raise CannotStart(f"The page's sources are not in {FRONTEND}. `presencia up --no-page` runs without the page.")
    with (FRONTEND / ".build.lock").open("w") as lock:
        # Two clones' worth of `up` may share these sources.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if current() and tools == "run":
            return
        environment = node_environment()
        install(environment, tools, every)
        if current():
            return
        _say("Building the page")
        new, old = FRONTEND / "dist.new", FRONTEND / "dist.old"
        before = digest()
        _run(["npm", "run", "build", "--", "--outDir", new.name, "--emptyOutDir"], environment)
        (new / STAMP).write_text(before + "\n")
        shutil.rmtree(old, ignore_errors=True)
        if DIST.exists():
            DIST.rename(old)
        new.rename(DIST)
        shutil.rmtree(old, ignore_errors=True)
        _say("The page is built")


def install(environment: dict[str, str], tools: str, every: float = 10) -> None:
    """``npm ci`` as the lock says, unless that is what lies there already."""
    modules = FRONTEND / "node_modules"
    stamp = modules / ".presencia"
    lock = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    present = stamp.read_text().split() if stamp.exists() else []
    if present[:1] == [lock] and (tools == "run" or present[1:] == ["dev"]):
        return
    # A developer's tools are not taken away by `make run`.
    keep_tests = tools == "dev" or present[1:] == ["dev"] or (modules / "vitest").exists()
    stamp.unlink(missing_ok=True)
    wanted = len(re.findall(r'"node_modules/', (FRONTEND / "package-lock.json").read_text()))
    done = threading.Event()
    threading.Thread(target=_count, args=(modules, wanted, done, every), daemon=True).start()
    try:
        _run(["npm", "ci", "--ignore-scripts", *([] if keep_tests else ["--omit=dev"])], environment)
    finally:
        done.set()
    stamp.write_text(f"{lock} {'dev' if keep_tests else 'run'}\n")


def node_environment() -> dict[str, str]:
    """An environment in which ``node`` and ``npm`` are new enough: the machine's, else a wheel's in ``.venv``."""
    environment = dict(os.environ) | {
        "npm_config_audit": "false",
        "npm_config_fund": "false",
        "npm_config_update_notifier": "false",
        "npm_config_loglevel": "error",
        # No tool of the page may tell anyone about us.
        "DO_NOT_TRACK": "1",
    }
    if _node_version(environment) >= OLDEST_NODE and shutil.which("npm"):
        return environment
    scripts = Path(sys.executable).parent
    environment["PATH"] = f"{scripts}{os.pathsep}{environment.get('PATH', '')}"
    if _node_version(environment) < OLDEST_NODE:
        _say("Fetching Node, because none new enough is here")
        lock = ROOT / "requirements-node.lock"
        uv = [str(scripts / "uv"), "pip", "install", "--quiet", "--no-config", "--python", sys.executable]
        _run([*uv, "--require-hashes", "-r", str(lock)], environment)
    return environment


def _node_version(environment: dict[str, str]) -> tuple[int, ...]:
    node = shutil.which("node", path=environment.get("PATH"))
    if node is None:
        return ()
    said = subprocess.run([node, "--version"], env=environment, capture_output=True, text=True, check=False)
    return tuple(int(part) for part in re.findall(r"\d+", said.stdout)[:2])


def _run(command: list[str], environment: dict[str, str]) -> None:
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        raise CannotStart(f"{command[0]} is not on PATH.")
    done = subprocess.run([program, *command[1:]], cwd=FRONTEND, env=environment, check=False)
    if done.returncode:
        raise CannotStart(f"This failed in frontend/: {' '.join(command)}")


def _sources(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(("dist", ".")) or path.name in _NOT_SOURCES:
            continue
        if path.is_dir():
            yield from _sources(path)
        else:
            yield path


def _count(modules: Path, wanted: int, done: threading.Event, every: float) -> None:
    while not done.wait(every):
        there = sum(1 for _ in modules.glob("*/package.json")) + sum(1 for _ in modules.glob("@*/*/package.json"))
        _say(f"Fetching the page's building tools: {min(there, wanted)} of at most {wanted}")


def _say(line: str) -> None:
    print(line, flush=True)


def main(tools: str = "run") -> None:
    """`up`'s child. Asked to stop, it takes npm and everything npm started with it."""
    signal.signal(signal.SIGTERM, lambda *_: os.killpg(0, signal.SIGKILL))
    try:
        build(tools=tools, every=1)
    except CannotStart as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main(*sys.argv[1:])
