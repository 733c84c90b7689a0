import type { LiveZone } from '../store/live-zones.ts'

/** What one zone was before a change and is after it; null where it was not or is no longer in force. */
export type ZoneStep = { before: LiveZone | null; after: LiveZone | null }
