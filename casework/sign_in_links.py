"""Links by mail to choose a password: for somebody who was taken on, or who forgot theirs. Each works once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select

from casework import contacts, notices
from casework.actors import LinkKind
from casework.refusals import LinkOver, NotAllowedByState
from casework.sign_in import (
    Provider,
    email_index,
    give_login,
    give_login_without_password,
    holds_second_step,
    link_identity,
    linked_anywhere,
    provider_demanded,
    providers_of,
    refuse_demanded,
)
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.base import new_id
from schema.organizations import Organization
from schema.people import Person
from schema.sign_ins import Login, SignInLink, SignInLinkKind

#: How long each kind works.
KEEPS = {SignInLinkKind.WELCOME: timedelta(days=7), SignInLinkKind.RESET: timedelta(hours=1)}


@dataclass(frozen=True, slots=True)
class Opened:
    """What the page behind a link says before a password is chosen."""

    kind: SignInLinkKind
    email: str
    organization: str
    #: The short name of the organization, when it can be taken up by its provider as well; and when by that alone.
    provider: str | None
    demanded: bool


async def send_link(tx: Transaction, person: Person, kind: SignInLinkKind, email: str) -> SignInLink:
    """Write a link to somebody, in place of those they have. Whether somebody else signs in with that address is told
    to whoever opens the letter, and not to whoever sends it. Raises :class:`Invalid`.
    """
    address = contacts.normalised_email(email)
    await revoke_open_links(tx, person.organization_id, person.id)
    link_id = new_id()
    await tx.unlock([person.vault_key_id])
    link = SignInLink(
        id=link_id,
        organization_id=person.organization_id,
        person_id=person.id,
        kind=kind,
        email=tx.seal(SignInLink, link_id, "email", person.vault_key_id, address),
        secret_hash=link_hash(tx.vault.link_secret(LinkKind.SIGN_IN, link_id, 0)),
        expires_at=tx.now + KEEPS[kind],
    )
    tx.session.add(link)
    await tx.session.flush()
    await notices.tell_sign_in_link(tx, link)
    tx.record("sign_in_link.sent", link, after={"person_id": person.id, "kind": kind})
    return link


async def revoke_open_links(tx: Transaction, organization_id: UUID, person_id: UUID | None = None) -> int:
    """End the links that nobody has used yet: one person's, or all of an organization. Returns how many."""
    wanted = [
        SignInLink.organization_id == organization_id,
        SignInLink.used_at.is_(None),
        SignInLink.revoked_at.is_(None),
        SignInLink.expires_at > tx.now,
    ]
    if person_id is not None:
        wanted.append(SignInLink.person_id == person_id)
    ended = list(await tx.session.scalars(select(SignInLink).where(*wanted).order_by(SignInLink.id).with_for_update()))
    for link in ended:
        link.revoked_at = tx.now
        tx.record("sign_in_link.revoked", link, after={"person_id": link.person_id, "kind": link.kind})
    await tx.session.flush()
    return len(ended)


async def send_link_again(tx: Transaction, person: Person) -> None:
    """Another link in place of the last one, to the same address: a first one for whoever has no password yet, else to
    choose a new one. Raises :class:`NotAllowedByState` when they never had one.
    """
    last = await tx.session.scalar(
        select(SignInLink).where(SignInLink.person_id == person.id).order_by(SignInLink.id.desc()).limit(1)
    )
    if last is None:
        raise NotAllowedByState(
            "They were not taken on by a letter. Whoever runs the deployment gives them a password."
        )
    await send_link(tx, person, last.kind, await tx.opened(last, "email") or "")


async def ask_for_reset(tx: Transaction, email: str) -> bool:
    """Write a link to whoever signs in with this address, if anybody does; not twice within a few minutes. Whoever asks
    learns nothing either way. As the system actor SIGN_IN.
    """
    login = await tx.session.scalar(select(Login).where(Login.email_index == email_index(tx, email)))
    if login is None or login.disabled_at is not None or await provider_demanded(tx, login.person_id):
        return False
    person = await tx.session.get_one(Person, login.person_id)
    lately = await tx.session.scalar(
        select(SignInLink.id).where(
            SignInLink.person_id == person.id,
            SignInLink.kind == SignInLinkKind.RESET,
            SignInLink.expires_at > tx.now + KEEPS[SignInLinkKind.RESET] - timedelta(minutes=5),
        )
    )
    if lately is not None:
        return False
    await send_link(tx, person, SignInLinkKind.RESET, email)
    return True


async def open_link(tx: Transaction, secret: str) -> Opened:
    """What a link is for. Looking changes nothing. Raises :class:`LinkOver` for one that is used, over, or none."""
    link = await _found(tx, SignInLink.secret_hash == link_hash(secret))
    organization = await tx.session.get_one(Organization, link.organization_id)
    providers = [one for one in await providers_of(tx, link.person_id) if one.slug == organization.slug]
    demanded = await provider_demanded(tx, link.person_id)
    # Where there is no other button, it is there to be told why.
    offered = providers and (demanded or not await _other_way_in(tx, link.person_id))
    return Opened(
        link.kind,
        await tx.opened(link, "email") or "",
        organization.name,
        organization.slug if offered else None,
        demanded,
    )


async def link_of(tx: Transaction, secret: str, provider: Provider) -> UUID:
    """The link that somebody goes to take up at their organization's provider. Raises :class:`LinkOver`,
    :class:`NotAllowedByState`.
    """
    return (await _taken_there(tx, SignInLink.secret_hash == link_hash(secret), provider)).id


async def take_up_link(tx: Transaction, link_id: UUID, provider: Provider, subject: str) -> UUID:
    """Whoever holds the link is this at their organization's provider: linked, once, in place of choosing a password.
    Returns who it is. Raises :class:`LinkOver`, :class:`Invalid`, :class:`NotAllowedByState`, :class:`NotFound`.
    """
    link = await _taken_there(tx, SignInLink.id == link_id, provider)
    await give_login_without_password(tx, link.person_id, await tx.opened(link, "email") or "")
    await link_identity(tx, link.person_id, provider, subject)
    _used(tx, link)
    return link.person_id


async def _taken_there(tx: Transaction, which: ColumnElement[bool], provider: Provider) -> SignInLink:
    """A letter links whoever has no other way in yet. Its reader may be a thief of the mailbox, with an account of
    their own at the provider: who stays linked, unnoticed, after the mailbox is its owner's again.
    """
    link = await _found(tx, which)
    if link.organization_id != provider.organization_id:
        raise LinkOver
    if await _other_way_in(tx, link.person_id):
        raise NotAllowedByState(
            "There is another way into this account already. Use that, or choose a password with this letter; then "
            "link it on the page of your account. If you can't, tell your admin."
        )
    return link


async def _other_way_in(tx: Transaction, person_id: UUID) -> bool:
    """A passkey, a second step, a link; or a password, where one still opens anything: choosing another is noticed."""
    if await holds_second_step(tx, person_id) or await linked_anywhere(tx, person_id):
        return True
    login = await tx.session.get(Login, person_id)
    has_password = login is not None and login.password_hash is not None
    return has_password and not await provider_demanded(tx, person_id)


async def use_link(tx: Transaction, secret: str, password: str) -> UUID:
    """Choose the password, once. Returns who it is, who still takes their second step. Raises :class:`LinkOver`,
    :class:`Invalid`, :class:`ProviderDemanded`.
    """
    link = await _found(tx, SignInLink.secret_hash == link_hash(secret))
    await refuse_demanded(tx, link.person_id)
    await give_login(tx, link.person_id, await tx.opened(link, "email") or "", password)
    _used(tx, link)
    return link.person_id


def _used(tx: Transaction, link: SignInLink) -> None:
    link.used_at = tx.now
    tx.record("sign_in_link.used", link, after={"person_id": link.person_id, "kind": link.kind})


async def _found(tx: Transaction, which: ColumnElement[bool]) -> SignInLink:
    link: SignInLink | None = await tx.session.scalar(select(SignInLink).where(which).with_for_update())
    if link is None or link.used_at or link.revoked_at or link.expires_at <= tx.now:
        raise LinkOver
    person = await tx.session.get(Person, link.person_id)
    if person is None or person.removed_at is not None:
        raise LinkOver
    return link
