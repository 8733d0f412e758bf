"""The watch over whom nobody can find: lost contact, or not in the locator.

A place is true for so long after it was last checked, by its kind. Then whoever looks after the case is asked to look
again and, a day later, the admin to see that somebody does. Nothing is looked up by the house itself (law of the
domain: nothing is scraped).
"""

from __future__ import annotations

from sqlalchemy import all_, and_, case, exists, func, literal, or_, select

from casework import stays, tasks, times
from casework.custody.courts import KIND as ALARM
from casework.custody.courts import alarm
from casework.language import Sentence
from casework.transaction import Transaction
from casework.transfers import Reach, contact
from casework.transfers.clocks import ESCALATES_AFTER
from casework.transfers.courts import NEAR
from casework.transfers.places import STALE, STALE_AT_STAGING
from schema import reference
from schema.cases import Case, CustodyStatus
from schema.courts import Court
from schema.custody import CustodyStint, LocatorCheck, PlaceOfCustody
from schema.detainees import Detainee
from schema.facilities import Facility
from schema.hearings import Hearing
from schema.occasions import UPCOMING, Occasion
from schema.organizations import Membership, Role
from schema.people import Person
from schema.proceedings import Proceeding, ProceedingKind, ProceedingState
from schema.tasks import Task
from schema.transfers import ExpectedCourt

KIND = "lost_contact"
#: Of these somebody must know where they are.
_LOOKED_FOR = (CustodyStatus.IN_CUSTODY, CustodyStatus.UNLOCATED)

_ASKED = {
    Reach.STALE: Sentence(
        "Look for them again: the place was last confirmed {lasting} ago. The locator lags by up to 8 hours."
    ),
    Reach.NOT_IN_LOCATOR: Sentence(
        "They are not in the locator any more. Ring the facility and the field office: moves show up to 8 hours late."
    ),
    Reach.NEVER_LOCATED: Sentence(
        "Find where they are held: nobody has known for {lasting}. Ring the field office, too: the locator lags."
    ),
}
_ASKED_OF_MINOR = Sentence(
    "Ask again where they are: {lasting} have passed since it was confirmed. The locator never shows anyone under 18: "
    "ring the facility, or the Office of Refugee Resettlement."
)
_ASKED_OF_ADMIN = Sentence(
    "Nobody has confirmed for {lasting} where the client of {case} is held, and a day has passed since the "
    "coordinator was asked. See that somebody looks."
)


async def watch(tx: Transaction, *, limit: int = 100) -> int:
    """Ask for whom nobody can find, and ring for courts and custody that disagree before a hearing. As the system actor
    HOUSEKEEPING; doing it twice asks nobody twice. Returns how many cases somebody was asked about.
    """
    asked = 0
    for one in await _overdue(tx, limit):
        asked += await _ask(tx, one)
    for one in await _before_a_hearing(tx, limit):
        asked += await alarm(tx, one)
    return asked


async def found_again(tx: Transaction, case: Case) -> None:
    """Somebody knows where they are: what was asked because nobody did is over."""
    await tasks.end_overtaken(tx, case, f"{KIND}:{case.id}:")


async def _ask(tx: Transaction, one: Case) -> bool:
    """Ask whoever has to look, once for each time that nobody knew."""
    of_case = (await stays.stays_of(tx, [one.id]))[one.id]
    looks = (await stays.looks_of(tx, [one.id]))[one.id]
    known = contact(stays.standing(of_case), looks, one.opened_at, tx.now)
    if not known.asks(tx.now):
        return False
    since = known.confirmed_at or one.opened_at
    key, lasting = f"{KIND}:{one.id}:{int(since.timestamp())}", times.lasting(tx.now - since)
    asked = await tx.session.scalar(select(Task).where(Task.raised_key == f"{key}:coordinator"))
    if asked is None:
        await found_again(tx, one)
        detainee = await tx.session.get_one(Detainee, one.detainee_id)
        words = _ASKED_OF_MINOR if detainee.minor else _ASKED[known.reach]
        return await tasks.raise_once(tx, one, f"{key}:coordinator", words.about(lasting=lasting), tx.now) is not None
    if await tasks.take_up_again(tx, one, f"{key}:coordinator", tx.now):
        # A look that was a slip was taken back, which ended this; and now somebody looked in earnest.
        return True
    if asked.due_at is None or asked.due_at > tx.now - ESCALATES_AFTER:
        return False
    admin = await _admin(tx, one)
    if admin is None:
        return False
    words = _ASKED_OF_ADMIN.about(lasting=lasting, case=one.short_id)
    return await tasks.raise_once(tx, one, f"{key}:admin", words, tx.now, owner=admin) is not None


async def _admin(tx: Transaction, one: Case) -> Person | None:
    """The lead organization's admin; of several another than whoever was asked already."""
    found = await tx.session.scalars(
        select(Person)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organization_id == one.lead_organization_id,
            Membership.role == Role.ADMIN,
            Membership.stands(tx.now),
            Person.removed_at.is_(None),
            ~func.walled_from(one.id, Person.id),
        )
        .order_by(Person.id == one.coordinator_id, Membership.id)
        .limit(1)
    )
    return found.first()


async def _overdue(tx: Transaction, limit: int) -> list[Case]:
    """Cases about which somebody has to be asked, the longest unseen first: locked, but for those at hand."""
    open_stay = and_(CustodyStint.case_id == Case.id, CustodyStint.booked_out_at.is_(None))
    kinds = {place.value: stale for place, stale in STALE.items()}
    true_for = case(
        (Facility.staging, literal(STALE_AT_STAGING)),
        (Facility.hold_room, literal(STALE[PlaceOfCustody.HOLD_ROOM])),
        *((CustodyStint.place == place, literal(stale)) for place, stale in kinds.items()),
    )
    places = select(CustodyStint).outerjoin(Facility, Facility.id == CustodyStint.facility_id).where(open_stay)
    unseen_since = func.coalesce(
        places.with_only_columns(func.max(CustodyStint.checked_at)).scalar_subquery(), Case.opened_at
    )
    true_until = func.coalesce(
        places.with_only_columns(func.max(CustodyStint.checked_at + true_for)).scalar_subquery(),
        Case.opened_at + STALE[PlaceOfCustody.UNKNOWN],
    )
    missed = exists().where(
        LocatorCheck.case_id == Case.id,
        LocatorCheck.found.is_(False),
        LocatorCheck.taken_back_at.is_(None),
        LocatorCheck.checked_at > unseen_since,
    )
    asked = exists().where(
        Task.case_id == Case.id,
        Task.raised_by == KIND,
        Task.due_at >= unseen_since,
        # What the house itself ended is no answer.
        or_(Task.done_at.is_(None), Task.done_by_id.is_not(None)),
        or_(func.split_part(Task.raised_key, ":", 4) == "admin", Task.due_at > tx.now - ESCALATES_AFTER),
    )
    found = await tx.session.scalars(
        select(Case)
        .where(
            Case.closed_at.is_(None),
            Case.merged_into_id.is_(None),
            Case.custody_status.in_(_LOOKED_FOR),
            or_(true_until <= tx.now, missed),
            ~asked,
        )
        .order_by(unseen_since, Case.id)
        .limit(limit)
        .with_for_update(of=Case, skip_locked=True)
    )
    return list(found)


async def _before_a_hearing(tx: Transaction, limit: int) -> list[Case]:
    """Cases whose removal court is not the court at the place of custody, with a hearing near, that nobody was asked
    about and nobody found expected.
    """
    held = and_(CustodyStint.case_id == Case.id, CustodyStint.booked_out_at.is_(None))
    circuit = case(reference.circuits(), value=Court.state, else_=None)
    there = Facility.court_code
    elsewhere = or_(
        and_(there.is_not(None), there != Court.code, there != all_(Court.other_codes)),
        and_(there.is_(None), Facility.circuit != circuit),
    )
    near = exists().where(
        Hearing.case_id == Case.id,
        Hearing.occasion_id == Occasion.id,
        Occasion.state.in_(UPCOMING),
        Occasion.starts_at > tx.now,
        Occasion.starts_at <= tx.now + NEAR,
    )
    key = func.concat(f"{ALARM}:", Case.id, ":", Court.id, ":", Facility.id)
    found = await tx.session.scalars(
        select(Case)
        .join(CustodyStint, held)
        .join(Facility, Facility.id == CustodyStint.facility_id)
        .join(Proceeding, and_(Proceeding.case_id == Case.id, Proceeding.kind == ProceedingKind.REMOVAL))
        .join(Court, Court.id == Proceeding.court_id)
        .where(
            Case.closed_at.is_(None),
            Case.merged_into_id.is_(None),
            Proceeding.state == ProceedingState.PENDING,
            elsewhere,
            near,
            ~exists().where(Task.raised_key == key),
            ~exists().where(
                ExpectedCourt.case_id == Case.id,
                ExpectedCourt.court_id == Court.id,
                ExpectedCourt.facility_id == Facility.id,
                ExpectedCourt.taken_back_at.is_(None),
            ),
        )
        .order_by(Case.id)
        .limit(limit)
        .with_for_update(of=Case, skip_locked=True)
    )
    return list(found.unique())
