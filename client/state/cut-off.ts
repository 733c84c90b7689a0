import { computed, effect, signal } from '@preact/signals-core'
import type { CheckpointContent } from '#shared/schema/checkpoint.ts'
import type { CutOffAsked, CutOffByChange } from '#shared/schema/roads.ts'
import type { Api } from '../api/create-api.ts'
import type { Checkpoints, VersionedCheckpoint } from './checkpoints.ts'
import type { Dialogs } from './dialogs.ts'
import type { Selection } from './selection.ts'
import { contentOf, type Writer } from './writer.ts'

const DEBOUNCE_MS = 250

type Sources = { writer: Writer; dialogs: Dialogs; selection: Selection; checkpoints: Checkpoints }
type Change = { gate: VersionedCheckpoint | null; content: CheckpointContent }

/** Who is cut off by the change of a checkpoint that is in hand, asked again as it changes; null while nobody knows. */
export function createCutOff(api: Api, sources: Sources) {
  const found = signal<CutOffByChange | null>(null)
  const asked = computed(() => askedOf(changeInHand(sources)))
  effect(() => {
    const text = asked.value
    found.value = null
    if (text === null) return
    let stale = false
    const timer = setTimeout(async () => {
      const answer = await api.roads.cutOff(JSON.parse(text) as CutOffAsked)
      if (!stale && answer.ok) found.value = answer.value
    }, DEBOUNCE_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  })
  return { found }
}

/** What the form says of a checkpoint; or, while its withdrawal is being confirmed, that the one selected goes. */
function changeInHand({ writer, dialogs, selection, checkpoints }: Sources): Change | null {
  const writing = writer.current.value
  if (writing?.type === 'gate') return writing
  const chosen = selection.current.value
  const gate = dialogs.open.value === 'withdraw' && chosen?.type === 'checkpoint' ? checkpoints.get(chosen.id) : undefined
  return gate === undefined ? null : { gate, content: { ...contentOf(gate), state: 'withdrawn' } }
}

/** As text, so that what does not bear on it (a name, what is asked there) asks nothing anew. */
function askedOf(change: Change | null): string | null {
  if (change === null) return null
  const { kind, state, green_lane, road_id, geometry } = change.content
  const asked: CutOffAsked = { checkpoint: change.gate?.properties.id ?? null, change: { kind, state, green_lane, road_id, geometry } as CutOffAsked['change'] }
  return JSON.stringify(asked)
}
