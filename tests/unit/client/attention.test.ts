import { describe, expect, it } from 'vitest'
import { attention } from '../../../client/state/attention.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const zone = (id: string, review_by: string) => ({ properties: { id, review_by } }) as Parameters<typeof attention>[0][number]
const gate = (id: number, state: string) => ({ properties: { id, state } }) as Parameters<typeof attention>[1][number]

describe('what needs attention', () => {
  it('names overdue reviews first, then those due within two days, then gates where nobody stands', () => {
    const items = attention(
      [zone('soon', '2026-11-22T10:00:00Z'), zone('late', '2026-11-21T09:00:00Z'), zone('far', '2026-11-30T10:00:00Z')],
      [gate(1, 'planned'), gate(2, 'staffed'), gate(3, 'suspended'), gate(4, 'withdrawn')],
      new Map(),
      NOW,
    )
    expect(items.map((item) => [item.type, 'zone' in item ? item.zone.properties.id : item.gate.properties.id])).toEqual([
      ['overdue', 'late'], ['due', 'soon'], ['suspended', 3], ['planned', 1],
    ])
    expect(items[0]).toMatchObject({ byS: 3600 })
    expect(attention([], [], new Map(), NOW)).toEqual([])
  })
})
