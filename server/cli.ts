#!/usr/bin/env node
import { runCli } from './cli/run-cli.ts'
import { languageOf } from './cli/terminal.ts'
import { giveWay } from './give-way.ts'

const args = process.argv.slice(2)
if (args[0] === 'import') giveWay() // a server beside it answers checks meanwhile
const stated =
  args.find((_, at) => args[at - 1] === '--lang') ?? args.find((arg) => arg.startsWith('--lang='))?.slice(7)

process.exitCode = await runCli(args, {
  lang: languageOf(stated, process.env),
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  stderr: process.stderr,
})
