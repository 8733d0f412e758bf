"""Tasks: what a named human has to do next, on a case or for the organization."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Led, Revised, Sealed, Table

#: What a task is raised by when a letter did not arrive. Its key is that word, the matter (an occasion, an assignment,
#: or the letter itself), the version of its date, and whom to call, with colons between: the clocks look for the second
#: and the fourth.
LETTER_FAILED = "notice_failed"
#: What a task is raised by when somebody wrote a text, or their calendar an answer, that a human must read. Its key is
#: that word and the message.
TEXT_CAME = "text_came"
#: What a task is raised by when somebody has not said that they know of a change. Its key is that word, the
#: acknowledgement, and the rung on which its owner is called.
UNANSWERED = "unanswered"


class Task(Identified, Revised, Led, Table):
    """One thing to do. What the house raises has a key, so that it raises it once."""

    __tablename__ = "tasks"
    __table_args__ = (
        Index("tasks_open", "owner_id", "due_at", postgresql_where=text("done_at is null")),
        Index("tasks_owned", "owner_id", "due_at", "id"),
        Index("tasks_asked_for", "created_by_id"),
        # Those of one organization's cases, all or open, and those of no case.
        Index("tasks_led", "lead_organization_id", "due_at", "id"),
        Index("tasks_led_open", "lead_organization_id", "due_at", "id", postgresql_where=text("done_at is null")),
        Index("tasks_of_no_case", "organization_id", "due_at", postgresql_where=text("case_id is null")),
    )

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"), index=True)
    #: Of an advocacy action: whoever plans it reads it, too.
    action_id: Mapped[UUID | None] = mapped_column(ForeignKey("advocacy_actions.id"), index=True)
    #: What is to be done, as its owner reads it. Sealed under the case's key; under its owner's when there is no case.
    title: Mapped[Sealed]
    #: Where the house says it: the same in every language of the page, by language, as JSON under the same key. Null: a
    #: person said it, in their own words.
    said: Mapped[Sealed | None]
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    due_at: Mapped[datetime | None]
    #: Why the house raised it: "notice_failed", "transfer" … Null: a person did.
    raised_by: Mapped[str | None]
    #: Raising the same matter twice makes one task.
    raised_key: Mapped[str | None] = mapped_column(unique=True)
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
