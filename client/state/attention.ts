import type { VersionedCheckpoint } from './checkpoints.ts'
import type { ZoneFeature } from '#shared/schema/zone.ts'

/** Something open that a command post should look at, the most pressing first. */
export type Attention =
  | { type: 'overdue'; zone: ZoneFeature; byS: number }
  | { type: 'due'; zone: ZoneFeature; inS: number }
  | { type: 'suspended' | 'planned'; gate: VersionedCheckpoint }

const SOON_S = 48 * 3600

/** Reviews that are overdue or due within two days, then gates where nobody stands. */
export function attention(zones: readonly ZoneFeature[], gates: readonly VersionedCheckpoint[], now: Date): Attention[] {
  const reviews = zones
    .map((zone) => ({ zone, inS: (new Date(zone.properties.review_by).getTime() - now.getTime()) / 1000 }))
    .filter(({ inS }) => inS < SOON_S)
    .sort((a, b) => a.inS - b.inS)
    .map(({ zone, inS }): Attention => (inS < 0 ? { type: 'overdue', zone, byS: -inS } : { type: 'due', zone, inS }))
  const unmanned = (['suspended', 'planned'] as const).flatMap((state) =>
    gates.filter((gate) => gate.properties.state === state).map((gate): Attention => ({ type: state, gate })),
  )
  return [...reviews, ...unmanned]
}
