"""What a card could say of an occasion, read as far as the actor may, and the clearances that stand now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import JSONB

from casework import clearance as clearances
from casework.clearance import Clearance, Later, Said, SignedOff
from casework.disclosure import embargoes, several
from casework.disclosure.last_days import last_day
from casework.disclosure.several import CaseFacts
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, EmbargoedField, SignOff
from schema.assignments import Assignment, AssignmentState
from schema.base import Table
from schema.cases import Case, CustodyStatus
from schema.check_ins import CheckIn
from schema.consents import Consent, ConsentAudience
from schema.courts import Court
from schema.detainees import Detainee
from schema.hearings import Hearing
from schema.occasions import Occasion, OccasionKind
from schema.organizations import Organization
from schema.proceedings import Proceeding, ProceedingKind

Row = TypeVar("Row", bound=Table)

#: So long before a check-in who comes along is told of it (DOMAIN §3.3).
NEAR = timedelta(hours=48)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that a card could say of one occasion, before anybody's eyes are asked about."""

    occasion: Occasion
    hearing: Hearing | None = None
    court: str | None = None
    judge: str | None = None
    #: In which proceeding a hearing is, as far as the actor may read it.
    proceeding: ProceedingKind | None = None
    action: AdvocacyAction | None = None
    action_title: str | None = None
    public_name: str | None = None
    case_ref: str | None = None
    #: Of who hosts it.
    phone: str | None = None
    #: A check-in under supervision, which is no hearing and no action.
    check_in: bool = False
    #: Where it is, as far as the actor may read it.
    office: str | None = None
    #: It begins within two days: who comes along is told now.
    near: bool = False
    #: The client is at liberty: dates are an arrest risk (DOMAIN §2.6).
    at_liberty: bool = False
    #: What of an action nobody outside may be told yet.
    embargoed: frozenset[EmbargoedField] = frozenset()


async def facts_of(tx: Transaction, occasion: Occasion) -> Facts | None:
    """Everything a card could say of this occasion, as far as the actor may read it. None when its owner is out of
    reach.
    """
    return (await facts_of_all(tx, [occasion])).get(occasion.id)


async def facts_of_all(tx: Transaction, occasions: Sequence[Occasion]) -> dict[UUID, Facts]:
    """The facts of many occasions; those whose owner is out of the actor's reach are left out."""
    ids = [occasion.id for occasion in occasions]
    hearings = {
        row.occasion_id: row
        for row in (await tx.session.scalars(select(Hearing).where(Hearing.occasion_id.in_(ids)))).unique()
    }
    actions = {
        row.occasion_id: row
        for row in (
            await tx.session.scalars(select(AdvocacyAction).where(AdvocacyAction.occasion_id.in_(ids)))
        ).unique()
        if row.occasion_id not in hearings
    }
    around = await _by_id(tx, Hearing, [row.hearing_id for row in actions.values()])
    cases = await _by_id(tx, Case, [occasion.case_id for occasion in occasions])
    detainees = await _by_id(tx, Detainee, [row.detainee_id for row in cases.values()])
    hosts = await _hosts(tx, occasions, actions)
    courts = await _by_id(tx, Court, [row.court_id for row in (*hearings.values(), *around.values())])
    tracks = await _by_id(tx, Proceeding, [row.proceeding_id for row in hearings.values()])
    offices = await _offices(tx, occasions)
    await tx.unlock(row.office for row in offices.values())
    await tx.unlock([*(row.public_name for row in detainees.values()), *(row.title for row in actions.values())])
    known = {}
    for occasion in occasions:
        hearing, action = hearings.get(occasion.id), actions.get(occasion.id)
        case = cases.get(occasion.case_id) if occasion.case_id else None
        check_in = occasion.kind is OccasionKind.CHECK_IN
        if (hearing is None and action is None and not check_in) or (occasion.case_id and case is None):
            continue
        of = hearing or (around.get(action.hearing_id) if action and action.hearing_id else None)
        court = courts.get(of.court_id) if of and of.court_id else None
        organization = hosts.get(occasion.id)
        known[occasion.id] = Facts(
            occasion=occasion,
            hearing=hearing,
            court=court.name if court else None,
            judge=hearing.judge if hearing else None,
            proceeding=tracks[hearing.proceeding_id].kind if hearing and hearing.proceeding_id in tracks else None,
            action=action,
            action_title=tx.open(action, "title") if action else None,
            public_name=_public_name(tx, case, detainees.get(case.detainee_id) if case else None),
            case_ref=case.short_id if case else None,
            phone=organization.phone if organization else None,
            check_in=check_in,
            office=tx.open(offices[occasion.id], "office") if occasion.id in offices else None,
            near=occasion.starts_at - NEAR <= tx.now,
            at_liberty=bool(case and case.custody_status is CustodyStatus.RELEASED),
            embargoed=embargoes.standing(action, tx.now) if action else frozenset(),
        )
    return known


async def _offices(tx: Transaction, occasions: Sequence[Occasion]) -> dict[UUID, CheckIn]:
    """The check-ins among these, as far as the actor may read where they are."""
    ids = [occasion.id for occasion in occasions if occasion.kind is OccasionKind.CHECK_IN]
    if not ids:
        return {}
    found = await tx.session.scalars(select(CheckIn).where(CheckIn.occasion_id.in_(ids)))
    return {row.occasion_id: row for row in found.unique()}


async def host(tx: Transaction, occasion: Occasion) -> Organization | None:
    """Whom people call about it, and in whose name they are written to: who plans an action, whoever leads the case it
    is about; of a hearing, the case's lead. None when that is out of the actor's reach.
    """
    return (await hosts(tx, [occasion])).get(occasion.id)


async def hosts(tx: Transaction, occasions: Sequence[Occasion]) -> dict[UUID, Organization]:
    """:func:`host` of many occasions; those whose host is out of the actor's reach are left out."""
    ids = [occasion.id for occasion in occasions]
    found = await tx.session.scalars(select(AdvocacyAction).where(AdvocacyAction.occasion_id.in_(ids)))
    return await _hosts(tx, occasions, {row.occasion_id: row for row in found.unique()})


async def _hosts(
    tx: Transaction, occasions: Sequence[Occasion], actions: Mapping[UUID, AdvocacyAction]
) -> dict[UUID, Organization]:
    of = {row.id: (actions.get(row.id) or row).organization_id for row in occasions}
    known = await _by_id(tx, Organization, of.values())
    return {occasion_id: known[one] for occasion_id, one in of.items() if one in known}


async def _by_id(tx: Transaction, model: type[Row], ids: Iterable[UUID | None]) -> dict[UUID, Row]:
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    key: Any = model.__mapper__.primary_key[0]
    rows = (await tx.session.scalars(select(model).where(key.in_(wanted)))).unique()
    return {getattr(row, key.key): row for row in rows}


def _public_name(tx: Transaction, case: Case | None, detainee: Detainee | None) -> str | None:
    """The public name somebody typed; until then the short id stands in for it."""
    if detainee is None or case is None:
        return None
    return tx.open(detainee, "public_name") or case.short_id


async def clearance_of(tx: Transaction, facts: Facts) -> Clearance:
    """The clearance of an occasion now: of its action if it has one, else of its case."""
    return (await clearances_of(tx, [facts]))[facts.occasion.id]


async def clearances_of(tx: Transaction, known: Sequence[Facts]) -> dict[UUID, Clearance]:
    """The clearances of many occasions."""
    bases = await case_clearances(tx, [facts.occasion.case_id for facts in known])
    actions = [facts.action for facts in known if facts.action is not None]
    decided = await _action_clearances(tx, actions, bases)
    nothing = Clearance(permits={})
    return {
        facts.occasion.id: decided[facts.action.id]
        if facts.action is not None
        else bases.get(facts.occasion.case_id, nothing)
        if facts.occasion.case_id
        else nothing
        for facts in known
    }


async def case_clearance(tx: Transaction, case_id: UUID | None) -> Clearance:
    """What each audience may be told of a case now."""
    nothing = Clearance(permits={})
    return (await case_clearances(tx, [case_id])).get(case_id, nothing) if case_id else nothing


async def case_clearances(
    tx: Transaction, case_ids: Iterable[UUID | None], *, at: datetime | None = None
) -> dict[UUID, Clearance]:
    """What each audience may be told of each of these cases now, as far as the actor may read them; or ``at`` a later
    instant, of what stands now.
    """
    cases = await _by_id(tx, Case, case_ids)
    consents: dict[UUID, list[Consent]] = {case_id: [] for case_id in cases}
    if cases:
        for consent in await tx.session.scalars(select(Consent).where(Consent.case_id.in_(cases)).order_by(Consent.id)):
            consents[consent.case_id].append(consent)
    return {
        case_id: clearances.standing(
            consents[case_id],
            max(at, tx.now) if at else tx.now,
            no_publicity=case.no_publicity,
            client_released_at=case.consents_asked_again_from,
        )
        for case_id, case in cases.items()
    }


async def action_clearance(tx: Transaction, action: AdvocacyAction) -> Clearance:
    """Whether this action may be shown as it reads now."""
    bases = await case_clearances(tx, [action.case_id])
    return (await _action_clearances(tx, [action], bases))[action.id]


async def publishing_clearance(tx: Transaction, action: AdvocacyAction) -> Clearance:
    """Whether this action may be published as it reads now: what it needs must stand until it is over."""
    bases = await case_clearances(tx, [action.case_id])
    over = await case_clearances(tx, [action.case_id], at=action.occasion.ends_at)
    return (await _action_clearances(tx, [action], bases, over))[action.id]


async def facts_of_cases(tx: Transaction, actions: Iterable[AdvocacyAction]) -> dict[UUID, list[CaseFacts]]:
    """Of those among these actions that are about several cases, what decides of each whether it may be told."""
    ids = [action.id for action in actions if action.of_several]
    if not ids:
        return {}
    await tx.session.flush()
    asked = select(AdvocacyAction.id, func.action_facts(AdvocacyAction.id, type_=JSONB)).where(
        AdvocacyAction.id.in_(ids)
    )
    return {action_id: several.facts_from(told) for action_id, told in await tx.session.execute(asked)}


async def cases_of_action(tx: Transaction, action: AdvocacyAction) -> list[several.OfCase]:
    """Of each case that an action about several is about, what is still missing: until it is over, while it is drafted.
    Once it is over, nothing is asked for any more.
    """
    found = (await facts_of_cases(tx, [action])).get(action.id, [])
    over = action.occasion.ends_at if action.state is ActionState.DRAFT else None
    told = several.of_cases(found, _said(action), tx.now, over)
    ended = action.state in (ActionState.CALLED_OFF, ActionState.DONE)
    return [replace(one, missing=()) for one in told] if ended else told


async def _action_clearances(
    tx: Transaction,
    actions: Sequence[AdvocacyAction],
    bases: Mapping[UUID, Clearance],
    over: Mapping[UUID, Clearance] | None = None,
) -> dict[UUID, Clearance]:
    of_several = await facts_of_cases(tx, actions)
    ends = {action.id: action.occasion.ends_at if over is not None else None for action in actions}
    ids = [action.id for action in actions]
    case_ids = {action.case_id for action in actions if action.case_id}
    signed: dict[UUID, list[SignedOff]] = {}
    of_record: dict[UUID, set[UUID]] = {}
    if case_ids:
        for one in await tx.session.scalars(
            select(SignOff).where(
                SignOff.action_id.in_(ids), SignOff.case_id.in_(case_ids), SignOff.withdrawn_at.is_(None)
            )
        ):
            signed.setdefault(one.action_id, []).append(
                SignedOff(one.attorney_id, one.capacity, one.said_revision, one.given_at)
            )
        for case_id, attorney_id in await tx.session.execute(
            select(Assignment.case_id, Assignment.attorney_id).where(
                Assignment.case_id.in_(case_ids), Assignment.state == AssignmentState.OF_RECORD
            )
        ):
            of_record.setdefault(case_id, set()).add(attorney_id)
    cases = await _by_id(tx, Case, case_ids)
    nothing = Clearance(permits={})
    later = {
        case_id: Later(clearance.permits, partial(last_day, now=tx.now)) for case_id, clearance in (over or {}).items()
    }
    decided = {
        action.id: clearances.of_action(
            _said(action),
            bases.get(action.case_id, nothing) if action.case_id else nothing,
            signed.get(action.id, []),
            attorneys_of_record=frozenset(of_record.get(action.case_id, ()) if action.case_id else ()),
            no_publicity=bool(action.case_id and action.case_id in cases and cases[action.case_id].no_publicity),
            later=later.get(action.case_id) if action.case_id else None,
        )
        for action in actions
        if not action.of_several
    }
    # Of several cases the keys of all of them.
    decided |= {
        action.id: several.together(of_several.get(action.id, []), _said(action), tx.now, ends[action.id])
        for action in actions
        if action.of_several
    }
    return {action.id: embargoes.until(decided[action.id], action, tx.now) for action in actions}


def _said(action: AdvocacyAction) -> Said:
    return Said(
        case_id=action.case_id,
        name_form=action.name_form,
        audiences=tuple(ConsentAudience(word) for word in action.audiences),
        uses_photo=action.uses_photo,
        said_revision=action.said_revision,
        holds_name=action.holds_name,
    )
