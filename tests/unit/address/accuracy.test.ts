import { describe, expect, it } from 'vitest'
import { createAddressIndex } from '#shared/address/create-address-index.ts'
import { labelQueries } from '../../bench/address/label-queries.ts'
import { makeAddresses } from '../../bench/address/make-addresses.ts'
import { measureQueries } from '../../bench/address/measure-queries.ts'

// The benchmark's bars on a smaller register; other seeds, so that rules are not fitted to one draw.
describe.each([21, 22])('accuracy with seed %i', (seed) => {
  const { areas, addresses } = makeAddresses(20_000, seed)
  const kept = addresses.filter((_, i) => i % 20 !== 0)
  const heldOut = addresses.filter((_, i) => i % 20 === 0)
  const index = createAddressIndex(kept.map((made) => made.entry), { areas })
  const queries = labelQueries(kept, heldOut, { known: 1000, unknown: 500, renumbered: 500 }, seed)
  const measured = measureQueries(index, queries)

  it('puts the right address first in 95 of 100', () => expect(measured.rightFirst).toBeGreaterThanOrEqual(0.95))
  it('states a wrong address as certain at most once in 1000', () => {
    expect(measured.wrongCertain).toBeLessThanOrEqual(0.001)
  })
  it('is certain of most that it knows', () => expect(measured.certain).toBeGreaterThan(0.7))
})
