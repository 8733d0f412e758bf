"""What is said of changes that people were told of, of who knows of them, and of who is on duty."""

from __future__ import annotations

from typing import Any

from sqlalchemy import DateTime, and_, case, cast, exists, func, literal, not_, or_, select

from casework import access
from casework.access import VISIBLE, Eyes, reaches
from casework.access.eyes import LEGAL, READER
from casework.reading.cases import case_of
from casework.reading.facts import Expression, Many, Noun, One, sealed
from casework.reading.needs import owing
from casework.reading.occasions import OCCASION
from casework.reading.people import ORGANIZATION, person
from casework.reading.places import At, Row
from casework.reading.reader import Reader
from casework.reading.roots.query import QUERY
from casework.told import CHANGES, CROWD, state_of
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.changes import Acknowledgement, Change, ChangeKind, Escalation, HowEnded
from schema.duty import DutyTurn
from schema.invitations import Audience
from schema.notices import ARRIVED, LetterKind, Notice, NoticeState
from schema.people import Channel, Contact, Person, reads_for, stands
from schema.teams import COUNSEL_ROLES

#: An occasion tells of so many changes, the last first.
CHANGES_SHOWN = 20
#: Of those that somebody has not confirmed so many: a later move ends what was owed of an earlier one.
OPEN_SHOWN = 3
#: And whoever opens the board, of so many that somebody has not confirmed.
UNCONFIRMED = 20
#: Turns from now on that a page shows.
TURNS = 400

CHANGE = Noun("Change", Change)
CHANGE.id()
CHANGE.columns("kind", "sequence", "at")
CHANGE["by"] = person("by_id")
CHANGE["case"] = case_of()
CHANGE["occasion"] = One("Occasion", lambda at, there: there.id == at.row.occasion_id)
CHANGE["was_starts_at"] = Expression(said=lambda at: cast(at.row.before["starts_at"].astext, DateTime(timezone=True)))
CHANGE["was_time_zone"] = Expression(said=lambda at: at.row.before["time_zone"].astext)
CHANGE["was_hour_known"] = Expression(said=lambda at: func.coalesce(at.row.before["hour_known"].astext == "true", True))
CHANGE["was_place"] = Expression(said=lambda at: at.row.before["place_name"].astext)


def crowd(row: Any) -> Any:
    """Whoever is a number only."""
    return and_(row.audience.in_(sorted(CROWD)), row.due_by.is_(None))


def _letter(there: Any, letter: Any) -> Any:
    """A letter of the change to them. A transfer's are of the same sequence as those of the move before it."""
    change = Row(Change)
    transferred = exists().where(change.id == there.change_id, change.kind == ChangeKind.TRANSFERRED)
    # Said, because it stands in an `exists` of its own, and would else ask whether there is any transfer at all.
    transferred = transferred.correlate(there.alias if isinstance(there, Row) else there)
    return and_(
        letter.occasion_id == there.occasion_id,
        letter.person_id == there.person_id,
        letter.sequence == there.sequence,
        letter.kind.in_(CHANGES),
        (letter.kind == LetterKind.TRANSFERRED) == transferred,
    )


def _arrived(there: Any) -> Any:
    return exists().where(_letter(there, Notice), Notice.state.in_(ARRIVED))


def _count(name: str, which: Any) -> None:
    CHANGE[name] = Expression(
        said=lambda at: at.total(
            Acknowledgement, lambda there: and_(there.change_id == at.row.id, which(there)), lambda _: literal(1)
        )
    )


_count("told", lambda there: literal(True))
_count("delivered", _arrived)
_count("confirmed", lambda there: there.acknowledged_at.is_not(None))
_count("owing", owing)
_count("crowd_told", crowd)
_count("crowd_delivered", lambda there: and_(crowd(there), _arrived(there)))
_count("crowd_confirmed", lambda there: and_(crowd(there), there.acknowledged_at.is_not(None)))
CHANGE["acknowledgements"] = Many(
    "Acknowledgement", lambda at, there: and_(there.row.change_id == at.row.id, not_(crowd(there.row)))
)
CHANGE["mine"] = Many(
    "Acknowledgement",
    lambda at, there: and_(
        there.row.change_id == at.row.id,
        there.row.person_id == at.eyes.person,
        there.row.acknowledged_at.is_(None),
        there.row.ended_at.is_(None),
    ),
    first=True,
)

ACKNOWLEDGEMENT = Noun("Acknowledgement", Acknowledgement)
ACKNOWLEDGEMENT.id()
ACKNOWLEDGEMENT.columns(
    "audience", "owed_since", "due_by", "next_call_at", "acknowledged_at", "how", "call_outcome", "called_at",
    "ended_at",
)  # fmt: skip


def _named(at: At) -> Any:
    """Names of the legal team and of the client's own contacts for the legal team; of the invited for coordinators, and
    for advocates who lead the action (DOMAIN §3.3, attendee names). Everybody's own.
    """
    row = at.row
    leads = at.any(
        AdvocacyAction, lambda there: and_(there.occasion_id == row.occasion_id, there.lead_id == at.eyes.person)
    )
    return or_(
        row.person_id == at.eyes.person,
        row.case_id.is_(None),
        and_(at.reaches(), or_(row.invitation_id.is_(None), ~at.on_team(row.case_id, COUNSEL_ROLES))),
        and_(~at.reaches(), at.reaches(READER), or_(leads, row.audience == Audience.ADVOCATE)),
    )


ACKNOWLEDGEMENT["person"] = person("person_id", only=_named)
ACKNOWLEDGEMENT["replaced_by"] = person("replaced_by_id", only=_named)
ACKNOWLEDGEMENT["called_by"] = person("called_by_id")
ACKNOWLEDGEMENT["escalations"] = Many(
    "Escalation",
    lambda at, there: there.row.acknowledgement_id == at.row.id,
    order=lambda there: [there.row.at, there.row.id],
)


def _letters(at: At) -> Any:
    return at.listed(Notice, lambda there: _letter(at.row, there), lambda there: [there.channel, there.state])


def _state(_: Reader, __: Any, said: list[Any], called: bool, letters: list[list[str]] | None) -> str:
    acknowledged, ended, owed = said
    found = state_of(
        acknowledged=acknowledged, ended=HowEnded(ended) if ended else None, owed=owed, called=called,
        letters=[NoticeState(state) for _, state in letters or []],
    )  # fmt: skip
    return found.name


ACKNOWLEDGEMENT["state"] = Expression(
    inputs={
        "said": lambda at: func.json_build_array(
            at.row.acknowledged_at.is_not(None), at.row.ended_how, at.row.due_by.is_not(None)
        ),
        "called": lambda at: at.any(Escalation, lambda there: there.acknowledgement_id == at.row.id),
        "letters": _letters,
    },
    finish=_state,
)


def _in_order(channels: list[list[str]] | None) -> list[str]:
    found = {one[0] for one in channels or []}
    return [channel.name for channel in Channel if channel.value in found]


ACKNOWLEDGEMENT["channels"] = Expression(
    inputs={"letters": _letters}, finish=lambda reader, _, letters: _in_order(letters)
)


def _reached(at: At) -> Any:
    """Where whoever reads their letters can be reached: addresses that stand."""
    reader = Row(Person)
    readers = select(reader.id).where(reads_for(reader, at.row.person_id))
    return case(
        (
            _named(at),
            at.listed(
                Contact,
                lambda there: and_(there.person_id.in_(readers.correlate(at.row.alias)), stands(there)),
                lambda there: [there.channel],
            ),
        )
    )


ACKNOWLEDGEMENT["reachable"] = Expression(
    inputs={"channels": _reached}, finish=lambda reader, _, channels: _in_order(channels)
)

ESCALATION = Noun("Escalation", Escalation)
ESCALATION.columns("rung", "at", "undelivered")
ESCALATION["person"] = person("person_id")
# Beside the person, whom a page that asks for the whole ledger no longer reaches: it is as deep as a document may be.
ESCALATION["called"] = sealed("called", only=lambda at: at.any(Person, lambda there: there.id == at.row.person_id))

OCCASION["last_change"] = Many(
    "Change",
    lambda at, there: there.row.occasion_id == at.row.id,
    order=lambda there: [there.row.at.desc(), there.row.id.desc()],
    first=True,
)
OCCASION["changes"] = Many(
    "Change",
    lambda at, there: there.row.occasion_id == at.row.id,
    order=lambda there: [there.row.at.desc(), there.row.id.desc()],
    limit=CHANGES_SHOWN,
)


def _open(at: At, there: At) -> Any:
    """The last of them, and an earlier one while somebody owes a word for it: a transfer hides no move."""
    later, owed = Row(Change), Row(Acknowledgement)
    newer = or_(later.at > there.row.at, and_(later.at == there.row.at, later.id > there.row.id))
    return and_(
        there.row.occasion_id == at.row.id,
        or_(
            ~there.ask_exists(later, later.occasion_id == there.row.occasion_id, newer),
            there.ask_exists(owed, owed.change_id == there.row.id, owing(owed)),
        ),
    )


OCCASION["open_changes"] = Many(
    "Change", _open, order=lambda there: [there.row.at.desc(), there.row.id.desc()], limit=OPEN_SHOWN
)


def _unconfirmed(at: At, there: At) -> Any:
    """Somebody owes a word for it still: for the legal team of its case, and for who plans an action of no case."""
    owed = Row(Acknowledgement)
    return and_(
        there.ask_exists(owed, owed.change_id == there.row.id, owing(owed)),
        or_(there.reaches(), there.row.case_id.is_(None)),
    )


QUERY["unconfirmed_changes"] = Many(
    "Change", _unconfirmed, order=lambda there: [there.row.at, there.row.id], limit=UNCONFIRMED
)

DUTY_TURN = Noun("DutyTurn", DutyTurn)
DUTY_TURN.id()
DUTY_TURN.columns("starts_at", "ends_at")
DUTY_TURN["person"] = person("person_id")
DUTY_TURN["deputy"] = person("deputy_id")
ORGANIZATION["duty_rota"] = Many(
    "DutyTurn",
    lambda at, there: and_(
        there.row.organization_id == at.row.id, there.row.replaced_at.is_(None), there.row.ends_at > at.eyes.now
    ),
    order=lambda there: [there.row.starts_at, there.row.id],
    limit=TURNS,
)


async def unconfirmed_changes(tx: Transaction) -> list[Change]:
    """The same for the ordinary executor."""
    eyes = Eyes(await access.standing(tx), tx.now)
    asked = select(Change).where(
        VISIBLE[Change](eyes, Change),
        exists().where(Acknowledgement.change_id == Change.id, owing(Acknowledgement)),
        or_(reaches(eyes, Change, LEGAL), Change.case_id.is_(None)),
    )
    return list(await tx.session.scalars(asked.order_by(Change.at, Change.id).limit(UNCONFIRMED)))
