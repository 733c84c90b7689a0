import type { PreparedArea } from '../geometry/prepare-area.ts'
import { edgeSides, type Stretch } from './edge-sides.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import { meetings } from './meetings.ts'
import type { RawCrossing } from './raw-crossing.ts'
import { roadContacts } from './road-contacts.ts'

/**
 * Every passage of a road through the area's edge. A touch is none; running along the edge and leaving on the other
 * side is one, at the outer end; roads that meet in a place on the edge are one for each branch that leaves (or for each
 * that comes, where those are fewer).
 */
export function rawCrossings(graph: RoadGraph, area: PreparedArea): RawCrossing[] {
  const found: RawCrossing[] = []
  const onEdge = meetings()
  for (const [road, contacts] of roadContacts(graph, area)) {
    for (let edge = graph.roadEdges[road]!; edge < graph.roadEdges[road + 1]!; edge++) {
      const last = edgeEnd(graph, edge)
      if (!contacts.at.some((at) => at >= graph.edgeStart[edge]! && at <= last)) continue
      const stretches = edgeSides(graph, edge, area, contacts)
      found.push(...turns(edge, road, stretches))
      const [startsOn, endsOn] = [contacts.at.includes(graph.edgeStart[edge]!), contacts.at.includes(last)]
      const definite = stretches.filter(({ side }) => side !== 'on')
      if (definite.length === 0) onEdge.join(graph.edgeFrom[edge]!, graph.edgeTo[edge]!)
      else {
        const [head, tail] = [definite[0]!, definite.at(-1)!]
        if (startsOn) onEdge.branch(graph.edgeFrom[edge]!, head.side === 'in', { edge, road, at: head.from, heading: 0 })
        if (endsOn) onEdge.branch(graph.edgeTo[edge]!, tail.side === 'in', { edge, road, at: tail.to, heading: 0 })
      }
    }
  }
  return [...found, ...onEdge.crossings()]
}

/** Changes of side within one edge. */
function turns(edge: number, road: number, stretches: readonly Stretch[]): RawCrossing[] {
  const definite = stretches.filter(({ side }) => side !== 'on')
  const crossings: RawCrossing[] = []
  for (let i = 1; i < definite.length; i++) {
    const [before, after] = [definite[i - 1]!, definite[i]!]
    if (before.side === after.side) continue
    const inward = after.side === 'in'
    crossings.push({ edge, road, at: inward ? before.to : after.from, heading: inward ? 1 : -1 })
  }
  return crossings
}
