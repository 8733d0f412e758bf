"""Hearings: scheduled from a notice, moved, cancelled, and reported in a minute afterwards.

Times are typed as printed on the notice: wall time at the hearing location, or at the court when there is none.
Whoever was told of a hearing is told when it moves; that is never left to a second step.
"""

from casework.hearings.cancel import CancelPreview, cancel_hearing, preview_cancel
from casework.hearings.move import Moved, Preview, preview_reschedule, reschedule_hearing
from casework.hearings.printed import Notice, as_told
from casework.hearings.report import Reported, report_hearing
from casework.hearings.schedule import schedule_hearing

__all__ = [
    "CancelPreview",
    "Moved",
    "Notice",
    "Preview",
    "Reported",
    "as_told",
    "cancel_hearing",
    "preview_cancel",
    "preview_reschedule",
    "report_hearing",
    "reschedule_hearing",
    "schedule_hearing",
]
