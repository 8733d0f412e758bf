"""The clocks: what is kept, until when, what goes then, and why. The table is the rule; the package carries it out.

    Clock(
        RetentionClass.CUSTODY, years(3), "the case closed", goes="where the person was held",
        why="claims over custody are brought within two years (28 USC 2401(b), unverified: ask counsel)",
        due=of_closed_case(CustodyStint), away=rows_of(CustodyStint),
    )

is all that one more needs, with its word in :class:`schema.retention.RetentionClass`, its tables in ``SWEPT``
(``migrations``), and a line on the page. No published standard says how long a legal-aid file is kept: the terms are
the shortest that the reason allows, the same for everybody, and a legal hold stops every one of them. Where a law is
named as the reason, nobody has checked it for this house yet, and it says so: whoever runs the house asks counsel.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework import access
from casework.documents import PUT_BACK_WITHIN
from casework.retention import due, going
from casework.retention.due import Due, of, of_closed_case
from casework.retention.erasing import erase
from casework.retention.going import Away, rows_of
from casework.transaction import Transaction
from schema.calls import Call
from schema.cases import Case, CaseContact, Intake
from schema.custody import CustodyStint, LocatorCheck
from schema.date_checks import Shift
from schema.directory import Referral
from schema.documents import CaseFile
from schema.duty import DutyTurn
from schema.inbox import InboxMark
from schema.outcomes import Outcome
from schema.preparedness import PreparednessTick
from schema.reports import OPEN_REPORTS, ArrestReport
from schema.responders import Responder
from schema.retention import RetentionClass
from schema.safety_plans import SafetyPlan
from schema.sightings import Sighting, SightingState
from schema.spreadsheets import Spreadsheet
from schema.visits import Visit


@dataclass(frozen=True, slots=True)
class Clock:
    """One kind of record, and when it goes."""

    kind: RetentionClass
    after: timedelta
    #: From when it runs, in words: "thirty days after …".
    since: str
    goes: str
    #: Why no sooner, and no later: printed for whoever runs the house.
    why: str
    #: What it has run out on, as a statement.
    due: Due
    #: Takes rows away.
    away: Away
    #: How many rows go in one transaction.
    at_once: int = 500


def days(count: int) -> timedelta:
    return timedelta(days=count)


def years(count: int) -> timedelta:
    """Years as a term has them, never a day short of one."""
    return timedelta(days=-(-count * 1461 // 4))


async def _cases(tx: Transaction, ids: list[object]) -> None:
    for case_id in ids:
        await erase(tx, await tx.session.get_one(Case, case_id, with_for_update=True), by="clock")


#: In the order in which they are swept: what goes with something else goes first by itself, and is counted there.
CLOCKS: tuple[Clock, ...] = (
    Clock(
        RetentionClass.MESSAGES, days(30), "the letter was settled, and its date is over",
        goes="that somebody was written to, when, and what the carrier said",
        why="field practice keeps messages 30 days; their words are never stored, and nothing else is needed longer",
        # Many at once: a hold that is lifted after two years may leave a million.
        due=due.messages, away=going.messages, at_once=2_000,
    ),
    Clock(
        RetentionClass.REPLIES, days(30), "the text came",
        goes="that somebody answered by text, what was understood, and the task to read it once somebody has",
        why="as for messages; that they said stop is kept with their number for as long as that is",
        due=due.replies, away=going.replies,
    ),
    Clock(
        RetentionClass.INBOX, days(60), "they marked it",
        goes="that somebody read a piece of news, or put it off",
        why="news reaches 30 days back; afterwards it says how somebody works, and nothing else",
        due=of(InboxMark, InboxMark.marked_at), away=rows_of(InboxMark), at_once=2_000,
    ),
    Clock(
        RetentionClass.CHANGES, days(30), "the date is over",
        goes="what changed of a date, who was told and who said that they know, and who was called about them",
        why="as for messages: afterwards nobody can be reached too late",
        due=due.changes, away=going.changes,
    ),
    Clock(
        RetentionClass.DUTY, days(90), "the turn ended",
        goes="who was on duty, and their deputy",
        why="long enough to ask why nobody was called; the trail keeps who was",
        due=of(DutyTurn, DutyTurn.ends_at), away=rows_of(DutyTurn),
    ),
    Clock(
        RetentionClass.SIGN_UPS, days(30), "the occasion ended",
        goes="who was asked, what they answered and need, and with whom they go, with the letters to them; a head-count"
        " stays",
        why="field practice: long enough to say thank you; afterwards it is a list of who stood by whom",
        due=due.sign_ups, away=going.sign_ups,
    ),
    Clock(
        RetentionClass.SAFETY_PLANS, days(30), "the action ended",
        goes="who kept people safe at an action, and how",
        why="as for sign-ups: long enough to learn from it; afterwards it is a list of who stood where",
        due=due.safety_plans, away=rows_of(SafetyPlan),
    ),
    Clock(
        RetentionClass.REPORTERS, days(90), "the case closed",
        goes="the caller's name, telephone and relation",
        why="a motion to reopen may need the witness: 90 days from the final order"
        " (8 CFR 1003.23(b)(1), unverified: ask counsel)",
        due=of_closed_case(Intake, also=due.told_by_somebody), away=going.reporters,
    ),
    Clock(
        RetentionClass.REPORTS, days(90), "it was declined, or came to wait",
        goes="what a report says that nobody took in: the person, the arrest, and who called",
        why="as for reporters; whoever still seeks counsel for them reports what is known now",
        due=of(ArrestReport, ArrestReport.state_since, ArrestReport.state.in_(OPEN_REPORTS)), away=going.reports,
    ),
    Clock(
        RetentionClass.UNCONFIRMED_SIGHTINGS, access.LASTS, "it was told",
        goes="a sighting that nobody confirmed and nobody holds, with its photos, and who told it",
        why="what two people don't agree on is a rumor: it is shown no longer than three days, and goes with the next"
        " sweep",
        due=of(
            Sighting, Sighting.told_at, Sighting.state != SightingState.CONFIRMED, Sighting.held_at.is_(None)
        ),
        away=going.sightings, at_once=100,
    ),
    Clock(
        RetentionClass.SIGHTINGS, days(90), "it was confirmed, or came to be held",
        goes="a sighting, with its photos, who told it, and who was called to it; what became of it in a case stays",
        why="long enough for a legal team to take it in; afterwards it is a list of where people live and look",
        due=of(
            Sighting, Sighting.state_since, (Sighting.state == SightingState.CONFIRMED) | Sighting.held_at.is_not(None)
        ),
        away=going.sightings, at_once=100,
    ),
    Clock(
        RetentionClass.RESPONDERS, days(30), "they were taken off the list",
        goes="that somebody was a rapid responder, in which towns and hours",
        why="nobody asks for it any more; afterwards it is a list of who stood by whom",
        due=of(Responder, Responder.ended_at, Responder.ended_at.is_not(None)), away=rows_of(Responder),
    ),
    Clock(
        RetentionClass.REFERRALS, days(90), "they were referred",
        goes="who was referred to which group, and what for",
        why="long enough to ask whether it helped",
        due=of(Referral, Referral.referred_at), away=going.referrals,
    ),
    Clock(
        RetentionClass.FAMILY_CONTACTS, days(90), "the case closed",
        goes="who the client's family contacts are, and their calendars of the case",
        why="as for reporters: until a motion to reopen is out of time",
        due=of_closed_case(CaseContact), away=going.family_contacts,
    ),
    Clock(
        RetentionClass.PREPAREDNESS, days(90), "the case closed",
        goes="which preparations the client's family made",
        why="as for family contacts: what a family did at home is nobody's to keep once nothing is asked of it",
        due=of_closed_case(PreparednessTick), away=rows_of(PreparednessTick),
    ),
    Clock(
        RetentionClass.VERIFIERS, days(30), "the shift ended",
        goes="which volunteer it was: name, telephone and signature; what was heard stays",
        why="the legal team may ask them once more about a date; afterwards it is a list of who helped",
        due=of(Shift, Shift.ends_at, Shift.name.is_not(None)), away=going.verifiers,
    ),
    Clock(
        RetentionClass.CUSTODY, years(3), "the case closed",
        goes="where the person was held, who looked for them, and who visited",
        why="two years in which a claim over custody is presented to the agency (28 USC 2401(b), unverified: ask"
        " counsel), and one more to hear of it",
        due=of_closed_case(CustodyStint, LocatorCheck, Visit), away=rows_of(CustodyStint, LocatorCheck, Visit),
    ),
    Clock(
        RetentionClass.OUTCOMES, years(3), "the case closed",
        goes="what happened on its dates: how many came, what was handed in, what was said in open court",
        why="what is compared reaches two years back, and what was told of it may not change under its readers;"
        " afterwards it is the story of one person",
        due=of_closed_case(Outcome), away=going.outcomes,
    ),
    Clock(
        RetentionClass.FILES_TAKEN_AWAY, PUT_BACK_WITHIN, "it was taken away",
        goes="a file that was taken away, with its content",
        why="long enough to notice a mistake; afterwards it is what somebody wanted gone",
        # Few at once: each may be a hundred pieces.
        due=of(CaseFile, CaseFile.taken_away_at, CaseFile.taken_away_at.is_not(None)), away=going.files, at_once=20,
    ),
    Clock(
        RetentionClass.CALLS, days(90), "the case closed",
        goes="who called about it, and what was said",
        why="as for reporters: until a motion to reopen is out of time",
        due=of_closed_case(Call), away=rows_of(Call),
    ),
    Clock(
        RetentionClass.SPREADSHEETS, days(7), "it was last worked on",
        goes="a spreadsheet that somebody brought, row by row; the cases it became stay",
        why="a week in which an import can be looked over and taken back; afterwards it is a second list of clients",
        # Few at once: each may be twenty thousand rows.
        due=of(Spreadsheet, Spreadsheet.state_since), away=going.spreadsheets, at_once=5,
    ),
    Clock(
        RetentionClass.SIGN_INS, days(30), "it ended, was used, or lapsed",
        goes="sessions, tokens, devices' passwords, links to choose a password, and what browsers were asked",
        why="thirty days let somebody notice a stranger's session; the trail keeps that there was one",
        due=due.sign_ins, away=going.sign_ins,
    ),
    Clock(
        RetentionClass.FORMER_MEMBERS, days(30), "they left their last organization",
        goes="all with which they could sign in, their addresses, and their list for conflict checks; the name stays,"
        " because the trail says who acted",
        why="nobody may come back without being taken on anew",
        due=due.former_members, away=going.former_members, at_once=100,
    ),
    Clock(
        RetentionClass.CASES, years(7), "the case closed",
        goes="the whole case and, with their last, the client: rows, indexes, keys",
        why="lawyers' rules ask for five to seven years after the matter ended (unverified: ask counsel of the state)",
        due=due.cases, away=_cases, at_once=20,  # type: ignore[arg-type]
    ),
    Clock(
        RetentionClass.ADDRESS_BOOK, days(180), "nothing names them any more",
        goes="people who are only written to, with their addresses and calendars",
        why="an office that was asked to nothing for half a year is looked up anew; supporters come and go",
        # Few at once: whether anything names them is looked up in every table that may.
        due=due.address_book, away=going.people, at_once=10,
    ),
)  # fmt: skip

__all__ = ["CLOCKS", "Clock", "days", "years"]
