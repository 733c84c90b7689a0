import type { AddressIndex } from '#shared/address/address.ts'
import { createAddressIndex, loadAddressIndex } from '#shared/address/create-address-index.ts'
import type { BenchResult } from '../bench-result.ts'
import { seededRandom } from '../random.ts'
import { labelQueries } from './label-queries.ts'
import type { Labelled } from './label-queries.ts'
import { makeAddresses } from './make-addresses.ts'
import type { MadeAddress, MadeRegister } from './make-addresses.ts'
import { measureQueries, percentile } from './measure-queries.ts'
import { createRival } from './minisearch-rival.ts'

const large = 1_000_000
// MiniSearch takes a good part of a second for some queries at a hundred thousand: few are enough to compare.
const small = 20_000
const batch = 2000
const heldOutShare = 0.05

function alone(name: string, unit: string, ours: number, bar?: number, reached?: boolean): BenchResult {
  const judged = bar === undefined || reached === undefined ? {} : { bar, reached }
  return { name, unit, ours, other: null, otherName: null, ratio: null, spread: null, ...judged }
}

type Set = { register: MadeRegister; kept: MadeAddress[]; queries: Labelled[] }

/** A register, one address in twenty of it kept out of the index, and queries about both. */
function makeSet(count: number, known: number): Set {
  const register = makeAddresses(count, 7)
  const random = seededRandom(99)
  const kept: MadeAddress[] = []
  const heldOut: MadeAddress[] = []
  for (const made of register.addresses) (random() < heldOutShare ? heldOut : kept).push(made)
  const queries = labelQueries(kept, heldOut, { known, unknown: known / 5, renumbered: known / 5 }, 5)
  return { register, kept, queries }
}

/** Builds as a server does, in batches; the longest of them is how long nothing else runs. */
function build({ register, kept }: Set): { index: AddressIndex; seconds: number; longest: number } {
  const start = performance.now()
  const index = createAddressIndex([], { areas: register.areas })
  let longest = 0
  for (let at = 0; at < kept.length; at += batch) {
    const from = performance.now()
    index.add(kept.slice(at, at + batch).map((made) => made.entry))
    longest = Math.max(longest, performance.now() - from)
  }
  const from = performance.now()
  index.seal()
  return { index, seconds: (performance.now() - start) / 1000, longest: Math.max(longest, performance.now() - from) }
}

function measureLarge(): BenchResult[] {
  const set = makeSet(large, 10_000)
  const built = build(set)
  const bytes = built.index.toBytes()
  const from = performance.now()
  const loaded = loadAddressIndex(bytes)
  if (!loaded.ok) throw new Error(`the stored index cannot be read: ${loaded.reason}`)
  loaded.index.match('人民路12号')
  const loadTime = performance.now() - from
  const measured = measureQueries(loaded.index, set.queries)
  const of = (what: string): string => `${what}, ${set.kept.length} addresses`
  return [
    alone(of('right address first'), '%', measured.rightFirst * 100, 95, measured.rightFirst >= 0.95),
    alone(of('wrong address stated as certain'), '%', measured.wrongCertain * 100, 0.1, measured.wrongCertain <= 0.001),
    alone(of('known address stated as certain'), '%', measured.certain * 100),
    alone(of('match p50'), 'ms', measured.p50),
    alone(of('match p99'), 'ms', measured.p99, 10, measured.p99 <= 10),
    alone(of('build'), 's', built.seconds),
    alone(of('longest step of the build'), 'ms', built.longest),
    alone(of('load and first answer'), 'ms', loadTime),
    alone(of('stored index'), 'MB', bytes.length / 1e6),
  ]
}

/** Ours and the rival take turns on the same queries, several rounds. */
function compareSmall(): BenchResult[] {
  const set = makeSet(small, 200)
  const { index } = build(set)
  const rival = createRival(set.kept.map((made) => made.entry))
  const known = set.queries.filter((query) => query.id !== null)
  const rounds: { ours: number; other: number }[] = []
  let [right, rivalRight] = [0, 0]
  for (let round = 0; round < 3; round++) {
    const times: { ours: number[]; other: number[] } = { ours: [], other: [] }
    ;[right, rivalRight] = [0, 0]
    for (const { query, id } of known) {
      const start = performance.now()
      const answer = index.match(query)
      const between = performance.now()
      const first = rival(query)
      times.other.push(performance.now() - between)
      times.ours.push(between - start)
      if (answer.candidates[0]?.entry.id === id) right++
      if (first === id) rivalRight++
    }
    rounds.push({ ours: percentile(times.ours, 0.99), other: percentile(times.other, 0.99) })
  }
  const median = (pick: (round: { ours: number; other: number }) => number): number => percentile(rounds.map(pick), 0.5)
  const [ours, other] = [median((round) => round.ours), median((round) => round.other)]
  const all = rounds.map((round) => round.ours)
  const spread = (Math.max(...all) - Math.min(...all)) / ours
  const otherName = 'minisearch 7.2, bigrams'
  const of = (what: string): string => `${what}, ${set.kept.length} addresses`
  const [share, rivalShare] = [(right / known.length) * 100, (rivalRight / known.length) * 100]
  return [
    { name: of('match p99'), unit: 'ms', ours, other, otherName, ratio: other / ours, spread },
    {
      name: of('right address first'), unit: '%', ours: share, other: rivalShare, otherName,
      ratio: share / rivalShare, spread: 0,
    },
  ]
}

/** Address matching on a made-up register over real divisions, queries corrupted as `corrupt-address.ts` says. */
export async function run(): Promise<BenchResult[]> {
  return [...compareSmall(), ...measureLarge()]
}
