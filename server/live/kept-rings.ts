import type { MultiPolygon } from 'geojson'
import type { Bounds } from '#shared/geometry/position.ts'
import type { RingState } from '#shared/roads/audit.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { crossingsOf } from '../geometry-worker/roads.ts'
import type { LiveCheckpoint } from '../store/live-checkpoints.ts'
import { changedCheckpoints } from './changed-checkpoints.ts'

export type RingsOn = { picture: RoadPicture; checkpoints: readonly LiveCheckpoint[] }
type Ground = { geometry: MultiPolygon; bounds: Readonly<Bounds> }
type Known<G> = RingsOn & { rings: ReadonlyMap<G, RingState> }

/** A checkpoint this far outside a ground's bounds has no say in its ring; degrees, more than 150 m up to 60° of latitude. */
const REACH = 0.003

/**
 * The rings of grounds: one is worked out again when its ground is another object, a checkpoint near it has changed, or the
 * roads have. Asked by several at once, they wait for one another and so for one piece of work.
 */
export function keptRings<G extends Ground>(): (grounds: readonly G[], on: RingsOn) => Promise<ReadonlyMap<G, RingState>> {
  let known: Known<G> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const work = async (grounds: readonly G[], { picture, checkpoints }: RingsOn) => {
    const before = known?.picture === picture ? known : null
    const changed = before === null ? [] : changedCheckpoints(before.checkpoints, checkpoints)
    const rings = new Map<G, RingState>()
    for (const ground of grounds) {
      const old = before?.rings.get(ground)
      if (old !== undefined && !changed.some((place) => isNear(ground, place))) {
        rings.set(ground, old)
        continue
      }
      rings.set(ground, (await crossingsOf(picture, ground.geometry, checkpoints)).ring)
      // many rings take a while: others are answered in between
      await new Promise((resolve) => setImmediate(resolve))
    }
    known = { picture, checkpoints, rings }
    return rings
  }
  return (grounds, on) => {
    const mine = turn.then(() => work(grounds, on))
    turn = mine.catch(() => {})
    return mine
  }
}

const isNear = ({ bounds: [west, south, east, north] }: Ground, [lng, lat]: readonly [number, number]): boolean =>
  lng >= west - REACH && lng <= east + REACH && lat >= south - REACH && lat <= north + REACH
