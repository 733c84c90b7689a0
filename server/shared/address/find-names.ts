import FlatQueue from 'flatqueue'
import type { AddressView } from './address-view.ts'
import { inScope } from './area-scope.ts'
import type { AreaScope } from './area-scope.ts'
import { compareNames, mayFit } from './compare-names.ts'
import type { NameFit } from './compare-names.ts'
import { entriesOf } from './component.ts'
import { gramsOf } from './grams.ts'
import { hasHan } from './normalise.ts'
import { soundsOf, soundsTyped } from './sounds.ts'
import { valuesOf } from './sorted-keys.ts'
import { lowerBound } from './string-table.ts'

export type NameHit = { name: number; fit: NameFit }

const mostPostings = 30_000
const mostPostingsBeside = 6000
const fewInScope = 600
const mostNames = 60
const mostRanked = 800
const mostInScope = 4000
const leastScore = 0.45

/** The number of a name, -1 if the register does not have it. */
export function nameNumber(view: AddressView, name: string): number {
  const at = lowerBound(view.columns.names, name)
  return at < view.columns.nameGroup.length - 1 && view.nameAt(at) === name ? at : -1
}

/** Names that sound as the query does, whole or from a component on; for Latin letters, Chinese names in pinyin. */
function soundingNames(view: AddressView, query: string): NameHit[] {
  const { sounds: keys, soundOf: values } = view.columns
  const heard = hasHan(query) ? soundsOf(query).full.slice(0, 1) : soundsTyped(query)
  return heard.flatMap((sound) => (sound.length < 3 ? [] : valuesOf({ keys, values }, sound)).map((name): NameHit => {
    const text = view.nameAt(name)
    const shift = [0, ...entriesOf(text)].find((at) => soundsOf(text.slice(at)).full.includes(sound)) ?? 0
    const score = (hasHan(query) ? 0.93 : 0.96) - (shift > 0 ? 0.03 : 0)
    return { name, fit: { kind: 'sound', score, shift } }
  }))
}

function gramAt(grams: Uint32Array, gram: number): number {
  let low = 0
  let high = grams.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((grams[middle] ?? 0) < gram) low = middle + 1
    else high = middle
  }
  return grams[low] === gram ? low : -1
}

/** Names that share the rarest pieces with the query, those with the most weight for their length first. */
function similarNames(view: AddressView, scope: AreaScope, query: string, budget: number): number[] {
  const { grams, gramStart, gramNames } = view.columns
  const lists = gramsOf(query).map((gram) => gramAt(grams, gram)).filter((at) => at !== -1)
    .map((at) => ({ from: gramStart[at] ?? 0, to: gramStart[at + 1] ?? 0 }))
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  const { weights } = view
  const touched: number[] = []
  let read = 0
  for (const { from, to } of lists) {
    if (read > 0 && read + to - from > budget) break
    read += to - from
    const weight = Math.log(1 + (view.columns.nameGroup.length - 1) / (to - from))
    for (let i = from; i < to; i++) {
      const name = gramNames[i] ?? 0
      if (weights[name] === 0) touched.push(name)
      weights[name] = (weights[name] ?? 0) + weight
    }
  }
  for (const name of touched) weights[name] = (weights[name] ?? 0) / (4 + view.nameLength(name))
  const least = nthLargest(weights, touched, scope.areas === null ? mostNames : mostRanked)
  const sorted = touched.filter((name) => (weights[name] ?? 0) >= least)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const best: number[] = []
  for (const name of sorted) if (best.length < mostNames && occurs(view, scope, name)) best.push(name)
  for (const name of touched) weights[name] = 0
  return best
}

/** The n-th largest weight of these names, the smallest where there are fewer: all of thousands need no sorting for it. */
function nthLargest(weights: Float32Array, names: readonly number[], n: number): number {
  const largest = new FlatQueue<number>()
  for (const name of names) {
    const weight = weights[name] ?? 0
    if (largest.length < n) largest.push(name, weight)
    else if (weight > (largest.peekValue() ?? 0)) {
      largest.pop()
      largest.push(name, weight)
    }
  }
  return largest.peekValue() ?? 0
}

/** Every name of a scope, none if there are more than `most`. */
function namesInScope(view: AddressView, scope: AreaScope, most: number): Set<number> {
  const { areaGroupStart, areaGroups, groupName } = view.columns
  const names = new Set<number>()
  for (const outer of scope.areas ?? []) {
    const from = areaGroupStart[outer] ?? 0
    const to = areaGroupStart[view.areaEnd[outer] ?? 0] ?? from
    if (names.size + to - from > most) return new Set()
    for (let i = from; i < to; i++) names.add(groupName[areaGroups[i] ?? 0] ?? 0)
  }
  return names
}

/** True if the name occurs in the scope. */
function occurs(view: AddressView, scope: AreaScope, name: number): boolean {
  const { nameGroup, groupArea } = view.columns
  for (let group = nameGroup[name] ?? 0; group < (nameGroup[name + 1] ?? 0); group++) {
    if (inScope(view, scope, groupArea[group] ?? 0)) return true
  }
  return false
}

/** The names of the scope that the query may mean, best first: the same, longer ones, sound-alikes, misspellings. */
export function findNames(view: AddressView, scope: AreaScope, query: string): NameHit[] {
  const hits = new Map<number, NameFit>()
  const same = nameNumber(view, query)
  if (same !== -1 && occurs(view, scope, same)) hits.set(same, { kind: 'same', score: 1, shift: 0 })
  for (const { name, fit } of soundingNames(view, query)) {
    if (!hits.has(name) && occurs(view, scope, name)) hits.set(name, fit)
  }
  // In a township, or where nothing else is found a county, every name is looked at; in more, those that share pieces
  // with the query.
  const some = hits.size > 0
  const own = namesInScope(view, scope, some ? fewInScope : mostInScope)
  const near = own.size > 0 ? own : similarNames(view, scope, query, some ? mostPostingsBeside : mostPostings)
  for (const name of near) {
    if (hits.has(name)) continue
    const text = view.nameAt(name)
    if (!mayFit(query, text, leastScore)) continue
    const fit = compareNames(query, text, null)
    if (fit.score >= leastScore && occurs(view, scope, name)) hits.set(name, fit)
  }
  return [...hits].map(([name, fit]) => ({ name, fit })).sort((a, b) => b.fit.score - a.fit.score || a.name - b.name)
}
