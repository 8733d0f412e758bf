"""Cases: one episode of detention, with its proceedings and its team."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Sequence, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table, closed

#: Short ids that can be said on the telephone: C-10423.
case_numbers = Sequence("case_numbers", start=10001, metadata=Table.metadata)


class Stage(StrEnum):
    """Where the work stands. Where the person is, is :class:`CustodyStatus`."""

    INTAKE = "intake"
    SEEKING_COUNSEL = "seeking_counsel"
    REPRESENTED = "represented"
    AFTER_RELEASE = "after_release"
    CLOSED = "closed"


class CustodyStatus(StrEnum):
    """Where the person is, as far as anyone knows. It follows from the last stay."""

    UNLOCATED = "unlocated"
    IN_CUSTODY = "in_custody"
    RELEASED = "released"
    REMOVED = "removed"
    DEPARTED = "departed"
    OTHER_AGENCY = "other_agency"
    DIED = "died"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """How soon somebody has to look at it."""

    ROUTINE = "routine"
    SOON = "soon"
    URGENT = "urgent"


class Case(Identified, Revised, Table):
    """One episode of detention. Everyone on it sees this row; what identifies lies in tables of its own."""

    __tablename__ = "cases"
    __table_args__ = (
        ForeignKeyConstraint(["lead_organization_id", "detainee_id"], ["detainees.organization_id", "detainees.id"]),
        UniqueConstraint("lead_organization_id", "source_ref"),
        # The board of one organization, in each of its orders.
        Index("cases_board", "lead_organization_id", "next_occasion_at", "id"),
        # The same, the latest date first: nulls stand last either way, so that the other can't be walked backwards.
        Index("cases_board_latest", "lead_organization_id", text("next_occasion_at desc nulls last"), text("id desc")),
        Index("cases_opened", "lead_organization_id", "opened_at", "id"),
        Index("cases_numbered", "lead_organization_id", "number"),
        Index("cases_of_detainee", "detainee_id"),
        Index("cases_by_next", "next_occasion_id", postgresql_where=text("next_occasion_id is not null")),
        # What somebody looks after who has left.
        Index("cases_coordinated", "coordinator_id", postgresql_where=text("closed_at is null")),
        Index("cases_of_operation", "operation_id", "id", postgresql_where=text("operation_id is not null")),
        Index("cases_merged", "merged_into_id", postgresql_where=text("merged_into_id is not null")),
    )

    number: Mapped[int] = mapped_column(case_numbers, server_default=case_numbers.next_value(), unique=True)
    lead_organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    detainee_id: Mapped[UUID]
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    stage: Mapped[Stage] = mapped_column(closed(Stage), default=Stage.INTAKE)
    custody_status: Mapped[CustodyStatus] = mapped_column(closed(CustodyStatus), default=CustodyStatus.UNLOCATED)
    priority: Mapped[Priority] = mapped_column(closed(Priority), default=Priority.ROUTINE)
    #: Nothing about this case becomes public, whatever else is clicked (law 9).
    no_publicity: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    tags: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    #: Whose case it is to look after.
    coordinator_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    #: Release asks every consent again: those given before this instant no longer count.
    consents_asked_again_from: Mapped[datetime | None]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closing_reason: Mapped[str | None]
    #: Kept by the verbs that plan, move and cancel occasions: what boards order by. Valid until that instant.
    next_occasion_at: Mapped[datetime | None]
    next_occasion_id: Mapped[UUID | None] = mapped_column(ForeignKey("occasions.id", use_alter=True))
    #: The raid or sweep it belongs to.
    operation_id: Mapped[UUID | None] = mapped_column(ForeignKey("operations.id"))
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    source_ref: Mapped[str | None]

    @property
    def short_id(self) -> str:
        """The id people say on the telephone: ``C-10423``."""
        return f"C-{self.number}"


class Intake(Led, Table):
    """The first report: who called, what they saw, where. For the legal team alone."""

    __tablename__ = "intakes"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    caller_name: Mapped[Sealed | None]
    caller_phone: Mapped[Sealed | None]
    caller_relation: Mapped[str | None]
    arrested_at: Mapped[datetime | None]
    arrest_zone: Mapped[str | None]
    arrest_place: Mapped[Sealed | None]
    told: Mapped[Sealed | None]


class CaseContact(Identified, Led, Table):
    """A family contact: someone the client has named, or counsel until the client is reached (DOMAIN §3.3)."""

    __tablename__ = "case_contacts"
    __table_args__ = (UniqueConstraint("case_id", "person_id"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    relation: Mapped[str]
    #: Who named them: the client, or counsel. Nobody else's word makes a contact: abusers call, too.
    named_by_client: Mapped[bool]
    #: Not somebody of theirs but the client, who was released and can be reached.
    is_client: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Of the page that shows them their dates: derived as an invitation's is; only its hash is kept.
    secret_hash: Mapped[bytes] = mapped_column(unique=True)
    generation: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    ended_at: Mapped[datetime | None]


class Claim(Led, Table):
    """Claim, relief and manner of entry: for counsel and supervised staff of the legal provider alone."""

    __tablename__ = "claims"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    told: Mapped[Sealed]


class Health(Led, Table):
    """What the legal team must know of the person's health: counsel and supervised staff alone."""

    __tablename__ = "health"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    told: Mapped[Sealed]
