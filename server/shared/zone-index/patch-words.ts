import { pointerDepth, pointerOffset } from './answer-word.ts'
import { LAST_ZONE, RECORD_HEAD } from './cell-record.ts'

/** What a patch makes of a label (slot + 1, or 0), and whether it hides a zone (slot + 1) that a record asks about. */
export type Patch = {
  relabel(label: number): number
  hides(zone: number): boolean
}

/**
 * Patches every answer below an answer word of the block at `block`, and returns the word to stand in its place. When
 * a patch hides a zone, it must give the same label to all the places where that zone or a less strict one answered.
 */
export function patchWord(words: Int32Array, block: number, word: number, patch: Patch): number {
  if (word >= 0) return patch.relabel(word)
  const at = block + pointerOffset(word)
  const depth = pointerDepth(word)
  if (depth === 0) return patchRecord(words, at, word, patch)
  for (let child = at; child < at + 4 ** depth; child++) words[child] = patchWord(words, block, words[child]!, patch)
  return word
}

// A record is cut before the first zone that is hidden: those behind it are less strict.
function patchRecord(words: Int32Array, record: number, word: number, patch: Patch): number {
  const label = patch.relabel(words[record]!)
  let before = -1
  for (let zone = record + RECORD_HEAD; ; ) {
    const head = words[zone + 1]!
    if (patch.hides(words[zone]!)) {
      if (before < 0) return label
      words[before + 1]! |= LAST_ZONE
    }
    if (patch.hides(words[zone]!) || (head & LAST_ZONE) !== 0) break
    before = zone
    zone += 2 + (head >> 2)
  }
  words[record] = label
  return word
}
