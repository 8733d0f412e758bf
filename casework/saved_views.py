"""Saved views: how somebody looks at the board, kept under a name, and shared with their organization if they like.

A view holds what the board's address says, and never what was searched for: people search for names, and a shared view
would tell a client's to everybody in the organization, whoever they may see.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qsl
from uuid import UUID

from sqlalchemy import func, select, update

from casework import access
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotPermitted
from casework.transaction import Transaction
from schema.base import new_id
from schema.organizations import Role
from schema.saved_views import SavedView, ViewMark

_NAME, _ADDRESS, _MOST = 60, 1_000, 100
#: Closed words, numbers, ids and lists of them: nothing in which somebody could write a name.
_WORDS = re.compile(r"[A-Z_]{1,40}|[a-z]{1,20}(,[a-zA-Z]{1,20}){0,30}|\d{1,4}|true")
_ID = re.compile(r"[A-Za-z0-9_-]{8,100}")
_TAG = re.compile(r"[^\n]{1,80}")
#: What the board's address may say in a view (``frontend/src/app/search.ts`` reads it).
_SAID: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(
        (
            "stage", "counsel", "within", "need", "priority", "status", "order", "reversed", "group", "layout",
            "columns", "density",
        ),
        _WORDS,
    ),
    "coordinator": _ID,
    "facility": _ID,
    "tag": _TAG,
}  # fmt: skip


async def save_view(
    tx: Transaction,
    organization_id: UUID,
    *,
    name: str,
    address: str,
    view_id: UUID | None = None,
    expected_revision: int | None = None,
) -> SavedView:
    """Keep a view of the board, or save one's own as it is now: its name and what it shows. Raises :class:`Invalid`,
    :class:`ChangedMeanwhile`.
    """
    await access.permit_in_organization(tx, organization_id, Act.SAVE_VIEW)
    name = " ".join(name.split())
    if not 1 <= len(name) <= _NAME:
        raise Invalid("name", "Give the view a name of at most {most} letters.", most=_NAME)
    said = _checked(address)
    person_id = tx.somebody
    mine = (
        SavedView.organization_id == organization_id,
        SavedView.person_id == person_id,
        SavedView.removed_at.is_(None),
    )
    if view_id is None:
        if (await tx.session.scalar(select(func.count()).where(*mine)) or 0) >= _MOST:
            raise Invalid("name", "You have {most} views. Take one away first.", most=_MOST)
        found = SavedView(id=new_id(), organization_id=organization_id, person_id=person_id, name=name, address=said)
    else:
        found = await _mine(tx, view_id)
        if found.organization_id != organization_id:
            raise Invalid("viewId", "This view is another organization's.")
        tx.expect(found, found.revision if expected_revision is None else expected_revision)
    await _refuse_same_name(tx, found, name)
    found.name, found.address = name, said
    tx.session.add(found)
    await tx.session.flush()
    tx.record("saved_view.saved", found)
    return found


async def share_view(tx: Transaction, view_id: UUID, *, shared: bool, expected_revision: int) -> SavedView:
    """Let everybody in the organization have a view, or keep it to oneself again."""
    found = await _mine(tx, view_id, Act.SHARE_VIEW)
    tx.expect(found, expected_revision)
    found.shared_at = tx.now if shared else None
    await tx.session.flush()
    tx.record("saved_view.shared" if shared else "saved_view.kept_to_oneself", found)
    return found


async def remove_view(tx: Transaction, view_id: UUID, *, expected_revision: int) -> SavedView:
    """Take a view away, one's own or, as an admin, one that is shared. It can be put back. Raises
    :class:`NotAllowedByState`.
    """
    found = await _known(tx, view_id, Act.SAVE_VIEW)
    await _refuse_strangers(tx, found)
    tx.expect(found, expected_revision)
    if found.removed_at is not None:
        raise NotAllowedByState("This view was taken away already.")
    found.removed_at = tx.now
    await tx.session.flush()
    tx.record("saved_view.removed", found)
    return found


async def put_back_view(tx: Transaction, view_id: UUID, *, expected_revision: int) -> SavedView:
    """Put back a view that was taken away. Raises :class:`NotAllowedByState`."""
    found = await _known(tx, view_id, Act.SAVE_VIEW)
    await _refuse_strangers(tx, found)
    tx.expect(found, expected_revision)
    if found.removed_at is None:
        raise NotAllowedByState("This view is there.")
    await _refuse_same_name(tx, found, found.name)
    found.removed_at = None
    await tx.session.flush()
    tx.record("saved_view.put_back", found)
    return found


async def mark_view(
    tx: Transaction, view_id: UUID, *, favourite: bool | None = None, opens_with: bool | None = None
) -> SavedView:
    """Make a view one of one's favourites, or the one the board opens with, or take that back. It is one's own mark:
    nobody else's board changes.
    """
    found = await _known(tx, view_id, Act.SAVE_VIEW)
    if found.removed_at is not None:
        raise NotAllowedByState("This view was taken away already.")
    mine = (ViewMark.organization_id == found.organization_id, ViewMark.person_id == tx.somebody)
    mark = await tx.session.scalar(select(ViewMark).where(*mine, ViewMark.view_id == found.id).with_for_update())
    if opens_with:
        # The board opens with one: the other makes way before this one takes its place.
        await tx.session.execute(update(ViewMark).where(*mine, ViewMark.opens_with).values(opens_with=False))
    if mark is None:
        mark = ViewMark(
            id=new_id(), organization_id=found.organization_id, view_id=found.id, person_id=tx.somebody,
            favourite=False, opens_with=False,
        )  # fmt: skip
        tx.session.add(mark)
    if favourite is not None:
        mark.favourite = favourite
    if opens_with is not None:
        mark.opens_with = opens_with
    await tx.session.flush()
    tx.record("saved_view.marked", found, after={"favourite": mark.favourite, "opens_with": mark.opens_with})
    return found


def _checked(address: str) -> str:
    if len(address) > _ADDRESS:
        raise Invalid("address", "That is too much for a view. Choose fewer columns or filters.")
    try:
        said = parse_qsl(address.removeprefix("?"), strict_parsing=bool(address.removeprefix("?")), max_num_fields=30)
    except ValueError:
        raise Invalid("address", "That is no address of the board.") from None
    if any(name == "q" for name, _ in said):
        raise Invalid(
            "address",
            "A view keeps nothing that was searched for: it may be a client's name. Empty the search, and save again.",
        )
    fits: Callable[[str, str], bool] = lambda name, value: name in _SAID and bool(_SAID[name].fullmatch(value))  # noqa: E731
    if not all(fits(name, value) for name, value in said) or len({name for name, _ in said}) < len(said):
        raise Invalid("address", "That is no address of the board.")
    return address.removeprefix("?")


async def _known(tx: Transaction, view_id: UUID, act: Act) -> SavedView:
    """A view the actor has, locked."""
    found = await access.seen(tx, SavedView, view_id)
    await access.permit_in_organization(tx, found.organization_id, act)
    await tx.session.refresh(found, with_for_update=True)
    return found


async def _mine(tx: Transaction, view_id: UUID, act: Act = Act.SAVE_VIEW) -> SavedView:
    found = await _known(tx, view_id, act)
    if found.person_id != tx.somebody:
        raise NotPermitted(who="whoever saved it")
    if found.removed_at is not None:
        raise NotAllowedByState("This view was taken away already.")
    return found


async def _refuse_strangers(tx: Transaction, found: SavedView) -> None:
    """Whoever saved it, and of what is shared an admin: somebody must be able to when they have left."""
    admin = found.organization_id in (await access.standing(tx)).where(Role.ADMIN)
    if found.person_id != tx.somebody and not admin:
        raise NotPermitted(who="whoever saved it")


async def _refuse_same_name(tx: Transaction, found: SavedView, name: str) -> None:
    other = select(SavedView.id).where(
        SavedView.organization_id == found.organization_id, SavedView.person_id == found.person_id,
        func.lower(SavedView.name) == name.lower(), SavedView.removed_at.is_(None), SavedView.id != found.id,
    )  # fmt: skip
    if await tx.session.scalar(other.limit(1)) is not None:
        raise Invalid("name", "You have a view of that name already.")


__all__ = ["mark_view", "put_back_view", "remove_view", "save_view", "share_view"]
