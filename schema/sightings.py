"""Sightings: an arrest, or agents seen, told by anybody, and believed only once a second person has looked into it.

What lies here is no record of a person. The one who was arrested has no name here, officers have none, and where
somebody stands now is never asked. What was typed lies apart from what others are told; who typed it lies apart from
both; and the photo as it was sent lies under the sighting's own key beside a copy in which a person has covered faces
and plates. A sighting that nobody confirms goes after 72 hours, with all of it.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class SightingKind(StrEnum):
    """What was witnessed."""

    ARREST = "arrest"
    AGENTS = "agents"


class SightingState(StrEnum):
    """Whether a second person has looked into it."""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    UNFOUNDED = "unfounded"


class WitnessAgreement(StrEnum):
    """How the witness agreed that a legal team keeps what they saw."""

    #: By the box on the page.
    ON_PAGE = "on_page"
    BY_TELEPHONE = "by_telephone"
    IN_PERSON = "in_person"
    IN_WRITING = "in_writing"


class DispatchState(StrEnum):
    """What a rapid responder answered."""

    ASKED = "asked"
    COMING = "coming"
    CANT = "cant"


class SightingDesk(Identified, Revised, Table):
    """Where an organization takes sightings: its public page, open or not."""

    __tablename__ = "sighting_desks"
    __table_args__ = (UniqueConstraint("organization_id"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: What stands in the page's address: small letters, digits and hyphens.
    handle: Mapped[str] = mapped_column(unique=True)
    #: The number that rapid responders call for legal support.
    support_phone: Mapped[str | None]
    opened_at: Mapped[datetime]
    #: Null while it takes sightings.
    closed_at: Mapped[datetime | None]


class SightingShare(Identified, Table):
    """A partner group that sees the confirmed sightings of an organization, and no others."""

    __tablename__ = "sighting_shares"
    __table_args__ = (
        Index(
            "sighting_shares_standing", "organization_id", "partner_id", unique=True,
            postgresql_where=text("ended_at is null"),
        ),
        Index("sighting_shares_of_partner", "partner_id"),
    )  # fmt: skip

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    partner_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    shared_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    ended_at: Mapped[datetime | None]


class Sighting(Identified, Revised, Table):
    """One sighting, as others are told of it. As long as it is unconfirmed, they are not."""

    __tablename__ = "sightings"
    __table_args__ = (Index("sightings_of", "organization_id", "state", "id"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    kind: Mapped[SightingKind] = mapped_column(closed(SightingKind))
    state: Mapped[SightingState] = mapped_column(closed(SightingState), default=SightingState.UNCONFIRMED)
    state_since: Mapped[datetime]
    #: When it was told: its 72 hours run from here.
    told_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    time_zone: Mapped[str]
    #: As typed; compared with the towns of responders without regard to capitals.
    town: Mapped[str]
    place: Mapped[Sealed | None]
    #: How many agents and vehicles, in words.
    how_many: Mapped[Sealed | None]
    what: Mapped[Sealed | None]
    #: Something that was typed looked like a name, a number or a plate, and others are not told it.
    withheld: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Null: somebody outside, on the page.
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    verified_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: Kept past its 72 hours though nobody has confirmed it.
    held_at: Mapped[datetime | None]
    held_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


#: What of it is sealed, and told to whoever sees a confirmed one; the account has the same, as typed.
TOLD_SEALED = ("place", "how_many", "what")


class SightingAccount(Table):
    """What was typed, word for word: for those who verify it."""

    __tablename__ = "sighting_accounts"

    sighting_id: Mapped[UUID] = mapped_column(ForeignKey("sightings.id"), primary_key=True)
    place: Mapped[Sealed]
    how_many: Mapped[Sealed | None]
    what: Mapped[Sealed]


class SightingReporter(Table):
    """Who told it, as far as they said: for those who verify it, and for a legal team that they agreed to."""

    __tablename__ = "sighting_reporters"

    sighting_id: Mapped[UUID] = mapped_column(ForeignKey("sightings.id"), primary_key=True)
    name: Mapped[Sealed | None]
    #: A telephone number or an e-mail address, as they typed it.
    contact: Mapped[Sealed | None]
    language: Mapped[str]
    #: They agreed that a legal team asks them, and keeps what they saw and sent.
    legal_may_ask: Mapped[bool] = mapped_column(server_default=text("false"), default=False)


class SightingPicture(Identified, Revised, Table):
    """A photo of a sighting. Nobody but who verifies and counsel sees it as it was sent; others see the copy in which
    somebody has covered faces and plates, once there is one.
    """

    __tablename__ = "sighting_pictures"
    __table_args__ = (Index("sighting_pictures_of", "sighting_id"),)

    sighting_id: Mapped[UUID] = mapped_column(ForeignKey("sightings.id"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    size: Mapped[int]
    #: SHA-256 of the file as it was sent, in hexadecimal.
    sha256: Mapped[Sealed]
    pieces: Mapped[int]
    #: In how many pieces the copy for others lies. Null: there is none, and they see nothing.
    display_pieces: Mapped[int | None]
    blurred_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    blurred_at: Mapped[datetime | None]


class SightingPicturePiece(Table):
    """A piece of a photo, or of its copy for others, sealed: bound to its photo, which of the two it is of, its place
    and how many there are.
    """

    __tablename__ = "sighting_picture_pieces"

    picture_id: Mapped[UUID] = mapped_column(ForeignKey("sighting_pictures.id"), primary_key=True)
    display: Mapped[bool] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[Sealed]


class SightingDispatch(Identified, Table):
    """One rapid responder asked to one sighting, and what they answered. Where they are is never asked."""

    __tablename__ = "sighting_dispatches"
    __table_args__ = (
        UniqueConstraint("sighting_id", "person_id"),
        Index("sighting_dispatches_to", "person_id", "id"),
    )

    sighting_id: Mapped[UUID] = mapped_column(ForeignKey("sightings.id"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    state: Mapped[DispatchState] = mapped_column(closed(DispatchState), default=DispatchState.ASKED)
    #: The page's secret is derived from the master key and this row's id; only its hash is kept.
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]


class SightingCase(Led, Identified, Table):
    """What a legal provider made of a sighting, and how the witness agreed to it. Part of the case."""

    __tablename__ = "sighting_cases"
    __table_args__ = (
        Index("sighting_cases_of", "case_id"),
        Index("sighting_cases_from", "sighting_id"),
        Index("sighting_cases_incident", "incident_id", postgresql_where=text("incident_id is not null")),
    )

    #: Which sighting: no reference, because the case outlives it.
    sighting_id: Mapped[UUID]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    incident_id: Mapped[UUID | None] = mapped_column(ForeignKey("incidents.id"))
    agreement: Mapped[WitnessAgreement] = mapped_column(closed(WitnessAgreement))
    agreed_on: Mapped[date]
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
