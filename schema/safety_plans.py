"""Safety plans: who looks after the people at an action, and when it is stopped.

A noun of its own, because an action's row is read by everybody on its case and a plan is not: it names volunteers, and
says where a crowd is weakest. It is for the organization that plans the action, and goes onto no card and no page.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table


class SafetyPlan(Identified, Revised, Led, Table):
    """The plan of one action. What names people, or helps whoever would harm them, is sealed under the action's key."""

    __tablename__ = "safety_plans"

    #: Who plans the action: its people alone read this.
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    action_id: Mapped[UUID] = mapped_column(ForeignKey("advocacy_actions.id"), unique=True)
    marshals: Mapped[Sealed | None]
    medics: Mapped[Sealed | None]
    legal_observers: Mapped[Sealed | None]
    police_liaison: Mapped[Sealed | None]
    #: They decided to have none, which is an answer; an empty liaison is not.
    no_police_liaison: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: The number people write on their arm.
    legal_support_number: Mapped[Sealed | None]
    counter_protest: Mapped[Sealed | None]
    weather: Mapped[Sealed | None]
    #: Who ends it, on what sign.
    stop_rule: Mapped[Sealed | None]
