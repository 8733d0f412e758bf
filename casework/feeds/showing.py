"""Which occasions a feed shows, and through whose eyes: asked anew each time something of it has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, exists, not_, or_, select

from casework import access, calendar, disclosure
from casework.actors import Link
from casework.card import Card
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.cases import Case
from schema.feeds import Feed, FeedFilter
from schema.hearings import Hearing
from schema.invitations import Audience, Invitation, InvitationState
from schema.occasions import Occasion
from schema.teams import TeamMember


@dataclass(frozen=True, slots=True)
class Shown:
    """One occasion in a feed: through whose eyes, and by which invitation where it is theirs alone."""

    occasion_id: UUID
    case_id: UUID | None
    lead: UUID | None
    starts_at: datetime
    audience: Audience
    invitation_id: UUID | None

    @property
    def level(self) -> str:
        """All who see it at this level are given the same piece, but for what their invitation tells them."""
        return disclosure.disclosure_class(self.audience)


_OF_OCCASION = (Occasion.id, Occasion.case_id, Occasion.lead_organization_id, Occasion.starts_at)


async def shown(tx: Transaction, feed: Feed) -> list[Shown]:
    """What this feed shows now, as its owner: in order of time, none that they may not see."""
    since = calendar.kept_since(tx.now)
    if isinstance(tx.actor, Link):
        return await _invited(tx, feed, since)
    actor = await access.standing(tx)
    occasions = access.visible(actor, Occasion, tx.now).where(Occasion.ends_at >= since, _kept_here(), *_scope(feed))
    asked: Any = occasions.with_only_columns(*_OF_OCCASION).order_by(Occasion.starts_at, Occasion.id)
    rows: Sequence[Row[Any]] = (await tx.session.execute(asked)).all()
    seats = await access.seats(tx, list({row.case_id: None for row in rows if row.case_id}))
    return [
        Shown(
            row.id,
            row.case_id,
            row.lead_organization_id,
            row.starts_at,
            seats[row.case_id].audience if row.case_id in seats else Audience.ADVOCATE,
            None,
        )
        for row in rows
    ]


def _kept_here() -> ColumnElement[bool]:
    """Nothing that its owner sees through another case alone: what changes of the one it is kept with changes their
    calendar at no time that they may know of, and an hour that has moved would go on standing there.
    """
    return or_(
        not_(exists().where(AdvocacyAction.occasion_id == Occasion.id, AdvocacyAction.of_several)),
        exists().where(Case.id == Occasion.case_id),
    )


def _scope(feed: Feed) -> list[ColumnElement[bool]]:
    match feed.filter:
        case FeedFilter.MY_CASES:
            return [
                exists().where(
                    TeamMember.case_id == Occasion.case_id,
                    TeamMember.person_id == feed.person_id,
                    TeamMember.until.is_(None),
                )
                | exists().where(Case.id == Occasion.case_id, Case.coordinator_id == feed.person_id)
            ]
        case FeedFilter.ONE_CASE:
            return [Occasion.case_id == feed.case_id]
        case FeedFilter.ONE_COURT:
            return [exists().where(Hearing.occasion_id == Occasion.id, Hearing.court_id == feed.court_id)]
        case FeedFilter.TEAM:
            return [
                or_(
                    exists().where(
                        TeamMember.case_id == Occasion.case_id,
                        TeamMember.organization_id == feed.organization_id,
                        TeamMember.until.is_(None),
                    ),
                    Occasion.lead_organization_id == feed.organization_id,
                )
            ]
        case FeedFilter.PUBLIC_ACTIONS:
            return [
                exists().where(
                    AdvocacyAction.occasion_id == Occasion.id,
                    AdvocacyAction.state.in_([ActionState.PUBLISHED, ActionState.DONE, ActionState.CALLED_OFF]),
                )
            ]
        case FeedFilter.INVITED:
            return [exists().where(Invitation.occasion_id == Occasion.id, Invitation.person_id == feed.person_id)]


async def _invited(tx: Transaction, feed: Feed, since: datetime) -> list[Shown]:
    """Someone without an account: what they were asked to, through the eyes they were asked with."""
    found = await tx.session.execute(
        select(*_OF_OCCASION, Invitation.audience, Invitation.id.label("invitation_id"))
        .join(Invitation, Invitation.occasion_id == Occasion.id)
        .where(
            Invitation.person_id == feed.person_id,
            Invitation.state.not_in([InvitationState.WITHDRAWN, InvitationState.NOT_COMING]),
            # A check-in stands in nobody's calendar but the legal team's: the letter and its page tell it.
            Invitation.audience != Audience.ACCOMPANIER,
            Occasion.ends_at >= since,
        )
        .order_by(Occasion.starts_at, Occasion.id)
    )
    return [
        Shown(row.id, row.case_id, row.lead_organization_id, row.starts_at, row.audience, row.invitation_id)
        for row in found
    ]


async def cards_of(tx: Transaction, wanted: Sequence[Shown]) -> list[tuple[Occasion, Card | None]]:
    """The occasions, and the card of each through its eyes. One that went out of sight meanwhile is left out."""
    rows = await tx.session.scalars(select(Occasion).where(Occasion.id.in_([one.occasion_id for one in wanted])))
    occasions = {row.id: row for row in rows.unique()}
    asked = [one.invitation_id for one in wanted if one.invitation_id]
    invitations: dict[UUID, Invitation] = {}
    if asked:
        invited = await tx.session.scalars(select(Invitation).where(Invitation.id.in_(asked)))
        invitations = {row.id: row for row in invited.unique()}
    there = [one for one in wanted if one.occasion_id in occasions]
    made = await disclosure.cards_for(
        tx,
        [
            (
                occasions[one.occasion_id],
                one.audience,
                invitations.get(one.invitation_id) if one.invitation_id else None,
            )
            for one in there
        ],
    )
    return [(occasions[one.occasion_id], card) for one, card in zip(there, made, strict=True)]


__all__ = ["Shown", "cards_of", "shown"]
