"""The checklist after a transfer: one list for each, one owner by default; what does not apply raises nothing."""

from __future__ import annotations

from sqlalchemy import exists, select

from casework import stays, tasks
from casework.language import Sentence
from casework.transaction import Transaction
from casework.transfers import Following, Site, following
from schema.assignments import ASKED, STANDING, Assignment
from schema.cases import Case
from schema.consents import Consent, ConsentAudience, ConsentState, Purpose
from schema.custody import Confidence, CustodyStint
from schema.invitations import Invitation, InvitationState
from schema.occasions import UPCOMING, Occasion

#: The kind of task. Its key is that word, the new stay, and what is to be done, with colons between.
KIND = "transfer"


async def what_follows(
    tx: Transaction, case: Case, before: Site | None, after: Site, *, confirmed: bool
) -> tuple[Following, ...]:
    """What has to be done because of a transfer from one place to another. Saves nothing."""
    around = await stays.around(tx, case.id)
    counsel = exists().where(Assignment.case_id == case.id, Assignment.state.in_(list(STANDING)))
    guests = exists().where(
        Invitation.case_id == case.id,
        Invitation.state.not_in([InvitationState.WITHDRAWN, InvitationState.NOT_COMING]),
        Invitation.occasion_id == Occasion.id,
        Occasion.state.in_(UPCOMING),
        Occasion.starts_at > tx.now,
    )
    told = exists().where(
        Consent.case_id == case.id,
        Consent.place,
        # Whoever is told places at all: advocates and officials (DOMAIN §3.3).
        Consent.purpose.in_([Purpose.TELL_OFFICIALS, Purpose.FILL_COURTROOM]),
        Consent.audience.in_([ConsentAudience.OFFICIALS, ConsentAudience.ADVOCATES]),
        Consent.state == ConsentState.STANDING,
        Consent.expires_at > tx.now,
        Consent.given_at >= (case.consents_asked_again_from or Consent.given_at),
    )
    has_counsel, has_guests, is_told = (await tx.session.execute(select(counsel, guests, told))).one()
    return following(
        before,
        after,
        counsel=has_counsel,
        bond_pending=around.bond_pending,
        removal_court=around.court is not None and (after.court is None or after.court.id != around.court.id),
        guests=has_guests,
        hearing_ahead=bool(around.hearings),
        confirmed=confirmed,
        told_outside=is_told,
    )


async def raise_tasks(tx: Transaction, case: Case, stint: CustodyStint, before: Site | None, after: Site) -> None:
    """Raise what follows from a transfer. What an earlier one left open is about where they are now."""
    found = await what_follows(tx, case, before, after, confirmed=stint.confidence is Confidence.CONFIRMED)
    for one in Following:
        key, due_at = f"{KIND}:{stint.id}:{one}", tx.now + one.within
        if one in found:
            await tasks.renew(tx, case, key, due_at)
            await tasks.raise_once(tx, case, key, one.words, due_at)
        elif one in (Following.HABEAS, Following.PUBLICATION):
            # They left the staging site, or two sources agree: nobody has to do that any more.
            await tasks.end_overtaken(tx, case, f"{KIND}:", ends=f":{one}")


async def ask_to_read_offers_again(tx: Transaction, case: Case) -> None:
    """After a release: what an offer tells by itself follows by itself, and what somebody wrote in it does not."""
    asked = select(Assignment.id).where(Assignment.case_id == case.id, Assignment.state.in_(list(ASKED)))
    last = await tx.session.scalar(asked.order_by(Assignment.id.desc()).limit(1))
    if last is None:
        return
    title = Sentence("Custody has ended: read again what this case's offers say, and take back what is not true now.")
    await tasks.raise_once(tx, case, f"offers_read_again:{last}", title, tx.now)
