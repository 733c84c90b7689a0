import { areaStem } from './area-name.ts'
import type { AddressColumns } from './address-columns.ts'
import { chainSign } from './address-rows.ts'
import type { AddressRows } from './address-rows.ts'
import { hasHan, normalise } from './normalise.ts'
import { soundsOf } from './sounds.ts'
import { sortedKeys } from './sorted-keys.ts'

type AreaColumns = Pick<AddressColumns, 'areaAliases' | 'areaAliasOf'> & { sorted: string[]; rank: Uint32Array }

const englishKind =
  / (?:province|prefecture|city|county|district|subdistrict|sub-district|street|town|township|village|community)$/

/** All that a division may be called: name, name without its kind, pinyin and English of both, letters run together. */
export function aliasesOf(name: string, nameEn: string): string[] {
  const aliases = new Set<string>()
  for (const text of [name, areaStem(name)]) {
    aliases.add(hasHan(text) ? text : text.replaceAll(' ', ''))
    if (hasHan(text)) for (const sound of soundsOf(text).full) aliases.add(sound)
  }
  const english = normalise(nameEn)
  for (const text of [english, english.replace(englishKind, '')]) aliases.add(text.replaceAll(' ', ''))
  // krems an der donau is called krems.
  const first = hasHan(name) ? '' : name.split(' ')[0] ?? ''
  if (first.length >= 4) aliases.add(first)
  aliases.delete('')
  return [...aliases]
}

/** Sorts the chains of divisions, adds those between, and lists what each may be called. */
export function sealAreas(rows: AddressRows): AreaColumns {
  const all = new Set<string>([''])
  for (const chain of rows.areas.keys()) {
    for (let end = chain.length; end > 0; end = chain.lastIndexOf(chainSign, end - 1)) all.add(chain.slice(0, end))
  }
  const sorted = [...all].sort()
  const english = new Map([...rows.divisions.byCode.values()].map((area) => [area.name, area.nameEn ?? '']))
  const rank = new Uint32Array(rows.areas.size)
  const aliasesByName = new Map<string, string[]>()
  const pairs: [string, number][] = []
  sorted.forEach((chain, at) => {
    const given = rows.areas.get(chain)
    if (given !== undefined) rank[given] = at
    const name = chain.slice(chain.lastIndexOf(chainSign) + 1)
    let aliases = aliasesByName.get(name)
    if (aliases === undefined) aliasesByName.set(name, (aliases = aliasesOf(name, english.get(name) ?? '')))
    for (const alias of aliases) pairs.push([alias, at])
  })
  const { keys, values } = sortedKeys(pairs)
  return { sorted, rank, areaAliases: keys, areaAliasOf: values }
}
