/** A zone in force as the live picture holds it; replaced whole and never changed. */
export type { ZoneInForce as LiveZone } from '../store/live-zones.ts'
