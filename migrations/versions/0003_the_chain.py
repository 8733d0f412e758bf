"""The chain: entries of the trail are sealed, one after the other, and what is sealed can't be changed unseen.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APP = "presencia_app"

#: Each is a statement of its own; a line of dashes keeps them apart.
FUNCTIONS = r"""
-- An entry as bytes that are the same wherever and whenever they are made: what jsonb writes has one form. Restricted
-- values go in as they lie, sealed: the key that opens them may be destroyed, and the chain still holds. These three
-- have no search path of their own, so that they melt into the statement that asks for a million.
create function trail_bytes(entry audit_entries) returns bytea language sql stable as $$
  select convert_to(jsonb_build_array(entry.seq, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    entry.actor_kind, entry.actor_id, entry.actor_name, entry.organization_id, entry.act, entry.subject,
    entry.subject_id, entry.case_id, to_jsonb(entry.records), to_jsonb(entry.fields), entry.before, entry.after,
    encode(entry.sealed, 'hex'), entry.vault_key_id, entry.reason, entry.request_id)::text, 'UTF8')
$$;
---
create function trail_link(before bytea, entry audit_entries) returns bytea language sql stable as
$$ select sha256(coalesce(before, ''::bytea) || trail_bytes(entry)) $$;
---
create function trail_chain(entry audit_entries) returns uuid language sql immutable as
$$ select coalesce(entry.organization_id, '00000000-0000-0000-0000-000000000000'::uuid) $$;
---
-- The newest number that an entry has been given, whether or not it can be seen yet.
create function trail_mark() returns bigint language sql volatile security definer set search_path = pg_catalog, public
as $$ select case when is_called then last_value else 0 end from audit_entries_seq_seq $$;
---
-- Since when an entry waits for its seal; null when none does.
create function trail_unsealed() returns timestamptz language sql stable security definer
set search_path = pg_catalog, public set enable_seqscan = off as $$
  select e.at from audit_entries e where e.seq > coalesce((select max(s.seq) from trail_seals s), 0)
  order by e.seq limit 1
$$;
---
-- Seals entries up to a mark, in the order of their numbers; null while a transaction older than the horizon runs on,
-- which may still bring a lower number. At most ten thousand at once: how many it were.
-- By indexes alone: its plans are made while the table is small.
create function seal_trail(mark bigint, horizon bigint) returns integer language plpgsql volatile security definer
set search_path = pg_catalog, public set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off as $$
declare link record; last record; sealed integer := 0;
begin
  if acting_system() is distinct from 'housekeeping' then
    raise insufficient_privilege using message = 'Only housekeeping seals the trail.';
  end if;
  if pg_snapshot_xmin(pg_current_snapshot())::text::bigint < horizon then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtext('presencia trail'));
  for link in
    select e.seq, trail_chain(e) as chain, e as entry from audit_entries e
    where e.seq > coalesce((select max(s.seq) from trail_seals s), 0) and e.seq <= mark order by e.seq limit 10000
  loop
    select s.place, s.hash into last from trail_seals s where s.chain = link.chain order by s.place desc limit 1;
    insert into trail_seals (chain, place, seq, hash, sealed_at)
    values (link.chain, coalesce(last.place, 0) + 1, link.seq, trail_link(last.hash, link.entry), acting_now());
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
"""


def upgrade() -> None:
    for statement in FUNCTIONS.split("\n---\n"):
        op.execute(statement)
    for function in ("trail_mark()", "trail_unsealed()", "seal_trail(bigint, bigint)"):
        op.execute(f"revoke all on function {function} from public")
        op.execute(f"grant execute on function {function} to {APP}")
    op.execute(f"revoke insert, update on trail_seals from {APP}")
    op.execute(
        "create trigger trail_seals_stay before update or delete on trail_seals"
        " for each row execute function refuse_to_forget()"
    )
    op.execute(
        "create trigger trail_seals_stay_whole before truncate on trail_seals"
        " for each statement execute function refuse_to_forget()"
    )


def downgrade() -> None:
    op.execute("drop trigger trail_seals_stay on trail_seals")
    op.execute("drop trigger trail_seals_stay_whole on trail_seals")
    for function in (
        "seal_trail(bigint, bigint)",
        "trail_mark()",
        "trail_unsealed()",
        "trail_chain(audit_entries)",
        "trail_link(bytea, audit_entries)",
        "trail_bytes(audit_entries)",
    ):
        op.execute(f"drop function {function}")
