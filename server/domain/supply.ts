import type { MultiPolygon } from 'geojson'
import { boundsOf } from '#shared/geometry/bounds.ts'
import type { CompoundSupply, SupplyPlace } from '#shared/roads/supply.ts'
import type { RoadData } from '#shared/schema/roads.ts'
import type { Closures } from '../geometry-worker/road-questions.ts'
import { supplyOf } from '../geometry-worker/roads.ts'
import type { Db } from '../store/connect.ts'
import { compoundsIn } from '../store/compounds.ts'
import { roadData } from './road-data.ts'
import type { RoadDeps } from './road-deps.ts'

export type SupplyFound = {
  compounds: number
  covered: number
  people: number
  uncovered: CompoundSupply[]
  lost: CompoundSupply[]
  places: SupplyPlace[]
  closures: Closures
  roads: RoadData
}

type SupplyOf = { walkM: number; without: number | null; closures: Closures }

/** Delivery points farther than this outside a ground's bounds serve nobody in it; degrees, half a kilometre or more. */
const NEAR = 0.006

/**
 * The supply of the compounds on a ground; `zones` are all grounds whose edges lorries cross through green lanes only. With
 * `without`, a checkpoint's number, also what its falling away would cut off.
 */
export async function findSupply(
  db: Db,
  { picture, checkpoints }: RoadDeps,
  ground: MultiPolygon,
  zones: readonly MultiPolygon[],
  { walkM, without, closures }: SupplyOf,
): Promise<SupplyFound> {
  const compounds = await compoundsIn(db, ground)
  const asked = { zones, compounds, walkM, closures }
  const now = await supplyOf(picture, { ...asked, checkpoints })
  const uncovered = now.compounds.filter(({ gap }) => gap !== null)
  const fewer = without === null ? now : await supplyOf(picture, { ...asked, checkpoints: checkpoints.filter(({ id }) => id !== without) })
  const gone = new Set(uncovered.map(({ code }) => code))
  const [west, south, east, north] = boundsOf(ground)
  const isNear = ({ at: [lng, lat] }: SupplyPlace) => lng > west - NEAR && lng < east + NEAR && lat > south - NEAR && lat < north + NEAR
  return {
    compounds: now.compounds.length,
    covered: now.compounds.length - uncovered.length,
    people: uncovered.reduce((sum, { people }) => sum + people, 0),
    uncovered,
    lost: fewer.compounds.filter(({ gap, code }) => gap !== null && !gone.has(code)),
    places: now.places.filter((place) => place.kind === 'depot' || isNear(place)),
    closures,
    roads: await roadData(picture, ground),
  }
}
