-- A checkpoint is a gate with posts, a closure (hard barrier) or a natural barrier that lets nobody pass. A closure must
-- say how people get out in an emergency.
alter table checkpoints
  add column kind text not null default 'gate' check (kind in ('gate', 'closure', 'natural')),
  add column egress jsonb,
  add constraint checkpoints_closure_has_egress check (kind <> 'closure' or egress is not null);
