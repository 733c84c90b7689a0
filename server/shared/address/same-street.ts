import { areaLevel } from './area-name.ts'
import type { AddressView } from './address-view.ts'

/** Addresses of one street this near to each other may lie in two townships, in metres. */
const nextTo = 2000
const mostGroups = 64
const samples = 24
const metresPerDegree = 111_320

/** Metres between two entries, good for a few kilometres. */
export function metresApart({ columns: { positions } }: AddressView, a: number, b: number): number {
  const lat = ((positions[a * 2 + 1] ?? 0) * Math.PI) / 180
  const dx = ((positions[a * 2] ?? 0) - (positions[b * 2] ?? 0)) * Math.cos(lat)
  const dy = (positions[a * 2 + 1] ?? 0) - (positions[b * 2 + 1] ?? 0)
  return Math.hypot(dx, dy) * metresPerDegree
}

/**
 * The area that keeps streets of one name apart: down to the township, and below it villages, but not urban
 * communities, since a street runs through several.
 */
function streetArea(view: AddressView, group: number): string {
  return view.chainAt(view.columns.groupArea[group] ?? 0)
    .filter((name) => areaLevel(name) !== 5 || name.endsWith('村') || name.endsWith('村委会')).join('/')
}

/** Some entries of a group, evenly drawn. */
function sampled({ columns: { groupRow, rowEntry } }: AddressView, group: number): number[] {
  const [from, to] = [groupRow[group] ?? 0, groupRow[group + 1] ?? 0]
  const step = Math.max(1, (to - from) / samples)
  const entries: number[] = []
  for (let row = from; row < to; row += step) entries.push(rowEntry[Math.floor(row)] ?? 0)
  return entries
}

function near(view: AddressView, a: number[], b: number[]): boolean {
  return a.some((one) => b.some((other) => metresApart(view, one, other) <= nextTo))
}

/** True if a number occurs in both groups: two streets, since one numbers its houses once. */
function shareNumber({ columns: { groupRow, rowNumbers } }: AddressView, a: number, b: number): boolean {
  const numbers = new Set(rowNumbers.subarray(groupRow[a], groupRow[a + 1]))
  return rowNumbers.subarray(groupRow[b], groupRow[b + 1]).some((number) => numbers.has(number))
}

/**
 * True if all groups of a name belong to the street of the first: they lie in its township, or go on from it, next to
 * one that belongs to it and with other numbers, as a national road does from village to village.
 */
export function areOneStreet(view: AddressView, own: number, groups: number[]): boolean {
  const ownArea = streetArea(view, own)
  let left = groups.filter((group) => group !== own && streetArea(view, group) !== ownArea)
  if (left.length > mostGroups) return false
  const joined = [own, ...groups.filter((group) => group !== own && streetArea(view, group) === ownArea)]
  for (let i = 0; i < joined.length && left.length > 0; i++) {
    const one = joined[i] ?? own
    const places = sampled(view, one)
    const goesOn = left.filter((group) => near(view, places, sampled(view, group)) && !shareNumber(view, one, group))
    joined.push(...goesOn)
    left = left.filter((group) => !goesOn.includes(group))
  }
  return left.length === 0
}
