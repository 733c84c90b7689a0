import { beforeEach, describe, expect, it } from 'vitest'
import type { SnappedCheckpoint } from '#shared/schema/roads.ts'
import type { Answer } from '../../../client/api/answer.ts'
import type { Api } from '../../../client/api/create-api.ts'
import { createCamera } from '../../../client/state/camera.ts'
import { createPlacing } from '../../../client/state/placing.ts'
import { createWriter } from '../../../client/state/writer.ts'

const snapped: SnappedCheckpoint = { at: [109.5, 34.5], zone: '990101-C-0001', roadId: 12, class: 'primary', name: '文昌路', nameEn: 'Wenchang Road', ref: null, metres: 9 }
type Snap = Answer<{ snapped: SnappedCheckpoint | null }>
const answered = (value: SnappedCheckpoint | null): Snap => ({ ok: true, value: { snapped: value }, etag: null, date: null })

describe('placing a checkpoint', () => {
  let asked: { at: readonly number[]; within: number }[]
  let answers: ((answer: Snap) => void)[]
  let writer: ReturnType<typeof createWriter>
  let placing: ReturnType<typeof createPlacing>
  beforeEach(() => {
    asked = []
    answers = []
    writer = createWriter(() => '2022-03-15')
    const snap = (at: readonly number[], within: number) => {
      asked.push({ at, within })
      return new Promise<Snap>((resolve) => answers.push(resolve))
    }
    const camera = createCamera()
    camera.view.value = { zoom: 17, lat: 34.5, lng: 109.5 }
    placing = createPlacing({ gates: { snap } } as unknown as Api, { writer, camera, draft: () => undefined })
  })
  const content = () => {
    const now = writer.current.value
    if (now?.type !== 'gate') throw new Error('nothing is written')
    return now.content
  }

  it('puts it down at once and on the road when that is known, with a name that may be typed over', async () => {
    const begun = placing.begin([109.5001, 34.5001], false)
    expect([content().geometry.coordinates, placing.found.value?.type]).toEqual([[109.5001, 34.5001], 'looking'])
    expect(asked[0]!.within).toBeGreaterThan(10)
    expect(asked[0]!.within).toBeLessThan(30)
    answers[0]!(answered(snapped))
    await begun
    expect(content()).toMatchObject({ geometry: { coordinates: [109.5, 34.5] }, road_id: 12, name: '文昌路卡口', name_en: 'Wenchang Road, gate' })
    writer.writeGate({ name: '北门' })
    const moved = placing.moveTo([109.6, 34.5])
    answers[1]!(answered({ ...snapped, name: '东街' }))
    await moved
    expect(content().name).toBe('北门')
  })

  it('leaves it where it is where no road is near, and asks nothing where it is placed freely', async () => {
    const begun = placing.begin([109.5001, 34.5001], false)
    answers[0]!(answered(null))
    await begun
    expect([placing.found.value?.type, content().road_id]).toEqual(['none', null])
    await placing.begin([109.6, 34.5], true)
    expect([placing.found.value?.type, asked.length]).toEqual(['free', 1])
  })

  it('moves it back as it was, step by step, and forgets an answer that comes too late', async () => {
    const begun = placing.begin([109.5001, 34.5001], false)
    answers[0]!(answered(snapped))
    await begun
    const from = placing.here()!
    placing.drag([109.51, 34.51])
    await placing.drop(from, [109.52, 34.52], true)
    const late = placing.moveTo([109.53, 34.53])
    expect(content().geometry.coordinates).toEqual([109.53, 34.53])
    placing.undo()
    answers[1]!(answered({ ...snapped, at: [1, 1] }))
    await late
    expect([content().geometry.coordinates, content().road_id, placing.found.value?.type]).toEqual([[109.52, 34.52], null, 'free'])
    placing.undo()
    expect([content().geometry.coordinates, content().road_id, placing.found.value?.type]).toEqual([[109.5, 34.5], 12, 'road'])
    placing.undo()
    expect(content().road_id).toBe(12)
    writer.close()
    await placing.begin([109.6, 34.5], true)
    expect(placing.past.value).toEqual([])
  })
})
