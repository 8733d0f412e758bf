"""People the product writes to or who sign in: staff, attorneys, officials and their schedulers, supporters, family.

A detained person is another noun: :mod:`schema.detainees`.
"""

from __future__ import annotations

from datetime import datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Index, UniqueConstraint, and_, or_, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Sealed, Table, closed


class PersonKind(StrEnum):
    """Why the house writes to them; it decides through whose eyes they are told."""

    STAFF = "staff"
    OFFICIAL = "official"
    SCHEDULER = "scheduler"
    SUPPORTER = "supporter"
    FAMILY_CONTACT = "family_contact"
    INTERPRETER = "interpreter"
    WITNESS = "witness"
    #: Who takes the person in, or pays the bond.
    SPONSOR = "sponsor"
    PRESS = "press"
    #: The person the case is about, once released: their own dates reach them.
    CLIENT = "client"


#: Of these a colleague's are nobody else's to know: they lead to a client.
OF_A_CLIENT = (PersonKind.FAMILY_CONTACT, PersonKind.CLIENT)


class Channel(StrEnum):
    """How somebody is reached."""

    EMAIL = "email"
    SMS = "sms"
    CHAT = "chat"
    #: A browser's own, for whoever signs in.
    PUSH = "push"


class Person(Identified, Revised, Table):
    """Somebody in one organization's address book: staff who sign in, and those who are only written to."""

    __tablename__ = "people"

    #: The organization whose address book this person stands in.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    kind: Mapped[PersonKind] = mapped_column(closed(PersonKind))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    name: Mapped[Sealed]
    #: A public office, as the office itself names it: "Mayor of New Haven". Never a private person's calling.
    office: Mapped[str | None]
    #: BCP 47 tag of the language letters go out in.
    language: Mapped[str] = mapped_column(server_default=text("'en'"), default="en")
    #: Whose clock decides when a reminder may arrive. Null: the occasion's.
    time_zone: Mapped[str | None]
    #: The channels they wish to be written to on, the dearest first. Empty: e-mail, text, then a browser's own.
    channels: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    #: Between these hours of their clock nothing may ring. Null: 21:00 and 8:00.
    quiet_from: Mapped[time | None]
    quiet_until: Mapped[time | None]
    #: Whether a change may ring in these hours all the same. Null: of staff yes, of others no.
    wake_for_changes: Mapped[bool | None]
    #: Whether they are sent the letter of the morning. Null: whoever coordinates is. Admins may ask for it.
    morning_digest: Mapped[bool | None]
    #: A scheduler answers for this official.
    scheduler_for_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    removed_at: Mapped[datetime | None]
    #: Since when nothing names them any more that anybody still needs. Kept by the sweep.
    unused_since: Mapped[datetime | None]


def reads_for(reader: Any, person_id: Any) -> ColumnElement[bool]:
    """Whether somebody (a mapped ``reader``) reads what is written to a person: they themselves, and for an official
    each scheduler who stands in the same address book.
    """
    return or_(reader.id == person_id, and_(reader.scheduler_for_id == person_id, reader.removed_at.is_(None)))


class Contact(Identified, Table):
    """One address of one person. Only the carrier, and those who look after the person, read it."""

    __tablename__ = "contacts"
    __table_args__ = (
        UniqueConstraint("person_id", "channel", "address_index"),
        Index("contacts_by_address", "organization_id", "channel", "address_index"),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    channel: Mapped[Channel] = mapped_column(closed(Channel))
    address: Mapped[Sealed]
    #: Keyed blind index of the normalised address (SECURITY §5).
    address_index: Mapped[bytes]
    #: They said stop on this channel (47 CFR 64.1200(a)(10)).
    stopped_at: Mapped[datetime | None]
    #: The carrier said that nobody lives there.
    bounced_at: Mapped[datetime | None]


def stands(contact: Any) -> ColumnElement[bool]:
    """Whether an address may be written to: nobody said stop there, and no carrier that it is dead."""
    return and_(contact.stopped_at.is_(None), contact.bounced_at.is_(None))
