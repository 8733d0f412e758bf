"""Make ``.venv`` hold what the lock says: ``prepare.py runtime`` for running, ``prepare.py dev`` for developing.

Runs before anything is installed, so it uses the standard library only. What development needs includes what running
needs; ``runtime`` therefore leaves a ``dev`` environment as it is. Every package is checked against its hash.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
OLDEST = (3, 11)


def main(wanted: str) -> None:
    """Make or sync the environment, unless its stamp says that it is what is wanted."""
    if sys.version_info < OLDEST:
        sys.exit(f"Presencia needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}. "
                 "Name another one: make run PYTHON=python3.12")  # fmt: skip
    with _alone():
        present = _stamp()
        if present.get("set") == "dev":
            wanted = "dev"
        if present == _wanted(wanted):
            return
        _install(wanted, anew=any(present.get(key) != value for key, value in _wanted(wanted).items() if key in BASE))
        STAMP.write_text(json.dumps(_wanted(wanted)))


#: A change of one of these makes a new environment; a change of the rest only syncs it.
BASE = ("root", "python")


def _wanted(set_: str) -> dict[str, str]:
    files = ["pyproject.toml", "requirements-uv.lock", _lock(set_).name]
    digest = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in files)).hexdigest()
    # A moved clone has scripts that point to the old place.
    return {"set": set_, "digest": digest, "root": str(ROOT), "python": sys.version.split()[0]}


def _stamp() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return found


def _lock(set_: str) -> Path:
    return ROOT / ("requirements.lock" if set_ == "runtime" else "requirements-dev.lock")


def _install(set_: str, *, anew: bool) -> None:
    began = time.monotonic()
    python = str(VENV / "bin" / "python")
    if anew or not Path(python).exists():
        _say("Making .venv …")
        shutil.rmtree(VENV, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(VENV)], hint="On Debian: apt install python3-venv")
    if not (VENV / "bin" / "uv").exists():
        _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes",
              "-r", str(ROOT / "requirements-uv.lock")])  # fmt: skip
    _say(f"Installing packages ({set_}) …")
    uv = [str(VENV / "bin" / "uv"), "pip"]
    target = ["--quiet", "--python", python, "--no-config"]
    _run([*uv, "sync", *target, "--require-hashes", str(_lock(set_))])
    # The build backend is itself locked with its hash, so nothing is fetched here.
    _run([*uv, "install", *target, "--no-deps", "--no-build-isolation", "--offline", "--editable", str(ROOT)])
    _say(f"Packages ready in {time.monotonic() - began:.0f} s.")


def _run(command: list[str], hint: str = "") -> None:
    # The caller's environment may say where packages come from, not where they come to lie.
    inherited = {name: value for name, value in os.environ.items() if name not in {"VIRTUAL_ENV", "PYTHONPATH"}}
    done = subprocess.run(command, env=_translated(inherited), check=False)
    if done.returncode:
        sys.exit(f"This failed: {' '.join(command)}" + (f"\n{hint}" if hint else ""))


def _translated(environment: dict[str, str]) -> dict[str, str]:
    """Tell uv what this machine told pip: certificates and time-outs. uv reads no pip settings."""
    if "PIP_CERT" in environment:
        environment.setdefault("SSL_CERT_FILE", environment["PIP_CERT"])
    environment.setdefault("UV_HTTP_TIMEOUT", "180")
    return environment


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two makes at once install one after the other."""
    try:
        import fcntl
    except ImportError:
        sys.exit("Presencia runs on Linux and macOS; on Windows use WSL.")
    with (ROOT / ".prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "runtime")
