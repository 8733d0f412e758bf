"""The client's statement: which consents are in force, and who saw the record, on paper and in their language.

A client has no account; they may ask anybody of the legal team (PRODUCT, users). What they are given names people and
organizations, times and doors, and nothing of the record itself, so that it may be read at a counter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from casework import access, clearance, reading, times
from casework.access import Act
from casework.language import LANGUAGES, Sentence, speaks, spoken
from casework.reading import Door, Seen
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.cases import Case
from schema.consents import Consent, ConsentState, Purpose
from schema.detainees import Detainee
from schema.organizations import Organization
from schema.people import PersonKind

HOW = {
    Door.PAGE: Sentence("on the page"),
    Door.CALENDAR: Sentence("in a calendar"),
    Door.LINK: Sentence("by a link"),
    Door.EXPORT: Sentence("in an export"),
    Door.HOUSE: Sentence("by the house itself"),
}

#: As what somebody is told who belongs to none of our organizations.
AS = {
    PersonKind.OFFICIAL: Sentence("a public official"),
    PersonKind.SCHEDULER: Sentence("keeps an official's calendar"),
    PersonKind.SUPPORTER: Sentence("a supporter"),
    PersonKind.FAMILY_CONTACT: Sentence("a family contact"),
    PersonKind.INTERPRETER: Sentence("an interpreter"),
    PersonKind.WITNESS: Sentence("a witness"),
    PersonKind.SPONSOR: Sentence("a sponsor"),
    PersonKind.CLIENT: Sentence("the client"),
    PersonKind.PRESS: Sentence("the press"),
}


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """All its words, in one language."""

    language: str
    #: What the record holds as the client's, and whether it is in that.
    clients_language: str | None
    in_clients_language: bool
    title: str
    made: str
    parts: list[Part]
    closing: str


async def make_client_statement(tx: Transaction, case_id: UUID, *, language: str | None = None) -> Statement:
    """Tell the client. Raises :class:`Invalid` for a language that we have no words in."""
    case = await access.case_for(tx, case_id, Act.MAKE_CLIENT_STATEMENT)
    client = await tx.session.get_one(Detainee, case.detainee_id)
    if language is not None and language not in LANGUAGES:
        raise Invalid("language", "Choose a language that letters go out in.")
    words = language or spoken(client.language or LANGUAGES[0])
    house = await tx.session.get_one(Organization, case.lead_organization_id)
    name = await tx.opened(client, "public_name") or case.short_id
    agreed = [_consent(one, house, words) for one in await _in_force(tx, case)]
    seen = [_seen(one, house, words) for one in await reading.who_saw(tx, case.id)]
    made = Sentence(
        "Made by {organization} on {when}.", organization=house.name, when=times.said(tx.now, house.time_zone, words)
    )
    closing = Sentence(
        "You may ask for this at any time, and take back any consent by telling anyone: {call}.",
        call=house.phone or house.name,
    )
    tx.record("statement.made", case, after={"language": words, "consents": len(agreed), "readers": len(seen)})
    return Statement(
        words,
        client.language,
        client.language is not None and speaks(client.language) == words,
        Sentence("Consents in force and who looked: {name}, case {case}", name=name, case=case.short_id).said(words),
        made.said(words),
        [
            Part(Sentence("What you have agreed to").said(words), agreed or [_NO_CONSENT.said(words)]),
            Part(Sentence("Who looked at your record").said(words), seen or [_NOBODY.said(words)]),
        ],
        closing.said(words),
    )


_NO_CONSENT = Sentence("Nothing. No consent is in force: nobody outside your legal team may be told of you.")
_NOBODY = Sentence("Nobody yet.")


async def _in_force(tx: Transaction, case: Case) -> list[Consent]:
    """Consents that permit something now: given, not ended, and since release asked for again."""
    asked = (
        access.visible(await access.standing(tx), Consent, tx.now)
        .where(Consent.case_id == case.id, Consent.state == ConsentState.STANDING, Consent.expires_at > tx.now)
        .order_by(Consent.given_at, Consent.id)
    )
    again = case.consents_asked_again_from
    return [one for one in await tx.session.scalars(asked) if again is None or one.given_at >= again]


def _consent(one: Consent, house: Organization, language: str) -> str:
    wider = {
        Sentence("with where you are held"): one.place,
        Sentence("with your photo"): one.photo,
        Sentence("with your story"): one.story,
        Sentence("with your bond"): one.bond,
    }
    more = [words for words, holds in wider.items() if holds]
    what = Sentence("that counsel be sought for you")
    if one.purpose is Purpose.ACCOMPANY:
        what = Sentence("that people you name come along to a check-in")
    elif one.purpose is not Purpose.SEEK_COUNSEL:
        what = clearance.TO_WHAT[one.audience]
    how = ", ".join(part.said(language) for part in (clearance.NAMED[one.name_form], *more))
    return Sentence(
        "You agreed {what}, {how}. Given on {given}; its last day is {day}.",
        what=what,
        how=how,
        given=times.full_day(times.local_day(one.given_at, house.time_zone), language),
        day=times.full_day(one.last_day, language),
    ).said(language)


def called(one: Seen) -> str:
    """Who looked, where it is no name: what acted."""
    if one.name:
        return one.name
    if one.door is Door.HOUSE:
        return Sentence("Presencia itself")
    return Sentence("a date checker") if one.shift else Sentence("someone no longer here")


def as_whom(one: Seen) -> str | None:
    """What they belong to, if it is an organization of ours; of anybody else their office, or what they are to us."""
    if one.kind is None:
        # Behind a link stands somebody of an address book, who belongs to nobody whose book it is.
        return None if one.door is Door.LINK else one.organization
    return one.organization if one.kind is PersonKind.STAFF else one.office or AS[one.kind]


def _seen(one: Seen, house: Organization, language: str) -> str:
    values = {
        "who": partial(_who, one),
        "how": HOW[one.door],
        "last": times.said(one.last_at, house.time_zone, language),
    }
    if one.times == 1:
        return Sentence("{who}, {how}: once, on {last}.", **values).said(language)
    return Sentence(
        "{who}, {how}: {times} times, first on {first} and last on {last}.",
        **values,
        times=one.times,
        first=times.said(one.first_at, house.time_zone, language),
    ).said(language)


def _who(one: Seen, language: str) -> str:
    parts = (part.said(language) if isinstance(part, Sentence) else part for part in (called(one), as_whom(one)))
    who, *where = filter(None, parts)
    return f"{who} ({where[0]})" if where else who
