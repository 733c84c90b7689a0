import { createNameIndex } from '#shared/address/create-name-index.ts'
import { readAll, readChanges, type Changes } from '../store/live-changes.ts'
import type { Store } from '../store/connect.ts'
import type { LiveZone } from '../store/live-zones.ts'
import { lastEventSeq } from '../store/events.ts'
import { areaRings } from './area-rings.ts'
import type { Audience } from './audience.ts'
import { createEventLog } from './event-log.ts'
import { follow, FOLLOW_DEFAULTS, type FollowOptions } from './follow.ts'
import { loadDistrict, loadFigures, loadNames, loadRoads } from './ground.ts'
import { changesGround } from './ground-nouns.ts'
import { inBackground } from './in-background.ts'
import { keptRings } from './kept-rings.ts'
import { liveEntries } from './live-entries.ts'
import type { Live, LiveChange } from './live.ts'
import { loadAddresses } from './load-addresses.ts'
import { createPicture } from './picture.ts'
import { renewable } from './renewable.ts'

export type LiveOptions = Partial<FollowOptions> & {
  now?: () => Date
  /** Told when the database cannot be read; the picture stays and is read again at the next look. */
  onFault?: (error: unknown) => void
  /** Where the address index is kept from one start to the next; without it, each start makes it anew. */
  addressFile?: string
  /** The ground is made in the background after this; what is asked for before is made at once. */
  groundAfter?: Promise<void>
  /** Told why it could not be stored there. */
  onUnstored?: (reason: string) => void
}

/**
 * Loads what is in force and keeps it current. Zones are there when it resolves; figures, names and addresses are
 * made in the background.
 * @throws when the database cannot be read at the start
 */
export async function createLive(store: Store, options: LiveOptions = {}): Promise<Live> {
  const { now = () => new Date(), onFault = () => {}, addressFile: file = null, onUnstored = () => {}, groundAfter } = options
  const picture = createPicture()
  const refining = inBackground(picture.refine)
  const log = createEventLog()
  const listeners = new Set<(change: LiveChange) => void>()
  const figures = renewable(() => loadFigures(store.db))
  const ground = {
    figures,
    roads: renewable(() => loadRoads(store.db, figures.ready)),
    names: renewable(() => loadNames(store.db)),
    addresses: renewable((wanted) => loadAddresses(store.db, { file, onUnstored, wanted: () => wanted() && !closed })),
  }
  const rings = { ofZones: keptRings<LiveZone>(), ofAreas: areaRings(store.db) }
  let closed = false
  let seq = 0
  let groundSeq = 0
  let asOf = now()
  let district = await loadDistrict(store.db)
  let liveNames: Partial<Record<Audience, ReturnType<typeof createNameIndex>>> = {}
  let making: Promise<void> | null = null

  const apply = (changes: Changes, read: Date, newDistrict: typeof district | null) => {
    const groundChanged = newDistrict !== null
    const zones = picture.apply(changes)
    refining.wake()
    const reset = changes.seq < seq || (changes.named === null && changes.seq > seq)
    if (changes.named === null) log.clear()
    log.add(changes.events)
    seq = changes.seq
    asOf = read
    liveNames = {}
    if (newDistrict !== null) {
      district = newDistrict
      groundSeq = seq
      for (const part of Object.values(ground)) part.renew()
    }
    tell({ events: changes.events, zones, groundChanged, reset })
  }

  // one listener's fault must not keep a change from the others
  const tell = (change: LiveChange) => {
    for (const listener of listeners) {
      try {
        listener(change)
      } catch (error) {
        onFault(error)
      }
    }
  }

  // one after the other, so that the database has time for others; what failed is tried again at the next look
  const makeGround = async () => {
    await groundAfter
    for (const part of [ground.names, ground.addresses, ground.figures, ground.roads]) if (!closed) await part.ready().catch(onFault)
    making = null
  }

  const look = async (current: () => boolean) => {
    const began = now()
    const head = await lastEventSeq(store.db)
    making ??= makeGround()
    if (head === seq) {
      if (current()) asOf = began
      return
    }
    const changes = (head > seq ? await readChanges(store, seq) : null) ?? (await readAll(store))
    const onGround = changes.named === null || changes.events.some(changesGround)
    const newDistrict = onGround ? await loadDistrict(store.db, district) : null
    if (current() && !closed) apply(changes, began, newDistrict)
  }

  const began = now()
  apply(await readAll(store), began, district)
  groundSeq = seq
  const follower = follow(look, onFault, { ...FOLLOW_DEFAULTS, ...options })
  store.onEvent(() => follower.wake())
  follower.wake() // what was committed between the first reading and the subscription

  return {
    seq: () => seq,
    asOf: () => asOf,
    zones: picture.zones,
    zone: picture.zone,
    zonesAt: picture.zonesAt,
    checkpoints: picture.checkpoints,
    inDistrict: (lng, lat) => district.index.strictestAt(lng, lat) !== null,
    groundSeq: () => groundSeq,
    populationFigures: async () => (await ground.figures.ready()).figures,
    figures: async () => (await ground.figures.ready()).index,
    roads: () => ground.roads.ready(),
    rings: async () => {
      const roads = await ground.roads.ready()
      const zones = picture.zones('all').filter(({ kind }) => kind !== 'precaution')
      const found = await rings.ofZones(zones, { picture: roads, checkpoints: picture.checkpoints() })
      return new Map(Array.from(found, ([{ id }, ring]) => [id, ring]))
    },
    areaRings: async (level) => rings.ofAreas(level, { picture: await ground.roads.ready(), checkpoints: picture.checkpoints() }),
    addresses: () => ground.addresses.current(),
    groundNames: () => ground.names.current(),
    liveNames: (audience) =>
      (liveNames[audience] ??= createNameIndex(liveEntries(picture.zones(audience), picture.checkpoints(), audience))),
    eventsAfter: (after) => log.after(store.db, after, seq),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      refining.stop()
      listeners.clear()
      await follower.stop()
      await making
    },
  }
}
