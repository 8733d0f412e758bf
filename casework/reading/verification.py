"""What is said of decisions, of how sure dates are and which are to be checked, and of what observers met."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, any_, case, func, literal, null, or_, select

from casework import access
from casework.checking_order import FRESH, CheckReason, reasons, risk
from casework.date_sources import STALE_AFTER
from casework.reading.cases import occasion, seen_by_legal
from casework.reading.facts import Expression, Many, Noun, One, Same, recorded
from casework.reading.occasions import HEARING, PROCEEDING
from casework.reading.people import HEARING_LOCATION, ORGANIZATION, person
from casework.reading.places import At
from casework.reading.reader import Reader
from casework.transaction import Transaction
from schema.cases import Case
from schema.court_access import CourtAccessReport
from schema.custody import Confidence, CustodyStint, ReleaseReason
from schema.date_sources import DateSource, DateStanding
from schema.decisions import Decision
from schema.hearings import ADVANCED_BY_COURT, Hearing, HearingOutcome, HearingState
from schema.occasions import UPCOMING, Occasion, OccasionState
from schema.proceedings import Proceeding

#: So many dates are listed to be checked.
LISTED = 50
#: So many reports of observers, the latest.
MET = 20

DECISION = Noun("Decision", Decision)
DECISION.id()
DECISION.columns(
    "revision", "kind", "decided_on", "given_how", "given_on", "appeal_by_client", "appeal_by_government",
    "recorded_at", "taken_back_at",
)  # fmt: skip
DECISION["proceeding"] = One("Proceeding", lambda at, there: there.id == at.row.proceeding_id)
DECISION["hearing"] = One("Hearing", lambda at, there: there.id == at.row.hearing_id)
DECISION["recorded_by"] = person("recorded_by_id")

PROCEEDING["decisions"] = Many(
    "Decision",
    lambda at, there: there.row.proceeding_id == at.row.id,
    order=lambda there: [there.row.decided_on.desc(), there.row.id.desc()],
)
PROCEEDING["reviews"] = One("Proceeding", lambda at, there: there.id == at.row.reviews_id)


PROCEEDING["charges"] = recorded(Proceeding, "charges")

# How a hearing stands.


def _state(at: At) -> Any:
    """The state in the words of DOMAIN §2.3, as the graph spells it."""
    row, when = at.row, occasion(at)
    return case(
        (when.state == OccasionState.CANCELLED, literal(HearingState.VACATED.name)),
        (
            when.state == OccasionState.HELD,
            case(
                (row.outcome == HearingOutcome.NOT_PRESENTED, literal(HearingState.NOT_PRESENTED.name)),
                (
                    row.outcome == HearingOutcome.REMOVAL_ORDERED_IN_ABSENTIA,
                    literal(HearingState.HELD_IN_ABSENTIA.name),
                ),
                else_=literal(HearingState.HELD.name),
            ),
        ),
        (row.confidence == Confidence.UNCONFIRMED, literal(HearingState.UNVERIFIED.name)),
        (row.moved_from > when.starts_at, literal(HearingState.MOVED_EARLIER.name)),
        (row.moved_from < when.starts_at, literal(HearingState.MOVED_LATER.name)),
        (row.confidence == Confidence.CONFIRMED, literal(HearingState.CONFIRMED.name)),
        else_=literal(HearingState.ONE_SOURCE.name),
    )


def _moved(at: At) -> Any:
    """The person was transferred after the date was checked, as far as the reader may know."""
    return at.any(
        CustodyStint,
        lambda stint: and_(
            stint.case_id == at.row.case_id,
            stint.release_reason == ReleaseReason.TRANSFERRED,
            stint.booked_out_at > at.row.checked_at,
        ),
    )


def _standing(at: At) -> Any:
    row, when = at.row, occasion(at)
    return case(
        (or_(when.state.not_in(UPCOMING), when.ends_at < at.eyes.now), null()),
        (row.confidence == Confidence.UNCONFIRMED, literal(DateStanding.UNVERIFIED.name)),
        (or_(row.checked_at <= at.eyes.now - STALE_AFTER, _moved(at)), literal(DateStanding.STALE.name)),
        (row.confidence == Confidence.CONFIRMED, literal(DateStanding.TWO_SOURCE.name)),
        else_=literal(DateStanding.ONE_SOURCE.name),
    )


HEARING["state"] = Expression(said=_state)
HEARING["date_standing"] = Expression(said=_standing)
# It is the court's own code again: why a date moved is the legal team's (DOMAIN §3.3 gives others the slot alone).
HEARING["advanced_by_court"] = Expression(
    said=lambda at: func.coalesce(at.row.adjournment_code.in_(ADVANCED_BY_COURT), False), only=seen_by_legal
)
HEARING["replaces"] = One("Hearing", lambda at, there: there.id == at.row.supersedes_id)
HEARING["replaced_by"] = One("Hearing", lambda at, there: there.supersedes_id == at.row.id)
HEARING["reported_by"] = person("reported_by_id", only=seen_by_legal)

SOURCE = Noun("DateSource", DateSource)
SOURCE.columns("channel", "said_at", "taken_back_at")
SOURCE["said"] = Expression(said=lambda at: func.to_char(at.row.said_wall, 'YYYY-MM-DD"T"HH24:MI'))
SOURCE["person"] = person("person_id")
SOURCE["shift"] = One("Shift", lambda at, there: there.id == at.row.shift_id)
HEARING["date_sources"] = Many(
    "DateSource",
    lambda at, there: there.row.hearing_id == at.row.id,
    order=lambda there: [there.row.said_at.desc(), there.row.id.desc()],
    limit=50,
)

# Which dates are to be checked next, for the legal provider's coordinators.


def _ahead(hearing: Any, when: Any, now: Any) -> Any:
    return and_(when.state.in_(UPCOMING), when.starts_at > now, hearing.checked_at <= now - FRESH)


def _because(reader: Reader, _: Any, *holds: bool) -> list[str]:
    return [reason.name for reason, held in zip(CheckReason, holds, strict=True) if held]


def _reason(reason: CheckReason) -> Any:
    return lambda at: reasons(at.row, occasion(at), _moved(at), at.eyes.now)[reason]


TO_CHECK = Noun("DateToCheck", Hearing)
TO_CHECK["hearing"] = Same("Hearing")
TO_CHECK["because"] = Expression(inputs={reason.value: _reason(reason) for reason in CheckReason}, finish=_because)

ORGANIZATION["dates_to_check"] = Many(
    "DateToCheck",
    lambda at, there: and_(
        there.row.lead_organization_id == at.row.id,
        at.row.id == any_(at.eyes.organizations(wide=True, legal=True)),
        _ahead(there.row, occasion(there), at.eyes.now),
        there.any(Case, lambda one: and_(one.id == there.row.case_id, one.closed_at.is_(None))),
    ),
    order=lambda there: [
        risk(there.row, occasion(there), _moved(there), there.eyes.now).desc(), occasion(there).starts_at, there.row.id,
    ],
    limit=LISTED,
)  # fmt: skip


async def dates_to_check(tx: Transaction, organization_id: Any) -> list[tuple[Hearing, list[CheckReason]]]:
    """The dates of an organization's cases that are to be checked next, each with why. For its coordinators."""
    standing = await access.standing(tx)
    if organization_id not in standing.organizations(wide=True, legal=True):
        return []
    stints = (
        access.visible(standing, CustodyStint, tx.now)
        .where(
            CustodyStint.case_id == Hearing.case_id, CustodyStint.release_reason == ReleaseReason.TRANSFERRED,
            CustodyStint.booked_out_at > Hearing.checked_at,
        )
        .correlate(Hearing)
    )  # fmt: skip
    moved, now = stints.exists(), literal(tx.now)
    why = reasons(Hearing, Occasion, moved, now)
    seen = access.visible(standing, Hearing, tx.now).with_only_columns(Hearing.id)
    asked = (
        select(Hearing, *why.values())
        .join(Occasion, Occasion.id == Hearing.occasion_id)
        .join(Case, Case.id == Hearing.case_id)
        .where(
            Hearing.id.in_(seen), Hearing.lead_organization_id == organization_id, Case.closed_at.is_(None),
            _ahead(Hearing, Occasion, now),
        )
        .order_by(risk(Hearing, Occasion, moved, now).desc(), Occasion.starts_at, Hearing.id)
        .limit(LISTED)
    )  # fmt: skip
    rows = (await tx.session.execute(asked)).unique().all()
    return [(row[0], [one for one, held in zip(why, row[1:], strict=True) if held]) for row in rows]


# What observers met.

ACCESS = Noun("CourtAccessReport", CourtAccessReport)
ACCESS.columns("what", "seen_on")
ACCESS["reported_by"] = person("reported_by_id")
HEARING_LOCATION["access"] = Many(
    "CourtAccessReport",
    lambda at, there: there.row.hearing_location_id == at.row.id,
    order=lambda there: [there.row.seen_on.desc(), there.row.id.desc()],
    limit=MET,
)

__all__ = ["LISTED", "MET", "dates_to_check"]
