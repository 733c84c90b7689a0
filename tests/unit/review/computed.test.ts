import { describe, expect, it } from 'vitest'
import type { ExposureFigures } from '#shared/schema/exposure.ts'
import { computed, finite } from '../../../server/domain/preflight-computed.ts'

const FIGURES: ExposureFigures = { areaM2: 1, people: 2, peopleRange: { low: 2, high: 2 }, households: null, buildings: 1, places: [], bases: [], warnings: [] }
const failing = (error: Error) => computed('units', async () => { throw error })

describe('a step of the pre-flight', () => {
  it('fails closed and names itself when a number is none, an overlay fails or a query takes too long', async () => {
    expect(await computed('people', async () => finite(FIGURES))).toBe(FIGURES)
    for (const wrong of [{ people: NaN }, { areaM2: Infinity }, { households: NaN }, { buildings: NaN }]) {
      await expect(computed('people', async () => finite({ ...FIGURES, ...wrong }))).rejects.toMatchObject({ name: 'Conflict', code: 'preflight_failed', params: { step: 'people' } })
    }
    for (const code of ['XX000', '22003', '57014']) await expect(failing(Object.assign(new Error('x'), { code }))).rejects.toMatchObject({ code: 'preflight_failed' })
  })

  it('leaves a database that is away, and a fault of ours, what they are', async () => {
    for (const code of ['ECONNREFUSED', '57P01', '08006']) await expect(failing(Object.assign(new Error('away'), { code }))).rejects.toMatchObject({ code })
    await expect(failing(new TypeError('ours'))).rejects.toThrow(TypeError)
  })
})
