-- Rights, keys and retention.

-- Jurisdiction is held by the database too: a transaction that acts for a post with an area says so in sanqu.area, and
-- no ground that leaves that area by more than 5 m can then be written, whatever the program above forgot.
create function require_area(ground geometry) returns void language plpgsql as $$
declare
  code_held text := current_setting('sanqu.area', true);
  inside boolean;
begin
  select ST_Covers(geom, ground) or ST_Covers(ST_Buffer(geom::geography, 5)::geometry, ground)
    into inside from areas where code = code_held;
  if inside is distinct from true then
    raise exception 'the ground leaves area % by more than 5 m', code_held using errcode = 'SQ403', detail = code_held;
  end if;
end $$;

create function stay_in_area() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.geom is not null then perform require_area(old.geom); end if;
  if tg_op <> 'DELETE' and new.geom is not null then perform require_area(new.geom); end if;
  return coalesce(new, old);
end $$;

create function period_stays_in_area() returns trigger language plpgsql as $$
begin
  perform require_area(geom) from zone_versions where zone_id = new.zone_id and version = new.version;
  return new;
end $$;

do $$
declare name text;
begin
  foreach name in array array['zone_drafts', 'sites', 'checkpoints', 'areas', 'places', 'buildings', 'roads', 'water',
    'population', 'addresses'] loop
    execute format('create trigger stays_in_area before insert or update or delete on %I for each row
      when (current_setting(''sanqu.area'', true) <> '''') execute function stay_in_area()', name);
  end loop;
end $$;
create trigger stays_in_area before insert on zone_versions for each row
  when (current_setting('sanqu.area', true) <> '') execute function stay_in_area();
create trigger stays_in_area before insert or update on zone_periods for each row
  when (current_setting('sanqu.area', true) <> '') execute function period_stays_in_area();

-- Users: the version that a change is made to, and the subject of a single sign-on that an administrator has linked.
alter table users add column version integer not null default 1;
alter table users add column oidc_issuer text;
alter table users add column oidc_subject text;
alter table users add unique (oidc_issuer, oidc_subject);
alter table users add check ((oidc_issuer is null) = (oidc_subject is null));

-- Keys: made on the command line too, where no user is signed in; they may end by themselves.
alter table keys alter column created_by drop not null;
alter table keys add column expires_at timestamptz;
