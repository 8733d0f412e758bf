"""The letter with which somebody chooses a password, first or again. It goes to the address that the link names."""

from __future__ import annotations

from email.headerregistry import Address

from casework import letters
from casework.actors import LinkKind
from casework.letters import Letter, Reader
from casework.notices.claiming import Due
from casework.notices.rows import write_now
from casework.transaction import Transaction
from schema.invitations import Audience
from schema.notices import LetterKind
from schema.organizations import Organization
from schema.people import Person
from schema.sign_ins import SignInLink


async def tell_sign_in_link(tx: Transaction, link: SignInLink) -> None:
    """Send somebody their link to choose a password. The letter is made from today's row: one that was revoked or used
    meanwhile goes nowhere.
    """
    # Of all who sign in, the eyes that see least: the letter shows no card.
    await write_now(
        tx, LetterKind(link.kind), link.person_id, Audience.ADVOCATE, organization_id=link.organization_id,
        sign_in_link_id=link.id, useless_after=link.expires_at,
    )  # fmt: skip


async def sign_in_letter(
    tx: Transaction, notice: Due, person: Person, public_url: str
) -> tuple[Address, str, Letter] | None:
    """To whom, by which name, and the letter; None when the link was used or revoked since, or is over."""
    link = await tx.session.get(SignInLink, notice.sign_in_link_id)
    if link is None or link.used_at or link.revoked_at or link.expires_at <= tx.now:
        return None
    organization = await tx.session.get_one(Organization, link.organization_id)
    await tx.unlock([link.email, person.name])
    name = tx.open(person, "name") or ""
    # Behind the number sign: it stands in no server's log, and a scanner that opens the page has not got it.
    page = f"{public_url}/welcome#{tx.vault.link_secret(LinkKind.SIGN_IN, link.id, 0)}"
    reader = Reader(audience=notice.audience, language=person.language, organization=organization.name)
    letter = letters.compose_pointer(notice.kind, reader, page_url=page, call=organization.phone)
    return Address(addr_spec=tx.open(link, "email") or ""), name, letter
