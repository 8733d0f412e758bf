"""Look-alikes: a letter to the wrong person is a client's date in a stranger's hands.

Before a name, an address or a number is written down it is compared with those of the same address book, and with the
mail providers everybody uses. What is nearly another's is asked about once; whoever says that it is right goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from sqlalchemy import select

from casework import access, names
from casework.language import Sentence
from casework.refusals import LooksLike
from casework.transaction import Transaction
from schema.people import Channel, Contact, Person

#: Where most people have their mail.
_PROVIDERS = (
    "aol.com", "att.net", "comcast.net", "gmail.com", "googlemail.com", "hotmail.com", "icloud.com", "live.com",
    "mail.com", "me.com", "msn.com", "optonline.net", "outlook.com", "proton.me", "protonmail.com", "sbcglobal.net",
    "snet.net", "verizon.net", "yahoo.com", "ymail.com",
)  # fmt: skip
#: Signs that are read for one another (Unicode TR 39, those that occur in addresses).
_READ_AS = str.maketrans(
    {
        "0": "o", "1": "l", "і": "i", "ı": "i", "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x",
        "ѕ": "s", "ј": "j", "ԁ": "d", "ɡ": "g", "ո": "n", "ν": "v", "ο": "o", "α": "a", "ρ": "p", "κ": "k", "т": "t",
        "м": "m", "н": "h", "к": "k", "в": "b",
    }
)  # fmt: skip
#: How alike two names are (0 to 100), from which they are asked about.
_ALIKE = 90
#: People and addresses that are compared, at most: the newest.
_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class _Other:
    name: str
    address: str


async def challenge(
    tx: Transaction,
    organization_id: UUID,
    *,
    name: str | None = None,
    addresses: Sequence[tuple[Channel, str]] = (),
    but: UUID | None = None,
) -> None:
    """Refuse what is nearly somebody else's in an address book, as far as the actor sees it, or nearly a provider
    everybody knows. ``but`` is whose it is themselves. Raises :class:`LooksLike`.
    """
    for channel, address in addresses:
        if channel is Channel.EMAIL and (said := of_provider(address)) is not None:
            raise LooksLike("email", said)
    await _like_an_address(tx, organization_id, addresses, but)
    if name is not None:
        await _like_a_name(tx, organization_id, name, but)


def of_provider(address: str) -> Sentence | None:
    """What is odd about a mail address by itself: signs that pass for others, or a domain one slip from a known one."""
    domain = address.rpartition("@")[2]
    if "xn--" in domain or not address.isascii():
        return Sentence(
            '"{address}" has letters that can pass for others. Read it out to them; confirm if it is right.',
            address=address,
        )
    if domain in _PROVIDERS:
        return None
    near = next((one for one in _PROVIDERS if len(one) > 6 and alike(domain, one)), None)
    if near is None:
        return None
    return Sentence('"{domain}" is nearly "{near}". Correct it, or confirm that it is right.', domain=domain, near=near)


def alike(one: str, other: str) -> bool:
    """One slip apart (a sign too many, too few, another, or two changed over), or the same to the eye; not equal."""
    if one == other:
        return False
    if _seen(one) == _seen(other):
        return True
    return abs(len(one) - len(other)) <= 1 and OSA.distance(one, other, score_cutoff=1) <= 1


def _seen(text: str) -> str:
    return text.casefold().translate(_READ_AS).replace("rn", "m").replace("vv", "w")


async def _like_an_address(
    tx: Transaction, organization_id: UUID, addresses: Sequence[tuple[Channel, str]], but: UUID | None
) -> None:
    for channel, address in addresses:
        rows = (
            await tx.session.execute(
                select(Contact, Person)
                .join(Person, Person.id == Contact.person_id)
                .where(
                    Contact.organization_id == organization_id,
                    Contact.channel == channel,
                    Contact.person_id.is_distinct_from(but),
                    Person.removed_at.is_(None),
                )
                .order_by(Contact.id.desc())
                .limit(_COMPARED)
            )
        ).all()
        await tx.unlock([sealed for contact, person in rows for sealed in (contact.address, person.name)])
        for contact, person in rows:
            if alike(address, tx.open(contact, "address") or ""):
                raise LooksLike(
                    "email" if channel is Channel.EMAIL else "phone",
                    Sentence(
                        '"{address}" is nearly the address of {name}. Correct it, or confirm that it is right.',
                        address=address,
                        name=tx.open(person, "name") or "",
                    ),
                )


async def _like_a_name(tx: Transaction, organization_id: UUID, name: str, but: UUID | None) -> None:
    people = list(
        await tx.session.scalars(
            access.visible(await access.standing(tx), Person, tx.now)
            .where(
                Person.organization_id == organization_id,
                Person.id.is_distinct_from(but),
                Person.removed_at.is_(None),
            )
            .order_by(Person.id.desc())
            .limit(_COMPARED)
        )
    )
    await tx.unlock([person.name for person in people])
    typed = names.folded(name)
    for person in people:
        other = tx.open(person, "name") or ""
        if fuzz.token_sort_ratio(typed, names.folded(other)) >= _ALIKE:
            raise LooksLike(
                "name",
                Sentence(
                    "{name} is in the address book already. Choose them there, or confirm that this is somebody else.",
                    name=other,
                ),
            )


__all__ = ["alike", "challenge", "of_provider"]
