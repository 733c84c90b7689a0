import type { Config } from './config.ts'
import type { Live } from './live/live.ts'
import type { RulePacks } from './rule-packs.ts'
import type { Store } from './store/connect.ts'

/** Everything a route may use, passed in: there are no singletons. */
export type Deps = {
  config: Config
  store: Store
  live: Live
  rules: RulePacks
  now: () => Date
}
