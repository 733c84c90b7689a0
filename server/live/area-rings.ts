import type { RingState } from '#shared/roads/audit.ts'
import type { AreaLevel } from '#shared/schema/vocabulary.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'
import { areasOfLevel, type AreaOfLevel } from '../store/areas.ts'
import type { Db } from '../store/connect.ts'
import { keptRings, type RingsOn } from './kept-rings.ts'

export type AreaRing = { area: AreaOfLevel; ring: RingState }

/** The rings of a level's areas by code, kept as those of zones; the areas are read again with the roads, after an import. */
export function areaRings(db: Db): (level: AreaLevel, on: RingsOn) => Promise<AreaRing[]> {
  const levels = new Map<AreaLevel, ReturnType<typeof ringsOfLevel>>()
  return (level, on) => {
    let rings = levels.get(level)
    if (rings === undefined) levels.set(level, (rings = ringsOfLevel(db, level)))
    return rings(on)
  }
}

function ringsOfLevel(db: Db, level: AreaLevel): (on: RingsOn) => Promise<AreaRing[]> {
  const rings = keptRings<AreaOfLevel>()
  let read: { picture: RoadPicture; areas: Promise<AreaOfLevel[]> } | null = null
  return async (on) => {
    if (read?.picture !== on.picture) read = { picture: on.picture, areas: areasOfLevel(db, level) }
    const mine = read
    const areas = await mine.areas.catch((error: unknown) => {
      if (read === mine) read = null
      throw error
    })
    return Array.from(await rings(areas, on), ([area, ring]) => ({ area, ring }))
  }
}
