import { auditCommand } from './audit.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { errorText } from './error-text.ts'
import { helpCommand } from './help.ts'
import { importCommand } from './import.ts'
import { keyCommand } from './key.ts'
import { serveCommand } from './serve.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { userCommand } from './user.ts'

type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  import: importCommand,
  user: userCommand,
  key: keyCommand,
  audit: auditCommand,
  backup: backupCommand,
  restore: restoreCommand,
  check: checkCommand,
  help: helpCommand,
}

/**
 * Runs one command line (without node and script) and gives its exit code; a failure is told in the reader's
 * language.
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args
  const word = name === '--help' || name === '-h' ? 'help' : name
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  try {
    if (command === undefined) throw new UsageError(say(terminal, `不认识的命令：${name}`, `unknown command: ${name}`))
    return await command(rest, terminal)
  } catch (error) {
    const usage = error instanceof UsageError || isParseArgsError(error)
    terminal.error(errorText(error, terminal))
    if (usage) terminal.error(say(terminal, '用法见：sanqu help', 'see: sanqu help'))
    return usage ? EXIT.usage : EXIT.failed
  }
}

/** What node:util's parseArgs throws for an option it does not know. */
function isParseArgsError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
