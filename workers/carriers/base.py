"""What every carrier does: take letters, and say of each what became of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from casework.notices import Outcome, Outgoing, Said
from schema.people import Channel

log = logging.getLogger(__name__)


class Carrier(Protocol):
    """Takes the letters of one channel."""

    async def carry(self, letters: Sequence[Outgoing]) -> list[Said]:
        """Carry them and say of each how it went, in any order. Never raises for what one letter or the line does.

        It must be safe to call twice with the same letter: the notice in its Message-ID is the key.
        """
        ...

    async def close(self) -> None: ...


class Carriers:
    """The carriers a worker has, by channel."""

    def __init__(self, by_channel: Mapping[Channel, Carrier], *, within: float) -> None:
        self._by_channel = by_channel
        #: Seconds after which a batch must be done; a lease must outlast it.
        self._within = within

    async def carry_all(self, letters: Sequence[Outgoing]) -> list[Said]:
        """Carry a batch. Of whatever no word came back in time, "later" is said."""
        channels = dict.fromkeys(letter.channel for letter in letters)
        # Side by side: a slow line of one channel holds up no other.
        each = await asyncio.gather(
            *(self._carry(channel, [one for one in letters if one.channel is channel]) for channel in channels)
        )
        said = [one for some in each for one in some]
        heard = {one.notice_id for one in said}
        return said + [
            Said(letter.notice_id, letter.attempt, Outcome.LATER, "no_word")
            for letter in letters
            if letter.notice_id not in heard
        ]

    async def _carry(self, channel: Channel, letters: Sequence[Outgoing]) -> list[Said]:
        carrier = self._by_channel.get(channel)
        if carrier is None:
            # Waiting does not help: the deployment has no such carrier. They are reached another way.
            return [Said(letter.notice_id, letter.attempt, Outcome.REFUSED, "no_carrier") for letter in letters]
        try:
            async with asyncio.timeout(self._within):
                return await carrier.carry(letters)
        except TimeoutError:
            log.warning("the carrier of %s took too long over %d letters", channel, len(letters))
            return []

    def told(self) -> dict[str, dict[str, Any]]:
        """How each line is, by channel: for whoever watches."""
        lines = {channel: getattr(carrier, "line", None) for channel, carrier in self._by_channel.items()}
        return {channel.value: line.told() for channel, line in lines.items() if line is not None}

    async def close(self) -> None:
        for carrier in self._by_channel.values():
            await carrier.close()
