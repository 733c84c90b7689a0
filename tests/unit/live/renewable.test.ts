import { describe, expect, it } from 'vitest'
import { renewable } from '../../../server/live/renewable.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('renewable', () => {
  it('makes once, keeps the last good value while a new one is made, and tells old work to stop', async () => {
    const made: { resolve: (value: number) => void; wanted: () => boolean }[] = []
    const value = renewable((wanted) => new Promise<number>((resolve) => made.push({ resolve, wanted })))
    expect(value.current()).toBeNull()
    const [one, same] = [value.ready(), value.ready()]
    made[0]!.resolve(1)
    expect(await Promise.all([one, same])).toEqual([1, 1])
    value.renew()
    const two = value.ready()
    expect([value.current(), made.length, made[0]!.wanted()]).toEqual([1, 2, false])
    value.renew()
    expect(made[1]!.wanted()).toBe(false)
    made[1]!.resolve(2)
    await turn()
    made[2]!.resolve(3)
    expect(await two).toBe(3)
    expect(value.current()).toBe(3)
  })

  it('tries again after a failure', async () => {
    let tries = 0
    const value = renewable(async () => {
      if ((tries += 1) === 1) throw new Error('away')
      return tries
    })
    await expect(value.ready()).rejects.toThrow('away')
    expect(await value.ready()).toBe(2)
  })
})
