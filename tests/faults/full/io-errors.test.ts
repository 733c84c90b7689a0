import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connectStore } from '../../../server/store/connect.ts'
import { fillEmbeddedFolder } from '../../support/databases.ts'
import { pause, rounds } from '../../support/rounds.ts'
import { prepare, signIn } from '../support/planner-user.ts'
import { report } from '../support/report.ts'
import { serverProcess, SHORT_LIVED } from '../support/server-process.ts'
import { verify } from '../support/verify.ts'
import { newLog, write } from '../support/writer.ts'

const STARTS = rounds(6)

it('F12: writes of the embedded engine that fail at random are never acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanqu-io-'))
  fillEmbeddedFolder(dataDir)
  const settings = { databaseUrl: null, dataDir, poolSize: 1, statementTimeoutMs: 60_000 }
  const store = await connectStore(settings)
  await prepare(store)
  await store.close()
  const faults = ['fiu-run', '-x', '-c', 'enable_random name=posix/io/rw/pwrite,probability=0.002', '-c', 'enable_random name=posix/io/sync/fsync,probability=0.002']
  const server = await serverProcess({ DATA_DIR: dataDir }, { wrapper: faults, nodeOptions: SHORT_LIVED })
  const log = newLog()
  let headers: { cookie: string } | null = null
  let stopped = 0
  for (let start = 0; start < STARTS; start++) {
    if ((await server.start().catch(() => null)) === null) {
      stopped += 1
      continue
    }
    headers ??= await signIn(server.url).catch(() => null)
    if (headers === null) {
      await server.kill()
      continue
    }
    let going = true
    const clients = Array.from({ length: 4 }, (_, n) => write(server.url, headers!, `${start} ${n}`, log, () => going))
    await pause(4_000)
    going = false
    const done = Promise.all(clients).then(() => 'done')
    // what is still sent again is answered by a server whose disk is well
    if ((await Promise.race([done, pause(2_000)])) !== 'done') {
      await server.kill()
      stopped += 1
      await server.start([])
      await done
      await server.stop()
    } else await server.stop()
  }
  // an error that was said is no fault here: acknowledging what was not written would be one
  log.violations = log.violations.filter((said) => !/: 5\d\d /.test(said))
  const after = await connectStore(settings)
  const verdict = await verify(after, log)
  await after.close()
  report('F12', { kills: stopped, log, verdict, recoveries: [] })
  expect(log.acks.length).toBeGreaterThan(0)
  rmSync(dataDir, { recursive: true, force: true })
}, 400_000)
