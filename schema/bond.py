"""The bond track of a case: what was asked for, ordered, stayed, paid and given back, stage by stage (DOMAIN §2.3).

Bond is separate from removal (8 CFR 1003.19(d)), so it has stages of its own. The track is its steps: each is one stage
with the day on which it was reached and the facts that came with it. A step that was recorded wrongly is undone, and
takes its facts with it; nothing is written over. What audiences of one case see differently lies in tables of its own.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.custody import Source

#: The least bond that a judge may set (8 USC 1226(a)(2)(A)), in dollars.
LEAST = 1_500
#: From this amount on DHS may stay a judge's order by itself (8 CFR 1003.19(i)(2)), in dollars.
STAY_FROM = 10_000


class BondStage(StrEnum):
    """How far it has come. None says that somebody may or may not be released: that is for counsel to argue."""

    #: DHS holds them without bond, and nobody contests it yet.
    NOT_ELIGIBLE = "not_eligible"
    #: Whether a judge has the power to set bond is argued about.
    CONTESTED_JURISDICTION = "contested_jurisdiction"
    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    DENIED = "denied"
    GRANTED = "granted"
    #: DHS filed Form EOIR-43: the order does not take effect for now.
    STAYED = "stayed"
    #: Somebody who may post it is paying.
    PAYING = "paying"
    POSTED = "posted"
    RELEASED = "released"
    APPEALED = "appealed"
    BREACHED = "breached"
    #: DHS cancelled the bond (Form I-391), and the money is on its way back.
    CANCELLED_REFUNDED = "cancelled_refunded"


class DhsCustody(StrEnum):
    """What DHS decided at first about custody (Form I-286)."""

    NO_BOND = "no_bond"
    AMOUNT = "amount"


class BondOrder(StrEnum):
    """What the judge ordered."""

    #: Bond, of an amount (8 USC 1226(a)(2)(A)).
    GRANTED = "granted"
    #: Release on their own recognizance, without a bond: conditional parole (8 USC 1226(a)(2)(B)).
    CONDITIONAL_PAROLE = "conditional_parole"
    DENIED = "denied"
    NO_JURISDICTION = "no_jurisdiction"


#: Orders by which somebody may be released, on bond or otherwise.
RELEASING = frozenset({BondOrder.GRANTED, BondOrder.CONDITIONAL_PAROLE})


class Appellant(StrEnum):
    """Who appealed to the Board (Form EOIR-26)."""

    DHS = "dhs"
    CLIENT = "client"


class ObligorKind(StrEnum):
    """Who may post a bond with ICE (CeBONDS)."""

    CITIZEN = "citizen"
    PERMANENT_RESIDENT = "permanent_resident"
    LAW_FIRM = "law_firm"
    NON_PROFIT = "non_profit"


class CustodyBasis(StrEnum):
    """Under which provision DHS says that it holds them (8 USC 1225, 1226, 1231; INA 235, 236, 241)."""

    INA_235_B_1 = "235(b)(1)"
    INA_235_B_2 = "235(b)(2)"
    INA_236_A = "236(a)"
    INA_236_C = "236(c)"
    INA_241 = "241"


class MannerOfEntry(StrEnum):
    """How they came, as far as it decides what the law of bond says of them."""

    ADMITTED = "admitted"
    WITHOUT_INSPECTION = "without_inspection"
    #: Arrested without a warrant while arriving, and later in full proceedings.
    ARRIVING = "arriving"


class ChargesFlag(StrEnum):
    """Whether an arrest or charge of theirs is of the kind that 8 USC 1226(c) names, since the Laken Riley Act."""

    LISTED = "listed"
    NOT_LISTED = "not_listed"


class Bond(Identified, Revised, Led, Table):
    """The track itself: where it stands. The verbs keep it from the steps that stand."""

    __tablename__ = "bonds"
    __table_args__ = (
        UniqueConstraint("case_id"),
        # What is of the track names both, and goes where the track goes when two cases become one.
        UniqueConstraint("id", "case_id"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    #: Null: all that was recorded has been undone.
    stage: Mapped[BondStage | None] = mapped_column(closed(BondStage))


class BondStep(Identified, Led, Table):
    """One stage reached, with the facts that came with it."""

    __tablename__ = "bond_steps"
    __table_args__ = (
        UniqueConstraint("bond_id", "number"),
        ForeignKeyConstraint(["bond_id", "case_id"], ["bonds.id", "bonds.case_id"], onupdate="CASCADE"),
        CheckConstraint(f"amount >= {LEAST}", name="least_amount"),
    )

    bond_id: Mapped[UUID]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Their order, as recorded.
    number: Mapped[int]
    stage: Mapped[BondStage] = mapped_column(closed(BondStage))
    #: The day on which it was reached: clocks of the law count days.
    reached_on: Mapped[date]
    source: Mapped[Source] = mapped_column(closed(Source))
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    hearing_id: Mapped[UUID | None] = mapped_column(ForeignKey("hearings.id"), index=True)
    dhs_custody: Mapped[DhsCustody | None] = mapped_column(closed(DhsCustody))
    #: Dollars. Null: not known.
    dhs_amount: Mapped[int | None]
    judge_order: Mapped[BondOrder | None] = mapped_column(closed(BondOrder))
    #: What has to be posted, in dollars. Null: not known.
    amount: Mapped[int | None]
    #: At the hearing DHS reserved its right to appeal.
    reserves_appeal: Mapped[bool | None]
    appealed_by: Mapped[Appellant | None] = mapped_column(closed(Appellant))
    obligor_kind: Mapped[ObligorKind | None] = mapped_column(closed(ObligorKind))
    #: Who posts it, and the number on the receipt (Form I-305).
    obligor: Mapped[Sealed | None]
    receipt: Mapped[Sealed | None]
    #: Conditions of the order, what has changed since the last one, why it was breached: in somebody's words.
    details: Mapped[Sealed | None]


class BondAmount(Identified, Led, Table):
    """What has to be posted: all of the track that anybody outside the legal team may be told.

    The client's contacts; advocates and officials on the client's consent to tell of the bond. The verbs keep it.
    """

    __tablename__ = "bond_amounts"
    __table_args__ = (ForeignKeyConstraint(["bond_id", "case_id"], ["bonds.id", "bonds.case_id"], onupdate="CASCADE"),)

    bond_id: Mapped[UUID] = mapped_column(unique=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), unique=True)
    #: Dollars. Null: nothing has to be posted now, or nobody knows what.
    amount: Mapped[int | None]


class BondFund(Identified, Led, Table):
    """Where to give for it: what supporters are told instead of the amount, on the client's consent."""

    __tablename__ = "bond_funds"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), unique=True)
    #: A public page of a fund. Null: it was taken back.
    link: Mapped[str | None]


class BondGrounds(Identified, Led, Table):
    """Why DHS says that it may hold them, and how they came: in counsel's compartment, as all of manner of entry is.

    Words of :class:`CustodyBasis`, :class:`MannerOfEntry` and :class:`ChargesFlag`, sealed.
    """

    __tablename__ = "bond_grounds"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), unique=True)
    basis: Mapped[Sealed | None]
    entry: Mapped[Sealed | None]
    charges: Mapped[Sealed | None]
