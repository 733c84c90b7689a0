-- On a PostgreSQL server: a role for the program that may write what it writes and nothing else. Run it as the owner of
-- the tables, after `DATABASE_URL=<owner> npx sanqu user list` has brought the schema up to date, and again after each
-- upgrade; then start the server with DATABASE_URL of the role.
--
--   psql "$OWNER_URL" -v password="'…'" -f sql/roles.sql
--
-- The role owns nothing: it cannot change, remove or truncate events and published versions, nor turn off the triggers
-- that refuse it to everybody.

\set ON_ERROR_STOP on
select 'create role sanqu_app login' where not exists (select from pg_roles where rolname = 'sanqu_app') \gexec
\if :{?password}
alter role sanqu_app password :password;
\endif

revoke all on all tables in schema public from sanqu_app;
grant usage on schema public to sanqu_app;
grant select on all tables in schema public to sanqu_app;
grant insert, update, delete on all tables in schema public to sanqu_app;
grant usage on all sequences in schema public to sanqu_app;

-- written once, never again
revoke update, delete on events, zone_versions, zones from sanqu_app;
-- only ever closed
revoke delete on zone_periods, event_head, users, keys from sanqu_app;
revoke insert on event_head from sanqu_app;
-- the schema's own
revoke insert, update, delete on kysely_migration, kysely_migration_lock, spatial_ref_sys from sanqu_app;
