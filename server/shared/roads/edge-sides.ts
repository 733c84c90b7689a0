import type { PreparedArea } from '../geometry/prepare-area.ts'
import { preparedContains } from '../geometry/prepared-contains.ts'
import type { Contacts } from './road-contacts.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import { placeAlong } from './place-along.ts'

/** A stretch of an edge that lies inside, outside, or on an area's edge; from and to are positions along the road. */
export type Stretch = { from: number; to: number; side: 'in' | 'out' | 'on' }

/** Two contacts nearer than this are one: a corner of the area, found by both its edges. Degrees, 0.2 mm. */
const SAME = 2e-9

/** An edge in the stretches between its contacts with an area's edge. */
export function edgeSides(graph: RoadGraph, edge: number, area: PreparedArea, contacts: Contacts): Stretch[] {
  const [first, last] = [graph.edgeStart[edge]!, edgeEnd(graph, edge)]
  const mine = contacts.at.filter((at) => at >= first && at <= last).toSorted((a, b) => a - b)
  const [startsOn, endsOn] = [mine[0] === first, mine.at(-1) === last]
  const breaks = [first, ...distinct(graph, mine.filter((at) => at > first && at < last)), last]
  return breaks.slice(1).map((to, i): Stretch => {
    const from = breaks[i]!
    const middle = (from + to) / 2
    if (contacts.on.some(([low, high]) => low <= middle && middle <= high)) return { from, to, side: 'on' }
    // an end that is not on the edge says it exactly; between contacts any place says it
    const witness = i === 0 && !startsOn ? first : to === last && !endsOn ? last : middle
    return { from, to, side: preparedContains(area, ...placeAlong(graph, witness)) ? 'in' : 'out' }
  })
}

function distinct(graph: RoadGraph, sorted: readonly number[]): number[] {
  const kept: number[] = []
  for (const at of sorted) {
    const before = kept.at(-1)
    if (before !== undefined) {
      const [[ax, ay], [bx, by]] = [placeAlong(graph, before), placeAlong(graph, at)]
      if (Math.abs(ax - bx) < SAME && Math.abs(ay - by) < SAME) continue
    }
    kept.push(at)
  }
  return kept
}
