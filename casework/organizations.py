"""Organizations and who belongs to them. An operator founds them; everything else is done by people who signed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from casework import contacts, people, times
from casework.refusals import Invalid, NotFound
from casework.transaction import Transaction
from schema.organizations import Membership, Organization, OrganizationKind, Role
from schema.people import Person, PersonKind
from schema.retention import RetentionClass, Sweep


async def found_organization(
    tx: Transaction,
    *,
    slug: str,
    name: str,
    kind: OrganizationKind,
    phone: str,
    time_zone: str = "America/New_York",
    language: str = "en",
) -> Organization:
    """Let an organization use the house. For operators. Raises :class:`Invalid`.

    ``phone`` is the one number its letters tell people to call: no letter about a date goes without it.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > 60:
        raise Invalid("slug", "The short name is lower-case letters, digits and single dashes: elm-city-legal-aid.")
    if not name.strip():
        raise Invalid("name", "Type the organization's name.")
    if not phone.strip():
        raise Invalid("phone", "Type the telephone number that the organization's letters tell people to call.")
    if await tx.session.scalar(select(Organization.id).where(Organization.slug == slug)):
        raise Invalid("slug", "There is an organization {slug} already.", slug=slug)
    times.zone(time_zone)
    organization = Organization(
        slug=slug,
        name=name.strip(),
        kind=kind,
        phone=contacts.normalised_phone(phone),
        time_zone=time_zone,
        language=language,
    )
    tx.session.add(organization)
    await tx.session.flush()
    none = {"gone": 0, "held": 0, "ahead": 0}
    tx.session.add_all(Sweep(organization_id=organization.id, kind=kept, **none) for kept in RetentionClass)
    await tx.session.flush()
    tx.record("organization.founded", organization, after={"slug": slug, "kind": kind})
    return organization


async def organization_called(tx: Transaction, slug: str) -> Organization:
    """The organization of that short name. Raises :class:`NotFound`."""
    found = await tx.session.scalar(select(Organization).where(Organization.slug == slug))
    if found is None:
        raise NotFound
    return found


async def slugs(tx: Transaction) -> dict[UUID, str]:
    """What operators call each organization."""
    found = await tx.session.execute(select(Organization.id, Organization.slug))
    return {row.id: row.slug for row in found}


async def engage(
    tx: Transaction,
    organization_id: UUID,
    *,
    name: str,
    email: str,
    roles: Sequence[Role],
    supervised: bool = False,
    language: str = "en",
    phone: str | None = None,
) -> Person:
    """Make somebody a member of staff, with their roles. Who may is for the caller to have asked: an operator needs no
    leave, an admin is asked by :func:`casework.members.take_on_member`. Raises :class:`Invalid`.

    ``supervised``: works under an attorney whose privilege covers them (DOMAIN §3.3).
    """
    if not roles:
        raise Invalid("roles", "Name a role: {roles}.", roles=", ".join(Role))
    person = await people.add_person(
        tx, organization_id, kind=PersonKind.STAFF, name=name, email=email, language=language, phone=phone,
        # Whoever takes on a member sends them a link: an address that is not theirs opens nothing.
        confirmed=True,
    )  # fmt: skip
    for role in dict.fromkeys(roles):
        membership = Membership(organization_id=organization_id, person_id=person.id, role=role, supervised=supervised)
        tx.session.add(membership)
        await tx.session.flush()
        tx.record("membership.began", membership, after={"person_id": person.id, "role": role})
    return person
