"""Matching: to whom a case could be offered, each with the sentences why, and with what speaks against it.

It orders, and decides nothing: whoever offers reads the reasons. Nobody behind a conflict wall is named, nor is it said
that a wall stands; how many cases somebody has elsewhere is told as "room" or "no room", and no more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy import func, select

from casework import access, entitlement, times
from casework.access import Act
from casework.entitlement import Entitlement
from casework.language import InLanguage, Sentence, creole, spoken
from casework.refusals import Invalid, NotPermitted
from casework.transaction import Transaction
from schema.absences import Absence
from schema.assignments import ASKED, STANDING, Assignment, AssignmentState
from schema.attorneys import Attorney, Qualification
from schema.cases import Case
from schema.courts import Court
from schema.custody import CustodyStint
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import Medium, Occasion
from schema.people import Person
from schema.proceedings import Proceeding

#: How many are told: nobody reads a second page of this.
MOST = 25
_NOON = 12
_APPEARING = (Qualification.PARALEGAL, Qualification.INTERPRETER)
#: The same language under another code (EOIR, tblLanguage).
_TONGUES = {"sp": "es", "eng": "en", "por": "pt", "cre": "ht", "hc": "ht", "man": "zh", "ara": "ar"}
#: Languages that the locale's lists have no name for, by the name their speakers use.
_OWN_NAMES = {
    "cak": "Kaqchikel", "ixl": "Ixil", "jac": "Popti’", "kek": "Q’eqchi’", "kjb": "Q’anjob’al", "mam": "Mam",
    "mix": "Mixteco", "mxv": "Tu’un Savi", "poh": "Poqomchi’",
}  # fmt: skip


@dataclass
class Suggestion:
    """One attorney, and how well the case fits them."""

    person_id: UUID
    entitled: Entitlement
    because: list[Sentence] = field(default_factory=list)
    against: list[Sentence] = field(default_factory=list)
    likeness: int = 0

    def speaks_for(self, weight: int, said: Sentence) -> None:
        self.likeness += weight
        self.because.append(said)

    def speaks_against(self, weight: int, said: Sentence) -> None:
        self.likeness -= weight
        self.against.append(said)


@dataclass(frozen=True, slots=True)
class _Needs:
    """What the case asks of somebody."""

    proceeding: Proceeding | None
    language: str | None
    #: The state and the court where the next date is, and the state where the client is held.
    places: frozenset[str]
    remote: bool | None
    #: The next date, on the clock of its place.
    on: datetime | None = None


async def suggest_counsel(tx: Transaction, case_id: UUID, *, proceeding_id: UUID | None = None) -> list[Suggestion]:
    """Whom a case could be offered to, those who may appear and fit best first. Raises :class:`NotFound`,
    :class:`NotPermitted`, :class:`Invalid`.
    """
    case = await access.seen(tx, Case, case_id)
    if not await access.permitted(tx, case, Act.OFFER_ASSIGNMENT):
        raise NotPermitted(who=access.PERMISSIONS[Act.OFFER_ASSIGNMENT].ask)
    needs = await _needs(tx, case, proceeding_id)
    actor = await access.standing(tx)
    open_now = access.visible(actor, Attorney, tx.now).where(
        Attorney.open_to_offers, Attorney.qualification.not_in(_APPEARING)
    )
    earlier = await _earlier(tx, case.id)
    found = []
    for attorney in list(await tx.session.scalars(open_now.order_by(Attorney.person_id).limit(500))):
        state = earlier.get(attorney.person_id)
        if state in (*ASKED, *STANDING) or await access.is_walled(tx, case.id, attorney.person_id):
            continue
        found.append(await _weighed(tx, attorney, needs, state))
    found.sort(key=lambda one: (not one.entitled.may, -one.likeness, one.person_id))
    return found[:MOST]


async def _needs(tx: Transaction, case: Case, proceeding_id: UUID | None) -> _Needs:
    proceeding = await tx.session.get(Proceeding, proceeding_id) if proceeding_id else None
    if proceeding_id is not None and (proceeding is None or proceeding.case_id != case.id):
        raise Invalid("proceedingId", "There is no such proceeding in this case.")
    following = await tx.session.get(Occasion, case.next_occasion_id) if case.next_occasion_id else None
    hearing = await tx.session.scalar(select(Hearing).where(Hearing.occasion_id == following.id)) if following else None
    if proceeding is None and hearing is not None:
        proceeding = await tx.session.get(Proceeding, hearing.proceeding_id)
    court_id = hearing.court_id if hearing else proceeding.court_id if proceeding else None
    court = await tx.session.get(Court, court_id) if court_id else None
    held = await tx.session.scalar(
        select(Facility)
        .join(CustodyStint, CustodyStint.facility_id == Facility.id)
        .where(CustodyStint.case_id == case.id, CustodyStint.booked_out_at.is_(None))
        .order_by(CustodyStint.checked_at.desc())
        .limit(1)
    )
    detainee = await tx.session.get_one(Detainee, case.detainee_id)
    places = {court.code, court.state} if court else set()
    remote = None
    if following is not None and following.medium is not Medium.UNKNOWN:
        remote = following.medium in (Medium.WEBEX, Medium.TELEPHONIC)
    return _Needs(
        proceeding, detainee.language, frozenset(place for place in {*places, held and held.state} if place), remote,
        following.wall_starts if following else None,
    )  # fmt: skip


async def _earlier(tx: Transaction, case_id: UUID) -> dict[UUID, AssignmentState]:
    """How the last offer of this case to each of them stands."""
    asked = await tx.session.execute(
        select(Assignment.attorney_id, Assignment.state).where(Assignment.case_id == case_id).order_by(Assignment.id)
    )
    return {row[0]: row[1] for row in asked}


async def _weighed(tx: Transaction, attorney: Attorney, needs: _Needs, earlier: AssignmentState | None) -> Suggestion:
    supervisor = await tx.session.get(Attorney, attorney.supervisor_id) if attorney.supervisor_id else None
    found = entitlement.may_appear(
        attorney,
        entitlement.forum_of(needs.proceeding),
        on=tx.now.date(),
        court=needs.proceeding.other_court if needs.proceeding else None,
        supervisor=supervisor,
    )
    one = Suggestion(attorney.person_id, found)
    (one.because if found.may else one.against).append(found.because)
    one.against += found.conditions
    _language(one, attorney, needs)
    await _capacity(tx, one, attorney)
    await _days(tx, one, attorney, needs)
    _place(one, attorney, needs)
    _interest(one, attorney, needs)
    await _mentor(tx, one, attorney)
    if earlier is AssignmentState.DECLINED:
        one.speaks_against(6, Sentence("They declined this case before."))
    elif earlier is AssignmentState.LAPSED:
        one.speaks_against(2, Sentence("They did not answer when they were asked before."))
    return one


def _tongue(code: str) -> str:
    first = code.strip().lower().replace("_", "-").split("-")[0]
    return _TONGUES.get(first, first)


def _called(code: str) -> InLanguage:
    """A language by its name, as whoever reads calls it."""
    tongue = _tongue(code)

    def said(language: str) -> str:
        known = creole.TONGUES if spoken(language) == "ht" else times.LOCALES[spoken(language)].languages
        return str(known.get(tongue) or _OWN_NAMES.get(tongue, code))

    return said


def _language(one: Suggestion, attorney: Attorney, needs: _Needs) -> None:
    if needs.language is None:
        one.against.append(Sentence("Nobody has recorded which language the client speaks."))
        return
    called = _called(needs.language)
    if _tongue(needs.language) in {_tongue(code) for code in attorney.languages}:
        one.speaks_for(4, Sentence("They speak the client's language ({language}).", language=called))
    else:
        one.speaks_against(
            3, Sentence("They need an interpreter for the client's language ({language}).", language=called)
        )


async def _capacity(tx: Transaction, one: Suggestion, attorney: Attorney) -> None:
    room = await tx.session.scalar(select(func.counsel_has_room(attorney.person_id)))
    if room is None:
        one.against.append(Sentence("They have not said how many cases they take."))
    elif room:
        one.speaks_for(3, Sentence("They have room for one more case."))
    else:
        one.speaks_against(5, Sentence("They have as many cases as they take."))
    if attorney.hours_a_month is not None:
        one.because.append(Sentence("They give about {hours} hours a month.", hours=attorney.hours_a_month))


async def _days(tx: Transaction, one: Suggestion, attorney: Attorney, needs: _Needs) -> None:
    """Days away, and half days on which they can come. Why they are away is not known here, nor anywhere."""
    theirs = select(Absence).where(Absence.person_id == attorney.person_id, Absence.last_day >= tx.now.date())
    for away in await tx.session.scalars(theirs.order_by(Absence.first_day)):
        until: InLanguage = partial(times.day, away.last_day)
        if away.first_day <= tx.now.date():
            one.speaks_against(8, Sentence("They are away until {day}.", day=until))
        elif needs.on is not None and away.first_day <= needs.on.date() <= away.last_day:
            one.speaks_against(8, Sentence("They are away on the day of the next date, until {day}.", day=until))
    if needs.on is None or not attorney.half_days:
        return
    half = f"{needs.on:%A}_{'morning' if needs.on.hour < _NOON else 'afternoon'}".lower()
    if half in attorney.half_days:
        one.speaks_for(2, Sentence("They can come on the half day of the next date."))
    else:
        one.speaks_against(2, Sentence("The half day of the next date is not among those on which they can come."))


def _place(one: Suggestion, attorney: Attorney, needs: _Needs) -> None:
    if near := sorted(needs.places & set(attorney.places)):
        one.speaks_for(3, Sentence("They go to {places}.", places=", ".join(near)))
    elif needs.remote and attorney.remote:
        one.speaks_for(2, Sentence("The next date is by video or telephone, which they take."))
    elif attorney.places and needs.places:
        one.speaks_against(2, Sentence("They do not go to {places}.", places=", ".join(sorted(needs.places))))


def _interest(one: Suggestion, attorney: Attorney, needs: _Needs) -> None:
    if needs.proceeding is not None and attorney.interests:
        if needs.proceeding.kind.value in attorney.interests:
            one.speaks_for(2, Sentence("They like to take this kind of proceeding."))
        else:
            one.speaks_against(1, Sentence("This kind of proceeding is not among those they named."))


async def _mentor(tx: Transaction, one: Suggestion, attorney: Attorney) -> None:
    if not attorney.wants_mentor:
        return
    mentor = await tx.session.get(Person, attorney.mentor_id) if attorney.mentor_id else None
    if mentor is not None:
        one.speaks_for(1, Sentence("{mentor} mentors them.", mentor=await tx.opened(mentor, "name") or ""))
    else:
        one.speaks_against(2, Sentence("They want a mentor beside them, and none is named."))


__all__ = ["MOST", "Suggestion", "suggest_counsel"]
