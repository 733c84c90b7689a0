import type { MultiPolygon } from 'geojson'
import { insideBuildings } from '#shared/roads/inside-buildings.ts'
import type { RoadData } from '#shared/schema/roads.ts'
import type { RoadPicture } from '#shared/roads/road-picture.ts'

/** Where the roads come from, how old they are, and how much of an area lies off them. */
export function roadData({ sources, buildings }: RoadPicture, area: MultiPolygon): RoadData {
  const numbers = insideBuildings(buildings, area)
  return {
    sources: [...sources],
    oldest: sources.map(({ asOf }) => asOf).toSorted()[0] ?? null,
    buildings: numbers.length,
    notSurveyed: numbers.filter((i) => buildings.edge[i] === -1).length,
  }
}
