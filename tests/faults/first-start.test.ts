import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { between, pause, rounds } from '../support/rounds.ts'
import { say } from './support/report.ts'
import { serverProcess } from './support/server-process.ts'

const ROUNDS = rounds(20, 1)

it('F04: kill -9 during the very first start of the embedded engine: the next start goes by itself', async () => {
  let midway = 0
  for (let round = 0; round < ROUNDS; round++) {
    const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-first-'))
    const server = await serverProcess({ DATA_DIR: dataDir })
    const first = server.start().then(() => 'listening', () => 'killed')
    await pause(between(300, 3_500))
    await server.kill()
    if ((await first) === 'killed') midway += 1
    await server.start()
    expect((await fetch(`${server.url}/api/check?lng=1&lat=1`)).status).toBe(200)
    // the mark that lets a folder be made anew is gone for good, so that no folder with data in it ever is
    expect(existsSync(join(dataDir, 'first-start'))).toBe(false)
    expect(await server.stop()).toBe(0)
    rmSync(dataDir, { recursive: true, force: true })
  }
  say('F04', `${ROUNDS} first starts killed, ${midway} before they listened, every next start served`)
}, 60_000 + ROUNDS * 60_000)
