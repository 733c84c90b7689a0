-- What stands on the ground for a zone: its sites (never public) and its checkpoints.
-- Imported rows keep their dataset and id there; rows written through the API have neither.

create table sites (
  id bigint generated always as identity primary key,
  place text not null,
  on_date date not null,
  cases integer not null check (cases > 0),
  geom geometry(Point, 4326) not null,
  version integer not null default 1,
  source text references datasets (source),
  source_id text,
  created_at timestamptz not null default clock_timestamp(),
  unique (source, source_id),
  check ((source is null) = (source_id is null))
);
create index sites_geom on sites using gist (geom);

create table checkpoints (
  id bigint generated always as identity primary key,
  name text not null,
  name_en text,
  tier text not null check (tier in ('county', 'township', 'village', 'compound')),
  state text not null check (state in ('planned', 'staffed', 'suspended', 'withdrawn')),
  green_lane boolean not null default false,
  rule_card jsonb not null default '{"asks": []}',
  area_code text,
  road_id bigint references roads (id) on delete set null,
  geom geometry(Point, 4326) not null,
  version integer not null default 1,
  source text references datasets (source),
  source_id text,
  updated_at timestamptz not null default clock_timestamp(),
  unique (source, source_id),
  check ((source is null) = (source_id is null))
);
create index checkpoints_geom on checkpoints using gist (geom);
