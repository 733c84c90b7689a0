import type { LiveCheckpoint } from '../store/live-checkpoints.ts'

/** Where checkpoints have changed in what a ring depends on, before and after; [lng, lat]. */
export function changedCheckpoints(before: readonly LiveCheckpoint[], after: readonly LiveCheckpoint[]): [number, number][] {
  if (before === after) return []
  const old = new Map(before.map((checkpoint) => [checkpoint.id, checkpoint]))
  const places: [number, number][] = []
  for (const checkpoint of after) {
    const was = old.get(checkpoint.id)
    old.delete(checkpoint.id)
    if (was !== undefined && traitsOf(was) === traitsOf(checkpoint)) continue
    places.push([checkpoint.lng, checkpoint.lat])
    if (was !== undefined) places.push([was.lng, was.lat])
  }
  return [...places, ...Array.from(old.values(), ({ lng, lat }): [number, number] => [lng, lat])]
}

const traitsOf = ({ kind, state, roadId, lng, lat }: LiveCheckpoint): string => [kind, state, roadId, lng, lat].join()
