import closeWithGrace from 'close-with-grace'
import { ConfigError, readConfig, type Config } from './config.ts'
import { buildApp } from './app.ts'
import { ensureAdministrator } from './domain/users.ts'
import { installDemo } from './install-demo.ts'
import { createLive } from './live/create-live.ts'
import { progressBar } from './progress-bar.ts'
import { connectStore } from './store/connect.ts'
import { migrate } from './store/migrate.ts'
import { needsDemo } from './store/needs-demo.ts'

const say = (text: string) => void process.stderr.write(`${text}\n`)

/** config → store → live → app → listen; resolves when the server answers. */
export async function serve(config: Config): Promise<{ url: string; close(): Promise<void> }> {
  const store = await connectStore(config)
  try {
    await migrate(store.db)
    const administrator = await ensureAdministrator(store)
    if (config.demo && (await needsDemo(store.db))) {
      say('首次启动：载入演示县（虚构数据）… First start: loading the demo district (synthetic) …')
      await installDemo(store, () => new Date(), progressBar(process.stderr))
    }
    const live = await createLive(store, { onFault: faultReport() })
    const app = await buildApp({ config, store, live, now: () => new Date() })
    app.addHook('onClose', async () => {
      await live.close()
      await store.close()
    })
    const url = await app.listen({ host: config.host, port: config.port })
    if (administrator !== null) {
      say(`管理员账号（密码只显示这一次） Administrator (shown only once): ${administrator.username} / ${administrator.password}`)
    }
    say(`三区 Sanqu: ${url}`)
    store.onLost((error) => {
      say(`数据库已停止 The database has stopped: ${error.message}`)
      process.exit(1)
    })
    return { url, close: () => app.close() }
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

/** Says that the picture cannot be renewed, at most every half minute: the database may be away for long. */
function faultReport(): (error: unknown) => void {
  let last = -Infinity
  return (error) => {
    if (performance.now() - last < 30_000) return
    last = performance.now()
    say(`数据库读取失败，画面保持不变 The database cannot be read, the picture stays as it is: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The process: starts, says in plain words why it cannot, and closes when it is told to. */
export async function main(): Promise<void> {
  try {
    const server = await serve(readConfig(process.env))
    closeWithGrace({ delay: 10_000 }, async ({ err }) => {
      if (err) say(err.stack ?? err.message)
      await server.close()
    })
  } catch (error) {
    if (error instanceof ConfigError) say(`设置有误 These settings cannot be used:\n${error.message}`)
    else say(error instanceof Error ? `无法启动 Cannot start: ${error.message}` : String(error))
    process.exit(1)
  }
}
