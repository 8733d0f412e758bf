"""PRESENCIA_HOME: where the one command keeps what must survive it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from casework.master_keys import KeyRing
from casework.settings import RUNNING_FILE
from commands import children
from commands.children import CannotStart

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]


class Home:
    """The folder and what lies in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # The server's own user must pass through when we are root; nobody else needs to.
        path.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
        self.postgres = path / "postgres"
        self.valkey = path / "valkey"
        self.mail = path / "mail"
        self.logs = path / "logs"
        self.notes = path / "running"

    @contextlib.contextmanager
    def alone(self, patience: float = 15) -> Iterator[None]:
        """Hold this home for one `up`. One that is just stopping is waited for."""
        with (self.path / "up.lock").open("a") as lock:
            end = time.monotonic() + patience
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError as error:
                    if self._serving() or time.monotonic() > end:
                        at = self._serving()
                        raise CannotStart(
                            f"Presencia already runs on {self.path}{f', at {at}' if at else ''}."
                            " A second one beside it needs a PORT and a PRESENCIA_HOME of its own."
                        ) from error
                    time.sleep(0.2)
            self.tell_nobody()
            children.stop_left_behind(self.notes)
            try:
                yield
            finally:
                self.tell_nobody()

    def _serving(self) -> str:
        with contextlib.suppress(OSError, ValueError, KeyError):
            written = json.loads((self.path / RUNNING_FILE).read_text())
            if children.began(written["pid"]) == written["began"]:
                return str(written["address"])
        return ""

    def tell(self, address: str, settings: Mapping[str, str]) -> None:
        """Tell commands typed beside us where the servers listen (``casework.settings.running``)."""
        pid = os.getpid()
        facts = {"pid": pid, "began": children.began(pid), "address": address, "settings": dict(settings)}
        _write_private(self.path / RUNNING_FILE, json.dumps(facts))

    def tell_nobody(self) -> None:
        """Take back what :meth:`tell` told."""
        (self.path / RUNNING_FILE).unlink(missing_ok=True)

    def passwords(self) -> dict[str, str]:
        """The passwords of this home's servers and of its demo, made once."""
        path = self.path / "passwords.json"
        made = {name: secrets.token_hex(20) for name in ("cluster", "owner", "app", "valkey", "texts")}
        made["demo"] = sayable()
        if path.exists():
            try:
                known = {str(name): str(value) for name, value in json.loads(path.read_text()).items()}
            except (ValueError, AttributeError) as error:
                raise CannotStart(f"{path} cannot be read as JSON. It holds the passwords of this home.") from error
            made |= known
            if known == made:
                return made
        _write_private(path, json.dumps(made, indent=1))
        return made

    def master_key(self, path: Path) -> None:
        """See that there is a master key; a new home gets a new one."""
        if path.exists():
            KeyRing.read(path)
            return
        if path.parent != self.path:
            raise CannotStart(f"There is no master key at {path} (PRESENCIA_MASTER_KEY_FILE).")
        if self.postgres.exists() and any(self.postgres.resolve().glob("data/PG_VERSION")):
            raise CannotStart(
                f"{path} is gone, but the database sealed with it is still there. Put the key back, or remove"
                f" {self.path} to begin anew."
            )
        KeyRing.generate().write(path)


def sayable() -> str:
    """A password that can be read out: nine syllables and two digits, about 60 bits."""
    words = ["".join(secrets.choice(_SYLLABLES) for _ in range(3)) for _ in range(3)]
    return "-".join(words) + f"-{secrets.randbelow(90) + 10}"


def _write_private(path: Path, text: str) -> None:
    rough = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(rough, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    rough.replace(path)
