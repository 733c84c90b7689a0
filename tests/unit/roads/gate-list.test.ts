import { describe, expect, it } from 'vitest'
import type { CrossingAudit } from '#shared/roads/audit.ts'
import { gateListHash } from '../../../server/domain/gate-list.ts'

const crossing = { at: [109.5, 34.5], roadId: 1, state: 'guarded', checkpoint: 7 } as unknown as CrossingAudit['crossings'][number]
const sources = [{ source: 'osm', asOf: '2022-01-01', roads: 2 }] as unknown as Parameters<typeof gateListHash>[2]['sources']
const signed = gateListHash('990101-C-0001.1', { crossings: [crossing] }, { sources })

describe('what is signed for at the gates', () => {
  it('is the same list while nothing has changed', () => {
    expect(gateListHash('990101-C-0001.1', { crossings: [{ ...crossing, at: [109.5, 34.5] }] }, { sources: structuredClone(sources) })).toBe(signed)
  })

  it.each([
    ['a new version of the zone', gateListHash('990101-C-0001.2', { crossings: [crossing] }, { sources })],
    ['newer roads', gateListHash('990101-C-0001.1', { crossings: [crossing] }, { sources: sources.map((one) => ({ ...one, asOf: '2022-02-01' })) })],
    ['another road at the crossing', gateListHash('990101-C-0001.1', { crossings: [{ ...crossing, roadId: 2 }] }, { sources })],
    ['a crossing that is open now', gateListHash('990101-C-0001.1', { crossings: [{ ...crossing, state: 'open' }] }, { sources })],
    ['another checkpoint', gateListHash('990101-C-0001.1', { crossings: [{ ...crossing, checkpoint: 8 }] }, { sources })],
    ['one more crossing', gateListHash('990101-C-0001.1', { crossings: [crossing, crossing] }, { sources })],
  ])('is another list after %s, so that the signature falls away', (_what, list) => {
    expect(list).not.toBe(signed)
  })
})
