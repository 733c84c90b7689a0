import type { MultiPolygon } from 'geojson'
import type { CompoundSupply } from '#shared/roads/supply.ts'
import type { RoadData } from '#shared/schema/roads.ts'
import { supplyOf } from '../geometry-worker/roads.ts'
import type { Db } from '../store/connect.ts'
import { compoundsIn } from '../store/compounds.ts'
import { roadData } from './road-data.ts'
import type { RoadDeps } from './road-deps.ts'

export type SupplyFound = { compounds: number; covered: number; people: number; uncovered: CompoundSupply[]; lost: CompoundSupply[]; roads: RoadData }

/**
 * The supply of the compounds on a ground; `zones` are all grounds whose edges lorries cross through green lanes only. With
 * `without`, a checkpoint's number, also what its falling away would cut off.
 */
export async function findSupply(
  db: Db,
  { picture, checkpoints }: RoadDeps,
  ground: MultiPolygon,
  zones: readonly MultiPolygon[],
  { walkM, without }: { walkM: number; without: number | null },
): Promise<SupplyFound> {
  const compounds = await compoundsIn(db, ground)
  const asked = { zones, compounds, walkM }
  const now = await supplyOf(picture, { ...asked, checkpoints })
  const uncovered = now.filter(({ gap }) => gap !== null)
  const fewer = without === null ? now : await supplyOf(picture, { ...asked, checkpoints: checkpoints.filter(({ id }) => id !== without) })
  const gone = new Set(uncovered.map(({ code }) => code))
  return {
    compounds: now.length,
    covered: now.length - uncovered.length,
    people: uncovered.reduce((sum, { people }) => sum + people, 0),
    uncovered,
    lost: fewer.filter(({ gap, code }) => gap !== null && !gone.has(code)),
    roads: await roadData(picture, ground),
  }
}
