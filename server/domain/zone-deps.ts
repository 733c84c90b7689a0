import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { Store } from '../store/connect.ts'

/** What the use cases of zones work with: the database, the clock, and the figures of people and places. */
export type ZoneDeps = { store: Store; now: () => Date; figures: FigureIndex }
