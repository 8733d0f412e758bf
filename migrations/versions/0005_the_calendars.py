"""The calendars: whatever changes what calendars show says so in the same transaction.

Pieces and contents of feeds are kept (``schema.pieces``), each with the snapshot under which it was made. A change
writes *touches*: of which case, person or organization something changed, and in which transaction. What is kept holds
while the database sees no touch of its scopes that its snapshot did not see. Touches are only added: nobody who acts
waits for another, and a piece that was being made while somebody acted is found out.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

APP = "presencia_app"

#: The scope of what concerns every calendar: the name of a court, a telephone number, a conflict wall.
EVERYTHING = "00000000-0000-0000-0000-000000000000"

#: Each is a statement of its own; a line of dashes keeps them apart.
FUNCTIONS = f"""
-- What is committed now, and of which server: numbers of transactions mean nothing to another one, on which a backup
-- was laid.
create function calendar_snapshot() returns text language sql stable as
$$ select (select system_identifier from pg_control_system()) || ' ' || pg_current_snapshot() $$;
---
-- Something of these scopes has changed since. Asked by the house for whoever holds a calendar's address.
create function calendar_touched(scopes uuid[], snapshot text) returns boolean language plpgsql stable as $$
declare seen pg_snapshot := split_part(snapshot, ' ', 2)::pg_snapshot;
begin
  if split_part(snapshot, ' ', 1) <> split_part(calendar_snapshot(), ' ', 1) then
    return true;
  end if;
  return exists (select from calendar_touches t where t.scope = any (scopes)
    and t.by >= pg_snapshot_xmin(seen)::text::bigint and not pg_visible_in_snapshot(t.by::text::xid8, seen));
end $$;
---
-- These cases changed, and what else is named. Whom a case concerns: whoever is or was on its team, coordinates it or
-- was asked to a date of it, and the organizations that read it. A great many at once concern every calendar.
create function touch_calendars(cases uuid[], others uuid[]) returns void language plpgsql security definer
set search_path = pg_catalog, public as $$
declare me bigint := pg_current_xact_id()::text::bigint; fresh uuid[];
begin
  if cardinality(cases) > 200 or cardinality(others) > 1000 then
    cases := '{{}}';
    others := array['{EVERYTHING}'::uuid];
  end if;
  -- What changes of one case changes each action that is about it, whichever case that is kept with.
  cases := cases || array(select a.case_id from further_cases f join advocacy_actions a on a.id = f.action_id
    where f.case_id = any (cases));
  fresh := array(select distinct c from unnest(cases) c where c is not null
    and not exists (select from calendar_touches t where t.scope = c and t.by = me));
  if cardinality(fresh) = 0 and cardinality(others) = 0 then
    return;
  end if;
  insert into calendar_touches (scope, by, at)
  select found.scope, me, clock_timestamp() from (
    select c from unnest(fresh) c
    union select o from unnest(others) o
    union select t.person_id from team_members t where t.case_id = any (fresh)
    union select i.person_id from invitations i where i.case_id = any (fresh)
    union select r.organization_id from case_readers r where r.case_id = any (fresh)
    union select k.coordinator_id from cases k where k.id = any (fresh)
    union select k.lead_organization_id from cases k where k.id = any (fresh)) found(scope)
  where found.scope is not null
  on conflict do nothing;
end $$;
---
-- The public page at an address, and what says whether it may be shown: asked by the house for whoever reads it. And
-- whether anything that it shows has changed since a rendering of it was made. Of unknown addresses nothing.
create function public_page_at(address text, snapshot text) returns table (id uuid, ended boolean, state text,
public boolean, no_publicity boolean, embargo_until timestamptz, ends_at timestamptz, touched boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if acting_system() is distinct from 'links' then
    return;
  end if;
  return query select p.id, p.ended_at is not null, a.state::text, 'public' = any (a.audiences),
    coalesce(c.no_publicity, false) or (a.of_several and exists (select from cases k
      where k.no_publicity and k.id = any (every_case_of_action(a.id)))), a.embargo_until, o.ends_at,
    public_page_at.snapshot is null
      or calendar_touched(array['{EVERYTHING}'::uuid, a.occasion_id, a.case_id], public_page_at.snapshot)
  from public_pages p join advocacy_actions a on a.id = p.action_id join occasions o on o.id = a.occasion_id
  left join cases c on c.id = a.case_id
  where p.address = public_page_at.address;
end $$;
---
-- Until when what the actor's calendar shows may hold, as far as where they stand goes.
create function standing_until() returns timestamptz language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select min(each.at) from (
    select m.ended_at from memberships m where m.person_id = acting_person()
    union all select t.began_at from team_members t where t.person_id = acting_person()
    union all select t.until from team_members t where t.person_id = acting_person()
    union all select r.until from memberships m join case_readers r on r.organization_id = m.organization_id
      where m.person_id = acting_person() and r.until is not null) each(at) where each.at > acting_now());
end $$;
---
-- Which calendars show the dates of a case, and whether each was fetched since its date last changed. For the legal
-- team: whose calendar it is they read as far as they see people.
create function calendars_of_case(of uuid) returns table (occasion_id uuid, feed_id uuid, person_id uuid,
fetched_at timestamptz, fetched_by text, version text, current boolean) language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if not acting_reaches(calendars_of_case.of, true) then
    return;
  end if;
  return query select o.id, f.id, f.person_id, f.fetched_at, f.fetched_by, f.version,
    f.fetched_at is not null and f.fetched_at >= o.revised_at
  from occasions o join feed_contents c on c.occasions @> array[o.id] join feeds f on f.id = c.feed_id
  where o.case_id = calendars_of_case.of and o.ends_at > acting_now() and f.revoked_at is null
  order by o.starts_at, o.id, f.fetched_at, f.id;
end $$;
---
-- Touches older than two days go; what they made stale and was not made anew meanwhile is marked by hand. Pieces of
-- what has left every calendar go as well.
create function forget_touches() returns integer language plpgsql security definer
set search_path = pg_catalog, public as $$
declare marked integer;
begin
  if acting_system() is distinct from 'housekeeping' then
    return 0;
  end if;
  with old as (delete from calendar_touches t where t.at < now() - interval '2 days' returning t.scope, t.by)
  update calendar_pieces p set snapshot = '' from occasions o
  where o.id = p.occasion_id and p.snapshot <> '' and exists (select from old
    where old.scope in ('{EVERYTHING}', o.id, o.case_id, p.invitation_id)
      and not pg_visible_in_snapshot(old.by::text::xid8, split_part(p.snapshot, ' ', 2)::pg_snapshot));
  get diagnostics marked = row_count;
  -- What a calendar was joined from holds for a day at most.
  update feed_contents c set valid_until = c.made_at where c.valid_until > c.made_at
    and c.made_at < acting_now() - interval '1 day';
  delete from calendar_pieces p using occasions o
  where o.id = p.occasion_id and o.ends_at < acting_now() - interval '32 days';
  return marked;
end $$;
"""

#: table → (cases of its changed rows, other scopes), as arrays from a set of rows called ``rows``.
_CASES = "array(select r.case_id from rows r)"
_NONE = "'{}'::uuid[]"
_ALL = f"array['{EVERYTHING}'::uuid]"
TOUCHING: dict[str, tuple[str, str]] = {
    "cases": ("array(select r.id from rows r)", "array(select r.coordinator_id from rows r)"),
    "detainees": ("array(select c.id from cases c join rows r on r.id = c.detainee_id)", _NONE),
    "occasions": (
        _CASES,
        "array(select r.id from rows r where r.case_id is null"
        " union select r.organization_id from rows r where r.case_id is null"
        " union select i.person_id from rows r join invitations i on i.occasion_id = r.id where r.case_id is null)",
    ),
    "advocacy_actions": (
        _CASES,
        "array(select r.occasion_id from rows r where r.case_id is null"
        " union select r.organization_id from rows r where r.case_id is null"
        " union select i.person_id from rows r join invitations i on i.occasion_id = r.occasion_id"
        " where r.case_id is null)",
    ),
    "further_cases": (_CASES, _NONE),
    "hearings": (_CASES, _NONE),
    "check_ins": (_CASES, _NONE),
    "consents": (_CASES, _NONE),
    "sign_offs": (_CASES, _NONE),
    "assignments": (_CASES, _NONE),
    "proceedings": (_CASES, _NONE),
    "team_members": (_CASES, "array(select r.person_id from rows r)"),
    "case_readers": (_CASES, "array(select r.organization_id from rows r)"),
    # Of one invitation, whoever was asked: nobody else's calendar tells of it.
    "invitations": (_NONE, "array(select r.id from rows r union select r.person_id from rows r)"),
    "memberships": (_NONE, "array(select r.person_id from rows r)"),
    "conflict_walls": (_NONE, _ALL),
    "organizations": (_NONE, _ALL),
    "courts": (_NONE, _ALL),
}
#: table → columns that change for reasons of their own, and touch nothing: that somebody opened their page is nobody's
#: to know but by the day.
ASIDE = {"invitations": "{opened_on}"}


def _changed(table: str) -> str:
    """Rows as they were and are, of an update: what stays as it was touches nothing, for reference tables are written
    over each time we start.
    """
    if table not in ASIDE:
        return "((table added except table gone) union all (table gone except table added)) r"
    both = (
        "from added a join gone g on g.id = a.id"
        f" where to_jsonb(a) - '{ASIDE[table]}'::text[] <> to_jsonb(g) - '{ASIDE[table]}'::text[]"
    )
    return f"(select a.* {both} union all select g.* {both}) r"


def upgrade() -> None:
    for statement in FUNCTIONS.split("\n---\n"):
        op.execute(statement)
    for table, (cases, others) in TOUCHING.items():
        perform = f"perform touch_calendars({cases}, {others});"
        rows = {
            "INSERT": perform.replace("rows r", "added r"),
            "DELETE": perform.replace("rows r", "gone r"),
            "UPDATE": perform.replace("rows r", _changed(table)),
        }
        op.execute(
            f"create function touch_by_{table}() returns trigger language plpgsql security definer"
            " set search_path = pg_catalog, public as $$ begin "
            + "".join(f"if tg_op = '{event}' then {body} end if; " for event, body in rows.items())
            + "return null; end $$"
        )
        op.execute(f"revoke all on function touch_by_{table}() from public")
        transition = {"insert": "new table as added", "delete": "old table as gone"}
        for event, tables in {**transition, "update": " ".join(transition.values())}.items():
            op.execute(
                f"create trigger {table}_touch_calendars_{event} after {event} on {table} referencing {tables}"
                f" for each statement execute function touch_by_{table}()"
            )
    op.execute("revoke all on function touch_calendars(uuid[], uuid[]) from public")
    for function in ASKED:
        op.execute(f"revoke all on function {function} from public")
        op.execute(f"grant execute on function {function} to {APP}")


#: What the application may ask.
ASKED = (
    "calendar_snapshot()", "calendar_touched(uuid[], text)", "standing_until()", "calendars_of_case(uuid)",
    "forget_touches()", "public_page_at(text, text)",
)  # fmt: skip


def downgrade() -> None:
    for table in TOUCHING:
        for event in ("insert", "delete", "update"):
            op.execute(f"drop trigger {table}_touch_calendars_{event} on {table}")
        op.execute(f"drop function touch_by_{table}()")
    for function in ("touch_calendars(uuid[], uuid[])", *ASKED):
        op.execute(f"drop function {function}")
