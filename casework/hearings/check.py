"""Somebody of the team checked a date: it is so, it is another, or it is not known there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from casework import access, date_sources, notices
from casework.access import Act
from casework.hearings.printed import refuse_over, state_of
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.custody import Source
from schema.date_checks import HEARD, DateCheckOutcome
from schema.date_sources import DateSource
from schema.hearings import Hearing

#: A time further off than this was heard or typed wrong.
_FARTHEST = timedelta(days=366 * 6)


@dataclass(frozen=True, slots=True)
class Checked:
    """A hearing whose date was checked, and the word that was written down."""

    hearing: Hearing
    word: DateSource


async def check_date(
    tx: Transaction,
    hearing_id: UUID,
    *,
    outcome: DateCheckOutcome,
    source: Source,
    sequence: int,
    heard: datetime | None = None,
) -> Checked:
    """Write down what a source says of a hearing's date. ``sequence`` is the date's as it stood on the page.

    *Same* makes it one source, or two, if another person had heard it on another channel. *Different* and *not found*
    overwrite nothing: both values stand side by side, and whoever looks after the case has a task. Raises
    :class:`Invalid`, :class:`NotAllowedByState`.
    """
    hearing, case = await access.record_for(tx, Hearing, hearing_id, Act.CHECK_DATE)
    occasion = hearing.occasion
    await tx.session.refresh(occasion)
    refuse_over(occasion)
    if occasion.sequence != sequence:
        raise NotAllowedByState("This date was changed since you opened it. Look at it again.")
    if outcome not in HEARD:
        raise Invalid("outcome", "Say what was heard: the same, another time, or that it is not known there.")
    if source is Source.IMPORT:
        raise Invalid("source", "Say on which channel you heard it.")
    said = {
        DateCheckOutcome.SAME: occasion.wall_starts,
        DateCheckOutcome.DIFFERENT: _heard(tx, hearing, outcome, heard),
    }
    word = await date_sources.add_word(tx, hearing, source, said.get(outcome))
    if outcome is not DateCheckOutcome.SAME:
        await date_sources.ask_about(tx, case, hearing, word)
        tx.record("hearing.doubted", hearing, case=case, after={"source": source, "outcome": outcome}, about=[word.id])
        return Checked(hearing, word)
    before = {"checked_at": hearing.checked_at, "source": hearing.source, "confidence": hearing.confidence}
    hearing.checked_at, hearing.checked_by_id, hearing.source = tx.now, tx.person_id, source
    hearing.checked_before = None
    await date_sources.keep_confidence(tx, hearing)
    if occasion.state is not (state := state_of(hearing.confidence)):
        # What was tentative is confirmed: calendars say so, and reminders count as of the new word.
        occasion.state = state
        occasion.changed(tx.now)
        await tx.session.flush()
        await notices.plan(tx, occasion)
    tx.record(
        "hearing.confirmed", hearing, case=case, before=before,
        after={"source": source, "confidence": hearing.confidence, "checked_at": tx.now}, about=[word.id],
    )  # fmt: skip
    return Checked(hearing, word)


def _heard(tx: Transaction, hearing: Hearing, outcome: DateCheckOutcome, heard: datetime | None) -> datetime | None:
    if outcome is not DateCheckOutcome.DIFFERENT:
        return None
    if heard is None:
        raise Invalid("heard", "Type the day and the hour that was given.")
    if heard == hearing.occasion.wall_starts and hearing.occasion.hour_known:
        raise Invalid("heard", "That is the time we have. Say that it is the same.")
    if abs(heard - tx.now.replace(tzinfo=None)) > _FARTHEST:
        raise Invalid("heard", "The year {year} looks like a slip. Listen again.", year=heard.year)
    return heard
