import { describe, expect, it } from 'vitest'
import { features, line, metres, rings, spot } from './load.ts'
import { createCells, cross, gap, inRing } from './planar.ts'

const buildings = features('buildings')
const outline = (f: (typeof buildings)[number]): [number, number][] => rings(f.geometry)[0]!.map(metres)
const cutting = (f: readonly [number, number][], g: readonly [number, number][]): boolean =>
  f.slice(1).some((b, i) => g.slice(1).some((d, j) => cross(f[i]!, b, g[j]!, d)))

describe('the demo district’s buildings', () => {
  it('are several thousand, and hold about 190,000 people', () => {
    expect(buildings.length).toBeGreaterThan(5000)
    expect(buildings.length).toBeLessThan(8000)
    const people = buildings.reduce((sum, b) => sum + ((b.properties['people'] as number | undefined) ?? 0), 0)
    expect(Math.abs(people - 190_000)).toBeLessThan(500)
    expect(buildings.every((b) => ((b.properties['households'] as number | undefined) ?? 0) <= ((b.properties['people'] as number | undefined) ?? 0))).toBe(true)
  })

  it('stand clear of each other', () => {
    const cells = createCells<{ id: string; f: [number, number][] }>(60)
    const clashes: string[] = []
    for (const b of buildings) {
      const f = outline(b)
      for (const other of cells.near(f)) {
        if (cutting(f, other.f) || inRing(f[0]!, other.f) || inRing(other.f[0]!, f)) clashes.push(`${String(b.properties['id'])} ${other.id}`)
      }
      cells.add(f, { id: b.properties['id'] as string, f })
    }
    expect(clashes).toEqual([])
  })

  it('stand on no road and in no water', () => {
    const cells = createCells<{ id: string; a: [number, number]; b: [number, number] }>(80)
    for (const r of [...features('roads'), ...features('water')]) {
      for (const points of [line(r.geometry), ...rings(r.geometry)].map((l) => l.map(metres))) {
        points.slice(1).forEach((b, i) => cells.add([points[i]!, b], { id: r.properties['id'] as string, a: points[i]!, b }))
      }
    }
    const water = features('water').map((w) => rings(w.geometry)[0]?.map(metres)).filter((ring) => ring !== undefined)
    const wrong = buildings.flatMap((b) => {
      const f = outline(b)
      const hit = [...cells.near(f)].find((s) => cutting(f, [s.a, s.b]) || f.some((p) => gap(p, s.a, s.b) < 1))
      const wet = water.some((ring) => inRing(f[0]!, ring))
      return hit || wet ? [`${String(b.properties['id'])} ${hit?.id ?? 'water'}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('lie in the compound or village they name', () => {
    const areas = new Map(features('areas').map((a) => [a.properties['code'], rings(a.geometry)[0]!.map(metres)]))
    const astray = buildings.filter((b) => {
      const ground = areas.get(b.properties['area_code'])
      return !ground || outline(b).some((p) => !inRing(p, ground))
    })
    expect(astray.map((b) => `${String(b.properties['id'])} ${String(b.properties['area_code'])}`)).toEqual([])
  })

  it('have addresses inside them, each text once', () => {
    const byId = new Map(buildings.map((b) => [b.properties['id'], outline(b)]))
    const addresses = features('addresses')
    expect(new Set(addresses.map((a) => a.properties['text'])).size).toBe(addresses.length)
    const astray = addresses.filter((a) => !inRing(metres(spot(a.geometry)), byId.get(a.properties['building_id'])!))
    expect(astray.map((a) => a.properties['text'])).toEqual([])
  })
})
