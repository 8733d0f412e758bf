"""What a deployment decides. Every field is an environment variable, told in docs/operating.md.

Beside a running ``make run`` nothing need be set: its servers write where they listen into ``running.json`` under
``PRESENCIA_HOME``, readable by their owner only, and what the environment leaves open is taken from there.
"""

from __future__ import annotations

import ipaddress
import json
import os
import re
from email.headerregistry import Address
from email.utils import parseaddr
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

#: The clone, or wherever the packages lie.
ROOT = Path(__file__).resolve().parent.parent

#: What `make run` writes for commands typed beside it.
RUNNING_FILE = "running.json"


class Settings(BaseSettings):
    """One process's settings. Secrets among them never print."""

    model_config = SettingsConfigDict(
        env_prefix="PRESENCIA_",
        extra="ignore",
        populate_by_name=True,
        frozen=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    #: Where the runtime role (``presencia_app``) signs in. Set: no embedded PostgreSQL is started.
    database_url: str = Field(default="", validation_alias="DATABASE_URL", repr=False)
    #: Where the owner of the tables signs in, for migrations and invented crowds. Empty: the same as ``DATABASE_URL``.
    database_owner_url: str = Field(default="", validation_alias="DATABASE_OWNER_URL", repr=False)
    #: Redis or Valkey, which only wakes. Set: no embedded Valkey is started.
    redis_url: str = Field(default="", validation_alias="REDIS_URL", repr=False)
    #: Connections that one process keeps to PostgreSQL; under load it opens as many again.
    database_pool: int = Field(default=10, ge=1, le=200)

    #: The address that the page and the API listen on.
    host: str = Field(default="127.0.0.1", validation_alias="HOST")
    port: int = Field(default=8000, validation_alias="PORT", ge=1, le=65535)
    #: The address people type; links in letters start with it. Empty: http at ``HOST`` and ``PORT``.
    public_url: str = ""
    #: Addresses of proxies whose X-Forwarded-For is believed, separated by commas.
    trusted_proxies: str = ""

    #: Whether a second step is demanded of those whose role asks for one. Not said: whenever people come by https.
    second_step: bool | None = None
    #: Hosts of identity providers that may lie in the own network, separated by commas; those on this machine may speak
    #: http. All others are gone to by https, at global addresses.
    nearby_providers: str = ""

    #: Where the one command keeps its state: servers, master key, caught mail, logs.
    home: Path = ROOT / ".presencia"
    #: 32 bytes in base64, readable by their owner only. Empty: ``master.key`` in ``PRESENCIA_HOME``.
    master_key_file: Path = Field(default=Path(), validate_default=True)
    #: The same keys in place of a file, apart by spaces, the newest first. Empty: the file.
    master_key: str = Field(default="", repr=False)
    #: The built page.
    frontend_dist: Path = ROOT / "frontend" / "dist"

    #: Who letters come from.
    mail_from: str = "Presencia <presencia@localhost>"
    #: smtp://user:password@host:port, or smtps:// (TLS from the first byte). Empty: no letter leaves.
    smtp_url: str = Field(default="", repr=False)
    #: The mailbox to which letters come back; each with a token of its own, so that one that did not arrive is known by
    #: it. Empty: nobody hears of those.
    bounce_address: str = ""
    #: Whoever brings what came to that mailbox sends this as a bearer token to ``/inbound/mail``. Empty: there is no
    #: such door.
    inbound_mail_secret: str = Field(default="", repr=False)
    #: To whom calendars answer our invitations: a mailbox whose mail is brought to ``/inbound/mail``, too. It stays
    #: once invitations went out: calendars know their entries by it. Empty: the address letters come from, and they
    #: are told that nobody reads what they answer.
    calendar_address: str = ""
    #: The name by which our own mail server signs what it found of where a mail is from (RFC 8601): then a calendar's
    #: answer counts only with that server's word. Empty: by the address it is from.
    inbound_mail_checked_by: str = ""
    #: https://SID:TOKEN@api.twilio.com?from=%2B12035550100, or whoever speaks as Twilio does. Empty: no text leaves.
    sms_url: str = Field(default="", repr=False)
    #: Whether staff and volunteers may be written to in chats.
    chat: bool = False
    #: Hosts of chats that anybody may run (Signal, Matrix, Mattermost, ntfy), separated by commas: others are not gone
    #: to; those on this machine may speak http.
    chat_hosts: str = ""
    #: Whether those who sign in may be told in their browsers.
    push: bool = False
    #: Hosts of push services in the own network, for tests. All others are gone to by https, at global addresses.
    nearby_push: str = ""
    #: How many letters, texts, chats and browsers a second; carriers of texts often take one.
    mail_per_second: float = Field(default=400, gt=0, le=1000)
    sms_per_second: float = Field(default=1, gt=0, le=1000)
    chat_per_second: float = Field(default=1, gt=0, le=1000)
    push_per_second: float = Field(default=20, gt=0, le=1000)
    #: A folder in which the demo keeps what it would show in browsers; `make run` names it.
    mailbox: Path | None = None

    #: The zone whose clock the worker's nightly sweep follows.
    time_zone: str = "America/New_York"
    #: The demo's people and ``/demo/mail``. `make run` turns it on; a public address refuses to start with it.
    demo: bool = False
    #: The one password of the demo's people; `make run` makes one and prints it.
    demo_password: str = Field(default="", repr=False)
    #: Whoever reads ``/metrics`` brings it as a bearer token. Empty: only this machine itself reads them.
    metrics_token: str = Field(default="", repr=False)
    #: debug, info, warning or error. Logs hold ids, never names.
    log_level: str = Field(default="info", pattern="^(?i:debug|info|warning|error)$")
    #: An operation that takes so many seconds is named in the log.
    slow: float = Field(default=1.0, gt=0)

    @field_validator("database_url", "database_owner_url")
    @classmethod
    def _by_asyncpg(cls, url: str) -> str:
        return asyncpg_url(url)

    @field_validator("home", "frontend_dist")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().absolute()

    @field_validator("master_key_file")
    @classmethod
    def _beside_home(cls, path: Path, info: Any) -> Path:
        if path == Path():
            return Path(info.data["home"]) / "master.key" if "home" in info.data else path
        return path.expanduser().absolute()

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("not an IANA time zone; write it like America/New_York") from error
        return zone

    @field_validator("public_url")
    @classmethod
    def _bare(cls, url: str) -> str:
        if url and urlsplit(url).scheme not in {"http", "https"}:
            raise ValueError("write it with http:// or https://")
        return url.rstrip("/")

    @field_validator("mail_from")
    @classmethod
    def _has_an_address(cls, written: str) -> str:
        if "@" not in parseaddr(written)[1]:
            raise ValueError('write it like "Presencia <presencia@example.org>"')
        return written

    @field_validator("calendar_address")
    @classmethod
    def _one_mailbox(cls, written: str) -> str:
        if written and not re.fullmatch(r"[^@\s,;<>()\"\\:]+@[^@\s,;<>()\"\\:]+", written):
            raise ValueError("write it like calendar@example.org")
        return written

    @property
    def owner_url(self) -> str:
        """Where migrations sign in."""
        return self.database_owner_url or self.database_url

    @cached_property
    def address(self) -> str:
        """Where people find the product, without a slash at the end."""
        if self.public_url:
            return self.public_url
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::", ""} else self.host  # noqa: S104 -- compared, not bound
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def https(self) -> bool:
        """People come by https: cookies are tied to it."""
        return self.address.startswith("https://")

    @property
    def demands_second_step(self) -> bool:
        """Whoever's role asks for a second step does nothing before they took one."""
        return self.https if self.second_step is None else self.second_step

    @field_validator("bounce_address")
    @classmethod
    def _a_mailbox(cls, written: str) -> str:
        if written and ("@" not in written or "+" in written or len(written.partition("@")[0]) > 20):
            raise ValueError(
                'write it like bounces@example.org, without "+" and with at most 20 letters before the "@"'
            )
        return written

    @property
    def chats_at(self) -> frozenset[str]:
        """Hosts of chats that the deployment names."""
        return _hosts(self.chat_hosts)

    @property
    def pushes_nearby(self) -> frozenset[str]:
        """Hosts of push services in the own network."""
        return _hosts(self.nearby_push)

    @property
    def providers_nearby(self) -> frozenset[str]:
        """Hosts of providers in the own network."""
        return _hosts(self.nearby_providers)

    def returns_from_provider(self, slug: str) -> str:
        """Where the provider of this organization sends browsers back to. Each has its own, so that none is taken for
        another.
        """
        return f"{self.address}/sign-in/return/{slug}"

    @property
    def passkey_host(self) -> str:
        """The name that passkeys are tied to (WebAuthn's RP id). Digits can't be one: on this machine, localhost."""
        host = urlsplit(self.address).hostname or "localhost"
        return "localhost" if _is_loopback(host) else host

    @property
    def passkey_origin(self) -> str:
        """The address at which passkeys work."""
        parts = urlsplit(self.address)
        if _is_loopback(parts.hostname or ""):
            return f"{parts.scheme}://localhost{f':{parts.port}' if parts.port else ''}"
        return self.address

    @property
    def sender(self) -> Address:
        """Who letters come from, as a mail's header takes it."""
        name, address = parseaddr(self.mail_from)
        return Address(name, addr_spec=address)

    @property
    def organizer(self) -> Address:
        """Who calendars answer to."""
        if not self.calendar_address:
            return self.sender
        return Address(self.sender.display_name, addr_spec=self.calendar_address)

    @property
    def reads_calendars(self) -> bool:
        """What calendars answer is brought to us."""
        return bool(self.calendar_address and self.inbound_mail_secret)

    @property
    def on_loopback(self) -> bool:
        """Nobody outside this machine can reach it, by the address it listens on or by the one it is known under."""
        known_as = urlsplit(self.public_url).hostname if self.public_url else self.host
        return _is_loopback(self.host) and _is_loopback(known_as or "")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, _Running(settings_cls)


class _Running(PydanticBaseSettingsSource):
    """What a running `make run` wrote, while it runs."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        said = self.current_state
        home = said.get("PRESENCIA_HOME") or said.get("home") or ROOT / ".presencia"
        found = running(Path(home).expanduser())
        if said.get("DATABASE_URL") or said.get("database_url"):
            # Its own database, so the owner's door of another one would be wrong.
            found.pop("DATABASE_OWNER_URL", None)
        return {name: value for name, value in found.items() if name not in said}


def running(home: Path) -> dict[str, str]:
    """The settings of the `make run` that runs on this home now; empty when none does."""
    try:
        written = json.loads((home / RUNNING_FILE).read_text())
        os.kill(int(written["pid"]), 0)
        return {str(name): str(value) for name, value in written["settings"].items()}
    except PermissionError:
        return {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def asyncpg_url(url: str) -> str:
    """The URL as SQLAlchemy's asyncpg wants it, from what hosts and psql write (``postgres://…?sslmode=require``)."""
    if not url:
        return url
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql", "postgresql+asyncpg"}:
        raise ValueError("a PostgreSQL address starts with postgresql://")
    query = [("ssl" if name == "sslmode" else name, value) for name, value in parse_qsl(parts.query)]
    # By hand: urlunsplit drops the slashes of an address that names no host (a socket's folder follows in the query).
    rest = f"?{urlencode(query, safe='/')}" if query else ""
    return f"postgresql+asyncpg://{parts.netloc}{parts.path}{rest}"


def _hosts(named: str) -> frozenset[str]:
    return frozenset(one.strip().lower() for one in named.split(",") if one.strip())


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
