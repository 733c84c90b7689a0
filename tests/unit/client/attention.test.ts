import { describe, expect, it } from 'vitest'
import type { ZoneReadiness } from '#shared/schema/readiness.ts'
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
    expect(items.map((item) => [item.type, 'zone' in item ? item.zone.properties.id : 'gate' in item ? item.gate.properties.id : item.plan.id])).toEqual([
      ['overdue', 'late'], ['due', 'soon'], ['suspended', 3], ['planned', 1],
    ])
    expect(items[0]).toMatchObject({ byS: 3600 })
    expect(attention([], [], new Map(), NOW)).toEqual([])
  })

  it('puts a positive in a controlled zone before all else, and what is ready after the reviews', () => {
    const judged = (status: string, on: string | null) =>
      ({ readiness: { status, alarm: on === null ? null : { action: 'seal', on } } }) as unknown as ZoneReadiness
    const found = new Map([['ready', judged('ready', null)], ['alarm', judged('not_ready', '2026-11-20')], ['both', judged('ready', '2026-11-19')]])
    const zones = [zone('ready', '2026-12-21T00:00:00Z'), zone('late', '2026-11-21T09:00:00Z'), zone('alarm', '2026-12-21T00:00:00Z'), zone('both', '2026-12-21T00:00:00Z')]
    const items = attention(zones, [], found, NOW)
    expect(items.map((item) => [item.type, 'zone' in item && item.zone.properties.id])).toEqual([
      ['alarm', 'alarm'], ['alarm', 'both'], ['overdue', 'late'], ['ready', 'ready'], ['ready', 'both'],
    ])
  })

  it('says what starts and ends by itself, and first of all what could not', () => {
    const plan = (id: number, action: 'start' | 'end', due_at: string, failed: object | null = null) => ({ id, action, due_at, failed }) as never
    const items = attention([zone('late', '2026-11-21T09:00:00Z')], [gate(3, 'suspended')], new Map(), NOW, [
      plan(1, 'start', '2026-11-21T11:00:00Z'), plan(2, 'end', '2026-11-22T10:00:00Z'), plan(4, 'start', '2026-11-21T08:00:00Z', { code: 'x' }),
    ])
    expect(items.map(({ type }) => type)).toEqual(['failed', 'overdue', 'starts', 'ends', 'suspended'])
    expect(items[2]).toMatchObject({ inS: 3600 })
  })
})
