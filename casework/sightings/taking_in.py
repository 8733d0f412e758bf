"""What a legal provider makes of a confirmed sighting: a case of somebody who was arrested, or an incident of one.

The witness agrees first, and how they agreed is written down. What they typed becomes the first report of the case or
the words of the incident; their name and number go along; and the photo, as it was sent, is put with the case for
counsel, with its SHA-256 in the words, so that it can be shown to be the one that was sent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, contacts, documents, incidents, intake, times
from casework.access import Act
from casework.identities import Known
from casework.incidents import IncidentFacts
from casework.intake import Report
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.sightings.pictures import Original, open_picture
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, Priority
from schema.documents import CaseFile, FileAudience
from schema.incidents import Incident, IncidentKind, IncidentReaders
from schema.reports import CallerRelation
from schema.sightings import (
    TOLD_SEALED,
    Sighting,
    SightingAccount,
    SightingCase,
    SightingPicture,
    SightingReporter,
    SightingState,
    WitnessAgreement,
)


@dataclass(frozen=True, slots=True)
class _Witnessed:
    """What goes from a sighting to the legal team."""

    place: str | None
    words: str
    name: str | None
    contact: str | None
    photos: list[Original] = field(default_factory=list)

    @property
    def phone(self) -> str | None:
        """Their contact, where it is a telephone number."""
        try:
            return contacts.normalised_phone(self.contact) if self.contact else None
        except Invalid:
            return None


async def take_in_sighting(
    tx: Transaction,
    sighting_id: UUID,
    organization_id: UUID,
    *,
    agreement: WitnessAgreement,
    agreed_on: date,
    language: str | None = None,
    minor: bool = False,
    priority: Priority = Priority.ROUTINE,
) -> Case:
    """Open a case for whoever was arrested there, with what the witness told as its first report. Nothing says who it
    is. Raises :class:`NotAllowedByState` for one that is not confirmed, or that they made a case of already, and
    :class:`Invalid` where the witness has not agreed on the page.
    """
    sighting = await access.seen(tx, Sighting, sighting_id)
    await access.permit_in_organization(tx, organization_id, Act.TAKE_IN_SIGHTING)
    await _refuse_unready(tx, sighting, agreement, agreed_on)
    witnessed = await _witnessed(tx, sighting)
    made = select(SightingCase.id).where(
        SightingCase.sighting_id == sighting.id,
        SightingCase.incident_id.is_(None),
        SightingCase.lead_organization_id == organization_id,
    )
    if await tx.session.scalar(made.limit(1)):
        raise NotAllowedByState("Your organization has made a case of this sighting already.")
    case = await intake.take_in_case(
        tx,
        organization_id,
        known=Known(),
        language=language,
        minor=minor,
        priority=priority,
        report=Report(
            caller_name=witnessed.name,
            caller_phone=witnessed.phone,
            caller_relation=CallerRelation.WITNESS.value,
            arrested_at=times.wall_time(sighting.seen_at, sighting.time_zone),
            arrest_zone=sighting.time_zone,
            arrest_place=_place(sighting, witnessed)[:300],
            told=witnessed.words[:5_000],
        ),
    )
    await _keep(tx, sighting, case, witnessed, agreement, agreed_on, incident=None)
    return case


async def record_incident_of_sighting(
    tx: Transaction,
    sighting_id: UUID,
    case_id: UUID,
    *,
    kind: IncidentKind,
    agreement: WitnessAgreement,
    agreed_on: date,
    seen_by: IncidentReaders = IncidentReaders.LEGAL_TEAM,
) -> Incident:
    """Record on a case what was done there, as the witness told it. Raises as :func:`take_in_sighting` does, and as
    recording an incident does.
    """
    sighting = await access.seen(tx, Sighting, sighting_id)
    case = await access.case_for(tx, case_id, Act.RECORD_INCIDENT_OF_SIGHTING)
    await _refuse_unready(tx, sighting, agreement, agreed_on)
    witnessed = await _witnessed(tx, sighting)
    witness = ", ".join(one for one in (witnessed.name, witnessed.contact) if one)
    incident = await incidents.record_incident(
        tx,
        case.id,
        IncidentFacts(
            kind=kind,
            what=witnessed.words,
            happened_at=times.wall_time(sighting.seen_at, sighting.time_zone),
            time_zone=sighting.time_zone,
            place=_place(sighting, witnessed),
            witnesses=witness or None,
            evidence="\n".join(f"Photo, SHA-256 {one.sha256}" for one in witnessed.photos) or None,
            seen_by=seen_by,
            # Of an hour that occurs twice the first: the sighting knew which, and the words say the hour.
            occurrence=None,
        ),
    )
    await _keep(tx, sighting, case, witnessed, agreement, agreed_on, incident=incident)
    return incident


async def _refuse_unready(tx: Transaction, sighting: Sighting, agreement: WitnessAgreement, agreed_on: date) -> None:
    if sighting.state is not SightingState.CONFIRMED:
        raise NotAllowedByState("This sighting is not confirmed. Somebody has to look into it first.")
    if agreed_on > times.local_day(tx.now, sighting.time_zone):
        raise Invalid("agreedOn", "That day has not come yet.")
    if agreement is WitnessAgreement.ON_PAGE and not await _ticked(tx, sighting):
        raise Invalid("agreement", "The witness did not agree on the page. Ask them, and say how they agreed.")


async def _ticked(tx: Transaction, sighting: Sighting) -> bool:
    seen = access.visible(await access.standing(tx), SightingReporter, tx.now)
    reporter = await tx.session.scalar(seen.where(SightingReporter.sighting_id == sighting.id))
    return reporter is not None and reporter.legal_may_ask


async def _witnessed(tx: Transaction, sighting: Sighting) -> _Witnessed:
    """What was typed and sent, where the actor may see that; else what others are told of it."""
    actor = await access.standing(tx)
    account = await tx.session.scalar(
        access.visible(actor, SightingAccount, tx.now).where(SightingAccount.sighting_id == sighting.id)
    )
    reporter = await tx.session.scalar(
        access.visible(actor, SightingReporter, tx.now).where(SightingReporter.sighting_id == sighting.id)
    )
    await tx.unlock([sighting.vault_key_id])
    told = {column: tx.open(account if account is not None else sighting, column) for column in TOLD_SEALED}
    photos: list[Original] = []
    if account is not None:
        pictures = access.visible(actor, SightingPicture, tx.now).where(SightingPicture.sighting_id == sighting.id)
        for picture in list(await tx.session.scalars(pictures.order_by(SightingPicture.id))):
            try:
                photos.append(await open_picture(tx, picture.id, display=False))
            except NotFound:
                continue
        tx.viewed(SightingAccount, sighting.id, TOLD_SEALED, organization_id=sighting.organization_id)
    words = [told["what"], told["how_many"], *(f"Photo, SHA-256 {one.sha256}" for one in photos)]
    return _Witnessed(
        place=told["place"],
        words="\n".join(one for one in words if one) or f"Seen in {sighting.town}.",
        name=tx.open(reporter, "name") if reporter else None,
        contact=tx.open(reporter, "contact") if reporter else None,
        photos=photos,
    )


def _place(sighting: Sighting, witnessed: _Witnessed) -> str:
    return ", ".join(one for one in (witnessed.place, sighting.town) if one)


async def _keep(
    tx: Transaction,
    sighting: Sighting,
    case: Case,
    witnessed: _Witnessed,
    agreement: WitnessAgreement,
    agreed_on: date,
    *,
    incident: Incident | None,
) -> None:
    """That it came from there, how the witness agreed, and the photos as they were sent."""
    kept = SightingCase(
        id=new_id(), sighting_id=sighting.id, case_id=case.id, incident_id=incident.id if incident else None,
        agreement=agreement, agreed_on=agreed_on, made_by_id=tx.somebody,
    )  # fmt: skip
    tx.session.add(kept)
    await tx.session.flush()
    seat = (await access.seats(tx, [case.id])).get(case.id)
    audience = FileAudience.COUNSEL if seat is not None and seat.counsel else FileAudience.LEGAL_TEAM
    for place, photo in enumerate(witnessed.photos, start=1):
        if await _has(tx, case, photo):
            continue
        await documents.add_file(tx, case.id, f"sighting {place}", photo.content, photo.kind, audience=audience)
    tx.record(
        "sighting.made_incident" if incident else "sighting.taken_in", kept, case=case,
        after={"agreement": agreement, "agreed_on": agreed_on.isoformat(), "photos": len(witnessed.photos)},
    )  # fmt: skip


async def _has(tx: Transaction, case: Case, photo: Original) -> bool:
    """The case has this very photo, as from an incident of the same sighting."""
    index = tx.vault.index(str(case.lead_organization_id), "files.content", photo.sha256)
    same = access.visible(await access.standing(tx), CaseFile, tx.now).where(
        CaseFile.case_id == case.id, CaseFile.content_index == index, CaseFile.taken_away_at.is_(None)
    )
    return await tx.session.scalar(same.limit(1)) is not None


__all__ = ["record_incident_of_sighting", "take_in_sighting"]
