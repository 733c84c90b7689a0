import type { Base } from './base.ts'
import type { Building } from './building.ts'
import type { Divisions } from './divisions.ts'
import { feature, point } from './geojson.ts'
import type { Feature } from './geojson.ts'
import { interior } from './interior.ts'
import { english } from './names.ts'
import type { Settled } from './settle.ts'
import { lerp } from './vector.ts'
import type { Xy } from './vector.ts'

/** Chengguan Subdistrict → Chengguan, as letters are addressed. */
const short = (name: string): string => name.split(' ')[0]!

/** Where a stairwell's door is: the units of a slab stand side by side along its length. */
const doorOf = (b: Building, unit: number): Xy => {
  if (b.footprint.length !== 4) return interior(b.footprint)
  const [a, c, d, e] = b.footprint as [Xy, Xy, Xy, Xy]
  const t = (unit - 0.5) / b.units
  return lerp(lerp(a, c, t), lerp(e, d, t), 0.5)
}

/** Standard addresses: by stairwell in compounds, by building on streets, by house number in villages. */
export const makeAddresses = (base: Base, settled: Settled, divisions: Divisions, idOf: ReadonlyMap<Building, string>): Feature[] => {
  const out: Feature[] = []
  const townshipOf = (unit: number) => divisions.townships[base.plans.indexOf(base.county.units[unit]!.plan)]!
  const put = (text: string, en: string, street: string, number: string, area: string, building: Building, at: Xy): void =>
    void out.push(feature({ id: `a${out.length + 1}`, text: `云渡县${text}`, text_en: `${en}, Yundu County`, street, number, area_code: area, building_id: idOf.get(building)! }, point(at)))
  for (const s of divisions.settlements) {
    const town = townshipOf(s.unit)
    if (s.kind === 'natural_village') {
      const village = divisions.units[s.unit]!
      for (const b of s.buildings) put(`${town.name}${village.name}${s.name}${b.number}号`, `${b.number} ${s.en}, ${village.en}, ${short(town.en)}`, '', String(b.number), s.code, b, interior(b.footprint))
      continue
    }
    for (const b of s.buildings) {
      for (let unit = 1; unit <= b.units; unit++) {
        put(`${town.name}${s.street}${s.streetNumber}号${s.name}${b.number}幢${unit}单元`, `Unit ${unit}, Building ${b.number}, ${s.en}, ${s.streetNumber} ${english(s.street)}, ${short(town.en)}`, s.street, String(s.streetNumber), s.code, b, doorOf(b, unit))
      }
    }
  }
  const last = new Map<string, number>()
  for (const town of [...settled.towns, { specials: [], shops: settled.ribbons.map((r) => ({ ...r, street: { name: r.road } })) }]) {
    const next = (street: string): number => {
      const n = (last.get(street) ?? 101) + 2
      last.set(street, n)
      return n
    }
    const onStreet = (unit: number, street: string, name: string, en: string, b: Building, at: Xy): void => {
      const n = next(street)
      put(`${townshipOf(unit).name}${street}${n}号${name}`, `${en}${n} ${english(street)}, ${short(townshipOf(unit).en)}`, street, String(n), divisions.units[unit]!.code, b, at)
    }
    for (const s of town.specials) if (s.buildings[0]) onStreet(s.unit, s.frontage.name, s.wanted.name, '', s.buildings[0], interior(s.buildings[0].footprint))
    for (const s of town.shops) onStreet(s.unit, s.street.name, '', '', s.building, interior(s.building.footprint))
  }
  return out
}
