import type { LiveCheckpoint } from '../store/live-checkpoints.ts'

/** Planned and withdrawn checkpoints are internal; the public sees where somebody stands or stood and will stand again. */
export const isPublicCheckpoint = ({ state }: LiveCheckpoint): boolean => state === 'staffed' || state === 'suspended'
