import { validateArea } from '#shared/geometry/validate-area.ts'
import { describe, expect, it } from 'vitest'
import { features, key, metres, rings } from './load.ts'
import { inRing } from './planar.ts'

const areas = features('areas')
const at = (level: string) => areas.filter((a) => a.properties['level'] === level)
const edges = (list: ReturnType<typeof at>): Map<string, number> => {
  const seen = new Map<string, number>()
  for (const a of list) for (const ring of rings(a.geometry)) {
    ring.slice(1).forEach((p, i) => {
      const edge = `${key(ring[i]!)} ${key(p)}`
      seen.set(edge, (seen.get(edge) ?? 0) + 1)
    })
  }
  return seen
}
const reversed = (edge: string): string => edge.split(' ').reverse().join(' ')

describe('the demo district’s areas', () => {
  it('have the divisions that the brief asks for', () => {
    expect(at('county').map((a) => a.properties['name'])).toEqual(['云渡县'])
    expect(at('township')).toHaveLength(8)
    const homes = at('compound').length + at('natural_village').length
    expect(homes).toBeGreaterThan(225)
    expect(homes).toBeLessThan(285)
  })

  it('are valid polygons', () => {
    const faults = areas.flatMap((a) => {
      const checked = validateArea(a.geometry)
      return checked.ok ? [] : [`${String(a.properties['code'])} ${JSON.stringify(checked)}`]
    })
    expect(faults).toEqual([])
  })

  it.each([['village'], ['township']])('tile the county by %s without a gap, an overlap or a differing digit', (level) => {
    const mine = edges(at(level))
    const county = edges(at('county'))
    expect([...mine.values()].every((n) => n === 1)).toBe(true)
    const outer = [...mine.keys()].filter((e) => !mine.has(reversed(e)))
    expect(outer.toSorted()).toEqual([...county.keys()].toSorted())
  })

  it('have parents that hold them, and codes and names of their own', () => {
    const byCode = new Map(areas.map((a) => [a.properties['code'] as string, a]))
    expect(byCode.size).toBe(areas.length)
    const names = [...at('village'), ...at('compound'), ...at('natural_village')].map((a) => a.properties['name'])
    expect(new Set(names).size).toBe(names.length)
    const outside = [...at('compound'), ...at('natural_village')].filter((a) => {
      const parent = byCode.get(a.properties['parent_code'] as string)!
      const ground = rings(parent.geometry)[0]!.map(metres)
      return rings(a.geometry)[0]!.some((p) => !inRing(metres(p), ground))
    })
    expect(outside.map((a) => a.properties['code'])).toEqual([])
    expect(areas.every((a) => a.properties['parent_code'] === null || byCode.has(a.properties['parent_code'] as string))).toBe(true)
  })
})
