"""Advocacy actions: drafted, signed off as they read, published when nothing is missing, called off at any time.

Two keys open an action that is about a client: the client's consent, and counsel's yes to exactly what it says. A
change of what is said, about whom, or to whom voids that yes; room, seats, hosts and time do not. How those who come
are kept safe is for those who plan it, and stands in a plan that nobody else reads.
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
from casework.advocacy.deciding import answer_hearing_move
from casework.advocacy.drafts import Revised, draft_action, revise_action
from casework.advocacy.embargo import embargo_action
from casework.advocacy.further_cases import add_case_to_action, take_case_off_action
from casework.advocacy.permitted import keep_to_what_is_permitted
from casework.advocacy.public_page import (
    Found,
    Page,
    edit_public_page,
    find_public_page,
    public_page,
)
from casework.advocacy.publication import call_off_action, publish_action, sign_off_action, take_down
from casework.advocacy.safety import Safety, write_safety_plan
from casework.advocacy.starters import lay_out_action_tasks
from casework.advocacy.wordings import Worded, draft_wording, write_wording
from casework.advocacy.words import Words

__all__ = [
    "Arrangements",
    "Found",
    "Page",
    "Revised",
    "Safety",
    "Worded",
    "Words",
    "add_case_to_action",
    "answer_action",
    "answer_hearing_move",
    "ask_counsel",
    "call_off_action",
    "confirm_sign_offs",
    "draft_action",
    "draft_wording",
    "edit_public_page",
    "embargo_action",
    "find_public_page",
    "hand_over_sign_offs",
    "keep_to_what_is_permitted",
    "lay_out_action_tasks",
    "public_page",
    "publish_action",
    "revise_action",
    "sign_off_action",
    "take_case_off_action",
    "take_down",
    "take_over_words",
    "write_safety_plan",
    "write_wording",
]
