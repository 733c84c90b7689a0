import type { AddressIndex } from '#shared/address/address.ts'
import type { NameIndex } from '#shared/address/named-place.ts'
import type { PopulationFigures } from '#shared/exposure/figures.ts'
import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { RingState } from '#shared/roads/audit.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import type { StoredEvent } from '../store/events.ts'
import type { AreaRing } from './area-rings.ts'
import type { Audience } from './audience.ts'
import type { GroundNames } from './ground.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import type { LiveZone } from '../store/live-zones.ts'
import type { ZoneStep } from './zone-step.ts'

/**
 * What is in force, in memory, read from the event table alone. It is loaded before the server listens and goes on
 * answering while the database is away; `asOf` says how old it is. A change of several zones in one transaction
 * appears in one step.
 */
export type Live = {
  /** Sequence number of the last event in the picture. */
  seq(): number
  /** When the picture was last known to be what the database holds. */
  asOf(): Date
  /** Zones in force, the strictest first, then by id. The same array until something changes. */
  zones(audience: Audience): readonly LiveZone[]
  zone(id: string, audience: Audience): LiveZone | undefined
  /** Zones covering a point (degrees, EPSG:4326; edges are inside), the strictest first. */
  zonesAt(lng: number, lat: number, audience: Audience): LiveZone[]
  /** All checkpoints of all states, by id. */
  checkpoints(): readonly LiveCheckpoint[]
  /** Population and place figures as columns, and indexed; loaded on first use and again after an import. */
  populationFigures(): Promise<PopulationFigures>
  figures(): Promise<FigureIndex>
  /** The graph of roads with who lives and what lies along them; made in the background, and again after an import. */
  roads(): Promise<RoadPicture>
  /** How well each sealed and controlled zone's ring is closed, by zone. */
  rings(): Promise<ReadonlyMap<string, RingState>>
  /** The same of all areas of a level, by code. */
  areaRings(level: AreaLevel): Promise<AreaRing[]>
  /** Number of the event that last changed areas, places, roads, water, buildings, population or addresses. */
  groundSeq(): number
  /** Whether a point lies in any loaded area: of other points nothing can be said. */
  inDistrict(lng: number, lat: number): boolean
  /** `null` while the index is being built for the first time: an address question cannot be answered yet. */
  addresses(): AddressIndex | null
  /** Areas and places by name; `null` while being built for the first time. */
  groundNames(): GroundNames | null
  /** Zones in force and checkpoints by name. */
  liveNames(audience: Audience): NameIndex
  /** The events after `seq`, oldest first, from memory or else from the event table. */
  eventsAfter(seq: number): Promise<readonly StoredEvent[]>
  /** Calls back after the picture has changed, with the events that changed it. Returns the way to stop. */
  subscribe(listener: (change: LiveChange) => void): () => void
  close(): Promise<void>
}

/** One step of the picture: the events in it, and the zones that it put or took away (old and new form). */
export type LiveChange = {
  events: readonly StoredEvent[]
  zones: readonly ZoneStep[]
  groundChanged: boolean
  /** The picture was read anew, without the events between: readers of events begin anew too. */
  reset: boolean
}
