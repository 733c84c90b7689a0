import { signal } from '@preact/signals-core'
import type { RuleCatalogue, RulePack } from '#shared/schema/rule-pack.ts'
import type { Text } from '#shared/schema/vocabulary.ts'
import type { Api } from '../api/create-api.ts'

/** The rule packs of the server, oldest first; they do not change while it runs. */
export function createRules(api: { rules: Pick<Api['rules'], 'list'> }) {
  const catalogue = signal<RuleCatalogue | null>(null)
  const packs = (): readonly RulePack[] => catalogue.value?.items ?? []
  return {
    catalogue,
    packs,
    async load() {
      const answer = await api.rules.list()
      if (answer.ok) catalogue.value = answer.value
    },
    /** What a pack is called; by its id until the packs are read, or where the server no longer has it. */
    title: (id: string): Text => packs().find((pack) => pack.id === id)?.title ?? { zh: id, en: id },
  }
}
