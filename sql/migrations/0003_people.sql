-- Who may write. Duties belong to posts; nobody's name, telephone or identity number is kept anywhere.

create table users (
  id bigint generated always as identity primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  post text not null check (length(post) between 1 and 100),
  password_hash text not null,
  roles text[] not null check (roles <@ array[
    'drafter', 'reviewer', 'publisher', 'gate_officer', 'viewer', 'neighbour', 'auditor', 'administrator']),
  area_code text references areas (code),
  demo boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  disabled_at timestamptz
);

create table sessions (
  id_hash text primary key,
  user_id bigint not null references users (id) on delete cascade,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);

-- One row a name and one an address (hashed): guessing gets slower and slower for both.
create table sign_in_failures (
  subject_hash text primary key,
  failures integer not null,
  next_allowed_at timestamptz not null
);

create table keys (
  id bigint generated always as identity primary key,
  name text not null,
  prefix text not null,
  key_hash text not null unique,
  scopes text[] not null,
  area_code text references areas (code),
  created_by bigint not null references users (id),
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
