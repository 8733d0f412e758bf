"""Incidents: what was done to a client that may have violated a right, and what is asked about it.

Somebody saw the door broken in; Ana writes down what, where and when, who saw it, and where the video lies. Luis keeps
another one for counsel's eyes. To each hangs what follows: a records request to the agency, a letter that evidence be
preserved, a complaint, and until when an answer is owed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select

from casework import access, connecticut, tasks, times
from casework.access import Act
from casework.closing import refuse_closed
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState
from casework.times import WallTime
from casework.transaction import Transaction
from schema.base import new_id
from schema.cases import Case
from schema.incidents import (
    INCIDENT_SEALED,
    FollowUpKind,
    FollowUpState,
    Incident,
    IncidentFollowUp,
    IncidentKind,
    IncidentReaders,
)
from schema.tasks import Task

#: The longest that people may type into one field.
_LONGEST = 8_000


@dataclass(frozen=True, kw_only=True)
class IncidentFacts:
    """What is known of an incident. ``happened_at`` is wall time in ``time_zone``; ``occurrence`` says which is
    meant when it occurs twice.
    """

    kind: IncidentKind
    what: str
    happened_at: WallTime
    time_zone: str = connecticut.ZONE
    hour_known: bool = True
    place: str | None = None
    #: A state courthouse, by its line in the list.
    state_court: str | None = None
    witnesses: str | None = None
    evidence: str | None = None
    seen_by: IncidentReaders = IncidentReaders.LEGAL_TEAM
    occurrence: int | None = None


async def record_incident(tx: Transaction, case_id: UUID, facts: IncidentFacts) -> Incident:
    """Record an incident, for the legal team or for counsel alone. Raises :class:`Invalid`,
    :class:`NotAllowedByState`, and :class:`NotPermitted` where only counsel may keep it.
    """
    counsel = facts.seen_by is IncidentReaders.COUNSEL
    case = await access.case_for(tx, case_id, Act.RECORD_INCIDENT_FOR_COUNSEL if counsel else Act.RECORD_INCIDENT)
    refuse_closed(case)
    open_facts, sealed = _checked(tx, facts)
    incident = Incident(id=new_id(), case_id=case.id, recorded_by_id=tx.person_id, revision=0, **open_facts)
    await _seal(tx, case, incident, sealed)
    tx.session.add(incident)
    await tx.session.flush()
    tx.record(
        "incident.recorded", incident, case=case, after=_told(open_facts),
        fields=[name for name, words in sealed.items() if words],
    )  # fmt: skip
    return incident


async def correct_incident(
    tx: Transaction, incident_id: UUID, facts: IncidentFacts, *, expected_revision: int
) -> Incident:
    """Say what is known of an incident now, all of it, and who may see it. Raises :class:`Invalid`,
    :class:`ChangedMeanwhile`, :class:`NotPermitted`.
    """
    incident, case = await access.record_for(tx, Incident, incident_id, Act.RECORD_INCIDENT)
    if facts.seen_by is IncidentReaders.COUNSEL:
        await access.case_for(tx, case.id, Act.RECORD_INCIDENT_FOR_COUNSEL)
    tx.expect(incident, expected_revision)
    refuse_closed(case)
    open_facts, sealed = _checked(tx, facts)
    was_open = {name: getattr(incident, name) for name in open_facts}
    await tx.unlock([getattr(incident, name) for name in INCIDENT_SEALED])
    was = {name: tx.open(incident, name) for name in sealed}
    for name, value in open_facts.items():
        setattr(incident, name, value)
    await _seal(tx, case, incident, sealed)
    await tx.session.flush()
    tx.record(
        "incident.corrected", incident, case=case, before=_told(was_open), after=_told(open_facts),
        **_changed(case, was_open, open_facts, {name: (was[name], words) for name, words in sealed.items()}),
    )  # fmt: skip
    if incident.seen_by is IncidentReaders.COUNSEL:
        # Others of the legal team would see from the task that there is something.
        for follow_up in await _follow_ups(tx, incident):
            await _end_task(tx, case, follow_up)
    return incident


async def conclude_incident(tx: Transaction, incident_id: UUID, outcome: str, *, expected_revision: int) -> Incident:
    """Record how an incident ended. Raises :class:`Invalid`, :class:`NotAllowedByState` while an answer is awaited."""
    incident, case = await access.record_for(tx, Incident, incident_id, Act.RECORD_INCIDENT)
    tx.expect(incident, expected_revision)
    if incident.ended_at is not None:
        raise NotAllowedByState("How this ended is recorded already.")
    words = _words("outcome", outcome)
    if words is None:
        raise Invalid("outcome", "Say how it ended.")
    if any(one.state is FollowUpState.WAITING for one in await _follow_ups(tx, incident)):
        raise NotAllowedByState("An answer about this is still awaited. Record it, or that it was withdrawn, first.")
    await tx.unlock([case.vault_key_id])
    incident.outcome = tx.seal(Incident, incident.id, "outcome", case.vault_key_id, words)
    incident.ended_at = tx.now
    await tx.session.flush()
    tx.record("incident.concluded", incident, case=case, fields=["outcome"])
    return incident


async def follow_up_incident(
    tx: Transaction,
    incident_id: UUID,
    *,
    kind: FollowUpKind,
    to_whom: str,
    sent_on: date,
    due_on: date | None = None,
) -> IncidentFollowUp:
    """Record what was asked about an incident, of whom, and until when an answer is owed. Then there is a task for that
    day, unless the incident is kept for counsel. Raises :class:`Invalid`, :class:`NotAllowedByState`.
    """
    incident, case = await access.record_for(tx, Incident, incident_id, Act.RECORD_INCIDENT)
    refuse_closed(case)
    if incident.ended_at is not None:
        raise NotAllowedByState("How this ended is recorded already.")
    whom = _words("toWhom", to_whom)
    if whom is None:
        raise Invalid("toWhom", "Say to whom it went.")
    if sent_on > connecticut.day_of(tx.now):
        raise Invalid("sentOn", "That day has not come yet.")
    if sent_on < connecticut.day_of(incident.happened_at):
        raise Invalid("sentOn", "Nothing can have been asked about it before it happened.")
    if due_on and due_on < sent_on:
        raise Invalid("dueOn", "An answer can't be due before it was asked for.")
    await tx.unlock([case.vault_key_id])
    follow_up = IncidentFollowUp(
        id=new_id(), case_id=case.id, incident_id=incident.id, kind=kind, sent_on=sent_on, due_on=due_on,
        state=FollowUpState.WAITING, recorded_by_id=tx.person_id, revision=0,
    )  # fmt: skip
    follow_up.to_whom = tx.seal(IncidentFollowUp, follow_up.id, "to_whom", case.vault_key_id, whom)
    tx.session.add(follow_up)
    await tx.session.flush()
    open_to_all = incident.seen_by is IncidentReaders.LEGAL_TEAM
    asked = {"kind": kind, "sent_on": sent_on.isoformat(), "due_on": due_on.isoformat() if due_on else None}
    tx.record(
        "incident.followed_up", follow_up, case=case, about=[incident.id], fields=["to_whom"],
        after=asked if open_to_all else None,
    )  # fmt: skip
    if due_on and open_to_all:
        await tasks.raise_once(
            tx,
            case,
            _task_key(follow_up),
            Sentence("An answer about an incident is due today: ask for it, or record what came."),
            times.instant(datetime.combine(due_on, time(9)), connecticut.ZONE, fold=0),
        )
    return follow_up


async def answer_follow_up(
    tx: Transaction,
    follow_up_id: UUID,
    *,
    state: FollowUpState,
    answered_on: date,
    answer: str | None = None,
    expected_revision: int,
) -> IncidentFollowUp:
    """Record that a request was answered, refused, or taken back. Raises :class:`Invalid`,
    :class:`ChangedMeanwhile`, :class:`NotAllowedByState`.
    """
    follow_up, case = await access.record_for(tx, IncidentFollowUp, follow_up_id, Act.RECORD_INCIDENT)
    tx.expect(follow_up, expected_revision)
    if follow_up.state is not FollowUpState.WAITING:
        raise NotAllowedByState("What became of this is recorded already.")
    if state is FollowUpState.WAITING:
        raise Invalid("state", "Say whether it was answered, refused, or withdrawn.")
    if answered_on > connecticut.day_of(tx.now):
        raise Invalid("answeredOn", "That day has not come yet.")
    if answered_on < follow_up.sent_on:
        raise Invalid("answeredOn", "It can't have been answered before it was sent.")
    words = _words("answer", answer)
    incident = await tx.session.get_one(Incident, follow_up.incident_id)
    await tx.unlock([case.vault_key_id])
    follow_up.state, follow_up.answered_on = state, answered_on
    follow_up.answer = tx.seal(IncidentFollowUp, follow_up.id, "answer", case.vault_key_id, words)
    await tx.session.flush()
    tx.record(
        "incident.follow_up_answered", follow_up, case=case, about=[incident.id], fields=["answer"] if words else [],
        after={"state": state, "answered_on": answered_on.isoformat()}
        if incident.seen_by is IncidentReaders.LEGAL_TEAM
        else None,
    )  # fmt: skip
    await _end_task(tx, case, follow_up)
    return follow_up


async def _follow_ups(tx: Transaction, incident: Incident) -> list[IncidentFollowUp]:
    of_it = select(IncidentFollowUp).where(IncidentFollowUp.incident_id == incident.id).order_by(IncidentFollowUp.id)
    return list(await tx.session.scalars(of_it))


def _task_key(follow_up: IncidentFollowUp) -> str:
    return f"incident_answer:{follow_up.id}:due"


async def _end_task(tx: Transaction, case: Case, follow_up: IncidentFollowUp) -> None:
    """Nobody has to ask for the answer any more."""
    raised = select(Task).where(Task.raised_key == _task_key(follow_up), Task.done_at.is_(None)).with_for_update()
    task = await tx.session.scalar(raised)
    if task is not None:
        task.done_at, task.done_by_id = tx.now, tx.person_id
        task.revision += 1
        await tx.session.flush()
        tx.record("task.completed", task, case=case)


def _checked(tx: Transaction, facts: IncidentFacts) -> tuple[dict[str, Any], dict[str, str | None]]:
    """Its open columns, and what is sealed. Raises :class:`Invalid`."""
    # Of a day alone, either will do.
    fold = times.fold_of(facts.occurrence) if facts.hour_known else 0
    happened_at = times.instant(facts.happened_at, facts.time_zone, fold=fold)
    day = times.local_day(happened_at, facts.time_zone)
    ahead = happened_at > tx.now if facts.hour_known else day > times.local_day(tx.now, facts.time_zone)
    if ahead:
        raise Invalid("happenedAt", "That has not happened yet. Check the day and the hour.")
    court = connecticut.court_chosen(facts.state_court) if facts.state_court and facts.state_court.strip() else None
    if court is None and facts.state_court and facts.state_court.strip():
        raise Invalid("stateCourt", "That state courthouse is not in the list. Choose one, or type the place instead.")
    sealed = {
        "what": _words("what", facts.what),
        "place": _words("place", facts.place),
        "witnesses": _words("witnesses", facts.witnesses),
        "evidence": _words("evidence", facts.evidence),
    }
    if sealed["what"] is None:
        raise Invalid("what", "Say what happened.")
    return {
        "kind": facts.kind, "seen_by": facts.seen_by, "happened_at": happened_at, "time_zone": facts.time_zone,
        "hour_known": facts.hour_known, "state_court": court.code if court else None,
    }, sealed  # fmt: skip


def _words(name: str, said: str | None) -> str | None:
    found = said.strip() or None if said else None
    if found and len(found) > _LONGEST:
        raise Invalid(name, "That is longer than {most} letters. Say it shorter.", most=_LONGEST)
    return found


async def _seal(tx: Transaction, case: Case, incident: Incident, sealed: dict[str, str | None]) -> None:
    await tx.unlock([case.vault_key_id])
    for name, words in sealed.items():
        setattr(incident, name, tx.seal(Incident, incident.id, name, case.vault_key_id, words))


def _told(open_facts: dict[str, Any]) -> dict[str, Any]:
    """What the trail says of it: neither the hour nor the courthouse, which are restricted. Others of the legal team
    read the trail as well: of what is kept for counsel it says no more than that.
    """
    told = {"seen_by": open_facts["seen_by"]}
    return told if _for_counsel(open_facts) else {**told, "kind": open_facts["kind"]}


def _for_counsel(open_facts: dict[str, Any]) -> bool:
    return open_facts["seen_by"] is IncidentReaders.COUNSEL


def _changed(
    case: Case, before: dict[str, Any], after: dict[str, Any], words: dict[str, tuple[str | None, str | None]]
) -> dict[str, Any]:
    """Which words are different, and what they were, unless that was or is kept for counsel."""
    different = {name: pair for name, pair in words.items() if pair[0] != pair[1]}
    if _for_counsel(before) or _for_counsel(after):
        return {"fields": different}
    return {"restricted": different, "key_id": case.vault_key_id}


__all__ = [
    "IncidentFacts",
    "answer_follow_up",
    "conclude_incident",
    "correct_incident",
    "follow_up_incident",
    "record_incident",
]
