-- Every change is one row here, written in the transaction that makes the change: the audit log, the change feed and
-- the point where a screen resumes are this one table. The writer holds the head row, so sequence order is commit
-- order, without gaps; each row carries the hash of the one before it.

create table event_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null
);
insert into event_head (seq, hash) values (0, repeat('0', 64));

create table events (
  seq bigint primary key,
  at timestamptz not null,
  noun text not null,
  verb text not null,
  subject text not null,
  actor text not null,
  public boolean not null,
  payload jsonb not null,
  prev_hash text not null,
  hash text not null unique
);
create index events_subject on events (noun, subject, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger events_are_final before update or delete or truncate on events
  for each statement execute function refuse_change();

create function tell_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('sanqu_events', new.seq::text);
  return null;
end $$;

create trigger events_are_told after insert on events for each row execute function tell_event();
