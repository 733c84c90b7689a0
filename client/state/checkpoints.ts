import { computed, signal } from '@preact/signals-core'
import type { CheckpointContent, CheckpointDetails, CheckpointFeature } from '#shared/schema/checkpoint.ts'
import { CHECKPOINT_TIERS } from '#shared/vocabulary.ts'
import type { Api } from '../api/create-api.ts'
import { readAll } from '../api/read-all.ts'
import { coalesce } from './coalesce.ts'

export type Checkpoints = ReturnType<typeof createCheckpoints>
/** A checkpoint as the reader gets it: a signed-in post with all of it, and the version that a change is made to. */
export type VersionedCheckpoint = CheckpointFeature & { properties: Partial<CheckpointDetails> }

/** Checkpoints as the reader may see them. */
export function createCheckpoints(api: Api) {
  const all = signal<readonly VersionedCheckpoint[]>([])
  const load = coalesce(async () => {
    const found = await readAll(api.checkpoints.list, (page) => page.features)
    if (found) all.value = found
  })
  const tag = (gate: VersionedCheckpoint) => `"c${gate.properties.id}.${gate.properties.version ?? 1}"`
  return {
    all,
    load,
    byTier: computed(() =>
      CHECKPOINT_TIERS.map((tier) => ({ tier, gates: all.value.filter((gate) => gate.properties.tier === tier) })),
    ),
    get: (id: number) => all.value.find((gate) => gate.properties.id === id),
    async save(gate: VersionedCheckpoint | null, content: CheckpointContent) {
      const answer = gate
        ? await api.checkpoints.save(gate.properties.id, tag(gate), content)
        : await api.checkpoints.create(content)
      if (answer.ok) await load()
      return answer
    },
    async withdraw(gate: VersionedCheckpoint) {
      const answer = await api.checkpoints.withdraw(gate.properties.id, tag(gate))
      if (answer.ok) await load()
      return answer
    },
  }
}
