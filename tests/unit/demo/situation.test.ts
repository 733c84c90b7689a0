import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { features, key, line, metres, readText, rings, spot } from './load.ts'
import { gap, inRing } from './planar.ts'

type Zone = { kind: string; definition: { type: string; codes?: string[]; area?: string; minus_stricter?: boolean } }
const zones = JSON.parse(readText('zones.json')) as Zone[]
const areas = new Map(features('areas').map((a) => [a.properties['code'] as string, rings(a.geometry)[0]!.map(metres)]))
const checkpoints = features('checkpoints')
const roads = features('roads')
const vehicular = roads.filter((r) => !['rail', 'ferry', 'motorway'].includes(r.properties['class'] as string))

/** Road vertices on a ring's edge whose neighbours lie on both sides of it. */
const waysOut = (ring: [number, number][]): Set<string> => {
  const onEdge = (p: Position): boolean => ring.slice(1).some((b, i) => gap(metres(p), ring[i]!, b) < 0.2)
  const found = new Set<string>()
  for (const r of vehicular) {
    const points = line(r.geometry)
    points.forEach((p, i) => {
      if (!onEdge(p)) return
      const sides = new Set([points[i - 1], points[i + 1]].map((q) => q && inRing(metres(q), ring)))
      if (sides.has(true) && sides.has(false)) found.add(key(p))
    })
  }
  return found
}
const guarded = new Set(checkpoints.filter((c) => c.properties['state'] === 'staffed').map((c) => key(spot(c.geometry))))

describe('the demo district’s situation', () => {
  it('has two sealed compounds inside one controlled community, and the rest of the township under precaution', () => {
    expect(zones.map((z) => z.kind)).toEqual(['sealed', 'controlled', 'precaution'])
    const [sealed, controlled, precaution] = zones as [Zone, Zone, Zone]
    expect(sealed.definition.codes).toHaveLength(2)
    const ground = areas.get(controlled.definition.codes![0]!)!
    for (const code of sealed.definition.codes!) expect(areas.get(code)!.every((p) => inRing(p, ground))).toBe(true)
    expect(controlled.definition.minus_stricter).toBe(true)
    expect(precaution.definition).toEqual({ type: 'rest_of', area: `${controlled.definition.codes![0]!.slice(0, 9)}000` })
  })

  it('has checkpoints of every tier and state, each on a vertex of its road', () => {
    expect(checkpoints.length).toBeGreaterThanOrEqual(10)
    expect(new Set(checkpoints.map((c) => c.properties['tier']))).toEqual(new Set(['county', 'township', 'village', 'compound']))
    expect(new Set(checkpoints.map((c) => c.properties['state']))).toEqual(new Set(['planned', 'staffed', 'suspended', 'withdrawn']))
    expect(checkpoints.filter((c) => c.properties['green_lane']).length).toBeGreaterThan(3)
    expect(new Set(checkpoints.map((c) => c.properties['name'])).size).toBe(checkpoints.length)
    const vertices = new Map(roads.map((r) => [r.properties['id'], new Set(line(r.geometry).map(key))]))
    expect(checkpoints.filter((c) => !vertices.get(c.properties['road_id'])?.has(key(spot(c.geometry)))).map((c) => c.properties['name'])).toEqual([])
  })

  it('guards every way out of the controlled ring but one, and every gate of the sealed compounds', () => {
    const exits = waysOut(areas.get(zones[1]!.definition.codes![0]!)!)
    expect(exits.size).toBeGreaterThan(6)
    expect([...exits].filter((k) => !guarded.has(k))).toHaveLength(1)
    for (const code of zones[0]!.definition.codes!) {
      const gates = waysOut(areas.get(code)!)
      expect(gates.size).toBeGreaterThan(0)
      expect([...gates].filter((k) => !guarded.has(k))).toEqual([])
    }
  })

  it('has its case sites in the sealed compounds', () => {
    const sealed = zones[0]!.definition.codes!.map((code) => areas.get(code)!)
    expect(features('sites').every((s) => sealed.some((ring) => inRing(metres(spot(s.geometry)), ring)))).toBe(true)
  })
})
