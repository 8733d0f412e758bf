"""What is said of the bond track, its clocks, and what the law says of bond hearings as of a place and a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Date, and_, case, func, null, or_, select

from casework import bond, times
from casework.access.eyes import COUNSEL
from casework.bond import Argument, Clock, Eligibility, Gap, Grounds, Place
from casework.language import spoken
from casework.reading.cases import CASE, shown_of_case
from casework.reading.facts import Expression, Made, Many, Noun, One, column, recorded
from casework.reading.people import person
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from schema.bond import (
    Appellant,
    Bond,
    BondAmount,
    BondFund,
    BondGrounds,
    BondOrder,
    BondStage,
    BondStep,
    ChargesFlag,
    CustodyBasis,
    DhsCustody,
    MannerOfEntry,
)
from schema.custody import CustodyStint
from schema.facilities import Facility

BOND = Noun("Bond", Bond)
BOND.id()
BOND.columns("revision", "stage")
BOND["steps"] = Many(
    "BondStep", lambda at, there: there.row.bond_id == at.row.id, order=lambda there: [there.row.number]
)


def _standing(at: At) -> Any:
    """The steps that stand, as stages and clocks ask about them."""
    return at.listed(
        BondStep,
        lambda there: and_(there.bond_id == at.row.id, there.undone_at.is_(None)),
        lambda there: [
            there.number, there.stage, there.reached_on, there.judge_order, there.amount, there.dhs_custody,
            there.dhs_amount, there.appealed_by,
        ],
    )  # fmt: skip


def _steps(rows: Sequence[Sequence[Any]] | None) -> list[bond.Step]:
    return [
        bond.Step(
            stage=BondStage(stage), on=date.fromisoformat(on), order=BondOrder(order) if order else None, amount=amount,
            dhs_custody=DhsCustody(custody) if custody else None, dhs_amount=dhs_amount,
            appealed_by=Appellant(appealed) if appealed else None,
        )
        for _, stage, on, order, amount, custody, dhs_amount, appealed in sorted(rows or (), key=lambda row: row[0])
    ]  # fmt: skip


BOND["next_stages"] = Expression(
    inputs={"steps": _standing}, finish=lambda _, __, rows: [one.name for one in bond.next_stages(_steps(rows))]
)


def clock(one: Clock) -> dict[str, Any]:
    """A clock as the graph says it."""
    return {
        "kind": one.kind.name,
        "runsFrom": one.runs_from.isoformat(),
        "length": one.rule.length,
        "counting": one.rule.counting.name,
        "due": one.due.isoformat() if one.due else None,
        "state": one.state.name,
        "authority": one.rule.authority,
        "verified": one.rule.verified,
    }


CLOCK = Noun("BondClock")
CLOCK.made("kind", "runs_from", "length", "counting", "due", "state", "authority", "verified")
BOND["clocks"] = Made(
    "BondClock",
    inputs={"steps": _standing},
    finish=lambda reader, _, rows: [clock(one) for one in bond.clocks_of(_steps(rows), bond.day_at(reader.now))],
)

STEP = Noun("BondStep", BondStep)
STEP.columns(
    "number", "stage", "source", "recorded_at", "undone_at", "dhs_custody", "dhs_amount", "judge_order", "amount",
    "reserves_appeal", "appealed_by", "obligor_kind",
)  # fmt: skip
STEP["on"] = column("reached_on")
STEP["recorded_by"] = person("recorded_by_id")
STEP["undone_by"] = person("undone_by_id")
STEP["hearing"] = One("Hearing", lambda at, there: there.id == at.row.hearing_id)


for _name in ("obligor", "receipt", "details"):
    STEP[_name] = recorded(BondStep, _name)

AMOUNT = Noun("BondAmount", BondAmount)
AMOUNT.columns("amount")
FUND = Noun("BondFund", BondFund)
FUND.columns("link")
GROUNDS = Noun("BondGrounds", BondGrounds)


def _word(name: str, words: Any) -> Expression:
    """A sealed word of counsel's compartment."""

    def finish(reader: Reader, _: Any, cipher: str | None, row: str) -> str | None:
        return None if cipher is None else words(reader.opened(cipher, "bond_grounds", name, row)).name

    return Expression(inputs={name: lambda at: getattr(at.row, name), "row": lambda at: at.row.id}, finish=finish)


GROUNDS["basis"] = _word("basis", CustodyBasis)
GROUNDS["entry"] = _word("entry", MannerOfEntry)
GROUNDS["charges"] = _word("charges", ChargesFlag)


CASE["bond"] = One("Bond", lambda at, there: there.case_id == at.row.id)
CASE["bond_amount"] = One(
    "BondAmount", lambda at, there: there.case_id == at.row.id, shown=shown_of_case(BondAmount, "amount")
)
CASE["bond_fund"] = One("BondFund", lambda at, there: there.case_id == at.row.id)
CASE["bond_grounds"] = One(
    "BondGrounds",
    lambda at, there: there.case_id == at.row.id,
    only=lambda at: at.reaches(COUNSEL),
    shown=shown_of_case(BondGrounds, "grounds"),
)


# The law, as of a place and a date.

#: Without a zone of its own a place keeps the clock of most that we know.
_MOST = "America/New_York"


def place_on(stays: Sequence[Sequence[Any]], on: date | None) -> tuple[Place, str | None] | None:
    """Where somebody was held at the end of a day, and what that place is called; None of a day: where they are now.

    A stay: since, until, when it was checked last (in seconds), and of its facility name, state, district, circuit and
    zone.
    """
    held = [stay for stay in stays if (stay[1] is None if on is None else _covers(stay, on))]
    if not held:
        return None
    # Now is where it was checked last; on a day, where they had come last.
    latest = max(held, key=lambda stay: stay[2] if on is None else (stay[0] or stay[2]))
    name, state, district, circuit, _ = latest[3] or [None] * 5
    return Place(state=state, district=district, circuit=circuit), name


def _covers(stay: Sequence[Any], on: date) -> bool:
    since, until, checked, facility = stay
    zone = (facility[4] if facility else None) or _MOST
    over = datetime.combine(on + timedelta(days=1), time(), times.zone(zone)).timestamp()
    return (since if since is not None else checked) < over and (until is None or until >= over)


def _stays(at: At) -> Any:
    def told(there: Row) -> list[Any]:
        facility = Row(Facility)
        of_it = select(
            func.json_build_array(
                facility.name, facility.state, facility.district, facility.circuit, facility.time_zone
            )
        ).where(facility.id == there.facility_id)
        instants = (there.booked_in_at, there.booked_out_at, there.checked_at)
        return [
            *(func.extract("epoch", one) for one in instants),
            of_it.select_from(facility.alias).correlate(there.alias).scalar_subquery(),
        ]

    return at.listed(CustodyStint, lambda there: there.case_id == at.row.id, told)


def _grounds_row(at: At) -> Any:
    found = at.joined(BondGrounds, lambda there: there.case_id == at.row.id)
    return case((at.reaches(COUNSEL), func.json_build_array(found.key, found.basis, found.entry, found.charges)))


def _grounds_known(at: At) -> Any:
    """Counsel wrote something that the answer is made of."""
    found = at.joined(BondGrounds, lambda there: there.case_id == at.row.id)
    return and_(at.reaches(COUNSEL), or_(*(one.is_not(None) for one in (found.basis, found.entry, found.charges))))


def _told(
    reader: Reader, _: Any, is_legal: bool, on: str | None, stays: list[Any] | None, row: list[Any] | None
) -> dict[str, Any] | None:  # fmt: skip
    if not is_legal:
        return None
    grounds = None
    if row is not None:
        key, *ciphers = row
        opened = [
            reader.opened(cipher, "bond_grounds", name, key) if cipher else None
            for name, cipher in zip(("basis", "entry", "charges"), ciphers, strict=True)
        ]
        grounds = grounds_of(*opened)
    day = date.fromisoformat(on) if on else None
    return told_of(place_on(stays or [], day), day or bond.day_at(reader.now), grounds, reader.language)


def grounds_of(basis: str | None, entry: str | None, charges: str | None) -> Grounds:
    """Counsel's words as they were sealed."""
    return Grounds(
        basis=CustodyBasis(basis) if basis else None,
        entry=MannerOfEntry(entry) if entry else None,
        charges=ChargesFlag(charges) if charges else None,
    )


def told_of(
    held: tuple[Place, str | None] | None, on: date, grounds: Grounds | None, language: str | None
) -> dict[str, Any]:
    """The law as of a place and a date, as the graph says it. ``grounds`` are for who has counsel's key."""
    place, name = held or (None, None)
    found = bond.eligibility(place, on, grounds or bond.UNKNOWN)
    return {
        **_place(found, name),
        "asOf": on.isoformat(),
        "stance": found.stance.name,
        "arguments": [_argument(one, language) for one in found.arguments],
        "burden": _burden(found, language),
        # Of counsel's facts others are not even told that they are missing.
        "gaps": [gap.name for gap in found.gaps if grounds is not None or gap not in _COUNSELS],
        "narrowed": grounds is not None and grounds != bond.UNKNOWN,
    }


_COUNSELS = frozenset({Gap.ENTRY, Gap.BASIS, Gap.CHARGES})


def _place(found: Eligibility, name: str | None) -> dict[str, Any]:
    there = found.place
    return {"facility": name, "state": there.state, "district": there.district, "circuit": there.circuit}


def _says(one: Any, language: str | None) -> str:
    return str(one.es if spoken(language or "en") == "es" else one.says)


def _argument(one: Argument, language: str | None) -> dict[str, Any]:
    law = one.authority
    return {
        "key": law.id,
        "side": law.side.name,
        "sentence": _says(law, language),
        "citation": law.name,
        "inForceFrom": law.in_force_from.isoformat(),
        "inForceUntil": law.in_force_until.isoformat() if law.in_force_until else None,
        "dayKnown": law.day,
        "everywhere": law.where.everywhere,
        "ifTheirs": one.if_theirs,
        "status": law.status,
        "read": law.read.name,
        "unverified": law.unverified,
    }


def _burden(found: Eligibility, language: str | None) -> dict[str, Any] | None:
    one = found.burden
    if one is None:
        return None
    return {
        "on": one.on.name,
        "sentence": _says(one, language),
        "citation": one.name,
        "read": one.read.name,
        "unverified": one.unverified,
    }


ARGUMENT = Noun("BondArgument")
ARGUMENT.made(
    "key", "side", "sentence", "citation", "in_force_from", "in_force_until", "day_known", "everywhere", "if_theirs",
    "status", "read", "unverified",
)  # fmt: skip
BURDEN = Noun("BurdenOfProof")
BURDEN.made("on", "sentence", "citation", "read", "unverified")
ELIGIBILITY = Noun("BondEligibility")
ELIGIBILITY.made(
    "as_of", "facility", "state", "district", "circuit", "stance", "gaps", "narrowed",
    arguments="BondArgument", burden="BurdenOfProof",
)  # fmt: skip
CASE["bond_eligibility"] = Made(
    "BondEligibility",
    inputs={
        "legal": lambda at: at.reaches(),
        "on": lambda at: at.given.bound("asOf", Date()) if at.given.has("asOf") else null(),
        "stays": _stays,
        "grounds": _grounds_row,
    },
    finish=_told,
    shown=replace(shown_of_case(BondGrounds, "grounds"), when=_grounds_known),
)
