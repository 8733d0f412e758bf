"""Rows about people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casework.imports import cells
from casework.imports.cells import Moment
from casework.imports.problems import CellProblem, Problems
from casework.imports.records.custody import status_after
from casework.imports.records.rows import rows_of
from casework.imports.tables import Table
from schema.cases import CustodyStatus
from schema.imports import ImportKind
from schema.proceedings import ProceedingKind


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person, as a row says it. The hour of arrest waits for the organization's zone."""

    row: int
    ref: str | None
    a_numbers: tuple[str, ...]
    legal_name: str | None
    public_name: str | None
    birth: str | None
    gender: str | None
    nationality: str | None
    country_of_birth: str | None
    language: str | None
    arrested: Moment | None
    proceedings: tuple[ProceedingKind, ...]
    custody_status: CustodyStatus
    final_status: str | None


_PROCESSES = {
    "RMV": (ProceedingKind.REMOVAL,),
    "RMV_ER_CFR": (ProceedingKind.CREDIBLE_FEAR_REVIEW, ProceedingKind.REMOVAL),
    "ER_CFR": (ProceedingKind.CREDIBLE_FEAR_REVIEW,),
    "REINSTATE_RFR": (ProceedingKind.REASONABLE_FEAR_REVIEW,),
    "WHO": (ProceedingKind.WITHHOLDING_ONLY,),
    # Expedited removal with no review asked for: no court has it.
    "ER_ONLY": (),
}

_STATUSES = {
    "detained": CustodyStatus.IN_CUSTODY,
    "in custody": CustodyStatus.IN_CUSTODY,
    "released": CustodyStatus.RELEASED,
    "unlocated": CustodyStatus.UNLOCATED,
    "not found": CustodyStatus.UNLOCATED,
    "unknown": CustodyStatus.UNKNOWN,
}


def people(table: Table, problems: Problems) -> Iterator[PersonRecord]:
    """The people of a file, each once, by the file's own id and by A-number."""
    refs: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for number, facts, called in rows_of(table, ImportKind.PEOPLE, problems):
        ref, a_numbers = facts["ref"], facts["a_numbers"] or ()
        if not ref and not a_numbers:
            problems.add(number, called.get("ref"), "an id or an A-number is needed to know this person again.")
            continue
        if ref and refs.setdefault(ref, number) != number:
            problems.add(number, called["ref"], f'"{ref}" stands in row {refs[ref]} already.')
            continue
        twice = next((a for a in a_numbers if numbers.setdefault(a, number) != number), None)
        if twice:
            problems.add(number, called["a_numbers"], f"row {numbers[twice]} carries the same A-number.")
            continue
        with problems.at(number, called.get("process")):
            proceedings = _proceedings(facts["process"])
            with problems.at(number, called.get("final_status")):
                yield PersonRecord(
                    row=number,
                    ref=ref,
                    a_numbers=a_numbers,
                    legal_name=facts["legal_name"] or _joined(facts["given_names"], facts["surnames"]),
                    public_name=facts["public_name"],
                    birth=facts["birth"],
                    gender=facts["gender"],
                    nationality=facts["nationality"],
                    country_of_birth=facts["country_of_birth"],
                    language=facts["language"],
                    arrested=facts["arrested"],
                    proceedings=proceedings,
                    custody_status=_custody_status(facts["final_status"]),
                    final_status=facts["final_status"],
                )


def _joined(given: str | None, surnames: str | None) -> str | None:
    # With the comma nobody has to guess where the surnames begin.
    return f"{surnames}, {given}" if given and surnames else given or surnames


def _proceedings(process: str | None) -> tuple[ProceedingKind, ...]:
    if process is None:
        return ()
    key = re.sub(r"[\s\-]+", "_", process.strip()).upper()
    if key in _PROCESSES:
        return _PROCESSES[key]
    words = {kind.value: kind for kind in ProceedingKind}
    found = [words.get(part.strip().lower().replace(" ", "_")) for part in re.split(r"[;,/+]", process)]
    kinds = tuple(kind for kind in found if kind is not None)
    if not found or len(kinds) != len(found):
        raise CellProblem(f'"{process}" is not a process we know. Write one of {", ".join(_PROCESSES)}.')
    return kinds


def _custody_status(words: str | None) -> CustodyStatus:
    if words is None:
        return CustodyStatus.UNKNOWN
    if found := _STATUSES.get(words.lower().replace("_", " ")):
        return found
    if words.lower().replace(" ", "_") in set(CustodyStatus):
        return CustodyStatus(words.lower().replace(" ", "_"))
    # The agency's word for how the last stay ended.
    reason = cells.release_reason(words)
    return status_after(reason) if reason else CustodyStatus.UNKNOWN
