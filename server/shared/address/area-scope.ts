import type { AddressView } from './address-view.ts'
import { areaStem } from './area-name.ts'
import { hasHan } from './normalise.ts'
import { soundsOf } from './sounds.ts'
import { valuesOf } from './sorted-keys.ts'
import { withinOneEdit } from './edit-distance.ts'

/** Where the divisions named in a query let an address be. */
export type AreaScope = {
  /** Outermost areas, ascending, none within another; null: anywhere. */
  areas: number[] | null
  /** Divisions named that no address found so far lies in. */
  unexplained: string[]
  /** A division was found only by its sound or with another kind (城关镇 for 城关街道), or misspelt. */
  loose: 'no' | 'kind' | 'spelling'
}

export const anywhere: AreaScope = { areas: null, unexplained: [], loose: 'no' }
const mostSearched = 3000

/** True if the area lies in the scope. */
export function inScope(view: AddressView, scope: AreaScope, area: number): boolean {
  if (scope.areas === null) return true
  let low = 0
  let high = scope.areas.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((scope.areas[middle] ?? 0) <= area) low = middle + 1
    else high = middle
  }
  const outer = scope.areas[low - 1]
  return outer !== undefined && area < (view.areaEnd[outer] ?? 0)
}

/** Drops areas that lie within the one before. */
function outermost(view: AddressView, areas: number[]): number[] {
  const kept: number[] = []
  for (const area of areas.sort((a, b) => a - b)) {
    const last = kept[kept.length - 1]
    if (last === undefined || area >= (view.areaEnd[last] ?? 0)) kept.push(area)
  }
  return kept
}

/** What two lists of areas have in common; either may name the outer division. */
function common(view: AddressView, scope: AreaScope, areas: number[]): number[] {
  if (scope.areas === null) return outermost(view, areas)
  const other: AreaScope = { ...anywhere, areas: outermost(view, areas) }
  const inner = areas.filter((area) => inScope(view, scope, area))
  const outer = scope.areas.filter((area) => inScope(view, other, area))
  return outermost(view, [...new Set([...inner, ...outer])])
}

/** The areas that are called so; ü may be typed v. */
export function aliasAreas(view: AddressView, key: string): number[] {
  const keys = { keys: view.columns.areaAliases, values: view.columns.areaAliasOf }
  const found = valuesOf(keys, key)
  return found.length > 0 || !/^[a-z]*v/.test(key) ? found : valuesOf(keys, key.replaceAll('v', 'u'))
}

/** Areas within the scope whose name is one letter off. */
function misspelt(view: AddressView, scope: AreaScope, token: string): number[] {
  if (scope.areas === null || token.length < 3) return []
  const found: number[] = []
  let searched = 0
  for (const outer of scope.areas) {
    for (let area = outer; area < (view.areaEnd[outer] ?? 0) && searched < mostSearched; area++, searched++) {
      const chain = view.chainAt(area)
      if (withinOneEdit(chain[chain.length - 1] ?? '', token)) found.push(area)
    }
  }
  return found
}

/** Known names that a token consists of: 西安碑林区 is 西安 and 碑林区; null if it does not. */
function splitToken(view: AddressView, token: string): string[] | null {
  for (let length = token.length - 2; length >= 2; length--) {
    const [front, rest] = [token.slice(0, length), token.slice(length)]
    if (aliasAreas(view, front).length === 0) continue
    if (aliasAreas(view, rest).length > 0) return [front, rest]
    const more = splitToken(view, rest)
    if (more) return [front, ...more]
  }
  return null
}

/** Narrows a scope by one division as far as it is known; null if no area fits. */
function narrowBy(view: AddressView, scope: AreaScope, token: string): AreaScope | null {
  const stem = areaStem(token)
  const ways: [() => number[], AreaScope['loose']][] = [
    [() => aliasAreas(view, token), 'no'],
    [() => (stem === token ? [] : aliasAreas(view, stem)), 'kind'],
    [() => (hasHan(token) ? aliasAreas(view, soundsOf(token).full[0] ?? '') : []), 'kind'],
    [() => misspelt(view, scope, token), 'spelling'],
  ]
  for (const [find, loose] of ways) {
    const areas = common(view, scope, find())
    if (areas.length === 0) continue
    return { ...scope, areas, loose: loose === 'no' ? scope.loose : scope.loose === 'spelling' ? 'spelling' : loose }
  }
  return null
}

/** Narrows a scope by the divisions named, outermost first. */
export function narrow(view: AddressView, start: AreaScope, tokens: string[]): AreaScope {
  let scope = start
  for (const written of tokens) {
    const token = hasHan(written) ? written : written.replaceAll(' ', '')
    const parts = aliasAreas(view, token).length > 0 ? null : splitToken(view, token)
    for (const part of parts ?? [token]) {
      scope = narrowBy(view, scope, part) ?? { ...scope, unexplained: [...scope.unexplained, parts ? part : written] }
    }
  }
  return scope
}
