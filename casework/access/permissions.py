"""One table of permissions: which roles may do which act, and on what condition.

A lawyer should be able to read it. ``docs/permissions.md`` is printed from it, and a test compares the two.
Roles here are roles *on the case* (``CaseRole``) unless the act is of the organization (``Role``). A coordinator of an
organization that reads the case counts as coordinator on it when the organization is a legal provider, and as advocate
when it is a community group.
"""

from __future__ import annotations

from casework.access.acts import Act
from casework.access.community_permissions import COMMUNITY
from casework.access.counted_permissions import COUNTED
from casework.access.permission_rules import (
    ADMIN,
    CASEWORK,
    CONFIRMED,
    COORDINATOR,
    COUNSEL,
    EVERYONE,
    HOLDING,
    HOLDS,
    LEGAL,
    NO_CASE,
    PUBLIC_SIDE,
    REPORTING,
    TAKING_IN,
    Rule,
)
from schema.organizations import Role

PERMISSIONS: dict[Act, Rule] = {
    Act.TAKE_IN_CASE: Rule(
        roles=TAKING_IN,
        condition="in a legal provider",
        ask="a coordinator of a legal-aid organization",
    ),
    Act.ADD_PERSON: Rule(
        roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE, Role.ADMIN}),
        ask="your organization's coordinator",
    ),
    Act.SEE_PEOPLE: Rule(roles=frozenset(Role), ask="your organization's coordinator"),
    Act.KEEP_CONTACTS: Rule(
        roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE, Role.ADMIN}),
        condition="of their own address book; one's own addresses anybody",
        ask="your organization's coordinator",
    ),
    Act.EDIT_WISHES: Rule(
        roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE, Role.ADMIN}),
        condition="or whoever it is about; without an account, on the page behind their link",
        ask="your organization's coordinator",
    ),
    Act.MARK_ENTRIES: Rule(roles=frozenset(Role), condition="their own", ask="your organization's admin"),
    Act.EDIT_NOTICE_PLAN: Rule(roles=frozenset({Role.COORDINATOR, Role.ADMIN}), ask="your organization's coordinator"),
    Act.RECORD_ATTORNEY: Rule(
        roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADMIN}),
        condition="or whoever it is about",
        ask="your organization's coordinator",
    ),
    **dict.fromkeys(
        (Act.SAY_AVAILABILITY, Act.RECORD_ABSENCE, Act.TAKE_BACK_ABSENCE),
        Rule(
            roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ADMIN}),
            condition="or whoever it is about",
            ask="your organization's coordinator",
        ),
    ),
    Act.KEEP_CONFLICT_LIST: Rule(
        roles=frozenset(Role),
        condition="their own; not while a check waits for it; nobody else reads it, admins neither",
        ask="your organization's admin",
    ),
    Act.TAKE_ON_MEMBER: Rule(roles=ADMIN, condition=CONFIRMED, ask="your organization's admin"),
    Act.SEND_SIGN_IN_LINK: Rule(roles=ADMIN, condition=CONFIRMED, ask="your organization's admin"),
    Act.REVOKE_SIGN_IN_LINKS: Rule(roles=ADMIN, ask="your organization's admin"),
    Act.CHANGE_ROLES: Rule(
        roles=ADMIN, condition=f"{CONFIRMED}; the last admin stays", ask="your organization's admin"
    ),
    Act.LET_MEMBER_GO: Rule(
        roles=ADMIN, condition=f"{CONFIRMED}; the last admin stays", ask="your organization's admin"
    ),
    Act.DRAFT_ACTION_WITHOUT_CASE: Rule(
        roles=frozenset({Role.COORDINATOR, Role.ADVOCATE}), ask="your organization's coordinator"
    ),
    Act.SAVE_PEOPLE_LIST: Rule(
        roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE, Role.ADMIN}),
        condition="of their own address book, and nobody of a client's",
        ask="your organization's coordinator",
    ),
    Act.REMOVE_PEOPLE_LIST: Rule(
        roles=frozenset({Role.COORDINATOR, Role.PARALEGAL, Role.ATTORNEY, Role.ADVOCATE, Role.ADMIN}),
        condition="of their own address book",
        ask="your organization's coordinator",
    ),
    Act.SAVE_VIEW: Rule(
        roles=frozenset(Role),
        condition="their own; what is shared an admin may take away",
        ask="whoever saved it",
    ),
    Act.SHARE_VIEW: Rule(roles=frozenset(Role), condition="their own", ask="whoever saved it"),
    Act.CONFIRM_OBSERVER_RULES: Rule(
        roles=frozenset(Role) - {Role.ADMIN},
        condition="of a hearing location: nothing of a client is in it",
        ask="your organization's coordinator",
    ),
    Act.REPORT_COURT_ACCESS: Rule(
        roles=frozenset(Role) - {Role.ADMIN},
        condition="of a hearing location: nothing of a client is in it",
        ask="your organization's coordinator",
    ),
    Act.REPORT_ARREST: Rule(
        roles=REPORTING, condition="of a community group", ask="a coordinator or advocate of a community group"
    ),
    Act.WITHDRAW_REPORT: Rule(
        roles=REPORTING, condition="of the group that made it: their own, or as its coordinator", ask="who made it"
    ),
    Act.IMPORT_SPREADSHEET: Rule(
        roles=frozenset({Role.COORDINATOR}),
        condition="of a legal provider; what they brought themselves: nobody else reads it",
        ask="your organization's coordinator",
    ),
    Act.UNDO_IMPORT: Rule(
        roles=frozenset({Role.COORDINATOR}),
        condition="their own, within a week; not of cases worked on since, nor of held ones",
        ask="your organization's coordinator",
    ),
    Act.OPEN_OPERATION: Rule(
        roles=TAKING_IN, condition="in a legal provider", ask="a coordinator of a legal-aid organization"
    ),
    Act.TAKE_IN_ARRESTS: Rule(
        roles=TAKING_IN, condition="in the legal provider whose operation it is", ask="your organization's coordinator"
    ),
    Act.TAKE_IN_REPORT: Rule(
        roles=TAKING_IN,
        condition="of the legal provider it is addressed to, while it waits",
        ask="a coordinator of the provider it is addressed to",
    ),
    Act.DECLINE_REPORT: Rule(
        roles=TAKING_IN,
        condition="of the legal provider it is addressed to, while it waits",
        ask="a coordinator of the provider it is addressed to",
    ),
    **COMMUNITY,
    Act.SAVE_DUTY_ROTA: Rule(
        roles=frozenset({Role.COORDINATOR, Role.ADMIN}),
        condition="on duty and deputy: who coordinates there",
        ask="your organization's coordinator",
    ),
    Act.SEE_CASE: Rule(case_roles=EVERYONE, condition="fields as in the last table of this page"),
    Act.UPDATE_CASE: Rule(case_roles=CASEWORK),
    Act.CLOSE_CASE: Rule(case_roles=COORDINATOR | COUNSEL, lead_only=True),
    Act.MERGE_CASES: Rule(case_roles=COORDINATOR, lead_only=True, condition="both cases of one lead organization"),
    Act.SHARE_CASE: Rule(case_roles=COORDINATOR, lead_only=True),
    Act.PUT_INTO_OPERATION: Rule(case_roles=CASEWORK, lead_only=True),
    Act.JOIN_FAMILY: Rule(case_roles=CASEWORK, condition="both cases of one lead organization"),
    Act.LEAVE_FAMILY: Rule(case_roles=CASEWORK),
    Act.RECORD_CUSTODY: Rule(case_roles=CASEWORK),
    Act.MARK_EXPECTED: Rule(case_roles=CASEWORK),
    Act.FILE_HABEAS: Rule(case_roles=CASEWORK),
    Act.RECORD_SUPERVISION: Rule(case_roles=CASEWORK),
    Act.ENROL_CLIENT: Rule(case_roles=COORDINATOR | COUNSEL, condition="once released, when the client asks for it"),
    Act.SCHEDULE_CHECK_IN: Rule(case_roles=CASEWORK),
    Act.NAME_ACCOMPANIER: Rule(
        case_roles=CASEWORK, condition="with the client's consent to be accompanied, given after release"
    ),
    Act.OPEN_PROCEEDING: Rule(case_roles=CASEWORK),
    Act.SCHEDULE_HEARING: Rule(case_roles=CASEWORK),
    Act.RESCHEDULE_HEARING: Rule(case_roles=CASEWORK),
    Act.CANCEL_HEARING: Rule(case_roles=CASEWORK),
    Act.REPORT_HEARING: Rule(case_roles=LEGAL),
    Act.CORRECT_REPORT: Rule(case_roles=LEGAL, condition="another next date as whoever may move hearings"),
    Act.TAKE_BACK_REPORT: Rule(
        case_roles=LEGAL,
        condition="their own, for ten minutes, while nobody has gone on from it",
        ask="whoever reported the hearing",
    ),
    Act.CHECK_DATE: Rule(case_roles=LEGAL),
    Act.AMEND_PROCEEDING: Rule(case_roles=CASEWORK),
    Act.RECORD_DECISION: Rule(case_roles=CASEWORK),
    Act.TAKE_BACK_DECISION: Rule(case_roles=CASEWORK, condition="while nothing has come of it"),
    Act.CLOSE_PROCEEDING: Rule(case_roles=CASEWORK),
    Act.REOPEN_PROCEEDING: Rule(case_roles=CASEWORK),
    Act.OFFER_ASSIGNMENT: Rule(case_roles=COORDINATOR, condition="with the client's consent to seek counsel"),
    Act.ANSWER_ASSIGNMENT: Rule(condition="the attorney to whom it was offered", ask="the attorney it was offered to"),
    Act.WITHDRAW_ASSIGNMENT: Rule(case_roles=COORDINATOR, condition="or the assigned attorney"),
    Act.RECORD_APPEARANCE: Rule(case_roles=COORDINATOR | COUNSEL),
    Act.ASK_WITHDRAWAL: Rule(case_roles=COORDINATOR | COUNSEL),
    Act.RECORD_WITHDRAWAL_DECISION: Rule(case_roles=COORDINATOR | COUNSEL),
    Act.SEAT_COLLEAGUE: Rule(
        case_roles=COUNSEL,
        condition="the assigned attorney, of their own firm; it ends with their seat",
        ask="the case's attorney",
    ),
    Act.SEND_CONFLICT_SHEET: Rule(
        case_roles=COORDINATOR,
        condition="with the client's consent to seek counsel; to one named contact, and logged",
    ),
    Act.ANSWER_CONFLICT_SHEET: Rule(
        condition="the one contact to whom it was sent, while it is open", ask="the conflicts contact it was sent to"
    ),
    Act.GIVE_CONSENT: Rule(case_roles=COORDINATOR | COUNSEL),
    Act.RECORD_CONSENT_INTERVIEW: Rule(
        case_roles=COORDINATOR | COUNSEL,
        condition="what was relayed, or said before an officer or on a recorded line, waits to be confirmed",
    ),
    Act.CONFIRM_CONSENT: Rule(
        case_roles=LEGAL,
        counsel_only=True,
        condition="privately, in the client's language; of a minor, or where capacity is in doubt, counsel themselves",
        ask="the case's attorney",
    ),
    Act.NARROW_CONSENT: Rule(case_roles=LEGAL),
    # Paused, as withdrawn, by telling anyone; it goes on only when the client says so.
    Act.PAUSE_CONSENT: Rule(case_roles=EVERYONE),
    Act.RESUME_CONSENT: Rule(case_roles=COORDINATOR | COUNSEL, condition="when the client says so"),
    Act.DOUBT_CAPACITY: Rule(case_roles=CASEWORK, condition="that it is over, counsel"),
    Act.TICK_OFF_RETRACTION: Rule(case_roles=EVERYONE, condition="the legal team, and whoever is to call"),
    # Withdrawn by telling anyone: whoever hears it may record it.
    Act.WITHDRAW_CONSENT: Rule(case_roles=EVERYONE),
    Act.DRAFT_ACTION: Rule(case_roles=PUBLIC_SIDE),
    Act.REVISE_ACTION: Rule(case_roles=PUBLIC_SIDE, condition="by when letters must be in: the legal team of the case"),
    Act.ADD_CASE_TO_ACTION: Rule(case_roles=PUBLIC_SIDE, condition="on the case it is kept with, and on the one added"),
    Act.TAKE_CASE_OFF_ACTION: Rule(
        case_roles=PUBLIC_SIDE, condition="on the case it is kept with, or on the one taken off"
    ),
    Act.WRITE_WORDING: Rule(case_roles=PUBLIC_SIDE, condition="of an action that names no case: whoever may draft one"),
    Act.WRITE_SAFETY_PLAN: Rule(
        case_roles=PUBLIC_SIDE,
        condition="of the organization that plans the action, whose people alone read it; of an action that names no"
        " case: whoever may draft one",
        ask="the organization that plans it",
    ),
    Act.LAY_OUT_ACTION_TASKS: Rule(
        case_roles=PUBLIC_SIDE, condition="of an action that names no case: whoever may draft one"
    ),
    Act.ANSWER_HEARING_MOVE: Rule(
        case_roles=PUBLIC_SIDE, condition="to go along: whoever may know where the hearing is now"
    ),
    Act.SIGN_OFF_ACTION: Rule(
        case_roles=COUNSEL,
        condition="attorney of record; with none, a named attorney of the lead organization as counsel consulted",
        ask="the attorney of record",
    ),
    Act.ASK_COUNSEL: Rule(case_roles=PUBLIC_SIDE, condition="once a wording"),
    Act.ANSWER_ACTION: Rule(case_roles=COUNSEL, condition="whoever may sign it off", ask="the attorney of record"),
    Act.TAKE_OVER_WORDS: Rule(case_roles=PUBLIC_SIDE, condition="exactly as counsel suggested them"),
    Act.EMBARGO_ACTION: Rule(
        case_roles=PUBLIC_SIDE,
        condition="sooner than was said, counsel; of an action that names no case: whoever may draft one",
    ),
    Act.CONFIRM_SIGN_OFFS: Rule(
        case_roles=COUNSEL, condition="whoever may sign them off now", ask="the attorney of record"
    ),
    Act.PUBLISH_ACTION: Rule(
        case_roles=PUBLIC_SIDE, condition="consents and the sign-off on this exact revision stand"
    ),
    Act.EDIT_PUBLIC_PAGE: Rule(case_roles=PUBLIC_SIDE),
    # Calling off never waits for anyone.
    Act.CALL_OFF_ACTION: Rule(case_roles=EVERYONE),
    Act.INVITE: Rule(case_roles=PUBLIC_SIDE, condition="cleared for the audience of the person invited"),
    Act.WITHDRAW_INVITATION: Rule(case_roles=PUBLIC_SIDE),
    # Seats, rides and the door: whoever may invite. Of an action that names no case: whoever may draft one.
    **{
        act: Rule(case_roles=PUBLIC_SIDE, condition=NO_CASE)
        for act in (
            Act.ARRANGE_SEATS,
            Act.BOOK_SEAT,
            Act.GIVE_UP_SEAT,
            Act.RECORD_CLEARANCE,
            Act.PAIR_COMPANIONS,
            Act.RECORD_ARRIVAL,
            Act.COUNT_WALK_INS,
            Act.REPORT_ATTENDANCE,
        )
    },
    # Whoever was told says so for themselves; on the page behind a letter's link without an account.
    Act.ACKNOWLEDGE_CHANGE: Rule(condition="whoever was told of the change", ask="the case's coordinator"),
    Act.RECORD_REACHED: Rule(
        case_roles=EVERYONE,
        condition="of the legal team; an advocate of an action they lead; of an action that names no case: whoever may"
        " draft one",
    ),
    Act.RESEND_CHANGE: Rule(
        case_roles=EVERYONE,
        condition="of the legal team; an advocate of an action they lead; of an action that names no case: whoever may"
        " draft one",
    ),
    Act.EDIT_OCCASION_PLAN: Rule(
        case_roles=CASEWORK, condition="of an action that names no case: whoever may draft one"
    ),
    Act.RENEW_LINKS: Rule(
        case_roles=PUBLIC_SIDE,
        roles=frozenset({Role.COORDINATOR}),
        condition="all of a person: a coordinator of the organization whose address book they are in; of an action that"
        " names no case: whoever may draft one",
    ),
    Act.SUBSCRIBE_FEED: Rule(case_roles=EVERYONE, roles=frozenset(Role)),
    Act.REVOKE_FEEDS: Rule(roles=frozenset(Role), ask="your organization's admin"),
    Act.REVOKE_EVERYBODYS_FEEDS: Rule(roles=ADMIN, condition=CONFIRMED, ask="your organization's admin"),
    Act.LAY_OUT_CHECKLIST: Rule(case_roles=LEGAL),
    Act.ADD_DOCUMENT: Rule(case_roles=LEGAL),
    Act.ASK_FOR_DOCUMENT: Rule(case_roles=LEGAL),
    Act.MARK_DOCUMENT: Rule(case_roles=LEGAL),
    Act.ADD_FILE: Rule(
        case_roles=LEGAL, condition="into counsel's compartment: counsel, and staff whom they supervise"
    ),
    Act.OPEN_FILE: Rule(
        case_roles=EVERYONE,
        condition="for whom it is: counsel, the legal team, or advocates as well while the client's consent stands",
    ),
    Act.SHARE_FILE: Rule(
        case_roles=COORDINATOR | COUNSEL,
        condition="with advocates: while the client's consent to tell them stands; into or out of counsel's"
        " compartment: counsel, and staff whom they supervise",
    ),
    Act.TAKE_FILE_AWAY: Rule(case_roles=CASEWORK),
    Act.PUT_FILE_BACK: Rule(case_roles=CASEWORK, condition="within seven days"),
    Act.LOG_CALL: Rule(case_roles=LEGAL),
    Act.BOOK_VISIT: Rule(case_roles=LEGAL),
    Act.MOVE_VISIT: Rule(case_roles=LEGAL),
    Act.REPORT_VISIT: Rule(case_roles=LEGAL),
    Act.CANCEL_VISIT: Rule(case_roles=LEGAL),
    Act.WRITE_NOTE: Rule(case_roles=LEGAL),
    Act.WRITE_PRIVILEGED_NOTE: Rule(case_roles=LEGAL, counsel_only=True, ask="the case's attorney"),
    Act.ADD_TASK: Rule(case_roles=EVERYONE),
    Act.COMPLETE_TASK: Rule(case_roles=EVERYONE),
    Act.RAISE_WALL: Rule(
        case_roles=COORDINATOR | COUNSEL, lead_only=True, condition="or anybody on the case, before themselves"
    ),
    Act.LIFT_WALL: Rule(
        case_roles=COORDINATOR | COUNSEL,
        lead_only=True,
        counsel_only=True,
        condition=f"{CONFIRMED}; never whom it names",
        ask="the case's attorney",
    ),
    Act.BREAK_GLASS: Rule(
        roles=frozenset({Role.ATTORNEY, Role.ACCREDITED_REPRESENTATIVE, Role.SUPERVISED_STUDENT, Role.PARALEGAL}),
        condition=f"in the legal provider that leads it; reason typed; team told; over in 24 hours; {CONFIRMED}",
        ask="the case's coordinator",
    ),
    Act.PLACE_HOLD: Rule(roles=HOLDING, condition=HOLDS, ask="your organization's admin"),
    Act.LIFT_HOLD: Rule(roles=HOLDING, condition=HOLDS, ask="your organization's admin"),
    # Whether a claim or a demand can be foreseen is for counsel to judge.
    Act.ERASE_CASE: Rule(
        case_roles=COUNSEL,
        lead_only=True,
        condition=f"closed, and under no legal hold; {CONFIRMED}",
        ask="counsel of the lead organization",
    ),
    Act.RECORD_BOND_STAGE: Rule(case_roles=CASEWORK),
    Act.UNDO_BOND_STAGE: Rule(case_roles=CASEWORK),
    Act.RECORD_BOND_GROUNDS: Rule(case_roles=LEGAL, counsel_only=True, ask="the case's attorney"),
    Act.NAME_BOND_FUND: Rule(case_roles=COORDINATOR | COUNSEL),
    # Deadlines: a computed one is for counsel to judge (law 12).
    Act.WORK_OUT_DEADLINES: Rule(case_roles=CASEWORK),
    Act.CONFIRM_DEADLINE: Rule(case_roles=COUNSEL, ask="the case's attorney"),
    Act.SET_COURT_DEADLINE: Rule(case_roles=CASEWORK),
    Act.RECORD_FILING: Rule(case_roles=CASEWORK),
    Act.RECORD_OUTAGE: Rule(case_roles=CASEWORK),
    Act.SET_ASIDE_DEADLINE: Rule(case_roles=COUNSEL, ask="the case's attorney"),
    Act.START_SHIFT: Rule(
        roles=frozenset({Role.COORDINATOR}),
        condition="in a legal provider; for one volunteer, at most 12 hours",
        ask="your organization's coordinator",
    ),
    Act.END_SHIFT: Rule(roles=frozenset({Role.COORDINATOR, Role.ADMIN}), ask="your organization's coordinator"),
    # Closing what is open never waits.
    Act.END_SHIFTS: Rule(roles=frozenset({Role.COORDINATOR, Role.ADMIN}), ask="your organization's coordinator"),
    # Counsel of another organization, too: whoever is of record answers for the file.
    Act.READ_AUDIT: Rule(
        case_roles=COORDINATOR | COUNSEL, roles=ADMIN, lead_only=True, anywhere=COUNSEL, ask="an admin"
    ),
    Act.MAKE_CLIENT_STATEMENT: Rule(
        case_roles=COORDINATOR | COUNSEL,
        lead_only=True,
        anywhere=COUNSEL,
        condition="when the client asks for it",
    ),
    # Detainers, incidents, family preparedness.
    Act.RECORD_DETAINER: Rule(case_roles=CASEWORK),
    Act.REVIEW_DETAINER: Rule(case_roles=COUNSEL, ask="the case's attorney"),
    Act.RECORD_INCIDENT: Rule(case_roles=CASEWORK),
    Act.RECORD_INCIDENT_OF_SIGHTING: Rule(case_roles=CASEWORK, condition="with the witness's agreement"),
    Act.RECORD_INCIDENT_FOR_COUNSEL: Rule(case_roles=CASEWORK, counsel_only=True, ask="the case's attorney"),
    **COUNTED,
    Act.TICK_PREPAREDNESS: Rule(case_roles=CASEWORK),
    Act.REVIEW_STANDBY_FORMS: Rule(case_roles=COUNSEL, ask="the case's attorney"),
}
