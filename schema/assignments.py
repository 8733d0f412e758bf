"""Assignments: an attorney's scope on a case. Accepted is not engaged, and engaged is not of record."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed


class Scope(StrEnum):
    """What the attorney takes on."""

    ALL = "all"
    BOND_ONLY = "bond_only"
    OTHER = "other"
    #: EOIR-60/61: the person stays pro se, and the helper has no access to the record.
    DOCUMENT_HELP = "document_help"


class AssignmentState(StrEnum):
    """How far representation has come. Each state is a fact of its own; none follows from another."""

    OFFERED = "offered"
    #: The attorney said yes, and their conflicts contact has not said yet that nothing stands against it: nothing of
    #: the case is open.
    CHECKING = "checking"
    ACCEPTED = "accepted"
    #: The engagement letter is signed.
    ENGAGED = "engaged"
    #: The form is entered for a proceeding (EOIR-28, EOIR-27, or an appearance in a federal court).
    OF_RECORD = "of_record"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    #: Nobody answered until it expired.
    LAPSED = "lapsed"


#: States in which the attorney is the client's.
STANDING = frozenset({AssignmentState.ACCEPTED, AssignmentState.ENGAGED, AssignmentState.OF_RECORD})
#: States before that, in which somebody has to answer.
ASKED = frozenset({AssignmentState.OFFERED, AssignmentState.CHECKING})


class Assignment(Identified, Revised, Led, Table):
    """One attorney's scope on one case: from the offer to the end."""

    __tablename__ = "assignments"
    __table_args__ = (
        Index(
            "assignments_standing",
            "case_id",
            "attorney_id",
            unique=True,
            postgresql_where=text("state IN ('offered', 'checking', 'accepted', 'engaged', 'of_record')"),
        ),
        Index("assignments_of_proceeding", "proceeding_id", postgresql_where=text("proceeding_id is not null")),
        Index("assignments_of_attorney", "attorney_id", "state"),
        Index("assignments_expiring", "expires_at", postgresql_where=text("state = 'offered'")),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), index=True)
    attorney_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: The organization or firm the attorney acts for.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Null: every proceeding of the case.
    proceeding_id: Mapped[UUID | None] = mapped_column(ForeignKey("proceedings.id"))
    scope: Mapped[Scope] = mapped_column(closed(Scope))
    state: Mapped[AssignmentState] = mapped_column(closed(AssignmentState), default=AssignmentState.OFFERED)
    #: What the offer says: worth reading, and nothing that identifies.
    blurb: Mapped[str]
    #: The country of birth, as it was known then: sealed under the case's key, for the attorney who is asked.
    country: Mapped[Sealed | None]
    offered_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: From this instant on the offer can't be accepted. Null: one made before offers expired.
    expires_at: Mapped[datetime | None]
    #: Offers that were made together share this: the first who accepts is taken, unless ``several`` are wanted.
    round_id: Mapped[UUID | None]
    several: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: About how many hours it takes, as the coordinator sees it.
    hours: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    engaged_at: Mapped[datetime | None]
    of_record_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ending_reason: Mapped[str | None]


class Form(StrEnum):
    """On which form somebody tells a court or an agency what they are to a client."""

    #: Before the Department of Homeland Security (8 CFR 292.4).
    G_28 = "g_28"
    #: Before an immigration court (8 CFR 1003.17).
    EOIR_28 = "eoir_28"
    #: Before the Board of Immigration Appeals (8 CFR 1003.38(g)).
    EOIR_27 = "eoir_27"
    #: Help with a document before the Board, and before a court: no appearance.
    EOIR_60 = "eoir_60"
    EOIR_61 = "eoir_61"
    #: An appearance in a district court or a court of appeals, as its own rules have it.
    FEDERAL = "federal"


class FormScope(StrEnum):
    """For which proceedings an EOIR-28 is entered: its boxes since 2015-12-07."""

    ALL = "all"
    CUSTODY_AND_BOND = "custody_and_bond"
    ALL_BUT_CUSTODY_AND_BOND = "all_but_custody_and_bond"


class Appearance(Identified, Revised, Led, Table):
    """One form, entered for one proceeding. Whoever asked to withdraw is still of record until the judge granted it
    (8 CFR 1003.17(a)(3)).
    """

    __tablename__ = "appearances"
    __table_args__ = (
        CheckConstraint("withdrawal_decided_at IS NULL OR withdrawal_granted IS NOT NULL", name="decision"),
        Index("appearances_of_case", "case_id"),
        Index("appearances_of_proceeding", "proceeding_id"),
        Index(
            "appearances_standing",
            "assignment_id",
            "form",
            "proceeding_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("appearances_of_assignment", "assignment_id"),
    )

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    assignment_id: Mapped[UUID] = mapped_column(ForeignKey("assignments.id"))
    #: Null with a G-28, which is before the agency.
    proceeding_id: Mapped[UUID | None] = mapped_column(ForeignKey("proceedings.id"))
    form: Mapped[Form] = mapped_column(closed(Form))
    #: With an EOIR-28.
    scope: Mapped[FormScope | None] = mapped_column(closed(FormScope))
    #: Of several of record in a proceeding, whom the court writes to first.
    primary: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
    entered_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    withdrawal_asked_at: Mapped[datetime | None]
    withdrawal_decided_at: Mapped[datetime | None]
    withdrawal_granted: Mapped[bool | None]
    ended_at: Mapped[datetime | None]
