import type { LegendEntry, Look } from './look.ts'
import { ORDER } from './order.ts'

/** What the legend shows, from the layer files, the top of the map first. */
export const legendEntries = (look: Look): LegendEntry[] => [...ORDER].reverse().flatMap((file) => file.legend?.(look) ?? [])
