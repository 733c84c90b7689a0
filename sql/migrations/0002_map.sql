-- The ground: what the map shows and what numbers are counted from.
-- Every row belongs to a dataset and keeps the id it had there, so that an import run twice changes nothing.

create table datasets (
  source text primary key,
  title text not null,
  title_en text,
  licence text,
  crs text not null default 'wgs84' check (crs in ('wgs84', 'cgcs2000', 'gcj02', 'bd09', 'projected')),
  as_of date not null,
  synthetic boolean not null default false,
  imported_at timestamptz not null default clock_timestamp()
);

create table areas (
  -- 12 digits: the statistical division code (a foreign area: 9 and the OSM relation's id);
  -- 15 digits below the village: grids, compounds, natural villages.
  code text primary key check (code ~ '^[0-9]{12}([0-9]{3})?$'),
  level text not null check (level in
    ('province', 'prefecture', 'county', 'township', 'village', 'grid', 'compound', 'natural_village')),
  parent_code text references areas (code) deferrable initially deferred,
  name text not null,
  name_en text,
  geom geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id)
);
create index areas_geom on areas using gist (geom);
create index areas_parent on areas (parent_code);

create table places (
  id bigint generated always as identity primary key,
  kind text not null check (kind in (
    'station', 'school', 'kindergarten', 'market', 'mall', 'care_home', 'hospital', 'designated_hospital', 'clinic',
    'fever_clinic', 'pharmacy', 'worship', 'hotel', 'cold_store', 'construction_site', 'laboratory', 'sampling_point',
    'quarantine_site', 'depot', 'delivery_point', 'toll_gate', 'government', 'food', 'police', 'fire_station')),
  name text not null,
  name_en text,
  capacity jsonb not null default '{}',
  area_code text,
  geom geometry(Point, 4326) not null,
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id)
);
create index places_geom on places using gist (geom);

create table buildings (
  id bigint generated always as identity primary key,
  name text,
  name_en text,
  levels integer check (levels between 0 and 250),
  use text,
  area_code text,
  geom geometry(MultiPolygon, 4326) not null check (ST_IsValid(geom) and not ST_IsEmpty(geom)),
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id)
);
create index buildings_geom on buildings using gist (geom);

create table roads (
  id bigint generated always as identity primary key,
  class text not null check (class in (
    'motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link',
    'tertiary', 'tertiary_link', 'residential', 'living_street', 'service', 'unclassified', 'track', 'path', 'footway',
    'pedestrian', 'cycleway', 'steps', 'bridleway', 'construction', 'ferry', 'rail')),
  name text,
  name_en text,
  ref text,
  oneway boolean not null default false,
  bridge boolean not null default false,
  tunnel boolean not null default false,
  layer integer not null default 0,
  tags jsonb not null default '{}',
  geom geometry(LineString, 4326) not null,
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id)
);
create index roads_geom on roads using gist (geom);

create table water (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('river', 'stream', 'canal', 'lake', 'reservoir', 'pond', 'sea', 'basin')),
  name text,
  name_en text,
  geom geometry(Geometry, 4326) not null check (
    GeometryType(geom) in ('LINESTRING', 'MULTILINESTRING', 'POLYGON', 'MULTIPOLYGON') and ST_IsValid(geom)),
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id)
);
create index water_geom on water using gist (geom);

create table population (
  id bigint generated always as identity primary key,
  basis text not null check (basis in ('building', 'cell', 'area')),
  method text not null check (method in ('counted', 'dasymetric', 'raster', 'area')),
  people double precision not null check (people >= 0 and people < 'Infinity'),
  households double precision check (households >= 0 and households < 'Infinity'),
  building_id bigint references buildings (id) on delete cascade,
  -- a building's footprint is in buildings; a cell's or an area's ground is here
  geom geometry(Geometry, 4326) check (GeometryType(geom) in ('POLYGON', 'MULTIPOLYGON')),
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id),
  check ((building_id is null) <> (geom is null))
);
create index population_geom on population using gist (geom);
create index population_building on population (building_id);

create table addresses (
  id bigint generated always as identity primary key,
  text text not null,
  text_en text,
  street text,
  number text,
  area_code text,
  building_id bigint references buildings (id) on delete set null,
  geom geometry(Point, 4326) not null,
  source text not null references datasets (source),
  source_id text not null,
  as_of date not null,
  unique (source, source_id)
);
create index addresses_geom on addresses using gist (geom);
create index addresses_text on addresses using gin (text gin_trgm_ops);
