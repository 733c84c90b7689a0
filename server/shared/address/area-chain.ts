import type { AddressArea } from './address.ts'
import { areaLevel, areaStem } from './area-name.ts'
import { normalise } from './normalise.ts'

/** Divisions by code, and by full name. */
export type Divisions = { byCode: Map<string, AddressArea>; names: Set<string> }

const lengths = [2, 4, 6, 9, 12]

/** A division code without the zeros that fill it up to 12 digits: 610502000000 → 610502. */
function shortCode(code: string): string {
  for (const length of lengths) if (/^0*$/.test(code.slice(length))) return code.slice(0, length)
  return code
}

/** Reads the divisions given with an index. */
export function readDivisions(areas: Iterable<AddressArea>): Divisions {
  const byCode = new Map<string, AddressArea>()
  const names = new Set<string>()
  for (const area of areas) {
    // Below the village stand grids and compounds, whose names are those of addresses themselves.
    if (shortCode(area.code).length > 12) continue
    const name = normalise(area.name)
    byCode.set(shortCode(area.code), { ...area, name })
    names.add(name)
  }
  return { byCode, names }
}

/** The divisions that a code lies in, outermost first. */
export function chainOf(code: string, divisions: Divisions): string[] {
  const chain: string[] = []
  for (const length of lengths) {
    const area = code.length >= length ? divisions.byCode.get(code.slice(0, length)) : undefined
    if (area && chain[chain.length - 1] !== area.name) chain.push(area.name)
  }
  return chain
}

/** Puts the divisions written in an address into the chain known from its code, each at its level. */
export function mergeChain(chain: string[], written: string[]): string[] {
  const known = new Set(chain.map(areaStem))
  const more = written.filter((name) => !known.has(areaStem(name)))
  if (more.length === 0) return chain
  const merged = [...chain]
  for (const name of more) {
    const level = areaLevel(name)
    const before = level === 0 ? -1 : merged.findIndex((other) => areaLevel(other) > level)
    if (before === -1) merged.push(name)
    else merged.splice(before, 0, name)
  }
  return merged
}
