"""Changes: who has said that they know of one, and who is called about those who have not (PRODUCT, journey 2).

Ana moves Mateo's hearing to an earlier hour. Eleven people are told; of those, Luis, Mateo's mother and the mayor owe a
word (:mod:`casework.notices.owing`). They give it on the page behind the letter's link, signed in, by text, or to
whoever of staff calls them (:mod:`~casework.changes.answering`). Who has not given it by the hour is called about: the
person on duty first, then the deputy, then the admin (:mod:`~casework.changes.following`). The answer silences it.
"""

from casework.changes.answering import (
    acknowledge_by_text,
    acknowledge_change,
    acknowledge_on_page,
    acknowledge_own,
    answered,
    record_reached,
    resend_change,
)
from casework.changes.following import follow

__all__ = [
    "acknowledge_by_text",
    "acknowledge_change",
    "acknowledge_on_page",
    "acknowledge_own",
    "answered",
    "follow",
    "record_reached",
    "resend_change",
]
