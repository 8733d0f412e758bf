"""Intake: a call comes in, and a case exists in under a minute, with what is unknown shown as unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from casework import access, ages, contacts, docketing, identities, names, times
from casework.access import Act
from casework.identities import Known
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case, CustodyStatus, Intake, Priority, Stage
from schema.detainees import Detainee
from schema.organizations import Organization, OrganizationKind
from schema.teams import CaseReader, CaseRole, TeamMember

#: The most letters of each text, by its name in the API.
_LONGEST = {
    "language": 40,
    "countryOfBirth": 60,
    "nationality": 60,
    "gender": 60,
    "tags": 40,
    "callerPhone": 40,
    "callerRelation": 120,
    "arrestPlace": 300,
    "told": 5_000,
}


@dataclass
class Report:
    """The first report, as told: who called, and what they saw."""

    caller_name: str | None = None
    caller_phone: str | None = None
    caller_relation: str | None = None
    #: Wall time in ``arrest_zone``.
    arrested_at: datetime | None = None
    arrest_zone: str | None = None
    arrest_place: str | None = None
    told: str | None = None


async def take_in_case(
    tx: Transaction,
    organization_id: UUID,
    *,
    known: Known,
    public_name: str | None = None,
    language: str | None = None,
    minor: bool = False,
    report: Report | None = None,
    priority: Priority = Priority.ROUTINE,
    no_publicity: bool = False,
) -> Case:
    """Open a case for somebody who was arrested. Nothing needs to be known but that somebody called.

    Whoever takes it in looks after it until it is handed on. A minor's case starts with no publicity (law 9), also
    when it is the day of birth alone that says so.
    Raises :class:`Invalid` for a public name with a surname in it, a malformed number, an A-number on another case, a
    day of birth to come, and a text that is longer than what it is for.
    """
    organization = await access.permit_in_organization(tx, organization_id, Act.TAKE_IN_CASE)
    if organization.kind is not OrganizationKind.LEGAL_PROVIDER:
        raise Invalid("organizationId", "A case is led by a legal provider. Share the report with one.")
    known = checked(known, tx.now.date())
    minor = minor or ages.may_be_minor(known.birth_date, tx.now.date())
    language = line("language", language)
    said = _checked_report(report or Report())
    if public_name is not None:
        public_name = names.check_public_name(public_name, known.names)
    await refuse_taken_numbers(tx, organization_id, known.a_numbers, detainee_id=None)

    detainee_key, case_key = await tx.new_keys(2)
    detainee = Detainee(
        id=new_id(), organization_id=organization_id, vault_key_id=detainee_key, language=language, minor=minor
    )
    detainee.public_name = tx.seal(Detainee, detainee.id, "public_name", detainee_key, public_name)
    tx.session.add(detainee)
    await tx.session.flush()
    case = Case(
        id=new_id(),
        lead_organization_id=organization_id,
        detainee_id=detainee.id,
        vault_key_id=case_key,
        stage=Stage.INTAKE,
        custody_status=CustodyStatus.UNLOCATED,
        priority=priority,
        no_publicity=no_publicity or minor,
        coordinator_id=tx.person_id,
        opened_at=tx.now,
    )
    tx.session.add(case)
    await tx.session.flush()
    # The tenant key first: row-level security asks it about everything that follows.
    tx.session.add(CaseReader(organization_id=organization_id, case_id=case.id, began_at=tx.now))
    await tx.session.flush()
    if tx.person_id:
        tx.session.add(
            TeamMember(
                case_id=case.id,
                person_id=tx.person_id,
                organization_id=organization_id,
                role=await _taker_role(tx, organization),
                began_at=tx.now,
            )
        )
    await tx.session.flush()
    # They read one case more, and all that follows is asked of it.
    await tx.tell_anew()
    await identities.write(tx, detainee, known, first=True)
    _report(tx, case, said)
    await tx.session.flush()
    await tx.session.refresh(case)
    tx.record("case.taken_in", case, after={"stage": case.stage, "no_publicity": case.no_publicity})
    if report is not None and report.arrested_at is not None:
        await docketing.replan(tx, case)
    return case


async def _taker_role(tx: Transaction, organization: Organization) -> CaseRole:
    held = {role.value for role in (await access.standing(tx)).roles_in(organization.id)}
    return next((role for role in CaseRole if role.value in held), CaseRole.COORDINATOR)


def _checked_report(report: Report) -> Report:
    """The same, with every line as short as it is for. The number stays as it was told, with its extension."""
    phone = line("callerPhone", report.caller_phone)
    if phone is not None:
        contacts.normalised_phone(phone, "callerPhone")
    told = (report.told or "").strip()
    _refuse_long("told", told)
    return replace(
        report,
        caller_name=names.checked_name("callerName", report.caller_name or "") or None,
        caller_phone=phone,
        caller_relation=line("callerRelation", report.caller_relation),
        arrest_place=line("arrestPlace", report.arrest_place),
        told=told or None,
    )


def _report(tx: Transaction, case: Case, report: Report) -> None:
    arrested_at = None
    if report.arrested_at is not None:
        if not report.arrest_zone:
            raise Invalid("arrestZone", "Say in which time zone the arrest was.")
        arrested_at = times.instant(report.arrested_at, report.arrest_zone, fold=0)
        if arrested_at > tx.now:
            raise Invalid("arrestedAt", "That is in the future. Check the day.")
    sealed = {
        column: tx.seal(Intake, case.id, column, case.vault_key_id, getattr(report, column))
        for column in ("caller_name", "caller_phone", "arrest_place", "told")
    }
    tx.session.add(
        Intake(
            case_id=case.id,
            caller_relation=report.caller_relation,
            arrested_at=arrested_at,
            arrest_zone=report.arrest_zone,
            **sealed,
        )
    )


def checked(known: Known, today: date) -> Known:
    """The same facts, normalised, as of ``today``. Raises :class:`Invalid`."""
    if len(known.aliases) > names.MOST_NAMES:
        raise Invalid("aliases", "A person has at most {most} other names.", most=names.MOST_NAMES)
    return Known(
        legal_name=names.checked_name("legalName", known.legal_name or "") or None,
        birth_date=names.checked_birth_date(known.birth_date, today),
        country_of_birth=line("countryOfBirth", known.country_of_birth),
        nationality=line("nationality", known.nationality),
        gender=line("gender", known.gender),
        a_numbers=[names.normalised_a_number(number) for number in known.a_numbers if number.strip()],
        aliases=[alias for name in known.aliases if (alias := names.checked_name("aliases", name))],
    )


def line(field: str, text: str | None) -> str | None:
    """One line with single spaces, or None. Raises :class:`Invalid` when it is longer than what it is for."""
    trimmed = " ".join(text.split()) if text else ""
    _refuse_long(field, trimmed)
    return trimmed or None


def _refuse_long(field: str, text: str) -> None:
    if len(text) > _LONGEST[field]:
        raise Invalid(field, "That is longer than {most} letters.", most=_LONGEST[field])


async def refuse_taken_numbers(
    tx: Transaction, organization_id: UUID, a_numbers: list[str], *, detainee_id: UUID | None
) -> None:
    """An A-number names one person. Raises :class:`Invalid` with the case that holds it, when the actor may see it."""
    taken = {
        number: holder
        for number, holder in (await identities.holders(tx, organization_id, a_numbers)).items()
        if holder != detainee_id
    }
    if not taken:
        return
    actor = await access.standing(tx)
    case = await tx.session.scalar(
        access.visible(actor, Case, tx.now).where(Case.detainee_id.in_(taken.values())).order_by(Case.number).limit(1)
    )
    if case is None:
        raise Invalid("aNumbers", "This A-number belongs to one person, and it is already in use.")
    raise Invalid(
        "aNumbers",
        "This A-number belongs to one person, and case {case} already holds it. Open that case, or merge.",
        case=case.short_id,
    )


__all__ = [
    "Report",
    "checked",
    "line",
    "refuse_taken_numbers",
    "take_in_case",
]
