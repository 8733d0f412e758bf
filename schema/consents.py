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
    #: It permits nothing until the client says that it goes on.
    PAUSED = "paused"
    NARROWED = "narrowed"
    #: The client was asked anew, and a later yes stands in its place.
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class GivenBy(StrEnum):
    """Whose yes it is. A relayed one waits until counsel has asked the client."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    RELAYED = "relayed"


class Heard(StrEnum):
    """In whose hearing it was said. What was not said privately waits until counsel has asked again."""

    PRIVATELY = "privately"
    BEFORE_OFFICER = "before_officer"
    RECORDED_LINE = "recorded_line"


class ConsentAnswer(StrEnum):
    """What was answered to one of the five questions."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class ConsentInterview(Identified, Led, Table):
    """One talk in which a client was asked the five questions, and how it was held. For the legal team; the consents
    that follow from it say no more than they permit.
    """

    __tablename__ = "consent_interviews"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    officials: Mapped[ConsentAnswer] = mapped_column(closed(ConsentAnswer, called="officials"))
    courtroom: Mapped[ConsentAnswer] = mapped_column(closed(ConsentAnswer, called="courtroom"))
    press: Mapped[ConsentAnswer] = mapped_column(closed(ConsentAnswer, called="press"))
    photo: Mapped[ConsentAnswer] = mapped_column(closed(ConsentAnswer, called="photo"))
    full_name: Mapped[ConsentAnswer] = mapped_column(closed(ConsentAnswer, called="full_name"))
    given_by: Mapped[GivenBy] = mapped_column(closed(GivenBy))
    heard: Mapped[Heard] = mapped_column(closed(Heard))
    #: The client's own assent, beside a guardian's yes.
    assented: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: The guardian stands to gain from what harms the client: theirs is no consent.
    guardian_adverse: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    language: Mapped[str]
    interpreter: Mapped[Sealed | None]
    witness: Mapped[Sealed | None]
    relayed_by: Mapped[Sealed | None]
    #: Which script was read out, such as "Five questions, 2026".
    script: Mapped[str | None]
    circumstances: Mapped[Sealed | None]
    asked_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class Consent(Identified, Revised, Led, Table):
    """One yes of the client: purpose × audience × channel × form of name, until a day."""

    __tablename__ = "consents"
    __table_args__ = (
        Index("consents_of", "case_id", "state"),
        # Whose end comes near.
        Index("consents_ending", "expires_at", postgresql_where=text("state = 'standing'")),
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
    #: In which language it was explained; by which interpreter and before which witness its interview says.
    language: Mapped[str]
    circumstances: Mapped[Sealed | None]
    given_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    heard: Mapped[Heard] = mapped_column(closed(Heard), server_default=text("'privately'"), default=Heard.PRIVATELY)
    #: The client's own assent, beside a guardian's yes.
    assented: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    interview_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent_interviews.id"), index=True)
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[datetime | None]
    #: In which language counsel, or their delegate, asked the client again, with nobody else in the room.
    confirmed_in: Mapped[str | None]
    #: The last time the client said that it rests, and that it goes on.
    paused_at: Mapped[datetime | None]
    resumed_at: Mapped[datetime | None]
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
