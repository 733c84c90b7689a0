-- Posts and shifts of a gate, as numbers of people: {"shifts": {"needed", "assigned"}, "posts": [{"duty", "needed", "assigned"}]}.
alter table checkpoints
  add column staffing jsonb,
  add constraint checkpoints_only_gates_are_staffed check (kind = 'gate' or staffing is null);

-- What gate officers said of their gates. Rows are final: what has changed since is a report of its own. `made_at` is when
-- it was said, by the officer's device, which may have been without a line; `received_at` is when it arrived. `report_key`
-- names the report for ever, so that one that is sent again, however late, is the same one.
create table gate_reports (
  id bigint generated always as identity primary key,
  checkpoint_id bigint not null references checkpoints (id),
  report_key text not null unique check (report_key ~ '^[0-9a-f]{32}$'),
  status text not null check (status in ('normal', 'closed', 'incident')),
  queue text not null check (queue in ('none', 'short', 'medium', 'long')),
  needs text[] not null check (needs <@ array['people', 'supplies']),
  note text check (length(note) between 1 and 500),
  made_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  reported_by text not null
);
create index gate_reports_newest on gate_reports (checkpoint_id, least(made_at, received_at) desc, id desc);

create trigger gate_reports_are_final before update or delete or truncate on gate_reports
  for each statement execute function refuse_change();

-- The officer's area holds here as it does for zones: require_area comes with migration 0010.
create function gate_report_stays_in_area() returns trigger language plpgsql as $$
begin
  perform require_area(c.geom) from checkpoints c where c.id = new.checkpoint_id;
  return new;
end $$;
create trigger stays_in_area before insert on gate_reports for each row
  when (current_setting('sanqu.area', true) <> '') execute function gate_report_stays_in_area();
