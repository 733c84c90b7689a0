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

type Databases = { serverUrl: string; embeddedFolder: string; end(): Promise<void> }

// one of each for all projects of a run, which are set up in one process
const shared = globalThis as { testDatabases?: Promise<Databases>; testProjects?: number }

/** One PostgreSQL cluster for the whole run, with a migrated template database; and a migrated folder of the embedded engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testProjects = (shared.testProjects ?? 0) + 1
  const { serverUrl, embeddedFolder, end } = await (shared.testDatabases ??= startDatabases())
  project.provide('serverUrl', serverUrl)
  project.provide('embeddedFolder', embeddedFolder)
  return async () => {
    shared.testProjects! -= 1
    if (shared.testProjects === 0) await end()
  }
}

async function startDatabases(): Promise<Databases> {
  const cluster = await startPostgres()
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database sanqu_template')
  await client.end()
  const embeddedFolder = mkdtempSync(join(tmpdir(), 'sanqu-embedded-'))
  await Promise.all([migrated(cluster.url('sanqu_template'), ''), migrated(null, embeddedFolder)])
  const end = async () => {
    rmSync(embeddedFolder, { recursive: true, force: true })
    await cluster.stop()
  }
  return { serverUrl: cluster.url('postgres'), embeddedFolder, end }
}

async function migrated(databaseUrl: string | null, dataDir: string): Promise<void> {
  const store = await connectStore({ databaseUrl, dataDir, poolSize: 1, statementTimeoutMs: 60_000 })
  await migrate(store.db)
  await store.close()
}
