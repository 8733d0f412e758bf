"""How the neighbors plan to be there: what Luis writes down for the vigil, and actions that name no one."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from casework import advocacy, reading, tasks
from casework.transaction import Transaction
from commands.demo.acts import Told
from commands.demo.story import HERE, Act, Story
from schema.advocacy import AdvocacyAction
from schema.consents import ConsentAudience, NameForm
from schema.occasions import OccasionKind
from schema.tasks import Task
from schema.wordings import WordingKind


def plan_the_vigil(story: Story, mateo: Told) -> None:
    """Before counsel signs: who is kept safe and by whom, what is said in two languages, what has to be done."""
    story.on(-6, "19:20", "luis", _arranged(
        mateo, "vigil",
        {
            "spokespeople": "Rev. Adele Winter\nMateo's teacher",
            "press_contact": "Luis Ortega, +1 203 555 0188",
            "run_of_show": "12:00 welcome, in English and Spanish\n12:05 a song\n12:15 silence, until the doors open\n"
            "12:40 walk in together, two by two",
            "languages": ["en", "es"],
            "accessibility": "Level ground; folding chairs by the fountain. Ask for Luis.",
        },
    ))  # fmt: skip
    story.on(-6, "19:25", "luis", _kept_safe(
        mateo, "vigil",
        {
            "marshals": "Walt and Imani, yellow scarves",
            "medics": "Deshawn, with the red bag",
            "legal_observers": "Two from the law school, green hats",
            "no_police_liaison": True,
            "legal_support_number": "+1 203 555 0177",
            "counter_protest": "We sing, and turn our backs. Nobody answers.",
            "weather": "Rain: under the arcade of the post office.",
            "stop_rule": "Walt ends it when anybody is pushed, or when the marshals ask for room.",
        },
    ))  # fmt: skip
    for minute, language in enumerate(("en", "es")):
        story.on(-6, f"19:3{minute}", "luis", _worded(mateo, "vigil", WordingKind.TALKING_POINTS, language))
    story.on(-6, "19:40", "luis", _laid_out(mateo, "vigil"))
    story.on(-1, "20:00", "luis", _done_so_far(mateo, "vigil"))


def plan_what_comes(story: Story, mateo: Told) -> None:
    """An advisory with gaps, letters for counsel's date, and what the neighbors do without naming anybody."""
    story.on(-2, "19:45", "luis", _worded(mateo, "press", WordingKind.MEDIA_ADVISORY, "en"))
    story.on(-2, "19:50", "luis", mateo.drafted(
        "letters", OccasionKind.LETTER_DRIVE,
        {
            "title": "Letters for a neighbor",
            "statement": "Write what you know of him: since when, from where, and that you will see him to his next"
            " date.",
            "name_form": NameForm.NONE,
            "audiences": [ConsentAudience.SUPPORTERS],
        },
        {"starts_at": story.wall(12, "18:00"), "time_zone": HERE, "lead_id": story.who["luis"]},
        by=story.neighbors,
    ))  # fmt: skip
    story.on(-1, "09:40", "julia", _due_on(mateo, "letters", story.day(12)))
    for days, hour, kind, title, more in (
        (6, "18:30", OccasionKind.TOWN_HALL, "An evening of questions, with a lawyer",
         {"place_name": "Farrow Mills Public Library", "place_city": "Farrow Mills, CT",
          "languages": ["en", "es", "ht"], "accessibility": "Ramp at the side door, elevator to the hall"}),
        (9, "09:00", OccasionKind.CALL_IN, "Call your representative: visits for families", {}),
        (20, "17:00", OccasionKind.PETITION, "Let neighbors visit neighbors",
         {"link": "https://petition.example/visits"}),
    ):  # fmt: skip
        story.on(-3, "20:00", "luis", _without_case(
            story.neighbors, kind, title,
            {"starts_at": story.wall(days, hour), "time_zone": HERE, "length_minutes": 90,
             "lead_id": story.who["luis"], **more},  # type: ignore[typeddict-item]
        ))  # fmt: skip


def _arranged(of: Told, called: str, arrangements: advocacy.Arrangements) -> Act:
    async def act(tx: Transaction) -> None:
        action = await tx.session.get_one(AdvocacyAction, of.actions[called])
        await advocacy.revise_action(
            tx, action.id, expected_revision=action.revision, words={}, arrangements=arrangements
        )

    return act


def _due_on(of: Told, called: str, day: date) -> Act:
    return _arranged(of, called, {"letters_due_on": day})


def _kept_safe(of: Told, called: str, safety: advocacy.Safety) -> Act:
    return lambda tx: advocacy.write_safety_plan(tx, of.actions[called], safety)


def _worded(of: Told, called: str, kind: WordingKind, language: str) -> Act:
    async def act(tx: Transaction) -> None:
        action = await tx.session.get_one(AdvocacyAction, of.actions[called])
        await advocacy.draft_wording(tx, action.id, kind=kind, language=language, expected_revision=action.revision)

    return act


def _laid_out(of: Told, called: str) -> Act:
    return lambda tx: advocacy.lay_out_action_tasks(tx, of.actions[called])


def _done_so_far(of: Told, called: str) -> Act:
    async def act(tx: Transaction) -> None:
        found = await reading.children(tx, Task, "action_id", [of.actions[called]], ("id",))
        for task in found.get(of.actions[called], []):
            if task.done_at is None and task.due_at and task.due_at < tx.now + timedelta(days=1):
                await tasks.complete_task(tx, task.id, expected_revision=task.revision)

    return act


def _without_case(organization_id: UUID, kind: OccasionKind, title: str, arrangements: advocacy.Arrangements) -> Act:
    async def act(tx: Transaction) -> None:
        action = await advocacy.draft_action(
            tx, organization_id, kind=kind, words={"title": title, "name_form": NameForm.NONE, "audiences": []},
            arrangements=arrangements,
        )  # fmt: skip
        for task in await advocacy.lay_out_action_tasks(tx, action.id):
            # They began in time.
            if task.due_at and task.due_at < tx.now + timedelta(days=4):
                await tasks.complete_task(tx, task.id, expected_revision=task.revision)
        await advocacy.publish_action(tx, action.id, expected_revision=action.revision)

    return act
