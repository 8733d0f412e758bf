"""The detention history of one case with what lies between its stays, and where somebody was at any instant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from casework.transfers.places import Stay, stale_after
from schema.custody import Confidence, Source

#: Somebody signed out as transferred is under way for so long; after that it is a question where they are.
TRANSIT = timedelta(hours=24)
_SUREST = list(Confidence)


class PassageKind(StrEnum):
    """What a part of the history is."""

    STAY = "stay"
    TRANSIT = "transit"
    #: Nobody knows: a question.
    GAP = "gap"
    #: Two stays at once: one of them is wrong, or one body was in two registers.
    OVERLAP = "overlap"
    AT_LIBERTY = "at_liberty"


class Certainty(StrEnum):
    """What is known of where somebody was."""

    HELD = "held"
    IN_TRANSIT = "in_transit"
    DISPUTED = "disputed"
    AT_LIBERTY = "at_liberty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the history: a stay, or what lies between stays."""

    kind: PassageKind
    began: datetime | None
    #: None: until now.
    ended: datetime | None
    #: The stay it is; of what lies between, none.
    stay: Stay | None = None
    #: Nobody has checked an open stay for longer than its kind of place stays true.
    stale: bool = False

    @property
    def hours(self) -> int | None:
        """How long it lasted, in whole hours, when both ends are known."""
        if self.began is None or self.ended is None:
            return None
        return int((self.ended - self.began) / timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Move:
    """A transfer: the stay that ended so, and the next. ``before`` is None where nobody knows from where."""

    before: Stay
    after: Stay


@dataclass(frozen=True, slots=True)
class Located:
    """Where somebody was at one instant, how sure that is, and on whose word."""

    certainty: Certainty
    stay: Stay | None = None
    source: Source | None = None
    confidence: Confidence | None = None
    checked_at: datetime | None = None


def in_order(stays: Iterable[Stay]) -> list[Stay]:
    """Stays in the order in which they began, as far as known."""
    return sorted(stays, key=lambda stay: (stay.since, stay.ended is None, stay.ended or stay.since, stay.id))


def moves(stays: Iterable[Stay]) -> list[Move]:
    """The transfers of a history, in order: from each stay that ended as transferred to the one after it."""
    return [Move(before, after) for before, after in pairwise(in_order(stays)) if before.moved_on]


def history(stays: Iterable[Stay], now: datetime) -> list[Passage]:
    """The stays in order, with transit, gaps, overlaps and liberty between them told."""
    found: list[Passage] = []
    last: Stay | None = None
    for stay in in_order(stays):
        if last is not None and stay.began is not None:
            found += _between(last, stay, now)
        stale = stay.ended is None and stay.checked_at + stale_after(stay) <= now
        found.append(Passage(PassageKind.STAY, stay.began, stay.ended, stay, stale))
        if last is None or _ends_later(stay, last):
            last = stay
    if last is not None and last.moved_on and last.ended and last.ended < now:
        kind = PassageKind.TRANSIT if now - last.ended <= TRANSIT else PassageKind.GAP
        found.append(Passage(kind, last.ended, None))
    return found


def _between(last: Stay, stay: Stay, now: datetime) -> list[Passage]:
    began = stay.since
    if last.ended is None or began < last.ended:
        ends = [end for end in (last.ended, stay.ended) if end is not None]
        return [Passage(PassageKind.OVERLAP, began, min(ends) if ends else None)]
    if began == last.ended:
        return []
    if last.reason is not None and not last.moved_on:
        return [Passage(PassageKind.AT_LIBERTY, last.ended, began)]
    short = last.moved_on and began - last.ended <= TRANSIT
    return [Passage(PassageKind.TRANSIT if short else PassageKind.GAP, last.ended, began)]


def _ends_later(one: Stay, other: Stay) -> bool:
    if other.ended is None:
        return one.ended is None
    return one.ended is None or one.ended >= other.ended


def where_was(stays: Sequence[Stay], at: datetime, now: datetime) -> Located:
    """Where somebody was at this instant, with how sure that is and on whose word."""
    there = [stay for stay in stays if stay.since <= at and (stay.ended is None or at < stay.ended)]
    if there:
        best = max(there, key=lambda stay: (_SUREST.index(stay.confidence), stay.checked_at, stay.id))
        alone = len({(stay.place, stay.site.id if stay.site else None) for stay in there}) == 1
        certainty = Certainty.HELD if alone else Certainty.DISPUTED
        return Located(certainty, best, best.source, best.confidence, best.checked_at)
    for passage in history(stays, now):
        ended = passage.ended or now
        if passage.stay is None and passage.began is not None and passage.began <= at <= ended:
            if passage.kind is PassageKind.TRANSIT:
                return Located(Certainty.IN_TRANSIT)
            if passage.kind is PassageKind.AT_LIBERTY:
                return Located(Certainty.AT_LIBERTY)
            return Located(Certainty.UNKNOWN)
    last = max((stay for stay in stays if stay.ended), key=lambda stay: (stay.ended, stay.id), default=None)
    if last is not None and last.ended is not None and at >= last.ended and last.reason and not last.moved_on:
        return Located(Certainty.AT_LIBERTY, None, last.source, last.confidence, last.checked_at)
    return Located(Certainty.UNKNOWN)
