import type { AddressArea, AddressEntry } from '#shared/address/address.ts'
import { seededRandom } from '../random.ts'
import * as names from './division-names.ts'

/** An address of the made-up register in its parts, so that it can be written in other ways. */
export type MadeAddress = {
  entry: AddressEntry
  /** Divisions, outermost first; the community, if written, is the last of them. */
  areas: string[]
  /** Street or village, and what stands behind it. */
  street: string
  group: string
  house: string
  compound: string
  building: string
  latin: boolean
}

export type MadeRegister = { areas: AddressArea[]; addresses: MadeAddress[] }

const latinShare = 0.04

/** Writes an address out as a register does. */
export function writeOut(made: MadeAddress): string {
  const house = made.house === '' ? '' : `${made.house}号`
  const building = made.building === '' ? '' : `${made.building}号楼`
  const group = made.group === '' ? '' : `${made.group}组`
  return `${made.areas.join('')}${made.street}${group}${house}${made.compound}${building}`
}

/**
 * A register of about `count` addresses over real prefectures and counties, the rest made up: streets with houses,
 * compounds with buildings (some with their street, some without), villages with groups, a few towns in Latin letters.
 */
export function makeAddresses(count: number, seed: number): MadeRegister {
  const random = seededRandom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const areas: AddressArea[] = []
  const addresses: MadeAddress[] = []
  const add = (made: Omit<MadeAddress, 'entry' | 'latin'>, code: string, lng: number, lat: number, text = ''): void => {
    const entry = { id: String(addresses.length + 1), text, areaCode: code, lng, lat }
    const address = { ...made, latin: text !== '', entry }
    if (text === '') address.entry.text = writeOut(address)
    addresses.push(address)
  }
  const counties = names.prefectures.flatMap((prefecture) =>
    prefecture.counties.map((county) => ({ prefecture, county })))
  const perTownship = 12
  const wanted = (count * (1 - latinShare)) / (counties.length * perTownship)
  const provinces = [...new Set(names.prefectures.map((prefecture) => prefecture.province))]
  const prefectureCode = (province: string, at: number): string =>
    `${11 + provinces.indexOf(province)}${String(at + 1).padStart(2, '0')}`
  provinces.forEach((name, p) => areas.push({ code: String(11 + p), name }))
  names.prefectures.forEach(({ name, province }, p) => {
    areas.push({ code: prefectureCode(province, p), name })
  })
  counties.forEach(({ prefecture, county }) => {
    const outer = prefectureCode(prefecture.province, names.prefectures.indexOf(prefecture))
    const code = `${outer}${String(prefecture.counties.indexOf(county) + 1).padStart(2, '0')}`
    areas.push({ code, name: county })
    const taken = new Set<string>()
    for (let t = 1; t <= perTownship; t++) {
      const township = pick(names.townships)
      if (taken.has(township)) continue
      taken.add(township)
      const townshipCode = `${code}${String(t).padStart(3, '0')}`
      areas.push({ code: townshipCode, name: township })
      const [lng, lat] = [75 + random() * 55, 20 + random() * 30]
      const chain = [prefecture.province, prefecture.name, county, township]
      fillTownship(chain, townshipCode, Math.round(wanted * 1.15), lng, lat)
    }
  })
  function fillTownship(chain: string[], code: string, size: number, lng: number, lat: number): void {
    const used = new Set<string>()
    const fresh = (make: () => string): string => {
      let name = make()
      for (let i = 0; i < 200 && used.has(name); i++) name = make()
      used.add(name)
      return name
    }
    const empty = { group: '', house: '', compound: '', building: '' }
    for (let made = 0; made < size;) {
      const [x, y] = [lng + random() * 0.05, lat + random() * 0.05]
      const kind = random()
      if (kind < 0.6) {
        const street = fresh(() => pick(names.streetStems) + pick(names.streetEnds))
        const community = random() < 0.3 ? [`${pick(names.communityStems)}社区`] : []
        const length = 8 + below(60)
        for (let n = 1; n <= length; n += 1 + below(2), made++) {
          const suffix = random() < 0.04 ? `-${1 + below(3)}` : random() < 0.02 ? 'A' : ''
          add({ ...empty, areas: [...chain, ...community], street, house: `${n}${suffix}` }, code, x + n * 0.0003, y)
        }
      } else if (kind < 0.85) {
        const street = random() < 0.5 ? pick(names.streetStems) + pick(names.streetEnds) : ''
        const house = street === '' ? '' : String(100 + below(100))
        const compound = fresh(() => pick(names.compoundStems) + pick(names.compoundEnds))
        for (let n = 1, all = 3 + below(20); n <= all; n++, made++) {
          add({ ...empty, areas: chain, street, house, compound, building: String(n) }, code, x + n * 0.0005, y)
        }
      } else {
        const street = fresh(() => `${pick(names.villageStems)}村`)
        for (let g = 1, groups = 2 + below(5); g <= groups; g++) {
          for (let n = 1, all = 5 + below(12); n <= all; n++, made++) {
            const parts = { ...empty, areas: chain, street, group: String(g), house: String(n) }
            add(parts, code, x + n * 0.0003, y + g * 0.002)
          }
        }
      }
    }
  }
  for (const town of names.latinTowns) {
    const used = new Set<string>()
    for (let made = 0; made < (count * latinShare) / names.latinTowns.length;) {
      const street = pick(names.latinStems) + (random() < 0.2 ? ' ' : '') + pick(names.latinEnds)
      if (used.has(street.replace(' ', ''))) {
        if (used.size > 200) break
        continue
      }
      used.add(street.replace(' ', ''))
      for (let n = 1, all = 5 + below(90); n <= all; n++, made++) {
        const parts = { areas: [town], street, group: '', house: String(n), compound: '', building: '' }
        add(parts, '', 15 + random(), 48 + random(), `${street} ${n}, 3500 ${town}`)
      }
    }
  }
  return { areas, addresses }
}
