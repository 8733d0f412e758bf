"""Consents end by themselves. Whoever looks after the case is told 14 days before, and counsel as well 3 days before,
so that the client can be asked again in time.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import Select, Text, cast, exists, func, select

from casework import tasks, times
from casework.language import Sentence
from casework.transaction import Transaction
from schema.assignments import STANDING, Assignment
from schema.cases import Case
from schema.consents import Consent, ConsentState, Purpose
from schema.people import Person
from schema.tasks import Task

#: How many days before, the furthest first.
WARNED = (14, 3)
#: Under which key a warning is raised, once each.
UNDER = "consent_ends:{case}:{ends}:{days}"
_FOR: dict[Purpose, Sentence] = {
    Purpose.SEEK_COUNSEL: Sentence("to seek counsel"),
    Purpose.TELL_OFFICIALS: Sentence("to tell officials"),
    Purpose.FILL_COURTROOM: Sentence("to fill the courtroom"),
    Purpose.PRESS: Sentence("to tell the press"),
    Purpose.ACCOMPANY: Sentence("to be accompanied"),
}


async def warn_of_ends(tx: Transaction, *, limit: int = 200) -> int:
    """Raise a task before consents end. As the system actor HOUSEKEEPING. Returns how many were raised."""
    raised = 0
    for days, sooner in zip(WARNED, (*WARNED[1:], 0), strict=True):
        together: dict[tuple[UUID, datetime], set[Purpose]] = defaultdict(set)
        for case_id, ends_at, purpose in await tx.session.execute(_ending(tx, days, sooner).limit(limit)):
            together[case_id, ends_at].add(purpose)
        for (case_id, ends_at), purposes in together.items():
            case = await tx.session.get_one(Case, case_id)
            raised += await _warn(tx, case, ends_at, sorted(purposes), days)
    return raised


def _ending(tx: Transaction, days: int, sooner: int) -> Select[UUID, datetime, Purpose]:
    """What ends within so many days, and not ``sooner``, and nobody was told of for it."""
    key = func.concat(
        "consent_ends:", cast(Consent.case_id, Text), ":",
        func.to_char(func.timezone("UTC", Consent.expires_at), "YYYY-MM-DD"), f":{days}",
    )  # fmt: skip
    return (
        select(Consent.case_id, Consent.expires_at, Consent.purpose)
        .join(Case, Case.id == Consent.case_id)
        .where(
            Consent.state == ConsentState.STANDING,
            Consent.expires_at > tx.now + timedelta(days=sooner),
            Consent.expires_at <= tx.now + timedelta(days=days),
            Case.closed_at.is_(None),
            Case.merged_into_id.is_(None),
            ~exists().where(Task.raised_key == key),
        )
        .order_by(Consent.expires_at, Consent.case_id, Consent.id)
    )


async def _warn(tx: Transaction, case: Case, ends_at: datetime, purposes: list[Purpose], days: int) -> int:
    last = (ends_at - timedelta(days=1)).date() if ends_at.hour else ends_at.date()
    title = Sentence(
        "The client's consent {for_what} ends on {day}. Ask the client again.",
        for_what=partial(_named, purposes),
        day=partial(times.day, last, beside=tx.now.date()),
    )
    key = UNDER.format(case=case.id, ends=ends_at.date().isoformat(), days=days)
    made = [await tasks.raise_once(tx, case, key, title, ends_at)]
    if days == WARNED[-1]:
        counsel = select(Assignment.attorney_id).where(
            Assignment.case_id == case.id, Assignment.state.in_(list(STANDING))
        )
        for attorney_id in list(await tx.session.scalars(counsel.order_by(Assignment.id))):
            if attorney_id != case.coordinator_id:
                person = await tx.session.get_one(Person, attorney_id)
                made.append(await tasks.raise_for(tx, case, person, f"{key}:{attorney_id}", title, ends_at))
    return sum(task is not None for task in made)


def _named(purposes: list[Purpose], language: str) -> str:
    return ", ".join(_FOR[purpose].said(language) for purpose in purposes)


__all__ = ["UNDER", "WARNED", "warn_of_ends"]
