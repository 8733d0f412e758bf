"""Mutations on saved views of the board."""

from __future__ import annotations

from typing import Annotated, TypedDict

import strawberry

from api import nodes
from api.context import Info
from api.refusals import Refused, verb
from api.types.board import SavedView
from api.types.people import Organization, organization
from casework import saved_views
from casework.access import Act
from schema import saved_views as rows


@strawberry.input
class SaveViewInput:
    organization_id: strawberry.ID
    name: str
    address: str
    #: None: a new one.
    view_id: strawberry.ID | None = None
    expected_revision: int | None = None


@strawberry.input
class ShareViewInput:
    view_id: strawberry.ID
    shared: bool
    expected_revision: int


@strawberry.input
class RemoveViewInput:
    view_id: strawberry.ID
    expected_revision: int


@strawberry.input
class PutBackViewInput:
    view_id: strawberry.ID
    expected_revision: int


@strawberry.input
class MarkViewInput:
    view_id: strawberry.ID
    favourite: bool | None = None
    opens_with: bool | None = None


@strawberry.type
class SaveViewPayload:
    saved_view: SavedView
    organization: Organization


SaveViewResult = Annotated[SaveViewPayload | Refused, strawberry.union("SaveViewResult")]


@strawberry.type
class ShareViewPayload:
    saved_view: SavedView
    organization: Organization


ShareViewResult = Annotated[ShareViewPayload | Refused, strawberry.union("ShareViewResult")]


@strawberry.type
class RemoveViewPayload:
    saved_view: SavedView
    organization: Organization


RemoveViewResult = Annotated[RemoveViewPayload | Refused, strawberry.union("RemoveViewResult")]


@strawberry.type
class PutBackViewPayload:
    saved_view: SavedView
    organization: Organization


PutBackViewResult = Annotated[PutBackViewPayload | Refused, strawberry.union("PutBackViewResult")]


@strawberry.type
class MarkViewPayload:
    saved_view: SavedView
    organization: Organization


MarkViewResult = Annotated[MarkViewPayload | Refused, strawberry.union("MarkViewResult")]


class _Told(TypedDict):
    saved_view: SavedView
    organization: Organization


async def _told(info: Info, row: rows.SavedView) -> _Told:
    """The view as it stands after the act, and all of its organization."""
    found = await info.context.row(rows.SavedView, row.id)
    of = await organization(info, row.organization_id)
    if found is None or of is None:
        raise LookupError("The view is out of sight after the act.")
    return {"saved_view": SavedView.of(found), "organization": of}


@strawberry.type
class SavedViewMutations:
    @verb("Keep a view of the board under a name, or save one's own as it is now.")
    async def save_view(self, info: Info, input: SaveViewInput) -> SaveViewResult:
        async with info.context.transaction() as tx:
            row = await saved_views.save_view(
                tx,
                nodes.key("Organization", input.organization_id),
                name=input.name,
                address=input.address,
                view_id=nodes.optional_key("SavedView", input.view_id),
                expected_revision=input.expected_revision,
            )
        return SaveViewPayload(**await _told(info, row))

    @verb("Let everybody in the organization have a view of one's own, or keep it to oneself again.")
    async def share_view(self, info: Info, input: ShareViewInput) -> ShareViewResult:
        async with info.context.transaction() as tx:
            row = await saved_views.share_view(
                tx,
                nodes.key("SavedView", input.view_id),
                shared=input.shared,
                expected_revision=input.expected_revision,
            )
        return ShareViewPayload(**await _told(info, row))

    @verb("Take a view away. It can be put back.", Act.SAVE_VIEW)
    async def remove_view(self, info: Info, input: RemoveViewInput) -> RemoveViewResult:
        async with info.context.transaction() as tx:
            row = await saved_views.remove_view(
                tx, nodes.key("SavedView", input.view_id), expected_revision=input.expected_revision
            )
        return RemoveViewPayload(**await _told(info, row))

    @verb("Put back a view that was taken away.", Act.SAVE_VIEW)
    async def put_back_view(self, info: Info, input: PutBackViewInput) -> PutBackViewResult:
        async with info.context.transaction() as tx:
            row = await saved_views.put_back_view(
                tx, nodes.key("SavedView", input.view_id), expected_revision=input.expected_revision
            )
        return PutBackViewPayload(**await _told(info, row))

    @verb("Make a view a favourite of one's own, or what one's own board opens with, or no longer.", Act.SAVE_VIEW)
    async def mark_view(self, info: Info, input: MarkViewInput) -> MarkViewResult:
        async with info.context.transaction() as tx:
            row = await saved_views.mark_view(
                tx,
                nodes.key("SavedView", input.view_id),
                favourite=input.favourite,
                opens_with=input.opens_with,
            )
        return MarkViewPayload(**await _told(info, row))
