"""Facilities and courts from a file: public facts, shared by every organization of the deployment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import select

from casework import names
from casework.imports.loading import Progress, Tally
from casework.imports.problems import Problems
from casework.imports.records import CourtRecord, FacilityRecord
from casework.transaction import Transaction
from schema.base import new_id
from schema.courts import Court, HearingLocation
from schema.facilities import Facility
from schema.imports import ImportKind

Place = TypeVar("Place", Facility, Court)


async def load_facilities(
    tx: Transaction, records: Sequence[FacilityRecord], problems: Problems, progress: Progress
) -> Tally:
    """Add unknown facilities and bring known ones up to what the file says.

    Lists without codes only complete facilities that are known: found by name and town, and never overwritten.
    """
    known = {facility.code: facility for facility in await tx.session.scalars(select(Facility))}
    by_name = _once({_name(f.name, f.city): f for f in known.values()}, known.values(), lambda f: _name(f.name, f.city))
    tally, unmatched = Tally(ImportKind.FACILITIES, rows=len(records)), 0
    for done, record in enumerate(records, start=1):
        if record.code is None:
            facility = by_name.get(_name(record.facts.get("name"), record.facts.get("city")))
            if facility is None:
                unmatched += 1
            else:
                _count(tally, _complete(facility, record.facts))
        elif facility := known.get(record.code):
            _count(tally, _change(facility, record.facts))
        elif "name" not in record.facts:
            problems.add(record.row, None, f"{record.code} is new, and needs a name.")
        else:
            tx.session.add(Facility(id=new_id(), code=record.code, **record.facts))
            tally.added += 1
        progress(done, len(records))
    problems.raise_any()
    await tx.session.flush()
    if unmatched:
        tally.remarks.append(
            f"{unmatched} rows were left out: the list has no codes, and no one facility has that name and town."
        )
    if unknown := [
        record for record in records if record.code and not known.get(record.code) and not record.facts.get("time_zone")
    ]:
        tally.remarks.append(
            f"{len(unknown)} new facilities have no known time zone ({_some(r.code for r in unknown)}): "
            "their state keeps two clocks and the file does not say which. Times there need an offset."
        )
    return tally


async def load_courts(tx: Transaction, records: Sequence[CourtRecord], problems: Problems, progress: Progress) -> Tally:
    """Add unknown courts and bring known ones up to what the file says. Lists without codes go by name."""
    courts = list(await tx.session.scalars(select(Court)))
    known = {code: court for court in courts for code in (*court.other_codes, court.code)}
    by_name = _once({_name(c.name, None): c for c in courts}, courts, lambda c: _name(c.name, None))
    locations = set(await tx.session.scalars(select(HearingLocation.code)))
    tally, unmatched = Tally(ImportKind.COURTS, rows=len(records)), 0
    for done, record in enumerate(records, start=1):
        facts = dict(record.facts)
        if record.code is None:
            court = by_name.get(_name(facts["name"], None))
            if court is None:
                unmatched += 1
            else:
                # The name is what we know it by; only news about it counts.
                _count(tally, _change(court, {k: v for k, v in facts.items() if k in ("status", "status_as_of")}))
        elif court := known.get(record.code):
            if record.code != court.code:
                facts["other_codes"] = sorted({*facts.get("other_codes", ()), court.code} - {record.code})
                facts["code"] = record.code
            _count(tally, _change(court, facts))
        else:
            court = Court(id=new_id(), code=record.code, **facts)
            tx.session.add(court)
            await tx.session.flush()
            if record.code not in locations:
                # Every court sits at least at its own address.
                tx.session.add(
                    HearingLocation(
                        id=new_id(),
                        court_id=court.id,
                        code=record.code,
                        name=court.name,
                        street=court.street,
                        city=court.city,
                        state=court.state,
                        postal_code=court.postal_code,
                        time_zone=court.time_zone,
                    )
                )
            tally.added += 1
        progress(done, len(records))
    problems.raise_any()
    await tx.session.flush()
    if unmatched:
        tally.remarks.append(f"{unmatched} rows were left out: the list has no codes, and no one court has that name.")
    return tally


def _name(name: str | None, city: str | None) -> str:
    return names.folded(f"{name or ''} {city or ''}")


def _once(found: dict[str, Place], all_of: Any, key: Any) -> dict[str, Place]:
    """Only names that one place alone carries."""
    counts: dict[str, int] = {}
    for place in all_of:
        counts[key(place)] = counts.get(key(place), 0) + 1
    return {name: place for name, place in found.items() if counts[name] == 1}


def _change(place: Facility | Court, facts: dict[str, Any]) -> bool:
    changed = False
    for name, value in facts.items():
        if getattr(place, name) != value:
            setattr(place, name, value)
            changed = True
    return changed


def _complete(place: Facility, facts: dict[str, Any]) -> bool:
    blank = {name: value for name, value in facts.items() if getattr(place, name) is None}
    return _change(place, blank)


def _count(tally: Tally, changed: bool) -> None:
    if changed:
        tally.changed += 1
    else:
        tally.unchanged += 1


def _some(codes: Any) -> str:
    listed = sorted(codes)
    return ", ".join(listed[:6]) + (" …" if len(listed) > 6 else "")
