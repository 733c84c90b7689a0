import type { AddressColumns } from './address-columns.ts'
import { entriesOf } from './component.ts'
import { gramsOf } from './grams.ts'
import { hasHan } from './normalise.ts'
import { sortedKeys } from './sorted-keys.ts'
import { soundsOf } from './sounds.ts'

type NameColumns = Pick<AddressColumns, 'sounds' | 'soundOf' | 'initials' | 'initialsOf' | 'grams' | 'gramStart' | 'gramNames'>

/** Lists by what names are found: pinyin, initials, pieces. */
export function sealNames(names: string[]): NameColumns {
  const sounds: [string, number][] = []
  const initials: [string, number][] = []
  const byGram = new Map<number, number[]>()
  names.forEach((name, at) => {
    if (hasHan(name)) {
      for (const from of [0, ...entriesOf(name)]) {
        const heard = soundsOf(name.slice(from))
        for (const sound of heard.full) sounds.push([sound, at])
        initials.push([heard.initials, at])
      }
    }
    for (const gram of gramsOf(name)) {
      const list = byGram.get(gram)
      if (list) list.push(at)
      else byGram.set(gram, [at])
    }
  })
  const bySound = sortedKeys(sounds)
  const byInitials = sortedKeys(initials)
  const grams = Uint32Array.from(byGram.keys()).sort()
  const gramStart = new Uint32Array(grams.length + 1)
  grams.forEach((gram, i) => {
    gramStart[i + 1] = (gramStart[i] ?? 0) + (byGram.get(gram)?.length ?? 0)
  })
  const gramNames = new Uint32Array(gramStart[grams.length] ?? 0)
  grams.forEach((gram, i) => gramNames.set(byGram.get(gram) ?? [], gramStart[i]))
  return {
    sounds: bySound.keys, soundOf: bySound.values, initials: byInitials.keys, initialsOf: byInitials.values,
    grams, gramStart, gramNames,
  }
}
