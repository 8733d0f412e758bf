"""A letter as a mail: what goes over the wire, byte for byte."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from uuid import UUID

from casework.letters.letter import Letter


def mime(
    letter: Letter,
    *,
    notice_id: UUID,
    sender: Address,
    to: Address,
    sent_at: datetime,
    stop_url: str | None = None,
) -> EmailMessage:
    """The mail that carries a letter.

    Its Message-ID is made from the notice, so a second try is the same message to whoever already has it. Plain text
    first, the calendar last: the best form a reader understands comes last (RFC 2046 §5.1.4), and Outlook and Gmail
    show their buttons only for a ``text/calendar`` alternative whose ``method`` is in its header (RFC 6047 §2.4).
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = letter.subject
    mail["Date"] = sent_at
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
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if letter.calendar and letter.method:
        # Base64: no transport may touch its line ends (RFC 6047 §2.5).
        mail.add_alternative(
            letter.calendar.decode(), subtype="calendar", params={"method": letter.method}, cte="base64"
        )
        mail.add_attachment(letter.calendar, maintype="application", subtype="ics", filename="invite.ics")
    return mail
