"""Rows about hearings, and which date replaces which within one file."""

from __future__ import annotations

from dataclasses import dataclass

from casework.imports.cells import Moment
from casework.imports.problems import Problems
from casework.imports.records.rows import rows_of
from casework.imports.tables import Table
from schema import reference
from schema.imports import ImportKind
from schema.occasions import Medium


@dataclass(frozen=True, slots=True)
class HearingRecord:
    """A hearing, as a row says it. Its times wait for the court's zone."""

    row: int
    ref: str
    person: str
    court: str
    location: str | None
    calendar_type: str | None
    schedule_type: str | None
    starts: Moment
    medium: Medium
    judge: str | None
    room: str | None
    noticed: Moment | None
    adjournment: str | None
    replaces: str | None

    @property
    def kind(self) -> reference.HearingCode:
        """What its type means here; the schedule type says more than the calendar's."""
        return (
            reference.schedule_types().get(self.schedule_type or "")
            or reference.calendar_types().get(self.calendar_type or "")
            or reference.schedule_types()["SD"]
        )


def hearings(table: Table, problems: Problems) -> list[HearingRecord]:
    """The hearings of a file, each once, and none replaced twice or by way of itself."""
    found: dict[str, HearingRecord] = {}
    replaced: dict[str, int] = {}
    for number, facts, called in rows_of(table, ImportKind.HEARINGS, problems):
        record = HearingRecord(
            row=number,
            **{name: facts[name] for name in ("ref", "person", "court", "location", "calendar_type", "schedule_type")},
            **{name: facts[name] for name in ("starts", "judge", "room", "noticed", "adjournment", "replaces")},
            medium=facts["medium"] or Medium.UNKNOWN,
        )
        if record.ref in found:
            problems.add(number, called["ref"], f'"{record.ref}" stands in row {found[record.ref].row} already.')
            continue
        if record.schedule_type and record.schedule_type not in reference.schedule_types():
            problems.add(number, called["schedule_type"], f"{record.schedule_type} is not an EOIR schedule type.")
        if record.calendar_type and record.calendar_type not in reference.calendar_types():
            problems.add(number, called["calendar_type"], f"{record.calendar_type} is not an EOIR calendar type.")
        if record.replaces == record.ref:
            problems.add(number, called["replaces"], "a hearing cannot replace itself.")
        elif record.replaces and replaced.setdefault(record.replaces, number) != number:
            problems.add(
                number,
                called["replaces"],
                f'"{record.replaces}" is replaced in row {replaced[record.replaces]} already; only one date can stand.',
            )
        found[record.ref] = record
    _refuse_circles(found, problems)
    return list(found.values())


def _refuse_circles(found: dict[str, HearingRecord], problems: Problems) -> None:
    sound: set[str] = set()
    for record in found.values():
        trail: dict[str, None] = {}
        step: HearingRecord | None = record
        while step is not None and step.ref not in sound:
            if step.ref in trail:
                if step is not record or step.replaces != step.ref:
                    problems.add(step.row, None, f'"{step.ref}" replaces, by way of others, itself.')
                break
            trail[step.ref] = None
            step = found.get(step.replaces) if step.replaces else None
        sound.update(trail)
