import { describe, expect, it } from 'vitest'
import { features, key, line, metres } from './load.ts'
import { createCells, cross } from './planar.ts'

const roads = features('roads')
const flat = (r: (typeof roads)[number]): boolean =>
  !r.properties['layer'] && !['rail', 'ferry', 'motorway', 'motorway_link'].includes(r.properties['class'] as string)

describe('the demo district’s roads', () => {
  it('have every class from motorway to village lane, one ferry, bridges and a tunnel', () => {
    const classes = new Set(roads.map((r) => r.properties['class']))
    for (const cls of ['motorway', 'motorway_link', 'trunk', 'primary', 'secondary', 'tertiary', 'residential', 'service', 'track', 'rail']) expect(classes).toContain(cls)
    expect(roads.filter((r) => r.properties['class'] === 'ferry')).toHaveLength(1)
    expect(roads.filter((r) => r.properties['bridge']).length).toBeGreaterThan(20)
    expect(roads.some((r) => r.properties['tunnel'] && r.properties['ref'] === 'S299')).toBe(true)
  })

  it('are one connected network', () => {
    const parent = new Map<string, string>()
    const root = (k: string): string => {
      let at = k
      while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!
      return at
    }
    const usable = roads.filter((r) => r.properties['class'] !== 'rail')
    for (const r of usable) {
      const keys = line(r.geometry).map(key)
      for (const k of keys) parent.set(root(k), root(keys[0]!))
    }
    const parts = new Map<string, string[]>()
    for (const r of usable) {
      const k = root(key(line(r.geometry)[0]!))
      parts.set(k, [...(parts.get(k) ?? []), `${String(r.properties['id'])} ${String(r.properties['class'])}`])
    }
    const small = [...parts.values()].toSorted((a, b) => b.length - a.length).slice(1)
    expect(small).toEqual([])
  })

  it('share a vertex wherever two of the ground level cross', () => {
    const cells = createCells<{ id: string; a: [number, number]; b: [number, number] }>(80)
    const unjoined: string[] = []
    for (const r of roads.filter(flat)) {
      const points = line(r.geometry).map(metres)
      for (let i = 1; i < points.length; i++) {
        const [a, b] = [points[i - 1]!, points[i]!]
        for (const s of cells.near([a, b])) if (cross(a, b, s.a, s.b)) unjoined.push(`${String(r.properties['id'])} × ${s.id}`)
        cells.add([a, b], { id: r.properties['id'] as string, a, b })
      }
    }
    expect(unjoined).toEqual([])
  })
})
