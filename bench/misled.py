"""Faults that somebody could make tomorrow: for as long as one stands, a line of the house says something else. Whoever
watches what is public must find each of them.
"""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from api import renderings
from api.pages import public
from casework import answers, cases, clearance, disclosure, invitations
from casework.advocacy import further_cases
from casework.consents import cascade
from casework.disclosure import cards, facts, several

#: Its verb has the module's name.
public_page = sys.modules["casework.advocacy.public_page"]


@dataclass(frozen=True, slots=True)
class Fault:
    """In which function of which module a line says what instead."""

    module: ModuleType
    name: str
    right: str
    wrong: str


FAULTS: dict[str, Fault] = {
    # What stands.
    "a consent that ended": Fault(clearance, "standing", "not consent.stands_at(now)", "False"),
    "before release asked again": Fault(clearance, "standing", "consent.given_at < client_released_at", "False"),
    "no publicity, and the press is told": Fault(clearance, "standing", "no_publicity and", "False and"),
    "an action that names more than was agreed": Fault(
        clearance, "_missing_consent", "not permit.names(said.name_form)", "False"
    ),
    "an action with a photo nobody agreed to": Fault(
        clearance, "_missing_consent", "said.uses_photo and not permit.photo", "False"
    ),
    "an action addressed to whom nobody agreed": Fault(clearance, "_missing_consent", "[not_agreed(audience)]", "[]"),
    "a yes to an earlier revision": Fault(
        clearance, "_signed", "one.said_revision == said.said_revision", "one.said_revision <= said.said_revision"
    ),
    "a yes of whoever is not of record": Fault(clearance, "counts", "one.attorney_id in attorneys_of_record", "True"),
    "no publicity is forgotten": Fault(facts, "case_clearances", "case.no_publicity", "False"),
    # Of several cases.
    "only the first client is asked": Fault(several, "together", "for one in facts:", "for one in facts[:1]:"),
    "a case is added and the old yes stands": Fault(
        further_cases, "add_case_to_action", "await said_anew(tx, action, home)", "None"
    ),
    "a case is taken off and the old yes stands": Fault(
        further_cases, "take_case_off_action", "await said_anew(tx, action, case)", "None"
    ),
    # What is said.
    "embargoes are forgotten": Fault(facts, "facts_of_all", "embargoes.standing(action, tx.now)", "frozenset()"),
    "a title for whom no name was agreed": Fault(cards, "_title", "not permit.names(action.name_form)", "False"),
    "a title before its name may be said": Fault(cards, "_title", "holds_back_name(facts)", "False"),
    "the last words of a draft": Fault(cards, "_never_said", "action.published_at is None", "False"),
    "officials are told the name": Fault(
        cards, "_by_audience", "return _card(facts, uid, court",
        "return _card(facts, uid, name=facts.public_name, court",
    ),
    "hearings of people at liberty": Fault(
        cards, "_cleared", "facts.at_liberty or not facts.hearing.detained", "False"
    ),
    "a name that the action does not say": Fault(cards, "_by_audience", "action is None or _says_name(action)", "True"),
    "what was taken back": Fault(answers, "page", "invitation.state is not InvitationState.WITHDRAWN", "True"),
    # Public pages.
    "a page for as long as it is published": Fault(cards, "stands_in_public", "clearance.clear and", "True and"),
    "calendars keep the title": Fault(cards, "without_names", "action.name_form is NameForm.NONE", "True"),
    "a statement before its hour": Fault(disclosure, "public_words", "None if later else", ""),
    "what is kept is not asked about": Fault(public, "_answer", "kept is None or found.touched", "kept is None"),
    "nothing that is kept runs out": Fault(renderings, "Renderings.get", "kept.valid_until <= now", "False"),
    "a lapse is not foreseen": Fault(public_page, "public_page", "min([*lapses, ", "min(["),
    # What follows.
    "what lost its consent stays published": Fault(cascade, "follow", "if not clearance.clear:", "if False:"),
    "who was asked stays asked": Fault(invitations, "follow_clearance", "if not told:", "if False:"),
    "a minor's yes goes on": Fault(cases, "update_case", "await rest_what_was_given_alone(tx, case)", "None"),
}  # fmt: skip


@contextmanager
def misled(fault: Fault) -> Iterator[None]:
    """The function says something else meanwhile, for whoever has it by name as well."""
    owner: Any = fault.module
    *outer, name = fault.name.split(".")
    for one in outer:
        owner = getattr(owner, one)
    function = getattr(owner, name)
    source = textwrap.dedent(inspect.getsource(function))
    if fault.right not in source:
        raise AssertionError(f"{fault.name} does not say {fault.right}")
    wrong = source.replace(fault.right, fault.wrong)
    names: dict[str, Any] = {}
    exec(  # noqa: S102
        compile("from __future__ import annotations\n" + wrong, fault.module.__file__ or "", "exec"),
        fault.module.__dict__, names,
    )  # fmt: skip
    holders = [owner] if outer else [
        one for key, one in sys.modules.items()
        if key.startswith(("api", "casework")) and getattr(one, name, None) is function
    ]  # fmt: skip
    try:
        for holder in holders:
            setattr(holder, name, names[name])
        yield
    finally:
        for holder in holders:
            setattr(holder, name, function)


__all__ = ["FAULTS", "Fault", "misled"]
