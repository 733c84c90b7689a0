import { join } from 'node:path'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { carryOutDue } from './domain/plans-due.ts'
import { runPlans } from './domain/plans-runner.ts'
import { keepRings } from './domain/rings-keep.ts'
import { deleteExpiredSites } from './domain/site-retention.ts'
import { ensureAdministrator } from './domain/users.ts'
import { installDemo } from './install-demo.ts'
import { createLive } from './live/create-live.ts'
import { progressBar } from './progress-bar.ts'
import type { RulePacks } from './rule-packs.ts'
import type { Store } from './store/connect.ts'
import { lossySettings } from './store/durability.ts'
import { deleteOldKeys } from './store/idempotency.ts'
import { requireWhole } from './store/integrity.ts'
import { migrate } from './store/migrate.ts'
import { needsDemo } from './store/needs-demo.ts'

type Say = (text: string) => void

/** Brings an open store to this program's schema, loads the picture and serves them; resolves when the server answers. */
export async function serveStore(config: Config, store: Store, rules: RulePacks, say: Say): Promise<{ url: string; close(): Promise<void> }> {
  await migrate(store.db)
  await requireWhole(store.db)
  const lossy = await lossySettings(store.db)
  if (lossy.length > 0) {
    say(
      `警告：数据库设置为 ${lossy.join('、')}，断电会丢失已确认的更改；请改为 on。\n` +
        `WARNING: the database runs with ${lossy.join(', ')}: a power cut loses changes that were acknowledged. Turn it on.`,
    )
  }
  const administrator = await ensureAdministrator(store)
  if (config.demo && (await needsDemo(store.db))) {
    say('首次启动：载入演示县（虚构数据）… First start: loading the demo district (synthetic) …')
    await installDemo(store, rules, () => new Date(), progressBar(process.stderr))
  }
  const onFault = faultReport(say)
  let answering = () => {}
  const groundAfter = new Promise<void>((resolve) => (answering = resolve)) // the first answer waits for zones alone
  const live = await createLive(store, {
    onFault,
    groundAfter,
    addressFile: join(config.dataDir, 'cache', 'addresses.bin'),
    onUnstored: (reason) => say(`地址索引无法存盘，下次启动将重建 The address index cannot be stored and is made anew at the next start: ${reason}`),
  })
  await carryOutDue({ store }, live.figures).catch(onFault) // what the server slept through, before anybody asks
  const plans = runPlans({ store }, live.figures, onFault)
  live.subscribe(({ events, reset }) => {
    if (reset || events.some((event) => event.noun === 'plans')) plans.wake()
  })
  const rings = keepRings({ store, rings: live.rings, seq: live.seq, onFault })
  live.subscribe(rings.wake)
  void groundAfter.then(rings.wake)
  const app = await buildApp({ config, store, live, rules, now: () => new Date() })
  app.addHook('onClose', async () => {
    answering()
    await plans.stop()
    await rings.stop()
    await live.close()
    await store.close()
  })
  const now = () => new Date()
  const forgetting = everyHour(async () => {
    await deleteOldKeys(store.db, config.idempotencyDays)
    await deleteExpiredSites({ store, now }, config.siteRetentionDays)
  })
  app.addHook('preClose', async () => clearInterval(forgetting))
  const url = await app.listen({ host: config.host, port: config.port }).catch(async (error: unknown) => {
    await app.close() // what was begun in the background ends before the database does
    throw error
  })
  answering()
  if (administrator !== null) {
    say(`管理员账号（密码只显示这一次） Administrator (shown only once): ${administrator.username} / ${administrator.password}`)
  }
  say(`三区 Sanqu: ${url}`)
  store.onLost((error) => {
    say(`数据库已停止 The database has stopped: ${error.message}`)
    process.exit(1)
  })
  return { url, close: () => app.close() }
}

/** Does a small job now and every hour; one that fails is done at the next. */
function everyHour(job: () => Promise<void>): NodeJS.Timeout {
  const run = () => void job().catch(() => {})
  run()
  return setInterval(run, 3_600_000)
}

/** Says that the picture cannot be renewed, at most every half minute: the database may be away for long. */
function faultReport(say: Say): (error: unknown) => void {
  let last = -Infinity
  return (error) => {
    if (performance.now() - last < 30_000) return
    last = performance.now()
    say(`数据库读取失败，画面保持不变 The database cannot be read, the picture stays as it is: ${error instanceof Error ? error.message : String(error)}`)
  }
}
