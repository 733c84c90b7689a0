-- What is decided beforehand: a version that starts, or a zone that ends, at an instant to come. A plan is written once
-- and closed once; what it does at its time is versions and periods like any other change. Never public.

create table zone_plans (
  id bigint generated always as identity primary key,
  zone_id text not null references zones (id),
  action text not null check (action in ('start', 'end')),
  due_at timestamptz not null,
  -- start: what will be in force, the version in force that it was made from, and who wrote it: cancelled, it is
  -- their draft again, which they may not review
  content jsonb,
  geom geometry(MultiPolygon, 4326) check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
  based_on integer,
  editors integer[],
  -- end: reason, authority and legal basis of the decision
  decision jsonb,
  planned_by text not null,
  planned_at timestamptz not null default clock_timestamp(),
  outcome text check (outcome in ('done', 'cancelled', 'failed')),
  closed_at timestamptz,
  closed_by text,
  close_note jsonb,
  check ((action = 'start') = (content is not null)),
  check ((action = 'start') = (geom is not null)),
  check ((action = 'start') = (editors is not null)),
  check ((action = 'end') = (decision is not null)),
  check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null))
);
create unique index zone_plans_open on zone_plans (zone_id, action) where outcome is null;
create index zone_plans_due on zone_plans (due_at) where outcome is null;

create function refuse_plan_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null
    and (to_jsonb(new) - array['outcome', 'closed_at', 'closed_by', 'close_note'])
      = (to_jsonb(old) - array['outcome', 'closed_at', 'closed_by', 'close_note'])
  then
    return new;
  end if;
  raise exception 'rows of zone_plans are only ever closed' using errcode = 'restrict_violation';
end $$;

create trigger zone_plans_are_final before update or delete on zone_plans
  for each row execute function refuse_plan_change();
create trigger zone_plans_are_kept before truncate on zone_plans
  for each statement execute function refuse_change();
