"""The story: one view of what happened to a person and around a case, by when it happened.

The view belongs to the owner and is asked with the rights of whoever asks (``security_invoker``): each row of each
branch passes the policies of its own table. Some of these show rows to people outside the legal team (consents,
assignments, actions), the story is the legal team's alone: the view asks that itself, last. Each branch is found by an
index that begins with the case; what a branch joins besides is found by ids.

A later migration that changes a column named here drops the view first and makes it again.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APP = "presencia_app"


def branch(
    source: str,
    subject: str,
    kind: str,
    at: str,
    *,
    row: str = "r.id",
    record: str = "",
    case: str = "r.case_id",
    day: str = "null",
    hour_known: str = "true",
    time_zone: str = "null",
    what: str = "null",
    state: str = "null",
    outcome: str = "null",
    audience: str = "null",
    place: str = "null",
    said: str = "null",
    due_on: str = "null",
    for_counsel: str = "false",
    when: str = "true",
) -> str:
    """What one noun tells. All branches have the same types, so that what is asked of the whole is asked of each."""
    return f"""
  select ({kind})::text || ':' || ({row})::text as key, {case} as case_id,
    r.lead_organization_id as lead_organization_id, ({kind})::text as kind, ({at})::timestamptz as at,
    ({day})::date as day, ({hour_known})::boolean as hour_known, ({time_zone})::text as time_zone,
    '{subject}'::text as subject, {record or row} as record_id, ({what})::text as what, ({state})::text as state,
    ({outcome})::text as outcome, ({audience})::text as audience, ({place})::text as place, ({said})::jsonb as said,
    ({due_on})::date as due_on, ({for_counsel})::boolean as for_counsel
  from {source} where ({at}) is not null and {when}"""


def one(kind: str, at: str, *, state: str = "null", outcome: str = "null", day: str = "null::date") -> str:
    return f"('{kind}', {at}, {state}, {outcome}, {day})"


def several(*kinds: str) -> str:
    """One record of which several things are told."""
    return f"cross join lateral (values {', '.join(kinds)}) e(kind, at, state, outcome, day)"


def noon(column: str) -> str:
    """The day of what is typed as a day, and kept as an instant that falls on it everywhere in the country."""
    return f"({column} at time zone 'UTC')::date"


def on(day: str) -> str:
    """The other way round: a day, as the instant to order it by."""
    return f"({day} + time '17:00') at time zone 'UTC'"


def through(day: str) -> str:
    """The end of a day, once it has ended on the whole mainland."""
    return f"({day} + 1 + time '08:00') at time zone 'UTC'"


#: They said yes, and the file was opened to them: an offer that was taken back before had no seat. Here and below not
#: as an ``exists``: that may be answered by reading all seats there are into a hash, where statistics call them few.
TAKEN_ON = (
    "(r.state in ('accepted', 'engaged', 'of_record') or (r.state = 'withdrawn' and coalesce((select true"
    " from team_members m where m.case_id = r.case_id and m.person_id = r.attorney_id"
    " and m.organization_id = r.organization_id limit 1), false)))"
)
FACILITY = "left join facilities f on f.id = r.facility_id"
COURT = "left join courts c on c.id = r.court_id"
OCCASION = "join occasions o on o.id = r.occasion_id"

BRANCHES = (
    branch("intakes r", "Case", "'arrested'", "r.arrested_at", row="r.case_id", time_zone="r.arrest_zone"),
    branch(
        "cases r " + several(one("case_opened", "r.opened_at"), one("case_closed", "r.closed_at")),
        "Case",
        "e.kind",
        "e.at",
        case="r.id",
    ),
    branch(
        f"custody_stints r {FACILITY} "
        + several(
            one("stay_began", "r.booked_in_at"), one("stay_ended", "r.booked_out_at", outcome="r.release_reason")
        ),
        "CustodyStint",
        "e.kind",
        "e.at",
        time_zone="f.time_zone",
        what="r.place",
        outcome="e.outcome",
        place="f.name",
    ),
    branch(
        "detainers r",
        "Detainer",
        "'detainer_received'",
        "r.received_at",
        time_zone="r.time_zone",
        what="r.form",
        outcome="r.recorded",
    ),
    branch(
        "incidents r",
        "Incident",
        "'incident'",
        "r.happened_at",
        hour_known="r.hour_known",
        time_zone="r.time_zone",
        what="r.kind",
        for_counsel="r.seen_by = 'counsel'",
    ),
    branch(
        f"proceedings r {COURT} "
        + several(one("proceeding_filed", "r.filed_at"), one("proceeding_closed", "r.closed_at", state="r.state")),
        "Proceeding",
        "e.kind",
        "e.at",
        time_zone="c.time_zone",
        what="r.kind",
        state="e.state",
        place="coalesce(c.name, r.other_court)",
    ),
    branch(
        f"hearings r {OCCASION} {COURT}",
        "Hearing",
        "'hearing'",
        "o.starts_at",
        day="case when not o.hour_known then o.wall_starts::date end",
        hour_known="o.hour_known",
        time_zone="o.time_zone",
        what="o.kind",
        # Another date was set in its place before its hour.
        state="case when o.state = 'cancelled' and (select true from hearings n where n.supersedes_id = r.id limit 1)"
        " then 'moved' else o.state end",
        outcome="r.outcome",
        place="coalesce(c.name, o.place_name)",
    ),
    branch(
        "bond_steps r",
        "Bond",
        "'bond_stage'",
        on("r.reached_on"),
        record="r.bond_id",
        day="r.reached_on",
        hour_known="false",
        what="r.stage",
        when="r.undone_at is null",
    ),
    branch(
        "deadlines r "
        + several(
            one(
                "deadline_due",
                f"case when r.state = 'confirmed' then coalesce(r.due_at, {through('r.due_on')}) end",
                day="case when r.due_at is null then r.due_on end",
            ),
            one("deadline_filed", "r.filed_at"),
            one("deadline_received", "r.received_at"),
        ),
        "Deadline",
        "e.kind",
        "e.at",
        day="e.day",
        hour_known="e.day is null",
        time_zone="r.time_zone",
        said="r.said",
        when="r.state <> 'superseded'",
    ),
    branch(
        "deadlines r",
        "Deadline",
        "'deadline_fell_away'",
        "r.fell_away_at",
        what="r.trigger",
        outcome="r.moved_because",
        said="r.said",
        due_on="coalesce(r.due_on, (r.due_at at time zone r.time_zone)::date)",
    ),
    branch("documents r", "Document", "'document_filed'", "r.state_since", what="r.kind", when="r.state = 'filed'"),
    branch(
        "assignments r "
        + several(
            one("counsel_accepted", "r.answered_at"),
            one("counsel_engaged", "r.engaged_at", day=noon("r.engaged_at")),
            # With a form there is an appearance, which says more.
            one(
                "counsel_of_record",
                "case when (select true from appearances p where p.assignment_id = r.id limit 1) is null"
                " then r.of_record_at end",
                day=noon("r.of_record_at"),
            ),
            one("counsel_ended", "r.ended_at"),
        ),
        "Assignment",
        "e.kind",
        "e.at",
        day="e.day",
        hour_known="e.day is null",
        what="r.scope",
        when=TAKEN_ON,
    ),
    branch(
        "appearances r left join proceedings p on p.id = r.proceeding_id left join courts c on c.id = p.court_id "
        + several(
            one("appearance_entered", "r.entered_at", day=noon("r.entered_at")),
            one("withdrawal_asked", "r.withdrawal_asked_at", day=noon("r.withdrawal_asked_at")),
            # By the judge's word, on the day of it.
            one(
                "appearance_ended",
                "case when r.withdrawal_granted and r.ended_at is not null then r.withdrawal_decided_at"
                " else r.ended_at end",
                day=f"case when r.withdrawal_granted then {noon('r.withdrawal_decided_at')} end",
            ),
        ),
        "Appearance",
        "e.kind",
        "e.at",
        day="e.day",
        hour_known="e.day is null",
        time_zone="c.time_zone",
        what="r.form",
        place="coalesce(c.name, p.other_court)",
    ),
    branch(
        "consents r "
        + several(
            one("consent_given", "r.given_at"),
            one("consent_ended", "r.ended_at", state="r.state"),
            one(
                "consent_expires",
                "case when r.state = 'standing' then r.expires_at end",
                # The last day through which it stands: the one that was agreed.
                day="(r.expires_at at time zone 'UTC' - interval '1 day')::date",
            ),
        ),
        "Consent",
        "e.kind",
        "e.at",
        day="e.day",
        hour_known="e.day is null",
        what="r.purpose",
        state="e.state",
        audience="r.audience",
        when="r.state <> 'proposed'",
    ),
    branch("calls r", "Call", "'call'", "r.called_at"),
    branch(
        f"visits r {FACILITY}",
        "Visit",
        "'visit'",
        "r.starts_at",
        time_zone="r.time_zone",
        what="r.kind",
        state="r.state",
        place="f.name",
    ),
    branch(
        "supervisions r " + several(one("supervision_began", "r.began_at"), one("supervision_ended", "r.ended_at")),
        "Supervision",
        "e.kind",
        "e.at",
        what="r.kind",
    ),
    branch(
        f"check_ins r {OCCASION}",
        "CheckIn",
        "'check_in'",
        "o.starts_at",
        time_zone="o.time_zone",
        state="o.state",
        outcome="r.outcome",
    ),
    branch(
        f"advocacy_actions r {OCCASION} "
        + several(one("action_published", "r.published_at"), one("action_called_off", "r.called_off_at")),
        "AdvocacyAction",
        "e.kind",
        "e.at",
        what="o.kind",
        when="r.case_id is not null and r.published_at is not null",
    ),
)


def upgrade() -> None:
    told = "\n  union all".join(BRANCHES)
    op.execute(
        f"create view case_story with (security_invoker = true) as select s.* from ({told}\n) s"
        " where acting_sits('legal', s.lead_organization_id, s.case_id)"
        " or current_setting('presencia.system', true) = 'operator'"
    )
    op.execute(f"grant select on case_story to {APP}")


def downgrade() -> None:
    op.execute("drop view case_story")
