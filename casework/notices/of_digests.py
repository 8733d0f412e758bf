"""Letters of the morning: numbers that were counted when they were planned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import insert

from casework import letters
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.transaction import Transaction
from schema.base import new_id
from schema.invitations import Audience
from schema.notices import LetterKind, Notice, NoticeState
from schema.organizations import Membership, Organization, Role
from schema.people import Channel, Person


async def plan_digest(
    tx: Transaction,
    person_id: UUID,
    organization_id: UUID,
    due_at: datetime,
    useless_after: datetime,
    numbers: Mapping[str, int],
) -> bool:
    """Plan one person's letter of this morning, once; where nothing waits (no ``numbers``), that none goes. Whether it
    goes now.
    """
    why = None if numbers else "nothing_waits"
    planned = (
        insert(cast(Table, Notice.__table__))
        .values(
            id=new_id(), organization_id=organization_id, person_id=person_id, audience=Audience.COORDINATOR,
            channel=Channel.EMAIL, kind=LetterKind.DIGEST, due_at=due_at, useless_after=useless_after, sequence=0,
            before=dict(numbers) or None,
            state=NoticeState.PLANNED if numbers else NoticeState.SKIPPED,
            reason=why,
            settled_at=None if numbers else tx.now,
        )
        .on_conflict_do_nothing()
        .returning(Notice.id)
    )  # fmt: skip
    return await tx.session.scalar(planned) is not None and bool(numbers)


async def digest_letter(tx: Transaction, notice: Due, person: Person, public_url: str) -> Letter | None:
    """The numbers, and the page behind which each list stands. None for who no longer belongs there, or stopped it."""
    belongs = select(Membership.role).where(
        Membership.person_id == person.id,
        Membership.organization_id == notice.organization_id,
        Membership.stands(tx.now),
    )
    roles = set(await tx.session.scalars(belongs))
    if notice.before is None or person.morning_digest is False or not roles:
        return None
    organization = await tx.session.get_one(Organization, notice.organization_id)
    reader = Reader(audience=notice.audience, language=person.language, organization=organization.name)
    asked = Role.COORDINATOR not in roles
    return letters.compose_digest(reader, notice.before, page_url=public_url, asked=asked)
