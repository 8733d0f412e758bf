"""A draft keeps to what may still be said: when a consent ends it loses the name, and its words are looked at again."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from casework import actions, disclosure, house, identities, names
from casework.actors import DELIVERY
from casework.advocacy.words import keep_said, said_further
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction, FurtherCase
from schema.cases import Case
from schema.consents import ConsentAudience, NameForm
from schema.detainees import Detainee

_FORMS = list(NameForm)
#: Shorter words than this are in every text.
_TELLS = 3


async def keep_to_what_is_permitted(
    tx: Transaction, action: AdvocacyAction, case: Case, audiences: Collection[ConsentAudience]
) -> bool:
    """Take from a draft the form of name and the photo that these of its audiences, for whom the client's word has
    just changed, may no longer be shown. It says something else then: a sign-off counts no more. Returns whether it
    had to. What a draft still waits to be allowed for another audience is not taken from it: it can't be published
    before.
    """
    permits = (await disclosure.case_clearance(tx, case.id)).permits
    found = [permits.get(audience) for audience in audiences if audience in action.audiences]
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
    action.holds_name = await _holds_name(tx, action, case, action.name_form) or (
        action.of_several and await look_for_names(tx, action)
    )
    await tx.session.flush()
    await actions.record(
        tx, "action.lost_name", action, case=case, before=before,
        after={"name_form": action.name_form, "uses_photo": action.uses_photo, "said_revision": action.said_revision,
               "holds_name": action.holds_name},
    )  # fmt: skip
    return True


async def look_again(tx: Transaction, action: AdvocacyAction, case: Case | None) -> None:
    """Its words changed: whether they hold still what may not be said any more."""
    if action.holds_name and case is not None:
        action.holds_name = await _holds_name(tx, action, case, action.name_form) or (
            action.of_several and await look_for_names(tx, action)
        )


async def look_for_names(tx: Transaction, action: AdvocacyAction) -> bool:
    """Whether an action about several cases holds a name of any client that it may not say, or of somebody whose case
    was taken off it, whom it may not name at all. As the house may read them: never who it is.
    """
    now = set(await actions.case_ids(tx, action))
    async with house.acts(tx, DELIVERY):
        ever = set(await tx.session.scalars(select(FurtherCase.case_id).where(FurtherCase.action_id == action.id)))
        for case in await tx.session.scalars(select(Case).where(Case.id.in_(now | ever)).order_by(Case.id)):
            if await _holds_name(tx, action, case, action.name_form if case.id in now else NameForm.NONE):
                return True
    return False


async def names_taken_off(tx: Transaction, action: AdvocacyAction) -> bool:
    """Whether the words name somebody whose case was taken off the action."""
    if not action.of_several:
        return False
    now = set(await actions.case_ids(tx, action))
    async with house.acts(tx, DELIVERY):
        gone = select(Case).where(
            Case.id.in_(select(FurtherCase.case_id).where(FurtherCase.action_id == action.id)), Case.id.not_in(now)
        )
        for case in await tx.session.scalars(gone.order_by(Case.id)):
            if await _holds_name(tx, action, case, NameForm.NONE):
                return True
    return False


async def _holds_name(tx: Transaction, action: AdvocacyAction, case: Case, form: NameForm) -> bool:
    """A surname of theirs, or, where no name may be said, a word of the public name. As far as the actor may read
    them: counsel's sign-off looks once more.
    """
    if form is NameForm.FULL:
        return False
    detainee = await tx.session.get(Detainee, case.detainee_id)
    if detainee is None:
        return False
    said = " ".join([*(tx.open(action, name) or "" for name in ("title", "statement")), await said_further(tx, action)])
    known = await identities.read(tx, detainee)
    if names.mentions(said, known.names):
        return True
    if form is NameForm.PUBLIC_NAME:
        return False
    public = await tx.opened(detainee, "public_name") or ""
    tells = {word for name in (public, *known.names) for word in names.folded(name).split() if len(word) >= _TELLS}
    return not tells.isdisjoint(names.folded(said).split())


__all__ = ["keep_to_what_is_permitted", "look_again", "look_for_names", "names_taken_off"]
