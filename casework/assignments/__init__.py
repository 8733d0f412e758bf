"""Assignments: a case is offered to somebody entitled to appear there, who accepts, is engaged, and comes of record.

Ana offers Mateo's case to three attorneys at once. Ines says yes. She is of another firm, so that nothing opens yet:
her conflicts contact is asked first (``casework.conflicts``). It clears: the file opens, and the offers to the other
two are taken back. Accepted is not engaged (the letter is signed), and engaged is not of record: a form is entered for
*that* proceeding. Whoever wants to leave asks; until the judge has granted it they are still of record.
"""

from casework.assignments.answers import accept_assignment, answered_for, decline_assignment, open_file
from casework.assignments.appearances import ask_withdrawal, record_appearance, record_withdrawal_decision
from casework.assignments.ending import lapse, take_back_offer, withdraw_assignment
from casework.assignments.firm import seat_colleague
from casework.assignments.offers import (
    OfferShown,
    offer_assignment,
    offer_assignments,
    offer_shown,
    require_consent_to_seek_counsel,
)

__all__ = [
    "OfferShown",
    "accept_assignment",
    "answered_for",
    "ask_withdrawal",
    "decline_assignment",
    "lapse",
    "offer_assignment",
    "offer_assignments",
    "offer_shown",
    "open_file",
    "record_appearance",
    "record_withdrawal_decision",
    "require_consent_to_seek_counsel",
    "seat_colleague",
    "take_back_offer",
    "withdraw_assignment",
]
