import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import type { Api } from '../../../client/api/create-api.ts'
import type { Checkpoints } from '../../../client/state/checkpoints.ts'
import { createRings } from '../../../client/state/rings.ts'
import type { Selection } from '../../../client/state/selection.ts'
import type { Zones } from '../../../client/state/zones.ts'

it('gives up what it asked about a ring when another zone is selected, or none', () => {
  const asked: { id: string; until: AbortSignal }[] = []
  const ask = (id: string, ...rest: unknown[]) => {
    asked.push({ id, until: rest.at(-1) as AbortSignal })
    return new Promise(() => {})
  }
  const api = { roads: { rings: async () => ({ ok: false }), crossings: ask, access: ask, supply: ask } } as unknown as Api
  const current = signal<{ type: 'zone'; id: string } | null>({ type: 'zone', id: 'a' })
  const zones = signal(new Map(['a', 'b'].map((id) => [id, { properties: { id, kind: 'sealed' } }])))
  createRings(api, {
    selection: { current } as unknown as Selection,
    zones: { all: zones, live: zones } as unknown as Zones,
    checkpoints: { all: signal([]) } as unknown as Checkpoints,
    signedIn: () => true,
  })
  current.value = { type: 'zone', id: 'b' }
  const given = () => asked.map(({ id, until }) => [id, until.aborted])
  expect(given()).toEqual([['a', true], ['a', true], ['a', true], ['b', false], ['b', false], ['b', false]])
  current.value = null
  expect(given().every(([, aborted]) => aborted)).toBe(true)
})
