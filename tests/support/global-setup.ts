import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectStore } from '../../server/store/connect.ts'
import { ensureTemplate } from '../../server/store/embedded/template.ts'
import { migrate } from '../../server/store/migrate.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

/** One PostgreSQL cluster for the whole run, with a migrated template database; and the embedded engine's template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureTemplate()
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database sanqu_template')
  await client.end()
  const store = await connectStore({
    databaseUrl: cluster.url('sanqu_template'),
    dataDir: '',
    poolSize: 1,
    statementTimeoutMs: 60_000,
  })
  await migrate(store.db)
  await store.close()
  project.provide('serverUrl', cluster.url('postgres'))
  return () => cluster.stop()
}
