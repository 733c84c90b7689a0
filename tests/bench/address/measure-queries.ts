import type { AddressIndex } from '#shared/address/address.ts'
import type { Labelled } from './label-queries.ts'

export type Measured = {
  /** Of the queries about known addresses, those whose first candidate is the one meant. */
  rightFirst: number
  /** Of all queries, those answered exact or likely with another address than the one meant, if it is there at all. */
  wrongCertain: number
  /** Of the queries about known addresses, those answered exact or likely. */
  certain: number
  /** Milliseconds at the 50th and 99th percentile. */
  p50: number
  p99: number
}

/** The value below which the given share of the numbers lies. */
export function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Asks every query once, after some to warm up. */
export function measureQueries(index: AddressIndex, queries: Labelled[]): Measured {
  for (const { query } of queries.slice(0, 300)) index.match(query)
  const times: number[] = []
  let [known, right, wrong, certain] = [0, 0, 0, 0]
  for (const { query, id } of queries) {
    const start = performance.now()
    const answer = index.match(query)
    times.push(performance.now() - start)
    const sure = 'match' in answer
    if (sure && answer.match.entry.id !== id) wrong++
    if (id === null) continue
    known++
    if (answer.candidates[0]?.entry.id === id) right++
    if (sure) certain++
  }
  return {
    rightFirst: right / known,
    wrongCertain: wrong / queries.length,
    certain: certain / known,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}
