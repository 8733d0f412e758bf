"""The second wall: row-level security, denying when no actor is named.

Doors and worker log in as ``presencia_app`` (or become it), a role that owns nothing and bypasses nothing. Each
transaction says who acts in settings that only last as long as it does (``casework.transaction``). Policies read them
through ``(select …)``, so that they are computed once a statement and not once a row. A policy asks first what decides
for nearly every row; the rest stands in a function (:func:`otherwise`).

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

#: Each is a statement of its own; a line of dashes keeps them apart. What asks tables is written in PL/pgSQL, whose
#: plans last as long as the connection; what only asks settings is SQL, which melts into the statement that asks it.
FUNCTIONS = """
create function acting_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('presencia.person', true), '')::uuid $$;
---
create function acting_link() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('presencia.link', true), '')::uuid $$;
---
create function acting_link_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('presencia.link_person', true), '')::uuid $$;
---
create function acting_system() returns text language sql stable parallel safe as
$$ select nullif(current_setting('presencia.system', true), '') $$;
---
create function acting_now() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('presencia.now', true), '')::timestamptz, now()) $$;
---
create function acting() returns boolean language plpgsql stable as $$
begin
  return acting_person() is not null or acting_link() is not null or acting_system() is not null;
end $$;
---
-- What a connection was told beforehand (tell_reader), until it changes (stand_anew).
create function told(name text) returns uuid[] language sql stable parallel safe as
$$ select nullif(current_setting('presencia.' || name, true), '')::uuid[] $$;
---
create function acting_organizations() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if acting_person() is null then
    -- The house itself, or whoever came by a link.
    return '{}';
  end if;
  return coalesce(told('organizations'), (
    select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())));
end $$;
---
-- Organizations whose every case the actor reads: as coordinator; of a legal provider; as supervised staff.
create function acting_wide(legal boolean, counsel boolean) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if acting_person() is null then
    return '{}';
  end if;
  return coalesce(told(case when counsel then 'wide_counsel' when legal then 'wide_legal' else 'wide' end), (
    select coalesce(array_agg(w.organization_id), '{}') from (
      select m.organization_id from memberships m join organizations o on o.id = m.organization_id
      where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
        and (not acting_wide.legal or o.kind = 'legal_provider')
      group by m.organization_id
      having bool_or(m.role = 'coordinator') and (not acting_wide.counsel or bool_or(m.supervised))) w));
end $$;
---
create function acting_legal_organizations() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return coalesce(told('legal_organizations'), (
    select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    join organizations o on o.id = m.organization_id
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and o.kind = 'legal_provider'));
end $$;
---
-- Cases that somebody reads though no organization in which they coordinate leads them: from a seat on the team, for an
-- organization that reads the case still; or because it was shared with an organization of theirs that they read
-- widely. How deep: as a reader, as one of the legal team, and with the key to counsel's compartment. What they read as
-- deep through its lead already is left out: an office may put its coordinator on every team, and a list of ten
-- thousand cases would be asked about each row.
create function sittings(person uuid) returns table (case_id uuid, reader boolean, legal boolean, counsel boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
-- Read once, and not for each of very many rows.
declare instant timestamptz := acting_now();
begin
  return query
    with places as materialized (
      select m.organization_id, o.kind = 'legal_provider' as legal, bool_or(m.role = 'coordinator') as wide,
        bool_or(m.supervised) as supervised
      from memberships m join organizations o on o.id = m.organization_id
      where m.person_id = sittings.person and (m.ended_at is null or m.ended_at > instant)
      group by m.organization_id, o.kind),
    -- Few of very many, before anything else is asked of them.
    seats as materialized (
      select * from (
        select t.case_id, t.organization_id, l.organization_id is null as reader,
          p.legal and t.role <> 'advocate' and l.legal is not true as legal,
          p.legal and t.role <> 'advocate' and (t.role in ('attorney', 'accredited_representative') or p.supervised)
            and (l.legal and l.supervised) is not true as counsel
        from team_members t join places p on p.organization_id = t.organization_id
        left join places l on l.organization_id = t.lead_organization_id and l.wide
        where t.person_id = sittings.person and t.began_at <= instant
          and (t.until is null or t.until > instant)) each
      where each.reader or each.legal or each.counsel)
    select s.case_id, s.reader, s.legal, s.counsel
    from seats s join case_readers r on r.case_id = s.case_id and r.organization_id = s.organization_id
    where r.until is null or r.until > instant
    union all
    select r.case_id, l.organization_id is null, p.legal and l.legal is not true,
      p.legal and p.supervised and (l.legal and l.supervised) is not true
    from places p join case_readers r on r.organization_id = p.organization_id
    left join places l on l.organization_id = r.lead_organization_id and l.wide
    where p.wide and r.organization_id <> r.lead_organization_id and (r.until is null or r.until > instant);
end $$;
---
-- What a conflict wall keeps from somebody: the client it was raised before, every case of theirs, whatever was merged
-- with one of these, in either direction and however often, and whose that is.
create function walled(person uuid) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (with recursive family(id, detainee_id) as (
      select c.id, c.detainee_id from conflict_walls w join cases c on c.id = w.case_id
      where w.lifted_at is null and (w.person_id = walled.person or w.organization_id in (
        select m.organization_id from memberships m
        where m.person_id = walled.person and (m.ended_at is null or m.ended_at > acting_now())))
      union
      -- Each by its index.
      select k.id, k.detainee_id from family f cross join lateral (
        select c.id, c.detainee_id from cases c where c.detainee_id = f.detainee_id
        union all select c.id, c.detainee_id from cases c where c.merged_into_id = f.id
        union all select c.id, c.detainee_id from cases b join cases c on c.id = b.merged_into_id where b.id = f.id) k)
    select coalesce(array_agg(distinct behind.id), '{}') from family f
    cross join lateral (values (f.id), (f.detainee_id)) behind(id));
end $$;
---
create function acting_walled() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  -- Whoever holds a link is kept out like whoever signs in.
  return coalesce(told('walled'), walled(coalesce(acting_person(), acting_link_person())));
end $$;
---
-- No wall stands between the actor and this case or client. Most are told that there is none: policies ask that first.
create function open_to_actor(id uuid) returns boolean language plpgsql stable as $$
begin
  return current_setting('presencia.walled', true) = '{}' or id is null or id <> all (acting_walled());
end $$;
---
create function acting_seats(legal boolean, counsel boolean) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if acting_person() is null then
    return '{}';
  end if;
  return array(select distinct s.case_id from sittings(acting_person()) s
    where case when acting_seats.counsel then s.counsel when acting_seats.legal then s.legal else s.reader end
      and s.case_id <> all (acting_walled()));
end $$;
---
-- What leads the actor to a case: the organizations whose cases they read widely, and single cases. Ids are unique
-- everywhere, so that one list serves.
create function acting_reads(legal boolean, counsel boolean) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return coalesce(told(case when counsel then 'reads_counsel' when legal then 'reads_legal' else 'reads_reader' end),
    acting_wide(legal, counsel) || acting_seats(legal, counsel));
end $$;
---
-- An id is among those in a list of them, as it was told, in words: the list is split there. (To ask where it stands
-- would count every letter before it.)
create function among(ids text, id uuid) returns boolean language sql immutable parallel safe as
$$ select split_part(ids, id::text, 1) <> ids $$;
---
-- The actor reads the case of this row: asked of a single row. Where nothing was told, or it has changed, what holds
-- now.
create function acting_sits(depth text, lead uuid, case_id uuid) returns boolean language sql stable as $$
  select among(current_setting('presencia.reads_' || depth, true), case_id)
    or among(current_setting('presencia.reads_' || depth, true), lead)
    or (told('reads_' || depth) is null and acting_person() is not null
      and acting_reads(depth <> 'reader', depth = 'counsel') && array[lead, case_id])
$$;
---
-- The actor reads this case: widely, or from a seat.
create function acting_reaches(case_id uuid, legal boolean) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return open_to_actor(acting_reaches.case_id) and acting_reads(legal, false) && array[
    (select c.lead_organization_id from cases c where c.id = acting_reaches.case_id), acting_reaches.case_id];
end $$;
---
-- The actor reads a case of this client, to the depth of the legal team or as any reader.
create function acting_reaches_client(detainee_id uuid, legal boolean) returns boolean language plpgsql stable
security definer set search_path = pg_catalog, public as $$
begin
  return open_to_actor(acting_reaches_client.detainee_id) and exists (select 1 from cases c
    where c.detainee_id = acting_reaches_client.detainee_id and acting_reaches(c.id, acting_reaches_client.legal));
end $$;
---
-- The actor's own assignment to this case stands. Behind the wall: assignments' policies ask case_readers,
-- which ask this.
create function acting_accepted(case_id uuid, organization_id uuid) returns boolean language plpgsql stable
security definer set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from assignments a where a.case_id = acting_accepted.case_id
    and a.organization_id = acting_accepted.organization_id and a.attorney_id = acting_person()
    and a.state in ('accepted', 'engaged', 'of_record'));
end $$;
---
-- A consent to tell this audience of dates, or of the place or the bond too, stands now, and the client is held:
-- release asks every consent again. For whoever reads the case, or was asked to something of it: of any other it
-- answers no, as of none.
create function case_consents(case_id uuid, to_audience text, of_place boolean default false,
of_bond boolean default false) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from consents c where c.case_id = case_consents.case_id and c.audience = to_audience
    and (c.place or not of_place)
    and (c.bond or not of_bond)
    and c.purpose = case to_audience when 'officials' then 'tell_officials' when 'press' then 'press'
      when 'public' then 'press' else 'fill_courtroom' end
    and c.state = 'standing' and c.given_at <= acting_now() and c.expires_at > acting_now()
    and exists (select 1 from cases k where k.id = c.case_id and k.custody_status <> 'released'
      and c.given_at >= coalesce(k.consents_asked_again_from, c.given_at)
      -- Last, of what is found alone: most cases have no such consent.
      and ((acting_sits('reader', k.lead_organization_id, k.id) and open_to_actor(k.id))
        or link_sees_case(k.id))));
end $$;
---
-- The cases that an action is about: the one it is kept with, and those added to it. Of two that were merged, the one
-- that was kept.
create function every_case_of_action(action uuid) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return array(
    with found as (
      select a.case_id as id from advocacy_actions a where a.id = every_case_of_action.action and a.case_id is not null
      union select f.case_id from further_cases f
        where f.action_id = every_case_of_action.action and f.taken_off_at is null)
    select c.id from found join cases c on c.id = found.id
    where not exists (select 1 from found other where other.id = c.merged_into_id) order by c.id);
end $$;
---
-- The actor reads one of the cases that were added to an action.
create function acting_shares_action(action uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return acting_person() is not null and exists (select 1 from further_cases f
    where f.action_id = acting_shares_action.action and f.taken_off_at is null and acting_reaches(f.case_id, false));
end $$;
---
-- They are asked by whoever sees the action, for what follows by itself: no page is told of them by this.
create function cases_of_action(action uuid) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if acting_system() is null and not (acting_person() is not null and (acting_shares_action(cases_of_action.action)
    or exists (select 1 from advocacy_actions a where a.id = cases_of_action.action
      and acting_reaches(a.case_id, false)))) then
    return '{}';
  end if;
  return every_case_of_action(cases_of_action.action);
end $$;
---
-- No wall stands between the actor and any case that an action is or was about: its words may name the client still.
create function action_open_to_actor(action uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return not exists (select 1 from further_cases f where f.action_id = action_open_to_actor.action
      and f.case_id = any (acting_walled()))
    and not exists (select 1 from advocacy_actions a where a.id = action_open_to_actor.action
      and a.case_id = any (acting_walled()));
end $$;
---
create function occasion_open_to_actor(occasion uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return not exists (select 1 from advocacy_actions a where a.occasion_id = occasion_open_to_actor.occasion
    and a.of_several and not action_open_to_actor(a.id));
end $$;
---
create function acting_shares_occasion(occasion uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return acting_person() is not null and exists (select 1 from advocacy_actions a
    where a.occasion_id = acting_shares_occasion.occasion and a.of_several and acting_shares_action(a.id));
end $$;
---
-- What says whether an action about several cases is clear: of each case its consents, whose yes counts, and what was
-- signed for it. For whoever sees the action. Verbs follow what changes by the ids; what they call a case is for
-- whoever reads it.
create function action_facts(action uuid) returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from advocacy_actions a where a.id = action_facts.action and a.of_several
    and (acting_system() is not null
      or (acting_person() is not null and action_open_to_actor(a.id)
        and (acting_reaches(a.case_id, false) or acting_shares_action(a.id)))
      or (acting_link() is not null and link_sees_occasion(a.occasion_id)))) then
    return null;
  end if;
  return (select jsonb_agg(jsonb_build_object(
      'case', c.id, 'number', case when acting_reaches(c.id, false) then c.number end,
      'reads', acting_reaches(c.id, false), 'no_publicity', c.no_publicity,
      'kept', c.id = (select a.case_id from advocacy_actions a where a.id = action_facts.action),
      'asked_again', c.consents_asked_again_from,
      'consents', (select coalesce(jsonb_agg(jsonb_build_object(
          'audience', s.audience, 'purpose', s.purpose, 'name_form', s.name_form, 'place', s.place, 'photo', s.photo,
          'story', s.story, 'bond', s.bond, 'state', s.state, 'given_at', s.given_at, 'ended_at', s.ended_at,
          'paused_at', s.paused_at, 'resumed_at', s.resumed_at, 'expires_at', s.expires_at) order by s.id), '[]')
        from consents s where s.case_id = c.id),
      'signed', (select coalesce(jsonb_agg(jsonb_build_object(
          'attorney_id', s.attorney_id, 'capacity', s.capacity, 'said_revision', s.said_revision,
          'given_at', s.given_at) order by s.id), '[]')
        from sign_offs s where s.action_id = action_facts.action and s.case_id = c.id and s.withdrawn_at is null),
      'of_record', (select coalesce(jsonb_agg(s.attorney_id order by s.attorney_id), '[]')
        from assignments s where s.case_id = c.id and s.state = 'of_record')) order by c.id)
    from cases c where c.id = any (every_case_of_action(action_facts.action)));
end $$;
---
-- Of what the public page behind a link tells, while it may be shown: published for the public, no embargo, no "no
-- publicity". Consents and sign-offs are asked besides, by whoever makes the page.
create function page_of_link() returns table (occasion_id uuid, case_id uuid, detainee_id uuid, hearing_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select a.occasion_id, a.case_id, c.detainee_id, a.hearing_id
    from public_pages p join advocacy_actions a on a.id = p.action_id left join cases c on c.id = a.case_id
    where p.id = acting_link() and p.ended_at is null and a.state in ('published', 'done')
      and 'public' = any (a.audiences) and (a.embargo_until is null or a.embargo_until <= acting_now())
      and not exists (select 1 from cases k where k.no_publicity
        and (k.id = a.case_id or (a.of_several and k.id = any (every_case_of_action(a.id)))));
end $$;
---
-- What the person behind a link was asked to, and the cases of it; or what a public page tells of.
create function link_sees_occasion(occasion_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from invitations i where i.person_id = acting_link_person()
    and i.occasion_id = link_sees_occasion.occasion_id
    -- Who comes along is told the hour and the meeting point from two days before.
    and (i.audience <> 'accompanier' or exists (select 1 from occasions o where o.id = i.occasion_id
      and o.starts_at - interval '48 hours' <= acting_now())))
    or exists (select 1 from page_of_link() p where p.occasion_id = link_sees_occasion.occasion_id);
end $$;
---
-- Whose own dates these are: a contact whom the client keeps, by the link of their own page, and no other.
create function link_of_contact(case_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from case_contacts k where k.id = acting_link() and k.person_id = acting_link_person()
    and k.case_id = link_of_contact.case_id and k.ended_at is null);
end $$;
---
create function link_sees_client(detainee_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from invitations i join cases c on c.id = i.case_id
    where i.person_id = acting_link_person() and c.detainee_id = link_sees_client.detainee_id
    and link_sees_occasion(i.occasion_id))
    or exists (select 1 from case_contacts k join cases c on c.id = k.case_id
      where k.id = acting_link() and c.detainee_id = link_sees_client.detainee_id and link_of_contact(k.case_id))
    or exists (select 1 from page_of_link() p where p.detainee_id = link_sees_client.detainee_id);
end $$;
---
create function link_sees_case(case_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from invitations i where i.person_id = acting_link_person()
    and i.case_id = link_sees_case.case_id and link_sees_occasion(i.occasion_id))
    or exists (select 1 from page_of_link() p where p.case_id = link_sees_case.case_id);
end $$;
---
-- The person behind a link may be told where the client is: a contact whom the client has named, or an official who was
-- asked to something of the case, with the client's consent to tell the place, once two sources agree on it.
create function link_sees_place(case_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from case_contacts k where k.case_id = link_sees_place.case_id
      and k.person_id = acting_link_person() and k.ended_at is null)
    or exists (select 1 from invitations i where i.person_id = acting_link_person()
      and i.case_id = link_sees_place.case_id and i.audience = 'official' and i.state <> 'withdrawn'
      and case_consents(i.case_id, 'officials', true)
      and exists (select 1 from whereabouts w where w.case_id = i.case_id and w.confidence = 'confirmed'));
end $$;
---
-- The person behind a link may be told what the bond is, or where to give for it: the amount to a contact whom the
-- client has named; to an official who was asked to something of the case the amount, and to a supporter the fund, with
-- the client's consent to tell of the bond.
create function link_sees_bond(case_id uuid, of_fund boolean) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return not of_fund and exists (select 1 from case_contacts k where k.case_id = link_sees_bond.case_id
      and k.person_id = acting_link_person() and k.ended_at is null)
    or exists (select 1 from invitations i where i.person_id = acting_link_person()
      and i.case_id = link_sees_bond.case_id and i.state <> 'withdrawn'
      and i.audience = case when of_fund then 'supporter' else 'official' end
      and case_consents(i.case_id, case when of_fund then 'supporters' else 'officials' end, false, true));
end $$;
---
-- The hearing around which an action is planned that they were asked to: a card says in which court it is.
create function link_sees_hearing(hearing_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from invitations i join advocacy_actions a on a.occasion_id = i.occasion_id
    where i.person_id = acting_link_person() and a.hearing_id = link_sees_hearing.hearing_id)
    or exists (select 1 from page_of_link() p where p.hearing_id = link_sees_hearing.hearing_id);
end $$;
---
-- Somebody outside the legal team sees an occasion for what stands in it: an action of a case they read or of their own
-- organization; a hearing that advocates may know of; the hearing around which they were asked to an action.
create function acting_sees_occasion(occasion_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if acting_person() is not null then
    return exists (select 1 from advocacy_actions a where a.occasion_id = acting_sees_occasion.occasion_id
        and case when a.case_id is null then a.organization_id = any (acting_organizations())
          else acting_reaches(a.case_id, false) end)
      or acting_shares_occasion(acting_sees_occasion.occasion_id)
      or exists (select 1 from hearings h where h.occasion_id = acting_sees_occasion.occasion_id
        and h.detained and not h.closed_to_public
        and acting_reaches(h.case_id, false) and case_consents(h.case_id, 'advocates'));
  end if;
  return acting_link() is not null and (link_sees_occasion(occasion_id) or exists (
    select 1 from hearings h where h.occasion_id = acting_sees_occasion.occasion_id and link_sees_hearing(h.id)));
end $$;
---
-- Upcoming occasions to which an official is asked who is asked to this one, too, and which leave no time to travel:
-- an hour, or none within one building. Not the hearing around which an action is planned: officials come for both. Of
-- occasions that the actor may not see only those of the same lead organization, whose counsel would ask for another
-- hour; of others' the hour alone would tell of a client.
create function hours_taken(occasion_id uuid) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
declare here occasions;
begin
  select * into here from occasions o where o.id = hours_taken.occasion_id;
  if here.id is null or acting_person() is null or here.state not in ('tentative', 'confirmed')
    or not (case when here.case_id is null then here.organization_id = any (acting_organizations())
      else acting_reaches(here.case_id, false) end) then
    return '{}';
  end if;
  return array(select distinct o.id from invitations mine
    join invitations theirs on theirs.person_id = mine.person_id and theirs.occasion_id <> mine.occasion_id
      and theirs.audience = 'official' and theirs.state not in ('withdrawn', 'not_coming')
    join occasions o on o.id = theirs.occasion_id
    where mine.occasion_id = here.id and mine.audience = 'official' and mine.state not in ('withdrawn', 'not_coming')
      and o.state in ('tentative', 'confirmed')
      and o.starts_at < here.ends_at + case when o.place_street = here.place_street and o.place_city = here.place_city
        then interval '0' else interval '1 hour' end
      and here.starts_at < o.ends_at + case when o.place_street = here.place_street and o.place_city = here.place_city
        then interval '0' else interval '1 hour' end
      and not exists (select 1 from advocacy_actions a join hearings h on h.id = a.hearing_id
        where (a.occasion_id = here.id and h.occasion_id = o.id)
          or (a.occasion_id = o.id and h.occasion_id = here.id))
      and (o.lead_organization_id = here.lead_organization_id
        or coalesce(o.lead_organization_id, o.organization_id) = any (acting_organizations())
        or (o.case_id is not null and acting_reaches(o.case_id, false)))
      -- Behind a conflict wall not even an hour is told.
      and open_to_actor(o.case_id));
end $$;
---
-- An organization that reads a case which the actor's organization leads and the actor coordinates: its members can be
-- given a seat on it.
create function acting_partner(organization_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
declare wide uuid[] := acting_wide(true, false);
begin
  return wide <> '{}' and exists (select 1 from case_readers r
    where r.organization_id = acting_partner.organization_id and (r.until is null or r.until > acting_now())
      and r.lead_organization_id = any (wide));
end $$;
---
-- Somebody on the team of a case the actor reads.
create function acting_beside(person_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from team_members t where t.person_id = acting_beside.person_id
    and acting_reaches(t.case_id, false));
end $$;
---
-- Somebody outside the actor's own address book whom they meet in their work: a colleague, a partner's member, somebody
-- on a team, a family contact or somebody invited on a case of theirs, an attorney who is open to offers, and whoever
-- answers conflict sheets for one.
create function acting_knows(person_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if acting_person() is null then
    return false;
  end if;
  -- The cheapest first: whoever has worked long sits on hundreds of teams.
  return exists (select 1 from attorneys a where a.person_id = acting_knows.person_id
      and (a.organization_id = any (acting_organizations())
        or (a.open_to_offers and cardinality(acting_wide(true, false)) > 0)))
    or exists (select 1 from memberships m where m.person_id = acting_knows.person_id
      and (m.organization_id = any (acting_organizations()) or acting_partner(m.organization_id)))
    or exists (select 1 from case_contacts k where k.person_id = acting_knows.person_id
      and acting_reaches(k.case_id, true))
    or acting_beside(acting_knows.person_id)
    or exists (select 1 from invitations i where i.person_id = acting_knows.person_id
      and acting_reaches(i.case_id, true))
    -- To whom a conflict sheet goes, or would go.
    or exists (select 1 from attorneys a where a.conflicts_contact_id = acting_knows.person_id and a.open_to_offers
      and cardinality(acting_wide(true, false)) > 0)
    or exists (select 1 from conflict_sheets s where s.contact_id = acting_knows.person_id
      and acting_reaches(s.case_id, true));
end $$;
---
-- Somebody in the address book whom nobody has named as a contact of any case.
create function of_no_case_yet(person_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return not exists (select 1 from case_contacts k where k.person_id = of_no_case_yet.person_id);
end $$;
---
-- Somebody named as a contact of a client from whom a wall keeps the actor.
create function behind_wall(person_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from case_contacts k where k.person_id = behind_wall.person_id
    and not open_to_actor(k.case_id));
end $$;
---
-- The actor's organization reads the case still: an ended sharing ends what came of it.
create function acting_still_reads(case_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from case_readers r where r.case_id = acting_still_reads.case_id
    and r.organization_id = any (acting_organizations()) and (r.until is null or r.until > acting_now()));
end $$;
---
-- Organizations whose trail the actor reads: as admin, and as a legal provider's coordinator.
create function acting_audits() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    join organizations o on o.id = m.organization_id
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and (m.role = 'admin' or (m.role = 'coordinator' and o.kind = 'legal_provider')));
end $$;
---
-- The actor is counsel of a case.
create function acting_counsel(case_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from team_members t where t.case_id = acting_counsel.case_id
    and t.person_id = acting_person() and t.role in ('attorney', 'accredited_representative')
    and t.began_at <= acting_now() and (t.until is null or t.until > acting_now()))
    and acting_reaches(case_id, true);
end $$;
---
-- The entries about a record that the actor reads. Behind the wall, because under a policy no index of an array is
-- used: of a million entries each would be looked at.
create function trail_about(record uuid) returns setof bigint language plpgsql stable security definer
set search_path = pg_catalog, public as $$
declare
  audits uuid[] := acting_audits();
  counsel uuid[] := array(select distinct t.case_id from team_members t where t.person_id = acting_person()
    and t.role in ('attorney', 'accredited_representative') and t.began_at <= acting_now()
    and (t.until is null or t.until > acting_now()) and acting_reaches(t.case_id, true));
begin
  if not open_to_actor(trail_about.record) then
    return;
  end if;
  return query select e.seq from audit_entries e where e.records @> array[trail_about.record]
    and (e.organization_id = any (audits) or e.case_id = any (counsel)) and open_to_actor(e.case_id);
end $$;
---
-- Who the actors of these entries are, also where the reader would not meet them otherwise: whoever may ask who saw a
-- record is told who. Behind a link it is the person whom it was made for.
create function trail_people(record uuid) returns table (actor_id uuid, person_id uuid, name bytea,
organization_id uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    with actors as materialized (
      select distinct e.actor_kind, e.actor_id from audit_entries e
      where e.seq = any (array(select trail_about(trail_people.record))) and e.actor_id is not null)
    select a.actor_id, p.id, p.name, p.organization_id from actors a
    left join invitations i on a.actor_kind = 'link' and i.id = a.actor_id
    left join feeds f on a.actor_kind = 'link' and f.id = a.actor_id
    join people p on p.id = case a.actor_kind when 'person' then a.actor_id else coalesce(i.person_id, f.person_id) end;
end $$;
---
-- Organizations whose feeds the actor looks after, besides their own.
create function acting_tends_feeds() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and m.role in ('admin', 'coordinator'));
end $$;
---
-- The case that a legal provider of the actor's leads under this number: for whoever must open it urgently.
create function case_of_house(number integer) returns table (case_id uuid, lead uuid) language plpgsql stable
security definer set search_path = pg_catalog, public as $$
begin
  return query select c.id, c.lead_organization_id from cases c
    where c.number = case_of_house.number and c.lead_organization_id = any (acting_legal_organizations())
      and open_to_actor(c.id);
end $$;
---
-- A wall stands between somebody and a case that the actor reads: for whoever would give them a part in it.
create function walled_from(case_id uuid, person_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (acting_system() in ('operator', 'delivery', 'shifts', 'housekeeping')
      or acting_reaches(walled_from.case_id, false))
    and walled_from.case_id = any (walled(walled_from.person_id));
end $$;
---
-- Who among these people stands before a conflict wall, and what lies behind it for them: the house asks it of a whole
-- batch of letters.
create function walled_among(people uuid[]) returns table (person_id uuid, behind uuid[]) language plpgsql stable
security definer set search_path = pg_catalog, public as $$
begin
  if acting_system() in ('operator', 'delivery') then
    return query select p.id, walled(p.id) from unnest(walled_among.people) p(id) where exists (
      select from conflict_walls w where w.lifted_at is null and (w.person_id = p.id or w.organization_id in (
        select m.organization_id from memberships m
        where m.person_id = p.id and (m.ended_at is null or m.ended_at > acting_now()))));
  end if;
end $$;
---
-- Legal providers in which the actor takes people in.
create function acting_takes_in() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    join organizations o on o.id = m.organization_id
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and o.kind = 'legal_provider' and m.role in ('coordinator', 'paralegal', 'attorney'));
end $$;
---
-- Organizations in which the actor looks into sightings.
create function acting_verifies() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and m.role in ('coordinator', 'advocate', 'paralegal', 'attorney'));
end $$;
---
-- Organizations whose confirmed sightings the actor is shown: their own, and those of which theirs is a partner group;
-- or, to take people in, those of which a legal provider of theirs is one in which they take people in.
create function acting_shown_sightings(to_take_in boolean) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct s.organization_id), '{}') from sighting_shares s
      where s.ended_at is null
        and s.partner_id = any (case when to_take_in then acting_takes_in() else acting_organizations() end))
    || case when to_take_in then '{}'::uuid[] else acting_organizations() end;
end $$;
---
-- The sighting to which a rapid responder was asked by the link they hold, and whose it is.
create function link_sighting(what text) returns uuid language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select case what when 'organization' then d.organization_id else d.sighting_id end
    from sighting_dispatches d where d.id = acting_link() and d.person_id = acting_link_person());
end $$;
---
-- Organizations whose members the actor takes on and lets go.
create function acting_administers() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now()) and m.role = 'admin');
end $$;
---
-- Organizations in which the actor is counsel.
create function acting_counsels() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and m.role in ('attorney', 'accredited_representative'));
end $$;
---
-- Tells a connection who looks, for as long as it lasts or briefly, for this transaction; and works out once what
-- policies ask about them. Gives back their places; the cases they read from a seat or because they were shared
-- (sittings), in three lists: as a reader, in the legal team, with the compartment's key; and what is behind a wall.
create function tell_reader(person text, system text, at text, briefly boolean) returns json language plpgsql
security definer set search_path = pg_catalog, public as $$
declare found record; seats json; behind uuid[]; whose uuid := nullif(person, '')::uuid;
begin
  perform set_config('presencia.link', '', briefly), set_config('presencia.link_person', '', briefly),
    set_config('presencia.person', person, briefly), set_config('presencia.system', system, briefly),
    set_config('presencia.now', at, briefly);
  with held as materialized (
    select m.id, m.created_at, m.organization_id, o.kind, m.role, m.supervised
    from memberships m join organizations o on o.id = m.organization_id
    where m.person_id = whose and (m.ended_at is null or m.ended_at > acting_now()))
  select coalesce(array_agg(organization_id), '{}') as organizations,
    coalesce(array_agg(organization_id) filter (where legal), '{}') as legal_organizations,
    coalesce(array_agg(organization_id) filter (where wide), '{}') as wide,
    coalesce(array_agg(organization_id) filter (where wide and legal), '{}') as wide_legal,
    coalesce(array_agg(organization_id) filter (where wide and legal and supervised), '{}') as wide_counsel,
    (select json_agg(json_build_array(organization_id, kind, role, supervised) order by created_at, id) from held)
      as places
  into found from (
    select organization_id, kind = 'legal_provider' as legal, bool_or(role = 'coordinator') as wide,
      bool_or(supervised) as supervised from held group by organization_id, kind) by_organization;
  behind := case when whose is null then '{}' else walled(whose) end;
  select json_build_array(json_agg(distinct s.case_id) filter (where s.reader),
    json_agg(distinct s.case_id) filter (where s.legal), json_agg(distinct s.case_id) filter (where s.counsel))
  into seats from sittings(whose) s where s.case_id <> all (behind);
  perform set_config('presencia.organizations', found.organizations::text, briefly),
    set_config('presencia.walled', behind::text, briefly),
    set_config('presencia.legal_organizations', found.legal_organizations::text, briefly),
    set_config('presencia.wide', found.wide::text, briefly),
    set_config('presencia.wide_legal', found.wide_legal::text, briefly),
    set_config('presencia.wide_counsel', found.wide_counsel::text, briefly),
    set_config('presencia.reads_reader', (found.wide || listed(seats -> 0))::text, briefly),
    set_config('presencia.reads_legal', (found.wide_legal || listed(seats -> 1))::text, briefly),
    set_config('presencia.reads_counsel', (found.wide_counsel || listed(seats -> 2))::text, briefly);
  return json_build_array(found.places, seats, array_to_json(behind));
end $$;
---
-- Where people stand has changed within this transaction: from here on policies ask again.
create function stand_anew() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform set_config('presencia.' || name, '', true) from unnest(array['organizations', 'legal_organizations', 'wide',
    'wide_legal', 'wide_counsel', 'reads_reader', 'reads_legal', 'reads_counsel', 'walled']) name;
  return null;
end $$;
---
-- Whose session or personal token this is, and where they stand: the connection is told of them at once. Of a session
-- that ended, idled out or never was, or is of somebody who belongs nowhere any more, nothing; and the connection knows
-- nobody. Whoever has the secret's hash is told; nobody else learns that it exists.
create function arrive(hash bytea, bearer boolean, idle interval, seen_every interval, at text) returns table (
person_id uuid, stands json, session_id uuid, proved_at timestamptz, acts boolean, second_step boolean) language plpgsql
security definer set search_path = pg_catalog, public as $$
declare stale boolean;
begin
  perform set_config('presencia.person', '', false), set_config('presencia.system', '', false),
    set_config('presencia.link', '', false), set_config('presencia.link_person', '', false),
    set_config('presencia.now', at, false);
  if bearer then
    select t.person_id, coalesce(t.used_at <= acting_now() - seen_every, true), t.scope = 'act', true
    into person_id, stale, acts, second_step from tokens t
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > acting_now();
  else
    select s.person_id, s.seen_at <= acting_now() - seen_every, s.id, s.proved_at, true, s.second_step
    into person_id, stale, session_id, proved_at, acts, second_step from sessions s
    where s.token_hash = hash and s.ended_at is null and s.expires_at > acting_now()
      and s.seen_at > acting_now() - idle;
  end if;
  if person_id is null or not exists (select 1 from people p where p.id = arrive.person_id and p.removed_at is null)
    or exists (select 1 from logins l where l.person_id = arrive.person_id and l.disabled_at is not null) then
    return;
  end if;
  stands := tell_reader(arrive.person_id::text, '', at, false);
  if json_typeof(stands -> 0) = 'null' then
    perform set_config('presencia.person', '', false);
    return;
  end if;
  if stale and bearer then
    update tokens t set used_at = acting_now() where t.token_hash = hash;
  elsif stale then
    update sessions s set seen_at = acting_now() where s.token_hash = hash;
  end if;
  return next;
end $$;
---
-- The shift behind a link runs now, on the telephone it was bound to, and its volunteer has promised.
create function shift_runs() returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from shifts s where s.id = acting_link() and s.revoked_at is null
    and s.begins_at <= acting_now() and s.ends_at > acting_now()
    and s.bound_at is not null and s.promised_at is not null);
end $$;
---
-- All that a date checker ever gets of any client, and of one only: of the date that their shift was given and has not
-- answered, while the shift runs and the client is held. No policy opens a row of a case, a client or a hearing to a
-- shift's link; so no other column of theirs can be asked for, either.
create function item_of_shift() returns table (check_id uuid, case_id uuid, lead uuid, hearing_id uuid,
detainee_id uuid, number_id uuid, number bytea, legal_name bytea, country_of_birth bytea, starts_at timestamptz,
time_zone text, hour_known boolean, sequence integer) language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if not shift_runs() then
    return;
  end if;
  return query select d.id, c.id, c.lead_organization_id, h.id, c.detainee_id, n.id, n.number, i.legal_name,
      i.country_of_birth, o.starts_at, o.time_zone, o.hour_known, o.sequence
    from date_checks d join hearings h on h.id = d.hearing_id join occasions o on o.id = h.occasion_id
    join cases c on c.id = h.case_id join shifts s on s.id = d.shift_id
    join lateral (select m.id, m.number from detainee_numbers m where m.detainee_id = c.detainee_id
      order by m.id limit 1) n on true
    left join identities i on i.detainee_id = c.detainee_id
    where d.shift_id = acting_link() and d.outcome is null and h.detained and c.closed_at is null
      and c.custody_status not in ('released', 'removed', 'departed', 'died')
      and o.state in ('tentative', 'confirmed') and o.starts_at > acting_now()
      -- Nobody is their own date checker through a wall.
      and c.id <> all (walled(s.started_by_id));
end $$;
---
-- Whether the court's line can be asked about a client at all: for whoever looks for a shift's next date.
create function client_has_number(detainee_id uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return acting_system() = 'shifts'
    and exists (select 1 from detainee_numbers n where n.detainee_id = client_has_number.detainee_id);
end $$;
---
-- The actor is the one contact of a conflict sheet that is still open: what it says is theirs to read.
create function acting_answers_sheet(sheet uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from conflict_sheets s where s.id = acting_answers_sheet.sheet
    and s.contact_id = acting_person() and s.answer is null and s.closed_at is null and s.open_until > acting_now());
end $$;
---
-- Whether the tokens of a sheet and of the attorney's own list have one in common: that and nothing else is told, of an
-- offer that waits for its check, to whoever reads its case. The list counts as it was when the offer was made; and it
-- is asked by one organization at most ten times in thirty days.
create function conflict_found(assignment uuid, tokens bytea[]) returns text language plpgsql stable security definer
set search_path = pg_catalog, public as $$
declare asked record;
begin
  select a.created_at as offered_at, a.lead_organization_id as lead,
    coalesce(k.conflicts_contact_id, a.attorney_id) as owner
  into asked from assignments a join attorneys k on k.person_id = a.attorney_id
  where a.id = conflict_found.assignment and a.state = 'checking' and acting_reaches(a.case_id, true);
  if not found or not exists (select 1 from conflict_names n where n.owner_id = asked.owner
      and n.created_at < asked.offered_at) then
    return 'no_list';
  end if;
  if (select count(*) from conflict_sheets s where s.contact_id = asked.owner and s.found is not null
      and s.lead_organization_id = asked.lead and s.sent_at > acting_now() - interval '30 days') >= 10 then
    return 'asked_often';
  end if;
  return case when exists (select 1 from conflict_tokens t join conflict_names n on n.id = t.name_id
    where t.owner_id = asked.owner and t.token = any (conflict_found.tokens) and n.created_at < asked.offered_at)
    then 'possible' else 'none_found' end;
end $$;
---
-- A check waits for the actor's own list: an accepted offer of theirs, or of a colleague whose contact they are.
create function conflict_check_waits() returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return exists (select 1 from assignments a join attorneys k on k.person_id = a.attorney_id
      where a.state = 'checking' and coalesce(k.conflicts_contact_id, a.attorney_id) = acting_person())
    or exists (select 1 from conflict_sheets s where s.contact_id = acting_person()
      and s.answer is null and s.closed_at is null and s.open_until > acting_now());
end $$;
---
-- What an offer tells of its case, as it stands now, to the attorney it was made to and to whoever reads the case: no
-- other row of it is open to them. The region only once two sources agree on the place; of whoever is not held no date,
-- and of nobody a check-in (DOMAIN 3.3).
create function offer_tells(offer uuid) returns jsonb language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select jsonb_build_object(
      'language', d.language, 'minor', d.minor, 'region', f.state, 'track', p.kind,
      'court', coalesce(k.name, p.other_court),
      'remote', case when n.medium <> 'unknown' then n.medium in ('webex', 'telephonic') end,
      'next_hearing_kind', n.kind, 'next_hearing_date', n.wall_starts::date)
    from assignments a join cases c on c.id = a.case_id join detainees d on d.id = c.detainee_id
    left join whereabouts w on w.case_id = a.case_id and w.confidence = 'confirmed'
    left join facilities f on f.id = w.facility_id
    left join lateral (select h.id, h.court_id, h.proceeding_id, o.kind, o.medium, o.wall_starts
      from hearings h join occasions o on o.id = h.occasion_id
      where h.case_id = a.case_id and h.detained
        and c.custody_status not in ('released', 'removed', 'departed', 'died')
        and o.state in ('tentative', 'confirmed') and o.starts_at > acting_now()
      order by o.starts_at, o.id limit 1) n on true
    left join proceedings p on p.id = coalesce(a.proceeding_id, n.proceeding_id)
    left join courts k on k.id = case when n.id is null then p.court_id else n.court_id end
    where a.id = offer_tells.offer and a.state in ('offered', 'checking')
      and ((a.attorney_id = acting_person() and open_to_actor(a.case_id)) or acting_reaches(a.case_id, true)));
end $$;
---
-- Whether somebody who is open to offers has room for one more case: for whoever looks for counsel, and without a word
-- of which cases they have.
create function counsel_has_room(person uuid) returns boolean language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  if cardinality(acting_wide(true, false)) = 0 then
    return null;
  end if;
  return (select (select count(*) from assignments a where a.attorney_id = k.person_id
      and a.state in ('checking', 'accepted', 'engaged', 'of_record')) < k.most_cases
    from attorneys k where k.person_id = counsel_has_room.person and k.open_to_offers);
end $$;
---
-- Who sits beside an attorney leaves with them, however their seat ends.
create function follow_seat() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  update team_members t set until = new.until where t.follows_id = new.id
    and (t.until is null or (new.until is not null and t.until > new.until));
  return null;
end $$;
---
-- The person was moved after a date of theirs was checked: for whoever looks for a shift's next date.
create function transferred_since(case_id uuid, at timestamptz) returns boolean language plpgsql stable
security definer set search_path = pg_catalog, public as $$
begin
  return acting_system() = 'shifts' and exists (select 1 from custody_stints s
    where s.case_id = transferred_since.case_id and s.release_reason = 'Transferred'
      and s.booked_out_at > transferred_since.at);
end $$;
---
create function listed(ids json) returns uuid[] language sql immutable as
$$ select translate(coalesce(nullif(ids::text, 'null'), '{}'), '[]" ', '{}')::uuid[] $$;
---
-- Whoever writes a row of a case, it is the case itself that says who leads it.
create function lead_of_case() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  new.lead_organization_id := (select c.lead_organization_id from cases c where c.id = new.case_id);
  return new;
end $$;
---
-- Where somebody is held now follows from their stays, whoever writes these.
create function keep_whereabouts() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare touched uuid[];
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct t.case_id from changed t);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct t.case_id from before t);
  else
    touched := array(select t.case_id from changed t union select t.case_id from before t);
  end if;
  with gone as (delete from whereabouts w where w.case_id = any (touched) and not exists (
    select from custody_stints s where s.case_id = w.case_id and s.booked_out_at is null))
  insert into whereabouts (case_id, facility_id, since, confidence, checked_at)
  select distinct on (s.case_id) s.case_id, s.facility_id, s.booked_in_at, s.confidence, s.checked_at
  from custody_stints s where s.case_id = any (touched) and s.booked_out_at is null
  order by s.case_id, s.checked_at desc, s.id desc
  on conflict (case_id) do update set facility_id = excluded.facility_id, since = excluded.since,
    confidence = excluded.confidence, checked_at = excluded.checked_at;
  return null;
end $$;
---
-- What happened at an organization's hearings and check-ins, by entries made in one quarter that is over: groups and
-- how many are in each, of every case that it leads. For the house alone, which tells what can be told of it
-- (casework.comparisons). The quarter is computed here: no other period can be asked for.
create function outcomes_counted(organization uuid, year integer, quarter integer) returns jsonb language plpgsql stable
security definer set search_path = pg_catalog, public as $$
declare
  first_day timestamp := make_timestamp(year, least(greatest(quarter, 1), 4) * 3 - 2, 1, 0, 0, 0);
  began timestamptz := first_day at time zone 'America/New_York';
  ended timestamptz := (first_day + interval '3 months') at time zone 'America/New_York';
begin
  if ended > acting_now() or acting_system() is distinct from 'housekeeping' then
    return null;
  end if;
  return (select coalesce(jsonb_agg(jsonb_build_array(g.kind, g.presence, g.letters, g.press, g.result, g.many)), '[]')
    from (
      select n.kind, case when n.present is null then 'not_counted' when n.present = 0 then 'nobody'
          when n.present <= 9 then 'up_to_9' when n.present <= 29 then 'up_to_29' else 'from_30' end as presence,
        case when n.letters is null then 'not_counted' when n.letters > 0 then 'with' else 'without' end as letters,
        case when n.press is null then 'not_counted' when n.press > 0 then 'with' else 'without' end as press,
        n.result, count(*) as many
      from (
        select d.kind, e.supporters + coalesce(e.officials, 0) as present,
          -- What was gathered for a hearing at actions around it counts as the hearing's.
          greatest(e.letters, around.letters) as letters, greatest(e.press, around.press) as press,
          coalesce(nullif(h.outcome, 'other'), e.result, h.outcome) as result
        from outcomes e join occasions d on d.id = e.occasion_id left join hearings h on h.occasion_id = d.id
        left join lateral (select max(b.letters) as letters, max(b.press) as press
          from advocacy_actions a join outcomes b on b.occasion_id = a.occasion_id
          where a.hearing_id = h.id and b.recorded_at < ended) around on true
        where e.lead_organization_id = outcomes_counted.organization and e.recorded_at >= began
          and e.recorded_at < ended and (h.id is not null or d.kind = 'check_in')) n
      group by 1, 2, 3, 4, 5) g);
end $$;
---
-- Legal providers of whose hearings the actor is told what happened.
create function acting_compares() returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct m.organization_id), '{}') from memberships m
    join organizations o on o.id = m.organization_id
    where m.person_id = acting_person() and (m.ended_at is null or m.ended_at > acting_now())
      and o.kind = 'legal_provider' and m.role <> 'advocate');
end $$;
---
-- A case, a name and a number are of one client for good. No verb moves one: merging moves what is of the merged case,
-- not the case itself. One that moved would show a person to whoever reads another's case.
create function refuse_another_client() returns trigger language plpgsql as
$$ begin raise exception 'It stays with the client it is of.'; end $$;
---
create function refuse_to_forget() returns trigger language plpgsql as
$$ begin raise exception 'The trail is append-only.'; end $$;
"""

DEFINERS = (
    "acting_organizations()",
    "acting_wide(boolean, boolean)",
    "acting_legal_organizations()",
    "acting_reaches(uuid, boolean)",
    "acting_reaches_client(uuid, boolean)",
    "acting_accepted(uuid, uuid)",
    "case_consents(uuid, text, boolean, boolean)",
    "page_of_link()",
    "cases_of_action(uuid)",
    "acting_shares_action(uuid)",
    "acting_shares_occasion(uuid)",
    "action_open_to_actor(uuid)",
    "occasion_open_to_actor(uuid)",
    "action_facts(uuid)",
    "link_sees_bond(uuid, boolean)",
    "link_of_contact(uuid)",
    "hours_taken(uuid)",
    "link_sees_occasion(uuid)",
    "link_sees_case(uuid)",
    "link_sees_place(uuid)",
    "link_sees_client(uuid)",
    "link_sees_hearing(uuid)",
    "acting_sees_occasion(uuid)",
    "acting_partner(uuid)",
    "acting_beside(uuid)",
    "acting_knows(uuid)",
    "acting_still_reads(uuid)",
    "of_no_case_yet(uuid)",
    "behind_wall(uuid)",
    "acting_audits()",
    "acting_counsel(uuid)",
    "trail_about(uuid)",
    "trail_people(uuid)",
    "acting_tends_feeds()",
    "acting_administers()",
    "acting_counsels()",
    "acting_takes_in()",
    "acting_verifies()",
    "acting_shown_sightings(boolean)",
    "link_sighting(text)",
    "case_of_house(integer)",
    "acting_walled()",
    "walled_from(uuid, uuid)",
    "walled_among(uuid[])",
    "shift_runs()",
    "item_of_shift()",
    "client_has_number(uuid)",
    "acting_answers_sheet(uuid)",
    "conflict_found(uuid, bytea[])",
    "conflict_check_waits()",
    "counsel_has_room(uuid)",
    "offer_tells(uuid)",
    "transferred_since(uuid, timestamptz)",
    "outcomes_counted(uuid, integer, integer)",
    "acting_compares()",
    "acting_reads(boolean, boolean)",
    "arrive(bytea, boolean, interval, interval, text)",
    "tell_reader(text, text, text, boolean)",
)

#: Which only those above and triggers ask. They say of anybody whatever they are asked: nobody else may.
BEHIND = (
    "acting_seats(boolean, boolean)", "sittings(uuid)", "walled(uuid)", "lead_of_case()", "tell_of_new_lead()",
    "stand_anew()", "keep_whereabouts()", "follow_seat()", "every_case_of_action(uuid)",
)  # fmt: skip
#: Where people stand follows from these.
STANDING = ("memberships", "organizations", "team_members", "case_readers", "conflict_walls")


def told(name: str, function: str) -> str:
    """What was told beforehand or, where nothing was or it has changed since, what holds now. Asked once a statement,
    and only when a row's turn comes to it.
    """
    return f"(select coalesce(told('{name}'), {function}))::uuid[]"


MINE = told("organizations", "acting_organizations()")
MY_LEGAL = told("legal_organizations", "acting_legal_organizations()")
MY_WIDE_LEGAL = told("wide_legal", "acting_wide(true, false)")
MY_WIDE = told("wide", "acting_wide(false, false)")
TAKES_IN = "(select acting_takes_in())::uuid[]"
ADMINISTERS = "(select acting_administers())::uuid[]"
#: Cheap to ask of each row; a sub-select would be one more node in every plan.
ME = "acting_person()"
LINK_PERSON = "acting_link_person()"
LINK = "acting_link()"
#: Organizations whose links the actor looks after: calendars, and the shifts of date checkers.
TENDS = "(select acting_tends_feeds())::uuid[]"

#: What a contact whom the client keeps is told of: never an action that they were not asked to.
OWN_KINDS = "master_hearing,individual_hearing,bond_hearing,custody_hearing,fear_review,other_hearing,check_in"

#: Tables whose rows belong to a case and keep its lead beside them.
LED = (
    "intakes", "case_contacts", "claims", "health", "team_members", "consents", "proceedings", "custody_stints",
    "locator_checks", "hearings", "occasions", "advocacy_actions", "further_cases", "sign_offs", "public_pages",
    "assignments", "invitations", "notes", "wordings", "safety_plans",
    "privileged_notes", "tasks", "notices", "case_readers", "conflict_walls", "whereabouts", "legal_holds",
    "date_checks", "report_cases", "family_members", "sighting_cases",
    "bonds", "bond_steps", "bond_amounts", "bond_funds", "bond_grounds",
    "documents", "files", "calls", "visits",
    "deadlines",
    "detainers", "incidents", "incident_follow_ups", "preparedness_ticks",
    "outcomes", "outcome_words",
    "expected_courts", "habeas_filings", "supervisions", "check_ins",
    "appearances", "conflict_sheets", "conflict_sheet_contents",
    "decisions", "date_sources",
    "changes", "acknowledgements",
    "consent_interviews", "safeguards", "retractions", "said_revisions", "counsel_answers",
    "seatings", "companions", "attendances",
)  # fmt: skip


def _depth(legal: bool, counsel: bool) -> str:
    return "counsel" if counsel else "legal" if legal else "reader"


def told_reads(legal: bool = False, counsel: bool = False) -> str:
    """What was told beforehand of what the actor reads: organizations whose cases they read widely, and single cases.
    Nothing where nothing was told, or where it has changed since: then no policy's first question holds, and what it
    asks otherwise is decided by what holds now.
    """
    return f"(select told('reads_{_depth(legal, counsel)}'))::uuid[]"


def reads(column: str = "case_id", **depth: bool) -> str:
    """The actor reads the row's case: one list is asked for its lead and for the case itself at once."""
    return f"{told_reads(**depth)} && array[lead_organization_id, {column}]"


def sits(column: str = "case_id", *, legal: bool = False, counsel: bool = False) -> str:
    """The same, asked of single rows: also where nothing was told."""
    return f"acting_sits('{_depth(legal, counsel)}', lead_organization_id, {column})"


def reach(column: str, *, legal: bool = False, counsel: bool = False) -> str:
    """The actor reads the row's case: as a coordinator of its lead, or from a seat, be it one on its team or one in an
    organization with which it is shared. The row says itself who leads its case: no other table is asked.
    """
    return f"({reads(column, legal=legal, counsel=counsel)} or {sits(column, legal=legal, counsel=counsel)})"


def system(*names: str) -> str:
    quoted = ", ".join(f"'{name}'" for name in names)
    return f"current_setting('presencia.system', true) in ({quoted})"


def linked(function: str, column: str) -> str:
    return f"({LINK} is not null and {function}({column}))"


#: table → (columns that decide, what is asked of them): see :func:`otherwise`.
OTHERWISE: dict[str, tuple[str, str]] = {}
#: Columns of those that are no ids.
_KINDS = {"confidence": "text", "detained": "boolean", "closed_to_public": "boolean", "state": "text", "kind": "text",
          "audience": "text", "due_at": "timestamptz", "of_several": "boolean"}  # fmt: skip


def otherwise(table: str, *columns: str, seen: str) -> str:
    """What shows a row when the first question does not, asked by a function. A policy stands in every plan that names
    its table, and whatever stands in it is made ready whenever a statement starts; a function costs nothing until it is
    called.
    """
    OTHERWISE[table] = ", ".join(f"{column} {_KINDS.get(column, 'uuid')}" for column in columns), seen
    return f"{table}_otherwise({', '.join(columns)})"


def led(table: str, *columns: str, also: str = "", legal: bool = False, counsel: bool = False) -> str:
    """:func:`reach` of a row of a case, and what else shows it."""
    seen = sits(legal=legal, counsel=counsel) + (f" or {also}" if also else "")
    wide = reads(legal=legal, counsel=counsel)
    return f"{wide} or " + otherwise(table, "case_id", "lead_organization_id", *columns, seen=seen)


#: Most are told that no wall stands before them: asked once a statement.
NO_WALL = "(select current_setting('presencia.walled', true) = '{}')"


def few(column: str, *, wide: bool = False) -> str:
    """One of the actor's organizations; of those whose cases they read widely. Asked of single rows."""
    name, function = ("wide", "acting_wide(false, false)") if wide else ("organizations", "acting_organizations()")
    return f"{column} = any (coalesce(told('{name}'), {function}))"


OF_MY_HOUSE = f"(case_id is null and {few('organization_id')})"


def of_client(table: str, column: str = "detainee_id", *, legal: bool = True, also: str = "") -> str:
    """The actor reads a case of this client. A client's organization leads every case of theirs."""
    seen = f"acting_sits('{_depth(legal, False)}', organization_id, {column})"
    seen += f" or acting_reaches_client({column}, {str(legal).lower()})" + (f" or {also}" if also else "")
    return f"organization_id = any ({told_reads(legal)}) or " + otherwise(table, column, "organization_id", seen=seen)


def case_or_mine(table: str, **depth: bool) -> str:
    return (
        f"({reach(f'{table}.case_id', **depth)}"
        f" or ({table}.case_id is null and {table}.organization_id = any ({MINE})))"
    )


ANYONE = "(select acting())"
LINKED_OCCASION = linked("link_sees_occasion", "occasion_id")
LINKED_CASE = linked("link_sees_case", "case_id")
SEES_DATE_CHECK = "exists (select 1 from date_checks d where d.shift_id = shifts.id)"
#: Whoever reads a public page is nobody of ours: what was written to people about it is not theirs to see.
SOMEBODY = f"({LINK} is null or {LINK_PERSON} is not null)"
SEES_OCCASION = f"({SOMEBODY} and exists (select 1 from occasions o where o.id = occasion_id))"
#: Nor is it for whoever holds another's link: who else was asked, and whether they said that they know.
STAFF_SEES_OCCASION = f"({LINK} is null and exists (select 1 from occasions o where o.id = occasion_id))"


def of_kept(table: str) -> str:
    """What is written beside the hour of an action about several cases is for whoever reads the one it is kept with."""
    return f"({LINK} is not null or {table}.case_id is null or {reach(f'{table}.case_id')})"


MY_FEED = f"exists (select 1 from feeds f where f.id = feed_id and f.person_id = {ME})"
SEES_ACKNOWLEDGEMENT = "exists (select 1 from acknowledgements a where a.id = acknowledgement_id)"
#: In a function's words, where each is an argument.
SEES_NOTICE = (
    f"{SOMEBODY} and ((occasion_id is not null and exists (select 1 from occasions o where o.id = occasion_id))"
    " or (assignment_id is not null and exists (select 1 from assignments a where a.id = assignment_id))"
    " or (sign_in_link_id is not null and exists (select 1 from sign_in_links l where l.id = sign_in_link_id)))"
)

#: Whoever accepted an offer opens the file for themselves and their organization.
ACCEPTED = "acting_accepted({table}.case_id, {table}.organization_id)"

#: A report of an arrest: its group's coordinators and whoever of it made it; at the provider, who takes people in.
REPORTED_BY = f"(organization_id = any ({MY_WIDE}) or (made_by_id = {ME} and organization_id = any ({MINE})))"
REPORTED_TO = f"provider_id = any ({TAKES_IN})"
REPORT = "exists (select 1 from arrest_reports r where r.id = report_id and ({which}))"
#: What it says, and who may make an end of it: for the provider only while it waits.
REPORT_CONTENTS = REPORT.format(which=f"{REPORTED_BY} or (r.state = 'waiting' and {REPORTED_TO})")

#: A sighting: who looks into it, within its 72 hours; once it is confirmed its organization and partner groups; and the
#: rapid responder who was asked to it.
VERIFIES = "(select acting_verifies())::uuid[]"
SIGHTING = (
    f"(organization_id = any ({VERIFIES}) and (state = 'confirmed' or held_at is not null"
    " or told_at > acting_now() - interval '72 hours'))"
    " or (state = 'confirmed' and organization_id = any ((select acting_shown_sightings(false))::uuid[]))"
    # For as long as somebody who goes there may find something.
    " or (acting_link() is not null and state <> 'unfounded' and seen_at > acting_now() - interval '24 hours'"
    " and id = (select link_sighting('sighting')))"
)
#: What was typed and sent, whole: who looks into it, and who takes people in at a legal provider to which the witness
#: agreed.
SIGHTING_OF = (
    "exists (select 1 from sightings s where s.id = sighting_id and acting_person() is not null"
    f" and (s.organization_id = any ({VERIFIES}){{or_agreed}}))"
)
TAKES_SIGHTINGS = "s.organization_id = any ((select acting_shown_sightings(true))::uuid[])"
SIGHTING_WHOLE = SIGHTING_OF.format(
    or_agreed=f" or ({TAKES_SIGHTINGS}"
    " and exists (select 1 from sighting_reporters r where r.sighting_id = s.id and r.legal_may_ask))"
)
SIGHTING_WRITTEN = f"{SIGHTING_OF.format(or_agreed='')} or {system('sightings')}"

#: A file by its audience: counsel, the legal team, and advocates while the client's consent stands.
FILES = (
    f"(({reach('files.case_id', legal=True)} and files.audience <> 'counsel')"
    f" or {reach('files.case_id', counsel=True)}"
    f" or (files.audience = 'advocates' and files.taken_away_at is null and {reach('files.case_id')}"
    f" and case_consents(files.case_id, 'advocates')))"
)
#: Whoever may write one: none into a compartment whose key they lack.
FILES_WRITTEN = (
    f"(({reach('files.case_id', legal=True)} and files.audience <> 'counsel')"
    f" or {reach('files.case_id', counsel=True)})"
)
FILE = "exists (select 1 from files f where f.id = file_id{more})"

#: An incident is for the legal team, or kept for counsel; what follows it is for whoever sees it.
INCIDENT = (
    f"((seen_by = 'legal_team' and {reach('incidents.case_id', legal=True)})"
    f" or {reach('incidents.case_id', counsel=True)})"
)
#: Counsel sees how many come, and nobody's name.
IS_COUNSEL = (
    f"exists (select 1 from team_members m where m.case_id = companions.case_id and m.person_id = {ME}"
    " and m.role in ('attorney', 'accredited_representative'))"
)
LEADS = f"exists (select 1 from advocacy_actions a where a.occasion_id = companions.occasion_id and a.lead_id = {ME})"
SEES_INCIDENT = "exists (select 1 from incidents i where i.id = incident_id)"

#: table → (who sees a row, who may write a row). "" for writing means only the operator.
WALL: dict[str, tuple[str, str]] = {
    # Public facts.
    "facilities": (ANYONE, ""),
    "courts": (ANYONE, ""),
    "hearing_locations": (ANYONE, ""),
    "organizations": (ANYONE, ""),
    # Whoever may read what it sealed needs it to open that; and people make one for whatever they begin.
    "vault_keys": (ANYONE, f"{ME} is not null or {system('sightings')}"),
    "memberships": (
        f"organization_id = any ({MINE}) or person_id = {ME}"
        f" or {system('sign_in', 'links', 'delivery', 'housekeeping', 'retention')} or acting_partner(organization_id)",
        f"organization_id = any ({ADMINISTERS})",
    ),
    # People.
    "people": (
        # A colleague's clients and family contacts are nobody else's to know.
        "(kind not in ('family_contact', 'client')"
        " and organization_id = any ((select told('organizations'))::uuid[])) or "
        + otherwise(
            "people",
            "id",
            "organization_id",
            "kind",
            seen=f"id = {ME} or id = {LINK_PERSON} or {system('sign_in', 'delivery', 'housekeeping', 'shifts')}"
            f" or ({few('organization_id')} and (kind not in ('family_contact', 'client')"
            f" or ({few('organization_id', wide=True)} or of_no_case_yet(id)) and not behind_wall(id)))"
            " or acting_knows(id)",
        ),
        # What somebody without an account wishes is written for them, by the door that was shown their link.
        f"organization_id = any ({MINE}) or id = {ME} or {system('delivery')}",
    ),
    "contacts": (
        f"(organization_id = any ({MINE}) and exists (select 1 from people p where p.id = person_id))"
        f" or person_id = {ME} or person_id = {LINK_PERSON} or {system('delivery')}",
        f"organization_id = any ({MINE}) or person_id = {ME} or {system('delivery')}",
    ),
    # One's own browsers are nobody else's, not even to count.
    "push_subscriptions": (f"person_id = {ME} or {system('delivery')}", f"person_id = {ME} or {system('delivery')}"),
    # What somebody has read is theirs alone.
    "inbox_marks": (f"person_id = {ME}", f"person_id = {ME}"),
    # Only the house reads what came in; what a human must read is a task.
    "inbound_messages": (system("delivery"), system("delivery")),
    "attorneys": (
        f"organization_id = any ({MINE}) or person_id = {ME}"
        f" or (open_to_offers and cardinality({MY_WIDE_LEGAL}) > 0)"
        f" or acting_beside(person_id) or {system('housekeeping')}",
        f"organization_id = any ({MINE}) or person_id = {ME}",
    ),
    # Days away, for who offers cases and for the own organization: a colleague on a team is told nothing of them.
    "absences": (
        f"organization_id = any ({MINE}) or person_id = {ME} or (cardinality({MY_WIDE_LEGAL}) > 0"
        " and exists (select 1 from attorneys a where a.person_id = absences.person_id and a.open_to_offers))",
        f"organization_id = any ({MINE}) or person_id = {ME}",
    ),
    "received_acts": (f"person_id = {ME}", f"person_id = {ME}"),
    **{
        table: (f"person_id = {ME} or {system('sign_in')}", f"person_id = {ME} or {system('sign_in')}")
        for table in ("logins", "authenticators", "recovery_codes", "passkeys", "challenges", "provider_identities")
    },
    # Whoever runs the deployment says whom an organization trusts.
    "identity_providers": (f"organization_id = any ({MINE}) or {system('sign_in')}", ""),
    # When an organization reminds whom: its own, and the house's, which plans by it.
    "notice_plans": (
        f"organization_id = any ({MINE}) or {system('delivery')}",
        f"organization_id = any ({MINE})",
    ),
    "sign_in_links": (
        f"organization_id = any ({ADMINISTERS}) or {system('sign_in', 'delivery')}",
        f"organization_id = any ({ADMINISTERS}) or {system('sign_in')}",
    ),
    "sessions": (
        f"person_id = {ME} or {system('sign_in', 'housekeeping')}",
        f"person_id = {ME} or {system('sign_in', 'housekeeping')}",
    ),
    "tokens": (f"person_id = {ME} or {system('sign_in')}", f"person_id = {ME} or {system('sign_in')}"),
    # The house ends those of whoever left.
    "app_passwords": (
        f"person_id = {ME} or {system('sign_in', 'housekeeping')}",
        f"person_id = {ME} or {system('sign_in', 'housekeeping')}",
    ),
    # The case and its team.
    "cases": (
        f"{reads('id')} or "
        + otherwise(
            "cases",
            "id",
            "lead_organization_id",
            "coordinator_id",
            seen=f"{sits('id')} or {system('delivery', 'housekeeping', 'shifts')} or {linked('link_sees_case', 'id')}"
            f" or {linked('link_of_contact', 'id')}"
            f" or (coordinator_id = {ME} and {few('lead_organization_id')})",
        ),
        f"{reach('cases.id')} or (coordinator_id = {ME} and lead_organization_id = any ({MY_LEGAL}))"
        # Locked, so that a merge and what a date checker heard wait for each other.
        f" or {system('housekeeping', 'shifts')}",
    ),
    "case_readers": (
        "lead_organization_id = any ((select told('organizations'))::uuid[]) or "
        + otherwise(
            "case_readers",
            "organization_id",
            "lead_organization_id",
            seen=f"{few('organization_id')} or {few('lead_organization_id')} or {system('delivery', 'housekeeping')}",
        ),
        # The house, where a conflict check came out clear.
        f"lead_organization_id = any ({MY_LEGAL}) or {ACCEPTED.format(table='case_readers')}"
        f" or {system('housekeeping')}",
    ),
    "team_members": (
        led("team_members", "person_id", also=f"{system('delivery', 'housekeeping')} or person_id = {ME}"),
        f"{reach('team_members.case_id', legal=True)} or lead_organization_id = any ({MY_LEGAL})"
        f" or (person_id = {ME} and {ACCEPTED.format(table='team_members')}) or {system('housekeeping')}",
    ),
    "detainees": (
        of_client(
            "detainees",
            "id",
            legal=False,
            also=f"{system('delivery', 'housekeeping')} or {linked('link_sees_client', 'id')}",
        ),
        f"organization_id = any ({MY_LEGAL})",
    ),
    "identities": (of_client("identities"), f"organization_id = any ({MY_LEGAL})"),
    "detainee_numbers": (of_client("detainee_numbers"), f"organization_id = any ({MY_LEGAL})"),
    "aliases": (of_client("aliases"), f"organization_id = any ({MY_LEGAL})"),
    "name_tokens": (of_client("name_tokens"), f"organization_id = any ({MY_LEGAL})"),
    "merges": ("acting_reaches(kept_case_id, true)", "acting_reaches(kept_case_id, true)"),
    # The legal team's tables.
    **{
        table: (led(table, legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("intakes", "notes", "family_members", "deadlines")
    },
    # Transfers, and what comes after release. The house watches over whom nobody can find, and rings.
    **{
        table: (f"{reads} or {system('housekeeping')}", reads)
        for table in ("custody_stints", "locator_checks", "expected_courts")
        for reads in (reach(f"{table}.case_id", legal=True),)
    },
    **{
        table: (reach(f"{table}.case_id", legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("habeas_filings", "supervisions")
    },
    # The office is for the legal team, and for letters to the contacts whom the client keeps.
    "check_ins": (
        f"{reach('check_ins.case_id', legal=True)} or {system('delivery')} or {linked('link_of_contact', 'case_id')}",
        reach("check_ins.case_id", legal=True),
    ),
    # Anybody may raise one before themselves.
    "conflict_walls": (
        led("conflict_walls", legal=True),
        f"{reach('conflict_walls.case_id', legal=True)} or (person_id = {ME} and raised_by_id = {ME})",
    ),
    # Written by the stays alone.
    "whereabouts": (
        led(
            "whereabouts",
            "confidence",
            legal=True,
            also=f"{system('delivery')} or {linked('link_sees_place', 'case_id')}"
            f" or (confidence = 'confirmed' and {sits()}"
            " and case_consents(case_id, 'advocates', true))",
        ),
        "",
    ),
    "proceedings": (
        led("proceedings", legal=True, also=system("delivery", "housekeeping")),
        reach("proceedings.case_id", legal=True),
    ),
    "case_contacts": (
        led(
            "case_contacts", "person_id", legal=True, also=f"{system('links', 'delivery')} or person_id = {LINK_PERSON}"
        ),
        reach("case_contacts.case_id", legal=True),
    ),
    # Counsel's compartment.
    **{
        table: (led(table, counsel=True), reach(f"{table}.case_id", counsel=True))
        for table in ("privileged_notes", "claims", "health")
    },
    # What occurs.
    "hearings": (
        # The legal team, and advocates with the client's consent: of open hearings of somebody who is held.
        led(
            "hearings",
            "id",
            "occasion_id",
            "detained",
            "closed_to_public",
            legal=True,
            also=f"(detained and not closed_to_public and {sits()} and case_consents(case_id, 'advocates'))"
            f" or {system('delivery', 'housekeeping', 'shifts')} or {LINKED_OCCASION}"
            f" or {linked('link_sees_hearing', 'id')} or {linked('link_of_contact', 'case_id')}",
        ),
        f"{reach('hearings.case_id', legal=True)} or {system('shifts')}",
    ),
    "occasions": (
        led(
            "occasions",
            "id",
            "organization_id",
            "kind",
            legal=True,
            also=f"{system('delivery', 'housekeeping', 'shifts')} or {OF_MY_HOUSE}"
            f" or (kind = any ('{{{OWN_KINDS}}}') and {linked('link_of_contact', 'case_id')})"
            f" or (({LINK} is not null or {sits()}) and acting_sees_occasion(id)) or acting_shares_occasion(id)",
        ),
        # Whoever takes back what an action about several cases stood on calls it off, whose ever it is.
        f"{case_or_mine('occasions')} or acting_shares_occasion(id)",
    ),
    "advocacy_actions": (
        led(
            "advocacy_actions",
            "id",
            "organization_id",
            "occasion_id",
            "of_several",
            also=f"{OF_MY_HOUSE} or {system('delivery', 'housekeeping')} or {LINKED_OCCASION}"
            " or (of_several and acting_shares_action(id))",
        ),
        f"{case_or_mine('advocacy_actions')}"
        f" or (of_several and (acting_shares_action(id) or {system('delivery', 'housekeeping')}))",
    ),
    # Of the case that was added: whoever reads the action alone is not told which that is. Any side may take it off.
    "further_cases": (
        led("further_cases", also=system("delivery", "housekeeping")),
        f"{reach('further_cases.case_id')} or {system('housekeeping')}",
    ),
    "sign_offs": (
        led("sign_offs", also=f"{system('delivery', 'housekeeping')} or {LINKED_CASE}"),
        reach("sign_offs.case_id"),
    ),
    "public_pages": (
        led("public_pages", "id", "organization_id", also=f"{OF_MY_HOUSE} or {system('delivery')} or id = {LINK}"),
        case_or_mine("public_pages"),
    ),
    # What an action says is part of it.
    "wordings": (
        f"{reach('wordings.case_id')} or {OF_MY_HOUSE} or {system('delivery', 'housekeeping')}"
        " or acting_shares_action(action_id)",
        case_or_mine("wordings"),
    ),
    # For the organization that plans it, of those who read its case. No link leads here.
    "safety_plans": (
        f"organization_id = any ({MINE}) and {case_or_mine('safety_plans')}",
        f"organization_id = any ({MINE}) and {case_or_mine('safety_plans')}",
    ),
    "consents": (
        led("consents", also=f"{system('delivery', 'housekeeping')} or {LINKED_CASE}"),
        reach("consents.case_id"),
    ),
    # How the client was asked, and whose yes is needed besides: the legal team's.
    **{
        table: (reach(f"{table}.case_id", legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("consent_interviews", "safeguards")
    },
    # What can't be recalled: the legal team's, and whoever is to call about it. Whoever hears that a consent is taken
    # back has it written by the house.
    "retractions": (
        f"{reach('retractions.case_id', legal=True)} or {system('delivery')}"
        f" or (caller_id = {ME} and {reach('retractions.case_id')})",
        f"{reach('retractions.case_id', legal=True)} or {system('delivery')}"
        f" or (caller_id = {ME} and {reach('retractions.case_id')})",
    ),
    # What was said, and counsel's word on it: for whoever plans it.
    "said_revisions": (
        f"{reach('said_revisions.case_id')} or {system('delivery', 'housekeeping')} or (case_id is null"
        f" and {LINK} is null and exists (select 1 from advocacy_actions a where a.id = action_id))"
        " or acting_shares_action(action_id)",
        f"{reach('said_revisions.case_id')} or {system('delivery', 'housekeeping')} or (case_id is null"
        f" and {LINK} is null and exists (select 1 from advocacy_actions a where a.id = action_id))",
    ),
    "counsel_answers": (reach("counsel_answers.case_id"), reach("counsel_answers.case_id")),
    "assignments": (
        # Behind a link only that somebody is of record is asked: an action's sign-off hangs on it.
        led(
            "assignments",
            "attorney_id",
            "state",
            also=f"{system('delivery', 'housekeeping')} or attorney_id = {ME}"
            f" or (state = 'of_record' and {LINKED_CASE})",
        ),
        f"attorney_id = {ME} or {reach('assignments.case_id')} or {system('housekeeping')}",
    ),
    # Representation: forms that were entered; conflict sheets, for their one contact while they are open; and lists
    # that are their owner's alone.
    "appearances": (
        f"{reach('appearances.case_id', legal=True)} or {system('housekeeping')}",
        reach("appearances.case_id", legal=True),
    ),
    "conflict_sheets": (
        f"{reach('conflict_sheets.case_id', legal=True)} or contact_id = {ME} or {system('housekeeping')}",
        f"{reach('conflict_sheets.case_id', legal=True)} or contact_id = {ME} or {system('housekeeping')}",
    ),
    "conflict_sheet_contents": (
        f"{reach('conflict_sheet_contents.case_id', legal=True)} or acting_answers_sheet(id)",
        reach("conflict_sheet_contents.case_id", legal=True),
    ),
    "conflict_names": (f"owner_id = {ME}", f"owner_id = {ME}"),
    "conflict_tokens": (f"owner_id = {ME}", f"owner_id = {ME}"),
    "invitations": (
        led(
            "invitations",
            "organization_id",
            "person_id",
            also=f"{OF_MY_HOUSE} or {system('links', 'delivery', 'housekeeping')} or person_id = {LINK_PERSON}",
        ),
        # The house writes what they answered by text.
        f"person_id = {LINK_PERSON} or {system('delivery')} or {case_or_mine('invitations')}",
    ),
    # Seats, and who goes with whom: of what somebody behind a link says, the house asks the rest on their behalf.
    "seatings": (
        f"{case_or_mine('seatings')} or {system('delivery', 'housekeeping')}"
        f" or ({LINK_PERSON} is not null and {LINKED_OCCASION})",
        f"{case_or_mine('seatings')} or {system('delivery')}",
    ),
    "companions": (
        f"({reach('companions.case_id', legal=True)} and not {IS_COUNSEL}) or {system('delivery')}"
        f" or person_id = {LINK_PERSON}"
        f" or (case_id is null and organization_id = any ({MINE}))"
        f" or ({reach('companions.case_id')} and {LEADS})",
        f"{case_or_mine('companions')} or {system('delivery')}",
    ),
    "attendances": (
        f"{case_or_mine('attendances')} or {system('delivery')}",
        f"{case_or_mine('attendances')} or {system('delivery')}",
    ),
    # Lists of the address book.
    **dict.fromkeys(("people_lists", "people_list_entries"), (f"organization_id = any ({MINE})",) * 2),
    # What somebody brings to be imported: theirs alone. The house finds what waits, and reads no row of it.
    "spreadsheets": (
        f"(brought_by_id = {ME} and organization_id = any ({MINE})) or {system('housekeeping')}",
        # It stops what nobody may go on with.
        f"(brought_by_id = {ME} and organization_id = any ({MINE})) or {system('housekeeping')}",
    ),
    "remembered_columns": (f"organization_id = any ({MINE})",) * 2,
    "spreadsheet_rows": (f"brought_by_id = {ME} and organization_id = any ({MINE})",) * 2,
    # Views of the board: one's own, and those that are shared with the organization.
    "saved_views": (
        f"organization_id = any ({MINE}) and (person_id = {ME} or shared_at is not null)",
        f"organization_id = any ({MINE}) and (person_id = {ME} or shared_at is not null)",
    ),
    "view_marks": (
        f"organization_id = any ({MINE}) and person_id = {ME}",
        f"organization_id = any ({MINE}) and person_id = {ME}",
    ),
    "feeds": (
        f"person_id = {ME} or person_id = {LINK_PERSON} or {system('links', 'delivery', 'housekeeping')}"
        " or organization_id = any ((select acting_tends_feeds())::uuid[])",
        f"person_id = {ME} or {system('links', 'housekeeping')}"
        " or organization_id = any ((select acting_tends_feeds())::uuid[])",
    ),
    # What devices were told of a feed: whoever owns it.
    "synced_feeds": (MY_FEED, MY_FEED),
    "synced_entries": (MY_FEED, MY_FEED),
    # What calendars are given: the house's, for whoever holds an address.
    # A thousand at a time: asked once a statement.
    "calendar_pieces": (f"(select {system('links')})", system("links")),
    "feed_contents": (system("links"), system("links")),
    "calendar_touches": (system("links"), ""),
    "notices": (
        # Letters go by the thousand: what delivers them, and what takes them away, is asked about first, and asks
        # nothing of the row.
        f"{system('delivery', 'housekeeping', 'retention')} or "
        + led(
            "notices",
            "occasion_id",
            "assignment_id",
            "sign_in_link_id",
            "invitation_id",
            "person_id",
            "audience",
            "due_at",
            legal=True,
            # Whoever comes along to a check-in finds none of theirs before they may know of it: it tells the hour.
            also=f"((person_id in ({ME}, {LINK_PERSON}) or invitation_id = {LINK})"
            " and (audience <> 'accompanier' or due_at <= acting_now()))"
            f" or ({LINK} is null and {SEES_NOTICE})",
        ),
        f"{system('delivery', 'housekeeping')} or {reads(legal=True)} or notices_written("
        "case_id, lead_organization_id, occasion_id, assignment_id, sign_in_link_id)",
    ),
    # Changes that people were told of, and who has said that they know: as with the letters about them. Who comes along
    # to a check-in owes no word, and finds none of theirs.
    **{
        table: (
            f"{reach(f'{table}.case_id', legal=True)} or {system('delivery', 'housekeeping')} or {seen}",
            f"{reach(f'{table}.case_id')} or {system('delivery', 'housekeeping')} or {seen}",
        )
        for table, seen in (
            ("changes", f"({SEES_OCCASION} and {of_kept('changes')})"),
            (
                "acknowledgements",
                f"(person_id in ({ME}, {LINK_PERSON}) and audience <> 'accompanier')"
                f" or ({STAFF_SEES_OCCASION} and {of_kept('acknowledgements')})",
            ),
        )
    },
    "escalations": (SEES_ACKNOWLEDGEMENT, f"{system('delivery')} and {SEES_ACKNOWLEDGEMENT}"),
    # Who is on duty is for everybody who works there.
    "duty_turns": (
        f"organization_id = any ({MINE}) or {system('delivery')}",
        f"organization_id = any ({TENDS})",
    ),
    "receipts": (
        # For people: whoever else of the house sees letters has no business with how they were carried.
        f"{system('delivery')} or ({ME} is not null and exists (select 1 from notices n where n.id = notice_id))",
        system("delivery"),
    ),
    "tasks": (
        led(
            "tasks",
            "organization_id",
            "owner_id",
            "created_by_id",
            "action_id",
            legal=True,
            also=f"{OF_MY_HOUSE} or (action_id is not null and {sits()})"
            f" or {system('delivery', 'housekeeping', 'shifts')}"
            f" or ((owner_id = {ME} or created_by_id = {ME}) and (case_id is null or acting_still_reads(case_id)))",
        ),
        f"{system('delivery', 'housekeeping', 'shifts')} or owner_id = {ME} or {case_or_mine('tasks')}",
    ),
    # Date checkers: their own shift, whether it runs or not, and what they were given while it does.
    "shifts": (
        f"organization_id = any ({TENDS}) or id = {LINK} or {system('links', 'shifts')} or {SEES_DATE_CHECK}",
        f"organization_id = any ({TENDS}) or id = {LINK} or {system('shifts')}",
    ),
    "date_checks": (
        f"{reach('date_checks.case_id', legal=True)} or {system('shifts')}"
        f" or (shift_id = {LINK} and (select shift_runs()))",
        # The legal team's only where cases are merged.
        f"{reach('date_checks.case_id', legal=True)} or {system('shifts')}",
    ),
    # Proceedings and verification. What a date checker heard is written by the house.
    "decisions": (reach("decisions.case_id", legal=True), reach("decisions.case_id", legal=True)),
    "date_sources": (
        f"{reach('date_sources.case_id', legal=True)} or {system('shifts')}",
        f"{reach('date_sources.case_id', legal=True)} or {system('shifts')}",
    ),
    "court_access_reports": (
        f"cardinality({MINE}) > 0",
        f"reported_by_id = {ME} and organization_id = any ({MINE})",
    ),
    # For whoever was asked to come, too.
    "observer_rules": (
        f"cardinality({MINE}) > 0 or {LINK_PERSON} is not null",
        f"confirmed_by_id = {ME} and organization_id = any ({MINE})",
    ),
    # What a community group reports, until a legal provider takes it in.
    "arrest_reports": (
        f"{REPORTED_BY} or {REPORTED_TO} or {system('delivery', 'housekeeping')}",
        f"{REPORTED_BY} or {REPORTED_TO}",
    ),
    "report_contents": (REPORT_CONTENTS, REPORT_CONTENTS),
    "report_cases": (reach("report_cases.case_id"), reach("report_cases.case_id", legal=True)),
    # Who takes people in at the provider that opened it.
    "operations": (f"organization_id = any ({TAKES_IN})", f"organization_id = any ({TAKES_IN})"),
    # The bond track: the amount alone leaves the legal team, and why they are held is counsel's.
    **{
        table: (reach(f"{table}.case_id", legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("bonds", "bond_steps")
    },
    "bond_amounts": (
        f"{reach('bond_amounts.case_id', legal=True)}"
        f" or ({LINK_PERSON} is not null and link_sees_bond(case_id, false))"
        f" or ({reach('bond_amounts.case_id')} and case_consents(case_id, 'advocates', false, true))",
        reach("bond_amounts.case_id", legal=True),
    ),
    "bond_funds": (
        f"{reach('bond_funds.case_id', legal=True)} or ({LINK_PERSON} is not null and link_sees_bond(case_id, true))",
        reach("bond_funds.case_id", legal=True),
    ),
    "bond_grounds": (reach("bond_grounds.case_id", counsel=True), reach("bond_grounds.case_id", counsel=True)),
    # Documents, files, calls and visits.
    **{
        table: (reach(f"{table}.case_id", legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("documents", "calls", "visits")
    },
    "files": (FILES, FILES_WRITTEN),
    # Outside the legal team the cleaned copy alone. Written with their file, by whoever put it there; the copy by
    # whoever shares it.
    "file_pieces": (
        FILE.format(more=f" and (cleaned or {reach('f.case_id', legal=True)})"),
        FILE.format(more=f" and (cleaned or f.added_by_id = {ME}) and {reach('f.case_id', legal=True)}"),
    ),
    "imports": (f"organization_id = any ({MINE})", ""),
    # Whoever works on a case knows that it is held; of the whole organization's hold everybody in it. Why is sealed.
    "legal_holds": (
        f"{reach('legal_holds.case_id', legal=True)} or organization_id = any ({ADMINISTERS})"
        f" or (case_id is null and organization_id = any ({MINE}))",
        # Of no other organization's case: that it is there would be told by the reference alone.
        f"(case_id is null or lead_organization_id = organization_id) and (organization_id = any ({ADMINISTERS})"
        " or (case_id is null and organization_id = any ((select acting_counsels())::uuid[]))"
        f" or (organization_id = any ({MINE}) and acting_counsel(case_id)))",
    ),
    "sweeps": (f"organization_id = any ({ADMINISTERS})", ""),
    "audit_entries": (
        "organization_id = any ((select acting_audits())::uuid[]) or acting_counsel(case_id)",
        ANYONE,
    ),
    # Detainers, incidents, family preparedness.
    **{
        table: (reach(f"{table}.case_id", legal=True), reach(f"{table}.case_id", legal=True))
        for table in ("detainers", "preparedness_ticks")
    },
    "incidents": (INCIDENT, INCIDENT),
    "incident_follow_ups": (SEES_INCIDENT, SEES_INCIDENT),
    # The outcome ledger: whoever sees the date; its words advocates once they are cleared, and only the legal team
    # writes them.
    "outcomes": (
        f"{reach('outcomes.case_id', legal=True)} or ({ME} is not null and {SEES_OCCASION} and {of_kept('outcomes')})",
        f"{reach('outcomes.case_id', legal=True)} or ({reach('outcomes.case_id')}"
        # Of an action alone.
        " and exists (select 1 from advocacy_actions a where a.occasion_id = outcomes.occasion_id))",
    ),
    # What was made of them once, for good; nobody writes it over.
    "told_quarters": (
        f"organization_id = any ((select acting_compares())::uuid[]) or {system('housekeeping')}",
        system("housekeeping"),
    ),
    "outcome_words": (
        f"{reach('outcome_words.case_id', legal=True)}"
        f" or ({ME} is not null and cleared_at is not null and {SEES_OCCASION} and {of_kept('outcome_words')})",
        reach("outcome_words.case_id", legal=True),
    ),
    # Community response. What somebody outside saw is taken down by the house, which reads nothing of it.
    "sighting_desks": (
        f"organization_id = any ({MINE}) or {system('sightings')}"
        " or (acting_link() is not null and organization_id = (select link_sighting('organization')))",
        f"organization_id = any ({MINE})",
    ),
    "sighting_shares": (
        f"organization_id = any ({MINE}) or partner_id = any ({MINE})",
        f"organization_id = any ({MINE})",
    ),
    "sightings": (
        f"{SIGHTING} or {system('delivery')}",
        f"organization_id = any ({VERIFIES}) or {system('sightings')}",
    ),
    "sighting_accounts": (SIGHTING_WHOLE, SIGHTING_WRITTEN),
    "sighting_reporters": (
        SIGHTING_OF.format(or_agreed=f" or ({TAKES_SIGHTINGS} and legal_may_ask)"),
        SIGHTING_WRITTEN,
    ),
    "sighting_pictures": (
        "acting_person() is not null and exists (select 1 from sightings s where s.id = sighting_id)",
        SIGHTING_WRITTEN,
    ),
    "sighting_picture_pieces": (
        "exists (select 1 from sighting_pictures p where p.id = picture_id and (display or "
        + SIGHTING_WHOLE.replace("sighting_id and", "p.sighting_id and")
        + "))",
        f"{system('sightings')} or (display and exists (select 1 from sighting_pictures p where p.id = picture_id"
        f" and p.organization_id = any ({VERIFIES})))",
    ),
    "sighting_dispatches": (
        f"organization_id = any ({VERIFIES}) or id = {LINK} or {system('links', 'delivery')}",
        f"organization_id = any ({VERIFIES}) or id = {LINK}",
    ),
    "sighting_cases": (reach("sighting_cases.case_id", legal=True), reach("sighting_cases.case_id", legal=True)),
    "responders": (
        f"organization_id = any ({VERIFIES}) or person_id = {ME}",
        f"organization_id = any ({VERIFIES})",
    ),
    "listed_groups": (f"organization_id = any ({MINE})", f"organization_id = any ({VERIFIES})"),
    "referrals": (f"organization_id = any ({VERIFIES})", f"organization_id = any ({VERIFIES})"),
    "schools": (f"organization_id = any ({VERIFIES})", f"organization_id = any ({VERIFIES})"),
    # Ids and hashes, for whoever verifies; written by the sealer's function alone.
    "trail_seals": (system("housekeeping"), ""),
}

#: Tables before which a conflict wall can stand, and by which columns: of the case, or of the client.
WALLED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(LED, ("case_id",)),
    "cases": ("id",),
    "detainees": ("id",),
    **dict.fromkeys(("identities", "detainee_numbers", "aliases", "name_tokens"), ("detainee_id",)),
    "merges": ("kept_case_id", "merged_case_id"),
    "audit_entries": ("case_id",),
}

#: Nor between them and any other case that an action is or was about: its words may say who that is.
WALLED_WORDS = {
    "advocacy_actions": "(not of_several or action_open_to_actor(id))",
    "occasions": "occasion_open_to_actor(id)",
    **dict.fromkeys(("wordings", "said_revisions", "counsel_answers"), "action_open_to_actor(action_id)"),
}

#: Tables whose rows stay with their client, and what says whose they are. Of a case its lead is left out: a reference
#: holds it to its client's organization.
OF_CLIENT: dict[str, tuple[str, ...]] = {
    "cases": ("detainee_id",),
    "detainees": ("organization_id",),
    **dict.fromkeys(("identities", "detainee_numbers", "aliases", "name_tokens"), ("organization_id", "detainee_id")),
}

#: Rows that verbs take away. Everything else ends by a state or an instant.
REMOVABLE = (
    "name_tokens", "identities", "detainee_numbers", "aliases", "authenticators", "report_contents", "family_members",
    "conflict_names", "conflict_tokens", "contacts", "push_subscriptions", "absences", "received_acts",
    "synced_entries", "people_list_entries", "sighting_picture_pieces", "schools",
)  # fmt: skip
#: Rows that go when their clock has run out, or with their case (casework.retention): taken by RETENTION alone, which
#: the operator's policy lets in here, so that no reader's policy is longer for it.
SWEPT = (
    "cases", "case_readers", "team_members", "detainees", "identities", "detainee_numbers", "aliases", "name_tokens",
    "merges", "custody_stints", "locator_checks", "intakes", "notes", "proceedings", "case_contacts",
    "privileged_notes", "claims", "health", "hearings", "occasions", "advocacy_actions", "further_cases", "sign_offs",
    "public_pages", "wordings", "safety_plans", "consents", "assignments", "invitations", "feeds", "notices",
    "receipts",
    "tasks",
    "legal_holds", "sweeps", "people", "conflict_walls", "whereabouts", "date_checks", "report_cases", "contacts",
    "logins", "authenticators", "recovery_codes", "passkeys", "provider_identities", "challenges", "sign_in_links",
    "sessions", "tokens", "shifts",
    "app_passwords", "synced_feeds", "synced_entries",
    "arrest_reports", "report_contents", "family_members", "operations",
    "bonds", "bond_steps", "bond_amounts", "bond_funds", "bond_grounds",
    "documents", "files", "file_pieces", "calls", "visits",
    "deadlines",
    "detainers", "incidents", "incident_follow_ups", "preparedness_ticks",
    "outcomes", "outcome_words",
    "expected_courts", "habeas_filings", "supervisions", "check_ins",
    "appearances", "conflict_sheets", "conflict_sheet_contents", "conflict_names", "conflict_tokens",
    "decisions", "date_sources", "push_subscriptions", "inbound_messages", "inbox_marks",
    "absences", "received_acts",
    "changes", "acknowledgements", "escalations", "duty_turns",
    "calendar_pieces", "feed_contents",
    "consent_interviews", "safeguards", "retractions", "said_revisions", "counsel_answers",
    "seatings", "companions", "attendances", "people_list_entries", "view_marks", "saved_views",
    "sightings", "sighting_accounts", "sighting_reporters", "sighting_pictures", "sighting_picture_pieces",
    "sighting_dispatches", "sighting_cases", "responders", "referrals", "schools",
    "spreadsheets", "spreadsheet_rows",
)  # fmt: skip


def _operator(table: str) -> str:
    """Whoever runs the deployment; and what takes rows away when their clock has run out."""
    return system("operator", "retention") if table in SWEPT else system("operator")


def upgrade() -> None:
    op.execute(
        f"""do $$ begin
        if not exists (select from pg_roles where rolname = '{APP}') then
            create role {APP} nologin nosuperuser nobypassrls;
        end if; end $$"""
    )
    for statement in FUNCTIONS.split("\n---\n"):
        op.execute(statement)
    for table, (columns, seen) in OTHERWISE.items():
        op.execute(
            f"create function {table}_otherwise({columns}) returns boolean language plpgsql stable"
            f" as $$ begin return {seen} or {_operator(table)}; end $$"
        )
    op.execute(
        "create function notices_written(case_id uuid, lead_organization_id uuid, occasion_id uuid, assignment_id uuid,"
        " sign_in_link_id uuid) returns boolean language plpgsql stable as"
        f" $$ begin return {sits(legal=True)} or {SEES_NOTICE}; end $$"
    )
    for function in DEFINERS:
        op.execute(f"revoke all on function {function} from public")
        op.execute(f"grant execute on function {function} to {APP}")
    op.execute(f"grant usage on schema public to {APP}")
    op.execute(f"grant usage on all sequences in schema public to {APP}")
    for table, (sees, writes) in WALL.items():
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"grant select, insert, update on {table} to {APP}")
        # The owner migrates and backs up; FORCE would otherwise blind it, and the definer functions with it.
        op.execute(f"create policy owner on {table} to current_user using (true) with check (true)")
        house = _operator(table)
        if table in OTHERWISE:
            # What they see is asked there, so that no reader's policy is longer for it.
            op.execute(f"create policy operator_adds on {table} for insert to {APP} with check ({house})")
            op.execute(f"create policy operator_changes on {table} for update to {APP} using ({house})")
            op.execute(f"create policy operator_removes on {table} for delete to {APP} using ({house})")
        else:
            op.execute(f"create policy operator on {table} to {APP} using ({house}) with check ({house})")
        op.execute(f"create policy sees on {table} for select to {APP} using ({sees})")
        if writes:
            op.execute(f"create policy adds on {table} for insert to {APP} with check ({writes})")
        if writes and table != "vault_keys":
            op.execute(f"create policy changes on {table} for update to {APP} using ({writes}) with check ({writes})")
        if table == "team_members":
            # Whoever sits in a seat may leave it.
            op.execute(
                f"create policy leaves on {table} for update to {APP}"
                f" using (person_id = {ME}) with check (person_id = {ME} and until is not null)"
            )
        if table == "vault_keys":
            # Whoever could write over a key would destroy all that it sealed. Wrapping anew is the operator's,
            # destroying is what retention does, and what is destroyed stays so.
            gone, takes = "wrapped is null and destroyed_at is not null", system("retention")
            op.execute(f"revoke update on {table} from {APP}")
            op.execute(f"grant update (wrapped, master_key, destroyed_at) on {table} to {APP}")
            op.execute(
                f"create policy destroys on {table} for update to {APP} using ({takes}) with check ({takes} and {gone})"
            )
            op.execute(
                f"create policy stays_destroyed on {table} as restrictive for update to {APP}"
                " using (wrapped is not null) with check (true)"
            )
        if table in WALLED:
            stands_open = " and ".join(f"open_to_actor({column})" for column in WALLED[table])
            if table in WALLED_WORDS:
                stands_open += f" and {WALLED_WORDS[table]}"
            stands_open = f"{NO_WALL} or ({stands_open})"
            # Whoever walls themselves off writes that into the trail, and sees it no more.
            what = "select" if table == "audit_entries" else "all"
            op.execute(f"create policy walled on {table} as restrictive for {what} to {APP} using ({stands_open})")
        if table in REMOVABLE or table in SWEPT:
            op.execute(f"grant delete on {table} to {APP}")
        if table in REMOVABLE:
            op.execute(f"create policy removes on {table} for delete to {APP} using ({writes})")
    touched = {"insert": "new table as changed", "delete": "old table as before"}
    for event, rows in {**touched, "update": " ".join(touched.values())}.items():
        op.execute(
            f"create trigger custody_stints_tell_where_{event} after {event} on custody_stints"
            f" referencing {rows} for each statement execute function keep_whereabouts()"
        )
    for table in LED:
        op.execute(
            f"create trigger {table}_keep_their_lead before insert on {table}"
            " for each row execute function lead_of_case()"
        )
        op.execute(
            f"create trigger {table}_keep_their_lead_still before update on {table} for each row"
            " when (new.case_id is distinct from old.case_id"
            " or new.lead_organization_id is distinct from old.lead_organization_id)"
            " execute function lead_of_case()"
        )
    for table, whose in OF_CLIENT.items():
        moved = " or ".join(f"new.{column} is distinct from old.{column}" for column in whose)
        op.execute(
            f"create trigger {table}_stay_with_their_client before update on {table} for each row when ({moved})"
            " execute function refuse_another_client()"
        )
    led = " ".join(f"update {table} set lead_organization_id = null where case_id = new.id;" for table in LED)
    op.execute(
        "create function tell_of_new_lead() returns trigger language plpgsql security definer"
        f" set search_path = pg_catalog, public as $$ begin {led} return null; end $$"
    )
    for table in STANDING:
        op.execute(
            f"create trigger {table}_stand_anew after insert or update or delete on {table}"
            " for each statement execute function stand_anew()"
        )
    for function in BEHIND:
        op.execute(f"revoke all on function {function} from public")
    op.execute(
        "create trigger cases_tell_of_new_lead after update of lead_organization_id on cases for each row"
        " when (new.lead_organization_id is distinct from old.lead_organization_id)"
        " execute function tell_of_new_lead()"
    )
    op.execute(
        "create trigger team_members_follow after update of until on team_members for each row"
        " when (new.until is distinct from old.until) execute function follow_seat()"
    )
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
        for policy in (
            "owner", "operator", "sees", "adds", "changes", "leaves", "removes", "walled", "destroys",
            "stays_destroyed",
        ):  # fmt: skip
            op.execute(f"drop policy if exists {policy} on {table}")
        for policy in ("adds", "changes", "removes"):
            op.execute(f"drop policy if exists operator_{policy} on {table}")
        op.execute(f"alter table {table} no force row level security")
        op.execute(f"alter table {table} disable row level security")
        op.execute(f"revoke all on {table} from {APP}")
    op.execute("drop trigger cases_tell_of_new_lead on cases")
    op.execute("drop trigger team_members_follow on team_members")
    for table in LED:
        op.execute(f"drop trigger {table}_keep_their_lead on {table}")
        op.execute(f"drop trigger {table}_keep_their_lead_still on {table}")
    for table in OF_CLIENT:
        op.execute(f"drop trigger {table}_stay_with_their_client on {table}")
    for table in STANDING:
        op.execute(f"drop trigger {table}_stand_anew on {table}")
    for event in ("insert", "update", "delete"):
        op.execute(f"drop trigger custody_stints_tell_where_{event} on custody_stints")
    op.execute("drop trigger audit_entries_stay on audit_entries")
    op.execute("drop trigger audit_entries_stay_whole on audit_entries")
    for function in (*DEFINERS, *BEHIND, "refuse_to_forget()", "refuse_another_client()"):
        op.execute(f"drop function {function}")
    for table, (columns, _) in OTHERWISE.items():
        op.execute(f"drop function {table}_otherwise({columns})")
    op.execute("drop function notices_written(uuid, uuid, uuid, uuid, uuid)")
    op.execute("drop function acting_sits(text, uuid, uuid)")
    op.execute("drop function among(text, uuid)")
    for function in ("acting()", "acting_now()", "acting_system()", "acting_link_person()", "acting_link()"):
        op.execute(f"drop function {function}")
    for function in (
        "open_to_actor(uuid)", "told(text)", "listed(json)", "acting_person()",
    ):  # fmt: skip
        op.execute(f"drop function {function}")
