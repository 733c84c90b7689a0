import { barrierLookup } from './barrier-lookup.ts'
import { growing } from './growing.ts'
import { roadCount, type RoadColumns } from './road-columns.ts'
import { samePlaces } from '../geometry/same-places.ts'
import { joinStoreys, passageAt, type Passage } from './storeys.ts'

/** The nodes of a road network: of each position its node or −1, of each node a position. */
export type Nodes = { of: Int32Array; at: Uint32Array }

const MIXED = 0x80

/**
 * Nodes lie where a road ends, where roads of one storey share a position, and at barriers. Whether roads that share a
 * position on different storeys are joined is said by `joinStoreys`.
 */
export function findNodes(roads: RoadColumns): Nodes {
  const { start, level, coordinates } = roads
  const first = samePlaces(coordinates)
  const passes = new Uint8Array(first.length)
  // the level at a place's first position, to see whether others differ
  const levelAt = new Int8Array(first.length)
  for (let road = 0; road < roadCount(roads); road++)
    for (let p = start[road]!; p < start[road + 1]!; p++) {
      const f = first[p]!
      if (f === p) levelAt[p] = level[road]!
      else if (levelAt[f] !== level[road]) passes[f]! |= MIXED
      if ((passes[f]! & ~MIXED) < 2) passes[f]! += 1
    }
  const barrierAt = barrierLookup(roads)
  const isBarrier = (p: number) => barrierAt(coordinates[2 * p]!, coordinates[2 * p + 1]!) !== undefined
  const storeys = mixedPlaces(roads, first, passes)

  const of = new Int32Array(first.length).fill(-1)
  const at = growing(Uint32Array)
  const nodeAt = (f: number, p: number): number => {
    if (of[f] === -1) {
      of[f] = at.length()
      at.push(p)
    }
    return of[f]!
  }
  for (let road = 0; road < roadCount(roads); road++) {
    const last = start[road + 1]! - 1
    for (let p = start[road]!; p <= last; p++) {
      const f = first[p]!
      if (passes[f]! & MIXED) of[p] = storeys.get(f)!(level[road]!, p, isBarrier(p), at)
      else if (p === start[road] || p === last || passes[f]! > 1 || isBarrier(p)) of[p] = nodeAt(f, p)
    }
  }
  return { of, at: at.finish() }
}

/** Gives the node of a passage, −1 where its storey has only a corner of one road there. */
type Storeys = (level: number, position: number, isBarrier: boolean, at: { push(p: number): void; length(): number }) => number

function mixedPlaces(roads: RoadColumns, first: Uint32Array, passes: Uint8Array): Map<number, Storeys> {
  const passages = new Map<number, Passage[]>()
  for (let road = 0; road < roadCount(roads); road++)
    for (let p = roads.start[road]!; p < roads.start[road + 1]!; p++) {
      const f = first[p]!
      if (!(passes[f]! & MIXED)) continue
      if (!passages.has(f)) passages.set(f, [])
      passages.get(f)!.push(passageAt(roads, road, p))
    }
  return new Map(Array.from(passages, ([f, list]) => [f, storeysOf(list)]))
}

function storeysOf(passages: readonly Passage[]): Storeys {
  const joined = joinStoreys(passages)
  const nodes = new Map<number, number>()
  return (level, position, isBarrier, at) => {
    const storey = joined.get(level)!
    const there = passages.filter((passage) => joined.get(passage.level) === storey)
    if (there.length === 1 && !there[0]!.isEnd && !isBarrier) return -1
    if (!nodes.has(storey)) {
      nodes.set(storey, at.length())
      at.push(position)
    }
    return nodes.get(storey)!
  }
}
