"""Invented cases in bulk, dealt out to the invented organizations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random

from sqlalchemy import select

from casework.invention.begun import Desk, Places
from casework.invention.case import Invention
from casework.invention.filling import Progress, Rows, connection_of, in_silence, unguarded
from casework.invention.founding import Invented
from casework.invention.identities import SEED, Ids
from casework.transaction import Transaction
from schema import reference
from schema.advocacy import AdvocacyAction
from schema.assignments import Assignment
from schema.base import Table, ids_from
from schema.cases import Case, Intake
from schema.consents import Consent
from schema.courts import Court
from schema.custody import CustodyStint
from schema.detainees import Detainee, DetaineeNumber, Identity, NameToken
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.notes import Note
from schema.notices import Notice
from schema.occasions import Occasion
from schema.proceedings import Proceeding
from schema.tasks import Task
from schema.teams import CaseReader, TeamMember
from schema.vault import VaultKey

#: The tables that invented cases fill.
FILLED: tuple[type[Table], ...] = (
    VaultKey, Detainee, Identity, DetaineeNumber, NameToken, Case, CaseReader, TeamMember, Intake, Proceeding,
    CustodyStint, Occasion, Hearing, Assignment, Consent, AdvocacyAction, Note, Task, Notice,
)  # fmt: skip

#: Cases sent to the database in one go, and drawn from one stretch of chance.
BATCH = 1_000


async def invent_cases(tx: Transaction, crowd: Sequence[Invented], cases: int, progress: Progress = in_silence) -> int:
    """Deal so many cases out to the organizations. Returns how many there are.

    The transaction is one of the owner's (:func:`casework.invention.filling.as_owner`).
    """
    courts = {court.code: court for court in await tx.session.scalars(select(Court))}
    facilities = {place.code: place for place in await tx.session.scalars(select(Facility))}
    places = Places(
        [courts[court.code] for court in reference.courts()],
        [facilities[place.code] for place in reference.facilities() if place.time_zone],
    )
    connection = await connection_of(tx)
    async with unguarded(connection, FILLED, progress):
        rows = Rows(connection)
        desks = [Desk(tx, of) for of in crowd]
        reach = list(accumulate(of.share for of in crowd))
        for batch, first in enumerate(range(0, cases, BATCH)):
            progress("cases", first, cases)
            last = min(first + BATCH, cases)
            chance, ids = Random(f"{SEED}/{batch}"), Ids(batch)  # noqa: S311 -- it must repeat itself
            with ids_from(ids):
                for number in range(first, last):
                    desk = chance.choices(desks, cum_weights=reach)[0]
                    Invention(tx, desk, places, rows, chance, number).write()
            await rows.send()
        progress("cases", cases, cases)
    return cases
