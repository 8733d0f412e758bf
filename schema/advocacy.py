"""Advocacy actions: press conferences, vigils, accompaniment, and the sign-offs that clear them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from schema.base import Identified, Led, Revised, Sealed, Table, closed
from schema.consents import NameForm
from schema.occasions import Occasion


class ActionState(StrEnum):
    """How far an action is. Only a published one may be told to anyone outside."""

    DRAFT = "draft"
    PUBLISHED = "published"
    DONE = "done"
    CALLED_OFF = "called_off"


class AfterMove(StrEnum):
    """What becomes of an action whose hearing moved without it."""

    FOLLOW = "follow"
    KEEP = "keep"
    CALL_OFF = "call_off"


class EmbargoedField(StrEnum):
    """What of an action may be told later than the rest."""

    NAME = "name"
    ATTORNEY = "attorney"
    PLACE = "place"
    DATE = "date"
    STATEMENT = "statement"


class SignOffCapacity(StrEnum):
    """As what counsel said yes."""

    OF_RECORD = "of_record"
    #: No attorney of record: a named attorney of the legal organization advised the client.
    CONSULTED = "consulted"


class AdvocacyAction(Identified, Revised, Led, Table):
    """One action: what is said in public, and the arrangements around it."""

    __tablename__ = "advocacy_actions"
    __table_args__ = (
        # Those of one organization's cases, and those that name nobody's.
        Index("advocacy_actions_led", "lead_organization_id", "id"),
        Index("advocacy_actions_led_by", "lead_id", postgresql_where=text("lead_id is not null")),
        Index("advocacy_actions_of_no_case", "organization_id", "id", postgresql_where=text("case_id is null")),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    #: The case it is kept with, whose team plans it. Null: it names no one and no case, and needs neither key.
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    #: It is or was about further cases (:class:`FurtherCase`). Never false again: what it said then is kept.
    of_several: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    hearing_id: Mapped[UUID | None] = mapped_column(ForeignKey("hearings.id"), index=True)
    occasion_id: Mapped[UUID] = mapped_column(ForeignKey("occasions.id"), unique=True)
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    state: Mapped[ActionState] = mapped_column(closed(ActionState), default=ActionState.DRAFT)
    #: Null: it went with a case that the action was about, and that was erased.
    title: Mapped[Sealed | None]
    #: What is said in public.
    statement: Mapped[Sealed | None]
    #: In which form it names the client.
    name_form: Mapped[NameForm] = mapped_column(closed(NameForm), default=NameForm.NONE)
    #: Who is asked or addressed: words of :class:`schema.consents.ConsentAudience`.
    audiences: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    uses_photo: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Rises with what is said, about whom, to whom; a sign-off is a yes to one exact number. Room, hosts and time
    #: leave it alone.
    said_revision: Mapped[int] = mapped_column(server_default=text("1"), default=1)
    hosts: Mapped[str | None]
    codeword: Mapped[str | None]
    embargo_until: Mapped[datetime | None]
    #: What stays untold until an instant of its own: words of :class:`EmbargoedField` → ISO instant.
    embargoes: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"), default=dict)
    #: Its words hold a name that may not be said any more. Nothing is published until they are taken out.
    holds_name: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Counsel approved beforehand that it follows the hearing's time.
    follows_hearing: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    published_at: Mapped[datetime | None]
    called_off_at: Mapped[datetime | None]
    calling_off_reason: Mapped[str | None]

    # What is arranged for the day. A change of these voids no sign-off.
    #: Who speaks, and whom the press calls: the names of people who have not been asked by us whether they may be kept.
    spokespeople: Mapped[Sealed | None]
    press_contact: Mapped[Sealed | None]
    #: Minute by minute, for those who run it.
    run_of_show: Mapped[Sealed | None]
    #: In which languages it is spoken or interpreted: BCP 47 tags.
    languages: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    accessibility: Mapped[str | None]
    #: Where to sign or to give. Nothing is signed here, and no money is taken.
    link: Mapped[str | None]
    #: By when counsel needs the letters.
    letters_due_on: Mapped[date | None]
    #: Where its hearing stood, as printed, when it moved without this action: its lead is asked what to do. Null:
    #: nothing is asked. It is for the verbs: whoever may not know the hearing's date may still see the action.
    hearing_stood: Mapped[dict[str, Any] | None]

    occasion: Mapped[Occasion] = relationship(lazy="joined", innerjoin=True)


class FurtherCase(Identified, Led, Table):
    """A case that an action is about besides the one it is kept with. Each of them has its own two keys.

    The row is of the further case: who reads only the action's own case is not shown which it is.
    """

    __tablename__ = "further_cases"
    __table_args__ = (
        Index("further_cases_once", "action_id", "case_id", unique=True, postgresql_where=text("taken_off_at is null")),
    )

    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    added_at: Mapped[datetime]
    added_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: It is not about this case any more. What it said before may still name the client.
    taken_off_at: Mapped[datetime | None]
    taken_off_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class SignOff(Identified, Led, Table):
    """Counsel's yes to one exact ``said_revision`` on behalf of one case's client. A withdrawn one stays to be read."""

    __tablename__ = "sign_offs"
    __table_args__ = (UniqueConstraint("action_id", "case_id", "attorney_id", "said_revision"),)

    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    attorney_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    capacity: Mapped[SignOffCapacity] = mapped_column(closed(SignOffCapacity))
    said_revision: Mapped[int]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    #: When counsel talked it over with the client: all that advocates learn of that talk.
    discussed_on: Mapped[date | None]
