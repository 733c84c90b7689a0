-- A post has signed a zone's gate list as it was: `list_hash` covers the zone's version, the crossings and who holds them,
-- and the roads they were found on. A list that differs since is unsigned again. Rows are only ever added.
create table gate_signatures (
  id bigint generated always as identity primary key,
  zone_id text not null references zones (id),
  list_hash text not null,
  ring jsonb not null,
  roads_as_of date,
  signed_by text not null,
  signed_at timestamptz not null default clock_timestamp()
);
create index gate_signatures_zone on gate_signatures (zone_id, signed_at desc);

-- How a zone's ring was when it last changed, so that a change is told once, whichever process sees it first.
create table rings (
  zone_id text primary key references zones (id),
  ring jsonb not null
);
