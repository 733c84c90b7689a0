import type { Deps } from '../deps.ts'
import type { RuleDeps } from '../domain/readiness.ts'

/** What the use cases of rules and evidence need. */
export const ruleDeps = ({ store, now, rules }: Deps): RuleDeps => ({ store, now, packs: rules.byId })
