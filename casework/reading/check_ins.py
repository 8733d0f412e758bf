"""What is said of supervision after release, and of check-ins: to the legal team alone."""

from __future__ import annotations

from casework.reading.cases import CASE, occasion, of_case, shown_of_case
from casework.reading.facts import Many, Noun, One
from schema.check_ins import CheckIn, Supervision
from schema.invitations import Audience, InvitationState

SUPERVISION = Noun("Supervision", Supervision)
SUPERVISION.id()
SUPERVISION.columns("revision", "kind", "source", "began_at", "ended_at")
SUPERVISION.sealed("terms")

CHECK_IN = Noun("CheckIn", CheckIn)
CHECK_IN.id()
CHECK_IN.columns("revision", "source", "outcome", "reported_at")
CHECK_IN.sealed("office")
CHECK_IN["occasion"] = One("Occasion", lambda at, there: there.id == at.row.occasion_id, seen_with_it=True)
CHECK_IN["supervision"] = One("Supervision", lambda at, there: there.id == at.row.supervision_id)
CHECK_IN["accompaniers"] = Many(
    "Invitation",
    lambda at, there: (
        (there.row.occasion_id == at.row.occasion_id)
        & (there.row.audience == Audience.ACCOMPANIER)
        & (there.row.state != InvitationState.WITHDRAWN)
    ),
)

CASE["supervisions"] = Many(
    "Supervision",
    of_case,
    order=lambda there: [there.row.began_at.desc(), there.row.id.desc()],
    shown=shown_of_case(Supervision, "terms"),
)
CASE["check_ins"] = Many(
    "CheckIn",
    of_case,
    order=lambda there: [occasion(there).starts_at, there.row.id],
    shown=shown_of_case(CheckIn, "office"),
)
