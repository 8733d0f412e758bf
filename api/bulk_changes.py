"""Mutations on many cases at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import strawberry

from api import nodes
from api.cases import shown
from api.context import Info
from api.nodes import global_id
from api.refusals import Refused, verb
from api.types.cases import Case
from casework import bulk_changes
from casework.access import Act
from casework.bulk_changes import CaseChange, Changed, NotChanged
from schema.cases import Priority, Stage


@strawberry.input(description="What to change of one case. What is left out stays as it is.")
class CaseChangeInput:
    case_id: strawberry.ID
    expected_revision: int | None = strawberry.field(
        default=None, description="As it was when it was read. Null: whatever it says now."
    )
    stage: Stage | None = None
    priority: Priority | None = None
    coordinator_id: strawberry.ID | None = None
    nobody: bool = strawberry.field(default=False, description="Nobody looks after it any more.")
    add_tags: list[str] | None = None
    remove_tags: list[str] | None = None


@strawberry.input
class UpdateCasesInput:
    changes: list[CaseChangeInput]


@strawberry.type(description="The change that takes another back.")
class CaseChangeBack:
    case_id: strawberry.ID
    expected_revision: int
    stage: Stage | None
    priority: Priority | None
    coordinator_id: strawberry.ID | None
    nobody: bool
    add_tags: list[str]
    remove_tags: list[str]

    @classmethod
    def of(cls, back: CaseChange) -> CaseChangeBack:
        return cls(
            case_id=strawberry.ID(global_id("Case", back.case_id)),
            expected_revision=back.expected_revision or 0,
            stage=back.stage,
            priority=back.priority,
            coordinator_id=strawberry.ID(global_id("Person", back.coordinator_id)) if back.coordinator_id else None,
            nobody=back.nobody,
            add_tags=list(back.add_tags),
            remove_tags=list(back.remove_tags),
        )


@strawberry.type(description="A case that was changed.")
class ChangedCase:
    case: Case
    back: CaseChangeBack | None = strawberry.field(description="Null: it said so already.")


@strawberry.type(description="A case that stayed as it was.")
class NotChangedCase:
    case_id: strawberry.ID
    message: str = strawberry.field(description="Why, in words a person can act on.")


@strawberry.type
class UpdateCasesPayload:
    changed: list[ChangedCase]
    not_changed: list[NotChangedCase]


UpdateCasesResult = Annotated[UpdateCasesPayload | Refused, strawberry.union("UpdateCasesResult")]


@strawberry.type
class BulkChangeMutations:
    @verb(
        "Change many cases at once. Each is changed or refused by itself; where none can be, it is refused.",
        Act.UPDATE_CASE,
    )
    async def update_cases(self, info: Info, input: UpdateCasesInput) -> UpdateCasesResult:
        asked = [_asked(one) for one in input.changes]
        async with info.context.transaction() as tx:
            done, refused = await bulk_changes.update_cases(tx, asked)
        return await _told(info, done, refused)


def _asked(one: CaseChangeInput) -> CaseChange:
    return CaseChange(
        case_id=nodes.key("Case", one.case_id),
        expected_revision=one.expected_revision,
        stage=one.stage,
        priority=one.priority,
        coordinator_id=nodes.optional_key("Person", one.coordinator_id),
        nobody=one.nobody,
        add_tags=tuple(one.add_tags or ()),
        remove_tags=tuple(one.remove_tags or ()),
    )


async def _told(info: Info, done: Sequence[Changed], refused: Sequence[NotChanged]) -> UpdateCasesPayload:
    language = await info.context.spoken()
    return UpdateCasesPayload(
        changed=[
            ChangedCase(
                case=await shown(info, one.case.id), back=CaseChangeBack.of(one.back) if one.back.changes else None
            )
            for one in done
        ],
        not_changed=[
            NotChangedCase(case_id=strawberry.ID(global_id("Case", one.case_id)), message=one.refusal.said(language))
            for one in refused
        ],
    )
