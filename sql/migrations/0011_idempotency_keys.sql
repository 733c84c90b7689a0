-- What a change with an Idempotency-Key came to, written in the transaction that makes the change: the same request sent
-- again gets the same answer, however often the line or the server broke in between. Keys are kept as hashes.

create table idempotency_keys (
  key_hash text primary key,
  -- of who asked for what: user, method, address, version and body
  fingerprint text not null,
  -- as text (json, not jsonb): it comes back exactly as it was written
  result json,
  created_at timestamptz not null default clock_timestamp()
);
create index idempotency_keys_created on idempotency_keys (created_at);
