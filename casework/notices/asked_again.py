"""Today's questions, asked again at the moment of sending, of a whole batch at once.

Between planning and sending a hearing may move, a consent end, an attorney leave. Nothing is sent on what was true
then: what was overtaken, or is no longer theirs to read, is put away with the reason why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, Uuid, bindparam, case, column, exists, func, select, update
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import aliased

from casework import access
from casework.news import NewsKind
from casework.notices.claiming import Due, give_back, held
from casework.notices.reach import wishes_of
from casework.notices.recipients import Recipient, Stands, as_they_stand
from casework.notices.tasks import ask_a_human
from casework.told import CHANGES
from casework.transaction import Transaction
from casework.wishes import RINGING, waits_until
from casework.written import written
from schema.advocacy import AdvocacyAction, FurtherCase
from schema.invitations import Invitation, InvitationState
from schema.notices import UNSENT, LetterKind, Notice, NoticeState
from schema.occasions import Occasion, OccasionState
from schema.organizations import Organization
from schema.people import Person

#: Letters that lead to a page and tell nothing of what stands there.
POINTERS = frozenset(
    {
        LetterKind.REPORT_WAITING,
        LetterKind.REPORT_DECLINED,
        LetterKind.LINK_RENEWED,
        LetterKind.YOUR_PLACE,
        LetterKind.GLASS_BROKEN,
        LetterKind.UNANSWERED,
        LetterKind.DIGEST,
        LetterKind.RESPONDER_CALLED,
    }
)
#: Letters whose loss somebody must make good by telephone. A lost reminder is followed by the next.
URGENT = frozenset({*CHANGES, LetterKind.INVITATION, LetterKind.LINK_RENEWED, LetterKind.RESPONDER_CALLED})
#: They are told that they need not come.
_TOLD_OFF = frozenset({LetterKind.WITHDRAWN, LetterKind.CANCELLED})


class Skip(Exception):
    """Not to be sent, and why: a code, never an address or a name."""

    def __init__(self, reason: str, state: NoticeState = NoticeState.SKIPPED, *, tell: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.state = state
        #: A human must make it good.
        self.tell = tell


@dataclass(frozen=True, slots=True)
class PutAway:
    """A letter that does not go, and why."""

    notice: Due
    reason: str
    state: NoticeState
    tell: bool

    @classmethod
    def of(cls, notice: Due, skip: Skip) -> PutAway:
        return cls(notice, skip.reason, skip.state, skip.tell)


async def ask_again(tx: Transaction, batch: Sequence[Due]) -> list[Due]:
    """Those of a claimed batch that may go now, as their readers may be told now. The others are put away.

    What was superseded since it was claimed is left out in silence: whoever did that has said why.
    """
    today = {row.id: row for row in await tx.rows(_TODAY, given_ids=[notice.id for notice in batch])}
    walls = await _walls(tx, batch)
    about = {notice.occasion_id for notice in batch if notice.occasion_id and shows_card(notice)}
    stands = await as_they_stand(tx, about)
    answers = await _answers(tx, batch, stands)
    standing: list[Due] = []
    away: list[PutAway] = []
    await _let_go(tx, [notice.id for notice in batch if notice.id not in today])
    for notice in batch:
        now = today.get(notice.id)
        if now is None or now.attempts != notice.attempts:
            continue
        try:
            standing.append(_asked(tx, notice, now, walls, stands, answers))
        except Skip as skip:
            away.append(PutAway.of(notice, skip))
    standing = await _awake(tx, standing, away)
    await put_away(tx, away)
    return await _one_each(tx, standing)


async def _walls(tx: Transaction, batch: Sequence[Due]) -> dict[UUID, set[UUID]]:
    """Of which cases and occasions each reader is told nothing: before whose case a wall stands, and of an action
    before any case that it is or was about.
    """
    walls = await access.walled_among(tx, {notice.person_id for notice in batch})
    if not walls:
        return {}
    occasions = {notice.occasion_id for notice in batch if notice.occasion_id}
    about = await tx.session.execute(
        select(AdvocacyAction.occasion_id, FurtherCase.case_id)
        .join(FurtherCase, FurtherCase.action_id == AdvocacyAction.id)
        .where(AdvocacyAction.occasion_id.in_(occasions))
    )
    told = {person_id: set(behind) for person_id, behind in walls.items()}
    for occasion_id, case_id in about:
        for behind in told.values():
            if case_id in behind:
                behind.add(occasion_id)
    return told


async def _answers(tx: Transaction, batch: Sequence[Due], stands: Mapping[UUID, Stands]) -> Mapping[UUID, Any]:
    """What became of the invitations of those who are not expected by them any more, or are told that they are not."""
    asked = [
        notice.id
        for notice in batch
        if notice.invitation_id is not None
        and (notice.kind in _TOLD_OFF or notice.invitation_id != _invited_by(notice, stands))
    ]
    return {row.id: row for row in await tx.rows(_ANSWERS, given_ids=asked)} if asked else {}


def _invited_by(notice: Due, stands: Mapping[UUID, Stands]) -> UUID | None:
    theirs = _theirs(notice, stands)
    return theirs.invitation_id if theirs else None


def _theirs(notice: Due, stands: Mapping[UUID, Stands]) -> Recipient | None:
    occasion = stands.get(notice.occasion_id) if notice.occasion_id else None
    return occasion.people.get(notice.person_id) if occasion else None


async def _awake(tx: Transaction, standing: list[Due], away: list[PutAway]) -> list[Due]:
    """Those that may ring now. The others wait until their reader's quiet hours end; what would help nobody by then is
    put away, and where it is urgent somebody is told to call in the morning.
    """
    ringing = {notice.person_id for notice in standing if notice.channel in RINGING}
    if not ringing:
        return standing
    wishes = await wishes_of(tx, ringing)
    zones = {row.id: row.time_zone for row in await tx.rows(_ZONES, given_ids=[notice.id for notice in standing])}
    may_go = []
    for notice in standing:
        theirs = wishes.get(notice.person_id)
        until = waits_until(tx.now, theirs, notice.channel, notice.kind, zones[notice.id]) if theirs else None
        if until is None:
            may_go.append(notice)
        elif until >= notice.useless_after:
            late = notice.kind in URGENT
            away.append(PutAway(notice, "quiet_hours", NoticeState.FAILED if late else NoticeState.SKIPPED, late))
        else:
            waits = update(Notice).where(Notice.id == notice.id)
            waits = waits.values(leased_until=None, again_at=until, attempts=Notice.attempts - 1, reason="quiet_hours")
            await tx.session.execute(waits.execution_options(synchronize_session=False))
    return may_go


async def _let_go(tx: Transaction, superseded: Sequence[UUID]) -> None:
    """Nobody has these in hand any more: what came in their place need not wait."""
    if superseded:
        theirs = held(Notice.id.in_(superseded), Notice.state.not_in(UNSENT))
        freed = update(Notice).where(Notice.id == theirs.c.id).values(leased_until=None)
        await tx.session.execute(freed.execution_options(synchronize_session=False))


def _asked(
    tx: Transaction,
    notice: Due,
    now: Any,
    walls: Mapping[UUID, set[UUID]],
    stands: Mapping[UUID, Stands],
    answers: Mapping[UUID, Any],
) -> Due:
    if now.gone:
        raise Skip("person_removed")
    if not walls.get(notice.person_id, set()).isdisjoint({notice.case_id, notice.occasion_id}):
        raise Skip("no_longer_theirs")
    if notice.useless_after <= tx.now:
        # Reminders are many, and the next one says the same; a change said too late is a person in the wrong place.
        late = notice.kind in URGENT
        raise Skip("too_late", NoticeState.FAILED if late else NoticeState.SKIPPED, tell=late)
    if not shows_card(notice):
        return notice
    _still_stands(notice, stands.get(notice.occasion_id) if notice.occasion_id else None)
    return _still_theirs(notice, answers.get(notice.id), _theirs(notice, stands))


def shows_card(notice: Due) -> bool:
    """Its words are made of a card. Offers, links and pointers are asked of elsewhere."""
    return notice.assignment_id is None and notice.sign_in_link_id is None and notice.kind not in POINTERS


def _still_stands(notice: Due, occasion: Stands | None) -> None:
    """This letter about the occasion is still true."""
    if occasion is None:
        raise Skip("occasion_gone")
    if notice.kind is LetterKind.WITHDRAWN:
        # That they need not come stays true, whatever became of the date since.
        return
    if notice.kind is LetterKind.CANCELLED:
        if occasion.state is not OccasionState.CANCELLED:
            raise Skip("stands_again")
        return
    if notice.sequence != occasion.sequence:
        raise Skip("moved", NoticeState.SUPERSEDED)
    if occasion.state in (OccasionState.CANCELLED, OccasionState.HELD):
        raise Skip(occasion.state, NoticeState.SUPERSEDED)


def _still_theirs(notice: Due, answer: Any, theirs: Recipient | None) -> Due:
    """It concerns them still, through the same eyes or through those that are theirs now."""
    invitation = answer.state if answer else None
    if invitation == InvitationState.NOT_COMING:
        raise Skip("not_coming")
    if invitation == InvitationState.WITHDRAWN:
        # Only that nobody expects them, or that it is off; unless they were asked once more.
        if notice.kind not in _TOLD_OFF:
            raise Skip("no_longer_theirs")
        if answer.asked_again:
            raise Skip("invited_again")
        return notice
    if notice.kind is LetterKind.WITHDRAWN:
        raise Skip("invited_again")
    if theirs is None:
        raise Skip("no_longer_theirs")
    if theirs.audience is not notice.audience:
        # They see it through other eyes now, as when somebody invited joined the team: say what these may see.
        return replace(notice, audience=theirs.audience, invitation_id=theirs.invitation_id)
    return notice


async def _one_each(tx: Transaction, standing: Sequence[Due]) -> list[Due]:
    """One letter to one person about one occasion at a time, the older first: lines at a carrier keep no order."""
    first: dict[Any, Due] = {}
    for notice in standing:
        if notice.occasion_id is None:
            first[notice.id] = notice
        else:
            first.setdefault((notice.occasion_id, notice.person_id, notice.channel), notice)
    kept = {notice.id for notice in first.values()}
    if waits := [notice.id for notice in standing if notice.id not in kept]:
        await give_back(tx, waits)
    return list(first.values())


_IDS = bindparam("given_ids", None, ARRAY(Uuid()))
_TODAY = written(
    select(Notice.id, Notice.attempts, Person.removed_at.is_not(None).label("gone"))
    .join(Person, Person.id == Notice.person_id)
    .where(Notice.id == func.any(_IDS), Notice.state.in_(UNSENT), Notice.leased_until.is_not(None))
)
_ZONES = written(
    select(Notice.id, func.coalesce(Occasion.time_zone, Organization.time_zone).label("time_zone"))
    .join(Organization, Organization.id == Notice.organization_id)
    .outerjoin(Occasion, Occasion.id == Notice.occasion_id)
    .where(Notice.id == func.any(_IDS))
)


def _answered() -> Any:
    again = aliased(Invitation, name="again")
    asked_again = exists().where(
        again.occasion_id == Invitation.occasion_id,
        again.person_id == Notice.person_id,
        again.state != InvitationState.WITHDRAWN,
    )
    return written(
        select(
            Notice.id,
            Invitation.state,
            case((Invitation.state == InvitationState.WITHDRAWN, asked_again), else_=False).label("asked_again"),
        )
        .join(Invitation, Invitation.id == Notice.invitation_id)
        .where(Notice.id == func.any(_IDS))
    )


_ANSWERS = _answered()


async def put_away(tx: Transaction, away: Iterable[PutAway]) -> None:
    """Close these letters with their reasons, all in one statement; where a human must make one good, ask them."""
    closed = list(away)
    if not closed:
        return
    tx.touch(NewsKind.NOTICE, [one.notice.id for one in closed])
    told = [{"id": str(one.notice.id), "state": one.state, "reason": one.reason} for one in closed]
    await tx.session.execute(_CLOSE, {"told": told, "now": tx.now})
    for one in closed:
        if one.tell:
            await ask_a_human(tx, one.notice)


def _closing() -> Any:
    table = cast(Table, Notice.__table__)
    columns = [column(name, table.c[name].type) for name in ("id", "state", "reason")]
    told = func.jsonb_to_recordset(bindparam("told", type_=JSONB)).table_valued(*columns)
    told = told.render_derived("told", with_types=True)
    theirs = (
        select(table.c.id, told.c.state, told.c.reason)
        .join_from(told, table, table.c.id == told.c.id)
        .order_by(table.c.id)
        .with_for_update(of=table)
        .cte("held")
    )
    return (
        update(table)
        .where(table.c.id == theirs.c.id)
        .values(state=theirs.c.state, reason=theirs.c.reason, settled_at=bindparam("now"), leased_until=None)
    )


_CLOSE = _closing()
