"""Date checkers: a volunteer rings the court's line for one shift, one date at a time.

Ana starts a shift for Tomás, who has no account. The link goes to him by message; the code she reads to him over the
telephone, so that whoever has only one of the two has nothing. The code binds the link to his phone, and he signs a
promise. Then he is shown one number, some letters and one date; he rings the line and says what he heard. Then the
next, until his hour is over: from then on the link is like one that never was.

A shift's link sees its own shift and, through one function of the database, the one item on its screen. What looks for
the next date and records what was heard is the house itself (``SHIFTS``): no date checker's transaction sees a list.
"""

from casework.date_checks.checks import record_check
from casework.date_checks.page import Item, Page, Stage, page
from casework.date_checks.promise import CURRENT, Promise, promise
from casework.date_checks.queue import next_item
from casework.date_checks.shifts import Started, by_secret, end_shift, end_shifts, start_shift
from casework.date_checks.taking_back import take_back_check
from casework.date_checks.volunteer import Entered, Entry, enter_code, sign_promise

__all__ = [
    "CURRENT",
    "Entered",
    "Entry",
    "Item",
    "Page",
    "Promise",
    "Stage",
    "Started",
    "by_secret",
    "end_shift",
    "end_shifts",
    "enter_code",
    "next_item",
    "page",
    "promise",
    "record_check",
    "sign_promise",
    "start_shift",
    "take_back_check",
]
