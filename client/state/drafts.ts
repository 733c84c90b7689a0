import { signal } from '@preact/signals-core'
import type { Draft } from '#shared/schema/zone.ts'
import type { Api } from '../api/create-api.ts'
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
    const answer = await api.drafts.list()
    if (answer.ok) all.value = answer.value.items
  })
  return { all, load, get: (zoneId: string) => all.value.find((draft) => draft.zone_id === zoneId) }
}
