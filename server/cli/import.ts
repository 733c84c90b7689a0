import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { runImport, type ImportReport } from '../domain/imports.ts'
import { encodingNamed } from '../import/decode-text.ts'
import { addFault, createFaultList } from '../import/fault-list.ts'
import { NOUN_SPECS, type FileNoun } from '../import/nouns/noun-specs.ts'
import { openImport, type ImportOptions, type OpenedImport } from '../import/open-import.ts'
import type { ImportNote, ReadContext } from '../import/read-context.ts'
import type { Store } from '../store/connect.ts'
import { importFaultLine } from './import-fault-text.ts'
import { importProgress } from './import-progress.ts'
import { noteLine, reportLines } from './import-report.ts'
import { EXIT, say, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

const OPTIONS = {
  crs: { type: 'string' }, encoding: { type: 'string' }, 'as-of': { type: 'string' }, source: { type: 'string' },
  title: { type: 'string' }, licence: { type: 'string' }, total: { type: 'string' }, area: { type: 'string' },
  strict: { type: 'boolean', default: false }, lang: { type: 'string' },
} as const

/** `sanqu import WHAT FILE [options]`, and `sanqu import population --total N` to spread a total over buildings already there. */
export async function importCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [what, file, extra] = positionals
  if (what === undefined || !isKnown(what)) throw new UsageError(say(terminal, `不认识的导入内容：${what ?? '（无）'}`, `cannot import: ${what ?? '(nothing named)'}`))
  if (extra !== undefined) throw new UsageError(say(terminal, `多余的参数：${extra}`, `one argument too many: ${extra}`))
  const total = values.total === undefined ? null : Number(values.total.replaceAll(',', ''))
  if (total !== null && what !== 'osm' && (what !== 'population' || file !== undefined)) {
    throw new UsageError(say(terminal, '--total 只用于 import osm 文件，或不带文件的 import population', '--total goes with import osm FILE, or with import population and no file'))
  }
  if (file === undefined && total === null) throw new UsageError(say(terminal, '缺少文件名', 'the file is missing'))
  const spread = total === null ? {} : { spread: { total, buildingsOf: what === 'osm' ? (values.source ?? 'osm') : null, areaCode: values.area ?? null } }
  const faults = createFaultList()
  const progress = importProgress(terminal)
  const notes: ImportNote[] = []
  const context: ReadContext = {
    fault: (fault) => addFault(faults, fault),
    note: (note) => void notes.push(note),
    progress: progress.at,
  }
  const opened = file === undefined ? nothing(values, terminal) : await openImport(optionsOf(what, file, values, terminal), context)
  const { records, asOfFrom, title, ...dataset } = opened
  const run = (store: Store) => runImport(store, {
    dataset: { ...dataset, title, titleEn: null, synthetic: false },
    records: progress.count(records), faults, strict: values.strict, actor: 'cli', file: basename(file ?? ''), ...spread,
  })
  const report = await withStore(terminal, run).catch((error: unknown) => {
    for (const fault of faults.kept) terminal.error(importFaultLine(fault, terminal.lang))
    throw error
  }).finally(() => progress.end())
  for (const note of notes) terminal.error(noteLine(note, terminal.lang))
  return tell(report, asOfFrom, dataset.crs, terminal)
}

function isKnown(what: string): what is FileNoun | 'osm' {
  return what === 'osm' || what in NOUN_SPECS
}

type Values = { crs?: string; encoding?: string; 'as-of'?: string; source?: string; title?: string; licence?: string }

function optionsOf(what: FileNoun | 'osm', file: string, values: Values, terminal: Terminal): ImportOptions {
  const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding)
  if (encoding === null) throw new UsageError(say(terminal, `不认识的编码：${values.encoding}`, `unknown encoding: ${values.encoding}`))
  const { crs, source, title, licence, 'as-of': asOf } = values
  const stated = Object.entries({ crs, source, title, licence, asOf, encoding }).filter(([, value]) => value !== undefined)
  return { what, file, ...Object.fromEntries(stated) }
}

/** A spread without a file brings no records of its own. */
function nothing(values: Values, terminal: Terminal): OpenedImport {
  const asOf = values['as-of']
  if (asOf === undefined) throw new UsageError(say(terminal, '请用 --as-of 说明总数的日期', 'say with --as-of which date the total is of'))
  const source = values.source ?? 'population'
  const records: OpenedImport['records'] = { async *[Symbol.asyncIterator]() {} }
  return { source, title: values.title ?? source, licence: values.licence ?? null, crs: 'wgs84', asOf, asOfFrom: 'stated', records }
}

function tell(report: ImportReport, asOfFrom: OpenedImport['asOfFrom'], crs: string, terminal: Terminal): number {
  const { faults, summary } = reportLines(report, asOfFrom, crs, terminal.lang)
  for (const line of faults) terminal.error(line)
  for (const line of summary) terminal.out(line)
  return report.faults.total > 0 ? EXIT.incomplete : EXIT.ok
}
