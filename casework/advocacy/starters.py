"""The usual tasks of each kind of action, laid out for whoever leads it."""

from __future__ import annotations

from datetime import time
from uuid import UUID

from casework import tasks, times
from casework.access import Act
from casework.advocacy.drafts import action_for, refuse_over
from casework.language import Sentence
from casework.refusals import NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.occasions import STREET_KINDS, OccasionKind
from schema.people import Person
from schema.tasks import Task

#: What such a task is raised by. Its key is that word, the action, and which of the usual ones it is.
ACTION_TASK = "action_task"
#: Tasks are due at the end of a volunteer's day.
_AT = time(18)

#: By a word of its own: what is to be done, and how many days before.
_SAFETY = {
    "safety": (5, Sentence("Write the safety plan with those who will be marshals.")),
    "observers": (4, Sentence("Find legal observers, and write down the legal-support number.")),
}
_TOLD_BY_COUNSEL = {
    "counsel": (7, Sentence("Agree with counsel on what may be said, and about whom.")),
}
_USUAL: dict[OccasionKind, dict[str, tuple[int, Sentence]]] = {
    OccasionKind.PRESS_CONFERENCE: {
        "speakers": (5, Sentence("Find those who speak, and go through the talking points with them.")),
        "advisory": (3, Sentence("Send the media advisory once counsel has signed it off.")),
        "calls": (1, Sentence("Call the newsrooms.")),
        "sound": (1, Sentence("Bring a microphone, water, and the sign-in sheet.")),
    },
    OccasionKind.VIGIL: {
        "permit": (6, Sentence("Ask whether the place needs a permit.")),
        "order": (3, Sentence("Write the run of show: who opens, who reads, how it ends.")),
        "lights": (1, Sentence("Bring candles or lights, and a first-aid kit.")),
    },
    OccasionKind.RALLY: {
        "permit": (6, Sentence("Ask whether the place needs a permit.")),
        "medics": (4, Sentence("Find medics, and tell them where the cars can stand.")),
        "order": (3, Sentence("Write the run of show: who opens, who reads, how it ends.")),
        "sound": (1, Sentence("Bring a microphone, water, and the sign-in sheet.")),
    },
    OccasionKind.ACCOMPANIMENT: {
        "rules": (4, Sentence("Ask the court for its rules for observers, and how many seats there are.")),
        "briefing": (2, Sentence("Brief those who come: quiet, no signs, telephones off, ID for the door.")),
        "meeting": (1, Sentence("Tell everyone where to meet, and who speaks with the guards.")),
    },
    OccasionKind.CHECK_IN_ACCOMPANIMENT: {
        "wishes": (4, Sentence("Ask the client through counsel who comes along, and how far.")),
        "worst": (3, Sentence("Agree whom to call if the client is kept there.")),
        "meeting": (1, Sentence("Tell everyone where to meet, and who speaks with the guards.")),
    },
    OccasionKind.LETTER_DRIVE: {
        "date": (14, Sentence("Ask counsel by when the letters must be in, and what they should tell of.")),
        "sample": (12, Sentence("Send a sample letter, and say that name and address go to the government.")),
        "collect": (2, Sentence("Collect the letters, and give them to counsel and to nobody else.")),
    },
    OccasionKind.CALL_IN: {
        "script": (4, Sentence("Write the script of the call, and whom to ask for.")),
        "count": (1, Sentence("Name somebody who counts the calls, and what was answered.")),
    },
    OccasionKind.PETITION: {
        "text": (7, Sentence("Write the text of the petition, and where it is signed.")),
        "hand_over": (2, Sentence("Say who hands it over, to whom, and when.")),
    },
    OccasionKind.OFFICIAL_VISIT: {
        "scheduler": (10, Sentence("Call the schedulers, and offer two hours.")),
        "clearance": (7, Sentence("Ask the place how visitors are cleared, and how long that takes.")),
        "briefing": (2, Sentence("Brief the officials: what they may ask, and what they must not carry.")),
    },
    OccasionKind.BOND_FUND: {
        "page": (5, Sentence("Ask the fund for its page, and put the link here. No money goes through us.")),
        "amount": (3, Sentence("Ask counsel whether the amount may be told.")),
    },
    OccasionKind.TOWN_HALL: {
        "room": (10, Sentence("Book a room with a ramp, and chairs for those who interpret.")),
        "languages": (7, Sentence("Find interpreters for each language.")),
        "lawyer": (7, Sentence("Ask a lawyer to come and answer questions of law.")),
        "children": (3, Sentence("Find somebody who looks after the children.")),
    },
}  # fmt: skip


async def lay_out_action_tasks(tx: Transaction, action_id: UUID) -> list[Task]:
    """Lay out the usual tasks of this kind of action, for its lead, or for oneself where nobody leads it: each once,
    however often this is asked. Raises :class:`NotAllowedByState` when all of them are there.
    """
    action, case = await action_for(tx, action_id, Act.LAY_OUT_ACTION_TASKS)
    refuse_over(action)
    owner = await tx.session.get_one(Person, action.lead_id or tx.somebody)
    made: list[Task] = []
    for word, (days, title) in usual(action).items():
        key = f"{ACTION_TASK}:{action.id}:{word}"
        due = max(tx.now, times.days_before_at(action.occasion.starts_at, action.occasion.time_zone, days, _AT))
        if case is not None:
            task = await tasks.raise_once(tx, case, key, title, due, owner=owner, action_id=action.id)
        else:
            task = await tasks.raise_in_organization(
                tx, action.organization_id, key, title, owner, due, action_id=action.id
            )
        if task is not None:
            task.created_by_id = tx.person_id
            made.append(task)
    if not made:
        raise NotAllowedByState("The usual tasks are there already.")
    await tx.session.flush()
    return made


def usual(action: AdvocacyAction) -> dict[str, tuple[int, Sentence]]:
    """What is usually to be done for such an action, and how many days before."""
    kind = action.occasion.kind
    street = _SAFETY if kind in STREET_KINDS else {}
    return {**(_TOLD_BY_COUNSEL if action.case_id else {}), **street, **_USUAL.get(kind, {})}


__all__ = ["lay_out_action_tasks", "usual"]
