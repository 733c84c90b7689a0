import type { MultiPolygon, Polygon } from 'geojson'
import { prepareArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import type { RoadBuildings } from './road-picture.ts'

/** The numbers of the buildings in an area (edges inside). */
export function insideBuildings({ lng, lat }: RoadBuildings, area: Polygon | MultiPolygon): number[] {
  const prepared = prepareArea(area)
  const found: number[] = []
  for (let i = 0; i < lng.length; i++) if (preparedContains(prepared, lng[i]!, lat[i]!)) found.push(i)
  return found
}

/** Known people in buildings; those of whom nobody knows count as none. */
export const peopleIn = ({ people }: RoadBuildings, numbers: readonly number[]): number =>
  numbers.reduce((sum, i) => sum + (people[i]! > 0 ? people[i]! : 0), 0)
