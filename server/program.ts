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

/** A start of the server with these settings alone, and its end, without a word: for the code cache. */
export async function rehearseStart(settings: NodeJS.ProcessEnv): Promise<void> {
  const server = await serve(readConfig(settings), () => {})
  await server.close()
}
