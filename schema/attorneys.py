"""Who helps a client before a court or agency: what they are, where they may appear, what they speak and take."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Revised, Table, closed


class Qualification(StrEnum):
    """What somebody is before courts and agencies (8 CFR 1292.1)."""

    ATTORNEY = "attorney"
    ACCREDITED_REPRESENTATIVE = "accredited_representative"
    #: Not yet admitted to a bar; under supervision.
    LAW_GRADUATE = "law_graduate"
    LAW_STUDENT = "law_student"
    #: These two help, and appear nowhere.
    PARALEGAL = "paralegal"
    INTERPRETER = "interpreter"


class Accreditation(StrEnum):
    """How far the Department of Justice accredited a representative (8 CFR 1292.12)."""

    #: Before the Department of Homeland Security only.
    PARTIAL = "partial"
    #: Before immigration courts and the Board as well.
    FULL = "full"


class HalfDay(StrEnum):
    """Mornings and afternoons of a week: courts call their lists by half days. In the zone of the court."""

    MONDAY_MORNING = "monday_morning"
    MONDAY_AFTERNOON = "monday_afternoon"
    TUESDAY_MORNING = "tuesday_morning"
    TUESDAY_AFTERNOON = "tuesday_afternoon"
    WEDNESDAY_MORNING = "wednesday_morning"
    WEDNESDAY_AFTERNOON = "wednesday_afternoon"
    THURSDAY_MORNING = "thursday_morning"
    THURSDAY_AFTERNOON = "thursday_afternoon"
    FRIDAY_MORNING = "friday_morning"
    FRIDAY_AFTERNOON = "friday_afternoon"


class Attorney(Revised, Table):
    """Somebody cases are offered to. Whether they may appear before a court follows from this, and from nothing else
    (``casework.entitlement``).
    """

    __tablename__ = "attorneys"
    __table_args__ = (
        CheckConstraint("most_cases >= 0 AND hours_a_month >= 0", name="capacity"),
        Index("attorneys_whose_conflicts", "conflicts_contact_id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    qualification: Mapped[Qualification] = mapped_column(
        closed(Qualification), server_default=text("'attorney'"), default=Qualification.ATTORNEY
    )
    bar_states: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    #: Of those bars, and under no order that keeps them from practising (8 CFR 1001.1(f)).
    good_standing: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
    eoir_registered: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    accreditation: Mapped[Accreditation | None] = mapped_column(closed(Accreditation))
    #: The last day of an accreditation, which is given for three years (8 CFR 1292.12(d)).
    accredited_until: Mapped[date | None]
    #: Who supervises a student or graduate.
    supervisor_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: They filed the statement that they are supervised, and paid nothing by the client (8 CFR 1292.1(a)(2)).
    statement_filed: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Federal courts that admitted them: district and circuit codes.
    admitted_courts: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    languages: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    open_to_offers: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
    #: How many cases at once, and how many hours a month. Null: they have not said.
    most_cases: Mapped[int | None]
    hours_a_month: Mapped[int | None]
    #: Where they go to: states, and courts by their code. Empty: they have not said.
    places: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    #: They take hearings by video from elsewhere.
    remote: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
    #: Kinds of proceedings they like to take.
    interests: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    #: When they can come to a hearing: :class:`HalfDay`. Empty: they have not said.
    half_days: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    #: They take a case of this kind only with somebody beside them who knows the work …
    wants_mentor: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: … and here is who that is.
    mentor_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: The one person who answers whether a client conflicts with theirs. Null: they themselves.
    conflicts_contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
