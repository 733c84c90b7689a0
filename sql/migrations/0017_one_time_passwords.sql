-- A password that somebody else has seen is used once: to set one's own. What a session may do until then is a matter of
-- how it was begun, so that a single sign-on is not asked for a password.

alter table users add column one_time_password boolean not null default false;
alter table sessions add column one_time_password boolean not null default false;
