"""Attorneys and accredited representatives: where they may appear, what they speak, what they take."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Revised, Table


class Attorney(Revised, Table):
    """Immigration court: any U.S. state bar in good standing plus EOIR registration, or DOJ accreditation."""

    __tablename__ = "attorneys"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    bar_states: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    eoir_registered: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Accredited by the Department of Justice (8 CFR 1292.12) instead of a bar.
    accredited: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: Federal courts that admitted them: district and circuit codes.
    admitted_courts: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    languages: Mapped[list[str]] = mapped_column(server_default=text("'{}'"), default=list)
    open_to_offers: Mapped[bool] = mapped_column(server_default=text("true"), default=True)
