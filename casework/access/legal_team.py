"""What the legal team of a case sees and nobody else; and what lies in counsel's compartment."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from casework.access.eyes import COUNSEL, LEGAL, Clause, Depth, Eyes, reaches
from schema.assignments import Appearance
from schema.base import Table
from schema.bond import Bond, BondFund, BondGrounds, BondStep
from schema.cases import CaseContact, Claim, Health, Intake
from schema.check_ins import CheckIn, Supervision
from schema.custody import CustodyStint, LocatorCheck
from schema.date_checks import DateCheck
from schema.date_sources import DateSource
from schema.deadlines import Deadline
from schema.decisions import Decision
from schema.detainers import Detainer
from schema.families import FamilyMember
from schema.notes import Note, PrivilegedNote
from schema.preparedness import PreparednessTick
from schema.proceedings import Proceeding
from schema.transfers import ExpectedCourt, HabeasFiling
from schema.walls import ConflictWall

_LEGAL: tuple[type[Table], ...] = (
    Proceeding,
    CustodyStint,
    LocatorCheck,
    ExpectedCourt,
    HabeasFiling,
    Supervision,
    CheckIn,
    Intake,
    CaseContact,
    ConflictWall,
    Note,
    FamilyMember,
    Deadline,
    DateCheck,
    Appearance,
    Decision,
    DateSource,
    Bond,
    BondStep,
    BondFund,
    Detainer,
    PreparednessTick,
)
_COUNSEL: tuple[type[Table], ...] = (
    PrivilegedNote,
    Claim,
    Health,
    BondGrounds,
)


def rules() -> dict[type[Table], Callable[[Eyes, Any], Clause]]:
    """Of each noun, which rows the actor sees."""
    return {
        **{noun: partial(_of_case, LEGAL) for noun in _LEGAL},
        **{noun: partial(_of_case, COUNSEL) for noun in _COUNSEL},
    }


def _of_case(depth: Depth, eyes: Eyes, row: Any) -> Clause:
    return reaches(eyes, row, depth)


__all__ = ["rules"]
