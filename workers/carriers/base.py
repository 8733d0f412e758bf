"""What every carrier does: take letters, and say of each what became of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from casework.notices import Outcome, Outgoing, Said
from schema.people import Channel

log = logging.getLogger(__name__)

#: Takes the word on one letter, as soon as there is one.
Say = Callable[[Said], None]


class Carrier(Protocol):
    """Takes the letters of one channel."""

    async def carry(self, letters: Sequence[Outgoing], say: Say) -> None:
        """Carry them and say of each how it went, in any order, as soon as it is known: whoever is killed later has
        said it. Never raises for what one letter or the line does.

        It must be safe to call twice with the same letter: the notice in its Message-ID is the key.
        """
        ...

    async def close(self) -> None: ...


class Carriers:
    """The carriers a worker has, by channel."""

    def __init__(self, by_channel: Mapping[Channel, Carrier], *, within: float) -> None:
        self._by_channel = by_channel
        #: Seconds after which a batch must be done.
        self._within = within

    async def carry_all(self, letters: Sequence[Outgoing], say: Say) -> None:
        """Carry a batch, all channels side by side. Of whatever no word came back in time, "later" is said."""
        heard: set[object] = set()

        def hear(said: Said) -> None:
            heard.add(said.notice_id)
            say(said)

        of_channel: dict[Channel, list[Outgoing]] = {}
        for letter in letters:
            of_channel.setdefault(letter.channel, []).append(letter)
        await asyncio.gather(*(self._carry(channel, theirs, hear) for channel, theirs in of_channel.items()))
        for letter in letters:
            if letter.notice_id not in heard:
                say(Said(letter.notice_id, letter.attempt, Outcome.LATER, "no_word"))

    async def _carry(self, channel: Channel, letters: Sequence[Outgoing], say: Say) -> None:
        carrier = self._by_channel.get(channel)
        if carrier is None:
            # Waiting does not help: the deployment has no such carrier. They are reached another way.
            for letter in letters:
                say(Said(letter.notice_id, letter.attempt, Outcome.REFUSED, "no_carrier"))
            return
        try:
            async with asyncio.timeout(self._within):
                await carrier.carry(letters, say)
        except TimeoutError:
            log.warning("the carrier of %s took too long over %d letters", channel, len(letters))

    def told(self) -> dict[str, dict[str, Any]]:
        """How each line is, by channel: for whoever watches."""
        lines = {channel: getattr(carrier, "line", None) for channel, carrier in self._by_channel.items()}
        return {channel.value: line.told() for channel, line in lines.items() if line is not None}

    async def close(self) -> None:
        for carrier in self._by_channel.values():
            await carrier.close()
