"""Who sees what: the matrix of DOMAIN §3.3 for the fields that exist, cell by cell. Anything not named is nothing.

It is for people to read, printed into ``docs/permissions.md``: rows are held by ``visible``, fields by the facts of
``casework.reading`` and by cards. ``tests/access/test_who_sees_what.py`` compares what each audience is really shown
with it.
"""

from __future__ import annotations

from enum import StrEnum

from schema.invitations import Audience


class Field(StrEnum):
    LEGAL_NAME = "legal name"
    PUBLIC_NAME = "public name"
    A_NUMBER = "A-number"
    BIRTH = "date of birth"
    COUNTRY = "country of birth"
    LANGUAGE = "client's language"
    FACILITY = "facility"
    CUSTODY_HISTORY = "custody history"
    HEARING_DETAINED = "hearing slot (detained)"
    HEARING_AT_LIBERTY = "hearing slot (non-detained), check-ins"
    CLAIM = "claim, relief, health"
    PRIVILEGED_NOTES = "strategy notes"
    NOTES = "notes"
    INTAKE = "intake"
    CONTACTS = "family contacts"
    ACTION_DRAFT = "actions before approval"
    ATTENDEES = "attendee names"
    DEADLINES = "deadlines"
    READERS = "who read this record"
    BOND_AMOUNT = "bond amount"
    OBLIGOR = "bond obligor"
    # Detainers, incidents, family preparedness.
    DETAINERS = "detainers"
    INCIDENTS = "incidents, and what was asked about them"
    COUNSELS_INCIDENTS = "incidents kept for counsel"
    PREPAREDNESS = "family preparedness"
    COURTHOUSE_RULE = "that something was at a state courthouse"
    # The outcome ledger.
    OUTCOMES = "what happened on a date: numbers and result"
    OPEN_COURT_WORDS = "what was said in open court, and where the press wrote of it"


class Shown(StrEnum):
    FULL = "F"
    #: Only to counsel, and to staff whom the legal provider's attorneys supervise.
    IF_COUNSEL = "F if supervised staff of the legal provider, else –"
    #: Only under a consent for this audience that stands now.
    WITH_CONSENT = "with consent"
    #: While a date checker's shift runs, of the one client whose date they were given.
    ONE_ITEM = "F for 1 shift, one item at a time"
    #: By a conflict sheet to one named contact, and in full once it clears.
    ON_SHEET = "conflicts contact: sheet; others after it clears"
    #: The masked form of that field: no name, only a region, an opaque slot, a count.
    MASKED = "M"
    NOTHING = "–"


_LEGAL_TEAM = {Audience.COORDINATOR: Shown.FULL, Audience.ATTORNEY: Shown.FULL}
_COMPARTMENT = {Audience.COORDINATOR: Shown.IF_COUNSEL, Audience.ATTORNEY: Shown.IF_COUNSEL}

MATRIX: dict[Field, dict[Audience, Shown]] = {
    Field.LEGAL_NAME: {
        **_LEGAL_TEAM,
        Audience.POOL_ATTORNEY: Shown.ON_SHEET,
        Audience.FAMILY_CONTACT: Shown.FULL,
        Audience.DATE_CHECKER: Shown.MASKED,
    },
    Field.PUBLIC_NAME: {
        **_LEGAL_TEAM,
        Audience.POOL_ATTORNEY: Shown.MASKED,
        Audience.ADVOCATE: Shown.WITH_CONSENT,
        Audience.OFFICIAL: Shown.WITH_CONSENT,
        Audience.SUPPORTER: Shown.WITH_CONSENT,
        Audience.FAMILY_CONTACT: Shown.FULL,
        Audience.PRESS: Shown.WITH_CONSENT,
        Audience.PUBLIC: Shown.WITH_CONSENT,
    },
    Field.A_NUMBER: {**_LEGAL_TEAM, Audience.DATE_CHECKER: Shown.ONE_ITEM},
    Field.BIRTH: {**_LEGAL_TEAM, Audience.FAMILY_CONTACT: Shown.FULL},
    Field.COUNTRY: {
        **_LEGAL_TEAM,
        Audience.POOL_ATTORNEY: Shown.FULL,
        Audience.FAMILY_CONTACT: Shown.FULL,
        Audience.DATE_CHECKER: Shown.ONE_ITEM,
    },
    # A summary that is offered says it: whoever takes the case speaks with the client.
    Field.LANGUAGE: {**_LEGAL_TEAM, Audience.POOL_ATTORNEY: Shown.FULL},
    Field.FACILITY: {
        **_LEGAL_TEAM,
        Audience.POOL_ATTORNEY: Shown.MASKED,
        Audience.ADVOCATE: Shown.WITH_CONSENT,
        Audience.OFFICIAL: Shown.MASKED,
        Audience.FAMILY_CONTACT: Shown.FULL,
    },
    Field.CUSTODY_HISTORY: {**_LEGAL_TEAM, Audience.FAMILY_CONTACT: Shown.MASKED},
    Field.HEARING_DETAINED: {
        **_LEGAL_TEAM,
        Audience.POOL_ATTORNEY: Shown.MASKED,
        Audience.ADVOCATE: Shown.WITH_CONSENT,
        Audience.OFFICIAL: Shown.WITH_CONSENT,
        Audience.SUPPORTER: Shown.WITH_CONSENT,
        Audience.WITNESS: Shown.WITH_CONSENT,
        Audience.SPONSOR: Shown.WITH_CONSENT,
        Audience.FAMILY_CONTACT: Shown.FULL,
        Audience.DATE_CHECKER: Shown.ONE_ITEM,
        Audience.CLIENT: Shown.FULL,
    },
    Field.HEARING_AT_LIBERTY: {
        **_LEGAL_TEAM,
        Audience.FAMILY_CONTACT: Shown.FULL,
        Audience.CLIENT: Shown.FULL,
        Audience.ACCOMPANIER: Shown.MASKED,
    },
    Field.CLAIM: _COMPARTMENT,
    Field.PRIVILEGED_NOTES: _COMPARTMENT,
    Field.NOTES: _LEGAL_TEAM,
    Field.INTAKE: _LEGAL_TEAM,
    Field.CONTACTS: _LEGAL_TEAM,
    Field.ACTION_DRAFT: {**_LEGAL_TEAM, Audience.ADVOCATE: Shown.FULL},
    Field.ATTENDEES: {
        Audience.COORDINATOR: Shown.FULL,
        Audience.ATTORNEY: Shown.MASKED,
        Audience.ADVOCATE: Shown.MASKED,
    },
    Field.DEADLINES: _LEGAL_TEAM,
    Field.READERS: _LEGAL_TEAM,
    Field.BOND_AMOUNT: {
        **_LEGAL_TEAM,
        Audience.ADVOCATE: Shown.WITH_CONSENT,
        Audience.OFFICIAL: Shown.WITH_CONSENT,
        Audience.SUPPORTER: Shown.MASKED,
        Audience.FAMILY_CONTACT: Shown.FULL,
    },
    Field.OBLIGOR: _LEGAL_TEAM,
    Field.DETAINERS: _LEGAL_TEAM,
    Field.INCIDENTS: _LEGAL_TEAM,
    Field.COUNSELS_INCIDENTS: _COMPARTMENT,
    Field.PREPAREDNESS: _LEGAL_TEAM,
    Field.COURTHOUSE_RULE: _LEGAL_TEAM,
    Field.OUTCOMES: {**_LEGAL_TEAM, Audience.ADVOCATE: Shown.WITH_CONSENT},
    Field.OPEN_COURT_WORDS: {**_LEGAL_TEAM, Audience.ADVOCATE: Shown.MASKED},
}


#: What stands in place of what is masked.
MASKED: dict[tuple[Field, Audience], str] = {
    (Field.LEGAL_NAME, Audience.DATE_CHECKER): "needed letters only: the first three of each word of the surname",
    (Field.PUBLIC_NAME, Audience.POOL_ATTORNEY): "no name: a summary that identifies nobody",
    (Field.FACILITY, Audience.POOL_ATTORNEY): "the state it lies in",
    (Field.FACILITY, Audience.OFFICIAL): "with consent, the district",
    (Field.HEARING_DETAINED, Audience.POOL_ATTORNEY): "the day and the court, without hour or case",
    (Field.HEARING_AT_LIBERTY, Audience.ACCOMPANIER): "of a check-in, with consent and named, from 48 hours before:"
    " meeting point and hour, no address",
    (Field.CUSTODY_HISTORY, Audience.FAMILY_CONTACT): "a summary: where now, and since when",
    (Field.BOND_AMOUNT, Audience.SUPPORTER): "with consent, where to give",
    (Field.OPEN_COURT_WORDS, Audience.ADVOCATE): "with consent, what counsel cleared, word for word",
    (Field.ATTENDEES, Audience.ATTORNEY): "how many, and their answers",
    (Field.ATTENDEES, Audience.ADVOCATE): "how many, and their answers; names for who leads the action",
}
