"""Hearings: scheduled from a notice, checked, moved, cancelled, and reported in a minute afterwards.

Times are typed as printed on the notice: wall time at the hearing location, or at the court when there is none.
Whoever was told of a hearing is told when it moves; that is never left to a second step.
"""

from casework.hearings.around import waits_for_lead
from casework.hearings.cancel import CancelPreview, cancel_hearing, preview_cancel
from casework.hearings.chains import standing
from casework.hearings.check import Checked, check_date
from casework.hearings.correct import correct_report
from casework.hearings.move import Moved, Preview, move_along, preview_reschedule, reschedule_hearing
from casework.hearings.printed import Notice, as_told
from casework.hearings.report import NextDate, Reported, Spoken, ToDo, report_hearing
from casework.hearings.schedule import schedule_hearing
from casework.hearings.unreport import take_back_report

__all__ = [
    "CancelPreview",
    "Checked",
    "Moved",
    "NextDate",
    "Notice",
    "Preview",
    "Reported",
    "Spoken",
    "ToDo",
    "as_told",
    "cancel_hearing",
    "check_date",
    "correct_report",
    "move_along",
    "preview_cancel",
    "preview_reschedule",
    "report_hearing",
    "reschedule_hearing",
    "schedule_hearing",
    "standing",
    "take_back_report",
    "waits_for_lead",
]
