import { areaStem } from '#shared/address/area-name.ts'
import { seededRandom } from '../random.ts'
import { corrupt } from './corrupt-address.ts'
import type { MadeAddress } from './make-addresses.ts'

/** A query and the address that it means; null if the register lacks it. */
export type Labelled = { query: string; id: string | null; rules: string[] }

const tell = (made: MadeAddress, street: boolean): string =>
  [street ? made.street : '', made.group, street ? made.house : '', made.compound, made.building].join('/')

/**
 * Queries that mean one address each: `known` of them in the register, `unknown` about addresses kept out of it, and
 * `renumbered` with a number that the street does not have. A corrupted query that could mean another address of
 * the whole (what is left fits two, or the typo spells another street) is thrown away and drawn again.
 */
export function labelQueries(
  addresses: MadeAddress[],
  heldOut: MadeAddress[],
  counts: { known: number; unknown: number; renumbered: number },
  seed: number,
): Labelled[] {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)]
    if (item === undefined) throw new Error('there is nothing to pick from')
    return item
  }
  const byParts = new Map<string, MadeAddress[]>()
  for (const made of [...addresses, ...heldOut]) {
    for (const street of made.compound === '' ? [true] : [true, false]) {
      const key = tell(made, street)
      const list = byParts.get(key)
      if (list) list.push(made)
      else byParts.set(key, [made])
    }
  }
  const meansOther = (left: MadeAddress, own: MadeAddress): boolean => {
    const stems = left.areas.map(areaStem)
    const others = byParts.get(tell(left, left.street !== '' || left.compound === '')) ?? []
    const liesIn = (other: MadeAddress, stem: string): boolean => other.areas.some((area) => areaStem(area) === stem)
    return others.some((other) => other !== own && stems.every((stem) => liesIn(other, stem)))
  }
  const draw = (from: MadeAddress[], inRegister: boolean, change?: (made: MadeAddress) => MadeAddress): Labelled => {
    for (;;) {
      const own = pick(from)
      const made = change ? change(own) : own
      if (change && byParts.has(tell(made, true))) continue
      const { query, rules, left } = corrupt(made, { random, pick })
      if (!meansOther(left, own)) return { query, rules, id: inRegister ? own.entry.id : null }
    }
  }
  const renumber = (made: MadeAddress): MadeAddress =>
    made.building !== '' ? { ...made, building: String(Number(made.building) + 20 + Math.floor(random() * 60)) }
      : { ...made, house: String(Number.parseInt(made.house, 10) + 70 + Math.floor(random() * 200)) }
  return [
    ...Array.from({ length: counts.known }, () => draw(addresses, true)),
    ...Array.from({ length: counts.unknown }, () => draw(heldOut, false)),
    ...Array.from({ length: counts.renumbered }, () => draw(addresses, false, renumber)),
  ]
}
