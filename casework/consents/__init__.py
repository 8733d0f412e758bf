"""Consents: given by the client in their own language; narrowed, paused or withdrawn at any time by telling anyone.

Taking one back takes back, in the same transaction, everything it had cleared: actions are called off, people told,
queued letters stopped, drafts lose the name. What can't be recalled is a list that somebody calls through.
"""

from __future__ import annotations

from casework.consents.ends import warn_of_ends
from casework.consents.giving import confirm_consent, give_consent
from casework.consents.interview import Answers, How, Interviewed, record_consent_interview
from casework.consents.retractions import tick_off_retraction
from casework.consents.safeguards import doubt_capacity
from casework.consents.taking_back import Withdrawn, narrow_consent, pause_consent, resume_consent, withdraw_consent
from casework.consents.terms import LONGEST, USUAL

__all__ = [
    "LONGEST",
    "USUAL",
    "Answers",
    "How",
    "Interviewed",
    "Withdrawn",
    "confirm_consent",
    "doubt_capacity",
    "give_consent",
    "narrow_consent",
    "pause_consent",
    "record_consent_interview",
    "resume_consent",
    "tick_off_retraction",
    "warn_of_ends",
    "withdraw_consent",
]
