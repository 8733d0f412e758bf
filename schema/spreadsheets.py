"""Spreadsheets: a file somebody dropped in, row by row, until it has become cases or was given up.

The file itself is never stored. Its rows lie sealed under a key of their own, for whoever brought it and nobody else,
and the key is destroyed when the time to undo the import is over.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from schema.base import Identified, Revised, Sealed, Table, closed


class ColumnMeaning(StrEnum):
    """Which fact a column of a list of clients gives."""

    REF = "ref"
    A_NUMBER = "a_number"
    FULL_NAME = "full_name"
    GIVEN_NAMES = "given_names"
    SURNAMES = "surnames"
    PUBLIC_NAME = "public_name"
    BIRTH_DATE = "birth_date"
    NATIONALITY = "nationality"
    COUNTRY_OF_BIRTH = "country_of_birth"
    GENDER = "gender"
    LANGUAGE = "language"
    ARRESTED_ON = "arrested_on"
    ARREST_PLACE = "arrest_place"
    FACILITY = "facility"
    BOOKED_IN = "booked_in"
    HEARING_DATE = "hearing_date"
    HEARING_TIME = "hearing_time"
    HEARING_KIND = "hearing_kind"
    COURT = "court"
    JUDGE = "judge"
    MEDIUM = "medium"
    ATTORNEY = "attorney"
    CALLER_NAME = "caller_name"
    CALLER_PHONE = "caller_phone"
    CALLER_RELATION = "caller_relation"
    NOTES = "notes"


class SpreadsheetState(StrEnum):
    """How far it has come."""

    #: Its rows are being read again: it was just brought, or its columns were matched anew.
    CHECKING = "checking"
    #: Somebody looks at what would happen.
    READY = "ready"
    #: Row after row becomes a case.
    BRINGING_IN = "bringing_in"
    DONE = "done"
    #: Stopped on the way: what had become a case stays, and can be undone.
    STOPPED = "stopped"
    UNDOING = "undoing"
    UNDONE = "undone"


#: States in which the house works on it.
AT_WORK = (SpreadsheetState.CHECKING, SpreadsheetState.BRINGING_IN, SpreadsheetState.UNDOING)
#: States in which an import is over, and may be undone.
OVER = (SpreadsheetState.DONE, SpreadsheetState.STOPPED)


class RowState(StrEnum):
    """What a row would become, or became."""

    UNREAD = "unread"
    #: Would become a new case.
    NEW = "new"
    #: Is somebody of a case that there is.
    KNOWN = "known"
    #: Something in it cannot be read, or contradicts something.
    PROBLEM = "problem"
    LEFT_OUT = "left_out"
    #: Became a case.
    MADE = "made"
    #: Filled what was empty in a case that there was.
    FILLED = "filled"
    #: Left the case that there was as it was.
    KEPT = "kept"
    #: Could not be brought in; why stands with it.
    FAILED = "failed"
    #: Became a case that was taken back with the import.
    TAKEN_BACK = "taken_back"
    #: Became a case that has been worked on since, and stayed when the import was undone.
    STAYED = "stayed"


#: Rows that still wait for the import.
WAITING_ROWS = (RowState.NEW, RowState.KNOWN)


class KnownRule(StrEnum):
    """What happens with a row about somebody who is known."""

    SKIP = "skip"
    FILL = "fill"
    #: It is somebody else of that name and birth date: a case of their own.
    ANEW = "anew"


class Spreadsheet(Identified, Revised, Table):
    """One table that somebody brought, and what its columns mean."""

    __tablename__ = "spreadsheets"
    __table_args__ = (
        UniqueConstraint("organization_id", "id"),
        Index(
            "spreadsheets_at_work",
            "state_since",
            postgresql_where=text("state in ('checking', 'bringing_in', 'undoing')"),
        ),
    )  # fmt: skip

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    #: Who brought it: nobody else reads it.
    brought_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), index=True)
    vault_key_id: Mapped[UUID] = mapped_column(ForeignKey("vault_keys.id"))
    #: What the file and the sheet in it are called.
    name: Mapped[Sealed]
    #: The names of its columns, as a JSON list.
    header: Mapped[Sealed]
    #: Keyed index of the column names: a file with the same columns is matched as this one was.
    header_index: Mapped[bytes]
    #: Of each column the word of what it means; empty: it is not read.
    meanings: Mapped[list[str]]
    #: In dates such as 3/4/2026 the day stands first. Null: nobody has said, and the dates do not show it.
    day_first: Mapped[bool | None]
    #: There are dates that would be another day in the other order.
    order_asked: Mapped[bool] = mapped_column(server_default=text("false"), default=False)
    #: What happens with rows about people who are known, unless a row says otherwise.
    known_rule: Mapped[KnownRule] = mapped_column(closed(KnownRule), default=KnownRule.SKIP)
    state: Mapped[SpreadsheetState] = mapped_column(closed(SpreadsheetState), default=SpreadsheetState.CHECKING)
    state_since: Mapped[datetime]
    rows: Mapped[int]
    #: Rows that the work under way has seen to.
    done: Mapped[int] = mapped_column(server_default=text("0"), default=0)
    #: When the import was over.
    finished_at: Mapped[datetime | None]


class SpreadsheetRow(Identified, Table):
    """One row. What it became is named by id alone: erasing that case asks nothing here."""

    __tablename__ = "spreadsheet_rows"
    __table_args__ = (
        UniqueConstraint("spreadsheet_id", "number"),
        ForeignKeyConstraint(
            ["organization_id", "spreadsheet_id"], ["spreadsheets.organization_id", "spreadsheets.id"]
        ),
        Index("spreadsheet_rows_by_state", "spreadsheet_id", "state", "number"),
    )  # fmt: skip

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    spreadsheet_id: Mapped[UUID]
    brought_by_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    #: As the spreadsheet program numbers it, the header included.
    number: Mapped[int]
    #: Its cells as text, a JSON list in the order of the columns.
    cells: Mapped[Sealed]
    state: Mapped[RowState] = mapped_column(closed(RowState), default=RowState.UNREAD)
    #: What is wrong with it: a JSON list of column, sentence and the values of its blanks.
    problems: Mapped[Sealed | None]
    #: Blind index of its A-number, so that the same number in two rows is seen.
    number_index: Mapped[bytes | None]
    #: What happens if it is about somebody known; null: as with the others.
    rule: Mapped[KnownRule | None] = mapped_column(closed(KnownRule))
    #: The case it is about, or became.
    became_id: Mapped[UUID | None]


class RememberedColumns(Identified, Table):
    """What the columns of a table with these names meant last time: matched once, and then by itself."""

    __tablename__ = "remembered_columns"
    __table_args__ = (UniqueConstraint("organization_id", "header_index"),)

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"))
    header_index: Mapped[bytes]
    meanings: Mapped[list[str]]
    day_first: Mapped[bool | None]
