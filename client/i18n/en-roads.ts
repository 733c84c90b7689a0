import type { zhRoads } from './zh-roads.ts'

/** How a stretch of road is called in English, one without a name by what it joins. */
export const enRoads: typeof zhRoads = {
  kind: { road: 'road', track: 'track', path: 'path', steps: 'steps', service: 'service road', ramp: 'ramp', ferry: 'ferry', bridge: 'bridge' },
  between: (kind, a, b) => `Unnamed ${kind} between ${a} and ${b}`,
  off: (kind, a) => `Unnamed ${kind} off ${a}`,
  near: (kind, a) => `Unnamed ${kind} near ${a}`,
  at: (kind, place) => `Unnamed ${kind} at ${place}`,
  over: (water) => `Bridge over ${water}`,
  overOf: (water) => `over ${water}`,
}
