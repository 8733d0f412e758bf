"""An attorney's own list of clients and adverse names: vaulted, theirs alone, compared and never read by others."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import delete, func, select

from casework import access, names
from casework.access import Act
from casework.conflicts.tokens import tokens_of
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.base import new_id
from schema.conflicts import ConflictName, ConflictSide, ConflictToken
from schema.people import Person

#: The longest list, and how many names are taken in at once.
MOST_NAMES, AT_ONCE = 20_000, 5_000
_SIDES = {
    "client": ConflictSide.CLIENT, "cliente": ConflictSide.CLIENT,
    "former client": ConflictSide.FORMER_CLIENT, "former_client": ConflictSide.FORMER_CLIENT,
    "former": ConflictSide.FORMER_CLIENT, "adverse": ConflictSide.ADVERSE, "adverse party": ConflictSide.ADVERSE,
    "opposing": ConflictSide.ADVERSE, "related": ConflictSide.RELATED,
}  # fmt: skip
_HEADS = frozenset({"name", "names", "client", "nombre"})


async def add_conflict_names(
    tx: Transaction, organization_id: UUID, *, text: str, side: ConflictSide = ConflictSide.CLIENT
) -> int:
    """Add names to one's own list, pasted or from a CSV file: one a line, with what they are in a second column if it
    says so. A name that is there already is left as it is. Returns how many are new.

    Raises :class:`Invalid`, and :class:`NotAllowedByState` while a check waits for this list.
    """
    await access.permit_in_organization(tx, organization_id, Act.KEEP_CONFLICT_LIST)
    owner = await tx.session.get_one(Person, tx.somebody)
    await _refuse_while_checked(tx)
    typed = list(_lines(text, side))
    if not typed:
        raise Invalid("text", "Paste at least one name, one a line.")
    if len(typed) > AT_ONCE:
        raise Invalid("text", "Paste at most {most} names at once.", most=AT_ONCE)
    await tx.unlock([owner.vault_key_id])
    kept = list(await tx.session.scalars(select(ConflictName).where(ConflictName.owner_id == owner.id)))
    there = {(names.folded(tx.open(one, "name") or ""), one.side) for one in kept}
    fresh: dict[tuple[str, ConflictSide], str] = {}
    for name, said in typed:
        fresh.setdefault((names.folded(name), said), name)
    added = {key: name for key, name in fresh.items() if key not in there}
    if len(kept) + len(added) > MOST_NAMES:
        raise Invalid("text", "A list holds at most {most} names.", most=MOST_NAMES)
    rows, tokens = [], []
    for (_, said), name in added.items():
        name_id = new_id()
        rows.append(
            ConflictName(
                id=name_id, organization_id=organization_id, owner_id=owner.id, side=said,
                name=tx.seal(ConflictName, name_id, "name", owner.vault_key_id, name),
            )
        )  # fmt: skip
        tokens += [
            ConflictToken(name_id=name_id, token=token, owner_id=owner.id)
            for token in sorted({tx.vault.conflict_token(one) for one in tokens_of(name)})
        ]
    tx.session.add_all(rows)
    await tx.session.flush()
    tx.session.add_all(tokens)
    await tx.session.flush()
    # How many, and in whose trail; not one name, nor an id by which to count them again.
    tx.record_count("conflict_list.added", "conflict_names", organization_id, len(rows))
    return len(rows)


async def remove_conflict_names(
    tx: Transaction, organization_id: UUID, *, name_ids: Sequence[UUID] = (), everything: bool = False
) -> int:
    """Take names off one's own list, or all of it. Returns how many went. Raises as :func:`add_conflict_names`."""
    await access.permit_in_organization(tx, organization_id, Act.KEEP_CONFLICT_LIST)
    owner_id = tx.somebody
    await _refuse_while_checked(tx)
    if not name_ids and not everything:
        raise Invalid("nameIds", "Choose which names to take off the list, or all of it.")
    mine = select(ConflictName.id).where(ConflictName.owner_id == owner_id)
    if not everything:
        mine = mine.where(ConflictName.id.in_(list(name_ids)))
    going = list(await tx.session.scalars(mine))
    await tx.session.execute(delete(ConflictToken).where(ConflictToken.name_id.in_(going)))
    await tx.session.execute(delete(ConflictName).where(ConflictName.id.in_(going)))
    tx.record_count("conflict_list.removed", "conflict_names", organization_id, len(going))
    return len(going)


def _lines(text: str, side: ConflictSide) -> Iterator[tuple[str, ConflictSide]]:
    if "\0" in text or len(text) > 2_000_000:
        raise Invalid("text", "This is no list of names. Save it as CSV, or paste the names, one a line.")
    for number, cells in enumerate(csv.reader(text.splitlines(), skipinitialspace=True)):
        said = [" ".join(cell.split()) for cell in cells]
        if not any(said):
            continue
        if number == 0 and said[0].casefold() in _HEADS:
            continue
        last = _SIDES.get(said[-1].casefold()) if len(said) > 1 else None
        # "Rivera Cruz, Mateo" is one name.
        name = ", ".join(cell for cell in (said[:-1] if last else said) if cell)
        if not 2 <= len(name) <= names.MOST_LETTERS:
            raise Invalid("text", "Line {line} is no name: one name a line, at most {most} letters.",
                          line=number + 1, most=names.MOST_LETTERS)  # fmt: skip
        yield name, last or side


async def _refuse_while_checked(tx: Transaction) -> None:
    """Whoever could change a list while it is asked could find out by halves whom it is asked about."""
    if await tx.session.scalar(select(func.conflict_check_waits())):
        raise NotAllowedByState("A conflict check waits for this list. It can be changed once that is answered.")


__all__ = ["AT_ONCE", "MOST_NAMES", "add_conflict_names", "remove_conflict_names"]
