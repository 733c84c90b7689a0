import { rmSync } from 'node:fs'
import { it } from 'vitest'
import { createServerDatabase } from '../support/databases.ts'
import { rounds } from '../support/rounds.ts'
import { killRounds } from './support/kill-rounds.ts'
import { memoryFolder } from './support/memory-folder.ts'

const KILLS = rounds(100)

it('F01: kill -9 of the server beside a database server while 8 clients write loses nothing and makes nothing twice', async () => {
  const database = await createServerDatabase()
  const dataDir = memoryFolder('sanqu-kill-')
  await killRounds('F01', KILLS, { databaseUrl: database.url, dataDir, poolSize: 2, statementTimeoutMs: 60_000 })
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
}, 180_000 + KILLS * 30_000)
