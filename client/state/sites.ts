import { signal } from '@preact/signals-core'
import type { Site, SiteContent } from '#shared/schema/site.ts'
import type { Api } from '../api/create-api.ts'
import { readAll } from '../api/read-all.ts'
import { coalesce } from './coalesce.ts'

export type Sites = ReturnType<typeof createSites>

/** Case sites: known to some posts only; forgotten here on signing out. */
export function createSites(api: Api, mayRead: () => boolean) {
  const all = signal<readonly Site[]>([])
  const load = coalesce(async () => {
    if (!mayRead()) {
      all.value = []
      return
    }
    const found = await readAll(api.sites.list, (page) => page.items)
    if (found) all.value = found
  })
  return {
    all,
    load,
    get: (id: number) => all.value.find((site) => site.id === id),
    async create(content: SiteContent) {
      const answer = await api.sites.create(content)
      if (answer.ok) await load()
      return answer
    },
    async remove(site: Site) {
      const answer = await api.sites.remove(site.id, `"s${site.id}.${site.version}"`)
      if (answer.ok) await load()
      return answer
    },
  }
}
