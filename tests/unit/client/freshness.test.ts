import { describe, expect, it } from 'vitest'
import { createFreshness } from '../../../client/state/freshness.ts'

const AT = '2026-11-21T10:00:00.000Z'

function started() {
  let ms = 1_000_000
  const freshness = createFreshness(() => ms)
  const pass = (seconds: number) => {
    ms += seconds * 1000
    freshness.tick()
  }
  return { freshness, pass }
}

describe('the sign of freshness', () => {
  it('says nothing before the first word of the server', () => {
    expect(started().freshness.sign.value.state).toBe('never')
  })

  it('counts from the server’s own clock, so that a wrong clock here does not matter', () => {
    const { freshness, pass } = started()
    freshness.connected.value = true
    freshness.confirm(AT, new Date('2026-11-21T10:00:05.000Z'))
    expect(freshness.sign.value).toEqual({ state: 'live', ageS: 5 })
    pass(10)
    expect(freshness.sign.value).toEqual({ state: 'live', ageS: 15 })
    pass(20)
    expect(freshness.sign.value).toEqual({ state: 'late', ageS: 35 })
    pass(300)
    expect(freshness.sign.value.state).toBe('cut')
  })

  it('says at once that the line is cut, and an older word never makes the picture younger', () => {
    const { freshness, pass } = started()
    freshness.connected.value = true
    freshness.confirm(AT, new Date(AT))
    freshness.connected.value = false
    expect(freshness.sign.value).toEqual({ state: 'cut', ageS: 0 })
    pass(8)
    freshness.confirm(AT, new Date('2026-11-21T10:01:00.000Z'))
    expect(freshness.sign.value).toEqual({ state: 'cut', ageS: 8 })
  })
})
