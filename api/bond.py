"""Mutations on the bond track."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.refusals import Refused, verb
from api.types.cases import Case
from casework import bond
from schema.bond import (
    Appellant,
    BondStage,
    ChargesFlag,
    CustodyBasis,
    DhsCustody,
    MannerOfEntry,
    ObligorKind,
)
from schema.custody import Source


@strawberry.input
class RecordBondStageInput:
    case_id: strawberry.ID
    expected_revision: int | None = strawberry.field(
        default=None, description="Of the bond track. Null where nothing was ever recorded."
    )
    stage: BondStage
    on: date = strawberry.field(description="The day on which it was reached, as the paper says.")
    source: Source = Source.COUNSEL
    hearing_id: strawberry.ID | None = None
    dhs_custody: DhsCustody | None = None
    dhs_amount: int | None = None
    amount: int | None = strawberry.field(
        default=None,
        description="Of bond that is granted: dollars. Needed, unless an order of before has effect again.",
    )
    conditional_parole: bool | None = strawberry.field(
        default=None, description="Of an order that grants release without a bond, on their own recognizance."
    )
    reserves_appeal: bool | None = None
    appealed_by: Appellant | None = None
    obligor_kind: ObligorKind | None = None
    obligor: str | None = None
    receipt: str | None = None
    details: str | None = None


@strawberry.type
class RecordBondStagePayload:
    case: Case


RecordBondStageResult = Annotated[RecordBondStagePayload | Refused, strawberry.union("RecordBondStageResult")]


@strawberry.input
class UndoBondStageInput:
    case_id: strawberry.ID
    expected_revision: int


@strawberry.type
class UndoBondStagePayload:
    case: Case


UndoBondStageResult = Annotated[UndoBondStagePayload | Refused, strawberry.union("UndoBondStageResult")]


@strawberry.input
class RecordBondGroundsInput:
    case_id: strawberry.ID
    basis: CustodyBasis | None = None
    entry: MannerOfEntry | None = None
    charges: ChargesFlag | None = None


@strawberry.type
class RecordBondGroundsPayload:
    case: Case


RecordBondGroundsResult = Annotated[RecordBondGroundsPayload | Refused, strawberry.union("RecordBondGroundsResult")]


@strawberry.input
class NameBondFundInput:
    case_id: strawberry.ID
    link: str | None = strawberry.field(default=None, description="A public page. Null takes it back.")


@strawberry.type
class NameBondFundPayload:
    case: Case


NameBondFundResult = Annotated[NameBondFundPayload | Refused, strawberry.union("NameBondFundResult")]


@strawberry.type
class BondMutations:
    @verb("Record how far the bond track of a case has come, on which day and with what.")
    async def record_bond_stage(self, info: Info, input: RecordBondStageInput) -> RecordBondStageResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await bond.record_bond_stage(
                tx,
                case_id,
                input.stage,
                on=input.on,
                source=input.source,
                expected_revision=input.expected_revision,
                facts=bond.StepFacts(
                    dhs_custody=input.dhs_custody,
                    dhs_amount=input.dhs_amount,
                    amount=input.amount,
                    conditional_parole=input.conditional_parole,
                    reserves_appeal=input.reserves_appeal,
                    appealed_by=input.appealed_by,
                    obligor_kind=input.obligor_kind,
                    obligor=input.obligor,
                    receipt=input.receipt,
                    details=input.details,
                    hearing_id=nodes.optional_key("Hearing", input.hearing_id),
                ),
            )
        return RecordBondStagePayload(case=await shown(info, case_id))

    @verb("Take back the last stage that was recorded of a bond, with all that came with it.")
    async def undo_bond_stage(self, info: Info, input: UndoBondStageInput) -> UndoBondStageResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await bond.undo_bond_stage(tx, case_id, expected_revision=input.expected_revision)
        return UndoBondStagePayload(case=await shown(info, case_id))

    @verb("Record why DHS holds them and how they came, into counsel's compartment.")
    async def record_bond_grounds(self, info: Info, input: RecordBondGroundsInput) -> RecordBondGroundsResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await bond.record_bond_grounds(tx, case_id, basis=input.basis, entry=input.entry, charges=input.charges)
        return RecordBondGroundsPayload(case=await shown(info, case_id))

    @verb("Say on which public page one can give for the bond.")
    async def name_bond_fund(self, info: Info, input: NameBondFundInput) -> NameBondFundResult:
        case_id = nodes.key("Case", input.case_id)
        async with info.context.transaction() as tx:
            await bond.name_bond_fund(tx, case_id, input.link)
        return NameBondFundPayload(case=await shown(info, case_id))
