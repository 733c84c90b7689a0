import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { between, pause, rounds } from '../support/rounds.ts'
import { memoryFolder } from './support/memory-folder.ts'
import { say } from './support/report.ts'
import { serverProcess, SHORT_LIVED } from './support/server-process.ts'

const FOLDERS = rounds(5, 1)
const KILLS = rounds(4, 1) // of each folder, before its first start may come to an end

it('F04: kill -9 during the very first start of the embedded engine: the next start goes by itself', async () => {
  let midway = 0
  for (let folder = 0; folder < FOLDERS; folder++) {
    const dataDir = memoryFolder('sanqu-first-')
    const server = await serverProcess({ DATA_DIR: dataDir }, { nodeOptions: SHORT_LIVED })
    for (let kill = 0; kill < KILLS; kill++) {
      const first = server.start().then(() => 'listening', () => 'killed')
      await pause(between(300, 3_500))
      await server.kill()
      if ((await first) === 'killed') midway += 1
    }
    await server.start()
    expect((await fetch(`${server.url}/api/check?lng=1&lat=1`)).status).toBe(200)
    // the mark that lets a folder be made anew is gone for good, so that no folder with data in it ever is
    expect(existsSync(join(dataDir, 'first-start'))).toBe(false)
    expect(await server.stop()).toBe(0)
    rmSync(dataDir, { recursive: true, force: true })
  }
  say('F04', `${FOLDERS * KILLS} first starts of ${FOLDERS} folders killed, ${midway} before they listened, every next start served`)
}, 60_000 + FOLDERS * KILLS * 60_000)
