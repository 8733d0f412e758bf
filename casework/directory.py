"""The directory: which group does what, where and in which languages; who was referred there; and schools' plans.

Noor looks up who helps with rent in Hamden and speaks Creole, and refers somebody who agreed to it: that they were, to
whom and when, is written down, and goes after 90 days. A school has its contact person and the plan for a day on which
nobody comes to pick somebody up; no child is in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from casework import access, connecticut, contacts
from casework.access import Act
from casework.refusals import Invalid, NotAllowedByState, NotFound
from casework.transaction import Transaction
from schema.base import new_id
from schema.directory import SCHOOL_SEALED, GroupWork, ListedGroup, Referral, ReferralAgreement, School

_LONGEST = {
    "name": 120, "note": 500, "town": 60, "towns": 60, "languages": 20, "whom": 120, "need": 300, "contactName": 120,
    "whoToCall": 300, "plan": 4_000,
}  # fmt: skip
_MOST_LINES = 40


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What the directory says of a group."""

    name: str
    works: Sequence[GroupWork]
    towns: Sequence[str] = ()
    languages: Sequence[str] = ()
    phone: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SchoolFacts:
    """What is kept of a school. No child is in it."""

    name: str
    town: str
    reviewed_on: date
    contact_name: str | None = None
    contact_phone: str | None = None
    who_to_call: str | None = None
    plan: str | None = None


async def list_group(tx: Transaction, organization_id: UUID, listing: Listing) -> ListedGroup:
    """Put a group into the organization's directory. Raises :class:`Invalid`."""
    await access.permit_in_organization(tx, organization_id, Act.KEEP_DIRECTORY)
    group = ListedGroup(
        id=new_id(), organization_id=organization_id, revision=0, checked_on=connecticut.day_of(tx.now),
        **_listing(listing),
    )  # fmt: skip
    tx.session.add(group)
    await tx.session.flush()
    tx.record("directory.listed", group)
    return group


async def correct_listing(tx: Transaction, group_id: UUID, listing: Listing, *, expected_revision: int) -> ListedGroup:
    """Say what holds of a group today, all of it. Raises :class:`Invalid`, :class:`ChangedMeanwhile`."""
    group = await _group(tx, group_id, Act.KEEP_DIRECTORY)
    tx.expect(group, expected_revision)
    _refuse_ended(group)
    for column, value in _listing(listing).items():
        setattr(group, column, value)
    group.checked_on = connecticut.day_of(tx.now)
    await tx.session.flush()
    tx.record("directory.corrected", group)
    return group


async def delist_group(tx: Transaction, group_id: UUID, *, expected_revision: int) -> ListedGroup:
    """Take a group out of the directory. Raises :class:`ChangedMeanwhile`."""
    group = await _group(tx, group_id, Act.KEEP_DIRECTORY)
    tx.expect(group, expected_revision)
    _refuse_ended(group)
    group.ended_at = tx.now
    await tx.session.flush()
    tx.record("directory.delisted", group)
    return group


async def refer_person(
    tx: Transaction, group_id: UUID, *, whom: str, agreement: ReferralAgreement, need: str | None = None
) -> Referral:
    """Write down that somebody was referred to a group, and how they agreed to it. Nothing is sent: whoever refers
    calls, or gives the number. Raises :class:`Invalid`.
    """
    group = await _group(tx, group_id, Act.REFER_PERSON)
    _refuse_ended(group)
    who, what = _line("whom", whom), _line("need", need)
    if who is None:
        raise Invalid("whom", "Say who it is, as they wish to be called.")
    key = await tx.new_key()
    referral = Referral(
        id=new_id(), organization_id=group.organization_id, group_id=group.id, vault_key_id=key,
        agreement=agreement, referred_at=tx.now, referred_by_id=tx.somebody,
    )  # fmt: skip
    referral.whom = tx.vault.seal(key, Referral.__tablename__, "whom", referral.id, who)
    referral.need = tx.seal(Referral, referral.id, "need", key, what)
    tx.session.add(referral)
    await tx.session.flush()
    tx.record(
        "person.referred", referral, after={"group_id": group.id, "agreement": agreement}, fields=["whom", "need"]
    )
    return referral


async def keep_school(tx: Transaction, organization_id: UUID, facts: SchoolFacts) -> School:
    """Keep a school's contact and plan. Raises :class:`Invalid`."""
    await access.permit_in_organization(tx, organization_id, Act.KEEP_DIRECTORY)
    key = await tx.new_key()
    school = School(id=new_id(), organization_id=organization_id, vault_key_id=key, revision=0)
    _write(tx, school, facts)
    tx.session.add(school)
    await tx.session.flush()
    tx.record("school.kept", school, fields=SCHOOL_SEALED)
    return school


async def correct_school(tx: Transaction, school_id: UUID, facts: SchoolFacts, *, expected_revision: int) -> School:
    """Say what holds of a school now, all of it. Raises :class:`Invalid`, :class:`ChangedMeanwhile`."""
    school = await _school(tx, school_id)
    tx.expect(school, expected_revision)
    await tx.unlock([school.vault_key_id])
    _write(tx, school, facts)
    await tx.session.flush()
    tx.record("school.corrected", school, fields=SCHOOL_SEALED)
    return school


async def drop_school(tx: Transaction, school_id: UUID, *, expected_revision: int) -> UUID:
    """Keep nothing of a school any more: it goes, with the key that sealed it. Returns its id. Raises
    :class:`ChangedMeanwhile`.
    """
    school = await _school(tx, school_id)
    tx.expect(school, expected_revision)
    tx.record("school.dropped", school)
    key = school.vault_key_id
    async with tx.taking_away():
        await tx.session.delete(school)
        await tx.session.flush()
        await tx.destroy_keys([key])
    return school_id


def _listing(listing: Listing) -> dict[str, object]:
    if not listing.works:
        raise Invalid("works", "Say what the group does.")
    name, phone = _line("name", listing.name), (listing.phone or "").strip()
    if name is None:
        raise Invalid("name", "Say what the group is called.")
    return {
        "name": name,
        "works": [one.value for one in GroupWork if one in listing.works],
        "towns": _lines("towns", listing.towns),
        "languages": _lines("languages", listing.languages),
        "phone": contacts.normalised_phone(phone) if phone else None,
        "note": _line("note", listing.note),
    }


def _write(tx: Transaction, school: School, facts: SchoolFacts) -> None:
    if facts.reviewed_on > connecticut.day_of(tx.now):
        raise Invalid("reviewedOn", "That day has not come yet.")
    phone = (facts.contact_phone or "").strip()
    name, town = _line("name", facts.name), _line("town", facts.town)
    if name is None:
        raise Invalid("name", "Say what the school is called.")
    if town is None:
        raise Invalid("town", "Say in which town it is.")
    school.name, school.town = name, town
    school.reviewed_on = facts.reviewed_on
    sealed = {
        "contact_name": _line("contactName", facts.contact_name),
        "contact_phone": contacts.normalised_phone(phone, "contactPhone") if phone else None,
        "who_to_call": _line("whoToCall", facts.who_to_call),
        "plan": _line("plan", facts.plan, lines=True),
    }
    for column, words in sealed.items():
        setattr(school, column, tx.seal(School, school.id, column, school.vault_key_id, words))


def _line(field: str, said: str | None, *, lines: bool = False) -> str | None:
    found = (said or "").strip() if lines else " ".join((said or "").split())
    if len(found) > _LONGEST[field]:
        raise Invalid(field, "That is longer than {most} letters. Say it shorter.", most=_LONGEST[field])
    return found or None


def _lines(field: str, said: Sequence[str]) -> list[str]:
    found = [line for one in said if (line := _line(field, one))]
    if len(found) > _MOST_LINES:
        raise Invalid(field, "List at most {most} of them.", most=_MOST_LINES)
    return list(dict.fromkeys(found))


def _refuse_ended(group: ListedGroup) -> None:
    if group.ended_at is not None:
        raise NotAllowedByState("This group was taken out of the directory.")


async def _group(tx: Transaction, group_id: UUID, act: Act) -> ListedGroup:
    found = await access.seen(tx, ListedGroup, group_id)
    access.permit_roles((await access.standing(tx)).roles_in(found.organization_id), act)
    locking = select(ListedGroup).where(ListedGroup.id == group_id).with_for_update()
    group = await tx.session.scalar(locking.execution_options(populate_existing=True))
    if group is None:
        raise NotFound
    return group


async def _school(tx: Transaction, school_id: UUID) -> School:
    found = await access.seen(tx, School, school_id)
    access.permit_roles((await access.standing(tx)).roles_in(found.organization_id), Act.KEEP_DIRECTORY)
    locking = select(School).where(School.id == school_id).with_for_update()
    school = await tx.session.scalar(locking.execution_options(populate_existing=True))
    if school is None:
        raise NotFound
    return school


__all__ = [
    "Listing", "SchoolFacts", "correct_listing", "correct_school", "delist_group", "drop_school", "keep_school",
    "list_group", "refer_person",
]  # fmt: skip
