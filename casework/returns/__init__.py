"""What comes back by mail: what mail servers say of our letters, and what calendars answer to our invitations.

Each mail leaves with a return address of its own, which only we can make. Whatever a server says to it is about that
one letter. Calendars answer to one address for all; whom they answer for is told by what they say, and asked about.
What comes to no letter of ours, or says nothing that we understand, is dropped: nobody is asked to read it, and nobody
outside the address book is ever written to.
"""

from __future__ import annotations

import asyncio
import re
from email.message import Message
from uuid import UUID

from casework.returns.bounds import read_mail
from casework.returns.replies import Answer, read_answer, replies_came
from casework.returns.reports import Report, read_report, report_came
from casework.transaction import Transaction

#: What stands between the mailbox and the token (RFC 5233).
_MARK = "+"
_TOKEN = re.compile(r"\+([a-z2-7]{42})@", re.IGNORECASE)
#: Where the address to which a mail came may stand, besides what the door is told.
_HEADERS = ("Delivered-To", "X-Original-To", "To")
#: More of these headers than any mail to us has.
_MOST = 50


def return_address(mailbox: str, token: str) -> str:
    """Where a letter comes back to: the deployment's mailbox with the letter's token in it."""
    user, _, domain = mailbox.rpartition("@")
    return f"{user}{_MARK}{token}@{domain}"


async def mail_came(tx: Transaction, raw: bytes, to: str = "", *, checked_by: str = "") -> bool:
    """A mail came to the house. ``to`` is the address it came to, if whoever brings it knows it; ``checked_by`` names
    the mail server whose word on where a mail is from counts (RFC 8601). Whether anything follows from it.
    """
    # The doors go on answering meanwhile.
    notice_id, report, answer = await asyncio.to_thread(_read, tx, raw, to, checked_by)
    if notice_id is not None and report is not None:
        return await report_came(tx, notice_id, report)
    if answer is not None:
        return await replies_came(tx, answer, notice_id)
    return False


def _read(tx: Transaction, raw: bytes, to: str, checked_by: str) -> tuple[UUID | None, Report | None, Answer | None]:
    """What a mail is, whatever somebody made of it."""
    try:
        mail = read_mail(raw)
        notice_id = _letter(tx, mail, to)
        if notice_id is not None and (report := read_report(mail)) is not None:
            return notice_id, report, None
        return notice_id, None, read_answer(mail, checked_by)
    except Exception:
        return None, None, None


def _letter(tx: Transaction, mail: Message, to: str) -> UUID | None:
    for written in (to, *(str(value) for name in _HEADERS for value in mail.get_all(name, [])[:_MOST])):
        for token in _TOKEN.findall(written[:2_000]):
            if (found := tx.vault.returned(token)) is not None:
                return found
    return None


__all__ = ["Report", "mail_came", "read_report", "return_address"]
