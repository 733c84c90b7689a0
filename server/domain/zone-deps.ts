import type { FigureIndex } from '#shared/exposure/index-figures.ts'
import type { RulePack } from '#shared/schema/rule-pack.ts'
import type { Store } from '../store/connect.ts'

/** What the use cases of zones work with: the database, the clock, the figures of people and places, the rule packs by id. */
export type ZoneDeps = { store: Store; now: () => Date; figures: FigureIndex; packs: ReadonlyMap<string, RulePack> }
