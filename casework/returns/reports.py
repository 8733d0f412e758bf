"""What a mail server says of a letter that we sent, days later (RFC 3464)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import Message
from uuid import UUID

from casework.contacts import normalised_email
from casework.notices.afterwards import Heard, hear_of
from casework.refusals import Invalid
from casework.transaction import Transaction

#: More fields or recipients than any report of ours has.
_MOST = 50


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail server says of one recipient."""

    #: failed, delayed, delivered, relayed or expanded (RFC 3464 §2.3.3).
    action: str
    #: The enhanced status code (RFC 3463).
    status: str
    recipient: str | None


async def report_came(tx: Transaction, notice_id: UUID, report: Report) -> bool:
    """What a mail server says of a letter. Whether it changed what we know of it."""
    heard = {"failed": Heard.UNDELIVERED, "delivered": Heard.DELIVERED}.get(report.action)
    if heard is None:
        # A delay, or a server that tells of no more from here on.
        return False
    return await hear_of(
        tx,
        notice_id,
        heard,
        said=f"bounced {report.status}" if heard is Heard.UNDELIVERED else None,
        address=report.recipient,
        # No such mailbox, or no such host. A full mailbox or a filter is no reason to give an address up.
        address_dead=report.status.startswith("5.1."),
    )


def read_report(mail: Message) -> Report | None:
    """The worst that a report says. None for a mail that is no report, or a broken one."""
    if mail.get_content_type() != "multipart/report" or mail.get_param("report-type") != "delivery-status":
        return None
    told = next((part for part in mail.walk() if part.get_content_type() == "message/delivery-status"), None)
    fields = told.get_payload() if told is not None else None
    if not isinstance(fields, list):
        return None
    blocks = [block for block in fields[:_MOST] if isinstance(block, Message)]
    reports = [found for block in blocks if (found := _of_recipient(block)) is not None]
    order = {"failed": 0, "delayed": 1, "delivered": 2}
    return min(reports, key=lambda one: order.get(one.action, 3), default=None)


def _of_recipient(block: Message) -> Report | None:
    action = str(block.get("Action", "")).strip().lower()
    status = re.match(r"\s*([245]\.\d{1,3}\.\d{1,3})\b", str(block.get("Status", "")))
    if not action or status is None:
        return None
    for name in ("Original-Recipient", "Final-Recipient"):
        kind, _, address = str(block.get(name, "")).partition(";")
        if kind.strip().lower() == "rfc822":
            try:
                return Report(action, status[1], normalised_email(str(Address(addr_spec=address.strip().strip("<>")))))
            except (Invalid, ValueError, IndexError):
                continue
    return Report(action, status[1], None)


__all__ = ["Report", "read_report", "report_came"]
