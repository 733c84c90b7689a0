-- A draft is reviewed by somebody who did not write it; what was approved is named by its hash. A zone published on the
-- fast lane is reviewed afterwards. Who took part is kept as user numbers: posts may share a name.

alter table zone_drafts add column editors integer[] not null default '{}';
update zone_drafts d set editors = coalesce(
  (select array_agg(u.id::integer) from users u where u.post in (d.created_by, d.updated_by)), '{}');

-- how far the smallest sufficient zone went, and why a larger one was taken
alter table zone_versions add column smallest jsonb;

create table zone_reviews (
  id bigint generated always as identity primary key,
  zone_id text not null references zones (id),
  -- before: of a draft's revision; after: of a version that is in force already
  lane text not null check (lane in ('before', 'after')),
  revision integer check ((lane = 'before') = (revision is not null)),
  version integer check ((lane = 'after') = (version is not null)),
  hash text not null,
  submitted_at timestamptz not null,
  submitted_by text not null,
  reason text check ((lane = 'after') = (reason is not null)),
  due_at timestamptz not null check (due_at > submitted_at),
  -- the numbers of the users who wrote it (and, on the fast lane, published it): they may not decide
  barred integer[] not null,
  outcome text check (outcome is null
    or lane = 'before' and outcome in ('approved', 'rejected', 'withdrawn')
    or lane = 'after' and outcome in ('confirmed', 'objected')),
  decided_at timestamptz check ((outcome is null) = (decided_at is null)),
  decided_by text check ((outcome is null) = (decided_by is null)),
  decider integer check ((outcome is null) = (decider is null)),
  -- what follows stricter zones may have moved since it was handed in: this is what the reviewer saw
  approved_hash text check ((outcome is not distinct from 'approved') = (approved_hash is not null)),
  note text,
  foreign key (zone_id, version) references zone_versions (zone_id, version)
);
create index zone_reviews_zone on zone_reviews (zone_id, id);
create index zone_reviews_due on zone_reviews (due_at, id) where outcome is null;
create unique index zone_reviews_one on zone_reviews (zone_id) where lane = 'before' and outcome is null;

-- an open review is decided once; what it asked and what was decided never change
create function refuse_review_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null
    and (new.id, new.zone_id, new.lane, new.revision, new.version, new.hash, new.submitted_at, new.submitted_by, new.reason, new.due_at, new.barred)
      is not distinct from
        (old.id, old.zone_id, old.lane, old.revision, old.version, old.hash, old.submitted_at, old.submitted_by, old.reason, old.due_at, old.barred)
  then
    return new;
  end if;
  raise exception 'rows of zone_reviews are only ever decided' using errcode = 'restrict_violation';
end $$;
create trigger zone_reviews_are_final before update or delete on zone_reviews
  for each row execute function refuse_review_change();
create trigger zone_reviews_are_kept before truncate on zone_reviews
  for each statement execute function refuse_change();

-- A second person takes responsibility for an abnormal change: for this hash and these findings, no other.
create table zone_confirmations (
  id bigint generated always as identity primary key,
  zone_id text not null references zones (id),
  hash text not null,
  findings text[] not null check (cardinality(findings) > 0),
  reason text not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  confirmer integer not null
);
create index zone_confirmations_hash on zone_confirmations (zone_id, hash);
create trigger zone_confirmations_are_final before update or delete or truncate on zone_confirmations
  for each statement execute function refuse_change();
