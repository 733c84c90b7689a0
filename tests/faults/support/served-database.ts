import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { connectStore, type StoreSettings } from '../../../server/store/connect.ts'
import { createServerDatabase } from '../../support/databases.ts'
import { prepare } from './planner-user.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'

export type ServedDatabase = { server: ServerProcess; databaseUrl: string; settings: StoreSettings; dataDir: string; end(): Promise<void> }

/** A started server on a database of its own with a planner in it; `end` stops it and takes both away. */
export async function servedDatabase(env: NodeJS.ProcessEnv = {}): Promise<ServedDatabase> {
  const database = await createServerDatabase()
  const settings = { databaseUrl: database.url, dataDir: '', poolSize: 1, statementTimeoutMs: 60_000 }
  const store = await connectStore(settings)
  await prepare(store)
  await store.close()
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-served-'))
  const server = await serverProcess({ DATABASE_URL: database.url, DATA_DIR: dataDir, ...env })
  await server.start()
  const end = async () => {
    expect(await server.stop()).toBe(0)
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { server, databaseUrl: database.url, settings, dataDir, end }
}
