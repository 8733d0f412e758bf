"""E-mail by SMTP: a few connections side by side, and the server's answer read with care.

A server says 2xx, 4xx or 5xx (RFC 5321 §4.2.1). 4xx and every trouble of the line mean later. 5xx about the recipient
means never, and the address is dead when the server says there is no such mailbox. 5xx about us (who we are, what we
may send) is our own fault: later, until somebody has mended it.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib

from casework.notices import Outcome, Outgoing, Said
from casework.returns import return_address
from workers.carriers.base import Say

#: Connections at once: kind to a small server, and quick enough for a full room.
CONNECTIONS = 4
#: Seconds for one answer of the server.
PATIENCE = 20.0

#: What a server says of whoever sends, and not of whom it is for.
_ABOUT_US = (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPAuthenticationError, aiosmtplib.SMTPHeloError)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Smtp:
    """A mail server. ``smtp://user:password@host:port`` or ``smtps://`` (TLS from the first byte)."""

    host: str
    port: int
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    #: TLS from the first byte; else STARTTLS: always (True), or when the server offers it (None).
    tls: bool = False
    start_tls: bool | None = None
    #: The mailbox to which letters come back, each with its own token (:mod:`casework.returns`). Empty: the sender's.
    bounces: str = ""

    @classmethod
    def at(cls, url: str, bounces: str = "") -> Smtp:
        """Read ``PRESENCIA_SMTP_URL``. ``?starttls=always`` refuses to send in clear, as does any password."""
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("PRESENCIA_SMTP_URL is written smtp://user:password@host:port, or smtps:// for TLS.")
        tls = parts.scheme == "smtps"
        always = parse_qs(parts.query).get("starttls") == ["always"] or parts.password is not None
        return cls(
            host=parts.hostname,
            port=parts.port or (465 if tls else 587 if parts.username else 25),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            tls=tls,
            start_tls=None if tls or not always else True,
            bounces=bounces,
        )

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        """Carry them over a few connections. When none can be made, all of them wait."""
        waiting = list(reversed(letters))
        await asyncio.gather(*(self._line(waiting, say) for _ in range(min(CONNECTIONS, len(letters)))))

    async def _line(self, waiting: list[Outgoing], say: Say) -> None:
        """One connection, taking letters until none waits."""
        server = self._server()
        try:
            while waiting:
                if not server.is_connected:
                    await server.connect()
                    if not waiting:
                        # Another line took the last one while this one was being made.
                        break
                letter = waiting.pop()
                say(await self._one(server, letter))
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            # The line, not a letter: the server is down, or does not let us in.
            log.warning("no line to the mail server: %s", type(error).__name__)
            while waiting:
                letter = waiting.pop()
                say(Said(letter.notice_id, letter.attempt, Outcome.LATER, _word(error), line=True))
        finally:
            await _hang_up(server)

    async def _one(self, server: aiosmtplib.SMTP, letter: Outgoing) -> Said:
        try:
            back = return_address(self.bounces, letter.token) if self.bounces and letter.token else None
            _, response = await server.sendmail(back or letter.sender.addr_spec, [letter.to], letter.octets())
        except (aiosmtplib.SMTPException, OSError) as error:
            outcome, dead = _judged(error)
            # No answer at all, or one about us, is the line's fault.
            line = _answer(error) is None or isinstance(error, _ABOUT_US)
            return Said(letter.notice_id, letter.attempt, outcome, _word(error), address_dead=dead, line=line)
        return Said(letter.notice_id, letter.attempt, Outcome.CARRIED, _queued_as(response))

    def _server(self) -> aiosmtplib.SMTP:
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.username,
            password=self.password,
            use_tls=self.tls,
            start_tls=self.start_tls if not self.tls else False,
            timeout=PATIENCE,
        )

    async def close(self) -> None:
        return None


async def _hang_up(server: aiosmtplib.SMTP) -> None:
    try:
        if server.is_connected:
            await server.quit(timeout=2)
    except (aiosmtplib.SMTPException, OSError):
        server.close()


def _answer(error: Exception) -> tuple[int, str] | None:
    """What the server answered, when it answered."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused) and error.recipients:
        return error.recipients[0].code, error.recipients[0].message
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return error.code, error.message
    return None


def _enhanced(message: str) -> str | None:
    """The enhanced status code (RFC 3463), which says what the plain one is about."""
    found = re.match(r"\s*([245]\.\d{1,3}\.\d{1,3})\b", message)
    return found[1] if found else None


def _judged(error: Exception) -> tuple[Outcome, bool]:
    answer = _answer(error)
    if answer is None or answer[0] < 500:
        return Outcome.LATER, False
    code, message = answer
    if isinstance(error, _ABOUT_US):
        return Outcome.LATER, False
    about = _enhanced(message)
    recipient = isinstance(error, (aiosmtplib.SMTPRecipientsRefused, aiosmtplib.SMTPRecipientRefused))
    # 5.1.x: no such mailbox or host. 550 without more is said for spam, too, but of a recipient it is the usual word.
    dead = about.startswith("5.1.") if about else recipient and code in (550, 551, 553)
    return Outcome.REFUSED, dead


def _word(error: Exception) -> str:
    """A code for the books: never the server's sentence, which may hold the address."""
    answer = _answer(error)
    if answer is None:
        return "timeout" if isinstance(error, TimeoutError) else "no_line"
    enhanced = _enhanced(answer[1])
    return f"{answer[0]} {enhanced}" if enhanced else str(answer[0])


def _queued_as(response: str) -> str:
    """The server's own id for the message, if it says one."""
    found = re.search(r"queued as ([\w.-]{1,64})", response, re.IGNORECASE)
    return f"250 {found[1]}" if found else "250"
