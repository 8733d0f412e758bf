"""In which one state somebody is who was told of a change: pure, so that pages and tests count the same."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from schema.changes import ChangeKind, HowEnded
from schema.invitations import Audience
from schema.notices import ARRIVED, UNSENT, LetterKind, NoticeState


class ToldState(StrEnum):
    """Where one person is who was told. Everybody is in exactly one."""

    #: They said that they know.
    CONFIRMED = "confirmed"
    #: They owe a word, and have time.
    OWED = "owed"
    #: They owe one, and somebody was called about them.
    CALLED_ABOUT = "called_about"
    #: Nothing is owed; the letter has left.
    TOLD = "told"
    #: Nothing is owed; the letter is on its way.
    ON_ITS_WAY = "on_its_way"
    #: Nothing is owed; no letter reached them.
    NOT_DELIVERED = "not_delivered"
    #: Somebody else comes in their place.
    REPLACED = "replaced"
    #: A later change came, which they were told as well.
    SUPERSEDED = "superseded"
    #: It does not concern them any more.
    NO_LONGER_THEIRS = "no_longer_theirs"
    #: It began, and they had not answered.
    NEVER_CONFIRMED = "never_confirmed"


#: Letters that call somebody away at once: wherever they are reached, in the hours that they chose themselves.
SUMMONS = (LetterKind.RESPONDER_CALLED,)
#: Letters that say what became of a date.
CHANGES = (
    LetterKind.RESCHEDULED, LetterKind.PLACE_CHANGED, LetterKind.TRANSFERRED, LetterKind.CANCELLED,
    LetterKind.WITHDRAWN,
)  # fmt: skip
#: Letters that say of a date that it stands, and that a change is told all the same.
_OF_A_TRANSFER = (LetterKind.TRANSFERRED,)
_OF_A_DATE = tuple(kind for kind in CHANGES if kind not in _OF_A_TRANSFER)


def letters_of(change: ChangeKind) -> tuple[LetterKind, ...]:
    """The letters that tell a change. A transfer leaves the date's sequence as it is, so that this alone tells its
    letters from those of the move before it.
    """
    return _OF_A_TRANSFER if change is ChangeKind.TRANSFERRED else _OF_A_DATE


#: Of these there is a number only, unless something is owed: nothing hangs on any one of them (PRODUCT, journey 2).
CROWD = frozenset({Audience.SUPPORTER, Audience.PRESS, Audience.PUBLIC})
_ENDED = {
    HowEnded.SUPERSEDED: ToldState.SUPERSEDED,
    HowEnded.NO_LONGER_THEIRS: ToldState.NO_LONGER_THEIRS,
    HowEnded.REPLACED: ToldState.REPLACED,
    HowEnded.OVER: ToldState.NEVER_CONFIRMED,
}


def state_of(
    *, acknowledged: bool, ended: HowEnded | None, owed: bool, called: bool, letters: Collection[NoticeState]
) -> ToldState:
    """The one state, of their word, how it ended, and the letters of the change to them."""
    if acknowledged:
        return ToldState.CONFIRMED
    if ended is not None:
        return _ENDED[ended]
    if owed:
        return ToldState.CALLED_ABOUT if called else ToldState.OWED
    if any(one in ARRIVED for one in letters):
        return ToldState.TOLD
    return ToldState.ON_ITS_WAY if any(one in UNSENT for one in letters) else ToldState.NOT_DELIVERED


__all__ = ["CHANGES", "CROWD", "SUMMONS", "ToldState", "letters_of", "state_of"]
