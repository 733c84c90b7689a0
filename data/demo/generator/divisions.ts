import type { Base } from './base.ts'
import type { Settlement } from './building.ts'
import { feature, multi, polygon } from './geojson.ts'
import type { Feature } from './geojson.ts'
import { english, romanise } from './names.ts'
import type { Names } from './names.ts'
import type { Settled } from './settle.ts'

export type Division = { code: string; name: string; en: string }
export type Coded = Settlement & { code: string; en: string }
export type Divisions = { townships: Division[]; units: Division[]; settlements: Coded[]; features: Feature[] }

export const COUNTY_CODE = '990101000000'

const hamletEnglish = (name: string): string => romanise(name)

/** Names and codes of all divisions from the province to the compound, and their features. */
export const makeDivisions = (base: Base, settled: Settled, names: Names): Divisions => {
  const { county, plans } = base
  const townships = plans.map((p): Division => ({ code: `${p.code}000`, name: p.name, en: p.en }))
  const serial = new Map<string, number>()
  let streetCommunity = 0
  let hamlet = 0
  const units = county.units.map((u): Division => {
    const kind = u.community ? 'c' : 'v'
    const n = (serial.get(u.plan.code + kind) ?? (u.community ? 0 : 200)) + 1
    serial.set(u.plan.code + kind, n)
    const name = u.community
      ? u.plan.kind === 'street' ? names.community(streetCommunity++) : names.reserve(`${u.plan.name.slice(0, 2)}社区`)
      : `${settled.hamletNames[hamlet++]!}村`
    const en = u.community ? english(name) : `${hamletEnglish(name.slice(0, -1))} Village`
    return { code: `${u.plan.code}${String(n).padStart(3, '0')}`, name, en }
  })
  const inside = new Map<number, number>()
  const settlements = settled.settlements.map((s): Coded => {
    const n = (inside.get(s.unit) ?? 0) + 1
    inside.set(s.unit, n)
    return { ...s, code: `${units[s.unit]!.code}${String(n).padStart(3, '0')}`, en: s.kind === 'compound' ? english(s.name) : hamletEnglish(s.name) }
  })
  const whole = county.ground(() => true).polygons
  const area = (d: Division, level: string, parent: string | null, geometry: ReturnType<typeof multi>): Feature =>
    feature({ code: d.code, level, parent_code: parent, name: d.name, name_en: d.en }, geometry)
  const features = [
    area({ code: '990000000000', name: '示范省', en: 'Demo Province' }, 'province', null, multi(whole)),
    area({ code: '990100000000', name: '示范市', en: 'Demo City' }, 'prefecture', '990000000000', multi(whole)),
    area({ code: COUNTY_CODE, name: '云渡县', en: 'Yundu County' }, 'county', '990100000000', multi(whole)),
    ...townships.map((t, i) => area(t, 'township', COUNTY_CODE, multi(county.ground((u) => county.units[u]!.plan === plans[i]).polygons))),
    ...units.map((d, i) => area(d, 'village', `${county.units[i]!.plan.code}000`, multi(county.ground((u) => u === i).polygons))),
    ...settlements.map((s) => area({ code: s.code, name: s.name, en: s.en }, s.kind, units[s.unit]!.code, polygon(s.ring))),
  ]
  return { townships, units, settlements, features }
}
