"""Exports: the board's cases and the calendar's hearings taken away as a table, and sheets taken away on paper.

What leaves in one file is more than anybody reads on a page, and a stolen laptop could take it: whoever exports proves
once more that it is them (SECURITY, "stolen laptop"), and the organization's trail says who took how much, of what and
when. Each case that is in it says so in its own trail, as of everything that is read of it. What stands in a row is
what the page shows the same reader: the door asks the same reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from casework import access, sign_in
from casework.access import Act
from casework.refusals import Invalid, NotPermitted
from casework.transaction import Transaction
from schema.organizations import OrganizationKind

_Column = TypeVar("_Column")


class Exported(StrEnum):
    """What is taken away."""

    CASES = "cases"
    HEARINGS = "hearings"


_ACTS = {Exported.CASES: Act.EXPORT_CASES, Exported.HEARINGS: Act.EXPORT_HEARINGS}


async def permit_export(tx: Transaction, organization_id: UUID, what: Exported) -> None:
    """Somebody may take away what they see, having confirmed that it is them. Raises :class:`ConfirmFirst`,
    :class:`NotFound`, :class:`NotPermitted`.
    """
    organization = await access.permit_in_organization(tx, organization_id, _ACTS[what])
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise NotPermitted
    sign_in.confirmed(tx)


async def record_export(
    tx: Transaction, organization_id: UUID, what: Exported, *, form: str, asked: str, count: int
) -> None:
    """Write into the organization's trail that so many rows are taken away. ``asked`` names the filter and never what
    was searched for: that may be somebody's name.
    """
    await permit_export(tx, organization_id, what)
    tx.record_count(
        "cases.exported" if what is Exported.CASES else "hearings.exported", f"{form}; {asked}", organization_id, count
    )


def chosen(known: Mapping[str, _Column], names: Sequence[str] | None) -> dict[str, _Column]:
    """The columns somebody chose, in the order they stand; all of them, when none was chosen. Raises
    :class:`Invalid`.
    """
    if not names:
        return dict(known)
    unknown = [name for name in names if name not in known]
    if unknown or len(set(names)) != len(names):
        raise Invalid("columns", "Choose each column once, of those that are offered.")
    return {name: known[name] for name in names}


__all__ = ["Exported", "chosen", "permit_export", "record_export"]
