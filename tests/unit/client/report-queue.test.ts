import { beforeEach, describe, expect, it } from 'vitest'
import type { GateReport, NewGateReport } from '#shared/schema/gate-report.ts'
import { failure, type Answer } from '../../../client/api/answer.ts'
import { createDeviceClock } from '../../../client/gate/device-clock.ts'
import { createReportQueue } from '../../../client/gate/report-queue.ts'
import { sendReports } from '../../../client/gate/send-reports.ts'

/** What a browser's storage does, over a map that outlives the page. */
function storageOver(kept: Map<string, string>): Storage {
  return {
    get length() { return kept.size },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
const report = (key: string): NewGateReport => ({ key, status: 'normal', queue: 'none', needs: [], made_at: '2022-03-15T08:00:00.000Z' })
const GATE = { id: 7, name: '东门卡点' }
const arrived = ({ key }: NewGateReport): Answer<GateReport> => ({ ok: true, value: { key } as GateReport, etag: null, date: null })

describe('reports kept on the device', () => {
  let kept: Map<string, string>
  const reopened = () => createReportQueue(storageOver(kept))
  beforeEach(() => {
    kept = new Map([['other', 'x']])
  })
  const keys = () => reopened().waiting().map(({ report }) => report.key)

  it('are there after a reload, in the order in which they were made, whatever the keys are', async () => {
    for (const key of ['c', 'a', 'b']) reopened().add(GATE, report(key))
    expect(keys()).toEqual(['c', 'a', 'b'])
    const sent: string[] = []
    expect(await sendReports(reopened(), async (gate, one) => {
      sent.push(`${gate}:${one.key}`)
      return arrived(one)
    })).toBeNull()
    expect(sent).toEqual(['7:c', '7:a', '7:b'])
    expect(keys()).toEqual([])
    expect(reopened().all().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  })

  it('wait at the first that does not arrive, and none overtakes it', async () => {
    for (const key of ['a', 'b', 'c']) reopened().add(GATE, report(key))
    const asked: string[] = []
    const answers = (answer: Answer<GateReport>) => async (_gate: number, one: NewGateReport) => {
      asked.push(one.key)
      return one.key === 'a' ? arrived(one) : answer
    }
    expect(await sendReports(reopened(), answers(failure(0, 'unreachable', '', '')))).toBe('offline')
    expect(await sendReports(reopened(), answers(failure(503, 'unavailable', '', '')))).toBe('offline')
    expect(await sendReports(reopened(), answers(failure(401, 'sign_in_required', '', '')))).toBe('signed_out')
    expect(asked).toEqual(['a', 'b', 'b', 'b'])
    expect(keys()).toEqual(['b', 'c'])
  })

  it('are set aside where the server will never take them, with why, and may be sent again or dropped', async () => {
    for (const key of ['a', 'b']) reopened().add(GATE, report(key))
    const refuse = async (_gate: number, one: NewGateReport) => (one.key === 'a' ? failure(403, 'outside_jurisdiction', '不在辖区内', '') : arrived(one))
    expect(await sendReports(reopened(), refuse)).toBeNull()
    expect(reopened().all().map(({ state, problem }) => [state, problem?.title])).toEqual([['refused', '不在辖区内'], ['sent', undefined]])
    reopened().again('a')
    expect(keys()).toEqual(['a'])
    reopened().drop('a')
    expect(reopened().all().map(({ report }) => report.key)).toEqual(['b'])
  })

  it('count as arrived where their key was used already: nobody else has it', async () => {
    reopened().add(GATE, report('a'))
    await sendReports(reopened(), async () => failure(422, 'idempotency_key_reused', '', ''))
    expect(reopened().all()[0]?.state).toBe('sent')
  })

  it('are forgotten only once they have arrived, and then the oldest first', () => {
    const queue = reopened()
    for (let i = 0; i < 25; i++) queue.add(GATE, report(`s${i}`))
    queue.add(GATE, report('waiting'))
    for (let i = 0; i < 25; i++) queue.sent(`s${i}`)
    const left = queue.all().map(({ report }) => report.key)
    expect([left.length, left[0], left.at(-1)]).toEqual([21, 's5', 'waiting'])
    expect(kept.get('other')).toBe('x')
  })
})

describe('the device’s clock', () => {
  it('is set right by the server’s, and stays so over a reload', () => {
    const storage = storageOver(new Map())
    const wrong = () => Date.parse('2022-03-15T03:00:00Z')
    createDeviceClock(storage, wrong).hear(new Date('2022-03-15T08:00:00Z'))
    expect(createDeviceClock(storage, wrong).now().toISOString()).toBe('2022-03-15T08:00:00.000Z')
    createDeviceClock(storage, wrong).hear(new Date('2022-03-15T03:00:02Z'))
    expect(createDeviceClock(storage, wrong).now().toISOString()).toBe('2022-03-15T03:00:00.000Z')
  })
})
