"""Writing the safety plan of an action.

An action in the street may be published without one: somebody is taken at six, and at eight their neighbors stand
before the building. A rule that stopped them would be met with a plan that says "none" nine times, which is worse than
none, because it looks like one. So it is said on the page what is missing (:mod:`casework.readiness`), beside the
button, and the button works. Who reads it: the organization that plans the action, and nobody else, counsel neither: it
holds the names of volunteers, and the case's file may be asked for.
"""

from __future__ import annotations

from typing import TypedDict
from uuid import UUID

from sqlalchemy import select

from casework import access
from casework.access import Act
from casework.advocacy.drafts import action_for, refuse_over
from casework.refusals import ChangedMeanwhile, Invalid, NotPermitted
from casework.transaction import Transaction
from schema.base import new_id
from schema.safety_plans import SafetyPlan

#: Its sealed texts, in the order in which they are asked.
TEXTS = (
    "marshals", "medics", "legal_observers", "police_liaison", "legal_support_number", "counter_protest", "weather",
    "stop_rule",
)  # fmt: skip
_LONGEST = 2_000


class Safety(TypedDict, total=False):
    """What is said of it; what is left out stays as it is, and None takes it back."""

    marshals: str | None
    medics: str | None
    legal_observers: str | None
    police_liaison: str | None
    no_police_liaison: bool
    legal_support_number: str | None
    counter_protest: str | None
    weather: str | None
    stop_rule: str | None


async def write_safety_plan(
    tx: Transaction, action_id: UUID, safety: Safety, *, expected_revision: int | None = None
) -> SafetyPlan:
    """Write the safety plan of an action, or change it; ``expected_revision``: None where there was none. For
    people of the organization that plans it. Raises :class:`Invalid`, :class:`NotPermitted`.
    """
    action, case = await action_for(tx, action_id, Act.WRITE_SAFETY_PLAN)
    if not (await access.standing(tx)).place(action.organization_id):
        raise NotPermitted(who="the organization that plans it")
    refuse_over(action)
    plan = await tx.session.scalar(
        select(SafetyPlan).where(SafetyPlan.action_id == action.id).with_for_update(of=SafetyPlan)
    )
    if (plan is None) is not (expected_revision is None):
        # Written by somebody else before there was one to read; or of another action.
        raise ChangedMeanwhile(revision_now=plan.revision if plan else 0)
    if plan is None:
        plan = SafetyPlan(
            id=new_id(), organization_id=action.organization_id, case_id=action.case_id, action_id=action.id, revision=0
        )
        tx.session.add(plan)
    elif expected_revision is not None:
        tx.expect(plan, expected_revision)
    await tx.unlock([action.vault_key_id])
    changed = [name for name in TEXTS if name in safety and _write(tx, plan, action.vault_key_id, name, safety)]
    if "no_police_liaison" in safety and safety["no_police_liaison"] != bool(plan.no_police_liaison):
        plan.no_police_liaison = safety["no_police_liaison"]
        changed.append("no_police_liaison")
    if plan.no_police_liaison and plan.police_liaison is not None:
        raise Invalid("policeLiaison", "Name a liaison, or say that there is none: not both.")
    await tx.session.flush()
    tx.record("action.safety_plan_written", plan, case=case, fields=changed, about=[action.id])
    return plan


def _write(tx: Transaction, plan: SafetyPlan, key_id: UUID, name: str, safety: Safety) -> bool:
    text = (safety.get(name) or "").strip() or None  # type: ignore[attr-defined]
    if text is not None and len(text) > _LONGEST:
        first, *rest = name.split("_")
        field = first + "".join(word.capitalize() for word in rest)
        raise Invalid(field, "That is longer than {most} letters.", most=_LONGEST)
    if tx.open(plan, name) == text:
        return False
    setattr(plan, name, tx.seal(SafetyPlan, plan.id, name, key_id, text))
    return True


__all__ = ["Safety", "write_safety_plan"]
