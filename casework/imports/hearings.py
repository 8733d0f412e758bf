"""Hearings from a file, each date a row, and which date was set in place of which.

A list of hearings says more than what stands: it says what moved. Row H2 replaces H1. When H2's notice came before the
hour of H1, H1 was taken off the calendar: it is cancelled. When it came later, H1 took place and was put off to H2: it
was held, and continued. Either way both rows stay, and H2 points back at H1.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from casework import cases, hearings, notices
from casework.imports.hearing_dates import Date, Dates, Known, first_things_first
from casework.imports.loading import Progress, Tally, add_all, batches, digest
from casework.imports.problems import Problems
from casework.imports.records import HearingRecord
from casework.transaction import Transaction
from schema import reference
from schema.base import Table, new_id
from schema.cases import Case, CustodyStatus, Stage
from schema.custody import Confidence, Source
from schema.hearings import Hearing, HearingOutcome
from schema.imports import ImportKind
from schema.occasions import UPCOMING, Occasion, OccasionState
from schema.organizations import Organization
from schema.proceedings import Proceeding, ProceedingKind

#: As long as a hearing is taken to last when nobody says.
LENGTH = timedelta(hours=1)

#: A fear review when the case does not say of which fear.
_FEAR = (ProceedingKind.CREDIBLE_FEAR_REVIEW, ProceedingKind.REASONABLE_FEAR_REVIEW)


async def load_hearings(
    tx: Transaction,
    organization: Organization,
    records: Sequence[HearingRecord],
    problems: Problems,
    progress: Progress,
) -> Tally:
    """Add hearings that are not known. One of which the file says another time now is moved, and people are told.

    Reminders are planned for those ahead; none for those past.
    """
    found = await Dates.beside(tx, organization, problems)
    dates = found.placed(records)
    found.check_chains(dates)
    problems.raise_any()
    tally = Tally(ImportKind.HEARINGS, rows=len(records))
    if early := sum(date.noticed_at is not None and date.noticed_at > tx.now for date in dates.values()):
        tally.remarks.append(f"{early} hearings have a notice dated after today. They were taken as they are.")
    loader = _Hearings(tx, organization, tally, found.known)
    await loader.look_up()
    ahead = await loader.load(dates, progress)
    await _plan(tx, ahead)
    return tally


class _Hearings:
    def __init__(self, tx: Transaction, organization: Organization, tally: Tally, known: dict[str, Known]) -> None:
        self.tx = tx
        self.organization = organization
        self.tally = tally
        #: By the file's own id: what came from a file before.
        self.known = known
        #: A case's newest proceeding of each kind.
        self.proceedings: dict[tuple[UUID, ProceedingKind], UUID] = {}

    async def look_up(self) -> None:
        opened = await self.tx.session.execute(
            select(Proceeding.case_id, Proceeding.kind, Proceeding.id)
            .join(Case, Case.id == Proceeding.case_id)
            .where(Case.lead_organization_id == self.organization.id)
            .order_by(Proceeding.id.desc())
        )
        self.proceedings = {(case_id, kind): proceeding_id for case_id, kind, proceeding_id in opened}

    async def load(self, dates: dict[str, Date], progress: Progress) -> list[UUID]:
        """Write them. Returns the occasions that lie ahead."""
        replaced_by = {date.record.replaces: date for date in dates.values() if date.record.replaces}
        ids = {ref: known.id for ref, known in self.known.items()}
        ids |= {ref: new_id() for ref in dates if ref not in ids}
        ahead: list[UUID] = []
        done = 0
        # A row that is replaced goes in before the one that points back at it.
        for batch in batches(first_things_first(dates)):
            rows: dict[type[Table], list[dict[str, Any]]] = {Proceeding: [], Occasion: [], Hearing: []}
            for date in batch:
                said = digest(self.tx, self.organization.id, ImportKind.HEARINGS, date.record)
                known = self.known.get(date.record.ref)
                if known and known.digest == said:
                    self.tally.unchanged += 1
                elif known:
                    await self._change(known, date, said)
                else:
                    occasion = self._add(rows, date, ids, replaced_by.get(date.record.ref), said)
                    if occasion["state"] in UPCOMING:
                        ahead.append(occasion["id"])
            await add_all(self.tx, rows)
            done += len(batch)
            progress(done, len(dates))
        await self._overtake(dates, replaced_by)
        await self._reopen(ahead)
        self.tally.cases = list(dict.fromkeys(self.tally.cases))
        for case_ids in batches(self.tally.cases):
            await cases.keep_next_occasions(self.tx, case_ids)
        return ahead

    def _add(
        self,
        rows: dict[type[Table], list[dict[str, Any]]],
        date: Date,
        ids: dict[str, UUID],
        next_one: Date | None,
        said: bytes,
    ) -> dict[str, Any]:
        record, kind = date.record, date.record.kind
        state, outcome = self._state(date, next_one)
        at = date.location or date.court
        occasion = {
            "id": new_id(),
            "organization_id": self.organization.id,
            "case_id": date.case.id,
            "kind": kind.occasion,
            "state": state,
            "starts_at": date.starts_at,
            "ends_at": date.starts_at + LENGTH,
            "wall_starts": date.wall,
            "time_zone": date.zone,
            "hour_known": record.starts.hour_known,
            "place_name": at.name,
            "place_street": at.street,
            "place_city": ", ".join(part for part in (at.city, at.state) if part) or None,
            "room": record.room,
            "medium": record.medium,
            "revised_at": self.tx.now,
        }
        rows[Occasion].append(occasion)
        rows[Hearing].append(
            {
                "id": ids[record.ref],
                "case_id": date.case.id,
                "proceeding_id": self._proceeding(rows[Proceeding], date),
                "occasion_id": occasion["id"],
                "court_id": date.court.id,
                "hearing_location_id": date.location.id if date.location else None,
                "calendar_type": record.calendar_type,
                "schedule_type": record.schedule_type,
                "judge": record.judge,
                "detained": kind.detained or date.case.custody_status is CustodyStatus.IN_CUSTODY,
                "source": Source.IMPORT,
                "confidence": Confidence.ONE_SOURCE,
                "checked_at": self.tx.now,
                "noticed_at": date.noticed_at,
                "supersedes_id": ids[record.replaces] if record.replaces else None,
                "adjournment_code": record.adjournment,
                "outcome": outcome,
                "source_ref": record.ref,
                "source_digest": said,
            }
        )
        self.tally.added += 1
        self.tally.cases.append(date.case.id)
        return occasion

    def _state(self, date: Date, next_one: Date | None) -> tuple[OccasionState, HearingOutcome | None]:
        if next_one is not None and next_one.noticed_at is not None and next_one.noticed_at < date.starts_at:
            return OccasionState.CANCELLED, None
        if date.starts_at > self.tx.now:
            # Also when a later date replaces it: nothing said so before its hour, so nobody may be told to stay away.
            return OccasionState.CONFIRMED, None
        put_off = next_one is not None or date.record.adjournment is not None
        return OccasionState.HELD, HearingOutcome.CONTINUED if put_off else None

    def _proceeding(self, rows: list[dict[str, Any]], date: Date) -> UUID:
        word = date.record.kind.proceeding
        wanted = _FEAR if word == reference.FEAR else (ProceedingKind(word),)
        for kind in wanted:
            if found := self.proceedings.get((date.case.id, kind)):
                return found
        # The court's code does not tell credible from reasonable fear; nor do we.
        kind = ProceedingKind.OTHER if len(wanted) > 1 else wanted[0]
        if found := self.proceedings.get((date.case.id, kind)):
            return found
        proceeding_id = new_id()
        rows.append({"id": proceeding_id, "case_id": date.case.id, "kind": kind, "court_id": date.court.id})
        self.proceedings[date.case.id, kind] = proceeding_id
        return proceeding_id

    async def _change(self, known: Known, date: Date, said: bytes) -> None:
        """The file says something new of a hearing it named before. Another time is a move, with all that follows."""
        hearing = await self.tx.session.get_one(Hearing, known.id)
        occasion = hearing.occasion
        stands = occasion.state in UPCOMING
        if occasion.starts_at != date.starts_at and stands:
            await hearings.reschedule_hearing(
                self.tx,
                hearing.id,
                starts_at=date.wall,
                expected_revision=hearing.revision,
                medium=date.record.medium,
                room=date.record.room,
                source=Source.IMPORT,
            )
        hearing.judge = date.record.judge or hearing.judge
        hearing.adjournment_code = date.record.adjournment or hearing.adjournment_code
        hearing.noticed_at = date.noticed_at or hearing.noticed_at
        hearing.source_digest = said
        await self.tx.session.flush()
        self.tally.changed += 1
        self.tally.cases.append(known.case_id)

    async def _overtake(self, dates: dict[str, Date], replaced_by: dict[str, Date]) -> None:
        """Dates imported earlier that a row of this file replaces before their hour: cancelled, and told."""
        for ref, next_one in replaced_by.items():
            known = self.known.get(ref)
            if known is None or next_one.record.ref in self.known:
                continue
            hearing = await self.tx.session.get_one(Hearing, known.id)
            stands = hearing.occasion.state in UPCOMING
            noticed_at = next_one.noticed_at or self.tx.now
            if stands and noticed_at < hearing.occasion.starts_at:
                await hearings.cancel_hearing(self.tx, hearing.id, expected_revision=hearing.revision)
                self.tally.cases.append(known.case_id)

    async def _reopen(self, ahead: Sequence[UUID]) -> None:
        """A case that the file of people called over has a date ahead: somebody must look at it again."""
        for batch in batches(ahead, 5_000):
            ids = list(
                await self.tx.session.scalars(
                    select(Case.id).where(
                        Case.closed_at.is_not(None),
                        Case.closing_reason.startswith("Imported"),
                        Case.id.in_(select(Occasion.case_id).where(Occasion.id.in_(batch))),
                    )
                )
            )
            if ids:
                await self.tx.session.execute(
                    update(Case)
                    .where(Case.id.in_(ids))
                    .values(stage=Stage.INTAKE, closed_at=None, closing_reason=None, revision=Case.revision + 1)
                )
                self.tally.remarks.append(f"{len(ids)} cases that were over have a date ahead. They are open again.")


async def _plan(tx: Transaction, ahead: Sequence[UUID]) -> None:
    """Plan the reminders of dates ahead for everyone they concern."""
    for batch in batches(ahead, 500):
        for occasion in await tx.session.scalars(select(Occasion).where(Occasion.id.in_(batch))):
            await notices.plan(tx, occasion)
