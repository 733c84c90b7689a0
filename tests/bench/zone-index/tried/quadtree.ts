import { edgeMeetsBox } from '#shared/geometry/edge-meets-box.ts'
import type { Find } from '../contenders.ts'
import { covers, eachEdge, extentOf, type FlatZone } from './flat-zones.ts'

const MOST_EDGES = 24
const MOST_DEPTH = 16

/** A leaf says the strictest zone that covers it wholly (or how many zones there are), and whose edges run through it. */
type Leaf = { whole: number; crossing: readonly number[] }
type Node = Leaf | { children: [Node, Node, Node, Node] }
type Box = readonly [west: number, south: number, east: number, north: number]

/** A quadtree that splits where many edges meet; zones whose edges reach a leaf are tested exactly. */
export function quadtree(zones: readonly FlatZone[]): Find {
  const extent = extentOf(zones)
  const all = { ranks: zones.map((_, rank) => rank), whole: zones.length }
  const root = build(zones, extent, all.ranks, all.whole, 0)
  return (x, y) => {
    let [west, south, east, north] = extent
    if (!(x >= west && x <= east && y >= south && y <= north)) return -1
    let node = root
    while ('children' in node) {
      const middleX = (west + east) / 2
      const middleY = (south + north) / 2
      const isEast = x >= middleX
      const isNorth = y >= middleY
      if (isEast) west = middleX
      else east = middleX
      if (isNorth) south = middleY
      else north = middleY
      node = node.children[(isNorth ? 2 : 0) + (isEast ? 1 : 0)]!
    }
    for (const rank of node.crossing) {
      if (rank > node.whole) break
      if (covers(zones[rank]!, x, y)) return rank
    }
    return node.whole === zones.length ? -1 : node.whole
  }
}

function build(zones: readonly FlatZone[], box: Box, ranks: readonly number[], wholeAbove: number, depth: number): Node {
  const [west, south, east, north] = box
  const crossing: number[] = []
  let whole = wholeAbove
  let edges = 0
  for (const rank of ranks) {
    const zone = zones[rank]!
    if (zone.box[0] > east || zone.box[2] < west || zone.box[1] > north || zone.box[3] < south) continue
    let own = 0
    eachEdge(zone, (ax, ay, bx, by) => {
      if (edgeMeetsBox(ax, ay, bx, by, west, south, east, north)) own += 1
    })
    edges += own
    if (own > 0) crossing.push(rank)
    else if (rank < whole && covers(zone, west, south)) whole = rank
  }
  if (edges <= MOST_EDGES || depth === MOST_DEPTH) return { whole, crossing }
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  const child = (part: Box) => build(zones, part, crossing, whole, depth + 1)
  return {
    children: [
      child([west, south, middleX, middleY]), child([middleX, south, east, middleY]),
      child([west, middleY, middleX, north]), child([middleX, middleY, east, north]),
    ],
  }
}
