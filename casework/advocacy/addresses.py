"""The address under which anybody reads a published action."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

from sqlalchemy import select

from casework.actors import LinkKind
from casework.transaction import Transaction
from schema.advocacy import ActionState, AdvocacyAction
from schema.base import new_id
from schema.consents import ConsentAudience
from schema.public_pages import PublicPage

#: Letters and digits that nobody mixes up on paper, and of which no word is made.
_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_LENGTH = 10


def is_address(text: str) -> bool:
    """Whether a text could be one: anything else is nobody's, and no database has to be asked."""
    return len(text) == _LENGTH and set(text) <= set(_LETTERS)


async def give_address(tx: Transaction, action: AdvocacyAction) -> PublicPage | None:
    """See to it that an action which is published for the public has an address. Called whenever it becomes one."""
    if action.state is not ActionState.PUBLISHED or ConsentAudience.PUBLIC not in action.audiences:
        return None
    return await address_of(tx, action) or await new_address(tx, action)


async def address_of(tx: Transaction, action: AdvocacyAction) -> PublicPage | None:
    """The address that an action has now."""
    found: PublicPage | None = await tx.session.scalar(
        select(PublicPage).where(PublicPage.action_id == action.id, PublicPage.ended_at.is_(None))
    )
    return found


async def new_address(tx: Transaction, action: AdvocacyAction, language: str = "en") -> PublicPage:
    """Give an action an address that it has not had."""
    page_id = new_id()
    page = PublicPage(
        id=page_id,
        organization_id=action.organization_id,
        action_id=action.id,
        case_id=action.case_id,
        address=_address(tx, page_id),
        language=language,
    )
    tx.session.add(page)
    await tx.session.flush()
    return page


def _address(tx: Transaction, page_id: UUID) -> str:
    """Ten letters (47 bits) that follow from the row's id and the house's key, so that an invented deployment has the
    same ones each time, and nobody can tell one from another.
    """
    number = int.from_bytes(sha256(tx.vault.link_secret(LinkKind.PUBLIC_PAGE, page_id, 0).encode()).digest())
    address = ""
    for _ in range(_LENGTH):
        number, letter = divmod(number, len(_LETTERS))
        address += _LETTERS[letter]
    return address


__all__ = ["address_of", "give_address", "is_address", "new_address"]
