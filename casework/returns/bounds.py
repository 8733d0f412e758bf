"""How much of a mail is read before anybody knows whose it is.

Whoever knows our address may write anything to it. Python's parser of structured headers (``policy.default``) takes
time that grows with the square of a header, and reads each one anew whenever it is asked for. So mail is read by the
older rules, which take headers as they stand, and reading ends at the first thing that no mail to us has.
"""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from typing import Any, ClassVar

#: Octets of a header that we look at, with its folds: four of the longest lines (RFC 5322 §2.1.1).
LONGEST_HEADER = 4 * 998
#: Octets of all headers, those of parts and of the letter in a bounce too. Large houses write 30 KB.
MOST_HEADER_OCTETS = 64 * 1024
#: Parameters of a header of MIME (RFC 2045 §5.1).
MOST_PARAMETERS = 30
#: Parts; and beside them what a report says of recipients (RFC 3464 §2.1), which the parser counts as parts.
MOST_PARTS, MOST_BLOCKS = 20, 50
#: Lines of a mail: one of 512 KB in base64 has 7,000.
MOST_LINES = 20_000
#: What we look at, besides Content-. Of others only the octets count: filters write long ones, which nobody reads.
_LOOKED_AT = frozenset(
    {
        "from", "to", "delivered-to", "x-original-to", "authentication-results", "in-reply-to", "references",
        "message-id", "action", "status", "original-recipient", "final-recipient",
    }
)  # fmt: skip


class TooMuch(Exception):
    """No mail to us is like this: it is dropped."""


@dataclass(slots=True)
class _Spent:
    """What has been read of one mail."""

    octets: int = 0
    messages: int = 0


class _Bounded(Compat32):
    """Headers as they stand, counted while they are read: the parser asks for each before it looks at it."""

    spent: ClassVar[Any] = None

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        octets = sum(map(len, sourcelines))
        self.spent.octets += octets
        name = sourcelines[0].partition(":")[0].strip().lower()
        mime = name.startswith("content-")
        if self.spent.octets > MOST_HEADER_OCTETS or ((mime or name in _LOOKED_AT) and octets > LONGEST_HEADER):
            raise TooMuch
        if mime and sum(line.count(";") for line in sourcelines) > MOST_PARAMETERS:
            raise TooMuch
        return super().header_source_parse(sourcelines)


def read_mail(raw: bytes) -> Message:
    """A mail and its parts, none of its headers understood yet. TooMuch: there is more of it than in any to us."""
    if raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n") > MOST_LINES:
        raise TooMuch
    spent = _Spent()

    def one_more(policy: Any = None) -> Message:
        spent.messages += 1
        if spent.messages > MOST_PARTS + MOST_BLOCKS:
            raise TooMuch
        return Message(policy=policy)

    # A policy is copied with whatever its class has (email.policy); the types know only what Policy has.
    bounded = _Bounded().clone(spent=spent)  # type: ignore[call-arg]
    mail = BytesParser(one_more, policy=bounded).parsebytes(raw)
    reports = (part for part in mail.walk() if part.get_content_type() == "message/delivery-status")
    blocks = sum(len(part.get_payload()) for part in reports if part.is_multipart())
    if spent.messages - blocks > MOST_PARTS:
        raise TooMuch
    return mail


__all__ = ["LONGEST_HEADER", "MOST_HEADER_OCTETS", "MOST_PARAMETERS", "MOST_PARTS", "TooMuch", "read_mail"]
