"""Habeas: a petition lies where the body is at the minute it is filed, wherever it is taken then (28 USC 2241)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework import stays, transfers
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.proceedings import Proceeding
from schema.transfers import HabeasFiling


async def stamp(tx: Transaction, case: Case, proceeding: Proceeding, filed_at: datetime) -> HabeasFiling:
    """Stamp where the body was at the minute of filing, on whose word, and how sure that is. Once; it never changes.

    The actor was let in already. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    if filed_at > tx.now:
        raise Invalid("filedAt", "That hour has not come yet. Record the petition once it is filed.")
    if await tx.session.scalar(select(HabeasFiling.id).where(HabeasFiling.proceeding_id == proceeding.id)):
        raise NotAllowedByState("This petition was filed already, and the place is stamped. Open another proceeding.")
    found = transfers.where_was((await stays.stays_of(tx, [case.id]))[case.id], filed_at, tx.now)
    stay = found.stay
    filing = HabeasFiling(
        id=new_id(),
        case_id=case.id,
        proceeding_id=proceeding.id,
        filed_at=filed_at,
        place=stay.place if stay else None,
        facility_id=stay.site.id if stay and stay.site else None,
        district=stay.site.district if stay and stay.site else None,
        circuit=stay.site.circuit if stay and stay.site else None,
        source=found.source,
        confidence=found.confidence,
        checked_at=found.checked_at,
        stamped_by_id=tx.person_id,
        stamped_at=tx.now,
    )
    tx.session.add(filing)
    await tx.session.flush()
    tx.record(
        "habeas.filed",
        filing,
        case=case,
        after={"filed_at": filed_at, "district": filing.district, "certainty": found.certainty},
        about=[proceeding.id],
    )
    return filing
