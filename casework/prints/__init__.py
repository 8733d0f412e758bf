"""What is printed: a case sheet for counsel, a court list, a funder's report, as an accessible PDF (PDF/UA-1).

Paper lies on tables. A case sheet is one case's, for its legal team, and its trail says who printed it; a court list
may be made without anybody's name, for a door or a lobby; no file is named after a person. The only fonts are those
that the typesetter brings (Libertinus, SIL Open Font License 1.1): nothing is looked up on the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

import orjson
import typst

from casework import access, sign_in
from casework.access import Act
from casework.refusals import Invalid, NotPermitted
from casework.transaction import Transaction
from schema.cases import Case
from schema.organizations import OrganizationKind

_FORM = (Path(__file__).parent / "sheet.typ").read_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a print: facts by name, lines, and a table."""

    title: str | None = None
    facts: Sequence[tuple[str, str]] = ()
    lines: Sequence[str] = ()
    head: Sequence[str] = ()
    #: How wide each column is beside the others.
    widths: Sequence[float] = ()
    rows: Sequence[Sequence[str]] = ()
    #: It begins a page.
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """All that a print says, in one language."""

    language: str
    title: str
    about: Sequence[str] = ()
    parts: Sequence[Part] = field(default=())
    #: At the foot of every page.
    foot: str = ""
    wide: bool = False


def pdf(said: Printed, at: datetime) -> bytes:
    """The print as an accessible PDF. It takes some tenths of a second of a processor: not for the loop of a server."""
    given = {"said": orjson.dumps(asdict(said)).decode()}
    made: bytes = typst.compile(
        _FORM,
        format="pdf",
        sys_inputs=given,
        pdf_standards="ua-1",
        ignore_system_fonts=True,
        timestamp=at.replace(microsecond=0),
    )
    return made


async def print_case_sheet(tx: Transaction, case_id: UUID) -> Case:
    """A page on one case for its legal team; the trail says who printed it. Raises :class:`NotFound`,
    :class:`NotPermitted`.
    """
    case = await access.case_for(tx, case_id, Act.PRINT_CASE_SHEET)
    tx.record("case_sheet.printed", case, case=case)
    return case


async def print_court_list(tx: Transaction, organization_id: UUID, *, days: int, named: bool) -> None:
    """The hearings of a day or a week on paper, a day a page; the organization's trail says who printed it. With
    names it is an export as any other, for which somebody proves that it is them. Raises :class:`ConfirmFirst`,
    :class:`Invalid`, :class:`NotFound`, :class:`NotPermitted`.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.PRINT_COURT_LIST)
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise NotPermitted
    if not 1 <= days <= _MOST_DAYS:
        raise Invalid("days", "A court list is of one to fourteen days.")
    if named:
        sign_in.confirmed(tx)
    tx.record_count("court_list.printed", "named" if named else "no names", organization_id, days)


_MOST_DAYS = 14

__all__ = ["Part", "Printed", "pdf", "print_case_sheet", "print_court_list"]
