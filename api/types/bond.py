"""The bond track of a case, its clocks, and what the law says of bond hearings as of a place and a date."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from api.context import Info
from api.nodes import global_id
from api.types import people
from api.types.beside import OfCase
from api.types.people import Person
from casework import bond
from casework.bond import ClockKind, ClockState, Counting, Gap, Grounds, Stance
from casework.reading import bond as told
from schema import bond as rows
from schema import custody as custody_rows
from schema import facilities as facility_rows
from schema import hearings as hearing_rows
from schema.bond import (
    Appellant,
    BondOrder,
    BondStage,
    ChargesFlag,
    CustodyBasis,
    DhsCustody,
    MannerOfEntry,
    ObligorKind,
)
from schema.custody import Source
from schema.reference.bond import BurdenOn, Read, Side

if TYPE_CHECKING:
    from api.types.occasions import Hearing

LaterHearing = Annotated["Hearing", strawberry.lazy("api.types.occasions")]


@strawberry.type(description="One stage reached, with what came with it. One that was undone stays to be read.")
class BondStep:
    row: strawberry.Private[rows.BondStep]
    number: int
    stage: BondStage
    on: date
    source: Source
    recorded_at: datetime
    undone_at: datetime | None
    dhs_custody: DhsCustody | None
    dhs_amount: int | None = strawberry.field(description="Dollars. Null: not known.")
    judge_order: BondOrder | None
    amount: int | None = strawberry.field(description="What has to be posted, in dollars. Null: not known.")
    reserves_appeal: bool | None
    appealed_by: Appellant | None
    obligor_kind: ObligorKind | None

    @classmethod
    def of(cls, row: rows.BondStep) -> BondStep:
        return cls(
            row=row,
            number=row.number,
            stage=row.stage,
            on=row.reached_on,
            source=row.source,
            recorded_at=row.recorded_at,
            undone_at=row.undone_at,
            dhs_custody=row.dhs_custody,
            dhs_amount=row.dhs_amount,
            judge_order=row.judge_order,
            amount=row.amount,
            reserves_appeal=row.reserves_appeal,
            appealed_by=row.appealed_by,
            obligor_kind=row.obligor_kind,
        )

    @strawberry.field
    async def hearing(self, info: Info) -> LaterHearing | None:
        from api.types.occasions import Hearing as HearingType

        row = await info.context.row(hearing_rows.Hearing, self.row.hearing_id)
        return HearingType.of(row) if row else None

    @strawberry.field
    async def recorded_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.recorded_by_id)

    @strawberry.field
    async def undone_by(self, info: Info) -> Person | None:
        return await people.person(info, self.row.undone_by_id)

    @strawberry.field(description="Who posts it.")
    async def obligor(self, info: Info) -> str | None:
        return await self._opened(info, "obligor")

    @strawberry.field(description="The number on the receipt (Form I-305).")
    async def receipt(self, info: Info) -> str | None:
        return await self._opened(info, "receipt")

    @strawberry.field(description="Conditions of an order, what has changed since the last, why it was breached.")
    async def details(self, info: Info) -> str | None:
        return await self._opened(info, "details")

    async def _opened(self, info: Info, column: str) -> str | None:
        if getattr(self.row, column) is None:
            return None
        await info.context.viewed(
            rows.BondStep,
            self.row.id,
            [column],
            case_id=self.row.case_id,
            organization_id=self.row.lead_organization_id,
        )
        return await info.context.opened(self.row, column)


@strawberry.type(
    description="One clock of the bond track, for attorney review: from which day, how long, by which rule."
)
class BondClock:
    kind: ClockKind
    runs_from: date
    length: int | None
    counting: Counting
    due: date | None
    state: ClockState
    authority: str
    verified: bool = strawberry.field(description="Somebody has read the rule in its source for us.")

    @classmethod
    def of(cls, one: bond.Clock) -> BondClock:
        return cls(
            kind=one.kind,
            runs_from=one.runs_from,
            length=one.rule.length,
            counting=one.rule.counting,
            due=one.due,
            state=one.state,
            authority=one.rule.authority,
            verified=one.rule.verified,
        )


@strawberry.type(description="The bond track of a case, for the legal team.")
class Bond:
    row: strawberry.Private[rows.Bond]
    id: strawberry.ID
    revision: int
    stage: BondStage | None = strawberry.field(description="Null: all that was recorded has been undone.")

    @classmethod
    def of(cls, row: rows.Bond) -> Bond:
        return cls(id=strawberry.ID(global_id("Bond", row.id)), row=row, revision=row.revision, stage=row.stage)

    @strawberry.field(description="As they were recorded, also those that were undone.")
    async def steps(self, info: Info) -> list[BondStep]:
        return [BondStep.of(row) for row in await self._rows(info)]

    @strawberry.field(description="Which stages can be recorded next.")
    async def next_stages(self, info: Info) -> list[BondStage]:
        return list(bond.next_stages(await self._standing(info)))

    @strawberry.field
    async def clocks(self, info: Info) -> list[BondClock]:
        today = bond.day_at((await info.context.reading()).now)
        return [BondClock.of(one) for one in bond.clocks_of(await self._standing(info), today)]

    async def _rows(self, info: Info) -> list[rows.BondStep]:
        return await info.context.children(rows.BondStep, "bond_id", self.row.id, "number")

    async def _standing(self, info: Info) -> list[bond.Step]:
        return bond.told_steps([row for row in await self._rows(info) if row.undone_at is None])


@strawberry.type(
    description="What has to be posted: for the legal team, and whom the client agreed to tell of the bond."
)
class BondAmount:
    amount: int | None = strawberry.field(description="Dollars. Null: nothing now, or nobody knows.")


@strawberry.type(description="Where to give for the bond, for the legal team and, behind their link, for supporters.")
class BondFund:
    link: str | None


@strawberry.type(description="Why DHS says that it holds them, and how they came: in counsel's compartment.")
class BondGrounds:
    basis: CustodyBasis | None
    entry: MannerOfEntry | None
    charges: ChargesFlag | None


@strawberry.type(description="One authority that speaks of a place on a day. An argument, and no answer.")
class BondArgument:
    key: str = strawberry.field(description="Its name in the file of authorities.")
    side: Side
    sentence: str
    citation: str
    in_force_from: date
    in_force_until: date | None
    day_known: str | None = strawberry.field(description="How well the day is known from which it is in force.")
    everywhere: bool
    if_theirs: bool = strawberry.field(description="It speaks of some people, and nobody has said whether of this one.")
    status: str
    read: Read
    unverified: str | None = strawberry.field(description="What nobody has checked.")


@strawberry.type(description="Who has to prove what at a bond hearing.")
class BurdenOfProof:
    on: BurdenOn
    sentence: str
    citation: str
    read: Read
    unverified: str | None


@strawberry.type(
    description="Arguments about a bond hearing as of a place and a day, for attorney review. Never that somebody is"
    " eligible."
)
class BondEligibility:
    as_of: date
    facility: str | None
    state: str | None
    district: str | None
    circuit: str | None
    stance: Stance
    arguments: list[BondArgument]
    burden: BurdenOfProof | None
    gaps: list[Gap] = strawberry.field(description="What is not known, and so left out or left open.")
    narrowed: bool = strawberry.field(description="Counsel's facts left out what does not speak of this person.")


def _made(found: dict[str, Any]) -> BondEligibility:
    """What the woven path says, as objects."""
    burden = found["burden"]
    return BondEligibility(
        as_of=date.fromisoformat(found["asOf"]),
        facility=found["facility"],
        state=found["state"],
        district=found["district"],
        circuit=found["circuit"],
        stance=Stance[found["stance"]],
        arguments=[_argument(one) for one in found["arguments"]],
        burden=burden
        and BurdenOfProof(
            on=BurdenOn[burden["on"]],
            sentence=burden["sentence"],
            citation=burden["citation"],
            read=Read[burden["read"]],
            unverified=burden["unverified"],
        ),
        gaps=[Gap[one] for one in found["gaps"]],
        narrowed=found["narrowed"],
    )


def _argument(one: dict[str, Any]) -> BondArgument:
    return BondArgument(
        key=one["key"],
        side=Side[one["side"]],
        sentence=one["sentence"],
        citation=one["citation"],
        in_force_from=date.fromisoformat(one["inForceFrom"]),
        in_force_until=date.fromisoformat(one["inForceUntil"]) if one["inForceUntil"] else None,
        day_known=one["dayKnown"],
        everywhere=one["everywhere"],
        if_theirs=one["ifTheirs"],
        status=one["status"],
        read=Read[one["read"]],
        unverified=one["unverified"],
    )


@strawberry.type
class BondOfCase(OfCase):
    """What is asked and ordered about bond."""

    @strawberry.field(description="For the legal team. Null: nothing was ever recorded.")
    async def bond(self, info: Info) -> Bond | None:
        found = await info.context.children(rows.Bond, "case_id", self.row.id)
        return Bond.of(found[0]) if found else None

    @strawberry.field
    async def bond_amount(self, info: Info) -> BondAmount | None:
        found = await info.context.children(rows.BondAmount, "case_id", self.row.id)
        if not found:
            return None
        await self.viewed(info, rows.BondAmount, ["amount"])
        return BondAmount(amount=found[0].amount)

    @strawberry.field
    async def bond_fund(self, info: Info) -> BondFund | None:
        found = await info.context.children(rows.BondFund, "case_id", self.row.id)
        return BondFund(link=found[0].link) if found else None

    @strawberry.field(description="For counsel, and staff whom the attorneys of the legal provider supervise.")
    async def bond_grounds(self, info: Info) -> BondGrounds | None:
        found = await info.context.children(rows.BondGrounds, "case_id", self.row.id)
        if not found:
            return None
        await self.viewed(info, rows.BondGrounds, ["grounds"])
        grounds = await self._grounds(info, found[0])
        return BondGrounds(basis=grounds.basis, entry=grounds.entry, charges=grounds.charges)

    @strawberry.field(
        description="Arguments about a bond hearing where they were held on that day; without a day, now. For the legal"
        " team."
    )
    async def bond_eligibility(self, info: Info, as_of: date | None = None) -> BondEligibility | None:
        seat = await info.context.seat(self.row.id)
        if seat is None or not seat.legal:
            return None
        grounds = None
        if seat.counsel:
            found = await info.context.children(rows.BondGrounds, "case_id", self.row.id)
            grounds = await self._grounds(info, found[0]) if found else bond.UNKNOWN
            if grounds != bond.UNKNOWN:
                await self.viewed(info, rows.BondGrounds, ["grounds"])
        today = bond.day_at((await info.context.reading()).now)
        held = told.place_on(await self._stays_told(info), as_of)
        return _made(told.told_of(held, as_of or today, grounds, info.context.language))

    async def _grounds(self, info: Info, row: rows.BondGrounds) -> Grounds:
        words = [await info.context.opened(row, column) for column in ("basis", "entry", "charges")]
        return told.grounds_of(*words)

    async def _stays_told(self, info: Info) -> list[list[Any]]:
        stays = []
        for one in await info.context.children(custody_rows.CustodyStint, "case_id", self.row.id):
            at = await info.context.row(facility_rows.Facility, one.facility_id)
            instants = (one.booked_in_at, one.booked_out_at, one.checked_at)
            seconds = [instant.timestamp() if instant else None for instant in instants]
            stays.append([*seconds, at and [at.name, at.state, at.district, at.circuit, at.time_zone]])
        return stays


__all__ = ["Bond", "BondOfCase"]
