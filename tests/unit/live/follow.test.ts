import { describe, expect, it } from 'vitest'
import { follow } from '../../../server/live/follow.ts'

const turns = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve))
}
const NEVER = { pollMs: 1_000_000, deadlineMs: 1_000_000 }

describe('follow', () => {
  it('looks once at a time, and once more when woken meanwhile', async () => {
    const releases: (() => void)[] = []
    const follower = follow(
      () => new Promise<void>((resolve) => releases.push(resolve)),
      () => {},
      NEVER,
    )
    for (let i = 0; i < 5; i++) follower.wake()
    await turns()
    expect(releases).toHaveLength(1)
    follower.wake()
    releases[0]!()
    await turns()
    expect(releases).toHaveLength(2)
    releases[1]!()
    await turns()
    expect(releases).toHaveLength(2)
    await follower.stop()
    follower.wake()
    await turns()
    expect(releases).toHaveLength(2)
  })

  it('looks by itself, reports faults and goes on', async () => {
    const faults: unknown[] = []
    let looks = 0
    const follower = follow(
      async () => {
        looks += 1
        throw new Error(`fault ${looks}`)
      },
      (fault) => faults.push(fault),
      { pollMs: 1, deadlineMs: 1_000 },
    )
    while (looks < 3) await turns()
    await follower.stop()
    expect(faults.length).toBeGreaterThanOrEqual(3)
  })

  it('gives up a look that hangs, which then may apply nothing', async () => {
    const faults: unknown[] = []
    const currents: (() => boolean)[] = []
    const follower = follow(
      (current) => new Promise<void>(() => currents.push(current)),
      (fault) => faults.push(fault),
      { pollMs: 1_000_000, deadlineMs: 5 },
    )
    follower.wake()
    while (faults.length === 0) await turns()
    expect(String(faults[0])).toMatch(/within 5 ms/)
    expect(currents[0]!()).toBe(false)
    follower.wake()
    while (currents.length < 2) await turns()
    expect(currents[1]!()).toBe(true)
    await follower.stop()
  })
})
