/** A checkpoint of any state as the live picture holds it. */
export type { CheckpointRow as LiveCheckpoint } from '../store/live-checkpoints.ts'
