"""What a clock has run out on, as statements: which rows, of which organization and case; and what a hold keeps.

``cutoff`` is the instant before which it must have ended, ``now`` the instant at which it is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    Subquery,
    exists,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy import case as sql_case
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import aliased
from sqlalchemy.types import Text, Uuid

from casework import sign_in
from schema.absences import Absence
from schema.advocacy import AdvocacyAction
from schema.base import Table
from schema.cases import Case, Intake
from schema.changes import Change
from schema.feeds import Feed
from schema.inbound import InboundMessage
from schema.inbox import InboxMark
from schema.invitations import WITHOUT_ACCOUNT, Invitation
from schema.notices import ARRIVED, Notice, NoticeState
from schema.occasions import Occasion
from schema.organizations import Membership
from schema.people import Contact, Person, PersonKind
from schema.people_lists import PeopleListEntry
from schema.push import PushSubscription
from schema.received import ReceivedAct
from schema.retention import LegalHold
from schema.safety_plans import SafetyPlan
from schema.saved_views import SavedView, ViewMark
from schema.sign_ins import AppPassword, Challenge, Login, Session, SignInLink, Token
from schema.tasks import LETTER_FAILED, TEXT_CAME, Task

#: Rows as (id, organization_id, case_id), given cutoff and now.
Due = Callable[[Any, Any], Any]

_SETTLED = (*ARRIVED, NoticeState.SKIPPED, NoticeState.SUPERSEDED, NoticeState.FAILED)


def _rows(key: Any, organization: Any, case: Any = None) -> Select[Any]:
    of_case = cast_to(null(), Uuid()) if case is None else case
    return select(key.label("id"), organization.label("organization_id"), of_case.label("case_id"))


def of(model: type[Any], when: Any, *also: Any) -> Due:
    """Rows of a table that knows its organization, and its case if it has one, by when they ended."""
    key, case = model.__mapper__.primary_key[0], getattr(model, "case_id", None)
    organization = getattr(model, "organization_id", None)
    rows = _rows(key, model.lead_organization_id if organization is None else organization, case)
    return lambda cutoff, now: rows.where(when <= cutoff, *also)


def replies(cutoff: Any, now: Any) -> Any:
    """Texts that came in before, but for those that somebody must still read."""
    unread = exists().where(
        Task.raised_by == TEXT_CAME,
        Task.done_at.is_(None),
        func.split_part(Task.raised_key, ":", 2) == cast_to(InboundMessage.id, Text()),
    )
    return _rows(InboundMessage.id, InboundMessage.organization_id).where(InboundMessage.at <= cutoff, not_(unread))


def _closed(cutoff: Any) -> CTE:
    """Cases closed before, and those merged into them."""
    first = select(Case.id.label("case_id"), Case.lead_organization_id.label("lead")).where(
        Case.merged_into_id.is_(None), Case.closed_at <= cutoff
    )
    found = first.cte("closed_cases", recursive=True)
    merged = aliased(Case)
    return found.union_all(
        select(merged.id, merged.lead_organization_id).join(found, merged.merged_into_id == found.c.case_id)
    )


def of_closed_case(*models: type[Any], also: Callable[[Any], ColumnElement[bool]] | None = None) -> Due:
    """Rows of cases that closed before."""

    def due(cutoff: Any, now: Any) -> Any:
        closed = _closed(cutoff)
        each = [
            _rows(model.__mapper__.primary_key[0], closed.c.lead, model.case_id)
            .join(closed, closed.c.case_id == model.case_id)
            .where(*([also(model)] if also else []))
            for model in models
        ]
        return union_all(*each) if len(each) > 1 else each[0]

    return due


def told_by_somebody(intake: type[Intake]) -> ColumnElement[bool]:
    return or_(intake.caller_name.is_not(None), intake.caller_phone.is_not(None), intake.caller_relation.is_not(None))


def sign_ups(cutoff: Any, now: Any) -> Any:
    """Who was asked to what is over, among those who never sign in."""
    return (
        _rows(Invitation.id, Invitation.organization_id, Invitation.case_id)
        .join(Occasion, Occasion.id == Invitation.occasion_id)
        .where(Occasion.ends_at <= cutoff, Invitation.audience.in_(sorted(WITHOUT_ACCOUNT)))
    )


def safety_plans(cutoff: Any, now: Any) -> Any:
    """Plans of actions that are over."""
    return (
        _rows(SafetyPlan.id, SafetyPlan.organization_id, SafetyPlan.case_id)
        .join(AdvocacyAction, AdvocacyAction.id == SafetyPlan.action_id)
        .join(Occasion, Occasion.id == AdvocacyAction.occasion_id)
        .where(Occasion.ends_at <= cutoff)
    )


def changes(cutoff: Any, now: Any) -> Any:
    """Changes of dates that are over: whoever could still be reached in time is not any more."""
    return (
        _rows(Change.id, Change.organization_id, Change.case_id)
        .join(Occasion, Occasion.id == Change.occasion_id)
        .where(Occasion.ends_at <= cutoff, Change.at <= cutoff)
    )


def messages(cutoff: Any, now: Any) -> Any:
    """Letters that were settled before. One about a date ahead stays: it says what its reader was told, and keeps it
    from going out twice. So does one for which somebody must still pick up the telephone.
    """
    asked = exists().where(
        Task.raised_by == LETTER_FAILED,
        Task.done_at.is_(None),
        func.split_part(Task.raised_key, ":", 2)
        == cast_to(func.coalesce(Notice.occasion_id, Notice.assignment_id, Notice.id), Text()),
    )
    return (
        _rows(Notice.id, Notice.organization_id, Notice.case_id)
        .outerjoin(Occasion, Occasion.id == Notice.occasion_id)
        .where(
            Notice.state.in_(_SETTLED),
            func.coalesce(Notice.settled_at, Notice.useless_after) <= cutoff,
            or_(Occasion.id.is_(None), Occasion.ends_at <= now),
            not_(asked),
        )
    )


def sign_ins(cutoff: Any, now: Any) -> Any:
    """Sessions, tokens and devices' passwords that ended, links that were used or lapsed, questions that nobody can
    answer any more.
    """
    ends: dict[type[Any], Any] = {
        Session: func.least(func.coalesce(Session.ended_at, Session.expires_at), Session.expires_at),
        SignInLink: func.least(
            func.coalesce(SignInLink.used_at, SignInLink.expires_at),
            func.coalesce(SignInLink.revoked_at, SignInLink.expires_at),
        ),
        Token: func.least(func.coalesce(Token.revoked_at, Token.expires_at), Token.expires_at),
        # GREATEST and LEAST know of no null.
        AppPassword: func.least(
            AppPassword.revoked_at, func.greatest(AppPassword.made_at, AppPassword.used_at) + sign_in.UNUSED
        ),
        Challenge: Challenge.expires_at,
    }
    each = [
        _rows(model.id, Person.organization_id)
        .select_from(model)
        .outerjoin(Person, Person.id == model.person_id)
        .where(end <= cutoff)
        for model, end in ends.items()
    ]
    return union_all(*each)


def former_members(cutoff: Any, now: Any) -> Any:
    """People who can still say who they are, and belong nowhere since before."""
    belonged = exists().where(Membership.person_id == Login.person_id)
    belongs = exists().where(Membership.person_id == Login.person_id, Membership.stands(cutoff))
    return (
        _rows(Login.person_id, Person.organization_id)
        .join(Person, Person.id == Login.person_id)
        .where(belonged, not_(belongs))
    )


def cases(cutoff: Any, now: Any) -> Any:
    return _rows(Case.id, Case.lead_organization_id, Case.id).where(
        Case.merged_into_id.is_(None), Case.closed_at <= cutoff
    )


def named(person: Any) -> ColumnElement[bool]:
    """Something names this person: any row but their own addresses and calendars, and their own scheduler's."""
    own = {
        model.__tablename__
        for model in (
            Contact,
            Feed,
            Person,
            PushSubscription,
            InboundMessage,
            InboxMark,
            PeopleListEntry,
            Absence,
            SavedView,
            ViewMark,
            ReceivedAct,
        )
    }
    naming = [
        exists(select(literal(1)).select_from(table).where(key.parent == person.id))
        for table in Table.metadata.tables.values()
        if table.name not in own
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column is Person.__table__.c.id
    ]
    return or_(*naming)


def in_use(person: Any, cutoff: Any) -> ColumnElement[bool]:
    """Something names them, or a calendar of theirs was fetched since."""
    feed = aliased(Feed)
    fetched = exists().where(
        feed.person_id == person.id,
        feed.revoked_at.is_(None),
        func.coalesce(feed.fetched_at, feed.changed_at) > cutoff,
    )
    used: ColumnElement[bool] = or_(named(person), fetched)
    return used


def only_written_to(person: Any) -> ColumnElement[bool]:
    """In the address book, and no member of staff. A scheduler goes with their official."""
    written: ColumnElement[bool] = person.kind.not_in([PersonKind.STAFF, PersonKind.SCHEDULER])
    return written


def address_book(cutoff: Any, now: Any) -> Any:
    """People whom nothing names any more since before."""
    return _rows(Person.id, Person.organization_id).where(
        only_written_to(Person), Person.unused_since <= cutoff, not_(in_use(Person, cutoff))
    )


def held(row: Subquery) -> ColumnElement[bool]:
    """A legal hold keeps this row: on its case or one that it was merged with, or on all of its organization or of the
    one that leads its case.
    """
    first = select(LegalHold.case_id.label("id")).where(LegalHold.lifted_at.is_(None), LegalHold.case_id.is_not(None))
    standing = first.cte("held_cases", recursive=True)
    merged, case = aliased(Case), aliased(Case)
    one, other = merged.id, merged.merged_into_id
    # Up and down: two that became one are kept as one, and each alone once they are taken apart.
    beside = select(sql_case((one == standing.c.id, other), else_=one)).where(other.is_not(None))
    kept = standing.union(beside.join(standing, or_(one == standing.c.id, other == standing.c.id)))
    whole = select(LegalHold.organization_id).where(LegalHold.lifted_at.is_(None), LegalHold.case_id.is_(None))
    keeps: ColumnElement[bool] = func.coalesce(
        or_(
            row.c.case_id.in_(select(kept.c.id)),
            row.c.organization_id.in_(whole),
            exists().where(case.id == row.c.case_id, case.lead_organization_id.in_(whole)),
        ),
        False,
    )
    return keeps


__all__ = [
    "Due",
    "address_book",
    "cases",
    "changes",
    "former_members",
    "held",
    "in_use",
    "messages",
    "named",
    "of",
    "of_closed_case",
    "only_written_to",
    "replies",
    "sign_ins",
    "sign_ups",
    "told_by_somebody",
]
