"""The summary of an offer: worth reading, and nothing in it that identifies. It is read by people who may say no.

Refused is what the house knows already: the client's names and numbers, where they were held, the relatives, employers
and other parties that a conflict sheet of the case has named, and the family contacts. What nobody has written down
anywhere it can't know: whoever writes looks, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import select

from casework import identities, names
from casework.refusals import Invalid
from casework.transaction import Transaction
from schema.cases import Case, CaseContact
from schema.conflicts import ConflictSheetContents
from schema.custody import CustodyStint
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.people import Person


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Letters of a summary: two or three sentences.
_LETTERS = (20, 2_000)
#: Words that many a place of custody has in its name, and that tell none.
_OF_ANY_PLACE = _words(
    """center city correctional correction corrections county department detention facility federal hold house
    institution jail new office prison processing regional room service services sheriff staging state united states
    north south east west"""
)
#: The same of employers and other parties: trades, forms of a company, offices.
_OF_ANY_PARTY = _OF_ANY_PLACE | _words(
    """agency american auto bakery bank bond builders building care cars church cleaners cleaning college community
    company construction contractor contractors corp corporation court dairy diner electric enforcement enterprises
    express family farm farms food foods general grill grocery group health help home homeland homes hospital hotel
    immigration incorporated industries international kitchen landscape landscaping laundry lawn legal limited
    maintenance management market masonry mexican national painting pizza plumbing police properties repair restaurant
    roofing school security self shop solutions spanish store street supermarket supply temporary town transport
    trucking university wash work workers works worked employed unemployed young"""
)
#: What people write beside a relative's name.
_OF_ANY_RELATIVE = _words(
    """aunt brother child children cousin daughter esposa esposo father friend hermana hermano hija hijo husband madre
    mother padre parent partner primo prima sister son spouse stepfather stepmother tia tio uncle wife her his the and
    their family del las los san van von"""
)
_FORMS = frozenset({"llc", "inc", "co", "ltd", "corp", "lp", "llp", "the"})


async def checked_summary(tx: Transaction, case: Case, summary: str) -> str:
    """The summary, trimmed. Raises :class:`Invalid` for what is none, or identifies."""
    text = summary.strip()
    least, most = _LETTERS
    if not least <= len(text) <= most:
        raise Invalid("blurb", "Write two or three sentences (20 to 2,000 characters) worth an attorney's time.")
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    known = await identities.read(tx, detainee)
    called = [*known.names, *filter(None, [tx.open(detainee, "public_name")])]
    words = names.folded(text).split()
    given = {word for name in called for word in names.folded(name).split() if len(word) > 2}
    if held := (set(words) & given) or await _others_named(tx, case, words):
        raise Invalid("blurb", 'The summary must not identify the client ("{held}").', held=min(held))
    digits = "".join(char for char in text if char.isdigit())
    if any(number in digits or number.lstrip("0") in digits for number in known.a_numbers):
        raise Invalid("blurb", "The summary must not hold an A-number.")
    if known.birth_date and len(known.birth_date) > 4 and known.birth_date in text:
        raise Invalid("blurb", "The summary must not hold the client's date of birth. Their age will do.")
    if place := await _place_named(tx, case, words):
        raise Invalid(
            "blurb", 'The summary must not say where the client is held ("{place}"). The region will do.', place=place
        )
    if re.search(rf"\b{case.number}\b", text):
        raise Invalid("blurb", "The summary must not hold the number of the case.")
    return text


async def _others_named(tx: Transaction, case: Case, words: list[str]) -> set[str]:
    """Of relatives, employers and other parties of the client, what the summary says: by these they are found."""
    relatives: set[str] = set()
    parties: set[str] = set()
    sheets = await tx.session.scalars(select(ConflictSheetContents).where(ConflictSheetContents.case_id == case.id))
    for sheet in list(sheets):
        await tx.unlock([sheet.names])
        relatives.update((tx.open(sheet, "relatives") or "").splitlines())
        for column in ("employers", "adverse_parties"):
            parties.update((tx.open(sheet, column) or "").splitlines())
    contacts = select(Person).join(CaseContact, CaseContact.person_id == Person.id)
    for person in list(await tx.session.scalars(contacts.where(CaseContact.case_id == case.id))):
        relatives.add(await tx.opened(person, "name") or "")
    said = set(words)
    found = {
        word
        for name in relatives
        for word in _bare(name)
        if len(word) > 2 and word not in _OF_ANY_RELATIVE and word in said
    }
    for party in parties:
        bare = [word for word in _bare(party) if word not in _FORMS]
        telling = {word for word in bare if len(word) > 3 and word not in _OF_ANY_PARTY}
        whole = " ".join(bare)
        found |= telling & said
        # Of nothing but ordinary words: the name as a whole. One such word alone tells of no one.
        found |= {whole} if len(bare) > 1 and _holds(words, whole) else set()
    return found


def _bare(name: str) -> list[str]:
    """The words of a name, without what stands in brackets beside it."""
    return names.folded(re.sub(r"\(.*?\)", " ", name)).split()


async def _place_named(tx: Transaction, case: Case, words: list[str]) -> str | None:
    """A place where the client is or was held, by the words that tell it from others, or by its town."""
    held = select(Facility).join(CustodyStint, CustodyStint.facility_id == Facility.id)
    for place in await tx.session.scalars(held.where(CustodyStint.case_id == case.id).order_by(Facility.id)):
        telling: Iterable[str] = [
            word for word in names.folded(place.name).split() if len(word) > 3 and word not in _OF_ANY_PLACE
        ]
        for name in (*telling, names.folded(place.city or "")):
            if name and _holds(words, name):
                return name
    return None


def _holds(words: list[str], name: str) -> bool:
    return f" {name} " in f" {' '.join(words)} "


__all__ = ["checked_summary"]
