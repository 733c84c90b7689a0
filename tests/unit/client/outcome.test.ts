import { signal } from '@preact/signals-core'
import { describe, expect, it } from 'vitest'
import type { Api } from '../../../client/api/create-api.ts'
import { createFigures } from '../../../client/state/figures.ts'
import { createGround } from '../../../client/state/ground.ts'
import { createOutcome } from '../../../client/state/outcome.ts'
import { FIGURES_MARK, FIGURES_VERSION } from '#shared/exposure/figures-bytes.ts'

const square = (side: number) => ({
  type: 'drawn' as const,
  geometry: {
    type: 'MultiPolygon' as const,
    coordinates: [[[[109, 34], [109 + side, 34], [109 + side, 34 + side], [109, 34 + side], [109, 34]]]],
  },
})
/** long enough for another read, were there one to come */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

describe('numbers of a drawn line', () => {
  it('say that figures of another version cannot be read, and ask again only with the next line', async () => {
    let reads = 0
    const api = {
      figures: async () => {
        reads += 1
        return { ok: true, value: Uint32Array.of(FIGURES_MARK + FIGURES_VERSION + 1, 0).buffer }
      },
    } as unknown as Api
    const figures = createFigures(api, () => 'en')
    const ground = createGround()
    const outcome = createOutcome(api, { ground, figures, kind: () => 'sealed', lang: () => 'en', again: signal(0).peek })
    ground.set(square(0.01))
    await expect.poll(() => outcome.problem.value?.code).toBe('unreadable')
    await settled()
    expect(outcome.busy.value).toBe(false)
    expect(outcome.preview.value).toBeNull()
    expect(reads).toBe(1)
    ground.set(square(0.02))
    await expect.poll(() => reads).toBe(2)
  })
})
