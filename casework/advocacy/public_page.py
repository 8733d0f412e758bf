"""The public page: what anybody may read of a published action, while it may be read.

The vigil for Mateo R. stands at an address without a name, on posters and in chats. Whoever opens it is shown what the
public may see now, and nothing that was made before the last change of it: each request asks first whether the page
stands and whether anything of it was touched (:func:`find_public_page`), and only what was made since is used again.
So Mateo's no is true for the very next reader, whichever process answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from casework import disclosure
from casework.access import Act
from casework.actors import SystemName
from casework.advocacy.addresses import address_of, is_address, new_address
from casework.advocacy.drafts import action_for
from casework.card import Card
from casework.connections import Looking
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Database, Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.public_pages import PublicPage, PublicStanding

#: What was made from it is made anew after that in any case: touches are not kept for ever (``calendar_touches``).
_LONGEST = timedelta(hours=1)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
_AT = "select * from public_page_at($1, $2)"


@dataclass(frozen=True, slots=True)
class Found:
    """The page at an address, as it stands at this instant."""

    page_id: UUID
    standing: PublicStanding
    #: It had this address once, and has another now.
    moved: bool
    #: Something of what it shows has changed since the snapshot that was named, or none was named.
    touched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a public page shows, and how long that may be said again."""

    card: Card
    #: For previews and calendars, which others keep.
    kept: Card
    statement: str | None
    #: BCP 47: in which language title and statement are written.
    language: str
    #: Who plans it, and whom to call.
    organization: str
    names: bool
    over: bool
    #: The instant past which it must be asked again.
    valid_until: datetime


async def find_public_page(database: Database, address: str, snapshot: str | None = None) -> Found:
    """Whether a page stands at this address, and whether what was made under this snapshot still shows it: one
    statement, asked at every request. Raises :class:`NotFound` for an address that never was.
    """
    if not is_address(address):
        raise NotFound
    now = database.clock()
    looking = Looking(system=SystemName.LINKS, clock=database.clock_told)
    async with database.lines.line(looking) as line:
        rows = await line.rows(looking, _AT, [address, snapshot])
    if not rows:
        raise NotFound
    row = rows[0]
    standing = disclosure.standing_in_public(
        ActionState(row["state"]),
        public=row["public"],
        embargoed=row["embargo_until"] is not None and row["embargo_until"] > now,
        over=row["ends_at"] + disclosure.AFTERWARDS <= now,
        # What else must stand is asked when the page is made, and again when anything of it is touched.
        cleared=not row["no_publicity"],
    )
    return Found(row["id"], standing, row["ended"], row["touched"])


async def public_page(tx: Transaction, page_id: UUID, public_url: str) -> tuple[str, Page | None]:
    """What stands at an address now, as its reader (:class:`LinkKind.PUBLIC_PAGE`), and the snapshot under which it
    does. None: nothing may be shown.
    """
    # Before anything is read: whatever is committed from here on counts as later.
    snapshot: str = await tx.session.scalar(select(func.calendar_snapshot()))  # type: ignore[assignment]
    told = await tx.session.get(PublicPage, page_id)
    action = await tx.session.get(AdvocacyAction, told.action_id) if told is not None else None
    host = await disclosure.host(tx, action.occasion) if action is not None else None
    if told is None or action is None or host is None:
        return snapshot, None
    words = await disclosure.public_words(tx, action.occasion, f"{public_url}/p/{told.address}")
    if words is None:
        return snapshot, None
    ends = action.occasion.ends_at
    lapses = [at for at in (words.valid_until, ends) if at is not None and at > tx.now]
    page = Page(
        card=words.card,
        kept=words.kept,
        statement=words.statement,
        language=told.language,
        organization=host.name,
        names=words.names,
        over=ends <= tx.now,
        valid_until=min([*lapses, tx.now + _LONGEST]),
    )
    return snapshot, page


async def edit_public_page(
    tx: Transaction, action_id: UUID, *, expected_revision: int, language: str | None = None, new: bool = False
) -> AdvocacyAction:
    """Say in which language an action's words are written, or give its page a ``new`` address: the old one is gone at
    once, wherever it was printed. Raises :class:`Invalid`, and :class:`NotAllowedByState` while it has no page.
    """
    action, case = await action_for(tx, action_id, Act.EDIT_PUBLIC_PAGE)
    tx.expect(action, expected_revision)
    page = await address_of(tx, action)
    if page is None:
        raise NotAllowedByState("It has no public page. Address it to the public, and publish it.")
    if language is not None and not _TAG.fullmatch(language):
        raise Invalid("language", 'Give a language as "en", "es", "pt" or "ht".')
    if new:
        page.ended_at = tx.now
        await tx.session.flush()
        page = await new_address(tx, action, page.language)
    if language is not None:
        page.language = language
    # What is kept of the page is known by what is touched of its action.
    await tx.session.flush()
    tx.record("public_page.edited", action, case=case, after={"language": page.language, "new_address": new})
    return action


__all__ = ["Found", "Page", "edit_public_page", "find_public_page", "public_page"]
