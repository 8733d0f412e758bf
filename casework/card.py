"""Card: all that one audience may see of one occasion.

Letters, invitations, feeds and pages render a card and nothing else, so what is not on the card cannot leave the house.
Only :mod:`casework.disclosure` makes one. A card speaks no language: titles and dates get their words when rendered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schema.assignments import Scope
from schema.occasions import Medium, OccasionKind, OccasionState
from schema.proceedings import ProceedingKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go. Every part may be unknown, or not for these eyes."""

    name: str | None = None
    street: str | None = None
    city: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One occasion through one audience's eyes. A field that is None is unknown, or not for these eyes."""

    #: Calendar UID: one for each occasion and disclosure class, so that two classes cannot be joined (RFC 7986 §5.3).
    uid: str
    sequence: int
    state: OccasionState
    kind: OccasionKind
    #: Aware, UTC.
    starts_at: datetime
    ends_at: datetime
    #: IANA zone in which the date was printed, and in which it is said.
    time_zone: str
    #: False: the notice gives a day and no hour.
    hour_known: bool = True
    #: Last change of anything this audience sees of it. Aware, UTC.
    revised_at: datetime

    #: The client's name, in the form that is cleared for this audience.
    name: str | None = None
    #: What an official's calendar says instead: "3F2".
    token: str | None = None
    #: What supporters look for at the door.
    codeword: str | None = None
    #: The own title of a published action.
    title: str | None = None

    court: str | None = None
    place: Place | None = None
    medium: Medium = Medium.UNKNOWN
    join_url: str | None = None
    #: A page behind the link that may tell more than a letter may.
    live_page: str | None = None

    #: For the legal team alone.
    case_ref: str | None = None
    judge: str | None = None
    #: Of a hearing: in which proceeding it is. Bond is decided apart from removal (8 CFR 1003.19(d)).
    proceeding: ProceedingKind | None = None

    #: The one telephone number to call.
    call: str | None = None
    #: Whether the client goes there on their own feet, and it counts if they do not. For their own eyes and those of
    #: the contacts they keep; None: unknown, or not for these eyes.
    at_liberty: bool | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Where somebody is held, as near as these eyes may be told it, and since when. For live pages only: it is never
    written into anything that is kept.
    """

    place: str
    #: None: unknown, or not for these eyes.
    since: datetime | None
    time_zone: str | None


@dataclass(frozen=True, slots=True)
class BondAsked:
    """What has to be posted, or where to give for it, as far as these eyes may be told. For live pages only."""

    #: Dollars.
    amount: int | None
    fund: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferCard:
    """What an attorney who has not accepted may see of a case. The summary identifies nobody."""

    blurb: str
    scope: Scope
    #: The organization that offers.
    organization: str
    #: Only once the offer is accepted.
    case_ref: str | None = None
    call: str | None = None


@dataclass(frozen=True, slots=True)
class UnansweredCard:
    """That a change is not confirmed, for whoever is called about it: a count, and nobody's name."""

    #: How many have not confirmed.
    people: int
    #: By when somebody must have called them. Aware, UTC; and the zone in which it is said.
    call_by: datetime
    time_zone: str
