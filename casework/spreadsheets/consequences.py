"""What a row becomes: the same verbs that a call would have gone through, so that audit, access and reminders follow.

Nobody outside is told of anything: a new case has no guests, its client's contacts are asked nothing, and a date that
is past is a note. Whoever brings the rows in looks after the cases, and is reminded of their dates ahead.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from casework import access, cases, custody, hearings, identities, intake, notes, proceedings, times
from casework.access import Act
from casework.identities import Known
from casework.imports.problems import CellProblem
from casework.refusals import Invalid
from casework.spreadsheets.checking import is_ahead
from casework.spreadsheets.kinds import USUAL, HearingWords
from casework.spreadsheets.places import Place, Places
from casework.spreadsheets.said import Said
from casework.transaction import Transaction
from schema.cases import Case
from schema.custody import CustodyStint, PlaceOfCustody, Source
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.proceedings import Proceeding, ProceedingKind

#: On cases of which the list names an attorney whom nobody has recorded here: the board finds them by it.
ATTORNEY_NAMED = "attorney named"


async def open_case(tx: Transaction, organization_id: UUID, said: Said, places: Places) -> Case:
    """Open a case for whom a row is about, with all that it says. Raises :class:`Refusal`."""
    organization = await access.permit_in_organization(tx, organization_id, Act.TAKE_IN_CASE)
    minor = _minor(said.birth, tx.now.date().isoformat())
    case = await intake.take_in_case(
        tx,
        organization_id,
        known=Known(
            legal_name=said.legal_name,
            birth_date=said.birth,
            country_of_birth=said.country_of_birth,
            nationality=said.nationality,
            gender=said.gender,
            a_numbers=list(said.a_numbers),
        ),
        public_name=said.public_name,
        language=said.language,
        minor=minor,
        # Of a year of birth alone, the day may not have come (law 9).
        no_publicity=minor or _may_be_minor(said.birth, tx.now.year),
        report=intake.Report(
            caller_name=said.caller_name,
            caller_phone=said.caller_phone,
            caller_relation=said.caller_relation,
            arrested_at=said.arrested.wall if said.arrested else None,
            arrest_zone=organization.time_zone if said.arrested else None,
            arrest_place=said.arrest_place,
        ),
    )
    if said.ref:
        # By it, files of stays and hearings name this client later (presencia import).
        client = await tx.session.get_one(Detainee, case.detainee_id)
        client.source_ref = case.source_ref = said.ref
        await tx.session.flush()
    await _held_at(tx, case, said, places)
    await _hearing(tx, case, said, places)
    await _words(tx, case, said)
    return case


async def fill(tx: Transaction, case_id: UUID, said: Said, places: Places) -> None:
    """Fill what nothing is known of yet in a case that there is; what is known stays. Raises :class:`Refusal`."""
    case = await access.case_for(tx, case_id, Act.UPDATE_CASE)
    client = await tx.session.get_one(Detainee, case.detainee_id)
    was = await identities.read(tx, client)
    changes: cases.CaseChanges = {}
    if said.legal_name and not was.legal_name:
        changes["legal_name"] = said.legal_name
    if said.birth and not was.birth_date:
        changes["birth_date"] = said.birth
    if said.nationality and not was.nationality:
        changes["nationality"] = said.nationality
    if said.country_of_birth and not was.country_of_birth:
        changes["country_of_birth"] = said.country_of_birth
    if said.gender and not was.gender:
        changes["gender"] = said.gender
    if said.a_numbers and not was.a_numbers:
        changes["a_numbers"] = list(said.a_numbers)
    if said.language and not client.language:
        changes["language"] = said.language
    if changes:
        case = await cases.update_case(tx, case.id, changes, expected_revision=case.revision)
    if await tx.session.scalar(select(CustodyStint.id).where(CustodyStint.case_id == case.id).limit(1)) is None:
        await _held_at(tx, case, said, places)
    ahead = (
        select(Hearing.id)
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .where(Hearing.case_id == case.id, Occasion.state.in_(UPCOMING), Occasion.starts_at > tx.now)
        .limit(1)
    )
    if await tx.session.scalar(ahead) is None:
        await _hearing(tx, case, said, places)


async def _held_at(tx: Transaction, case: Case, said: Said, places: Places) -> None:
    if not said.facility:
        return
    facility = await tx.session.get_one(Facility, _found(places.facility, said.facility).id)
    await custody.record_custody(
        tx,
        case.id,
        place=PlaceOfCustody.HOLD_ROOM if facility.hold_room else PlaceOfCustody.FACILITY,
        facility_id=facility.id,
        since=said.booked_in.wall if said.booked_in and facility.time_zone else None,
        source=Source.IMPORT,
    )


async def _hearing(tx: Transaction, case: Case, said: Said, places: Places) -> None:
    """A date ahead is scheduled, as something one list says and nobody has confirmed."""
    if said.hearing is None or said.court is None or not is_ahead(said, tx.now):
        return
    court = _found(places.court, said.court)
    at, words = said.hearing, said.hearing_kind or USUAL
    if times.instant(at.wall, court.time_zone or "UTC", fold=0) < tx.now and at.hour_known:
        await _note_past(tx, case, said)
        return
    proceeding = await _proceeding(tx, case, words, court)
    await hearings.schedule_hearing(
        tx,
        case.id,
        proceeding.id,
        hearings.Notice(
            kind=words.kind,
            starts_at=at.wall,
            hour_known=at.hour_known,
            court_id=court.id,
            medium=said.medium,
            judge=said.judge,
            schedule_type=words.schedule_type,
            source=Source.IMPORT,
        ),
    )


async def _proceeding(tx: Transaction, case: Case, words: HearingWords, court: Place) -> Proceeding:
    known = await tx.session.scalar(
        select(Proceeding)
        .where(Proceeding.case_id == case.id, Proceeding.kind == words.proceeding)
        .order_by(Proceeding.id.desc())
        .limit(1)
    )
    if known is not None:
        return known
    elsewhere = words.proceeding in (ProceedingKind.HABEAS, ProceedingKind.APPEAL, ProceedingKind.PETITION_FOR_REVIEW)
    kind = ProceedingKind.OTHER if elsewhere else words.proceeding
    return await proceedings.open_proceeding(tx, case.id, kind=kind, court_id=court.id)


async def _words(tx: Transaction, case: Case, said: Said) -> None:
    """What has no place of its own stands in a note, as it stood in the list."""
    if said.hearing is not None and not is_ahead(said, tx.now):
        await _note_past(tx, case, said)
    if said.attorney:
        await notes.write_note(tx, case.id, f"Attorney, as the imported spreadsheet says: {said.attorney}")
        await cases.update_case(tx, case.id, {"tags": [ATTORNEY_NAMED]}, expected_revision=case.revision)
    if said.notes:
        await notes.write_note(tx, case.id, said.notes)


async def _note_past(tx: Transaction, case: Case, said: Said) -> None:
    if said.hearing is None:
        return
    shape = "%Y-%m-%d %H:%M" if said.hearing.hour_known else "%Y-%m-%d"
    where = f", {said.court}" if said.court else ""
    await notes.write_note(
        tx, case.id, f"Last hearing, as the imported spreadsheet says: {said.hearing.wall:{shape}}{where}"
    )


def _found(look: Callable[[str], Place], words: str) -> Place:
    """A place that was there when the rows were looked at. Raises :class:`Invalid` when it is not any more."""
    try:
        return look(words)
    except CellProblem:
        raise Invalid("place", "A place in this row is not known any more. Look the row over again.") from None


def _minor(birth: str | None, today: str) -> bool:
    """Under 18 today for certain. Compared as words: of February 29 there is none in most years."""
    if birth is None:
        return False
    if len(birth) == 4:
        return int(today[:4]) - int(birth) < 18
    return f"{int(birth[:4]) + 18}{birth[4:]}" > today


def _may_be_minor(birth: str | None, year: int) -> bool:
    return birth is not None and len(birth) == 4 and year - int(birth) == 18


__all__ = ["ATTORNEY_NAMED", "fill", "open_case"]
