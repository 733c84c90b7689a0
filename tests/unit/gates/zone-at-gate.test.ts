import { describe, expect, it } from 'vitest'
import type { MultiPolygon } from 'geojson'
import { edgeMetres } from '#shared/gates/edge-metres.ts'
import { zoneAtGate } from '#shared/gates/zone-at-gate.ts'
import type { ZoneKind } from '#shared/schema/vocabulary.ts'

const square = (west: number, south: number, side: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [[[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]]],
})
const zone = (id: string, kind: ZoneKind, west: number, south: number, side: number) => ({
  id, kind, geometry: square(west, south, side), bounds: [west, south, west + side, south + side] as const,
})

describe('the zone at a gate', () => {
  const ring = zone('ring', 'controlled', 109.5, 34.5, 0.02)
  const inner = zone('inner', 'sealed', 109.5, 34.505, 0.005)
  const idAt = (lng: number, lat: number, covering: (typeof ring)[] = []) => zoneAtGate([ring, inner], covering, [lng, lat])?.id

  it('is the one whose edge is nearest, and of edges that lie on each other the stricter', () => {
    expect(idAt(109.51, 34.5002)).toBe('ring')
    expect(idAt(109.5049, 34.508)).toBe('inner')
    expect(idAt(109.5, 34.5075)).toBe('inner')
    expect(idAt(109.4999, 34.5185)).toBe('ring')
  })

  it('is, away from all edges, the strictest that covers it, or none', () => {
    const county = zone('county', 'precaution', 109, 34, 1)
    expect(idAt(109.53, 34.53, [county])).toBe('county')
    expect(zoneAtGate([ring, inner], [county, ring], [109.513, 34.5165])?.id).toBe('ring')
    expect(idAt(109.53, 34.53)).toBeUndefined()
  })

  it('is found by metres to the edge, inside and outside alike', () => {
    expect(edgeMetres(ring.geometry, [109.51, 34.501])).toBeCloseTo(110.9, 0)
    expect(edgeMetres(ring.geometry, [109.51, 34.499])).toBeCloseTo(110.9, 0)
    expect(edgeMetres(ring.geometry, [109.5, 34.5])).toBe(0)
  })
})
