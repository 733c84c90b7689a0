import { readConfig } from '../config.ts'
import { connectStore, type Store } from '../store/connect.ts'
import { migrate } from '../store/migrate.ts'
import type { Terminal } from './terminal.ts'

/** A statement of a large import may take minutes: the server's limit for requests does not fit it. */
const STATEMENT_TIMEOUT_MS = 3_600_000

/**
 * Opens the configured store (DATABASE_URL, else the embedded engine in DATA_DIR), migrates it, and closes it after.
 */
export const withStore = <T>(terminal: Terminal, work: (store: Store) => Promise<T>): Promise<T> =>
  withOpenStore(terminal, async (store) => {
    await migrate(store.db)
    return work(store)
  })

/** The same without a migration. */
export async function withOpenStore<T>(terminal: Terminal, work: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig(terminal.env)
  const store = await connectStore({ ...config, statementTimeoutMs: STATEMENT_TIMEOUT_MS })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
