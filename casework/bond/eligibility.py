"""Who may get a bond hearing: the law as of a place and a date, as arguments (DOMAIN §2.6). Pure.

Mateo was moved from Plymouth to Louisiana on a Tuesday. On Monday counsel could lean on a class judgment of
Massachusetts; on Wednesday a decision of the Fifth Circuit stands against him, and the nationwide class for him. Nobody
here says which of them wins: arguments for, arguments against, and "contested" when there are both. For attorney
review, and for the legal team alone (law 12).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schema.bond import ChargesFlag, CustodyBasis, MannerOfEntry
from schema.reference.bond import Authority, Burden, Side, Where, authorities, burdens


class Stance(StrEnum):
    """What the arguments come to together. There is no word for "eligible", on purpose."""

    ARGUMENTS_FOR = "arguments_for"
    ARGUMENTS_AGAINST = "arguments_against"
    CONTESTED = "contested"
    NONE_KNOWN = "none_known"


class Gap(StrEnum):
    """What is not known, and so left out or left open."""

    PLACE = "place"
    CIRCUIT = "circuit"
    STATE = "state"
    ENTRY = "entry"
    BASIS = "basis"
    CHARGES = "charges"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is held, as far as law asks. Null is unknown."""

    state: str | None = None
    district: str | None = None
    #: Federal circuit, "1" to "11" or "DC".
    circuit: str | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What counsel knows of how they came and why they are held. Null is unknown, or not for these eyes."""

    basis: CustodyBasis | None = None
    entry: MannerOfEntry | None = None
    charges: ChargesFlag | None = None


UNKNOWN = Grounds()


@dataclass(frozen=True, slots=True)
class Argument:
    """One authority that speaks of this place on this day."""

    authority: Authority
    #: It speaks of some people only, and nobody has said whether of this one.
    if_theirs: bool


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Arguments as of a place and a date."""

    on: date
    place: Place
    stance: Stance
    arguments: tuple[Argument, ...]
    burden: Burden | None
    gaps: tuple[Gap, ...]


def eligibility(place: Place | None, on: date, grounds: Grounds = UNKNOWN) -> Eligibility:
    """The arguments that can be made about a bond hearing for somebody held in this place on this day."""
    there = place or Place()
    found = []
    for one in authorities():
        if not _in_force(one.in_force_from, one.in_force_until, on) or not _holds(one.where, there):
            continue
        of_them = _of_them(one, grounds)
        if of_them is not False:
            found.append(Argument(one, if_theirs=of_them is None))
    burden = next(
        (one for one in burdens() if _in_force(one.in_force_from, one.in_force_until, on) and _holds(one.where, there)),
        None,
    )
    return Eligibility(on, there, _stance(found), tuple(found), burden, _gaps(place, grounds))


def _in_force(since: date, until: date | None, on: date) -> bool:
    return since <= on and (until is None or on < until)


def _holds(where: Where, place: Place) -> bool:
    """Also of a place of which too little is known, only what holds everywhere."""
    if where.but_circuits and (place.circuit is None or place.circuit in where.but_circuits):
        return False
    return where.everywhere or (
        place.circuit in where.circuits or place.district in where.districts or place.state in where.states
    )


def _of_them(authority: Authority, grounds: Grounds) -> bool | None:
    """It speaks of them; None: only if they are as it says, and nobody has said so."""
    open_question = False
    for speaks_of, theirs in (
        (authority.entry, grounds.entry),
        (authority.basis, grounds.basis),
        (authority.charges, grounds.charges),
    ):
        if speaks_of and theirs is not None and theirs not in speaks_of:
            return False
        open_question = open_question or bool(speaks_of and theirs is None)
    return None if open_question else True


def _stance(arguments: list[Argument]) -> Stance:
    sides = {one.authority.side for one in arguments}
    if {Side.FOR, Side.AGAINST} <= sides:
        return Stance.CONTESTED
    if Side.FOR in sides:
        return Stance.ARGUMENTS_FOR
    return Stance.ARGUMENTS_AGAINST if Side.AGAINST in sides else Stance.NONE_KNOWN


def _gaps(place: Place | None, grounds: Grounds) -> tuple[Gap, ...]:
    if place is None:
        missing = [Gap.PLACE]
    else:
        missing = [gap for gap, known in ((Gap.CIRCUIT, place.circuit), (Gap.STATE, place.state)) if not known]
    known_of_them = ((Gap.ENTRY, grounds.entry), (Gap.BASIS, grounds.basis), (Gap.CHARGES, grounds.charges))
    return (*missing, *(gap for gap, known in known_of_them if known is None))


__all__ = ["UNKNOWN", "Argument", "Eligibility", "Gap", "Grounds", "Place", "Stance", "eligibility"]
