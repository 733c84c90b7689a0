import type { AreaRings } from '#shared/schema/roads.ts'
import { crossingsOf } from '../geometry-worker/roads.ts'
import { areasOfLevel } from '../store/areas.ts'
import type { Db } from '../store/connect.ts'
import type { RoadDeps } from './road-deps.ts'

type Asked = { level: 'county' | 'township' | 'village' | 'compound'; cursor: string; limit: number }

/** How well the rings of areas of one level are closed: 守好市县门、乡街门、村社门. */
export async function areaRings(db: Db, { picture, checkpoints }: RoadDeps, { level, cursor, limit }: Asked): Promise<AreaRings> {
  const areas = await areasOfLevel(db, level, cursor, limit + 1)
  const items: AreaRings['items'] = []
  for (const { code, name, name_en, bounds, geometry } of areas.slice(0, limit)) {
    const { ring } = await crossingsOf(picture, geometry, checkpoints)
    items.push({ code, name, name_en, bounds, ring })
    // many rings take a while: others are answered in between
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { items, next: areas.length > limit ? (items.at(-1)?.code ?? null) : null }
}
