import { describe, expect, it } from 'vitest'
import { coalesce } from '../../../client/state/coalesce.ts'

describe('coalesce', () => {
  it('runs once more after all calls that came during a run', async () => {
    let runs = 0
    const release: (() => void)[] = []
    const task = coalesce(() => new Promise<void>((resolve) => {
      runs++
      release.push(resolve)
    }))
    const first = task()
    const later = [task(), task(), task()]
    expect(runs).toBe(1)
    release[0]!()
    await first
    await Promise.resolve()
    expect(runs).toBe(2)
    release[1]!()
    await Promise.all(later)
    expect(runs).toBe(2)
  })
})
