import { runCli } from './cli/run-cli.ts'
import { languageOf } from './cli/terminal.ts'
import { readConfig } from './config.ts'
import { giveWay } from './give-way.ts'
import { serve } from './serve.ts'

/** Runs a command line (without node and script) in this process and gives its exit code. */
export function runProgram(args: readonly string[]): Promise<number> {
  if (args[0] === 'import') giveWay() // a server beside it answers checks meanwhile
  const stated =
    args.find((_, at) => args[at - 1] === '--lang') ?? args.find((arg) => arg.startsWith('--lang='))?.slice(7)
  return runCli(args, {
    lang: languageOf(stated, process.env),
    env: process.env,
    out: (line) => void process.stdout.write(`${line}\n`),
    error: (line) => void process.stderr.write(`${line}\n`),
    stderr: process.stderr,
  })
}

/**
 * A start of the server with these settings alone, a question or two such as everybody asks first, and its end, without
 * a word: for the code cache. What compiles the routes' schemas runs when one is asked.
 */
export async function rehearseStart(settings: NodeJS.ProcessEnv): Promise<void> {
  const server = await serve(readConfig(settings), () => {})
  const ask = async (path: string, init?: RequestInit) => void (await (await fetch(server.url + path, init)).arrayBuffer())
  await ask('/api/zones')
  await ask('/api/check?lng=110.35&lat=34.86')
  const nobody = { username: 'nobody', password: 'nobody at all' }
  await ask('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(nobody) })
  await server.close()
}
