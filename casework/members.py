"""Members: an organization's admin takes people on, changes what they are there, and lets them go."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select

from casework import access, organizations, sign_in, sign_in_links
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.base import new_id
from schema.organizations import Membership, Role
from schema.people import Person
from schema.sign_ins import SignInLinkKind


async def take_on_member(
    tx: Transaction,
    organization_id: UUID,
    *,
    name: str,
    email: str,
    roles: Sequence[Role],
    supervised: bool = False,
    language: str = "en",
) -> Person:
    """Take somebody on, and write them a link with which they choose their password. Raises :class:`Invalid`,
    :class:`NotPermitted`, :class:`ConfirmFirst`.
    """
    await access.permit_in_organization(tx, organization_id, Act.TAKE_ON_MEMBER)
    sign_in.confirmed(tx)
    person = await organizations.engage(
        tx, organization_id, name=name, email=email, roles=roles, supervised=supervised, language=language
    )
    await sign_in_links.send_link(tx, person, SignInLinkKind.WELCOME, email)
    return person


async def send_sign_in_link(tx: Transaction, organization_id: UUID, person_id: UUID) -> Person:
    """Write a member a new link to choose a password: the first was lost, or they are locked out and have no address
    book entry of their own. Goes to the address they were taken on with. Raises :class:`NotFound`, :class:`Invalid`.
    """
    await access.permit_in_organization(tx, organization_id, Act.SEND_SIGN_IN_LINK)
    sign_in.confirmed(tx)
    person = await access.seen(tx, Person, person_id)
    if person.organization_id != organization_id or not await _held(tx, organization_id, person_id):
        raise NotFound
    await sign_in_links.send_link_again(tx, person)
    return person


async def change_roles(
    tx: Transaction, organization_id: UUID, person_id: UUID, roles: Sequence[Role], *, supervised: bool
) -> None:
    """What somebody is in the organization from now on: each request asks anew where they stand. Raises
    :class:`Invalid`, :class:`NotFound`, :class:`NotAllowedByState` for the last admin.
    """
    await access.permit_in_organization(tx, organization_id, Act.CHANGE_ROLES)
    sign_in.confirmed(tx)
    wanted = set(roles)
    if not wanted:
        raise Invalid("roles", "Name a role: {roles}.", roles=", ".join(Role))
    held = await _held(tx, organization_id, person_id)
    if not held:
        raise NotFound
    if Role.ADMIN not in wanted and any(one.role is Role.ADMIN for one in held):
        await _another_admin(tx, organization_id, person_id)
    known = {
        one.role: one
        for one in await tx.session.scalars(
            select(Membership)
            .where(Membership.organization_id == organization_id, Membership.person_id == person_id)
            .with_for_update()
        )
    }
    for role, membership in known.items():
        standing = membership in held
        if role in wanted:
            if standing and membership.supervised is not supervised:
                # It opens counsel's compartment, or closes it.
                tx.record(
                    "membership.changed", membership, before={"supervised": membership.supervised},
                    after={"person_id": person_id, "role": role, "supervised": supervised},
                )  # fmt: skip
            membership.ended_at, membership.supervised = None, supervised
        elif standing:
            membership.ended_at = tx.now
            tx.record("membership.ended", membership, after={"person_id": person_id, "role": role})
    for role in wanted - {one.role for one in held}:
        membership = known.get(role) or Membership(
            id=new_id(), organization_id=organization_id, person_id=person_id, role=role, supervised=supervised
        )
        tx.session.add(membership)
        tx.record(
            "membership.began", membership, after={"person_id": person_id, "role": role, "supervised": supervised}
        )
    await tx.session.flush()


async def let_member_go(tx: Transaction, organization_id: UUID, person_id: UUID) -> None:
    """Somebody leaves the organization, at once: all their roles in it end, and every right with them. Their seats end,
    and what they had in hand goes to somebody else, within minutes (:mod:`casework.departures`). Raises
    :class:`NotFound`, :class:`NotAllowedByState` for the last admin.
    """
    await access.permit_in_organization(tx, organization_id, Act.LET_MEMBER_GO)
    sign_in.confirmed(tx)
    held = await _held(tx, organization_id, person_id)
    if not held:
        raise NotFound
    if any(one.role is Role.ADMIN for one in held):
        await _another_admin(tx, organization_id, person_id)
    for membership in held:
        membership.ended_at = tx.now
        tx.record("membership.ended", membership, after={"person_id": person_id, "role": membership.role})
    await sign_in_links.revoke_open_links(tx, organization_id, person_id)
    await tx.session.flush()


async def revoke_sign_in_links(tx: Transaction, organization_id: UUID) -> int:
    """End every link to choose a password that the organization's people have not used yet, as when the post office was
    broken into. Returns how many; each is sent a new one by name.
    """
    await access.permit_in_organization(tx, organization_id, Act.REVOKE_SIGN_IN_LINKS)
    return await sign_in_links.revoke_open_links(tx, organization_id)


async def _held(tx: Transaction, organization_id: UUID, person_id: UUID) -> list[Membership]:
    found = await tx.session.scalars(
        select(Membership)
        .where(
            Membership.organization_id == organization_id,
            Membership.person_id == person_id,
            or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
        )
        .order_by(Membership.id)
        .with_for_update()
    )
    return list(found)


async def _another_admin(tx: Transaction, organization_id: UUID, person_id: UUID) -> None:
    other = select(Membership.id).where(
        Membership.organization_id == organization_id,
        Membership.person_id != person_id,
        Membership.role == Role.ADMIN,
        or_(Membership.ended_at.is_(None), Membership.ended_at > tx.now),
    )
    if await tx.session.scalar(other.limit(1)) is None:
        raise NotAllowedByState("An organization has at least one admin. Make somebody else admin first.")
