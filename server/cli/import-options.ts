import { parseArgs } from 'node:util'
import type { Spread } from '../domain/spread-total.ts'
import { encodingNamed } from '../import/decode-text.ts'
import { NOUN_SPECS, type FileNoun } from '../import/nouns/noun-specs.ts'
import type { ImportOptions } from '../import/open-import.ts'
import { say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

const OPTIONS = {
  crs: { type: 'string' },
  encoding: { type: 'string' },
  'as-of': { type: 'string' },
  source: { type: 'string' },
  title: { type: 'string' },
  licence: { type: 'string' },
  total: { type: 'string' },
  area: { type: 'string' },
  within: { type: 'string' },
  strict: { type: 'boolean', default: false },
  lang: { type: 'string' },
} as const

/** What the command line asks for: a file to read, a total to spread over buildings, or an OSM file and a total. */
export type ImportCommandLine = {
  read: ImportOptions | null
  spread: Spread | null
  strict: boolean
  source: string | null
  title: string | null
  asOf: string | null
  /** The area that no feature may leave. */
  within: string | null
}

/** Reads `import WHAT FILE [options]` or `import population --total N --as-of DATE`; throws UsageError naming the word. */
export function parseImport(args: readonly string[], terminal: Terminal): ImportCommandLine {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const fail = (zh: string, en: string): never => {
    throw new UsageError(say(terminal, zh, en))
  }
  const [word = '', file, extra] = positionals
  const what = isKnown(word) ? word : fail(`不认识的导入内容：${word}`, `cannot import: ${word}`)
  if (extra !== undefined) fail(`多余的参数：${extra}`, `one argument too many: ${extra}`)
  const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding)
  if (encoding === null) fail(`不认识的编码：${values.encoding}`, `unknown encoding: ${values.encoding}`)
  const total = values.total === undefined ? null : Number(values.total.replaceAll(',', ''))
  const spreadAlone = total !== null && what === 'population' && file === undefined
  if (total !== null && what !== 'osm' && !spreadAlone) {
    fail(
      '--total 只用于 import osm 文件，或不带文件的 import population',
      '--total goes with osm, or with population and no file',
    )
  }
  if (spreadAlone && values['as-of'] === undefined)
    fail('请用 --as-of 说明总数的日期', 'say with --as-of of which date the total is')
  if (file === undefined && !spreadAlone) fail('缺少文件名', 'the file is missing')
  const { crs, source, title, licence, 'as-of': asOf } = values
  const stated = Object.entries({ crs, source, title, licence, asOf, encoding }).filter(
    ([, value]) => value !== undefined,
  )
  const buildingsOf = what === 'osm' ? (source ?? 'osm') : null
  return {
    read: file === undefined ? null : { what, file, ...Object.fromEntries(stated) },
    spread: total === null ? null : { total, buildingsOf, areaCode: values.area ?? null },
    strict: values.strict,
    source: source ?? null,
    title: title ?? null,
    asOf: asOf ?? null,
    within: values.within ?? null,
  }
}

function isKnown(word: string): word is FileNoun | 'osm' {
  return word === 'osm' || Object.hasOwn(NOUN_SPECS, word)
}
