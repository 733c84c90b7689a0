import type { AddressView } from './address-view.ts'
import { aliasAreas } from './area-scope.ts'
import { hasHan } from './normalise.ts'
import type { ParsedAddress } from './parsed-address.ts'

const most = 6
const mostLatin = 12
const kindFirst = /^(?:[路街巷]|大道|大街|小区|社区|花园|新村|[东西南北中]大?[路街])/

/** Cuts a division called by a short name off the front (云渡城关人民路) or, in Latin letters, off the end. */
function withoutArea(view: AddressView, parsed: ParsedAddress, from: 'front' | 'end'): ParsedAddress[] {
  const { name } = parsed
  const shortest = hasHan(name) ? 2 : 3
  const found: ParsedAddress[] = []
  for (let length = Math.min(name.length - 2, 24); length >= shortest; length--) {
    const area = from === 'front' ? name.slice(0, length) : name.slice(name.length - length)
    const rest = from === 'front' ? name.slice(length) : name.slice(0, name.length - length)
    if (from === 'front' ? kindFirst.test(rest) : rest.length < 4) continue
    if (aliasAreas(view, area).length === 0) continue
    const cut = from === 'front' ? length : 0
    const limit = rest.length
    const moved = (at: number): number => Math.min(Math.max(at - cut, 0), limit)
    found.push({
      ...parsed,
      areas: from === 'front' ? [...parsed.areas, area] : [area, ...parsed.areas],
      name: rest,
      breaks: parsed.breaks.map(moved).filter((at) => at > 0 && at < limit),
      numbers: parsed.numbers.map((number) => ({ ...number, at: moved(number.at) })),
    })
    if (found.length === 2) break
  }
  return found
}

/** The inmost division as part of the name after all: 云渡县人民医院. */
function withArea(parsed: ParsedAddress): ParsedAddress {
  const area = parsed.areas[parsed.areas.length - 1] ?? ''
  return {
    ...parsed,
    areas: parsed.areas.slice(0, -1),
    name: area + parsed.name,
    breaks: parsed.breaks.map((at) => at + area.length),
    numbers: parsed.numbers.map((number) => ({ ...number, at: number.at + area.length })),
  }
}

/** All known names of divisions cut off the front, whatever the patterns took them for: 汉中镇巴杨柳 is three of them. */
function byKnownNames(view: AddressView, parsed: ParsedAddress): ParsedAddress {
  let reading = parsed
  while (reading.areas.length > 0) reading = withArea(reading)
  for (;;) {
    const [shorter] = withoutArea(view, reading, 'front')
    if (!shorter) return reading
    reading = shorter
  }
}

/** The ways in which a query can be read: as it stands, and with short names of divisions taken from its name. */
export function readingsOf(view: AddressView, parsed: ParsedAddress): ParsedAddress[] {
  const limit = parsed.latin ? mostLatin : most
  const readings = [parsed]
  if (!parsed.latin && parsed.areas.length > 0) {
    const known = byKnownNames(view, parsed)
    if (known.name !== parsed.name) readings.push(known)
  }
  for (let i = 0; i < readings.length && readings.length < limit; i++) {
    const reading = readings[i] ?? parsed
    readings.push(...withoutArea(view, reading, 'front'))
    if (reading.latin) readings.push(...withoutArea(view, reading, 'end'))
  }
  if (parsed.areas.length > 0 && !parsed.latin) readings.splice(limit - 1, Infinity, withArea(parsed))
  const seen = new Set<string>()
  return readings.slice(0, limit).filter(({ areas, name }) => {
    const key = `${areas.join(' ')}/${name}`
    return !seen.has(key) && seen.add(key)
  })
}
