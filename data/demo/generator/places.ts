import type { Base } from './base.ts'
import type { Building } from './building.ts'
import type { Divisions } from './divisions.ts'
import { feature, point } from './geojson.ts'
import type { Feature } from './geojson.ts'
import { interior } from './interior.ts'
import { english } from './names.ts'
import type { Random } from './random.ts'
import type { Settled } from './settle.ts'
import { translate } from './translate.ts'
import { createUnitFinder } from './unit-at.ts'
import type { Xy } from './vector.ts'

type Place = { kind: string; name: string; en: string; capacity: Readonly<Record<string, unknown>>; area: string; at: Xy }

/** Key places and resources: the towns' set-pieces, and what every compound and village has. */
export const makePlaces = (random: Random, base: Base, settled: Settled, divisions: Divisions, people: ReadonlyMap<Building, { people: number }>): Feature[] => {
  const places: Place[] = []
  const unitAt = createUnitFinder(base.county)
  const put = (kind: string, name: string, en: string, area: string, at: Xy, capacity: Place['capacity'] = {}): void => void places.push({ kind, name, en, capacity, area, at })
  const townOf = (unit: number): string => divisions.units[unit]!.code
  for (const town of settled.towns) {
    for (const s of town.specials) {
      const main = s.buildings[0]
      if (main) put(s.wanted.place, s.wanted.name, translate(s.wanted.name), townOf(s.unit), interior(main.footprint), s.wanted.capacity)
      const fever = s.buildings.find((b) => b.name.endsWith('发热门诊'))
      if (fever) put('fever_clinic', fever.name, translate(fever.name), townOf(s.unit), interior(fever.footprint), { beds: 24 })
      if (s.wanted.place === 'designated_hospital') put('laboratory', `${s.wanted.name}检验科`, `${translate(s.wanted.name)} Laboratory`, townOf(s.unit), interior(s.buildings.at(-1)!.footprint), { tubes_per_day: 4000, state: 'ready' })
    }
    const shopNames = random.shuffle(['康源', '百信', '同济', '仁和', '众安', '福泽', '民生', '惠仁'])
    let shop = 0
    for (const s of town.shops) {
      if (random.chance(0.045)) put('pharmacy', `${shopNames[shop++ % 8]!}大药房（${s.street.name}店）`, `${english(shopNames[shop % 8]!)} Pharmacy, ${english(s.street.name)}`, townOf(s.unit), interior(s.building.footprint))
      else if (random.chance(0.05)) put('food', `${s.street.name}${random.pick(['便民超市', '粮油店', '鲜果店'])}`, `Grocer, ${english(s.street.name)}`, townOf(s.unit), interior(s.building.footprint))
      else if (random.chance(0.012)) put('hotel', `${s.street.name}${random.pick(['快捷酒店', '宾馆'])}`, `Inn, ${english(s.street.name)}`, townOf(s.unit), interior(s.building.footprint), { rooms: random.int(18, 64) })
      else if (random.chance(0.012)) put('cold_store', `${s.street.name}冷鲜店`, `Chilled food shop, ${english(s.street.name)}`, townOf(s.unit), interior(s.building.footprint), { tonnes: random.int(2, 15) })
    }
  }
  const waiting = new Map<number, number>()
  for (const s of divisions.settlements) {
    const gate = s.gates[0]!
    const aside: Xy = [s.buildings[0] ? gate[0] + (s.buildings[0].at[0] - gate[0]) * 0.25 : gate[0], s.buildings[0] ? gate[1] + (s.buildings[0].at[1] - gate[1]) * 0.25 : gate[1]]
    put('delivery_point', `${s.name}投放点`, `${s.en} delivery point`, s.code, aside)
    // One sampling point for every 2,000 to 3,000 people of a community, as the rules of those years had it.
    const load = (waiting.get(s.unit) ?? 0) + s.buildings.reduce((sum, b) => sum + (people.get(b)?.people ?? 0), 0)
    const due = Math.floor(load / 2400)
    waiting.set(s.unit, load - due * 2400)
    for (let i = 0; i < due; i++) put('sampling_point', `${s.name}采样点${due > 1 ? i + 1 : ''}`, `${s.en} sampling point${due > 1 ? ` ${i + 1}` : ''}`, s.code, interior(s.buildings[(i + 1) * Math.floor(s.buildings.length / (due + 1))]!.footprint))
  }
  base.county.units.forEach((u, i) => {
    if (u.community) return
    const home = divisions.settlements.find((s) => s.unit === i)
    if (!home || home.buildings.length < 4) return
    const d = divisions.units[i]!
    put('government', `${d.name}村民委员会`, `${d.en} Committee`, d.code, interior(home.buildings[0]!.footprint))
    put('clinic', `${d.name}卫生室`, `${d.en} Clinic`, d.code, interior(home.buildings[1]!.footprint))
    if (random.chance(0.5)) put('sampling_point', `${d.name}采样点`, `${d.en} sampling point`, d.code, interior(home.buildings[2]!.footprint))
    if (random.chance(0.2)) put('worship', `${home.name}${random.pick(['关帝庙', '土地庙', '娘娘庙'])}`, `${home.en} Temple`, home.code, interior(home.buildings.at(-1)!.footprint))
    if (random.chance(0.22)) put('school', `${home.name}小学`, `${home.en} Primary School`, home.code, interior(home.buildings[3]!.footprint), { pupils: random.int(40, 150) })
  })
  for (const e of base.exits) put('toll_gate', `${e.name}收费站`, `${english(e.name.slice(0, 2))} ${e.name.endsWith('东') ? 'East' : 'West'} Toll Gate`, divisions.units[unitAt(e.toll)]!.code, e.toll, { lanes: 6 })
  put('station', '云渡站', 'Yundu Railway Station', divisions.units[unitAt(settled.station.at)]!.code, settled.station.at, { platforms: 3 })
  put('station', '柳湾渡口', 'Liuwan Ferry', divisions.units[unitAt(base.landings[0])]!.code, base.landings[0], { cars: 12 })
  return places.map((p, i) => feature({ id: `p${i + 1}`, kind: p.kind, name: p.name, name_en: p.en, capacity: p.capacity, area_code: p.area }, point(p.at)))
}
