import type { Deps } from '../deps.ts'
import type { ZoneDeps } from '../domain/zone-deps.ts'

/** What the use cases of zones need, with the figures that the live picture holds. */
export const zoneDeps = async ({ store, now, live }: Deps): Promise<ZoneDeps> => ({ store, now, figures: await live.figures() })
