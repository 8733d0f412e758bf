"""What is said of how an action is planned: its safety plan, its wordings, what is still missing, what gives too much
away, and which hours are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, and_, any_, cast, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY

from casework import access, actions, identities
from casework.proofreading import Place, Secrets, Warned, proofread
from casework.readiness import Need, Planned, needs
from casework.reading.advocacy import ACTION
from casework.reading.facts import Expression, Made, Many, Noun, One, sealed
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, FurtherCase
from schema.cases import Case
from schema.consents import NameForm
from schema.custody import CustodyStint
from schema.detainees import Alias, Detainee, DetaineeNumber, Identity
from schema.facilities import Facility
from schema.occasions import Occasion, OccasionKind
from schema.safety_plans import SafetyPlan
from schema.wordings import Wording

ACTION.columns("accessibility", "link", "letters_due_on")
ACTION["languages"] = Expression(said=lambda at: at.row.languages)
ACTION.sealed("spokespeople", "press_contact", "run_of_show")
ACTION["hearing_moved"] = Expression(said=lambda at: at.row.hearing_stood.is_not(None))
ACTION["planned_by_us"] = Expression(said=lambda at: _ours(at))
ACTION["safety_plan"] = One("SafetyPlan", lambda at, there: there.action_id == at.row.id)
ACTION["wordings"] = Many(
    "Wording",
    lambda at, there: and_(there.row.action_id == at.row.id, there.row.body.is_not(None)),
    order=lambda there: [there.row.id],
)
ACTION["tasks"] = Many("Task", lambda at, there: there.row.action_id == at.row.id)

WORDING = Noun("Wording", Wording)
WORDING.id()
WORDING.columns("revision", "kind", "language")
WORDING["body"] = sealed("body", empty="")

SAFETY_TEXTS = (
    "marshals", "medics", "legal_observers", "police_liaison", "legal_support_number", "counter_protest", "weather",
    "stop_rule",
)  # fmt: skip
SAFETY = Noun("SafetyPlan", SafetyPlan)
SAFETY.id()
SAFETY.columns("revision", "no_police_liaison")
SAFETY.sealed(*SAFETY_TEXTS)


def _ours(at: At) -> Any:
    return at.row.organization_id == any_(at.eyes.organizations())


def _over(at: At) -> Any:
    return at.row.state.in_([ActionState.CALLED_OFF, ActionState.DONE])


def _kind(at: At) -> Any:
    return cast(at.joined(Occasion, lambda there: there.id == at.row.occasion_id).kind, Text)


def _plan(at: At) -> Any:
    there = at.joined(SafetyPlan, lambda one: one.action_id == at.row.id)
    return func.json_build_array(
        there.id.is_not(None),
        there.marshals.is_not(None),
        there.legal_support_number.is_not(None),
        there.stop_rule.is_not(None),
        or_(func.coalesce(there.no_police_liaison, False), there.police_liaison.is_not(None)),
    )


#: In the order of :func:`_plan`.
_SAID = ("marshals", "legal_support_number", "stop_rule", "police")


def _unready(
    _: Reader, __: Any, kind: str, over: bool, plan: list[bool], ours: bool, done: list[bool], worded: list[Any]
) -> list[str]:
    if over:
        return []
    led, spokespeople, contact, show, languages, accessibility, letters, link = done
    there, *said = plan
    return [
        need.name
        for need in needs(
            Planned(
                kind=OccasionKind(kind), led=led, unknown=not ours,
                safety=[name for name, is_said in zip(_SAID, said, strict=True) if is_said] if there else None,
                spokespeople=spokespeople, press_contact=contact, run_of_show=show, languages=languages,
                accessibility=accessibility, letters_date=letters, link=link, worded=[one for (one,) in worded or []],
            )
        )
    ]  # fmt: skip


ACTION["unready"] = Expression(
    inputs={
        "kind": _kind,
        "over": _over,
        "plan": _plan,
        "ours": _ours,
        "done": lambda at: func.json_build_array(
            at.row.lead_id.is_not(None),
            at.row.spokespeople.is_not(None),
            at.row.press_contact.is_not(None),
            at.row.run_of_show.is_not(None),
            func.cardinality(at.row.languages) > 0,
            at.row.accessibility.is_not(None),
            at.row.letters_due_on.is_not(None),
            at.row.link.is_not(None),
        ),
        "worded": lambda at: at.listed(
            Wording,
            lambda there: and_(there.action_id == at.row.id, there.body.is_not(None)),
            lambda there: [cast(there.kind, Text)],
        ),
    },
    finish=_unready,
)


async def unready(tx: Transaction, action: AdvocacyAction) -> list[Need]:
    """What those who plan it have still to do; it stands in nobody's way."""
    if action.state in (ActionState.CALLED_OFF, ActionState.DONE):
        return []
    actor = await access.standing(tx)
    plan = (
        await tx.session.scalars(access.visible(actor, SafetyPlan, tx.now).where(SafetyPlan.action_id == action.id))
    ).one_or_none()
    said = None
    if plan is not None:
        police = plan.no_police_liaison or plan.police_liaison is not None
        said = [name for name in _SAID[:-1] if getattr(plan, name) is not None] + (["police"] if police else [])
    worded = access.visible(actor, Wording, tx.now).where(Wording.action_id == action.id, Wording.body.is_not(None))
    return needs(
        Planned(
            kind=action.occasion.kind, led=action.lead_id is not None, safety=said,
            unknown=action.organization_id not in actor.organizations(),
            spokespeople=action.spokespeople is not None, press_contact=action.press_contact is not None,
            run_of_show=action.run_of_show is not None, languages=bool(action.languages),
            accessibility=action.accessibility is not None, letters_date=action.letters_due_on is not None,
            link=action.link is not None, worded=[one.kind.value for one in await tx.session.scalars(worded)],
        )
    )  # fmt: skip


# What its texts give away.

#: Sealed texts of the action that are looked over.
_TEXTS = ("title", "statement", "spokespeople", "press_contact", "run_of_show")
#: Those in clear.
_OPEN = ("hosts", "accessibility", "codeword")

WARNING = Noun("WordWarning")
WARNING.plain("what", "where", "words")


def _case(at: At) -> Any:
    return at.joined(Case, lambda there: there.id == at.row.case_id)


def _further(at: At, column: Any) -> Any:
    """Of the cases that were added to the action: as far as the actor reads them, what hangs on them is visible."""
    return (
        select(column)
        .join(FurtherCase, FurtherCase.case_id == Case.id)
        .where(FurtherCase.action_id == at.row.id, FurtherCase.taken_off_at.is_(None))
        .correlate(at.row.alias)
    )


def _of_clients(at: At) -> Any:
    """Rows of the clients whom the action is about."""
    client = _case(at).detainee_id
    return lambda there: or_(
        there.detainee_id == client, and_(at.row.of_several, there.detainee_id.in_(_further(at, Case.detainee_id)))
    )


def _sealed_of(table: Any, column: str) -> Any:
    def said(at: At) -> Any:
        return at.listed(table, _of_clients(at), lambda there: [there.id, getattr(there, column)])

    return said


def _opened(reader: Reader, table: str, column: str, rows: Sequence[Sequence[Any]] | None) -> list[str]:
    return [reader.opened(cipher, table, column, row) for row, cipher in rows or []]


def _warnings(
    reader: Reader, _: Any, row: str, over: bool, form: str, ciphers: list[Any], plain: list[Any],
    wordings: list[Any], identity: list[Any], aliases: list[Any], numbers: list[Any], held: list[Any],
    places: list[Any], own: list[Any],
) -> list[Warned]:  # fmt: skip
    if over:
        return []
    texts = {
        name: reader.opened(cipher, "advocacy_actions", name, row) if cipher else None
        for name, cipher in zip(_TEXTS, ciphers, strict=True)
    }
    texts |= dict(zip(_OPEN, plain, strict=True))
    texts |= {
        f"{kind}:{language}": reader.opened(cipher, "wordings", "body", key)
        for key, kind, language, cipher in wordings or []
    }
    names = [reader.opened(name, "identities", "legal_name", client) for client, name in identity or [] if name]
    held_at = {one for (one,) in held or []}
    known = [(one, Place(name, town or "")) for one, name, town in places or []]
    return proofread(
        texts,
        Secrets(
            names=[*names, *_opened(reader, "aliases", "name", aliases)] if form != NameForm.FULL.value else [],
            a_numbers=_opened(reader, "detainee_numbers", "number", numbers),
            held_at=[place.name for one, place in known if one in held_at],
        ),
        [place for _, place in known],
        own,
    )


def _own_addresses(at: At) -> Any:
    there = at.joined(Occasion, lambda one: one.id == at.row.occasion_id)
    return func.json_build_array(there.place_street, there.place_name)


ACTION["warnings"] = Made(
    noun="WordWarning",
    inputs={
        "row": lambda at: at.key,
        "over": _over,
        "form": lambda at: cast(at.row.name_form, Text),
        "ciphers": lambda at: func.json_build_array(*(getattr(at.row, name) for name in _TEXTS)),
        "plain": lambda at: func.json_build_array(*(getattr(at.row, name) for name in _OPEN)),
        "wordings": lambda at: at.listed(
            Wording,
            lambda there: and_(there.action_id == at.row.id, there.body.is_not(None)),
            lambda there: [there.id, cast(there.kind, Text), there.language, there.body],
        ),
        "identity": lambda at: at.listed(
            Identity, _of_clients(at), lambda there: [there.detainee_id, there.legal_name]
        ),
        "aliases": _sealed_of(Alias, "name"),
        "numbers": _sealed_of(DetaineeNumber, "number"),
        "held": lambda at: at.listed(
            CustodyStint,
            lambda there: and_(
                or_(
                    there.case_id == at.row.case_id,
                    and_(at.row.of_several, there.case_id.in_(_further(at, Case.id))),
                ),
                there.facility_id.is_not(None),
            ),
            lambda there: [there.facility_id],
        ),
        "places": lambda at: at.listed(
            Facility, lambda there: true(), lambda there: [there.id, there.name, there.city]
        ),
        "own": _own_addresses,
    },
    finish=_warnings,
)


async def warnings(tx: Transaction, action: AdvocacyAction) -> list[Warned]:
    """What in its texts is worth a second look. What depends on who the client is, only for whoever may know that."""
    if action.state in (ActionState.CALLED_OFF, ActionState.DONE):
        return []
    await tx.unlock([action.vault_key_id])
    actor = await access.standing(tx)
    texts: dict[str, str | None] = {name: tx.open(action, name) for name in _TEXTS}
    texts |= {name: getattr(action, name) for name in _OPEN}
    worded = access.visible(actor, Wording, tx.now).where(Wording.action_id == action.id, Wording.body.is_not(None))
    for one in await tx.session.scalars(worded.order_by(Wording.id)):
        texts[f"{one.kind.value}:{one.language}"] = tx.open(one, "body")
    facilities = {one.id: one for one in await tx.session.scalars(select(Facility).order_by(Facility.id))}
    return proofread(
        texts,
        await _secrets(tx, action, facilities),
        [Place(one.name, one.city or "") for one in facilities.values()],
        (action.occasion.place_street, action.occasion.place_name),
    )


async def _secrets(tx: Transaction, action: AdvocacyAction, facilities: dict[UUID, Facility]) -> Secrets:
    """Of each of its clients whom the actor may know. Of the others nothing is warned: that would tell who they are."""
    about = await actions.case_ids(tx, action)
    seats = await access.seats(tx, about)
    names: list[str] = []
    a_numbers: list[str] = []
    held_at: list[str] = []
    for case_id in (one for one in about if one in seats and seats[one].legal):
        case = await tx.session.get_one(Case, case_id)
        detainee = await tx.session.get(Detainee, case.detainee_id)
        known = await identities.read(tx, detainee) if detainee else identities.Known()
        stays = await tx.session.scalars(
            select(CustodyStint).where(CustodyStint.case_id == case.id, CustodyStint.facility_id.is_not(None))
        )
        names += [] if action.name_form is NameForm.FULL else known.names
        a_numbers += known.a_numbers
        held_at += [facilities[stay.facility_id].name for stay in stays if stay.facility_id in facilities]
    return Secrets(names=names, a_numbers=a_numbers, held_at=held_at)


# Which hours are taken.


@dataclass(frozen=True, slots=True)
class Clash:
    """An official is asked elsewhere at that hour. With nothing further: where, these eyes may not know, and counsel
    asks for another hour.
    """

    kind: OccasionKind | None = None
    starts_at: datetime | None = None
    time_zone: str | None = None


CLASH = Noun("Clash")
CLASH.plain("kind", "starts_at", "time_zone")


def _taken(at: At) -> Any:
    return func.hours_taken(at.row.occasion_id, type_=ARRAY(Uuid()))


def _clashes(reader: Reader, _: Any, seen: list[Any] | None, count: int) -> list[Clash]:
    found = [Clash(OccasionKind(kind), reader.instant(starts), zone) for kind, starts, zone in seen or []]
    return [*found, *([Clash()] if (count or 0) > len(found) else [])]


ACTION["clashes"] = Made(
    noun="Clash",
    inputs={
        "seen": lambda at: at.listed(
            Occasion,
            lambda there: there.id == any_(_taken(at)),
            lambda there: [cast(there.kind, Text), func.extract("epoch", there.starts_at), there.time_zone],
        ),
        "taken": lambda at: func.cardinality(_taken(at)),
    },
    finish=_clashes,
)


async def clashes(tx: Transaction, occasion_id: UUID) -> list[Clash]:
    """Where officials who are asked to it are asked at that hour as well."""
    taken = list(await tx.session.scalar(select(func.hours_taken(occasion_id, type_=ARRAY(Uuid())))) or [])
    seen = access.visible(await access.standing(tx), Occasion, tx.now).where(Occasion.id.in_(taken))
    found = [
        Clash(one.kind, one.starts_at, one.time_zone) for one in await tx.session.scalars(seen.order_by(Occasion.id))
    ]
    return [*found, *([Clash()] if len(taken) > len(found) else [])]


__all__ = ["Clash", "clashes", "unready", "warnings"]
