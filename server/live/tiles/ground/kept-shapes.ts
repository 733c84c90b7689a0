import type { GroundShapes } from './ground-shapes.ts'

/** Roads and buildings in memory from some time after the first tile is asked for until the ground changes. */
export type KeptShapes = {
  /** Them if they are there, never older than the last `forget`; else null, and they are read in the background. */
  now(): GroundShapes | null
  forget(): void
  close(): void
}

/** `load` is told by its argument whether its work is still wanted; it gives null where the ground is too large. */
export function keptShapes(load: (wanted: () => boolean) => Promise<GroundShapes | null>): KeptShapes {
  let kept: GroundShapes | null = null
  let generation = 0
  let loading = false
  let closed = false
  const begin = (mine: number) => {
    loading = true
    load(() => mine === generation && !closed).then(
      (loaded) => {
        if (mine === generation) kept = loaded
      },
      // the database is away: tiles say so themselves, and the next one asked for begins anew
      () => {
        if (mine === generation) loading = false
      },
    )
  }
  return {
    now: () => {
      if (!loading && !closed) begin(generation)
      return kept
    },
    forget: () => {
      generation += 1
      kept = null
      loading = false
    },
    close: () => {
      closed = true
      kept = null
    },
  }
}
