import type { WriteStream } from 'node:tty'
import { describe, expect, it } from 'vitest'
import { progressBar } from '../../server/progress-bar.ts'

function stream(isTTY: boolean) {
  const lines: string[] = []
  return { lines, out: { isTTY, write: (line: string) => lines.push(line) > 0 } as unknown as WriteStream }
}

describe('progress bar', () => {
  it('says share, count, rate and time left on a terminal, in one line', () => {
    const { lines, out } = stream(true)
    let now = 0
    const show = progressBar(out, () => now)
    now = 2000
    show({ done: 50, total: 200, what: 'roads' })
    expect(lines).toEqual(['\r██████░░░░░░░░░░░░░░░░░░  25 %  50/200  25/s  6 s  roads\x1b[K'])
    now = 8000
    show({ done: 200, total: 200, what: 'roads' })
    expect(lines[1]).toContain('100 %  200/200')
    expect(lines[1]?.endsWith('\n')).toBe(true)
  })

  it('writes at most a line for each tenth elsewhere', () => {
    const { lines, out } = stream(false)
    const show = progressBar(out, () => 0)
    for (let done = 0; done <= 1000; done += 1) show({ done, total: 1000, what: 'roads' })
    expect(lines).toHaveLength(11)
    expect(lines.every((line) => !line.includes('\r'))).toBe(true)
  })
})
