"""`presencia up`, which is `make run`: everything, on one machine, with one command.

PostgreSQL and Valkey from wheels, a post office that keeps the demo's mail, migrations, the demo's people on first
run, the built page, the API and the worker. All are our children: they stop when we stop, and what dies is started
again. State lies in PRESENCIA_HOME.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from typing import Annotated

from cyclopts import Parameter

from casework.settings import ROOT, Settings
from commands import children, deployment, postgres, valkey
from commands.children import CannotStart, Child
from commands.home import Home
from commands.mail_catcher import Catcher
from commands.postgres import Postgres
from commands.progress import Progress
from commands.text_catcher import TextCatcher
from commands.valkey import Valkey
from migrations import roles, running

DATABASE = "presencia"
DEMO_SIGN_INS = (
    ("coordinator@demo.test", "a coordinator of a legal-aid organization: begin here"),
    ("attorney@demo.test", "an attorney who takes cases pro bono"),
    ("advocate@demo.test", "an advocate of a community group"),
    ("admin@demo.test", "the organization's admin"),
    ("coordinator@other.test", "a coordinator of a second organization that shares one case"),
    ("samir@other.test", "an attorney there, to whom cases are offered"),
)
#: A child that dies this often within a minute is not started again.
TOO_OFTEN = 5


def up(*, page: Annotated[bool, Parameter(help="Build and serve the page.")] = True) -> None:
    """Start everything on this machine, and stop it with Ctrl-C."""
    settings = deployment.settings()
    if "PRESENCIA_DEMO" not in os.environ:
        settings = settings.model_copy(update={"demo": True})
    _leave_with_make()
    try:
        deployment.refuse_public_demo(settings)
        for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(one, _asked_to_stop)
        Household(settings, Home(settings.home), page=page).live()
    except Stop:
        pass
    except CannotStart as problem:
        sys.exit(str(problem))


class Stop(Exception):
    """Somebody asked us to stop."""


class Household:
    """Everything that runs, in the order it starts; it stops in the opposite one."""

    def __init__(self, settings: Settings, home: Home, *, page: bool) -> None:
        self.settings = settings
        self.home = home
        self.passwords: dict[str, str] = {}
        self.progress = Progress()
        self.environment: dict[str, str] = {}
        self.postgres: Postgres | None = None
        self.valkey: Valkey | None = None
        self.catcher: Catcher | None = None
        self.texts: TextCatcher | None = None
        self.children: dict[str, Child] = {}
        self._page = page
        self._deaths: dict[str, list[float]] = {}

    def live(self) -> None:
        """Start, serve until asked to stop, stop."""
        with self.home.alone():
            refuse_busy_port(self.settings)
            first = not self.home.postgres.exists()
            self.progress.say("Presencia prepares its first start: about a minute." if first else "Presencia starts.")
            try:
                self._start()
                self._serve()
            except Stop:
                self.progress.say("\nStopping …")
            finally:
                # From here on nobody interrupts: what was started is stopped.
                for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                    signal.signal(one, signal.SIG_IGN)
                self._stop()
        self.progress.say("Stopped.")

    # Starting.

    def _start(self) -> None:
        if self._page:
            # The longest part, so it goes first and beside the rest.
            self.children["page"] = self._child("page", [sys.executable, "-u", "-m", "commands.page"])
        self.passwords = self.home.passwords()
        if not self.settings.master_key:
            self.home.master_key(self.settings.master_key_file)
        self._start_servers()
        self._migrate()
        # Its imports take seconds, so it starts beside the demo; the worker waits until there is something whole.
        self.children["api"] = self._child("api", _presencia("serve"))
        self._load_demo()
        self.children["worker"] = self._child("worker", _presencia("worker"))
        self._wait_until_ready()

    def _start_servers(self) -> None:
        told = {
            "PRESENCIA_HOME": str(self.home.path),
            "PRESENCIA_MASTER_KEY_FILE": str(self.settings.master_key_file),
            "PRESENCIA_DEMO": "1" if self.settings.demo else "0",
            "HOST": self.settings.host,
            "PORT": str(self.settings.port),
            "PRESENCIA_PUBLIC_URL": self.settings.public_url,
        }
        if self.settings.database_url:
            told |= {"DATABASE_URL": self.settings.database_url, "DATABASE_OWNER_URL": self.settings.owner_url}
        else:
            self.progress.now("Starting PostgreSQL")
            self.postgres = self._postgres()
            self._make_database(self.postgres)
            told |= {
                "DATABASE_URL": self.postgres.url(roles.APP, self.passwords["app"], DATABASE),
                "DATABASE_OWNER_URL": self.postgres.url(roles.OWNER, self.passwords["owner"], DATABASE),
            }
            self.progress.done("PostgreSQL runs")
        if self.settings.redis_url:
            told["REDIS_URL"] = self.settings.redis_url
        else:
            self.valkey = self._valkey()
            told["REDIS_URL"] = self.valkey.url
            self.progress.done("Valkey runs")
        if self.settings.smtp_url:
            told["PRESENCIA_SMTP_URL"] = self.settings.smtp_url
        elif self.settings.demo:
            self.catcher = Catcher(self.home.mail)
            self.catcher.start()
            told["PRESENCIA_SMTP_URL"] = self.catcher.url
        if self.settings.sms_url:
            told["PRESENCIA_SMS_URL"] = self.settings.sms_url
        elif self.settings.demo:
            self.texts = TextCatcher(self.home.mail, self.passwords["texts"])
            self.texts.start()
            told |= {
                "PRESENCIA_SMS_URL": self.texts.url,
                "PRESENCIA_CHAT": "1",
                "PRESENCIA_CHAT_HOSTS": ",".join(filter(None, (self.settings.chat_hosts, "127.0.0.1"))),
                # What would stand on a screen, too.
                "PRESENCIA_MAILBOX": str(self.home.mail),
            }
        if self.settings.demo:
            told["PRESENCIA_DEMO_PASSWORD"] = self.settings.demo_password or self.passwords["demo"]
        self.environment = dict(os.environ) | {name: value for name, value in told.items() if value}
        self.home.tell(self.settings.address, told)

    def _postgres(self, port: int | None = None) -> Postgres:
        home = self.home
        return postgres.start(
            home.postgres, password=self.passwords["cluster"], notes=home.notes, logs=home.logs, port=port
        )

    def _valkey(self, port: int | None = None) -> Valkey:
        home = self.home
        return valkey.start(home.valkey, password=self.passwords["valkey"], notes=home.notes, logs=home.logs, port=port)

    def _make_database(self, server: Postgres) -> None:
        asyncio.run(
            roles.prepare(
                server.url(),
                database=DATABASE,
                owner_password=self.passwords["owner"],
                app_password=self.passwords["app"],
            )
        )

    def _migrate(self) -> None:
        self.progress.now("Bringing the tables up to date")
        here = Settings(
            database_url=self.environment["DATABASE_URL"],
            database_owner_url=self.environment["DATABASE_OWNER_URL"],
        )
        try:
            revision = asyncio.run(running.migrate(here.owner_url, here.database_url))
            asyncio.run(deployment.load_reference(here))
        except (running.NotReady, OSError) as problem:
            raise CannotStart(f"The database cannot be used: {problem}") from problem
        self.progress.done(f"The tables stand at {revision}")

    def _load_demo(self) -> None:
        if not self.settings.demo:
            return
        done = self.home.path / "demo-loaded"
        if done.exists():
            return
        demo = self._child("demo", _presencia("demo"))
        self.children["demo"] = demo
        while demo.running:
            self.progress.now("Inviting the demo's people")
            self._tell_about_page()
            time.sleep(0.1)
        if demo.process.returncode:
            raise CannotStart(f"The demo could not be loaded. Its last words:\n{demo.last_words()}")
        del self.children["demo"]
        demo.stop()
        done.touch()
        self.progress.done("The demo's people are in")

    def _wait_until_ready(self) -> None:
        waited, missing = time.monotonic(), ""
        while True:
            self._keep_alive()
            building = "page" in self.children
            if building:
                self._tell_about_page()
                waited = time.monotonic()
            ready, missing = _ready(self.settings, "ready" if self._page else "live")
            if ready and not building:
                return
            if not building:
                self.progress.now(f"Waiting for {missing or 'the API'}")
            if time.monotonic() - waited > 90:
                raise CannotStart(
                    f"The API is not ready after 90 s{f' ({missing})' if missing else ''}. Its log: "
                    f"{self.home.logs / 'api.log'}"
                )
            time.sleep(0.1)

    def _tell_about_page(self) -> None:
        page = self.children.get("page")
        if page is None:
            return
        if page.running:
            self.progress.now(page.last_words(1))
            return
        if page.process.returncode:
            raise CannotStart(f"The page could not be built. Its last words:\n{page.last_words(30)}")
        del self.children["page"]
        page.stop()
        self.progress.done("The page is built")

    # Serving.

    def _serve(self) -> None:
        self.progress.say(self._welcome())
        while True:
            self._keep_alive()
            time.sleep(0.3)

    def _welcome(self) -> str:
        lines = ["", f"Presencia is ready after {self.progress.seconds:.0f} s:  {self.settings.address}"]
        if self.settings.passkey_origin != self.settings.address:
            lines += [f"Passkeys need a name, so they work at  {self.settings.passkey_origin}"]
        if self.settings.demo:
            password = self.environment["PRESENCIA_DEMO_PASSWORD"]
            lines += ["", f"Sign in with the password  {password}  as"]
            lines += [f"  {address:<24} {who}" for address, who in DEMO_SIGN_INS]
        if self.catcher is not None:
            lines += ["", f"Letters and texts are kept, not sent: {self.settings.address}/demo/mail"]
            if self.texts is not None:
                lines += [f"A chat to try:  ntfy://127.0.0.1:{self.texts.port}/anything"]
        lines += ["", f"State and logs lie in {self.home.path}. Ctrl-C stops everything."]
        return "\n".join(lines)

    def _keep_alive(self) -> None:
        """Start again what died. What keeps dying is told, and everything stops."""
        if self.postgres is not None and not self.postgres.child.running:
            self._died("postgres", self.postgres.child)
            self.postgres = self._postgres(self.postgres.port)
        if self.valkey is not None and not self.valkey.child.running:
            self._died("valkey", self.valkey.child)
            self.valkey = self._valkey(self.valkey.port)
        for name, command in (("api", "serve"), ("worker", "worker")):
            child = self.children.get(name)
            if child is not None and not child.running:
                self._died(name, child)
                self.children[name] = self._child(name, _presencia(command))

    def _died(self, name: str, child: Child) -> None:
        deaths = [at for at in self._deaths.get(name, []) if time.monotonic() - at < 60]
        self._deaths[name] = [*deaths, time.monotonic()]
        child.stop()
        if len(self._deaths[name]) >= TOO_OFTEN:
            raise CannotStart(f"{name} keeps stopping. Its last words, in {child.log}:\n{child.last_words()}")
        self.progress.done(f"{name} stopped ({_how(child)}); starting it again")

    # Stopping.

    def _stop(self) -> None:
        """Doors first, so that nobody stands before a closed database."""
        doors = list(self.children.values())
        for child in doors:
            child.ask()
        for child in doors:
            child.stop()
        if self.catcher is not None:
            self.catcher.stop()
        if self.texts is not None:
            self.texts.stop()
        if self.valkey is not None:
            self.valkey.stop()
        if self.postgres is not None:
            self.postgres.stop()
        # One that was being started when we were asked to stop.
        children.stop_left_behind(self.home.notes)

    def _child(self, name: str, command: list[str]) -> Child:
        return children.start(
            name,
            command,
            notes=self.home.notes,
            logs=self.home.logs,
            environment=self.environment or os.environ,
            cwd=ROOT,
        )


def refuse_busy_port(settings: Settings) -> None:
    """Say so before anything is started."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
            probe.listen(1)
        except OSError as error:
            raise CannotStart(
                f"Port {settings.port} on {settings.host} cannot be had ({error.strerror}). Another program may use it:"
                f" choose one with PORT={settings.port + 1}."
            ) from error


def _ready(settings: Settings, what: str) -> tuple[bool, str]:
    """Whether the API says that it is ready, else what it says is missing."""
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 -- compared, not bound
    address = f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/health/{what}"
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200, ""
    except urllib.error.HTTPError as answer:
        with contextlib.suppress(ValueError, AttributeError, OSError):
            said = json.loads(answer.read())
            checks = said.get("checks", said)
            return False, ", ".join(name for name, value in checks.items() if value in (False, "missing", "failed"))
        return False, ""
    except OSError:
        return False, ""


def _presencia(command: str) -> list[str]:
    return [sys.executable, "-m", "commands", command]


def _how(child: Child) -> str:
    code = child.process.returncode
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"


def _asked_to_stop(number: int, frame: object) -> None:
    raise Stop


def _leave_with_make() -> None:
    """When `make` is killed outright, nobody is left to press Ctrl-C."""
    if "MAKELEVEL" in os.environ:
        children.die_with_parent(signal.SIGTERM)
