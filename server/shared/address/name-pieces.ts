import { entriesOf } from './component.ts'
import { gramsOf } from './grams.ts'
import { hasHan } from './normalise.ts'
import { soundsOf } from './sounds.ts'

/** By what names are found, gathered as they come so that sealing has only to sort: pinyin, initials, pieces. */
export type NamePieces = { sounds: [string, number][]; initials: [string, number][]; grams: Map<number, number[]> }

export function createNamePieces(): NamePieces {
  return { sounds: [], initials: [], grams: new Map() }
}

/** Takes a new name in, under its number. */
export function pushName(pieces: NamePieces, name: string, id: number): void {
  if (hasHan(name)) {
    for (const from of [0, ...entriesOf(name)]) {
      const heard = soundsOf(name.slice(from))
      for (const sound of heard.full) pieces.sounds.push([sound, id])
      pieces.initials.push([heard.initials, id])
    }
  }
  for (const gram of gramsOf(name)) {
    const list = pieces.grams.get(gram)
    if (list) list.push(id)
    else pieces.grams.set(gram, [id])
  }
}
