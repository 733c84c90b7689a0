-- PostGIS for the geometry, pg_trgm for text that is nearly right, btree_gist for "no two versions at one time".
create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
