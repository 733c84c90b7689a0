-- A zone is an identity; what it says is a version; when a version held is a period.
-- Versions never change. Periods are bitemporal: closing one is a new row beside the old row's recorded end.

create table zones (
  id text primary key,
  county_code text not null check (county_code ~ '^[0-9]{6}$'),
  kind text not null check (kind in ('sealed', 'controlled', 'precaution')),
  number integer not null check (number > 0),
  created_at timestamptz not null default clock_timestamp(),
  unique (county_code, kind, number),
  check (id = county_code || '-' || upper(left(kind, 1)) || '-' || lpad(number::text, greatest(4, length(number::text)), '0'))
);

create table zone_drafts (
  zone_id text primary key references zones (id),
  revision integer not null default 1 check (revision > 0),
  state text not null default 'draft' check (state in ('draft', 'in_review', 'approved', 'rejected')),
  based_on integer,
  content jsonb not null,
  geom geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
  created_by text not null,
  updated_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp()
);

create table zone_versions (
  zone_id text not null references zones (id),
  version integer not null check (version > 0),
  name text not null,
  name_en text,
  geom geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
  definition jsonb not null,
  rule_pack text not null,
  measures jsonb not null,
  legal_basis jsonb not null,
  reason text not null,
  authority text not null,
  review_by timestamptz not null,
  earliest_lift date,
  audience text not null check (audience in ('public', 'internal')),
  exposure jsonb not null,
  previous_version integer,
  published_at timestamptz not null,
  published_by text not null,
  hash text not null,
  primary key (zone_id, version),
  foreign key (zone_id, previous_version) references zone_versions (zone_id, version)
);
create index zone_versions_geom on zone_versions using gist (geom);

create trigger zone_versions_are_final before update or delete or truncate on zone_versions
  for each statement execute function refuse_change();

create table zone_periods (
  id bigint generated always as identity primary key,
  zone_id text not null,
  version integer not null,
  valid tstzrange not null check (not isempty(valid) and lower_inc(valid) and not upper_inc(valid)),
  recorded tstzrange not null check (not isempty(recorded)),
  ended_by text check (ended_by in ('superseded', 'lifted')),
  end_note jsonb,
  check ((ended_by is null) = upper_inf(valid)),
  foreign key (zone_id, version) references zone_versions (zone_id, version),
  exclude using gist (zone_id with =, valid with &&, recorded with &&)
);
create index zone_periods_zone on zone_periods (zone_id, version);
create index zone_periods_now on zone_periods (zone_id) where upper_inf(recorded) and upper_inf(valid);

create function refuse_period_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and upper_inf(old.recorded) and not upper_inf(new.recorded)
    and (new.id, new.zone_id, new.version, new.valid, lower(new.recorded), new.ended_by, new.end_note)
      is not distinct from (old.id, old.zone_id, old.version, old.valid, lower(old.recorded), old.ended_by, old.end_note)
  then
    return new;
  end if;
  raise exception 'rows of zone_periods are only ever closed' using errcode = 'restrict_violation';
end $$;

create trigger zone_periods_are_final before update or delete on zone_periods
  for each row execute function refuse_period_change();
create trigger zone_periods_are_kept before truncate on zone_periods
  for each statement execute function refuse_change();
