import { describe, expect, it } from 'vitest'
import { changedCheckpoints } from '../../../server/live/changed-checkpoints.ts'
import type { LiveCheckpoint } from '../../../server/store/live-checkpoints.ts'

const gate = (id: number, more: Partial<LiveCheckpoint> = {}): LiveCheckpoint => ({
  id, version: 1, name: '东口', nameEn: null, tier: 'village', state: 'staffed', greenLane: false, ruleCard: { asks: [] }, areaCode: null,
  roadId: null, kind: 'gate', egress: null, staffing: null, lng: 109.5 + id / 100, lat: 34.5, ...more,
})

describe('changed checkpoints', () => {
  it('are those that came, went, moved or were given another state; a new name changes no ring', () => {
    const before = [gate(1), gate(2), gate(3), gate(4)]
    expect(changedCheckpoints(before, before)).toEqual([])
    const after = [gate(1, { name: '西口' }), gate(2, { state: 'suspended' }), gate(3, { lng: 110 }), gate(5)]
    expect(changedCheckpoints(before, after)).toEqual([
      [109.52, 34.5], [109.52, 34.5], [110, 34.5], [109.53, 34.5], [109.55, 34.5], [109.54, 34.5],
    ])
  })
})
