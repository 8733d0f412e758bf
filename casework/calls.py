"""The call log: who called about a case, what was said to them, and what is to be done about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from casework import access, names, tasks
from casework.access import Act
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.base import new_id
from schema.calls import Call
from schema.people import Person

_TOLD = 5_000
#: A call is written down while somebody remembers what was said.
_LONGEST_AGO = timedelta(days=366)


async def log_call(
    tx: Transaction,
    case_id: UUID,
    *,
    told: str,
    caller_id: UUID | None = None,
    caller_name: str | None = None,
    called_at: datetime | None = None,
    follow_up: str | None = None,
    follow_up_owner_id: UUID | None = None,
    follow_up_due_at: datetime | None = None,
) -> Call:
    """Write down a call: from somebody of the address book, or who they said they are. A ``follow_up`` becomes a task.

    A closed case takes it, too: people call on. Raises :class:`Invalid`.
    """
    case = await access.case_for(tx, case_id, Act.LOG_CALL)
    name = names.checked_name("callerName", caller_name or "") or None
    if (caller_id is None) == (name is None):
        raise Invalid("callerName", "Say who called: somebody of the address book, or the name they gave.")
    said = told.strip()
    if not said:
        raise Invalid("told", "Say what they were told, or what they told.")
    if len(said) > _TOLD:
        raise Invalid("told", "That is longer than {most} letters.", most=_TOLD)
    at = called_at or tx.now
    # A browser's clock may run a little ahead of ours.
    if at > tx.now + timedelta(minutes=5):
        raise Invalid("calledAt", "That is in the future. Check the day.")
    if at < tx.now - _LONGEST_AGO:
        raise Invalid("calledAt", "The year {year} looks like a slip. Check the day.", year=at.year)
    caller = await access.seen(tx, Person, caller_id) if caller_id else None
    await tx.unlock([case.vault_key_id])
    task = None
    if (follow_up or "").strip():
        task = await tasks.add_task(
            tx, case.lead_organization_id, title=follow_up or "", case_id=case.id, owner_id=follow_up_owner_id,
            due_at=follow_up_due_at,
        )  # fmt: skip
    call_id = new_id()
    call = Call(
        id=call_id,
        case_id=case.id,
        caller_id=caller.id if caller else None,
        caller_name=tx.seal(Call, call_id, "caller_name", case.vault_key_id, name),
        called_at=at,
        told=tx.seal(Call, call_id, "told", case.vault_key_id, said),
        taken_by_id=tx.person_id,
        task_id=task.id if task else None,
    )
    tx.session.add(call)
    await tx.session.flush()
    tx.record("call.logged", call, case=case, after={"called_at": at}, fields=["caller", "told"])
    return call


__all__ = ["log_call"]
