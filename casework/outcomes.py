"""The outcome ledger: what happened on each date of a case, entered after it.

Sofia's group held a vigil; she enters "31 came, 2 officials, 40 letters". Of the hearing Luis enters who was in the
room, what the judge said in open court, from his notes, and what came of it, unless the report of the hearing says that
already. Sofia reads the numbers; of the words only what Luis lets her read. Nothing here says why it came out so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.hearings import Hearing, HearingOutcome
from schema.occasions import Occasion, OccasionState
from schema.outcomes import MOST, MOST_LINKS, WITH_RESULT, WORDS_SEALED, Outcome, OutcomeResult, OutcomeWords

#: The longest that people may type from their notes.
_LONGEST = 5_000
#: An address or a file in what was typed: what was said has none.
_ATTACHED = re.compile(
    r"https?://|www\.|data:[a-z]+/|\b[\w-]+\.(?:mp3|mp4|m4a|wav|mov|ogg|webm|jpe?g|png|heic|pdf|docx?)\b",
    re.IGNORECASE,
)
_NUMBERS = ("supporters", "officials", "letters", "press")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """What is known of how a date went, all of it. None: not known. ``from_notes`` says that the words were said in
    open court and written down from notes.
    """

    supporters: int | None = None
    officials: int | None = None
    letters: int | None = None
    press: int | None = None
    result: OutcomeResult | None = None
    press_links: tuple[str, ...] = ()
    said: str | None = None
    from_notes: bool = False


async def record_outcome(tx: Transaction, occasion_id: UUID, facts: OutcomeFacts) -> Outcome:
    """Enter what happened on a date, once it has begun: who came, what was handed in, what was said in open court and
    what came of it. Of a hearing or a check-in the legal team enters it, of an action advocates too. Raises
    :class:`Invalid`, :class:`NotAllowedByState`, :class:`NotPermitted`.
    """
    if (await access.seen(tx, Occasion, occasion_id)).case_id is None:
        raise NotAllowedByState("The ledger keeps what happened on dates of a case. This one is of no case.")
    occasion, case = await access.record_for(tx, Occasion, occasion_id, Act.RECORD_OUTCOME)
    legal = await _permit(tx, case, occasion)
    if occasion.state is OccasionState.CANCELLED:
        raise NotAllowedByState("This was cancelled, so that nothing happened.")
    if occasion.starts_at > tx.now:
        raise NotAllowedByState("This has not begun yet. What happened is entered once it has.")
    if await tx.session.scalar(select(Outcome.id).where(Outcome.occasion_id == occasion.id)):
        raise NotAllowedByState("What happened is entered already. Correct that entry instead.")
    hearing = await _hearing(tx, occasion)
    numbers, words = _checked(facts, occasion, hearing, None, legal=legal)
    outcome = Outcome(
        id=new_id(), case_id=case.id, occasion_id=occasion.id, recorded_at=tx.now, recorded_by_id=tx.person_id,
        revision=0, **numbers,
    )  # fmt: skip
    tx.session.add(outcome)
    await tx.session.flush()
    if any(words.values()):
        await _say(tx, case, outcome, None, words)
    tx.record(
        "outcome.recorded", outcome, case=case, after=numbers, about=[occasion.id],
        fields=[name for name, text in words.items() if text],
    )  # fmt: skip
    return outcome


async def correct_outcome(tx: Transaction, outcome_id: UUID, facts: OutcomeFacts, *, expected_revision: int) -> Outcome:
    """Say what is known of how a date went now, all of it; what stood there before stays in the trail. Changed
    words are no longer cleared. Raises :class:`Invalid`, :class:`ChangedMeanwhile`, :class:`NotPermitted`.
    """
    outcome, case = await access.record_for(tx, Outcome, outcome_id, Act.RECORD_OUTCOME)
    tx.expect(outcome, expected_revision)
    occasion = await tx.session.get_one(Occasion, outcome.occasion_id)
    legal = await _permit(tx, case, occasion)
    hearing = await _hearing(tx, occasion)
    numbers, words = _checked(facts, occasion, hearing, outcome.result, legal=legal)
    before = {name: getattr(outcome, name) for name in numbers}
    for name, value in numbers.items():
        setattr(outcome, name, value)
    written = await _words(tx, outcome) if legal else None
    was: dict[str, str | None] = dict.fromkeys(words)
    if written is not None:
        await tx.unlock([getattr(written, name) for name in WORDS_SEALED])
        was = {name: tx.open(written, name) for name in WORDS_SEALED}
    # An advocate leaves alone what they may not read.
    different = {name: (was[name], words[name]) for name in words if was[name] != words[name]} if legal else {}
    if different:
        await _say(tx, case, outcome, written, words)
    await tx.session.flush()
    tx.record(
        "outcome.corrected", outcome, case=case, before=before, after=numbers, restricted=different,
        key_id=case.vault_key_id,
    )  # fmt: skip
    return outcome


async def clear_outcome_words(tx: Transaction, outcome_id: UUID, *, cleared: bool, expected_revision: int) -> Outcome:
    """Counsel lets advocates read what was said in open court and where the press wrote of it, or no longer. Raises
    :class:`ChangedMeanwhile`, :class:`NotAllowedByState`.
    """
    outcome, case = await access.record_for(tx, Outcome, outcome_id, Act.CLEAR_OUTCOME_WORDS)
    tx.expect(outcome, expected_revision)
    written = await _words(tx, outcome)
    if written is None or all(getattr(written, name) is None for name in WORDS_SEALED):
        raise NotAllowedByState("No words are written down here.")
    if cleared is (written.cleared_at is not None):
        raise NotAllowedByState(
            "Advocates may read these words already." if cleared else "Advocates do not see these words."
        )
    written.cleared_at, written.cleared_by_id = (tx.now, tx.person_id) if cleared else (None, None)
    await tx.session.flush()
    tx.record("outcome.words_cleared" if cleared else "outcome.words_kept", outcome, case=case)
    return outcome


async def _permit(tx: Transaction, case: Case, occasion: Occasion) -> bool:
    """Whether they are of the legal team; others enter what happened at actions alone. Raises :class:`NotPermitted`."""
    seat = (await access.seats(tx, [case.id])).get(case.id)
    legal = seat is None or seat.legal
    if not legal and occasion.kind in WITH_RESULT:
        raise NotPermitted
    return legal


async def _hearing(tx: Transaction, occasion: Occasion) -> Hearing | None:
    found: Hearing | None = await tx.session.scalar(select(Hearing).where(Hearing.occasion_id == occasion.id))
    return found


async def _words(tx: Transaction, outcome: Outcome) -> OutcomeWords | None:
    of_it = select(OutcomeWords).where(OutcomeWords.outcome_id == outcome.id).with_for_update()
    found: OutcomeWords | None = await tx.session.scalar(of_it)
    return found


async def _say(
    tx: Transaction, case: Case, outcome: Outcome, written: OutcomeWords | None, words: dict[str, str | None]
) -> None:
    await tx.unlock([case.vault_key_id])
    if written is None:
        written = OutcomeWords(
            id=new_id(), case_id=case.id, outcome_id=outcome.id, occasion_id=outcome.occasion_id
        )  # fmt: skip
        tx.session.add(written)
    for name, text in words.items():
        setattr(written, name, tx.seal(OutcomeWords, written.id, name, case.vault_key_id, text))
    # Counsel cleared other words.
    written.cleared_at = written.cleared_by_id = None
    await tx.session.flush()


def _checked(
    facts: OutcomeFacts, occasion: Occasion, hearing: Hearing | None, kept: OutcomeResult | None, *, legal: bool
) -> tuple[dict[str, Any], dict[str, str | None]]:
    """Its open columns, and what is sealed. Raises :class:`Invalid`."""
    for name in _NUMBERS:
        number = getattr(facts, name)
        if number is not None and not 0 <= number <= MOST:
            raise Invalid(name, "Give a number of 0 to {most}, or nothing if nobody counted.", most=MOST)
    if facts.result is not None and facts.result is not kept:
        if occasion.kind not in WITH_RESULT:
            raise Invalid("result", "An action has no result of its own. Enter the result at the hearing it was for.")
        if hearing is not None and hearing.outcome not in (None, HearingOutcome.OTHER):
            raise Invalid("result", "The report of this hearing says what came of it. Correct the report instead.")
    words = {"said": _said(facts, occasion, hearing), "press_links": _links(facts.press_links)}
    if not legal and any(words.values()):
        name = "said" if words["said"] else "pressLinks"
        raise Invalid(name, "Only the legal team writes this down: it may hold a name. Give the numbers.")
    numbers = {name: getattr(facts, name) for name in _NUMBERS} | {"result": facts.result}
    if all(value is None for value in (*numbers.values(), *words.values())) and (
        hearing is None or hearing.outcome is None
    ):
        raise Invalid("", "Enter at least one thing that happened.")
    return numbers, words


def _said(facts: OutcomeFacts, occasion: Occasion, hearing: Hearing | None) -> str | None:
    said = (facts.said or "").strip() or None
    if said is None:
        return None
    if occasion.kind not in WITH_RESULT:
        raise Invalid("said", "Only at a hearing or a check-in does a judge or an agency say something.")
    if hearing is not None and hearing.closed_to_public:
        raise Invalid("said", "This hearing was closed: nothing in it was said in open court.")
    if len(said) > _LONGEST:
        raise Invalid("said", "That is longer than {most} letters. Say it shorter.", most=_LONGEST)
    if _ATTACHED.search(said):
        raise Invalid("said", "Write what was said, in words. No recording, picture or link belongs here.")
    if not facts.from_notes:
        raise Invalid("fromNotes", "Confirm that it was said in open court and that you have it from notes.")
    return said


def _links(links: tuple[str, ...]) -> str | None:
    found = list(dict.fromkeys(link.strip() for link in links if link.strip()))
    if len(found) > MOST_LINKS:
        raise Invalid("pressLinks", "One entry takes {most} links. Keep the most important ones.", most=MOST_LINKS)
    for link in found:
        if not _published(link):
            raise Invalid(
                "pressLinks",
                "Give the whole address of a published piece; it begins with https:// and has no ? or # in it.",
            )
    return "\n".join(found) or None


def _published(link: str) -> bool:
    """The public address of a page: no password, no port, no computer by its number, nothing that follows a reader."""
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (
        parts.scheme == "https"
        and port is None
        and "@" not in parts.netloc
        and "?" not in link
        and "#" not in link
        and len(link) <= 500
        and not re.search(r"\s", link)
        and re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", host) is not None
    )


__all__ = ["OutcomeFacts", "clear_outcome_words", "correct_outcome", "record_outcome"]
