"""Invitations: people asked to an occasion, their answers, and taking an invitation back.

An invitation is only made when its audience is cleared at that moment, and is taken back when it no longer is. Its
secret address is derived from the master key, so that every letter can carry it and the database holds only a hash.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update

from casework import access, actions, advocacy, companions, disclosure, house, notices, people_lists, seats
from casework import clearance as clearances
from casework.access import Act
from casework.actors import DELIVERY, Link, LinkKind
from casework.answering import answer_invitation
from casework.clearance import Clearance
from casework.language import Sentence
from casework.refusals import Invalid, NotAllowedByState, NotCleared, NotFound
from casework.transaction import Transaction
from casework.vault import link_hash
from schema.advocacy import ActionState, AdvocacyAction, EmbargoedField
from schema.base import new_id
from schema.cases import Case, CaseContact
from schema.invitations import LEGAL_EYES, Audience, Invitation, InvitationState
from schema.occasions import Occasion, OccasionState
from schema.people import Person, PersonKind

#: Through whose eyes each kind of person sees what they are asked to.
EYES: dict[PersonKind, Audience] = {
    PersonKind.OFFICIAL: Audience.OFFICIAL,
    PersonKind.SCHEDULER: Audience.OFFICIAL,
    PersonKind.SUPPORTER: Audience.SUPPORTER,
    PersonKind.WITNESS: Audience.WITNESS,
    PersonKind.SPONSOR: Audience.SPONSOR,
    PersonKind.INTERPRETER: Audience.SUPPORTER,
    PersonKind.FAMILY_CONTACT: Audience.FAMILY_CONTACT,
    PersonKind.PRESS: Audience.PRESS,
    PersonKind.STAFF: Audience.ADVOCATE,
    PersonKind.CLIENT: Audience.CLIENT,
}
#: No I, O, 0 or 1: the token is read over the telephone.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


async def invite(
    tx: Transaction,
    occasion_id: UUID,
    person_ids: Sequence[UUID] = (),
    *,
    list_ids: Sequence[UUID] = (),
    audience: Audience | None = None,
) -> list[Invitation]:
    """Ask people to an occasion, by person or by list. Each gets a letter with an answer page of their own and a
    calendar entry.

    Refused as a whole when one of them may not be asked: :class:`NotCleared` says what is missing. Somebody asked
    already keeps their invitation and gets no second letter; asked through other eyes than before, they are refused.
    Who said that they do not come, before it was taken back, has still said so: nobody writes to them.
    """
    occasion, case, people, standing, earlier = await _askable(tx, occasion_id, person_ids, list_ids, audience)
    tokens = {one.token for one in standing.values()}
    asked = {
        person.id: ask(tx, occasion, person, audience or EYES[person.kind], tokens, before=earlier.get(person.id))
        for person in people
        if person.id not in standing
    }
    await tx.session.flush()
    await notices.tell_invited(tx, occasion, *(one for one in asked.values() if one.state is InvitationState.ASKED))
    for invitation in asked.values():
        tx.record(
            "invitation.made",
            invitation,
            case=case,
            # Not whom: once their sign-up is gone, nothing may lead to them, and the trail stays for good.
            after={"audience": invitation.audience, "occasion_id": occasion.id},
        )
    await notices.plan(tx, occasion)
    return [standing.get(person.id) or asked[person.id] for person in people]


@dataclass(frozen=True, slots=True)
class Asking:
    """What asking people would do."""

    tellings: list[notices.Telling]
    #: Who would be asked and can't be written to, because they said stop or have no address: a human calls them.
    unreached: int
    #: Who was asked already, and who said no before: they get nothing.
    asked_already: int


async def preview_invite(
    tx: Transaction,
    occasion_id: UUID,
    person_ids: Sequence[UUID] = (),
    *,
    list_ids: Sequence[UUID] = (),
    audience: Audience | None = None,
) -> Asking:
    """What asking these people would send them, on which channels and when. Saves nothing; refused as asking is."""
    occasion, _, people, standing, earlier = await _askable(tx, occasion_id, person_ids, list_ids, audience)
    asked = [
        notices.Recipient(person.id, audience or EYES[person.kind])
        for person in people
        if person.id not in standing and not ((before := earlier.get(person.id)) and before.declined_at)
    ]
    tellings, unreached = await notices.forecast_invitations(tx, occasion, asked)
    return Asking(tellings, unreached, len(people) - len(asked))


async def _askable(
    tx: Transaction,
    occasion_id: UUID,
    person_ids: Sequence[UUID],
    list_ids: Sequence[UUID],
    audience: Audience | None,
) -> tuple[Occasion, Case | None, list[Person], dict[UUID, Invitation], dict[UUID, Invitation]]:
    """The occasion, those who can be asked to it, who is asked already, and the last invitation of those from whom one
    was taken back. Raises what :func:`invite` raises.
    """
    occasion, case = await seats.occasion_for(tx, occasion_id, Act.INVITE)
    if occasion.state in (OccasionState.CANCELLED, OccasionState.HELD) or occasion.ends_at <= tx.now:
        raise NotAllowedByState("This is over or was called off. Nobody can be asked to it.")
    mine = (await access.standing(tx)).organizations()
    everybody = dict.fromkeys([*person_ids, *await people_lists.on_lists(tx, mine, list_ids)])
    if not everybody:
        raise Invalid("personIds", "Choose whom to ask.")
    people = [await _invitee(tx, case, person_id) for person_id in everybody]
    facts = await disclosure.facts_of(tx, occasion)
    if facts is None:
        raise NotFound
    clearance = await disclosure.clearance_of(tx, facts)
    for person in people:
        if audience not in (None, EYES[person.kind], Audience.FAMILY_CONTACT):
            # Other eyes than their own would let them see what was agreed for somebody else.
            raise Invalid("audience", "People are asked as what they are in the address book, or as family.")
        await _refuse_uncleared(tx, facts, clearance, person, audience or EYES[person.kind])
    standing: dict[UUID, Invitation] = {}
    earlier: dict[UUID, Invitation] = {}
    of_occasion = select(Invitation).where(Invitation.occasion_id == occasion.id)
    for one in await tx.session.scalars(of_occasion.order_by(Invitation.id)):
        (earlier if one.state is InvitationState.WITHDRAWN else standing)[one.person_id] = one
    for person in people:
        if audience is not None and (asked := standing.get(person.id)) is not None and asked.audience is not audience:
            raise Invalid(
                "audience",
                "{name} is asked already, but not as what you chose now. Take that invitation back, then ask again.",
                name=await tx.opened(person, "name"),
            )
    return occasion, case, people, standing, earlier


def ask(
    tx: Transaction,
    occasion: Occasion,
    person: Person,
    audience: Audience,
    tokens: set[str],
    *,
    before: Invitation | None = None,
) -> Invitation:
    """An invitation, without asking who may: verbs that know it call this. ``tokens`` are those taken already;
    ``before``, the last that was taken back from them.
    """
    token = _token(tokens)
    tokens.add(token)
    invitation_id = new_id()
    invitation = Invitation(
        id=invitation_id,
        organization_id=person.organization_id,
        occasion_id=occasion.id,
        case_id=occasion.case_id,
        person_id=person.id,
        audience=audience,
        token=token,
        secret_hash=link_hash(tx.vault.link_secret(LinkKind.INVITATION, invitation_id, 0)),
        invited_by_id=tx.somebody,
        # Above what took the last one out of their calendar.
        sequence_ahead=before.sequence_ahead + 1 if before else 0,
    )
    invitation.asked_sequence = occasion.sequence + invitation.sequence_ahead
    if before is not None and before.declined_at is not None:
        invitation.state = InvitationState.NOT_COMING
        invitation.declined_at, invitation.answered_at = before.declined_at, before.answered_at
    tx.session.add(invitation)
    return invitation


def _token(taken: set[str]) -> str:
    """Three signs that tell nothing: "3F2". Unique among those asked to one occasion."""
    while True:
        token = "".join(secrets.choice(_LETTERS) for _ in range(3))
        if token not in taken:
            return token


async def _invitee(tx: Transaction, case: Case | None, person_id: UUID) -> Person:
    person = await access.seen(tx, Person, person_id)
    if not (await access.standing(tx)).place(person.organization_id):
        raise Invalid("personIds", "Ask people of your own address book.")
    if person.removed_at is not None:
        raise Invalid("personIds", "One of them was removed from the address book.")
    if case is not None:
        await access.refuse_walled(tx, case.id, person_id, "personIds")
    return person


async def _refuse_uncleared(
    tx: Transaction, facts: disclosure.Facts, clearance: Clearance, person: Person, audience: Audience
) -> None:
    if audience in LEGAL_EYES:
        raise Invalid("audience", "The legal team is told by being on the team.")
    if audience is Audience.FAMILY_CONTACT:
        contact = await tx.session.scalar(
            select(CaseContact.id).where(
                CaseContact.case_id == facts.occasion.case_id,
                CaseContact.person_id == person.id,
                CaseContact.ended_at.is_(None),
            )
        )
        if contact is None:
            raise NotCleared([Sentence("Only contacts whom the client has named can be asked as family.")])
    if facts.action is not None and facts.action.state is not ActionState.PUBLISHED:
        raise NotCleared(clearance.missing or [Sentence("Publish the action first: then people can be asked.")])
    if disclosure.card(facts, audience, clearance, uid="") is None:
        raise NotCleared([_why_not(facts, audience, clearance)])


def _why_not(facts: disclosure.Facts, audience: Audience, clearance: Clearance) -> Sentence:
    if EmbargoedField.DATE in facts.embargoed:
        return Sentence("The date is under embargo: nobody can be asked before.")
    if facts.check_in:
        return Sentence("A check-in is told to named accompaniers alone: name them on the check-in.")
    asked = clearances.CONSENT_AUDIENCE.get(audience)
    if asked is None or (facts.hearing is not None and clearance.permit(audience) is not None):
        return Sentence("This can't be shown to them: it is closed, or the client is at liberty.")
    return clearances.not_agreed(asked)


async def withdraw_invitation(tx: Transaction, invitation_id: UUID, *, expected_revision: int) -> Invitation:
    """Take an invitation back, from this one person, who is told so without a reason."""
    invitation, _ = await seats.invitation_for(tx, invitation_id, Act.WITHDRAW_INVITATION)
    tx.expect(invitation, expected_revision)
    if invitation.state is InvitationState.WITHDRAWN:
        raise NotAllowedByState("This invitation was taken back already.")
    await take_back(tx, invitation)
    return invitation


async def take_back(tx: Transaction, invitation: Invitation) -> None:
    """The taking back itself, without asking who may: verbs that imply it call this."""
    invitation.state, invitation.withdrawn_at = InvitationState.WITHDRAWN, tx.now
    # Their calendar takes it out only for what is above the last it was told (RFC 5546 §3.2.5).
    invitation.sequence_ahead += 1
    invitation.revision += 1
    await tx.session.flush()
    await notices.tell_withdrawn(tx, invitation)
    await companions.follow(tx, invitation)
    occasion = await tx.session.get(Occasion, invitation.occasion_id)
    if occasion is not None:
        await seats.follow(tx, occasion)
    tx.record("invitation.withdrawn", invitation)


async def follow_clearance(tx: Transaction, case: Case) -> int:
    """Take back, after a change of consents, the invitations whose audience may no longer be told. Returns how many."""
    clearance = await disclosure.case_clearance(tx, case.id)
    taken = 0
    for invitation, called_off in await _ahead(tx, case):
        if invitation.audience is Audience.ACCOMPANIER:
            told = clearance.accompany
        elif called_off or invitation.audience not in clearances.CONSENT_AUDIENCE:
            continue
        else:
            told = clearance.permit(invitation.audience) is not None
        if not told:
            await take_back(tx, invitation)
            taken += 1
    return taken


async def release(tx: Transaction, case: Case) -> int:
    """Custody ended: every later date closes at once to everyone outside the legal team, the client, and the
    contacts the client keeps, until the client is asked again. Returns how many people's dates were closed."""
    taken = 0
    for invitation, _ in await _ahead(tx, case):
        if invitation.audience not in disclosure.OWN_EYES:
            await take_back(tx, invitation)
            taken += 1
    published = await tx.session.scalars(
        select(AdvocacyAction).where(actions.about(case.id), AdvocacyAction.state == ActionState.PUBLISHED)
    )
    for action in list(published.unique()):
        if action.occasion.starts_at > tx.now and action.case_id == case.id:
            await advocacy.take_down(tx, action, case, reason=None)
        elif action.occasion.starts_at > tx.now:
            # Kept with another case, to whose people the news goes.
            async with house.acts(tx, DELIVERY):
                await advocacy.take_down(tx, action, case, reason=None)
    return taken


async def _ahead(tx: Transaction, case: Case) -> list[tuple[Invitation, bool]]:
    """Standing invitations to what lies ahead in this case, and whether it was called off."""
    found = await tx.session.execute(
        select(Invitation, Occasion.state)
        .join(Occasion, Occasion.id == Invitation.occasion_id)
        .where(
            Invitation.case_id == case.id,
            Invitation.state != InvitationState.WITHDRAWN,
            Occasion.ends_at > tx.now,
        )
        .order_by(Invitation.id)
    )
    return [(invitation, state is OccasionState.CANCELLED) for invitation, state in found]


async def by_secret(tx: Transaction, secret: str) -> Link:
    """Who stands behind an answer page's address. Asked as the system actor LINKS. Raises :class:`NotFound`."""
    invitation = await tx.session.scalar(select(Invitation).where(Invitation.secret_hash == link_hash(secret)))
    if invitation is None:
        raise NotFound
    return Link(LinkKind.INVITATION, invitation.id, invitation.person_id)


async def note_opened(tx: Transaction, link: Link) -> None:
    """Its page was opened: remember the day, once a day. It is all that looking changes, and shows a leaked link."""
    today = tx.now.date()
    await tx.session.execute(
        update(Invitation)
        .where(Invitation.id == link.id, Invitation.opened_on.is_distinct_from(today))
        .values(opened_on=today)
    )


def secret_of(tx: Transaction, invitation: Invitation) -> str:
    """The secret of its answer page, for the letter that carries it."""
    return tx.vault.link_secret(LinkKind.INVITATION, invitation.id, invitation.generation)


__all__ = ["EYES", "Asking", "answer_invitation", "ask", "by_secret", "follow_clearance", "invite", "note_opened",
           "preview_invite", "release", "secret_of", "take_back", "withdraw_invitation"]  # fmt: skip
