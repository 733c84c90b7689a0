import type { Position } from 'geojson'
import type { IndexedKind, IndexedZone } from '#shared/zone-index/indexed-zone.ts'

// A double is n · 2^-e exactly; kept so, every comparison below is one of whole numbers.
type Dyadic = { n: bigint; e: number }
type ExactPosition = { x: number; y: number; dyadicX: Dyadic; dyadicY: Dyadic }
type RefereeZone = { id: string; rank: number; rings: ExactPosition[][]; bounds: [number, number, number, number] }

const KINDS: readonly IndexedKind[] = ['sealed', 'controlled', 'precaution']

/** Answers by exact rational arithmetic and nothing else which of the zones cover a point, the strictest first. */
export function createReferee(zones: readonly IndexedZone[]): (lng: number, lat: number) => string[] {
  const entries = zones.map(toRefereeZone).sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  return (lng, lat) => {
    const point = toExact([lng, lat])
    return entries.filter((zone) => covers(zone, point)).map((zone) => zone.id)
  }
}

function toRefereeZone({ id, kind, geometry }: IndexedZone): RefereeZone {
  const rings = geometry.coordinates.flat().map((ring) => ring.map(toExact))
  const xs = rings.flat().map(({ x }) => x)
  const ys = rings.flat().map(({ y }) => y)
  const bounds: RefereeZone['bounds'] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  return { id, rank: KINDS.indexOf(kind), rings, bounds }
}

function covers({ rings, bounds }: RefereeZone, p: ExactPosition): boolean {
  if (p.x < bounds[0] || p.y < bounds[1] || p.x > bounds[2] || p.y > bounds[3]) return false
  let crossings = 0
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i]!, ring[i + 1]!]
      if (p.y < Math.min(a.y, b.y) || p.y > Math.max(a.y, b.y)) continue
      const side = crossProductSign(a, b, p)
      if (side === 0n && p.x >= Math.min(a.x, b.x) && p.x <= Math.max(a.x, b.x)) return true
      if (a.y <= p.y && b.y > p.y && side > 0n) crossings++
      if (b.y <= p.y && a.y > p.y && side < 0n) crossings++
    }
  }
  return crossings % 2 === 1
}

function crossProductSign(a: ExactPosition, b: ExactPosition, p: ExactPosition): bigint {
  const e = Math.max(...[a, b, p].flatMap(({ dyadicX, dyadicY }) => [dyadicX.e, dyadicY.e]))
  const at = ({ n, e: own }: Dyadic) => n << BigInt(e - own)
  const [ax, ay] = [at(a.dyadicX), at(a.dyadicY)]
  return (at(b.dyadicX) - ax) * (at(p.dyadicY) - ay) - (at(b.dyadicY) - ay) * (at(p.dyadicX) - ax)
}

function toExact([x, y]: Position): ExactPosition {
  return { x: x!, y: y!, dyadicX: toDyadic(x!), dyadicY: toDyadic(y!) }
}

function toDyadic(value: number): Dyadic {
  let e = 0
  while (!Number.isInteger(value)) {
    value *= 2
    e++
  }
  return { n: BigInt(value), e }
}
