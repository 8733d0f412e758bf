"""Talking points and the advisory to the press: drafted from what is cleared, edited by people, signed off by counsel.

They are part of what an action says: every change makes another wording of it, and voids counsel's yes to the one
before.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from casework import access, actions, disclosure, house, identities, times, titles
from casework.access import Act
from casework.actors import DELIVERY
from casework.advocacy.drafts import action_for, back_to_draft, checked_cases, refuse_over, said_anew
from casework.advocacy.prose import Told, drafted
from casework.advocacy.words import refuse_restricted
from casework.clearance import Permit
from casework.language import LANGUAGES
from casework.refusals import Invalid, NotAllowedByState
from casework.transaction import Transaction
from schema.advocacy import AdvocacyAction
from schema.base import new_id
from schema.cases import Case
from schema.consents import ConsentAudience, NameForm
from schema.courts import Court
from schema.detainees import Detainee
from schema.hearings import Hearing
from schema.wordings import Wording, WordingKind

_LONGEST = 20_000
_FORMS = list(NameForm)


@dataclass(frozen=True, slots=True)
class Worded:
    """A text after a change, and whether counsel must look at the action again."""

    wording: Wording
    action: AdvocacyAction
    sign_off_voided: bool


async def draft_wording(
    tx: Transaction, action_id: UUID, *, kind: WordingKind, language: str, expected_revision: int
) -> Worded:
    """Draft talking points or an advisory in a language, from nothing but what is cleared: what is not stands as a gap
    that says what is missing. Raises :class:`NotAllowedByState` where there are words already.
    """
    action, case, wording = await _wording(tx, action_id, kind, language, expected_revision)
    if wording.body is not None:
        raise NotAllowedByState("There are words in this language already. Edit them, or take them back first.")
    body = drafted(kind, await _told(tx, action, case, kind, language), language)
    return await _write(tx, action, case, wording, body)


async def write_wording(
    tx: Transaction, action_id: UUID, *, kind: WordingKind, language: str, body: str | None, expected_revision: int
) -> Worded:
    """Write talking points or an advisory in a language, or with no words take them back. Raises :class:`Invalid`."""
    action, case, wording = await _wording(tx, action_id, kind, language, expected_revision)
    text = (body or "").strip() or None
    if text is not None and len(text) > _LONGEST:
        raise Invalid("body", "That is longer than {most} letters.", most=_LONGEST)
    if text is not None:
        for one in await checked_cases(tx, action, case):
            await refuse_restricted(tx, one, {"body": text}, action.name_form)
    return await _write(tx, action, case, wording, text)


async def _wording(
    tx: Transaction, action_id: UUID, kind: WordingKind, language: str, expected_revision: int
) -> tuple[AdvocacyAction, Case | None, Wording]:
    action, case = await action_for(tx, action_id, Act.WRITE_WORDING)
    tx.expect(action, expected_revision)
    refuse_over(action)
    if language not in LANGUAGES:
        raise Invalid("language", "Choose one of the languages we write in.")
    await tx.unlock([action.vault_key_id])
    found = await tx.session.scalar(
        select(Wording)
        .where(Wording.action_id == action.id, Wording.kind == kind, Wording.language == language)
        .with_for_update()
    )
    if found is None:
        found = Wording(
            id=new_id(), organization_id=action.organization_id, case_id=action.case_id, action_id=action.id,
            kind=kind, language=language, body=None, revision=0,
        )  # fmt: skip
        tx.session.add(found)
    return action, case, found


async def _write(
    tx: Transaction, action: AdvocacyAction, case: Case | None, wording: Wording, body: str | None
) -> Worded:
    before = tx.open(wording, "body")
    voided = False
    if before != body:
        wording.body = tx.seal(Wording, wording.id, "body", action.vault_key_id, body)
        wording.revision += 1
        voided = await said_anew(tx, action, case)
        await back_to_draft(tx, action, case)
        tx.record(
            "action.worded", wording, case=case, about=[action.id],
            after={"kind": wording.kind, "language": wording.language, "said_revision": action.said_revision},
            restricted={"body": (before, body)}, key_id=action.vault_key_id,
        )  # fmt: skip
    await tx.session.flush()
    return Worded(wording, action, voided)


async def _told(tx: Transaction, action: AdvocacyAction, case: Case | None, kind: WordingKind, language: str) -> Told:
    """What may be said to those it is for: the least that any of them may be told."""
    several = await actions.case_ids(tx, action) if action.of_several else []
    permits = await _permits(tx, case, several, action, kind)
    occasion = action.occasion
    told = case is None or all(permit is not None for permit in permits)
    where = ", ".join(part for part in (occasion.place_name, occasion.place_street, occasion.place_city) if part)
    return Told(
        title=tx.open(action, "title") or "",
        kind=titles.of_kind(occasion.kind, language),
        name=await _names(tx, action, case, permits),
        when=times.said(occasion.starts_at, occasion.time_zone, language) if told else None,
        where=where or None if told else None,
        # One client's hearing is not told to those who know the other.
        hearing=""
        if len(several) > 1 or not action.hearing_id
        else await _hearing(tx, action, language)
        if told
        else None,
        hosts=action.hosts,
        spokespeople=tx.open(action, "spokespeople"),
        press_contact=tx.open(action, "press_contact"),
        languages=", ".join(action.languages) or None,
        accessibility=action.accessibility,
        embargo=times.said(action.embargo_until, occasion.time_zone, language) if action.embargo_until else None,
    )


async def _permits(
    tx: Transaction, case: Case | None, several: list[UUID], action: AdvocacyAction, kind: WordingKind
) -> list[Permit | None]:
    """What each audience may be told of each client, whether or not the actor reads of them."""
    if case is None:
        return []
    # What is spoken aloud is heard by whoever passes.
    asked = (
        [ConsentAudience.PRESS]
        if kind is WordingKind.MEDIA_ADVISORY
        else [ConsentAudience(word) for word in action.audiences] or [ConsentAudience.PUBLIC]
    )
    if not several:
        found = (await disclosure.case_clearances(tx, [case.id])).get(case.id)
        return [found.permits.get(audience) if found else None for audience in asked]
    async with house.acts(tx, DELIVERY):
        clearances = await disclosure.case_clearances(tx, several)
    of_each = [clearances.get(one) for one in several]
    return [found.permits.get(audience) if found else None for found in of_each for audience in asked]


async def _names(
    tx: Transaction, action: AdvocacyAction, case: Case | None, permits: list[Permit | None]
) -> str | None:
    """The names of all its clients: none where one of them may not be said, or is not the actor's to know."""
    if case is None or not action.of_several:
        return await _name(tx, action, case, permits)
    seen = await checked_cases(tx, action, case)
    if action.name_form is not NameForm.NONE and len(seen) < len(await actions.case_ids(tx, action)):
        return None
    found = [await _name(tx, action, one, permits) for one in seen]
    return None if None in found else ", ".join(one for one in found if one)


async def _name(tx: Transaction, action: AdvocacyAction, case: Case | None, permits: list[Permit | None]) -> str | None:
    """The name in the form that is permitted to all of them; "" where the action names no one."""
    if case is None or action.name_form is NameForm.NONE:
        return ""
    allowed = [permit.name_form if permit else NameForm.NONE for permit in permits]
    form = min([action.name_form, *allowed], key=_FORMS.index)
    seat = (await access.seats(tx, [case.id])).get(case.id)
    legal = seat is not None and seat.legal
    if not legal:
        # Whoever drafts reads what they drafted.
        mine = (await disclosure.case_clearances(tx, [case.id]))[case.id].permits.get(ConsentAudience.ADVOCATES)
        form = min(form, mine.name_form if mine else NameForm.NONE, NameForm.PUBLIC_NAME, key=_FORMS.index)
    if form is NameForm.NONE:
        return None
    detainee = await tx.session.get(Detainee, case.detainee_id)
    if detainee is None:
        return None
    if form is NameForm.FULL:
        return (await identities.read(tx, detainee)).legal_name
    name = await tx.opened(detainee, "public_name")
    if name is None or form is NameForm.PUBLIC_NAME:
        return name
    return " ".join(f"{word[0].upper()}." for word in name.split())


async def _hearing(tx: Transaction, action: AdvocacyAction, language: str) -> str | None:
    """Day, hour and court of the hearing, where whoever is told of the case may be told of it."""
    if action.hearing_id is None:
        return ""
    visible = access.visible(await access.standing(tx), Hearing, tx.now).where(Hearing.id == action.hearing_id)
    hearing = (await tx.session.scalars(visible)).unique().one_or_none()
    if hearing is None or not hearing.detained or hearing.closed_to_public:
        return None
    at = hearing.occasion
    court = await tx.session.get(Court, hearing.court_id) if hearing.court_id else None
    said = times.said(at.starts_at, at.time_zone, language, hour_known=at.hour_known)
    return f"{said}, {court.name}" if court else said


__all__ = ["Worded", "draft_wording", "write_wording"]
