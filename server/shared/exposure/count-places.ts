import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import type { FigureIndex } from './index-figures.ts'

/** How many places of each kind lie in the area or on its edge, in the order of the kinds' names. */
export function countPlaces({ figures, places }: FigureIndex, area: PreparedArea): { kind: string; count: number }[] {
  if (!places) return []
  const { lng, lat, kind } = figures.places
  const counts = new Map<string, number>()
  for (const row of places.range(...area.bounds))
    if (preparedContains(area, lng[row]!, lat[row]!)) counts.set(kind[row]!, (counts.get(kind[row]!) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ kind: name, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1))
}
