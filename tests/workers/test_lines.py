"""When a carrier's line rests, and how it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from email.headerregistry import Address
from itertools import count
from uuid import uuid4

import pytest

from casework.letters import Letter
from casework.notices import Outcome, Outgoing, Said
from schema.notices import LetterKind
from schema.people import Channel
from tests.clock import NOW
from workers.carriers import Guarded, Line, Say
from workers.carriers.lines import FAILURES, FIRST_REST, LONGEST_REST
from workers.carriers.one_by_one import retry_after


def letter() -> Outgoing:
    words = Letter(kind=LetterKind.REMINDER, language="en", subject="Tomorrow, 9:00", text="", html="")
    return Outgoing(
        notice_id=uuid4(), attempt=1, channel=Channel.SMS, to="+12035550100", name="Rosa", letter=words,
        sender=Address("Presencia", "presencia", "legal-aid.test"), sent_at=NOW,
    )  # fmt: skip


class Seconds:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Told:
    """A carrier of which a test tells how each letter goes; it counts what reached it."""

    def __init__(self) -> None:
        self.reached = 0
        self.up = False
        self.asks = 0.0

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        self.reached += len(letters)
        how = Outcome.CARRIED if self.up else Outcome.LATER
        for one in letters:
            say(Said(one.notice_id, one.attempt, how, line=not self.up, again_after=0 if self.up else self.asks))

    async def close(self) -> None:
        return None


async def carried(line: Guarded, letters: Sequence[Outgoing]) -> list[Said]:
    """What was said of each."""
    said: list[Said] = []
    await line.carry(letters, said.append)
    return said


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def guarded(carrier: Told, seconds: Seconds, at_once: int = 4) -> Guarded:
    return Guarded(carrier, per_second=10_000, at_once=at_once, line=Line(seconds))


async def test_a_line_that_fails_in_a_row_rests_and_letters_wait_untried(seconds: Seconds) -> None:
    carrier = Told()
    line = guarded(carrier, seconds)

    said = await carried(line, [letter() for _ in range(100)])

    assert carrier.reached == 4 * FAILURES
    untried = [one for one in said if not one.tried]
    assert len(untried) == 100 - carrier.reached
    assert {(one.outcome, one.said, one.again_after) for one in untried} == {(Outcome.LATER, "line_rests", FIRST_REST)}
    assert line.line.told()["state"] == "resting"

    # And nothing reaches it before the rest is over.
    seconds.now += FIRST_REST - 1
    assert not any(one.tried for one in await carried(line, [letter()]))
    assert carrier.reached == 4 * FAILURES


async def test_one_probe_opens_it_again_or_doubles_the_rest(seconds: Seconds) -> None:
    carrier = Told()
    line = guarded(carrier, seconds)
    await carried(line, [letter() for _ in range(100)])
    before = carrier.reached

    rests = []
    for _ in range(10):
        seconds.now += line.line.left()
        said = await carried(line, [letter() for _ in range(50)])
        # One was tried, and not one more.
        assert sum(one.tried for one in said) == 1
        rests.append(line.line.left())
    assert carrier.reached == before + 10
    assert rests[:3] == [FIRST_REST * 2, FIRST_REST * 4, FIRST_REST * 8] and rests[-1] == LONGEST_REST

    seconds.now += line.line.left()
    carrier.up = True
    said = await carried(line, [letter() for _ in range(50)])
    assert all(one.outcome is Outcome.CARRIED for one in said)
    assert line.line.told() == {"state": "open", "failures": 0, "until": None}


async def test_one_letter_that_gets_through_says_that_the_line_stands(seconds: Seconds) -> None:
    carrier = Told()
    line = guarded(carrier, seconds, at_once=1)
    turn = count(1)
    down = carrier.carry

    async def now_and_then(letters: Sequence[Outgoing], say: Say) -> None:
        carrier.up = next(turn) % FAILURES == 0
        await down(letters, say)

    carrier.carry = now_and_then  # type: ignore[method-assign]
    said = await carried(line, [letter() for _ in range(40)])
    assert all(one.tried for one in said) and not line.line.resting


async def test_a_carrier_that_asks_for_a_pause_gets_it_at_once(seconds: Seconds) -> None:
    carrier = Told()
    carrier.asks = 90
    line = guarded(carrier, seconds)

    said = await carried(line, [letter() for _ in range(20)])

    assert carrier.reached == 4
    assert {one.again_after for one in said} == {90.0}
    assert line.line.told()["state"] == "resting"
    seconds.now += 90
    carrier.up = True
    assert all(one.outcome is Outcome.CARRIED for one in await carried(line, [letter() for _ in range(20)]))


async def test_a_slow_line_is_not_gone_over() -> None:
    import asyncio

    carrier = Told()
    carrier.up = True
    line = Guarded(carrier, per_second=20, at_once=1)
    began = asyncio.get_running_loop().time()

    await carried(line, [letter() for _ in range(30)])

    # Twenty at once, and ten more at twenty a second.
    assert asyncio.get_running_loop().time() - began >= 0.4


async def test_what_a_batch_has_no_time_for_is_left_for_the_next() -> None:
    carrier = Told()
    carrier.up = True
    line = Guarded(carrier, per_second=2, at_once=1, begin_within=0.2)

    said = await carried(line, [letter() for _ in range(10)])

    assert carrier.reached < 10
    assert {one.said for one in said if not one.tried} == {"line_is_slow"}


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120), (None, 0), ("", 0), ("soon", 0), ("-5", 0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("9" * 40, 999999999),
    ],
)  # fmt: skip
def test_a_pause_is_read_in_either_form_and_nonsense_asks_for_none(header: str | None, seconds: float) -> None:
    assert retry_after(header) == seconds
