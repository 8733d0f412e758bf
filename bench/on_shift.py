"""What a date checker's link may show, stated a third time. Nothing of ``casework`` is imported here either."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from bench.rules import Row, Rows


class OnShift:
    """What whoever holds the link of a date checker's shift may see in one world at one instant."""

    def __init__(self, rows: Rows, shift: Row, now: datetime) -> None:
        self.rows, self.shift, self.now = rows, shift, now
        self.runs = (
            shift["revoked_at"] is None and shift["begins_at"] <= now < shift["ends_at"]
            and shift["bound_at"] is not None and shift["promised_at"] is not None
        )  # fmt: skip

    def allows(self, table: str, row: Row) -> bool:
        """The shift itself and, while it runs, what it was given. Of a case, a client, a hearing: not one row."""
        if table == "shifts":
            return bool(row["id"] == self.shift["id"])
        return table == "date_checks" and self.runs and bool(row["shift_id"] == self.shift["id"])

    def items(self) -> set[tuple[UUID, UUID]]:
        """Of the date it was given and has not answered, while that is ahead and the person is held: the hearing, and
        the number that is asked about.
        """
        found = set()
        for check in self.rows["date_checks"]:
            if not self.runs or check["shift_id"] != self.shift["id"] or check["outcome"] is not None:
                continue
            (hearing,) = (row for row in self.rows["hearings"] if row["id"] == check["hearing_id"])
            (occasion,) = (row for row in self.rows["occasions"] if row["id"] == hearing["occasion_id"])
            (case,) = (row for row in self.rows["cases"] if row["id"] == hearing["case_id"])
            numbers = [row["id"] for row in self.rows["detainee_numbers"] if row["detainee_id"] == case["detainee_id"]]
            ahead = occasion["state"] in ("tentative", "confirmed") and occasion["starts_at"] > self.now
            held = hearing["detained"] and case["custody_status"] not in ("released", "removed", "departed", "died")
            if ahead and held and numbers:
                found.add((hearing["id"], min(numbers)))
        return found
