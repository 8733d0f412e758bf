"""Entitlement to appear: before which court or agency somebody may stand up for a client, and on which form.

Rules alone: no database, no clock. Whoever asks brings the record of the attorney (and of who supervises them), the
forum, and the day. The answer names its citation; what the record can't tell (that a judge must permit it, that a
district may admit for one case) stands beside it as a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from casework.language import Sentence
from schema.assignments import Form, FormScope, Scope
from schema.attorneys import Accreditation, Attorney, Qualification
from schema.proceedings import Proceeding, ProceedingKind


class Forum(StrEnum):
    """Before whom."""

    DHS = "dhs"
    IMMIGRATION_COURT = "immigration_court"
    BOARD = "board"
    DISTRICT_COURT = "district_court"
    CIRCUIT_COURT = "circuit_court"


_FORUMS = {
    ProceedingKind.HABEAS: Forum.DISTRICT_COURT,
    ProceedingKind.PETITION_FOR_REVIEW: Forum.CIRCUIT_COURT,
    ProceedingKind.APPEAL: Forum.BOARD,
}
FEDERAL = frozenset({Forum.DISTRICT_COURT, Forum.CIRCUIT_COURT})


def forum_of(proceeding: Proceeding | None) -> Forum:
    """Before whom a proceeding is. Where none is named, it is the immigration court."""
    return _FORUMS.get(proceeding.kind, Forum.IMMIGRATION_COURT) if proceeding else Forum.IMMIGRATION_COURT


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Whether somebody may appear, why or why not, and who says so."""

    may: bool
    because: Sentence
    citation: str
    #: What must hold besides, and this house can't know.
    conditions: tuple[Sentence, ...] = ()


def may_appear(
    attorney: Attorney, forum: Forum, *, on: date, court: str | None = None, supervisor: Attorney | None = None
) -> Entitlement:
    """Whether they may appear there on that day. ``court`` is a federal court, by its code or its name."""
    if forum in FEDERAL:
        return _in_federal_court(attorney, forum, court)
    match attorney.qualification:
        case Qualification.ATTORNEY:
            return _attorney(attorney, forum)
        case Qualification.ACCREDITED_REPRESENTATIVE:
            return _representative(attorney, forum, on)
        case Qualification.LAW_GRADUATE | Qualification.LAW_STUDENT:
            return _supervised(attorney, forum, on, supervisor)
    return _no(Sentence("They help, and appear before no court or agency."), "8 CFR 1292.1(a)")


def _no(because: Sentence, citation: str) -> Entitlement:
    return Entitlement(False, because, citation)


def _attorney(attorney: Attorney, forum: Forum) -> Entitlement:
    """Any U.S. state's bar will do, wherever the court sits; before EOIR they are registered as well."""
    if not attorney.bar_states:
        return _no(Sentence("No state bar is recorded for them."), "8 CFR 1001.1(f)")
    if not attorney.good_standing:
        return _no(Sentence("They are not in good standing with their bar."), "8 CFR 1001.1(f)")
    bars = ", ".join(attorney.bar_states)
    if forum is Forum.DHS:
        return Entitlement(True, Sentence("A member of the bar of {bars}.", bars=bars), "8 CFR 292.1(a)(1)")
    if not attorney.eoir_registered:
        return _no(Sentence("They are not registered with EOIR."), "8 CFR 1292.1(f)")
    return Entitlement(
        True,
        Sentence("A member of the bar of {bars}, registered with EOIR.", bars=bars),
        "8 CFR 1292.1(a)(1), (f)",
    )


def _representative(attorney: Attorney, forum: Forum, on: date) -> Entitlement:
    if attorney.accreditation is None:
        return _no(Sentence("No accreditation is recorded for them."), "8 CFR 1292.12")
    if attorney.accredited_until is not None and attorney.accredited_until < on:
        return _no(Sentence("Their accreditation has ended."), "8 CFR 1292.12(d)")
    if forum is Forum.DHS:
        return Entitlement(True, Sentence("Accredited before DHS."), "8 CFR 1292.12(a)")
    if attorney.accreditation is Accreditation.PARTIAL:
        return _no(
            Sentence("Partial accreditation is for DHS only: not for a court, nor the Board."), "8 CFR 1292.12(a)"
        )
    if not attorney.eoir_registered:
        return _no(Sentence("They are not registered with EOIR."), "8 CFR 1292.1(f)")
    return Entitlement(
        True, Sentence("Fully accredited, and registered with EOIR."), "8 CFR 1292.1(a)(4), (f), 1292.12(a)"
    )


def _supervised(attorney: Attorney, forum: Forum, on: date, supervisor: Attorney | None) -> Entitlement:
    """Students in a program or clinic, and graduates who are in no bar yet: unpaid by the client, and permitted by whom
    they wish to appear before.
    """
    citation = "8 CFR 1292.1(a)(2)"
    if not attorney.statement_filed:
        return _no(
            Sentence("The statement that they are supervised, and unpaid by the client, is not recorded."), citation
        )
    if supervisor is None or supervisor.qualification not in (
        Qualification.ATTORNEY,
        Qualification.ACCREDITED_REPRESENTATIVE,
    ):
        return _no(Sentence("No attorney or accredited representative is recorded as supervising them."), citation)
    if not may_appear(supervisor, forum, on=on).may:
        return _no(Sentence("Who supervises them may not appear there."), citation)
    return Entitlement(
        True,
        Sentence("Supervised by somebody who may appear there."),
        citation,
        (Sentence("The judge or official before whom they wish to appear must permit it."),),
    )


def _in_federal_court(attorney: Attorney, forum: Forum, court: str | None) -> Entitlement:
    """Each admits its own bar (for circuits Fed. R. App. P. 46; for districts their local rules)."""
    circuit = forum is Forum.CIRCUIT_COURT
    citation = "Fed. R. App. P. 46" if circuit else "28 USC 1654, 2071; the district's local rules"
    if attorney.qualification is not Qualification.ATTORNEY or not attorney.bar_states:
        return _no(Sentence("Only a member of a bar appears in a federal court."), citation)
    if not attorney.good_standing:
        return _no(Sentence("They are not in good standing with their bar."), citation)
    admitted = [one for one in attorney.admitted_courts if _is_circuit(one) is circuit]
    if not admitted:
        return _no(Sentence("They are not recorded as admitted to any such federal court."), citation)
    if court:
        if not any(_same_court(one, court) for one in admitted):
            return _no(Sentence("They are not recorded as admitted to that court ({court}).", court=court), citation)
        return Entitlement(True, Sentence("Admitted to that court ({court}).", court=court), citation)
    return Entitlement(
        True,
        Sentence("Admitted to {courts}.", courts=", ".join(admitted)),
        citation,
        (Sentence("Look whether that is the court in which this is filed."),),
    )


_CIRCUIT = re.compile(r"^(ca\d{1,2}|cadc)$|circuit|\bcir\b|court of appeals", re.IGNORECASE)
#: States as courts are called by them, without dots and spaces.
_STATES = {
    "connecticut": "ct", "conn": "ct", "massachusetts": "ma", "mass": "ma", "newhampshire": "nh", "nh": "nh",
    "rhodeisland": "ri", "ri": "ri", "maine": "me", "me": "me", "vermont": "vt", "vt": "vt", "newyork": "ny",
    "ny": "ny", "newjersey": "nj", "nj": "nj", "pennsylvania": "pa", "pa": "pa", "louisiana": "la", "la": "la",
    "texas": "tx", "tex": "tx", "mississippi": "ms", "miss": "ms", "california": "ca", "cal": "ca", "virginia": "va",
    "va": "va", "georgia": "ga", "ga": "ga", "florida": "fl", "fla": "fl",
}  # fmt: skip
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11",
}  # fmt: skip


def _is_circuit(court: str) -> bool:
    return _CIRCUIT.search(court) is not None


def _same_court(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or (_code(one) is not None and _code(one) == _code(other))


def _code(court: str) -> str | None:
    """The code of a court as people write it: "D. Conn." and "District of Connecticut" are ctd, "2d Cir." is ca2."""
    text = court.casefold().replace(".", "").strip()
    if re.fullmatch(r"ca(\d{1,2}|dc)|[a-z]{2}[nsewcm]?d", text):
        return text
    if _is_circuit(court):
        number = re.search(r"\d{1,2}", text)
        named = next((digit for word, digit in _ORDINALS.items() if word in text), None)
        found = number.group() if number else named
        return f"ca{found}" if found else None
    part = re.match(
        r"(?:us district court for the )?(?:([nsewcm])d|d|(northern|southern|eastern|western|central|middle)? ?"
        r"district of)\b(.*)",
        text,
    )
    state = _STATES.get(part.group(3).split(",")[0].replace(" ", "")) if part else None
    if part is None or state is None:
        return None
    side = part.group(1) or (part.group(2) or "")[:1]
    return f"{state}{side}d"


# Forms.


class Allows(NamedTuple):
    """What a form makes of whoever enters it."""

    #: Before whom.
    forum: Forum | None
    #: They are of record: the court writes to them, and they must come until it lets them go.
    of_record: bool
    #: They see the record of proceedings.
    record: bool
    #: In which scope of an assignment it may stand.
    scopes: frozenset[Scope]
    says: Sentence
    citation: str
    since: str = ""


_APPEARING = frozenset({Scope.ALL, Scope.BOND_ONLY, Scope.OTHER})
#: The table of forms: what each allows, and who says so.
FORMS: dict[Form, Allows] = {
    Form.G_28: Allows(
        Forum.DHS, False, False, frozenset(Scope),
        Sentence("DHS speaks with them and sends them its notices. Before a court it is nothing."), "8 CFR 292.4(a)",
    ),
    Form.EOIR_28: Allows(
        Forum.IMMIGRATION_COURT, True, True, _APPEARING,
        Sentence("Of record before the immigration court, for all proceedings, for custody and bond only, or for all"
                 " but these."),
        "8 CFR 1003.17(a)", "scoped since 2015-12-07 (80 FR 59500)",
    ),
    Form.EOIR_27: Allows(
        Forum.BOARD, True, True, _APPEARING,
        Sentence("Of record before the Board. An appearance in the court does not reach there."), "8 CFR 1003.38(g)",
    ),
    Form.EOIR_61: Allows(
        Forum.IMMIGRATION_COURT, False, False, frozenset({Scope.DOCUMENT_HELP}),
        Sentence("Help with one document. The person stays pro se, and the helper sees no record."),
        "8 CFR 1003.17(b)", "since 2022-11-14 (87 FR 56247)",
    ),
    Form.EOIR_60: Allows(
        Forum.BOARD, False, False, frozenset({Scope.DOCUMENT_HELP}),
        Sentence("Help with one document before the Board. The person stays pro se, and the helper sees no record."),
        "8 CFR 1003.38(g)(2)", "since 2022-11-14 (87 FR 56247)",
    ),
    Form.FEDERAL: Allows(
        None, True, True, _APPEARING,
        Sentence("Of record in the federal court whose rules it was entered under."),
        "Fed. R. Civ. P. 11(a); Fed. R. App. P. 12(b)",
    ),
}  # fmt: skip


def form_for(proceeding: Proceeding | None, scope: Scope) -> Form:
    """The form that is meant where none is named."""
    forum = forum_of(proceeding)
    if forum in FEDERAL:
        return Form.FEDERAL
    if scope is Scope.DOCUMENT_HELP:
        return Form.EOIR_60 if forum is Forum.BOARD else Form.EOIR_61
    return Form.EOIR_27 if forum is Forum.BOARD else Form.EOIR_28


def fits(form: Form, proceeding: Proceeding | None) -> bool:
    """Whether this form is for that proceeding."""
    if form is Form.G_28:
        return proceeding is None
    if proceeding is None:
        return False
    forum = forum_of(proceeding)
    return forum in FEDERAL if form is Form.FEDERAL else FORMS[form].forum is forum


def reaches(scope: FormScope | None, kind: ProceedingKind) -> bool:
    """Whether an EOIR-28 entered in this scope is for such a proceeding: bond is apart from removal (8 CFR
    1003.19(d)).
    """
    bond = kind is ProceedingKind.BOND
    return {FormScope.CUSTODY_AND_BOND: bond, FormScope.ALL_BUT_CUSTODY_AND_BOND: not bond}.get(
        scope or FormScope.ALL, True
    )


def covers(scope: Scope, of: Proceeding | None, proceeding: Proceeding) -> bool:
    """Whether somebody who took on this much stands up in that proceeding. ``of`` is the one they were given, if it was
    one.
    """
    if scope is Scope.DOCUMENT_HELP:
        return False
    if of is not None:
        return of.id == proceeding.id
    if scope is Scope.BOND_ONLY:
        return proceeding.kind is ProceedingKind.BOND
    # "Other" of no proceeding is help that nobody can count on in court.
    return scope is Scope.ALL


__all__ = [
    "FEDERAL",
    "FORMS",
    "Allows",
    "Entitlement",
    "Forum",
    "covers",
    "fits",
    "form_for",
    "forum_of",
    "may_appear",
    "reaches",
]
