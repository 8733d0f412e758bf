"""What the house tells held against what it promised: for each occasion of a world and each pair of eyes, the card; for
each invitation, the page behind its link.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from bench.rules import Promise
from bench.told import EYES, SAID, Told
from bench.walls import Held
from bench.worlds import NOW, Row, World
from casework import actors, answers, disclosure
from casework.card import Card
from casework.refusals import NotFound
from casework.transaction import Database
from schema.invitations import Audience, Invitation
from schema.occasions import Occasion

#: What is said, by name.
Words = dict[str, Any]


async def hold_cards(database: Database, world: World, found: Held) -> None:
    """Ask for every card, as the worker does that writes letters."""
    told = Told(world, NOW)
    invited = {row["occasion_id"]: row for row in world["invitations"]}
    async with database.transaction(actors.DELIVERY, now=NOW) as tx:
        occasions = {one.id: one for one in await tx.session.scalars(select(Occasion))}
        invitations = {one.id: one for one in await tx.session.scalars(select(Invitation))}
        wanted = [(row, eyes, invited.get(row["id"])) for row in world["occasions"] for eyes in EYES]
        cards = await disclosure.cards_for(
            tx,
            [
                (occasions[row["id"]], Audience(eyes), invitations[asked["id"]] if asked else None)
                for row, eyes, asked in wanted
            ],
        )
    apart: dict[UUID, dict[str, Card | None]] = {}
    for (row, eyes, asked), card in zip(wanted, cards, strict=True):
        _compare(found, eyes, row["id"], _said(card), told.card(row, eyes, asked["token"] if asked else None))
        apart.setdefault(row["id"], {})[eyes] = card
    for occasion, made in apart.items():
        _apart(found, occasion, made)


async def hold_pages(database: Database, world: World, found: Held) -> None:
    """And for the page behind each invitation's link, as whoever holds it."""
    told = Told(world, NOW)
    for asked in world["invitations"]:
        occasion = next(row for row in world["occasions"] if row["id"] == asked["occasion_id"])
        link = actors.Link(actors.LinkKind.INVITATION, asked["id"], asked["person_id"])
        shown: Words | None
        async with database.transaction(link, now=NOW) as tx:
            try:
                page = await answers.page(tx, link)
            except NotFound:
                shown = None
            else:
                shown = _said(page.card)
                if shown is not None:
                    beside = {
                        "live name": page.name,
                        "live place": page.held and page.held.place,
                        "live bond": page.bond and (page.bond.amount or page.bond.fund),
                    }
                    shown |= {name: said for name, said in beside.items() if said is not None}
        _compare(found, f"link, {asked['audience']}", occasion["id"], shown, _page(world, told, asked, occasion))


def _page(world: World, told: Told, asked: Row, occasion: Row) -> Words | None:
    behind = Promise(world, asked["person_id"], NOW).behind
    if asked["state"] == "withdrawn" or occasion["case_id"] in behind:
        return None
    card = told.card(occasion, asked["audience"], asked["token"])
    if card is None:
        return None
    # No link reads a proceeding: that stands in what is written to the legal team.
    card.pop("proceeding", None)
    beside = {
        "live name": card.get("name") or told.live_name(occasion, asked["audience"]),
        "live place": told.live_place(occasion["case_id"], asked["audience"], asked["person_id"]),
        "live bond": told.live_bond(occasion["case_id"], asked["audience"], asked["person_id"]),
    }
    return card | {name: said for name, said in beside.items() if said is not None}


def _said(card: Card | None) -> Words | None:
    """What a card says beside when it is."""
    if card is None:
        return None
    said = {name: getattr(card, name) for name in SAID}
    if card.place is not None:
        said["place"] = (card.place.name, card.place.room)
    return {name: value for name, value in said.items() if value is not None}


def _compare(found: Held, eyes: str, occasion: UUID, shown: Words | None, theirs: Words | None) -> None:
    found.pairs += 1
    found.rows += theirs is not None
    more = {"a card"} if theirs is None and shown is not None else set()
    less = {"a card"} if shown is None and theirs is not None else set()
    shown, theirs = shown or {}, theirs or {}
    more |= {name for name in shown if theirs.get(name) != shown[name]}
    less |= {name for name in theirs if shown.get(name) != theirs[name]}
    found.leaks += [("told", eyes, occasion, name) for name in sorted(more)]
    found.denials += [("told", eyes, occasion, name) for name in sorted(less)]


def _apart(found: Held, occasion: UUID, cards: dict[str, Card | None]) -> None:
    """An official's calendar entry can't be joined to a public one, nor to anybody's of another kind."""
    uids = {eyes: card.uid for eyes, card in cards.items() if card is not None}
    for one, uid in uids.items():
        for other, same in uids.items():
            alike = one == other or {one, other} in ({"coordinator", "attorney"}, {"client", "family_contact"})
            if (uid == same) != alike:
                found.leaks.append(("joined", f"{one}, {other}", occasion, "uid"))
