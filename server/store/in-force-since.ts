import { sql, type RawBuilder } from 'kysely'

/**
 * The common table expressions `now` (as given: zone_id, version and valid of one period a zone) and `since` (zone_id,
 * since): when each of these zones came into force, whichever version; a lift begins it anew. `known` says of an alias of
 * zone_periods which rows were known. In sets: asked for row by row it took 0.6 ms a zone.
 */
export const inForceSince = (now: RawBuilder<unknown>, known: (period: 'e' | 'q') => RawBuilder<unknown>): RawBuilder<unknown> => sql`
  now as (${now}),
  lifts as (
    select n.zone_id, max(upper(e.valid)) as lifted from now n join zone_periods e on e.zone_id = n.zone_id
    where ${known('e')} and e.ended_by = 'lifted' and upper(e.valid) <= lower(n.valid) group by n.zone_id),
  since as (
    select n.zone_id, min(lower(q.valid)) as since
    from now n join zone_periods q on q.zone_id = n.zone_id left join lifts l on l.zone_id = n.zone_id
    where ${known('q')} and lower(q.valid) >= coalesce(l.lifted, '-infinity') group by n.zone_id)`
