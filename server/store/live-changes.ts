import type { Store } from './connect.ts'
import { eventsAfter, lastEventSeq, type StoredEvent } from './events.ts'
import { allCheckpoints, type LiveCheckpoint } from './live-checkpoints.ts'
import { zonesInForce, type LiveZone } from './live-zones.ts'

/** More events at once than this are not read one by one: the whole picture is. */
export const MOST_EVENTS = 10_000

export type Changes = {
  /** Sequence number the rows below belong to. */
  seq: number
  events: StoredEvent[]
  /** The zones that the events named, as far as they are in force; `null` means that `zones` is all of them. */
  named: ReadonlySet<string> | null
  zones: LiveZone[]
  /** All checkpoints, or null where none changed. */
  checkpoints: LiveCheckpoint[] | null
}

/** Everything in force and the event it belongs to, of one moment. */
export async function readAll({ db }: Store): Promise<Changes> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => ({
      seq: await lastEventSeq(trx),
      events: [],
      named: null,
      zones: await zonesInForce(trx),
      checkpoints: await allCheckpoints(trx),
    }))
}

/** The events after `seq` and the state of what they named, of one moment; `null` where reading everything is better. */
export async function readChanges({ db }: Store, seq: number): Promise<Changes | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const events = await eventsAfter(trx, seq, MOST_EVENTS)
      if (events.length === MOST_EVENTS) return null
      const named = new Set(events.filter((event) => event.noun === 'zones').map((event) => event.subject))
      const gates = events.some((event) => event.noun === 'checkpoints' || event.noun === 'imports')
      return {
        seq: events.at(-1)?.seq ?? seq,
        events,
        named,
        zones: named.size === 0 ? [] : await zonesInForce(trx, { ids: [...named] }),
        checkpoints: gates ? await allCheckpoints(trx) : null,
      }
    })
}
