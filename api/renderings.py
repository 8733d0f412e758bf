"""Renderings: public pages as they were last given out, kept in memory so that a crowd costs little.

Nothing here says that a page may be shown: whoever takes one has just asked the database whether it stands, and whether
anything of it was touched since its snapshot. It lies in this process alone and in no file, so that there is nothing to
be purged elsewhere; what may not be shown any more is dropped by the next reader who asks for it.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

#: Which address, in which form and language.
Key = tuple[str, str, str]
#: At most so many: of a crowd's evening there are a handful.
_MOST = 500


@dataclass(frozen=True, slots=True)
class Rendering:
    """One form of a page in one language. A ``body`` of None: nothing may be shown."""

    body: bytes | None
    #: Strong: equal bytes, equal tag (RFC 9110 §8.8.3).
    etag: str
    headers: dict[str, str]
    media_type: str
    #: What was committed when it was made (``calendar_snapshot()``), and until when it holds if nothing is touched.
    snapshot: str
    valid_until: datetime


class Renderings:
    """Those of one process, the longest unused going first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Rendering] = OrderedDict()
        #: One is made at a time: two hundred who come at once are given what the first of them has waited for.
        self.making = asyncio.Lock()

    def get(self, key: Key, now: datetime) -> Rendering | None:
        """What is kept, unless its time has run out."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        if kept.valid_until <= now:
            del self._kept[key]
            return None
        self._kept.move_to_end(key)
        return kept

    def keep(self, key: Key, made: Rendering) -> None:
        self._kept[key] = made
        self._kept.move_to_end(key)
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    def drop(self, address: str) -> None:
        """Forget all that is kept of one address."""
        for key in [one for one in self._kept if one[0] == address]:
            del self._kept[key]

    def __len__(self) -> int:
        return len(self._kept)


__all__ = ["Key", "Rendering", "Renderings"]
