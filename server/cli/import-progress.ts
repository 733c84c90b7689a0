import { progressBar } from '../progress-bar.ts'
import type { Terminal } from './terminal.ts'

/** Screens need no more than ten redraws a second. */
const REDRAW_MS = 100

export type ImportProgress = {
  at: (done: number, total: number) => void
  count: <T>(records: AsyncIterable<T>) => AsyncGenerator<T>
  end: () => void
}

/** Shows how far the reader is in its file, with the number of records so far. */
export function importProgress({ stderr, lang }: Terminal): ImportProgress {
  const show = progressBar(stderr)
  let [done, total, records, shown] = [0, 0, 0, 0]
  const what = () => (lang === 'zh' ? `${records} 条` : `${records} records`)
  return {
    at: (nowDone, nowTotal) => {
      ;[done, total] = [nowDone, nowTotal]
      if (Date.now() - shown < REDRAW_MS) return
      shown = Date.now()
      // the last step is shown by `end`, when the records are in the database too
      show({ done: Math.min(done, total - 1), total, what: what() })
    },
    count: async function* (items) {
      for await (const item of items) {
        records += 1
        yield item
      }
    },
    end: () => {
      if (total > 0) show({ done, total, what: what() })
    },
  }
}
