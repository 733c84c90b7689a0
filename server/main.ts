import closeWithGrace from 'close-with-grace'
import { ConfigError, readConfig, type Config } from './config.ts'
import { connectStore } from './store/connect.ts'

const say = (text: string) => void process.stderr.write(`${text}\n`)

/**
 * config → store → live → app → listen; resolves when the server answers. The rest of the program is loaded while the
 * database opens, which takes the embedded engine seconds in its own thread.
 */
export async function serve(config: Config): Promise<{ url: string; close(): Promise<void> }> {
  const [store, { serveStore }] = await Promise.all([connectStore(config), import('./serve-store.ts')])
  try {
    return await serveStore(config, store, say)
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

/** The process: starts, says in plain words why it cannot, and closes when it is told to. */
export async function main(): Promise<void> {
  try {
    let server: Awaited<ReturnType<typeof serve>> | undefined
    // before it says that it listens: whoever waited for that may end it at once
    closeWithGrace({ delay: 10_000 }, async ({ err }) => {
      if (err) say(err.stack ?? err.message)
      await server?.close()
    })
    server = await serve(readConfig(process.env))
  } catch (error) {
    if (error instanceof ConfigError) say(`设置有误 These settings cannot be used:\n${error.message}`)
    else say(error instanceof Error ? `无法启动 Cannot start: ${error.message}` : String(error))
    process.exit(1)
  }
}
