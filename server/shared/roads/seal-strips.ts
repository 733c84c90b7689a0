import type { Position } from 'geojson'
import { boundsOf } from '../geometry/bounds.ts'
import { edgeEnd, type RoadGraph } from './graph.ts'
import type { MergedCrossing } from './merge-crossings.ts'
import { placeAlong } from './place-along.ts'
import { metresPerDegree } from './segment-m.ts'

/** The sealed line goes this far beside a road that it takes in, in metres. */
const BESIDE_M = 6
const DIGITS = 1e7

/** A stretch of road to take in; a gate stands at an end that is not passed. */
type Stretch = { line: Position[]; passesStart: boolean; passesEnd: boolean }

/**
 * The roads that a sealed line takes in as strips of 12 m, a rectangle for each of their segments, with seven decimals:
 * every edge in `within`, and from its end up to each gate. They overlap at every corner.
 */
export function sealStrips(graph: RoadGraph, within: readonly number[], gates: readonly MergedCrossing[]): Position[][][] {
  const whole = within.map((edge) => ({ line: lineOf(graph, graph.edgeStart[edge]!, edgeEnd(graph, edge)), passesStart: true, passesEnd: true }))
  const stretches: Stretch[] = [...whole, ...stubs(graph, within, gates)]
  if (stretches.length === 0) return []
  const [, south, , north] = boundsOf({ type: 'MultiLineString', coordinates: stretches.map(({ line }) => line) })
  const scale = metresPerDegree((south + north) / 2)
  return stretches.flatMap(({ line, passesStart, passesEnd }) =>
    line.slice(1).map((end, i) => [rectangle(line[i]!, end, scale, i > 0 || passesStart, i + 2 < line.length || passesEnd)]),
  )
}

/** From the last junction inside to the gate, of gates on edges that begin where an edge within ends. */
function stubs(graph: RoadGraph, within: readonly number[], gates: readonly MergedCrossing[]): Stretch[] {
  const nodes = new Set(within.flatMap((edge) => [graph.edgeFrom[edge]!, graph.edgeTo[edge]!]))
  return gates.flatMap(({ edge, at, heading }): Stretch[] => {
    if (heading === 0 || !nodes.has(heading === -1 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!)) return []
    return heading === -1
      ? [{ line: lineOf(graph, graph.edgeStart[edge]!, at), passesStart: true, passesEnd: false }]
      : [{ line: lineOf(graph, at, edgeEnd(graph, edge)), passesStart: false, passesEnd: true }]
  })
}

function lineOf(graph: RoadGraph, from: number, to: number): Position[] {
  const line: Position[] = [placeAlong(graph, from)]
  for (let p = Math.floor(from) + 1; p < to; p++) line.push(placeAlong(graph, p))
  return [...line, placeAlong(graph, to)]
}

/** A closed ring round a segment, reaching past its ends where asked so that bends have no gaps. */
function rectangle([ax, ay]: Position, [bx, by]: Position, [kx, ky]: [number, number], pastStart: boolean, pastEnd: boolean): Position[] {
  const [dx, dy] = [(bx! - ax!) * kx, (by! - ay!) * ky]
  const length = Math.hypot(dx, dy)
  const [ux, uy] = length > 0 ? [(BESIDE_M * dx) / length, (BESIDE_M * dy) / length] : [BESIDE_M, 0]
  const corner = (x: number, y: number, along: number, left: number): Position =>
    [round(x + (along * ux - left * uy) / kx), round(y + (along * uy + left * ux) / ky)]
  const [back, on] = [pastStart ? -1 : 0, pastEnd ? 1 : 0]
  const ring = [corner(ax!, ay!, back, -1), corner(bx!, by!, on, -1), corner(bx!, by!, on, 1), corner(ax!, ay!, back, 1)]
  return [...ring, ring[0]!]
}

const round = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS
