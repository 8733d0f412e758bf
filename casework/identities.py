"""Who a client is: sealed names, numbers, birth; written together, found by keyed indexes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from casework import names
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.detainees import Alias, Detainee, DetaineeNumber, Identity, NameToken

#: The columns of :class:`Identity`, all sealed.
FACTS = ("legal_name", "birth_date", "country_of_birth", "nationality", "gender")


@dataclass
class Known:
    """What is known of who somebody is. None is unknown."""

    legal_name: str | None = None
    birth_date: str | None = None
    country_of_birth: str | None = None
    nationality: str | None = None
    gender: str | None = None
    a_numbers: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [name for name in (self.legal_name, *self.aliases) if name]


async def read(tx: Transaction, detainee: Detainee) -> Known:
    """Everything known, opened. The caller answers for who may see it, and for the view entry."""
    identity = await tx.session.get(Identity, detainee.id)
    numbers = list(
        await tx.session.scalars(
            select(DetaineeNumber).where(DetaineeNumber.detainee_id == detainee.id).order_by(DetaineeNumber.id)
        )
    )
    aliases = list(await tx.session.scalars(select(Alias).where(Alias.detainee_id == detainee.id).order_by(Alias.id)))
    await tx.unlock([detainee.vault_key_id])
    return Known(
        **({name: tx.open(identity, name) for name in FACTS} if identity else {}),
        a_numbers=[text for number in numbers if (text := tx.open(number, "number"))],
        aliases=[text for alias in aliases if (text := tx.open(alias, "name"))],
    )


async def write(tx: Transaction, detainee: Detainee, known: Known, *, first: bool = False) -> None:
    """Seal and store what is known in place of what was, with its indexes. Numbers and names are normalised already.
    ``first``: this client is new, and nothing was known.
    """
    await tx.unlock([detainee.vault_key_id])
    organization_id = detainee.organization_id
    identity = None if first else await tx.session.get(Identity, detainee.id)
    if identity is None:
        identity = Identity(organization_id=organization_id, detainee_id=detainee.id)
        tx.session.add(identity)
    for name in FACTS:
        setattr(identity, name, tx.seal(Identity, detainee.id, name, detainee.vault_key_id, getattr(known, name)))
    for model in () if first else (DetaineeNumber, Alias, NameToken):
        await tx.session.execute(delete(model).where(model.detainee_id == detainee.id))
    for number in dict.fromkeys(known.a_numbers):
        row_id = new_id()
        tx.session.add(
            DetaineeNumber(
                id=row_id,
                organization_id=organization_id,
                detainee_id=detainee.id,
                number=tx.seal(DetaineeNumber, row_id, "number", detainee.vault_key_id, number),
                number_index=number_index(tx, organization_id, number),
            )
        )
    for alias in dict.fromkeys(known.aliases):
        row_id = new_id()
        tx.session.add(
            Alias(
                id=row_id,
                organization_id=organization_id,
                detainee_id=detainee.id,
                name=tx.seal(Alias, row_id, "name", detainee.vault_key_id, alias),
            )
        )
    # Who turned out to be somebody else is found there.
    found_by = [] if detainee.merged_into_id else known.names
    for token in sorted(token_hashes(tx, organization_id, names.tokens(found_by))):
        tx.session.add(NameToken(organization_id=organization_id, token=token, detainee_id=detainee.id))
    try:
        await tx.session.flush()
    except IntegrityError:
        # Held by a case that the actor may not see, or taken in at this very moment.
        raise Invalid("aNumbers", "This A-number belongs to one person, and it is already in use.") from None


def number_index(tx: Transaction, organization_id: UUID, number: str) -> bytes:
    """Blind index of a normalised A-number within one organization."""
    return tx.vault.index(organization_id.hex, "a_number", number)


def token_hashes(tx: Transaction, organization_id: UUID, tokens: Iterable[str]) -> set[bytes]:
    """Keyed name tokens within one organization."""
    return {tx.vault.name_token(organization_id.hex, token) for token in tokens}


async def holders(tx: Transaction, organization_id: UUID, a_numbers: Sequence[str]) -> dict[str, UUID]:
    """Which detainees of this organization hold these normalised A-numbers."""
    by_index = {number_index(tx, organization_id, number): number for number in a_numbers}
    found = await tx.session.execute(
        select(DetaineeNumber.number_index, DetaineeNumber.detainee_id).where(
            DetaineeNumber.organization_id == organization_id, DetaineeNumber.number_index.in_(by_index)
        )
    )
    return {by_index[index]: detainee_id for index, detainee_id in found}
