"""Cases: what is known of them changes, and they come to their end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Uuid, bindparam, exists, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import distinct_on

from casework import access, ages, identities, intake, names, notices
from casework.access import Act
from casework.closing import refuse_closed
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from casework.written import written
from schema.advocacy import ActionState, AdvocacyAction, FurtherCase
from schema.assignments import STANDING, Assignment
from schema.cases import Case, Priority, Stage
from schema.consents import Consent, ConsentState, GivenBy, NameForm, Purpose
from schema.detainees import Detainee
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Membership


class CaseChanges(TypedDict, total=False):
    """What to change. What is not named stays as it is."""

    public_name: str | None
    legal_name: str | None
    a_numbers: list[str]
    aliases: list[str]
    birth_date: str | None
    country_of_birth: str | None
    nationality: str | None
    gender: str | None
    language: str | None
    minor: bool
    stage: Stage
    priority: Priority
    no_publicity: bool
    tags: list[str]
    coordinator_id: UUID | None


#: What more would say belongs in a note.
_MOST_TAGS = 30
_OF_IDENTITY = ("legal_name", "a_numbers", "aliases", "birth_date", "country_of_birth", "nationality", "gender")


async def update_case(tx: Transaction, case_id: UUID, changes: CaseChanges, *, expected_revision: int) -> Case:
    """Change what is known of a case and its client.

    A public name that holds a surname is refused, also when it is the legal name that changes. Whoever is under 18 by a
    day of birth that is typed now is marked as a minor, with all that follows (law 9). Raises
    :class:`ChangedMeanwhile`, :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.UPDATE_CASE)
    tx.expect(case, expected_revision)
    refuse_closed(case)
    detainee = await tx.session.get_one(Detainee, case.detainee_id, with_for_update=True)
    restricted = await _update_client(tx, detainee, changes)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name in ("stage", "priority", "no_publicity", "tags", "coordinator_id"):
        if name in changes and getattr(case, name) != changes[name]:
            before[name] = _shown(getattr(case, name))
            setattr(case, name, await _checked(tx, case, name, changes[name]))
            after[name] = _shown(getattr(case, name))
    if case.stage is Stage.CLOSED:
        raise Invalid("stage", "To end a case, close it and say why.")
    if detainee.minor and ("minor" in changes or "birth_date" in restricted):
        case.no_publicity = True
        await rest_what_was_given_alone(tx, case)
    await tx.session.flush()
    tx.record("case.updated", case, before=before, after=after, restricted=restricted, key_id=detainee.vault_key_id)
    return case


async def rest_what_was_given_alone(tx: Transaction, case: Case) -> list[Consent]:
    """The client turns out to be a minor, or somebody of whom it is doubted that they can decide alone: what stands
    without a guardian, the client's own assent and counsel's yes, or shows a photo or the full name, rests until they
    are asked (law 9). Returns it.
    """
    standing = await tx.session.scalars(
        select(Consent)
        .where(
            Consent.case_id == case.id,
            Consent.state == ConsentState.STANDING,
            Consent.purpose != Purpose.SEEK_COUNSEL,
            or_(
                Consent.given_by != GivenBy.GUARDIAN,
                Consent.assented.is_(False),
                Consent.confirmed_by_id.is_(None),
                Consent.photo,
                Consent.name_form == NameForm.FULL,
            ),
            Consent.expires_at > tx.now,
        )
        .order_by(Consent.id)
        .with_for_update()
    )
    rested = list(standing)
    for consent in rested:
        consent.state, consent.paused_at = ConsentState.PAUSED, tx.now
        consent.revision += 1
        was = {"purpose": consent.purpose, "audience": consent.audience}
        tx.record("consent.paused", consent, case=case, before=was)
    await tx.session.flush()
    return rested


def _shown(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value


async def _checked(tx: Transaction, case: Case, name: str, value: Any) -> Any:
    if name == "tags":
        tags = sorted({one for tag in value if (one := (intake.line("tags", tag) or "").lower())})
        if len(tags) > _MOST_TAGS:
            raise Invalid("tags", "A case has at most {most} tags.", most=_MOST_TAGS)
        return tags
    if name == "coordinator_id" and value is not None:
        belongs = await tx.session.scalar(
            select(Membership.id)
            .where(
                Membership.person_id == value,
                Membership.organization_id == case.lead_organization_id,
                Membership.stands(tx.now),
            )
            .limit(1)
        )
        if belongs is None:
            raise Invalid("coordinatorId", "Only someone of the lead organization can look after this case.")
        await access.refuse_walled(tx, case.id, value, "coordinatorId")
    return value


async def _update_client(tx: Transaction, detainee: Detainee, changes: CaseChanges) -> dict[str, tuple[Any, Any]]:
    """Returns what is different now of what is restricted: before and after."""
    different: dict[str, tuple[Any, Any]] = {}
    touched = [name for name in _OF_IDENTITY if name in changes]
    if touched or "public_name" in changes:
        was = await identities.read(tx, detainee)
        known = intake.checked(replace(was, **_named(changes, touched)), tx.now.date())
        if "a_numbers" in changes:
            await intake.refuse_taken_numbers(tx, detainee.organization_id, known.a_numbers, detainee_id=detainee.id)
        called = tx.open(detainee, "public_name")
        public_name = changes.get("public_name", called)
        if public_name is not None:
            public_name = names.check_public_name(public_name, known.names)
        if touched:
            await identities.write(tx, detainee, known)
        if "public_name" in changes:
            detainee.public_name = tx.seal(Detainee, detainee.id, "public_name", detainee.vault_key_id, public_name)
        both = [(name, getattr(was, name), getattr(known, name)) for name in touched]
        both.append(("public_name", called, public_name))
        different = {name: (before, after) for name, before, after in both if before != after}
    if "language" in changes:
        detainee.language = intake.line("language", changes["language"])
    if "minor" in changes:
        detainee.minor = changes["minor"]
    await _follow_birth(tx, detainee, changes, different)
    detainee.revision += 1
    return different


async def _follow_birth(
    tx: Transaction, detainee: Detainee, changes: CaseChanges, different: dict[str, tuple[Any, Any]]
) -> None:
    """A day of birth that is known says by itself who is a minor; a tick does not say otherwise."""
    unticked = changes.get("minor") is False
    if "birth_date" not in different and not unticked:
        return
    born = different["birth_date"][1] if "birth_date" in different else (await identities.read(tx, detainee)).birth_date
    if unticked and ages.is_minor(born, tx.now.date()):
        raise Invalid("minor", "By the day of birth the client is under 18. Correct that first, if it is wrong.")
    detainee.minor = detainee.minor or (not unticked and ages.may_be_minor(born, tx.now.date()))


def _named(changes: CaseChanges, names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in changes.items() if name in names}


async def close_case(tx: Transaction, case_id: UUID, *, expected_revision: int, reason: str) -> Case:
    """End a case that has no date ahead any more; what was still to be sent stays here. Raises :class:`Invalid`."""
    case = await access.case_for(tx, case_id, Act.CLOSE_CASE)
    tx.expect(case, expected_revision)
    if case.closed_at is not None:
        raise NotAllowedByState("This case is already closed.")
    if not reason.strip():
        raise Invalid("reason", "Say why it closes, in a few words.")
    ahead = await tx.session.scalar(
        select(func.count()).where(
            Occasion.case_id == case.id,
            Occasion.starts_at > tx.now,
            Occasion.state.in_(UPCOMING),
        )
    )
    if ahead:
        raise NotAllowedByState("This case still has dates ahead. Cancel or report them first.")
    shared = await tx.session.scalar(
        select(func.count()).where(
            FurtherCase.case_id == case.id,
            FurtherCase.taken_off_at.is_(None),
            AdvocacyAction.id == FurtherCase.action_id,
            AdvocacyAction.state.in_([ActionState.DRAFT, ActionState.PUBLISHED]),
            Occasion.id == AdvocacyAction.occasion_id,
            Occasion.starts_at > tx.now,
        )
    )
    if shared:
        raise NotAllowedByState("An action that is still ahead is about this case, too. Take the case off it first.")
    case.stage, case.closed_at, case.closing_reason = Stage.CLOSED, tx.now, reason.strip()
    await notices.stop(tx, case_id=case.id, reason="case_closed")
    await keep_next_occasion(tx, case)
    tx.record("case.closed", case, after={"closed_at": tx.now})
    return case


async def keep_next_occasion(tx: Transaction, case: Case) -> None:
    """Keep what boards order by: the next date of the case that has not been cancelled or held."""
    await tx.session.flush()
    found = await tx.rows(_NEXT, given_case=case.id, given_now=tx.now)
    case.next_occasion_id, case.next_occasion_at = found[0] if found else (None, None)
    await tx.session.flush()


async def keep_next_occasions(tx: Transaction, case_ids: Sequence[UUID]) -> None:
    """The same for many cases at once, in two statements: for imports. A thousand ids are a good batch."""
    following = (
        select(Occasion.case_id, Occasion.id, Occasion.starts_at)
        .where(Occasion.case_id.in_(case_ids), *_awaits(tx.now))
        .ext(distinct_on(Occasion.case_id))
        .order_by(Occasion.case_id, Occasion.starts_at, Occasion.id)
    ).subquery()
    await tx.session.execute(
        update(Case)
        .where(Case.id == following.c.case_id)
        .values(next_occasion_id=following.c.id, next_occasion_at=following.c.starts_at)
        .execution_options(synchronize_session=False)
    )
    await tx.session.execute(
        update(Case)
        .where(Case.id.in_(case_ids), Case.next_occasion_at.is_not(None), Case.id.not_in(select(following.c.case_id)))
        .values(next_occasion_id=None, next_occasion_at=None)
        .execution_options(synchronize_session=False)
    )


def _awaits(now: Any) -> tuple[ColumnElement[bool], ...]:
    """Dates a case still has before it."""
    return (
        Occasion.starts_at > now,
        Occasion.state.in_(UPCOMING),
        # What is only drafted is no date yet.
        ~exists().where(AdvocacyAction.occasion_id == Occasion.id, AdvocacyAction.state == ActionState.DRAFT),
    )


_NEXT = written(
    select(Occasion.id, Occasion.starts_at)
    .where(
        Occasion.case_id == bindparam("given_case", None, Uuid()),
        *_awaits(bindparam("given_now", None, DateTime(timezone=True))),
    )
    .order_by(Occasion.starts_at, Occasion.id)
    .limit(literal(1))
)


async def keep_stage(tx: Transaction, case: Case) -> None:
    """A case is represented while somebody's assignment stands, and seeks counsel again when the last one ends."""
    if case.stage in (Stage.CLOSED, Stage.AFTER_RELEASE):
        return
    await tx.session.flush()
    standing = await tx.session.scalar(
        select(func.count()).where(Assignment.case_id == case.id, Assignment.state.in_(list(STANDING)))
    )
    if standing:
        case.stage = Stage.REPRESENTED
    elif case.stage is Stage.REPRESENTED:
        case.stage = Stage.SEEKING_COUNSEL
