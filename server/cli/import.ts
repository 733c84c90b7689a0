import { basename } from 'node:path'
import { runImport } from '../domain/imports.ts'
import { addFault, createFaultList } from '../import/fault-list.ts'
import { openImport, statedDate, type OpenedImport } from '../import/open-import.ts'
import type { ImportNote, ReadContext } from '../import/read-context.ts'
import type { Store } from '../store/connect.ts'
import { importFaultLine } from './import-fault-text.ts'
import { parseImport, type ImportCommandLine } from './import-options.ts'
import { importProgress } from './import-progress.ts'
import { noteLine, reportLines } from './import-report.ts'
import { EXIT, type Terminal } from './terminal.ts'
import { withStore } from './with-store.ts'

/** `sanqu import …`: reads the file, takes it in, and lists every fault; exit code 3 where something was left out. */
export async function importCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const command = parseImport(args, terminal)
  const faults = createFaultList()
  const notes: ImportNote[] = []
  const progress = importProgress(terminal)
  const context: ReadContext = {
    fault: (fault) => addFault(faults, fault),
    note: (note) => void notes.push(note),
    progress: progress.at,
  }
  const { records, asOfFrom, ...dataset } =
    command.read === null ? nothing(command) : await openImport(command.read, context)
  const run = (store: Store) =>
    runImport(store, {
      dataset: { ...dataset, titleEn: null, synthetic: false },
      records: progress.count(records),
      faults,
      strict: command.strict,
      actor: 'cli',
      file: basename(command.read?.file ?? ''),
      areaCode: command.within,
      ...(command.spread === null ? {} : { spread: command.spread }),
    })
  try {
    const report = await withStore(terminal, run).finally(() => progress.end())
    for (const line of reportLines(report, asOfFrom, dataset.crs, terminal.lang)) terminal.out(line)
  } finally {
    for (const note of notes) terminal.error(noteLine(note, terminal.lang))
    for (const fault of faults.kept) terminal.error(importFaultLine(fault, terminal.lang))
  }
  return faults.total > 0 ? EXIT.incomplete : EXIT.ok
}

/** A spread without a file brings no records of its own. */
function nothing({ source, title, asOf }: ImportCommandLine): OpenedImport {
  const name = source ?? 'population'
  const date = statedDate(asOf ?? '')
  async function* none(): OpenedImport['records'] {}
  return {
    source: name,
    title: title ?? name,
    licence: null,
    crs: 'wgs84',
    asOf: date,
    asOfFrom: 'stated',
    records: none(),
  }
}
