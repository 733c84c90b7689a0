import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectStore } from '../../server/store/connect.ts'
import { migrate } from '../../server/store/migrate.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    /** A data folder of the embedded engine, migrated and closed: each test's database is a copy of it. */
    embeddedFolder: string
  }
}

/** One PostgreSQL cluster for the whole run, with a migrated template database; and a migrated folder of the embedded engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database sanqu_template')
  await client.end()
  const embeddedFolder = mkdtempSync(join(tmpdir(), 'sanqu-embedded-'))
  await Promise.all([migrated(cluster.url('sanqu_template'), ''), migrated(null, embeddedFolder)])
  project.provide('serverUrl', cluster.url('postgres'))
  project.provide('embeddedFolder', embeddedFolder)
  return async () => {
    rmSync(embeddedFolder, { recursive: true, force: true })
    await cluster.stop()
  }
}

async function migrated(databaseUrl: string | null, dataDir: string): Promise<void> {
  const store = await connectStore({ databaseUrl, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })
  await migrate(store.db)
  await store.close()
}
