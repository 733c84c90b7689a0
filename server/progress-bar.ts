import type { WriteStream } from 'node:tty'

export type Progress = { done: number; total: number; what: string }

const WIDTH = 24

/**
 * Shows how far a long task is, with its rate and the time left: one line that is redrawn on a terminal, a line for
 * each tenth elsewhere.
 */
export function progressBar(stream: WriteStream, now: () => number = Date.now): (progress: Progress) => void {
  const started = now()
  let lastTenth = -1
  return ({ done, total, what }) => {
    const share = total > 0 ? Math.min(1, done / total) : 1
    const tenth = Math.floor(share * 10)
    if (!stream.isTTY && tenth === lastTenth) return
    lastTenth = tenth
    const seconds = Math.max(0.001, (now() - started) / 1000)
    const rate = Math.round(done / seconds)
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    const line = `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done}/${total}  ${rate}/s  ${left} s  ${what}`
    stream.write(stream.isTTY ? `\r${line}\x1b[K${done >= total ? '\n' : ''}` : `${line}\n`)
  }
}
