"""Which records an act touched: told after its commit, by kind and id alone (:mod:`casework.news`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from casework.news import NewsKind, Touched
from schema.cases import Case
from schema.notices import Notice
from schema.occasions import Occasion
from schema.organizations import Membership
from schema.sign_ins import Session as SignIn
from schema.tasks import Task
from schema.teams import TeamMember
from schema.walls import ConflictWall

_KINDS: dict[type[Any], NewsKind] = {
    Case: NewsKind.CASE,
    Occasion: NewsKind.OCCASION,
    Notice: NewsKind.NOTICE,
    Task: NewsKind.TASK,
}
#: With these, what somebody sees changes, or whether they see anything.
_STANDINGS = (Membership, SignIn, TeamMember, ConflictWall)


def touched_by(row: Any) -> Iterator[Touched]:
    """What somebody sees differently when this row changed: itself, its case, its occasion, where a person stands."""
    if kind := _KINDS.get(type(row)):
        yield kind, row.id
    if case_id := getattr(row, "case_id", None):
        yield NewsKind.CASE, case_id
    if occasion_id := getattr(row, "occasion_id", None):
        yield NewsKind.OCCASION, occasion_id
    if isinstance(row, _STANDINGS) and row.person_id:
        yield NewsKind.STANDING, row.person_id


@event.listens_for(Session, "after_flush")
def _note(session: Session, _: UOWTransaction) -> None:
    touched: set[Touched] | None = session.info.get("touched")
    if touched is not None:
        for row in (*session.new, *session.dirty, *session.deleted):
            touched.update(touched_by(row))


__all__ = ["touched_by"]
