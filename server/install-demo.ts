import { createDemoAccounts } from './domain/demo-accounts.ts'
import { publishDemoZones, readDemoZones } from './domain/demo-zones.ts'
import { loadDemo, type DemoOptions } from './domain/demo.ts'
import { loadFigures } from './live/ground.ts'
import type { RulePacks } from './rule-packs.ts'
import type { Store } from './store/connect.ts'
import { inTransaction } from './store/transaction.ts'

/** Loads the demo district with its accounts and zones; each step is all or none, and an interrupted one is done again. */
export async function installDemo(
  store: Store,
  { byId: packs }: RulePacks,
  now: () => Date,
  onProgress: NonNullable<DemoOptions['onProgress']>,
): Promise<void> {
  await loadDemo(store, { onProgress })
  await inTransaction(store, createDemoAccounts)
  const { index: figures } = await loadFigures(store.db)
  await publishDemoZones({ store, now, figures, packs }, await readDemoZones())
}
