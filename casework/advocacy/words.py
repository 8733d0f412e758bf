"""What an action says, about whom, to whom: the part that counsel signs off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from sqlalchemy import select

from casework import access, identities, names
from casework.language import OWN_NAMES
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.consents import ConsentAudience, NameForm
from schema.counsel import SaidRevision
from schema.detainees import Detainee
from schema.wordings import Wording


class Words(TypedDict, total=False):
    """What an action says, about whom, to whom: the part that is signed off."""

    title: str
    statement: str | None
    name_form: NameForm
    audiences: list[ConsentAudience]
    uses_photo: bool


async def check_words(tx: Transaction, case: Case | None, words: Words, form: NameForm) -> None:
    """What is said must not say more of the name than the form that is signed off."""
    title, statement = words.get("title"), words.get("statement")
    if title is not None and not 3 <= len(title.strip()) <= 200:
        raise Invalid("title", "Give it a title of 3 to 200 characters.")
    if statement is not None and len(statement) > 20_000:
        raise Invalid("statement", "A statement has at most 20,000 characters.")
    if case is None:
        return
    said = {name: text for name, text in (("title", title), ("statement", statement)) if text is not None}
    await refuse_restricted(tx, case, said, words.get("name_form", form))


async def refuse_restricted(tx: Transaction, case: Case, said: Mapping[str, str], form: NameForm) -> None:
    """Refuse texts, by their fields, that say more of who the client is than this form of the name. Raises
    :class:`Invalid`. What is only near a name is warned of, not refused (:mod:`casework.proofreading`).
    """
    if form is NameForm.FULL:
        return
    seat = (await access.seats(tx, [case.id])).get(case.id)
    if seat is not None and not seat.legal:
        # A refusal would tell an advocate which guess of a name was right. Counsel's sign-off looks for it.
        return
    detainee = await tx.session.get(Detainee, case.detainee_id)
    if detainee is None:
        return
    known = await identities.read(tx, detainee)
    public_name = await tx.opened(detainee, "public_name")
    for name, text in said.items():
        if held := names.mentions(text, known.names):
            raise Invalid(name, 'It must not hold a surname ("{held}"). Use the public name.', held=held)
        digits = "".join(char for char in text if char.isdigit())
        if any(number in digits for number in known.a_numbers):
            raise Invalid(name, "It must not hold an A-number.")
        if (
            form in (NameForm.NONE, NameForm.INITIALS)
            and public_name
            and names.folded(public_name) in names.folded(text)
        ):
            raise Invalid(name, "It names the client. Choose the public name as form of name, or leave the name out.")


def say(tx: Transaction, action: AdvocacyAction, words: Words) -> None:
    if "title" in words:
        action.title = tx.seal(AdvocacyAction, action.id, "title", action.vault_key_id, words["title"].strip())
    if "statement" in words:
        action.statement = tx.seal(
            AdvocacyAction, action.id, "statement", action.vault_key_id, words["statement"] or None
        )
    if "name_form" in words:
        action.name_form = words["name_form"]
    if "audiences" in words:
        action.audiences = sorted({audience.value for audience in words["audiences"]})
    if "uses_photo" in words:
        action.uses_photo = words["uses_photo"]


async def keep_said(tx: Transaction, action: AdvocacyAction) -> None:
    """Keep what it says under its present ``said_revision``. Its key must be unlocked."""
    kept = SaidRevision(
        id=new_id(),
        action_id=action.id,
        case_id=action.case_id,
        said_revision=action.said_revision,
        name_form=action.name_form,
        audiences=list(action.audiences),
        uses_photo=bool(action.uses_photo),
        written_by_id=tx.person_id,
    )
    said = {name: tx.open(action, name) for name in ("title", "statement")}
    said["further"] = await said_further(tx, action) or None
    for name, words in said.items():
        setattr(kept, name, tx.seal(SaidRevision, kept.id, name, action.vault_key_id, words))
    tx.session.add(kept)


async def said_further(tx: Transaction, action: AdvocacyAction) -> str:
    """What it says beside its statement: talking points and advisory, one language after the other. Its key must be
    unlocked.
    """
    found = select(Wording).where(Wording.action_id == action.id, Wording.body.is_not(None))
    wordings = await tx.session.scalars(found.order_by(Wording.kind, Wording.language))
    return "\n\n".join(f"[{OWN_NAMES.get(one.language, one.language)}]\n{tx.open(one, 'body')}" for one in wordings)


def differs(tx: Transaction, action: AdvocacyAction, words: Words) -> bool:
    now: dict[str, Any] = {
        "title": tx.open(action, "title"),
        "statement": tx.open(action, "statement"),
        "name_form": action.name_form,
        "audiences": sorted(action.audiences),
        "uses_photo": action.uses_photo,
    }
    wanted: dict[str, Any] = dict(words)
    if "audiences" in wanted:
        wanted["audiences"] = sorted({audience.value for audience in words["audiences"]})
    if "title" in wanted:
        wanted["title"] = words["title"].strip()
    if "statement" in wanted:
        wanted["statement"] = words["statement"] or None
    return any(now[name] != value for name, value in wanted.items())


__all__ = ["Words", "check_words", "differs", "keep_said", "refuse_restricted", "said_further", "say"]
