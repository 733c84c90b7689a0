import { effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { AreaRings } from '#shared/schema/roads.ts'
import type { Api } from '../api/create-api.ts'
import { readAll } from '../api/read-all.ts'
import type { Checkpoints } from './checkpoints.ts'

/** Whose gates are told: 市县门, 乡街门, 村社门. */
export const RING_LEVELS = ['county', 'township', 'village'] as const
export type RingLevel = (typeof RING_LEVELS)[number]

type Needs = { checkpoints: Checkpoints; groundVersion: ReadonlySignal<number>; signedIn: () => boolean }

/** The rings of areas by level, each level read when somebody looks at it, and again when gates or the ground change. */
export function createAreaRings(api: Api, { checkpoints, groundVersion, signedIn }: Needs) {
  const wanted = signal<ReadonlySet<RingLevel>>(new Set())
  const found = signal<Partial<Record<RingLevel, AreaRings['items']>>>({})
  effect(() => {
    void [checkpoints.all.value, groundVersion.value]
    let stale = false
    if (!signedIn()) found.value = {}
    else for (const level of wanted.value) {
      void readAll((cursor) => api.roads.areaRings(level, cursor), (page) => page.items).then((items) => {
        if (!stale && items) found.value = { ...found.peek(), [level]: items }
      })
    }
    return () => void (stale = true)
  })
  return {
    found,
    want: (level: RingLevel) => {
      if (!wanted.peek().has(level)) wanted.value = new Set([...wanted.peek(), level])
    },
  }
}
