"""A draft keeps to what may still be said: when a consent ends it loses the name, and its words are looked at again."""

from __future__ import annotations

from casework import disclosure, identities, names
from casework.advocacy.words import keep_said, said_further
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.cases import Case
from schema.consents import ConsentAudience, NameForm
from schema.detainees import Detainee

_FORMS = list(NameForm)
#: Shorter words than this are in every text.
_TELLS = 3


async def keep_to_what_is_permitted(tx: Transaction, action: AdvocacyAction, case: Case) -> bool:
    """Take from a draft the form of name and the photo that its audiences may no longer be shown. It says something
    else then: a sign-off counts no more. Returns whether it had to.
    """
    permits = (await disclosure.case_clearance(tx, case.id)).permits
    found = [permits.get(ConsentAudience(word)) for word in action.audiences]
    form = min((one.name_form if one else NameForm.NONE for one in found), key=_FORMS.index, default=NameForm.NONE)
    photo = all(one is not None and one.photo for one in found)
    if _FORMS.index(action.name_form) <= _FORMS.index(form) and (photo or not action.uses_photo):
        return False
    before = {"name_form": action.name_form, "uses_photo": action.uses_photo}
    if _FORMS.index(form) < _FORMS.index(action.name_form):
        action.name_form = form
    action.uses_photo = action.uses_photo and photo
    action.said_revision += 1
    action.revision += 1
    await tx.unlock([action.vault_key_id])
    await keep_said(tx, action)
    action.holds_name = await _holds_name(tx, action, case)
    await tx.session.flush()
    tx.record(
        "action.lost_name", action, case=case, before=before,
        after={"name_form": action.name_form, "uses_photo": action.uses_photo, "said_revision": action.said_revision,
               "holds_name": action.holds_name},
    )  # fmt: skip
    return True


async def look_again(tx: Transaction, action: AdvocacyAction, case: Case | None) -> None:
    """Its words changed: whether they hold still what may not be said any more."""
    if action.holds_name and case is not None:
        action.holds_name = await _holds_name(tx, action, case)


async def _holds_name(tx: Transaction, action: AdvocacyAction, case: Case) -> bool:
    """A surname of theirs, or, where no name may be said, a word of the public name. As far as the actor may read
    them: counsel's sign-off looks once more.
    """
    if action.name_form is NameForm.FULL:
        return False
    detainee = await tx.session.get(Detainee, case.detainee_id)
    if detainee is None:
        return False
    said = " ".join([*(tx.open(action, name) or "" for name in ("title", "statement")), await said_further(tx, action)])
    known = await identities.read(tx, detainee)
    if names.mentions(said, known.names):
        return True
    if action.name_form is NameForm.PUBLIC_NAME:
        return False
    public = await tx.opened(detainee, "public_name") or ""
    tells = {word for name in (public, *known.names) for word in names.folded(name).split() if len(word) >= _TELLS}
    return not tells.isdisjoint(names.folded(said).split())


__all__ = ["keep_to_what_is_permitted", "look_again"]
