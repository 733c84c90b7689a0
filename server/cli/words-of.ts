import { say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

type CliWords = { zh: string; en: string }

/** Words of a list parted by commas, each of which must be known; throws UsageError naming one that is not. */
export function wordsOf<T extends string>(list: string, known: readonly T[], what: CliWords, terminal: Terminal): T[] {
  return list.split(',').map((part) => {
    const word = known.find((name) => name === part.trim())
    const all = known.join(' ')
    if (word !== undefined) return word
    throw new UsageError(say(terminal, `不认识的${what.zh}：${part}（可用：${all}）`, `unknown ${what.en}: ${part} (known: ${all})`))
  })
}
