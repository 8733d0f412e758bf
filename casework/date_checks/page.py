"""What the page behind a shift's link shows now. As the holder of the link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import text

from casework import names
from casework.actors import Link
from casework.date_checks.promise import Promise, promise
from casework.date_checks.running import bound_to, running
from casework.date_checks.taking_back import last_answer
from casework.language import spoken
from casework.transaction import Transaction
from schema.base import Sealed
from schema.date_checks import DateCheck
from schema.detainees import Detainee
from schema.hearings import Hearing
from schema.organizations import Organization


class Stage(StrEnum):
    """How far they are."""

    CODE = "code"
    PROMISE = "promise"
    #: Nothing is open: the next one is a press away.
    READY = "ready"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """All that one call needs, and nothing else (DOMAIN §3.3, hotline caller)."""

    check_id: UUID
    #: As the line wants it: nine digits, three by three.
    number: str
    letters: str
    country: str | None
    starts_at: datetime
    time_zone: str
    hour_known: bool
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One shift, as its page shows it now."""

    stage: Stage
    language: str
    organization: str
    phone: str | None
    ends_at: datetime
    time_zone: str
    promise: Promise | None = None
    item: Item | None = None
    #: What was pressed last, while it can be taken back.
    answered: DateCheck | None = None


_ITEM = text("select * from item_of_shift()")


async def page(tx: Transaction, link: Link, device: str | None, language: str | None = None) -> Page:
    """What stands behind this link now, for this telephone. The item that it shows is one entry in the trail, in the
    same transaction. Raises :class:`NotFound` when the shift does not run.
    """
    shift = await running(tx, link.id, lock=False)
    organization = await tx.session.get_one(Organization, shift.organization_id)
    language = spoken(language or shift.language)
    stage, signing, item, answered = Stage.CODE, None, None, None
    if bound_to(shift, device):
        if shift.promised_at is None:
            stage, signing = Stage.PROMISE, promise(organization.name, language)
        else:
            item = await _item(tx)
            stage = Stage.ITEM if item else Stage.READY
            answered = None if item else await last_answer(tx, shift)
    return Page(
        stage=stage,
        language=language,
        organization=organization.name,
        phone=organization.phone,
        ends_at=shift.ends_at,
        time_zone=organization.time_zone,
        promise=signing,
        item=item,
        answered=answered,
    )


async def _item(tx: Transaction) -> Item | None:
    row = (await tx.session.execute(_ITEM)).one_or_none()
    if row is None:
        return None
    await tx.unlock([Sealed(cipher) for cipher in (row.number, row.legal_name, row.country_of_birth) if cipher])
    number = _opened(tx, row.number, "detainee_numbers", "number", row.number_id)
    name = _opened(tx, row.legal_name, "identities", "legal_name", row.detainee_id)
    country = _opened(tx, row.country_of_birth, "identities", "country_of_birth", row.detainee_id)
    shown = ["a_numbers"] + ["name_letters"] * bool(name) + ["country_of_birth"] * bool(country)
    tx.viewed(Detainee, row.detainee_id, shown, case_id=row.case_id, organization_id=row.lead)
    tx.viewed(Hearing, row.hearing_id, ["slot"], case_id=row.case_id, organization_id=row.lead)
    await tx.record_views("DateCheck")
    return Item(
        check_id=row.check_id,
        number=" ".join(number[place : place + 3] for place in range(0, len(number), 3)),
        letters=names.needed_letters(name),
        country=country or None,
        starts_at=row.starts_at,
        time_zone=row.time_zone,
        hour_known=row.hour_known,
        sequence=row.sequence,
    )


def _opened(tx: Transaction, cipher: Any, table: str, column: str, row: UUID) -> str:
    return tx.vault.open(Sealed(bytes(cipher)), table, column, row) if cipher is not None else ""
