import closeWithGrace from 'close-with-grace'
import { ConfigError, readConfig, type Config } from './config.ts'
import { readRulePacks } from './rule-packs.ts'
import { connectStore } from './store/connect.ts'

const say = (text: string) => void process.stderr.write(`${text}\n`)

/**
 * config → store → live → app → listen; resolves when the server answers. The rest of the program and its rules are read
 * while the database opens, which takes the embedded engine seconds in its own thread.
 */
export async function serve(config: Config, tell: (text: string) => void = say): Promise<{ url: string; close(): Promise<void> }> {
  const opening = connectStore(config)
  const program = Promise.all([import('./serve-store.ts'), readRulePacks()])
  program.catch(() => {}) // met below, when there is a store to close
  const store = await opening
  try {
    const [{ serveStore }, rules] = await program
    return await serveStore(config, store, rules, tell)
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
