import { rmSync } from 'node:fs'
import { it } from 'vitest'
import { fillEmbeddedFolder } from '../support/databases.ts'
import { rounds } from '../support/rounds.ts'
import { killRounds } from './support/kill-rounds.ts'
import { memoryFolder } from './support/memory-folder.ts'

const KILLS = rounds(100)

it('F03: kill -9 of the server on the embedded engine while 8 clients write loses nothing and makes nothing twice', async () => {
  const dataDir = memoryFolder('sanqu-kill-')
  fillEmbeddedFolder(dataDir)
  await killRounds('F03', KILLS, { databaseUrl: null, dataDir, poolSize: 2, statementTimeoutMs: 60_000 })
  rmSync(dataDir, { recursive: true, force: true })
}, 180_000 + KILLS * 30_000)
