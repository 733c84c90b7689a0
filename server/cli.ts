#!/usr/bin/env node
import { loadProgram } from './load-program.ts'

// no await at the top: the build is CommonJS
void loadProgram().then(async ({ runProgram }) => {
  process.exitCode = await runProgram(process.argv.slice(2))
})
