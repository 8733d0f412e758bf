"""Consents: purpose × audience × channel × form of name, until. Given by the client, ended by telling anyone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class Purpose(StrEnum):
    """What the client agreed to have done."""

    SEEK_COUNSEL = "seek_counsel"
    TELL_OFFICIALS = "tell_officials"
    FILL_COURTROOM = "fill_courtroom"
    PRESS = "press"
    #: Named people come along to a check-in or a hearing at liberty.
    ACCOMPANY = "accompany"


class ConsentAudience(StrEnum):
    """Who may be told."""

    OFFICIALS = "officials"
    SUPPORTERS = "supporters"
    ADVOCATES = "advocates"
    PRESS = "press"
    PUBLIC = "public"


class ConsentChannel(StrEnum):
    """In which way they may be told."""

    ANY = "any"
    IN_PERSON = "in_person"
    WRITING = "writing"
    MEDIA = "media"


class NameForm(StrEnum):
    """The most that may be said of a name. Each form includes those before it."""

    NONE = "none"
    INITIALS = "initials"
    PUBLIC_NAME = "public_name"
    FULL = "full"


class ConsentState(StrEnum):
    """Whether it permits anything. A standing one ends at ``expires_at`` without changing its state."""

    #: Relayed, or given before an officer or on a recorded line: counsel must confirm it privately.
    PROPOSED = "proposed"
    STANDING = "standing"
    NARROWED = "narrowed"
    #: The client was asked anew, and a later yes stands in its place.
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class GivenBy(StrEnum):
    """Whose yes it is. A relayed one waits until counsel has asked the client."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    RELAYED = "relayed"


class Consent(Identified, Revised, Led, Table):
    """One yes of the client: purpose × audience × channel × form of name, until a day."""

    __tablename__ = "consents"
    __table_args__ = (
        Index("consents_of", "case_id", "state"),
        Index("consents_narrowed", "narrowed_from_id", postgresql_where=text("narrowed_from_id is not null")),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    purpose: Mapped[Purpose] = mapped_column(closed(Purpose))
    audience: Mapped[ConsentAudience] = mapped_column(closed(ConsentAudience))
    channel: Mapped[ConsentChannel] = mapped_column(closed(ConsentChannel), default=ConsentChannel.ANY)
    name_form: Mapped[NameForm] = mapped_column(closed(NameForm), default=NameForm.NONE)
    #: May the place of custody be told (to officials: no nearer than the district)?
    place: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    photo: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    story: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: May the bond be told: the amount to advocates and officials, to supporters where to give (DOMAIN §3.3)?
    bond: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    state: Mapped[ConsentState] = mapped_column(closed(ConsentState), default=ConsentState.STANDING)
    given_by: Mapped[GivenBy] = mapped_column(closed(GivenBy))
    #: In which language it was explained, by which interpreter, before which witness.
    language: Mapped[str]
    circumstances: Mapped[Sealed | None]
    given_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: Every consent ends by itself.
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    narrowed_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("consents.id"))

    def stands_at(self, instant: datetime) -> bool:
        """Whether it permits anything at this instant."""
        return self.state is ConsentState.STANDING and self.given_at <= instant < self.expires_at

    @property
    def last_day(self) -> date:
        """The last day through which it stands in every zone of the country: the one that was agreed."""
        return (self.expires_at - timedelta(days=1)).date()
