import { hasHan, normalise } from './normalise.ts'
import { parseHan } from './parse-han.ts'
import { parseLatin } from './parse-latin.ts'
import type { ParsedAddress } from './parsed-address.ts'
import type { KnownArea } from './split-areas.ts'

/** Takes an address apart, in Chinese or Latin letters. `isKnown` tells full names of known divisions, normalised. */
export function parseAddress(text: string, isKnown: KnownArea): ParsedAddress {
  const plain = normalise(text)
  return hasHan(plain) ? parseHan(plain, isKnown) : parseLatin(plain)
}
