"""The second wall: row-level security, denying when no actor is named.

Doors and worker log in as ``presencia_app`` (or become it), a role that owns nothing and bypasses nothing. Each
transaction says who acts in settings that only last as long as it does (``casework.transaction``). Policies read them
through ``(select …)``, so that they are computed once a statement and not once a row.

Helpers that must look behind the wall to decide (which organizations, which seats) are SECURITY DEFINER functions of
the owner; each has a fixed search path, and a test holds the list of them.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APP = "presencia_app"

FUNCTIONS = """
create function acting_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('presencia.person', true), '')::uuid $$;

create function acting_link() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('presencia.link', true), '')::uuid $$;

create function acting_link_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('presencia.link_person', true), '')::uuid $$;

create function acting_system() returns text language sql stable parallel safe as
$$ select nullif(current_setting('presencia.system', true), '') $$;

create function acting_now() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('presencia.now', true), '')::timestamptz, now()) $$;

create function acting() returns boolean language sql stable parallel safe as
$$ select acting_person() is not null or acting_link() is not null or acting_system() is not null $$;

create function acting_organizations() returns uuid[] language sql stable security definer
set search_path = pg_catalog, public as
$$ select coalesce(array_agg(distinct m.organization_id), '{}') from public.memberships m
   where m.person_id = public.acting_person() and (m.ended_at is null or m.ended_at > public.acting_now()) $$;

-- Organizations whose every case the actor reads: as coordinator; of a legal provider; as supervised staff.
create function acting_wide(legal boolean, counsel boolean) returns uuid[] language sql stable security definer
set search_path = pg_catalog, public as
$$ select coalesce(array_agg(w.organization_id), '{}') from (
     select m.organization_id from public.memberships m
     join public.organizations o on o.id = m.organization_id
     where m.person_id = public.acting_person() and (m.ended_at is null or m.ended_at > public.acting_now())
       and (not legal or o.kind = 'legal_provider')
     group by m.organization_id
     having bool_or(m.role = 'coordinator') and (not counsel or bool_or(m.supervised))) w $$;

create function acting_legal_organizations() returns uuid[] language sql stable security definer
set search_path = pg_catalog, public as
$$ select coalesce(array_agg(distinct m.organization_id), '{}') from public.memberships m
   join public.organizations o on o.id = m.organization_id
   where m.person_id = public.acting_person() and (m.ended_at is null or m.ended_at > public.acting_now())
     and o.kind = 'legal_provider' $$;

-- Cases on whose team the actor sits, for an organization that still reads them.
create function acting_seats(legal boolean, counsel boolean) returns setof uuid language sql stable security definer
set search_path = pg_catalog, public as
$$ select t.case_id from public.team_members t
   join public.case_readers r on r.case_id = t.case_id and r.organization_id = t.organization_id
   join public.organizations o on o.id = t.organization_id
   where t.person_id = public.acting_person()
     and t.began_at <= public.acting_now() and (t.until is null or t.until > public.acting_now())
     and (r.until is null or r.until > public.acting_now())
     and (not legal or (o.kind = 'legal_provider' and t.role <> 'advocate'))
     and (not counsel or t.role in ('attorney', 'accredited_representative') or exists (
       select 1 from public.memberships s where s.person_id = t.person_id and s.organization_id = t.organization_id
         and s.supervised and (s.ended_at is null or s.ended_at > public.acting_now())))
     and exists (select 1 from public.memberships m where m.person_id = t.person_id
       and m.organization_id = t.organization_id and (m.ended_at is null or m.ended_at > public.acting_now())) $$;

create function case_lead(case_id uuid) returns uuid language sql stable security definer
set search_path = pg_catalog, public as
$$ select c.lead_organization_id from public.cases c where c.id = case_id $$;

-- The actor's own assignment to this case stands. Behind the wall: assignments' policies ask case_readers,
-- which ask this.
create function acting_accepted(case_id uuid, organization_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.assignments a where a.case_id = acting_accepted.case_id
     and a.organization_id = acting_accepted.organization_id and a.attorney_id = public.acting_person()
     and a.state in ('accepted', 'engaged', 'of_record')) $$;

-- A consent to tell this audience of dates stands now, and the client is held: release asks every consent again.
create function case_consents(case_id uuid, to_audience text) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.consents c where c.case_id = case_consents.case_id and c.audience = to_audience
     and c.purpose = case to_audience when 'officials' then 'tell_officials' when 'press' then 'press'
       when 'public' then 'press' else 'fill_courtroom' end
     and c.state = 'standing' and c.given_at <= public.acting_now() and c.expires_at > public.acting_now()
     and exists (select 1 from public.cases k where k.id = c.case_id and k.custody_status <> 'released'
       and c.given_at >= coalesce(k.consents_asked_again_from, c.given_at))) $$;

-- What the person behind a link was asked to, and the cases of it.
create function link_sees_occasion(occasion_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.invitations i where i.person_id = public.acting_link_person()
     and i.occasion_id = link_sees_occasion.occasion_id) $$;

create function link_sees_case(case_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.invitations i where i.person_id = public.acting_link_person()
     and i.case_id = link_sees_case.case_id) $$;

-- The hearing around which an action is planned that they were asked to: a card says in which court it is.
create function link_sees_hearing(hearing_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.invitations i join public.advocacy_actions a on a.occasion_id = i.occasion_id
     where i.person_id = public.acting_link_person() and a.hearing_id = link_sees_hearing.hearing_id) $$;

-- The actor reads this case: widely, or from a seat. For rules that are asked about few rows.
create function acting_reaches(case_id uuid, legal boolean) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.case_readers r where r.case_id = acting_reaches.case_id
       and r.organization_id = any (public.acting_wide(acting_reaches.legal, false))
       and (r.until is null or r.until > public.acting_now()))
     or acting_reaches.case_id in (select public.acting_seats(acting_reaches.legal, false)) $$;

-- An organization that reads a case which the actor's organization leads and the actor coordinates: its members can be
-- given a seat on it.
create function acting_partner(organization_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.case_readers r join public.cases c on c.id = r.case_id
     where r.organization_id = acting_partner.organization_id and (r.until is null or r.until > public.acting_now())
       and c.lead_organization_id = any (public.acting_wide(true, false))) $$;

-- Somebody on the team of a case the actor reads.
create function acting_beside(person_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.team_members t where t.person_id = acting_beside.person_id
     and public.acting_reaches(t.case_id, false)) $$;

-- Somebody outside the actor's own address book whom they meet in their work: a colleague, a partner's member, somebody
-- on a team, a family contact or somebody invited on a case of theirs, an attorney who is open to offers.
create function acting_knows(person_id uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public as
$$ select exists (select 1 from public.memberships m where m.person_id = acting_knows.person_id
       and (m.organization_id = any (public.acting_organizations()) or public.acting_partner(m.organization_id)))
     or public.acting_beside(acting_knows.person_id)
     or exists (select 1 from public.case_contacts k where k.person_id = acting_knows.person_id
       and public.acting_reaches(k.case_id, true))
     or exists (select 1 from public.invitations i where i.person_id = acting_knows.person_id
       and public.acting_reaches(i.case_id, true))
     or exists (select 1 from public.attorneys a where a.person_id = acting_knows.person_id
       and (a.organization_id = any (public.acting_organizations())
         or (a.open_to_offers and cardinality(public.acting_wide(true, false)) > 0))) $$;

-- Cases on whose team somebody sits: as a reader, in the legal team, with the compartment's key.
create function seats_of(person uuid) returns json language sql stable security definer
set search_path = pg_catalog, public as
$$ select json_build_array(json_agg(distinct t.case_id),
     json_agg(distinct t.case_id) filter (where o.kind = 'legal_provider' and t.role <> 'advocate'),
     json_agg(distinct t.case_id) filter (where o.kind = 'legal_provider' and t.role <> 'advocate'
       and (t.role in ('attorney', 'accredited_representative') or m.supervised)))
   from public.team_members t
   join public.case_readers r on r.case_id = t.case_id and r.organization_id = t.organization_id
   join public.organizations o on o.id = t.organization_id
   join public.memberships m on m.person_id = t.person_id and m.organization_id = t.organization_id
     and (m.ended_at is null or m.ended_at > public.acting_now())
   where t.person_id = seats_of.person and t.began_at <= public.acting_now()
     and (t.until is null or t.until > public.acting_now())
     and (r.until is null or r.until > public.acting_now()) $$;

-- Tells a connection for readings who looks, for as long as it lasts, and works out once what policies ask about them.
create function tell_reader(person text, system text, at text) returns void language plpgsql security definer
set search_path = pg_catalog, public as
$$ declare found record;
   begin
     perform set_config('presencia.link', '', false), set_config('presencia.link_person', '', false),
       set_config('presencia.person', person, false), set_config('presencia.system', system, false),
       set_config('presencia.now', at, false);
     select coalesce(array_agg(organization_id), '{}') as organizations,
       coalesce(array_agg(organization_id) filter (where legal), '{}') as legal_organizations,
       coalesce(array_agg(organization_id) filter (where wide), '{}') as wide,
       coalesce(array_agg(organization_id) filter (where wide and legal), '{}') as wide_legal,
       coalesce(array_agg(organization_id) filter (where wide and legal and supervised), '{}') as wide_counsel
     into found from (
       select m.organization_id, o.kind = 'legal_provider' as legal, bool_or(m.role = 'coordinator') as wide,
         bool_or(m.supervised) as supervised
       from memberships m join organizations o on o.id = m.organization_id
       where m.person_id = nullif(person, '')::uuid and (m.ended_at is null or m.ended_at > acting_now())
       group by m.organization_id, o.kind) places;
     perform set_config('presencia.organizations', found.organizations::text, false),
       set_config('presencia.legal_organizations', found.legal_organizations::text,
         false),
       set_config('presencia.wide', found.wide::text, false),
       set_config('presencia.wide_legal', found.wide_legal::text, false),
       set_config('presencia.wide_counsel', found.wide_counsel::text, false),
       set_config('presencia.seats_reader', array(select acting_seats(false, false))::text, false),
       set_config('presencia.seats_legal', array(select acting_seats(true, false))::text, false),
       set_config('presencia.seats_counsel', array(select acting_seats(true, true))::text, false);
   end $$;

create function refuse_to_forget() returns trigger language plpgsql as
$$ begin raise exception 'The trail is append-only.'; end $$;
"""

DEFINERS = (
    "acting_organizations()",
    "acting_wide(boolean, boolean)",
    "acting_legal_organizations()",
    "acting_seats(boolean, boolean)",
    "case_lead(uuid)",
    "acting_accepted(uuid, uuid)",
    "case_consents(uuid, text)",
    "link_sees_occasion(uuid)",
    "link_sees_case(uuid)",
    "link_sees_hearing(uuid)",
    "acting_reaches(uuid, boolean)",
    "acting_partner(uuid)",
    "acting_beside(uuid)",
    "acting_knows(uuid)",
    "tell_reader(text, text, text)",
    "seats_of(uuid)",
)


def told(setting: str, function: str) -> str:
    """What a reading was told beforehand; inside a transaction, which may change it, what holds now."""
    return f"coalesce(nullif(current_setting('presencia.{setting}', true), '')::uuid[], {function})"


MINE = told("organizations", "acting_organizations()")
MY_LEGAL = told("legal_organizations", "acting_legal_organizations()")
WIDE = {
    (False, False): told("wide", "acting_wide(false, false)"),
    (True, False): told("wide_legal", "acting_wide(true, false)"),
    (True, True): told("wide_counsel", "acting_wide(true, true)"),
}
#: Cheap to ask of each row; a sub-select would be one more node in every plan, and there are hundreds.
ME = "acting_person()"
LINK_PERSON = "acting_link_person()"

#: The cases an actor reads widely, to each depth. Views are read as their owner: what they ask is asked of no policy.
VIEWS = {(False, False): "read_widely", (True, False): "read_widely_legal", (True, True): "read_widely_counsel"}


def reach(column: str, legal: bool = False, counsel: bool = False) -> str:
    """The actor reads this case: through an organization read widely, or from a seat on its team.

    A reading was told the seats beforehand; inside a transaction, which may change them, they are asked for once a
    statement.
    """
    depth = "counsel" if counsel else "legal" if legal else "reader"
    asked = f"{legal or counsel}, {counsel}".lower()
    told_seats = f"nullif(current_setting('presencia.seats_{depth}', true), '')"
    return (
        f"(exists (select 1 from {VIEWS[legal or counsel, counsel]} r where r.case_id = {column})"
        f" or case when {told_seats} is null then {column} in (select acting_seats({asked}))"
        f" else {column} = any ({told_seats}::uuid[]) end)"
    )


def system(*names: str) -> str:
    quoted = ", ".join(f"'{name}'" for name in names)
    return f"acting_system() in ({quoted})"


def linked(function: str, column: str) -> str:
    return f"({LINK_PERSON} is not null and {function}({column}))"


#: The legal team, and advocates with the client's consent: of open hearings of somebody who is held.
HEARINGS = (
    f"({reach('hearings.case_id', legal=True)} or (hearings.detained and not hearings.closed_to_public"
    f" and {reach('hearings.case_id')} and case_consents(hearings.case_id, 'advocates')))"
)


def of_detainee(table: str) -> str:
    return f"exists (select 1 from cases c where c.detainee_id = {table}.detainee_id and {reach('c.id', legal=True)})"


def case_or_mine(table: str, **depth: bool) -> str:
    return (
        f"({reach(f'{table}.case_id', **depth)}"
        f" or ({table}.case_id is null and {table}.organization_id = any ({MINE})))"
    )


ANYONE = "(select acting())"
LINKED_OCCASION = linked("link_sees_occasion", "occasion_id")
LINKED_CASE = linked("link_sees_case", "case_id")
SEES_OCCASION = "exists (select 1 from occasions o where o.id = occasion_id)"
SEES_ASSIGNMENT = "exists (select 1 from assignments a where a.id = assignment_id)"

#: Whoever accepted an offer opens the file for themselves and their organization.
ACCEPTED = "acting_accepted({table}.case_id, {table}.organization_id)"

#: table → (who sees a row, who may write a row). "" for writing means only the operator.
WALL: dict[str, tuple[str, str]] = {
    # Public facts.
    "facilities": (ANYONE, ""),
    "courts": (ANYONE, ""),
    "hearing_locations": (ANYONE, ""),
    "organizations": (ANYONE, ""),
    "vault_keys": (ANYONE, ANYONE),
    "memberships": (
        f"organization_id = any ({MINE}) or person_id = {ME}"
        f" or {system('sign_in', 'links', 'delivery', 'housekeeping')} or acting_partner(organization_id)",
        "",
    ),
    # People.
    "people": (
        f"id = {ME} or id = {LINK_PERSON} or organization_id = any ({MINE})"
        f" or {system('sign_in', 'delivery', 'housekeeping')}"
        " or acting_knows(id)",
        f"organization_id = any ({MINE}) or id = {ME}",
    ),
    "contacts": (
        f"organization_id = any ({MINE}) or person_id = {ME} or person_id = {LINK_PERSON} or {system('delivery')}",
        f"organization_id = any ({MINE}) or person_id = {ME} or {system('delivery')}",
    ),
    "attorneys": (
        f"organization_id = any ({MINE}) or person_id = {ME}"
        f" or (open_to_offers and cardinality({WIDE[True, False]}) > 0)"
        " or acting_beside(person_id)",
        f"organization_id = any ({MINE}) or person_id = {ME}",
    ),
    "logins": (f"person_id = {ME} or {system('sign_in')}", f"person_id = {ME} or {system('sign_in')}"),
    "sessions": (
        f"person_id = {ME} or {system('sign_in', 'housekeeping')}",
        f"person_id = {ME} or {system('sign_in', 'housekeeping')}",
    ),
    "tokens": (f"person_id = {ME} or {system('sign_in')}", f"person_id = {ME} or {system('sign_in')}"),
    # The case and its team.
    "cases": (
        f"{reach('cases.id')} or (coordinator_id = {ME} and lead_organization_id = any ({MINE}))"
        f" or {linked('link_sees_case', 'id')} or {system('delivery', 'housekeeping')}",
        f"{reach('cases.id')} or (coordinator_id = {ME} and lead_organization_id = any ({MY_LEGAL}))"
        f" or {system('housekeeping')}",
    ),
    "case_readers": (
        f"organization_id = any ({MINE}) or case_lead(case_id) = any ({MINE}) or {system('delivery', 'housekeeping')}",
        f"case_lead(case_id) = any ({MY_LEGAL}) or {ACCEPTED.format(table='case_readers')}",
    ),
    "team_members": (
        f"{reach('team_members.case_id')} or person_id = {ME} or {system('delivery', 'housekeeping')}",
        f"{reach('team_members.case_id', legal=True)} or case_lead(case_id) = any ({MY_LEGAL})"
        f" or (person_id = {ME} and {ACCEPTED.format(table='team_members')})",
    ),
    "detainees": (
        "exists (select 1 from cases c where c.detainee_id = detainees.id)",
        f"organization_id = any ({MY_LEGAL})",
    ),
    "identities": (of_detainee("identities"), f"organization_id = any ({MY_LEGAL})"),
    "detainee_numbers": (of_detainee("detainee_numbers"), f"organization_id = any ({MY_LEGAL})"),
    "aliases": (of_detainee("aliases"), f"organization_id = any ({MY_LEGAL})"),
    "name_tokens": (of_detainee("name_tokens"), f"organization_id = any ({MY_LEGAL})"),
    "merges": (reach("merges.kept_case_id", legal=True), reach("merges.kept_case_id", legal=True)),
    # The legal team's tables.
    **{
        table: (reach(f"{table}.case_id", legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("custody_stints", "locator_checks", "intakes", "notes")
    },
    "proceedings": (
        f"{reach('proceedings.case_id', legal=True)} or {system('delivery', 'housekeeping')}",
        reach("proceedings.case_id", legal=True),
    ),
    "case_contacts": (
        f"{reach('case_contacts.case_id', legal=True)} or {system('delivery')}",
        reach("case_contacts.case_id", legal=True),
    ),
    # Counsel's compartment.
    **{
        table: (reach(f"{table}.case_id", counsel=True), reach(f"{table}.case_id", counsel=True))
        for table in ("privileged_notes", "claims", "health")
    },
    # What occurs.
    "hearings": (
        f"{HEARINGS} or {LINKED_OCCASION} or {linked('link_sees_hearing', 'id')}"
        f" or {system('delivery', 'housekeeping')}",
        reach("hearings.case_id", legal=True),
    ),
    "occasions": (
        f"{reach('occasions.case_id', legal=True)}"
        " or exists (select 1 from hearings h where h.occasion_id = occasions.id)"
        " or exists (select 1 from advocacy_actions a where a.occasion_id = occasions.id)"
        f" or (case_id is null and organization_id = any ({MINE}))"
        f" or {linked('link_sees_occasion', 'id')} or {system('delivery', 'housekeeping')}",
        case_or_mine("occasions"),
    ),
    "advocacy_actions": (
        f"{case_or_mine('advocacy_actions')} or {LINKED_OCCASION} or {system('delivery', 'housekeeping')}",
        case_or_mine("advocacy_actions"),
    ),
    "sign_offs": (
        f"{reach('sign_offs.case_id')} or {LINKED_CASE} or {system('delivery', 'housekeeping')}",
        reach("sign_offs.case_id"),
    ),
    "consents": (
        f"{reach('consents.case_id')} or {LINKED_CASE} or {system('delivery', 'housekeeping')}",
        reach("consents.case_id"),
    ),
    "assignments": (
        # Behind a link only that somebody is of record is asked: an action's sign-off hangs on it.
        f"{reach('assignments.case_id')} or attorney_id = {ME} or {system('delivery', 'housekeeping')}"
        f" or (state = 'of_record' and {LINKED_CASE})",
        f"{reach('assignments.case_id')} or attorney_id = {ME}",
    ),
    "invitations": (
        f"{case_or_mine('invitations')} or person_id = {LINK_PERSON} or {system('links', 'delivery', 'housekeeping')}",
        f"{case_or_mine('invitations')} or person_id = {LINK_PERSON}",
    ),
    "feeds": (
        f"person_id = {ME} or person_id = {LINK_PERSON} or {system('links', 'delivery')}"
        f" or organization_id in (select m.organization_id from memberships m"
        f" where m.person_id = {ME} and m.ended_at is null and m.role in ('admin', 'coordinator'))",
        f"person_id = {ME} or {system('links')}"
        f" or organization_id in (select m.organization_id from memberships m"
        f" where m.person_id = {ME} and m.ended_at is null and m.role in ('admin', 'coordinator'))",
    ),
    "notices": (
        f"person_id = {ME} or person_id = {LINK_PERSON} or {SEES_OCCASION} or {SEES_ASSIGNMENT}"
        f" or {system('delivery', 'housekeeping')}",
        f"{SEES_OCCASION} or {SEES_ASSIGNMENT} or {system('delivery', 'housekeeping')}",
    ),
    "receipts": (
        f"exists (select 1 from notices n where n.id = notice_id) or {system('delivery')}",
        system("delivery"),
    ),
    "tasks": (
        f"{case_or_mine('tasks', legal=True)} or ((owner_id = {ME} or created_by_id = {ME}) and (case_id is null"
        f" or exists (select 1 from case_readers r where r.case_id = tasks.case_id"
        f" and r.organization_id = any ({MINE}) and (r.until is null or r.until > acting_now()))))"
        f" or {system('delivery', 'housekeeping')}",
        f"{case_or_mine('tasks')} or owner_id = {ME} or {system('delivery', 'housekeeping')}",
    ),
    "imports": (f"organization_id = any ({MINE})", ""),
    "audit_entries": (
        f"organization_id in (select m.organization_id from memberships m join organizations o"
        f" on o.id = m.organization_id where m.person_id = {ME} and m.ended_at is null"
        f" and (m.role = 'admin' or (m.role = 'coordinator' and o.kind = 'legal_provider')))"
        f" or exists (select 1 from team_members t where t.case_id = audit_entries.case_id and t.person_id = {ME}"
        f" and t.role in ('attorney', 'accredited_representative')"
        f" and t.case_id in (select acting_seats(true, false)))",
        ANYONE,
    ),
}

#: Rows that verbs take away. Everything else ends by a state or an instant.
REMOVABLE = ("name_tokens", "identities", "detainee_numbers", "aliases")


def upgrade() -> None:
    op.execute(
        f"""do $$ begin
        if not exists (select from pg_roles where rolname = '{APP}') then
            create role {APP} nologin nosuperuser nobypassrls;
        end if; end $$"""
    )
    for statement in FUNCTIONS.split(";\n\n"):
        op.execute(statement)
    for function in DEFINERS:
        op.execute(f"revoke all on function {function} from public")
        op.execute(f"grant execute on function {function} to {APP}")
    op.execute(f"grant usage on schema public to {APP}")
    op.execute(f"grant usage on all sequences in schema public to {APP}")
    for depth, view in VIEWS.items():
        op.execute(
            f"create view {view} with (security_barrier) as select case_id from case_readers"
            f" where organization_id = any ({WIDE[depth]}) and (until is null or until > acting_now())"
        )
        op.execute(f"grant select on {view} to {APP}")
    for table, (sees, writes) in WALL.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"grant select, insert, update on {table} to {APP}")
        # The owner migrates and backs up; FORCE would otherwise blind it, and the definer functions with it.
        op.execute(f"create policy owner on {table} to current_user using (true) with check (true)")
        op.execute(
            f"create policy operator on {table} to {APP} using ({system('operator')}) with check ({system('operator')})"
        )
        op.execute(f"create policy sees on {table} for select to {APP} using ({sees})")
        if writes:
            op.execute(f"create policy adds on {table} for insert to {APP} with check ({writes})")
            op.execute(f"create policy changes on {table} for update to {APP} using ({writes}) with check ({writes})")
        if table == "team_members":
            # Whoever sits in a seat may leave it.
            op.execute(
                f"create policy leaves on {table} for update to {APP}"
                f" using (person_id = {ME}) with check (person_id = {ME} and until is not null)"
            )
        if table in REMOVABLE:
            op.execute(f"grant delete on {table} to {APP}")
            op.execute(f"create policy removes on {table} for delete to {APP} using ({writes})")
    op.execute(f"revoke update on audit_entries from {APP}")
    op.execute(
        "create trigger audit_entries_stay before update or delete on audit_entries"
        " for each row execute function refuse_to_forget()"
    )
    op.execute(
        "create trigger audit_entries_stay_whole before truncate on audit_entries"
        " for each statement execute function refuse_to_forget()"
    )


def downgrade() -> None:
    for table in WALL:
        for policy in ("owner", "operator", "sees", "adds", "changes", "leaves", "removes"):
            op.execute(f"drop policy if exists {policy} on {table}")
        op.execute(f"alter table {table} no force row level security")
        op.execute(f"alter table {table} disable row level security")
        op.execute(f"revoke all on {table} from {APP}")
    for view in VIEWS.values():
        op.execute(f"drop view {view}")
    op.execute("drop trigger audit_entries_stay on audit_entries")
    op.execute("drop trigger audit_entries_stay_whole on audit_entries")
    for function in (*DEFINERS, "refuse_to_forget()"):
        op.execute(f"drop function {function}")
    for function in (
        "acting_seated(uuid, text)",
        "acting()",
        "acting_now()",
        "acting_system()",
        "acting_link_person()",
        "acting_link()",
    ):
        op.execute(f"drop function {function}")
    op.execute("drop function acting_person()")
