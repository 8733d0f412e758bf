"""Conflict checks: whether a client stands against somebody whom an attorney, or their firm, works or worked for.

Ines of another firm says yes to Mateo's case. Before anything opens, Ana checks. If Ines's firm keeps a *list* of its
clients and adversaries here, the sheet's names and the list are compared by keyed tokens, in the database, and both
sides are told "possible conflict" or "none found" and never a name. If it keeps none, or the answer was "possible", Ana
sends the *sheet* to their one named conflicts contact, with the client's consent to seek counsel: names, aliases,
relatives, employers, adverse parties, and nothing of the claim. It is a disclosure, and in the trail. The contact says
clear, conflict, or need more; from then on the sheet is shut. Only when it clears does the file open (ABA Model Rules
1.7, 1.9, 1.10; what may be told before is Rule 1.6(b)(7), 1.18(b)).

Nobody is to find out other people's clients by asking: an offer is compared once; an organization compares with one
list a few times a month; a list counts as it was when the offer was made, and can't be changed while a check waits.
"""

from casework.conflicts.answers import answer_conflict_sheet, follow
from casework.conflicts.lists import MOST_NAMES, add_conflict_names, remove_conflict_names
from casework.conflicts.sheets import send_conflict_sheet

__all__ = [
    "MOST_NAMES",
    "add_conflict_names",
    "answer_conflict_sheet",
    "follow",
    "remove_conflict_names",
    "send_conflict_sheet",
]
