import { Socket } from 'node:net'

export type TrackedLines = {
  /** A new line for `pg`, as its option `stream`. */
  open(): Socket
  /** Closes as told; lines that are still there after so many milliseconds, with a database that does not answer, are cut. */
  closeWithin(ms: number, close: () => Promise<void>): Promise<void>
}

/** The lines to a database, so that none of them can hold up the end of the program. */
export function trackedLines(): TrackedLines {
  const lines = new Set<Socket>()
  return {
    open: () => {
      const line = new Socket()
      lines.add(line)
      return line.once('close', () => lines.delete(line))
    },
    closeWithin: async (ms, close) => {
      const timer = setTimeout(() => {
        for (const line of lines) line.destroy()
      }, ms)
      await close().finally(() => clearTimeout(timer))
    },
  }
}
