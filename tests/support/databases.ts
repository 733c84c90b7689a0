import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { connectStore, type Store } from '../../server/store/connect.ts'
import { keepCompiledEngine } from '../../server/store/embedded/compiled-engine.ts'

export type Engine = 'embedded' | 'server'

/** Every store and API test runs on both: `describe.each(ENGINES)('zones on %s', (engine) => …)`. */
export const ENGINES: readonly Engine[] = ['embedded', 'server']

let databases = 0

/** A fresh, migrated, empty database on the engine; `close()` removes it. Open it in `beforeAll`: the embedded one takes seconds. */
export async function openTestDatabase(engine: Engine): Promise<Store> {
  return engine === 'embedded' ? openEmbedded() : openServer()
}

/** Puts a migrated, empty database of the embedded engine into a folder: making one anew takes seconds. */
export const fillEmbeddedFolder = (dataDir: string): void => cpSync(inject('embeddedFolder'), dataDir, { recursive: true })

async function openEmbedded(): Promise<Store> {
  await keepCompiledEngine()
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-test-'))
  fillEmbeddedFolder(dataDir)
  const store = await connectStore({ databaseUrl: null, dataDir, poolSize: 4, statementTimeoutMs: 60_000 })
  return {
    ...store,
    close: async () => {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function openServer(): Promise<Store> {
  const { url, drop } = await createServerDatabase()
  const store = await connectStore({ databaseUrl: url, dataDir: '', poolSize: 4, statementTimeoutMs: 60_000 })
  return {
    ...store,
    close: async () => {
      await store.close()
      await drop()
    },
  }
}

/** A migrated database on the run's PostgreSQL cluster, for tests that start a server process of their own. */
export async function createServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = inject('serverUrl')
  const name = `test_${process.pid}_${(databases += 1)}`
  await query(admin, `create database ${name} template sanqu_template`)
  return {
    url: admin.replace('/postgres?', `/${name}?`),
    drop: () => query(admin, `drop database ${name} with (force)`),
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
