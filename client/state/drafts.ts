import { signal } from '@preact/signals-core'
import type { Draft } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
import { readAll } from '../api/read-all.ts'
import { coalesce } from './coalesce.ts'

export type Drafts = ReturnType<typeof createDrafts>

/** The entity tag of a draft: what a change to it is made to. */
export const draftTag = (draft: Pick<Draft, 'zone_id' | 'revision'>) => `"${draft.zone_id}.d${draft.revision}"`

/** Drafts that are not published yet; known to signed-in posts only. */
export function createDrafts(api: Api, signedIn: () => boolean) {
  const all = signal<readonly Draft[]>([])
  const load = coalesce(async () => {
    if (!signedIn()) {
      all.value = []
      return
    }
    const found = await readAll(api.drafts.list, (page) => page.items)
    if (found) all.value = found
  })
  return { all, load, get: (zoneId: string) => all.value.find((draft) => draft.zone_id === zoneId) }
}
