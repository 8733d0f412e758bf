"""Advocacy actions: drafted, signed off as they read, published when nothing is missing, called off at any time.

Two keys open an action that is about a client: the client's consent, and counsel's yes to exactly what it says. A
change of what is said, about whom, or to whom voids that yes; room, seats, hosts and time do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import or_, select

from casework import access, cases, disclosure, identities, names, notices, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.hearings import as_told
from casework.refusals import ChangedMeanwhile, Invalid, NoPublicity, NotAllowedByState, NotCleared, NotPermitted
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction, SignOff, SignOffCapacity
from schema.assignments import Assignment, AssignmentState
from schema.base import new_id
from schema.cases import Case
from schema.consents import ConsentAudience, NameForm
from schema.detainees import Detainee
from schema.hearings import Hearing
from schema.notices import LetterKind
from schema.occasions import HEARING_KINDS, Medium, Occasion, OccasionKind, OccasionState
from schema.organizations import Membership


class Words(TypedDict, total=False):
    """What an action says, about whom, to whom: the part that is signed off."""

    title: str
    statement: str | None
    name_form: NameForm
    audiences: list[ConsentAudience]
    uses_photo: bool


class Arrangements(TypedDict, total=False):
    """Everything around it: a change of these voids nothing."""

    starts_at: datetime
    time_zone: str
    occurrence: int | None
    length_minutes: int
    place_name: str | None
    place_street: str | None
    place_city: str | None
    room: str | None
    hosts: str | None
    seats: int | None
    codeword: str | None
    embargo_until: datetime | None
    follows_hearing: bool
    lead_id: UUID | None


async def draft_action(
    tx: Transaction,
    organization_id: UUID,
    *,
    kind: OccasionKind,
    words: Words,
    arrangements: Arrangements,
    case_id: UUID | None = None,
    hearing_id: UUID | None = None,
) -> AdvocacyAction:
    """Draft an action, for a case or for none. Nobody is told of it yet.

    Around a hearing it begins when the hearing does unless a time is given. Raises :class:`Invalid`.
    """
    if kind in HEARING_KINDS:
        raise Invalid("kind", "That is a hearing. Schedule it on its case.")
    case = await access.case_for(tx, case_id, Act.DRAFT_ACTION) if case_id else None
    if case is None:
        await access.permit_in_organization(tx, organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
        if words.get("name_form", NameForm.NONE) is not NameForm.NONE:
            raise Invalid("nameForm", "An action that names somebody belongs to their case.")
    elif not (await access.standing(tx)).place(organization_id):
        raise Invalid("organizationId", "Draft it for an organization you belong to.")
    if case is not None:
        refuse_closed(case)
    hearing = await _hearing(tx, case, hearing_id)
    await _check_words(tx, case, words, NameForm.NONE)
    key_id = case.vault_key_id if case else await tx.new_key()
    await tx.unlock([key_id])
    occasion = _occasion(
        tx, kind, organization_id if case is None else case.lead_organization_id, case, hearing, arrangements
    )
    tx.session.add(occasion)
    await tx.session.flush()
    action = AdvocacyAction(
        id=new_id(),
        organization_id=organization_id,
        case_id=case.id if case else None,
        hearing_id=hearing.id if hearing else None,
        occasion_id=occasion.id,
        vault_key_id=key_id,
        said_revision=1,
    )
    action.occasion = occasion
    _say(tx, action, words)
    if "title" not in words:
        raise Invalid("title", "Give it a title.")
    await _check_lead(tx, action, arrangements)
    _arrange(action, arrangements)
    tx.session.add(action)
    await tx.session.flush()
    if case:
        await cases.keep_next_occasion(tx, case)
    tx.record("action.drafted", action, case=case, after={"kind": kind, "starts_at": occasion.starts_at})
    return action


async def _hearing(tx: Transaction, case: Case | None, hearing_id: UUID | None) -> Hearing | None:
    if hearing_id is None:
        return None
    hearing = await access.seen(tx, Hearing, hearing_id)
    if case is None or hearing.case_id != case.id:
        raise Invalid("hearingId", "That hearing belongs to another case.")
    if hearing.occasion.state in (OccasionState.CANCELLED, OccasionState.HELD):
        raise Invalid("hearingId", "That hearing is over or cancelled.")
    return hearing


def _occasion(
    tx: Transaction,
    kind: OccasionKind,
    organization_id: UUID,
    case: Case | None,
    hearing: Hearing | None,
    arrangements: Arrangements,
) -> Occasion:
    around = hearing.occasion if hearing else None
    wall = arrangements.get("starts_at") or (around.wall_starts if around else None)
    zone = arrangements.get("time_zone") or (around.time_zone if around else None)
    if wall is None:
        raise Invalid("startsAt", "Say when it begins, or around which hearing it is.")
    if zone is None:
        raise Invalid("timeZone", "Say in which time zone.")
    starts_at = _instant(tx, wall, zone, arrangements.get("occurrence"))
    occasion = Occasion(
        id=new_id(),
        organization_id=organization_id,
        case_id=case.id if case else None,
        kind=kind,
        state=OccasionState.CONFIRMED,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=_length(arrangements)),
        wall_starts=wall,
        time_zone=zone,
        medium=Medium.IN_PERSON,
        revised_at=tx.now,
    )
    for name, said in _where(dict(arrangements), around).items():
        setattr(occasion, name, said)
    return occasion


_PLACE = ("place_name", "place_street", "place_city")


def _where(said: Mapping[str, Any], around: Occasion | None) -> dict[str, str | None]:
    """A place of its own as a whole, never with the street of another; with none, where the hearing is."""
    place: dict[str, str | None] = {name: said.get(name) or None for name in (*_PLACE, "room")}
    if around is None or any(place[name] for name in _PLACE):
        return place
    return {name: getattr(around, name) for name in _PLACE} | {"room": place["room"] or around.room}


def _length(arrangements: Arrangements) -> int:
    minutes = arrangements.get("length_minutes", 60)
    if not 5 <= minutes <= 3 * 24 * 60:
        raise Invalid("lengthMinutes", "It lasts between 5 minutes and three days.")
    return minutes


def _instant(tx: Transaction, wall: datetime, zone: str, occurrence: int | None) -> datetime:
    at = times.instant(wall, zone, fold=None if occurrence is None else occurrence - 1)
    if abs(at - tx.now) > timedelta(days=366 * 3):
        raise Invalid("startsAt", "The year {year} looks like a slip. Check the notice.", year=wall.year)
    return at


async def _check_words(tx: Transaction, case: Case | None, words: Words, form: NameForm) -> None:
    """What is said must not say more of the name than the form that is signed off."""
    title, statement = words.get("title"), words.get("statement")
    if title is not None and not 3 <= len(title.strip()) <= 200:
        raise Invalid("title", "Give it a title of 3 to 200 characters.")
    if statement is not None and len(statement) > 20_000:
        raise Invalid("statement", "A statement has at most 20,000 characters.")
    if case is None:
        return
    form = words.get("name_form", form)
    if form is NameForm.FULL:
        return
    seat = (await access.seats(tx, [case.id])).get(case.id)
    if seat is not None and not seat.legal:
        # A refusal would tell an advocate which guess of a name was right. Counsel's sign-off looks for it.
        return
    detainee = await tx.session.get(Detainee, case.detainee_id)
    if detainee is None:
        return
    known = await identities.read(tx, detainee)
    public_name = await tx.opened(detainee, "public_name")
    for name, text in (("title", title), ("statement", statement)):
        if text is None:
            continue
        if held := names.mentions(text, known.names):
            raise Invalid(name, 'It must not hold a surname ("{held}"). Use the public name.', held=held)
        digits = "".join(char for char in text if char.isdigit())
        if any(number in digits for number in known.a_numbers):
            raise Invalid(name, "It must not hold an A-number.")
        if (
            form in (NameForm.NONE, NameForm.INITIALS)
            and public_name
            and names.folded(public_name) in names.folded(text)
        ):
            raise Invalid(name, "It names the client. Choose the public name as form of name, or leave the name out.")


def _say(tx: Transaction, action: AdvocacyAction, words: Words) -> None:
    if "title" in words:
        action.title = tx.seal(AdvocacyAction, action.id, "title", action.vault_key_id, words["title"].strip())
    if "statement" in words:
        action.statement = tx.seal(
            AdvocacyAction, action.id, "statement", action.vault_key_id, words["statement"] or None
        )
    if "name_form" in words:
        action.name_form = words["name_form"]
    if "audiences" in words:
        action.audiences = sorted({audience.value for audience in words["audiences"]})
    if "uses_photo" in words:
        action.uses_photo = words["uses_photo"]


async def _check_lead(tx: Transaction, action: AdvocacyAction, arrangements: Arrangements) -> None:
    """Whoever leads is written to with the organization's own eyes, and so belongs to it."""
    lead_id = arrangements.get("lead_id")
    if lead_id is None or lead_id == action.lead_id:
        return
    belongs = await tx.session.scalar(
        select(Membership.id)
        .where(
            Membership.person_id == lead_id,
            Membership.organization_id == action.organization_id,
            or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
        )
        .limit(1)
    )
    if belongs is None:
        raise Invalid("leadId", "Only someone of the organization that plans it can lead it.")


def _arrange(action: AdvocacyAction, arrangements: Arrangements) -> None:
    for name in ("hosts", "seats", "codeword", "embargo_until", "follows_hearing", "lead_id"):
        if name in arrangements:
            setattr(action, name, arrangements[name])
    if action.seats is not None and not 0 <= action.seats <= 100_000:
        raise Invalid("seats", "That is no number of seats.")
    if action.follows_hearing and action.hearing_id is None:
        raise Invalid("followsHearing", "Say which hearing it follows.")


@dataclass(frozen=True, slots=True)
class Revised:
    """An action after an edit, and whether counsel must look at it again."""

    action: AdvocacyAction
    sign_off_voided: bool


async def revise_action(
    tx: Transaction, action_id: UUID, *, expected_revision: int, words: Words, arrangements: Arrangements
) -> Revised:
    """Edit an action. A published one whose words change goes back to draft until it is clear again; a corrected
    time or place reaches everyone invited at once and waits for nobody."""
    action, case = await _action_for(tx, action_id, Act.REVISE_ACTION)
    tx.expect(action, expected_revision)
    _refuse_over(action)
    await _check_words(tx, case, words, action.name_form)
    await tx.unlock([action.vault_key_id])
    spoken = _differs(tx, action, words)
    voided = False
    if spoken:
        _say(tx, action, words)
        action.said_revision += 1
        voided = await _signed_before(tx, action)
    await _check_lead(tx, action, arrangements)
    _arrange(action, arrangements)
    await _rearrange(tx, action, arrangements)
    await tx.session.flush()
    if spoken and action.state is ActionState.PUBLISHED and action.case_id is not None:
        clearance = await disclosure.action_clearance(tx, action)
        if not clearance.clear:
            action.state, action.published_at = ActionState.DRAFT, None
    if case:
        await cases.keep_next_occasion(tx, case)
    tx.record(
        "action.revised", action, case=case, after={"said_revision": action.said_revision, "words_changed": spoken}
    )
    return Revised(action, voided)


def _differs(tx: Transaction, action: AdvocacyAction, words: Words) -> bool:
    now: dict[str, Any] = {
        "title": tx.open(action, "title"),
        "statement": tx.open(action, "statement"),
        "name_form": action.name_form,
        "audiences": sorted(action.audiences),
        "uses_photo": action.uses_photo,
    }
    wanted: dict[str, Any] = dict(words)
    if "audiences" in wanted:
        wanted["audiences"] = sorted({audience.value for audience in words["audiences"]})
    if "title" in wanted:
        wanted["title"] = words["title"].strip()
    if "statement" in wanted:
        wanted["statement"] = words["statement"] or None
    return any(now[name] != value for name, value in wanted.items())


async def _signed_before(tx: Transaction, action: AdvocacyAction) -> bool:
    return (
        await tx.session.scalar(
            select(SignOff.id).where(SignOff.action_id == action.id, SignOff.withdrawn_at.is_(None)).limit(1)
        )
    ) is not None


async def _rearrange(tx: Transaction, action: AdvocacyAction, arrangements: Arrangements) -> None:
    """Carry time and place over to the occasion, and tell whoever was told before."""
    occasion = action.occasion
    before = as_told(occasion)
    changed = False
    hearing = await tx.session.get(Hearing, action.hearing_id) if action.hearing_id else None
    now = {name: getattr(occasion, name) for name in (*_PLACE, "room")}
    if not now.keys().isdisjoint(arrangements):
        for name, said in _where(now | dict(arrangements), hearing.occasion if hearing else None).items():
            changed = changed or now[name] != said
            setattr(occasion, name, said)
    zone = arrangements.get("time_zone") or occasion.time_zone
    wall = arrangements.get("starts_at") or occasion.wall_starts
    moved = wall != occasion.wall_starts or zone != occasion.time_zone
    if moved:
        occasion.time_zone = zone
        occasion.move_to(_instant(tx, wall, zone, arrangements.get("occurrence")), wall, tx.now)
    elif changed:
        occasion.changed(tx.now)
    if moved or changed:
        await tx.session.flush()
        await notices.tell_change(tx, occasion, LetterKind.RESCHEDULED, before=before)


async def sign_off_action(
    tx: Transaction, action_id: UUID, *, said_revision: int, capacity: SignOffCapacity
) -> AdvocacyAction:
    """Counsel's yes to exactly what the action says now.

    The attorney of record signs. With none, a named attorney of the lead legal organization who advised the client
    signs as counsel consulted. Raises :class:`ChangedMeanwhile` when it says something else by now.
    """
    action, case = await _action_for(tx, action_id, Act.SIGN_OFF_ACTION)
    if case is None:
        raise NotAllowedByState("An action that names no one and no case needs no sign-off.")
    _refuse_over(action)
    if action.said_revision != said_revision:
        raise ChangedMeanwhile(revision_now=action.said_revision)
    of_record = set(
        await tx.session.scalars(
            select(Assignment.attorney_id).where(
                Assignment.case_id == case.id, Assignment.state == AssignmentState.OF_RECORD
            )
        )
    )
    if of_record and tx.person_id not in of_record:
        raise NotPermitted(who="the attorney of record")
    seat = (await access.seats(tx, [case.id]))[case.id]
    if not of_record and not seat.lead:
        raise NotPermitted(who="an attorney of the lead organization")
    if bool(of_record) is not (capacity is SignOffCapacity.OF_RECORD):
        raise Invalid(
            "capacity",
            "There is an attorney of record: sign as attorney of record."
            if of_record
            else "There is no attorney of record: sign as counsel consulted.",
        )
    # Whoever drafted it may not be allowed to read the legal name, so that the last look for it is here.
    await tx.unlock([action.vault_key_id])
    await _check_words(
        tx, case, {"title": tx.open(action, "title") or "", "statement": tx.open(action, "statement")}, action.name_form
    )
    signed = await tx.session.scalar(
        select(SignOff).where(
            SignOff.action_id == action.id,
            SignOff.attorney_id == tx.somebody,
            SignOff.said_revision == said_revision,
        )
    )
    if signed is None:
        signed = SignOff(
            id=new_id(), action_id=action.id, case_id=case.id, attorney_id=tx.somebody, said_revision=said_revision
        )
        tx.session.add(signed)
    signed.capacity, signed.given_at, signed.withdrawn_at = capacity, tx.now, None
    action.revision += 1
    await tx.session.flush()
    tx.record("action.signed_off", action, case=case, after={"said_revision": said_revision, "capacity": capacity})
    return action


async def publish_action(tx: Transaction, action_id: UUID, *, expected_revision: int) -> AdvocacyAction:
    """Publish an action: it may be told, and people asked to come. Raises :class:`NotCleared` with all that is
    missing.
    """
    action, case = await _action_for(tx, action_id, Act.PUBLISH_ACTION)
    tx.expect(action, expected_revision)
    _refuse_over(action)
    if action.state is ActionState.PUBLISHED:
        raise NotAllowedByState("It is published already.")
    if action.occasion.ends_at <= tx.now:
        raise NotAllowedByState("Its date has passed. Give it a new one first.")
    clearance = await disclosure.action_clearance(tx, action)
    if clearance.no_publicity:
        raise NoPublicity
    if case is not None and not action.audiences:
        raise Invalid("audiences", "Say who is addressed: officials, supporters, press …")
    if not clearance.clear:
        raise NotCleared(clearance.missing)
    action.state, action.published_at = ActionState.PUBLISHED, tx.now
    # From now on calendars may show it: that is a change of what they see.
    action.occasion.revised_at = tx.now
    await tx.session.flush()
    await notices.plan(tx, action.occasion)
    if case:
        await cases.keep_next_occasion(tx, case)
    tx.record("action.published", action, case=case, after={"said_revision": action.said_revision})
    return action


async def call_off_action(
    tx: Transaction, action_id: UUID, *, expected_revision: int, reason: str | None = None
) -> AdvocacyAction:
    """Call an action off. It never waits for anyone, and everyone who was asked is told."""
    action, case = await _action_for(tx, action_id, Act.CALL_OFF_ACTION)
    tx.expect(action, expected_revision)
    _refuse_over(action)
    await take_down(tx, action, case, reason=reason)
    return action


async def take_down(tx: Transaction, action: AdvocacyAction, case: Case | None, *, reason: str | None) -> None:
    """What calling off does, whoever or whatever called it off."""
    before = as_told(action.occasion)
    action.state, action.called_off_at, action.calling_off_reason = ActionState.CALLED_OFF, tx.now, reason
    action.occasion.state = OccasionState.CANCELLED
    action.occasion.changed(tx.now)
    action.revision += 1
    await tx.session.flush()
    await notices.tell_change(tx, action.occasion, LetterKind.CANCELLED, before=before)
    if case:
        await cases.keep_next_occasion(tx, case)
    tx.record("action.called_off", action, case=case, after={"starts_at": action.occasion.starts_at}, reason=reason)


async def _action_for(tx: Transaction, action_id: UUID, act: Act) -> tuple[AdvocacyAction, Case | None]:
    action = await access.seen(tx, AdvocacyAction, action_id)
    if action.case_id is not None:
        return await access.record_for(tx, AdvocacyAction, action_id, act)
    await access.permit_in_organization(tx, action.organization_id, Act.DRAFT_ACTION_WITHOUT_CASE)
    await tx.session.refresh(action, with_for_update={"of": AdvocacyAction})
    return action, None


def _refuse_over(action: AdvocacyAction) -> None:
    if action.state is ActionState.CALLED_OFF:
        raise NotAllowedByState("This action was called off. Draft a new one.")
    if action.state is ActionState.DONE:
        raise NotAllowedByState("This action is over.")


__all__ = [
    "Arrangements",
    "Revised",
    "Words",
    "call_off_action",
    "draft_action",
    "publish_action",
    "revise_action",
    "sign_off_action",
    "take_down",
]
