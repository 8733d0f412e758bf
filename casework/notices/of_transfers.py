"""Letters that say that the client was moved while a hearing lies ahead: its time stands so far, its place is in doubt.

A transfer changes no court (8 CFR 1003.20(b)), and often where and how a hearing is held all the same. Whoever must be
there, or must reach the client first, is told at once, and not to rely on the place until they are told again.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from casework import house
from casework.actors import DELIVERY
from casework.notices.owing import keep_transferred
from casework.notices.plan import letter_to, put_aside
from casework.notices.reach import wishes_of
from casework.notices.recipients import Recipient, concern
from casework.notices.reminding import ends
from casework.notices.rows import on_channels, write
from casework.transaction import Transaction
from schema.cases import Case
from schema.invitations import Audience
from schema.notices import LetterKind, Notice
from schema.occasions import HEARING_KINDS, UPCOMING, Occasion
from schema.people import Person, PersonKind

#: To whom it matters where the client is held (DOMAIN §3.3). Interpreters besides, who are told that the place is in
#: doubt and not why. The client knows, and has no telephone there.
_THEIRS = frozenset({Audience.ATTORNEY, Audience.COORDINATOR, Audience.FAMILY_CONTACT})


async def tell_transferred(tx: Transaction, case: Case) -> int:
    """Tell those to whom it matters that the client was moved, once for each hearing ahead. Of another transfer before
    the first letter left, one letter. Where a hearing is less than 48 hours away, whom it can't do without owes a word.

    No letter names the new place: the legal team finds it on the case. Returns how many letters are on their way.
    """
    await tx.session.flush()
    letters = []
    async with house.acts(tx, DELIVERY):
        ahead = await told_of_transfer(tx, case)
        if not ahead:
            return 0
        wishes = await wishes_of(tx, {one.person_id for _, told in ahead for one in told})
        of_these = Notice.occasion_id.in_([occasion.id for occasion, _ in ahead])
        await put_aside(tx, of_these, Notice.kind == LetterKind.TRANSFERRED, reason="transferred_again")
        for occasion, told in ahead:
            useless_after = ends(occasion.starts_at, occasion.time_zone, occasion.hour_known)
            for one in told:
                letter = letter_to(tx, occasion, one, LetterKind.TRANSFERRED, tx.now, useless_after)
                letters += on_channels([letter], wishes[one.person_id], occasion.time_zone)
            await keep_transferred(tx, occasion, told)
        await write(tx, letters)
    return len(letters)


async def told_of_transfer(tx: Transaction, case: Case) -> list[tuple[Occasion, list[Recipient]]]:
    """Each hearing ahead, with those who are told of it that its place is in doubt. As the system actor DELIVERY."""
    asked = select(Occasion).where(
        Occasion.case_id == case.id,
        Occasion.kind.in_(list(HEARING_KINDS)),
        Occasion.state.in_(UPCOMING),
        Occasion.starts_at > tx.now,
    )
    ahead = list(await tx.session.scalars(asked.order_by(Occasion.starts_at, Occasion.id)))
    if not ahead:
        return []
    concerned = {occasion_id: one.people for occasion_id, one in (await concern(tx, ahead)).items()}
    interpreters = await _interpreters(tx, {one.person_id for found in concerned.values() for one in found})
    return [
        (
            occasion,
            [
                one for one in concerned.get(occasion.id, ())
                if one.person_id != tx.person_id and _matters(one, interpreters)
            ],
        )
        for occasion in ahead
    ]  # fmt: skip


def _matters(one: Recipient, interpreters: frozenset[UUID]) -> bool:
    return one.audience in _THEIRS or one.person_id in interpreters


async def _interpreters(tx: Transaction, people: set[UUID]) -> frozenset[UUID]:
    """Those of them who were asked to come as interpreters. Whoever holds the seat is of the legal team."""
    found = select(Person.id).where(Person.id.in_(people), Person.kind == PersonKind.INTERPRETER)
    return frozenset(await tx.session.scalars(found))


__all__ = ["tell_transferred", "told_of_transfer"]
