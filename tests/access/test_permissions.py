"""Role × act: every seat a person can have on a case, and what it lets them do. Written out by hand (DOMAIN §3.2)."""

from __future__ import annotations

from uuid import UUID

import pytest

from casework.access import PERMISSIONS, Act, Seat, allows
from schema.teams import CaseRole

C, A, R, S, P, I, V = (  # noqa: E741 -- one letter a role, so that the table can be read
    CaseRole.COORDINATOR, CaseRole.ATTORNEY, CaseRole.ACCREDITED_REPRESENTATIVE, CaseRole.SUPERVISED_STUDENT,
    CaseRole.PARALEGAL, CaseRole.INTERPRETER, CaseRole.ADVOCATE,
)  # fmt: skip
EVERYONE = {C, A, R, S, P, I, V}
CASEWORK = {C, A, R, S, P}
COUNSEL = {A, R}

#: Whose seat allows the act. With LEAD only in the lead organization, with KEY only with the compartment's key.
LEAD, KEY = "lead", "key"
#: In the lead organization; counsel in any.
LEAD_OR_COUNSEL = "lead, or counsel"
LEAD_AND_KEY = "lead, with the key of the compartment"
TABLE: dict[Act, tuple[set[CaseRole], str]] = {
    Act.SEE_CASE: (EVERYONE, ""),
    Act.UPDATE_CASE: (CASEWORK, ""),
    Act.CLOSE_CASE: ({C, A, R}, LEAD),
    Act.MERGE_CASES: ({C}, LEAD),
    Act.SHARE_CASE: ({C}, LEAD),
    Act.RECORD_CUSTODY: (CASEWORK, ""),
    Act.PUT_INTO_OPERATION: (CASEWORK, LEAD),
    Act.JOIN_FAMILY: (CASEWORK, ""),
    Act.LEAVE_FAMILY: (CASEWORK, ""),
    Act.MARK_EXPECTED: (CASEWORK, ""),
    Act.FILE_HABEAS: (CASEWORK, ""),
    Act.RECORD_SUPERVISION: (CASEWORK, ""),
    Act.SCHEDULE_CHECK_IN: (CASEWORK, ""),
    Act.NAME_ACCOMPANIER: (CASEWORK, ""),
    Act.OPEN_PROCEEDING: (CASEWORK, ""),
    Act.SCHEDULE_HEARING: (CASEWORK, ""),
    Act.RESCHEDULE_HEARING: (CASEWORK, ""),
    Act.CANCEL_HEARING: (CASEWORK, ""),
    Act.REPORT_HEARING: (EVERYONE - {V}, ""),
    Act.CORRECT_REPORT: (EVERYONE - {V}, ""),
    # Whose own it is: the verb asks.
    Act.TAKE_BACK_REPORT: (EVERYONE - {V}, ""),
    Act.CHECK_DATE: (EVERYONE - {V}, ""),
    Act.AMEND_PROCEEDING: (CASEWORK, ""),
    Act.RECORD_DECISION: (CASEWORK, ""),
    Act.TAKE_BACK_DECISION: (CASEWORK, ""),
    Act.CLOSE_PROCEEDING: (CASEWORK, ""),
    Act.REOPEN_PROCEEDING: (CASEWORK, ""),
    Act.OFFER_ASSIGNMENT: ({C}, ""),
    # The attorney it was offered to, whatever their seat: the verb asks.
    Act.ANSWER_ASSIGNMENT: (set(), ""),
    Act.WITHDRAW_ASSIGNMENT: ({C}, ""),
    Act.RECORD_APPEARANCE: ({C, A, R}, ""),
    Act.ASK_WITHDRAWAL: ({C, A, R}, ""),
    Act.RECORD_WITHDRAWAL_DECISION: ({C, A, R}, ""),
    # Only of their own firm: the verb asks.
    Act.SEAT_COLLEAGUE: (COUNSEL, ""),
    Act.SEND_CONFLICT_SHEET: ({C}, ""),
    # The one contact, who has no seat at all.
    Act.ANSWER_CONFLICT_SHEET: (set(), ""),
    Act.GIVE_CONSENT: ({C, A, R}, ""),
    Act.RECORD_CONSENT_INTERVIEW: ({C, A, R}, ""),
    Act.CONFIRM_CONSENT: (EVERYONE - {V}, KEY),
    Act.PAUSE_CONSENT: (EVERYONE, ""),
    Act.RESUME_CONSENT: ({C, A, R}, ""),
    # That it is over, counsel alone: the verb asks.
    Act.DOUBT_CAPACITY: (CASEWORK, ""),
    # Whoever is to call: the verb sees no other.
    Act.TICK_OFF_RETRACTION: (EVERYONE, ""),
    Act.NARROW_CONSENT: (EVERYONE - {V}, ""),
    Act.WITHDRAW_CONSENT: (EVERYONE, ""),
    Act.DRAFT_ACTION: ({C, A, R, V}, ""),
    Act.REVISE_ACTION: ({C, A, R, V}, ""),
    Act.WRITE_WORDING: ({C, A, R, V}, ""),
    # Of the organization that plans it: the verb asks.
    Act.WRITE_SAFETY_PLAN: ({C, A, R, V}, ""),
    Act.LAY_OUT_ACTION_TASKS: ({C, A, R, V}, ""),
    Act.ANSWER_HEARING_MOVE: ({C, A, R, V}, ""),
    Act.SIGN_OFF_ACTION: (COUNSEL, ""),
    Act.ADD_CASE_TO_ACTION: ({C, A, R, V}, ""),
    Act.TAKE_CASE_OFF_ACTION: ({C, A, R, V}, ""),
    Act.ASK_COUNSEL: ({C, A, R, V}, ""),
    Act.ANSWER_ACTION: (COUNSEL, ""),
    Act.TAKE_OVER_WORDS: ({C, A, R, V}, ""),
    Act.EMBARGO_ACTION: ({C, A, R, V}, ""),
    Act.CONFIRM_SIGN_OFFS: (COUNSEL, ""),
    Act.PUBLISH_ACTION: ({C, A, R, V}, ""),
    Act.CALL_OFF_ACTION: (EVERYONE, ""),
    Act.EDIT_PUBLIC_PAGE: ({C, A, R, V}, ""),
    Act.INVITE: ({C, A, R, V}, ""),
    Act.WITHDRAW_INVITATION: ({C, A, R, V}, ""),
    **dict.fromkeys(
        (
            Act.ARRANGE_SEATS,
            Act.BOOK_SEAT,
            Act.GIVE_UP_SEAT,
            Act.RECORD_CLEARANCE,
            Act.PAIR_COMPANIONS,
            Act.RECORD_ARRIVAL,
            Act.COUNT_WALK_INS,
            Act.REPORT_ATTENDANCE,
        ),
        ({C, A, R, V}, ""),
    ),
    # Whoever was told, whatever their seat: the verb asks.
    Act.ACKNOWLEDGE_CHANGE: (set(), ""),
    # An advocate of an action they lead: the verb asks.
    Act.RECORD_REACHED: (EVERYONE, ""),
    Act.RESEND_CHANGE: (EVERYONE, ""),
    Act.EDIT_OCCASION_PLAN: (CASEWORK, ""),
    Act.ENROL_CLIENT: ({C, A, R}, ""),
    Act.RENEW_LINKS: ({C, A, R, V}, ""),
    Act.SUBSCRIBE_FEED: (EVERYONE, ""),
    Act.RECORD_BOND_STAGE: (CASEWORK, ""),
    Act.UNDO_BOND_STAGE: (CASEWORK, ""),
    Act.RECORD_BOND_GROUNDS: (EVERYONE - {V}, KEY),
    Act.NAME_BOND_FUND: ({C, A, R}, ""),
    Act.LAY_OUT_CHECKLIST: (EVERYONE - {V}, ""),
    Act.ADD_DOCUMENT: (EVERYONE - {V}, ""),
    Act.ASK_FOR_DOCUMENT: (EVERYONE - {V}, ""),
    Act.MARK_DOCUMENT: (EVERYONE - {V}, ""),
    Act.ADD_FILE: (EVERYONE - {V}, ""),
    Act.OPEN_FILE: (EVERYONE, ""),
    Act.SHARE_FILE: ({C, A, R}, ""),
    Act.TAKE_FILE_AWAY: (CASEWORK, ""),
    Act.PUT_FILE_BACK: (CASEWORK, ""),
    Act.LOG_CALL: (EVERYONE - {V}, ""),
    Act.BOOK_VISIT: (EVERYONE - {V}, ""),
    Act.MOVE_VISIT: (EVERYONE - {V}, ""),
    Act.REPORT_VISIT: (EVERYONE - {V}, ""),
    Act.CANCEL_VISIT: (EVERYONE - {V}, ""),
    Act.WRITE_NOTE: (EVERYONE - {V}, ""),
    Act.WRITE_PRIVILEGED_NOTE: (EVERYONE - {V}, KEY),
    Act.ADD_TASK: (EVERYONE, ""),
    Act.COMPLETE_TASK: (EVERYONE, ""),
    # Deadlines.
    Act.WORK_OUT_DEADLINES: (CASEWORK, ""),
    Act.CONFIRM_DEADLINE: (COUNSEL, ""),
    Act.SET_COURT_DEADLINE: (CASEWORK, ""),
    Act.RECORD_FILING: (CASEWORK, ""),
    Act.RECORD_OUTAGE: (CASEWORK, ""),
    Act.SET_ASIDE_DEADLINE: (COUNSEL, ""),
    Act.RAISE_WALL: ({C, A, R}, LEAD),
    Act.LIFT_WALL: ({C, A, R}, LEAD_AND_KEY),
    Act.ERASE_CASE: (COUNSEL, LEAD),
    Act.READ_AUDIT: ({C, A, R}, LEAD_OR_COUNSEL),
    Act.MAKE_CLIENT_STATEMENT: ({C, A, R}, LEAD_OR_COUNSEL),
    Act.RECORD_DETAINER: (CASEWORK, ""),
    Act.REVIEW_DETAINER: (COUNSEL, ""),
    Act.RECORD_INCIDENT: (CASEWORK, ""),
    Act.RECORD_INCIDENT_FOR_COUNSEL: (CASEWORK, KEY),
    Act.RECORD_INCIDENT_OF_SIGHTING: (CASEWORK, ""),
    Act.TICK_PREPAREDNESS: (CASEWORK, ""),
    Act.REVIEW_STANDBY_FORMS: (COUNSEL, ""),
    Act.PRINT_CASE_SHEET: (CASEWORK, ""),
    Act.RECORD_OUTCOME: (EVERYONE, ""),
    Act.CLEAR_OUTCOME_WORDS: (COUNSEL, ""),
}
#: Acts in an organization, which no seat on a case gives.
OF_ORGANIZATIONS = {
    Act.EXPORT_OUTCOMES,
    Act.EXPORT_CASES,
    Act.EXPORT_HEARINGS,
    Act.PRINT_COURT_LIST,
    Act.MAKE_FUNDER_REPORT,
    Act.TAKE_IN_CASE,
    Act.REPORT_COURT_ACCESS,
    Act.CONFIRM_OBSERVER_RULES,
    Act.SAVE_PEOPLE_LIST,
    Act.REMOVE_PEOPLE_LIST,
    Act.SAVE_VIEW,
    Act.SHARE_VIEW,
    Act.ADD_PERSON,
    Act.KEEP_CONTACTS,
    Act.RECORD_ATTORNEY,
    Act.SAY_AVAILABILITY,
    Act.RECORD_ABSENCE,
    Act.TAKE_BACK_ABSENCE,
    Act.KEEP_CONFLICT_LIST,
    Act.SEE_PEOPLE,
    Act.EDIT_WISHES,
    Act.MARK_ENTRIES,
    Act.EDIT_NOTICE_PLAN,
    Act.DRAFT_ACTION_WITHOUT_CASE,
    Act.TAKE_ON_MEMBER,
    Act.SEND_SIGN_IN_LINK,
    Act.REVOKE_SIGN_IN_LINKS,
    Act.CHANGE_ROLES,
    Act.LET_MEMBER_GO,
    Act.BREAK_GLASS,
    Act.START_SHIFT,
    Act.END_SHIFT,
    Act.END_SHIFTS,
    Act.REVOKE_FEEDS,
    Act.REVOKE_EVERYBODYS_FEEDS,
    Act.PLACE_HOLD,
    Act.LIFT_HOLD,
    Act.REPORT_ARREST,
    Act.WITHDRAW_REPORT,
    Act.TAKE_IN_REPORT,
    Act.DECLINE_REPORT,
    Act.IMPORT_SPREADSHEET,
    Act.UNDO_IMPORT,
    Act.OPEN_OPERATION,
    Act.TAKE_IN_ARRESTS,
    Act.SAVE_DUTY_ROTA,
    Act.KEEP_SIGHTING_DESK,
    Act.RECORD_SIGHTING,
    Act.VERIFY_SIGHTING,
    Act.DISPATCH_RESPONDERS,
    Act.KEEP_RESPONDERS,
    Act.TAKE_IN_SIGHTING,
    Act.KEEP_DIRECTORY,
    Act.REFER_PERSON,
}


def granted(act: Act, role: CaseRole, *, lead: bool, key: bool) -> bool:
    """Whether the table gives this act to a seat."""
    roles, only = TABLE[act]
    inside = {LEAD, LEAD_AND_KEY} if role in COUNSEL else {LEAD, LEAD_AND_KEY, LEAD_OR_COUNSEL}
    return role in roles and (lead or only not in inside) and (key or only not in {KEY, LEAD_AND_KEY})


def test_every_act_is_in_the_table() -> None:
    assert set(TABLE) | OF_ORGANIZATIONS == set(Act) == set(PERMISSIONS)


@pytest.mark.parametrize("act", list(TABLE), ids=lambda act: act.value)
def test_a_seat_allows_an_act_exactly_where_the_table_says_so(act: Act) -> None:
    for role in CaseRole:
        for lead in (False, True):
            for counsel in (False, True):
                seat = Seat(UUID(int=1), frozenset({role}), role is not V, counsel, lead)
                assert allows(seat, act) is granted(act, role, lead=lead, key=counsel), (role, lead, counsel)


@pytest.mark.parametrize("act", sorted(OF_ORGANIZATIONS), ids=lambda act: act.value)
def test_no_seat_on_a_case_gives_a_right_in_an_organization(act: Act) -> None:
    assert not any(allows(Seat(UUID(int=1), frozenset({role}), True, True, True), act) for role in CaseRole)


def test_two_seats_allow_what_either_allows() -> None:
    both = Seat(UUID(int=1), frozenset({I, A}), True, True, False)

    assert allows(both, Act.SIGN_OFF_ACTION)
    assert allows(both, Act.REPORT_HEARING)
    assert not allows(both, Act.SHARE_CASE)
