"""Notices: who has to be told what and when, from the act that makes it due to the carrier's receipt.

Ana moves Mateo's hearing. In the same transaction the letters that say so are *planned*: a row for each person, due
now, and the reminders of the new date; the reminders of the old one are superseded. Within seconds the worker *claims*
what is due, a batch at a time, under a lease, and *prepares* it: it asks again, now, whether the date still stands,
whether the reader may still know, and where they can be reached. What has been overtaken is skipped with its reason.
The rest is carried outside any transaction, and what the carrier said is *settled*. If it says "later", it is tried
again until the letter would help nobody; then a human is told to call.

PostgreSQL remembers; the queue only wakes. A worker killed between carrying and settling leaves a lease that ends; the
*sweep* makes that ``unknown``, and it is carried again under the same Message-ID.
"""

from __future__ import annotations

from casework.notices.asked_again import ask_again
from casework.notices.claiming import LEASE, Due, claim_due, give_back, keep_in_hand, sweep, waiting
from casework.notices.follow import follow_reach
from casework.notices.forecast import (
    Telling,
    forecast,
    forecast_invitations,
    forecast_reminders,
    forecast_transferred,
)
from casework.notices.of_cases import tell_glass_broken
from casework.notices.of_changes import tell_unanswered, write_again
from casework.notices.of_digests import plan_digest
from casework.notices.of_entries import ask_once_more, tell_entry_changed
from casework.notices.of_links import tell_link_renewed
from casework.notices.of_placements import tell_assigned, tell_offer
from casework.notices.of_places import OfPlace, tell_of_place
from casework.notices.of_reports import REPORT_LETTERS, tell_of_report
from casework.notices.of_sightings import DISPATCH_STANDS_FOR, call_responder, dispatch_secret
from casework.notices.of_sign_in_links import tell_sign_in_link
from casework.notices.of_transfers import tell_transferred
from casework.notices.owing import LETTER_OF_CHANGE, OWED
from casework.notices.plan import (
    follow_answer,
    plan,
    plan_all,
    plan_case,
    plan_organization,
    plan_upcoming,
    stop,
    tell_change,
    tell_invited,
    tell_withdrawn,
)
from casework.notices.prepare import House, Outgoing, prepare
from casework.notices.reach import wishes_of
from casework.notices.readers import readers_for
from casework.notices.recipients import Recipient, as_they_stand, concern, recipients
from casework.notices.settle import Outcome, Said, settle
from casework.notices.stopping import stop_writing, stop_writing_to
from casework.told import CHANGES

__all__ = [
    "CHANGES",
    "DISPATCH_STANDS_FOR",
    "LEASE",
    "LETTER_OF_CHANGE",
    "OWED",
    "REPORT_LETTERS",
    "Due",
    "House",
    "OfPlace",
    "Outcome",
    "Outgoing",
    "Recipient",
    "Said",
    "Telling",
    "as_they_stand",
    "ask_again",
    "ask_once_more",
    "call_responder",
    "claim_due",
    "concern",
    "dispatch_secret",
    "follow_answer",
    "follow_reach",
    "forecast",
    "forecast_invitations",
    "forecast_reminders",
    "forecast_transferred",
    "give_back",
    "keep_in_hand",
    "plan",
    "plan_all",
    "plan_case",
    "plan_digest",
    "plan_organization",
    "plan_upcoming",
    "prepare",
    "readers_for",
    "recipients",
    "settle",
    "stop",
    "stop_writing",
    "stop_writing_to",
    "sweep",
    "tell_assigned",
    "tell_change",
    "tell_entry_changed",
    "tell_glass_broken",
    "tell_invited",
    "tell_link_renewed",
    "tell_of_place",
    "tell_of_report",
    "tell_offer",
    "tell_sign_in_link",
    "tell_transferred",
    "tell_unanswered",
    "tell_withdrawn",
    "waiting",
    "wishes_of",
    "write_again",
]
