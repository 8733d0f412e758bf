"""Files that come slowly, and many at once, over a real line: the slow are cut off, and nobody takes every place."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from api import receiving
from api.pages import sightings
from tests.access.test_refusals_change_nothing import every_row
from tests.api.filing import mateo
from tests.ground import Ground
from tests.journeys import steps
from tests.journeys.test_a_sighting_is_told import a_desk, told
from tests.served import town
from tests.town import Seat, Town

__all__ = ["town"]

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def sending(town: Town, seat: Seat, case_id: str, length: int = 1_000_000) -> AsyncIterator[Line]:
    """A sender who has said that a file comes, and sends nothing of it yet."""
    reader, writer = await asyncio.open_connection("127.0.0.1", town.settings.port)
    cookies = "; ".join(f"{one.name}={one.value}" for one in seat.http.cookies.jar)
    head = (
        f"POST /cases/{case_id}/files HTTP/1.1\r\nHost: 127.0.0.1:{town.settings.port}\r\nX-Presencia: 1\r\n"
        f"Cookie: {cookies}\r\nContent-Type: application/octet-stream\r\nX-File-Name: slow.txt\r\n"
        f"Accept-Language: en\r\nContent-Length: {length}\r\n\r\n"
    )
    writer.write(head.encode())
    await writer.drain()
    try:
        yield reader, writer
    finally:
        writer.close()


async def _drips(writer: asyncio.StreamWriter, piece: bytes, every: float) -> None:
    while True:
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(every)


async def _taken(places: int) -> None:
    """Until so many places are taken."""
    async with asyncio.timeout(10):
        while receiving.PLACES._taken.total() != places:  # noqa: ASYNC110 -- places tell nobody that they are free
            await asyncio.sleep(0.02)


async def _heard(reader: asyncio.StreamReader) -> bytes:
    """All that was answered. Whoever goes on sending to a closed line is cut off, after they were told."""
    found = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := await reader.read(65_536):
            found += piece
    return found


@pytest.mark.parametrize(
    ("pace", "piece"),
    [
        # A byte now and then keeps nobody's place.
        (receiving.Pace(whole=60, share=4_096, each=0.6), b"a"),
        # Nor does what is fast enough by the moment, and never ends.
        (receiving.Pace(whole=1, share=16, each=0.6), b"a" * 64),
    ],
    ids=["too slow", "too long"],
)
async def test_who_sends_too_slowly_is_cut_off_and_told_and_nothing_is_saved(
    town: Town, ground: Ground, monkeypatch: pytest.MonkeyPatch, pace: receiving.Pace, piece: bytes
) -> None:
    monkeypatch.setattr(receiving, "PACE", pace)
    ana, _, case_id = await mateo(town)
    before = await every_row(ground)

    async with sending(town, ana, case_id) as (reader, writer):
        dripping = asyncio.create_task(_drips(writer, piece, 0.1))
        answer = await asyncio.wait_for(_heard(reader), 10)
        dripping.cancel()

    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 ") and b"connection: close" in head.lower()
    assert b"The file came too slowly and was let go: nothing was saved." in body
    await _taken(0)
    assert await every_row(ground) == before


async def test_what_comes_steadily_is_taken_however_long_it_pauses_between_its_shares(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "PACE", receiving.Pace(whole=30, share=1_000, each=1))
    ana, _, case_id = await mateo(town)

    async with sending(town, ana, case_id, 5_000) as (reader, writer):
        for _ in range(5):
            writer.write(b"a" * 1_000)
            await writer.drain()
            await asyncio.sleep(0.4)
        answer = await asyncio.wait_for(reader.readuntil(b"}"), 10)

    assert answer.startswith(b"HTTP/1.1 201 ") and b'"size":5000' in answer


async def test_one_person_takes_two_places_and_nobody_takes_them_all(town: Town) -> None:
    ana, luis, case_id = await mateo(town)

    async with sending(town, ana, case_id), sending(town, ana, case_id):
        await _taken(2)
        third = await steps.put_file(ana, case_id, b"A third.", **{"accept-language": "es"})
        other = await steps.put_file(luis, case_id, b"Of somebody else.")

        assert (third.status_code, third.headers["retry-after"]) == (429, "30")
        assert third.json()["message"].startswith("Ya está enviando 2 archivos.")
        assert other.status_code == 201
    # Whoever hung up has left their place.
    await _taken(0)
    assert (await steps.put_file(ana, case_id, b"A third.")).status_code == 201


async def test_when_every_place_is_taken_whoever_comes_is_told_when_to_try_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, luis, case_id = await mateo(town)
    monkeypatch.setattr(receiving, "AT_ONCE", 2)

    async with sending(town, ana, case_id), sending(town, ana, case_id):
        await _taken(2)
        refused = await steps.put_file(luis, case_id, b"One too many.", **{"accept-language": "en"})

    assert (refused.status_code, refused.headers["retry-after"]) == (429, "30")
    assert refused.json()["message"] == "Many files are being sent just now. Try again in a minute."


@asynccontextmanager
async def telling(town: Town, kind: str) -> AsyncIterator[Line]:
    """Somebody who has said that a form about a sighting comes, and sends nothing of it yet."""
    reader, writer = await asyncio.open_connection("127.0.0.1", town.settings.port)
    head = (
        f"POST /report/harbor-watch HTTP/1.1\r\nHost: 127.0.0.1:{town.settings.port}\r\n"
        f"Content-Type: {kind}\r\nAccept-Language: en\r\nContent-Length: 100000\r\n\r\n"
    )
    writer.write(head.encode())
    await writer.drain()
    try:
        yield reader, writer
    finally:
        writer.close()


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])
async def test_who_tells_of_a_sighting_too_slowly_is_cut_off_whatever_form_they_send(
    town: Town, ground: Ground, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    # The same door, in less time than a test may take.
    monkeypatch.setattr(receiving, "PACE", receiving.Pace(whole=60, share=4_096, each=0.6))
    await a_desk(town)
    before = await every_row(ground)

    async with telling(town, kind) as (reader, writer):
        dripping = asyncio.create_task(_drips(writer, b"a", 0.1))
        answer = await asyncio.wait_for(_heard(reader), 10)
        dripping.cancel()

    assert answer.startswith(b"HTTP/1.1 422 ") and b"connection: close" in answer.partition(b"\r\n\r\n")[0].lower()
    assert await every_row(ground) == before


async def test_one_address_does_not_keep_all_others_from_telling(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    # Slower than the usual pace, so that none is cut off while the next are counted.
    monkeypatch.setattr(receiving, "PACE", receiving.Pace(whole=60, share=4_096, each=20))
    await a_desk(town)

    async with contextlib.AsyncExitStack() as stack:
        for _ in range(3):
            await stack.enter_async_context(telling(town, "multipart/form-data; boundary=x"))
        async with asyncio.timeout(10):
            while sightings._sending.total() != 3:  # noqa: ASYNC110 -- nobody tells that they have begun
                await asyncio.sleep(0.02)
        assert (await told(town, language="en")).status_code == 429
    async with asyncio.timeout(10):
        while sightings._sending.total():  # noqa: ASYNC110 -- as above
            await asyncio.sleep(0.02)
    assert (await told(town)).status_code == 303
