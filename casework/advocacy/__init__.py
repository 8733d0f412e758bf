"""Advocacy actions: drafted, signed off as they read, published when nothing is missing, called off at any time.

Two keys open an action that is about a client: the client's consent, and counsel's yes to exactly what it says. A
change of what is said, about whom, or to whom voids that yes; room, seats, hosts and time do not.
"""

from __future__ import annotations

from casework.advocacy.arrangements import Arrangements
from casework.advocacy.counsel import (
    answer_action,
    ask_counsel,
    confirm_sign_offs,
    hand_over_sign_offs,
    take_over_words,
)
from casework.advocacy.drafts import Revised, draft_action, revise_action
from casework.advocacy.embargo import embargo_action
from casework.advocacy.permitted import keep_to_what_is_permitted
from casework.advocacy.publication import call_off_action, publish_action, sign_off_action, take_down
from casework.advocacy.words import Words

__all__ = [
    "Arrangements",
    "Revised",
    "Words",
    "answer_action",
    "ask_counsel",
    "call_off_action",
    "confirm_sign_offs",
    "draft_action",
    "embargo_action",
    "hand_over_sign_offs",
    "keep_to_what_is_permitted",
    "publish_action",
    "revise_action",
    "sign_off_action",
    "take_down",
    "take_over_words",
]
