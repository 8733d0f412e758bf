"""Mail that is made to keep us busy is dropped before its headers are understood; large mail that is none is read."""

from __future__ import annotations

import base64
import threading
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import httpx
import pytest

from casework.returns import bounds
from schema.invitations import InvitationState
from tests.api.calendar_answers import gmail
from tests.api.desk import asked, asked_of_humans, came, door, pipe, settings, state
from tests.house import House, house

__all__ = ["door", "house", "settings"]

_ENTRY = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"


def _parts(count: int, header: str = "", kind: str = "text/plain") -> str:
    part = f"--b\r\nContent-Type: {kind}\r\n{header}\r\nx\r\n"
    return f"Content-Type: multipart/mixed; boundary=b\r\n\r\n{part * count}--b--\r\n"


def _nested(depth: int) -> str:
    return "".join(f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(depth))


BEYOND = {
    "parameters": "Content-Type: text/calendar" + ';a="b"' * 4_000 + f"\r\n\r\n{_ENTRY}",
    "a few too many parameters": "Content-Type: text/calendar" + ";a=b" * 31 + f"\r\n\r\n{_ENTRY}",
    "quotes": "To: " + '"' * 32_000 + f"\r\nContent-Type: text/calendar\r\n\r\n{_ENTRY}",
    "folded quotes": "To: " + '""""\r\n ' * 600 + f"\r\nContent-Type: text/calendar\r\n\r\n{_ENTRY}",
    "parts with long headers": _parts(29, "Content-Description: " + '"' * 6_000 + "\r\n"),
    "parts with other long headers": _parts(18, "X-Other: " + "(" * 6_000 + "\r\n"),
    "many parts": _parts(bounds.MOST_PARTS),
    "very many parts": _parts(9_000),
    "parts in parts": _nested(200) + "\r\n" * 100,
    "blocks of a report": "Content-Type: message/delivery-status\r\n\r\n" + "Action: failed\r\n\r\n" * 200,
    "a long word of a report": "Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; " + '"' * 9_000,
    "lines": "Content-Type: text/calendar\r\n\r\n" + "\n" * 30_000,
    "lines of old": "Content-Type: text/calendar\r\n\r\n" + "\r" * 30_000,
}


@pytest.mark.parametrize("shape", BEYOND)
def test_reading_ends_before_anything_is_understood(shape: str) -> None:
    with pytest.raises(bounds.TooMuch):
        bounds.read_mail(BEYOND[shape].encode())


async def test_what_is_beyond_measure_is_answered_as_other_nonsense(
    house: House, door: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    understood: list[str] = []
    usual = type(policy.default.header_factory).__call__

    def watched(self: object, name: str, value: str) -> object:
        understood.append(name)
        return usual(self, name, value)

    key, said = await asked(house)
    monkeypatch.setattr(type(policy.default.header_factory), "__call__", watched)
    for shape in BEYOND.values():
        await pipe(door, shape.encode())
    assert understood == []
    # And the same watch sees what is read of an answer: who wrote it, and nothing else.
    await pipe(door, gmail(said))
    assert understood == ["From"] and await state(house, key) is InvitationState.COMING


async def test_a_sender_of_a_thousand_signs_is_nobody(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    await pipe(door, gmail(said.but(name='"' + "x" * 999 + '"')))
    assert await state(house, key) is InvitationState.ASKED
    (task,) = await asked_of_humans(house)
    assert "nothing proves" in task


async def test_an_ordinary_large_mail_is_read(house: House, door: httpx.AsyncClient) -> None:
    key, said = await asked(house)
    last = b"\r\n--000000000000b1c2--\r\n"
    file = (
        b'\r\n--000000000000b1c2\r\nContent-Type: application/pdf; name="agenda.pdf"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(b"%PDF" * 75_000) + last
    )
    # What large houses write above it, in headers that nobody reads.
    stamps = "".join(f"X-Filter-{at}: {'word ' * 1_000}\r\n" for at in range(6))
    whole = gmail(said.but(headers=stamps)).replace(last, file)
    assert len(whole) > 400_000
    await pipe(door, whole)
    assert await state(house, key) is InvitationState.COMING and await came(house) == ["coming"]


def test_a_bounce_with_our_letter_and_many_recipients_is_within_measure() -> None:
    letter = EmailMessage()
    letter["To"] = "rosa@example.test"
    letter.set_content("The date moved.")
    letter.add_alternative("<p>The date moved.</p>", subtype="html")
    letter.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar")
    blocks = "".join(f"Final-Recipient: rfc822; r{at}@example.test\r\nAction: failed\r\n\r\n" for at in range(40))
    raw = (
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nSorry.\r\n--b\r\n"
        f"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\n{blocks}--b\r\n"
        f"Content-Type: message/rfc822\r\n\r\n{letter.as_string()}\r\n--b--\r\n"
    )
    assert len(list(bounds.read_mail(raw.encode()).walk())) > 45


async def test_mail_is_read_beside_the_loop(
    house: House, door: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, said = await asked(house)
    threads: list[threading.Thread] = []
    usual = BytesParser.parsebytes

    def watched(self: BytesParser, text: bytes) -> object:
        threads.append(threading.current_thread())
        return usual(self, text)

    monkeypatch.setattr(BytesParser, "parsebytes", watched)
    await pipe(door, gmail(said))
    assert threads and threading.main_thread() not in threads
