-- What the rules are judged by: counts of a zone on a day, never a person. Rows are final; a correction is a new row
-- that names the one it takes the place of, and may do so with nothing (withdrawn).

create table zone_evidence (
  id bigint generated always as identity primary key,
  zone_id text not null references zones (id),
  type text not null check (type in ('infection', 'contact', 'no_contact', 'round', 'clearance', 'step_down', 'alarm_answer')),
  on_date date not null,
  count integer check (count > 0),
  expected integer check (expected > 0),
  sampled integer check (sampled >= 0),
  negative integer check (negative >= 0),
  positive integer check (positive >= 0),
  note text check (length(note) between 1 and 500),
  corrects bigint unique references zone_evidence (id),
  withdrawn boolean not null default false,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  check (withdrawn or (type = 'infection') = (count is not null)),
  check (withdrawn or (type = 'round') = (num_nonnulls(expected, sampled, negative, positive) = 4)),
  check (num_nonnulls(expected, sampled, negative, positive) in (0, 4)),
  check (negative + positive <= sampled),
  check (not withdrawn or (corrects is not null and note is not null))
);
create index zone_evidence_zone on zone_evidence (zone_id, id);

create trigger zone_evidence_is_final before update or delete or truncate on zone_evidence
  for each statement execute function refuse_change();

-- The writer's area holds here as it does for zones: require_area comes with migration 0010.
create function evidence_stays_in_area() returns trigger language plpgsql as $$
begin
  perform require_area(v.geom) from zone_versions v join zone_periods p using (zone_id, version)
    where v.zone_id = new.zone_id and upper_inf(p.valid) and upper_inf(p.recorded);
  return new;
end $$;
create trigger stays_in_area before insert on zone_evidence for each row
  when (current_setting('sanqu.area', true) <> '') execute function evidence_stays_in_area();
