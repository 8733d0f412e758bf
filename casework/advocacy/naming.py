"""Whether an action about several cases may name somebody: it is read by people who read one of the cases alone."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from casework import actions, disclosure, house
from casework.actors import DELIVERY
from casework.advocacy.words import Words
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.consents import ConsentAudience, NameForm


async def refuse_unagreed_name(
    tx: Transaction, form: NameForm, audiences: Iterable[str], case_ids: Iterable[UUID]
) -> None:
    """Refuse a name in this form unless each of these clients has agreed to it for everybody addressed. Raises
    :class:`Invalid`.
    """
    if form is NameForm.NONE:
        return
    asked = [ConsentAudience(word) for word in audiences]
    async with house.acts(tx, DELIVERY):
        known = await disclosure.case_clearances(tx, case_ids)
    for clearance in known.values():
        permits = [clearance.permits.get(one) for one in asked]
        if not permits or not all(one is not None and one.names(form) for one in permits):
            raise Invalid(
                "nameForm",
                "An action about several cases names nobody until each client has agreed to it: ask them and record "
                "the consents first, or write it without a name.",
            )


async def check_naming(tx: Transaction, action: AdvocacyAction, words: Words) -> None:
    """The same of an action about several cases as these words would leave it. Raises :class:`Invalid`."""
    if not action.of_several:
        return
    ids = await actions.case_ids(tx, action)
    if len(ids) < 2:
        return
    audiences = [one.value for one in words["audiences"]] if "audiences" in words else action.audiences
    await refuse_unagreed_name(tx, words.get("name_form", action.name_form), audiences, ids)


__all__ = ["check_naming", "refuse_unagreed_name"]
