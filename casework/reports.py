"""Reports of an arrest: a community group tells a legal provider, who takes the person in.

Noor of a neighborhood group hears of an arrest at a car wash. She types what finds the person and whoever called, and
says which provider it is for. Ana, who coordinates there, sees it waiting, with cases that may be the same person
beside it; she takes it in, and the report is emptied, or she can't, and Noor asks another provider. Of the case Noor
learns nothing, unless Ana shares it. A report that waits is somebody's task, so that it is not missed (law 1).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete

from casework import access, contacts, intake, names, notes, retention, times
from casework.access import Act
from casework.identities import Known
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.report_tasks import done
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, Priority
from schema.organizations import Organization, OrganizationKind
from schema.people import Person
from schema.reports import (
    SAID_SEALED,
    Agency,
    ArrestReport,
    CallerRelation,
    ReportCase,
    ReportContents,
    ReportState,
    WhyDeclined,
)

#: Of a place, a country, a language: one short line, in which no story fits.
_LONGEST = {"arrestPlace": 120, "countryOfBirth": 60, "language": 40}

AGENCIES = {
    Agency.ICE: Sentence("immigration agents (ICE)"),
    Agency.BORDER_PATROL: Sentence("Border Patrol"),
    Agency.MARSHALS: Sentence("U.S. Marshals"),
    Agency.OTHER_FEDERAL: Sentence("another federal agency"),
    Agency.STATE_POLICE: Sentence("state police"),
    Agency.LOCAL_POLICE: Sentence("local police"),
    Agency.UNMARKED: Sentence("people without a badge or marked car"),
}
RELATIONS = {
    CallerRelation.FAMILY: Sentence("family"),
    CallerRelation.FRIEND: Sentence("friend"),
    CallerRelation.NEIGHBOR: Sentence("neighbor"),
    CallerRelation.COWORKER: Sentence("coworker"),
    CallerRelation.EMPLOYER: Sentence("employer"),
    CallerRelation.SCHOOL: Sentence("school"),
    CallerRelation.CONGREGATION: Sentence("congregation"),
    CallerRelation.WITNESS: Sentence("saw it happen"),
    CallerRelation.THEMSELVES: Sentence("the person themselves"),
    CallerRelation.OTHER: Sentence("somebody else"),
}


@dataclass
class Told:
    """What a report says. None is unknown."""

    name: str | None = None
    other_names: list[str] = field(default_factory=list)
    a_number: str | None = None
    #: ISO date, or a year alone.
    birth_date: str | None = None
    country_of_birth: str | None = None
    language: str | None = None
    #: Wall time in ``arrest_zone``.
    arrested_at: datetime | None = None
    arrest_zone: str | None = None
    arrest_place: str | None = None
    agency: Agency | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    caller_relation: CallerRelation | None = None


async def report_arrest(tx: Transaction, organization_id: UUID, provider_id: UUID, told: Told) -> ArrestReport:
    """Report an arrest to a legal provider, on behalf of a community group.

    Raises :class:`Invalid` for what finds neither the person nor anybody to ask, for a text that is longer than what it
    is for, and for an organization that takes nobody in.
    """
    group = await access.permit_in_organization(tx, organization_id, Act.REPORT_ARREST)
    if group.kind is not OrganizationKind.COMMUNITY_GROUP:
        raise Invalid("organizationId", "A legal provider takes a case in by itself.")
    await _refuse_no_provider(tx, provider_id)
    told, arrested_at = _checked(told, tx.now)
    key_id = await tx.new_key()
    report = ArrestReport(
        id=new_id(),
        organization_id=organization_id,
        provider_id=provider_id,
        state=ReportState.WAITING,
        state_since=tx.now,
        made_by_id=tx.somebody,
    )
    tx.session.add(report)
    await tx.session.flush()
    sealed = {
        "other_names": "\n".join(told.other_names) or None,
        "caller_relation": told.caller_relation.value if told.caller_relation else None,
        **{column: getattr(told, column) for column in _SEALED_AS_TOLD},
    }
    tx.session.add(
        ReportContents(
            report_id=report.id,
            vault_key_id=key_id,
            language=told.language,
            arrested_at=arrested_at,
            arrest_zone=told.arrest_zone,
            agency=told.agency,
            **{column: tx.seal(ReportContents, report.id, column, key_id, text) for column, text in sealed.items()},
        )
    )
    await tx.session.flush()
    tx.record("report.made", report, after={"provider_id": provider_id}, fields=[*_filled(sealed)])
    return report


#: A list and a closed word are sealed as text; all else as it was told.
_SEALED_AS_TOLD = tuple(one for one in SAID_SEALED if one not in {"other_names", "caller_relation"})


def _filled(sealed: dict[str, str | None]) -> list[str]:
    return [column for column, text in sealed.items() if text]


def _checked(told: Told, now: datetime) -> tuple[Told, datetime | None]:
    """The same facts, normalised, and the instant of the arrest."""
    if len(told.other_names) > names.MOST_NAMES:
        raise Invalid("otherNames", "A person has at most {most} other names.", most=names.MOST_NAMES)
    phone = (told.caller_phone or "").strip()
    said = replace(
        told,
        name=names.checked_name("name", told.name or "") or None,
        other_names=[name for one in told.other_names if (name := names.checked_name("otherNames", one))],
        a_number=names.normalised_a_number(told.a_number) if told.a_number and told.a_number.strip() else None,
        birth_date=names.checked_birth_date(told.birth_date, now.date()),
        country_of_birth=_line("countryOfBirth", told.country_of_birth),
        language=_line("language", told.language),
        arrest_place=_line("arrestPlace", told.arrest_place),
        caller_name=names.checked_name("callerName", told.caller_name or "") or None,
        caller_phone=contacts.normalised_phone(phone) if phone else None,
    )
    if not (said.name or said.a_number or said.caller_phone):
        raise Invalid("name", "Say who was arrested, or whom to call back: a name, an A-number or a telephone number.")
    if said.arrested_at is None:
        return said, None
    if not said.arrest_zone:
        raise Invalid("arrestZone", "Say in which time zone the arrest was.")
    arrested_at = times.instant(said.arrested_at, said.arrest_zone, fold=0)
    if arrested_at > now:
        raise Invalid("arrestedAt", "That is in the future. Check the day.")
    return said, arrested_at


def _line(field: str, text: str | None) -> str | None:
    line = " ".join(text.split()) if text else ""
    if len(line) > _LONGEST[field]:
        raise Invalid(
            field,
            "This is one short line of at most {most} letters. A report tells nothing else: the legal team asks.",
            most=_LONGEST[field],
        )
    return line or None


async def _refuse_no_provider(tx: Transaction, provider_id: UUID) -> None:
    provider = await access.seen(tx, Organization, provider_id)
    if provider.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise Invalid("providerId", "Only a legal provider takes people in. Choose one.")


async def withdraw_report(tx: Transaction, report_id: UUID, *, expected_revision: int) -> ArrestReport:
    """Take a report back that nobody has taken in: what it says is destroyed, unless a hold keeps all that the
    group has.
    """
    await retention.alone(tx)
    report = await _of_group(tx, report_id, expected_revision)
    if report.state not in (ReportState.WAITING, ReportState.DECLINED):
        raise NotAllowedByState("This report was taken in or withdrawn already.")
    if await retention.keeps_everything(tx, report.organization_id):
        raise NotAllowedByState("A legal hold keeps this report. It can be withdrawn once the hold is lifted.")
    await done(tx, report)
    await _empty(tx, report)
    _becomes(tx, report, ReportState.WITHDRAWN)
    tx.record("report.withdrawn", report)
    return report


async def address_report(
    tx: Transaction, report_id: UUID, provider_id: UUID, *, expected_revision: int
) -> ArrestReport:
    """Ask another provider, after one declined. Whoever declined sees it no more."""
    report = await _of_group(tx, report_id, expected_revision)
    if report.state is not ReportState.DECLINED:
        raise NotAllowedByState("Only a report that was declined can be addressed to another provider.")
    await _refuse_no_provider(tx, provider_id)
    if provider_id == report.provider_id:
        raise Invalid("providerId", "They have declined it. Choose another provider.")
    await done(tx, report)
    before = report.provider_id
    report.provider_id, report.why_declined = provider_id, None
    _becomes(tx, report, ReportState.WAITING)
    await tx.session.flush()
    tx.record("report.addressed", report, before={"provider_id": before}, after={"provider_id": provider_id})
    return report


async def take_in_report(
    tx: Transaction,
    report_id: UUID,
    *,
    expected_revision: int,
    public_name: str | None = None,
    minor: bool = False,
    priority: Priority = Priority.ROUTINE,
    no_publicity: bool = False,
    same_as_case_id: UUID | None = None,
) -> Case:
    """Make a case of a report, as of a call; or, when it is about somebody who has one, note on that case who reported
    them, too. What the report says moves into the case and is destroyed here.

    Whoever is under 18 by the birth date reported starts with no publicity (law 9). The group reads the case only when
    it is shared with them. Raises what :func:`casework.intake.take_in_case` raises.
    """
    report = await _of_provider(tx, report_id, expected_revision, Act.TAKE_IN_REPORT)
    told, arrested_at, said = await _opened(tx, report)
    group = await tx.session.get_one(Organization, report.organization_id)
    language = await _spoken_by(tx)
    how = _how(group, told).said(language)
    if same_as_case_id is None:
        case = await intake.take_in_case(
            tx,
            report.provider_id,
            known=Known(
                legal_name=told.name,
                birth_date=told.birth_date,
                country_of_birth=told.country_of_birth,
                a_numbers=[told.a_number] if told.a_number else [],
                aliases=told.other_names,
            ),
            public_name=public_name,
            language=told.language,
            minor=minor,
            report=intake.Report(
                caller_name=told.caller_name,
                caller_phone=told.caller_phone,
                caller_relation=RELATIONS[told.caller_relation].said(language) if told.caller_relation else None,
                arrested_at=told.arrested_at,
                arrest_zone=told.arrest_zone,
                arrest_place=told.arrest_place,
                told=how,
            ),
            priority=priority,
            no_publicity=no_publicity,
        )
    else:
        case = await access.case_for(tx, same_as_case_id, Act.WRITE_NOTE)
        if case.lead_organization_id != report.provider_id:
            raise Invalid("sameAsCaseId", "This case is led by another organization. Take the report in as a new one.")
        await notes.write_note(tx, case.id, "\n".join([how, *_lines(told, arrested_at)]))
    tx.session.add(ReportCase(report_id=report.id, case_id=case.id))
    await tx.session.flush()
    await done(tx, report)
    await _empty(tx, report)
    report.taken_in_by_id = tx.somebody
    _becomes(tx, report, ReportState.TAKEN_IN)
    await tx.session.flush()
    tx.record("report.taken_in", report, case=case, fields=said, about=[report.id])
    return case


async def decline_report(tx: Transaction, report_id: UUID, *, expected_revision: int, why: WhyDeclined) -> ArrestReport:
    """Say that this provider can't take it in, so that the group asks another at once. From now on the provider reads
    nothing of it.
    """
    report = await _of_provider(tx, report_id, expected_revision, Act.DECLINE_REPORT)
    await done(tx, report)
    report.why_declined = why
    _becomes(tx, report, ReportState.DECLINED)
    await tx.session.flush()
    tx.record("report.declined", report, after={"why": why, "provider_id": report.provider_id})
    return report


def _becomes(tx: Transaction, report: ArrestReport, state: ReportState) -> None:
    report.state, report.state_since = state, tx.now


async def _of_group(tx: Transaction, report_id: UUID, expected_revision: int) -> ArrestReport:
    report = await _locked(tx, report_id)
    access.permit_roles((await access.standing(tx)).roles_in(report.organization_id), Act.WITHDRAW_REPORT)
    tx.expect(report, expected_revision)
    return report


async def _of_provider(tx: Transaction, report_id: UUID, expected_revision: int, act: Act) -> ArrestReport:
    report = await _locked(tx, report_id)
    access.permit_roles((await access.standing(tx)).roles_in(report.provider_id), act)
    tx.expect(report, expected_revision)
    if report.state is not ReportState.WAITING:
        raise NotAllowedByState("This report waits for nobody any more.")
    return report


async def _locked(tx: Transaction, report_id: UUID) -> ArrestReport:
    report = await access.seen(tx, ArrestReport, report_id)
    await tx.session.refresh(report, with_for_update=True)
    return report


async def _opened(tx: Transaction, report: ArrestReport) -> tuple[Told, datetime | None, list[str]]:
    """What it says, the instant of the arrest, and which sealed fields held something."""
    row = await access.seen(tx, ReportContents, report.id)
    await tx.unlock([row.vault_key_id])
    clear = {column: tx.open(row, column) for column in SAID_SEALED}
    relation, others = clear["caller_relation"], clear["other_names"]
    told = Told(
        other_names=others.split("\n") if others else [],
        language=row.language,
        arrested_at=times.wall_time(row.arrested_at, row.arrest_zone) if row.arrested_at and row.arrest_zone else None,
        arrest_zone=row.arrest_zone,
        agency=row.agency,
        caller_relation=CallerRelation(relation) if relation else None,
        **{column: clear[column] for column in _SEALED_AS_TOLD},
    )
    return told, row.arrested_at, _filled(clear)


async def _empty(tx: Transaction, report: ArrestReport) -> None:
    """Destroy what it says, and the key it was under: old copies of the row open no more, either."""
    contents = await access.seen(tx, ReportContents, report.id)
    key_id = contents.vault_key_id
    await tx.session.execute(delete(ReportContents).where(ReportContents.report_id == report.id))
    async with tx.taking_away():
        await tx.destroy_keys([key_id])


def _how(group: Organization, told: Told) -> Sentence:
    if told.agency is None:
        return Sentence("Reported by {group}.", group=group.name)
    return Sentence("Reported by {group}. Arrested by: {agency}.", group=group.name, agency=AGENCIES[told.agency])


def _lines(told: Told, arrested_at: datetime | None) -> list[str]:
    """All that it says, as lines of a note: facts and no words, so that it reads alike in every language."""
    when = times.written(arrested_at) if arrested_at else None
    caller = [told.caller_name, told.caller_phone, told.caller_relation.value if told.caller_relation else None]
    said = [
        [told.name, *told.other_names],
        [told.a_number, told.birth_date, told.country_of_birth, told.language],
        [when, told.arrest_place],
        caller,
    ]
    return [", ".join(filter(None, line)) for line in said if any(line)]


async def _spoken_by(tx: Transaction) -> str:
    return (await access.seen(tx, Person, tx.somebody)).language
