"""A letter as a mail: what goes over the wire, byte for byte."""

from __future__ import annotations

from base64 import encodebytes
from binascii import b2a_qp
from datetime import datetime
from email.charset import BASE64, Charset
from email.header import Header
from email.headerregistry import Address
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import Compat32
from email.utils import format_datetime, formataddr
from uuid import UUID

from casework.letters.letter import Letter
from casework.letters.prose import plain


class _OneLine(Compat32):
    """Headers as they are: ours are ASCII, and none is longer than a line may be (RFC 5322 §2.1.1). Parsing each to
    fold it anew takes most of the time of writing a mail.
    """

    def fold(self, name: str, value: str) -> str:
        return f"{name}: {value}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        return self.fold(name, value).encode("ascii")


_POLICY = _OneLine(linesep="\r\n", mangle_from_=False)
_WORDS = Charset("utf-8")
_WORDS.header_encoding = BASE64


def mime(
    letter: Letter,
    *,
    notice_id: UUID,
    sender: Address,
    to: Address,
    sent_at: datetime,
    stop_url: str | None = None,
) -> bytes:
    """The mail that carries a letter.

    Its Message-ID is made from the notice, so a second try is the same message to whoever already has it. Plain text
    first, the calendar last: the best form a reader understands comes last (RFC 2046 §5.1.4), and Outlook and Gmail
    show their buttons only for a ``text/calendar`` alternative whose ``method`` is in its header (RFC 6047 §2.4).
    """
    said: list[Message] = [
        _words(letter.text, "plain"),
        _words(letter.html, "html"),
    ]
    mark = notice_id.hex
    mail: Message
    if letter.calendar and letter.method:
        # Base64: no transport may touch its line ends (RFC 6047 §2.5).
        said.append(_calendar(letter.calendar, "text", "calendar", charset="utf-8", method=letter.method))
        attached = _calendar(letter.calendar, "application", "ics")
        attached.add_header("Content-Disposition", "attachment", filename="invite.ics")
        inside = MIMEMultipart("alternative", f"inside{mark}", said, policy=_POLICY)
        mail = MIMEMultipart("mixed", f"outside{mark}", [inside, attached], policy=_POLICY)
    else:
        mail = MIMEMultipart("alternative", f"inside{mark}", said, policy=_POLICY)
    mail["From"] = _envelope(sender)
    mail["To"] = _envelope(to)
    mail["Subject"] = _header(letter.subject)
    mail["Date"] = format_datetime(sent_at)
    mail["Message-ID"] = f"<{notice_id}@{sender.domain}>"
    if letter.thread:
        # The first mail of a thread is never sent: whoever joins late has the same thread as the others.
        mail["In-Reply-To"] = mail["References"] = f"<{letter.thread}@{sender.domain}>"
    mail["Content-Language"] = letter.language
    # RFC 3834 §5: holiday answers stay away. Exchange heeds the other one.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if stop_url:
        mail["List-Unsubscribe"] = f"<{stop_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return mail.as_bytes()


def _words(words: str, subtype: str) -> Message:
    # Quoted-printable: letters beyond ASCII survive any transport, and the rest can be read by eye.
    return _part(b2a_qp(words.encode(), istext=True), "quoted-printable", "text", subtype, charset="utf-8")


def _calendar(entry: bytes, maintype: str, subtype: str, **parameters: str) -> Message:
    return _part(encodebytes(entry), "base64", maintype, subtype, **parameters)


def _part(content: bytes, encoding: str, maintype: str, subtype: str, **parameters: str) -> Message:
    part = MIMENonMultipart(maintype, subtype, policy=_POLICY, **parameters)
    part["Content-Transfer-Encoding"] = encoding
    part.set_payload(content.decode("ascii"))
    return part


def _header(value: str) -> str:
    # One line, whatever somebody typed: nothing in it may begin another header (CWE-93).
    line = plain(value)
    return line if line.isascii() else Header(line, _WORDS).encode(linesep="\r\n")


def _envelope(address: Address) -> str:
    name = address.display_name
    return formataddr((plain(name) if name else "", address.addr_spec), _WORDS)
